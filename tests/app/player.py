"""A learner who plays lessons in the app to their end, by keys alone, and makes mistakes on the way."""

import re
import shutil
from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from rich.cells import cell_len
from textual.widgets import Input

from tests.app.driver import NOW, Learner
from tutor.app.models.page import GoalRow, LessonPage
from tutor.app.render.prose import Block
from tutor.app.screens.closing import ClosingScreen
from tutor.app.screens.learn import LearnScreen
from tutor.app.screens.sign_in import SignInScreen
from tutor.course import Lesson, load_lesson
from tutor.course.gate.alternatives import Alternative, copied, read_alternatives
from tutor.course.placeholders import resolved
from tutor.course.run.view import options_of
from tutor.course.schema import Step
from tutor.gateway import Sandbox
from tutor.wording import Language, say

Look = Callable[[str], Awaitable[None]]
"""Called where something new is on screen, with a name for it."""

FRAMES: Final = re.compile(r"[\s\u2500-\u257f\u2580-\u259f]")
"""What stands between words when they wrap: blanks and the frames beside them."""
TYPING_ERROR: Final = "aws iam lsit-users"
NOT_TAKEN_BACK: Final = ("export ", "unset ")
"""Beginnings of lines that `undo` does not touch."""


async def nothing(_name: str) -> None:
    """Look at nothing."""


@dataclass
class Player:
    """Plays one lesson."""

    yuna: Learner
    folder: Path
    language: Language
    mistaken: bool = False
    """Answers questions wrongly too."""
    mistakes: int = 1
    """How many of the lesson's wrong alternatives are tried at each step."""
    reads: bool = True
    """Scrolls through every page, to see that all of it can be read."""
    look: Look = nothing
    lesson: Lesson = field(init=False)
    """In the variant that is this learner's."""
    alternatives: Sequence[Alternative] = ()
    hinted: dict[str, int] = field(default_factory=dict)
    """How many hints were shown when one was asked for, by step."""

    def __post_init__(self) -> None:
        self.lesson = load_lesson(self.folder)

    @property
    def page(self) -> LessonPage:
        """The page on screen, or under the screen above it."""
        learn = next(one for one in self.yuna.app.screen_stack if isinstance(one, LearnScreen))
        picture = learn.picture
        assert picture is not None
        return picture.page

    @property
    def step(self) -> Step:
        """The step on screen."""
        step = self.lesson.step(self.page.step)
        assert step is not None
        return step

    def say(self, message: str, **values: object) -> str:
        """A sentence of the catalogue."""
        return say(self.language, message, **values)

    async def begin(self) -> None:
        """Open the lesson, in the variant that is this learner's."""
        self.yuna.app.open_lesson(self.lesson.id)
        await self.yuna.settle()
        record = self.yuna.app.desk.progress.lesson(self.lesson.id)
        assert record is not None
        self.lesson = load_lesson(self.folder, record.variant)
        self.alternatives, _ = read_alternatives(self.lesson)

    async def play(self, until: str = "") -> list[str]:
        """Play to the end, or to a step; the steps that were done."""
        await self.begin()
        steps: list[str] = []
        while self.yuna.shows(LearnScreen) and self.page.step != until:
            assert len(steps) < 2 * len(self.lesson.steps), f"{steps[-1]} leads nowhere"
            steps.append(self.page.step)
            await self.do_step()
            await self.yuna.press("enter")
        if self.yuna.shows(ClosingScreen):
            await self.sees(say(self.language, "app.closing.key"), name="closing")
            await self.yuna.press("enter")
        return steps

    async def do_step(self) -> None:
        """Read the step, make mistakes, pass it."""
        step, yuna = self.step, self.yuna
        await self.sees(self.page.title.plain, *self.what_is_told(), name=step.id)
        if step.predict or step.choose:
            await self.pick(step)
        elif step.order:
            await self.arrange(step)
        elif step.fill:
            await self.fill(step)
        elif step.work:
            await self.work(step)
        if not step.read:
            assert self.page.passed, f"{step.id} is not passed: {yuna.text}"
            told = (*self.page.explanation, *self.page.after, *(b for c in self.page.callouts for b in c))
            await self.sees(*_plain(told), name=f"{step.id}-passed")

    def what_is_told(self) -> Iterator[str]:
        """Everything on the page that a learner has to be able to read."""
        page = self.page
        yield from _plain((*page.message, *page.body))
        yield from (option.text.plain for option in page.options)
        yield from (piece.text.plain for piece in page.pieces)
        yield from (gap.label.plain for gap in page.gaps)
        yield from (row.text.plain for row in (*page.goals, *page.keeps))
        yield page.invitation if page.kind != "do" else ""

    # Questions

    async def pick(self, step: Step) -> None:
        """Pick an option that is not there, then answer."""
        await self.send("0")
        assert bare(self.say("course.option.none")) in bare(self.yuna.text)
        right = {step.predict.expect} if step.predict else set(step.choose.answers if step.choose else ())
        keys = {option: str(number) for number, option in enumerate(options_of(self.lesson, step), start=1)}
        wrong = [key for option, key in keys.items() if option not in right]
        picked = wrong[:1] if self.mistaken else sorted(keys[option] for option in right)
        await self.send(" ".join(picked))
        assert self.page.explanation or not self.mistaken, f"{step.id} says why"

    async def arrange(self, step: Step) -> None:
        """Carry the pieces with the arrows; as a mistake the marked one a place too far down."""
        pieces = self.yuna.learn.lesson.pieces
        assert pieces is not None, "the pieces have the arrows"
        assert pieces.has_focus
        assert step.order is not None
        texts = self.lesson.texts(step, self.language).pieces
        for place, piece in enumerate(step.order.pieces):
            here = next(
                at
                for at, row in enumerate(pieces.rows)
                if bare(row.text.plain)[:40] == bare(_first(texts[piece].text))[:40]
            )
            pieces.action_mark(here - pieces.marked)
            await self.yuna.press(*["shift+up"] * (here - place))
        if self.mistaken:
            await self.yuna.press("shift+up")
        await self.yuna.press("enter")

    async def fill(self, step: Step) -> None:
        """Fill the gaps one by one; as a mistake the first with something else."""
        assert step.fill is not None
        for number, gap in enumerate(step.fill.gaps):
            value = gap.answers[0] or "-"
            if gap.options:
                value = str(gap.options.index(value) + 1)
                if self.mistaken and number == 0:
                    await self.send("0")
                    value = str(int(value) % len(gap.options) + 1)
            elif self.mistaken and number == 0:
                value = "whatever"
            if number == 1 and not gap.options:
                await self.send("meant for another gap")
                await self.send(self.say("app.word.undo"))
            await self.send(value)
            if number + 1 < len(step.fill.gaps):
                await self.look(f"{step.id}-gap-{number + 2}")

    # Work

    async def work(self, step: Step) -> None:
        """Type wrong things and take them back, then what solves the step."""
        assert step.work is not None
        here = step.id
        await self.yuna.press("enter") if self._is_waiting else await self.send(TYPING_ERROR)
        if not self.yuna.shows(LearnScreen):
            await self.look(f"{here}-opened")
            await self.yuna.press("escape")
        if self.mistakes and not self.page.passed:
            await self.send(self.say("app.word.next"))
            assert self.page.step == here, "not yet"
            await self.look(f"{here}-not-yet")
        wrong = [one for one in self.alternatives if one.step.id == here and one.fails and self._undone(one)]
        for one in wrong[int(self.mistaken) :: 2][: self.mistakes]:
            if self.row(one.fails).passed is not True:  # by what was done earlier
                await self.go_wrong(one)
        await self.ask_for_a_hint()
        if step.repair:
            await self.edit(step.repair.file, self.lesson.model(step.repair.solution_file))
        await self.type_lines(step.work.solution)

    async def ask_for_a_hint(self) -> None:
        """The first one stands in the text."""
        if not self.page.passed:
            await self.send(self.say("app.word.hint"))
            assert self.page.hints
            self.hinted[self.page.step] = len(self.page.hints)
            await self.sees(*_plain(self.page.hints[0]), name=f"{self.page.step}-hint")

    @property
    def _is_waiting(self) -> bool:
        """Enter opens something."""
        return bool(self.page.file or self.page.sign_in)

    @property
    def is_in(self) -> bool:
        """Somebody is signed in to the console."""
        picture = self.yuna.learn.picture
        return picture is not None and picture.heading.signed_in

    def row(self, name: str | None) -> GoalRow:
        """A goal, or a piece of today's work, as it stands."""
        return next(row for row in (*self.page.goals, *self.page.keeps) if row.id == name)

    async def go_wrong(self, one: Alternative) -> None:
        """Do what somebody might, read why it is wrong, take it back."""
        desk, here, was_in = self.yuna.app.desk, one.step.id, self.is_in
        head, files = desk.save.head, desk.folder / "workspace"
        kept = shutil.copytree(files, desk.folder / "kept", dirs_exist_ok=True)
        for line in one.lines:
            if copy := copied(line):
                await self.edit(copy[1], self.lesson.model(copy[0]))
            else:
                await self.type_lines([line])
        row = self.row(one.fails)
        assert row.passed is False, f"{one.file.name}: {row.id} fails"
        assert row.reason.plain, f"{one.file.name}: {row.id} says why"
        await self.sees(row.text.plain, row.reason.plain, name=f"{here}-{one.file.stem}")
        await self.take_back(head or 0)
        shutil.rmtree(files)
        shutil.copytree(kept, files)
        if self.is_in != was_in:
            assert self.is_in, f"{one.file.name} is not taken back: nobody is in"
            await self.send(self.say("app.word.sign-out"))

    def _undone(self, one: Alternative) -> bool:
        """It can be taken back."""
        lasting = NOT_TAKEN_BACK + (("sign-",) if self.is_in else ())
        return not any(line.startswith(lasting) for line in one.lines)

    async def take_back(self, head: int) -> None:
        """Undo what was done since `head`; one undo too many, where nothing had changed, is redone."""
        save = self.yuna.app.desk.save
        before = None
        while (save.head or 0) > head and save.head != before:
            before = save.head
            await self.send(self.say("app.word.undo"))
        if (save.head or 0) < head:
            await self.send(self.say("app.word.redo"))

    async def type_lines(self, lines: Sequence[str]) -> None:
        """Send lines as they come; the door's questions are answered in its dialog."""
        waiting = list(lines)
        while waiting:
            line = self.filled_in(waiting.pop(0))
            if line.startswith("sign-in ") and "--password" not in line and self.page.sign_in and waiting:
                answers = []
                while waiting and not waiting[0].startswith(("aws ", "sign-", "code ")):
                    answers.append(waiting.pop(0))
                await self.knock(line, answers)
            else:
                await self.send(line)

    async def knock(self, line: str, answers: Sequence[str]) -> None:
        """Come in by the door, with a wrong password first."""
        words = line.split()
        who = next((words[at + 1] for at, word in enumerate(words) if word in {"--user", "--root"}), "")
        await self.yuna.press("f7")
        assert self.yuna.shows(SignInScreen)
        name = self.yuna.app.screen.query_one("#name", Input)
        if name.value != who:
            name.value = who
        if self.mistaken:
            await self._answer("#password", "wrong")
            assert self.yuna.shows(SignInScreen)
            await self.look(f"{self.page.step}-refused")
        await self._answer("#password", self.filled_in(answers[0]))
        for answer in answers[1:]:
            assert self.yuna.shows(SignInScreen)
            await self.look(f"{self.page.step}-asked")
            await self._answer("#answer", self.filled_in(answer))
        if self.yuna.shows(SignInScreen):
            await self.look(f"{self.page.step}-turned-away")
            await self.yuna.press("escape")

    async def _answer(self, field: str, text: str) -> None:
        box = self.yuna.app.screen.query_one(field, Input)
        box.focus()
        box.value = text
        await self.yuna.press("enter")

    async def edit(self, file: str, text: str) -> None:
        """Change a file in the editor."""
        if self.page.file == file:
            await self.yuna.press("f2")
        else:
            await self.send(f"edit {file}")
        editor = self.yuna.editor
        editor.text.replace(text, (0, 0), editor.text.document.end)
        await self.yuna.press("ctrl+s")
        await self.yuna.look()
        await self.look(f"{self.page.step}-editor")
        await self.yuna.press("escape")
        assert self.yuna.shows(LearnScreen)

    def filled_in(self, line: str) -> str:
        """The line with the ids of this account."""
        sandbox = Sandbox(self.yuna.app.desk.save, lambda: NOW)
        return resolved(line, sandbox, self.lesson.file.account)

    async def send(self, line: str) -> None:
        """Type a line; where its beginning stands there already, only the rest."""
        prompt = self.yuna.learn.console.prompt
        if prompt.text and line.startswith(prompt.text):
            prompt.focus()
            prompt.insert(line.removeprefix(prompt.text))
            await self.yuna.press("enter")
        else:
            await self.yuna.send(line)
        width = self.yuna.app.size.width
        assert all(cell_len(row) <= width for row in self.yuna.rows)

    # Reading

    async def sees(self, *texts: str, name: str) -> None:
        """All of it can be scrolled to."""
        if not self.reads:
            return
        shown = bare("".join(await self.scroll_through(name)))
        for text in texts:
            assert bare(text) in shown, f"{name}: {text!r} is out of reach"

    async def scroll_through(self, name: str) -> list[str]:
        """The rows of the text pane, from the top to as far as it can be scrolled."""
        pane, app = self.yuna.learn.lesson, self.yuna.app
        was = pane.scroll_offset.y
        await self.look(name)
        rows: dict[int, str] = {}
        top = 0
        while True:
            pane.scroll_to(y=top, animate=False)
            await self.yuna.settle()
            top, region = pane.scroll_offset.y, pane.scrollable_content_region
            for at, strip in enumerate(app.screen._compositor.render_strips()[region.y : region.bottom]):
                rows[top + at] = strip.crop(region.x, region.right).text
            if top and not was:
                await self.look(f"{name}+{top}")
            if not pane.more_below:
                break
            top += region.height
        pane.scroll_to(y=was, animate=False)
        await self.yuna.settle()
        return [rows[at] for at in sorted(rows)]


def bare(text: str) -> str:
    """Text without what wrapping changes."""
    return FRAMES.sub("", text)


def _first(markdown: str) -> str:
    """A piece's Markdown without its marks."""
    return re.sub(r"```\w*|`|\*\*", "", markdown)


def _plain(blocks: Sequence[Block]) -> Iterator[str]:
    """What stands in the blocks; a table cell by cell, word by word, since its columns wrap."""
    for block in blocks:
        yield block.content.plain
        yield from (word for row in block.rows for cell in row for word in cell.plain.split()[:1])
