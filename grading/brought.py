"""The files that a submission brought beside its notebook, so that people see them.

A module or a pickle decides as much as a cell does. Whoever marks reads names, sizes and,
where it is text, what is in them; the student reads the names.
"""

from coursework.terminal import in_one_line, visible

MOST_TEXT = 20_000  # characters of one file that are shown
MOST_IN_ALL = 200_000
MOST_NAMED = 5


def describe(files: dict[str, bytes]) -> list[dict]:
    """Name, size and text of each file, to be kept with the notebook.

    A file that is no text has None instead, and one of which not all is shown is `cut`.
    """
    left, described = MOST_IN_ALL, []
    for name, content in sorted(files.items()):
        text = as_text(content)
        most = min(MOST_TEXT, left)
        one = {"name": in_one_line(name), "bytes": len(content), "text": None}
        if text is not None:
            one |= {"text": visible(text[:most]), "cut": len(text) > most}
            left -= len(text[:most])
        described.append(one)
    return described


def as_text(content: bytes) -> str | None:
    """The text in a file; None if it holds something else."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    return None if "\0" in text else text.replace("\r\n", "\n")


def brought(files: list[dict]) -> str:
    """The names of the files in a sentence."""
    names = [str(file.get("name")) for file in files[:MOST_NAMED]]
    more = len(files) - len(names)
    listed = ", ".join(names) + (f" and {more} more" if more else "")
    count = "a file" if len(files) == 1 else f"{len(files)} files"
    return f"brought {count} beside the notebook: {listed}"
