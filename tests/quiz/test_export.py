"""What other programs read: GIFT by an independent parser, Anki's own import, tables, paper, JSON."""

import csv
import io
import json
import re
import warnings
from collections.abc import Callable
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from tests.policy.reference import evaluate
from tutor.policy import Outcome
from tutor.quiz.bank import bank
from tutor.quiz.family import families, generate
from tutor.quiz.question import Kind, Question, Rule
from tutor.wording import LANGUAGES, Language
from tutor.wording.quiz_export import EXPORTS, question_fields
from tutor.wording.quiz_export.gift import as_gift
from tutor.wording.quiz_export.page import in_html, option_html, question_html

PRE = re.compile(r"<pre>(.*?)</pre>", re.DOTALL)


@cache
def questions() -> tuple[Question, ...]:
    """The bank, and two of each family at every level."""
    made = (generate(one.id, level, seed) for one in families() for level in (1, 3, 5) for seed in (1, 2))
    return (*bank(), *made)


@cache
def gift_parser() -> Callable[[io.StringIO], list[Any]]:
    """`pygiftparser`, which asks for the locale in a way that Python frowns on."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from pygiftparser import parser

    parse: Callable[[io.StringIO], list[Any]] = parser.parseFile
    return parse


def plain(text: str) -> str:
    """Undo GIFT's escapes as Moodle does."""
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] == "n" else found[1], text).strip()


def signs(html: str) -> str:
    """The signs that GIFT may not see, as they are."""
    for code, sign in (("&#37;", "%"), ("&#123;", "{"), ("&#125;", "}"), ("&#92;", "\\")):
        html = html.replace(code, sign)
    return html


def json_in(html: str) -> list[object]:
    """The policies that a page shows, as JSON where they are JSON and as they stand where not."""
    return [_as_json(unescape(found)) for found in PRE.findall(html)]


def _as_json(text: str) -> object:
    try:
        return json.loads(text)
    except ValueError:
        return text


@pytest.mark.parametrize("language", LANGUAGES)
def test_moodle_reads_back_every_question_with_its_answers(language: Language) -> None:
    read = gift_parser()(io.StringIO(EXPORTS["gift"](questions(), language)))
    assert [plain(one.title) for one in read] == [question.id for question in questions()]
    for one, question in zip(read, questions(), strict=True):
        assert signs(plain(one.text)) == question_html(question, language).strip()
        assert json_in(signs(plain(one.text))) == json_in(question_html(question, language))
        answers = one.answers.answers
        if question.kind in {Kind.CHOOSE, Kind.TRUE_FALSE}:
            texts = {signs(plain(answer.answer)): answer.fraction for answer in answers}
            expected = {option_html(option, language).strip(): option.id for option in question.options}
            assert set(texts) == set(expected)
            right = [expected[text] for text, share in texts.items() if share == 100]
            assert tuple(right) == question.key.right
        elif question.kind is Kind.SEVERAL:
            assert sum(answer.fraction > 0 for answer in answers) == len(question.key.right)
        elif question.kind is Kind.FILL:
            accepted = {plain(answer.answer) for answer in answers if answer.fraction == 100}
            assert accepted == set(question.key.right)
        else:
            assert len(answers) == len(question.options)


HOSTILE = ('{"a": "b=c~d#e:f\\n"}', "a\\b", "~=#{}:\\", "->", "%50%", "::x::", "// no", "a\n\nb", "</pre>`x`")


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_that_an_author_writes_means_anything_to_gift(text: str) -> None:
    html = in_html(text)
    source = f"::t::x {as_gift(html)} {{={as_gift(html)} ~{as_gift(html)}#why}}\n"
    (question,) = gift_parser()(io.StringIO(source))
    answers = [signs(plain(answer.answer)) for answer in question.answers.answers]
    assert answers == [html] * 2
    assert signs(plain(question.text)) == f"x {html}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_anki_file_is_a_table_with_anki_s_own_head(language: Language) -> None:
    text = EXPORTS["anki"](questions(), language)
    head = [line for line in text.splitlines() if line.startswith("#")]
    assert head[:2] == ["#separator:Tab", "#html:true"]
    rows = list(csv.reader(io.StringIO(text.split("\n", len(head))[-1]), delimiter="\t"))
    assert [row[0] for row in rows] == [f"iam-tutor:{question.id}" for question in questions()]
    for row, question in zip(rows, questions(), strict=True):
        assert len(row) == 4
        assert json_in(row[1])[: len(json_in(question_html(question, language)))] == json_in(
            question_html(question, language)
        )


@pytest.mark.long
@pytest.mark.parametrize("language", LANGUAGES)
def test_anki_itself_imports_every_question_and_updates_it_in_place(
    tmp_path: Path, language: Language
) -> None:
    from anki.collection import Collection, ImportCsvRequest

    file = tmp_path / "questions.txt"
    file.write_text(EXPORTS["anki"](questions(), language), encoding="utf-8")
    collection = Collection(str(tmp_path / "collection.anki2"))
    try:
        for _ in range(2):
            metadata = collection.get_csv_metadata(path=str(file), delimiter=None)
            collection.import_csv(ImportCsvRequest(path=str(file), metadata=metadata))
        notes = {note.guid: note for note in map(collection.get_note, collection.find_notes(""))}
    finally:
        collection.close()
    assert set(notes) == {f"iam-tutor:{question.id}" for question in questions()}
    for question in questions():
        front, _ = notes[f"iam-tutor:{question.id}"].fields
        assert question_html(question, language) in front


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_opens_as_one_row_a_question_and_holds_no_formula(language: Language) -> None:
    text = EXPORTS["csv"](questions(), language)
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    assert [row["id"] for row in rows] == [question.id for question in questions()]
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_on_paper_the_answers_come_after_all_questions(language: Language) -> None:
    text = EXPORTS["markdown"](questions()[:12], language)
    assert text.count("\n## ") == 12
    assert text.rindex("\n## ") < text.rindex("\n# ") < text.index("**1.**")


def test_as_json_the_request_is_a_case_whose_answer_is_the_key() -> None:
    for question in questions():
        fields = json.loads(json.dumps(question_fields(question)))
        assert fields["prompt"].keys() == set(LANGUAGES)
        if question.key.rule is Rule.OUTCOME:
            outcome, _ = evaluate(fields["case"])
            assert fields["answer"] == [outcome]
            assert fields["decision"]["outcome"] == outcome
            assert outcome in set(Outcome)
