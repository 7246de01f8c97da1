"""The command line on a save of a test's own."""

from pathlib import Path

import pytest

from tests.faults.saves import Commands


@pytest.fixture
def tutor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Commands:
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    monkeypatch.chdir(tmp_path)
    return Commands(tmp_path, monkeypatch, capsys)
