"""Goals that look at the account and at the history."""

from pathlib import Path

import pytest

from tutor.course.goals import Help

from .people import PHOTOS, POLICY, Studio, allows


@pytest.fixture
def studio(tmp_path: Path) -> Studio:
    return Studio(tmp_path)


@pytest.mark.parametrize("thing", ["user: yuna", "bucket: moonrabbit-photos"])
def test_what_is_there(studio: Studio, thing: str) -> None:
    assert studio.kind(f"exists: {{{thing}}}") is None
    assert studio.kind(f"absent: {{{thing}}}") == "still-there"


@pytest.mark.parametrize(
    "thing",
    ["user: sora", "group: readers", "policy: Paper", "bucket: papers", "object: moonrabbit-photos/a.jpg"],
)
def test_what_is_not_there(studio: Studio, thing: str) -> None:
    assert studio.kind(f"exists: {{{thing}}}") == "missing"
    assert studio.kind(f"absent: {{{thing}}}") is None


def test_a_name_that_differs_in_its_capitals_is_pointed_at(studio: Studio) -> None:
    cause = studio.result("exists: {user: Yuna}").cause
    assert cause is not None
    assert cause.values["near"] == "yuna"


def test_a_policy_by_name_and_by_arn(studio: Studio) -> None:
    studio.policy("Paper", allows("s3:ListBucket", PHOTOS))
    assert studio.kind("exists: {policy: Paper}") is None
    assert studio.kind(f"exists: {{policy: '{POLICY}/Paper'}}") is None


def test_an_object(studio: Studio) -> None:
    studio.do("s3:PutObject", Bucket="moonrabbit-photos", Key="wedding/a.jpg", Body=b"picture")
    assert studio.kind("exists: {object: moonrabbit-photos/wedding/a.jpg}") is None


def test_membership(studio: Studio) -> None:
    goal = "member: {user: yuna, group: readers}"
    assert studio.kind(goal) == "missing"
    studio.do("iam:CreateGroup", GroupName="readers")
    assert studio.kind(goal) == "not-member"
    studio.do("iam:AddUserToGroup", GroupName="readers", UserName="yuna")
    assert studio.kind(goal) is None
    assert studio.kind("member: {user: sora, group: readers}") == "no-such-user"


def test_attachment(studio: Studio) -> None:
    goal = "attached: {policy: AmazonS3ReadOnlyAccess, to: user/yuna}"
    arn = "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"
    assert studio.kind(goal) == "not-attached"
    studio.do("iam:AttachUserPolicy", UserName="noah", PolicyArn=arn)
    assert studio.kind(goal) == "attached-elsewhere"
    studio.do("iam:AttachUserPolicy", UserName="yuna", PolicyArn=arn)
    assert studio.kind(goal) is None
    assert studio.kind(f"attached: {{policy: '{arn}', to: user/yuna}}") is None


def test_no_policies_of_ones_own(studio: Studio) -> None:
    goal = "no-own-policies: user/yuna"
    assert studio.kind(goal) is None
    document = allows("s3:ListBucket", PHOTOS)
    studio.give("yuna", "Paper", document)
    assert studio.kind(goal) == "own-policies"
    studio.do("iam:DetachUserPolicy", UserName="yuna", PolicyArn=f"{POLICY}/Paper")
    assert studio.kind(goal) is None
    studio.do("iam:PutUserPolicy", UserName="yuna", PolicyName="mine", PolicyDocument=document)
    assert studio.kind(goal) == "own-policies"


def test_keys(studio: Studio) -> None:
    assert studio.kind("keys: {user: yuna, active: 1, total: 1}") is None
    more = studio.result("keys: {user: yuna, total: 2}").cause
    fewer = studio.result("keys: {user: yuna, active: 0}").cause
    assert more is not None
    assert fewer is not None
    assert (more.help, fewer.help) == (Help.MAKE_KEYS, Help.REMOVE_KEYS)
    assert studio.kind("keys: {user: somebody-else, active: 1}") == "no-such-user"
    assert studio.kind("keys: {user: somebody-else, active: 0}") is None


DENIED = f"denied-once: {{as: user/yuna, action: s3:ListBucket, resource: '{PHOTOS}', error: AccessDenied}}"
DONE = f"done-once: {{as: user/yuna, action: s3:ListBucket, resource: '{PHOTOS}'}}"


def test_refused_and_done_are_told_apart(studio: Studio) -> None:
    assert [studio.kind(DENIED), studio.kind(DONE)] == ["never-refused", "never-done"]
    studio.aws("s3 ls s3://moonrabbit-photos --profile yuna")
    assert [studio.kind(DENIED), studio.kind(DONE)] == [None, "never-done"]
    studio.give("yuna", "Paper", allows("s3:ListBucket", PHOTOS))
    studio.aws("s3 ls s3://moonrabbit-photos --profile yuna")
    assert [studio.kind(DENIED), studio.kind(DONE)] == [None, None]


def test_what_somebody_else_did_does_not_count(studio: Studio) -> None:
    studio.aws("s3 ls s3://moonrabbit-photos")
    assert studio.kind(DONE) == "never-done"
    assert studio.kind(DONE.replace("user/yuna", "root")) is None
    assert studio.kind("done-once: {action: 's3:List*'}") is None


@pytest.mark.parametrize("goal", [DONE, DENIED, DONE.replace("done-once", "event")])
def test_what_somebody_else_sent_is_told_as_such(studio: Studio, goal: str) -> None:
    def told() -> list[str | None]:
        cause = studio.result(goal).cause
        assert cause is not None
        return [cause.help, cause.values.get("sender"), cause.values.get("principal")]

    studio.aws("s3 ls s3://moonrabbit-photos --profile noah")
    studio.begin = studio.save.head or 0
    assert told() == ["try-it", None, None], "that was in another step"
    studio.aws("s3 ls s3://moonrabbit-photos --profile mina")
    assert told() == ["send-as", "root", "yuna"]
    studio.aws("s3 ls s3://moonrabbit-invoices --profile mina")
    assert told() == ["send-as", "root", "yuna"]


def test_who_sent_it_rightly_after_all_is_told_of_the_refusal(studio: Studio) -> None:
    studio.aws("s3 ls s3://moonrabbit-photos --profile mina", "s3 ls s3://moonrabbit-photos --profile yuna")
    cause = studio.result(DONE).cause
    assert cause is not None
    assert cause.help == "try-it"


def test_the_two_gates_refuse_in_two_ways(studio: Studio) -> None:
    wrong_secret = "denied-once: {as: profile/typo, error: SignatureDoesNotMatch}"
    unknown_key = "denied-once: {as: profile/nobody, action: s3:ListBucket, error: InvalidAccessKeyId}"
    studio.aws("s3 ls s3://moonrabbit-photos --profile yuna")
    assert studio.kind(wrong_secret) == "never-refused"
    studio.aws("s3 ls s3://moonrabbit-photos --profile typo")
    assert [studio.kind(wrong_secret), studio.kind(unknown_key)] == [None, "never-refused"]
    studio.aws("s3 ls s3://moonrabbit-photos --profile nobody")
    assert studio.kind(unknown_key) is None
    other = unknown_key.replace("InvalidAccessKeyId", "SignatureDoesNotMatch")
    cause = studio.result(other).cause
    assert cause is not None
    assert (cause.kind, cause.actual) == ("other-error", "InvalidAccessKeyId")


def test_often_enough(studio: Studio) -> None:
    twice = DENIED.replace("}", ", times: 2}")
    studio.aws("s3 ls s3://moonrabbit-photos --profile yuna")
    assert studio.kind(twice) == "too-few"
    studio.aws("s3 ls s3://moonrabbit-photos --profile yuna")
    assert studio.kind(twice) is None


def test_what_was_undone_was_seen_all_the_same(studio: Studio) -> None:
    studio.aws("iam create-user --user-name sora")
    assert studio.save.undo() is not None
    assert studio.kind("done-once: {action: iam:CreateUser}") is None
    assert studio.kind("exists: {user: sora}") == "missing"


def test_a_request_that_failed_otherwise_was_not_refused(studio: Studio) -> None:
    studio.aws("iam get-user --user-name sora")
    assert studio.kind("denied-once: {action: iam:GetUser}") == "never-refused"
    assert studio.kind("done-once: {action: iam:GetUser}") == "never-done"


def test_the_question_that_no_policy_can_refuse(studio: Studio) -> None:
    studio.aws("sts get-caller-identity --profile yuna")
    assert studio.kind("done-once: {as: user/yuna, action: sts:GetCallerIdentity}") is None
