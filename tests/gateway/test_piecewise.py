"""DeleteObjects: every key is decided by itself, and told among Deleted or Errors."""

import json
from typing import Any

import pytest

from tests.gateway.conftest import Lines
from tests.gateway.stories import PARTNER, Cast, statement
from tutor.account import Save
from tutor.gateway import Sandbox

KEYS = ("public/a", "public/b", "secret/c")
DELETE = json.dumps({"Objects": [{"Key": key} for key in KEYS]})
LINE = f"aws s3api delete-objects --bucket box --delete '{DELETE}'"


@pytest.fixture
def save(save: Save) -> Save:
    save.begin(accounts=("111111111111", PARTNER))
    return save


@pytest.fixture
def cast(aws: Lines, sandbox: Sandbox) -> Cast:
    cast = Cast(aws, sandbox)
    aws.run("aws s3api create-bucket --bucket box")
    for key in KEYS:
        aws.run(f"aws s3api put-object --bucket box --key {key}")
    return cast


def left(sandbox: Sandbox) -> list[str]:
    bucket = sandbox.world.bucket("box")
    assert bucket is not None
    return list(bucket.objects)


def answer(cast: Cast, line: str) -> dict[str, Any]:
    return dict(cast.aws.json(line))


def test_what_is_refused_stops_nothing_else(cast: Cast, sandbox: Sandbox) -> None:
    cast.user("lina", statement(action="s3:DeleteObject", resource="arn:aws:s3:::box/public/*"))
    told = answer(cast, LINE.replace("aws ", "aws --profile lina ", 1))
    assert told["Deleted"] == [{"Key": "public/a"}, {"Key": "public/b"}]
    (error,) = told["Errors"]
    assert (error["Key"], error["Code"]) == ("secret/c", "AccessDenied")
    assert "is not authorized to perform: s3:DeleteObject on resource: " in error["Message"]
    assert "arn:aws:s3:::box/secret/c" in error["Message"]
    assert left(sandbox) == ["secret/c"]


def test_if_all_are_refused_the_answer_is_still_one_of_errors(cast: Cast, sandbox: Sandbox) -> None:
    cast.user("lina")
    told = answer(cast, LINE.replace("aws ", "aws --profile lina ", 1))
    assert [row["Key"] for row in told["Errors"]] == list(KEYS)
    assert "Deleted" not in told
    assert left(sandbox) == list(KEYS)


def test_quiet_tells_the_errors_only(cast: Cast) -> None:
    cast.user("lina", statement(action="s3:DeleteObject", resource="arn:aws:s3:::box/public/*"))
    quiet = json.dumps({"Objects": [{"Key": key} for key in KEYS], "Quiet": True})
    told = answer(cast, f"aws --profile lina s3api delete-objects --bucket box --delete '{quiet}'")
    assert set(told) == {"Errors"}


def test_an_explicit_deny_counts_for_its_keys_alone(cast: Cast, sandbox: Sandbox) -> None:
    cast.user("lina", statement(), statement("Deny", "s3:DeleteObject", "arn:aws:s3:::box/secret/*"))
    told = answer(cast, LINE.replace("aws ", "aws --profile lina ", 1))
    assert "with an explicit deny in an identity-based policy" in told["Errors"][0]["Message"]
    assert left(sandbox) == ["secret/c"]


def test_somebody_of_another_account_is_not_told_why(cast: Cast) -> None:
    cast.user("lina", statement(), account=PARTNER)
    told = answer(cast, LINE.replace("aws ", "aws --profile lina ", 1))
    assert {row["Message"] for row in told["Errors"]} == {"Access Denied"}


def test_history_explains_the_refused_key_and_replay_leaves_the_same(cast: Cast, sandbox: Sandbox) -> None:
    cast.user("lina", statement(action="s3:DeleteObject", resource="arn:aws:s3:::box/public/*"))
    answer(cast, LINE.replace("aws ", "aws --profile lina ", 1))
    event = sandbox.history()[-1]
    assert (event.outcome, event.resource, event.error) == ("implicitDeny", "arn:aws:s3:::box/secret/c", None)
    explained = sandbox.explain(event)
    assert [decision.allowed for _, decision in explained.needed] == [True, True, False]
    save = sandbox.save
    again = save.world_at(save.head).bucket("box")
    assert again is not None
    assert list(again.objects) == left(sandbox)
    cast.aws.run("undo")
    assert left(sandbox) == list(KEYS)


def test_a_bucket_that_is_not_there(cast: Cast) -> None:
    assert cast.code(LINE.replace("--bucket box", "--bucket nowhere")) == "NoSuchBucket"
