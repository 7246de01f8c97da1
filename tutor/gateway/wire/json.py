"""The json protocol: one JSON object in, one out, the operation in a header (Organizations)."""

import base64
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Final

from tutor.gateway.http import Headers, HttpRequest, HttpResponse
from tutor.gateway.wire.protocol import Asked, Failure, Protocol, WireFault

WORDED: Final[Mapping[str, str]] = {
    "AccessDenied": "AccessDeniedException",
    "InvalidClientTokenId": "UnrecognizedClientException",
    "SignatureDoesNotMatch": "InvalidSignatureException",
    "ExpiredToken": "ExpiredTokenException",
    "IncompleteSignature": "IncompleteSignatureException",
    "MissingAuthenticationToken": "MissingAuthenticationTokenException",
}
"""The codes of this protocol where others say these."""

KINDS: Final[Mapping[str, tuple[type, ...]]] = {
    "string": (str,),
    "boolean": (bool,),
    "integer": (int,),
    "long": (int,),
    "float": (int, float),
    "double": (int, float),
    "timestamp": (int, float),
    "blob": (str,),
    "structure": (dict,),
    "map": (dict,),
    "list": (list,),
}
"""What a value of each type of the models looks like in JSON."""


class JsonProtocol(Protocol):
    """Reads a JSON body and an `X-Amz-Target` header."""

    def operation_of(self, http: HttpRequest) -> str:
        """The operation that the target names."""
        prefix, _, operation = http.headers.get("x-amz-target", "").partition(".")
        if prefix != self.model.metadata["targetPrefix"] or operation not in self.model.operation_names:
            raise WireFault("UnknownOperationException", "")
        return operation

    def read(self, http: HttpRequest) -> Asked:
        """The parameters by the operation's input shape."""
        operation = self.operation_of(http)
        shape = self.model.operation_model(operation).input_shape
        try:
            given = json.loads(http.body.decode("utf-8") or "{}")
            parameters = _read(shape, given) if shape else {}
        except (ValueError, RecursionError) as fault:
            raise WireFault("SerializationException", str(fault)) from fault
        assert isinstance(parameters, dict)
        self.require_members(operation, parameters)
        return Asked(self.service, operation, parameters)

    def require_members(self, operation: str, parameters: Mapping[str, object]) -> None:
        """Raises WireFault for a required member that is missing."""
        try:
            super().require_members(operation, parameters)
        except WireFault as fault:
            words = fault.failure.message.replace("Value at", "Value null at")
            raise WireFault("ValidationException", words) from None

    def answer(self, asked: Asked, result: Mapping[str, object], request_id: str) -> HttpResponse:
        """The result as one JSON object; nothing for an operation without output."""
        shape = self.model.operation_model(asked.operation).output_shape
        body = "" if shape is None else json.dumps(_written(shape, result), ensure_ascii=False)
        return self._response(200, body, request_id)

    def fail(self, http: HttpRequest, failure: Failure, request_id: str) -> HttpResponse:
        """An error's type and message; the status is 400 whatever is wrong."""
        code = WORDED.get(failure.code, failure.code)
        error = {"__type": code, "Message": failure.message, **failure.fields}
        return self._response(400, json.dumps(error, ensure_ascii=False), request_id)

    def _response(self, status: int, body: str, request_id: str) -> HttpResponse:
        kind = f"application/x-amz-json-{self.model.metadata['jsonVersion']}"
        return HttpResponse(
            status, Headers([("Content-Type", kind), ("x-amzn-RequestId", request_id)]), body.encode()
        )


def _read(shape: Any, value: Any) -> object:
    kind = shape.type_name
    fits = isinstance(value, KINDS[kind]) and (kind == "boolean" or not isinstance(value, bool))
    if not fits:
        raise ValueError(f"{shape.name} is not a {kind}")
    if kind == "structure":
        return {
            name: _read(shape.members[name], member)
            for name, member in value.items()
            if name in shape.members and member is not None
        }
    if kind == "list":
        return [_read(shape.member, item) for item in value]
    if kind == "map":
        return {key: _read(shape.value, item) for key, item in value.items()}
    if kind == "timestamp":
        try:
            return datetime.fromtimestamp(value, UTC)
        except (OverflowError, OSError) as fault:
            raise ValueError(f"{value} is not a time") from fault
    return base64.b64decode(value, validate=True) if kind == "blob" else value


def _written(shape: Any, value: Any) -> object:
    kind = shape.type_name
    if kind == "structure":
        return {
            member.serialization.get("name", name): _written(member, value[name])
            for name, member in shape.members.items()
            if value.get(name) is not None
        }
    if kind == "list":
        return [_written(shape.member, item) for item in value]
    if kind == "map":
        return {key: _written(shape.value, item) for key, item in value.items()}
    if kind == "timestamp":
        return value.timestamp()
    return base64.b64encode(value).decode() if kind == "blob" else value
