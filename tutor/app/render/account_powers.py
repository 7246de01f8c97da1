"""What somebody may really do, as rows: by policy, what works, what is held back and why."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Final

from tutor.app.models.account_detail import DetailRow
from tutor.app.models.account_powers import HeldBack, Power, Term
from tutor.policy import DecidedBy
from tutor.wording import say
from tutor.wording.policy_names import policy_name, policy_phrase
from tutor.wording.signs import short_resource

from .account_pen import Pen

if TYPE_CHECKING:
    from tutor.app.models.account_subject import Subject

MOST_NAMES: Final = 6
PASSWORD_POLICY: Final = "account:password-policy"


def power_rows(pen: Pen, powers: Sequence[Power], owner: "Subject") -> Iterator[DetailRow]:
    """Statements under the policy that they come from."""
    for (source, through), found in groupby(powers, lambda power: (power.source, power.through)):
        statements = list(found)
        yield pen.line(*_origin(pen, statements[0]), link=_link(source, through, owner))
        for power in statements:
            yield from _power(pen, power)


def _origin(pen: Pen, power: Power) -> tuple[str]:
    if power.source == PASSWORD_POLICY:
        return (pen.say("by-account"),)
    if power.layer in {DecidedBy.BOUNDARY, DecidedBy.SCP}:
        layer = say(pen.language, f"trace.layer.{power.layer}")
        return (pen.say("by-layer", policy=policy_name(power.source), layer=layer),)
    if power.source.partition(":")[0] in {"bucket", "trust"}:
        key = "by-bucket" if power.source.startswith("bucket:") else "by-trust"
        return (pen.say(key, name=policy_name(power.source)),)
    if power.through is None:
        return (pen.say("by", policy=policy_name(power.source)),)
    return (pen.say("by-group", policy=policy_name(power.source), group=policy_name(power.through)),)


def _link(source: str, through: str | None, owner: "Subject") -> str:
    kind, _, name = source.partition(":")
    if source == PASSWORD_POLICY:
        return "account"
    match kind:
        case "inline":
            holder = owner.text if through is None else f"group/{policy_name(through)}"
            return f"inline/{holder}/{name}"
        case "bucket":
            return f"bucket/{name}"
        case "trust":
            return f"role/{name}"
    return f"policy/{source}"


def _power(pen: Pen, power: Power) -> Iterator[DetailRow]:
    sign = "✗" if power.denies else "✓" if power.works else "–"
    said = _sentence(pen, power)
    yield pen.line(pen.say("denying", what=said) if power.denies else said, sign=sign, depth=1)
    for term in power.terms:
        yield pen.line(_term(pen, term, denies=power.denies), sign="?", depth=2)
    for held in power.held_back:
        yield pen.line(_held(pen, held), sign="–" if not held.explicit else "✗", depth=2)


def _sentence(pen: Pen, power: Power) -> str:
    held = {action.lower() for one in power.held_back for action in one.actions} if power.works else set()
    working = [name for name in power.actions if f"{power.service}:{name}".lower() not in held]
    names = _some(pen, working or power.actions)
    if power.but:
        what = pen.say("all-but", names=names)
    elif power.service == "*":
        what = pen.say("everything")
    else:
        what = f"{power.service}: {names}"
    resources = tuple(short_resource(one) for one in power.resources)
    if power.resources == ("*",) and not power.spared:
        return pen.say("anywhere", what=what)
    return pen.say("on-all-but" if power.spared else "on", what=what, where=_some(pen, resources))


def _term(pen: Pen, term: Term, *, denies: bool) -> str:
    values = _some(pen, term.values)
    key = "only-if.deny" if denies else "only-if"
    return pen.say(key, operator=term.operator, key=term.key, values=values)


def _held(pen: Pen, held: HeldBack) -> str:
    services = {action.partition(":")[0] for action in held.actions}
    names = held.actions if len(services) > 1 else tuple(one.partition(":")[2] for one in held.actions)
    some = _some(pen, names)
    if held.decided_by is None:
        return pen.say("held.resource", names=some)
    if held.explicit:
        return pen.say("held.denied", names=some, policy=policy_phrase(pen.language, held.source))
    return pen.say("held.not-allowed", names=some, layer=say(pen.language, f"trace.layer.{held.decided_by}"))


def _some(pen: Pen, names: Sequence[str]) -> str:
    text = ", ".join(names[:MOST_NAMES])
    more = len(names) - MOST_NAMES
    return pen.say("and-more", names=text, count=more) if more > 0 else text
