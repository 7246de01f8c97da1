"""A lesson as the rest of the course uses it, and the loader that refuses a faulty one."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from .decode import Decoder
from .faults import Fault, LessonFaults
from .index import lesson_name
from .language import LANGUAGES, Language
from .nodes import Node, read_yaml
from .prose import NOTHING, Prose, StepProse, parse_prose
from .schema import Goal, LessonFile, Step
from .vary import chosen_of, filled, variants_of


@dataclass(frozen=True)
class Lesson:
    """A lesson's structure joined with its texts."""

    folder: Path
    order: int
    file: LessonFile
    prose: Mapping[Language, Prose]
    places: Mapping[int, Node] = field(repr=False)
    """Where each structure of `lesson.yaml` stands, by its `id()`."""
    compiled_start: Sequence[Mapping[str, Any]] | None = None
    """Start requests compiled in this process, which win over `start.json`."""
    variant: Mapping[str, str] = field(default_factory=dict)
    """What `{name}` stands for in this reading of the lesson, by the names of `vary`."""
    written: Mapping[Language, Prose] = field(default_factory=dict, repr=False)
    """The texts as the author wrote them, `{name}` unread."""

    @property
    def id(self) -> str:
        """The lesson's name, as in its folder's name."""
        return self.file.id

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps in their order."""
        return self.file.steps

    @property
    def yaml(self) -> Path:
        """The file that holds the structure."""
        return self.folder / "lesson.yaml"

    @property
    def workspace(self) -> Path:
        """The files that the learner finds at the beginning; the folder need not exist."""
        return self.folder / "workspace"

    @property
    def account_ids(self) -> tuple[str, ...]:
        """The accounts that the lesson has, the learner's first."""
        return (self.file.account, *(account.id for account in self.file.accounts))

    @cached_property
    def last_challenge(self) -> Step | None:
        """The final exercise."""
        return next((step for step in self.steps if step.last_challenge), None)

    @cached_property
    def again_of(self) -> Mapping[str, str]:
        """Other forms of questions, each with the question that must have been failed for it to come."""
        return {step.again: step.id for step in self.steps if step.again is not None}

    @cached_property
    def goals(self) -> Mapping[str, Goal]:
        """Every goal and keep by id."""
        goals = [goal for step in self.steps for goal in step.goals]
        return {goal.id: goal for goal in (*self.file.keep, *goals)}

    def filled(self, text: str) -> str:
        """A text with the names of `vary` filled in."""
        return filled(text, self.variant)

    def model(self, name: str) -> str:
        """The text of a file in `solutions/`."""
        return self.filled((self.folder / "solutions" / name).read_text(encoding="utf-8"))

    def title(self, language: Language) -> str:
        """The lesson's title."""
        return self.prose[language].title

    def story(self, language: Language) -> str:
        """What stands above the first step."""
        return self.prose[language].opening.body.text

    def message(self, language: Language) -> str:
        """The colleague's message that opens the lesson."""
        return (self.prose[language].opening.message or NOTHING).text

    def texts(self, step: Step, language: Language) -> StepProse:
        """The texts of a step."""
        return self.prose[language].steps[step.id]

    def step(self, step_id: str) -> Step | None:
        """The step with this id."""
        return next((step for step in self.steps if step.id == step_id), None)

    def place(self, structure: object, name: str | None = None) -> Node:
        """Where a structure, or one of its fields, stands in `lesson.yaml`."""
        node = self.places.get(id(structure), Node(None, 1, 1))
        if name and isinstance(node.value, dict) and name in node.value:
            return node.value[name][1]
        return node


def load_lesson(folder: Path, variant: Mapping[str, str] | None = None) -> Lesson:
    """The lesson in `folder`; raises LessonFaults with everything that keeps it from being opened.

    `variant` says what the names of `vary` stand for; those that it leaves out stand for their first value.
    """
    from .structure import structure_faults
    from .texts import text_faults

    decoder = Decoder(folder / "lesson.yaml")
    file, chosen = _structure(folder, decoder, variant or {})
    prose = {language: _texts(folder, language, decoder.faults, chosen) for language in LANGUAGES}
    written = prose
    if chosen:
        written = {language: _texts(folder, language, [], {}) for language in LANGUAGES}
    name = lesson_name(folder)
    if file is None:
        raise LessonFaults(decoder.faults)
    order = name[0] if name else 0
    lesson = Lesson(folder, order, file, prose, decoder.places, None, chosen, written)
    faults = [*structure_faults(lesson)]
    faults += [fault for language in LANGUAGES for fault in text_faults(lesson, language)]
    if decoder.faults:
        names = _names(lesson.place(file))
        faults = [fault for fault in faults if not _follows(fault, names)]
    if faults or decoder.faults:
        raise LessonFaults([*decoder.faults, *faults])
    return lesson


def variants(lesson: Lesson) -> Iterator[Lesson]:
    """The lesson in every variant that is played and compiled, itself first."""
    yield lesson
    for variant in variants_of(lesson.file.vary):
        if variant != dict(lesson.variant):
            yield load_lesson(lesson.folder, variant)


def _names(root: Node) -> frozenset[str]:
    """Every id and key that the file writes, also of items that could not be read."""
    mappings = [node.value for node in root.walk() if isinstance(node.value, dict)]
    ids = {str(mapping["id"][1].value) for mapping in mappings if "id" in mapping}
    return frozenset(ids.union(*mappings))


def _follows(fault: Fault, written: frozenset[str]) -> bool:
    """Whether the fault is only that something unreadable, named already, is missing."""
    return fault.code.startswith(("unknown-", "text-unasked")) and fault.found.split(" ")[-1] in written


def _structure(
    folder: Path, decoder: Decoder, variant: Mapping[str, str]
) -> tuple[LessonFile | None, Mapping[str, str]]:
    """The structure, and what the names of its `vary` stand for."""
    if not decoder.path.is_file():
        decoder.faults.append(Fault(decoder.path, 1, 1, "no-file", found=decoder.path.name))
        return None, {}
    text = _read(decoder.path, decoder.faults)
    node, faults = read_yaml(decoder.path, text)
    chosen: Mapping[str, str] = {}
    if node is not None:
        chosen, unsound = chosen_of(decoder.path, node, variant)
        decoder.faults += unsound
        node = node.filled(chosen)
    file = decoder.struct(node, LessonFile) if node else None
    decoder.faults += faults
    name = lesson_name(folder)
    if file and (name is None or name[1] != file.id):
        expected = f"NN-{file.id}"
        decoder.faults.append(Fault(folder / "lesson.yaml", 1, 1, "folder-name", folder.name, expected))
    return file, chosen


def _texts(folder: Path, language: Language, faults: list[Fault], variant: Mapping[str, str]) -> Prose:
    path = folder / f"{language}.md"
    if not path.is_file():
        faults.append(Fault(path, 1, 1, "no-file", found=path.name))
        return Prose(language, path, "", StepProse("", "", 1), {})
    prose, found = parse_prose(path, filled(_read(path, faults), variant), language)
    faults += found
    return prose


def _read(path: Path, faults: list[Fault]) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        faults.append(Fault(path, 1, 1, "not-utf-8"))
        return ""
