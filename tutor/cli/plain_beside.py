"""What plain mode answers beside the course and the console: everything for which the app has a screen."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from tutor.app.inspector import Inspector
from tutor.cli.plain_account import account_lines
from tutor.cli.plain_decision import Decisions
from tutor.cli.plain_editor import Bench
from tutor.cli.plain_past import is_search, past_lines
from tutor.cli.plain_prose import plain_text
from tutor.cli.plain_words import help_about, read
from tutor.wording import Language

if TYPE_CHECKING:
    from tutor.cli.plain_console import PlainRun
    from tutor.course import Outcome
    from tutor.course.run.asked import AskedRequest
    from tutor.course.schema import Predict
    from tutor.wording.trace_text import Layers


class Beside:
    """Answers from the account as it is; nothing that it says changes it."""

    def __init__(
        self, run: "PlainRun", layers: "Layers", asked: "Callable[[], Sequence[AskedRequest]]"
    ) -> None:
        """`asked` gives the requests that the lesson's step is about."""
        self._run = run
        self._asked = asked
        self.typed: list[str] = []
        """Lines of the console, the newest last."""
        self._decisions = Decisions(Inspector(run.sandbox, run.console, layers), layers)
        self.bench = Bench(run, self.typed)

    def note(self, outcome: "Outcome", predict: "Predict | None" = None) -> None:
        """Take in which request the console spoke of last."""
        if outcome.line:
            self.typed.append(outcome.line)
        if outcome.console is not None or outcome.ran or outcome.answer is not None:
            self._decisions.forget()
        self._decisions.inspector.note(outcome, predict)

    def lines(self, typed: str, language: Language) -> Iterator[str] | None:
        """The answer; None for a line that is not for this."""
        found = read(typed)
        if found is None:
            return None
        word, words = found
        if word.name == "history":
            return past_lines(self._run.sandbox, words, language) if is_search(words) else None
        if word.name in {"show", "map"}:
            return account_lines(self._run.console, " ".join((word.name, *words)), language)
        if word.files:
            return self._file(word.name, words, language)
        match word.name:
            case "why":
                return self._decisions.why(words, language)
            case "what-if":
                return self._decisions.what_if(words, language)
            case "flip":
                return self._decisions.flip(words, language)
        return None

    def _file(self, word: str, words: Sequence[str], language: Language) -> Iterator[str] | None:
        asked, bench = self._asked(), self.bench
        match word:
            case "check" if words:
                return bench.check(words[0], asked, language)
            case "watch":
                return bench.watch(words, asked, language)
            case "unwatch":
                return bench.unwatch(words, asked, language)
            case "diff":
                return bench.diff(words, asked, language)
        return None

    def about(self, typed: str, language: Language) -> str | None:
        """What `help WORD` tells of a word that the console does not know; None for any other line."""
        words = typed.split()
        told = help_about(words[1], language) if len(words) == 2 and words[0] in {"help", "도움말"} else None
        return None if told is None else plain_text(told)
