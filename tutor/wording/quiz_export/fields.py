"""A question as JSON: both languages, the key, and the request as a case of `iam-tutor simulate`."""

from tutor.quiz.marking import right_sides
from tutor.quiz.pieces import Piece
from tutor.quiz.question import Exhibit, Kind, Option, Question

from ..quiz_text import piece_text
from ..say import LANGUAGES

__all__ = ["question_fields"]


def question_fields(question: Question) -> dict[str, object]:
    """The fields that the README's reference lists."""
    fields: dict[str, object] = {
        "id": question.id,
        "source": question.source,
        "kind": str(question.kind),
        "level": question.level,
        "skills": list(question.skills),
        "prompt": _both(question.prompt),
        "exhibits": [_exhibit(one) for one in question.exhibits],
        "options": [_option(one) for one in question.options],
        "answer": list(question.key.right),
        "rule": str(question.key.rule),
    }
    if question.kind is Kind.MATCH:
        fields["right_sides"] = [one.id for one in right_sides(question)]
    for name, piece in (("hint", question.hint), ("why", question.why)):
        if piece is not None:
            fields[name] = _both(piece)
    if question.scene is not None:
        decision = question.scene.decision
        fields["case"] = question.scene.as_case()
        fields["decision"] = {"outcome": str(decision.outcome), "decided_by": str(decision.decided_by)}
    return fields


def _both(piece: Piece) -> dict[str, str]:
    return {language: piece_text(piece, language) for language in LANGUAGES}


def _exhibit(exhibit: Exhibit) -> dict[str, object]:
    title = None if exhibit.title is None else _both(exhibit.title)
    return {"title": title, "body": _both(exhibit.body), "language": exhibit.language}


def _option(option: Option) -> dict[str, object]:
    fields: dict[str, object] = {"id": option.id, "text": _both(option.text)}
    if option.partner is not None:
        fields["partner"] = _both(option.partner)
    if option.says is not None:
        fields["says"] = option.says
    if option.why is not None:
        fields["why"] = _both(option.why)
    if option.misconception is not None:
        fields["misconception"] = option.misconception
    return fields
