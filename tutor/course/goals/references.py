"""Who a lesson speaks of: `user/yuna`, `role/deploy@222222222222`, taken apart."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tutor.account import Caller


@dataclass(frozen=True, slots=True)
class Reference:
    """A principal of one account; anonymous callers and services belong to none."""

    kind: str
    name: str
    account_id: str

    @classmethod
    def read(cls, text: str, home: str) -> "Reference":
        """What `text` names, in the account `home` unless it names another."""
        plain, _, account_id = text.rpartition("@")
        if not plain or not account_id.isdecimal():
            plain, account_id = text, home
        kind, _, name = plain.partition("/")
        return cls(kind, name, account_id)

    @property
    def plain(self) -> str:
        """Without the account: `user/yuna`, `root`."""
        return f"{self.kind}/{self.name}" if self.name else self.kind

    def written(self, home: str) -> str:
        """As a lesson writes it, with the account only if it is another than `home`."""
        return self.plain if self.account_id in {home, ""} else f"{self.plain}@{self.account_id}"


def reference_of(caller: "Caller") -> Reference:
    """Whom a recorded caller stands for; a session counts as its role."""
    principal = caller.principal
    if principal.kind.value == "AssumedRole":
        return Reference("role", principal.arn.split("/")[1], principal.account)
    if principal.kind.value == "Root":
        return Reference("root", "", principal.account)
    if caller.name is not None and principal.account:
        return Reference("user", caller.name, principal.account)
    return Reference("anonymous", "", "")
