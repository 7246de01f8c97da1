"""Forms of the Account screen: each stands for one line of the console, which does what the form says."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.app.driver import NARROW, NOW, SEED, WIDE, Learner, learner
from tests.app.snapshots import assert_snapshot
from tutor.account import Account
from tutor.app.desk import Desk
from tutor.app.models.account_subject import Subject
from tutor.app.models.form_checks import problem_of
from tutor.app.models.form_names import AccountNames, names_for
from tutor.app.models.form_table import FORMS, form_named, forms_for
from tutor.app.models.form_tags import read_tags, tag_words
from tutor.app.screens.account import AccountScreen
from tutor.app.screens.asking import AskingScreen
from tutor.app.screens.form import FormScreen
from tutor.app.widgets.form_field import FormField
from tutor.gateway.line import read_line
from tutor.gateway.typed import mend
from tutor.wording import LANGUAGES, Language, say

SORA = Subject("user", "sora")
ARN = "arn:aws:iam::111111111111:policy/"
READ = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]}'
BUCKET_POLICY = (
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"111111111111"},'
    '"Action":"s3:GetObject","Resource":"arn:aws:s3:::moonrabbit-web/*"}]}'
)
TRUST = (
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},'
    '"Action":"sts:AssumeRole"}]}'
)
FILES = {"read.json": READ, "bucket.json": BUCKET_POLICY, "trust.json": TRUST, "사진 정책.json": READ}
HOSTILE = (
    "it's",
    'say "hi"',
    "two  words ",
    "사진 담당 🐰",
    "first\nsecond",
    "$HOME `id` $(id) \\ * ? [red]",
    "-x",
    "--profile",
    "Key=a,Value=b",
    "# no comment",
    "“curly” — dash　wide",
    "~",
    "[/foo]",
    '{"json": true}',
)
GROUP = "aws iam create-group --group-name readers"
ROLE = "aws iam create-role --role-name worker --assume-role-policy-document file://trust.json"
INLINE = "aws iam put-user-policy --user-name sora --policy-name mine --policy-document file://read.json"
VERSION = f"aws iam create-policy-version --policy-arn {ARN}ReadSales --policy-document file://read.json"
BOUND = f"aws iam put-user-permissions-boundary --user-name sora --permissions-boundary {ARN}ReadSales"
TAGGED = "aws iam tag-user --user-name sora --tags Key=team,Value=photo"
JOINED = "aws iam add-user-to-group --group-name readers --user-name sora"

Check = Callable[[Account], object]
Row = tuple[str, str, tuple[str, ...], dict[str, str], str, Check]


def ran(form: str, subject: str, values: dict[str, str], line: str, check: Check, *before: str) -> Row:
    """A row of the table."""
    return form, subject, before, values, line, check


ROWS = (
    ran("new-user", "users", {"name": "bo.ra", "path": "/team/", "tags": "team=photo"},
        "create-user --user-name bo.ra --path /team/ --tags Key=team,Value=photo",
        lambda a: (a.users["bo.ra"].path, a.users["bo.ra"].tags) == ("/team/", {"team": "photo"})),
    ran("delete-user", "user/bora", {}, "delete-user --user-name bora",
        lambda a: "bora" not in a.users, "aws iam create-user --user-name bora"),
    ran("add-to-group", "user/sora", {"group": "readers"},
        "add-user-to-group --group-name readers --user-name sora",
        lambda a: a.groups["readers"].members == ["sora"], GROUP),
    ran("add-member", "group/readers", {"user": "noah"},
        "add-user-to-group --group-name readers --user-name noah",
        lambda a: a.groups["readers"].members == ["noah"], GROUP),
    ran("remove-from-group", "user/sora", {}, "remove-user-from-group --group-name readers --user-name sora",
        lambda a: not a.groups["readers"].members, GROUP, JOINED),
    ran("remove-member", "group/readers", {}, "remove-user-from-group --group-name readers --user-name sora",
        lambda a: not a.groups["readers"].members, GROUP, JOINED),
    ran("new-group", "groups", {"name": "readers"}, "create-group --group-name readers",
        lambda a: "readers" in a.groups),
    ran("delete-group", "group/readers", {}, "delete-group --group-name readers",
        lambda a: "readers" not in a.groups, GROUP),
    ran("new-key", "user/bora", {}, "create-access-key --user-name bora",
        lambda a: len(a.users["bora"].keys) == 1, "aws iam create-user --user-name bora"),
    ran("deactivate-key", "user/sora", {}, "update-access-key --user-name sora --access-key-id AKIA",
        lambda a: not any(key.active for key in a.users["sora"].keys.values())),
    ran("delete-key", "user/sora", {}, "delete-access-key --user-name sora --access-key-id AKIA",
        lambda a: not a.users["sora"].keys),
    ran("new-password", "user/sora", {"password": "Tasty 'Rice' \"Cake\" 9!", "reset": "no"},
        "create-login-profile --user-name sora --password ",
        lambda a: a.users["sora"].login is not None),
    ran("delete-password", "user/sora", {}, "delete-login-profile --user-name sora",
        lambda a: a.users["sora"].login is None,
        "aws iam create-login-profile --user-name sora --password RiceCake99!"),
    ran("attach-policy", "user/noah", {"policy": "ReadOnlyAccess"},
        "attach-user-policy --user-name noah --policy-arn arn:aws:iam::aws:policy/ReadOnlyAccess",
        lambda a: "arn:aws:iam::aws:policy/ReadOnlyAccess" in a.users["noah"].attached),
    ran("attach-to", f"policy/{ARN}ReadSales", {"holder": "group/readers"},
        f"attach-group-policy --group-name readers --policy-arn {ARN}ReadSales",
        lambda a: a.groups["readers"].attached == [f"{ARN}ReadSales"], GROUP),
    ran("detach-policy", "user/sora", {},
        f"detach-user-policy --user-name sora --policy-arn {ARN}UploadPhotos",
        lambda a: not a.users["sora"].attached),
    ran("detach-from", f"policy/{ARN}UploadPhotos", {},
        f"detach-user-policy --user-name sora --policy-arn {ARN}UploadPhotos",
        lambda a: not a.users["sora"].attached),
    ran("put-inline", "role/worker", {"name": "mine", "file": "사진 정책.json"},
        "put-role-policy --role-name worker --policy-name mine --policy-document 'file://사진 정책.json'",
        lambda a: list(a.roles["worker"].inline) == ["mine"], ROLE),
    ran("change-inline", "inline/user/sora/mine", {"file": "read.json"},
        "put-user-policy --user-name sora --policy-name mine --policy-document file://read.json",
        lambda a: list(a.users["sora"].inline) == ["mine"], INLINE),
    ran("delete-inline", "inline/user/sora/mine", {},
        "delete-user-policy --user-name sora --policy-name mine",
        lambda a: not a.users["sora"].inline, INLINE),
    ran("set-boundary", "user/sora", {"policy": "ReadSales"},
        f"put-user-permissions-boundary --user-name sora --permissions-boundary {ARN}ReadSales",
        lambda a: a.users["sora"].boundary == f"{ARN}ReadSales"),
    ran("remove-boundary", "user/sora", {}, "delete-user-permissions-boundary --user-name sora",
        lambda a: a.users["sora"].boundary is None, BOUND),
    ran("tag", "user/sora", {"key": "team", "value": "photo"},
        "tag-user --user-name sora --tags Key=team,Value=photo",
        lambda a: a.users["sora"].tags == {"team": "photo"}),
    ran("untag", "user/sora", {}, "untag-user --user-name sora --tag-keys team",
        lambda a: not a.users["sora"].tags, TAGGED),
    ran("new-policy", "policies", {"name": "Look", "file": "read.json", "description": "it's 사진"},
        "create-policy --policy-name Look --policy-document file://read.json --description ",
        lambda a: a.policies[f"{ARN}Look"].description == "it's 사진"),
    ran("new-version", f"policy/{ARN}ReadSales", {"file": "read.json"},
        f"create-policy-version --policy-arn {ARN}ReadSales --policy-document file://read.json --set-as",
        lambda a: a.policies[f"{ARN}ReadSales"].default_version == "v2"),
    ran("set-default", f"policy/{ARN}ReadSales", {},
        f"set-default-policy-version --policy-arn {ARN}ReadSales --version-id v2",
        lambda a: a.policies[f"{ARN}ReadSales"].default_version == "v2", VERSION),
    ran("delete-version", f"version/v2/{ARN}ReadSales", {},
        f"delete-policy-version --policy-arn {ARN}ReadSales --version-id v2",
        lambda a: list(a.policies[f"{ARN}ReadSales"].versions) == ["v1"], VERSION),
    ran("delete-policy", f"policy/{ARN}ReadSales", {}, f"delete-policy --policy-arn {ARN}ReadSales",
        lambda a: f"{ARN}ReadSales" not in a.policies),
    ran("new-role", "roles", {"name": "worker", "trust": "service", "trusted": "ec2.amazonaws.com"},
        "create-role --role-name worker --assume-role-policy-document ",
        lambda a: '"Service": "ec2.amazonaws.com"' in a.roles["worker"].trust.text),
    ran("new-role", "account", {"name": "worker", "trust": "user", "trusted": "user/sora"},
        "create-role --role-name worker --assume-role-policy-document ",
        lambda a: "user/sora" in a.roles["worker"].trust.text),
    ran("new-role", "account", {"name": "worker", "trust": "account", "trusted": "111111111111"},
        "create-role --role-name worker --assume-role-policy-document ",
        lambda a: ":root" in a.roles["worker"].trust.text),
    ran("change-trust", "role/worker", {"file": "trust.json"},
        "update-assume-role-policy --role-name worker --policy-document file://trust.json",
        lambda a: a.roles["worker"].trust.text == TRUST, ROLE),
    ran("delete-role", "role/worker", {}, "delete-role --role-name worker",
        lambda a: "worker" not in a.roles, ROLE),
    ran("new-bucket", "buckets", {"name": "moonrabbit-new"}, "aws s3 mb s3://moonrabbit-new",
        lambda a: "moonrabbit-new" in a.buckets),
    ran("put-bucket-policy", "bucket/moonrabbit-web", {"file": "bucket.json"},
        "put-bucket-policy --bucket moonrabbit-web --policy file://bucket.json",
        lambda a: a.buckets["moonrabbit-web"].policy is not None),
    ran("delete-bucket-policy", "bucket/moonrabbit-web", {}, "delete-bucket-policy --bucket moonrabbit-web",
        lambda a: a.buckets["moonrabbit-web"].policy is None,
        "aws s3api put-bucket-policy --bucket moonrabbit-web --policy file://bucket.json"),
    ran("delete-bucket", "bucket/moonrabbit-new", {}, "aws s3 rb s3://moonrabbit-new",
        lambda a: "moonrabbit-new" not in a.buckets, "aws s3 mb s3://moonrabbit-new"),
    ran("delete-object", "object/moonrabbit-photos/album/cover.jpg", {},
        "delete-object --bucket moonrabbit-photos --key album/cover.jpg",
        lambda a: "album/cover.jpg" not in a.buckets["moonrabbit-photos"].objects),
)  # fmt: skip


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """The first lesson's account, with some files in the workspace."""
    one = Desk(tmp_path, "learner", clock=lambda: NOW, seed=SEED)
    one.open_lesson(None, "en")
    workspace = one.inspect(lambda look: look.console.workspace)
    for name, text in FILES.items():
        (workspace / name).write_text(text, encoding="utf-8")
    yield one
    one.close()


def names_at(desk: Desk, subject: str) -> AccountNames:
    return desk.inspect(lambda look: names_for(look.sandbox, look.console.workspace, subject))


@pytest.mark.long
@pytest.mark.parametrize("row", ROWS, ids=[f"{row[0]}-{number}" for number, row in enumerate(ROWS)])
def test_a_form_stands_for_a_line_that_does_it(desk: Desk, row: Row) -> None:
    name, subject, before, values, expected, check = row
    for line in before:
        desk.enter(f"{line} --profile mina", "en")
    names = names_at(desk, subject)
    form = form_named(name)
    assert form in forms_for(names)
    filled = {**form.first_values(names), **values, "profile": "mina"}
    assert problem_of(form, filled, names) is None
    line = form.line(filled, names)
    assert expected in line
    turn = desk.enter(line, "en")
    assert turn.result is not None
    assert turn.result.rc == 0, turn.result.stderr
    assert check(desk.inspect(lambda look: look.sandbox.account))


@pytest.mark.long
def test_a_key_that_was_turned_off_is_turned_on(desk: Desk) -> None:
    def status() -> list[str]:
        account = desk.inspect(lambda look: look.sandbox.account)
        return [key.status for key in account.users["sora"].keys.values()]

    (key,) = desk.inspect(lambda look: list(look.sandbox.account.users["sora"].keys))
    for name, expected in (("deactivate-key", "Inactive"), ("activate-key", "Active")):
        names = names_at(desk, f"key/sora/{key}")
        form = form_named(name)
        assert form in forms_for(names)
        desk.enter(form.line({**form.first_values(names), "profile": "mina"}, names), "en")
        assert status() == [expected]


def test_the_table_tries_every_form() -> None:
    tried = {row[0] for row in ROWS} | {"activate-key"}
    assert tried == {form.id for form in FORMS}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_form_and_field_has_a_name(language: Language) -> None:
    for form in FORMS:
        assert say(language, f"app.form.{form.id}", name="x")
        for one in form.all_fields:
            assert say(language, f"app.form.field.{one.id}")
            assert all(say(language, f"app.form.option.{option}") for option in one.options)


@pytest.mark.parametrize("text", HOSTILE)
def test_values_come_out_of_the_line_as_they_went_in(text: str) -> None:
    names = AccountNames(subject=SORA, account_id="111111111111")
    line = form_named("tag").line({"key": "k", "value": text}, names)
    mended, fixes = mend(line)
    assert not fixes
    words = read_line(mended).words
    assert words[: words.index("--tags") + 1] == ("aws", "iam", "tag-user", "--user-name", "sora", "--tags")
    assert list(words[words.index("--tags") :]) == tag_words({"k": text.strip()})
    said = form_named("new-policy").line({"name": "n", "file": "f", "description": text}, names)
    assert read_line(mend(said)[0]).words[-1].removeprefix("--description=") == text.strip()


@pytest.mark.long
def test_hostile_values_arrive_in_the_account(desk: Desk) -> None:
    form = form_named("tag")
    names = names_at(desk, "user/sora")
    for number, text in enumerate(HOSTILE):
        line = form.line({"key": f"k{number}", "value": text, "profile": "mina"}, names)
        turn = desk.enter(line, "en")
        assert turn.result is not None
        kept = desk.inspect(lambda look: dict(look.sandbox.account.users["sora"].tags)).get(f"k{number}")
        assert kept == text.strip() or "ValidationError" in turn.result.stderr, turn.result.stderr


def test_tags_as_they_are_typed() -> None:
    assert read_tags("team=photo, cost = low") == {"team": "photo", "cost": "low"}
    assert read_tags("") == {}
    assert read_tags("team") is None
    assert read_tags("a=1, a=2") is None
    assert tag_words({"a": "b"}) == ["--tags", "Key=a,Value=b"]
    assert tag_words({"a": "b, c"}) == ["--tags", '[{"Key": "a", "Value": "b, c"}]']


@pytest.mark.parametrize(
    ("form", "values", "problem"),
    [
        ("new-user", {}, "missing"),
        ("new-user", {"name": "소라"}, "name64"),
        ("new-user", {"name": "a" * 65}, "name64"),
        ("new-user", {"name": "a", "path": "team"}, "path"),
        ("new-user", {"name": "a", "tags": "team"}, "tags"),
        ("new-user", {"name": "a", "profile": "nobody"}, "unknown"),
        ("add-to-group", {"user": "ghost", "group": "readers"}, "unknown"),
        ("new-policy", {"name": "a", "file": "none.json"}, "file"),
        ("new-policy", {"name": "a", "file": "read.json", "description": "file://x"}, "text"),
        ("new-bucket", {"name": "Photos"}, "bucket"),
        ("new-role", {"name": "a", "trust": "user", "trusted": "ia"}, "unknown"),
        ("new-role", {"name": "a", "trust": "service", "trusted": "ec2"}, "unknown"),
        ("new-role", {"name": "a", "trust": "account", "trusted": "2222"}, "unknown"),
    ],
)
def test_what_is_wrong_is_said_before_anything_is_sent(
    form: str, values: dict[str, str], problem: str
) -> None:
    names = AccountNames(SORA, "111111111111", users=("sora",), files=("read.json",))
    found = problem_of(form_named(form), values, names)
    assert found is not None
    assert found.kind == problem
    for language in LANGUAGES:
        assert say(language, f"app.form.problem.{found.kind}", field="x", value="y")


# On the screen.


async def in_account(yuna: Learner, subject: str) -> AccountScreen:
    """The Account screen with something marked."""
    yuna.app.open_lesson(None)
    await yuna.settle()
    yuna.learn.open_account(subject)
    await yuna.settle()
    assert isinstance(yuna.app.screen, AccountScreen)
    return yuna.app.screen


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["80x24", "120x36"])
@pytest.mark.long
async def test_a_form_looks_like_this(tmp_path: Path, language: Language, size: tuple[int, int]) -> None:
    async with learner(tmp_path, language=language, size=size) as yuna:
        await in_account(yuna, "account")
        await yuna.press("f5", "down", "down", "down", "enter")
        await yuna.pilot.press(*"worker", "tab", "tab")
        await yuna.settle()
        assert_snapshot(f"form-role-{language}-{size[0]}x{size[1]}", yuna.rows)


async def test_clicking_teaches_typing(tmp_path: Path) -> None:
    async with learner(tmp_path, language="en", size=WIDE) as yuna:
        screen = await in_account(yuna, "users")
        await yuna.press("f5")
        assert yuna.shows(FormScreen)
        await yuna.press("enter")
        assert say("en", "app.form.problem.missing", field="name") in yuna.text
        await yuna.pilot.press(*"bora")
        assert "aws iam create-user --user-name bora" in yuna.text
        profile = yuna.app.screen.query_one("#field-profile", FormField)
        profile.enter()
        await yuna.pilot.press(*"mi", "down", "enter")
        assert profile.value == "mina"
        await yuna.press("enter")
        assert yuna.app.screen is screen
        assert "$ aws iam create-user --user-name bora --profile mina" in yuna.text
        assert any(row.branch.subject == "user/bora" for row in screen.outline.rows)
        await yuna.press("escape")
        lines = [line.plain for line in yuna.learn.console.transcript.lines]
        assert "$ aws iam create-user --user-name bora --profile mina" in lines
        assert yuna.learn.console.prompt.has_focus
        await yuna.press("up")
        assert yuna.learn.console.prompt.text.startswith("aws iam create-user")


async def test_what_is_offered_stands_under_its_field_and_tab_takes_it(tmp_path: Path) -> None:
    async with learner(tmp_path, language="ko", size=NARROW) as yuna:
        await in_account(yuna, "roles")
        await yuna.press("f5")
        form = yuna.app.screen
        assert isinstance(form, FormScreen)
        await yuna.pilot.press(*"audit", "tab", "right", "right", "tab")
        trusted = form.query_one("#field-trusted", FormField)
        await yuna.pilot.press(*"ia")
        await yuna.settle()
        assert form.offers.region.y == trusted.region.bottom
        assert form.offers.names == ("user/ian",)
        await yuna.press("down", "tab")
        assert trusted.value == "user/ian"
        assert form.focused is form.query_one("#field-path Input")

        trusted.enter()
        trusted.put("ia")
        await yuna.press("enter")
        assert trusted.value == "user/ian", "the only one that fits; nothing is sent yet"
        assert yuna.app.screen is form
        trusted.put("x9")
        await yuna.press("enter")
        said = say("ko", "app.form.problem.unknown", field=say("ko", "app.form.field.trusted"), value="x9")
        assert said in yuna.text
        assert yuna.app.screen is form


@pytest.mark.long
async def test_deleting_asks_once_and_escape_sends_nothing(tmp_path: Path) -> None:
    async with learner(tmp_path, language="ko", size=NARROW) as yuna:
        await in_account(yuna, "user/sora")
        await yuna.press("delete")
        assert yuna.shows(FormScreen)
        assert say("ko", "app.form.delete-user", name="sora") in yuna.text
        assert say("ko", "app.form.has.keys") in yuna.text
        await yuna.press("escape")
        assert yuna.shows(AccountScreen)
        await yuna.press("f2")
        assert yuna.shows(AskingScreen)
        await yuna.press("escape", "escape")
        assert not any("delete-user" in line.plain for line in yuna.learn.console.transcript.lines)
