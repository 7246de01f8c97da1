"""Policies by the names that learners know them by."""

from typing import Final

from .say import Language, say

__all__ = ["policy_name", "policy_phrase", "shown"]

RESOURCE_SIDE: Final = ("trust", "bucket")
"""What a trace calls the policy on a role or on a bucket, before their names."""


def policy_name(source: str) -> str:
    """`ReadPhotos` for a policy's ARN or for `inline:ReadPhotos`; of a role's or a bucket's the owner's name."""
    name = source.rpartition("/")[2].removeprefix("inline:")
    kind, _, owner = name.partition(":")
    return shown(owner if kind in RESOURCE_SIDE else name)


def policy_phrase(language: Language, source: str) -> str:
    """What stands for a policy in a sentence: its name, or whose it is."""
    kind = source.partition(":")[0]
    name = policy_name(source)
    return say(language, f"trace.policy.{kind}", name=name) if kind in RESOURCE_SIDE else name


def shown(text: str) -> str:
    """A text from outside on one line: what a terminal would act on stands as its escape."""
    if text.isprintable():
        return text
    return "".join(
        character if character.isprintable() else character.encode("unicode_escape").decode()
        for character in text
    )
