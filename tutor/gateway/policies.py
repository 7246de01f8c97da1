"""Which policies of every kind a request meets (spec/iam-facts.md 3.1, 3.3)."""

import json
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Final

from tutor.gateway.organization import RCP, SCP, control_levels
from tutor.gateway.scene import Need
from tutor.policy import AttachedPolicy, PolicyDocument, PolicySet, PrincipalKind, parse_policy

if TYPE_CHECKING:
    from tutor.account import Caller, Session, World

PASSWORD_POLICY: Final = "account:password-policy"
"""The source of what AllowUsersToChangePassword gives."""
OWN_PASSWORD: Final = frozenset({"iam:changepassword", "iam:getaccountpasswordpolicy"})
TRUST_ACTIONS: Final = ("sts:assumerole", "sts:tagsession", "sts:setsourceidentity")


def policies_met(world: "World", caller: "Caller", session: "Session | None", need: Need) -> PolicySet:
    """The policies of the caller, of the resource, and of the organizations on both sides."""
    from tutor.account import policies_of

    owner = need.resource_account or caller.principal.account
    held = policies_of(world, caller.principal, session)
    return replace(
        held,
        identity=(*held.identity, *_account_wide(world, caller, need)),
        resource=resource_policy(world, caller, need),
        service_control=control_levels(world, caller.principal.account, SCP),
        resource_control=control_levels(world, owner, RCP),
    )


def _account_wide(world: "World", caller: "Caller", need: Need) -> tuple[AttachedPolicy, ...]:
    """What the account's password policy lets every user do, with no policy attached to anybody."""
    if need.action.lower() not in OWN_PASSWORD or caller.principal.kind is not PrincipalKind.USER:
        return ()
    policy = world.accounts[caller.principal.account].password_policy
    if policy is None or not policy.users_may_change:
        return ()
    return (AttachedPolicy(PASSWORD_POLICY, _own_password()),)


@cache
def _own_password() -> PolicyDocument:
    own = "arn:aws:iam::*:user/${aws:username}", "arn:aws:iam::*:user/*/${aws:username}"
    statements = [
        {"Effect": "Allow", "Action": "iam:ChangePassword", "Resource": own},
        {"Effect": "Allow", "Action": "iam:GetAccountPasswordPolicy", "Resource": "*"},
    ]
    return parse_policy(json.dumps({"Version": "2012-10-17", "Statement": statements}))


def resource_policy(world: "World", caller: "Caller", need: Need) -> AttachedPolicy | None:
    """The policy on the resource: of a bucket, or the trust policy of a role that is to be assumed."""
    service, _, rest = need.resource.removeprefix("arn:aws:").partition(":")
    if service == "s3" and need.action.lower().startswith("s3:"):
        return _bucket_policy(world, caller, rest.removeprefix("::").partition("/")[0])
    if need.action.lower().startswith(TRUST_ACTIONS):
        return _trust_policy(world, need.resource)
    return None


def _bucket_policy(world: "World", caller: "Caller", name: str) -> AttachedPolicy | None:
    """A bucket's policy; where it is public and that is restricted, strangers do not get to see it."""
    from tutor.account.bucket_policies import bucket_policy_of
    from tutor.account.public_access import is_public

    bucket = world.bucket(name)
    policy = None if bucket is None else bucket_policy_of(world, bucket)
    if bucket is None or policy is None:
        return None
    document = policy.document
    block = bucket.public_access_block
    stranger = caller.principal.account != bucket.account_id
    if stranger and block is not None and block.restrict_buckets and is_public(document):
        return None
    return AttachedPolicy(f"bucket:{name}", document)


def _trust_policy(world: "World", arn: str) -> AttachedPolicy | None:
    from tutor.account import trust_of

    found = world.role(arn)
    if found is None:
        return None
    return AttachedPolicy(f"trust:{found[1].name}", trust_of(world, found[1]).document)
