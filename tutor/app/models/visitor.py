"""Who stands at the console's door."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Visitor:
    """Whom the sign-in offers to begin with."""

    root: bool = False
    account: str = ""
    """Alias or id."""
    name: str = ""
    """A user's name, or the root user's e-mail address."""
    signed_in: str = ""
    """Who is signed in already, as an ARN."""
