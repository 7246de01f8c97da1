"""`map` in plain mode: the permission map as lines."""

from datetime import UTC, datetime

import pytest

from tutor.account import RequestRecord, Save, caller_of
from tutor.cli.plain_map import map_lines, map_overview
from tutor.gateway.sandbox import Sandbox
from tutor.wording import LANGUAGES, Language, say

NOW = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
ADMIN = "arn:aws:iam::aws:policy/AdministratorAccess"


@pytest.fixture
def sandbox() -> Sandbox:
    save = Save.in_memory(seed=bytes(32), clock=lambda: NOW)
    save.begin()
    sandbox = Sandbox(save, lambda: NOW)
    caller = caller_of(sandbox.account, sandbox.account.root, None)
    for operation, parameters in (
        ("iam:CreateUser", {"UserName": "sora"}),
        ("iam:CreateUser", {"UserName": "bob"}),
        ("s3:CreateBucket", {"Bucket": "photos"}),
        ("iam:AttachUserPolicy", {"UserName": "sora", "PolicyArn": ADMIN}),
    ):
        service, name = operation.split(":")
        save.append(RequestRecord(service, name, parameters, caller, None, "203.0.113.9"))
    return sandbox


def lines(sandbox: Sandbox, typed: str, language: Language = "en") -> list[str]:
    found = map_lines(sandbox, typed, language)
    assert found is not None
    return list(found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_name_and_an_action_narrow_it(sandbox: Sandbox, language: Language) -> None:
    before = say(language, "app.map.plain.before", sign="–")
    assert lines(sandbox, "map sora s3:DeleteObject", language) == [
        "sora",
        f"  ✓ s3:DeleteObject  arn:aws:s3:::photos/*  {before}",
    ]


def test_a_number_of_the_overview_is_a_resource(sandbox: Sandbox) -> None:
    overview = list(map_overview(sandbox, "en"))
    number = next(line.partition(".")[0].strip() for line in overview if line.endswith("arn:aws:s3:::photos"))
    shown = lines(sandbox, f"map {number}")
    assert shown[0] == "bob"
    assert all(line.endswith("arn:aws:s3:::photos") for line in shown if line.startswith("  –"))
    assert lines(sandbox, "map 99") == [say("en", "app.map.plain.nothing", sought="99")]


def test_other_lines_are_not_about_the_map(sandbox: Sandbox) -> None:
    assert map_lines(sandbox, "map", "en") is None
    assert map_lines(sandbox, "aws iam list-users", "en") is None
    assert lines(sandbox, "지도 nobody", "ko") == [say("ko", "app.map.plain.nothing", sought="nobody")]
