"""The reader of stories turns away what states too little or says what it does not know."""

from pathlib import Path

import pytest

from tests.stories.player import Done, play
from tests.stories.story import StoryError, read_story


class Echo:
    """A stage on which every line succeeds and prints JSON."""

    console = True

    def __init__(self, folder: Path) -> None:
        self.folder, self.typed = folder, list[str]()

    def run(self, line: str) -> Done:
        self.typed.append(line)
        return Done(0, '{"User": {"UserName": "kim", "Age": 3}}\n', "")

    def clock(self, seconds: int) -> None:
        raise AssertionError("the console moves its own clock")

    def now(self) -> float:
        return 59.0


def written(folder: Path, text: str) -> Path:
    path = folder / "01-a.story"
    path.write_text(text)
    return path


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "a title and steps"),
        ("# Title\n", "a title and steps"),
        ("$ aws sts get-caller-identity\nquiet\n", "a title and steps"),
        ("# Title\n$ aws iam list-users\n", "nothing is expected of line 2"),
        ("# Title\n$ aws iam list-users\nsave X Users\n$ ls\nquiet\n", "nothing is expected of line 2"),
        ("# Title\n$ aws iam list-users\nrc 2\n", "nothing is expected of line 2"),
        ("# Title\n$ aws iam list-users\n? Users\n", "wants an arrow"),
        ("# Title\n$ aws iam list-users\nkeep it\n", "not understood: keep it"),
        ("# Title\nUser: kim\n$ ls\nquiet\n", "not understood in the head"),
        ('# Title\nprofile kim {"root": true}\n$ ls\nquiet\n', "console only"),
    ],
)
def test_a_text_that_is_no_story(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(StoryError, match=said):
        read_story(written(tmp_path, text))


def test_what_is_kept_stands_in_later_lines(tmp_path: Path) -> None:
    seed = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
    kept = "? User.Age -> 3\nsave WHO User.UserName\nsave SEED file a.txt\n"
    text = f"# Title\nfile a.txt\n    {seed}\n$ one\n{kept}"
    stage = Echo(tmp_path)
    play(read_story(written(tmp_path, text + '$ {WHO} {SEED@0} ${WHO}\n? User.UserName -> "{WHO}"\n')), stage)
    assert stage.typed == ["one", "kim 287082 ${WHO}"]


@pytest.mark.parametrize(
    "expected",
    ['? User.UserName -> "lee"', "? User.Age ~> [a-z]+", "quiet", "= other", "~ no", "! No GetUser: no"],
)
def test_another_answer_fails(tmp_path: Path, expected: str) -> None:
    with pytest.raises(AssertionError, match=r"01-a\.story:2"):
        play(read_story(written(tmp_path, f"# Title\n$ aws iam get-user\n{expected}\n")), Echo(tmp_path))
