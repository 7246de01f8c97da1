"""A second process on a save, driven through its pipes: `python writer.py FOLDER`.

Commands, one a line: `user NAME`, `undo`, `users`, `hold` (the lock, until the next line), `end`.
Each is answered by one line once it is done.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tests.account.people import Person, still
from tutor.account import Save


def answer(text: str) -> None:
    print(text, flush=True)


def main() -> None:
    save = Save.open(Path(sys.argv[1]), clock=still)
    root = Person(save)
    for line in sys.stdin:
        word, _, name = line.strip().partition(" ")
        if word == "user":
            answer(str(root.record("iam:CreateUser", UserName=name).entry.index))
        elif word == "undo":
            move = save.undo()
            answer("nothing" if move is None else str(move.to_index))
        elif word == "users":
            save.catch_up()
            answer(" ".join(root.account.users))
        elif word == "hold":
            with save.exclusive():
                answer("held")
                sys.stdin.readline()
            answer("free")
        elif word == "end":
            break
    save.close()


if __name__ == "__main__":
    main()
