"""The schema that editors use: as shipped it is the loader's own, and every lesson agrees with it."""

import json
from pathlib import Path
from typing import Any

import pytest

from tutor.course.json_schema import FILE, lesson_schema, lesson_schema_text
from tutor.course.nodes import read_yaml
from tutor.course.schema import GOAL_KINDS, STEP_KINDS

from .conftest import CLOAKROOM


def test_the_shipped_schema_is_fresh() -> None:
    assert FILE.read_text(encoding="utf-8") == lesson_schema_text(), "iam-tutor check --schema > that file"


def test_it_names_every_kind_of_step_and_goal() -> None:
    structures = lesson_schema()["$defs"]
    assert set(STEP_KINDS) <= set(structures["Step"]["properties"])
    assert set(GOAL_KINDS) <= set(structures["Goal"]["properties"])
    assert structures["LessonFile"]["required"] == ["id", "skills", "clock", "profiles", "caller", "steps"]


def test_every_reference_leads_somewhere() -> None:
    schema = lesson_schema()
    names = {found.removeprefix("#/$defs/") for found in _references(schema)}
    assert names == set(schema["$defs"])


@pytest.mark.parametrize("lesson", [CLOAKROOM], ids=lambda folder: str(folder.name))
def test_a_lesson_has_no_field_that_the_schema_lacks(lesson: Path) -> None:
    file = lesson / "lesson.yaml"
    node, _ = read_yaml(file, file.read_text(encoding="utf-8"))
    assert node is not None
    plain: Any = node.plain()
    structures = lesson_schema()["$defs"]
    assert set(plain) <= set(structures["LessonFile"]["properties"])
    for step in plain["steps"]:
        assert set(step) <= set(structures["Step"]["properties"])


def _references(node: object) -> list[str]:
    if isinstance(node, dict):
        own = [str(node["$ref"])] if "$ref" in node else []
        return own + [found for value in node.values() for found in _references(value)]
    if isinstance(node, list):
        return [found for value in node for found in _references(value)]
    return []


def test_it_is_json_that_any_editor_reads() -> None:
    assert json.loads(lesson_schema_text())["$schema"].startswith("https://json-schema.org/")
