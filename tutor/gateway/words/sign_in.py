"""The console's door: sign-in with a password and a code, sign-out."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from tutor.gateway.result import USAGE, ConsoleResult, advised, asked, done, refused
from tutor.gateway.shell import SignedIn, Waiting
from tutor.gateway.vendored import Credentials
from tutor.gateway.words.clock import sandbox_time
from tutor.gateway.words.options import read_options
from tutor.gateway.words.word import Word

if TYPE_CHECKING:
    from tutor.account import Account, RequestRecord, RootUser, User
    from tutor.gateway.console import Console
    from tutor.gateway.stamp import Stamp

OPTIONS: Final = ("--root", "--account", "--user", "--password", "--code")
FAILED: Final = "Failed authentication"
"""What CloudTrail has as the error of such an event."""
LONGEST_ADDRESS: Final = 320


@dataclass(frozen=True, slots=True)
class _Visitor:
    """Somebody at the door, and what they have said so far."""

    console: "Console"
    account: "Account | None"
    name: str
    """The user's name, or the root user's e-mail address."""
    root: bool
    password: str = ""
    code: str = ""
    own_page: bool = False
    """The account was not named: the visitor came by this account's own sign-in address."""

    @property
    def owner(self) -> "User | RootUser | None":
        if self.account is None:
            return None
        return self.account.root if self.root else self.account.users.get(self.name)

    def come(self, stamp: "Stamp") -> ConsoleResult:
        """As far in as what was said leads."""
        if self.root and self.account is not None and self.account.root.login is None:
            return self._open_account(stamp)
        if not self.password:
            return self._ask("ask.password", lambda visitor, line: replace(visitor, password=line))
        if not self._known():
            return self._turned_away("sign-in-failed", stamp)
        policy = self.account.password_policy if self.account is not None else None
        if policy is not None and policy.hard_expiry and self._expired():
            return self._turned_away("password-expired", stamp)
        if self._devices() and not self.code:
            return self._ask("ask.code", lambda visitor, line: replace(visitor, code=line.replace(" ", "")))
        return self._let_in(stamp)

    def _open_account(self, stamp: "Stamp") -> ConsoleResult:
        """The root user has no password yet: it is chosen now, as when an account is opened."""
        if "@" not in self.name or " " in self.name or len(self.name) > LONGEST_ADDRESS:
            return refused("address-form", USAGE, address=self.name)
        if not self.password:
            return self._ask("ask.first-password", lambda visitor, line: replace(visitor, password=line))
        request = self._request("SetRootPassword", {"Email": self.name, "Password": self.password})
        if self.console.sandbox.save.append(request, line=stamp.line).error is not None:
            return refused("password-weak")
        assert self.account is not None
        opened = self.console.sandbox.world.accounts[self.account.account_id]
        return replace(self, account=opened).come(stamp)

    def _known(self) -> bool:
        from tutor.account.passwords import matches

        owner = self.owner
        login = owner.login if owner is not None else None
        if login is None or (self.root and getattr(owner, "email", None) != self.name):
            return False
        return matches(self.password, login.password)

    def _expired(self) -> bool:
        """The password is older than the account allows; the root user's never is."""
        owner, account = self.owner, self.account
        if self.root or owner is None or owner.login is None or account is None:
            return False
        policy = account.password_policy
        now = sandbox_time(self.console.sandbox)
        return owner.login.expired(now, policy.max_age if policy is not None else None)

    def _devices(self) -> Sequence[str]:
        return getattr(self.owner, "devices", ())

    def _let_in(self, stamp: "Stamp") -> ConsoleResult:
        from tutor.account import ServiceError, check_mfa

        save = self.console.sandbox.save
        request = self._with_code()
        assert request.caller is not None, "they are known"
        try:
            check_mfa(self.console.sandbox.world, request.caller, request.parameters)
            recorded = save.append(request, line=stamp.line)
        except ServiceError:
            return self._turned_away("sign-in-code", stamp, _code_in(request))
        given, owner = recorded.result["Credentials"], self.owner
        assert isinstance(given, dict), "the sign-in was performed"
        assert owner is not None, "the password was theirs"
        credentials = Credentials(given["AccessKeyId"], given["SecretAccessKey"], given["SessionToken"])
        if not self.root and owner.login is not None and (owner.login.reset_required or self._expired()):
            return self._ask_new_password(credentials)
        self.console.shell.signed_in = SignedIn(owner.arn, credentials)
        inside = done("signed-in", changed=True, arn=owner.arn, until=f"{given['Expiration']:%H:%M}")
        if not self.own_page or self.account is None:
            return inside
        return advised(inside, "own-sign-in-page", account=self.account.alias or self.account.account_id)

    def _with_code(self) -> "RequestRecord":
        """The sealed sign-in with the device whose code it is; with the last device if it is none's."""
        parameters: dict[str, object] = {"Email" if self.root else "UserName": self.name}
        tried = [self._request("ConsoleLogin", parameters)]
        for serial in self._devices():
            code = {"SerialNumber": serial, "TokenCode": self.code}
            tried.append(self._request("ConsoleLogin", {**parameters, **code}))
        sealed = [self.console.sandbox.save.seal(request) for request in tried[1:] or tried]
        for request in sealed[:-1]:
            token = request.parameters["TokenCode"]
            if isinstance(token, dict) and token["step"] is not None:
                return request
        return sealed[-1]

    def _ask_new_password(self, credentials: Credentials) -> ConsoleResult:
        result = asked("ask.new-password", secret=True)

        def answered(line: str, stamp: "Stamp") -> ConsoleResult:
            words = ["iam", "change-password", "--old-password", self.password, "--new-password", line]
            changed = self.console.call(words, credentials, stamp)
            if changed.rc:
                denied = "(AccessDenied)" in changed.stderr
                return advised(changed, "password-denied" if denied else "password-refused")
            assert self.owner is not None
            self.console.shell.signed_in = SignedIn(self.owner.arn, credentials)
            return done("password-changed", changed=True, arn=self.owner.arn)

        assert result.question is not None
        self.console.shell.waiting = Waiting(result.question, answered)
        return result

    def _request(self, operation: str, parameters: dict[str, object]) -> "RequestRecord":
        from tutor.account import RequestRecord, caller_of
        from tutor.gateway.sandbox import CONSOLE_ADDRESS

        assert self.account is not None
        assert self.owner is not None
        caller = caller_of(self.account, self.owner)
        return RequestRecord("signin", operation, parameters, caller, None, CONSOLE_ADDRESS)

    def _turned_away(
        self, kind: str, stamp: "Stamp", code: Mapping[str, object] = MappingProxyType({})
    ) -> ConsoleResult:
        """Neither the answer nor the history shows which of the two was wrong; a refused code is sealed."""
        from tutor.account import RequestRecord
        from tutor.gateway.sandbox import CONSOLE_ADDRESS

        parameters = {"Email" if self.root else "UserName": self.name, **code}
        request = RequestRecord("signin", "ConsoleLogin", parameters, None, None, CONSOLE_ADDRESS)
        self.console.sandbox.save.append(replace(request, error=FAILED), line=stamp.line)
        return refused(kind)

    def _ask(self, kind: str, said: "Callable[[_Visitor, str], _Visitor]") -> ConsoleResult:
        result = asked(kind, secret=True)

        def answered(line: str, stamp: "Stamp") -> ConsoleResult:
            if not line.strip():
                return refused("sign-in-left")
            accounts = self.console.sandbox.world.accounts
            account = accounts.get(self.account.account_id) if self.account is not None else None
            typed = line.encode("utf-8", "replace").decode()
            return said(replace(self, account=account), typed).come(stamp)

        assert result.question is not None
        self.console.shell.waiting = Waiting(result.question, answered)
        return result


def _code_in(request: "RequestRecord") -> Mapping[str, object]:
    """The device and the step of a sealed code, its digits masked."""
    from tutor.account.mfa import code_and_step
    from tutor.account.seal import MASK

    if "TokenCode" not in request.parameters:
        return {}
    step = code_and_step(request.parameters["TokenCode"])[1]
    return {
        "SerialNumber": request.parameters["SerialNumber"],
        "TokenCode": {"code": MASK, "step": step},
    }


def _sign_in(console: "Console", words: Sequence[str], stamp: "Stamp") -> ConsoleResult:
    options, others = read_options(words, OPTIONS, "sign-in-form")
    address, name = options.get("--root"), options.get("--user")
    if others or (address is None) == (name is None) or (address is not None and "--account" in options):
        return refused("sign-in-form", USAGE)
    account = _account_at(console, address) if address else _account(console, options.get("--account"))
    visitor = _Visitor(
        console,
        account,
        address or name or "",
        address is not None,
        options.get("--password", "").encode("utf-8", "replace").decode(),
        options.get("--code", ""),
        own_page=address is None and "--account" not in options,
    )
    return visitor.come(stamp)


def _account_at(console: "Console", address: str) -> "Account | None":
    """The account that the organization made for an e-mail address; else the learner's own."""
    world = console.sandbox.world
    members = world.organization.members.values() if world.organization is not None else ()
    made = next((one.account_id for one in members if one.created and one.email == address), None)
    return world.accounts[made] if made is not None else console.sandbox.account


def _account(console: "Console", named: str | None) -> "Account | None":
    """By id or alias; the learner's if none is named."""
    if named is None:
        return console.sandbox.account
    accounts = console.sandbox.world.accounts
    return accounts.get(named) or next((one for one in accounts.values() if one.alias == named), None)


def _sign_out(console: "Console", _words: Sequence[str], _stamp: "Stamp") -> ConsoleResult:
    if console.shell.signed_in is None:
        return refused("not-signed-in")
    console.shell.signed_in = None
    return done("signed-out")


def _options(console: "Console", before: Sequence[str]) -> Iterable[str]:
    match before[-1] if before else "":
        case "--account":
            accounts = console.sandbox.world.accounts.values()
            return [*(one.account_id for one in accounts), *(one.alias for one in accounts if one.alias)]
        case "--user":
            return console.sandbox.account.users
        case "--root" | "--password" | "--code":
            return ()
    return OPTIONS


WORDS: Final = (
    Word("sign-in", "로그인", _sign_in, _options, remote=False),
    Word("sign-out", "로그아웃", _sign_out, remote=False),
)
