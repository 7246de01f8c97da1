"""The simulated identity provider: its staff directory, and the tokens that its people sign in for."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tutor.gateway.notices import Notice
from tutor.gateway.result import USAGE, ConsoleResult, done, refused
from tutor.gateway.words.clock import sandbox_time
from tutor.gateway.words.options import read_options
from tutor.gateway.words.word import Word
from tutor.gateway.workspace import Workspace

if TYPE_CHECKING:
    from datetime import datetime

    from tutor.account import Account, Caller, Recorded, Role
    from tutor.account.directory import Person
    from tutor.account.providers import OidcProvider, SamlProvider
    from tutor.gateway.console import Console
    from tutor.gateway.stamp import Stamp

    Provider = OidcProvider | SamlProvider

DIRECTORY: Final = "directory"
"""The service under which the directory's changes are recorded."""
FILES: Final = {"oidc": "token", "saml": "assertion"}
"""The files that a sign-in writes, unless it is told another."""
VERBS: Final = {"추가": "add", "제외": "remove", "로그인": "sign-in"}
TAGS: Final = "https://aws.amazon.com/tags"
ATTRIBUTE: Final = re.compile(r"([^=]+)=(.*)")
ANY_AUDIENCE: Final = "sts.amazonaws.com"


def _idp(console: "Console", words: Sequence[str], stamp: "Stamp") -> ConsoleResult:
    if not words:
        return _listed(console)
    verb, rest = VERBS.get(words[0], words[0]), words[1:]
    match verb:
        case "add" if rest:
            return _add(console, rest[0], rest[1:], stamp)
        case "remove" if len(rest) == 1:
            done_so = _record(console, "RemovePerson", {"Name": rest[0]}, stamp)
            known = done_so.error is None
            return done("idp-removed", changed=True, name=rest[0]) if known else _unknown(console, rest[0])
        case "sign-in" if rest:
            return _sign_in(console, rest)
    return refused("idp-form", USAGE)


def _listed(console: "Console") -> ConsoleResult:
    """The people with their attributes, and where they can sign in."""
    found = list(_providers(console))
    advice = Notice("idp-providers", {"providers": _named(found)}) if found else Notice("idp-no-providers")
    people = console.sandbox.world.directory.values()
    return ConsoleResult(0, "".join(f"{_row(person)}\n" for person in people), advice=advice)


def _row(person: "Person") -> str:
    return " ".join((person.name, *(f"{key}={value}" for key, value in person.tags.items())))


def _add(console: "Console", name: str, words: Sequence[str], stamp: "Stamp") -> ConsoleResult:
    tags: dict[str, str] = {}
    for word in words:
        match = ATTRIBUTE.fullmatch(word)
        if match is None:
            return refused("idp-form", USAGE)
        tags[match[1]] = match[2]
    recorded = _record(console, "AddPerson", {"Name": name, "Tags": tags}, stamp)
    if recorded.error is None:
        return done("idp-added", changed=True, name=name)
    return refused("idp-known" if recorded.error.code == "EntityAlreadyExists" else "idp-name", name=name)


def _sign_in(console: "Console", words: Sequence[str]) -> ConsoleResult:
    options, others = read_options(words, ("--provider", "--file", "--audience"), "idp-form")
    if len(others) != 1:
        return refused("idp-form", USAGE)
    person = console.sandbox.world.directory.get(others[0])
    if person is None:
        return _unknown(console, others[0])
    providers = list(_providers(console))
    if "--provider" in options:
        providers = [found for found in providers if options["--provider"] in _names_of(found[1])]
    if len(providers) != 1:
        return refused("idp-which", available=_named(_providers(console)))
    account, provider = providers[0]
    visit = _Visit(console, account, provider, person)
    kind = "oidc" if hasattr(provider, "client_ids") else "saml"
    name = options.get("--file", FILES[kind])
    word, command = visit.assertion() if kind == "saml" else visit.token(options.get("--audience"))
    path = Workspace(console.workspace).path_of(name)
    try:
        path.write_text(word, "utf-8")
    except OSError as error:
        return refused("file-trouble", path=name, why=error.strerror or type(error).__name__)
    line = f"aws sts {command}file://{name}"
    return done(f"idp-{kind}", name=person.name, path=name, command=line)


def ticket(provider: "OidcProvider", person: "Person", audience: str | None, at: "datetime") -> str:
    """The token that a provider gives one of its people; without an audience for the first that it knows."""
    from tutor.account import web_identity_token

    claims: dict[str, object] = {
        "sub": person.name,
        "aud": audience or next(iter(provider.client_ids), ANY_AUDIENCE),
    }
    if person.tags:
        claims[TAGS] = {"principal_tags": {key: [value] for key, value in person.tags.items()}}
    return web_identity_token(provider, claims, at)


@dataclass(frozen=True, slots=True)
class _Visit:
    """Somebody signs in at a provider; the word that it gives, and the command that takes it to AWS."""

    console: "Console"
    account: "Account"
    provider: "Provider"
    person: "Person"

    def token(self, audience: str | None) -> tuple[str, str]:
        from tutor.account.providers import OidcProvider

        provider = self.provider
        assert isinstance(provider, OidcProvider)
        command = (
            f"assume-role-with-web-identity --role-arn {self._role_arn} "
            f"--role-session-name {self.person.name} --web-identity-token "
        )
        known_as = self.account.alias if self.account.alias in provider.client_ids else None
        now = sandbox_time(self.console.sandbox)
        return ticket(provider, self.person, audience or known_as, now), command

    def assertion(self) -> tuple[str, str]:
        from tutor.account import saml_assertion
        from tutor.account.providers import SamlProvider

        provider = self.provider
        assert isinstance(provider, SamlProvider)
        attributes: dict[str, Sequence[str]] = {"Role": [role.arn for role in self._roles()]}
        attributes |= {f"PrincipalTag:{key}": (value,) for key, value in self.person.tags.items()}
        command = (
            f"assume-role-with-saml --role-arn {self._role_arn} --principal-arn {provider.arn} "
            "--saml-assertion "
        )
        now = sandbox_time(self.console.sandbox)
        return saml_assertion(provider, self.person.name, attributes, now), command

    @property
    def _role_arn(self) -> str:
        """The first role that the provider's people may come for."""
        return next((role.arn for role in self._roles()), "ROLE_ARN")

    def _roles(self) -> "Iterator[Role]":
        for role in self.account.roles.values():
            if f'"{self.provider.arn}"' in role.trust.text:
                yield role


def _providers(console: "Console") -> "Iterator[tuple[Account, Provider]]":
    """All of them, those of the learner's account first."""
    for account in console.sandbox.world.accounts.values():
        yield from ((account, provider) for provider in account.oidc_providers.values())
        yield from ((account, provider) for provider in account.saml_providers.values())


def _names_of(provider: "Provider") -> tuple[str, ...]:
    short = provider.arn.rpartition(":")[2].partition("/")[2]
    return provider.arn, short, f"https://{short}"


def _named(providers: "Iterable[tuple[Account, Provider]]") -> str:
    return ", ".join(_names_of(provider)[1] for _, provider in providers) or "-"


def _unknown(console: "Console", name: str) -> ConsoleResult:
    known = ", ".join(console.sandbox.world.directory) or "-"
    return refused("idp-unknown", name=name, available=known)


def _record(
    console: "Console", operation: str, parameters: Mapping[str, object], stamp: "Stamp"
) -> "Recorded":
    from tutor.account import RequestRecord
    from tutor.gateway.sandbox import CONSOLE_ADDRESS

    request = RequestRecord(DIRECTORY, operation, parameters, _directory(), None, CONSOLE_ADDRESS)
    return console.sandbox.save.append(request, line=stamp.line, start=stamp.start, at=stamp.at)


def _directory() -> "Caller":
    """Whoever keeps the directory: nobody who has an account, so it comes as a service does."""
    from tutor.account import Caller
    from tutor.policy import Principal, PrincipalKind

    return Caller(Principal(PrincipalKind.AWS_SERVICE, DIRECTORY, ""), None, DIRECTORY, None)


def _offers(console: "Console", before: Sequence[str]) -> Iterable[str]:
    if not before:
        return ("add", "remove", "sign-in")
    if before[-1] == "--provider":
        return [_names_of(provider)[1] for _, provider in _providers(console)]
    if len(before) == 1:
        return console.sandbox.world.directory
    return ("--provider", "--file", "--audience") if VERBS.get(before[0], before[0]) == "sign-in" else ()


WORDS: Final = (Word("idp", "제공업체", _idp, _offers, remote=False),)
