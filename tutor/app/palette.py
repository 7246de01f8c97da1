"""The command palette: what the registry holds for the screen, found by name."""

from collections.abc import Coroutine, Iterator
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from tutor.app.registry import Command, commands_for, with_keys
from tutor.app.screens.base import TutorScreen
from tutor.wording import Language


class RegistryProvider(Provider):
    """Offers the commands that can be run from where the learner is."""

    async def discover(self) -> Hits:
        """All of them, before a letter is typed."""
        for command, language in self._commands():
            name, about = self._name(command, language), command.about(language)
            yield DiscoveryHit(Content(name), self._run(command), text=name, help=about)

    async def search(self, query: str) -> Hits:
        """Those whose name or word fits, in either language."""
        matcher = self.matcher(query)
        for command, language in self._commands():
            name = self._name(command, language)
            other = self._name(command, "en" if language == "ko" else "ko")
            if score := max(matcher.match(name), matcher.match(other)):
                yield Hit(score, Content(name), self._run(command), help=command.about(language), text=name)

    def _commands(self) -> Iterator[tuple[Command, Language]]:
        if isinstance(self.screen, TutorScreen):
            for command in with_keys(commands_for(self.screen.SCOPE), self.screen.tutor.looks.keys):
                if command.action and command.id != "palette":
                    yield command, self.screen.language

    @staticmethod
    def _name(command: Command, language: Language) -> str:
        return f"{command.label(language)}  {command.key_label}".rstrip()

    def _run(self, command: Command) -> "partial[Coroutine[object, object, bool]]":
        return partial(self.app.run_action, command.action)
