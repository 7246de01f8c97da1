"""Lesson prose, JSON and widths in cells."""

from textual.content import Content

from tutor.app.models.outline import Branch, BranchKind, compare
from tutor.app.render.json_colours import coloured
from tutor.app.render.prose import BlockKind, blocks
from tutor.app.widgets.marked import Marked

PAGE = """
한 문단에 `code`와 **굵은** 글자.

1. 하나
   - 안쪽

   둘째 문단
2. 둘

> 인용

```
aws s3 ls
```
"""


def test_the_blocks_of_a_page() -> None:
    page = blocks(PAGE)
    assert [(block.kind, block.marker, block.depth) for block in page] == [
        (BlockKind.PARAGRAPH, "", 0),
        (BlockKind.ITEM, "1.", 0),
        (BlockKind.ITEM, "•", 1),
        (BlockKind.ITEM, "", 0),
        (BlockKind.ITEM, "2.", 0),
        (BlockKind.QUOTE, "", 0),
        (BlockKind.CODE, "", 0),
    ]
    assert page[0].content.plain == "한 문단에 code와 굵은 글자."


def test_html_and_links_of_a_pack_do_nothing() -> None:
    (block,) = blocks("<script>x</script> [y](http://example.com)")
    assert "<script>x</script> y" in block.content.plain
    assert all("link" not in str(span.style).replace("underline", "") for span in block.content.spans)


def test_json_is_coloured_and_other_output_is_not() -> None:
    assert coloured('{"a": 1}').spans
    assert coloured("PRE wedding/").spans == []


def test_later_rows_hang_under_the_first_word_by_cells() -> None:
    rows = Marked(Content("✓"), Content("사용자가 사진을 올려요"))._rows(14)
    assert [row.plain for row in rows] == ["✓ 사용자가", "  사진을", "  올려요"]


def test_what_changed_in_the_account() -> None:
    key = Branch("a\x1fu\x1fk", BranchKind.KEY, "AKIA", "Active")
    user = Branch("a\x1fu", BranchKind.USER, "yuna", children=(key,))
    before = Branch("a", BranchKind.ACCOUNT, "1", children=(user,))
    inactive = Branch(key.path, key.kind, key.name, "Inactive")
    policy = Branch("a\x1fp", BranchKind.POLICY, "ReadPhotos")
    after = Branch(
        "a",
        BranchKind.ACCOUNT,
        "1",
        children=(Branch("a\x1fu", BranchKind.USER, "yuna", "", (inactive,)), policy),
    )
    changes = compare(before, after)
    assert changes.added == {policy.path}
    assert changes.altered == {key.path}
    assert compare(after, before).removed == (policy,)
