"""The caller of a case of `iam-tutor simulate` (`spec/simulate-format.md`, `CallerArn` and `CallerType`)."""

from collections.abc import Mapping
from typing import Final

from .arn import account_of
from .principals import WITHOUT_ACCOUNT, Principal, PrincipalKind

__all__ = ["CaseError", "read_caller"]

SERVICE_DOMAINS: Final = (".amazonaws.com", ".amazonaws.com.cn")
KINDS_BY_ARN: Final = (
    ("iam", "user/", PrincipalKind.USER),
    ("iam", "role/", PrincipalKind.ROLE),
    ("iam", "root", PrincipalKind.ROOT),
    ("iam", "saml-provider/", PrincipalKind.FEDERATED),
    ("iam", "oidc-provider/", PrincipalKind.FEDERATED),
    ("sts", "assumed-role/", PrincipalKind.ASSUMED_ROLE),
    ("sts", "federated-user/", PrincipalKind.FEDERATED_USER),
)
SAME_KINDS: Final = [{kind} for kind in PrincipalKind] + [{PrincipalKind.ROLE, PrincipalKind.ASSUMED_ROLE}]
"""What `CallerType` and the ARN may say of one caller: of a role and its session the ARN tells which."""


class CaseError(Exception):
    """A case that cannot be answered; the text names the field and what is wrong with it."""


def read_caller(fields: Mapping[str, object]) -> Principal:
    """The caller that a case names; raises CaseError."""
    arn = fields.get("CallerArn") or ""
    if not isinstance(arn, str):
        raise CaseError("CallerArn: is not a string")
    written = fields.get("CallerType")
    if written is None:
        kind = _kind_of(arn)
    elif isinstance(written, str) and written in set(PrincipalKind):
        kind = PrincipalKind(written)
    else:
        raise CaseError(f"CallerType: {written!r} is not one of {', '.join(PrincipalKind)}")
    if kind is PrincipalKind.ANONYMOUS:
        return Principal(kind, "", "")
    if kind in WITHOUT_ACCOUNT:
        return Principal(kind, arn, "")
    account = account_of(arn)
    if account is None or {kind, _kind_of(arn)} not in SAME_KINDS:
        raise CaseError(f"CallerArn: {arn!r} is not the ARN of a caller of type {kind}")
    return Principal(_kind_of(arn), arn, account)


def _kind_of(arn: str) -> PrincipalKind:
    """The kind of caller that an ARN, a service's name or a provider's host stands for."""
    if not arn:
        return PrincipalKind.ANONYMOUS
    if not arn.startswith("arn:"):
        return PrincipalKind.AWS_SERVICE if arn.endswith(SERVICE_DOMAINS) else PrincipalKind.FEDERATED
    fields = arn.split(":", 5)
    for service, beginning, kind in KINDS_BY_ARN:
        if len(fields) > 5 and fields[2] == service and fields[5].startswith(beginning):
            return kind
    raise CaseError(f"CallerArn: {arn!r} is no caller")
