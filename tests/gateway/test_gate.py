"""The wall around a running command: what it stops, whom it stops, and whom it does not see."""

import os
import socket
import sqlite3
import subprocess
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from tutor.gateway.gate import OutsideWorkspace, the_gate


@pytest.fixture(autouse=True)
def no_network() -> None:
    """The gate alone is to stop sockets here; loopback is closed to it, not to the test process."""


def refused(step: Callable[[], object]) -> bool:
    try:
        step()
    except PermissionError as fault:
        return isinstance(fault, OutsideWorkspace)
    return False


def linked(folder: Path) -> Path:
    (folder / "link").symlink_to("/etc/hostname")
    return folder / "link"


@pytest.mark.parametrize(
    "step",
    [
        lambda folder: Path("/etc/hostname").read_text("utf-8"),
        lambda folder: (folder.parent / "outside").write_text("", "utf-8"),
        lambda folder: os.open(folder.parent / "outside", os.O_CREAT | os.O_WRONLY),
        lambda folder: os.open(os.__file__, os.O_APPEND | os.O_WRONLY),
        lambda folder: os.listdir("/"),
        lambda folder: list(os.scandir(folder.parent)),
        lambda folder: os.remove(folder.parent / "outside"),
        lambda folder: os.rename(folder / "a", folder.parent / "b"),
        lambda folder: os.mkdir(folder.parent / "new"),
        lambda folder: os.symlink("/etc", folder / "etc"),
        lambda folder: os.chdir("/"),
        lambda folder: socket.socket(),
        lambda folder: socket.getaddrinfo("localhost", 80),
        lambda folder: subprocess.run(["true"], check=False),
        lambda folder: os.system("true"),
        lambda folder: os.fork(),
        lambda folder: sqlite3.connect(":memory:"),
    ],
    ids=lambda step: step.__code__.co_name,
)
def test_a_gated_thread_leaves_neither_the_folder_nor_the_process(
    step: Callable[[Path], object], tmp_path: Path
) -> None:
    with the_gate().around(tmp_path):
        assert refused(lambda: step(tmp_path))


def test_a_link_out_of_the_folder_is_outside(tmp_path: Path) -> None:
    link = linked(tmp_path)
    with the_gate().around(tmp_path):
        assert refused(lambda: link.read_text("utf-8"))


def test_the_folder_is_open_and_the_library_can_be_read(tmp_path: Path) -> None:
    with the_gate().around(tmp_path):
        (tmp_path / "a.txt").write_text("a", "utf-8")
        (tmp_path / "a.txt").rename(tmp_path / "b.txt")
        assert os.listdir(tmp_path) == ["b.txt"]
        assert Path(os.__file__).read_text("utf-8")
        import tabnanny  # a module that nothing has loaded yet

        assert tabnanny.__doc__


def test_threads_started_inside_stand_inside(tmp_path: Path) -> None:
    seen: list[bool] = []

    def grandchild() -> None:
        seen.append(refused(lambda: os.listdir("/")))

    def child() -> None:
        seen.append(refused(lambda: os.listdir("/")))
        thread = threading.Thread(target=grandchild)
        thread.start()
        thread.join()

    with the_gate().around(tmp_path):
        thread = threading.Thread(target=child)
        thread.start()
        thread.join()
    assert seen == [True, True]


def test_other_threads_do_their_work_meanwhile(tmp_path: Path) -> None:
    begin, done = threading.Event(), threading.Event()
    found: list[object] = []

    def save_import_and_list() -> None:
        begin.wait()
        (tmp_path.parent / "checkpoint").write_text("{}", "utf-8")
        import colorsys  # noqa: F401 # a first import while a command runs

        found.extend(os.listdir("/"))
        done.set()

    thread = threading.Thread(target=save_import_and_list)
    thread.start()
    with the_gate().around(tmp_path / "workspace"):
        begin.set()
        assert done.wait(10)
    thread.join()
    assert found


def test_the_gateways_own_work_is_exempt_and_only_that(tmp_path: Path) -> None:
    journal = tmp_path / "journal"
    with the_gate().around(tmp_path / "workspace"):
        with the_gate().exempt():
            journal.write_text("line", "utf-8")
        assert refused(lambda: journal.read_text("utf-8"))
    assert journal.read_text("utf-8") == "line"


def test_nothing_is_gated_once_the_command_is_over(tmp_path: Path) -> None:
    with the_gate().around(tmp_path):
        pass
    assert os.listdir("/")
