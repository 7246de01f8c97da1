"""Walks through every screen of the app by keys, and stops at each to be looked at."""

from collections.abc import AsyncIterator, Iterator, Sequence

from rich.cells import cell_len
from textual.strip import Strip

from tests.app.driver import Learner
from tests.app.quiz_hands import asked, keys_for
from tests.app.quiz_samples import ALL, SKILLS, ask_only
from tutor.wording import Language

Walk = AsyncIterator[str]
"""The screens in the order of the walk, by name; each is on the terminal when its name comes."""

AS_MINA = "--profile mina"
ATTACH = (
    f"aws iam attach-user-policy {AS_MINA} --user-name yuna "
    "--policy-arn arn:aws:iam::aws:policy/AdministratorAccess"
)
LIST = "aws s3 ls s3://moonrabbit-photos"
FOR_NOAH = (
    "aws iam create-policy --policy-name NoahReads --policy-document file://noah.json",
    "aws iam attach-user-policy --user-name noah --policy-arn arn:aws:iam::111111111111:policy/NoahReads",
    "aws s3 cp s3://moonrabbit-invoices/2025-12.txt . --profile noah",
)
DEVICE = (
    f"aws iam create-virtual-mfa-device {AS_MINA} --virtual-mfa-device-name mina-phone "
    "--bootstrap-method QRCodePNG --outfile mina.png"
)

LONG_USER = "photographer-of-weddings-and-other-feasts-in-the-countryside-zzz"
LONG_GROUP = "everybody-who-takes-pictures-" * 4 + "on-saturdays"
LONG_POLICY = "ReadsAllTheAlbumsOfAllTheWeddings" * 3 + "AndWhatBelongsToThemOfTheYears"[:29]
LONG_POLICY_ARN = f"arn:aws:iam::111111111111:policy/{LONG_POLICY}"
LONG_ROLE = "role-for-the-nightly-copying-of-albums-and-invoices-to-elsewhere"
LONG_SANDBOX = "달토끼사진관의모든사람이함께쓰는연습용계정과앨범"
LONG_PATH = "/moonrabbit/studio/" + "photographers-of-the-south/" * 4
KOREAN_TAGS = (
    "Key=담당부서와책임자의이름,Value=달토끼사진관야외촬영팀의소라와유나그리고이안 Key=메모,Value=토요일"
)
_DOCUMENT = (
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject",'
    '"Resource":"arn:aws:s3:::moonrabbit-photos/wedding/of-the-two-who-met-at-the-market-in-the-rain/*"}]}'
)
_TRUST = (
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole",'
    '"Principal":{"AWS":"arn:aws:iam::111111111111:root"}}]}'
)
LONG_NAMES = (
    f"aws iam create-user --user-name {LONG_USER} --path {LONG_PATH} --tags {KOREAN_TAGS}",
    f"aws iam create-group --group-name {LONG_GROUP}",
    f"aws iam add-user-to-group --user-name {LONG_USER} --group-name {LONG_GROUP}",
    f"aws iam create-policy --policy-name {LONG_POLICY} --policy-document '{_DOCUMENT}'",
    f"aws iam attach-group-policy --group-name {LONG_GROUP} --policy-arn {LONG_POLICY_ARN}",
    f"aws iam create-role --role-name {LONG_ROLE} --tags {KOREAN_TAGS} "
    f"--assume-role-policy-document '{_TRUST}'",
    f"aws iam create-access-key --user-name {LONG_USER}",
)
"""What an account with the longest names that AWS takes is made by."""


async def first_minutes(yuna: Learner, language: Language) -> Walk:
    """From the first run to the mended denial, with what Learn and its screens show by then."""
    yield "language"
    await yuna.press("1" if language == "ko" else "2")
    yield "first-line"
    await yuna.press("enter")
    yield "tour"
    await yuna.press("escape", "enter")
    yield "predict"
    await yuna.press("1", "enter")
    yield "predicted"
    await yuna.press("enter", "enter")
    yield "refused"
    await yuna.press("f3")
    yield "pane-decision"
    await yuna.press("f4")
    yield "pane-account"
    await yuna.press("escape")
    await yuna.press("f12")
    yield "decision"
    await yuna.press("f4")
    yield "decision-flip"
    await yuna.press("f5")
    yield "what-if"
    await yuna.press("escape", "escape", "enter")
    yield "goals"
    await yuna.send("hint")
    await yuna.send(ATTACH)
    await yuna.send(LIST)
    yield "mended"
    await yuna.press("f5")
    yield "map"
    await yuna.press("escape", "f6")
    yield "history"
    await yuna.press("up", "enter")
    yield "asking"
    await yuna.press("escape", "escape", "f1")
    yield "help"
    await yuna.press("escape", "f10")
    yield "settings"
    await yuna.pilot.press(*["down"] * 5)
    await yuna.press("enter")
    yield "settings-key"
    await yuna.press("escape", "escape")


async def account_screens(yuna: Learner) -> Walk:
    """The account's tree, what can be done with a user, and a form."""
    yuna.learn.open_account("user/yuna")
    await yuna.settle()
    yield "account"
    await yuna.press("f2")
    yield "account-menu"
    await yuna.press("escape", "f5")
    yield "account-new"
    await yuna.press("escape", "escape")


async def console_screens(yuna: Learner) -> Walk:
    """What the console opens."""
    yuna.learn.console.prompt.put("aws iam create-")
    await yuna.press("tab", "tab")
    yield "completions"
    await yuna.press("escape", "ctrl+u", "ctrl+r")
    await yuna.pilot.press(*"s3")
    await yuna.settle()
    yield "search-lines"
    await yuna.press("escape", "ctrl+u")
    await yuna.send("aws iam help")
    yield "help-page"
    await yuna.press("escape", "ctrl+p")
    yield "palette"
    await yuna.press("escape")


async def signing_in(yuna: Learner) -> Walk:
    """The console's door and the authenticator."""
    await yuna.press("f7")
    yield "sign-in"
    await yuna.pilot.press(*"wrong")
    await yuna.press("enter")
    yield "sign-in-refused"
    await yuna.press("escape")
    await yuna.send(DEVICE)
    await yuna.press("ctrl+t")
    yield "authenticator"
    await yuna.press("escape")


async def editing(yuna: Learner) -> Walk:
    """The policy editor over the step that asks for a policy for Noah."""
    yuna.app.open_lesson("policies", "for-noah")
    await yuna.settle()
    await yuna.press("f2")
    yield "editor-files"
    await yuna.press("escape")
    for line in FOR_NOAH:
        await yuna.send(line)
    await yuna.press("enter")
    await yuna.send("2")
    await yuna.press("enter", "f2")
    await yuna.look()
    yield "editor"
    await yuna.press("f7")
    yield "editor-attach"
    await yuna.press("escape")
    text = yuna.editor.text
    row = next(at for at in range(text.document.line_count) if '"Action"' in text.document.get_line(at))
    text.move_cursor((row, len(text.document.get_line(row))))
    await yuna.pilot.press("enter", *'"Co')
    await yuna.look()
    yield "editor-completion"
    await yuna.press("escape")
    await yuna.look()
    yield "editor-findings"
    await yuna.press("f11")
    yield "editor-compare"
    await yuna.press("escape", "ctrl+r")
    yield "editor-ask"
    await yuna.press("escape", "escape")
    yield "editor-leave"
    await yuna.press("down", "enter")


async def at_home(yuna: Learner) -> Walk:
    """Home with progress, and what is behind its doors."""
    yuna.app.go_home()
    await yuna.settle()
    yield "home"
    await yuna.press("f5")
    yield "class"
    await yuna.press("escape", "f3")
    yield "sandboxes"
    await yuna.press("enter")
    yield "sandbox-name"
    await yuna.press("enter")
    yield "sandbox"
    await yuna.press("escape", "f3")
    yield "sandboxes-kept"
    await yuna.press("escape")
    await yuna.pilot.resize_terminal(60, 20)
    await yuna.settle()
    yield "too-small"


async def quizzing(yuna: Learner) -> Walk:
    """The quiz's screens, with questions of every kind."""
    ask_only(yuna)
    for skill in SKILLS:
        yuna.app.desk.progress.note_skill(skill, "seen", "lesson/step")
    yuna.app.go_home()
    await yuna.settle()
    await yuna.press("f4")
    yield "quiz"
    await yuna.press("2")
    yield "quiz-topics"
    await yuna.press("enter")
    for number in range(len(ALL)):
        question = asked(yuna)
        await yuna.press(*keys_for(question, right=number % 2 == 0))
        yield f"quiz-{question.kind}-{question.skill}"
        await yuna.press("enter")
        yield f"quiz-{question.kind}-{question.skill}-told"
        if question.scene is not None:
            await yuna.press("f3")
            yield "quiz-decision"
            await yuna.press("escape")
        await yuna.press("enter")
    await yuna.press("escape", "5")
    yield "quiz-progress"
    await yuna.press("escape", "3")
    yield "exam-form"
    yuna.app.screen.query_one("#code").focus()
    await yuna.pilot.press(*"5-10-AB-moon7")
    await yuna.press("enter")
    yield "exam"
    await yuna.press(*keys_for(asked(yuna), right=False), "enter", "f6", "enter")
    yield "exam-report"
    await yuna.press("enter")
    yield "exam-look"


async def every_screen(yuna: Learner, language: Language) -> Walk:
    """All of them, from an app that begins with its first run."""
    async for name in first_minutes(yuna, language):
        yield name
    for part in (account_screens, console_screens, signing_in, editing, quizzing, at_home):
        async for name in part(yuna):
            yield name


async def long_names(yuna: Learner) -> Walk:
    """Screens of an account whose names are as long as AWS lets them be."""
    yuna.app.open_sandbox(LONG_SANDBOX, "decision")
    await yuna.settle()
    for line in LONG_NAMES:
        await yuna.send(f"{line} {AS_MINA}")
    await yuna.send(f"keep {LONG_USER}")
    await yuna.send(f"{LIST} --profile {LONG_USER}")
    yield "long-learn"
    for subject in (
        f"user/{LONG_USER}",
        f"group/{LONG_GROUP}",
        f"policy/{LONG_POLICY_ARN}",
        f"role/{LONG_ROLE}",
    ):
        kind = subject.partition("/")[0]
        yuna.learn.open_account(subject)
        await yuna.settle()
        yield f"long-account-{kind}"
        await yuna.press("f2")
        yield f"long-menu-{kind}"
        await yuna.press("escape", "escape")
    await yuna.press("f5", "p")
    yield "long-map"
    await yuna.press("enter")
    yield "long-decision"
    await yuna.press("f5")
    yield "long-what-if"
    await yuna.press("escape", "escape", "escape", "f6")
    yield "long-history"
    await yuna.press("escape")


# What is wrong with a screen of text.

ACROSS, ALONG = frozenset("─━┬┴┼├┤"), frozenset("│┃├┤┼┬┴")
CORNERS = {
    "┌": (1, 1), "╭": (1, 1), "┏": (1, 1), "┐": (-1, 1), "╮": (-1, 1), "┓": (-1, 1),
    "╰": (1, -1), "┗": (1, -1), "┘": (-1, -1), "╯": (-1, -1), "┛": (-1, -1),
}  # fmt: skip
"""Whether a frame goes on to the right (1) or left, and below (1) or above."""
RULE = 6
"""Rows from which on upright lines below one another are one rule."""
NEAR = 4
"""Cells by which wide letters could push a rule aside."""


def faults(strips: Sequence[Strip], width: int) -> list[str]:
    """Rows that are not as wide as the screen, open corners of frames, rules that are pushed aside."""
    grid = [_cells(strip) for strip in strips]
    uneven = [f"row {y} is {len(cells)} cells" for y, cells in enumerate(grid) if len(cells) != width]
    return uneven or [*_open_corners(grid), *_pushed_rules(grid, width)]


def _cells(strip: Strip) -> list[str]:
    """One text a cell; the second cell of a wide letter is empty."""
    cells: list[str] = []
    for letter in strip.text:
        wide = cell_len(letter)
        if wide == 0 and cells:
            cells[-1] += letter
        else:
            cells += [letter, *[""] * (wide - 1)]
    return cells


def _open_corners(grid: Sequence[Sequence[str]]) -> Iterator[str]:
    for y, cells in enumerate(grid):
        for x, letter in enumerate(cells):
            if letter in CORNERS:
                right, below = CORNERS[letter]
                if cells[x + right] not in ACROSS or grid[y + below][x] not in ALONG:
                    yield f"{letter} at {x},{y} is open"


def _pushed_rules(grid: Sequence[Sequence[str]], width: int) -> Iterator[str]:
    for x in range(width):
        rows = [y for y, cells in enumerate(grid) if cells[x] == "│"]
        if len(rows) < RULE:
            continue
        for y in range(rows[0], rows[-1]):
            near = grid[y][max(x - NEAR, 0) : x + NEAR + 1]
            if grid[y][x] not in ALONG and "│" in near and _stand_alone(grid, x, y):
                yield f"the rule at {x} is pushed aside in row {y}"


def _stand_alone(grid: Sequence[Sequence[str]], x: int, y: int) -> bool:
    """No upright line near the rule in this row goes on in the row above or below."""
    near = range(max(x - NEAR, 0), min(x + NEAR + 1, len(grid[y])))
    return not any(grid[y][at] == "│" and "│" in {grid[y - 1][at], grid[y + 1][at]} for at in near if at != x)
