"""Profiles: the list of them, and what stands for `aws configure` here."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from tutor.gateway.result import ConsoleResult, asked, done, refused
from tutor.gateway.shell import Waiting
from tutor.gateway.words.options import read_options
from tutor.gateway.words.word import Word

if TYPE_CHECKING:
    from tutor.gateway.console import Console
    from tutor.gateway.stamp import Stamp

DEFAULT: Final = "default"
SETTINGS: Final = ("aws_access_key_id", "aws_secret_access_key", "aws_session_token", "region", "output")
SECRETS: Final = frozenset({"aws_secret_access_key", "aws_session_token"})
KEY_ID: Final = "aws_access_key_id"
ASKED: Final = ("aws_access_key_id", "aws_secret_access_key", "region", "output")
"""What `aws configure` asks for, in AWS's order."""
STARS: Final = "*" * 16
LAST: Final = 4
"""Signs of a key id that are shown."""
UNSET: Final = "<not set>"


def named_profile(environment: Mapping[str, str]) -> str | None:
    """The profile that variables name."""
    return environment.get("AWS_PROFILE") or environment.get("AWS_DEFAULT_PROFILE") or None


def _profiles(console: "Console", _words: Sequence[str], _stamp: "Stamp") -> ConsoleResult:
    sandbox = console.sandbox
    names = [name for name in sandbox.profiles if name in sandbox.profile_names]
    if not names:
        return done("no-profiles")
    current = console.profile({})
    width = max(map(len, names))
    rows = [
        f"{'*' if name == current else ' '} {name:{width}}  {_meaning(console, name)}\n"
        for name in sorted(names)
    ]
    return ConsoleResult(0, "".join(rows))


def _meaning(console: "Console", name: str) -> str:
    definition = console.sandbox.profiles[name]
    credentials = console.sandbox.credentials_of(name)
    account = console.sandbox.account
    if definition.get("root"):
        return account.root.arn
    user = account.users.get(str(definition["user"])) if "user" in definition else None
    who = f"{user.arn}  " if user is not None else ""
    return f"{who}{credentials.access_key_id if credentials else '-'}"


def configure(console: "Console", words: Sequence[str], profile: str | None, stamp: "Stamp") -> ConsoleResult:
    """`aws configure …`, kept in the save; `profile` is what --profile said before `configure`."""
    options, others = read_options(words, ("--profile",), "configure")
    name = options.get("--profile") or profile or named_profile(console.shell.environment()) or DEFAULT
    match others:
        case []:
            return _ask(console, name, {}, ASKED)
        case ["list"]:
            return _list(console, name)
        case ["list-profiles"]:
            return ConsoleResult(0, "".join(f"{each}\n" for each in console.sandbox.profile_names))
        case ["get", setting]:
            return _get(console, name, setting)
        case ["set", setting, value]:
            return _set(console, name, {setting: value}, stamp)
    return refused("configure", 255)


def _ask(console: "Console", name: str, given: Mapping[str, str], left: Sequence[str]) -> ConsoleResult:
    """Asks for one setting after another; an empty answer leaves a setting as it is."""
    setting, *later = left
    now = str(console.sandbox.profiles.get(name, {}).get(setting, ""))
    result = asked(f"ask.{setting}", secret=setting in SECRETS, now=_masked(setting, now) or "None")

    def answered(line: str, stamp: "Stamp") -> ConsoleResult:
        taken = {**given, **({setting: line.strip()} if line.strip() else {})}
        return _ask(console, name, taken, later) if later else _set(console, name, taken, stamp)

    assert result.question is not None
    console.shell.waiting = Waiting(result.question, answered)
    return result


def _set(console: "Console", name: str, given: Mapping[str, str], stamp: "Stamp") -> ConsoleResult:
    for setting in given:
        if setting not in SETTINGS:
            return refused("no-setting", 255, setting=setting, available=", ".join(SETTINGS))
    before = console.sandbox.profiles.get(name, {})
    kept = {setting: before[setting] for setting in SETTINGS if setting in before}
    if not {KEY_ID, *SECRETS} & given.keys():
        kept = dict(before)  # a region or output for a profile that signs as it did
    if given:
        console.sandbox.save.set_profile(name, {**kept, **given}, line=stamp.line)
    return done("configured", changed=bool(given), name=name)


def _get(console: "Console", name: str, setting: str) -> ConsoleResult:
    if name not in console.sandbox.profile_names and name != DEFAULT:
        return _not_found(name)
    if setting in SECRETS:
        return refused("secret-kept", 255, setting=setting)
    value = _value(console, name, setting)
    return ConsoleResult(0, f"{value}\n") if value else ConsoleResult(1)


def _list(console: "Console", name: str) -> ConsoleResult:
    if name not in console.sandbox.profile_names and name != DEFAULT:
        return _not_found(name)
    rows = [("Name", "Value", "Type", "Location"), ("----", "-----", "----", "--------")]
    rows.append(("profile", name, "save" if name in console.sandbox.profiles else "None", "None"))
    shown = {"access_key": KEY_ID, "secret_key": "aws_secret_access_key", "region": "region"}
    for label, setting in shown.items():
        value = _masked(setting, _value(console, name, setting))
        rows.append((label, value or UNSET, "save" if value else "None", "None"))
    return ConsoleResult(0, "".join(f"{a:>10} {b:>24} {c:>16}    {d}\n" for a, b, c, d in rows))


def _not_found(name: str) -> ConsoleResult:
    return ConsoleResult(255, "", f"\nThe config profile ({name}) could not be found\n")


def _value(console: "Console", name: str, setting: str) -> str:
    if setting in (KEY_ID, "aws_secret_access_key", "aws_session_token"):
        credentials = console.sandbox.credentials_of(name) if name in console.sandbox.profiles else None
        if credentials is None:
            return ""
        values = {KEY_ID: credentials.access_key_id, "aws_session_token": credentials.session_token}
        return values.get(setting, credentials.secret_access_key) or ""
    return str(console.sandbox.profiles.get(name, {}).get(setting, ""))


def _masked(setting: str, value: str) -> str:
    if not value or setting not in (KEY_ID, *SECRETS):
        return value
    return STARS + value[-LAST:] if setting == KEY_ID else STARS


WORDS: Final = (Word("profiles", "프로필", _profiles),)
