"""`check`, `watch`, `diff` and `format`: a file beside the account, as the policy editor has it."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from tutor.app.editor_shelf import MOST_REQUESTS, Kept, Shelf
from tutor.app.models.editor_policies import StoredPolicy
from tutor.cli.plain_files import findings
from tutor.cli.plain_words import help_about
from tutor.wording import Language, say
from tutor.wording.statement_text import shown

if TYPE_CHECKING:
    from tutor.app.editor_judging import Draft
    from tutor.app.models.editor_requests import Judgement
    from tutor.app.surroundings import Surroundings
    from tutor.cli.plain_console import PlainRun
    from tutor.course import FileReport
    from tutor.course.run.asked import AskedRequest

WANTED: Final = {"allow": "allow", "허용": "allow", "deny": "deny", "거부": "deny"}


@dataclass(frozen=True, slots=True)
class Opened:
    """A file of the workspace with what the account has to do with it."""

    report: "FileReport"
    kind: str
    around: "Surroundings"
    draft: "Draft"
    judgement: "Judgement"
    kept: Kept


class Bench:
    """Looks at files as policies of the account; `lines` are console lines, the newest last."""

    def __init__(self, run: "PlainRun", lines: Sequence[str]) -> None:
        self._run = run
        self._lines = lines
        self._shelf = Shelf(run.console.workspace.parent)

    def check(self, name: str, asked: "Sequence[AskedRequest]", language: Language) -> Iterator[str]:
        """What is to be said of the file, what its requests would come to, and how it is attached."""
        opened = self._open(name, asked)
        if opened is None:
            yield say(language, "cli.plain.no-file", file=shown(name))
            return
        yield from findings(language, opened.report)
        yield from _requests(opened.judgement, name, language)
        if opened.report.fault is None:
            yield from _ways(opened, language)

    def watch(
        self, words: Sequence[str], asked: "Sequence[AskedRequest]", language: Language
    ) -> Iterator[str]:
        """Keep a request beside a file: WHO ACTION RESOURCE, and `allow` or `deny` if one is wanted."""
        from tutor.cli.plain_decision import reference_of

        name, *request = words or ("",)
        wanted = WANTED.get(request[3].lower()) if len(request) == 4 else ""
        if len(request) not in {3, 4} or wanted is None or not _is_request(*request[1:3]):
            yield say(language, "cli.plain.watch.form")
            return
        who = reference_of(request[0], self._run.sandbox.account)
        kept = self._shelf.read(name)
        row = (who, request[1], request[2], wanted)
        rows = (*(one for one in kept.requests if one != row), row)[-MOST_REQUESTS:]
        self._shelf.write(name, replace(kept, requests=rows))
        yield from self.check(name, asked, language)

    def unwatch(
        self, words: Sequence[str], asked: "Sequence[AskedRequest]", language: Language
    ) -> Iterator[str]:
        """Let go of a request of one's own by its number."""
        opened = self._open(words[0], asked) if len(words) == 2 else None
        rows = opened.judgement.rows if opened is not None else ()
        number = int(words[1]) if len(words) == 2 and words[1].isdecimal() else 0
        if opened is None or not 0 < number <= len(rows):
            yield say(language, "cli.plain.unwatch.form")
        elif not (request := rows[number - 1].request).own:
            yield say(language, "app.editor.request.step")
        else:
            gone = (request.principal, request.action, request.resource, request.wanted)
            left = tuple(one for one in opened.kept.requests if one != gone)
            self._shelf.write(words[0], replace(opened.kept, requests=left))
            yield from self.check(words[0], asked, language)

    def diff(
        self, words: Sequence[str], asked: "Sequence[AskedRequest]", language: Language
    ) -> Iterator[str]:
        """What differs from the policy that the file is for, or from the one that is named."""
        from tutor.app.render.editor_diff import changed_requests, diff_lines

        opened = self._open(words[0], asked) if 0 < len(words) < 3 else None
        if opened is None:
            named = len(words) in {1, 2}
            form = help_about("diff", language) or ""
            yield say(language, "cli.plain.no-file", file=shown(words[0])) if named else form
            return
        mine = opened.around.mine if len(words) == 1 else _named(opened.around.policies, words[1])
        if mine is None:
            names = [shown(one.target.label) for one in opened.around.policies]
            yield say(language, "cli.plain.diff.which" if names else "app.editor.policies.none")
            yield from (f"  {name}" for name in names)
            return
        version = f" {mine.version}" if mine.version else ""
        kind = say(language, f"app.editor.keeping.{mine.target.keeping}")
        title = say(language, "app.editor.compare.title", policy=f"{shown(mine.target.label)}{version}")
        yield f"{title} ({kind})"
        changed = [line.plain for line in diff_lines(mine.text, opened.report.text or "")]
        yield from changed or ["✓ " + say(language, "app.editor.compare.same")]
        yield from (line.plain for line in changed_requests(opened.judgement, language))

    def laid_out(self, name: str) -> str | None:
        """The file with its JSON laid out; None if it is none."""
        from tutor.app.render.findings import laid_out

        report = self._run.file_report(name)
        return laid_out(report.text) if report is not None and report.text is not None else None

    def _open(self, name: str, asked: "Sequence[AskedRequest]") -> Opened | None:
        from tutor.app.editor_judging import Draft, judge, own_requests
        from tutor.app.render.findings import KINDS
        from tutor.app.surroundings import Sheet, surroundings_of

        report = self._run.file_report(name)
        if report is None or report.text is None:
            return None
        kind = next(one for one, value in KINDS.items() if value == report.kind.value)
        kept = self._shelf.read(name)
        sheet = Sheet(name, report.text, kept.policy, self._lines)
        around = surroundings_of(self._run.sandbox, asked, sheet)
        if around.mine is not None and around.mine.target.key != kept.policy:
            kept = replace(kept, policy=around.mine.target.key)
            with suppress(OSError):
                self._shelf.write(name, kept)
        draft = Draft(name, report.text, kind, around.mine)
        requests = (*around.requests, *own_requests(kept.requests))
        return Opened(report, kind, around, draft, judge(self._run.sandbox, requests, draft), kept)


def _is_request(action: str, resource: str) -> bool:
    service, _, name = action.partition(":")
    return bool(service and name) and (resource == "*" or resource.startswith("arn:"))


def _requests(judgement: "Judgement", name: str, language: Language) -> Iterator[str]:
    from tutor.app.render.editor_requests import request_note, request_sign
    from tutor.wording.signs import short_resource

    how = say(language, f"app.editor.requests.{judgement.place}", policy=shown(judgement.policy))
    yield f"{say(language, 'app.editor.requests')} ({how})"
    for number, row in enumerate(judgement.rows, start=1):
        request = row.request
        who = shown(request.principal.partition("/")[2] or request.principal)
        what = f"{who}  {shown(request.action)}  {shown(short_resource(request.resource))}"
        note = request_note(row, language).plain
        yield f"  {number}. {request_sign(row).plain} {what}{f'  {note}' if note else ''}"
    if not judgement.rows:
        yield "  " + say(language, "cli.plain.check.none", file=shown(name))


def _ways(opened: Opened, language: Language) -> Iterator[str]:
    """The lines that make the file a policy; where it stands for one, the line that writes that anew."""
    from tutor.app.editor_lines import Holders, choices, line_for

    around, name = opened.around, opened.report.name
    found = choices(name, opened.kind, around.mine, around.policies, around.holders or Holders())
    if found:
        yield say(language, "cli.plain.check.attach")
    for one in found[:1] if around.mine is not None else found:
        line = line_for(one.deed, name, one.subject, one.policy, opened.kind, around.policies)
        yield f"  {say(language, f'app.editor.attach.{one.deed}')}: {line}"


def _named(policies: Sequence[StoredPolicy], name: str) -> StoredPolicy | None:
    wanted = name.casefold()
    return next(
        (
            one
            for one in policies
            if wanted in {one.target.label.casefold(), one.target.name.casefold(), one.target.arn.casefold()}
        ),
        None,
    )
