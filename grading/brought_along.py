"""The files that a submission consists of, and those of them that nobody uses."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePath

from nbformat.notebooknode import NotebookNode

from coursework.answers import as_text
from coursework.cells import is_own
from coursework.terminal import in_one_line

MOST_NAMED = 20
NBGRADERS_OWN = ("timestamp.txt", "submission_secret.txt", "feedback.zip")
SHORTEST = 3  # a shorter name stands in anybody's code


def arrived(folder: Path) -> list[str]:
    """The files that were handed in, each with its size."""
    found = [
        f"{in_one_line(as_text(str(name)))} ({size(folder / name)})"
        for name in brought(folder)
    ]
    more = len(found) - MOST_NAMED
    return found[:MOST_NAMED] + ([f"and {more} more"] if more > 0 else [])


def size(path: Path) -> str:
    try:
        count = path.stat().st_size
    except OSError:
        return "not readable"
    return f"{count / 1000:,.0f} kB" if count >= 1000 else f"{count} bytes"


def brought(folder: Path) -> Iterator[PurePath]:
    """The files in a submission's folder, without nbgrader's own and hidden ones."""
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder)
        if any(part.startswith(".") for part in name.parts):
            continue
        if str(name) not in NBGRADERS_OWN and (path.is_file() or path.is_symlink()):
            yield name


def unused_files(
    folder: Path, taken: Path, files: Mapping[str, bytes], notebook: NotebookNode
) -> list[str]:
    """A remark on files that no cell mentions and no text shows, other notebooks included."""
    own = [cell for cell in notebook.cells if is_own(cell)]
    shown = {name for cell in own for name in cell.get("attachments", {})}
    code = [cell.source for cell in own if cell.cell_type == "code"]
    code += [
        raw.decode("utf-8", "replace")
        for name, raw in files.items()
        if name.endswith(".py")
    ]
    words = set(re.findall(r"\w+", "\n".join(code)))
    unused = [
        as_text(str(name))
        for name in brought(folder)
        if folder / name != taken
        and str(name) not in shown
        and not is_mentioned(name, words)
    ]
    if not unused:
        return []
    more = f" and {len(unused) - MOST_NAMED} more" if len(unused) > MOST_NAMED else ""
    return [f"not used: {', '.join(unused[:MOST_NAMED])}{more} (no cell opens it)"]


def is_mentioned(name: PurePath, words: set[str]) -> bool:
    """Does code have all words of a file's name, or the name of its folder?"""
    if name.suffix.lower() == ".ipynb":
        return False
    parts = re.findall(r"\w+", name.stem)
    if parts and all(part in words for part in parts):
        return True
    return any(len(part) >= SHORTEST and part in words for part in name.parts[:-1])
