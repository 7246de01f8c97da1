"""Where in an organization the policy of a statement is attached."""

from itertools import accumulate

from tutor.policy import DecidedBy, PolicySet, StatementRef

from .say import Language, say

__all__ = ["level_name"]


def level_name(language: Language, policies: PolicySet, ref: StatementRef) -> str:
    """The root, a unit or the account; empty for a policy of another kind."""
    by_layer = {DecidedBy.SCP: policies.service_control, DecidedBy.RCP: policies.resource_control}
    levels = by_layer.get(ref.layer, ())
    ends = list(accumulate(map(len, levels)))
    level = next((number for number, end in enumerate(ends) if ref.policy < end), None)
    if level is None:
        return ""
    place = "root" if level == 0 else "account" if level + 1 == len(levels) else "unit"
    return say(language, f"trace.level.{place}", level=level + 1)
