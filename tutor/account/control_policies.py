"""Control policies of an organization, and those that AWS has made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from tutor.account.policy_text import RESOURCE_CONTROL, SERVICE_CONTROL, PolicyText

__all__ = ["FULL_ACCESS", "POLICY_KINDS", "RCP", "SCP", "ControlPolicy"]

SCP: Final = "SERVICE_CONTROL_POLICY"
RCP: Final = "RESOURCE_CONTROL_POLICY"
POLICY_KINDS: Final = {SCP: SERVICE_CONTROL, RCP: RESOURCE_CONTROL}
"""The policy types of the sandbox, as Organizations and as the evaluator name them."""


@dataclass(frozen=True, slots=True)
class ControlPolicy:
    """A service control policy or resource control policy."""

    policy_id: str
    type: str
    name: str
    description: str
    content: PolicyText

    @property
    def by_aws(self) -> bool:
        """One of those that give full access, which AWS made and nobody changes."""
        return self.policy_id in FULL_ACCESS


_ALLOW_ALL: Final = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow",%s"Action":"*","Resource":"*"}]}'
FULL_ACCESS: Final = {
    policy.policy_id: policy
    for policy in (
        ControlPolicy(
            "p-FullAWSAccess",
            SCP,
            "FullAWSAccess",
            "Allows access to every operation",
            PolicyText(_ALLOW_ALL % "", kind=SERVICE_CONTROL),
        ),
        ControlPolicy(
            "p-RCPFullAWSAccess",
            RCP,
            "RCPFullAWSAccess",
            "Allows all policy evaluation that is evaluated by RCP",
            PolicyText(_ALLOW_ALL % '"Principal":"*",', kind=RESOURCE_CONTROL),
        ),
    )
}
"""What is attached everywhere as soon as its type is enabled."""
