"""What `iam-tutor check` asks of the bank: sound questions, both languages, a question for every claim."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Final

from tutor.course.claims import CLAIMS
from tutor.course.detect.ids import MISCONCEPTIONS
from tutor.course.faults import Fault, in_reading_order, nearest_name
from tutor.course.gate.prose_rules import passage_faults
from tutor.course.language import LANGUAGES, Language
from tutor.course.prose import Passage

from .bank import COMPILED, FOLDER, Both, Entry, Placed, bank_files, read_bank, read_compiled
from .beliefs import OWN

__all__ = ["GAP", "OVERLAP_AT_MOST", "BankReport", "bank_report", "overlap"]

GAP: Final = "____"
"""Where a fill is to be filled in."""
OVERLAP_AT_MOST: Final = 0.6
"""Share of the word trigrams of the shorter question that another may have."""
FEWEST: Final = {"choose": 3, "several": 3, "true-false": 3, "order": 3, "match": 3, "fill": 0}
MOST: Final = {"choose": 5, "several": 6, "true-false": 5, "order": 6, "match": 5, "fill": 0}
MANY_RIGHT: Final = 2
"""Right options that a question with several has at least."""
PARTS: Final = {
    "choose": ("options",),
    "several": ("options",),
    "true-false": ("options",),
    "order": ("items",),
    "match": ("pairs",),
    "fill": ("accept", "near", "exact"),
}
"""The fields that belong to each kind, of those that belong to some only."""


@dataclass(frozen=True, slots=True)
class BankReport:
    """What can be said of a bank."""

    count: int
    """Questions that could be read."""
    by_claim: Mapping[str, tuple[str, ...]]
    """By claim the ids of the questions that ask it first."""
    faults: tuple[Fault, ...]

    @property
    def asked(self) -> int:
        """How many claims are asked."""
        return sum(bool(ids) for ids in self.by_claim.values())


def bank_report(folder: Path, *, of_course: bool = True) -> BankReport | None:
    """What an author has to mend in the bank of a lessons' folder; None where there is no bank.

    The course's own bank must ask every claim.
    """
    if not bank_files(folder):
        return None
    placed, unread = read_bank(folder)
    by_claim = {
        claim: tuple(one.entry.id for one in placed if one.entry.skills[:1] == (claim,)) for claim in CLAIMS
    }
    faults = [*unread, *_each(placed), *_twice(placed), *_alike(placed)]
    if of_course:
        missing = [claim for claim, ids in by_claim.items() if not ids]
        faults += [Fault(folder / FOLDER, 1, 1, "quiz-not-asked", claim) for claim in missing]
    if not unread and read_compiled(folder) is None:
        faults.append(Fault(folder / FOLDER / COMPILED, 1, 1, "quiz-stale", "--write-start"))
    return BankReport(len(placed), by_claim, in_reading_order(faults))


def _each(placed: Sequence[Placed]) -> Iterator[Fault]:
    for one in placed:
        for code, found, expected in _wrong_with(one.entry):
            yield Fault(one.file, one.line, 1, code, found, expected)
        for claim in one.entry.skills:
            if claim not in CLAIMS:
                nearest = nearest_name(claim, CLAIMS)
                yield Fault(one.file, one.line, 1, "quiz-unknown-skill", claim, nearest=nearest)
        for text in _texts(one.entry):
            for language in LANGUAGES:
                passage = Passage(_said(text, language), one.line)
                yield from passage_faults(one.file, language, passage)


def _wrong_with(entry: Entry) -> Iterator[tuple[str, str, str]]:
    """Code, what was found, what was expected."""
    foreign = {name for names in PARTS.values() for name in names} - set(PARTS[entry.kind])
    for name in sorted(foreign):
        if getattr(entry, name):
            yield "quiz-wrong-part", name, ", ".join(PARTS[entry.kind])
    count = len(entry.options or entry.items or entry.pairs)
    if not FEWEST[entry.kind] <= count <= MOST[entry.kind]:
        yield "quiz-count", str(count), f"{FEWEST[entry.kind]}–{MOST[entry.kind]}"
    if not entry.skills:
        yield "quiz-no-skill", entry.id, ""
    named = (
        *(option.id for option in entry.options),
        *(item.id for item in entry.items),
        *(pair.id for pair in entry.pairs),
    )
    for name, times in Counter(named).items():
        if times > 1:
            yield "quiz-id-twice", name, ""
    if entry.kind == "fill":
        yield from _wrong_fill(entry)
    elif entry.options:
        yield from _wrong_options(entry)
    believed = (
        *(option.misconception for option in entry.options),
        *(near.misconception for near in entry.near),
    )
    for name in (name for name in believed if name is not None):
        if name not in {*MISCONCEPTIONS, *OWN}:
            yield "quiz-unknown-misconception", name, ""


def _wrong_options(entry: Entry) -> Iterator[tuple[str, str, str]]:
    right = sum(option.right for option in entry.options)
    if entry.kind == "several":
        if not MANY_RIGHT <= right < len(entry.options):
            yield "quiz-right", str(right), f"{MANY_RIGHT}–{len(entry.options) - 1}"
    elif right != 1:
        yield "quiz-right", str(right), "1"
    said = {option.says for option in entry.options}
    if said != ({True, False} if entry.kind == "true-false" else {None}):
        yield "quiz-says", entry.id, "says: true, says: false"
    for option in entry.options:
        if option.right and option.misconception:
            yield "quiz-right-believed", option.id, option.misconception


def _wrong_fill(entry: Entry) -> Iterator[tuple[str, str, str]]:
    gaps = {entry.prompt.ko.count(GAP), entry.prompt.en.count(GAP)}
    if gaps != {1} or not entry.accept or entry.why is None:
        yield "quiz-fill", entry.id, GAP


def _twice(placed: Sequence[Placed]) -> Iterator[Fault]:
    seen: dict[str, Placed] = {}
    for one in placed:
        first = seen.setdefault(one.entry.id, one)
        if first is not one:
            yield Fault(one.file, one.line, 1, "quiz-id-twice", one.entry.id, first.file.name)


def _alike(placed: Sequence[Placed]) -> Iterator[Fault]:
    """Questions of which one says nearly what another says."""
    for language in LANGUAGES:
        trigrams = [_trigrams(_wording(one.entry, language)) for one in placed]
        for (first, one), (second, other) in combinations(zip(placed, trigrams, strict=True), 2):
            share = overlap(one, other)
            if share > OVERLAP_AT_MOST:
                yield Fault(second.file, second.line, 1, "quiz-alike", first.entry.id, f"{share:.0%}")


def overlap(one: frozenset[tuple[str, ...]], other: frozenset[tuple[str, ...]]) -> float:
    """The share of the smaller set's trigrams that the other has too, 0 to 1."""
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller else 0.0


def _trigrams(text: str) -> frozenset[tuple[str, ...]]:
    words = text.casefold().split()
    return frozenset(zip(words, words[1:], words[2:], strict=False))


def _wording(entry: Entry, language: Language) -> str:
    """What is read before answering."""
    sides = (side for pair in entry.pairs for side in (pair.left, pair.right))
    return " ".join(
        [
            _said(entry.prompt, language),
            *(_said(Both(one.ko, one.en), language) for one in entry.options),
            *(_said(Both(one.ko, one.en), language) for one in entry.items),
            *(side if isinstance(side, str) else _said(side, language) for side in sides),
        ]
    )


def _said(text: Both, language: Language) -> str:
    return text.ko if language == "ko" else text.en


def _texts(entry: Entry) -> Iterator[Both]:
    """Everything that is read at some time."""
    yield entry.prompt
    yield from (Both(one.ko, one.en) for one in entry.options)
    yield from (Both(one.ko, one.en) for one in entry.items)
    for pair in entry.pairs:
        yield from (side for side in (pair.left, pair.right) if isinstance(side, Both))
    for explained in (entry.options, entry.items, entry.pairs, entry.near):
        yield from (one.why for one in explained)
    yield from (text for text in (entry.why, entry.hint) if text is not None)
