"""What the permission map says about the cell under the cursor and about the last change."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from textual.content import Content

from tutor.wording import Language, say
from tutor.wording.policy_names import policy_name
from tutor.wording.signs import COLOURS, SIGNS
from tutor.wording.statement_text import shown

if TYPE_CHECKING:
    from tutor.gateway.permissions import Cell, Change, Key, Why

RULES: Final = frozenset({"root", "partition", "notControlled"})


def question_line(key: "Key") -> Content:
    """Who asks for what on what."""
    who, action, resource = key
    return Content.assemble(
        (shown(who.removeprefix("user/")), "bold $who"),
        (" → ", "$quiet"),
        (shown(action), "bold $what"),
        "  ",
        (shown(resource), "$on-what"),
    )


def why_line(why: "Why | None", language: Language) -> Content:
    """In one sentence, who decides about it."""
    if why is None:
        return Content.styled("? " + say(language, "app.map.why.none"), "$quiet")
    sign = (f"{SIGNS[why.outcome]} ", f"bold {COLOURS[why.outcome]}")
    parts: list[str | tuple[str, str]] = [sign, why_words(why, language)]
    if why.depends:
        parts.append(("   ~ " + depends_words(why.depends, language), "$warning"))
    return Content.assemble(*parts)


def why_words(why: "Why", language: Language) -> str:
    """The sentence as text."""
    layer = say(language, f"trace.layer.{why.decided_by}")
    if why.decided_by in RULES:
        return say(language, f"trace.rule.{why.decided_by}.{why.outcome}")
    kind = why.outcome
    if not why.source and kind != "implicitDeny":
        return say(language, "app.map.why.allowed.silent", layer=layer)
    policy = policy_name(why.source)
    return say(language, f"app.map.why.{kind}", policy=policy, layer=layer, policies=why.policies)


def depends_words(keys: tuple[str, ...], language: Language) -> str:
    """By which condition keys it may turn."""
    return say(language, "app.map.depends", keys=", ".join(shown(key) for key in keys[:2]))


def change_words(
    change: "Change",
    before: "Mapping[Key, Cell]",
    now: "Mapping[Key, Cell]",
    language: Language,
    *,
    all_: bool,
) -> str:
    """How many cells the last command, or journey, changed."""
    command = shown(change.words)
    if change.journey:
        command = say(language, f"app.map.journey.{change.words}")
    if not before:
        return say(language, "app.map.changed.none", command=command)
    plus = sum(now[key].allowed and not was.allowed for key, was in before.items())
    minus = sum(was.allowed and not now[key].allowed for key, was in before.items())
    count = str(len(before))
    if not all_:
        count = say(language, "app.map.changed.more", count=count)
    return say(language, "app.map.changed", command=command, count=count, plus=plus, minus=minus)
