"""Cuts pasted text into the commands it holds."""


def commands_of(text: str) -> tuple[tuple[str, ...], str]:
    """The commands that end with a line break, and what stands after the last of them.

    A backslash at a line's end and a quotation that is still open carry a command over to the next line.
    """
    whole: list[str] = []
    current, continued = "", False
    *finished, last = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for line in finished:
        current += line.lstrip() if continued else line
        continued = current.rstrip().endswith("\\")
        if continued:
            current = current.rstrip()[:-1].rstrip() + " "
        elif _quotation_open(current):
            current += "\n"
        else:
            if current.strip():
                whole.append(current.strip())
            current = ""
    return tuple(whole), current + (last.lstrip() if continued else last)


def goes_on(text: str) -> bool:
    """Whether the last row ends with a backslash that nothing escapes: the command goes on below."""
    behind = text[len(text.rstrip("\\")) :]
    return bool(text.strip("\\ \n")) and len(behind) % 2 == 1


def _quotation_open(text: str) -> bool:
    """Whether a quotation mark in `text` waits for its partner."""
    mark = ""
    for position, letter in enumerate(text):
        escaped = mark != "'" and position > 0 and text[position - 1] == "\\"
        if letter in "'\"" and not escaped:
            mark = "" if mark == letter else mark or letter
    return bool(mark)
