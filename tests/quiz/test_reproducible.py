"""The same id is the same question on every run, machine and Python."""

import os
import subprocess
import sys
from collections.abc import Iterator
from hashlib import sha256
from typing import Final

import pytest

from tutor.quiz.family import LEVELS, again, families, generate
from tutor.quiz.pieces import Code
from tutor.quiz.question import Question

PINNED: Final[dict[str, str]] = {
    "predict-policy": "2f33c88efe52a0e1",
    "predict-not": "ed69ecd87a60ac57",
    "predict-many": "fc488b8b45cb84e5",
    "predict-group": "944d973a9bcfe57a",
    "predict-boundary": "0cf04a7b13c66686",
    "predict-session": "b9c83ecdd52b7b03",
    "predict-scp": "6de1e5f15953d879",
    "predict-cross-account": "02ad3fc332e44658",
    "predict-trust": "12cda8fb5124740f",
    "deciding-statement": "53d9ae3bb0100fca",
    "which-allowed": "038acbb7c5266f6d",
    "flip": "184d14f3824cdfd0",
    "flip-deny": "53d1ce199cf1ad67",
    "find-fault": "a5f8760a61c337e6",
    "which-arn": "af4d65e30fc7a494",
    "conditions": "889805806724fe8f",
    "mfa-condition": "e1f0a830506ba256",
    "contrast": "554dcae1568f4bc2",
    "contrast-deny": "18c9439f9d472cf2",
    "least-privilege": "0cc99fe26006c55e",
    "set-operators": "23a6675e65a47c6b",
    "variables": "a802afd4750f0de5",
}
"""By family, the print of its first questions; `python -m tests.quiz.test_reproducible` prints them anew.

A print changes when a family is changed, and then only: whoever changes one knows that sheets of questions
with the old ids are different questions now.
"""

FAMILIES = [family.id for family in families()]


def fingerprint(family_id: str) -> str:
    """What the first questions of a family show and ask, whatever words they are put in."""
    digest = sha256()
    for level in LEVELS:
        for seed in range(2):
            for ways in (2, 3):
                for text in _content(generate(family_id, level, seed, ways=ways)):
                    digest.update(text.encode() + b"\0")
    return digest.hexdigest()[:16]


def _content(question: Question) -> Iterator[str]:
    yield question.id
    yield ",".join(question.skills)
    for exhibit in question.exhibits:
        if isinstance(exhibit.body, Code):
            yield exhibit.body.text
    if question.scene is not None:
        scene = question.scene
        yield f"{scene.principal.arn} {scene.action} {scene.resource} {dict(scene.context)}"
    for option in question.options:
        yield f"{option.id} {option.misconception} {option.id in question.key.right}"


@pytest.mark.parametrize("family_id", FAMILIES)
def test_a_family_makes_the_questions_that_it_made_when_it_was_written(family_id: str) -> None:
    assert fingerprint(family_id) == PINNED[family_id]


def test_another_process_with_other_hashes_makes_the_same_questions() -> None:
    script = "from tests.quiz.test_reproducible import fingerprint; print(fingerprint('predict-group'))"
    printed = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "PYTHONHASHSEED": "77"},
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    assert printed.strip() == fingerprint("predict-group")


def test_an_id_says_family_level_seed_and_ways() -> None:
    question = generate("predict-policy", 4, "class-7", ways=2)
    assert question.id == "predict-policy:4:class-7:2"
    assert again(question.id) == question
    assert again("predict-policy:4:class-7").id == "predict-policy:4:class-7"
    assert generate("predict-policy", 4, "class:2").id == "predict-policy:4:class-2"


@pytest.mark.parametrize(
    "wrong", ["predict-policy", "predict-policy:9:1", "predict-policy:1:", "nothing:1:1"]
)
def test_what_is_no_id_is_refused(wrong: str) -> None:
    with pytest.raises(LookupError):
        again(wrong)


if __name__ == "__main__":
    for name in FAMILIES:
        print(f'    "{name}": "{fingerprint(name)}",')
