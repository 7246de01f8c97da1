"""`keep NAME`: the credentials of the last answer as a profile, so that nobody copies a token by hand."""

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from tutor.gateway.result import ConsoleResult, done, refused
from tutor.gateway.vendored import Credentials
from tutor.gateway.words.word import Word

if TYPE_CHECKING:
    from tutor.gateway.console import Console
    from tutor.gateway.stamp import Stamp

__all__ = ["WORDS", "credentials_in"]

WRAPPERS: Final = ("Credentials", "AccessKey")
"""Where an answer holds credentials: of a session, and of a new access key."""


def credentials_in(answer: str) -> Credentials | None:
    """The credentials that an answer in JSON gives; None if there are none in it."""
    if '"SecretAccessKey"' not in answer:
        return None
    try:
        read = json.loads(answer)
    except ValueError:
        return None
    found = read if isinstance(read, dict) else {}
    held: object = next((found[name] for name in WRAPPERS if name in found), found)
    if not isinstance(held, dict) or not isinstance(held.get("SecretAccessKey"), str):
        return None
    token = held.get("SessionToken")
    return Credentials(
        str(held.get("AccessKeyId", "")), str(held["SecretAccessKey"]), str(token) if token else None
    )


def _keep(console: "Console", words: Sequence[str], stamp: "Stamp") -> ConsoleResult:
    if len(words) != 1 or words[0].startswith("-"):
        return refused("keep-form")
    given = console.shell.given
    if given is None:
        return refused("nothing-to-keep")
    settings = {"aws_access_key_id": given.access_key_id, "aws_secret_access_key": given.secret_access_key}
    if given.session_token:
        settings["aws_session_token"] = given.session_token
    console.sandbox.save.set_profile(words[0], settings, line=stamp.line)
    whose = _whose(console, given.access_key_id)
    return done("kept", changed=True, name=words[0], key=given.access_key_id, whose=whose)


def _whose(console: "Console", key_id: str) -> str:
    """`user/yuna`, `assumed-role/album-pickup/theo`: who acts with a key."""
    world = console.sandbox.world
    session = world.find_session(key_id)
    if session is not None:
        return session.arn.rpartition(":")[2]
    found = world.find_key(key_id)
    return found[1].arn.rpartition(":")[2] if found is not None else "-"


WORDS: Final = (Word("keep", "간직", _keep),)
