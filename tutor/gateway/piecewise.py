"""Requests that are answered piece by piece: what is refused of them stops nothing else."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from tutor.gateway.denials import denial
from tutor.gateway.scene import Need
from tutor.policy import Decision

if TYPE_CHECKING:
    from tutor.account import RequestRecord, World

PIECEWISE: Final = frozenset({"s3:DeleteObjects"})
"""S3 answers these with 200 whatever was refused: each key is told among `Deleted` or `Errors`."""


def divided(
    request: "RequestRecord", heard: tuple[tuple[Need, Decision], ...], world: "World"
) -> Mapping[str, object]:
    """The parameters, with each object of a DeleteObjects that was refused marked with the refusal."""
    from tutor.account.operations.s3_objects import DENIED

    asked = request.parameters.get("Delete")
    rows = asked.get("Objects") if isinstance(asked, Mapping) else None
    refused = {need.resource: decision for need, decision in heard if not decision.allowed}
    if request.action not in PIECEWISE or not refused or not isinstance(rows, list):
        return request.parameters
    assert isinstance(asked, Mapping)

    def marked(row: Mapping[str, object]) -> Mapping[str, object]:
        decision = refused.get(f"arn:aws:s3:::{request.parameters.get('Bucket')}/{row.get('Key')}")
        return row if decision is None else {**row, DENIED: denial(decision, world).message}

    return {**request.parameters, "Delete": {**asked, "Objects": [marked(row) for row in rows]}}
