"""What plain mode has in place of the app's screens: decisions, policies in files, the past, the path."""

from collections.abc import Callable
from contextlib import closing
from io import StringIO
from pathlib import Path

import pytest

from tutor.account import Save, wall_clock
from tutor.app.models.inspection import Question
from tutor.cli.plain_decision import Unreadable, read_question
from tutor.cli.plain_free import play_free
from tutor.cli.plain_home import Doors
from tutor.cli.plain_keys import completed
from tutor.cli.plain_words import WORDS, read
from tutor.course import ProgressStore
from tutor.course.free_play import FreePlay, open_free
from tutor.gateway import Sandbox
from tutor.gateway.words import REGISTRY
from tutor.wording import LANGUAGES, Language, say

BOB = "aws iam create-user --user-name bob"
ALLOW = '{{"Version": "2012-10-17", "Statement": {{"Effect": "Allow", "Action": "{}", "Resource": "*"}}}}'
LISTING, OTHER = ALLOW.format("s3:ListBucket"), ALLOW.format("s3:GetObject")
CREATE = "aws iam create-policy --policy-name list --policy-document file://list.json"
BUCKET = "arn:aws:s3:::photos"
IN_KOREAN = {word.name: word.korean for word in WORDS}

Play = Callable[..., str]


@pytest.fixture
def play(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Play:
    """Types lines into a sandbox; gives what was said."""
    workspace = FreePlay(tmp_path).folder("play") / "workspace"

    def typed(*lines: str, language: Language = "en", **files: str) -> str:
        workspace.mkdir(parents=True, exist_ok=True)
        for name, text in files.items():
            (workspace / f"{name}.json").write_text(text, encoding="utf-8")
        entries = "".join(f"{line}\n" for line in lines)
        play_free(tmp_path, "play", "", language, StringIO(entries))
        return capsys.readouterr().out

    return typed


def word(name: str, language: Language) -> str:
    return IN_KOREAN[name] if language == "ko" else name


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_decision_is_looked_at_changed_and_turned(play: Play, language: Language) -> None:
    who = "누가" if language == "ko" else "who"
    said = play(
        BOB,
        "aws s3 ls",
        word("why", language),
        f"{word('what-if', language)} {who}=bob",
        word("flip", language),
        f"{word('flip', language)} 1",
        f"{word('flip', language)} 9",
        f"{word('what-if', language)} {who}=nobody",
        f"{word('what-if', language)} a b c d",
        language=language,
    )
    assert "arn:aws:iam::111111111111:user/admin" in said
    assert f"{say(language, 'decision.ask')}: – bob → s3:ListAllMyBuckets  *" in said
    assert "– bob → s3:ListAllMyBuckets  *\n  " in said
    assert "✓ admin → iam:CreateUser" in said
    assert say(language, "cli.plain.flip.form", last=2) in said
    assert say(language, "decision.ask.unknown", principal="nobody") in said
    assert say(language, "cli.plain.what-if.form") in said


def test_what_was_allowed_and_failed_is_no_plain_pass(play: Play) -> None:
    said = play("aws iam get-user --user-name nobody", "why", "history", "history get")
    failed = say("en", "app.outcome.failed", error="NoSuchEntity")
    assert said.count(f"! {failed}") == 2
    assert sum(" ! " in line and "iam:GetUser" in line for line in said.splitlines()) == 2


def test_an_instance_has_a_prompt_of_its_own(play: Play) -> None:
    said = play(
        "aws ec2 run-instances --image-id resolve:ssm:/aws/service/ami-amazon-linux-latest/"
        "al2023-ami-kernel-default-x86_64 --instance-type t3.micro "
        "--tag-specifications ResourceType=instance,Tags=[{Key=Name,Value=thumbs}]",
        "ssh thumbs",
        "exit",
    )
    assert "\nthumbs $ " in said


def test_nothing_was_asked_yet(play: Play) -> None:
    said = play("why", "flip", f"what-if admin s3:GetObject {BUCKET}/a aws:SourceIp=10.0.0.1", "why")
    assert said.count(say("en", "console.no-requests")) == 2
    assert said.count(f"✓ admin → s3:GetObject  {BUCKET}/a") == 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_requests_are_watched_beside_a_file_and_a_policy_compared(play: Play, language: Language) -> None:
    check, watch, diff = (f"{word(name, language)} list.json" for name in ("check", "watch", "diff"))
    said = play(
        BOB,
        check,
        f"{watch} bob s3:ListBucket {BUCKET} allow",
        f"{watch} bob s3:DeleteBucket",
        diff,
        CREATE,
        "aws iam attach-user-policy --user-name bob --policy-arn arn:aws:iam::111111111111:policy/list",
        language=language,
        list=LISTING,
    )
    statement = say(language, "app.editor.request.statement", statement="1")
    now = say(language, "app.editor.request.was", sign="–")
    assert say(language, "cli.plain.check.none", file="list.json") in said
    assert f"  1. ✓ bob  s3:ListBucket  photos  {statement} · {now}" in said
    assert say(language, "cli.plain.watch.form") in said
    assert say(language, "app.editor.policies.none") in said
    said = play(
        check,
        diff,
        f"{word('unwatch', language)} list.json 2",
        f"{word('unwatch', language)} list.json 1",
        language=language,
        list=OTHER,
    )
    wanted = say(language, "app.editor.request.must-pass")
    assert f"({say(language, 'app.editor.requests.in-place', policy='list')})" in said
    assert f"  1. – bob  s3:ListBucket  photos  ≠ {wanted} · {now.replace('–', '✓')}" in said
    assert "create-policy-version --policy-arn arn:aws:iam::111111111111:policy/list" in said
    assert say(language, "app.editor.compare.title", policy="list v1") in said
    assert "✓ → –  bob  s3:ListBucket" in said
    assert say(language, "cli.plain.unwatch.form") in said
    assert said.count(say(language, "cli.plain.check.none", file="list.json")) == 1


def test_a_file_is_laid_out_or_told_to_be_none(play: Play) -> None:
    said = play("format list.json", "check none.json", "diff none.json", "diff", list=LISTING)
    assert '   1  {\n   2      "Version": "2012-10-17",' in said
    assert said.count(say("en", "cli.plain.no-file", file="none.json")) == 2
    assert say("en", "cli.plain.help.diff", word="diff") in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_past_is_searched(play: Play, language: Language) -> None:
    history, refused = ("history", "refused") if language == "en" else ("기록", "거부")
    said = play(
        BOB, BOB, f"{history} {refused}", f"{history} bob iam:create", f"{history} nothing", language=language
    ).split("$ ")
    assert [line.split()[0] for line in said[3].splitlines()] == ["2"]
    assert "EntityAlreadyExists" in said[3]
    assert [line.split()[0] for line in said[4].splitlines()] == ["1", "2"]
    assert said[5].strip() == say(language, "cli.plain.history.none")


@pytest.mark.parametrize("language", LANGUAGES)
def test_things_of_the_account_name_the_lines_that_come_next(play: Play, language: Language) -> None:
    said = play(BOB, f"{word('show', language)} bob", f"{word('show', language)} users", language=language)
    assert say(language, "cli.plain.show.next") in said
    assert "aws iam add-user-to-group --group-name GROUP --user-name bob" in said
    assert "aws iam create-user --user-name NAME" in said
    assert play(f"{word('map', language)} bob iam:ListUsers", language=language).count("iam:ListUsers") == 1


def test_the_language_the_tour_and_help(play: Play, tmp_path: Path) -> None:
    said = play("tour", "언어", "help hint", "help what-if", "help explain", "language fr", "sandboxes")
    assert said.count(say("en", "cli.plain.tour").split("`")[0].strip()) == 1
    assert say("ko", "cli.plain.language.now") in said
    assert say("ko", "cli.plain.help.hint") in said
    assert IN_KOREAN["what-if"] in said
    assert "explain" in said
    assert "  play  " in said
    assert ProgressStore(tmp_path / "progress.json").setting("language") == "ko"


def test_the_path_of_lessons_leads_to_another(tmp_path: Path) -> None:
    doors = Doors(ProgressStore(tmp_path / "progress.json"), tmp_path, "en")
    path = list(doors.lessons(()))
    assert f"  · 01 Monday: two gates  {say('en', 'app.home.new')}" in path
    assert "99" in " ".join(doors.lessons(("99",)))
    assert doors.take() is None
    assert list(doors.lessons(("3",))) == []
    chosen = doors.take()
    assert chosen is not None
    assert chosen.order == 3
    assert doors.take() is None


def test_who_is_new_is_shown_round_once(tmp_path: Path) -> None:
    progress = ProgressStore(tmp_path / "progress.json")
    progress.set_setting("tour", "wanted")
    doors = Doors(progress, tmp_path, "en")
    assert [doors.wants_tour(), doors.wants_tour()] == [True, False]


def test_a_question_keeps_what_is_not_named() -> None:
    save = Save.in_memory(seed=bytes(32))
    save.begin()
    nobody = Sandbox(save, wall_clock).account
    before, strange = Question("user/sora", "s3:GetObject", f"{BUCKET}/a=b"), f"{BUCKET}/c=d"
    assert read_question(["action=s3:PutObject"], before, nobody).principal == "user/sora"
    assert read_question(["root", "s3:ListBucket", strange], before, nobody).resource == strange
    keyed = read_question(["aws:SourceIp=10.0.0.1"], before, nobody)
    assert (keyed.key, keyed.value) == ("aws:SourceIp", "10.0.0.1")
    with pytest.raises(Unreadable):
        read_question(["bob"], Question(), nobody)


def test_words_are_told_apart_and_completed(tmp_path: Path) -> None:
    names = [name for one in WORDS for name in (one.name, one.korean)]
    assert len(names) == len(set(names))
    shared = {one.name for one in WORDS} & set(REGISTRY)
    assert shared == {"history"}
    koreans = {one.korean: one.name for one in REGISTRY.values()}
    assert all(koreans.get(one.korean, one.name) == one.name for one in WORDS)
    assert read("ㅁ조") is None
    with closing(open_free(tmp_path / "play", wall_clock)) as run:
        (run.console.workspace / "list.json").write_text(LISTING, encoding="utf-8")
        assert completed(run.console, "che", 3) == ["check "]
        assert completed(run.console, "비", 1) == ["비교 "]
        assert completed(run.console, "diff l", 6) == ["list.json "]
