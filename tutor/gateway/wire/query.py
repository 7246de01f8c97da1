"""The query protocol: a form in, XML out (IAM and STS)."""

from collections.abc import Mapping
from functools import cache, cached_property
from typing import Any, Final
from urllib.parse import parse_qsl

from tutor.gateway.http import Headers, HttpRequest, HttpResponse
from tutor.gateway.wire.protocol import Asked, Failure, Protocol, WireFault
from tutor.gateway.wire.scalars import read_scalar
from tutor.gateway.wire.xml import elements, write_members

MOST_FIELDS: Final = 10_000
"""Fields of one form."""


class QueryProtocol(Protocol):
    """Reads `Action=..&Version=..&..` and writes `<XResponse>`."""

    def operation_of(self, http: HttpRequest) -> str:
        """The Action of the form, if the service has it in the version asked for."""
        return self._operation(form_of(http))

    def read(self, http: HttpRequest) -> Asked:
        """The parameters by the operation's input shape."""
        form = form_of(http)
        operation = self._operation(form)
        shape = self.input_of(operation)
        try:
            parameters = _named(shape, form) if shape else {}
        except ValueError as fault:
            raise WireFault("MalformedInput", f"Invalid value: {fault}") from fault
        self.require_members(operation, parameters)
        return Asked(self.service, operation, parameters)

    def answer(self, asked: Asked, result: Mapping[str, object], request_id: str) -> HttpResponse:
        """The result inside its wrapper; the wrapper is there even if it holds nothing."""
        shape = self.output_of(asked.operation)
        inner = ""
        if shape is not None:
            wrapper = shape.serialization.get("resultWrapper", f"{asked.operation}Result")
            inner = f"<{wrapper}>{write_members(shape, result)}</{wrapper}>"
        metadata = f"<ResponseMetadata>{elements([('RequestId', request_id)])}</ResponseMetadata>"
        name = f"{asked.operation}Response"
        return self._response(
            200, f'<{name} xmlns="{self._namespace}">{inner}{metadata}</{name}>', request_id
        )

    def fail(self, http: HttpRequest, failure: Failure, request_id: str) -> HttpResponse:
        """An ErrorResponse; every error of the sandbox is the sender's."""
        error = elements([("Type", "Sender"), ("Code", failure.code), ("Message", failure.message)])
        body = (
            f'<ErrorResponse xmlns="{self._namespace}"><Error>{error}</Error>'
            f"{elements([('RequestId', request_id)])}</ErrorResponse>"
        )
        return self._response(failure.status, body, request_id)

    @cached_property
    def _namespace(self) -> str:
        return str(self.model.metadata["xmlNamespace"])

    def _operation(self, form: Mapping[str, str]) -> str:
        action, version = form.get("Action"), form.get("Version", "")
        if not action:
            raise WireFault("MissingAction", "The request must contain the parameter Action.")
        if version != self.model.api_version or action not in self.operations:
            raise WireFault(
                "InvalidAction", f"Could not find operation {action} for version {version or 'NO_VERSION'}"
            )
        return action

    def _response(self, status: int, body: str, request_id: str) -> HttpResponse:
        headers = Headers([("Content-Type", "text/xml"), ("x-amzn-RequestId", request_id)])
        return HttpResponse(status, headers, body.encode())


def form_of(http: HttpRequest) -> dict[str, str]:
    """The fields of a form; raises WireFault."""
    try:
        text = http.body.decode("utf-8") if http.method == "POST" else http.query
        fields = parse_qsl(
            text,
            keep_blank_values=True,
            strict_parsing=bool(text),
            errors="strict",
            max_num_fields=MOST_FIELDS,
        )
        return dict(fields)
    except ValueError as fault:
        raise WireFault("MalformedQueryString", "The query string contains a syntax error.") from fault


def _named(shape: Any, form: Mapping[str, str]) -> dict[str, object]:
    """The parameters, of which only those are looked for whose names begin a field."""
    begun = {field.partition(".")[0] for field in form}
    values: dict[str, object] = {}
    for name, place, member in _members_of(shape):
        if place in begun and (value := _value(member, form, place)) is not None:
            values[name] = value
    return values


def _structure(shape: Any, form: Mapping[str, str], prefix: str) -> dict[str, object]:
    values: dict[str, object] = {}
    for name, place, member in _members_of(shape):
        value = _value(member, form, prefix + place)
        if value is not None:
            values[name] = value
    return values


@cache
def _members_of(shape: Any) -> tuple[tuple[str, str, Any], ...]:
    """Name, the name in a form, and shape of a structure's members."""
    return tuple(
        (name, member.serialization.get("name", name), member) for name, member in shape.members.items()
    )


def _value(shape: Any, form: Mapping[str, str], place: str) -> object | None:
    if shape.type_name == "structure":
        return _structure(shape, form, f"{place}.") or None
    if shape.type_name == "list":
        return _list(shape, form, place)
    if shape.type_name == "map":
        return _map(shape, form, place)
    return read_scalar(shape, form[place]) if place in form else None


def _list(shape: Any, form: Mapping[str, str], place: str) -> list[object] | None:
    inner = (
        place
        if shape.serialization.get("flattened")
        else f"{place}.{shape.member.serialization.get('name', 'member')}"
    )
    values: list[object] = []
    while (value := _value(shape.member, form, f"{inner}.{len(values) + 1}")) is not None:
        values.append(value)
    return values if values or form.get(place) == "" else None


def _map(shape: Any, form: Mapping[str, str], place: str) -> dict[str, object] | None:
    values: dict[str, object] = {}
    number = 1
    while (key := form.get(f"{place}.entry.{number}.key")) is not None:
        values[key] = _value(shape.value, form, f"{place}.entry.{number}.value")
        number += 1
    return values or None
