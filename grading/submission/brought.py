"""The files of a submission beside its notebook: they are seen, and named if nobody uses them.

A module or a pickle decides as much as a cell does. Whoever marks reads names, sizes and,
where it is text, what is in them; the student reads the names.
"""

import itertools
from collections.abc import Mapping
from pathlib import Path, PurePath

from nbformat.notebooknode import NotebookNode

from coursework.answers import as_text
from coursework.cells import is_own
from coursework.terminal import in_one_line, visible
from grading.pictures import pictures_of
from grading.submission.files_opened import Code
from grading.submission.folder import Submission

MOST_TEXT = 20_000  # characters of one file that are shown
MOST_IN_ALL = 200_000
MOST_IN_A_SENTENCE = 5
MOST_LISTED = 20
MOST_LOOKED_UP = 1000  # in the code


def arrived(submission: Submission) -> list[str]:
    """The files that were handed in, each with its size."""
    found = [
        f"{in_one_line(as_text(str(name)))} ({size(submission.folder / name)})"
        for name in submission.files
    ]
    more = len(found) - MOST_LISTED
    return found[:MOST_LISTED] + ([f"and {more} more"] if more > 0 else [])


def size(path: Path) -> str:
    try:
        count = path.stat().st_size
    except OSError:
        return "not readable"
    return f"{count / 1000:,.0f} kB" if count >= 1000 else f"{count} bytes"


def describe(files: Mapping[str, bytes]) -> list[dict]:
    """Name, size and text of each file, to be kept with the notebook.

    A file that is no text has None instead, and one of which not all is shown is `cut`.
    """
    left, described = MOST_IN_ALL, []
    for name, content in sorted(files.items()):
        text = text_in(content)
        most = min(MOST_TEXT, left)
        one = {"name": in_one_line(name), "bytes": len(content), "text": None}
        if text is not None:
            one |= {"text": visible(text[:most]), "cut": len(text) > most}
            left -= len(text[:most])
        described.append(one)
    return described


def text_in(content: bytes) -> str | None:
    """The text in a file; None if it holds something else."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    return None if "\0" in text else text.replace("\r\n", "\n")


def brought(files: list[dict]) -> str:
    """The names of described files in a sentence."""
    names = [str(file.get("name")) for file in files]
    count = "a file" if len(files) == 1 else f"{len(files)} files"
    return f"brought {count} beside the notebook: {first_of(names, MOST_IN_A_SENTENCE)}"


def first_of(names: list[str], most: int) -> str:
    """The first of `names`, and how many more."""
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return ", ".join(names[:most]) + more


def unused_files(
    submission: Submission,
    taken: PurePath,
    files: Mapping[str, bytes],
    notebook: NotebookNode,
) -> list[str]:
    """A remark on files that no cell opens and no text shows, other notebooks included."""
    own = [cell for cell in notebook.cells if is_own(cell)]
    shown = {name for cell in own for name in pictures_of(cell)}
    modules = [raw for name, raw in files.items() if name.endswith(".py")]
    code = Code(
        *(cell.source for cell in own if cell.cell_type == "code"),
        *(raw.decode("utf-8", "replace") for raw in modules),
    )
    unused = [
        as_text(str(name))
        for name in itertools.islice(submission.files, MOST_LOOKED_UP)
        if name != taken and as_text(str(name)) not in shown and not code.uses(name)
    ]
    if not unused:
        return []
    return [f"not used: {first_of(unused, MOST_LISTED)} (no cell opens it)"]
