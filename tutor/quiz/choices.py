"""Questions with several things to choose from, each of which the evaluator was asked about."""

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from tutor.policy import Outcome, PolicyError

from .beliefs import believed
from .family import Draw
from .misread import told
from .pieces import Piece, Words, words
from .question import Exhibit, Key, Kind, Option, Question, Rule
from .reasons import reason
from .scene import Scene

__all__ = ["Choice", "Frame", "choose", "leading", "outcome_of", "unlike"]

LETTERS: Final = "abcdef"
HEEDLESS: Final = frozenset({"B10", "Q10", "Q17"})
"""Beliefs that some Allow beats a Deny: their holder, told that a request is refused, tries a better one."""
MOST: Final = 4
"""How many options a question has."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What surrounds the options."""

    skills: tuple[str, ...]
    prompt: Words
    exhibits: tuple[Exhibit, ...]
    scene: Scene | None = None
    hint: Words | None = None
    rule: Rule = Rule.SCENES
    fewest: int = MOST
    """Fewer options than this are no question."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose, before it is known whether somebody would choose it."""

    text: Piece
    scenes: tuple[Scene, ...]
    goes: tuple[bool, ...]
    """For each scene, whether it has to go through for the choice to be right."""
    beliefs: tuple[str, ...] = ()
    """Tried in this order; of the right choice none."""
    why: Piece | None = None
    """Of the right choice: why; None: the reason of its first scene."""
    code: bool = False
    before: Scene | None = None
    """What a change starts from: who expects there already what is wanted would not make it."""


def choose(draw: Draw, frame: Frame, right: Choice, others: Iterable[Choice]) -> Question | None:
    """The right choice among wrong ones, whose place `draw` settles.

    None where the right one is not right, or too few others are believed. Of the others those come first that
    show a misconception which none before them shows.
    """
    if not is_right(right):
        return None
    wrong = _apart(right, others)
    if len(wrong) + 1 < frame.fewest:
        return None
    place = draw.pick(range(len(wrong) + 1))
    options = [_wrong(choice, belief) for choice, belief in draw.dice.shuffled(wrong)]
    options.insert(place, _right(right))
    lettered = [_lettered(option, letter) for option, letter in zip(options, LETTERS, strict=False)]
    return Question(
        id="",
        kind=Kind.CHOOSE,
        skills=frame.skills,
        level=draw.level,
        prompt=frame.prompt,
        options=tuple(lettered),
        key=Key((LETTERS[place],), frame.rule),
        exhibits=frame.exhibits,
        scene=frame.scene,
        hint=frame.hint,
    )


def is_right(choice: Choice) -> bool:
    """Whether each scene of a choice gets what is wanted."""
    return all(
        _goes(outcome_of(scene)) is goes for scene, goes in zip(choice.scenes, choice.goes, strict=True)
    )


def outcome_of(scene: Scene) -> Outcome | None:
    """What a scene gets; None where one of its policies is refused."""
    try:
        return scene.outcome
    except PolicyError:
        return None


def leading(choice: Choice, beliefs: Iterable[str], known: Container[str] = ()) -> str | None:
    """The first misconception whose holder takes the choice for right, if possible not a known one."""
    wrong = [
        (scene, goes)
        for scene, goes in zip(choice.scenes, choice.goes, strict=True)
        if _goes(outcome_of(scene)) is not goes
    ]
    if not wrong:
        return None
    second = None
    for belief in beliefs:
        if belief in known and second is not None:
            continue
        if all(_goes(believed(belief, scene)) is goes for scene, goes in wrong) and _wants(choice, belief):
            if belief not in known:
                return belief
            second = belief
    return second


def _wants(choice: Choice, belief: str) -> bool:
    """Whether the holder of a misconception sees any need for the change."""
    if choice.before is None or belief in HEEDLESS:
        return True
    return _goes(believed(belief, choice.before)) is not choice.goes[0]


def unlike(choices: Iterable[Choice], texts: Sequence[Piece]) -> Iterator[Choice]:
    """The choices whose text is none of these and none of one before."""
    known = set(texts)
    for choice in choices:
        if choice.text not in known:
            known.add(choice.text)
            yield choice


def _goes(outcome: Outcome | None) -> bool | None:
    return None if outcome is None else outcome is Outcome.ALLOWED


def _apart(right: Choice, others: Iterable[Choice]) -> list[tuple[Choice, str]]:
    """Believed choices, as far as possible of different misconceptions."""
    chosen: list[tuple[Choice, str]] = []
    spare: list[tuple[Choice, str]] = []
    known: set[str] = set()
    for choice in unlike(others, [right.text]):
        belief = leading(choice, choice.beliefs, known)
        if belief is None:
            continue
        (spare if belief in known else chosen).append((choice, belief))
        known.add(belief)
        if len(chosen) == MOST - 1:
            break
    return [*chosen, *spare][: MOST - 1]


def _right(choice: Choice) -> Option:
    scenes = choice.scenes
    why = choice.why or reason(scenes[0])
    return Option(
        "",
        choice.text,
        why,
        scenes=scenes,
        wanted=tuple([scene.outcome for scene in scenes]),
        code=choice.code,
    )


def _wrong(choice: Choice, belief: str) -> Option:
    wanted = tuple(
        [_wanted(belief, scene, goes) for scene, goes in zip(choice.scenes, choice.goes, strict=True)]
    )
    why = words(f"quiz.believed.{belief}")
    if not choice.code and outcome_of(choice.scenes[0]) is not None and len(choice.scenes) == 1:
        why = told(belief, choice.scenes[0])
    return Option("", choice.text, why, belief, choice.scenes, wanted, code=choice.code)


def _wanted(belief: str, scene: Scene, goes: bool) -> Outcome:
    """The outcome that would make a wrong choice right: of refusals the one that is expected."""
    if goes:
        return Outcome.ALLOWED
    for outcome in (outcome_of(scene), believed(belief, scene)):
        if outcome is not None and outcome is not Outcome.ALLOWED:
            return outcome
    return Outcome.IMPLICIT_DENY


def _lettered(option: Option, letter: str) -> Option:
    return replace(option, id=letter)
