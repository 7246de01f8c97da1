"""A belief is told of what the learner did, not of the account as found or a try that was asked for."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tutor.course import LessonRun

from ..people import PHOTOS, Studio, allows
from .test_whole_step import results

LISTS = f"allow: {{as: user/yuna, action: s3:ListBucket, resource: '{PHOTOS}'}}"
OBJECTS_ONLY = allows("s3:ListBucket", f"{PHOTOS}/*")
EVERYTHING = "arn:aws:iam::aws:policy/AmazonS3FullAccess"
ASSUME = "aws sts assume-role --role-arn arn:aws:iam::111111111111:role/album-pickup --role-session-name theo"
TODAY = "aws iam create-policy --policy-name AlbumReaders --policy-document file://today.json"
INBOX = "aws s3api put-bucket-policy --bucket papercrane-inbox --policy file://inbox.json"
SEND = "aws s3 cp album.jpg s3://papercrane-inbox/album.jpg --profile sender"


@pytest.fixture
def studio(tmp_path: Path) -> Studio:
    """Yuna holds a paper for the objects where she needs the bucket, and did from the start."""
    studio = Studio(tmp_path)
    studio.give("yuna", "Paper", OBJECTS_ONLY)
    studio.begin = studio.save.head or 0
    return studio


@pytest.mark.parametrize(
    ("command", "belief"),
    [
        ("iam list-users", None),
        ("iam create-group --group-name others", None),
        ("s3 ls s3://moonrabbit-photos --profile noah", None),
        ("s3 ls s3://moonrabbit-photos --profile yuna", "B6"),
        ("iam tag-user --user-name yuna --tags Key=Name,Value=Yuna", None),
        (f"iam put-user-policy --user-name yuna --policy-name Own --policy-document '{OBJECTS_ONLY}'", "B6"),
    ],
    ids=["a look", "a group", "another's try", "the try", "her name", "a paper"],
)
def test_only_who_had_a_hand_in_it_believed_it(studio: Studio, command: str, belief: str | None) -> None:
    profile = "" if "--profile" in command else " --profile mina"
    studio.do("iam:CreateUser", UserName="ian")
    studio.aws(f"{command}{profile}")
    cause = studio.result(LISTS).cause
    assert cause is not None
    assert cause.misconception == belief


@pytest.mark.parametrize("asked_for", [True, False])
def test_a_refusal_that_the_step_asks_for_shows_nothing(studio: Studio, asked_for: bool) -> None:
    goals = [f"{{id: lists, {LISTS}}}"]
    if asked_for:
        goals.append("{id: seen, denied-once: {as: user/yuna, action: s3:ListBucket}}")
    studio.aws("s3 ls s3://moonrabbit-photos --profile yuna")
    step = f"id: look\ndo:\n  goals: [{', '.join(goals)}]\n  solution: [aws s3 ls]\n"
    cause = results(studio, step)["lists"].cause
    assert cause is not None
    assert cause.misconception == (None if asked_for else "B6")


def test_who_only_took_something_away_believed_nothing_of_what_is_left(studio: Studio) -> None:
    studio.aws("iam attach-user-policy --user-name yuna --policy-arn " + EVERYTHING + " --profile mina")
    studio.begin = studio.save.head or 0
    studio.aws("iam detach-user-policy --user-name yuna --policy-arn " + EVERYTHING + " --profile mina")
    cause = studio.result(LISTS).cause
    assert cause is not None
    assert (cause.kind, cause.misconception) == ("bucket-needs-its-own-arn", None)


def told(run: LessonRun, *lines: str) -> list[str]:
    """The beliefs told after some lines."""
    for line in lines:
        run.enter(line)
    return [one.cause.misconception for one in run.results if one.cause and one.cause.misconception]


def test_lesson_8_one_accounts_allow(opened: Callable[[str, str], LessonRun]) -> None:
    run = opened("08-decision", "theos-side")
    assert told(run, INBOX) == [], "the profile was forgotten, that is all"
    assert told(run, SEND) == ["M6"]
    assert told(run, f"{INBOX} --profile theo") == [], "both sides allow by now"


def test_lesson_9_sessions_that_are_too_long(opened: Callable[[str, str], LessonRun]) -> None:
    run = opened("09-roles", "how-long")
    assert told(run, *(f"{ASSUME} --duration-seconds {n} --profile theo" for n in (129600, 43200))) == []


def test_lesson_7_somebody_elses_date_and_ones_own(opened: Callable[[str, str], LessonRun]) -> None:
    run = opened("07-policies", "a-date-to-update")
    assert told(run, TODAY) == [], "Jun wrote the date, and the step wants it refused"
    assert told(run, 'edit today.json 2 "Version": "2026-01-14",', TODAY) == ["B8"]
