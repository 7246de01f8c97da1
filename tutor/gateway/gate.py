"""The wall around a running AWS CLI command: one audit hook that refuses what leaves the workspace.

The walls stand for the thread that runs a command and for threads that it starts; no other thread sees them.
"""

import errno
import os
import sys
import sysconfig
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

REFUSED_ALWAYS: Final = (
    "socket.",
    "subprocess.",
    "sqlite3.",
    "webbrowser.",
    "urllib.",
    "http.client.",
    "ftplib.",
    "smtplib.",
    "poplib.",
    "imaplib.",
    "nntplib.",
    "telnetlib.",
    "pty.",
    "ensurepip.",
    "os.system",
    "os.exec",
    "os.fork",
    "os.posix_spawn",
    "os.spawn",
    "os.startfile",
    "os.kill",
    "os.chdir",
    "os.fchdir",
    "os.chown",
    "os.link",
    "os.symlink",
    "os.setxattr",
    "os.removexattr",
    "os.add_dll_directory",
    "winreg.",
    "msvcrt.",
    "syslog.",
)
"""Audit events, by prefix, that no command of the console has any use for."""

LISTINGS: Final = frozenset({"os.listdir", "os.scandir", "os.walk", "os.fwalk", "glob.glob", "glob.glob/2"})
"""Audit events that list a folder: allowed in the workspace and in the interpreter's library."""

CHANGES: Final[Mapping[str, int]] = {
    "os.remove": 1,
    "os.rmdir": 1,
    "os.mkdir": 1,
    "os.rename": 2,
    "os.chmod": 1,
    "os.truncate": 1,
    "os.utime": 1,
    "shutil.rmtree": 1,
    "shutil.move": 2,
    "shutil.copyfile": 2,
    "shutil.copymode": 2,
    "shutil.copystat": 2,
    "shutil.copytree": 2,
    "shutil.make_archive": 1,
    "shutil.unpack_archive": 2,
    "tempfile.mkstemp": 1,
    "tempfile.mkdtemp": 1,
}
"""Audit events that change files, and how many of their first arguments are paths."""

WRITING: Final = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


class OutsideWorkspace(PermissionError):
    """A command reached for something outside the learner's workspace."""

    def __init__(self, what: str, target: object = None) -> None:
        super().__init__(
            errno.EACCES, "The sandbox console does not reach outside your workspace", str(target or what)
        )
        self.what = what


@dataclass(frozen=True, slots=True)
class Walls:
    """What one command may reach: its workspace in full, the interpreter's library for reading."""

    workspace: str
    library: tuple[str, ...]
    stopped: list[OutsideWorkspace]
    """Every step that was refused; a library may swallow the error that it got for it."""

    def check(self, event: str, arguments: tuple[Any, ...]) -> None:
        """Raises OutsideWorkspace if the audited step leaves the walls."""
        if event == "open":
            self._check_open(*arguments[:3])
        elif event in LISTINGS:
            self._inside(event, arguments[0] if arguments else ".", readable=True)
        elif event in CHANGES:
            for path in arguments[: CHANGES[event]]:
                self._inside(event, path, readable=False)
        elif event.startswith(REFUSED_ALWAYS):
            raise OutsideWorkspace(event)

    def _check_open(self, path: object, mode: object, flags: object) -> None:
        writes = bool(isinstance(flags, int) and flags & WRITING) or (
            isinstance(mode, str) and any(letter in mode for letter in "wax+")
        )
        self._inside("open", path, readable=not writes)

    def _inside(self, event: str, path: object, *, readable: bool) -> None:
        if path is None:
            path = "."
        if isinstance(path, int):
            return
        try:
            real = os.path.realpath(os.fsdecode(path))  # type: ignore[arg-type] # audit arguments are untyped
        except (TypeError, ValueError, OSError):
            raise OutsideWorkspace(event, path) from None
        roots = (self.workspace, *self.library) if readable else (self.workspace,)
        if not any(real == root or real.startswith(root + os.sep) for root in roots):
            raise OutsideWorkspace(event, path)


class Gate:
    """Which threads stand inside walls, and the hook that holds them there."""

    def __init__(self) -> None:
        self._gated: tuple[tuple[threading.Thread, Walls], ...] = ()
        self._exempt = threading.local()
        self._installed = False
        self._lock = threading.Lock()

    def install(self) -> None:
        """Adds the audit hook to the interpreter, once for its life."""
        with self._lock:
            if not self._installed:
                self._installed = True
                self._follow_threads()
                sys.addaudithook(self._audit)

    @contextmanager
    def around(self, workspace: Path) -> Iterator[list[OutsideWorkspace]]:
        """Keeps this thread, and all that it starts, inside `workspace`; the value lists what was refused."""
        self.install()
        walls = Walls(os.path.realpath(workspace), library_folders(), [])
        thread = threading.current_thread()
        self._enclose(thread, walls)
        try:
            yield walls.stopped
        finally:
            self._release(thread)

    @contextmanager
    def exempt(self) -> Iterator[None]:
        """Lets the gateway's own work (journal, lock, model files) through, in this thread only."""
        before = getattr(self._exempt, "on", False)
        self._exempt.on = True
        try:
            yield
        finally:
            self._exempt.on = before

    def _audit(self, event: str, arguments: tuple[Any, ...]) -> None:
        if not self._gated or getattr(self._exempt, "on", False):
            return
        walls = self._walls_here()
        if walls is None:
            return
        self._exempt.on = True
        try:
            walls.check(event, arguments)
        except OutsideWorkspace as refused:
            walls.stopped.append(refused)
            raise
        finally:
            self._exempt.on = False

    def _walls_here(self) -> Walls | None:
        here = threading.get_ident()
        for thread, walls in self._gated:
            if thread.ident == here and thread.is_alive():
                return walls
        return None

    def _enclose(self, thread: threading.Thread, walls: Walls) -> None:
        with self._lock:
            kept = [pair for pair in self._gated if pair[0].ident is None or pair[0].is_alive()]
            self._gated = (*kept, (thread, walls))

    def _release(self, thread: threading.Thread) -> None:
        with self._lock:
            self._gated = tuple(pair for pair in self._gated if pair[0] is not thread and pair[0].is_alive())

    def _follow_threads(self) -> None:
        """Puts each new thread inside the walls of its parent; Python 3.11 has no audit event for it."""
        start = threading.Thread.start

        def start_inside(thread: threading.Thread) -> None:
            walls = self._walls_here() if self._gated else None
            if walls is not None:
                self._enclose(thread, walls)
            start(thread)

        threading.Thread.start = start_inside  # type: ignore[assignment,method-assign] # no hook


@cache
def library_folders() -> tuple[str, ...]:
    """The real paths of the interpreter's library, of installed packages and of the tutor itself."""
    schemes = [
        sysconfig.get_paths(),
        sysconfig.get_paths(vars={"base": sys.base_prefix, "platbase": sys.base_prefix}),
    ]
    folders = {paths[name] for paths in schemes for name in ("stdlib", "platstdlib", "purelib", "platlib")}
    folders |= {entry for entry in sys.path if entry and os.path.isdir(entry) and _is_library(entry)}
    folders.add(str(Path(__file__).parents[1]))
    return tuple(sorted(os.path.realpath(folder) for folder in folders))


def _is_library(entry: str) -> bool:
    return os.path.basename(entry) in {"site-packages", "dist-packages", "lib-dynload"} or entry.endswith(
        ".zip"
    )


@cache
def the_gate() -> Gate:
    """The one gate of this process: an audit hook cannot be taken out again."""
    return Gate()
