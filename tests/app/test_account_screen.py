"""Account: the tree, everything about what is marked, ways from one thing to the next; also in plain mode."""

import time
from functools import partial
from pathlib import Path

import pytest
from rich.cells import cell_len
from textual.app import App, ComposeResult

from tests.app.driver import LESSONS, NARROW, NOW, SEED, WIDE, Learner, learner
from tutor.app.desk import Desk
from tutor.app.inspector import Inspector
from tutor.app.models.account_detail import Detail, DetailRow, DetailSection, RowKind
from tutor.app.models.account_find import subjects_named
from tutor.app.models.account_powers import Power, powers_of
from tutor.app.models.account_rows import Folding, tree_rows
from tutor.app.models.account_subject import read_subject
from tutor.app.models.outline import Branch, BranchKind, Changes, compare
from tutor.app.render.account_detail import detail_of
from tutor.app.render.account_lines import detail_lines, wrapped
from tutor.app.render.account_pen import Pen
from tutor.app.render.account_plain import plain_detail
from tutor.app.screens.account import AccountScreen
from tutor.app.screens.learn import LearnScreen
from tutor.app.themes import THEMES
from tutor.app.widgets.account_detail import AccountDetail
from tutor.app.widgets.account_tree import AccountTree
from tutor.cli.plain_account import account_lines
from tutor.policy import Decision
from tutor.wording import LANGUAGES, Language, say

AS_MINA = " --profile mina"
GROUP = "aws iam create-group --group-name photographers" + AS_MINA
READ = (
    "aws iam attach-group-policy --group-name photographers "
    "--policy-arn arn:aws:iam::111111111111:policy/ReadPhotos" + AS_MINA
)
JOIN = "aws iam add-user-to-group --user-name sora --group-name photographers" + AS_MINA
ADMIN = (
    "aws iam attach-user-policy --user-name jun --policy-arn arn:aws:iam::aws:policy/AdministratorAccess"
    + AS_MINA
)
LIMITS = (
    "aws iam put-user-policy --user-name jun --policy-name Limits --policy-document "
    '\'{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"s3:DeleteObject","Resource":"*"},'
    '{"Effect":"Allow","Action":["s3:GetObject","s3:ListBucket"],"Resource":"arn:aws:s3:::moonrabbit-photos/*",'
    '"Condition":{"IpAddress":{"aws:SourceIp":"10.0.0.0/8"}}}]}\'' + AS_MINA
)
BOUND = (
    "aws iam put-user-permissions-boundary --user-name sora "
    "--permissions-boundary arn:aws:iam::111111111111:policy/ReadPhotos" + AS_MINA
)
FRAME = 0.05
"""Seconds that nothing on the screen may take."""


async def in_account(yuna: Learner, *lines: str, subject: str = "") -> AccountScreen:
    """The Account screen of the first lesson's account after these lines."""
    yuna.app.open_lesson(None)
    await yuna.settle()
    for line in lines:
        await yuna.send(line)
    yuna.learn.open_account(subject)
    await yuna.settle()
    assert isinstance(yuna.app.screen, AccountScreen)
    return yuna.app.screen


def told(detail: Detail) -> str:
    return "\n".join(plain_detail(detail))


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """An account with a group, a boundary and a denial; only looked at."""
    one = Desk(tmp_path_factory.mktemp("saves"), "learner", clock=lambda: NOW, seed=SEED)
    one.open_lesson(None, "en")
    for line in (GROUP, READ, JOIN, ADMIN, LIMITS, BOUND):
        one.enter(line, "en")
    return one


def detail(desk: Desk, subject: str, language: Language = "en") -> str:
    return told(desk.inspect(lambda look: detail_of(look.sandbox, subject, language)))


# What somebody may really do.


def powers(user: str, look: Inspector) -> tuple[Power, ...]:
    return powers_of(look.sandbox, user)


def asked(user: str, action: str, resource: str, look: Inspector) -> Decision:
    return look.sandbox.ask(user, action, resource)


def test_powers_are_what_the_evaluator_answers(desk: Desk) -> None:
    """What is said to be denied is refused, when the same question is asked again."""
    photo = "arn:aws:s3:::moonrabbit-photos/a.jpg"
    refused = []
    for user in ("user/jun", "user/sora", "user/noah"):
        for power in desk.inspect(partial(powers, user)):
            held = [action for one in power.held_back if one.explicit for action in one.actions]
            refused += [desk.inspect(partial(asked, user, action, photo)) for action in held]
    assert refused
    assert not any(decision.allowed for decision in refused)


def test_what_works_what_is_denied_and_on_which_condition(desk: Desk) -> None:
    text = detail(desk, "user/jun")
    assert "by AdministratorAccess\n    ✓ everything on every resource" in text
    assert "✗ not DeleteObject: denied by Limits" in text
    assert "✗ Deny · s3: DeleteObject on every resource" in text
    assert "? only if IpAddress aws:SourceIp = 10.0.0.0/8" in text
    assert "– not ListBucket: it acts on another kind of resource" in text


def test_a_boundary_holds_back_what_policies_allow(desk: Desk) -> None:
    text = detail(desk, "user/sora")
    assert "by UploadPhotos\n    – s3: PutObject on moonrabbit-photos/*" in text
    assert "not PutObject: not allowed (permissions boundary)" in text
    assert "by ReadPhotos via photographers\n    ✓ s3: ListBucket on moonrabbit-photos" in text
    assert "boundary: ReadPhotos" in text


def test_inherited_policies_name_their_group(desk: Desk) -> None:
    assert "ReadPhotos (via photographers)" in detail(desk, "user/sora")
    assert "ReadPhotos (photographers 그룹에서)" in detail(desk, "user/sora", "ko")


@pytest.mark.parametrize(
    ("subject", "parts"),
    [
        ("account", ["111111111111", "moonrabbit", "users (6)", "no MFA"]),
        ("users", ["sora", "photographers"]),
        ("roles", ["No roles yet."]),
        ("group/photographers", ["Members (1)", "sora", "ReadPhotos"]),
        (
            "policy/arn:aws:iam::111111111111:policy/ReadPhotos",
            ["photographers (group)", "v1", '"s3:GetObject"'],
        ),
        ("policy/arn:aws:iam::aws:policy/AdministratorAccess", ["jun (user)", "Worth a second look (1)"]),
        ("inline/user/jun/Limits", ["Document", "IpAddress"]),
        ("bucket/moonrabbit-photos", ["Block Public Access", "Objects", "No bucket policy"]),
        ("user/nobody", ["This is not here"]),
        ("group/nobody", ["This is not here"]),
        ("nonsense/x", ["This is not here"]),
    ],
)
def test_a_detail_has_everything(desk: Desk, subject: str, parts: list[str]) -> None:
    text = detail(desk, subject)
    assert all(part in text for part in parts), text


def test_links_lead_to_something(desk: Desk) -> None:
    """From the account everything can be reached, and nothing is missing on the way."""
    waiting, seen = ["account"], set[str]()
    while waiting:
        subject = waiting.pop()
        if subject in seen:
            continue
        seen.add(subject)
        found = desk.inspect(partial(korean, subject))
        assert not found.missing, subject
        waiting += [row.link for section in found.sections for row in section.rows if row.link]
    assert {"user/sora", "group/photographers", "inline/user/jun/Limits", "bucket/moonrabbit-web"} <= seen


def korean(subject: str, look: Inspector) -> Detail:
    return detail_of(look.sandbox, subject, "ko")


# Plain mode.


@pytest.mark.parametrize("typed", ["show sora", "SHOW user/sora", "자세히 sora"])
def test_plain_mode_shows_the_same(desk: Desk, typed: str) -> None:
    lines = desk.inspect(lambda look: list(account_lines(look.console, typed, "en") or ()))
    assert "\n".join(lines).startswith(detail(desk, "user/sora"))
    assert lines[-1].endswith("aws iam delete-user --user-name sora")


def test_plain_mode_helps_with_names(desk: Desk) -> None:
    def said(typed: str) -> list[str]:
        return desk.inspect(lambda look: list(account_lines(look.console, typed, "en") or ()))

    assert "Did you mean sora?" in said("show sorra")[0]
    assert "no xyzzy" in said("show xyzzy")[0]
    assert said("aws iam list-users") == []
    assert said("show")[0] == "moonrabbit (account)"

    def named(text: str) -> tuple[str, ...]:
        return desk.inspect(lambda look: subjects_named(look.sandbox.account, text))

    assert named("ReadPhotos") == ("policy/arn:aws:iam::111111111111:policy/ReadPhotos",)
    assert named("PHOTOGRAPHERS") == ("group/photographers",)


# Lines.


def test_no_line_is_wider_than_the_pane() -> None:
    names = ("a" * 64, "사진" * 40, "[red]x[/]", "b" * 10_000, "x y " * 50)
    rows = [
        DetailRow(kind, name, label="이름", sign="✓", note=name[:90], link="user/x", depth=depth)
        for name in names
        for kind in RowKind
        for depth in (0, 2)
    ]
    page = Detail("user/x", "x", "user", (DetailSection("s", tuple(rows)),))
    for width in (46, 70):
        for line in detail_lines(page, width):
            assert sum(cell_len(text) for text, _ in line.pieces) <= width
    assert "".join(wrapped("사진" * 40, 7)) == "사진" * 40
    assert wrapped("one two three", 7) == ["one two", "three"]
    assert wrapped("", 5) == [""]


def test_subjects_are_read_as_they_are_written() -> None:
    for text in ("account", "users", "user/a", "inline/group/g/P", "key/u/AKIA", "object/b/a/b.jpg"):
        assert read_subject(text).text == text


def test_only_what_is_unfolded_has_a_line() -> None:
    user = Branch("account\x1fusers\x1fbo", BranchKind.USER, "bo", subject="user/bo")
    users = Branch("account\x1fusers", BranchKind.SECTION, "users", "1", (user,), "users")
    root = Branch("account", BranchKind.ACCOUNT, "1", children=(users,), subject="account")
    folding = Folding()
    assert [row.branch.name for row in tree_rows(root, Changes(), folding)] == ["1", "users", "bo"]
    folding.chosen["account\x1fusers"] = False
    assert [row.branch.name for row in tree_rows(root, Changes(), folding)] == ["1", "users"]
    changes = Changes(added=frozenset({user.path}))
    assert [row.branch.name for row in tree_rows(root, changes, folding)] == ["1", "users", "bo"]
    assert [row.branch.name for row in tree_rows(root, Changes(), folding, "b")] == ["1", "users", "bo"]
    assert [row.branch.name for row in tree_rows(root, Changes(), folding, "nobody")] == ["1"]
    gone = compare(root, Branch("account", BranchKind.ACCOUNT, "1", children=(), subject="account"))
    rows = tree_rows(Branch("account", BranchKind.ACCOUNT, "1"), gone, folding)
    assert [(row.branch.name, row.gone) for row in rows] == [("1", False), ("users", True)]


# On the screen.


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["80x24", "120x36"])
@pytest.mark.long
async def test_the_screen_fits_in_both(tmp_path: Path, language: Language, size: tuple[int, int]) -> None:
    async with learner(tmp_path, language=language, size=size) as yuna:
        screen = await in_account(yuna, GROUP, READ, JOIN, subject="user/sora")
        assert all(cell_len(row) <= size[0] for row in yuna.rows)
        await yuna.press("f8")
        assert say("en" if language == "ko" else "ko", "app.account.facts") in yuna.text
        assert screen.subject == "user/sora"


@pytest.mark.long
async def test_enter_leads_on_and_escape_back(tmp_path: Path) -> None:
    async with learner(tmp_path, language="en", size=WIDE) as yuna:
        yuna.app.open_lesson(None)
        await yuna.settle()
        for line in (GROUP, READ, JOIN):
            await yuna.send(line)
        await yuna.press("f4", "enter", "escape")
        screen = yuna.app.screen
        assert isinstance(screen, AccountScreen)
        screen.sought.value = "sora"
        await yuna.settle()
        assert screen.outline.subject == "user/sora"
        await yuna.press("enter")
        assert screen.detail.has_focus
        await yuna.press("down", "down", "enter")
        assert screen.subject != "user/sora"
        await yuna.press("backspace")
        assert screen.subject == "user/sora"
        await yuna.press("escape", "escape", "escape")
        assert isinstance(yuna.app.screen, LearnScreen)
        assert yuna.learn.console.prompt.has_focus


async def test_a_line_typed_there_only_seeks(tmp_path: Path) -> None:
    async with learner(tmp_path, language="en", size=NARROW, lessons=LESSONS) as yuna:
        yuna.app.open_lesson(None)
        await yuna.settle()
        yuna.learn.open_account()
        await yuna.settle()
        await yuna.pilot.press(*"aws iam list", "enter")
        await yuna.settle()
        screen = yuna.app.screen
        assert isinstance(screen, AccountScreen)
        assert (screen.sought.value, yuna.app.language) == ("aws iam list", "en")


@pytest.mark.long
async def test_a_word_of_the_console_opens_it(tmp_path: Path) -> None:
    async with learner(tmp_path, language="ko", size=NARROW) as yuna:
        yuna.app.open_lesson(None)
        await yuna.settle()
        await yuna.send("자세히 noah")
        screen = yuna.app.screen
        assert isinstance(screen, AccountScreen)
        assert screen.subject == "user/noah"
        await yuna.press("escape")
        await yuna.send("show invoi")
        screen = yuna.app.screen
        assert isinstance(screen, AccountScreen)
        assert {"ReadInvoices", "moonrabbit-invoices"} <= {row.branch.name for row in screen.outline.rows}


@pytest.mark.long
async def test_the_mouse_does_what_keys_do(tmp_path: Path) -> None:
    async with learner(tmp_path, language="en", size=WIDE) as yuna:
        yuna.app.open_lesson(None)
        await yuna.settle()
        tree = yuna.learn.account
        at = next(at for at, row in enumerate(tree.rows) if row.branch.subject == "user/ian")
        await yuna.pilot.click(AccountTree, offset=(2 + 8, 1 + at))
        await yuna.settle()
        screen = yuna.app.screen
        assert isinstance(screen, AccountScreen)
        assert screen.subject == "user/ian"
        at = next(at for at, line in enumerate(screen.detail.lines) if line.link)
        top = screen.detail.scroll_offset.y
        await yuna.pilot.click("#account-detail", offset=(6, at - top))
        await yuna.settle()
        assert screen.subject != "user/ian"
        at = next(at for at, row in enumerate(screen.outline.rows) if row.branch.name == "buckets")
        await yuna.pilot.click("#account-tree", offset=(1 + 2, at))
        await yuna.settle()
        assert screen.outline.rows[at].open


# A large account.


def big(users: int) -> Branch:
    """An outline of so many users, each with two things."""
    rows = []
    for number in range(users):
        path = f"account\x1fusers\x1fuser{number:04}"
        below = tuple(
            Branch(f"{path}\x1f{name}", BranchKind.ATTACHED, name, subject=f"policy/{name}")
            for name in ("ReadPhotos", "UploadPhotos")
        )
        rows.append(
            Branch(path, BranchKind.USER, f"user{number:04}", children=below, subject=f"user/u{number}")
        )
    section = Branch("account\x1fusers", BranchKind.SECTION, "users", str(users), tuple(rows), "users")
    return Branch("account", BranchKind.ACCOUNT, "111111111111", "", (section,), "account")


class Big(App[None]):
    """The tree and the pane alone."""

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The colour names that they use."""
        return THEMES[0].variables

    def compose(self) -> ComposeResult:
        """Both."""
        yield AccountTree(id="tree")
        yield AccountDetail(id="detail")


@pytest.mark.parametrize(
    "text", ["[/foo]", "[@click=app.bell()]x[/]", r"a\[b]", "$name ${x}", "[bold red", "사진 🐰"]
)
async def test_names_are_shown_as_they_are(text: str) -> None:
    leaf = Branch("account\x1fx", BranchKind.BUCKET, text, text, subject=f"bucket/{text}")
    root = Branch("account", BranchKind.ACCOUNT, text, text, (leaf,), "account")
    rows = [DetailRow(kind, text, label=text, note=text, link=text) for kind in RowKind]
    app = Big()
    async with app.run_test(size=WIDE) as pilot:
        app.query_one(AccountTree).show(root, Changes(added=frozenset({leaf.path})), text, "en")
        page = Detail(text, text, text, (DetailSection(text, tuple(rows), text),))
        app.query_one(AccountDetail).show(page, anew=True)
        await pilot.pause()
        strips = app.screen._compositor.render_strips()
        shown = "\n".join("".join(segment.text for segment in strip) for strip in strips)
        assert shown.count(text) >= 4 + 2 + 4


def test_controls_are_not_obeyed() -> None:
    """A name of the account comes through the pen, which makes them visible."""
    pen = Pen("en", {})
    rows = [pen.line("a\x1b[31m\u202eb"), pen.fact("id", "a\x1b[31m\u202eb"), *pen.code("\x1b\u202e")]
    assert all(row.text.isprintable() for row in rows)


async def test_a_thousand_users_cost_no_frame(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every command shows the account anew: only lines to be seen are drawn, and the rest is quick."""
    drawn: list[int] = []
    draw = AccountTree.draw

    def counted(self: AccountTree, at: int, width: int) -> object:
        drawn.append(at)
        return draw(self, at, width)

    before, after = big(1_000), big(1_001)
    changes = compare(before, after)
    assert len(changes.added) == 3
    app = Big()
    async with app.run_test(size=NARROW) as pilot:
        monkeypatch.setattr(AccountTree, "draw", counted)
        tree = app.query_one(AccountTree)
        tree.show(before, Changes(), "yuna", "en")
        took = []
        for outline, change in ((after, changes), (before, Changes()), (after, changes)):
            begun = time.process_time()
            tree.show(outline, change, "yuna", "en")
            took.append(time.process_time() - begun)
        assert min(took) < FRAME
        tree.focus()
        await pilot.pause()
        drawn.clear()
        await pilot.press("end", "up", "pageup", "home")
        assert len(drawn) <= 8 * NARROW[1]
        begun = time.process_time()
        tree.seek("0999")
        assert time.process_time() - begun < FRAME
        assert [row.branch.name for row in tree.rows] == ["111111111111", "users", "user0999"]
