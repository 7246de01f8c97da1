"""`iam-tutor quiz families|generate|export`: questions for scripts and for other programs."""

import argparse
import json
import sys
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Final

from tutor.cli.parser import fail
from tutor.wording import Language, say

if TYPE_CHECKING:
    from tutor.quiz.family import Family
    from tutor.quiz.question import Question

MOST: Final = 100_000
"""Questions of one call."""


class Unknown(Exception):
    """Something on the command line that there is not, with the message that says so."""

    def __init__(self, message: str, **values: object) -> None:
        super().__init__(message)
        self.values = values


def run(arguments: argparse.Namespace) -> int:
    """Write what was asked for: 0, or 2 for a family, skill, level or number that there is not."""
    try:
        match arguments.way:
            case "families":
                _families(arguments)
            case "generate":
                _generate(arguments)
            case _:
                return _export(arguments)
    except Unknown as unknown:
        return fail(arguments.language, str(unknown), **unknown.values)
    return 0


def _families(arguments: argparse.Namespace) -> None:
    from tutor.quiz.family import families
    from tutor.wording.quiz_say import skill_name

    language: Language = arguments.language
    rows = [
        {"id": one.id, "asks": list(one.asks), "needs": list(one.needs), "beyond": one.is_beyond}
        for one in families()
    ]
    if arguments.format == "json":
        print(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    for one in families():
        names = ", ".join(f"{skill} {skill_name(skill, language)}" for skill in one.asks)
        beyond = f" ({say(language, 'quiz.section.X')})" if one.is_beyond else ""
        print(f"{one.id}{beyond}\n    {names}")


def _generate(arguments: argparse.Namespace) -> None:
    from tutor.wording.quiz_export import question_fields

    questions = _wanted(arguments)
    if arguments.format == "json":
        rows = (json.dumps(question_fields(one), ensure_ascii=False) for one in questions)
        print("[\n" + ",\n".join(rows) + "\n]")
        return
    from tutor.cli.plain_quiz import PlainQuiz
    from tutor.wording.quiz_say import answer_text

    language: Language = arguments.language
    quiz = PlainQuiz(language, lambda: None, print)
    for question in questions:
        print(f"== {question.id}")
        quiz.ask(question)
        print(say(language, "quiz.answer.is", answer=answer_text(question, language)))
        print()


def _export(arguments: argparse.Namespace) -> int:
    from tutor.wording.quiz_export import EXPORTS, question_fields

    questions = list(_wanted(arguments, with_bank=arguments.bank))
    if arguments.format == "json":
        text = json.dumps([question_fields(one) for one in questions], ensure_ascii=False, indent=1) + "\n"
    else:
        text = EXPORTS[arguments.format](questions, arguments.language)
    if arguments.output is None:
        sys.stdout.write(text)
        return 0
    try:
        with arguments.output.open("w", encoding="utf-8", newline="") as file:
            file.write(text)
    except OSError as error:
        return fail(arguments.language, "cli.quiz.not-written", file=arguments.output, why=error.strerror)
    print(say(arguments.language, "cli.quiz.written", count=len(questions), file=arguments.output))
    return 0


def _wanted(arguments: argparse.Namespace, *, with_bank: bool = False) -> "Iterator[Question]":
    """As many questions as were asked for, out of the bank or made by the families."""
    from tutor.quiz.family import LEVELS
    from tutor.quiz.skills import SKILLS

    if not 1 <= arguments.count <= MOST:
        raise Unknown("cli.quiz.bad-count", found=arguments.count, most=MOST)
    if arguments.level is not None and arguments.level not in LEVELS:
        raise Unknown("cli.quiz.bad-level", found=arguments.level)
    for skill in arguments.skill or ():
        if skill not in SKILLS:
            raise Unknown("cli.quiz.no-skill", found=skill, known=", ".join(SKILLS))
    families = _chosen(arguments)
    return islice(_questions(arguments, families, with_bank=with_bank), arguments.count)


def _chosen(arguments: argparse.Namespace) -> "list[Family]":
    from tutor.quiz.family import families, family

    if arguments.family:
        try:
            return [family(name) for name in arguments.family]
        except LookupError as error:
            known = ", ".join(one.id for one in families())
            raise Unknown("cli.quiz.no-family", found=error.args[0], known=known) from error
    chosen = [one for one in families() if arguments.beyond or not one.is_beyond]
    if arguments.skill:
        chosen = [one for one in chosen if set(one.asks) & set(arguments.skill)]
    return chosen


def _questions(
    arguments: argparse.Namespace, families: "list[Family]", *, with_bank: bool
) -> "Iterator[Question]":
    from tutor.quiz.bank import bank, mixed
    from tutor.quiz.family import LEVELS, generate

    skills = set(arguments.skill or ())
    if with_bank:
        yield from (mixed(one, arguments.seed) for one in bank() if not skills or one.skill in skills)
        return
    if not families:
        raise Unknown("cli.quiz.no-generator", found=", ".join(sorted(skills)))
    number = barren = 0
    while barren < 1000:
        one = families[number % len(families)]
        level = arguments.level or LEVELS[number // len(families) % len(LEVELS)]
        number += 1
        question = generate(one.id, level, f"{arguments.seed}-{number}" if number > 1 else arguments.seed)
        if skills and question.skill not in skills:
            barren += 1
            continue
        barren = 0
        yield question
