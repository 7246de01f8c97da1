"""Choosing what to practise."""

from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.getters import query_one
from textual.message import Message
from textual.widgets import Static
from textual.worker import Worker, WorkerState

from tutor.app.models.heading import Heading
from tutor.app.models.quiz import QuizMode, Topic
from tutor.app.registry import Scope, bindings_for, letter_bindings
from tutor.app.widgets.key_bar import KeyBar
from tutor.app.widgets.lesson_path import Way
from tutor.app.widgets.quiz_topics import TopicList
from tutor.app.widgets.row_list import RowList
from tutor.app.widgets.title_bar import TitleBar
from tutor.wording import Language, say

from .base import TooSmall, TutorScreen


class QuizTopicsScreen(TutorScreen):
    """Enter practises the marked topic."""

    SCOPE = Scope.QUIZ_TOPICS
    CSS_PATH = "quiz_door.tcss"
    AUTO_FOCUS = "#topics"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_for(Scope.QUIZ_TOPICS, letters=True),
        *letter_bindings(),
    ]

    topics = query_one(TopicList)

    class Read(Message):
        """What can be practised."""

        def __init__(self, topics: tuple[Topic, ...]) -> None:
            super().__init__()
            self.topics = topics

    def compose(self) -> ComposeResult:
        """The topics, and beside them which skills the marked one holds."""
        yield TitleBar()
        with Vertical(id="choice"):
            yield Static(id="lead")
            with Horizontal(id="rows"):
                yield TopicList(self.language)
                yield VerticalScroll(id="about", can_focus=False)
        yield TooSmall(self.language)
        yield KeyBar(self.SCOPE, self.language)

    def on_mount(self) -> None:
        """Read them."""
        self._lead()
        self._read(self.language)

    @work(thread=True, exclusive=True, group="quiz", exit_on_error=False)
    def _read(self, language: Language) -> None:
        self.post_message(self.Read(self.tutor.desk.quiz.topics(language)))

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Say what went wrong, in a sentence."""
        if event.state is WorkerState.ERROR and event.worker.error:
            from tutor.app.render.trouble import trouble

            self.query_one("#lead", Static).update(trouble(event.worker.error, self.language))

    @on(Read)
    async def _have_read(self, message: Read) -> None:
        self.topics.show(message.topics)
        await self._tell()
        self.tutor.make_ready("quiz")

    def _lead(self) -> None:
        self.title_bar.heading = Heading(title=self._say("topics.title"))
        self.query_one("#lead", Static).update(Content.styled(self._say("topics.lead"), "$quiet"))

    async def speak(self, language: Language) -> None:
        """Say it in another language."""
        await super().speak(language)
        self.topics.language = language
        self._lead()
        self._read(language)

    @on(RowList.Marked)
    async def _tell(self) -> None:
        """Which skills the marked topic holds."""
        topic, about = self.topics.topic, self.query_one("#about", VerticalScroll)
        with self.app.batch_update():
            await about.remove_children()
            if topic is not None:
                await about.mount_all(self._card(topic))

    def _card(self, topic: Topic) -> list[Static]:
        from tutor.wording.quiz_say import skill_name, taught_in

        count = len(topic.skills)
        words = self._say("topic.count" if count != 1 else "topic.count.one", count=count)
        card = [Static(Content.styled(topic.name.strip(), "bold"), classes="card-title")]
        if topic.kind == "skill":
            words = taught_in(topic.skills[0], self.language)
        card.append(Static(Content.styled(words, "$quiet")))
        card.append(Way("Enter", self._say("start.topic"), "screen.practise", classes="-loud"))
        if topic.kind not in {"skill", "all"}:
            names = [f"· {skill_name(skill, self.language)}" for skill in topic.skills]
            card.append(Static(Content("\n".join(names)), classes="card-label"))
        return card

    @on(Way.Taken)
    async def _way(self, message: Way.Taken) -> None:
        await self.run_action(message.action)

    @on(RowList.Opened)
    def _opened(self) -> None:
        self.action_practise()

    def action_practise(self) -> None:
        """Practise the marked topic."""
        from .quiz import QuizScreen

        if (topic := self.topics.topic) is not None:
            self.tutor.switch_screen(QuizScreen(QuizMode.PRACTICE, topic.skills))

    def action_leave(self) -> None:
        """Back to the quiz."""
        self.tutor.open_quiz()

    def _say(self, message: str, **values: object) -> str:
        return say(self.language, f"app.quiz.{message}", **values)
