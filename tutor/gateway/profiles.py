"""Console profiles: whose keys `--profile` signs with, served from memory."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final, TypedDict

from tutor.gateway.authenticate import ConsoleKey
from tutor.gateway.vendored import Credentials

if TYPE_CHECKING:
    from tutor.account import AccessKey, Account, Save

ProfileDefinition = TypedDict(
    "ProfileDefinition",
    {"user": str, "root": bool, "wrong-secret": bool, "unknown-key": bool},
    total=False,
)
"""`{"user": NAME}`, `{"root": true}` or `{"unknown-key": true}`; `wrong-secret` spoils the last letter."""

STRANGER: Final = Credentials("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY")
"""AWS's own example key, which no account has."""


class Profiles:
    """The profiles of one save and the keys behind them."""

    def __init__(self, save: "Save") -> None:
        self._save = save

    @property
    def account(self) -> "Account":
        """The learner's account, the first one."""
        return next(iter(self._save.world.accounts.values()))

    @property
    def definitions(self) -> Mapping[str, Mapping[str, object]]:
        """All profiles by name, also those whose user is not there yet."""
        return self._save.world.profiles

    @property
    def names(self) -> tuple[str, ...]:
        """The profiles that the CLI can find: those of a user only while the user exists."""
        return tuple(name for name, definition in self.definitions.items() if self._is_there(definition))

    @property
    def console_keys(self) -> Mapping[str, ConsoleKey]:
        """The console's own root keys by id, one an account; they are no access keys of the account."""
        keys = (
            self._console_key(number, account_id)
            for number, account_id in enumerate(self._save.world.accounts)
        )
        return {key.access_key_id: key for key in keys}

    def credentials_of(self, profile: str | None) -> Credentials | None:
        """The key of a profile, None names root; the result is None if the user has no key."""
        definition: Mapping[str, object] = (
            {"root": True} if profile is None else self.definitions.get(profile, {})
        )
        if definition.get("root"):
            key = self._console_key(0, self.account.account_id)
            return Credentials(key.access_key_id, _secret(definition, key.secret))
        if definition.get("unknown-key"):
            return STRANGER
        user = self.account.users.get(str(definition.get("user")))
        chosen = _newest(user.keys.values()) if user else None
        if chosen is None:
            return None
        return Credentials(chosen.key_id, _secret(definition, chosen.secret))

    def authenticates(self, profile: str) -> str | None:
        """The error code that a query service gives to this profile's requests; None if they get in."""
        credentials = self.credentials_of(profile)
        if credentials is None:
            return "NoCredentials"
        if console_key := self.console_keys.get(credentials.access_key_id):
            return None if console_key.secret == credentials.secret_access_key else "SignatureDoesNotMatch"
        found = self._save.world.find_key(credentials.access_key_id)
        if found is None or not found[2].active:
            return "InvalidClientTokenId"
        return None if found[2].secret == credentials.secret_access_key else "SignatureDoesNotMatch"

    def _is_there(self, definition: Mapping[str, object]) -> bool:
        name = definition.get("user")
        return name is None or str(name) in self.account.users

    def _console_key(self, number: int, account_id: str) -> ConsoleKey:
        mint = self._save.mint(-1 - number)
        return ConsoleKey(mint.access_key_id(), mint.secret(), account_id)


def _newest(keys: "Iterable[AccessKey]") -> "AccessKey | None":
    return max(keys, key=lambda key: (key.active, key.created), default=None)


def _secret(definition: Mapping[str, object], secret: str) -> str:
    """The secret as the profile holds it."""
    return _spoilt(secret) if definition.get("wrong-secret") else secret


def _spoilt(secret: str) -> str:
    return secret[:-1] + ("A" if secret[-1] != "A" else "B")
