"""The progress file: small tables, plain TinyDB, written on every change."""

from pathlib import Path

from tinydb import TinyDB

from tutor.course.progress import FILE_NAME, LINES_KEPT, LessonRecord, ProgressStore


def test_what_was_kept_is_there_again(tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
    store = ProgressStore(path)
    store.set_setting("language", "ko")
    record = LessonRecord("two-gates", "knock", 1, 40, passed={"who": True}, answers={"guess": ["refused"]})
    store.keep_lesson(record)
    record.step = "minas-fix"
    store.keep_lesson(record)
    store.note_skill("A1", "seen", "two-gates/who")
    store.add_console_line("aws s3 ls")
    store.close()
    again = ProgressStore(path)
    assert again.setting("language") == "ko"
    assert again.lesson("two-gates") == record
    assert again.lessons() == (record,)
    assert again.skills()["A1"].seen == {"two-gates/who"}
    assert again.console_lines() == ("aws s3 ls",)
    assert (path.stat().st_mode & 0o777) == 0o600


def test_plain_tinydb_reads_it(tmp_path: Path) -> None:
    ProgressStore(tmp_path / FILE_NAME).set_setting("language", "en")
    with TinyDB(tmp_path / FILE_NAME) as plain:
        assert plain.table("settings").all() == [{"name": "language", "value": "en"}]


def test_nothing_is_there_before_it_is_kept() -> None:
    store = ProgressStore()
    assert (store.setting("language"), store.lesson("two-gates"), store.last_lesson) == (None, None, None)
    assert (dict(store.skills()), store.console_lines()) == ({}, ())


def test_a_skill_is_noted_once_a_place() -> None:
    store = ProgressStore()
    for place in ("two-gates/who", "two-gates/who", "two-gates/knock"):
        store.note_skill("A1", "practised", place)
    store.note_skill("A1", "asked", "two-gates/sort")
    skill = store.skills()["A1"]
    assert skill.practised == {"two-gates/who", "two-gates/knock"}
    assert skill.asked == {"two-gates/sort"}


def test_the_console_remembers_its_last_lines() -> None:
    store = ProgressStore()
    for number in range(LINES_KEPT + 2):
        store.add_console_line(f"line {number}")
    store.add_console_line(f"line {LINES_KEPT + 1}")
    lines = store.console_lines()
    assert (len(lines), lines[0], lines[-1]) == (LINES_KEPT, "line 2", f"line {LINES_KEPT + 1}")


def test_a_field_of_a_later_version_does_no_harm() -> None:
    store = ProgressStore()
    store.keep_lesson(LessonRecord("two-gates", "who", 0, 0))
    store._put("lessons", "lesson", {"lesson": "two-gates", "mood": "bright"})
    record = store.lesson("two-gates")
    assert record is not None
    assert record.step == "who"
