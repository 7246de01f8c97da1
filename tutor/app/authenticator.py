"""The built-in authenticator: every virtual MFA device with its codes by the sandbox's clock."""

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from tutor.app.models.devices import DeviceRow

if TYPE_CHECKING:
    from tutor.account import Account
    from tutor.account.credentials import MfaDevice
    from tutor.gateway.sandbox import Sandbox

ERROR_LEVEL: Final = "l"
"""The least redundancy, so that the code fits on a screen of 24 rows."""


def device_rows(sandbox: "Sandbox") -> Iterator[DeviceRow]:
    """The learner's devices first."""
    for account in sandbox.world.accounts.values():
        for device in account.mfa_devices.values():
            yield _row(sandbox, account, device)


def _row(sandbox: "Sandbox", account: "Account", device: "MfaDevice") -> DeviceRow:
    from tutor.account.totp import STEP, code_at, step_of
    from tutor.gateway.words.clock import sandbox_time

    now = sandbox_time(sandbox)
    step = step_of(now)
    return DeviceRow(
        name=device.name,
        account=account.alias or account.account_id,
        owner="root" if device.owner == "" else device.owner,
        seed=device.seed,
        qr=_qr(f"{device.name}@{account.alias or account.account_id}", device.seed),
        code=code_at(device.seed, step),
        following=code_at(device.seed, step + 1),
        seconds=STEP - int(now.timestamp()) % STEP,
        used=step in device.used_steps,
    )


@lru_cache(maxsize=16)
def _qr(label: str, seed: str) -> str:
    import segno

    from tutor.account.totp import address_of
    from tutor.gateway.qr import blocks

    matrix = segno.make(address_of(seed, label), error=ERROR_LEVEL, boost_error=False).matrix
    return blocks([[bit == 1 for bit in row] for row in matrix], light=True)
