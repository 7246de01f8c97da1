"""What a protocol does for the door: read a request, write an answer, write an error."""

import abc
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any

from tutor.gateway.http import HttpRequest, HttpResponse


@dataclass(frozen=True, slots=True)
class Asked:
    """A request understood: the operation of the service and its parameters, as botocore names them."""

    service: str
    operation: str
    parameters: dict[str, object]


@dataclass(frozen=True, slots=True)
class Failure:
    """An error answer: AWS's code, words and status, and further elements such as S3's BucketName."""

    code: str
    message: str
    status: int
    fields: Mapping[str, str] = field(default_factory=dict)


class WireFault(Exception):
    """A request that cannot be read as any operation of the service."""

    def __init__(self, code: str, message: str, status: int = 400) -> None:
        super().__init__(code, message)
        self.failure = Failure(code, message, status)


class Protocol(abc.ABC):
    """One service's way to put its operations on the wire."""

    def __init__(self, model: Any) -> None:
        self.model = model
        self._shapes: dict[str, tuple[Any, Any]] = {}

    @cached_property
    def service(self) -> str:
        """The service's name, as in a credential scope."""
        return str(self.model.service_name)

    @cached_property
    def operations(self) -> frozenset[str]:
        """The operations that the service has."""
        return frozenset(self.model.operation_names)

    def input_of(self, operation: str) -> Any:
        """The shape of an operation's parameters, None if it has none."""
        return self._shapes_of(operation)[0]

    def output_of(self, operation: str) -> Any:
        """The shape of an operation's answer, None if it has none."""
        return self._shapes_of(operation)[1]

    def _shapes_of(self, operation: str) -> tuple[Any, Any]:
        known = self._shapes.get(operation)
        if known is None:
            model = self.model.operation_model(operation)
            known = self._shapes[operation] = (model.input_shape, model.output_shape)
        return known

    @abc.abstractmethod
    def operation_of(self, http: HttpRequest) -> str:
        """Which operation a request asks for; raises WireFault."""

    @abc.abstractmethod
    def read(self, http: HttpRequest) -> Asked:
        """The operation and its parameters; raises WireFault."""

    @abc.abstractmethod
    def answer(self, asked: Asked, result: Mapping[str, object], request_id: str) -> HttpResponse:
        """The answer of an operation that was performed."""

    @abc.abstractmethod
    def fail(self, http: HttpRequest, failure: Failure, request_id: str) -> HttpResponse:
        """The answer of a request that was not."""

    def require_members(self, operation: str, parameters: Mapping[str, object]) -> None:
        """Raises WireFault for a required member that is missing; the AWS CLI finds these itself."""
        shape = self.input_of(operation)
        missing = [name for name in (shape.required_members if shape else ()) if name not in parameters]
        if missing:
            constraint = "failed to satisfy constraint: Member must not be null"
            faults = "; ".join(f"Value at '{name[0].lower()}{name[1:]}' {constraint}" for name in missing)
            noun = "error" if len(missing) == 1 else "errors"
            raise WireFault("ValidationError", f"{len(missing)} validation {noun} detected: {faults}")


@cache
def protocol_of(service: str) -> Protocol:
    """The protocol of a service, with its model loaded."""
    from tutor.gateway.vendored import command_line
    from tutor.gateway.wire.ec2 import Ec2Protocol
    from tutor.gateway.wire.json import JsonProtocol
    from tutor.gateway.wire.query import QueryProtocol
    from tutor.gateway.wire.rest_xml import RestXmlProtocol

    model = command_line().service_model(service)
    spoken: dict[str, type[Protocol]] = {
        "ec2": Ec2Protocol,
        "json": JsonProtocol,
        "query": QueryProtocol,
        "rest-xml": RestXmlProtocol,
    }
    return spoken[model.metadata["protocol"]](model)
