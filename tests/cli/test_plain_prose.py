"""Markdown as plain mode writes it: code is kept letter by letter, marks of emphasis are not."""

import pytest

from tutor.cli.plain_prose import plain_text


@pytest.mark.parametrize(
    ("markdown", "spoken"),
    [
        ("Two *kinds*, and **one** more", "Two kinds, and one more"),
        ("You have `*` on `*`.", "You have * on *."),
        ("`s3:*` on `*`, and *only* there", "s3:* on *, and only there"),
        (
            '`--policy-document \'{"Action":"iam:*","Resource":"*"}\'`',
            '--policy-document \'{"Action":"iam:*","Resource":"*"}\'',
        ),
        ("**`a*` beats `b*`**", "a* beats b*"),
    ],
)
def test_stars_in_code_stay(markdown: str, spoken: str) -> None:
    assert plain_text(markdown) == spoken
