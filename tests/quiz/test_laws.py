"""Generated questions: the key cannot be wrong, and every wrong option is believed by somebody."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pytest

from tests.quiz.laws import LISTED, breaches, the_same_again
from tutor.quiz.beliefs import BELIEFS, BENDS, OWN
from tutor.quiz.family import LEVELS, families, generate, outcomes
from tutor.quiz.question import Key, Question, Rule
from tutor.wording.say import LANGUAGES, say

FAMILIES = [family.id for family in families()]
CELLS = len(LEVELS) * 2
FEW = 1000
MANY = 100_000


def questions(family_id: str, count: int) -> Iterator[Question]:
    """As many of a family, over all levels and both ways."""
    for number in range(count):
        level, ways = LEVELS[number % len(LEVELS)], 3 - number // len(LEVELS) % 2
        yield generate(family_id, level, f"law-{number // CELLS}", ways=ways)


@pytest.mark.parametrize("family_id", FAMILIES)
def test_a_thousand_questions_break_no_law(family_id: str) -> None:
    found = [breach for one in questions(family_id, FEW // len(FAMILIES)) for breach in breaches(one)]
    assert found == []


@pytest.mark.parametrize("family_id", FAMILIES)
def test_an_id_makes_the_same_question_again(family_id: str) -> None:
    assert {the_same_again(one) for one in questions(family_id, len(LEVELS))} == {None}


@pytest.mark.long
@pytest.mark.parametrize("family_id", FAMILIES)
def test_a_hundred_thousand_questions_break_no_law(family_id: str) -> None:
    found = [breach for one in questions(family_id, MANY // len(FAMILIES)) for breach in breaches(one)]
    assert found == []


@pytest.mark.long
@pytest.mark.parametrize("family_id", FAMILIES)
@pytest.mark.parametrize("level", LEVELS)
def test_no_answer_is_right_so_often_that_guessing_it_pays(family_id: str, level: int) -> None:
    for ways in (2, 3):
        made = [generate(family_id, level, f"mix-{number}", ways=ways) for number in range(200)]
        places = Counter([option.id for option in one.options].index(one.key.right[0]) for one in made)
        most = max(len(one.options) for one in made)
        assert max(places.values()) / len(made) < 1 / most + 0.15
        if made[0].key.rule is Rule.OUTCOME:
            rights = Counter(one.key.right[0] for one in made)
            assert set(rights) == set(outcomes(ways))


@pytest.mark.parametrize("family_id", FAMILIES)
def test_every_skill_of_a_family_is_asked_at_every_level(family_id: str) -> None:
    asks = next(family.asks for family in families() if family.id == family_id)
    for level in LEVELS:
        asked = (generate(family_id, level, f"skill-{number}").skill for number in range(60))
        missing = set(asks)
        for skill in asked:
            missing.discard(skill)
            if not missing:
                break
        assert missing == set()


@pytest.mark.parametrize("misconception", sorted({*BENDS, *BELIEFS, *OWN}))
def test_every_belief_is_a_known_misconception_that_can_be_told(misconception: str) -> None:
    assert misconception in LISTED or misconception in OWN
    for language in LANGUAGES:
        assert say(language, f"quiz.believed.{misconception}")


def sample() -> Question:
    return generate("predict-policy", 3, "sample")


def broken(question: Question) -> set[str]:
    """The laws that a question breaks."""
    return {breach.split(": ")[1] for breach in breaches(question)}


def test_the_laws_object_to_another_key() -> None:
    question = sample()
    wrong = next(option.id for option in question.options if option.id not in question.key.right)
    assert "one_key_by_both_evaluators" in broken(replace(question, key=Key((wrong,), question.key.rule)))


def test_the_laws_object_to_a_misconception_that_leads_elsewhere() -> None:
    question = sample()
    options = tuple(
        option if option.id in question.key.right else replace(option, misconception="M12")
        for option in question.options
    )
    assert broken(replace(question, options=options)) == {"wrong_options_are_believed"}


def test_the_laws_object_to_an_option_that_is_there_twice() -> None:
    question = sample()
    options = (*question.options, replace(question.options[0], id="again"))
    assert "no_two_options_mean_the_same" in broken(replace(question, options=options))


def test_the_laws_object_to_a_skill_that_the_family_does_not_ask() -> None:
    assert broken(replace(sample(), skills=("H4",))) == {"only_what_was_taught"}
