"""Resources made up so that they read like real ones."""

from collections.abc import Iterator, Sequence
from itertools import product
from typing import Final

from ..arn import ARN_FIELDS, partition_of
from ..context import Context
from ..variables import read_template
from .frame import Frame, KnownAction
from .templates import EXAMPLE, example_of

__all__ = ["readable_resources"]

OTHER_ACCOUNT: Final = "999999999999"
REGIONS: Final = ("", "us-east-1")


def readable_resources(
    action: KnownAction, patterns: Sequence[str], frame: Frame, context: Context
) -> Iterator[str]:
    """Resources for an action: some of its service, and some for each pattern, its own and those given.

    They need not be what the action can be about.
    """
    owners = (frame.resource_account or frame.principal.account, "", OTHER_ACCOUNT)
    partition = partition_of(frame.principal.arn) or "aws"
    service = action.name.partition(":")[0].lower()
    yield from (f"arn:{partition}:{service}::{owner}:{EXAMPLE}" for owner in ("", owners[0]))
    shapes = map(_without_placeholders, action.resources)
    for pattern in (*shapes, *patterns):
        parts = read_template(pattern, wildcards=True, variables=True).fill(context)
        fields = example_of(parts or ()).split(":", ARN_FIELDS - 1)
        for owner, region in product(owners, REGIONS) if len(fields) == ARN_FIELDS else ():
            usual = {1: partition, 3: region, 4: owner}
            numbered = enumerate(fields)
            yield ":".join(usual.get(place, text) if text == EXAMPLE else text for place, text in numbered)


def _without_placeholders(shape: str) -> str:
    """What an action can be about, `*` in place of names."""
    template = read_template(shape, wildcards=False, variables=True)
    return "".join(part if isinstance(part, str) else "*" for part in template.parts)
