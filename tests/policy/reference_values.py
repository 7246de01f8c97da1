"""Patterns, variables and condition operators of the reference evaluator, as plain as it is."""

import base64
import re
from datetime import UTC, datetime
from decimal import Decimal
from ipaddress import ip_address, ip_network
from typing import Any

__all__ = ["Tokens", "arn_fields", "as_text", "fill", "holds", "like", "listed", "single", "tokens"]

Json = Any
Context = dict[str, Json]
"""Entries of a case's `ContextEntries` by key in lower case."""
Tokens = list[tuple[str, str]]
"""Pieces of a pattern: `text`, `star`, `one`, `variable`; with the text that each was."""


def tokens(pattern: str, variables: bool) -> Tokens:
    """A pattern, taken apart."""
    special = r"\$\{(?:(?!\$\{)[^}])*\}|" if variables else ""
    found: Tokens = []
    for piece in re.findall(rf"{special}[*?]|.", pattern, re.DOTALL):
        inner = piece[2:-1]
        if piece in ("*", "?"):
            found.append(("star" if piece == "*" else "one", piece))
        elif len(piece) > 1 and inner in ("*", "?", "$"):
            found.append(("text", inner))
        elif len(piece) > 1 and re.fullmatch(r"\s*[^,\s][^,]*(,\s*'.*'\s*)?", inner, re.DOTALL):
            found.append(("variable", inner))
        elif len(piece) > 1:
            found.append(("text", piece[:2]))
            found += tokens(piece[2:], variables)
        else:
            found.append(("text", piece))
    return found


def arn_fields(pattern: Tokens) -> list[Tokens]:
    """A pattern cut at its first five colons; those inside a variable do not count."""
    fields: list[Tokens] = [[]]
    for kind, text in pattern:
        if kind == "text" and text == ":" and len(fields) < 6:
            fields.append([])
        else:
            fields[-1].append((kind, text))
    return fields


def like(pattern: Tokens, text: str) -> bool:
    """Whether the whole text is as the pattern says."""
    written = {"star": ".*", "one": "."}
    return bool(
        re.fullmatch("".join(written.get(kind, re.escape(piece)) for kind, piece in pattern), text, re.DOTALL)
    )


def listed(value: Json) -> list[Json]:
    return value if isinstance(value, list) else [value]


def as_text(value: Json) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def in_range(wanted: str, value: str) -> bool:
    try:
        return ip_address(value) in ip_network(wanted, strict=False)
    except ValueError:
        return False


def unpacked(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except ValueError:
        return text.encode()


def number(text: str) -> Decimal | None:
    return Decimal(text) if re.fullmatch(r"[+-]?[0-9]+(\.[0-9]+)?", text) else None


def moment(text: str) -> Decimal | None:
    """Seconds since 1970."""
    if re.fullmatch("[0-9]{5,}", text):
        return Decimal(text)
    try:
        read = datetime.fromisoformat(text)
    except ValueError:
        return None
    return Decimal((read if read.tzinfo else read.replace(tzinfo=UTC)).timestamp())


def ordered(operator: str, wanted: Decimal | None, value: Decimal | None) -> bool:
    if wanted is None or value is None:
        return False
    return {
        "equals": value == wanted,
        "lessthan": value < wanted,
        "lessthanequals": value <= wanted,
        "greaterthan": value > wanted,
        "greaterthanequals": value >= wanted,
    }[operator]


# Variables [4.2]


def single(context: Context, key: str) -> str | None:
    """The value of a single-valued key."""
    entry = context.get(key.lower())
    if entry is None or len(entry["ContextKeyValues"]) != 1 or entry["ContextKeyType"].endswith("List"):
        return None
    return str(entry["ContextKeyValues"][0])


def fill(pattern: Tokens, context: Context) -> Tokens | None:
    """A pattern with values for its variables; None where one has none."""
    filled: Tokens = []
    for kind, text in pattern:
        if kind != "variable":
            filled.append((kind, text))
            continue
        key, comma, default = text.partition(",")
        value = single(context, key.strip())
        if value is None and comma:
            value = default.strip()[1:-1]
        if value is None:
            return None
        filled.append(("text", value))
    return filled


# Conditions [4.1]


def holds(written: str, key: str, wanted: list[str], context: Context, variables: bool) -> bool:
    """Whether one operator with one key is met."""
    operator = written.lower()
    every, some = operator.startswith("forallvalues:"), operator.startswith("foranyvalue:")
    operator = operator.rpartition(":")[2]
    if_exists = operator.endswith("ifexists")
    operator = operator.removesuffix("ifexists")
    entry = context.get(key.lower(), {"ContextKeyValues": [], "ContextKeyType": "string"})
    carried = [as_text(value) for value in entry["ContextKeyValues"]]
    if operator == "null":
        return any(text.lower() == ("false" if carried else "true") for text in wanted)
    negated = "not" in operator
    operator = operator.replace("not", "")

    def fits(value: str) -> bool:
        return any(compares(operator, text, value, context, variables) for text in wanted) != negated

    if every:
        return all(map(fits, carried))
    if some:
        return any(map(fits, carried))
    if not carried:
        return negated or if_exists
    if len(carried) > 1 or entry["ContextKeyType"].endswith("List"):
        return False
    return fits(carried[0])


def compares(operator: str, wanted: str, value: str, context: Context, variables: bool) -> bool:
    """Whether one value of the request is as one value of the policy says."""
    if operator.startswith("string") or operator == "bool":
        pattern = fill(tokens(wanted, variables), context)
        return pattern is not None and compares_text(operator, pattern, value)
    if operator.startswith("arn"):
        fields, texts = arn_fields(tokens(wanted, variables)), value.split(":", 5)
        if len(fields) != 6 or len(texts) != 6:
            return False
        filled = [fill(field, context) for field in fields]
        return all(field is not None and like(field, text) for field, text in zip(filled, texts, strict=True))
    if operator == "ipaddress":
        return in_range(wanted, value)
    if operator == "binaryequals":
        return unpacked(wanted) == unpacked(value)
    if operator.startswith("numeric"):
        return ordered(operator.removeprefix("numeric"), number(wanted), number(value))
    return ordered(operator.removeprefix("date"), moment(wanted), moment(value))


def compares_text(operator: str, pattern: Tokens, value: str) -> bool:
    if operator == "stringlike":
        return like(pattern, value)
    text = "".join(piece for _, piece in pattern)
    if operator == "stringequals":
        return text == value
    if operator == "bool":
        return text.lower() == value.lower() and text.lower() in ("true", "false")
    return text.casefold() == value.casefold()
