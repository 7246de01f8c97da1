"""The decision table of `spec/iam-facts.md` 3.4; ids are its row numbers.

Policies that do not apply to a request (SCPs of the resource's account, RCPs of the caller's, both in a
management account) are not in its `PolicySet` at all, so those rows are decided without them.
"""

from dataclasses import dataclass, field

import pytest

from tutor.policy import (
    AttachedPolicy,
    DecidedBy,
    Outcome,
    PolicyKind,
    PolicySet,
    Principal,
    Request,
    decide,
    simulate,
)

from .builders import (
    ALICE,
    ANONYMOUS,
    BOB,
    FEDERATED,
    HOME,
    LINKED_ROLE,
    PARTNER,
    ROLE_ARN,
    ROOT,
    SERVICE,
    SESSION,
    policy,
    request,
    statement,
)

OTHER = "arn:aws:s3:::other-bucket/*"
ACCOUNT = f"arn:aws:iam::{HOME}:root"
SESSION_2 = SESSION.arn.replace("s1", "s2")
ROLE = f"arn:aws:iam::{HOME}:role/target"
PARTNER_ROLE = f"arn:aws:iam::{PARTNER}:role/target"
KEY = f"arn:aws:kms:us-east-1:{HOME}:key/1234"
PRINCIPAL_ARN = {"aws:PrincipalArn": ROLE_ARN}

ALLOW = Outcome.ALLOWED
EXPLICIT = Outcome.EXPLICIT_DENY
IMPLICIT = Outcome.IMPLICIT_DENY


def identity(*statements: dict[str, object]) -> tuple[AttachedPolicy, ...]:
    return tuple(policy(each) for each in statements)


YES, NO, ELSE = identity(statement()), identity(statement("Deny")), identity(statement(resource=OTHER))
"""Policies that allow, deny, and allow only something else."""


def named(who: object, effect: str = "Allow", action: str = "*", **elements: object) -> AttachedPolicy:
    """A resource-based policy that names `who`."""
    principal = who if who == "*" or isinstance(who, dict) else {"AWS": who}
    written = statement(effect, action, Principal=principal, **elements)
    return policy(written, kind=PolicyKind.RESOURCE, source="ResourcePolicy")


def trust(who: object, **elements: object) -> AttachedPolicy:
    """A role trust policy that names `who`."""
    principal = who if who == "*" else {"AWS": who}
    written = statement(action="sts:AssumeRole", resource=None, Principal=principal, **elements)
    return policy(written, kind=PolicyKind.TRUST, source="trust")


def spare(*who: str) -> AttachedPolicy:
    """A resource-based policy that denies everyone but `who`."""
    written = statement("Deny", NotPrincipal={"AWS": list(who)})
    return policy(written, kind=PolicyKind.RESOURCE, source="ResourcePolicy")


def boundary(effect: str) -> AttachedPolicy:
    return organization(effect, PolicyKind.BOUNDARY)


def session(effect: str) -> tuple[AttachedPolicy, ...]:
    return (organization(effect, PolicyKind.SESSION),)


def organization(effect: str, kind: PolicyKind) -> AttachedPolicy:
    """A policy of any kind that `A`llows, `D`enies or allows something else (`I`)."""
    elements: dict[str, object] = {"Principal": "*"} if kind is PolicyKind.RCP else {}
    resource = OTHER if effect == "I" else "*"
    written = statement("Deny" if effect == "D" else "Allow", resource=resource, **elements)
    return policy(written, kind=kind, source=f"{kind}:{effect}")


SCP_A, SCP_D, SCP_I = (organization(effect, PolicyKind.SCP) for effect in "ADI")
RCP_D = organization("D", PolicyKind.RCP)
TWO_LEVELS = ((SCP_A,), (SCP_A, SCP_I))


@dataclass(frozen=True)
class Row:
    """A row of the table."""

    number: str
    asked: Request
    policies: PolicySet = field(default_factory=PolicySet)
    outcome: Outcome = ALLOW
    why: DecidedBy | None = None


def cross(principal: Principal = ALICE) -> Request:
    """A request to a resource of the partner's account."""
    return request(principal, account=PARTNER)


def assume(principal: Principal = ALICE, role: str = ROLE) -> Request:
    return request(principal, "sts:AssumeRole", role, None)


USER = request(ALICE)
AS_ROLE = request(SESSION, context=PRINCIPAL_ARN)
AS_FEDERATED = request(FEDERATED)
AS_ROOT = request(ROOT)
P = PolicySet

ROWS = [
    Row("1", USER, P(), IMPLICIT, DecidedBy.IDENTITY),
    Row("2", USER, P(YES)),
    Row("3", USER, P((*YES, *NO)), EXPLICIT, DecidedBy.IDENTITY),
    Row("4", USER, P((policy(statement(), through=f"arn:aws:iam::{HOME}:group/g"),))),
    Row(
        "5",
        USER,
        P((*YES, policy(statement("Deny"), through=f"arn:aws:iam::{HOME}:group/g"))),
        EXPLICIT,
        DecidedBy.IDENTITY,
    ),
    Row("6", USER, P(ELSE), IMPLICIT, DecidedBy.IDENTITY),
    Row("7", USER, P(resource=named(ALICE.arn))),
    Row("8", USER, P(resource=named(ACCOUNT)), IMPLICIT, DecidedBy.IDENTITY),
    Row("8-digits", USER, P(resource=named(HOME)), IMPLICIT, DecidedBy.IDENTITY),
    Row("9", USER, P(YES, named(ACCOUNT))),
    Row("10", USER, P(resource=named("*"))),
    Row("11", USER, P(YES, named(BOB.arn))),
    Row("12", USER, P(YES, named(ALICE.arn, "Deny")), EXPLICIT, DecidedBy.RESOURCE),
    Row("13", USER, P(YES, named(ACCOUNT, "Deny")), EXPLICIT, DecidedBy.RESOURCE),
    Row("14", USER, P(NO, named(ALICE.arn)), EXPLICIT, DecidedBy.IDENTITY),
    Row("15", USER, P(YES, boundary=boundary("I")), IMPLICIT, DecidedBy.BOUNDARY),
    Row("16", USER, P(YES, boundary=boundary("A"))),
    Row("17", USER, P(boundary=boundary("A")), IMPLICIT, DecidedBy.IDENTITY),
    Row("18", USER, P(YES, boundary=boundary("D")), EXPLICIT, DecidedBy.BOUNDARY),
    Row("19", USER, P(resource=named(ALICE.arn), boundary=boundary("I"))),
    Row("20", USER, P(resource=named(ALICE.arn), boundary=boundary("D")), EXPLICIT, DecidedBy.BOUNDARY),
    Row("21", USER, P(YES, service_control=((SCP_A,), (SCP_I,), (SCP_A,))), IMPLICIT, DecidedBy.SCP),
    Row("22", USER, P(YES, service_control=((SCP_A, SCP_D),)), EXPLICIT, DecidedBy.SCP),
    Row("23", USER, P(resource=named(ALICE.arn), service_control=((SCP_I,),)), IMPLICIT, DecidedBy.SCP),
    Row("24", USER, P(service_control=((SCP_A,),)), IMPLICIT, DecidedBy.IDENTITY),
    Row("25", USER, P(YES)),
    Row("26", USER, P(YES, resource_control=((RCP_D,),)), EXPLICIT, DecidedBy.RCP),
    Row("27", USER, P(YES)),
    Row("28", USER, P(YES, boundary=boundary("A"), service_control=TWO_LEVELS)),
    Row("29", AS_ROOT, P(), ALLOW, DecidedBy.ROOT),
    Row("30", AS_ROOT, P(service_control=((SCP_A, SCP_D),)), EXPLICIT, DecidedBy.SCP),
    Row("31", AS_ROOT, P(resource_control=((RCP_D,),)), EXPLICIT, DecidedBy.RCP),
    Row("32", AS_ROOT, P()),
    Row("33", AS_ROOT, P(resource=named("*", "Deny")), EXPLICIT, DecidedBy.RESOURCE),
    Row(
        "33-mend",
        request(ROOT, "s3:DeleteBucketPolicy", "arn:aws:s3:::data-bucket"),
        P(resource=named("*", "Deny")),
    ),
    Row(
        "33-foreign",
        request(ROOT, "s3:DeleteBucketPolicy", "arn:aws:s3:::data-bucket", PARTNER),
        P(resource=named("*", "Deny")),
        EXPLICIT,
        DecidedBy.RESOURCE,
    ),
    Row("34", AS_ROLE, P(YES)),
    Row("35", AS_ROLE, P(YES, session=session("I")), IMPLICIT, DecidedBy.SESSION),
    Row("36", AS_ROLE, P(YES, session=session("A"))),
    Row("37", AS_ROLE, P(session=session("A")), IMPLICIT, DecidedBy.IDENTITY),
    Row("38", AS_ROLE, P(YES, boundary=boundary("I"), session=session("A")), IMPLICIT, DecidedBy.BOUNDARY),
    Row("39", AS_ROLE, P(resource=named(ROLE_ARN))),
    Row("40", AS_ROLE, P(resource=named(ROLE_ARN), boundary=boundary("I")), IMPLICIT, DecidedBy.BOUNDARY),
    Row("41", AS_ROLE, P(resource=named(ROLE_ARN), session=session("I")), IMPLICIT, DecidedBy.SESSION),
    Row("42", AS_ROLE, P(resource=named(ROLE_ARN), boundary=boundary("A"), session=session("A"))),
    Row("43", AS_ROLE, P(resource=named(SESSION.arn), boundary=boundary("I"), session=session("I"))),
    Row("44", AS_ROLE, P(resource=named(SESSION.arn), boundary=boundary("D")), EXPLICIT, DecidedBy.BOUNDARY),
    Row("45", AS_ROLE, P(resource=named(SESSION_2)), IMPLICIT, DecidedBy.IDENTITY),
    Row(
        "46",
        AS_ROLE,
        P(
            resource=named("*", Condition={"ArnEquals": PRINCIPAL_ARN}),
            boundary=boundary("I"),
            session=session("I"),
        ),
    ),
    Row(
        "47",
        AS_ROLE,
        P(resource=named("*", Condition={"ArnEquals": {"aws:PrincipalArn": SESSION.arn}})),
        IMPLICIT,
        DecidedBy.IDENTITY,
    ),
    Row("48", request(LINKED_ROLE), P(YES, service_control=((SCP_A, SCP_D),))),
    Row("49", request(LINKED_ROLE), P(YES, resource_control=((RCP_D,),))),
    Row("50", USER, P(YES)),
    Row("51", AS_FEDERATED, P(YES, session=session("A"))),
    Row("52", AS_FEDERATED, P(YES), IMPLICIT, DecidedBy.SESSION),
    Row("53", AS_FEDERATED, P(session=session("A")), IMPLICIT, DecidedBy.IDENTITY),
    Row("54", AS_FEDERATED, P(resource=named(FEDERATED.arn), boundary=boundary("I"))),
    Row("55", AS_FEDERATED, P(resource=named(ALICE.arn), session=session("I")), IMPLICIT, DecidedBy.SESSION),
    Row(
        "56",
        AS_FEDERATED,
        P(resource=named(ALICE.arn), boundary=boundary("I"), session=session("A")),
        IMPLICIT,
        DecidedBy.BOUNDARY,
    ),
    Row("57", cross(), P(YES, named(ALICE.arn))),
    Row("58", cross(), P(YES, named(ACCOUNT))),
    Row("59", cross(), P(YES), IMPLICIT, DecidedBy.RESOURCE),
    Row("60", cross(), P(resource=named(ALICE.arn)), IMPLICIT, DecidedBy.IDENTITY),
    Row("61", cross(), P(resource=named("*")), IMPLICIT, DecidedBy.IDENTITY),
    Row("62", cross(), P(YES, named("*"))),
    Row("63", cross(), P(YES, named(ALICE.arn), boundary=boundary("I")), IMPLICIT, DecidedBy.BOUNDARY),
    Row("64", cross(SESSION), P(resource=named(SESSION.arn)), IMPLICIT, DecidedBy.IDENTITY),
    Row("65", cross(), P(YES, named(ALICE.arn), service_control=((SCP_A, SCP_D),)), EXPLICIT, DecidedBy.SCP),
    Row("66", cross(), P(YES, named(ALICE.arn))),
    Row("67", cross(), P(YES, named(ALICE.arn), resource_control=((RCP_D,),)), EXPLICIT, DecidedBy.RCP),
    Row("68", cross(), P(YES, named(ALICE.arn))),
    Row(
        "69",
        request(resource="arn:aws-cn:s3:::data-bucket/a.txt", account=PARTNER),
        P(YES, named(ALICE.arn)),
        IMPLICIT,
        DecidedBy.PARTITION,
    ),
    Row("70", request(SERVICE), P(resource=named({"Service": SERVICE.arn}))),
    Row("70-cross", cross(SERVICE), P(resource=named({"Service": SERVICE.arn}))),
    Row("71", request(SERVICE), P(resource=named(ACCOUNT)), IMPLICIT, DecidedBy.RESOURCE),
    Row("72", request(ANONYMOUS), P(resource=named("*"))),
    Row("73", request(ANONYMOUS), P(resource=named(ACCOUNT)), IMPLICIT, DecidedBy.RESOURCE),
    Row("74", request(ALICE, "kms:Decrypt", KEY), P(YES, named(BOB.arn)), IMPLICIT, DecidedBy.RESOURCE),
    Row("75", request(ALICE, "kms:Decrypt", KEY), P(YES, named(ACCOUNT))),
    Row("76", assume(), P(resource=trust(ALICE.arn))),
    Row("77", assume(), P(resource=trust(ACCOUNT)), IMPLICIT, DecidedBy.IDENTITY),
    Row("78", assume(), P(YES, trust(ACCOUNT))),
    Row("79", assume(), P(YES, trust(BOB.arn)), IMPLICIT, DecidedBy.TRUST),
    Row("80-account", assume(role=PARTNER_ROLE), P(YES, trust(ACCOUNT))),
    Row("80-user", assume(role=PARTNER_ROLE), P(YES, trust(ALICE.arn))),
    Row("81-user", assume(role=PARTNER_ROLE), P(resource=trust(ALICE.arn)), IMPLICIT, DecidedBy.IDENTITY),
    Row("81-star", assume(role=PARTNER_ROLE), P(resource=trust("*")), IMPLICIT, DecidedBy.IDENTITY),
    Row("82", assume(ROOT), P(resource=trust(ACCOUNT)), IMPLICIT, DecidedBy.ROOT),
    Row("82-cross", assume(ROOT, PARTNER_ROLE), P(resource=trust("*")), IMPLICIT, DecidedBy.ROOT),
    Row(
        "83",
        assume(),
        P(YES, trust(ALICE.arn, Condition={"Bool": {"aws:MultiFactorAuthPresent": "true"}})),
        IMPLICIT,
        DecidedBy.TRUST,
    ),
    Row("84", USER, P(YES, spare(ALICE.arn, ACCOUNT))),
    Row("85", request(BOB), P(YES, spare(ALICE.arn, ACCOUNT)), EXPLICIT, DecidedBy.RESOURCE),
    Row(
        "86",
        USER,
        P(YES, spare(ALICE.arn, ACCOUNT), boundary=boundary("A")),
        EXPLICIT,
        DecidedBy.RESOURCE,
    ),
    Row(
        "87",
        request(ALICE, "iam:PassRole", ROLE, None),
        P(identity(statement(action="ec2:*"))),
        IMPLICIT,
        DecidedBy.IDENTITY,
    ),
    Row(
        "88",
        request(ALICE, "iam:PassRole", ROLE, None, {"iam:PassedToService": "ec2.amazonaws.com"}),
        P(
            identity(
                statement(
                    action="iam:PassRole",
                    Condition={"StringEquals": {"iam:PassedToService": "lambda.amazonaws.com"}},
                )
            )
        ),
        IMPLICIT,
        DecidedBy.IDENTITY,
    ),
    Row(
        "89",
        request(ALICE, "sts:GetCallerIdentity", "*"),
        P(NO, service_control=((SCP_D,),)),
        ALLOW,
        DecidedBy.NOT_CONTROLLED,
    ),
    Row("90", request(ALICE, "sts:GetSessionToken", "*"), P(NO), ALLOW, DecidedBy.NOT_CONTROLLED),
]


@pytest.mark.parametrize("row", ROWS, ids=[f"D{row.number}" for row in ROWS])
def test_row(row: Row) -> None:
    decision = decide(row.asked, row.policies)
    assert decision.outcome is row.outcome
    if row.why is not None:
        assert decision.decided_by is row.why


def texts(policies: tuple[AttachedPolicy, ...]) -> list[str]:
    return [each.document.text for each in policies]


def as_case(row: Row) -> dict[str, object]:
    """The row in the words of `iam-tutor simulate`."""
    asked, policies = row.asked, row.policies
    owner = asked.resource_account
    written: dict[str, object] = {
        "CallerArn": asked.principal.arn or None,
        "CallerType": str(asked.principal.kind),
        "ActionNames": [asked.action],
        "ResourceArns": [asked.resource],
        "ResourceOwner": f"arn:aws:iam::{owner}:root" if owner else None,
        "PolicyInputList": texts(policies.identity),
        "ResourcePolicy": policies.resource.document.text if policies.resource else None,
        "PermissionsBoundaryPolicyInputList": texts((policies.boundary,)) if policies.boundary else None,
        "SessionPolicyInputList": texts(policies.session),
        "ServiceControlPolicyInputList": [texts(level) for level in policies.service_control],
        "ResourceControlPolicyInputList": [texts(level) for level in policies.resource_control],
        "ContextEntries": [
            {"ContextKeyName": key, "ContextKeyValues": list(value.values), "ContextKeyType": "string"}
            for key, value in asked.context.entries.items()
        ],
    }
    return {field: value for field, value in written.items() if value is not None}


@pytest.mark.parametrize("row", ROWS, ids=[f"D{row.number}" for row in ROWS])
def test_row_as_a_case_of_simulate(row: Row) -> None:
    answer = simulate(as_case(row))
    assert answer["EvalDecision"] == row.outcome
    if row.why is not None:
        assert answer["DecidedBy"] == row.why


def test_every_row_of_the_table_is_here() -> None:
    assert {row.number.partition("-")[0] for row in ROWS} == {str(number) for number in range(1, 91)}


@pytest.mark.parametrize("row", ROWS, ids=[f"D{row.number}" for row in ROWS])
def test_the_trace_marks_the_layer_that_decided(row: Row) -> None:
    decision = decide(row.asked, row.policies)
    layers = decision.trace.layers
    decided = [layer for layer in layers if layer.decided]
    if decision.decided_by in {DecidedBy.ROOT, DecidedBy.PARTITION, DecidedBy.NOT_CONTROLLED}:
        assert not decided
        assert {str(layer.verdict) for layer in layers} == {"notApplicable"}
        return
    (layer,) = decided
    expected = "allow" if decision.allowed else str(decision.outcome)
    assert str(layer.verdict) == expected
    if decision.outcome is EXPLICIT:
        assert any(each.effect == "Deny" for each in layer.matched)
