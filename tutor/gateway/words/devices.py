"""MFA devices in hand: a QR code on screen, the built-in authenticator, the root user's own device."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from tutor.gateway.notices import Notice
from tutor.gateway.qr import NotAQrCode, blocks, modules_of
from tutor.gateway.result import USAGE, ConsoleResult, asked, done, refused
from tutor.gateway.shell import Waiting
from tutor.gateway.words.clock import sandbox_time
from tutor.gateway.words.word import Word
from tutor.gateway.workspace import Workspace

if TYPE_CHECKING:
    from tutor.account import Account, RequestRecord
    from tutor.account.credentials import MfaDevice
    from tutor.gateway.console import Console
    from tutor.gateway.stamp import Stamp

LIGHT: Final = frozenset({"light", "밝게"})
NEXT: Final = frozenset({"next", "다음"})
MOST: Final = 100_000
"""Bytes of a file with a QR code or a seed."""
STEP: Final = 30


def _qr(console: "Console", words: Sequence[str], _stamp: "Stamp") -> ConsoleResult:
    names = [word for word in words if word not in LIGHT]
    if len(names) != 1:
        return refused("qr-form", USAGE)
    path = Workspace(console.workspace).path_of(names[0])
    if not path.is_file():
        return refused("not-a-file", path=names[0])
    try:
        content = path.read_bytes() if path.stat().st_size <= MOST else b""
        modules = _drawn(console, content) or modules_of(content)
    except OSError as error:
        return refused("file-trouble", path=names[0], why=error.strerror or type(error).__name__)
    except NotAQrCode:
        return refused("not-a-qr", path=names[0])
    text = blocks(modules, light=len(names) < len(words))
    return replace(ConsoleResult(0, text), advice=Notice("qr", {"path": names[0]}))


def _drawn(console: "Console", content: bytes) -> tuple[tuple[bool, ...], ...] | None:
    """The code of the device whose seed a file holds as text; None if it holds none."""
    from tutor.account import address_of

    seed = content.decode("ascii", "replace").strip()
    for account, device in _all_devices(console):
        if device.seed == seed:
            import segno

            label = f"{device.name}@{account.alias or account.account_id}"
            matrix = segno.make(address_of(device.seed, label), error="m").matrix
            return tuple(tuple(bit == 1 for bit in row) for row in matrix)
    return None


def _code(console: "Console", words: Sequence[str], stamp: "Stamp") -> ConsoleResult:
    from tutor.account import code_at, step_of

    names = [word for word in words if word not in NEXT]
    devices = list(_all_devices(console))
    if len(names) > 1 or (not names and len(devices) != 1):
        return refused("code-form", USAGE, available=_named(devices))
    found = _device(devices, names[0]) if names else devices[0]
    if found is None:
        return refused("no-device", name=names[0], available=_named(devices))
    if len(names) < len(words):
        seconds = STEP - int(sandbox_time(console.sandbox).timestamp()) % STEP
        ahead = step_of(sandbox_time(console.sandbox)) + 1
        while ahead in found[1].used_steps:
            ahead, seconds = ahead + 1, seconds + STEP
        console.sandbox.save.advance_clock(seconds, line=stamp.line)
    device, step = found[1], step_of(sandbox_time(console.sandbox))
    used = step in device.used_steps
    one, two = (code_at(device.seed, step + ahead) for ahead in (0, 1))
    kind = "code-used" if used else "code"
    notice = Notice(kind, {"name": device.name})
    changed = len(names) < len(words)
    return ConsoleResult(0, f"{one} {two}\n", changed=changed, advice=notice)


def _mfa(console: "Console", words: Sequence[str], stamp: "Stamp") -> ConsoleResult:
    account = _root_here(console)
    if account is None:
        return refused("mfa-root-only")
    own = [(account, device) for device in account.mfa_devices.values()]
    if len(words) not in (1, 3):
        return refused("mfa-form", USAGE, available=_named(own))
    found = _device(own, words[0])
    if found is None:
        return refused("no-device", name=words[0], available=_named(own))
    if len(words) == len(("NAME", "CODE", "CODE")):
        return _enrolled(console, account, found[1], (words[1], words[2]), stamp)
    result = asked("ask.two-codes", secret=True, name=found[1].name)

    def answered(line: str, then: "Stamp") -> ConsoleResult:
        codes = line.split()
        here = console.sandbox.world.accounts[account.account_id]
        if len(codes) != len(("CODE", "CODE")) or found[1].serial not in here.mfa_devices:
            return refused("mfa-form", USAGE, available=_named(own))
        return _enrolled(console, here, here.mfa_devices[found[1].serial], (codes[0], codes[1]), then)

    assert result.question is not None
    console.shell.waiting = Waiting(result.question, answered)
    return result


def _enrolled(
    console: "Console", account: "Account", device: "MfaDevice", codes: tuple[str, str], stamp: "Stamp"
) -> ConsoleResult:
    from tutor.account.credentials import ROOT_OWNER

    again = device.owner == ROOT_OWNER
    parameters: dict[str, object] = {
        "SerialNumber": device.serial,
        "AuthenticationCode1": codes[0],
        "AuthenticationCode2": codes[1],
    }
    request = _request(account, "ResyncMFADevice" if again else "EnableMFADevice", parameters)
    recorded = console.sandbox.save.append(request, line=stamp.line)
    if recorded.error is None:
        return done("mfa-resynced" if again else "mfa-enabled", changed=True, name=device.name)
    if recorded.error.code == "EntityAlreadyExists":
        return refused("device-taken", name=device.name)
    if recorded.error.code == "LimitExceeded":
        return refused("devices-full")
    return refused("mfa-codes", name=device.name)


def _request(account: "Account", operation: str, parameters: dict[str, object]) -> "RequestRecord":
    from tutor.account import RequestRecord, caller_of
    from tutor.gateway.sandbox import CONSOLE_ADDRESS

    caller = caller_of(account, account.root)
    return RequestRecord("signin", operation, parameters, caller, None, CONSOLE_ADDRESS)


def _root_here(console: "Console") -> "Account | None":
    """The account whose root user `aws` lines are signed by; None while they are somebody else's."""
    world, signed_in = console.sandbox.world, console.shell.signed_in
    accounts = world.accounts
    exported = console.shell.environment().get("AWS_ACCESS_KEY_ID")
    if exported is not None:
        found = world.find_key(exported)
        return found[0] if found is not None and found[1] is found[0].root else None
    if signed_in is not None:
        place = signed_in.arn.split(":")
        return accounts.get(place[4]) if place[5] == "root" else None
    named = console.profile({})
    if named is None:
        return console.sandbox.account
    definition = console.sandbox.profiles.get(named, {})
    if not definition.get("root"):
        return None
    return accounts.get(str(definition.get("account") or console.sandbox.account.account_id))


def _all_devices(console: "Console") -> "Iterator[tuple[Account, MfaDevice]]":
    """The learner's devices first."""
    for account in console.sandbox.world.accounts.values():
        for device in account.mfa_devices.values():
            yield account, device


def _device(devices: "Iterable[tuple[Account, MfaDevice]]", name: str) -> "tuple[Account, MfaDevice] | None":
    """The first device of that name or serial number."""
    return next((found for found in devices if name in (found[1].serial, found[1].name)), None)


def _named(devices: "Iterable[tuple[Account, MfaDevice]]") -> str:
    return ", ".join(device.name for _, device in devices) or "-"


def _files(console: "Console", before: Sequence[str]) -> Iterable[str]:
    return LIGHT if before else Workspace(console.workspace).files()


def _names(console: "Console", before: Sequence[str]) -> Iterable[str]:
    return ("next",) if before else [device.name for _, device in _all_devices(console)]


def _roots(console: "Console", before: Sequence[str]) -> Iterable[str]:
    account = _root_here(console)
    return () if before or account is None else [device.name for device in account.mfa_devices.values()]


WORDS: Final = (
    Word("qr", "큐알", _qr, _files),
    Word("code", "코드", _code, _names),
    Word("mfa", "루트기기", _mfa, _roots, remote=False),
)
