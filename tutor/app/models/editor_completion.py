"""What the editor offers to write at the cursor."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Proposal:
    """One thing that may stand there."""

    text: str
    """What the list shows."""
    detail: str
    """What it is, in a few words."""
    written: str
    """What is put in place of what was typed, quotation marks and all."""
    goes_on: bool = False
    """More is to be typed in the same place."""
    back: int = 0
    """How many letters before its end the cursor then stands."""


@dataclass(frozen=True, slots=True)
class Proposals:
    """What may stand at the cursor of one text."""

    text: str
    cursor: int
    start: int = 0
    """Offset from which on the choice is put in."""
    end: int = 0
    """Offset up to which it takes the place of what stands there."""
    rows: tuple[Proposal, ...] = ()


@dataclass(frozen=True, slots=True)
class AccountNames:
    """What is there in the accounts, to be named in a policy."""

    account_id: str = ""
    accounts: tuple[str, ...] = ()
    arns: tuple[str, ...] = ()
    """ARNs of the learner's account, and patterns for the objects of its buckets."""
    principals: tuple[str, ...] = ()
    """ARNs that a trust or bucket policy may name."""
    providers: tuple[str, ...] = ()
    """ARNs of identity providers."""
    users: tuple[str, ...] = ()
    tag_keys: tuple[str, ...] = ()
    organization: str = ""
    """The id of the organization; empty without one."""
