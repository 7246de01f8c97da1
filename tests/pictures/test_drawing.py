"""The README's pictures: well-formed, true to the screen, and nothing in them is obeyed or fetched."""

import re
from xml.etree import ElementTree

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tests.pictures.drawing import Shot, film, still

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = '</text><script>alert("&amp;")</script>]]>'
ROWS = (
    Strip([Segment("╭──╮ 한글 yuna", Style(color="#d9deec", bgcolor="#10131d"))]),
    Strip([Segment(f"│  │ {HOSTILE}", Style(bold=True))]),
    Strip([Segment("╰──╯", Style(color="#ff0000")), Segment(" █▀▄ ✓ – →", Style(reverse=True))]),
)


def letters_of(drawn: ElementTree.Element) -> str:
    return "".join(text.text or "" for text in drawn.iter(f"{SVG}text"))


def test_a_still_has_every_row_and_every_letter() -> None:
    picture = ElementTree.fromstring(still(ROWS, "a <title> & more"))
    rows = [
        group for group in picture.iter(f"{SVG}g") if group.get("transform", "").startswith("translate(0 ")
    ]
    assert len(rows) == len(ROWS)
    assert letters_of(rows[0]) == "한글yuna"
    assert letters_of(rows[1]) == HOSTILE
    assert picture.findtext(f"{SVG}title") == "a <title> & more"
    assert {element.tag for element in picture.iter()} <= {
        f"{SVG}{tag}" for tag in ("svg", "title", "style", "rect", "g", "text")
    }


def test_nothing_is_fetched_from_anywhere() -> None:
    for drawn in (still(ROWS, "still"), film([Shot(ROWS, 1), Shot(ROWS[:1], 2)], "film")):
        outside = drawn.replace('xmlns="http://www.w3.org/2000/svg"', "")
        assert not re.search(r"http|url\(|@import|xlink|<script|<image|<foreignObject", outside)
        assert set(re.findall(r'href="(.)', outside)) <= {"#"}


def test_a_film_draws_a_row_once_and_shows_one_screen_at_a_time() -> None:
    drawn = film([Shot(ROWS, 1), Shot(ROWS, 2), Shot(ROWS[:1], 1)], "film")
    picture = ElementTree.fromstring(drawn)
    assert len([group for group in picture.iter(f"{SVG}g") if group.get("id")]) == len(ROWS)
    frames = [group for group in picture.iter(f"{SVG}g") if group.get("class", "").startswith("f ")]
    assert [len(frame) for frame in frames] == [3, 3, 1]
    assert "4.00s step-end infinite" in drawn
    assert "prefers-reduced-motion" in drawn


def test_lines_meet_between_cells_and_rows() -> None:
    line = still((Strip([Segment("──", Style(color="#ffffff"))]),), "line")
    assert 'width="16.8"' in line
    upright = still((Strip([Segment("│", Style(color="#ffffff"))]),), "line")
    assert 'y="0.0" width="1.1" height="18.0"' in upright
