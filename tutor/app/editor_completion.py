"""What may stand at the cursor of a policy: the catalogue's names and those of the account."""

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from itertools import islice
from typing import TYPE_CHECKING, Final

from tutor.app.editor_place import Place, place_at
from tutor.app.editor_resources import resource_rows
from tutor.app.models.editor_completion import AccountNames, Proposal, Proposals
from tutor.wording import Language, say

if TYPE_CHECKING:
    from tutor.policy.catalogue import Action, Catalogue, ConditionKey, Service

MOST_ROWS: Final = 60
MOST_ACTIONS: Final = 40
"""Actions of a statement whose resources and condition keys are looked up."""
PLAYED: Final = ("s3", "iam", "sts", "ec2", "organizations")
"""Services whose requests the sandbox decides; they are offered first."""
OPENED: Final = frozenset({"Effect", "Version", "Sid", "Id"})
"""Elements whose value is one text: taking the name opens its quotation marks."""
WITH_PRINCIPAL: Final = frozenset({"trust", "resource", "rcp"})
SERVICES: Final = (
    "ec2.amazonaws.com",
    "lambda.amazonaws.com",
    "s3.amazonaws.com",
    "cloudtrail.amazonaws.com",
    "ecs-tasks.amazonaws.com",
    "events.amazonaws.com",
    "logging.s3.amazonaws.com",
    "sns.amazonaws.com",
    "sqs.amazonaws.com",
)
"""Service principals that policies name most."""
REGIONS: Final = ("ap-northeast-2", "us-east-1", "us-west-2", "eu-west-1", "ap-northeast-1")
SPECIAL: Final = ("*", "?", "$")
"""What stands for itself as a variable."""
FAMILIES_OF_TYPES: Final[Mapping[str, tuple[str, ...]]] = {
    "String": ("String",),
    "Numeric": ("Numeric",),
    "Date": ("Date",),
    "Bool": ("Bool",),
    "Binary": ("Binary",),
    "Ip": ("IPAddress",),
    "NotIp": ("IPAddress",),
    "Arn": ("ARN",),
}
"""How operators begin, and the types of the keys that they are for."""


class Completer:
    """Offers what fits; reads the catalogue when it is first asked."""

    @cached_property
    def catalogue(self) -> "Catalogue":
        """All services."""
        from tutor.policy.catalogue import Catalogue

        return Catalogue.open()

    def proposals(
        self, text: str, cursor: int, kind: str, names: AccountNames, language: Language
    ) -> Proposals:
        """How the string at the cursor may go on; no rows if it is in none, or nothing fits."""
        place = place_at(text, cursor)
        if place is None:
            return Proposals(text, cursor)
        return _Offering(self.catalogue, place, kind, names, language).proposals(text, cursor)


class _Offering:
    """One place in one text."""

    def __init__(
        self, catalogue: "Catalogue", place: Place, kind: str, names: AccountNames, language: Language
    ) -> None:
        self._catalogue = catalogue
        self._place = place
        self._kind = kind
        self._names = names
        self._language: Language = language

    def proposals(self, text: str, cursor: int) -> Proposals:
        place = self._place
        begins = place.typed.rfind("${")
        if not place.is_key and begins >= 0 and "}" not in place.typed[begins:]:
            rows, start, end = tuple(self._variables(place.typed[begins + 2 :])), place.start + begins, cursor
            end += text[cursor : cursor + 1] == "}"
        else:
            rows, start = tuple(islice(self._rows(), MOST_ROWS)), place.start
            end = place.end + place.closed
        if len(rows) == 1 and rows[0].text == place.whole and place.closed:
            rows = ()  # it stands there already
        return Proposals(text, cursor, start, end, rows)

    # Which list belongs here.

    def _rows(self) -> Iterator[Proposal]:
        match self._place.path, self._place.is_key:
            case (), True:
                yield from self._elements(("Version", "Id", "Statement"))
            case ("Version",), False:
                yield from self._fixed(("2012-10-17", "2008-10-17"), "version")
            case ("Statement",), True:
                yield from self._elements(self._statement_elements)
            case ("Statement", "Effect"), False:
                yield from self._fixed(("Allow", "Deny"), "effect")
            case ("Statement", "Action" | "NotAction"), False:
                yield from self._actions()
            case ("Statement", "Resource" | "NotResource"), False:
                yield from self._resources()
            case ("Statement", "Principal" | "NotPrincipal"), True:
                yield from self._keys_of(("AWS", "Service", "Federated", "CanonicalUser"), "family")
            case ("Statement", "Principal" | "NotPrincipal"), False:
                yield from self._fixed(("*",), "principal")
            case ("Statement", "Principal" | "NotPrincipal", family), False:
                yield from self._principals(family)
            case ("Statement", "Condition"), True:
                yield from self._operators()
            case ("Statement", "Condition", operator), True:
                yield from self._condition_keys(operator)
            case ("Statement", "Condition", operator, key), False:
                yield from self._condition_values(operator, key)

    # Elements and fixed words.

    @property
    def _statement_elements(self) -> tuple[str, ...]:
        from tutor.policy.vocabulary import STATEMENT_ELEMENTS

        left_out = set() if self._kind in WITH_PRINCIPAL else {"Principal", "NotPrincipal"}
        if self._kind == "trust":
            left_out |= {"Resource", "NotResource"}
        return tuple(name for name in STATEMENT_ELEMENTS if name not in left_out)

    def _elements(self, names: Iterable[str]) -> Iterator[Proposal]:
        there = {name.removeprefix("Not") for name in self._place.siblings}
        names = [name for name in names if name.removeprefix("Not") not in there]
        yield from self._keys_of(names, "element")

    def _keys_of(self, names: Iterable[str], about: str) -> Iterator[Proposal]:
        for name in self._fitting(names):
            detail = say(self._language, f"app.editor.{about}.{name}")
            yield self._key(name, detail, opens=name in OPENED)

    def _fixed(self, values: Iterable[str], about: str) -> Iterator[Proposal]:
        for value in self._fitting(values):
            yield self._value(value, say(self._language, f"app.editor.{about}.{value}"))

    # Actions and what they act on.

    def _actions(self) -> Iterator[Proposal]:
        prefix, colon, name = self._place.typed.partition(":")
        if not colon:
            yield from self._services(prefix)
            return
        service = self._catalogue.service(prefix)
        if service is not None:
            actions = {action.name: action for action in service.actions.values()}
            played = _played()
            names = sorted(actions, key=lambda each: f"{service.prefix}:{each}" not in played)
            for each in _fitting(name, names):
                action = actions[each]
                yield self._value(f"{service.prefix}:{action.name}", self._about(action))

    def _services(self, typed: str) -> Iterator[Proposal]:
        others = [prefix for prefix in self._catalogue.prefixes if prefix not in PLAYED]
        names = [*(name for name in PLAYED), *others]
        for prefix in names:
            if prefix.startswith(typed.lower()):
                service = self._catalogue.service(prefix)
                detail = service.name if service else ""
                tail = '"' if self._place.closed else ""
                yield Proposal(f"{prefix}:", detail, f"{prefix}:{tail}", goes_on=True, back=len(tail))
        if len(typed) > 2:
            for prefix in PLAYED:
                service = self._catalogue.service(prefix)
                for action in service.actions.values() if service else ():
                    if typed.lower() in action.name.lower():
                        yield self._value(f"{prefix}:{action.name}", self._about(action))

    def _about(self, action: "Action") -> str:
        level = say(self._language, f"app.editor.level.{action.access_level.name}")
        return " · ".join([level, *(name for name, _ in action.resource_types[:2])])

    def _named_actions(self) -> "Iterator[tuple[Service, Action]]":
        """What the statement's actions stand for."""
        statement = self._place.statement
        patterns = (*statement.get("Action", ()), *statement.get("NotAction", ()))
        found = (match for one in patterns if ":" in one for match in self._catalogue.matches(one))
        yield from islice(found, MOST_ACTIONS)

    def _resources(self) -> Iterator[Proposal]:
        rows = resource_rows(list(self._named_actions()), self._names, self._language)
        for text in self._fitting(rows):
            yield self._value(text, rows[text])

    def _principals(self, family: str) -> Iterator[Proposal]:
        match family:
            case "AWS":
                found = {arn: _kind_of_arn(arn) for arn in self._names.principals}
                found |= {"*": say(self._language, "app.editor.principal.*")}
            case "Service":
                found = dict.fromkeys(SERVICES, "")
            case "Federated":
                found = dict.fromkeys(self._names.providers, "")
            case _:
                found = {}
        for name in self._fitting(found):
            yield self._value(name, found[name])

    # Conditions.

    def _operators(self) -> Iterator[Proposal]:
        from tutor.policy.vocabulary import OPERATORS, SET_PREFIXES

        typed = self._place.typed.lower()
        names = list(OPERATORS)
        if len(typed) > 1:
            names += [f"{name}IfExists" for name in OPERATORS if name != "Null"]
            sets = [f"{prefix}:{name}" for prefix in SET_PREFIXES for name in OPERATORS if name != "Null"]
            names += sets
            if ":" in typed:
                names += [f"{name}IfExists" for name in sets]
        for name in _fitting(typed, [name for name in names if name not in self._place.siblings]):
            yield self._key(name, self._about_operator(name))

    def _about_operator(self, name: str) -> str:
        base = name.rpartition(":")[2].removesuffix("IfExists")
        family = next((one for one in FAMILIES_OF_TYPES if base.startswith(one)), base)
        words = [say(self._language, f"app.editor.operator.{family.removeprefix('Not')}")]
        words += [say(self._language, f"app.editor.set.{name.partition(':')[0]}")] if ":" in name else []
        words += [say(self._language, "app.editor.if-exists")] if name.endswith("IfExists") else []
        return " · ".join(words)

    def _known_keys(self) -> "dict[str, ConditionKey]":
        keys: dict[str, ConditionKey] = {}
        for service, action in self._named_actions():
            keys |= service.keys_of(action)
        return keys | dict(self._catalogue.global_condition_keys)

    def _condition_keys(self, operator: str) -> Iterator[Proposal]:
        base = operator.rpartition(":")[2].removesuffix("IfExists")
        wanted = next((kinds for name, kinds in FAMILIES_OF_TYPES.items() if base.startswith(name)), ())
        known = {key.name: key for key in self._known_keys().values()}
        rows: dict[str, ConditionKey] = {}
        for key in sorted(known.values(), key=lambda key: key.type not in wanted):
            if key.open_ended:
                stem = key.name.partition("$")[0].partition("<")[0]
                rows |= {f"{stem}{tag}": key for tag in self._names.tag_keys} or {stem: key}
            else:
                rows[key.name] = key
        for name in self._fitting(rows):
            key = rows[name]
            several = [say(self._language, "app.editor.several")] if key.multivalued else []
            yield self._key(name, " · ".join([key.type, *several]))

    def _condition_values(self, operator: str, key: str) -> Iterator[Proposal]:
        names = self._names
        base = operator.rpartition(":")[2].removesuffix("IfExists")
        lower = key.lower()
        found: Iterable[str] = ()
        if base in {"Bool", "Null"}:
            found = ("true", "false")
        elif lower in {"aws:principalarn", "aws:sourcearn"}:
            found = names.principals if lower == "aws:principalarn" else names.arns
        elif lower in {"aws:principalaccount", "aws:resourceaccount", "aws:sourceaccount"}:
            found = names.accounts
        elif lower in {"aws:principalorgid", "aws:resourceorgid"}:
            found = (names.organization,) if names.organization else ()
        elif lower == "aws:requestedregion":
            found = REGIONS
        elif lower == "aws:username":
            found = names.users
        elif lower == "aws:tagkeys":
            found = names.tag_keys
        for value in self._fitting(found):
            yield self._value(value, "")

    def _variables(self, typed: str) -> Iterator[Proposal]:
        keys = self._known_keys().values()
        single = sorted({key.name for key in keys if not key.multivalued and not key.open_ended})
        first = [name for name in ("aws:username", "aws:userid") if name in single]
        tags = [f"aws:PrincipalTag/{tag}" for tag in self._names.tag_keys]
        about = "variable" if self._place.version == "2012-10-17" else "variable.old"
        detail = say(self._language, f"app.editor.{about}")
        for name in islice(_fitting(typed, dict.fromkeys([*first, *tags, *single, *SPECIAL])), MOST_ROWS):
            yield Proposal(f"${{{name}}}", detail, f"${{{_inside(name)}}}", goes_on=True)

    # How a choice is written.

    def _fitting(self, names: Iterable[str]) -> Iterator[str]:
        return _fitting(self._place.typed, names)

    def _value(self, value: str, detail: str) -> Proposal:
        return Proposal(value, detail, f'{_inside(value)}"')

    def _key(self, name: str, detail: str, *, opens: bool = False) -> Proposal:
        if self._place.named:
            return Proposal(name, detail, f'{_inside(name)}"')
        return Proposal(name, detail, f'{_inside(name)}": ' + ('"' if opens else ""), goes_on=opens)


@cache
def _played() -> frozenset[str]:
    """The actions that the sandbox knows requests for: they are offered first."""
    from tutor.gateway.needs import NEEDS

    return frozenset(action for action, _ in NEEDS.values())


def _fitting(typed: str, names: Iterable[str]) -> Iterator[str]:
    """Names that begin with what was typed, then those that hold it; case does not count."""
    wanted = typed.lower()
    held = [name for name in names if wanted in name.lower()]
    yield from (name for name in held if name.lower().startswith(wanted))
    yield from (name for name in held if not name.lower().startswith(wanted))


def _inside(text: str) -> str:
    """A text as it stands between quotation marks."""
    return json.dumps(text, ensure_ascii=False)[1:-1]


def _kind_of_arn(arn: str) -> str:
    return arn.rpartition(":")[2].partition("/")[0]
