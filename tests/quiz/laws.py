"""What holds for every generated question, each law a function that names the first breach, or nothing."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, Final
from unicodedata import east_asian_width

from tests.policy.reference import evaluate
from tutor.policy import Outcome, PolicyError, Witness, parse_policy
from tutor.policy.compare import Frame, compare
from tutor.quiz.beliefs import OWN, believed, bend
from tutor.quiz.families.deciding import deciding
from tutor.quiz.family import REFUSED, again, family
from tutor.quiz.papers import Paper
from tutor.quiz.pieces import Code, Piece
from tutor.quiz.question import Option, Question, Rule
from tutor.quiz.scene import Scene
from tutor.wording.quiz_text import piece_text
from tutor.wording.say import LANGUAGES

__all__ = ["LAWS", "LISTED", "breaches", "the_same_again"]

Json = Any
Law = Callable[[Question], str | None]

LISTED: Final = frozenset(
    (*(f"B{number}" for number in range(1, 21)), *(f"M{number}" for number in range(1, 23)))
)
"""The misconceptions that the notes list."""
LINES: Final = (24, 24, 24, 30, 34)
CELLS: Final = 76
NO_POLICY: Final = "refused by IAM"
"""What a scene gets in which a document is refused."""
PAIRS: Final = {
    (True, True): "both",
    (True, False): "first",
    (False, True): "second",
    (False, False): "neither",
}


def breaches(question: Question) -> Iterator[str]:
    """Every law that the question breaks."""
    for law in LAWS:
        breach = law(question)
        if breach is not None:
            yield f"{question.id}: {law.__name__}: {breach}"


def one_key_by_both_evaluators(question: Question) -> str | None:
    """1. The right option follows from the rule, by the evaluator and by the naive one."""
    if len(question.key.right) != 1 or question.option(question.key.right[0]) is None:
        return f"right is {question.key.right}"
    for name, outcome in (("evaluator", _outcome), ("reference", _naive)):
        right = _right(question, outcome)
        if right != list(question.key.right):
            return f"by the {name} {right} is right, not {question.key.right}"
    return None


def _right(question: Question, outcome: Callable[[Scene], str]) -> list[str]:
    """The ids that the rule makes right."""
    scene = question.scene
    match question.key.rule:
        case Rule.OUTCOME if scene is not None:
            truth = _as_option(outcome(scene), question)
            return [option.id for option in question.options if option.id == truth]
        case Rule.DECIDING if scene is not None:
            without = {option.id: outcome(_without(scene, option.id)) for option in question.options}
            return [sid for sid, other in without.items() if other != outcome(scene)]
        case Rule.PAIR:
            first, second = (outcome(one) == Outcome.ALLOWED for one in question.options[0].scenes)
            return [option.id for option in question.options if option.id == PAIRS[first, second]]
        case Rule.SCENES | Rule.LEAST:
            return [option.id for option in question.options if _gets_what_is_wanted(option, outcome)]
        case rule:
            return [f"nothing: {rule}"]


def _gets_what_is_wanted(option: Option, outcome: Callable[[Scene], str]) -> bool:
    return [outcome(scene) for scene in option.scenes] == list(option.wanted) != []


def _outcome(scene: Scene) -> str:
    try:
        return scene.decision.outcome
    except PolicyError:
        return NO_POLICY


def _naive(scene: Scene) -> str:
    return evaluate(scene.as_case())[0] if _is_accepted(scene) else NO_POLICY


def _is_accepted(scene: Scene) -> bool:
    """Whether IAM takes every document of a scene; the naive evaluator does not ask."""
    try:
        for paper in scene.papers:
            parse_policy(paper.text, paper.kind)
    except PolicyError:
        return False
    return True


def _as_option(outcome: str, question: Question) -> str:
    return REFUSED if question.option(REFUSED) and outcome != Outcome.ALLOWED else outcome


def _without(scene: Scene, sid: str) -> Scene:
    """The scene without one statement."""
    return scene.with_papers(
        kept for paper in scene.papers if (kept := _paper_without(paper, sid)) is not None
    )


def _paper_without(paper: Paper, sid: str) -> Paper | None:
    fields = paper.fields
    kept = [statement for statement in fields["Statement"] if statement.get("Sid") != sid]
    return replace(paper, text=json.dumps({**fields, "Statement": kept})) if kept else None


def wrong_options_are_believed(question: Question) -> str | None:
    """2. Behind each wrong option is a misconception that leads to it here."""
    for option in question.options:
        if option.id in question.key.right:
            if option.misconception is not None:
                return f"{option.id} is right and believed for {option.misconception}"
            continue
        belief = option.misconception or ""
        if belief not in LISTED and belief not in OWN:
            return f"{option.id} has no known misconception but {belief!r}"
        if not _leads_to(belief, option, question):
            return f"{belief} does not lead to {option.id}"
    return None


def _leads_to(belief: str, option: Option, question: Question) -> bool:
    scene = question.scene

    def expected(one: Scene) -> str:
        outcome = believed(belief, one)
        return one.outcome if outcome is None else outcome

    match question.key.rule:
        case Rule.OUTCOME if scene is not None:
            outcome = believed(belief, scene)
            return outcome is not None and _as_option(outcome, question) == option.id
        case Rule.DECIDING if scene is not None:
            read = bend(belief, scene)
            return read is not None and option.id in {one.sid for one in deciding(read)}
        case Rule.PAIR:
            first, second = (expected(one) == Outcome.ALLOWED for one in option.scenes)
            return PAIRS[first, second] == option.id
        case Rule.SCENES | Rule.LEAST:
            return _makes_up_for_what_is_wrong(option, belief)
        case _:
            return False


def _makes_up_for_what_is_wrong(option: Option, belief: str) -> bool:
    """Whether each scene that does not get what is wanted gets it in the eyes of who holds the belief."""
    wrong = [
        (scene, wanted)
        for scene, wanted in zip(option.scenes, option.wanted, strict=True)
        if _outcome(scene) != wanted
    ]
    return wrong != [] and all(believed(belief, scene) == wanted for scene, wanted in wrong)


def no_two_options_mean_the_same(question: Question) -> str | None:
    """3. Options differ in both languages; where they are policies, some request tells them apart."""
    for language in LANGUAGES:
        texts = [piece_text(option.text, language) for option in question.options]
        if len(set(texts)) < len(texts):
            return f"two options read the same in {language}"
    if question.key.rule in {Rule.SCENES, Rule.LEAST}:
        for place, one in enumerate(question.options):
            for other in question.options[place + 1 :]:
                if isinstance(one.text, Code) and not _are_apart(one, other):
                    return f"{one.id} and {other.id} are equivalent"
    return None


def _are_apart(one: Option, other: Option) -> bool:
    mine, yours = one.scenes[0], other.scenes[0]
    if mine.papers == yours.papers:
        return [scene.request for scene in one.scenes] != [scene.request for scene in other.scenes]
    if not (_is_accepted(mine) and _is_accepted(yours)):
        return True
    if any(_tells_apart(scene, mine, yours) for scene in (*one.scenes, *other.scenes)):
        return True
    frame = Frame(mine.principal, resource_account=mine.resource_account)
    found = compare(mine.policies, yours.policies, frame)
    return isinstance(found.left_only, Witness) or isinstance(found.right_only, Witness)


def _tells_apart(asked: Scene, mine: Scene, yours: Scene) -> bool:
    """Whether a request gets one thing by one option's policies and another by the other's."""
    return asked.with_papers(mine.papers).outcome is not asked.with_papers(yours.papers).outcome


def both_languages_are_whole(question: Question) -> str | None:
    """4. Everything that is said renders in both languages, in Korean politely."""
    for piece in _said(question):
        for language in LANGUAGES:
            text = piece_text(piece, language)
            if not text.strip() or re.search(r"\{[a-z]+\}", text):
                return f"{piece} is {text!r}"
            if question.option(REFUSED) and re.search("명시적|암시적|explicit|implicit", text):
                return f"tells refusals apart that are not told apart yet: {text!r}"
        korean = piece_text(piece, "ko")
        sentences = [one for one in re.split(r"(?<=[.?!])\s", korean) if one.strip()]
        impolite = [one for one in sentences if not re.search(r"요[.?!]$", one)]
        if impolite:
            return f"not polite: {impolite[0]}"
    return None


def _said(question: Question) -> Iterator[Piece]:
    """The sentences around a question."""
    for piece in (question.prompt, question.hint, question.why, *(option.why for option in question.options)):
        if piece is not None:
            yield piece


def the_same_again(question: Question) -> str | None:
    """5. The id makes the same question."""
    return None if again(question.id) == question else "another question comes of the id"


def documents_fit_the_page(question: Question) -> str | None:
    """6. Documents are short, lines narrow."""
    for exhibit in question.exhibits:
        for language in LANGUAGES:
            lines = piece_text(exhibit.body, language).split("\n")
            if len(lines) > LINES[question.level - 1]:
                return f"{len(lines)} lines"
            wide = [line for line in lines if _cells(line) > CELLS]
            if wide:
                return f"too wide: {wide[0]}"
    return None


def _cells(text: str) -> int:
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def only_what_was_taught(question: Question) -> str | None:
    """8. It counts for a skill that its family asks, and takes no other than those and its needs."""
    made = family(question.source)
    if question.skill not in made.asks:
        return f"counts for {question.skill}"
    more = set(question.skills) - {*made.asks, *made.needs}
    return f"takes {more}" if more else None


def every_option_is_explained(question: Question) -> str | None:
    """9. Each option says why, and where there is one request its decision can be shown."""
    silent = [option.id for option in question.options if option.why is None]
    if silent:
        return f"no reason for {silent}"
    if question.key.rule in {Rule.OUTCOME, Rule.DECIDING} and question.scene is None:
        return "no scene"
    return None


LAWS: Final[tuple[Law, ...]] = (
    one_key_by_both_evaluators,
    wrong_options_are_believed,
    no_two_options_mean_the_same,
    both_languages_are_whole,
    documents_fit_the_page,
    only_what_was_taught,
    every_option_is_explained,
)
"""All but `the_same_again`, which costs as much as making the question."""
