"""The bank: questions that authors write, in YAML files beside the lessons (`lessons/quiz/`).

Reading YAML takes a second, so the files are also kept compiled, in `bank.json`, with a digest of what they
were compiled from; where that is another, the YAML is read.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Final, Literal

import msgspec
from msgspec import Struct, field

from tutor.course.decode import Decoder
from tutor.course.faults import Fault, LessonFaults
from tutor.course.index import lessons_folder
from tutor.course.nodes import read_yaml
from tutor.course.schema.terms import Id, Text

from .dice import Dice
from .pieces import Code, Piece, Prose
from .question import Exhibit, Key, Kind, Near, Option, Question

__all__ = [
    "COMPILED", "FOLDER", "Both", "Entry", "Placed", "as_question", "bank", "bank_files", "mixed",
    "read_bank", "read_compiled", "write_compiled",
]  # fmt: skip

FOLDER: Final = "quiz"
"""The folder of the bank in the lessons' folder."""
COMPILED: Final = "bank.json"
"""The compiled bank in that folder."""


class Both(Struct, frozen=True):
    """A text in both languages."""

    ko: Text
    en: Text


class OptionEntry(Struct, frozen=True):
    """An option of a choice, with why it is right or not."""

    id: Id
    ko: Text
    en: Text
    why: Both
    right: bool = False
    misconception: Text | None = None
    says: bool | None = None


class ItemEntry(Struct, frozen=True):
    """An item of an order, with why it stands there."""

    id: Id
    ko: Text
    en: Text
    why: Both


class PairEntry(Struct, frozen=True):
    """A pair of a match, with why the two belong together."""

    id: Id
    left: Text | Both
    right: Text | Both
    why: Both


class NearEntry(Struct, frozen=True, rename={"texts": "is"}):
    """Wrong fillings that tell what was believed."""

    texts: tuple[Text, ...]
    why: Both
    misconception: Text | None = None


class Entry(Struct, frozen=True):
    """One question as an author writes it."""

    id: Id
    kind: Literal["choose", "several", "true-false", "order", "match", "fill"]
    skills: tuple[Text, ...]
    prompt: Both
    level: Literal[1, 2, 3] = 1
    exhibit: Text | None = None
    options: tuple[OptionEntry, ...] = ()
    items: tuple[ItemEntry, ...] = ()
    pairs: tuple[PairEntry, ...] = ()
    accept: tuple[Text, ...] = ()
    exact: bool = False
    near: tuple[NearEntry, ...] = ()
    why: Both | None = None
    hint: Both | None = None


class BankFile(Struct, frozen=True):
    """A whole file of the bank."""

    questions: tuple[Entry, ...] = field(default=())


class CompiledBank(Struct, frozen=True, omit_defaults=True):
    """Every file of the bank, and a digest of what they held."""

    source: str
    questions: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """An entry and where it stands."""

    entry: Entry
    file: Path
    line: int


def read_bank(folder: Path) -> tuple[tuple[Placed, ...], tuple[Fault, ...]]:
    """The entries of a lessons' folder in the order of its files, and what could not be read."""
    placed: list[Placed] = []
    faults: list[Fault] = []
    for path in bank_files(folder):
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            faults.append(Fault(path, 1, 1, "not-utf-8"))
            continue
        root, found = read_yaml(path, text)
        faults += found
        if root is None:
            continue
        decoder = Decoder(path)
        read = decoder.struct(root, BankFile)
        faults += decoder.faults
        for entry in read.questions if read is not None else ():
            placed.append(Placed(entry, path, decoder.places[id(entry)].line))
    return tuple(placed), tuple(faults)


@cache
def bank(folder: Path | None = None) -> tuple[Question, ...]:
    """The questions, their options in the author's order; raises LessonFaults where a file is unsound."""
    place = folder or lessons_folder()
    compiled = read_compiled(place)
    if compiled is not None:
        return tuple(as_question(entry) for entry in compiled)
    placed, faults = read_bank(place)
    if faults:
        raise LessonFaults(faults)
    return tuple(as_question(one.entry) for one in placed)


def bank_files(folder: Path) -> list[Path]:
    """The files of the bank in a lessons' folder."""
    return sorted((folder / FOLDER).glob("*.yaml"))


def write_compiled(folder: Path) -> Path | None:
    """Compile the bank of a lessons' folder; None where there is none, or where it cannot be read."""
    placed, faults = read_bank(folder)
    if faults or not placed:
        return None
    path = folder / FOLDER / COMPILED
    compiled = CompiledBank(_digest(folder), tuple(one.entry for one in placed))
    path.write_bytes(msgspec.json.format(msgspec.json.encode(compiled), indent=1) + b"\n")
    return path


def read_compiled(folder: Path) -> tuple[Entry, ...] | None:
    """The compiled bank; None if there is none, or if the files have changed since."""
    try:
        compiled = msgspec.json.decode((folder / FOLDER / COMPILED).read_bytes(), type=CompiledBank)
    except (OSError, msgspec.MsgspecError):
        return None
    return compiled.questions if compiled.source == _digest(folder) else None


def _digest(folder: Path) -> str:
    """A digest of all files, their line ends aside (a checkout may change them)."""
    digest = sha256()
    for path in bank_files(folder):
        digest.update(path.name.encode() + b"\0" + path.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return digest.hexdigest()


def mixed(question: Question, seed: object) -> Question:
    """The same question with its options in another order, which the seed fixes.

    Of an order the items, of a match the left sides are shuffled; the answer stays.
    """
    dice = Dice(question.id, seed)
    return replace(question, options=tuple(dice.shuffled(question.options)))


def as_question(entry: Entry) -> Question:
    """The entry as it is asked."""
    kind = Kind(entry.kind)
    options = tuple(_options(entry))
    return Question(
        id=f"bank:{entry.id}",
        kind=kind,
        skills=entry.skills,
        level=entry.level,
        prompt=_prose(entry.prompt),
        options=options,
        key=Key(_right(entry, options), exact=entry.exact),
        exhibits=_exhibits(entry.exhibit),
        why=_maybe(entry.why),
        hint=_maybe(entry.hint),
        nears=tuple(Near(near.texts, _prose(near.why), near.misconception) for near in entry.near),
    )


def _options(entry: Entry) -> Iterator[Option]:
    for option in entry.options:
        yield Option(
            option.id, Prose(option.ko, option.en), _prose(option.why), option.misconception, says=option.says
        )
    for item in entry.items:
        yield Option(item.id, Prose(item.ko, item.en), _prose(item.why))
    for pair in entry.pairs:
        yield Option(pair.id, _either(pair.left), _prose(pair.why), partner=_either(pair.right))


def _right(entry: Entry, options: Sequence[Option]) -> tuple[str, ...]:
    if entry.kind == "fill":
        return entry.accept
    if entry.kind in {"order", "match"}:
        return tuple(option.id for option in options)
    return tuple(option.id for option in entry.options if option.right)


def _exhibits(text: str | None) -> tuple[Exhibit, ...]:
    if text is None:
        return ()
    language = "json" if text.lstrip().startswith(("{", "[")) else "text"
    return (Exhibit(None, Code(text.rstrip("\n")), language),)


def _prose(text: Both) -> Prose:
    return Prose(text.ko.strip(), text.en.strip())


def _maybe(text: Both | None) -> Prose | None:
    return None if text is None else _prose(text)


def _either(text: str | Both) -> Piece:
    return Code(text) if isinstance(text, str) else _prose(text)
