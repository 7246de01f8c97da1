"""Tags as they are typed in a field and as the AWS CLI takes them."""

import json
from collections.abc import Mapping

from .form import SAFE

SHORTHAND = frozenset("=,")
"""What means something in the CLI's short form."""


def read_tags(text: str) -> dict[str, str] | None:
    """`team=photo, cost=low` as a mapping; None for what is none."""
    found: dict[str, str] = {}
    for piece in filter(None, (piece.strip() for piece in text.split(","))):
        key, sign, value = piece.partition("=")
        if not sign or not key.strip() or key.strip() in found:
            return None
        found[key.strip()] = value.strip()
    return found


def tag_words(tags: Mapping[str, str]) -> list[str]:
    """`--tags Key=team,Value=photo`, or JSON where the short form would read something else."""
    if not tags:
        return []
    texts = [*tags, *tags.values()]
    if all(text == "" or (SAFE.fullmatch(text) and not SHORTHAND & set(text)) for text in texts) and all(
        tags.values()
    ):
        return ["--tags", *(f"Key={key},Value={value}" for key, value in tags.items())]
    rows = [{"Key": key, "Value": value} for key, value in tags.items()]
    return ["--tags", json.dumps(rows, ensure_ascii=False)]
