"""Questions of every kind for tests of the quiz's screens, and a learner who may be asked them."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.app.driver import Learner
from tutor.app.desk import Desk
from tutor.app.quiz_desk import LearnerPlace, QuizDesk
from tutor.course.progress import ProgressStore
from tutor.policy import PolicyKind, Principal, PrincipalKind
from tutor.quiz.papers import Paper, allow, deny, document
from tutor.quiz.pieces import Code, Prose
from tutor.quiz.question import Exhibit, Key, Kind, Near, Option, Question
from tutor.quiz.scene import Scene

__all__ = ["ALL", "CHOOSE", "FILL", "MATCH", "ORDER", "SCENE", "SEVERAL", "TRUE_FALSE", "ask_only", "teach"]

SKILLS = ("A1", "A2", "B1", "B2", "B3", "C3", "C6")
"""Skills that only the bank asks about; one for each of the questions below."""
ACCOUNT = "111111111111"
PHOTO = "arn:aws:s3:::moonrabbit-photos/wedding/001.jpg"


def both(text: str) -> Prose:
    """A text that is told apart by its language."""
    return Prose(f"{text} (한국어)", text)


def option(name: str, text: str, **more: Any) -> Option:
    """An option with its why."""
    return Option(name, both(text), both(f"Because of {name}."), **more)


def papers() -> tuple[Paper, ...]:
    """A policy of the user's own and one of a group."""
    own = document(allow("s3:GetObject", "arn:aws:s3:::moonrabbit-photos/*"))
    group = document(
        allow(["s3:ListBucket", "s3:PutObject"], "arn:aws:s3:::moonrabbit-photos"),
        deny("s3:*", "arn:aws:s3:::moonrabbit-photos/wedding/*"),
    )
    return (
        Paper("SoraPhotos", PolicyKind.IDENTITY, own),
        Paper("InternsPhotos", PolicyKind.IDENTITY, group, through="interns"),
    )


def a_scene() -> Scene:
    """Sora asks for a picture that her group is denied."""
    sora = Principal(PrincipalKind.USER, f"arn:aws:iam::{ACCOUNT}:user/sora", ACCOUNT)
    return Scene(sora, "s3:GetObject", PHOTO, papers())


def a_question(kind: Kind, skill: str, options: Sequence[Option], key: Key, **more: Any) -> Question:
    """A question of a kind, about a skill."""
    prompt = both(f"What about `{kind}`?")
    return Question(f"bank:{kind}-{skill}", kind, (skill,), 2, prompt, tuple(options), key, **more)


CHOOSE = a_question(
    Kind.CHOOSE,
    "A1",
    [
        option("one", "The first"),
        option("two", "The second", misconception="A2"),
        option("three", "The third"),
    ],
    Key(("one",)),
    hint=both("Look at the first."),
)
SEVERAL = a_question(
    Kind.SEVERAL,
    "A2",
    [option("one", "The first"), option("two", "The second"), option("three", "The third")],
    Key(("one", "three")),
)
TRUE_FALSE = a_question(
    Kind.TRUE_FALSE,
    "B1",
    [option("yes", "it is so", says=True), option("no", "it is not so", says=False)],
    Key(("yes",)),
)
ORDER = a_question(
    Kind.ORDER,
    "B2",
    [option("first", "At first"), option("then", "Then"), option("last", "At last")],
    Key(("first", "then", "last")),
)
MATCH = a_question(
    Kind.MATCH,
    "B3",
    [option(f"left{n}", f"Left {n}", partner=both(f"Right {n}")) for n in (1, 2, 3)],
    Key(("left1", "left2", "left3")),
)
FILL = a_question(
    Kind.FILL,
    "C3",
    [],
    Key(("s3:PutObject",)),
    nears=(Near(("s3:GetObject",), both("That opens a file.")),),
)
SCENE = a_question(
    Kind.CHOOSE,
    "C6",
    [
        option("allowed", "It is allowed"),
        option("implicitDeny", "It is implicitly denied"),
        option("explicitDeny", "It is explicitly denied"),
    ],
    Key(("explicitDeny",)),
    exhibits=(
        Exhibit(both("Policy SoraPhotos"), Code(papers()[0].text)),
        Exhibit(both("Policy InternsPhotos of the group interns"), Code(papers()[1].text)),
        Exhibit(both("The request"), Code(f"who   sora\nwhat  s3:GetObject\non    {PHOTO}"), "text"),
    ),
    scene=a_scene(),
    why=both("A Deny wins."),
)
ALL = (CHOOSE, SEVERAL, TRUE_FALSE, ORDER, MATCH, FILL, SCENE)


def teach(saves: Path, skills: Sequence[str] = SKILLS) -> None:
    """Lessons have shown these skills to the learner."""
    folder = saves / "learner"
    folder.mkdir(parents=True, exist_ok=True)
    store = ProgressStore(folder / "progress.json")
    for skill in skills:
        store.note_skill(skill, "seen", "lesson/step")
    store.close()


def ask_only(yuna: Learner, questions: Sequence[Question] = ALL) -> QuizDesk:
    """The app asks these questions in place of the course's."""
    desk: Desk = yuna.app.desk
    place = LearnerPlace(desk.folder, desk.progress, desk._lock, desk.learner_clock)
    quiz = QuizDesk(place, questions=tuple(questions))
    vars(desk)["quiz"] = quiz
    return quiz
