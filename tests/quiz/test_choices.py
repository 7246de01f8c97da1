"""Questions that let something be chosen, and the beliefs behind their options."""

from itertools import chain
from typing import Any

import pytest

from tests.quiz.laws import breaches
from tutor.policy import Outcome, PolicyError, PolicyKind
from tutor.quiz.beliefs import believed
from tutor.quiz.beliefs.documents import CONTENT, is_content
from tutor.quiz.dice import Dice
from tutor.quiz.families import contrast, find_fault, least, which_arn
from tutor.quiz.family import LEVELS, family, generate
from tutor.quiz.papers import Paper, allow, deny, document
from tutor.quiz.place import a_place
from tutor.quiz.question import Rule
from tutor.quiz.quick import quick_paper, read_afresh
from tutor.quiz.scene import Scene

Json = Any
PLACE = a_place(Dice("choices"))
MFA = "aws:MultiFactorAuthPresent"
FILES = f"{PLACE.bucket_arn}/*"
LOUD = PLACE.object_arn.replace(PLACE.file, PLACE.file.upper())
ALLOWED, IMPLICIT, EXPLICIT = Outcome.ALLOWED, Outcome.IMPLICIT_DENY, Outcome.EXPLICIT_DENY
MINE = (
    "which-allowed", "flip", "flip-deny", "find-fault", "which-arn", "conditions", "mfa-condition",
    "contrast", "contrast-deny", "least-privilege", "set-operators", "variables",
)  # fmt: skip


def scene(
    *statements: Json, action: str = "s3:GetObject", on: str = PLACE.object_arn, **context: Json
) -> Scene:
    paper = Paper("Some", PolicyKind.IDENTITY, document(*statements))
    return Scene(
        PLACE.principal, action, on, (paper,), {key.replace("_", ":"): one for key, one in context.items()}
    )


def with_code(effect: str, operator: str, value: str, **context: Json) -> Scene:
    made = allow if effect == "Allow" else deny
    first = [allow("s3:*", FILES)] if effect == "Deny" else []
    return scene(*first, made("s3:GetObject", FILES, Condition={operator: {MFA: value}}), **context)


def tagged(operator: str, tags: tuple[str, ...]) -> Scene:
    one = allow("s3:GetObject", FILES, Condition={operator: {"aws:TagKeys": ["env", "team"]}})
    return scene(one, aws_TagKeys=tags)


@pytest.mark.parametrize(
    ("belief", "of", "truth", "expected"),
    [
        ("M9", with_code("Deny", "Bool", "false"), ALLOWED, EXPLICIT),
        ("M10", with_code("Allow", "BoolIfExists", "true"), ALLOWED, IMPLICIT),
        ("Q32", with_code("Deny", "Null", "true", aws_MultiFactorAuthPresent=False), ALLOWED, EXPLICIT),
        ("Q39", with_code("Allow", "Bool", "true"), IMPLICIT, ALLOWED),
        ("Q52", with_code("Deny", "Bool", "true", aws_MultiFactorAuthPresent=True), EXPLICIT, ALLOWED),
        ("M14", tagged("ForAllValues:StringEquals", ()), ALLOWED, IMPLICIT),
        ("Q34", tagged("ForAllValues:StringEquals", ("env",)), ALLOWED, IMPLICIT),
        ("Q35", tagged("ForAnyValue:StringEquals", ("env", "other")), ALLOWED, IMPLICIT),
        ("Q20", scene(allow("s3:PutObject", FILES)), IMPLICIT, ALLOWED),
        ("Q21", scene(allow("s3:GetObject", f"{PLACE.bucket_arn}/{PLACE.folder}")), IMPLICIT, ALLOWED),
        ("Q22", scene(allow("s3:Get", FILES)), IMPLICIT, ALLOWED),
        ("Q23", scene(allow("s3:ListBucket", PLACE.bucket_arn)), IMPLICIT, ALLOWED),
        ("Q24", scene(allow("s3:GetObject", LOUD)), IMPLICIT, ALLOWED),
        ("Q33", scene(allow("s3:*", FILES)), ALLOWED, IMPLICIT),
        ("M22", scene(allow("s3:GetObject", "*")), ALLOWED, IMPLICIT),
        ("Q50", scene(allow("s3:PutObject", FILES)), IMPLICIT, ALLOWED),
        ("Q55", scene(allow("s3:GetObject", FILES)), ALLOWED, IMPLICIT),
        ("Q36", scene(allow("s3:GetObject", f"{PLACE.bucket_arn}/${{aws:username}}/*")), IMPLICIT, ALLOWED),
    ],
)  # fmt: skip
def test_a_belief_reads_a_scene_otherwise(belief: str, of: Scene, truth: Outcome, expected: Outcome) -> None:
    assert of.outcome is truth
    assert believed(belief, of) is expected


def test_values_and_keys_are_confused_both_ways() -> None:
    offices = ["203.0.113.0/24", "198.51.100.0/24"]
    values = scene(
        allow("s3:GetObject", FILES, Condition={"IpAddress": {"aws:SourceIp": offices}}),
        aws_SourceIp="203.0.113.9",
    )
    keys = scene(
        allow(
            "s3:GetObject", FILES, Condition={"Bool": {MFA: "true"}, "IpAddress": {"aws:SourceIp": offices}}
        ),
        aws_SourceIp="203.0.113.9",
    )
    assert (values.outcome, believed("M13", values)) == (ALLOWED, IMPLICIT)
    assert (keys.outcome, believed("M13", keys)) == (IMPLICIT, ALLOWED)


def test_an_allow_taken_away_is_believed_to_refuse() -> None:
    gone = Paper("Gone", PolicyKind.IDENTITY, document(allow("s3:GetObject", FILES)))
    left = scene(allow("s3:*", FILES))
    after = Scene(left.principal, left.action, left.resource, left.papers, beside=(gone,))
    assert (after.outcome, believed("Q51", after)) == (ALLOWED, IMPLICIT)


@pytest.mark.parametrize(
    ("belief", "before", "after"),
    [
        ("B7", '"Action": "s3:GetObject"', '"Action": "s3:cp"'),
        ("B8", '"Version": "2012-10-17"', '"Version": "2026-01-14"'),
        ("M5", '"Effect": "Allow"', '"Effect": "Allow", "Principal": "*"'),
        ("Q27", '"Effect": "Allow"', '"Sid": "One", "Effect": "Allow"'),
        ("Q28", '"Action": "s3:GetObject"', '"Action": ["s3:GetObject"]'),
        ("Q53", '"s3:GetObject"', '"s3:getobject"'),
    ],
)
def test_whoever_sees_a_fault_is_content_once_it_is_mended(belief: str, before: str, after: str) -> None:
    text = document(allow("s3:GetObject", FILES))
    assert not is_content(belief, text)
    assert is_content(belief, text.replace(before, after))


def test_a_usual_order_is_seen() -> None:
    assert set(CONTENT) == {"B7", "B8", "M5", "Q26", "Q27", "Q28", "Q53"}
    assert is_content("Q26", document(allow("s3:GetObject", FILES)))
    assert not is_content(
        "Q26", '{"Statement": [{"Effect": "Allow", "Action": "*"}], "Version": "2012-10-17"}'
    )


@pytest.mark.parametrize("name", find_fault.FAULTS)
def test_every_fault_is_one_and_is_mended(name: str) -> None:
    """IAM refuses the document, or the policy does nothing for the request; after the mend it does."""
    found = 0
    for seed in range(200):
        question = generate("find-fault", 3, f"{name}-{seed}")
        right = question.option(question.key.right[0])
        assert right is not None
        assert right.scenes[0].outcome is ALLOWED
        fault = find_fault.FAULTS[name]
        if right.why is not None and fault.skill == question.skill:
            found += 1
            for option in question.options:
                if option is not right:
                    with pytest.raises((PolicyError, AssertionError)):
                        assert option.scenes[0].outcome is ALLOWED
        if found == 3:
            break
    assert found == 3


def test_what_is_compiled_quickly_is_what_the_text_says() -> None:
    statements = [
        allow("s3:GetObject", [PLACE.bucket_arn, FILES]),
        deny("s3:*", FILES, Condition={"Bool": {MFA: "false"}}),
    ]
    quick = quick_paper("Some", *statements)
    slow = Paper("Some", PolicyKind.IDENTITY, quick.text)
    for arn in (PLACE.bucket_arn, PLACE.object_arn):
        for context in ({}, {MFA: False}, {MFA: True}):
            one = Scene(PLACE.principal, "s3:GetObject", arn, (quick,), context)
            other = Scene(PLACE.principal, "s3:GetObject", arn, (slow,), context)
            assert one.outcome is other.outcome
            assert read_afresh(one).papers == (slow,)
    assert [one.index for one in quick.compiled.statements] == [0, 1]


@pytest.mark.parametrize("wish", dict.fromkeys(chain(*which_arn.WISHES)), ids=lambda wish: wish.__name__)
def test_enough_wrong_arns_are_believed_for_every_wish(wish: Any) -> None:
    made = wish(PLACE)
    believers = [
        next(
            (one for one in which_arn._beliefs(arn) if _leads(one, which_arn._choice(PLACE, made, arn))), None
        )
        for arn in made.wrong
    ]
    assert len({one for one in believers if one}) >= 3


@pytest.mark.parametrize("job", dict.fromkeys(chain(*least.JOBS)), ids=lambda job: job.__name__)
def test_every_job_has_policies_too_wide_and_too_narrow(job: Any) -> None:
    made = job(PLACE)
    choices = [least._choice(PLACE, made, wrong) for wrong in made.wrong]
    needs = len(made.needs)
    wide = [one for one in choices if any(scene.decision.allowed for scene in one.scenes[needs:])]
    narrow = [one for one in choices if not all(scene.decision.allowed for scene in one.scenes[:needs])]
    assert wide
    assert narrow


def _leads(belief: str, choice: Any) -> bool:
    from tutor.quiz.choices import leading

    return leading(choice, (belief,)) == belief


def test_pairs_of_conditions_differ_in_one_token() -> None:
    for pairs in contrast._by_outcome().values():
        for pair in pairs:
            (one, about), (other, against) = next(iter(pair.one.items())), next(iter(pair.other.items()))
            assert (one == other) is not (about == against)


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("name", MINE)
def test_questions_of_each_level_break_no_law(name: str, level: int) -> None:
    found = [breach for seed in range(2) for breach in breaches(generate(name, level, f"choices-{seed}"))]
    assert found == []


def test_each_family_follows_its_rule() -> None:
    rules = {name: generate(name, 2, "rule").key.rule for name in MINE}
    assert rules == {
        "which-allowed": Rule.SCENES, "flip": Rule.SCENES, "flip-deny": Rule.SCENES,
        "find-fault": Rule.SCENES, "which-arn": Rule.SCENES, "conditions": Rule.OUTCOME,
        "mfa-condition": Rule.SCENES, "contrast": Rule.PAIR, "contrast-deny": Rule.PAIR,
        "least-privilege": Rule.LEAST, "set-operators": Rule.OUTCOME,
        "variables": Rule.OUTCOME,
    }  # fmt: skip


def test_what_lies_beyond_the_notes_is_told_apart() -> None:
    assert {name for name in MINE if family(name).is_beyond} == {"set-operators", "variables"}


@pytest.mark.long
@pytest.mark.parametrize("name", MINE)
def test_a_thousand_questions_of_each_family_are_sound(name: str) -> None:
    found = [
        breach
        for seed in range(100)
        for level in LEVELS
        for ways in (2, 3)
        for breach in breaches(generate(name, level, f"many-{seed}", ways=ways))
    ]
    assert found == []
