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
    "predict-not": "6f94261b9fce3240",
    "predict-many": "283195bfb375aeee",
    "predict-group": "eb855384857dd7f3",
    "predict-boundary": "0cf04a7b13c66686",
    "predict-session": "6654e3bca941d23f",
    "predict-scp": "94738676244e2647",
    "predict-cross-account": "02ad3fc332e44658",
    "predict-trust": "d81aa9d5aca867c7",
    "deciding-statement": "8f0e8ffc30ff7684",
    "which-allowed": "87b5fdcc92e94c36",
    "flip": "9bf6d47490016361",
    "flip-deny": "b5145e7aa2d0f1e7",
    "find-fault": "6287bc68823b9066",
    "which-arn": "8189673f4cfaa8e4",
    "conditions": "779bc5822cda9499",
    "mfa-condition": "aeb69ca354798651",
    "contrast": "d48b8ebd4cdab3b8",
    "contrast-deny": "52ceafff3d876907",
    "least-privilege": "0cc99fe26006c55e",
    "variables": "308c9f4614dc4f93",
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
