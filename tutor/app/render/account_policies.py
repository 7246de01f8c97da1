"""Policies in full: the document, its versions, who has it, what deserves a second look."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tutor.app.models.account_detail import Detail, DetailRow, DetailSection

from .account_pen import Pen, laid_out

if TYPE_CHECKING:
    from tutor.account import Account, ManagedPolicy, PolicyText, PolicyVersion


def policy_detail(account: "Account", policy: "ManagedPolicy", pen: Pen) -> Detail:
    """One managed policy."""
    own = policy.arn in account.policies
    use = account.policy_uses.get(policy.arn)
    facts = [
        pen.fact("arn", policy.arn),
        pen.fact("id", policy.policy_id),
        pen.fact("owner", pen.say("yours" if own else "of-aws")),
        pen.fact("created", pen.moment(policy.created)),
    ]
    if policy.description:
        facts.append(pen.fact("description", policy.description))
    title = pen.say("document", version=policy.default_version)
    sections = (
        pen.plain_section("facts", facts),
        DetailSection(title, tuple(pen.code(policy.default.text))),
        findings(policy.default.policy, pen),
        pen.section(
            "used-by", (holder_line(one, pen) for one in (use.attached if use else ())), empty="not-attached"
        ),
        *([_bounding(use.bounding, pen)] if use and use.bounding else ()),
        *([pen.section("versions", _versions(policy, pen)), pen.tags(policy.tags)] if own else ()),
    )
    return Detail(f"policy/{policy.arn}", policy.name, pen.say("kind.policy"), sections)


def inline_detail(holder: str, name: str, text: "PolicyText", pen: Pen) -> Detail:
    """One inline policy of a user, group or role."""
    kind, _, owner = holder.partition("/")
    facts = (pen.fact("holder", owner, link=holder, note=pen.say(f"kind.{kind}")),)
    sections = (
        pen.plain_section("facts", facts),
        pen.plain_section("document.inline", pen.code(text.text)),
        findings(text, pen),
        pen.plain_section("about", [pen.note("about.inline")]),
    )
    return Detail(f"inline/{holder}/{name}", name, pen.say("kind.inline"), sections)


def version_detail(policy: "ManagedPolicy", version: "PolicyVersion", pen: Pen) -> Detail:
    """One version of a managed policy."""
    default = version.version_id == policy.default_version
    facts = (
        pen.fact("policy", policy.name, link=f"policy/{policy.arn}"),
        pen.fact("created", pen.moment(version.created)),
        pen.fact("status", pen.say("is-default" if default else "not-default"), sign="✓" if default else "–"),
    )
    sections = (
        pen.plain_section("facts", facts),
        pen.plain_section("document.inline", pen.code(version.text)),
        findings(version.policy, pen),
    )
    title = f"{policy.name} {version.version_id}"
    return Detail(f"version/{version.version_id}/{policy.arn}", title, pen.say("kind.version"), sections)


def holder_line(reference: str, pen: Pen) -> DetailRow:
    """`user/yuna` as a link."""
    kind, _, name = reference.partition("/")
    return pen.line(name, link=reference, note=pen.say(f"kind.{kind}"))


def findings(policy: "PolicyText", pen: Pen) -> DetailSection:
    """What deserves a second look in a document."""
    return pen.section("findings", _findings(policy, pen), empty="no-findings")


def _findings(policy: "PolicyText", pen: Pen) -> Iterator[DetailRow]:
    from tutor.policy import PolicyKind, parse_policy
    from tutor.policy.lint import lint
    from tutor.wording.finding_text import finding_sentence

    document = parse_policy(laid_out(policy.text), PolicyKind(policy.kind), stored=True)
    for finding in lint(document):
        line = pen.say("line", number=finding.position.line)
        yield pen.line(finding_sentence(pen.language, finding), sign="!", note=line)


def _bounding(references: list[str], pen: Pen) -> DetailSection:
    return pen.section("boundary-of", (holder_line(one, pen) for one in references))


def _versions(policy: "ManagedPolicy", pen: Pen) -> Iterator[DetailRow]:
    for version in reversed(policy.versions.values()):
        default = version.version_id == policy.default_version
        note = pen.moment(version.created)
        if default:
            note = f"{pen.say('is-default')} · {note}"
        link = f"version/{version.version_id}/{policy.arn}"
        yield pen.line(version.version_id, sign="✓" if default else "", note=note, link=link)
