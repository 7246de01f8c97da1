"""Whether what a lesson points at is there: links in its texts, files that its lines read."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from ..faults import Fault, nearest_name
from ..language import LANGUAGES
from ..lesson import Lesson
from ..prose import Passage, Prose
from .prose_rules import CODE, FENCED, blank, place_in

LINK: Final = re.compile(r"\]\(\s*<?([^)\s>]+)>?[^)]*\)")
ADDRESS: Final = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
READ_FILE: Final = re.compile(r"\b(?:fileb?)://([\w./-]+)")
TICKET: Final = re.compile(r"\s*(?:idp|공급자)\s+(?:sign-in|로그인)\s(?:.*\s--file\s+(\S+))?")
"""A line that writes what the identity provider says into a file."""
TICKETS: Final = frozenset({"token", "assertion"})
"""The files that such a line writes, unless it names another."""
SCHEMA_LINE: Final = re.compile(r"#\s*yaml-language-server:\s*\$schema=(\S+)")


def link_faults(lesson: Lesson) -> Iterator[Fault]:
    """Links and files that lead nowhere."""
    for language in LANGUAGES:
        prose = lesson.prose[language]
        for passage in prose.passages():
            yield from _links(lesson, prose, passage)
    yield from _read_files(lesson)
    yield from _schema(lesson)


def _links(lesson: Lesson, prose: Prose, passage: Passage) -> Iterator[Fault]:
    text = CODE.sub(blank, FENCED.sub(blank, passage.text))
    for found in LINK.finditer(text):
        target = found[1].partition("#")[0]
        line, column = place_in(passage, text, found.start(1))
        if ADDRESS.match(target):
            if not target.startswith("https://"):
                yield Fault(prose.file, line, column, "link-address", found[1], "https://")
        elif target and not (lesson.folder / target).exists():
            yield Fault(prose.file, line, column, "no-file", found[1], "", _near(lesson.folder, target))


def _read_files(lesson: Lesson) -> Iterator[Fault]:
    """Files that a solution reads, that the learner's folder lacks and that no line before has written."""
    written: set[str] = set()
    for step in lesson.steps:
        if step.work is None:
            continue
        mended = {step.repair.file} if step.repair else set()
        lines = [*step.work.solution, *filter(None, [step.do.line if step.do else None])]
        node = lesson.place(step.work, "solution")
        for line in lines:
            if ticket := TICKET.match(line):
                written |= {ticket[1]} if ticket[1] else TICKETS
            for found in READ_FILE.finditer(line):
                if found[1] not in mended | written and not (lesson.workspace / found[1]).is_file():
                    nearest = _near(lesson.workspace, found[1])
                    yield Fault(
                        lesson.yaml, node.line, node.column, "no-file", found[0], "workspace/", nearest
                    )


def _schema(lesson: Lesson) -> Iterator[Fault]:
    """The schema that the file's first line names for the editor."""
    first = lesson.yaml.read_text(encoding="utf-8-sig").partition("\n")[0]
    found = SCHEMA_LINE.match(first)
    if found and not ADDRESS.match(found[1]) and not (lesson.folder / found[1]).is_file():
        yield Fault(lesson.yaml, 1, found.start(1) + 1, "no-file", found[1])


def _near(folder: Path, target: str) -> str | None:
    names = [str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()]
    return nearest_name(target, names)
