"""`iam-tutor operations`: the list is the README's, and nothing that AWS's examples name is lacking."""

import json
import re
from pathlib import Path

import pytest

from tutor.cli.main import run
from tutor.cli.operations import markdown
from tutor.gateway.needs import NEEDS
from tutor.gateway.offered import COMPARED, REFUSED, Offered, offered
from tutor.wording import LANGUAGES, say

README = Path(__file__).parents[2] / "README.md"
MOST_REFUSED = 8


@pytest.fixture(scope="module")
def every() -> dict[str, Offered]:
    return {one.service: one for one in offered()}


def test_the_readme_has_the_list_as_the_command_makes_it(every: dict[str, Offered]) -> None:
    section = re.search(
        r"<!-- iam-tutor operations --format markdown -->\n(.*?)\n<!-- end -->",
        README.read_text(encoding="utf-8"),
        re.DOTALL,
    )
    assert section is not None
    assert section[1].strip() == markdown(list(every.values()), "en").strip()


def test_nearly_all_that_the_examples_of_iam_and_sts_name_is_here(every: dict[str, Offered]) -> None:
    named = sum(len(every[service].documented) for service in COMPARED)
    missing = [command for service in COMPARED for command in every[service].undocumented]
    assert named > 170
    assert len(missing) <= MOST_REFUSED


def test_every_command_that_is_listed_is_decided_and_performed(every: dict[str, Offered]) -> None:
    listed = sum(len(one.commands) for name, one in every.items() if name != "s3")
    assert listed == len([name for name in NEEDS if name.partition(":")[2]]) - lacking_rows()


def lacking_rows() -> int:
    """Rows of permissions for operations that the sandbox does not perform."""
    from tutor.account import OPERATIONS

    return len(NEEDS.keys() - OPERATIONS.keys())


def test_every_refusal_has_a_reason_in_both_languages_and_is_needed(every: dict[str, Offered]) -> None:
    lacking = {command for one in every.values() for command in one.lacking or {}}
    assert lacking == {command for group in REFUSED.values() for command in group}
    for reason in REFUSED:
        for language in LANGUAGES:
            assert say(language, f"cli.operations.reason.{reason}").endswith(".")


def test_an_example_that_is_misnamed_counts_for_what_is_in_it(every: dict[str, Offered]) -> None:
    assert "list-service-specific-credentials" in every["iam"].documented
    assert "decode-authorization-message" in every["sts"].documented


def test_json_is_the_same_list(capsys: pytest.CaptureFixture[str], every: dict[str, Offered]) -> None:
    assert run(["operations", "--format", "json"]) == 0
    services = {row["service"]: row for row in json.loads(capsys.readouterr().out)["services"]}
    assert {name: row["operations"] for name, row in services.items()} == {
        name: list(one.commands) for name, one in every.items()
    }
    assert services["iam"]["documented"] == services["iam"]["documentedHere"]
    assert {row["operation"] for row in services["sts"]["lacking"]} == set(every["sts"].lacking or {})


@pytest.mark.parametrize(
    ("language", "sentence"), [("en", "aws sts: 9 commands"), ("ko", "aws sts: 명령 9개")]
)
def test_text_counts_one_service(capsys: pytest.CaptureFixture[str], language: str, sentence: str) -> None:
    assert run(["operations", "--service", "sts", "--language", language]) == 0
    out = capsys.readouterr().out
    assert out.startswith(sentence)
    assert max(len(line) for line in out.splitlines()[1:4]) <= 100
    assert "get-web-identity-token" in out


def test_a_service_that_is_not_here_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["operations", "--service", "lambda", "--language", "en"]) == 2
    assert "it has ec2, iam, organizations, s3, s3api, sts" in capsys.readouterr().err
