"""A question's account as a sandbox decides the question's request as the question says."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tutor.course.free_play import open_free
from tutor.course.free_play.staged import begin_staged, keep_staged, staged_in
from tutor.gateway.sandbox import Sandbox
from tutor.policy import PrincipalKind
from tutor.quiz.family import families, generate
from tutor.quiz.scene import Scene
from tutor.quiz.staging import staged

NOW = datetime(2026, 1, 5, 9, tzinfo=UTC)
SEEDS = 3


def scenes(level: int) -> Iterator[tuple[str, Scene]]:
    """A few scenes of every family."""
    for family in families():
        for seed in range(SEEDS):
            question = generate(family.id, level, seed)
            if question.scene is not None:
                yield question.id, question.scene


def reference(scene: Scene) -> str:
    """The caller as a sandbox is asked about it."""
    account, name = scene.principal.account, scene.principal.arn.rpartition("/")[2]
    return f"root@{account}" if scene.principal.kind is PrincipalKind.ROOT else f"user/{name}@{account}"


@pytest.mark.parametrize(
    "level", [2, pytest.param(4, marks=pytest.mark.long), pytest.param(5, marks=pytest.mark.long)]
)
def test_the_sandbox_answers_as_the_question(level: int) -> None:
    from tutor.account import Save

    made = 0
    for name, scene in scenes(level):
        stage = staged(scene)
        if stage is None:
            continue
        made += 1
        save = Save.in_memory(seed=bytes(32), clock=lambda: NOW)
        begin_staged(save, stage)
        sandbox = Sandbox(save, lambda: NOW)
        asked = dict(scene.context)
        decision = sandbox.ask(reference(scene), scene.action, scene.resource, asked or None)
        assert decision.outcome is scene.outcome, name
    assert made > SEEDS * 3


def test_a_staged_sandbox_begins_again_as_it_began(tmp_path: Path) -> None:
    scene = next(
        question.scene
        for seed in range(50)
        if (question := generate("predict-group", 3, seed)).scene is not None
        and staged(question.scene) is not None
    )
    assert scene is not None
    stage = staged(scene)
    assert stage is not None
    run = open_free(tmp_path / "quiz", lambda: NOW, lesson=stage, seed=bytes(32))
    user = scene.principal.arn.rpartition("/")[2]
    assert run.console.default_profile == user
    assert run.is_staged
    run.enter("aws iam create-user --user-name somebody --profile root")
    assert "somebody" in run.sandbox.account.users
    run.close()
    again = open_free(tmp_path / "quiz", lambda: NOW)
    assert "somebody" in again.sandbox.account.users
    again.restart()
    assert "somebody" not in again.sandbox.account.users
    assert user in again.sandbox.account.users
    again.close()


def test_what_was_kept_is_read_again(tmp_path: Path) -> None:
    stage = next(one for seed in range(50) if (one := staged(_scene(seed))) is not None)
    keep_staged(tmp_path, stage)
    assert staged_in(tmp_path) == stage
    (tmp_path / "start.json").write_text("{", encoding="utf-8")
    assert staged_in(tmp_path) is None


def _scene(seed: int) -> Scene:
    scene = generate("predict-policy", 1, seed).scene
    assert scene is not None
    return scene
