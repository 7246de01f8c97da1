"""Text that tells what this learner did: lines with a condition, lists of findings, counts.

`{when NAME} …` at the beginning of a line keeps the line only if the learner managed NAME; `{found:STEP}` and
`{left:STEP}`, each a line of its own, are lists of `### finding` texts; `{count:WHAT:STEP}` is a number.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

WHEN: Final = re.compile(r"\{when (?P<not>not )?(?P<name>[^{}\s]+)\} ?")
LINE: Final = re.compile(
    r"(?P<mark>\s*(?:[-*>]\s+|\d+\.\s+)?)(?P<conditions>(?:\{when [^{}]*\} ?)*)(?P<rest>.*)"
)
LIST: Final = re.compile(r"\s*\{(?P<what>found|left):(?P<step>[^{}\s:]+)\}\s*")
COUNT: Final = re.compile(r"\{count:(?P<what>[^{}\s:]+):(?P<step>[^{}\s:]+)\}")
MARK: Final = re.compile(r"\{(?:when|found:|left:|count:)[^{}]*\}")
"""Anything that looks like one of them."""
WHO: Final = "{who}"
"""In a finding: who sent the request that settled it."""

COUNTED: Final = ("found", "left", "requests", "refused", "hints")
"""What can be counted of a step: goals found, goals left to the solution, requests, refusals, hints."""


class Deeds(Protocol):
    """What a learner did in a lesson, as far as texts can ask."""

    def managed(self, name: str) -> bool:
        """Whether a fact holds, a goal was found, today's work never stopped, a step was passed unaided."""

    def findings(self, what: str, step_id: str) -> Sequence[str]:
        """The texts of the goals found (in the order found) or left (in the order written)."""

    def count(self, what: str, step_id: str) -> int:
        """How many of something a step has."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A mark in a text: what it asks and of whom."""

    written: str
    line: int
    """Counted from 0 in the text."""
    what: str = ""
    """`when`, `found`, `left`, or what is counted; empty if the mark cannot be read."""
    name: str = ""


def told(text: str, deeds: Deeds) -> str:
    """The text as it stands for this learner."""
    if MARK.search(text) is None:
        return text
    lines: list[str] = []
    for line in text.split("\n"):
        kept = _kept(line, deeds)
        if kept is None:
            continue
        found = LIST.fullmatch(kept)
        if found is None:
            lines.append(COUNT.sub(lambda one: str(deeds.count(one["what"], one["step"])), kept))
        else:
            lines += [f"- {one}" for one in deeds.findings(found["what"], found["step"])]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def mentions(text: str) -> Iterator[Mention]:
    """Every mark of a text, in order."""
    for number, line in enumerate(text.split("\n")):
        parts = LINE.fullmatch(line)
        conditions = parts["conditions"] if parts is not None else ""
        for found in WHEN.finditer(conditions):
            yield Mention(found[0].strip(), number, "when", found["name"])
        conditional = {found.start() for found in WHEN.finditer(conditions)}
        rest = parts["rest"] if parts is not None else line
        alone = LIST.fullmatch(rest)
        counts = {found[0]: found for found in COUNT.finditer(rest) if found["what"] in COUNTED}
        for mark in MARK.finditer(rest):
            if alone is not None:
                yield Mention(mark[0], number, alone["what"], alone["step"])
            elif mark[0] in counts:
                yield Mention(mark[0], number, counts[mark[0]]["what"], counts[mark[0]]["step"])
            else:
                yield Mention(mark[0], number)
        if len(conditional) < conditions.count("{when"):
            yield Mention(conditions.strip(), number)


def _kept(line: str, deeds: Deeds) -> str | None:
    """The line without its conditions; None if one of them does not hold."""
    parts = LINE.fullmatch(line)
    if parts is None or not parts["conditions"]:
        return line
    for found in WHEN.finditer(parts["conditions"]):
        if deeds.managed(found["name"]) == bool(found["not"]):
            return None
    return parts["mark"] + parts["rest"]
