"""A step's view as the page that the text pane shows."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from textual.content import Content

from tutor.app.models.map import MapPicture
from tutor.app.models.page import NOTHING, GoalRow, LessonPage, OptionRow, OptionState, PieceRow
from tutor.wording import Language, say
from tutor.wording.results import belief_sentence, cause_sentence, help_sentence, state_word

from .prose import Block, blocks, filled, inline, letter, stand_ins_for
from .template import filled_template, gap_in_question, gap_rows

if TYPE_CHECKING:
    from tutor.course import GoalView, OptionView, Result, StepView

INVITATIONS: Final = frozenset({"order", "fill", "repair", "sign-in"})
"""Kinds of steps that say how they are answered."""
CHECKED_BY_ENTER: Final = frozenset({"do", "sign-in"})
"""Kinds of steps whose Enter, once something was tried, tells what is still missing."""


def lesson_page(
    view: "StepView", language: Language, *, tried: bool, map_picture: MapPicture | None
) -> LessonPage:
    """The page of a step; reasons stand under open goals once something was tried."""
    return LessonPage(
        step=view.step_id,
        kind=view.kind,
        title=inline(view.title),
        message=letter(view.message),
        body=blocks(f"{view.story_markdown}\n\n{view.body_markdown}"),
        map=map_picture,
        callouts=tuple(blocks(callout.markdown) for callout in view.callouts),
        options=tuple(_options(view, language)),
        pieces=tuple(PieceRow(piece.key, _piece(piece.text), piece.right) for piece in view.pieces),
        template=filled_template(view.template, view.gaps) if view.template else NOTHING,
        gaps=gap_rows(view.gaps, language),
        file=view.file or "",
        file_kind=view.policy_kind or "",
        sign_in=view.sign_in or "",
        tried=tried,
        explanation=tuple(_explanations(view)),
        goals=tuple(_goals(view, language, tried=tried)),
        keeps=_keeps(view, language),
        hints=tuple(blocks(hint) for hint in view.hints_shown),
        solution=view.solution,
        after=blocks(view.after_markdown or ""),
        invitation=_invitation(view, language, tried=tried),
        passed=view.passed,
    )


def reason(result: "Result", language: Language) -> Content:
    """Why a check failed and what to try; empty if it did not fail."""
    cause = result.cause
    if result.passed is not False or cause is None:
        return Content()
    expected, actual = state_word(language, cause.expected), state_word(language, cause.actual)
    values = {"expected": expected, "actual": actual, **cause.values}
    stand_ins = stand_ins_for(values)
    told = replace(
        cause,
        expected=stand_ins["expected"],
        actual=stand_ins["actual"],
        values={name: value if name == "kind" else stand_ins[name] for name, value in cause.values.items()},
    )
    sentences = (cause_sentence, belief_sentence, help_sentence)
    why = " ".join(filter(None, (sentence(language, told) for sentence in sentences)))
    return filled(why, {stand_ins[name]: value for name, value in values.items()})


def option_text(option: "OptionView", language: Language) -> str:
    """What an option says, as Markdown."""
    return say(language, f"course.option.{option.id}") if option.text is None else option.text


def _options(view: "StepView", language: Language) -> Iterator[OptionRow]:
    """Those of the question, or of the gap in question."""
    for option in view.options:
        yield _option(option, language, several=view.several)
    gap = gap_in_question(view.gaps)
    for number, text in enumerate(gap.options if gap else (), start=1):
        yield OptionRow(str(number), Content(text))


def _piece(markdown: str) -> Content:
    """A piece is one line of prose or one document."""
    (first, *more) = blocks(markdown) or (None,)
    if first is None or more:
        return inline(markdown)
    return first.content


def _option(option: "OptionView", language: Language, *, several: bool) -> OptionRow:
    state = OptionState.OPEN
    if option.right:
        state = OptionState.RIGHT
    elif option.chosen:
        state = OptionState.WRONG
    missed = several and bool(option.right) and not option.chosen
    return OptionRow(option.key, inline(option_text(option, language)), state, option.chosen, missed)


def _explanations(view: "StepView") -> Iterator[Block]:
    keys = {option.id: option.key for option in view.options}
    for explanation in view.explanations:
        key = keys.get(explanation.option)
        yield from blocks(f"**{key}** · {explanation.markdown}" if key else explanation.markdown)


def _goals(view: "StepView", language: Language, *, tried: bool) -> Iterator[GoalRow]:
    """The goals shown, and how many are still to be found."""
    for goal in view.goals:
        yield _goal(goal, view, language, tried=tried)
    if view.hidden:
        yield GoalRow("", Content(say(language, "course.next.hidden", count=view.hidden)), None, Content())


def _goal(goal: "GoalView", view: "StepView", language: Language, *, tried: bool) -> GoalRow:
    why = reason(goal.result, language) if tried and not view.passed else Content()
    return GoalRow(goal.id, inline(goal.text), goal.result.passed, why)


def _keeps(view: "StepView", language: Language) -> tuple[GoalRow, ...]:
    """Today's work, beside work; beside a question only if it suffers, so that the question has the room."""
    rows = tuple(_keep(keep, language) for keep in view.keeps)
    return rows if view.goals or view.hidden or not all(row.passed for row in rows) else ()


def _keep(keep: "GoalView", language: Language) -> GoalRow:
    return GoalRow(keep.id, inline(keep.text), keep.result.passed, reason(keep.result, language))


def _invitation(view: "StepView", language: Language, *, tried: bool) -> str:
    if view.passed or (view.kind == "read"):
        last = view.index + 1 == view.total
        return say(language, "app.invite.finish" if last else "app.invite.next")
    if view.options:
        if view.several:
            return say(language, "app.invite.several")
        return say(language, "app.invite.choose", last=len(view.options))
    if view.line:
        return say(language, "app.invite.line")
    if tried and view.kind in CHECKED_BY_ENTER:
        return say(language, "app.invite.check")
    if view.kind in INVITATIONS:
        gap = gap_in_question(view.gaps)
        asked = "fill.options" if gap is not None and gap.options else view.kind
        return say(language, f"app.invite.{asked}")
    return say(language, "app.invite.begin") if view.begin else ""
