"""What Organizations accepts as the content of a control policy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tutor.account.control_policies import POLICY_KINDS, RCP, SCP
from tutor.account.operations.organizations_errors import constraint, fault
from tutor.account.policy_text import PolicyText
from tutor.account.service_error import ServiceError

if TYPE_CHECKING:
    from tutor.account.call import Call

__all__ = ["policy_content"]

_LARGEST: Final = {SCP: 10_240, RCP: 5_120}
"""Characters of a policy, white space too."""


def policy_content(call: Call, kind: str) -> PolicyText:
    """The Content of a call as a policy of this type; raises MalformedPolicyDocumentException."""
    text = call.required("Content")
    if call.recorded:
        return PolicyText(text, kind=POLICY_KINDS[kind])
    from tutor.policy import Effect, PolicyError, PolicyKind, parse_policy

    if len(text) > _LARGEST[kind]:
        message = "You have exceeded the maximum policy size."
        raise constraint("POLICY_CONTENT_LIMIT_EXCEEDED", message)
    malformed = fault("MalformedPolicyDocumentException")
    try:
        document = parse_policy(text, PolicyKind(POLICY_KINDS[kind]))
    except PolicyError as why:
        raise ServiceError(malformed.code, malformed.message, 400, fault=why) from None
    only_denies = all(
        statement.effect is Effect.DENY and not statement.action.negated for statement in document.statements
    )
    if kind == RCP and not only_denies:
        raise malformed
    return PolicyText(text, document, kind=POLICY_KINDS[kind])
