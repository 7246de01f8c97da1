"""Which statement of a scene a misconception turns on: said with what its holder believed."""

from tutor.policy import Effect, Outcome, Statement

from .beliefs import bend
from .beliefs.bend import fits, placed
from .papers import Paper
from .pieces import Words, words
from .reasons import marked
from .scene import Scene

__all__ = ["told"]

Found = tuple[Paper, Statement]


def told(belief: str, scene: Scene) -> Words:
    """What the holder of a misconception believed, and the statement that they should look at again."""
    believed = words(f"quiz.believed.{belief}")
    found = _turning(belief, scene)
    if found is None:
        return believed
    return words("quiz.because.and", first=believed, more=words("quiz.because.again", **marked(scene, found)))


def _turning(belief: str, scene: Scene) -> Found | None:
    """The statement that counts in truth or in belief, not in both, and so makes the difference."""
    read = bend(belief, scene)
    if read is None:
        return None
    counted = {_name(paper, one) for paper, one in placed(read) if fits(read, one)}
    gained: list[Found] = []
    lost: list[Found] = []
    for paper, one in placed(scene):
        counts, is_counted = fits(scene, one), _name(paper, one) in counted
        if counts is not is_counted:
            (gained if is_counted else lost).append((paper, one))
    match read.outcome:
        case Outcome.EXPLICIT_DENY:
            turning = _of(gained, Effect.DENY)
        case Outcome.ALLOWED:
            turning = _of(gained, Effect.ALLOW) or _of(lost, Effect.DENY)
        case _:
            turning = lost
    return turning[0] if turning else None


def _of(found: list[Found], effect: Effect) -> list[Found]:
    return [one for one in found if one[1].effect is effect]


def _name(paper: Paper, statement: Statement) -> tuple[str, int, str | None, int]:
    """A statement's place, the same in the scene and in what a belief makes of it."""
    return paper.name, paper.level, paper.through, statement.index
