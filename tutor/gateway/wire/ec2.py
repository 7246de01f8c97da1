"""EC2's own form of the query protocol: flat lists in, lower-case names out, errors of its own."""

import sys
from collections.abc import Mapping
from typing import Any, Final

from tutor.gateway.http import Headers, HttpRequest, HttpResponse
from tutor.gateway.wire.protocol import Asked, Failure, WireFault
from tutor.gateway.wire.query import QueryProtocol, form_of
from tutor.gateway.wire.scalars import read_scalar
from tutor.gateway.wire.xml import elements, write_members

NOT_AUTHENTICATED: Final = Failure(
    "AuthFailure", "AWS was not able to validate the provided access credentials", 401
)
WORDED: Final[Mapping[str, Failure]] = {
    "InvalidClientTokenId": NOT_AUTHENTICATED,
    "SignatureDoesNotMatch": NOT_AUTHENTICATED,
    "ExpiredToken": Failure("RequestExpired", "Request has expired.", 400),
    "MissingAuthenticationToken": Failure(
        "MissingParameter", "The request must contain the parameter AWSAccessKeyId", 400
    ),
}
"""What EC2 says where other services say these."""

DEEPEST: Final = 32
"""Parts of a field's name that are looked at."""

UNAUTHORIZED: Final = "You are not authorized to perform this operation."


class Ec2Protocol(QueryProtocol):
    """Reads `Action=..&Filter.1.Value.1=..` and writes `<XResponse><requestId>`."""

    def read(self, http: HttpRequest) -> Asked:
        """The parameters by the operation's input shape."""
        form = form_of(http)
        operation = self._operation(form)
        shape = self.model.operation_model(operation).input_shape
        try:
            parameters = _Fields(form).structure(shape, "") if shape else {}
        except ValueError as fault:
            raise WireFault("InvalidParameterValue", f"Invalid value: {fault}") from fault
        self.require_members(operation, parameters)
        return Asked(self.service, operation, parameters)

    def require_members(self, operation: str, parameters: Mapping[str, object]) -> None:
        """Raises WireFault for the first required member that is missing."""
        shape = self.model.operation_model(operation).input_shape
        for name in shape.required_members if shape else ():
            if name not in parameters:
                field = _field_name(shape.members[name], name)
                raise WireFault("MissingParameter", f"The request must contain the parameter {field}")

    def answer(self, asked: Asked, result: Mapping[str, object], request_id: str) -> HttpResponse:
        """The members of the result beside the request's id; `return` where there are none."""
        shape = self.model.operation_model(asked.operation).output_shape
        inner = "<return>true</return>"
        if shape is not None and shape.members:
            inner = write_members(shape, result, milliseconds=True)
        name = f"{asked.operation}Response"
        body = f'<{name} xmlns="{self._namespace}/">{elements([("requestId", request_id)])}{inner}</{name}>'
        return _response(200, body, request_id)

    def fail(self, http: HttpRequest, failure: Failure, request_id: str) -> HttpResponse:
        """A Response with one error."""
        said = _worded(failure)
        error = elements([("Code", said.code), ("Message", said.message)])
        body = (
            f"<Response><Errors><Error>{error}</Error></Errors>"
            f"{elements([('RequestID', request_id)])}</Response>"
        )
        return _response(said.status, body, request_id)


class _Fields:
    """A form whose nested structures and lists can be looked up without walking all shapes."""

    def __init__(self, form: Mapping[str, str]) -> None:
        self._form = form
        self._places: set[str] = set()
        self._numbers: dict[str, set[int]] = {}
        for name in form:
            place = ""
            for part in name.split(".")[:DEEPEST]:
                if part.isascii() and part.isdecimal() and len(part) < len(str(sys.maxsize)):
                    self._numbers.setdefault(place, set()).add(int(part))
                place = f"{place}.{part}" if place else part
                self._places.add(place)

    def structure(self, shape: Any, prefix: str) -> dict[str, object]:
        values: dict[str, object] = {}
        for name, member in shape.members.items():
            value = self._value(member, prefix + _field_name(member, name))
            if value is not None:
                values[name] = value
        return values

    def _value(self, shape: Any, place: str) -> object | None:
        if place not in self._places:
            return None
        if shape.type_name == "structure":
            return self.structure(shape, f"{place}.") or None
        if shape.type_name == "list":
            numbers = sorted(self._numbers.get(place, ()))
            found = (self._value(shape.member, f"{place}.{number}") for number in numbers)
            return [value for value in found if value is not None] or None
        return read_scalar(shape, self._form[place]) if place in self._form else None


def _field_name(shape: Any, name: str) -> str:
    if "queryName" in shape.serialization:
        return str(shape.serialization["queryName"])
    spelling = str(shape.serialization.get("name", name))
    return spelling[:1].upper() + spelling[1:]


def _worded(failure: Failure) -> Failure:
    if failure.code == "AccessDenied":
        return Failure("UnauthorizedOperation", f"{UNAUTHORIZED} {failure.message}", 403)
    return WORDED.get(failure.code, failure)


def _response(status: int, body: str, request_id: str) -> HttpResponse:
    fields = [("Content-Type", "text/xml;charset=UTF-8"), ("x-amzn-RequestId", request_id)]
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    return HttpResponse(status, Headers(fields), (head + body).encode())
