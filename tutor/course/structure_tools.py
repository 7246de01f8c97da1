"""What the checks of a lesson's structure share: where things stand, how a fault is told."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from .faults import Fault, nearest_name
from .lesson import Lesson
from .nodes import Node


@dataclass(frozen=True, slots=True)
class Places:
    """A lesson whose faults are told with their places."""

    lesson: Lesson

    def place(self, structure: object, name: str | None = None) -> Node:
        """Where a structure, or one of its fields, stands."""
        return self.lesson.place(structure, name)

    def fault(
        self, node: Node, code: str, found: str = "", expected: str = "", nearest: str | None = None
    ) -> Fault:
        """A fault at a place of `lesson.yaml`."""
        return Fault(self.lesson.yaml, node.line, node.column, code, found, expected, nearest)

    def unknown(self, node: Node, code: str, found: str, known: Iterable[str]) -> Fault:
        """A name that is none of those known."""
        names = list(known)
        return self.fault(node, code, found, ", ".join(names), nearest_name(found, names))

    def file_faults(self, node: Node, folder: Path, name: str) -> Iterator[Fault]:
        """A file that ought to lie in a folder of the lesson."""
        if not (folder / name).is_file():
            paths = folder.rglob("*") if folder.is_dir() else ()
            known = sorted(str(path.relative_to(folder)) for path in paths if path.is_file())
            expected = ", ".join(f"{folder.name}/{one}" for one in known) or f"{folder.name}/"
            yield self.fault(node, "unknown-file", name, expected, nearest_name(name, known))


def circular(goal_id: str, after: Mapping[str, str | None]) -> bool:
    """Whether a goal waits, by way of others, for itself."""
    current, seen = after.get(goal_id), {goal_id}
    while current is not None and current in after:
        if current in seen:
            return True
        seen.add(current)
        current = after[current]
    return False
