"""A guess looks at the whole step: what else the learner is at, and what was mended since."""

from pathlib import Path
from typing import Final

import pytest

from tutor.course.decode import Decoder
from tutor.course.goals import Grounds, Result, evaluate_goals
from tutor.course.nodes import read_yaml
from tutor.course.schema import Step

from ..people import ACCOUNT, INVOICES, PHOTOS, Studio, allows

PUT: Final = "s3:PutObject"
TWO_PEOPLE: Final = f"""
id: two-people
do:
  goals:
    - {{id: yuna, allow: {{as: user/yuna, action: {PUT}, resource: "{PHOTOS}/web/*"}}}}
    - {{id: noah, allow: {{as: user/noah, action: {PUT}, resource: "{PHOTOS}/album/*"}}}}
  solution: [aws s3 ls]
"""
REPAIR: Final = """
id: mend
repair:
  file: today.json
  solution-file: today.json
  goals:
    - {id: stored, exists: {policy: Album}}
"""
DATED: Final = allows("s3:GetObject", f"{PHOTOS}/*").replace("2012-10-17", "2026-01-13")
SOUND: Final = allows("s3:GetObject", f"{PHOTOS}/*")


@pytest.fixture
def studio(tmp_path: Path) -> Studio:
    return Studio(tmp_path)


def results(studio: Studio, written: str) -> dict[str, Result]:
    """The goals of a step, judged while the learner is at it."""
    node, _ = read_yaml(Path("step.yaml"), written)
    assert node is not None
    step = Decoder(Path("step.yaml")).struct(node, Step)
    assert step is not None
    grounds = Grounds(studio.sandbox, ACCOUNT, studio.begin, studio.begin, studio.console, step=step)
    return {result.name: result for result in evaluate_goals(step.goals, grounds)}


def kind(result: Result) -> tuple[str, str | None]:
    assert result.cause is not None
    return result.cause.kind, result.cause.misconception


@pytest.mark.parametrize(
    ("resource", "found"),
    [
        (f"{PHOTOS}/album/*", ("attached-elsewhere", "wrong-principal")),
        (f"{PHOTOS}/*", ("no-policies", None)),
    ],
    ids=["what Yuna has no use for", "what Yuna's own task needs"],
)
def test_what_somebody_else_needs_is_not_at_the_wrong_place(
    studio: Studio, resource: str, found: tuple[str, str | None]
) -> None:
    studio.give("yuna", "Paper", allows(PUT, resource))
    assert kind(results(studio, TWO_PEOPLE)["noah"]) == found


def test_what_somebody_held_before_is_not_at_the_wrong_place(studio: Studio) -> None:
    studio.give("yuna", "Before", allows(PUT, f"{PHOTOS}/album/*"))
    studio.begin = studio.save.head or 0
    studio.give("yuna", "Paper", allows("s3:GetObject", INVOICES))
    assert kind(results(studio, TWO_PEOPLE)["noah"])[0] == "no-policies"


def test_a_policy_that_hung_elsewhere_from_the_start_was_not_misplaced(studio: Studio) -> None:
    studio.give("yuna", "Paper", SOUND)
    attached = "attached: {policy: Paper, to: user/noah}"
    assert studio.kind(attached) == "attached-elsewhere"
    studio.begin = studio.save.head or 0
    assert studio.kind(attached) == "not-attached"


def test_a_document_that_was_mended_is_blamed_no_more(studio: Studio) -> None:
    """The date was refused, the file was mended, and the policy is yet to be made."""
    file = studio.folder / "today.json"
    file.write_text(DATED, encoding="utf-8")
    studio.console.run(
        f"aws iam create-policy --policy-name Album --policy-document '{DATED}' --profile mina"
    )
    assert kind(results(studio, REPAIR)["stored"]) == ("missing", "B8")
    file.write_text(SOUND, encoding="utf-8")
    assert kind(results(studio, REPAIR)["stored"]) == ("missing", None)


def test_who_must_be_denied_explicitly_needs_a_deny(studio: Studio) -> None:
    """To take the Allow away would refuse the request, but not in the way that is wanted."""
    studio.give("yuna", "Paper", allows(PUT, f"{PHOTOS}/*"))
    goal = f"deny: {{as: user/yuna, action: {PUT}, resource: '{PHOTOS}/a.jpg'"
    found = [studio.check(f"{goal}{by}}}")[0].cause for by in ("", ", by: explicit")]
    assert [cause and cause.help for cause in found] == ["take-away", "deny-it"]


def test_a_trust_policy_for_the_whole_account_leaves_it_to_the_callers_policies(studio: Studio) -> None:
    trust = allows("sts:AssumeRole", "x").replace(
        '"Resource": "x"', f'"Principal": {{"AWS": "arn:aws:iam::{ACCOUNT}:root"}}'
    )
    studio.do("iam:CreateRole", RoleName="audit", AssumeRolePolicyDocument=trust)
    (result,) = studio.check("trusts: {role: audit, who: user/yuna, only: true}")
    assert kind(result) == ("trusts-account", "M4")
    assert result.cause is not None
    assert result.cause.help == "name-in-trust"
