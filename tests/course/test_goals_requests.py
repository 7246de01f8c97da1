"""Goals that ask the evaluator: what passes, and the one cause that each failure has."""

from pathlib import Path

import pytest

from tutor.course.goals import CauseKind, Help

from .people import INVOICES, PHOTOS, POLICY, Studio, allows

LISTS = f"allow: {{as: user/yuna, action: s3:ListBucket, resource: '{PHOTOS}'}}"
READS = f"allow: {{as: user/yuna, action: s3:GetObject, resource: '{PHOTOS}/*'}}"
NO_DELETE = f"deny: {{as: user/yuna, action: s3:DeleteObject, resource: '{INVOICES}/*'}}"
READ_ONLY = f"""minimal:
  as: user/yuna
  need:
    - {{action: s3:ListBucket, resource: '{PHOTOS}'}}
    - {{action: s3:GetObject, resource: '{PHOTOS}/*'}}
"""


@pytest.fixture
def studio(tmp_path: Path) -> Studio:
    return Studio(tmp_path)


def test_no_policy_at_all(studio: Studio) -> None:
    result = studio.result(LISTS)
    assert result.failed
    assert result.cause is not None
    assert (result.cause.kind, result.cause.help) == (CauseKind.NO_POLICIES, Help.ATTACH_POLICY)
    assert (result.cause.expected, result.cause.actual) == ("allowed", "implicitDeny")
    assert result.cause.values["principal"] == "yuna"
    assert result.decision is not None
    assert not result.decision.allowed


CAUSES = [
    ("allowed", allows("s3:ListBucket", PHOTOS), LISTS, None),
    ("objects only", allows("s3:ListBucket", f"{PHOTOS}/*"), LISTS, "bucket-needs-its-own-arn"),
    ("bucket only", allows("s3:GetObject", PHOTOS), READS, "object-needs-its-own-arn"),
    ("another bucket", allows("s3:ListBucket", INVOICES), LISTS, "resource-not-covered"),
    ("another action", allows("s3:GetObject", PHOTOS), LISTS, "action-not-covered"),
    ("neither", allows("s3:GetObject", INVOICES), LISTS, "no-match"),
    ("explicit deny", allows("s3:*", "*", "Deny"), LISTS, "explicit-deny"),
    ("part of the objects", allows("s3:GetObject", f"{PHOTOS}/wedding/*"), READS, "resource-not-covered"),
    ("all objects", allows("s3:Get*", f"{PHOTOS}/*"), READS, None),
    ("everything", allows("*", "*"), READS, None),
    ("refused by default", allows("s3:GetObject", f"{INVOICES}/*"), NO_DELETE, None),
    ("too wide", allows("s3:*", "*"), NO_DELETE, "still-allowed"),
    ("one file may go", allows("s3:DeleteObject", f"{INVOICES}/old/*"), NO_DELETE, "still-allowed"),
]


@pytest.mark.parametrize(
    ("document", "goal", "kind"), [row[1:] for row in CAUSES], ids=[row[0] for row in CAUSES]
)
def test_the_cause_of_a_failure(studio: Studio, document: str, goal: str, kind: str | None) -> None:
    studio.give("yuna", "Paper", document)
    assert studio.kind(goal) == kind
    cause = studio.result(goal).cause
    if cause is not None and cause.kind != CauseKind.NO_MATCH:
        assert cause.values["policy"] == "Paper"


def test_a_condition_that_does_not_fit(studio: Studio) -> None:
    document = allows("s3:ListBucket", PHOTOS).replace(
        '"Effect"', '"Condition": {"Bool": {"aws:MultiFactorAuthPresent": "true"}}, "Effect"'
    )
    studio.give("yuna", "Paper", document)
    assert studio.kind(LISTS) == "condition-not-met"
    with_mfa = LISTS.replace("}", ", with: {'aws:MultiFactorAuthPresent': true}}")
    assert studio.kind(with_mfa) is None


def test_attached_to_the_wrong_user(studio: Studio) -> None:
    studio.give("noah", "Paper", allows("s3:ListBucket", PHOTOS))
    cause = studio.result(LISTS).cause
    assert cause is not None
    assert (cause.kind, cause.help) == (CauseKind.ATTACHED_ELSEWHERE, Help.ATTACH_TO)
    assert (cause.values["has"], cause.values["lacks"]) == ("noah", "yuna")


def test_attached_to_a_group_that_the_user_is_not_in(studio: Studio) -> None:
    arn = studio.policy("Paper", allows("s3:ListBucket", PHOTOS))
    studio.do("iam:CreateGroup", GroupName="readers")
    studio.do("iam:AttachGroupPolicy", GroupName="readers", PolicyArn=arn)
    cause = studio.result(LISTS).cause
    assert cause is not None
    assert (cause.kind, cause.help) == (CauseKind.ATTACHED_ELSEWHERE, Help.JOIN_GROUP)
    studio.do("iam:AddUserToGroup", GroupName="readers", UserName="yuna")
    assert studio.kind(LISTS) is None


def test_a_profile_that_does_not_get_in(studio: Studio) -> None:
    goal = LISTS.replace("user/yuna", "profile/nobody")
    cause = studio.result(goal).cause
    assert cause is not None
    assert (cause.kind, cause.values["error"]) == (CauseKind.NOT_AUTHENTICATED, "InvalidClientTokenId")
    assert studio.kind(NO_DELETE.replace("user/yuna", "profile/nobody")) is None
    assert studio.kind(LISTS.replace("user/yuna", "profile/mina")) is None


def test_a_user_that_is_not_there(studio: Studio) -> None:
    for goal in (LISTS, NO_DELETE, READ_ONLY):
        assert studio.kind(goal.replace("user/yuna", "user/sora")) == "no-such-user"


def test_the_kind_of_denial_can_matter(studio: Studio) -> None:
    explicit = NO_DELETE.replace("}", ", by: explicit}")
    assert studio.kind(explicit) == "denied-otherwise"
    studio.give("yuna", "Paper", allows("s3:DeleteObject", "*", "Deny"))
    assert studio.kind(explicit) is None
    assert studio.kind(NO_DELETE.replace("}", ", by: implicit}")) == "denied-otherwise"


SURPLUS = [
    ("nothing at all", None, None, None),
    ("what is needed", allows(["s3:ListBucket", "s3:GetObject"], [PHOTOS, f"{PHOTOS}/*"]), None, None),
    (
        "one action more",
        allows(["s3:GetObject", "s3:PutObject"], f"{PHOTOS}/*"),
        "s3:PutObject",
        f"{PHOTOS}/",
    ),
    (
        "one bucket more",
        allows("s3:GetObject", "arn:aws:s3:::moonrabbit-*/*"),
        "s3:GetObject",
        f"{INVOICES}/",
    ),
    (
        "a bucket that is not there",
        allows("s3:GetObject", "arn:aws:s3:::elsewhere/a*"),
        "s3:GetObject",
        "elsewhere/a",
    ),
    ("everything", allows("*", "*"), "s3:", ""),
    ("another service", allows("iam:CreateUser", "*"), "iam:CreateUser", "user/"),
    (
        "keys",
        allows("iam:CreateAccessKey", "arn:aws:iam::111111111111:user/noah"),
        "iam:CreateAccessKey",
        "user/noah",
    ),
]


@pytest.mark.parametrize(
    ("document", "action", "resource"), [row[1:] for row in SURPLUS], ids=[row[0] for row in SURPLUS]
)
def test_least_privilege_names_a_request_beyond_the_need(
    studio: Studio, document: str | None, action: str | None, resource: str | None
) -> None:
    if document:
        studio.give("yuna", "Paper", document)
    result = studio.result(READ_ONLY)
    assert result.passed is (action is None)
    if action is not None and resource is not None:
        assert result.cause is not None
        assert (result.cause.kind, result.cause.values["policy"]) == (CauseKind.SURPLUS, "Paper")
        assert result.cause.values["action"].startswith(action)
        assert resource in result.cause.values["resource"]
        assert result.decision is not None
        assert result.decision.allowed


@pytest.mark.parametrize(
    ("goal", "before", "after"),
    [
        (LISTS, allows("s3:ListBucket", INVOICES), allows("s3:ListBucket", PHOTOS)),
        (
            f"deny: {{as: user/yuna, action: s3:ListBucket, resource: '{PHOTOS}', by: explicit}}",
            allows("s3:ListBucket", PHOTOS),
            allows("s3:ListBucket", PHOTOS, "Deny"),
        ),
    ],
    ids=["allow", "deny"],
)
def test_a_version_that_would_do_must_be_the_default(
    studio: Studio, goal: str, before: str, after: str
) -> None:
    studio.give("yuna", "Paper", before)
    studio.do("iam:CreatePolicyVersion", PolicyArn=f"{POLICY}/Paper", PolicyDocument=after)
    cause = studio.result(goal).cause
    assert cause is not None
    assert (cause.kind, cause.help, cause.values["version"]) == ("other-version", "set-default", "v2")
    assert cause.misconception is None
    studio.do("iam:SetDefaultPolicyVersion", PolicyArn=f"{POLICY}/Paper", VersionId="v2")
    assert studio.kind(goal) is None
    studio.do("iam:SetDefaultPolicyVersion", PolicyArn=f"{POLICY}/Paper", VersionId="v1")
    studio.begin = studio.save.head or 0
    assert studio.kind(goal) != "other-version", "it was there before the step"


@pytest.mark.parametrize(
    ("policy", "advice"),
    [("arn:aws:iam::aws:policy/AmazonS3FullAccess", "aws"), ("", "inline"), (f"{POLICY}/Paper", None)],
)
def test_how_a_policy_is_taken_away_depends_on_whose_it_is(
    studio: Studio, policy: str, advice: str | None
) -> None:
    paper = allows("s3:ListBucket", PHOTOS)
    if policy:
        studio.policy("Paper", paper)
        studio.do("iam:AttachUserPolicy", UserName="yuna", PolicyArn=policy)
    else:
        studio.do("iam:PutUserPolicy", UserName="yuna", PolicyName="Own", PolicyDocument=paper)
    cause = studio.result(LISTS.replace("allow:", "deny:")).cause
    assert cause is not None
    assert cause.help == "take-away"
    assert {"aws", "inline"} & set(cause.values) == ({advice} if advice else set())


@pytest.mark.parametrize(
    ("allowed", "whole"),
    [("web/*", True), ("", True), ("album/cover.jpg", False)],
    ids=["beside it", "the bucket alone", "a part of it"],
)
def test_what_a_policy_has_to_name_is_all_that_was_asked_for(
    studio: Studio, allowed: str, whole: bool
) -> None:
    studio.give("yuna", "Paper", allows("s3:PutObject", f"{PHOTOS}/{allowed}".rstrip("/")))
    goal = f"allow: {{as: user/yuna, action: s3:PutObject, resource: '{PHOTOS}/album/*'}}"
    cause = studio.result(goal).cause
    assert cause is not None
    assert cause.values["resource"].startswith(f"{PHOTOS}/album/")
    assert (cause.values["resource"] == f"{PHOTOS}/album/*") is whole


def test_an_example_of_an_object_has_a_name(studio: Studio) -> None:
    studio.give("yuna", "Paper", allows("s3:PutObject", f"{PHOTOS}/album/*"))
    for pattern in ("*", "album/*", "web/*"):
        goal = f"deny: {{as: user/yuna, action: s3:PutObject, resource: '{PHOTOS}/{pattern}'}}"
        result = studio.result(goal)
        asked = result.decision.request.resource if result.decision else ""
        assert not asked.endswith("/")


def test_a_goal_waits_for_the_one_that_it_comes_after(studio: Studio) -> None:
    minimal = f"after: g1\n{READ_ONLY}"
    lists, waiting = studio.check(LISTS, minimal)
    assert (lists.passed, waiting.passed, waiting.dependency) == (False, None, "g1")
    studio.give("yuna", "Paper", allows("s3:ListBucket", PHOTOS))
    assert [result.passed for result in studio.check(LISTS, minimal)] == [True, True]
    assert [result.passed for result in studio.check(f"after: g2\n{LISTS}", READ_ONLY)] == [True, True]


def test_every_failure_has_a_cause_and_a_next_step(studio: Studio) -> None:
    facts = f"attached: {{policy: '{POLICY}/Paper', to: user/yuna}}"
    for result in studio.check(LISTS, READS, "exists: {group: readers}", facts):
        assert result.failed
        assert result.cause is not None
        assert isinstance(result.cause.help, Help)
