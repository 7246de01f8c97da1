"""Options of generated questions, each wrong one tied to a belief that leads to it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from tutor.policy import Outcome

from .beliefs import believed
from .family import REFUSED, Draw, outcomes
from .misread import told
from .papers import Paper
from .pieces import Words, words
from .question import Key, Kind, Option, Question, Rule
from .reasons import reason
from .scene import Scene
from .shown import exhibits, is_readable, request_exhibit

__all__ = ["Ask", "Expectations", "believer", "named", "outcome_question", "wrong_option"]

ASKED: Final = words("quiz.predict.ask")
GENERAL: Final = ("Q10", "Q1", "M21", "Q17", "Q16", "Q6", "Q2")
"""Beliefs that can be held of any scene, tried last."""


@dataclass(frozen=True, slots=True)
class Ask:
    """What is asked about a scene, and how."""

    skills: tuple[str, ...]
    beliefs: tuple[str, ...] = ()
    """Tried in this order, then those that can be held of any scene."""
    prompt: Words = ASKED
    hint: Words | None = None
    facts: tuple[Words, ...] = ()
    """What the policies do not show: groups, roles, accounts; a line of the request each."""
    papers: tuple[Paper, ...] | None = None
    """The policies in the order in which they are shown; None: as the scene holds them."""


def outcome_question(draw: Draw, scene: Scene, ask: Ask) -> Question | None:
    """A prediction: allowed, implicitly or explicitly denied.

    None where the scene gets another outcome than `draw` wants, or a wrong outcome has no believer.
    """
    shown = ask.papers or (*scene.papers, *scene.beside)
    if not is_readable(shown, draw.level):
        return None
    truth = named(scene.outcome, draw.ways)
    if truth != draw.target:
        return None
    expectations = Expectations(scene, (*ask.beliefs, *GENERAL))
    options: list[Option] = []
    for name in outcomes(draw.ways):
        text = words(f"quiz.outcome.{name}")
        if name == truth:
            options.append(Option(name, text, reason(scene), scenes=(scene,)))
            continue
        belief = expectations.believer(name, draw.ways)
        if belief is None:
            return None
        options.append(wrong_option(name, text, belief, scene))
    return Question(
        id="",
        kind=Kind.CHOOSE,
        skills=ask.skills,
        level=draw.level,
        prompt=ask.prompt,
        options=tuple(options),
        key=Key((truth,), Rule.OUTCOME),
        exhibits=(
            *exhibits(shown, scene.principal),
            request_exhibit(scene, ask.facts),
        ),
        scene=scene,
        hint=ask.hint,
    )


def wrong_option(name: str, text: Words, belief: str, scene: Scene) -> Option:
    """An option that somebody with this misconception picks."""
    return Option(name, text, told(belief, scene), belief, scenes=(scene,))


def named(outcome: Outcome, ways: int) -> str:
    """The id of an outcome's option."""
    return REFUSED if ways == 2 and outcome is not Outcome.ALLOWED else outcome


class Expectations:
    """What the holders of misconceptions expect of a scene, each asked when it is needed and only once."""

    def __init__(self, scene: Scene, beliefs: Iterable[str]) -> None:
        self.scene = scene
        self.left = list(dict.fromkeys(beliefs))
        self.left.reverse()
        self.known: list[tuple[str, Outcome]] = []

    def believer(self, name: str, ways: int) -> str | None:
        """The first of the misconceptions whose holder expects this outcome; None where none does."""
        for belief, outcome in self.known:
            if named(outcome, ways) == name:
                return belief
        while self.left:
            belief = self.left.pop()
            expected = believed(belief, self.scene)
            if expected is None:
                continue
            self.known.append((belief, expected))
            if named(expected, ways) == name:
                return belief
        return None


def believer(name: str, scene: Scene, ways: int, beliefs: Iterable[str]) -> str | None:
    """The first of the misconceptions whose holder expects this outcome; None where none does."""
    return Expectations(scene, beliefs).believer(name, ways)
