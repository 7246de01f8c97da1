"""The shell of an instance: ssh, exit."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from tutor.gateway.instance_role import fetched, holds, role_of, running_instance
from tutor.gateway.notices import Refused
from tutor.gateway.result import USAGE, ConsoleResult, done, refused
from tutor.gateway.shell import Remote
from tutor.gateway.words.word import Word

if TYPE_CHECKING:
    from tutor.account.compute import Instance
    from tutor.gateway.console import Console
    from tutor.gateway.stamp import Stamp
    from tutor.gateway.vendored import Credentials


def _ssh(console: "Console", words: Sequence[str], stamp: "Stamp") -> ConsoleResult:
    if len(words) != 1 or words[0].startswith("-"):
        return refused("ssh-form", USAGE)
    named = words[0].rpartition("@")[2]
    instance = running_instance(console.sandbox, named)
    if instance is None:
        return refused("no-instance", 255, instance=named)
    console.shell.enter(Remote(instance.instance_id))
    here, credentials = on_instance(console, stamp)
    role = role_of(console.sandbox, here)
    if role is None or credentials is None:
        kind = "on-instance-alone" if role is None else "on-instance-untrusted"
        return done(kind, instance=here.instance_id, role=(role or "").rpartition("/")[2])
    return done("on-instance", changed=True, instance=here.instance_id, role=role.rpartition("/")[2])


def on_instance(console: "Console", stamp: "Stamp") -> "tuple[Instance, Credentials | None]":
    """The instance whose shell this is, and its role's credentials, new ones if those it had are of no use.

    Raises Refused, and the shell is left, if the instance no longer runs.
    """
    remote, sandbox = console.shell.remote, console.sandbox
    assert remote is not None, "this is the shell of an instance"
    instance = running_instance(sandbox, remote.instance_id)
    if instance is None:
        console.shell.leave()
        raise Refused("instance-gone", instance=remote.instance_id)
    role_arn = role_of(sandbox, instance)
    if not holds(sandbox, remote.credentials, role_arn):
        credentials = fetched(sandbox, instance, role_arn, stamp.line) if role_arn is not None else None
        console.shell.remote = Remote(remote.instance_id, credentials, remote.outside)
        return instance, credentials
    return instance, remote.credentials


def _exit(console: "Console", _words: Sequence[str], _stamp: "Stamp") -> ConsoleResult:
    if console.shell.remote is None:
        return refused("not-on-an-instance")
    return done("left-instance", instance=console.shell.leave())


def _instances(console: "Console", before: Sequence[str]) -> Iterable[str]:
    return () if before else console.sandbox.account.compute.instances


WORDS: Final = (
    Word("ssh", "접속", _ssh, _instances, remote=False),
    Word("exit", "나가기", _exit),
)
