"""The one module that imports the AWS CLI; its sessions reach nothing but the function given to them.

Everything is loaded on first use; each way out that `spec/clients.md` lists is closed here or in the gate.
"""

import copy
import mimetypes
import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from importlib import import_module
from types import SimpleNamespace
from typing import Any, Final

from tutor.gateway.bodies import RawBody, body_of, header_text
from tutor.gateway.candidates import CommandOption, described
from tutor.gateway.commands import SandboxCommands
from tutor.gateway.http import HttpRequest, HttpResponse
from tutor.gateway.notices import Notice, Refused
from tutor.gateway.outside import Outside, close_commands
from tutor.gateway.patience import PATIENCE
from tutor.gateway.shared_parts import share_handlers, share_rules

OWN_VARIABLES: Final = ("AWS_", "BOTO")
"""Environment variables of the learner's own set-up, which the CLI must not see."""

KEPT: Final = frozenset({"iam", "sts", "s3", "s3api", "ec2", "organizations", "main", "sync", "*"})
"""Second parts of the event names whose handlers a session carries; it copies them all twice a command."""


@dataclass(frozen=True, slots=True)
class Credentials:
    """A key to sign with."""

    access_key_id: str
    secret_access_key: str
    session_token: str | None = None


@dataclass(frozen=True, slots=True)
class Invocation:
    """What one run of the CLI may see of the world."""

    answer: Callable[[HttpRequest], HttpResponse]
    """Where signed requests go."""
    credentials_of: Callable[[str | None], Credentials | None]
    """The key of a profile; None names the default."""
    profiles: Sequence[str]
    profile: str | None
    """The profile of a command that names none."""
    region: str
    read_file: Callable[[str, bool], str | bytes]
    """Contents of a `file://` (text) or `fileb://` (binary) argument; raises Refused or OSError."""
    commands: SandboxCommands
    now: Callable[[], datetime]
    """The clock that requests are signed by."""
    on_notice: Callable[[Notice], None]
    """Hears of what the console itself says on the CLI's error stream."""


class CommandLine:
    """The AWS CLI, loaded once; every run has a session of its own."""

    def __init__(self) -> None:
        scrub_environment()
        from awscli import EnvironmentVariables, __version__, alias, clidriver, help, paramfile, plugin
        from awscli.customizations import addexamples
        from awscli.customizations.s3 import subcommands

        auth, hooks, loaders, session = map(_vendored, ("auth", "hooks", "loaders", "session"))
        self._model, self._awsrequest, self._credentials = map(
            _vendored, ("model", "awsrequest", "credentials")
        )
        self._clidriver, self._alias, self._paramfile = clidriver, alias, paramfile
        self._variables, self._version = EnvironmentVariables, __version__
        self._current: Invocation | None = None
        self._loader = _loader(loaders)
        share_handlers(hooks)
        share_rules(_vendored("regions"))
        self._emitter = _emitter(hooks)
        base = session.Session(EnvironmentVariables, event_hooks=self._emitter)
        base.register_component("data_loader", self._loader)
        plugin.load_plugins({}, event_hooks=base.get_component("event_emitter"))
        self._emitter.loading = False
        self._emitter.unregister("doc-examples.*.*", addexamples.add_examples)
        self._emitter.register("doc-examples.*.*", add_examples)
        self._emitter.unregister("session-initialized", unique_id="inject_assume_role_cred_provider_cache")
        self._session_class = self._make_session_class(session.Session)
        help.get_renderer = TextRenderer
        auth.get_current_datetime = self._signing_time
        subcommands.tzlocal = lambda: UTC
        clidriver.write_exception = self._write_exception
        self._close_prefixes()
        _vendored("waiter").time = SimpleNamespace(sleep=PATIENCE.pause)
        mimetypes.init()  # reads the system's own list, which no command may

    def run(self, arguments: Sequence[str], invocation: Invocation) -> int:
        """Runs the words behind `aws` and gives the exit code; prints on sys.stdout and sys.stderr."""
        scrub_environment()
        with self._using(invocation):
            driver = self._clidriver.CLIDriver(session=self._session(invocation, frozenset(arguments)))
            driver.alias_loader = self._alias.AliasLoader(os.devnull + "/none")
            before, sys.argv = sys.argv, ["aws", *arguments]
            try:
                code = driver.main(list(arguments))
            except SystemExit as stop:
                code = stop.code
            finally:
                sys.argv = before
        return code if isinstance(code, int) else 0

    def service_model(self, service: str) -> Any:
        """The botocore ServiceModel of a service, from the same loaded data as the commands."""
        return self._model.ServiceModel(
            self._loader.load_service_model(service, "service-2"), service_name=service
        )

    def examples(self, service: str) -> Iterator[tuple[str, str]]:
        """The examples that the package has for a service: file names without their ending, and texts."""
        folder = os.path.join(_examples(), service)
        for name in sorted(os.listdir(folder)):
            stem, ending = os.path.splitext(name)
            if ending == ".rst":
                with open(os.path.join(folder, name), encoding="utf-8") as text:
                    yield stem, text.read()

    def options_of(self, service: str, command: str, invocation: Invocation) -> tuple[CommandOption, ...]:
        """The options of `aws SERVICE COMMAND` as the CLI itself has them; none for what it does not know."""
        session = self._session(invocation, frozenset((service, command)))
        found = self._clidriver.CLIDriver(session=session)._get_command_table().get(service)
        if found is None or isinstance(found, Outside):
            return ()
        table = found.subcommand_table if hasattr(found, "subcommand_table") else found._get_command_table()
        options = getattr(table.get(command), "arg_table", {})
        return tuple(described(name, option) for name, option in options.items() if not option.positional_arg)

    def waiters_of(self, service: str) -> Mapping[str, str]:
        """The waiters of a service, each with the operation that it asks again and again; some have none."""
        try:
            found = self._loader.load_service_model(service, "waiters-2")["waiters"]
        except _vendored("exceptions").UnknownServiceError:
            return {}
        return {name: str(waiter["operation"]) for name, waiter in found.items()}

    def global_options(self) -> Mapping[str, str]:
        """What the CLI says of its own options, by their names without dashes."""
        options = self._loader.load_data("cli")["options"]
        return {name: str(option.get("help", "")) for name, option in options.items()}

    def file_commands(self) -> Mapping[str, str]:
        """What the CLI says of each command of `aws s3`."""
        from awscli.customizations.s3 import subcommands

        classes = [found for found in vars(subcommands).values() if isinstance(found, type)]
        named = [(getattr(found, "NAME", None), getattr(found, "DESCRIPTION", "")) for found in classes]
        return {str(name): str(about) for name, about in named if name}

    @contextmanager
    def _using(self, invocation: Invocation) -> Iterator[None]:
        self._current = invocation
        try:
            yield
        finally:
            self._current = None

    def _session(self, invocation: Invocation, words: frozenset[str]) -> Any:
        session = self._session_class(
            self._variables, event_hooks=copy.copy(self._emitter), include_builtin_handlers=False
        )
        session.invocation = invocation
        session.user_agent_name, session.user_agent_version = "aws-cli", self._version
        session.register_component("data_loader", self._loader)
        settings = {"region": invocation.region, "profile": invocation.profile, "max_attempts": 1}
        for name, value in settings.items():
            session.set_config_variable(name, value)
        for name in ("config_file", "credentials_file"):
            session.set_config_variable(name, os.devnull + "/none")

        def send(request: Any, **_: object) -> Any:
            return self._answer(request, invocation)

        def close_table(command_table: Any, event_name: str, **_: object) -> None:
            close_commands(command_table, event_name.partition(".")[2], words, invocation.commands)

        def check_options(parsed_args: Any, **_: object) -> None:
            if parsed_args.endpoint_url is not None:
                raise Refused("endpoint")
            if parsed_args.debug:
                notice = Notice("debug")
                sys.stderr.write(f"{notice.english}\n")
                invocation.on_notice(notice)

        session.register("before-send", send)
        session.register("building-command-table", close_table)
        session.register("top-level-args-parsed", check_options)
        return session

    def _answer(self, request: Any, invocation: Invocation) -> Any:
        fields = [(str(name), header_text(value)) for name, value in request.headers.items()]
        answer = invocation.answer(HttpRequest.of(request.method, request.url, fields, body_of(request.body)))
        return self._awsrequest.AWSResponse(
            request.url, answer.status, dict(answer.headers), RawBody(answer.body)
        )

    def _signing_time(self, remove_tzinfo: bool = True) -> datetime:
        assert self._current is not None
        now = self._current.now()
        return now.replace(tzinfo=None) if remove_tzinfo else now

    def _write_exception(self, fault: Exception, outfile: Any) -> None:
        if isinstance(fault, Refused) and self._current is not None:
            self._current.on_notice(fault.notice)
        outfile.write(f"\n{fault}\n")

    def _close_prefixes(self) -> None:
        error = self._paramfile.ResourceLoadingError

        def read_local(prefix: str, path: str, binary: bool) -> str | bytes:
            assert self._current is not None
            try:
                return self._current.read_file(path[len(prefix) :], binary)
            except UnicodeDecodeError as fault:
                raise error(
                    f"Unable to load paramfile ({path}), its text is not UTF-8: {fault.reason}"
                ) from fault
            except OSError as fault:
                raise error(f"Unable to load paramfile {path}: {fault}") from fault

        def refuse_remote(prefix: str, uri: str) -> str:
            raise Refused("no-network", url=uri)

        local, remote = self._paramfile.LOCAL_PREFIX_MAP, self._paramfile.REMOTE_PREFIX_MAP
        local.update({"file://": (read_local, {"binary": False}), "fileb://": (read_local, {"binary": True})})
        remote.update({"http://": (refuse_remote, {}), "https://": (refuse_remote, {})})

    def _make_session_class(self, parent: Any) -> Any:
        make_credentials = self._credentials.Credentials

        class SandboxSession(parent):  # type: ignore[misc] # known once loaded
            """A session whose profiles and keys are the sandbox's, and which logs nowhere."""

            invocation: Invocation

            @property
            def full_config(self) -> Mapping[str, object]:
                return {"profiles": {name: {} for name in self.invocation.profiles}}

            def get_scoped_config(self) -> Mapping[str, object]:
                """Addresses are presigned by version 4, as version 2 of the CLI does."""
                return {**super().get_scoped_config(), "s3": {"signature_version": "s3v4"}}

            def get_credentials(self) -> Any:
                key = self.invocation.credentials_of(self.get_config_variable("profile"))
                return key and make_credentials(key.access_key_id, key.secret_access_key, key.session_token)

            def get_auth_token(self, **_: object) -> None:
                return None

            def set_stream_logger(self, *_: object, **__: object) -> None:
                return None

        return SandboxSession


class TextRenderer:
    """Shows help as plain text on stdout: no pager, no groff, no settings file."""

    def render(self, contents: bytes) -> None:
        """Prints a help page written in reStructuredText."""
        from awscli.bcdoc.textwriter import TextWriter
        from docutils.core import publish_string

        settings = {
            "report_level": 5,
            "_disable_config": True,
            "output_encoding": "unicode",
            "line_length_limit": 50_000,
        }
        sys.stdout.write(publish_string(contents, writer=TextWriter(), settings_overrides=settings))


def add_examples(help_command: Any, **_: object) -> None:
    """Adds the examples that the package has for a command, without the advice on how to install the CLI."""
    name = help_command.event_class.replace(".", os.sep) + ".rst"
    path = os.path.join(_examples(), name)
    if os.path.isfile(path):
        help_command.doc.style.h2("Examples")
        with open(path, encoding="utf-8") as examples:
            help_command.doc.write(examples.read())


def scrub_environment() -> None:
    """Takes the learner's own AWS settings out of this process, which has no use for them."""
    for name in [name for name in os.environ if name.startswith(OWN_VARIABLES)]:
        del os.environ[name]
    os.environ["AWS_EC2_METADATA_DISABLED"] = "true"
    os.environ["AWS_MAX_ATTEMPTS"] = "1"


@cache
def command_line() -> CommandLine:
    """The loaded AWS CLI of this process; the first call takes about a quarter of a second."""
    return CommandLine()


def _examples() -> str:
    """The folder of the package's examples."""
    from awscli import __file__ as package

    return os.path.join(os.path.dirname(package), "examples")


def _vendored(name: str) -> Any:
    """A module of the botocore inside awscli, under the one name by which awscli itself imports it."""
    return import_module(f"botocore.{name}")


def _loader(loaders: Any) -> Any:
    from awscli import __file__ as package

    exceptions = _vendored("exceptions")
    folders = [os.path.join(os.path.dirname(package), "data"), loaders.Loader.BUILTIN_DATA_PATH]
    with os.scandir(loaders.Loader.BUILTIN_DATA_PATH) as found:
        services = sorted(entry.name for entry in found if entry.is_dir())

    class SandboxLoader(loaders.Loader):  # type: ignore[misc] # known once loaded
        """Finds models in the package only; a waiter asks once where nobody could stop it."""

        def list_available_services(self, type_name: str) -> list[str]:
            """All services, whatever of theirs is wanted: to look for it takes two thousand folders."""
            return services

        def load_service_model(
            self, service_name: str, type_name: str, api_version: str | None = None
        ) -> Any:
            try:
                model = super().load_service_model(service_name, type_name, api_version)
            except exceptions.DataNotFoundError as missing:
                raise exceptions.UnknownServiceError(
                    service_name=service_name, known_service_names=", ".join(services)
                ) from missing
            if type_name == "waiters-2" and not PATIENCE.is_patient:
                waiters = {
                    name: {**waiter, "maxAttempts": 1, "delay": 0}
                    for name, waiter in model["waiters"].items()
                }
                model = {**model, "waiters": waiters}
            return model

    return SandboxLoader(extra_search_paths=folders, include_default_search_paths=False)


def _emitter(hooks: Any) -> Any:
    hooks.EventAliaser._alias_event_name = _remembering(hooks.EventAliaser._alias_event_name)

    class SandboxEmitter(hooks.HierarchicalEmitter):  # type: ignore[misc] # known once loaded
        """Leaves out the handlers of services that the sandbox does not have, while the CLI loads them."""

        loading = True

        def _wants(self, event: str) -> bool:
            kind, *rest = event.split(".")
            return not self.loading or (kind != "docs" and (not rest or rest[0] in KEPT))

        def _verify_accept_kwargs(self, func: object) -> None:
            """The CLI's own handlers all do, and asking each anew takes a tenth of a command."""

        def register(self, event_name: str, *arguments: Any, **options: Any) -> None:
            if self._wants(event_name):
                super().register(event_name, *arguments, **options)

        def register_first(self, event_name: str, *arguments: Any, **options: Any) -> None:
            if self._wants(event_name):
                super().register_first(event_name, *arguments, **options)

        def register_last(self, event_name: str, *arguments: Any, **options: Any) -> None:
            if self._wants(event_name):
                super().register_last(event_name, *arguments, **options)

    return SandboxEmitter()


def _remembering(translate: Any) -> Any:
    """Event names are the same in every session, but each session would translate them anew."""
    known: dict[str, str] = {}

    def translated(aliaser: Any, event_name: str) -> str:
        if event_name not in known:
            known[event_name] = translate(aliaser, event_name)
        return known[event_name]

    return translated
