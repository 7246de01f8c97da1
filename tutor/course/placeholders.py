"""What an author cannot know beforehand: `{key:jun:1}` in a line stands for an id of this very account.

The same names keep compiled start lines free of ids: another save has others.
"""

import json
import re
from base64 import urlsafe_b64decode
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from .goals.credentials import keys_made
from .goals.references import Reference

if TYPE_CHECKING:
    from datetime import datetime

    from tutor.account import Account
    from tutor.account.credentials import MfaDevice
    from tutor.account.organization import Organization
    from tutor.gateway import Sandbox

PLACE: Final = re.compile(r"\{([a-z-]+):([^{}\s]+)\}")


class NoSuchThing(LookupError):
    """A placeholder that stands for nothing in the account."""

    def __init__(self, placeholder: str) -> None:
        super().__init__(placeholder)
        self.placeholder = placeholder


def resolved(line: str, sandbox: "Sandbox", home: str) -> str:
    """The line with its placeholders filled in from the account `home`; raises NoSuchThing."""
    return line if PLACE.search(line) is None else _put(line, _Finder(sandbox, home))


def resolved_together(lines: Sequence[str], sandbox: "Sandbox", home: str) -> tuple[str, ...]:
    """Lines to be typed one after the other, whose codes follow on each other.

    What is not there yet, such as the code of a device that an earlier line makes, is named: `CODE`.
    """
    finder = _Finder(sandbox, home)
    return tuple(_put(line, finder, named=True) for line in lines)


def _put(line: str, finder: "_Finder", *, named: bool = False) -> str:
    def put(found: re.Match[str]) -> str:
        find = FINDERS.get(found[1])
        value = find(finder, found[2]) if find is not None else None
        if find is None:
            return found[0]
        if value is None and not named:
            raise NoSuchThing(found[0])
        return found[1].upper() if value is None else value

    return PLACE.sub(put, line)


def without_ids(row: dict[str, Any], sandbox: "Sandbox", home: str) -> dict[str, Any]:
    """JSON data with the ids of this save replaced by placeholders."""
    names = {value: name for name, value in _Finder(sandbox, home).known()}
    text = json.dumps(row, ensure_ascii=False)
    if not names or not any(value in text for value in names):
        return row
    pattern = "|".join(re.escape(value) for value in sorted(names, key=len, reverse=True))
    filled: dict[str, Any] = json.loads(re.sub(pattern, lambda found: names[found[0]], text))
    return filled


def with_ids(row: Mapping[str, Any], sandbox: "Sandbox", home: str, at: "datetime") -> Mapping[str, Any]:
    """JSON data with its placeholders filled in from this save, tokens as they were given at that time."""
    text = json.dumps(row, ensure_ascii=False)
    if PLACE.search(text) is None:
        return row
    filled: dict[str, Any] = json.loads(_put(text, _Finder(sandbox, home, at=at)))
    return filled


def token_place(token: str) -> str:
    """The placeholder of a provider's token, by whom and for whom it was given; any other text as it is."""
    try:
        body = token.split(".")[1]
        claims = json.loads(urlsafe_b64decode(body + "=" * (-len(body) % 4)))
        return f"{{token:{claims['sub']}:{claims['aud']}}}"
    except (ValueError, LookupError, TypeError):
        return token


@dataclass(slots=True)
class _Finder:
    """Finds what placeholders stand for; codes of one line follow on each other."""

    sandbox: "Sandbox"
    home: str
    codes: dict[str, int] = field(default_factory=dict)
    """The step of the last code given, by device."""
    at: "datetime | None" = None
    """When tokens are given; now if it is left out."""

    def account(self, reference: Reference) -> "Account | None":
        return self.sandbox.world.accounts.get(reference.account_id)

    def read(self, name: str) -> Reference:
        """`theo@222222222222` as a user's name."""
        plain, _, account_id = name.rpartition("@")
        if not plain or not account_id.isdecimal():
            plain, account_id = name, self.home
        return Reference("user", plain, account_id)

    def key(self, named: str) -> str | None:
        """The n-th key that a user was given: `jun:1`."""
        name, _, number = named.partition(":")
        who = self.read(name)
        made = keys_made(self.sandbox.save, who.account_id, who.name)
        place = int(number or 1) if (number or "1").isdecimal() else 0
        return made[place - 1] if 0 < place <= len(made) else None

    def secret(self, named: str) -> str | None:
        key_id = self.key(named)
        found = self.sandbox.world.find_key(key_id) if key_id is not None else None
        return found[2].secret if found is not None else None

    def code(self, named: str) -> str | None:
        """The next code of the newest device of a user, or of the device with that name."""
        from tutor.account import code_at, step_of

        device = self._device(self.read(named))
        if device is None:
            return None
        first = max(
            [step_of(self.sandbox.world.now) - 1, *device.used_steps, self.codes.get(device.serial, 0)]
        )
        self.codes[device.serial] = first + 1
        return code_at(device.seed, first + 1)

    def used_code(self, named: str) -> str | None:
        """The code that was given or used last, which is never good again."""
        from tutor.account import code_at

        device = self._device(self.read(named))
        if device is None:
            return None
        step = self.codes.get(device.serial, max(device.used_steps, default=0))
        return code_at(device.seed, step) if step else None

    def _device(self, who: Reference) -> "MfaDevice | None":
        account = self.account(who)
        devices = list(account.mfa_devices.values()) if account is not None else []
        owner = "" if who.name == "root" else who.name
        mine = [device for device in devices if device.owner == owner]
        named = [device for device in devices if device.name == who.name]
        return max(mine or named, key=lambda device: device.created, default=None)

    def instance(self, named: str) -> str | None:
        who = self.read(named)
        account = self.account(who)
        alive = account.compute.instances.values() if account is not None else ()
        found = [one for one in alive if one.state != "terminated" and one.tags.get("Name") == who.name]
        return found[-1].instance_id if found else None

    def association(self, named: str) -> str | None:
        who = self.read(named)
        account = self.account(who)
        for one in account.compute.instances.values() if account is not None else ():
            if one.tags.get("Name") == who.name and one.profile is not None:
                return one.profile.association_id
        return None

    def job(self, named: str) -> str | None:
        """The newest last-accessed job about a user, a role or a policy of that name."""
        who = self.read(named)
        account = self.account(who)
        jobs = list(account.access_jobs.values()) if account is not None else []
        found = [job for job in jobs if job.arn.rpartition("/")[2] == who.name]
        return found[-1].job_id if found else None

    def token(self, named: str) -> str | None:
        """What the identity provider gives somebody of the directory: `arin`, or `arin:audience`."""
        from tutor.gateway.words.staff import ticket

        name, _, audience = named.partition(":")
        world = self.sandbox.world
        person = world.directory.get(name)
        accounts = sorted(world.accounts, key=lambda account_id: account_id != self.home)
        providers = [one for number in accounts for one in world.accounts[number].oidc_providers.values()]
        if person is None or not providers:
            return None
        return ticket(providers[0], person, audience or None, self.at or world.now)

    # The organization

    @property
    def organization(self) -> "Organization | None":
        return self.sandbox.world.organization

    def organization_root(self, _named: str) -> str | None:
        return self.organization.root_id if self.organization is not None else None

    def unit(self, named: str) -> str | None:
        units = self.organization.units.values() if self.organization is not None else ()
        return next((unit.unit_id for unit in units if unit.name == named), None)

    def control_policy(self, named: str) -> str | None:
        policies = self.organization.policies.items() if self.organization is not None else ()
        return next((policy_id for policy_id, policy in policies if policy.name == named), None)

    def known(self) -> Iterator[tuple[str, str]]:
        """Placeholders with what they stand for: everything that another save names otherwise."""
        for account_id, account in self.sandbox.world.accounts.items():
            where = "" if account_id == self.home else f"@{account_id}"
            for user in (*account.users, "root"):
                for number, key_id in enumerate(keys_made(self.sandbox.save, account_id, user), start=1):
                    yield f"{{key:{user}{where}:{number}}}", key_id
            for instance in account.compute.instances.values():
                name = instance.tags.get("Name")
                if name is not None and instance.state != "terminated":
                    yield f"{{instance:{name}{where}}}", instance.instance_id
                    if instance.profile is not None:
                        yield f"{{association:{name}{where}}}", instance.profile.association_id
        if self.organization is not None:
            yield "{organization:root}", self.organization.root_id
            yield from ((f"{{unit:{unit.name}}}", unit.unit_id) for unit in self.organization.units.values())
            for policy_id, policy in self.organization.policies.items():
                yield f"{{control-policy:{policy.name}}}", policy_id


FINDERS: Final[Mapping[str, Callable[[_Finder, str], str | None]]] = {
    "key": _Finder.key,
    "secret": _Finder.secret,
    "code": _Finder.code,
    "used-code": _Finder.used_code,
    "instance": _Finder.instance,
    "association": _Finder.association,
    "job": _Finder.job,
    "token": _Finder.token,
    "organization": _Finder.organization_root,
    "unit": _Finder.unit,
    "control-policy": _Finder.control_policy,
}
