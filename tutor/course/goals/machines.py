"""The goal about instances: the role that an instance's profile hands over."""

from typing import TYPE_CHECKING

from ..schema import RunsAs
from .facts import missing
from .grounds import Grounds
from .results import Cause, CauseKind, Help

if TYPE_CHECKING:
    from tutor.account.compute import Instance


def runs_as(grounds: Grounds, rule: RunsAs) -> Cause | None:
    """None if the instance's profile holds the role."""
    account = grounds.account
    instance = _instance(grounds, rule.instance)
    if instance is None:
        return missing("instance", rule.instance)
    values = {"instance": rule.instance, "role": rule.role, "found": "", "profile": ""}
    if instance.profile is None:
        return Cause(CauseKind.NO_PROFILE, Help.ADD_PROFILE, rule.role, "", values)
    name = instance.profile.arn.rpartition("/")[2]
    profile = account.instance_profiles.get(name)
    found = (profile.role if profile is not None else None) or ""
    if found == rule.role:
        return None
    values |= {"found": found or "–", "profile": name}
    return Cause(CauseKind.OTHER_ROLE, Help.CHANGE_ROLE, rule.role, found, values)


def _instance(grounds: Grounds, named: str) -> "Instance | None":
    """The newest instance of that id or Name tag that is not terminated."""
    alive = [one for one in grounds.account.compute.instances.values() if one.state != "terminated"]
    found = [one for one in alive if named in {one.instance_id, one.tags.get("Name")}]
    return found[-1] if found else None
