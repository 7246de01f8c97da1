"""The trace and the findings as text: what is said, in which order, in both languages."""

import re
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.policy.builders import (
    ALICE,
    ANONYMOUS,
    HOME,
    OBJECT,
    ROOT,
    policy,
    request,
    statement,
)
from tests.policy.property.strategies import LAW
from tutor.policy import (
    AttachedPolicy,
    Decision,
    PolicyKind,
    PolicySet,
    Position,
    Principal,
    PrincipalKind,
    Request,
    decide,
)
from tutor.policy.lint import Finding
from tutor.policy.lint.finding import SEVERITIES
from tutor.wording import LANGUAGES, Language, catalogue, say
from tutor.wording.finding_text import finding_fields, finding_sentence
from tutor.wording.trace_text import Layers, trace_lines

MANAGED: Final = f"arn:aws:iam::{HOME}:policy/ReadPhotos"
GROUP: Final = f"arn:aws:iam::{HOME}:group/photographers"
FULL: Final = policy(statement(), source="FullAWSAccess")
READ: Final = policy(
    statement(action="ec2:*"),
    statement(Sid="Albums", action="s3:GetObject", resource="arn:aws:s3:::data-bucket/album/*"),
    source=MANAGED,
    through=GROUP,
)
DENY: Final = policy(statement("Deny", "s3:*", Sid="Closed"))
HOME_FOLDER: Final = policy(
    statement(
        action="s3:GetObject",
        resource="arn:aws:s3:::data-bucket/${aws:username}/*",
        Condition={"IpAddress": {"aws:SourceIp": "203.0.113.0/24"}, "Bool": {"aws:SecureTransport": "true"}},
    )
)


def bucket_policy(*statements: dict[str, object]) -> AttachedPolicy:
    """The policy on the bucket."""
    return policy(*statements, kind=PolicyKind.RESOURCE, source="bucket")


MISSED: Final = decide(request(), PolicySet(identity=(READ,)))
DENIED: Final = decide(
    request(), PolicySet(identity=(FULL, DENY), boundary=FULL, service_control=((FULL,), (FULL,)))
)

WHOLE_EN: Final = f"""\
{ALICE.arn} asks for s3:GetObject on {OBJECT}.
  · Deny statements: none fits
  · resource control policies (RCP): none applies
  · service control policies (SCP): none applies
  · resource-based policy: none applies
  – identity-based policies: nothing allows it (statements read: 2)  ← decided here
      · ReadPhotos, statement 2 Albums, line 9 (Allow), inherited from the group photographers
        ✗ Resource does not fit
          policy:  arn:aws:s3:::data-bucket/album/*
          request: {OBJECT}
  · permissions boundary: none applies
  · session policies: none applies
– Result: implicit deny. What settled it: identity-based policies
"""

WHOLE_KO: Final = f"""\
{ALICE.arn} 보안 주체가 {OBJECT} 리소스에 s3:GetObject 작업을 요청했어요.
  · 거부(Deny) 문: 들어맞는 것이 하나도 없어요
  · 리소스 제어 정책(RCP): 적용되는 정책이 없어요
  · 서비스 제어 정책(SCP): 적용되는 정책이 없어요
  · 리소스 기반 정책: 적용되는 정책이 없어요
  – ID 기반 정책: 문(Statement) 2개를 봤지만 허용하는 것이 없어요  ← 여기에서 결정됐어요
      · ReadPhotos 정책의 2번 문(Statement) Albums, 9번째 줄 (Allow), photographers 그룹에서 물려받았어요
        ✗ Resource 요소가 맞지 않아요
          정책: arn:aws:s3:::data-bucket/album/*
          요청: {OBJECT}
  · 권한 경계: 적용되는 정책이 없어요
  · 세션 정책: 적용되는 정책이 없어요
– 결과: 암시적 거부예요. 결정한 곳: ID 기반 정책
"""


@pytest.mark.parametrize(("language", "whole"), [("en", WHOLE_EN), ("ko", WHOLE_KO)])
def test_a_near_miss_shows_the_element_and_the_two_values(language: Language, whole: str) -> None:
    assert trace_lines(MISSED, language) == whole.splitlines()


def test_the_two_gates() -> None:
    first, second, *rest = trace_lines(MISSED, "en", layers="gates")
    assert first == f"✓ 1 Who are you? {ALICE.arn}"
    assert second == "– 2 May you? No statement allows it"
    assert rest == WHOLE_EN.splitlines()[6:10]


def test_the_identity_layer_alone() -> None:
    lines = WHOLE_EN.splitlines()
    assert trace_lines(MISSED, "en", layers="identity") == [lines[0], *lines[5:10], lines[-1]]


def test_an_explicit_deny_names_its_statement() -> None:
    assert trace_lines(DENIED, "en")[1:] == [
        "  ✗ Deny statements: one fits, whatever else may allow",
        "  · resource control policies (RCP): none applies",
        "  ✓ service control policies (SCP): allowed (statements that fit: 2 of 2)",
        "      ✓ FullAWSAccess, statement 1, line 4 (Allow), attached to the organization's root",
        "      ✓ FullAWSAccess, statement 1, line 4 (Allow), attached to the account",
        "  · resource-based policy: none applies",
        "  ✗ identity-based policies: denied (statements that fit: 1 of 2)  ← decided here",
        "      ✗ test, statement 1 Closed, line 4 (Deny)",
        "  ✓ permissions boundary: allowed (statements that fit: 1 of 1)",
        "      ✓ FullAWSAccess, statement 1, line 4 (Allow)",
        "  · session policies: none applies",
        "✗ Result: explicit deny. What settled it: identity-based policies",
    ]


def test_a_variable_is_shown_filled_and_a_missing_key_as_missing() -> None:
    asked = request(context={"aws:username": "alice", "aws:SourceIp": "198.51.100.7"})
    lines = trace_lines(decide(asked, PolicySet(identity=(HOME_FOLDER,))), "en", layers="identity")
    assert lines[3:-1] == [
        "        ✗ Resource does not fit",
        "          policy:  arn:aws:s3:::data-bucket/${aws:username}/*"
        " (for this request: arn:aws:s3:::data-bucket/alice/*)",
        f"          request: {OBJECT}",
        "        ✗ the condition does not hold: IpAddress aws:SourceIp",
        "          policy:  203.0.113.0/24",
        "          request: 198.51.100.7",
        "        ✗ the condition does not hold: Bool aws:SecureTransport",
        "          policy:  true",
        "          request: it does not carry this condition key",
    ]


def test_a_variable_without_a_value() -> None:
    lines = trace_lines(decide(request(), PolicySet(identity=(HOME_FOLDER,))), "en")
    unfilled = "arn:aws:s3:::data-bucket/${aws:username}/* (the request has no value for its variable)"
    assert f"          policy:  {unfilled}" in lines


def test_an_element_that_lists_what_it_leaves_out() -> None:
    spared = policy(statement(action=None, NotAction=["iam:*", "s3:*", "sts:*", "kms:*"]))
    lines = trace_lines(decide(request(), PolicySet(identity=(spared,))), "en")
    assert "        ✗ NotAction lists it, so the statement leaves it out" in lines
    assert "          policy:  iam:*, s3:*, sts:* and 1 more" in lines


def test_the_level_that_does_not_allow() -> None:
    levels = ((FULL,), (policy(statement(action="ec2:*"), source="OnlyServers"),))
    lines = trace_lines(decide(request(), PolicySet(identity=(FULL,), service_control=levels)), "en")
    (scp,) = [line for line in lines if "(SCP): " in line]
    assert scp.endswith("level 2 does not (the organization's root is level 1)  ← decided here")
    assert "      · OnlyServers, statement 1, line 4 (Allow), attached to the account" in lines


def test_nothing_attached() -> None:
    lines = trace_lines(decide(request(), PolicySet()), "en", layers="identity")
    assert lines[1] == "  – identity-based policies: there is none, so nothing allows it  ← decided here"


def test_several_statements_are_cut_short_and_expanded() -> None:
    many = policy(*(statement(action="s3:*", resource=f"arn:aws:s3:::b{number}") for number in range(5)))
    decision = decide(request(), PolicySet(identity=(many,)))
    assert "      2 more statements" in trace_lines(decision, "en")
    expanded = trace_lines(decision, "en", layers="identity", expand=True)
    assert sum("statement " in line for line in expanded) == 5
    assert sum(line == "        ✓ Action fits" for line in expanded) == 5


RULES = [
    (request(ROOT), "✓ root user: it needs no identity-based policy"),
    (request(ROOT, "sts:AssumeRole", f"arn:aws:iam::{HOME}:role/x"), "– root user: it cannot assume"),
    (request(action="sts:GetCallerIdentity", resource="*"), "✓ this action needs no permission"),
    (request(resource="arn:aws-cn:s3:::b/k"), "– partition: caller and resource"),
]


@pytest.mark.parametrize(("asked", "beginning"), RULES, ids=["root", "role", "free", "partition"])
def test_what_decides_without_a_policy(asked: Request, beginning: str) -> None:
    decision = decide(asked, PolicySet())
    *_, rule, _ = trace_lines(decision, "en")
    assert rule.startswith(f"  {beginning}")
    assert rule.endswith("← decided here")
    assert trace_lines(decision, "en", layers="gates")[1].startswith(
        f"{beginning[0]} 2 May you? {beginning[2:]}"
    )


def test_a_deny_that_does_not_bind_root() -> None:
    closed = bucket_policy(statement("Deny", "s3:*", Principal="*"))
    asked = request(ROOT, "s3:PutBucketPolicy", "arn:aws:s3:::data-bucket")
    lines = trace_lines(decide(asked, PolicySet(resource=closed)), "en")
    assert lines[1] == "  · Deny statements: one fits, but it does not bind this request"
    assert "  · resource-based policy: there are some, but they do not bind this request" in lines


def test_a_statement_that_fits_and_is_not_enough() -> None:
    session = Principal(PrincipalKind.ASSUMED_ROLE, f"arn:aws:sts::{HOME}:assumed-role/app/s1", HOME)
    role = f"arn:aws:iam::{HOME}:role/app"
    open_to_role = bucket_policy(statement(Principal={"AWS": role}, action="s3:*"))
    policies = PolicySet(resource=open_to_role, boundary=policy(statement(action="ec2:*"), source="Limit"))
    lines = trace_lines(decide(request(session), policies), "en")
    assert "  ✓ resource-based policy: allowed (statements that fit: 1 of 1)" in lines
    assert "  – permissions boundary: nothing allows it (statements read: 1)  ← decided here" in lines


def test_an_anonymous_caller() -> None:
    decision = decide(request(ANONYMOUS), PolicySet())
    assert trace_lines(decision, "ko")[0].startswith("익명 보안 주체가 ")
    assert trace_lines(decision, "en")[0].startswith("an anonymous caller asks for ")


def test_what_a_terminal_would_act_on_is_shown_as_its_escape() -> None:
    odd = policy(statement(action="s3:GetObject", resource="arn:aws:s3:::b/\u001b[2J\n가"))
    lines = trace_lines(decide(request(), PolicySet(identity=(odd,))), "en")
    assert "          policy:  arn:aws:s3:::b/\\x1b[2J\\n가" in lines


PARTICLE: Final = re.compile(r"(?:s3:GetObject|data-bucket/a\.txt|alice|ReadPhotos|photographers)[가-힣]")

effects = st.sampled_from(("Allow", "Deny"))
actions = st.sampled_from(("s3:*", "s3:GetObject", "ec2:*", "*"))
written = st.builds(statement, effects, actions, st.sampled_from(("*", OBJECT, "arn:aws:s3:::b/*")))
attached = st.lists(written, min_size=1, max_size=3).map(
    lambda statements: policy(*statements, source=MANAGED)
)
policy_sets = st.builds(
    PolicySet,
    identity=st.lists(attached, max_size=2).map(tuple),
    boundary=st.none() | attached,
    service_control=st.lists(st.lists(attached, max_size=2).map(tuple), max_size=2).map(tuple),
)
layers_told: st.SearchStrategy[Layers] = st.sampled_from(("all", "gates", "identity"))
callers = st.sampled_from((ALICE, ROOT, ANONYMOUS))


@LAW
@given(callers, policy_sets, st.sampled_from(LANGUAGES), layers_told, st.booleans())
def test_every_decision_can_be_told(
    caller: Principal, policies: PolicySet, language: Language, layers: Layers, expand: bool
) -> None:
    decision: Decision = decide(request(caller), policies)
    lines = trace_lines(decision, language, layers=layers, expand=expand)
    signs = {"allowed": "✓", "explicitDeny": "✗", "implicitDeny": "–"}
    told = lines[1] if layers == "gates" else lines[-1]
    assert told.startswith(signs[decision.outcome])
    assert all(line and "\n" not in line for line in lines)
    assert language == "en" or not [line for line in lines if PARTICLE.search(line)]
    if layers == "all":
        assert sum(say(language, "trace.decided") in line for line in lines) == 1


def finding(code: str, expected: tuple[str, ...] = ("s3:Y", "s3:Z"), found_type: str = "object") -> Finding:
    """A finding with something in every field."""
    place = Position(3, 5)
    return Finding(code, SEVERITIES[code], 0, place, place, "s3:X", expected, "s3:W", ("bucket",), found_type)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", SEVERITIES)
def test_every_finding_is_a_sentence(code: str, language: Language) -> None:
    sentence = finding_sentence(language, finding(code))
    assert sentence
    assert "{" not in sentence
    assert finding_fields(language, finding(code))["code"] == code


def test_a_finding_with_a_suggestion_and_one_without() -> None:
    assert finding_sentence("en", finding("unknown-action")) == "There is no action s3:X. Alike: s3:Y | s3:Z"
    assert finding_sentence("ko", finding("unknown-action")) == "s3:X 작업은 없어요. 비슷한 이름: s3:Y | s3:Z"
    assert finding_sentence("en", finding("unknown-action", expected=())) == "There is no action s3:X."


def test_every_severity_has_a_word() -> None:
    assert {f"trace.severity.{severity}" for severity in SEVERITIES.values()} <= catalogue("trace").keys()
