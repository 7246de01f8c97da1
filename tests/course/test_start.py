"""The start of a lesson: the same account from compiled requests as from the lines, with ids of its own."""

import json
import subprocess
import sys
from collections.abc import Callable
from json import dumps
from pathlib import Path
from typing import Final

from tutor.account import Save
from tutor.course import Lesson, load_lesson
from tutor.course.start import FILE_NAME, begin_lesson, compile_start, fingerprint, read_start

from .conftest import CLOAKROOM, Desk


def test_the_compiled_start_is_what_the_lines_do(cloakroom: Lesson) -> None:
    requests, failures = compile_start(cloakroom)
    assert failures == []
    assert requests == read_start(cloakroom)
    assert list(json.loads((CLOAKROOM / FILE_NAME).read_text())) == [fingerprint(cloakroom)]


def test_the_account_of_the_day(cloakroom: Lesson) -> None:
    save = Save.in_memory(seed=bytes(32))
    begin = begin_lesson(cloakroom, save)
    account = save.world.accounts["111111111111"]
    assert account.alias == "moonrabbit"
    assert sorted(account.users) == ["noah", "yuna"]
    assert account.buckets["moonrabbit-photos"].objects["wedding/001.jpg"].body == b"photo"
    assert save.world.now == cloakroom.file.clock
    assert save.world.lesson == "cloakroom"
    assert all(entry.start for entry in save.entries if entry.index > begin)


def test_every_save_has_keys_of_its_own(cloakroom: Lesson) -> None:
    keys = set()
    for seed in (bytes(32), bytes([1]) * 32):
        save = Save.in_memory(seed=seed)
        begin_lesson(cloakroom, save)
        keys |= set(save.world.accounts["111111111111"].users["yuna"].keys)
    assert len(keys) == 2


def test_a_start_line_that_is_meant_to_fail_is_history(cloakroom: Lesson, desk: Desk) -> None:
    run = desk.sit_down()
    refused = [event for event in run.sandbox.history() if event.error == "AccessDenied"]
    assert [(event.start, event.caller.name if event.caller else "") for event in refused] == [(True, "yuna")]
    assert run.sandbox.explain(refused[0]).decision is not None


BEGIN = """
import pathlib, sys
from tutor.account import Save
from tutor.course import load_lesson
from tutor.course.start import begin_lesson
begin_lesson(load_lesson(pathlib.Path(sys.argv[1])), Save.in_memory())
print(*{"awscli", "botocore", "textual"} & set(sys.modules))
"""


def test_beginning_needs_no_cli() -> None:
    command = [sys.executable, "-c", BEGIN, str(CLOAKROOM)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    assert done.stdout.split() == []


def test_the_learners_own_files_stay(desk: Desk) -> None:
    (desk.console.workspace / "mine.json").write_text("{}")
    run = desk.sit_down()
    run.restart()
    assert sorted(path.name for path in desk.console.workspace.iterdir()) == ["mine.json", "note.txt"]


HELPER: Final = """
    - aws iam create-open-id-connect-provider --url https://staff.example --client-id-list moon
    - idp add arin
    - aws iam create-role --role-name helper --assume-role-policy-document file://staff.json
    - at: 2026-01-05T06:00:00Z
      run: >-
        aws sts assume-role-with-web-identity --role-arn arn:aws:iam::111111111111:role/helper
        --role-session-name arin --web-identity-token {token:arin} --no-sign-request
keep:"""
STAFF: Final = dumps(
    {
        "Version": "2012-10-17",
        "Statement": [
            {
                "Effect": "Allow",
                "Principal": {"Federated": "arn:aws:iam::111111111111:oidc-provider/staff.example"},
                "Action": "sts:AssumeRoleWithWebIdentity",
                "Condition": {"StringEquals": {"staff.example:sub": "arin"}},
            }
        ],
    }
)


def test_a_token_of_the_identity_provider(edited: Callable[..., Path]) -> None:
    """It is signed with a secret of each save, and good at the time of its line only."""
    folder = edited(yaml=("\nkeep:", HELPER))
    (folder / "start-files").mkdir(exist_ok=True)
    (folder / "start-files" / "staff.json").write_text(STAFF)
    lesson = load_lesson(folder)
    requests, failures = compile_start(lesson)
    assert failures == []
    assert requests[-1]["parameters"]["WebIdentityToken"] == "{token:arin:moon}"
    for seed in (bytes(32), bytes([1]) * 32):
        save = Save.in_memory(seed=seed)
        begin_lesson(lesson, save)
        (session,) = save.world.sessions.values()
        assert session.arn == "arn:aws:sts::111111111111:assumed-role/helper/arin"
        assert f"{session.issued:%H:%M}" == "06:00"
