"""Predict what a request gets by a policy with variables."""

from collections.abc import Callable
from typing import Final

from tutor.policy import PolicyKind

from ..family import Draw, Family
from ..options import Ask, outcome_question
from ..papers import Json, Paper, allow, deny, document
from ..pieces import words
from ..place import Place, a_place
from ..question import Question
from ..scene import Scene

__all__ = ["FAMILIES"]

NAME: Final = "${aws:username}"
ON_VARIABLES: Final = ("M16", "Q36", "Q37", "Q44", "B9", "B6", "Q7", "Q18", "Q2", "Q14")


def _variables(draw: Draw) -> Question | None:
    dice, place = draw.dice, a_place(draw.dice)
    scene = draw.theme(VARIABLES[draw.level - 1])(draw, place)
    if scene is None:
        return None
    doubts = dice.shuffled(("Q8", "Q3", "Q9")) if draw.target == "allowed" else ["Q8"]
    ask = Ask(("X5",), (*ON_VARIABLES, *doubts), hint=words("quiz.variables.hint"))
    return outcome_question(draw, scene, ask)


def _own(place: Place, statements: list[Json]) -> tuple[Paper, ...]:
    return (
        Paper(
            "OwnFolder",
            PolicyKind.IDENTITY,
            document(*statements),
            title=words("quiz.paper.managed", name="OwnFolder"),
        ),
    )


def _asked(draw: Draw, place: Place, top: str, *, is_old: bool = False) -> str:
    """A file in one's own folder, in another's, or in one whose name looks like it."""
    owners = [place.user, place.user, place.other]
    if draw.level >= 3:
        owners.append(f"{place.user}-2025")
    if is_old:
        owners.append(NAME)
    return f"{place.bucket_arn}/{top}/{draw.dice.one(owners)}/{place.file}"


def _context(place: Place, **more: Json) -> dict[str, Json]:
    return {"aws:username": place.user, **more}


def _other(draw: Draw, place: Place) -> Json:
    """A Deny that does not matter for the outcome, and could for somebody else's request."""
    return deny("s3:DeleteObject", f"{place.bucket_arn}/*")


def _home(draw: Draw, place: Place) -> Scene:
    """An Allow for one's own folder."""
    dice = draw.dice
    action = dice.one(("s3:GetObject", "s3:PutObject"))
    yes = allow(
        dice.one((action, "s3:*Object") if draw.level > 1 else (action,)), f"{place.bucket_arn}/home/{NAME}/*"
    )
    statements = dice.shuffled([yes, _other(draw, place)])
    wanted = "s3:DeleteObject" if draw.target == "explicitDeny" else action
    return Scene(
        place.principal, wanted, _asked(draw, place, "home"), _own(place, statements), _context(place)
    )


def _hands_off(draw: Draw, place: Place) -> Scene:
    """An Allow for the bucket, and a Deny for what is not one's own."""
    dice = draw.dice
    action = dice.one(("s3:GetObject", "s3:PutObject", "s3:DeleteObject"))
    wide = f"{place.bucket_arn}/*"
    if dice.chance(0.5):
        no = deny(action, None, NotResource=f"{place.bucket_arn}/home/{NAME}/*")
    else:
        no = deny(action, f"{place.bucket_arn}/locked/{NAME}/*")
    yes = allow(action, wide) if draw.target != "implicitDeny" else allow("s3:GetObjectTagging", wide)
    top = "home" if "NotResource" in no else "locked"
    return Scene(
        place.principal,
        action,
        _asked(draw, place, top),
        _own(place, dice.shuffled([yes, no])),
        _context(place),
    )


def _old_version(draw: Draw, place: Place) -> Scene:
    """A bucket policy of the old version: the variable stays text."""
    dice = draw.dice
    action = dice.one(("s3:GetObject", "s3:PutObject"))
    arn = f"{place.bucket_arn}/home/{NAME}/*"
    version = dice.one(("2008-10-17", "2008-10-17", "2012-10-17"))
    who = {"AWS": place.user_arn}
    yes, no = (
        allow(action, arn, Principal=who),
        deny("s3:DeleteObject", f"{place.bucket_arn}/*", Principal=who),
    )
    if draw.target == "explicitDeny":
        no = deny(action, arn, Principal=who)
        yes = allow(action, f"{place.bucket_arn}/*", Principal=who)
    paper = Paper(place.bucket, PolicyKind.RESOURCE, document(yes, no, version=version))
    asked = _asked(draw, place, "home", is_old=version != "2012-10-17")
    return Scene(place.principal, action, asked, (paper,), _context(place))


def _by_tag(draw: Draw, place: Place) -> Scene:
    """A folder for each team, by a tag of the user."""
    dice = draw.dice
    action = dice.one(("s3:GetObject", "s3:PutObject"))
    arn = f"{place.bucket_arn}/${{aws:PrincipalTag/team}}/*"
    team, other = place.group, place.other_group
    statements = [allow(action, arn), deny("s3:DeleteObject", arn)]
    context: dict[str, Json] = {"aws:PrincipalTag/team": team} if dice.chance(0.75) else {}
    wanted = "s3:DeleteObject" if draw.target == "explicitDeny" else action
    resource = f"{place.bucket_arn}/{dice.one((team, team, other))}/{place.file}"
    return Scene(place.principal, wanted, resource, _own(place, dice.shuffled(statements)), context)


Make = Callable[[Draw, Place], Scene | None]
VARIABLES: Final[tuple[tuple[Make, ...], ...]] = (
    (_home,),
    (_home, _hands_off),
    (_hands_off, _home, _by_tag),
    (_old_version, _hands_off, _by_tag),
    (_old_version, _hands_off, _old_version, _by_tag),
)


NEEDS: Final = ("A3", "G1", "G2", "G6", "G7", "G8", "G11", "G12")
FAMILIES: Final = (Family("variables", ("X5",), NEEDS, _variables),)
