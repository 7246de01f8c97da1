"""Tell which of several requests a policy lets through, or which one it refuses."""

from collections.abc import Iterator
from typing import Final

from ..choices import Choice, Frame, choose, outcome_of
from ..errand import Errand, an_errand
from ..family import Draw, Family
from ..papers import Json, allow, deny
from ..pen import is_sensible
from ..pieces import Words, words
from ..place import Place, a_place
from ..question import Question
from ..quick import quick_paper, read_afresh
from ..scene import Scene
from ..shown import exhibits

__all__ = ["FAMILIES"]

TELLING: Final = (
    "B6",
    "B10",
    "Q24",
    "Q23",
    "Q20",
    "Q22",
    "Q21",
    "Q9",
    "Q16",
    "Q3",
    "Q55",
    "Q18",
    "Q10",
    "Q17",
    "Q8",
    "Q7",
    "Q2",
)
"""Beliefs, those first that say most about a learner."""
HINTS: Final = {
    "G7": words("quiz.predict.hint.action"),
    "G8": words("quiz.predict.hint.resource"),
}


def _which(draw: Draw) -> Question | None:
    dice, place = draw.dice, a_place(draw.dice)
    errand = an_errand(place, dice.fraction())
    theme = draw.theme(("G7", "G8"))
    statements = _statements(draw, errand)
    if not is_sensible(statements):
        return None
    paper = quick_paper(f"{place.user.title()}{errand.topic}", *dice.shuffled(statements))
    goes = draw.level < 2 or dice.chance(0.6)
    pool = [
        _choice(Scene(place.principal, action, resource, (paper,)), goes=goes)
        for action, resource in dice.shuffled(_requests(draw, place, errand, theme))
    ]
    right = next((one for one in pool if _is(one, goes=goes)), None)
    if right is None:
        return None
    frame = Frame(
        (theme,),
        words("quiz.choose.allowed" if goes else "quiz.choose.refused", user=place.user),
        exhibits((paper,), place.principal),
        read_afresh(right.scenes[0]),
        HINTS[theme],
    )
    return choose(draw, frame, right, (one for one in pool if not _is(one, goes=goes)))


def _choice(scene: Scene, *, goes: bool) -> Choice:
    return Choice(_asked(scene), (scene,), (goes,), TELLING)


def _asked(scene: Scene) -> Words:
    return words("quiz.choose.request", action=scene.action, resource=scene.resource)


def _is(choice: Choice, *, goes: bool) -> bool:
    return (outcome_of(choice.scenes[0]) == "allowed") is goes


def _statements(draw: Draw, errand: Errand) -> list[Json]:
    dice = draw.dice
    wide = draw.level > 1
    action = dice.one((*errand.plain, *errand.wide, *errand.wide) if wide else errand.plain)
    made = [allow(action, dice.one(errand.here))]
    if draw.level == 2 or draw.level >= 4 or draw.ways == 2 < draw.level:
        made.append(
            allow(dice.one((*errand.others, *errand.siblings)), dice.one((*errand.here, *errand.there)))
        )
    if draw.level >= 3 and draw.ways == 3:
        made.append(_denial(draw, errand))
    if draw.level == 5:
        made.append(
            _denial(draw, errand) if draw.ways == 3 else allow(dice.one(errand.siblings), errand.near[0])
        )
    return made


def _denial(draw: Draw, errand: Errand) -> Json:
    """A Deny of part of what the Allow is about."""
    dice = draw.dice
    if dice.chance(0.5):
        return deny(dice.one((*errand.siblings, *errand.wide)), dice.one(errand.here))
    return deny(dice.one((*errand.plain, *errand.wide)), dice.one((*errand.there, *errand.near)))


def _requests(draw: Draw, place: Place, errand: Errand, theme: str) -> list[tuple[str, str]]:
    """Requests that a person could make there; more of them differ in what is asked about."""
    found = list(_pool(place, errand))
    if draw.level >= 4:
        return found
    own = [one for one in found if one[1] == errand.resource]
    same = [one for one in found if one[0] == errand.action]
    first = own if theme == "G7" else same if theme == "G8" else found
    return first if len(first) > 4 else found


def _pool(place: Place, errand: Errand) -> Iterator[tuple[str, str]]:
    action, resource = errand.action, errand.resource
    yield action, resource
    for sibling in errand.siblings:
        yield sibling, resource
    bucket = place.bucket_arn
    if resource == place.object_arn:
        yield action, place.object_elsewhere
        yield action, f"arn:aws:s3:::{place.other_bucket}/{place.folder}/{place.file}"
        yield action, f"{bucket}/{place.folder}/raw/{place.file}"
        yield action, f"{bucket}/{place.folder.title()}/{place.file}"
        yield action, f"{bucket}-old/{place.file}"
        yield "s3:ListBucket", bucket
        yield f"{action}Tagging", resource
    elif resource == bucket:
        yield action, f"arn:aws:s3:::{place.other_bucket}"
        yield action, f"{bucket}-old"
        yield "s3:GetObject", place.object_arn
        yield "s3:PutObject", place.object_arn
        yield "s3:ListBucketVersions", bucket
    elif ":instance/" in resource:
        other = resource.replace(place.server, place.other_server)
        yield action, other
        yield action, resource.replace("us-east-1", "us-west-2")
        yield errand.siblings[0], other
        yield "ec2:RebootInstances", resource
    else:
        yield action, place.user_arn
        yield action, f"arn:aws:iam::{place.account}:user/{place.third}"
        yield action, f"arn:aws:iam::{place.account}:user/studio/{place.other}"
        yield action, f"arn:aws:iam::{place.partner}:user/{place.other}"
        yield "iam:CreateLoginProfile", resource
        yield "iam:DeleteUser", resource


FAMILIES: Final = (
    Family("which-allowed", ("G7", "G8"), ("A3", "G1", "G3", "G6", "G7", "G8", "G12"), _which),
)
