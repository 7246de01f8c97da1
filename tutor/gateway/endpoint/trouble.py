"""What a client is told when the save cannot be used: an error of its service, in words for a person."""

from typing import TYPE_CHECKING
from uuid import uuid4

from tutor.account import SaveDamaged, SaveError, SaveLocked, SaveNotWritable, format_time
from tutor.gateway.authenticate import SERVICES, service_of
from tutor.gateway.http import HttpRequest, HttpResponse
from tutor.gateway.wire import Failure, protocol_of

if TYPE_CHECKING:
    from tutor.account import Holder


def answer_of(error: SaveError, http: HttpRequest) -> HttpResponse:
    """The answer to a request that was neither performed nor recorded; clients try again after a 503."""
    service = service_of(http)
    protocol = protocol_of(service if service in SERVICES else "iam")
    return protocol.fail(http, _failure(error), str(uuid4()))


def _failure(error: SaveError) -> Failure:
    match error:
        case SaveLocked():
            words = f"The save {error.path.parent.name} is in use by another program ({_who(error.holder)})."
            return Failure("ServiceUnavailable", words, 503)
        case SaveNotWritable():
            words = f"The save cannot be written ({error.why}). Nothing of this request was done."
            return Failure("ServiceUnavailable", words, 503)
        case SaveDamaged():
            words = f"The save cannot be trusted from line {error.line} of its journal on."
            return Failure("InternalFailure", words, 500)
    return Failure("InternalFailure", "The save cannot be used.", 500)


def _who(holder: "Holder") -> str:
    since = f"since {format_time(holder.since)}" if holder.since else ""
    parts = (holder.command, f"pid {holder.pid}" if holder.pid else "", holder.host, since)
    return ", ".join(part for part in parts if part) or "?"
