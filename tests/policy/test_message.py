"""The AccessDenied sentence in all its variants (`spec/iam-facts.md` 6.2)."""

import pytest

from tutor.policy import PolicyKind, PolicySet, access_denied_message, decide

from .builders import ALICE, ANONYMOUS, HOME, OBJECT, PARTNER, ROOT, SESSION, policy, request, statement

ROLE = f"arn:aws:iam::{HOME}:role/target"
ELSEWHERE = "arn:aws:s3:::other/*"
START = f"User: {ALICE.arn} is not authorized to perform: s3:GetObject on resource: {OBJECT} "
YES = policy(statement())


def of(
    kind: PolicyKind, effect: str = "Allow", resource: str | None = ELSEWHERE, **elements: object
) -> PolicySet:
    """An identity policy that allows, and a policy of another kind."""
    other = policy(statement(effect, resource=resource, **elements), kind=kind)
    match kind:
        case PolicyKind.BOUNDARY:
            return PolicySet(identity=(YES,), boundary=other)
        case PolicyKind.SESSION:
            return PolicySet(identity=(YES,), session=(other,))
        case PolicyKind.SCP:
            return PolicySet(identity=(YES,), service_control=((other,),))
        case PolicyKind.RCP:
            return PolicySet(identity=(YES,), resource_control=((other,),))
        case _:
            return PolicySet(identity=(YES,), resource=other)


IMPLICIT = [
    (PolicySet(), "identity-based policy"),
    (of(PolicyKind.BOUNDARY), "permissions boundary"),
    (of(PolicyKind.SESSION), "session policy"),
    (of(PolicyKind.SCP), "service control policy"),
]


@pytest.mark.parametrize(("policies", "named"), IMPLICIT, ids=[named for _, named in IMPLICIT])
def test_nothing_allows(policies: PolicySet, named: str) -> None:
    message = access_denied_message(decide(request(), policies))
    assert message == f"{START}because no {named} allows the s3:GetObject action"


EXPLICIT = [
    (PolicySet(identity=(YES, policy(statement("Deny")))), "an identity-based policy"),
    (of(PolicyKind.RESOURCE, "Deny", "*", Principal="*"), "a resource-based policy"),
    (of(PolicyKind.BOUNDARY, "Deny", "*"), "a permissions boundary"),
    (of(PolicyKind.SESSION, "Deny", "*"), "a session policy"),
    (of(PolicyKind.SCP, "Deny", "*"), "a service control policy"),
    (of(PolicyKind.RCP, "Deny", "*", Principal="*"), "a resource control policy"),
]


@pytest.mark.parametrize(("policies", "named"), EXPLICIT, ids=[named for _, named in EXPLICIT])
def test_something_denies(policies: PolicySet, named: str) -> None:
    message = access_denied_message(decide(request(), policies))
    assert message == f"{START}with an explicit deny in {named}"


def test_a_managed_policy_that_denies_is_named_by_its_arn() -> None:
    arn = f"arn:aws:iam::{HOME}:policy/Never"
    policies = PolicySet(identity=(YES, policy(statement("Deny"), source=arn)))
    message = access_denied_message(decide(request(), policies))
    assert message == f"{START}with an explicit deny in an identity-based policy: {arn}"


def test_the_other_account_does_not_allow() -> None:
    message = access_denied_message(decide(request(account=PARTNER), PolicySet(identity=(YES,))))
    assert message == f"{START}because no resource-based policy allows the s3:GetObject action"


TRUST = {"action": "sts:AssumeRole", "resource": None}
ASSUMING = f"User: {ALICE.arn} is not authorized to perform: sts:AssumeRole on resource: {ROLE}"
BOB = f"arn:aws:iam::{HOME}:user/bob"


@pytest.mark.parametrize(
    ("effect", "principal", "tail"),
    [
        (
            "Allow",
            f"arn:aws:iam::{HOME}:user/bob",
            "because no role trust policy allows the sts:AssumeRole action",
        ),
        ("Deny", ALICE.arn, "with an explicit deny in the role trust policy"),
    ],
)
def test_trust(effect: str, principal: str, tail: str) -> None:
    trust = policy(statement(effect, Principal={"AWS": principal}, **TRUST), kind=PolicyKind.TRUST)
    asked = request(action="sts:AssumeRole", resource=ROLE)
    message = access_denied_message(decide(asked, PolicySet(identity=(YES,), resource=trust)))
    assert (
        message
        == f"User: {ALICE.arn} is not authorized to perform: sts:AssumeRole on resource: {ROLE} {tail}"
    )


def test_no_resource_is_named_where_none_applies() -> None:
    message = access_denied_message(decide(request(action="s3:ListAllMyBuckets", resource="*"), PolicySet()))
    assert message == (
        f"User: {ALICE.arn} is not authorized to perform: s3:ListAllMyBuckets "
        "because no identity-based policy allows the s3:ListAllMyBuckets action"
    )


def test_iam_names_the_star() -> None:
    message = access_denied_message(
        decide(request(action="iam:ListAccountAliases", resource="*"), PolicySet())
    )
    assert (
        f"{ALICE.arn} is not authorized to perform: iam:ListAccountAliases on resource: * because" in message
    )


def test_a_session_is_named_by_its_session_arn() -> None:
    assert f"User: {SESSION.arn} is not" in access_denied_message(decide(request(SESSION), PolicySet()))


def test_root_may_not_assume_roles() -> None:
    asked = request(ROOT, action="sts:AssumeRole", resource=ROLE)
    assert access_denied_message(decide(asked, PolicySet())) == "Roles may not be assumed by root accounts."


def test_anonymous_and_other_partitions_get_a_sentence_too() -> None:
    assert access_denied_message(decide(request(ANONYMOUS), PolicySet())).startswith("User: anonymous is not")
    foreign = access_denied_message(decide(request(resource="arn:aws-cn:s3:::b"), PolicySet(identity=(YES,))))
    assert foreign.endswith("on resource: arn:aws-cn:s3:::b")
