"""The Korean two-set keyboard: which Latin keys were pressed for a Hangul letter."""

from typing import Final


def _keys_in(row: str) -> tuple[str, ...]:
    return tuple(row.split())


INITIALS: Final = _keys_in("r R s e E f a q Q t T d w W c z x v g")
VOWELS: Final = _keys_in("k o i O j p u P h hk ho hl y n nj np nl b m ml l")
FINALS: Final = ("", *_keys_in("r R rt s sw sg e f fr fa fq ft fx fv fg a q qt t T d w c z x v g"))
SINGLE_CONSONANTS: Final = _keys_in("r R rt s sw sg e E f fr fa fq ft fx fv fg a q Q qt t T d w W c z x v g")

FIRST_SYLLABLE: Final = 0xAC00
LAST_SYLLABLE: Final = 0xD7A3
FIRST_CONSONANT: Final = 0x3131
FIRST_VOWEL: Final = 0x314F
LAST_VOWEL: Final = 0x3163


def is_hangul(letter: str) -> bool:
    """Whether this is a syllable or a single letter that the keyboard makes."""
    return FIRST_SYLLABLE <= ord(letter) <= LAST_SYLLABLE or FIRST_CONSONANT <= ord(letter) <= LAST_VOWEL


def keys_of(text: str) -> str:
    """The text that the same keys give with Hangul mode off."""
    return "".join(_keys(letter) for letter in text)


def _keys(letter: str) -> str:
    code = ord(letter)
    if FIRST_SYLLABLE <= code <= LAST_SYLLABLE:
        rest, final = divmod(code - FIRST_SYLLABLE, len(FINALS))
        initial, vowel = divmod(rest, len(VOWELS))
        return INITIALS[initial] + VOWELS[vowel] + FINALS[final]
    if FIRST_CONSONANT <= code < FIRST_VOWEL:
        return SINGLE_CONSONANTS[code - FIRST_CONSONANT]
    if FIRST_VOWEL <= code <= LAST_VOWEL:
        return VOWELS[code - FIRST_VOWEL]
    return letter
