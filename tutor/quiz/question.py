"""What a question is: what is asked and shown, what can be answered, which answer is right and why."""

from dataclasses import dataclass
from enum import StrEnum
from math import comb, factorial, log

from tutor.policy import Outcome

from .pieces import Piece
from .scene import Scene

__all__ = ["Exhibit", "Key", "Kind", "Near", "Option", "Question", "Rule"]


class Kind(StrEnum):
    """How it is answered."""

    CHOOSE = "choose"
    SEVERAL = "several"
    TRUE_FALSE = "true-false"
    """With a reason: one option of those that say true or false, and why."""
    ORDER = "order"
    MATCH = "match"
    FILL = "fill"


class Rule(StrEnum):
    """How the answer follows from the evaluator; what anybody can compute again."""

    AUTHORED = "authored"
    """It does not: an author wrote it."""
    OUTCOME = "outcome"
    """The right option's id is what the question's scene gets (`Outcome`, or `refused` where two suffice)."""
    SCENES = "scenes"
    """The right option is the one whose scenes all get what is wanted."""
    DECIDING = "deciding"
    """The right option names the statement without which the scene would get another outcome."""
    PAIR = "pair"
    """Ids are `both`, `first`, `second`, `neither`: which of the two scenes of each option is allowed."""
    LEAST = "least"
    """The right option allows each of its scenes that is needed and none that is not."""


@dataclass(frozen=True, slots=True)
class Exhibit:
    """What is shown with a question: a policy, a request, an error."""

    title: Piece | None
    body: Piece
    language: str = "json"
    """`json`, or `text` where it is nothing to be coloured."""


@dataclass(frozen=True, slots=True)
class Option:
    """One thing that can be answered; of an order one item, of a match one pair."""

    id: str
    text: Piece
    """Of a match the left side."""
    why: Piece | None = None
    """Why it is right, or is not."""
    misconception: str | None = None
    """What someone who picks it believes."""
    scenes: tuple[Scene, ...] = ()
    """What the evaluator was asked for it."""
    wanted: tuple[Outcome, ...] = ()
    """Of a `LEAST` or `SCENES` option: what each scene has to get for it to be right."""
    partner: Piece | None = None
    """Of a match the right side."""
    says: bool | None = None
    """Of true-false: whether it says that the statement holds."""
    code: bool = False
    """The text is several lines of JSON."""


@dataclass(frozen=True, slots=True)
class Near:
    """A wrong filling that tells what was believed."""

    texts: tuple[str, ...]
    why: Piece
    misconception: str | None = None


@dataclass(frozen=True, slots=True)
class Key:
    """The answer."""

    right: tuple[str, ...]
    """Ids of options: one, several, or all in their order; of a fill the strings that count."""
    rule: Rule = Rule.AUTHORED
    exact: bool = False
    """Of a fill: whether case counts."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question, reproducible from its id."""

    id: str
    """`family:level:seed`, or `bank:name`."""
    kind: Kind
    skills: tuple[str, ...]
    """What it asks; the first is what an answer is counted for."""
    level: int
    prompt: Piece
    options: tuple[Option, ...]
    key: Key
    exhibits: tuple[Exhibit, ...] = ()
    scene: Scene | None = None
    """What its explanation shows the decision of; None where nothing is decided."""
    why: Piece | None = None
    """What is said after every answer."""
    hint: Piece | None = None
    nears: tuple[Near, ...] = ()

    @property
    def source(self) -> str:
        """The family, or `bank`."""
        return self.id.partition(":")[0]

    @property
    def skill(self) -> str:
        """What an answer is counted for."""
        return self.skills[0]

    def option(self, option_id: str) -> Option | None:
        """The option with this id."""
        return next((option for option in self.options if option.id == option_id), None)

    @property
    def surprise(self) -> float:
        """How much a right answer tells against guessing, in nats: the log of how many answers there are."""
        count = len(self.options)
        match self.kind:
            case Kind.CHOOSE | Kind.TRUE_FALSE:
                return log(max(count, 2))
            case Kind.SEVERAL:
                return log(max(comb(count, len(self.key.right)), 2))
            case Kind.ORDER | Kind.MATCH:
                return log(factorial(count))
            case Kind.FILL:
                return log(20)
