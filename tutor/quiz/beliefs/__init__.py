"""What somebody with a misconception expects of a request: the evaluator, bent in one place.

A wrong option is worth offering only where the belief behind it really leads there. Most beliefs are bends:
the scene as their holder reads it, which the evaluator then decides; some say an outcome without one.
"""

from typing import Final

from tutor.policy import Outcome, PolicyError

from ..scene import Scene
from .conditions import BENDS as CONDITION_BENDS
from .documents import BELIEFS as DOCUMENTS
from .elements import BENDS as ELEMENT_BENDS
from .kind import Belief, Bend
from .layers import BELIEFS as LAYERS
from .layers import BENDS as LAYER_BENDS
from .names import BELIEFS as NAMES
from .names import BENDS as NAME_BENDS
from .reading import BELIEFS as READING
from .reading import BENDS as READING_BENDS
from .sides import BELIEFS as SIDES
from .sides import BENDS as SIDE_BENDS

__all__ = ["BELIEFS", "BENDS", "OWN", "Belief", "Bend", "believed", "bend"]

OWN: Final[dict[str, str]] = {
    "Q1": "every refusal comes from a Deny",
    "Q2": "a Deny counts though it does not fit the request",
    "Q3": "a wildcard in a resource stays within one folder",
    "Q4": "the policy named first decides",
    "Q5": "a user's own policy replaces the group's",
    "Q6": "an Allow forbids what it does not list",
    "Q7": "a statement counts when its action fits, whatever the resource",
    "Q8": "a statement counts when its resource fits, whatever the action",
    "Q9": "an action with a wildcard does not include this one",
    "Q10": "an Allow that fits is enough, whatever denies",
    "Q11": "only the caller's own policies count: boundaries, session policies and SCPs are not looked at",
    "Q12": "a resource's policy that names the account lets everybody in it in",
    "Q13": "permission to assume a role is enough, whatever its trust policy says",
    "Q14": "a statement counts whatever its condition says",
    "Q15": "a resource's policy counts for whoever asks, whatever its principal says",
    "Q16": "every statement or policy has to allow",
    "Q17": "statements are read from the top and the first that fits decides",
    "Q18": "what a policy lists is allowed, whatever its effect says",
    "Q19": "a policy counts for everybody in sight, whoever it is attached to",
    "Q40": "a session keeps the rights of the user who assumed the role",
    "Q41": "assuming a role always takes an Allow of one's own, even where the trust policy names the caller",
    "Q42": "only the policy on the resource counts",
    "Q43": "a policy on a resource shuts out whom it does not name",
    "Q46": "a root user needs an Allow of its own",
    "Q44": "the Not in an element's name is not looked at",
    "Q20": "who may change a file may read it, too",
    "Q21": "an ARN covers whatever begins like it",
    "Q22": "an action includes others whose names begin like it",
    "Q23": "who may list a bucket may open what lies in it",
    "Q24": "capital letters do not matter in ARNs",
    "Q25": "a bucket's bare name stands for its ARN",
    "Q26": "the elements of a document have to stand in a fixed order",
    "Q27": "every statement needs a Sid",
    "Q28": "a single value has to stand in brackets, too",
    "Q29": "region and account stand in the ARNs of every service alike",
    "Q30": "a role's ARN is that of its sessions",
    "Q31": "an ARN with `/*` includes the thing before it",
    "Q32": "without MFA the request carries no key about it",
    "Q33": "a wildcard opens only what one had in mind",
    "Q34": "ForAllValues asks for all values that the policy lists",
    "Q35": "ForAllValues and ForAnyValue are the other way round",
    "Q36": "a policy variable stands for any name",
    "Q37": "a policy variable stays as it is written",
    "Q39": "a condition about a key that is missing is passed over",
    "Q50": "what no Deny forbids is allowed",
    "Q51": "once an Allow is taken away the request is refused, whatever else allows it",
    "Q52": "a condition says when its statement does not count",
    "Q53": "actions have to be written in lower case",
    "Q55": "a star within an ARN stands for itself",
}
"""Misconceptions about reading policies that `notes/misconceptions.md` does not list."""

BENDS: Final[dict[str, Bend]] = {
    **ELEMENT_BENDS,
    **READING_BENDS,
    **LAYER_BENDS,
    **SIDE_BENDS,
    **CONDITION_BENDS,
    **NAME_BENDS,
}
"""By misconception id, how its holder reads a scene."""

BELIEFS: Final[dict[str, Belief]] = {**READING, **LAYERS, **SIDES, **NAMES, **DOCUMENTS}
"""By misconception id, what its holder expects, where that is no bend."""


def believed(misconception: str, scene: Scene) -> Outcome | None:
    """What the holder of a misconception expects the request to get; None where it has no say."""
    belief = BELIEFS.get(misconception)
    try:
        if belief is not None:
            return belief(scene)
        read = bend(misconception, scene)
        return None if read is None else read.outcome
    except PolicyError:
        return None


def bend(misconception: str, scene: Scene) -> Scene | None:
    """The scene as the holder of a misconception reads it; None where that is the scene itself."""
    reading = BENDS.get(misconception)
    read = reading(scene) if reading is not None else None
    return None if read is scene else read
