"""The one way into the sandbox: authenticate, authorise, perform, record - and only then answer."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING, Final
from uuid import uuid4

from tutor.gateway.arrival import arrival_keys
from tutor.gateway.authenticate import SERVICES, Authenticated, service_of
from tutor.gateway.commands import SandboxCommands
from tutor.gateway.denials import denial
from tutor.gateway.entrance import who_sent
from tutor.gateway.hearing import Heard, hear, kept, petition_of, settling
from tutor.gateway.http import HttpRequest, HttpResponse
from tutor.gateway.keys import ConsoleKey, KeyRing
from tutor.gateway.needs import NEEDS
from tutor.gateway.notices import Notice
from tutor.gateway.piecewise import PIECEWISE, divided
from tutor.gateway.refusals import Unauthenticated
from tutor.gateway.stamp import Stamp
from tutor.gateway.wire import Asked, Failure, Protocol, WireFault, protocol_of
from tutor.policy import Decision, UnsupportedError

if TYPE_CHECKING:
    from tutor.account import Asked as Question
    from tutor.account import Recorded, RequestRecord, Save, ServiceError

OUTSIDE: Final = "NotImplemented"
LARGE: Final = 64 * 1024
LONG: Final = 1024


@dataclass(frozen=True, slots=True)
class Visit:
    """One request at the door: what came, from where, and how it is to be marked."""

    http: HttpRequest
    source_ip: str
    stamp: Stamp


class Door:
    """Answers requests on a save, one at a time; `on_record` hears of each with its decision."""

    def __init__(
        self,
        save: "Save",
        wall_clock: Callable[[], datetime],
        console_keys: Callable[[], Mapping[str, ConsoleKey]],
        on_record: Callable[["Recorded", Decision | None], None],
    ) -> None:
        self._save, self._wall_clock = save, wall_clock
        self._console_keys, self._on_record = console_keys, on_record

    def answer(self, visit: Visit) -> HttpResponse:
        """The answer to one request, recorded and synced before it is given; raises errors of the save."""
        service = service_of(visit.http)
        protocol = protocol_of(service if service in SERVICES else "iam")
        if service not in SERVICES:
            return self._outside(protocol, visit.http, service, "")
        asked, fault = _read(protocol, visit.http)
        with self._save.exclusive():
            now = self._wall_clock()
            at = visit.stamp.at or self._save.world.clock.next(now)
            keys = KeyRing(self._save.world, self._console_keys(), at)
            try:
                who = who_sent(visit.http, asked, keys, now)
            except Unauthenticated as refusal:
                return self._refuse(protocol, visit, asked, refusal)
            if fault is not None:
                return protocol.fail(visit.http, fault, str(uuid4()))
            if not _is_in_sandbox(asked):
                return self._outside(protocol, visit.http, service, asked.operation)
            try:
                stamp = Stamp(visit.stamp.line, visit.stamp.start, at)
                return self._serve(protocol, Visit(visit.http, visit.source_ip, stamp), asked, who)
            except UnsupportedError as unsupported:
                return protocol.fail(visit.http, Failure(OUTSIDE, str(unsupported), 400), str(uuid4()))

    def _serve(self, protocol: Protocol, visit: Visit, asked: Asked, who: Authenticated) -> HttpResponse:
        from tutor.account import RequestRecord, ServiceError

        request = self._save.seal(
            RequestRecord(
                service=asked.service,
                operation=asked.operation,
                parameters=asked.parameters,
                caller=who.caller,
                access_key_id=who.caller.access_key_id,
                source_ip=visit.source_ip,
                region=who.region,
            ),
            at=visit.stamp.at,
        )
        arrived = arrival_keys(
            visit.http, asked.service, self._wall_clock(), visit.stamp.at or self._save.world.now
        )
        world = self._save.world
        try:
            heard = hear(petition_of(request, world, visit.stamp.at or world.now, arrived), world)
        except ServiceError as error:
            return self._turn_away(protocol, visit, request, error)
        decision = settling(heard)
        served = decision.allowed or request.action in PIECEWISE
        request = replace(
            request,
            parameters=divided(request, heard, world) if served else _kept(visit.http, request.parameters),
            asked=_questions(heard),
            error=None if served else "AccessDenied",
            context=kept(arrived, heard),
        )
        failure = None if served else denial(decision, world)
        recorded = self._record(request, visit.stamp, decision)
        if failure is not None:
            return protocol.fail(visit.http, failure, recorded.request_id)
        if recorded.error is not None:
            return protocol.fail(visit.http, _failure(recorded.error), recorded.request_id)
        return protocol.answer(asked, recorded.result, recorded.request_id)

    def _turn_away(
        self, protocol: Protocol, visit: Visit, request: "RequestRecord", error: "ServiceError"
    ) -> HttpResponse:
        """A request that its service refuses before it looks at policies."""
        recorded = self._record(replace(request, error=error.code), visit.stamp, None)
        return protocol.fail(visit.http, _failure(error), recorded.request_id)

    def _refuse(
        self, protocol: Protocol, visit: Visit, asked: Asked, refusal: Unauthenticated
    ) -> HttpResponse:
        from tutor.account import RequestRecord

        request = RequestRecord(
            service=protocol.service,
            operation=asked.operation,
            parameters=_kept(visit.http, asked.parameters),
            caller=None,
            access_key_id=refusal.access_key_id,
            source_ip=visit.source_ip,
            error=refusal.failure.code,
        )
        recorded = self._record(request, visit.stamp, None)
        return protocol.fail(visit.http, refusal.failure, recorded.request_id)

    def _record(self, request: "RequestRecord", stamp: Stamp, decision: Decision | None) -> "Recorded":
        recorded = self._save.append(request, line=stamp.line, start=stamp.start, at=stamp.at)
        self._on_record(recorded, decision)
        return recorded

    def _outside(self, protocol: Protocol, http: HttpRequest, service: str, operation: str) -> HttpResponse:
        nearest = _commands().nearest(service, operation)
        values = {"service": service, "operation": operation or "?", "nearest": nearest}
        notice = Notice("outside-request", values)
        return protocol.fail(http, Failure(OUTSIDE, notice.english, 400), str(uuid4()))


def _read(protocol: Protocol, http: HttpRequest) -> tuple[Asked, Failure | None]:
    """The request understood, or as much of it as there is and what is wrong with it."""
    try:
        return protocol.read(http), None
    except WireFault as fault:
        try:
            return Asked(protocol.service, protocol.operation_of(http), {}), fault.failure
        except WireFault:
            return Asked(protocol.service, "Unknown", {}), fault.failure


def _kept(http: HttpRequest, parameters: Mapping[str, object]) -> Mapping[str, object]:
    """What the journal keeps of a request that is refused: of a large one its short texts, such as names."""
    if len(http.body) <= LARGE:
        return parameters
    return {name: text for name, text in parameters.items() if isinstance(text, str) and len(text) <= LONG}


def _questions(heard: Heard) -> "tuple[Question, ...]":
    from tutor.account import Asked as Question

    return tuple(
        Question(need.action, need.resource, str(decision.outcome), str(decision.decided_by))
        for need, decision in heard
    )


def _failure(error: "ServiceError") -> Failure:
    status = error.status if error.status < 500 else 400  # clients would try again, in silence
    return Failure(error.code, error.message, status, error.fields)


@cache
def _commands() -> SandboxCommands:
    from tutor.account import OPERATIONS

    return SandboxCommands(name for name in OPERATIONS if name in NEEDS)


def _is_in_sandbox(asked: Asked) -> bool:
    from tutor.account import OPERATIONS

    name = f"{asked.service}:{asked.operation}"
    return name in OPERATIONS and name in NEEDS
