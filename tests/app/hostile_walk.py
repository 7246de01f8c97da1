"""Ways to the screens of an account, of files and of lines that are full of hostile texts."""

import json
import shlex
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Final

from textual.content import Content
from textual.widgets import Input

from tests.app.driver import NOW, Learner
from tutor.app.models.editor_requests import SideRequest
from tutor.app.models.inspection import Question
from tutor.app.outside import Outside
from tutor.app.render.outside import outside_lines
from tutor.app.screens.asking import AskingScreen
from tutor.app.screens.decision import DecisionScreen
from tutor.app.screens.editor_ask import AskScreen
from tutor.app.screens.editor_attach import AttachScreen
from tutor.app.screens.editor_policies import PoliciesScreen
from tutor.app.screens.explanation import ExplanationScreen
from tutor.app.screens.page import PageScreen
from tutor.gateway.events import Event

Walk = Callable[[Learner, str], Awaitable[None]]

NAME: Final = "x.json"


async def settle_in(yuna: Learner, workspace: Path, text: str) -> None:
    """An account in which the text stands wherever the service takes it, and a file that holds it."""
    statement = {"Effect": "Deny", "Action": "s3:*", "Resource": "*"}
    condition = {"StringEquals": {"aws:PrincipalTag/x": [text, "b"]}}
    policy = {"Version": "2012-10-17", "Statement": [{**statement, "Condition": condition}]}
    word = shlex.quote(text)
    document = shlex.quote(json.dumps(policy))
    for line in (
        "aws iam create-user --user-name ann",
        f"aws iam tag-user --user-name ann --tags Key=a,Value={word}",
        f"aws iam put-user-policy --user-name ann --policy-name P --policy-document {document}",
        f"aws iam create-user --user-name bea --path {shlex.quote(f'/{text}/')}",
        "aws s3api create-bucket --bucket shelf-of-ann --region us-east-1",
        f"aws s3api put-object --bucket shelf-of-ann --key {word}",
        f"aws s3api get-object --bucket shelf-of-ann --key {word} out --profile ann",
        text,
    ):
        await yuna.send(line)
    workspace.mkdir(parents=True, exist_ok=True)
    (workspace / NAME).write_bytes(json.dumps(policy, ensure_ascii=False).encode("utf-8", "replace"))


async def console(yuna: Learner, text: str) -> None:
    """What was typed and what came of it; words offered for it, and the lines sent before."""
    yuna.learn.console.prompt.put(text)
    yuna.learn.console.search()
    yuna.learn.console.leave_search()
    await yuna.settle()
    event = Event(1, 1, NOW, False, None, None, "s3", text, text, text, "allowed", None, text)
    told = outside_lines((Outside("request", 1, event, text),), "en")
    yuna.learn.console.transcript.write([*told])


async def account(yuna: Learner, text: str) -> None:
    """A user with a policy, and what can be done about it."""
    yuna.learn.open_account("user/ann")
    await yuna.settle()
    yuna.app.screen.query_one("#account-seek", Input).value = text[:200]
    await yuna.settle()


async def permission_map(yuna: Learner, text: str) -> None:
    """Everybody and everything."""
    yuna.learn.action_map()


async def narrowed_map(yuna: Learner, text: str) -> None:
    """Those of that name."""
    yuna.learn.action_map(text[:200])


async def decision(yuna: Learner, text: str) -> None:
    """Why a request about an object of that name was refused."""
    question = Question("user/ann", "s3:GetObject", f"arn:aws:s3:::shelf-of-ann/{text}")
    await yuna.app.push_screen(DecisionScreen(question=question))


async def history(yuna: Learner, text: str) -> None:
    """All that was asked."""
    yuna.learn.action_history()


async def editor(yuna: Learner, text: str) -> None:
    """The file with the text in it."""
    yuna.learn.open_editor(NAME)


async def files(yuna: Learner, text: str) -> None:
    """The names of files."""
    yuna.learn.action_files()


async def sign_in(yuna: Learner, text: str) -> None:
    """The console's door, with that name knocking."""
    yuna.learn.action_sign_in()
    await yuna.settle()
    for field in ("#account", "#name", "#password"):
        yuna.app.screen.query_one(field, Input).value = text[:200]
    yuna.app.screen.query_one("#password", Input).focus()
    await yuna.press("enter")


async def attach(yuna: Learner, text: str) -> None:
    """The file on its way to a policy of that name."""
    yuna.learn.open_editor(NAME)
    await yuna.settle()
    await yuna.app.push_screen(AttachScreen(text, "identity", yuna.editor.around, "en"))
    await yuna.settle()
    for field in yuna.app.screen.query(Input):
        field.value = text[:200]


async def stored_policies(yuna: Learner, text: str) -> None:
    """The policies of the account that hold the text, and those of that name."""
    yuna.learn.open_editor(NAME)
    await yuna.settle()
    await yuna.app.push_screen(PoliciesScreen("en"))
    await yuna.settle()
    yuna.app.screen.query_one(Input).value = text[:200]


async def ask(yuna: Learner, text: str) -> None:
    """A request of that name beside the file."""
    yuna.learn.open_editor(NAME)
    await yuna.settle()
    request = SideRequest(f"user/{text}", text, text, "allow")
    await yuna.app.push_screen(AskScreen(yuna.editor.around.names, (request,), "en"))
    await yuna.settle()
    for field in yuna.app.screen.query(Input):
        field.value = text[:200]
    await yuna.press("enter")


async def question(yuna: Learner, text: str) -> None:
    """A question with a name in it."""
    await yuna.app.push_screen(AskingScreen(text, [text, text]))


async def explanation(yuna: Learner, text: str) -> None:
    """Why a past request was answered so."""
    await yuna.app.push_screen(ExplanationScreen(Content(text), [Content(text)], "en"))


async def page(yuna: Learner, text: str) -> None:
    """A page of help."""
    await yuna.app.push_screen(PageScreen(text, text))


async def told(yuna: Learner, text: str) -> None:
    """A sentence in the corner."""
    yuna.app.notify(text, markup=False)


async def palette(yuna: Learner, text: str) -> None:
    """What can be done, looked for by that name."""
    yuna.app.action_command_palette()
    await yuna.settle()
    yuna.app.screen.query_one(Input).value = text[:200]


async def keys(yuna: Learner, text: str) -> None:
    """The settings."""
    await yuna.app.action_settings()


WALKS: Final[dict[str, Walk]] = {
    one.__name__: one
    for one in (
        console,
        account,
        permission_map,
        narrowed_map,
        decision,
        history,
        editor,
        files,
        sign_in,
        attach,
        stored_policies,
        ask,
        question,
        explanation,
        page,
        palette,
        keys,
        told,
    )
}
"""Each begins at the console."""
