"""Which policies there are, and which of them a file stands for."""

import json
import re
import shlex
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count, pairwise
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final

from tutor.app.models.editor_policies import Keeping, StoredPolicy, Target
from tutor.app.workspace_files import write_file

if TYPE_CHECKING:
    from tutor.account import Account
    from tutor.app.account_desk import Parts
    from tutor.gateway.sandbox import Sandbox

FILE: Final = re.compile(r"file://(?P<name>.+)")
KEPT_BY: Final = {
    "put-user-policy": (Keeping.USER, "--user-name"),
    "put-group-policy": (Keeping.GROUP, "--group-name"),
    "put-role-policy": (Keeping.ROLE, "--role-name"),
    "update-assume-role-policy": (Keeping.TRUST, "--role-name"),
    "create-role": (Keeping.TRUST, "--role-name"),
    "put-bucket-policy": (Keeping.BUCKET, "--bucket"),
}
"""Commands that give a policy to somebody, and the option that says to whom."""


def stored_policies(sandbox: "Sandbox") -> tuple[StoredPolicy, ...]:
    """Every policy of the learner's account that can be written anew."""
    return tuple(_stored(sandbox))


def _stored(sandbox: "Sandbox") -> Iterator[StoredPolicy]:
    from tutor.account.bucket_policies import bucket_policy_of
    from tutor.account.trust import trust_of

    world, account = sandbox.world, sandbox.account
    for policy in account.policies.values():
        uses = account.policy_uses.get(policy.arn)
        used = uses is not None and bool(uses.attached or uses.bounding)
        target = Target(Keeping.MANAGED, policy.name, arn=policy.arn)
        yield StoredPolicy(target, "identity", policy.default.text, policy.default_version, used)
    yield from _inline(account)
    for role in account.roles.values():
        yield StoredPolicy(Target(Keeping.TRUST, "", role.name), "trust", trust_of(world, role).text)
    for bucket in account.buckets.values():
        held = bucket_policy_of(world, bucket)
        if held is not None:
            yield StoredPolicy(Target(Keeping.BUCKET, "", bucket.name), "resource", held.text)
    organization = world.organization
    for control in organization.policies.values() if organization is not None else ():
        if organization is not None and not control.by_aws:
            kind = "scp" if control.type.startswith("SERVICE") else "rcp"
            arn = organization.arn_of(control)
            used = any(control.policy_id in ids for ids in organization.attached.values())
            target = Target(Keeping.CONTROL, control.name, control.policy_id, arn)
            yield StoredPolicy(target, kind, control.content.text, used=used)


def _inline(account: "Account") -> Iterator[StoredPolicy]:
    holders = (
        (Keeping.USER, account.users.values()),
        (Keeping.GROUP, account.groups.values()),
        (Keeping.ROLE, account.roles.values()),
    )
    for keeping, entities in holders:
        for entity in entities:
            for name, text in entity.inline.items():
                arn = entity.arn if keeping is Keeping.GROUP else ""
                yield StoredPolicy(Target(keeping, name, entity.name, arn), "identity", text.text)


def policy_of_file(
    name: str, text: str, stored: Sequence[StoredPolicy], lines: Sequence[str], chosen: str = ""
) -> StoredPolicy | None:
    """The policy that a file was written for; None if it is a new one.

    The one that was chosen for it; the one that a console line last took from it; one of the same content;
    one of its name. `lines` are console lines, the newest last.
    """
    by_key = {one.target.key: one for one in stored}
    if chosen in by_key:
        return by_key[chosen]
    for line in reversed(lines):
        if name in line and (target := _written_by(line, name)) in by_key:
            return by_key[target]
    content = _content(text)
    same = [one for one in stored if content is not None and _content(one.text) == content]
    if same:
        return same[0]
    stem = PurePosixPath(name).stem.lower()
    return next((one for one in stored if (one.target.name or one.target.holder).lower() == stem), None)


def _written_by(line: str, name: str) -> str:
    """The key of the policy that a console line wrote from the file; empty if it is no such line."""
    try:
        words = shlex.split(line)
    except ValueError:
        return ""
    found = [match["name"] for word in words if (match := FILE.fullmatch(word))]
    if name not in found:
        return ""
    options = dict(pairwise(words))
    command = words[2] if len(words) > 2 else ""
    policy = options.get("--policy-name", "")
    if command == "create-policy":
        return Target(Keeping.MANAGED, policy).key
    if command == "create-policy-version":
        return Target(Keeping.MANAGED, options.get("--policy-arn", "").rpartition("/")[2]).key
    if command not in KEPT_BY:
        return ""
    keeping, option = KEPT_BY[command]
    named = "" if keeping in {Keeping.TRUST, Keeping.BUCKET} else policy
    return Target(keeping, named, options.get(option, "")).key


def _content(text: str) -> object | None:
    try:
        content: object = json.loads(text)
    except ValueError:
        return None
    return content


def file_of(parts: "Parts", stored: StoredPolicy) -> str:
    """The name of a file of the workspace that holds the policy, laid out; a new one unless it is there.

    No file is overwritten; the editor will know whose policy it is. Raises OSError.
    """
    from tutor.app.editor_lines import policy_name_for
    from tutor.app.editor_shelf import Shelf
    from tutor.app.render.findings import laid_out

    folder = parts.console.workspace
    text = laid_out(stored.text) or stored.text
    stem = policy_name_for(stored.target.name or f"{stored.target.holder}-{stored.target.keeping}")
    numbered = (f"{stem}.json" if number == 1 else f"{stem}-{number}.json" for number in count(1))
    name = next(name for name in numbered if _is_free(folder / name, text))
    write_file(folder, name, text, None)
    shelf = Shelf(parts.folder)
    shelf.write(name, replace(shelf.read(name), policy=stored.target.key))
    return name


def _is_free(path: Path, text: str) -> bool:
    """There is no such file, or it holds the same."""
    try:
        return path.read_text(encoding="utf-8") == text
    except FileNotFoundError:
        return not path.is_symlink()
    except (OSError, UnicodeDecodeError):
        return False
