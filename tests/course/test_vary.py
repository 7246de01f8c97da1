"""Lessons with other names for other learners, and lessons that begin where another one ended."""

from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.account import Save
from tutor.course import Lesson, LessonRun, ProgressStore, load_lesson
from tutor.course.fill_in import filled
from tutor.course.lesson import variants
from tutor.course.start import begin_lesson, compile_start, read_start
from tutor.course.vary import PLAYED_AT_MOST, variant_for, variants_of

from .conftest import CLOAKROOM, WORKSHOP, Desk

NAMES = st.dictionaries(
    st.from_regex(r"[a-z][a-z0-9-]{0,5}", fullmatch=True),
    st.lists(st.text("abcxyz", min_size=1, max_size=4), min_size=1, max_size=5, unique=True),
    max_size=4,
)


@given(NAMES, st.text(max_size=8))
def test_the_same_learner_gets_the_same_names(vary: dict[str, list[str]], seed: str) -> None:
    chosen = variant_for(vary, seed, "workshop")
    assert chosen == variant_for(vary, seed, "workshop")
    assert chosen.keys() == vary.keys()
    assert all(chosen[name] in values for name, values in vary.items())


@given(NAMES)
def test_every_value_is_played(vary: dict[str, list[str]]) -> None:
    played = list(variants_of(vary))
    assert 1 <= len(played) <= max(PLAYED_AT_MOST, *(len(values) for values in vary.values()), 1)
    for name, values in vary.items():
        assert {variant[name] for variant in played} == set(values)


@given(NAMES, st.text("ab{}x ", max_size=20))
def test_only_known_names_in_single_braces_are_filled_in(vary: dict[str, list[str]], text: str) -> None:
    values = {name: found[0] for name, found in vary.items()}
    assert filled(text, {}) == text
    assert filled(f"{{{{{text}}}}}", {}) == f"{{{{{text}}}}}"
    for name, value in values.items():
        assert filled(f"-{{{name}}}-", values) == f"-{value}-"
        assert filled(f"{{{{{name}}}}}", values) == f"{{{{{name}}}}}"


def test_a_variant_is_in_structure_texts_and_files(workshop: Lesson, tmp_path: Path) -> None:
    photos, prints = variants(workshop)
    assert [lesson.variant for lesson in (photos, prints)] == [{"bucket": "photos"}, {"bucket": "prints"}]
    assert prints.file.map[0].requests[0].resource == "arn:aws:s3:::moonrabbit-prints"
    assert "moonrabbit-prints" in prints.texts(prints.steps[0], "ko").body.text
    assert "{bucket}" in prints.written["ko"].steps["hello"].body.text
    assert "moonrabbit-prints/album/*" in prints.model("fixed.json")
    assert read_start(prints) == compile_start(prints)[0]


def test_a_learner_keeps_the_variant(bench: Desk) -> None:
    run = bench.sit_down()
    bucket = run.record.variant["bucket"]
    assert f"moonrabbit-{bucket}" in run.sandbox.account.buckets
    assert f"moonrabbit-{bucket}" in (run.console.workspace / "broken.json").read_text(encoding="utf-8")
    assert f"moonrabbit-{bucket}" in run.view("en").body_markdown
    assert bench.sit_down().record.variant == {"bucket": bucket}


def test_every_beginning_may_bring_other_names(workshop: Lesson) -> None:
    vary = workshop.file.vary
    assert len({variant_for(vary, f"seed{number}", "workshop")["bucket"] for number in range(1, 9)}) == 2


def test_ids_are_those_of_the_save(workshop: Lesson) -> None:
    """The compiled start names keys by whose they are; another save has other ids and the same account."""
    found = []
    for seed in (bytes(32), b"1" * 32):
        save = Save.in_memory(seed=seed)
        begin_lesson(workshop, save)
        jun, yuna = (save.world.accounts["111111111111"].users[name] for name in ("jun", "yuna"))
        assert [key.active for key in jun.keys.values()] == [False]
        assert yuna.devices == ["arn:aws:iam::111111111111:mfa/yuna"]
        assert save.world.organization is not None
        assert sorted(save.world.organization.members) == ["111111111111", "222222222222", "999999999999"]
        assert save.world.accounts["111111111111"].roles["album-pickup"].last_used is not None
        found.append(set(jun.keys))
    assert not found[0] & found[1]


@pytest.mark.long
def test_a_lesson_begins_where_another_ended(edited: Callable[..., Path], tmp_path: Path) -> None:
    folder = edited(yaml=("start:\n", "start:\n  from: workshop\n"))
    copytree(WORKSHOP, folder.parent / WORKSHOP.name, dirs_exist_ok=True)
    text = (folder / "lesson.yaml").read_text(encoding="utf-8")
    text = text.replace('account: "111111111111"\n', ACCOUNTS).replace(
        "    - aws iam create-user --user-name yuna\n", ""
    )
    text = text.replace("    - aws iam create-access-key --user-name yuna\n", "")
    text = text.replace("    - aws s3 mb s3://moonrabbit-photos\n", "")
    (folder / "lesson.yaml").write_text(text, encoding="utf-8")
    lesson = load_lesson(folder)
    assert compile_start(lesson)[1] == []
    save = Save.in_memory(seed=b"2" * 32)
    begin_lesson(lesson, save)
    account = save.world.accounts["111111111111"]
    assert "arn:aws:iam::111111111111:policy/ReadAlbum" in account.policies
    assert len(account.users["yuna"].devices) == 2
    assert account.users["jun"].keys == {}
    assert "noah" in account.users, "the lesson's own lines come on top"


THERE_ALREADY = (
    "aws iam create-user --user-name yuna",
    "aws iam create-access-key --user-name yuna",
    "aws s3 mb s3://moonrabbit-photos",
)

ACCOUNTS = """account: "111111111111"
accounts: [{id: "222222222222", alias: papercrane}, {id: "999999999999"}]
organization: {management: "999999999999", members: ["111111111111", "222222222222"]}
"""


def test_the_small_lesson_has_one_variant() -> None:
    lesson = load_lesson(CLOAKROOM)
    assert [one.variant for one in variants(lesson)] == [{}]
    assert isinstance(LessonRun, type)
    assert ProgressStore().misconceptions() == {}
