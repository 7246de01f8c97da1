"""Console profiles: whose keys `--profile` signs with, served from memory."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final, TypedDict

from tutor.gateway.keys import ConsoleKey, KeyRing
from tutor.gateway.refusals import Unauthenticated
from tutor.gateway.vendored import Credentials

if TYPE_CHECKING:
    from tutor.account import AccessKey, Account, Save

ProfileDefinition = TypedDict(
    "ProfileDefinition",
    {
        "user": str,
        "root": bool,
        "account": str,
        "wrong-secret": bool,
        "unknown-key": bool,
        "aws_access_key_id": str,
        "aws_secret_access_key": str,
        "aws_session_token": str,
        "region": str,
        "output": str,
    },
    total=False,
)
"""`{"user": NAME}`, `{"root": true}` or `{"unknown-key": true}`; `wrong-secret` spoils the last letter.

User and root are the learner's account's, unless `account` says whose.
A profile that `aws configure` made has the settings by the names that AWS's own files give them.
"""

STRANGER: Final = Credentials("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY")
"""AWS's own example key, which no account has."""


class Profiles:
    """The profiles of one save and the keys behind them."""

    def __init__(self, save: "Save", root_key: Credentials | None = None) -> None:
        self._save, self._root_key = save, root_key

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
            key = self._console_key_of(self._account_of(definition).account_id)
            return Credentials(key.access_key_id, _secret(definition, key.secret))
        if definition.get("unknown-key"):
            return STRANGER
        if "user" not in definition:
            return _typed(definition)
        user = self._account_of(definition).users.get(str(definition.get("user")))
        chosen = _newest(user.keys.values()) if user else None
        if chosen is None:
            return None
        return Credentials(chosen.key_id, _secret(definition, chosen.secret))

    def authenticates(self, profile: str) -> str | None:
        """The error code that a query service gives to this profile's requests; None if they get in."""
        credentials = self.credentials_of(profile)
        if credentials is None:
            return "NoCredentials"
        keys = KeyRing(self._save.world, self.console_keys, self._save.world.now)
        try:
            signer = keys.signer(credentials.access_key_id, credentials.session_token, "iam")
        except Unauthenticated as refusal:
            return refusal.failure.code
        return None if signer.secret == credentials.secret_access_key else "SignatureDoesNotMatch"

    def _is_there(self, definition: Mapping[str, object]) -> bool:
        name = definition.get("user")
        return name is None or str(name) in self._account_of(definition).users

    def _account_of(self, definition: Mapping[str, object]) -> "Account":
        return self._save.world.accounts.get(str(definition.get("account"))) or self.account

    def _console_key_of(self, account_id: str) -> ConsoleKey:
        return self._console_key(list(self._save.world.accounts).index(account_id), account_id)

    def _console_key(self, number: int, account_id: str) -> ConsoleKey:
        if number == 0 and self._root_key is not None:
            return ConsoleKey(self._root_key.access_key_id, self._root_key.secret_access_key, account_id)
        mint = self._save.mint(-1 - number)
        return ConsoleKey(mint.access_key_id(), mint.secret(), account_id)


def _typed(definition: Mapping[str, object]) -> Credentials | None:
    """The key that was given to `aws configure`; None as long as a half of it is missing."""
    key_id, secret = definition.get("aws_access_key_id"), definition.get("aws_secret_access_key")
    token = definition.get("aws_session_token")
    if not key_id or not secret:
        return None
    return Credentials(str(key_id), str(secret), str(token) if token else None)


def _newest(keys: "Iterable[AccessKey]") -> "AccessKey | None":
    return max(keys, key=lambda key: (key.active, key.created), default=None)


def _secret(definition: Mapping[str, object], secret: str) -> str:
    """The secret as the profile holds it."""
    return _spoilt(secret) if definition.get("wrong-secret") else secret


def _spoilt(secret: str) -> str:
    return secret[:-1] + ("A" if secret[-1] != "A" else "B")
