"""`ko.md` and `en.md`: the texts of a lesson by their headings, each with the line it stands on."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from .faults import Fault, nearest_name
from .language import Language

HEADING: Final = re.compile(r"(#{1,3})(?!#)\s*(.*?)\s*$")
STEP: Final = re.compile(r"([a-z0-9-]+) — (\S.*)")
HINT_WHEN: Final = re.compile(r"when (\S+)(?: fails)?")
PLAIN_SECTIONS: Final = ("message", "hint", "explain", "after", "teacher")
NAMED_SECTIONS: Final = ("goal", "keep", "option", "explain", "piece", "gap", "callout", "finding")
ONCE: Final = frozenset({"message", "after", "explain", "teacher"})


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of prose and the line of the file where its text begins."""

    text: str
    line: int


NOTHING: Final = Passage("", 1)


@dataclass(slots=True)
class StepProse:
    """The texts of one step; those of the story above the first step stand in one with an empty id."""

    id: str
    title: str
    line: int
    body: Passage = NOTHING
    message: Passage | None = None
    after: Passage | None = None
    explain: Passage | None = None
    teacher: Passage | None = None
    """For whoever teaches with the lesson; no learner sees it."""
    hints: list[Passage] = field(default_factory=list)
    hints_when: dict[str, Passage] = field(default_factory=dict)
    """A first hint by the goal whose failure, or the misconception that, calls for it."""
    goals: dict[str, Passage] = field(default_factory=dict)
    keeps: dict[str, Passage] = field(default_factory=dict)
    options: dict[str, Passage] = field(default_factory=dict)
    explains: dict[str, Passage] = field(default_factory=dict)
    pieces: dict[str, Passage] = field(default_factory=dict)
    gaps: dict[str, Passage] = field(default_factory=dict)
    callouts: dict[str, Passage] = field(default_factory=dict)
    """By claim."""
    findings: dict[str, Passage] = field(default_factory=dict)
    """What a later text tells of a goal, one line."""

    def passages(self) -> Iterator[Passage]:
        """Every text of the step."""
        yield self.body
        single = (self.message, self.after, self.explain, self.teacher)
        yield from (passage for passage in single if passage)
        yield from self.hints
        for named in (self.hints_when, *self.named.values()):
            yield from named.values()

    @property
    def named(self) -> "dict[str, dict[str, Passage]]":
        """The texts that have a name, by the word before it."""
        return {
            "goal": self.goals,
            "keep": self.keeps,
            "option": self.options,
            "explain": self.explains,
            "piece": self.pieces,
            "gap": self.gaps,
            "callout": self.callouts,
            "finding": self.findings,
        }


@dataclass(frozen=True, slots=True)
class Prose:
    """One language's texts of a lesson."""

    language: Language
    file: Path
    title: str
    opening: StepProse
    """What stands above the first step: the story (its body), the opening message, the keeps' texts."""
    steps: dict[str, StepProse]

    def passages(self) -> Iterator[Passage]:
        """Every text, the titles of the steps too."""
        yield Passage(self.title, 1)
        for section in (self.opening, *self.steps.values()):
            yield Passage(section.title, section.line)
            yield from section.passages()


@dataclass(slots=True)
class _Heading:
    depth: int
    words: str
    line: int
    text: list[str] = field(default_factory=list)

    @property
    def passage(self) -> Passage:
        blank = next((n for n, line in enumerate(self.text) if line.strip()), 0)
        return Passage("\n".join(self.text).strip(), self.line + 1 + blank)


def parse_prose(file: Path, text: str, language: Language) -> tuple[Prose, list[Fault]]:
    """The texts of one file and every heading that has no place in it."""
    faults: list[Fault] = []
    headings = _headings(text)
    title = ""
    opening = current = StepProse("", "", 1)
    steps: dict[str, StepProse] = {}
    for heading in headings:
        if heading.depth == 1 and heading.line == 1:
            title, opening.body = heading.words, heading.passage
        elif heading.depth == 2 and (found := STEP.fullmatch(heading.words)):
            if found[1] in steps:
                faults.append(Fault(file, heading.line, 1, "heading-twice", found=heading.words))
            current = StepProse(found[1], found[2], heading.line, body=heading.passage)
            steps[current.id] = current
        elif heading.depth == 3:
            faults += _place(file, heading, current)
        else:
            faults.append(Fault(file, heading.line, 1, "unknown-heading", found=heading.words))
    if not title:
        faults.append(Fault(file, 1, 1, "no-title"))
    return Prose(language, file, title, opening, steps), faults


def first_title(text: str) -> str:
    """The lesson's title from the beginning of its file."""
    return text.partition("\n")[0].lstrip("#").strip()


def _headings(text: str) -> list[_Heading]:
    found: list[_Heading] = []
    fenced = False
    for number, line in enumerate(text.splitlines(), start=1):
        fenced ^= line.lstrip().startswith("```")
        match = None if fenced else HEADING.match(line)
        if match:
            found.append(_Heading(len(match[1]), match[2], number))
        elif found:
            found[-1].text.append(line)
    return found


def _place(file: Path, heading: _Heading, step: StepProse) -> list[Fault]:
    word, _, name = heading.words.partition(" ")
    when = HINT_WHEN.fullmatch(name)
    if word == "hint" and not name:
        step.hints.append(heading.passage)
        return []
    if word == "hint" and when:
        return _name(file, heading, step.hints_when, when[1])
    if name and word in step.named and " " not in name:
        return _name(file, heading, step.named[word], name)
    if heading.words in ONCE:
        twice = getattr(step, heading.words) is not None
        setattr(step, heading.words, heading.passage)
        return [Fault(file, heading.line, 1, "heading-twice", found=heading.words)] if twice else []
    nearest = nearest_name(word, [*PLAIN_SECTIONS, *NAMED_SECTIONS])
    return [Fault(file, heading.line, 1, "unknown-heading", heading.words, nearest=nearest)]


def _name(file: Path, heading: _Heading, named: dict[str, Passage], name: str) -> list[Fault]:
    twice = name in named
    named[name] = heading.passage
    return [Fault(file, heading.line, 1, "heading-twice", found=heading.words)] if twice else []
