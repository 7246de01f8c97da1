"""Who a Principal element includes (`spec/iam-facts.md` 2.2, 3.2, 3.3)."""

import pytest

from tutor.policy import Outcome, PolicyKind, PolicySet, Principal, PrincipalKind, decide

from .builders import (
    ALICE,
    ANONYMOUS,
    FEDERATED,
    HOME,
    PARTNER,
    ROLE_ARN,
    ROOT,
    SERVICE,
    SESSION,
    policy,
    request,
    statement,
)

ACCOUNT = f"arn:aws:iam::{HOME}:root"
ROLE = Principal(PrincipalKind.ROLE, ROLE_ARN, HOME)
PROVIDER = Principal(PrincipalKind.FEDERATED, f"arn:aws:iam::{HOME}:saml-provider/corp", "")
LINKED = Principal(
    PrincipalKind.ROLE, f"arn:aws:iam::{HOME}:role/aws-service-role/x.amazonaws.com/AWSServiceRoleForX", HOME
)


def denied(principal: Principal, element: dict[str, object], **policies: object) -> bool:
    """Whether a Deny with this Principal or NotPrincipal element hits the caller."""
    written = policy(statement("Deny", **element), kind=PolicyKind.RESOURCE)
    keys = {"aws:userid": "AROAEXAMPLE:s1" if principal is SESSION else "AIDAEXAMPLE"}
    decision = decide(request(principal, context=keys), PolicySet(resource=written))
    return decision.outcome is Outcome.EXPLICIT_DENY


NAMES: list[tuple[Principal, object, bool]] = [
    (ALICE, "*", True),
    (ALICE, {"AWS": "*"}, True),
    (ALICE, {"AWS": HOME}, True),
    (ALICE, {"AWS": ACCOUNT}, True),
    (ALICE, {"AWS": PARTNER}, False),
    (ALICE, {"AWS": ALICE.arn}, True),
    (ALICE, {"AWS": ALICE.arn.upper()}, False),
    (ALICE, {"AWS": [f"{ALICE.arn}x", ALICE.arn]}, True),
    (ALICE, {"AWS": "AIDAEXAMPLE"}, True),
    (ALICE, {"AWS": "AIDAOTHER"}, False),
    (ALICE, {"Service": "*"}, False),
    (ALICE, {"CanonicalUser": "79a59df900b949e55d96a1e698fbaced"}, False),
    (SESSION, {"AWS": ROLE_ARN}, True),
    (SESSION, {"AWS": f"{ROLE_ARN}x"}, False),
    (SESSION, {"AWS": f"arn:aws:iam::{PARTNER}:role/app"}, False),
    (SESSION, {"AWS": f"arn:aws:iam::{HOME}:user/app"}, False),
    (SESSION, {"AWS": SESSION.arn}, True),
    (SESSION, {"AWS": "AROAEXAMPLE"}, True),
    (SESSION, {"AWS": "AROAOTHER"}, False),
    (ROLE, {"AWS": ROLE_ARN}, True),
    (ROLE, {"AWS": SESSION.arn}, False),
    (FEDERATED, {"AWS": FEDERATED.arn}, True),
    (FEDERATED, {"AWS": ALICE.arn}, True),
    (FEDERATED, {"AWS": f"arn:aws:iam::{HOME}:user/bob"}, False),
    (ROOT, {"AWS": ACCOUNT}, True),
    (ROOT, {"AWS": ALICE.arn}, False),
    (SERVICE, {"Service": SERVICE.arn}, True),
    (SERVICE, {"Service": "s3.amazonaws.com"}, False),
    (SERVICE, {"AWS": HOME}, False),
    (SERVICE, "*", True),
    (PROVIDER, {"Federated": PROVIDER.arn}, True),
    (PROVIDER, {"AWS": HOME}, False),
    (ANONYMOUS, "*", True),
    (ANONYMOUS, {"AWS": "*"}, True),
    (ANONYMOUS, {"AWS": HOME}, False),
]


@pytest.mark.parametrize(("principal", "element", "named"), NAMES)
def test_principal(principal: Principal, element: object, named: bool) -> None:
    assert denied(principal, {"Principal": element}) is named


SPARED: list[tuple[Principal, list[str], bool]] = [
    (ALICE, [ALICE.arn, ACCOUNT], True),
    (ALICE, [ALICE.arn], False),
    (ALICE, [ACCOUNT], False),
    (SESSION, [SESSION.arn, ROLE_ARN, ACCOUNT], True),
    (SESSION, [ROLE_ARN, ACCOUNT], False),
    (ROLE, [ROLE_ARN, HOME], True),
    (ROOT, [ACCOUNT], True),
    (ANONYMOUS, [ACCOUNT], False),
    (ANONYMOUS, ["*"], True),
]


@pytest.mark.parametrize(("principal", "listed", "spared"), SPARED)
def test_not_principal_spares_whom_it_lists_by_every_name(
    principal: Principal, listed: list[str], spared: bool
) -> None:
    assert denied(principal, {"NotPrincipal": {"AWS": listed}}) is not spared


def test_not_principal_can_spare_a_service() -> None:
    assert not denied(SERVICE, {"NotPrincipal": {"Service": SERVICE.arn}})
    assert denied(ALICE, {"NotPrincipal": {"Service": SERVICE.arn}})


def test_where_the_parent_is_unknown_a_user_of_the_account_counts_as_the_parent() -> None:
    unknown = Principal(FEDERATED.kind, FEDERATED.arn, HOME)
    assert denied(unknown, {"Principal": {"AWS": ALICE.arn}})
    assert not denied(unknown, {"Principal": {"AWS": f"arn:aws:iam::{PARTNER}:user/alice"}})


@pytest.mark.parametrize("principal", [SERVICE, ANONYMOUS, PROVIDER])
def test_callers_without_an_account_have_only_the_resource_policy(principal: Principal) -> None:
    assert not decide(request(principal), PolicySet(identity=(policy(statement()),))).allowed
    open_to_all = policy(statement(Principal="*"), kind=PolicyKind.RESOURCE)
    no_scp = PolicySet(resource=open_to_all, service_control=((),))
    assert decide(request(principal), no_scp).allowed


def test_nothing_of_the_organization_or_a_boundary_binds_a_service_linked_role() -> None:
    nothing = policy(statement("Deny"), kind=PolicyKind.BOUNDARY)
    policies = PolicySet(identity=(policy(statement()),), boundary=nothing, service_control=((),))
    assert decide(request(LINKED), policies).allowed
    assert not decide(request(ROLE), policies).allowed


def test_an_empty_scp_level_allows_nothing() -> None:
    policies = PolicySet(identity=(policy(statement()),), service_control=((),))
    assert not decide(request(), policies).allowed


@pytest.mark.parametrize(
    ("action", "reached"), [("s3:GetObject", True), ("iam:GetUser", False), ("kms:RetireGrant", False)]
)
def test_which_actions_resource_control_policies_reach(action: str, reached: bool) -> None:
    deny = policy(statement("Deny", Principal="*"), kind=PolicyKind.RCP)
    policies = PolicySet(identity=(policy(statement()),), resource_control=((deny,),))
    assert decide(request(action=action), policies).allowed is not reached


def test_keys_of_aws_itself_are_exempt_from_resource_control_policies() -> None:
    deny = policy(statement("Deny", Principal="*"), kind=PolicyKind.RCP)
    policies = PolicySet(identity=(policy(statement()),), resource_control=((deny,),))
    for alias, allowed in (("aws/s3", True), ("mine", False)):
        key = f"arn:aws:kms:us-east-1:{HOME}:alias/{alias}"
        assert decide(request(action="kms:DescribeKey", resource=key), policies).allowed is allowed


def test_root_reaches_another_account_only_where_that_account_lets_it_in() -> None:
    asked = request(ROOT, account=PARTNER)
    assert not decide(asked, PolicySet()).allowed
    assert decide(
        asked, PolicySet(resource=policy(statement(Principal={"AWS": HOME}), kind=PolicyKind.RESOURCE))
    ).allowed
