"""Checks of a request's values, with the service's words (spec 1.3, 6.1)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from tutor.account.policy_text import IDENTITY, PolicyText
from tutor.account.service_error import invalid_input, invalid_parameter, malformed, not_valid

if TYPE_CHECKING:
    from tutor.account.call import Call

__all__ = ["Checks", "check_document", "policy_arn", "policy_text", "tags"]

_NAME: Final = re.compile(r"[A-Za-z0-9_+=,.@-]+")
_PATH: Final = re.compile(r"/|/[!-~]+/")
_POLICY_PATH: Final = re.compile(r"((/[A-Za-z0-9.,+@=_-]+)*)/")
_PATH_PREFIX: Final = re.compile(r"/[!-\x7f]*")
_POLICY_ARN: Final = re.compile(r"arn:aws[a-z-]*:iam::(\d{12}|aws):policy(/[!-~]+)?/[A-Za-z0-9_+=,.@-]+")
_DOCUMENT: Final = re.compile(r"[\t\n\r\x20-\xff]+")
_TAG_SIGNS: Final = frozenset("_.:/=+-@")
_TAG_LIMIT: Final = 50
_RESERVED: Final = "aws:"
"""How the keys of tags begin that AWS itself gives."""


def _field(parameter: str) -> str:
    return parameter[0].lower() + parameter[1:]


class Checks:
    """Collects what is wrong with a request; `finish` raises it all at once, as the service does."""

    def __init__(self, call: Call) -> None:
        self._call = call
        self._broken: list[str] = []
        self._misspelt: list[str] = []

    def must(self, holds: bool, parameter: str, constraint: str) -> None:
        """Note that `parameter` breaks `constraint` unless it holds."""
        if holds:
            return
        shown = f"'{self._call.parameters.get(parameter, '')}' " if self._call.service == "sts" else ""
        self._broken.append(
            f"Value {shown}at '{_field(parameter)}' failed to satisfy constraint: Member must {constraint}"
        )

    def length(self, parameter: str, least: int, most: int) -> str:
        """A required text of bounded length."""
        value = self._call.required(parameter)
        self.must(len(value) >= least, parameter, f"have length greater than or equal to {least}")
        self.must(len(value) <= most, parameter, f"have length less than or equal to {most}")
        return value

    def name(self, parameter: str, most: int = 128) -> str:
        """A required name of a user, group or policy."""
        value = self.length(parameter, 1, most)
        if value and not _NAME.fullmatch(value):
            self._misspelt.append(
                f"The specified value for {_field(parameter)} is invalid. "
                "It must contain only alphanumeric characters and/or the following: +=,.@_-"
            )
        return value

    def optional_name(self, parameter: str) -> str | None:
        """A name that may be left out."""
        return None if self._call.text(parameter) is None else self.name(parameter)

    def path(self, parameter: str = "Path", *, policy: bool = False) -> str:
        """The Path, `/` if it was not given."""
        if self._call.text(parameter) is None:
            return "/"
        value = self.length(parameter, 1, 512)
        if not (_POLICY_PATH if policy else _PATH).fullmatch(value):
            self._misspelt.append(
                "The specified value for path is invalid. It must begin and end with / "
                "and contain only alphanumeric characters and/or / characters."
            )
        return value

    def path_prefix(self) -> str:
        """The PathPrefix, `/` if it was not given; it may end inside a part."""
        if self._call.text("PathPrefix") is None:
            return "/"
        value = self.length("PathPrefix", 1, 512)
        self.pattern("PathPrefix", value, _PATH_PREFIX, r"\u002F[\u0021-\u007F]*")
        return value

    def pattern(self, parameter: str, value: str, pattern: re.Pattern[str], shown: str) -> None:
        """Note a value that does not match; `shown` is how the service writes the pattern."""
        self.must(
            pattern.fullmatch(value) is not None, parameter, f"satisfy regular expression pattern: {shown}"
        )

    def choice(self, parameter: str, choices: Sequence[str], default: str) -> str:
        """One of an enumeration."""
        value = self._call.text(parameter) or default
        self.must(value in choices, parameter, f"satisfy enum value set: [{', '.join(choices)}]")
        return value

    def page_size(self) -> int:
        """MaxItems: 1 to 1000, 100 if it was not given."""
        return self.number("MaxItems", 1, 1000, 100)

    def number(self, parameter: str, least: int, most: int, default: int) -> int:
        """A whole number between two bounds."""
        value = self._call.parameters.get(parameter)
        if value is None:
            return default
        number = int(str(value))
        self.must(number >= least, parameter, f"have value greater than or equal to {least}")
        self.must(number <= most, parameter, f"have value less than or equal to {most}")
        return number

    def description(self) -> str | None:
        """The Description, None if it was not given."""
        value = self._call.text("Description")
        if value is not None:
            self.must(len(value) <= 1000, "Description", "have length less than or equal to 1000")
        return value

    def finish(self) -> None:
        """Raises ValidationError for what was noted."""
        if self._broken:
            count = f"{len(self._broken)} validation error{'s' if len(self._broken) > 1 else ''} detected: "
            raise not_valid(count + "; ".join(self._broken))
        if self._misspelt:
            raise not_valid(self._misspelt[0])


def policy_arn(checks: Checks, parameter: str = "PolicyArn") -> str:
    """The ARN of a managed policy; finishes the checks."""
    value = checks.length(parameter, 20, 2048)
    checks.finish()
    if not _POLICY_ARN.fullmatch(value):
        raise (not_valid if parameter == "PolicyArn" else invalid_input)(f"ARN {value} is not valid.")
    return value


def policy_text(call: Call, parameter: str = "PolicyDocument", kind: str = IDENTITY) -> PolicyText:
    """A parsed policy document; raises MalformedPolicyDocument with the fault in it."""
    text = call.required(parameter)
    if call.recorded:
        return PolicyText(text, kind=kind)
    from tutor.policy import PolicyError, PolicyKind, parse_policy

    try:
        return PolicyText(text, parse_policy(text, PolicyKind(kind)), kind=kind)
    except PolicyError as fault:
        raise malformed(fault) from None


def check_document(checks: Checks, parameter: str = "PolicyDocument") -> None:
    """The outer limits of a policy document, before it is read."""
    value = checks.length(parameter, 1, 131072)
    if value:
        checks.pattern(parameter, value, _DOCUMENT, r"[\u0009\u000A\u000D\u0020-\u00FF]+")


def tags(call: Call, checks: Checks, *, fold: bool) -> dict[str, str]:
    """The Tags as a mapping; `fold` if keys that differ by case are the same (users); finishes the checks."""
    listed = call.parameters.get("Tags") or ()
    assert isinstance(listed, Sequence)
    checks.must(len(listed) <= _TAG_LIMIT, "Tags", f"have length less than or equal to {_TAG_LIMIT}")
    result: dict[str, str] = {}
    seen: set[str] = set()
    for number, tag in enumerate(listed, 1):
        assert isinstance(tag, Mapping)
        key, value = str(tag.get("Key", "")), str(tag.get("Value", ""))
        _check_tag_part(checks, f"tags.{number}.member.key", key, 1, 128)
        _check_tag_part(checks, f"tags.{number}.member.value", value, 0, 256)
        seen.add(key.lower() if fold else key)
        result[key] = value
    checks.finish()
    fault = invalid_parameter if call.service == "sts" else invalid_input
    if any(key.lower().startswith(_RESERVED) for key in result):
        raise fault("aws: prefixed tag key names are not allowed for external use.")
    if len(seen) < len(listed):
        note = " Please note that Tag keys are case insensitive." if fold else ""
        raise fault(f"Duplicate tag keys found.{note}")
    return result


def _check_tag_part(checks: Checks, place: str, value: str, least: int, most: int) -> None:
    checks.must(len(value) >= least, place, f"have length greater than or equal to {least}")
    checks.must(len(value) <= most, place, f"have length less than or equal to {most}")
    fits = all(sign.isalpha() or sign.isnumeric() or sign.isspace() or sign in _TAG_SIGNS for sign in value)
    repeat = "+" if least else "*"
    checks.must(fits, place, rf"satisfy regular expression pattern: [\p{{L}}\p{{Z}}\p{{N}}_.:/=+\-@]{repeat}")
