"""One case of `iam-tutor simulate`, read into typed values (`spec/simulate-format.md`)."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final, Never

from .arn import account_of
from .callers import CaseError, read_caller
from .context import Context, ContextValue
from .parse import parse_policy
from .request import AttachedPolicy, Policies, PolicySet, Request
from .source import PolicyError
from .special import concerns_trust
from .vocabulary import PolicyKind

__all__ = ["Case", "CaseError", "load_case", "read_case"]

CONTEXT_TYPES: Final = frozenset({"string", "numeric", "boolean", "ip", "binary", "date"})
LIST_ENDING: Final = "List"


@dataclass(frozen=True, slots=True)
class Case:
    """A case: requests, and the policies that they meet."""

    name: str | None
    requests: tuple[Request, ...]
    """One a pair of action and resource, actions outermost."""
    policies: PolicySet
    """All but the resource policy."""
    trust_policy: AttachedPolicy | None
    """The resource policy, read as a role's trust policy; None when no request is about one."""
    resource_policy: AttachedPolicy | None
    """The resource policy, read as any other; None when no request is about one."""
    policy_texts: tuple[str, ...]
    """The text of each policy."""

    def policies_for(self, request: Request) -> PolicySet:
        """The policies that one of the requests meets."""
        resource = self.trust_policy if concerns_trust(request) else self.resource_policy
        return self.policies if resource is None else replace(self.policies, resource=resource)


def load_case(text: bytes | str) -> Mapping[str, object]:
    """The fields of a case from its JSON; raises CaseError where it is not a JSON object."""
    try:
        fields = json.loads(text, object_pairs_hook=_unique)
    except RecursionError:
        raise CaseError("the case is nested too deeply") from None
    except ValueError as error:
        raise CaseError(f"the case is not JSON: {error}") from error
    if not isinstance(fields, dict):
        raise CaseError("the case is not a JSON object")
    return fields


def _unique(members: list[tuple[str, object]]) -> dict[str, object]:
    """An object's members; the policy grammar forbids a key twice, which a plain reading would hide."""
    fields = dict(members)
    if len(fields) < len(members):
        names = [name for name, _ in members]
        twice = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"the key {twice!r} stands twice in one object")
    return fields


def read_case(fields: Mapping[str, object]) -> Case:
    """The case in typed values, its policies compiled; raises CaseError."""
    return _Reader(fields).case()


class _Reader:
    """Reads one case, field by field."""

    def __init__(self, fields: Mapping[str, object]) -> None:
        self.fields = fields
        self.texts: list[str] = []

    def case(self) -> Case:
        name = self.fields.get("Name")
        principal, context, owner = read_caller(self.fields), self.context(), self.owner()
        actions = self.strings("ActionNames") or self.refuse("ActionNames", "needs one action at least")
        for action in actions:
            if action.count(":") != 1 or "*" in action or "?" in action:
                self.refuse("ActionNames", f"{action!r} is not service:Name")
        requests = tuple(
            Request(principal, action, resource, owner, context)
            for action in actions
            for resource in self.strings("ResourceArns") or ["*"]
        )
        boundaries = self.policies("PermissionsBoundaryPolicyInputList", PolicyKind.BOUNDARY)
        if len(boundaries) > 1:
            self.refuse("PermissionsBoundaryPolicyInputList", "holds one policy at most")
        policies = PolicySet(
            identity=self.policies("PolicyInputList", PolicyKind.IDENTITY),
            boundary=boundaries[0] if boundaries else None,
            session=self.policies("SessionPolicyInputList", PolicyKind.SESSION),
            service_control=self.levels("ServiceControlPolicyInputList", PolicyKind.SCP),
            resource_control=self.levels("ResourceControlPolicyInputList", PolicyKind.RCP),
        )
        trust = resource = None
        written = self.fields.get("ResourcePolicy")
        if written is not None:
            about_trust = [concerns_trust(request) for request in requests]
            if any(about_trust):
                trust = self.policy(written, "ResourcePolicy", PolicyKind.TRUST)
            if not all(about_trust):
                resource = self.policy(written, "ResourcePolicy", PolicyKind.RESOURCE)
        return Case(
            name if isinstance(name, str) else None, requests, policies, trust, resource, tuple(self.texts)
        )

    def refuse(self, field: str, why: str) -> Never:
        raise CaseError(f"{field}: {why}")

    def strings(self, field: str) -> list[str]:
        value = self.fields.get(field)
        if value is None:
            return []
        if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
            self.refuse(field, "is not a list of strings")
        return value

    def listed(self, field: str) -> list[object]:
        value = self.fields.get(field)
        if value is None:
            return []
        if not isinstance(value, list):
            raise CaseError(f"{field}: is not a list")
        return value

    def owner(self) -> str | None:
        owner = self.fields.get("ResourceOwner")
        if owner is None:
            return None
        account = account_of(owner) if isinstance(owner, str) else None
        if account is None:
            raise CaseError(f"ResourceOwner: {owner!r} is not arn:aws:iam::ACCOUNT:root")
        return account

    def context(self) -> Context:
        entries: dict[str, ContextValue] = {}
        for entry in self.listed("ContextEntries"):
            if not isinstance(entry, dict):
                raise CaseError("ContextEntries: an entry is not an object")
            key, value = _context_entry(entry)
            if key.lower() in entries:
                raise CaseError(f"ContextEntries: {key!r} is given twice")
            entries[key.lower()] = value
        return Context(entries)

    def policies(self, field: str, kind: PolicyKind) -> Policies:
        written = enumerate(self.listed(field), 1)
        return tuple(self.policy(policy, f"{field}.{number}", kind) for number, policy in written)

    def levels(self, field: str, kind: PolicyKind) -> tuple[Policies, ...]:
        return tuple(self._levels(field, kind))

    def _levels(self, field: str, kind: PolicyKind) -> Iterator[Policies]:
        for number, level in enumerate(self.listed(field), 1):
            if not isinstance(level, list):
                raise CaseError(f"{field}.{number}: a level is not a list of policies")
            places = enumerate(level, 1)
            yield tuple(self.policy(policy, f"{field}.{number}.{place}", kind) for place, policy in places)

    def policy(self, written: object, source: str, kind: PolicyKind) -> AttachedPolicy:
        if not isinstance(written, str | dict):
            raise CaseError(f"{source}: is neither an object nor JSON text")
        try:
            text = written if isinstance(written, str) else json.dumps(written, indent=2, ensure_ascii=False)
        except RecursionError:
            raise CaseError(f"{source}: is nested too deeply") from None
        self.texts.append(text)
        try:
            return AttachedPolicy(source, parse_policy(text, kind, stored=True))
        except PolicyError as error:
            place = f"line {error.position.line}, column {error.position.column}"
            raise CaseError(f"{source}: {error.message} ({error.fault} at {place})") from error


def _context_entry(entry: dict[object, object]) -> tuple[str, ContextValue]:
    key, values = entry.get("ContextKeyName"), entry.get("ContextKeyValues")
    written_type = entry.get("ContextKeyType", "string")
    if not isinstance(key, str) or not key:
        raise CaseError("ContextEntries: ContextKeyName is not a string")
    if not isinstance(written_type, str) or written_type.removesuffix(LIST_ENDING) not in CONTEXT_TYPES:
        raise CaseError(f"ContextEntries: ContextKeyType {written_type!r} is unknown")
    if not isinstance(values, list) or not all(isinstance(value, str | int | float) for value in values):
        raise CaseError(f"ContextEntries: ContextKeyValues of {key!r} is not a list of strings")
    texts = tuple(str(value).lower() if isinstance(value, bool) else str(value) for value in values)
    return key, ContextValue(texts, written_type.endswith(LIST_ENDING) or len(texts) > 1)
