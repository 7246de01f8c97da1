"""A faulty lesson is refused with every fault: where, what was found, what was expected, the nearest name."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tutor.course import Fault, Lesson, LessonFaults, load_lesson

from .conftest import CLOAKROOM, WORKSHOP

Edit = Callable[..., Path]


def faults_of(folder: Path) -> tuple[Fault, ...]:
    with pytest.raises(LessonFaults) as refused:
        load_lesson(folder)
    return refused.value.faults


def test_a_sound_lesson_joins_structure_and_texts(cloakroom: Lesson) -> None:
    assert (cloakroom.id, cloakroom.order) == ("cloakroom", 7)
    assert [cloakroom.title("ko"), cloakroom.title("en")] == ["외투 보관소", "The cloakroom"]
    assert cloakroom.story("en") == "A day with two doors."
    assert cloakroom.message("en").startswith("Mina:")
    assert [step.kind for step in cloakroom.steps][:4] == ["read", "predict", "do", "do"]
    opened = cloakroom.step("open")
    assert opened is not None
    assert [goal.kind for goal in opened.goals] == ["allow", "allow", "minimal", "done-once"]
    assert list(cloakroom.texts(opened, "ko").hints_when) == ["nothing-more"]


YAML_FAULTS = [
    ("unknown field", ("practises: [A2]", "practices: [A2]"), "unknown-field", "practices", "practises"),
    ("missing field", ("caller: yuna\n", ""), "missing-field", "", None),
    ("wrong word", ("expect: refused", "expect: refuse"), "wrong-value", '"refuse"', "refused"),
    ("wrong type", ("minutes: 5", "minutes: five"), "wrong-value", '"five"', None),
    (
        "unquoted account",
        ('account: "111111111111"', "account: 111111111111"),
        "wrong-value",
        "111111111111",
        None,
    ),
    ("unknown profile", ("caller: yuna", "caller: yunna"), "unknown-profile", "yunna", "yuna"),
    ("unknown goal", ("after: yuna-reads", "after: yuna-raeds"), "unknown-goal", "yuna-raeds", "yuna-reads"),
    ("unknown option", ("answer: signature", "answer: sinature"), "unknown-option", "sinature", "signature"),
    ("unknown claim", ("teaches: [A1, A2, A3]", "teaches: [A1, A2, A9]"), "unknown-claim", "A9", None),
    ("no kind", ("read: true", "read: false"), "step-kind", "hello", None),
    ("id twice", ("id: both", "id: which"), "id-twice", "which", None),
    ("field twice", ("minutes: 5", "minutes: 5\nminutes: 6"), "field-twice", "minutes", None),
    ("read asks", ("teaches: [A1, A2, A3]", "teaches: [A1]\n    asks: [A1]"), "claim-kind", "asks", None),
    ("circle", ("after: yuna-reads", "after: nothing-more"), "after-circle", "nothing-more", None),
    (
        "keep on history",
        ("  - id: noah-reads\n    allow: {", "  - id: noah-reads\n    done-once: {"),
        "keep-history",
        "done-once",
        None,
    ),
    ("folder name", ("id: cloakroom", "id: wardrobe"), "folder-name", "07-cloakroom", None),
    ("syntax", ("steps:", "steps: ["), "yaml-syntax", None, None),
]


@pytest.mark.parametrize(
    ("change", "code", "found", "nearest"),
    [row[1:] for row in YAML_FAULTS],
    ids=[row[0] for row in YAML_FAULTS],
)
def test_a_fault_in_the_structure(
    edited: Edit, change: tuple[str, str], code: str, found: str | None, nearest: str | None
) -> None:
    faults = [fault for fault in faults_of(edited(yaml=change)) if fault.code == code]
    assert faults, code
    fault = faults[0]
    assert fault.file.name == "lesson.yaml"
    assert found in {None, fault.found}
    assert fault.nearest == nearest


WORKSHOP_FAULTS = [
    (
        "account of a profile",
        ('account: "222222222222"}', 'account: "222222222223"}'),
        "unknown-account",
        "222222222223",
    ),
    (
        "account of a keep",
        ("who: user/theo@222222222222", "who: user/theo@222222222220"),
        "unknown-account",
        "222222222220",
    ),
    (
        "member",
        ('members: ["111111111111", "222', 'members: ["111111111112", "222'),
        "unknown-account",
        "111111111112",
    ),
    ("third answer", ("expect: implicitDeny", "expect: refused"), "wrong-value", '"refused"'),
    ("again before", ("again: guess-again", "again: hello"), "unknown-again", "hello"),
    ("again elsewhere", ("    order: {", "    again: belief\n    order: {"), "again-kind", "order"),
    (
        "pieces twice",
        ("[version, statement, effect]", "[version, statement, version]"),
        "id-twice",
        "version",
    ),
    ("one piece", ("[version, statement, effect]", "[version]"), "empty-list", "pieces"),
    ("gap without a mark", ("user/jun\n", "user/jun {{other}}\n"), "unknown-gap", "other"),
    ("mark without a gap", ("{{region}}", "x"), "gap-unmarked", "region"),
    ("answer is no option", ("answer: Inactive", "answer: Off"), "unknown-option", "Off"),
    ("file", ("file: broken.json\n", "file: brokn.json\n"), "unknown-file", "brokn.json"),
    ("solution file", ("solution-file: fixed.json", "solution-file: fixd.json"), "unknown-file", "fixd.json"),
    ("model", ("equals-policy: fixed.json", "equals-policy: fixt.json"), "unknown-file", "fixt.json"),
    ("file goal", ("name: broken.json, valid-policy: true", "name: broken.json"), "file-goal", ""),
    ("misconception", ("misconception: B4", "misconception: B44"), "unknown-misconception", "B44"),
    ("hint rule", ("{when: readable,", "{when: readible,"), "unknown-goal", "readible"),
    (
        "reading operation",
        ("call: iam.get-account-summary", "call: iam.get-account-sumary"),
        "unknown-operation",
        "iam.get-account-sumary",
    ),
    (
        "changing operation",
        ("call: iam.get-account-summary", "call: iam.delete-user"),
        "unknown-operation",
        "iam.delete-user",
    ),
    ("expression", ("== `0` &&", "== == &&"), "jmespath", None),
    (
        "two last challenges",
        ("    save-point: true", "    last-challenge: true"),
        "last-challenge-twice",
        "last",
    ),
    (
        "last challenge is a question",
        ("    recall: true", "    last-challenge: true"),
        "last-challenge-kind",
        "choose",
    ),
    ("callout", ("callout: A1", "callout: A9"), "unknown-claim", "A9"),
    ("mfa of nobody", ("mfa: {user: yuna, devices: 2}", "mfa: {devices: 2}"), "thing-kind", ""),
    ("signed out of what", ("signed-out: true", "signed-out: false"), "wrong-value", "false"),
    ("status", ("status: gone", "status: Gone"), "wrong-value", '"Gone"'),
    ("name of vary", ("  bucket: [photos", "  Bucket: [photos"), "vary-name", "Bucket"),
    ("lesson before", ("start:\n", "start:\n  from: cloakrom\n"), "unknown-lesson", "cloakrom"),
]


@pytest.mark.parametrize(
    ("change", "code", "found"), [row[1:] for row in WORKSHOP_FAULTS], ids=[row[0] for row in WORKSHOP_FAULTS]
)
def test_a_fault_in_the_further_structure(
    edited: Edit, change: tuple[str, str], code: str, found: str | None
) -> None:
    faults = [fault for fault in faults_of(edited(WORKSHOP, yaml=change)) if fault.code == code]
    assert faults, code
    assert found in {None, faults[0].found}
    assert (faults[0].file.name, faults[0].line > 1) == ("lesson.yaml", True)


FURTHER_TEXTS = [
    ("piece", ("### piece statement", "### piece statment"), {"text-missing", "text-unasked"}),
    ("gap", ("### gap region\nThe region of an IAM user:\n", ""), {"text-missing"}),
    ("callout", ("### callout A1", "### callout A2"), {"text-missing", "text-unasked"}),
    ("explanation", ("### explain\nIAM has no region.\n", ""), {"text-missing"}),
    ("hints", ("### hint\nThen `sign-in`.\n", ""), {"hint-count"}),
    ("hint for nothing", ("### hint when B4", "### hint when B99"), {"text-unasked"}),
]


@pytest.mark.parametrize(
    ("change", "codes"), [row[1:] for row in FURTHER_TEXTS], ids=[row[0] for row in FURTHER_TEXTS]
)
def test_a_fault_in_the_further_texts(edited: Edit, change: tuple[str, str], codes: set[str]) -> None:
    assert {fault.code for fault in faults_of(edited(WORKSHOP, en=change))} == codes


def test_a_fault_points_at_its_place(edited: Edit) -> None:
    folder = edited(yaml=("answer: signature", "answer: sinature"))
    fault = faults_of(folder)[0]
    line = (folder / "lesson.yaml").read_text(encoding="utf-8").splitlines()[fault.line - 1]
    assert line[fault.column - 1 :].startswith("sinature")


def test_all_faults_come_in_one_run(edited: Edit) -> None:
    folder = edited(
        yaml=("practises: [A2]", "practices: [A2]"),
        ko=("## which — ", "## wich — "),
        en=("### hint\nPress Enter.\n\n### after", "### after"),
    )
    text = (folder / "lesson.yaml").read_text(encoding="utf-8")
    text = text.replace("caller: yuna", "caller: yunna").replace("minutes: 5", "minutes: five")
    (folder / "lesson.yaml").write_text(text, encoding="utf-8")
    codes = {(fault.file.name, fault.code) for fault in faults_of(folder)}
    assert codes >= {
        ("lesson.yaml", "unknown-field"),
        ("lesson.yaml", "wrong-value"),
    }


def test_faults_of_structure_and_of_both_languages_come_together(edited: Edit) -> None:
    folder = edited(
        yaml=("caller: yuna", "caller: yunna"),
        ko=("## which — ", "## wich — "),
        en=("### hint\nPress Enter.\n\n### after", "### after"),
    )
    found = [(fault.file.name, fault.code) for fault in faults_of(folder)]
    assert ("lesson.yaml", "unknown-profile") in found
    assert ("ko.md", "text-missing") in found
    assert ("ko.md", "text-unasked") in found
    assert ("en.md", "hint-count") in found


TEXT_FAULTS = [
    ("no title", ("# The cloakroom", "The cloakroom"), "no-title"),
    ("missing goal", ("### goal seen\nYuna has seen the list.\n", ""), "text-missing"),
    ("missing keep", ("### keep noah-reads\nNoah reads the January invoice.\n", ""), "text-missing"),
    ("missing explanation", ("### explain where\nNo door asks this.\n", ""), "text-missing"),
    ("left-over goal", ("### goal seen", "### goal sean\nText.\n\n### goal seen"), "text-unasked"),
    ("unknown heading", ("### after", "### afterwards"), "unknown-heading"),
    ("heading twice", ("### goal seen", "### goal seen\nText.\n\n### goal seen"), "heading-twice"),
    ("empty text", ("Yuna has seen the list.", ""), "text-empty"),
    ("order", ("## which — What was checked?", "## both — What was checked?"), "heading-twice"),
]


@pytest.mark.parametrize(
    ("change", "code"), [row[1:] for row in TEXT_FAULTS], ids=[row[0] for row in TEXT_FAULTS]
)
def test_a_fault_in_the_texts(edited: Edit, change: tuple[str, str], code: str) -> None:
    assert code in {fault.code for fault in faults_of(edited(en=change)) if fault.file.name == "en.md"}


def test_a_language_that_is_not_there_is_one_fault(edited: Edit) -> None:
    folder = edited()
    (folder / "ko.md").unlink()
    assert [(fault.file.name, fault.code) for fault in faults_of(folder)] == [("ko.md", "no-file")]


def test_headings_inside_fenced_code_are_text(edited: Edit) -> None:
    folder = edited(en=("The first door asks", "```\n## not a step\n```\nThe first door asks"))
    lesson = load_lesson(folder)
    assert "## not a step" in lesson.texts(lesson.steps[0], "en").body.text


LAUGHS = "".join(f"{b}: &{b} [{', '.join([f'*{a}'] * 20)}]\n" for a, b in zip("abcde", "bcdef", strict=True))

ODD = [
    ("nothing", "", "empty-file"),
    ("a number", "3", "not-a-mapping"),
    ("a list", "[]", "not-a-mapping"),
    ("an empty mapping", "{}", "missing-field"),
    ("an alias inside itself", "steps: &x [*x]", "yaml-too-much"),
    ("ever more aliases", "a: &a [1]\n" + LAUGHS, "yaml-too-much"),
    ("very deep", "[" * 1500, "yaml-too-much"),
    ("an alias of nothing", "steps: *x", "yaml-syntax"),
    ("a list as a key", "? [a]\n: b", "unknown-field"),
    ("a foreign tag", "id: !!python/object:os.system [x]", "yaml-tag"),
    ("a tab", "id:\n\tx", "yaml-syntax"),
]


@pytest.mark.parametrize(("text", "code"), [row[1:] for row in ODD], ids=[row[0] for row in ODD])
def test_an_odd_file_is_a_fault_and_no_accident(edited: Edit, text: str, code: str) -> None:
    folder = edited()
    (folder / "lesson.yaml").write_text(text, encoding="utf-8")
    assert code in {fault.code for fault in faults_of(folder)}


def test_loading_leaves_a_healthy_process() -> None:
    """The validator crashes at exit on some schemas; ours is not one of them."""
    program = "import sys, pathlib, tutor.course; tutor.course.load_lesson(pathlib.Path(sys.argv[1]))"
    done = subprocess.run([sys.executable, "-c", program, str(CLOAKROOM)], check=False, capture_output=True)
    assert done.returncode == 0, done.stderr
