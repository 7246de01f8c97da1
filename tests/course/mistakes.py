"""Mistakes of an author, one of each kind, and what the message about each has to say."""

from dataclasses import dataclass
from typing import Final

FOLDER: Final = "01-night-shift"
YAML, KO, EN = "lesson.yaml", "ko.md", "en.md"
GONE: Final = "\0"
"""In place of a text: the file is taken away."""
LONG: Final = " ".join(["Noah waits for the notes and looks at the clock again."] * 9)


@dataclass(frozen=True)
class Mistake:
    """One slip of an author, and what the message about it has to say."""

    name: str
    file: str
    old: str
    new: str
    code: str
    found: str = ""
    expected: str = ""
    nearest: str | None = None
    at: str = ""
    """The text at which the message points, in the file as it is now; empty where a place says little."""
    inside: str = ""
    """The file that the message names, if it is another one."""


OPENING: Final = (
    Mistake(
        "field misspelt",
        YAML,
        "minutes: 15",
        "minuts: 15",
        "unknown-field",
        "minuts",
        "minutes",
        "minutes",
        "minuts",
    ),
    Mistake("no number", YAML, "minutes: 15", "minutes: soon", "wrong-value", "soon", "int", at="soon"),
    Mistake("field missing", YAML, "caller: yuna ", "# ", "missing-field", expected="caller"),
    Mistake(
        "field twice",
        YAML,
        "minutes: 15",
        "minutes: 15\nminutes: 16",
        "field-twice",
        "minutes",
        at="minutes: 16",
    ),
    Mistake("bracket open", YAML, "skills: [G5, G8] ", "skills: [G5, G8 ", "yaml-syntax"),
    Mistake(
        "account unquoted",
        YAML,
        '"111111111111"',
        "111111111111",
        "wrong-value",
        "111111111111",
        at="111111111111",
    ),
    Mistake(
        "no moment",
        YAML,
        "2026-01-05T09:00:00Z",
        "Monday",
        "wrong-value",
        "Monday",
        "2026-01-05T09:00:00Z",
        at="Monday",
    ),
    Mistake(
        "word misspelt",
        YAML,
        "layers: identity",
        "layers: identiy",
        "wrong-value",
        "identiy",
        "identity",
        "identity",
        "identiy",
    ),
    Mistake(
        "unknown profile",
        YAML,
        "caller: yuna",
        "caller: yuma",
        "unknown-profile",
        "yuma",
        "noah",
        "yuna",
        "yuma",
    ),
    Mistake(
        "unknown claim", YAML, "skills: [G5, G8]", "skills: [G5, G88]", "unknown-claim", "G88", "G8", "G8"
    ),
    Mistake("folder and id", YAML, "id: night-shift", "id: day-shift", "folder-name", FOLDER, "NN-day-shift"),
    Mistake(
        "principal",
        YAML,
        "as: user/noah\n    requests",
        "as: users/noah\n    requests",
        "wrong-value",
        "users/noah",
        "user/yuna",
        at="users/noah",
    ),
    Mistake(
        "outcome misspelt",
        YAML,
        "expect: refused}\n    practises",
        "expect: refuse}\n    practises",
        "wrong-value",
        "refuse",
        "refused",
        "refused",
        "refuse}",
    ),
    Mistake(
        "one piece",
        YAML,
        "[version, effect, action, resource]",
        "[version]",
        "empty-list",
        "pieces",
        at="[version]",
    ),
    Mistake(
        "gap misspelt", YAML, "s3:{{action}}", "s3:{{acton}}", "unknown-gap", "acton", "action", "action"
    ),
    Mistake(
        "goal kind misspelt",
        YAML,
        "{id: noah-lists, allow:",
        "{id: noah-lists, alow:",
        "unknown-field",
        "alow",
        "allow",
        "allow",
        "alow",
    ),
    Mistake(
        "after misspelt",
        YAML,
        "after: noah-lists",
        "after: noah-list",
        "unknown-goal",
        "noah-list",
        "noah-lists",
        "noah-lists",
        "noah-list\n",
    ),
    Mistake(
        "no such option",
        YAML,
        "misconception: B6}, c], answer: a}",
        "misconception: B6}, c], answer: d}",
        "unknown-option",
        "d",
        "a, b, c",
        at="d}\n    asks",
    ),
    Mistake(
        "no such belief",
        YAML,
        "misconception: B6",
        "misconception: B66",
        "unknown-misconception",
        "B66",
        "B6",
        "B6",
    ),
    Mistake(
        "no such hint rule",
        YAML,
        "{when: B6,",
        "{when: noah-lsts,",
        "unknown-goal",
        "noah-lsts",
        "noah-lists",
        "noah-lists",
        "noah-lsts",
    ),
    Mistake(
        "no such file",
        YAML,
        "file: broken.json\n",
        "file: brocken.json\n",
        "unknown-file",
        "brocken.json",
        "broken.json",
        "broken.json",
        "brocken.json",
    ),
    Mistake(
        "no such solution",
        YAML,
        "solution-file: fixed.json",
        "solution-file: fixd.json",
        "unknown-file",
        "fixd.json",
        "fixed.json",
        "fixed.json",
        "fixd.json",
    ),
    Mistake("id twice", YAML, "- id: gaps", "- id: pieces", "id-twice", "pieces", at="pieces\n    fill"),
    Mistake(
        "two kinds",
        YAML,
        "- id: guess\n",
        "- id: guess\n    read: true\n",
        "step-kind",
        "read, predict",
        "sign-in",
    ),
    Mistake(
        "too much at once",
        YAML,
        "hint: 2}]\n    practises: [G8]",
        "hint: 2}]\n    practises: [G5, G6, G7, G8]",
        "practises-many",
        "4",
        "3",
        at="[G5, G6, G7, G8]",
    ),
    Mistake(
        "recall of a page",
        YAML,
        "    read: true\n",
        "    read: true\n    recall: true\n",
        "recall-kind",
        "read",
        "predict",
        at="true\n    teaches",
    ),
    Mistake(
        "line and begin",
        YAML,
        "    shows: [map]\n    do:\n",
        "    shows: [map]\n    do:\n      line: aws s3 ls\n      begin: aws\n",
        "line-and-begin",
        at="aws\n      goals",
    ),
    Mistake(
        "heading misspelt",
        EN,
        "### teacher",
        "### techer",
        "unknown-heading",
        "techer",
        nearest="teacher",
        at="### techer",
    ),
    Mistake(
        "text of an option",
        EN,
        "### option c\n`arn:aws:s3:::moonrabbit-notes/monday.txt`\n",
        "",
        "text-missing",
        expected="### option c",
    ),
    Mistake("two hints", KO, "### hint\n누가 들어오는지", "누가 들어오는지", "hint-count", "2", "3"),
    Mistake(
        "goal nobody has",
        KO,
        "### goal noah-opens",
        "### goal noah-opns",
        "text-unasked",
        "noah-opns",
        nearest="noah-opens",
    ),
    Mistake(
        "step misspelt", EN, "## guess —", "## gues —", "text-unasked", "gues", nearest="guess", at="## gues"
    ),
    Mistake("one language missing", EN, GONE, GONE, "no-file", "en.md"),
)
"""Mistakes for which the lesson cannot be opened."""

READING: Final = (
    Mistake("particle after a name", KO, "`read` 단계는", "`read`는", "particle", "`read`는", at="`read`는"),
    Mistake("formal ending", KO, "말하고 멈춰요", "말하고 멈춥니다", "formal-ending", "춥니다", at="춥니다"),
    Mistake(
        "particle pair", KO, "버킷과 그 안의", "버킷와(과) 그 안의", "particle-pair", "와(과)", at="와(과)"
    ),
    Mistake("address", KO, "누구의 정책을", "당신은 누구의 정책을", "address", "당신", at="당신"),
    Mistake("tone", EN, "Look at the end", "Simply look at the end", "tone", "Simply", at="Simply"),
    Mistake("page too long", EN, "The text says one thing", LONG, "page-too-long-en", "1", "90"),
    Mistake(
        "not translated",
        EN,
        "Noah sees the list",
        "노아 님이 목록을 봐요",
        "wrong-language",
        "노아",
        at="노아 님이",
    ),
    Mistake(
        "link to nowhere",
        EN,
        "says one thing",
        "says [one thing](nots.md)",
        "no-file",
        "nots.md",
        at="nots.md",
    ),
    Mistake("claim not asked", YAML, "asks: [G5]", "asks: [G8]", "claim-not-asked", "G5"),
    Mistake(
        "no prediction",
        YAML,
        "expect: refused}\n    practises: [G8]",
        "expect: refused}\n    practises: [G8]\n    recall: true",
        "no-prediction",
        "mend",
        "predict",
        at="mend\n",
    ),
    Mistake(
        "two questions", YAML, "    asks: [G5]\n    recall: true", "    asks: [G5]", "recall-few", "1", "3"
    ),
    Mistake(
        "file of the solution",
        YAML,
        "file://read.json",
        "file://raed.json",
        "no-file",
        "file://raed.json",
        nearest="read.json",
    ),
    Mistake(
        "cause left out",
        "solutions/wrong-give-to-sora.txt",
        " attached-elsewhere",
        "",
        "wrong-without-cause",
        "noah-lists",
    ),
    Mistake(
        "alternative taken away",
        "solutions/wrong-give-too-wide.txt",
        GONE,
        GONE,
        "too-few-alternatives-wrong",
        "give: 2",
        "3",
        at="give\n",
        inside=YAML,
    ),
    Mistake(
        "alternative twice",
        "solutions/wrong-mend-not-stored.txt",
        "file: broken.json <- fixed.json",
        "file: broken.json <- too-wide.json\naws iam create-policy --policy-name Notes --policy-document file://broken.json",
        "alternative-twice",
        "wrong-mend-too-wide.txt",
        "wrong-mend-not-stored.txt",
        inside="solutions/wrong-mend-too-wide.txt",
    ),
)
"""Mistakes that show in a lesson that can be opened, without playing it."""

PLAYING: Final = (
    Mistake(
        "wrong prediction",
        YAML,
        "expect: refused}\n    practises",
        "expect: allowed}\n    practises",
        "prediction",
        "refused",
        "allowed",
        at="allowed}",
    ),
    Mistake(
        "solution too short",
        YAML,
        "--policy-name Read --policy-document file://read.json",
        "--policy-name Read --policy-document file://broken.json",
        "solution-goal",
        "noah-lists",
        at="{id: noah-lists",
    ),
    Mistake(
        "start line fails",
        YAML,
        "--user-name sora\n",
        "--user-name noah\n",
        "start-line",
        "EntityAlreadyExists",
        "0",
    ),
    Mistake("start is stale", YAML, "name Write", "name Writes", "start-stale", inside="start.json"),
    Mistake(
        "wrong one passes",
        "solutions/wrong-give-to-sora.txt",
        "--user-name sora",
        "--user-name noah",
        "wrong-passes",
        "noah-lists",
    ),
    Mistake(
        "another cause",
        "solutions/wrong-give-to-sora.txt",
        "attached-elsewhere",
        "no-match",
        "wrong-cause",
        "attached-elsewhere",
        "no-match",
    ),
    Mistake(
        "cause misspelt",
        "solutions/wrong-give-to-sora.txt",
        "attached-elsewhere",
        "atached-elsewhere",
        "unknown-cause",
        "atached-elsewhere",
        nearest="attached-elsewhere",
    ),
    Mistake(
        "goal misspelt",
        "solutions/wrong-give-to-sora.txt",
        "noah-lists",
        "noah-list",
        "unknown-goal",
        "noah-list",
        "noah-lists",
        "noah-lists",
    ),
    Mistake(
        "no such file",
        "solutions/right-mend-one-statement.txt",
        "<- one-statement.json",
        "<- one-statment.json",
        "unknown-file",
        "one-statment.json",
        "one-statement.json",
        "one-statement.json",
    ),
)
"""Mistakes that show when the lesson is played."""
