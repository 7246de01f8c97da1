"""One table gives keys, key bar, palette, help and tooltips."""

from pathlib import Path

import pytest

from tests.app.driver import learner
from tutor.app.application import TutorApp
from tutor.app.registry import COMMANDS, JAMO, Command, Scope, commands_for
from tutor.app.screens.account import AccountScreen
from tutor.app.screens.decision import DecisionScreen
from tutor.app.screens.editor import EditorScreen
from tutor.app.screens.exam import ExamScreen
from tutor.app.screens.exam_form import ExamFormScreen
from tutor.app.screens.exam_look import ExamLookScreen
from tutor.app.screens.exam_report import ExamReportScreen
from tutor.app.screens.history import HistoryScreen
from tutor.app.screens.home import HomeScreen
from tutor.app.screens.home_later import LaterScreen
from tutor.app.screens.learn import LearnScreen
from tutor.app.screens.map import MapScreen
from tutor.app.screens.page import PageScreen
from tutor.app.screens.quiz import QuizScreen
from tutor.app.screens.quiz_decision import QuizDecisionScreen
from tutor.app.screens.quiz_door import QuizDoorScreen
from tutor.app.screens.quiz_progress import QuizProgressScreen
from tutor.app.screens.quiz_topics import QuizTopicsScreen
from tutor.app.screens.sandbox import SandboxScreen
from tutor.app.screens.sandboxes import SandboxesScreen
from tutor.app.screens.settings import SettingsScreen
from tutor.gateway.dubeolsik import keys_of
from tutor.gateway.words import REGISTRY
from tutor.wording import LANGUAGES, Language, catalogue, say

SCREENS = {
    Scope.HOME: HomeScreen,
    Scope.LEARN: LearnScreen,
    Scope.SANDBOX: SandboxScreen,
    Scope.SANDBOXES: SandboxesScreen,
    Scope.LATER: LaterScreen,
    Scope.ACCOUNT: AccountScreen,
    Scope.EDITOR: EditorScreen,
    Scope.DECISION: DecisionScreen,
    Scope.HISTORY: HistoryScreen,
    Scope.SETTINGS: SettingsScreen,
    Scope.PAGE: PageScreen,
    Scope.MAP: MapScreen,
    Scope.QUIZ_DOOR: QuizDoorScreen,
    Scope.QUIZ_TOPICS: QuizTopicsScreen,
    Scope.QUIZ: QuizScreen,
    Scope.QUIZ_WHY: QuizDecisionScreen,
    Scope.QUIZ_PROGRESS: QuizProgressScreen,
    Scope.EXAM_FORM: ExamFormScreen,
    Scope.EXAM: ExamScreen,
    Scope.EXAM_REPORT: ExamReportScreen,
    Scope.EXAM_LOOK: ExamLookScreen,
}


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_a_command_is_named_and_explained_in_both_languages(command: Command) -> None:
    for language in LANGUAGES:
        assert command.label(language)
        assert command.about(language).endswith(".")
        assert not command.word or command.console_word(language)


@pytest.mark.parametrize("command", [one for one in COMMANDS if one.action], ids=lambda command: command.id)
def test_a_command_leads_somewhere(command: Command) -> None:
    target, _, action = command.action.partition(".")
    name = f"action_{action.partition('(')[0]}"
    owners = [TutorApp] if target == "app" else [SCREENS[command.scope]]
    assert all(hasattr(owner, name) for owner in owners)


@pytest.mark.parametrize("scope", list(SCREENS))
def test_no_key_means_two_things(scope: Scope) -> None:
    keys = [key for command in commands_for(scope) for key in command.key.split(",") if key]
    assert len(keys) == len(set(keys))


def test_no_single_letter_is_bound_where_there_is_an_input() -> None:
    assert all(len(key) > 1 for key in LearnScreen._merge_bindings().key_to_bindings)


def test_jamo_are_what_the_keyboard_makes() -> None:
    assert all(keys_of(jamo) == letter for letter, jamo in JAMO.items())


def test_every_sentence_is_there_in_both_languages() -> None:
    assert all(korean.strip() and english.strip() for korean, english in catalogue("app").values())


@pytest.mark.parametrize("scope", [one for one in Scope if one is not Scope.CHOICE])
def test_help_names_every_screen(scope: Scope) -> None:
    assert f"app.settings.scope.{scope}" in catalogue("app")


async def test_help_lists_every_key_and_word(tmp_path: Path) -> None:
    async with learner(tmp_path, language="en", size=(120, 90)) as yuna:
        yuna.app.open_lesson(None)
        await yuna.settle()
        await yuna.press("f1")
        for command in commands_for(Scope.LEARN):
            assert command.about("en").split()[0] in yuna.text
            assert not command.key or command.key_label in yuna.text
        await yuna.press("escape")
        assert isinstance(yuna.app.screen, LearnScreen)


async def test_the_palette_runs_what_it_finds(tmp_path: Path) -> None:
    async with learner(tmp_path, language="en") as yuna:
        yuna.app.open_lesson(None)
        await yuna.settle()
        await yuna.press("ctrl+p", *"hint")
        about = next(command.about("en") for command in COMMANDS if command.id == "hint")
        while about not in yuna.text:
            await yuna.pilot.pause()
        await yuna.press("enter")
        await yuna.pilot.pause()
        await yuna.settle()
        assert say("en", "app.hint", number=1) in yuna.text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.long
async def test_help_lists_every_word_of_the_console(tmp_path: Path, language: Language) -> None:
    async with learner(tmp_path, language=language, size=(120, 160)) as yuna:
        yuna.app.open_lesson(None)
        await yuna.settle()
        await yuna.press("f1")
        for word in REGISTRY.values():
            assert f"   {word.korean if language == 'ko' else word.name} " in yuna.text
