"""A lock that another process does not let go of: whose it is, since when, exit code 3, both languages."""

import json
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from textual.content import Content

from tests.app.driver import learner
from tests.faults.holder import held_by_another
from tests.faults.saves import LIST, MAKE, NAME, USERS, Commands, Ended, make_save
from tests.pty_start import EXPECTED, Terminal

SINCE = r"20\d\d-\d\d-\d\d \d\d:\d\d:\d\d"


def named(text: str, language: str, process: int) -> bool:
    """The sentence is there, with the process, its command and the time."""
    who = {
        "ko": rf"프로세스 {process}, [^,]+, {SINCE}부터\)",
        "en": rf"process {process} on \S+, since {SINCE}\)",
    }
    sentence = {"ko": "다른 프로그램이 이 저장을 쓰고 있어요(", "en": "Another program is using this save ("}
    flat = " ".join(text.split())
    return sentence[language] in flat and "holder.py" in flat and bool(re.search(who[language], flat))


COMMANDS: dict[str, Callable[[Commands, str], Ended]] = {
    "run": lambda tutor, language: tutor.console(language=language),
    "plain": lambda tutor, language: tutor.give("--plain", "--language", language),
    "endpoint": lambda tutor, language: tutor.give("endpoint", "--save", NAME, "--language", language),
}


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A hundredth of a second is long enough to wait."""
    monkeypatch.setattr("tutor.account.lock.WAIT", 0.01)


@pytest.mark.usefixtures("impatient")
def test_every_command_names_the_holder_and_ends_with_3(tutor: Commands) -> None:
    folder = make_save(tutor.saves)
    before = (folder / "journal.jsonl").read_bytes()
    with held_by_another(folder) as process:
        kept = tutor.plain()
        assert named(kept.err, "ko", process), "the language that the learner chose before"
        for name, command in COMMANDS.items():
            for language in ("ko", "en"):
                done = command(tutor, language)
                assert (done.code, done.out) == (3, ""), name
                assert named(done.err, language, process), done.err
    assert (folder / "journal.jsonl").read_bytes() == before
    assert tutor.console().out.split() == list(USERS)


@pytest.mark.usefixtures("impatient")
def test_a_lock_taken_between_two_lines_stops_the_second_only(tutor: Commands) -> None:
    folder = make_save(tutor.saves)

    def lines() -> Iterator[str]:
        yield MAKE
        with held_by_another(folder):
            yield LIST

    done = tutor.give("run", "--save", NAME, lines=lines())
    assert done.code == 3
    assert json.loads(done.out)["User"]["UserName"] == "another"
    assert "Another program is using this save" in done.err
    assert "another" in tutor.console().out


@pytest.mark.usefixtures("impatient")
async def test_in_the_app_the_line_is_answered_by_the_sentence_and_can_be_sent_again(tmp_path: Path) -> None:
    async with learner(tmp_path, language="ko") as one:
        await one.press("enter")
        with held_by_another(tmp_path / NAME) as process:
            await one.send("aws iam list-users")
            assert named(said(one.learn.console.transcript.lines), "ko", process)
        await one.send("aws iam list-users --profile mina")
        assert '"UserName": "yuna"' in said(one.learn.console.transcript.lines)


def said(lines: Sequence[Content]) -> str:
    """What the console shows."""
    return "\n".join(line.plain for line in lines)


@pytest.mark.parametrize(
    ("language", "keys"),
    [
        pytest.param("ko", b"", id="known"),
        pytest.param("en", b"2", id="asked", marks=pytest.mark.long),
    ],
)
def test_the_app_leaves_with_3_and_gives_the_terminal_back(
    tmp_path: Path, language: str, keys: bytes
) -> None:
    folder = make_save(tmp_path, language=language)
    if keys:
        (folder / "progress.json").unlink()
        (folder / "progress.json.bak").unlink()
    with held_by_another(folder) as process:
        command = [sys.executable, "-m", "tutor", "--saves", str(tmp_path)]
        with Terminal(command, environment={"LC_ALL": "C.UTF-8"}) as terminal:
            assert terminal.until(lambda: EXPECTED in terminal.text)
            terminal.send(keys)
            terminal.until(lambda: terminal.process.poll() is not None)
            assert terminal.process.poll() == 3
            after = terminal.output.rpartition(b"\x1b[?1049l")[2].decode()
            assert named(after, language, process), after
