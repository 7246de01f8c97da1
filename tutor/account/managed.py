"""AWS managed policies that the sandbox knows.

Their ARNs are AWS's. What the short ones say is what AWS's say; the long ones (`managed_jobs`, and those of
services that the sandbox lacks) keep their substance by wildcards that decide alike for the services of the
sandbox, without the lists of every other service. Unique ids that are not on record here are made from the
ARN; versions and dates that are not are those of the first publication.
"""

from __future__ import annotations

import json
from base64 import b32encode
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from hashlib import sha256
from typing import Final

from tutor.account.entities import ManagedPolicy, PolicyText, PolicyVersion
from tutor.account.managed_rows import ManagedRow

__all__ = ["AWS_MANAGED"]

_ARN: Final = "arn:aws:iam::aws:policy/"


def _statement(written: str) -> dict[str, object]:
    """`[Deny] [Not] action… [on resource…] [if condition-as-JSON]`; Allow and `*` if nothing is said."""
    rest, _, condition = written.partition(" if ")
    rest, _, resources = rest.partition(" on ")
    actions = rest.split()
    effect = "Deny" if actions[0] == "Deny" else "Allow"
    actions = actions[1:] if effect == "Deny" else actions
    negated = actions[0] == "Not"
    actions = actions[1:] if negated else actions
    targets = resources.split() or ["*"]
    statement: dict[str, object] = {
        "Effect": effect,
        "NotAction" if negated else "Action": "*" if actions == ["*"] else actions,
        "Resource": targets[0] if len(targets) == 1 else targets,
    }
    return statement | ({"Condition": json.loads(condition)} if condition else {})


def _text(row: ManagedRow) -> str:
    document = {"Version": "2012-10-17", "Statement": [_statement(written) for written in row.statements]}
    return json.dumps(document, indent=4)


def _unique_id(arn: str) -> str:
    return "ANPA" + b32encode(sha256(arn.encode()).digest()).decode()[:17]


def _policy(arn: str, row: ManagedRow) -> ManagedPolicy:
    created, updated = (
        datetime.fromisoformat(when).replace(tzinfo=UTC) for when in (row.created, row.updated)
    )
    path, _, name = row.name.rpartition("/")
    return ManagedPolicy(
        arn=arn,
        name=name,
        path=f"/{path}/" if path else "/",
        policy_id=row.policy_id or _unique_id(arn),
        created=created,
        updated=updated,
        default_version=row.version,
        versions={row.version: PolicyVersion(row.version, updated, PolicyText(_text(row)))},
        description=row.description,
    )


class _Shelf(Mapping[str, ManagedPolicy]):
    """The policies by ARN, each made at its first use."""

    __slots__ = ("_made", "_rows")

    def __init__(self) -> None:
        self._rows: dict[str, ManagedRow] = {}
        self._made: dict[str, ManagedPolicy] = {}

    def _known(self) -> dict[str, ManagedRow]:
        if not self._rows:
            from tutor.account.managed_jobs import JOBS
            from tutor.account.managed_services import SERVICES
            from tutor.account.managed_tools import TOOLS

            self._rows.update((_ARN + row.name, row) for row in (*JOBS, *SERVICES, *TOOLS))
        return self._rows

    def __getitem__(self, arn: str) -> ManagedPolicy:
        made = self._made.get(arn)
        if made is None:
            made = self._made[arn] = _policy(arn, self._known()[arn])
        return made

    def __iter__(self) -> Iterator[str]:
        return iter(self._known())

    def __len__(self) -> int:
        return len(self._known())

    def __contains__(self, arn: object) -> bool:
        return arn in self._known()


AWS_MANAGED: Final[Mapping[str, ManagedPolicy]] = _Shelf()
"""By ARN; these never change, so every world shares them."""
