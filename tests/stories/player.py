"""Plays a story on a stage and compares what comes back, step by step."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Protocol

import jmespath
import pyotp

from tests.stories.story import Expectation, Keep, Step, Story

PLACE: Final = re.compile(r"(?<!\$)\{([A-Z][A-Z0-9_]*)(?:@([+-]?\d+))?\}")
CODE_SECONDS: Final = 30
CLOCK: Final = re.compile(r"clock \+(\d+)([smhd])")
UNITS: Final = {"s": 1, "m": 60, "h": 3600, "d": 86400}


@dataclass(frozen=True, slots=True)
class Done:
    """What a line came to."""

    rc: int
    stdout: str
    stderr: str


class Stage(Protocol):
    """Where lines are typed: the console, or a shell beside an endpoint."""

    folder: Path
    console: bool
    """Whether it understands the console's own words."""

    def run(self, line: str) -> Done:
        """Types a line."""

    def clock(self, seconds: int) -> None:
        """Moves the sandbox clock on, where no line can."""

    def now(self) -> float:
        """The sandbox time of the next request, in seconds since the epoch."""


def play(story: Story, stage: Stage) -> None:
    """Raises AssertionError at the first line that leads to something else."""
    for name, text in story.files.items():
        (stage.folder / name).write_text(text, encoding="utf-8")
    _Play(story, stage).all()


@dataclass(slots=True)
class _Play:
    story: Story
    stage: Stage
    kept: dict[str, str] = field(default_factory=dict)

    def all(self) -> None:
        for step in self.story.steps:
            if self.stage.console or not step.console_only:
                self._step(step)

    def _step(self, step: Step) -> None:
        line = self._filled(step.line)
        where = f"{self.story.name}.story:{step.number}: {line}"
        step_of_clock = CLOCK.fullmatch(line)
        if step_of_clock and not self.stage.console:
            self.stage.clock(int(step_of_clock[1]) * UNITS[step_of_clock[2]])
            return
        done = self.stage.run(line)
        assert done.rc == step.rc, f"{where}\nexit code {done.rc}, not {step.rc}\n{done.stdout}{done.stderr}"
        printed = [self._filled(one.left) for one in step.expectations if one.mark == "="]
        if printed:
            _same(where, done.stdout.splitlines(), printed)
        for expectation in step.expectations:
            self._check(where, done, expectation)
        for keep in step.keeps:
            self.kept[keep.name] = self._value(where, done, keep)

    def _check(self, where: str, done: Done, expected: Expectation) -> None:
        left, right = self._filled(expected.left), self._filled(expected.right)
        match expected.mark:
            case "->":
                _same(f"{where}\n{left}", _found(where, done, left), json.loads(right))
            case "~>":
                _fits(f"{where}\n{left}", [str(_found(where, done, left))], right)
            case "quiet":
                _same(where, done.stdout, "")
            case "~":
                _fits(where, done.stdout.splitlines(), left)
            case "err":
                assert left in map(str.strip, done.stderr.splitlines()), f"{where}\n{left}\n{done.stderr}"
            case "err~":
                _fits(where, done.stderr.splitlines(), left)
            case "!" | "!~":
                self._refused(where, done, expected)

    def _refused(self, where: str, done: Done, expected: Expectation) -> None:
        code, operation = self._filled(expected.left).split()
        begun = f"An error occurred ({code}) when calling the {operation} operation: "
        said = next((line for line in done.stderr.splitlines() if line.startswith("An error")), done.stderr)
        said = said.removeprefix("aws: [ERROR]: ")
        assert said.startswith(begun), f"{where}\n{begun}\n{done.stderr}"
        text = self._filled(expected.right)
        if expected.mark == "!":
            _same(where, said.removeprefix(begun).rstrip(), text.rstrip())
        else:
            _fits(where, [said.removeprefix(begun)], text)

    def _value(self, where: str, done: Done, keep: Keep) -> str:
        if keep.kind == "text":
            return self._filled(keep.source)
        if keep.kind == "file":
            return (self.stage.folder / keep.source).read_text(encoding="utf-8").strip()
        if keep.kind == "error":
            said = re.search(keep.source, done.stderr)
            assert said is not None, f"{where}\n{keep.source} is not in {done.stderr}"
            return said[1]
        found = _found(where, done, self._filled(keep.source))
        assert found is not None, f"{where}\n{keep.source} is not in {done.stdout}"
        return _variables(found) if keep.kind == "keys" and isinstance(found, Mapping) else str(found)

    def _filled(self, text: str) -> str:
        return PLACE.sub(lambda place: self._put_in(place[1], place[2]), text)

    def _put_in(self, name: str, step: str | None) -> str:
        assert name in self.kept, f"{self.story.name}: nothing is kept as {name}"
        if step is None:
            return self.kept[name]
        return pyotp.TOTP(self.kept[name]).at(int(self.stage.now()) + int(step) * CODE_SECONDS)


def _found(where: str, done: Done, expression: str) -> object:
    try:
        answer = json.loads(done.stdout)
    except ValueError:
        raise AssertionError(f"{where}\nno JSON: {done.stdout!r}{done.stderr}") from None
    found: object = jmespath.search(expression, answer)
    return found


def _variables(key: Mapping[str, object]) -> str:
    named = {"AWS_ACCESS_KEY_ID": "AccessKeyId", "AWS_SECRET_ACCESS_KEY": "SecretAccessKey"}
    if "SessionToken" in key:
        named["AWS_SESSION_TOKEN"] = "SessionToken"
    return " ".join(f"{variable}={key[name]}" for variable, name in named.items())


def _same(where: str, got: object, expected: object) -> None:
    assert got == expected, f"{where}\ngot      {got!r}\nexpected {expected!r}"


def _fits(where: str, lines: list[str], pattern: str) -> None:
    assert any(re.fullmatch(pattern, line) for line in lines), f"{where}\nno line fits {pattern}\n{lines}"
