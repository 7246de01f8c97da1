"""Texts that are made to take long: each builds a policy of about so many characters."""

import json
from collections.abc import Callable
from itertools import count
from typing import Final

__all__ = ["HOSTILE"]

Make = Callable[[int], str]
Piece = Callable[[int], str]
"""The n-th of many pieces."""

STATEMENT = '{"Effect":"Deny","Action":"*","Resource":"*"}'
CONDITIONAL = (
    '{"Effect":"Allow","NotAction":"a:#","NotResource":"arn:aws:s3:::*",'
    '"Condition":{"StringLike":{"a":"#*"}}}'
)
NAMED = '{"Sid":"#","Effect":"Deny","Action":"*","Resource":"*"}'
UNKNOWN = '"#":0'
ROOM = 160
"""Characters that are left for what stands around a long value."""


def element(name: str, value: str) -> str:
    """A policy with one element that is not the plainest."""
    elements = {"Effect": '"Allow"', "Action": '"s3:*"', "Resource": '"*"', name: value}
    members = ",".join(f'"{key}":{written}' for key, written in elements.items())
    return f'{{"Version":"2012-10-17","Statement":{{{members}}}}}'


def repeated(before: str, piece: str, after: str = "") -> Make:
    """A text that is no policy."""
    return lambda size: before + piece * ((size - len(before) - len(after)) // len(piece)) + after


def long(name: str, before: str, piece: str, after: str = "") -> Make:
    """One long value of an element."""
    value = repeated(before, piece, after)
    return lambda size: element(name, json.dumps(value(size - ROOM)))


def long_condition(operator: str, piece: str) -> Make:
    """One long value of a condition; its backslashes stay as they are."""
    value = repeated(f'{{"{operator}":{{"a":"', piece, '"}}')
    return lambda size: element("Condition", value(size - ROOM))


def many(name: str, piece: Piece, before: str = "[", after: str = "]") -> Make:
    """Many values of an element."""
    return lambda size: element(name, before + listed(piece, size - ROOM) + after)


def values(operator: str, piece: Piece) -> Make:
    """Many values of one condition key."""
    return many("Condition", piece, f'{{"{operator}":{{"a":[', "]}}")


def statements(written: str) -> Make:
    """Many statements; `#` is the number of each."""
    before, after = '{"Version":"2012-10-17","Statement":[', "]}"
    return lambda size: before + listed(numbered(written), size - ROOM) + after


def numbered(written: str) -> Piece:
    """Pieces in which `#` is the number."""
    return lambda number: written.replace("#", str(number))


def mixed_case(number: int) -> str:
    """An operator in one of many mixtures of case, with one key."""
    name = "stringnotequalsignorecase"
    letters = (letter.upper() if number >> place & 1 else letter for place, letter in enumerate(name))
    return f'"{"".join(letters)}":{{"a":1}}'


def address_range(number: int) -> str:
    return f'"10.{number // 256 % 256}.{number % 256}.0/9"'


def listed(piece: Piece, size: int) -> str:
    """As many pieces as fit, separated by commas."""
    pieces: list[str] = []
    for number in count():
        pieces.append(piece(number))
        size -= len(pieces[-1]) + 1
        if size < 0:
            break
    return ",".join(pieces[:-1])


HOSTILE: Final[dict[str, Make]] = {
    "brackets": repeated("", "["),
    "braces": repeated("", "{"),
    "objects in objects": repeated("", '{"a":'),
    "blanks": repeated("", " "),
    "lines": repeated("", "\n"),
    "a word": repeated("", "x"),
    "a number": repeated("", "1"),
    "escapes": lambda size: element("Sid", repeated('"', r"\u0061", '"')(size - ROOM)),
    "escaped backslashes": repeated('{"', r"\\", '":1}'),
    "a bad escape at the end": repeated('{"', r"\n", r'\q":1}'),
    "a string that never ends": repeated('{"a":"', "x"),
    "lines in a string": repeated('{"a":"', "\n"),
    "objects that never end": repeated('{"Statement":[', "{},"),
    "strings that never end": repeated('{"a":["', 'x","'),
    "a wide key": repeated('{"', "그", '":}'),
    "marks without width": repeated('{"', "\u0301", '":}'),
    "unknown elements": lambda size: "{" + listed(numbered(UNKNOWN), size) + "}",
    "a long unknown element": repeated('{"', "Sttement", '":0}'),
    "a long unknown operator": lambda size: element(
        "Condition", repeated('{"', "String", '":{"a":1}}')(size - ROOM)
    ),
    "stars": long("Action", "s3:", "*"),
    "ones": long("Action", "s3:", "?"),
    "stars and ones": long("Action", "s3:", "*?"),
    "stars and letters": long("Resource", "arn:aws:s3:::", "*a"),
    "ones and letters": long("Resource", "arn:aws:s3:::", "?a"),
    "colons in an action": long("Action", "s3", ":"),
    "colons in a resource": long("Resource", "arn:aws:s3:::", ":"),
    "open variables": long("Resource", "arn:aws:s3:::", "${"),
    "open variables, one closed": long("Resource", "arn:aws:s3:::", "${", "}"),
    "open variables with commas": long("Resource", "arn:aws:s3:::", "${,", "}"),
    "variables": long("Resource", "arn:aws:s3:::", "${a}"),
    "variables before a colon": long("Resource", "", "${a}", ":"),
    "statements": statements(STATEMENT),
    "statements with conditions": statements(CONDITIONAL),
    "Sids": statements(NAMED),
    "equal actions": many("Action", numbered('"*"')),
    "actions": many("Action", numbered('"s:#"')),
    "equal resources": many("Resource", numbered('"*"')),
    "resources": many("Resource", numbered('"arn:aws:s:::#"')),
    "resources of any region": many("Resource", numbered('"arn:aws:s:*:*:#"')),
    "principals": many("Principal", numbered('"#"'), '{"AWS":[', "]}"),
    "empty operators": many("Condition", numbered('"#":{}'), "{", "}"),
    "operators": many("Condition", mixed_case, "{", "}"),
    "keys": many("Condition", numbered('"#":"#"'), '{"StringLike":{', "}}"),
    "keys without values": many("Condition", numbered('"#":[]'), '{"StringLike":{', "}}"),
    "equal values": values("StringLike", numbered('""')),
    "values": values("StringLike", numbered('"#"')),
    "ARNs": values("ArnLike", numbered('"::::*:#"')),
    "zeroes": values("NumericEquals", numbered("0")),
    "numbers": values("NumericEquals", numbered("#")),
    "moments": values("DateEquals", numbered('"#"')),
    "days": values("DateEquals", numbered('"#-12-31"')),
    "address ranges": values("IpAddress", address_range),
    "binaries": values("BinaryEquals", numbered('"#"')),
    "a long value": long_condition("StringLike", "*a"),
    "a long date": long_condition("DateEquals", "1-"),
    "a long number": long_condition("NumericEquals", "1"),
    "a long address": long_condition("IpAddress", "1"),
}
"""By what they are full of."""
