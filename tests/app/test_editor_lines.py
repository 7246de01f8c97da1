"""From a file to the policy that it stands for, and to the line that makes it one."""

import shlex
from pathlib import Path

import pytest

from tutor.app.editor_lines import Deed, Holders, choices, line_for, policy_name_for
from tutor.app.editor_policies import policy_of_file
from tutor.app.editor_shelf import Kept, Shelf
from tutor.app.models.editor_policies import Keeping, StoredPolicy, Target
from tutor.app.render.editor_brackets import paired
from tutor.app.render.editor_diff import diff_lines

LINE = "aws iam {} --policy-document file://x.json"
ARN = "arn:aws:iam::111111111111:policy/NoahReads"
READS = StoredPolicy(Target(Keeping.MANAGED, "NoahReads", arn=ARN), "identity", '{"a": 1}', "v1")
BACKUP = StoredPolicy(Target(Keeping.USER, "Backup", "job"), "identity", '{"a": 2}')
TRUST = StoredPolicy(Target(Keeping.TRUST, "", "deploy"), "trust", '{"a": 3}')
STORED = (READS, BACKUP, TRUST)


@pytest.mark.parametrize(
    ("deed", "line"),
    [
        (Deed.CREATE, "aws iam create-policy --policy-name X --policy-document file://x.json"),
        (
            Deed.USER,
            "aws iam put-user-policy --user-name X --policy-name P --policy-document file://x.json",
        ),
        (Deed.TRUST, "aws iam update-assume-role-policy --role-name X --policy-document file://x.json"),
        (Deed.BUCKET, "aws s3api put-bucket-policy --bucket X --policy file://x.json"),
    ],
)
def test_each_deed_has_its_line(deed: Deed, line: str) -> None:
    assert line_for(deed, "x.json", "X", "P", "identity", STORED) == line


def test_a_version_is_made_of_the_policy_s_arn_and_takes_effect() -> None:
    line = line_for(Deed.VERSION, "x.json", "NoahReads", "", "identity", STORED)
    assert ARN in line
    assert line.endswith("--set-as-default")


@pytest.mark.parametrize("name", ["my policy.json", "정책.json", "a'b;rm -rf $HOME.json", "-x.json"])
def test_names_are_quoted(name: str) -> None:
    line = line_for(Deed.CREATE, name, "it's", "", "identity", ())
    assert shlex.split(line)[-1] == f"file://{name}"
    assert "it's" in shlex.split(line)


@pytest.mark.parametrize(
    ("file", "name"),
    [("noah.json", "noah"), ("a b.json", "a-b"), ("정책.json", "MyPolicy"), ("x" * 99, "x" * 64)],
)
def test_a_policy_is_called_as_its_file(file: str, name: str) -> None:
    assert policy_name_for(file) == name


def test_the_likeliest_deed_stands_first() -> None:
    holders = Holders(users=("job", "noah"), roles=("deploy",))
    kinds = {one.target.label: choices("f.json", one.kind, one, STORED, holders)[0] for one in STORED}
    assert [choice.deed for choice in kinds.values()] == [Deed.VERSION, Deed.USER, Deed.TRUST]
    assert choices("f.json", "session", None, STORED, holders) == ()


@pytest.mark.parametrize(
    ("file", "text", "lines", "chosen", "found"),
    [
        ("x.json", "", [LINE.format("create-policy --policy-name NoahReads")], "", READS),
        ("x.json", "", [LINE.format(f"create-policy-version --policy-arn {ARN}")], "", READS),
        ("x.json", "", [LINE.format("put-user-policy --user-name job --policy-name Backup")], "", BACKUP),
        ("x.json", "", ["aws iam create-role --role-name deploy --x 'file://x.json'"], "", TRUST),
        ("x.json", "", [LINE.format("create-policy --policy-name Gone")], "", None),
        ("x.json", "", ["an open 'quotation x.json"], "", None),
        ("x.json", '{"a":2}', [], "", BACKUP),
        ("noahreads.json", "{}", [], "", READS),
        ("x.json", "", [], TRUST.target.key, TRUST),
        ("x.json", "{}", [], "", None),
    ],
)  # fmt: skip
def test_a_file_stands_for_the_policy_that_was_made_of_it(
    file: str, text: str, lines: list[str], chosen: str, found: StoredPolicy | None
) -> None:
    assert policy_of_file(file, text, STORED, lines, chosen) == found


def test_what_is_kept_comes_back(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    kept = Kept("text \x1b 한글", (("user/noah", "s3:GetObject", "*", "allow"),), "managed")
    shelf.write("a/b.json", kept)
    assert shelf.read("a/b.json") == kept
    assert shelf.read("other.json") == Kept()
    shelf.write("a/b.json", Kept())
    assert list((tmp_path / "editor").iterdir()) == []


@pytest.mark.parametrize("content", ["", "[]", "{", '{"name": "x", "requests": [1, [2]], "draft": 3}'])
def test_what_cannot_be_read_counts_as_nothing(tmp_path: Path, content: str) -> None:
    shelf = Shelf(tmp_path)
    shelf.write("x", Kept("text"))
    next((tmp_path / "editor").iterdir()).write_text(content)
    assert shelf.read("x") == Kept()


def test_brackets_find_their_partners() -> None:
    assert paired('{"}": [1]}') == ({8: 6, 6: 8, 9: 0, 0: 9}, frozenset())
    assert paired("{[}")[1] == {1}
    assert paired("]{")[1] == {0, 1}
    assert paired('["open]')[0] == {6: 0, 0: 6}


def test_only_what_counts_differs() -> None:
    assert diff_lines('{"a":[1]}', '{\n "a": [\n1]}') == ()
    lines = [line.plain[5:] for line in diff_lines('{"a":1}', '{"a":2}')]
    assert '-     "a": 1' in lines
    assert '+     "a": 2' in lines
