"""`iam-tutor endpoint`: the sandbox account on loopback HTTP, for the learner's own clients."""

import argparse
import re
import shlex
import signal
from typing import TYPE_CHECKING, Final

from tutor.cli.parser import Parser, fail
from tutor.wording import Language, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from tutor.account import Save, SaveError
    from tutor.gateway import Credentials
    from tutor.gateway.endpoint import Accounts, Endpoint

ROOT_KEY: Final = re.compile(r"(?P<id>\w{16,128}):(?P<secret>[!-~]{1,128})", re.ASCII)
"""An access key id as AWS's APIs take it, and a secret of any characters that can be seen."""


def add_arguments(parser: Parser) -> None:
    """The options of `endpoint`."""
    language = parser.language
    parser.add_argument(
        "--port", type=int, default=0, metavar="PORT", help=say(language, "cli.endpoint.help.port")
    )
    parser.add_argument("--fresh", action="store_true", help=say(language, "cli.endpoint.help.fresh"))
    parser.add_argument("--account-id", metavar="ID", help=say(language, "cli.help.account-id"))
    parser.add_argument("--root-key", metavar="ID:SECRET", help=say(language, "cli.endpoint.help.root-key"))
    parser.add_argument("--control-token", metavar="TOKEN", help=say(language, "cli.endpoint.help.token"))
    parser.add_argument("--seed", metavar="TEXT", help=say(language, "cli.help.seed"))


def run(arguments: argparse.Namespace) -> int:
    """Serve until SIGTERM (0) or Ctrl-C (130)."""
    from tutor.account import SaveError
    from tutor.cli.saves import OnlyForNew, open_for_console, report

    language: Language = arguments.language
    if (code := _check(arguments)) is not None:
        return code
    try:
        save = open_for_console(arguments)
    except OnlyForNew as fault:
        return fail(language, "cli.new-only", option=fault.option, save=arguments.save)
    except SaveError as error:
        return report(error, language)
    return _serve(arguments, save)


def _check(arguments: argparse.Namespace) -> int | None:
    """The exit code of options that cannot be; None if they all can."""
    from tutor.gateway.endpoint.control import TOKEN

    language, account_id, token = arguments.language, arguments.account_id, arguments.control_token
    if arguments.fresh and arguments.save is not None:
        return fail(language, "cli.endpoint.fresh-or-save")
    if not 0 <= arguments.port <= 65535:
        return fail(language, "cli.endpoint.port", found=arguments.port)
    if account_id is not None and not re.fullmatch(r"\d{12}", account_id, re.ASCII):
        return fail(language, "cli.account-id", found=account_id)
    if arguments.root_key is not None and not ROOT_KEY.fullmatch(arguments.root_key):
        return fail(language, "cli.endpoint.root-key")
    if token is not None and not TOKEN.fullmatch(token):
        return fail(language, "cli.endpoint.token")
    return None


def _serve(arguments: argparse.Namespace, save: "Save") -> int:
    import asyncio

    from tutor.account import wall_clock
    from tutor.gateway import Credentials
    from tutor.gateway.endpoint import Accounts, Endpoint
    from tutor.gateway.endpoint.control import Control, new_token
    from tutor.gateway.endpoint.server import listen, warm_up

    language: Language = arguments.language
    try:
        listener = listen(arguments.port)
    except OSError as error:
        save.close()
        return fail(language, "cli.endpoint.no-port", port=arguments.port, why=error.strerror)
    given = ROOT_KEY.fullmatch(arguments.root_key or "")
    root_key = Credentials(given["id"], given["secret"]) if given else None
    accounts = Accounts(save, renew=_renewer(arguments), wall_clock=wall_clock, root_key=root_key)
    endpoint = Endpoint(
        listener,
        accounts,
        Control(arguments.control_token or new_token()),
        on_trouble=lambda error: _tell(error, language),
    )
    warm_up()
    return asyncio.run(_until_stopped(endpoint, accounts, language))


def _renewer(arguments: argparse.Namespace) -> "Callable[[Save], Save]":
    """How `reset` gives fresh accounts: a save keeps what was before, memory does not."""
    from tutor.cli.saves import open_for_console
    from tutor.gateway.endpoint.accounts import begun_again

    return begun_again if arguments.save is not None else lambda _before: open_for_console(arguments)


def _tell(error: "SaveError", language: Language) -> None:
    from tutor.cli.saves import report

    report(error, language)


async def _until_stopped(endpoint: "Endpoint", accounts: "Accounts", language: Language) -> int:
    import asyncio

    stopped: asyncio.Future[int] = asyncio.get_running_loop().create_future()

    def stop(code: int) -> None:
        if not stopped.done():
            stopped.set_result(code)

    try:
        for number, code in ((signal.SIGINT, 130), (signal.SIGTERM, 0)):
            asyncio.get_running_loop().add_signal_handler(number, stop, code)
    except NotImplementedError:  # Windows: Ctrl-C cancels, the process ends with 130 all the same
        pass
    try:
        await endpoint.start()
        _announce(endpoint, accounts.root_key, language)
        return await stopped
    finally:
        await endpoint.stop()


def _announce(endpoint: "Endpoint", key: "Credentials", language: Language) -> None:
    print(endpoint.address, flush=True)
    settings = {
        "AWS_ENDPOINT_URL": endpoint.address,
        "AWS_ACCESS_KEY_ID": key.access_key_id,
        "AWS_SECRET_ACCESS_KEY": key.secret_access_key,
    }
    for name, value in settings.items():
        print(f"export {name}={shlex.quote(value)}")
    print(say(language, "cli.endpoint.control", address=endpoint.control_address), flush=True)
