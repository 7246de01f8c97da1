"""What the editor keeps of a file: text that was not saved, requests, the policy that it is for."""

import hashlib
import json
import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

MOST_REQUESTS: Final = 30
FOLDER: Final = "editor"


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of one file."""

    draft: str | None = None
    """Text that was not saved; None if there is none."""
    requests: tuple[tuple[str, str, str, str], ...] = ()
    """The learner's own: principal, action, resource, what is wanted."""
    policy: str = ""
    """The policy that the file is written for, as `Target.key` tells it."""

    @property
    def is_empty(self) -> bool:
        """There is nothing to keep."""
        return self.draft is None and not self.requests and not self.policy


class Shelf:
    """Keeps it in a folder beside the workspace, a small file for each."""

    def __init__(self, save: Path) -> None:
        self._folder = save / FOLDER

    def read(self, name: str) -> Kept:
        """What is kept of a file; what cannot be read counts as nothing."""
        try:
            found = json.loads(self._path(name).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return Kept()
        return _kept(found) if isinstance(found, dict) and found.get("name") == name else Kept()

    def write(self, name: str, kept: Kept) -> None:
        """Keep it in one piece; with nothing to keep the file goes. Raises OSError."""
        path = self._path(name)
        if kept.is_empty:
            with suppress(FileNotFoundError):
                path.unlink()
            return
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        fresh = path.with_suffix(".new")
        fresh.touch(mode=0o600)
        fresh.write_text(json.dumps({"name": name, **asdict(kept)}, ensure_ascii=True), encoding="utf-8")
        os.replace(fresh, path)

    def _path(self, name: str) -> Path:
        digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()
        return self._folder / f"{digest[:32]}.json"


def _kept(found: Mapping[str, object]) -> Kept:
    draft, policy, rows = found.get("draft"), found.get("policy"), found.get("requests")
    requests = [_request(row) for row in rows] if isinstance(rows, list) else []
    return Kept(
        draft if isinstance(draft, str) else None,
        tuple(row for row in requests if row is not None)[:MOST_REQUESTS],
        policy if isinstance(policy, str) else "",
    )


def _request(row: object) -> tuple[str, str, str, str] | None:
    if not isinstance(row, Sequence) or len(row) != 4 or not all(isinstance(one, str) for one in row):
        return None
    principal, action, resource, wanted = row
    return principal, action, resource, wanted
