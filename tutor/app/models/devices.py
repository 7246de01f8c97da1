"""MFA devices as the built-in authenticator shows them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DeviceRow:
    """One virtual device and its codes now."""

    name: str
    account: str
    """Alias or id of its account."""
    owner: str | None
    """Whose it is: a user's name, `root`, or nobody's as long as it is not enabled."""
    seed: str
    """Base32, for an authenticator that cannot read the picture."""
    qr: str
    """The QR code in half blocks, dark on light."""
    code: str
    following: str
    """The code after that one."""
    seconds: int
    """How long the code is good."""
    used: bool
    """It was accepted already, so that it is good for nothing any more."""
