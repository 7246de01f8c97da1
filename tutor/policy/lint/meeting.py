"""Whether a resource pattern and the ARN form of a resource type have an ARN in common.

The form is a small automaton whose states are the bits of a number: bit `n` says that its first `n` tokens
have been read. A pattern is read once, character by character, whatever wildcards it holds.
"""

import re
from functools import lru_cache
from typing import Final

from ..variables import Template
from ..wildcards import ONE

__all__ = ["TypeForm", "type_form"]

ARN_FIELDS: Final = 6
REGION, RESOURCE = 3, 5
PLACEHOLDER: Final = re.compile(r"(\$\{[^}]*\}|\*)")
"""What differs from resource to resource, in the forms that AWS gives."""
WITHOUT_SLASH: Final = frozenset({"BucketName", "AccessPointName"})
"""Placeholders for names that hold no slash; the others may stand for a path."""
ANY_OWNER: Final = frozenset({"ec2"})
"""Services whose ARNs may name the owner's account where the form names none."""


class FieldForm:
    """One field of an ARN form: literal text and placeholders."""

    __slots__ = ("accepting", "literal", "runs", "single", "slashless", "wild")

    def __init__(self, form: str, *, filled: bool) -> None:
        """`filled` says that a placeholder stands for one character at least."""
        self.literal: dict[str, int] = {}
        self.wild = self.runs = self.slashless = 0
        bit = 1
        for token in PLACEHOLDER.split(form):
            if token.startswith("${") or token == "*":
                if filled:
                    self.wild |= bit
                    bit <<= 1
                self.runs |= bit
                self.slashless |= bit if token[2:-1] in WITHOUT_SLASH else 0
                bit <<= 1
                continue
            for character in token:
                self.literal[character] = self.literal.get(character, 0) | bit
                bit <<= 1
        self.accepting = bit
        self.single = self.wild | sum(self.literal.values())

    def meets(self, pattern: Template) -> bool:
        """Whether some text fits both."""
        state = self._skip(1)
        for part in pattern.parts:
            if isinstance(part, str):
                for character in part:
                    state = self._read(state, character)
                    if not state:
                        return False
            elif part is ONE:
                state = self._skip((state & self.single) << 1 | state & self.runs)
            else:
                # Any run: whatever is still to come in the form can be filled.
                lowest = state & -state
                state = (self.accepting << 1) - lowest
        return bool(state & self.accepting)

    def _read(self, state: int, character: str) -> int:
        stay = state & (self.runs & ~self.slashless if character == "/" else self.runs)
        return self._skip((state & (self.literal.get(character, 0) | self.wild)) << 1 | stay)

    def _skip(self, state: int) -> int:
        """Adds what can be reached by leaving a placeholder."""
        while (reached := state | (state & self.runs) << 1) != state:
            state = reached
        return state


class TypeForm:
    """The ARN form of a resource type."""

    def __init__(self, arn: str) -> None:
        texts = arn.split(":", ARN_FIELDS - 1)
        self.service = texts[2]
        self.literal_size = sum(len(text) for text in texts[RESOURCE].split("${")[:1])
        """How much of the resource field is fixed before its first placeholder."""
        self.fields = [
            FieldForm(text, filled=REGION <= number < RESOURCE) for number, text in enumerate(texts)
        ]
        self.any_owner = self.service in ANY_OWNER and not texts[4]

    def meets(self, pattern: tuple[Template, ...]) -> bool:
        """Whether a pattern, cut into the six fields of an ARN, covers a resource of this type."""
        for number, (form, template) in enumerate(zip(self.fields, pattern, strict=True)):
            if number == RESOURCE - 1 and self.any_owner:
                continue
            if not form.meets(template):
                return False
        return True


@lru_cache(maxsize=4096)
def type_form(arn: str) -> TypeForm:
    """The form of a resource type's ARN."""
    return TypeForm(arn)
