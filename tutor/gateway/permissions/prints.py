"""What the answers about somebody or something hang on: where it is as it was, they are as they were."""

from collections.abc import Hashable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tutor.gateway.callers import caller_context
from tutor.gateway.organization import RCP, SCP, control_levels
from tutor.policy.arn import account_of

from .verdict import Judge

if TYPE_CHECKING:
    from tutor.policy import AttachedPolicy


@dataclass(frozen=True, slots=True)
class Prints:
    """The fingerprints of one world."""

    judge: Judge

    def row(self, reference: str) -> Hashable:
        """Policies of every kind that somebody has, and what is known of them; None if they are not there."""
        from tutor.account import policies_of

        world, asker = self.judge.world, self.judge.asker(reference)
        if asker is None:
            return None
        principal = asker.caller.principal
        held = policies_of(world, principal, asker.session)
        levels = control_levels(world, principal.account, SCP)
        boundary = () if held.boundary is None else (held.boundary,)
        policies = [_print(one) for one in (*held.identity, *held.session, *boundary)]
        policies += [_print(one) for level in levels for one in level]
        context = caller_context(asker.caller, world, asker.session, asker.at)
        lasting = sorted((key, str(value)) for key, value in context.items() if "TokenIssueTime" not in key)
        account = world.accounts.get(principal.account)
        password = account is not None and account.password_policy
        timed = any("time" in text.lower() for _, text in policies)
        return (
            tuple(policies),
            len(held.identity),
            len(boundary),
            tuple(map(len, levels)),
            tuple(lasting),
            bool(password and password.users_may_change),
            asker.at if timed else None,
        )

    def resource(self, resource: str) -> Hashable:
        """Its own policy and tags, and the policies over its account."""
        world = self.judge.world
        owner = account_of(resource)
        name, _, key = resource.removeprefix("arn:aws:s3:::").partition("/")
        bucket = world.bucket(name)
        if bucket is not None:
            stored = bucket.objects.get(key)
            policy = bucket.policy.document.text if bucket.policy is not None else None
            own: Hashable = (
                policy,
                tuple(bucket.policy_ids.items()),
                bucket.public_access_block,
                tuple(sorted(bucket.tags.items())),
                None if stored is None else tuple(sorted(stored.tags.items())),
                bucket.account_id,
            )
            owner = bucket.account_id
        else:
            own = self._of_identity(resource)
        levels = control_levels(world, owner, RCP) if owner else ()
        return own, tuple(_print(one) for level in levels for one in level)

    def _of_identity(self, resource: str) -> Hashable:
        world = self.judge.world
        account = world.accounts.get(account_of(resource) or "")
        name = resource.rpartition("/")[2]
        if account is None:
            return None
        if ":role/" in resource and name in account.roles:
            role = account.roles[name]
            return role.trust.document.text, tuple(role.trusted_ids.items()), tuple(sorted(role.tags.items()))
        if ":user/" in resource and name in account.users:
            return tuple(sorted(account.users[name].tags.items()))
        if resource in account.policies:
            return tuple(sorted(account.policies[resource].tags.items()))
        return None


def _print(policy: "AttachedPolicy") -> tuple[str, str]:
    return policy.source, policy.document.text
