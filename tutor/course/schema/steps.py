"""The shape of steps: what the learner reads, answers or does."""

from typing import Literal

from msgspec import Struct, field

from .goals import Goal, PolicyType
from .terms import ContextValue, Id, PrincipalRef, SignInRef, Text, Texts


class Predict(Struct, frozen=True):
    """One request whose outcome the learner foretells; `expect` is what the text relies on."""

    principal: PrincipalRef = field(name="as")
    action: Text
    resource: Text
    expect: Text
    """`allowed` or `refused`; with three predictions `allowed`, `implicitDeny` or `explicitDeny`."""
    context: dict[str, ContextValue] = field(default_factory=dict, name="with")


class Do(Struct, frozen=True):
    """Work in the console, done when every goal passes."""

    goals: tuple[Goal, ...]
    solution: tuple[Text, ...]
    line: Text | None = None
    """The whole command, shown in grey; Enter runs it."""
    begin: Text | None = None
    """The first half of a command; the learner types on."""


class Repair(Struct, frozen=True, rename="kebab"):
    """A policy file that is to be mended, and what is to be done with it."""

    file: Text
    """A file of the workspace."""
    goals: tuple[Goal, ...]
    solution_file: Text
    """A file in `solutions/` that is written over it."""
    kind: PolicyType = "identity"
    solution: tuple[Text, ...] = ()
    """Lines that are run behind it."""


class SignIn(Struct, frozen=True):
    """Somebody who is to come in by the console's door."""

    principal: SignInRef = field(name="as")
    goals: tuple[Goal, ...]
    solution: tuple[Text, ...]
    """Lines as typed, the answers to the door's questions too."""


class Option(Struct, frozen=True):
    """An answer, with the misconception that picks it."""

    id: Id
    misconception: Text | None = None


class Choose(Struct, frozen=True):
    """A question with options; a list as answer means that all of these and no other must be picked."""

    options: tuple[Id | Option, ...]
    answer: Id | tuple[Id, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        """The options' ids in their order."""
        return tuple(option.id if isinstance(option, Option) else option for option in self.options)

    @property
    def several(self) -> bool:
        """Whether more than one option may be picked."""
        return not isinstance(self.answer, str)

    @property
    def answers(self) -> frozenset[str]:
        """The options that are right."""
        return frozenset([self.answer] if isinstance(self.answer, str) else self.answer)

    def misconception(self, option_id: str) -> str | None:
        """The misconception that picks this option."""
        named = (option for option in self.options if isinstance(option, Option) and option.id == option_id)
        return next((option.misconception for option in named), None)


class Order(Struct, frozen=True):
    """Pieces to be put in order; they are written in the right one."""

    pieces: tuple[Id, ...]


class Gap(Struct, frozen=True):
    """A gap and what may stand in it; with options it is filled by picking one."""

    id: Id
    answer: Texts
    options: tuple[str, ...] = ()

    @property
    def answers(self) -> tuple[str, ...]:
        """What counts as right, the one to show first."""
        return (self.answer,) if isinstance(self.answer, str) else self.answer


class Fill(Struct, frozen=True):
    """A text with gaps marked `{{id}}`."""

    text: Text
    gaps: tuple[Gap, ...]


class HintRule(Struct, frozen=True):
    """The level at which hints begin while a goal fails, or while a misconception shows."""

    when: Text
    hint: Literal[1, 2, 3]


StepKind = Literal["read", "predict", "do", "choose", "order", "fill", "repair", "sign-in"]
STEP_KINDS: tuple[StepKind, ...] = ("read", "predict", "do", "choose", "order", "fill", "repair", "sign-in")
ANSWERED: frozenset[StepKind] = frozenset({"predict", "choose", "order", "fill"})
"""Kinds that are answered, right or wrong."""
DONE: frozenset[StepKind] = frozenset({"do", "repair", "sign-in"})
"""Kinds that are done: their goals pass."""


class Step(Struct, frozen=True, rename="kebab"):
    """One step of a lesson, of exactly one of STEP_KINDS."""

    id: Id
    read: bool = False
    predict: Predict | None = None
    do: Do | None = None
    choose: Choose | None = None
    order: Order | None = None
    fill: Fill | None = None
    repair: Repair | None = None
    sign_in: SignIn | None = None
    teaches: tuple[Text, ...] = ()
    practises: tuple[Text, ...] = ()
    asks: tuple[Text, ...] = ()
    shows: tuple[Literal["map"], ...] = ()
    recall: bool = False
    callout: tuple[Text, ...] | Text = ()
    hint_rules: tuple[HintRule, ...] = ()
    save_point: bool = False
    last_challenge: bool = False
    again: Id | None = None
    """Another form of this question, which comes only if this one was failed."""

    @property
    def kinds(self) -> tuple[StepKind, ...]:
        """The kinds given; a sound step has one."""
        return tuple(kind for kind in STEP_KINDS if getattr(self, kind.replace("-", "_")))

    @property
    def kind(self) -> StepKind:
        """What the learner does in this step."""
        return self.kinds[0]

    @property
    def work(self) -> Do | Repair | SignIn | None:
        """What is to be done in a step that has goals."""
        return self.do or self.repair or self.sign_in

    @property
    def goals(self) -> tuple[Goal, ...]:
        """The goals of a step that is done, of any other none."""
        return self.work.goals if self.work else ()

    @property
    def callouts(self) -> tuple[str, ...]:
        """Claims whose wording in the notes the step sets right."""
        return (self.callout,) if isinstance(self.callout, str) else self.callout
