"""A bucket's policy as it counts now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.account.trust import counting_now

if TYPE_CHECKING:
    from tutor.account.buckets import Bucket
    from tutor.account.policy_text import PolicyText
    from tutor.account.world import World

__all__ = ["bucket_policy_of"]


def bucket_policy_of(world: World, bucket: Bucket) -> PolicyText | None:
    """The policy, in which a principal that is gone stands by its unique id (spec 1.2); None without one."""
    return None if bucket.policy is None else counting_now(world, bucket.policy, bucket.policy_ids)
