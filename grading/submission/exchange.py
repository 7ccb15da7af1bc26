"""Files that change together: afterwards all of them are new, or all are as before.

While they change, a marker lies beside them. A process that is killed meanwhile leaves it
there, and the next grading makes the files anew.
"""

import contextlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

MARKER = ".unsaved"
HALF, BEFORE = ".half", ".before"


def is_interrupted(folder: Path) -> bool:
    """Was a change of the files of `folder` begun and not ended?"""
    return (folder / MARKER).exists()


class Exchange:
    """One change of some files. `folder` holds the marker."""

    def __init__(self, folder: Path):
        self.marker = folder / MARKER
        self.was_interrupted = is_interrupted(folder)
        self.staged: list[Path] = []
        self.put_in: list[Path] = []  # whose old content is still there

    def put(self, contents: dict[Path, bytes | None]) -> None:
        """Give each file its content, or take it away (None)."""
        # Most of what can go wrong goes wrong here, before anything has changed.
        for path, content in contents.items():
            if content is not None:
                path.parent.mkdir(parents=True, exist_ok=True)
                beside(path, HALF).unlink(missing_ok=True)
                self.staged.append(path)
                beside(path, HALF).write_bytes(content)
        self.marker.parent.mkdir(parents=True, exist_ok=True)
        self.marker.touch()
        for path, content in contents.items():
            keep_before(path)
            self.put_in.append(path)
            if content is None:
                path.unlink(missing_ok=True)
            else:
                os.replace(beside(path, HALF), path)

    def undo(self) -> None:
        """Give each file its old content again."""
        for path in self.staged:
            beside(path, HALF).unlink(missing_ok=True)
        for path in reversed(self.put_in):
            if beside(path, BEFORE).exists():
                os.replace(beside(path, BEFORE), path)
            else:
                path.unlink(missing_ok=True)
        if not self.was_interrupted:
            self.marker.unlink(missing_ok=True)

    def end(self) -> None:
        """The new contents stay."""
        for path in self.put_in:
            beside(path, BEFORE).unlink(missing_ok=True)
        self.marker.unlink(missing_ok=True)


@contextlib.contextmanager
def all_or_nothing(folder: Path) -> Iterator[Exchange]:
    """A change of files that is undone if anything within goes wrong."""
    exchange = Exchange(folder)
    try:
        yield exchange
    except BaseException:
        with contextlib.suppress(OSError):  # then the marker stays
            exchange.undo()
        raise
    exchange.end()


def beside(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)


def keep_before(path: Path) -> None:
    """Keep a file's old content under another name; `path` itself never misses."""
    before = beside(path, BEFORE)
    before.unlink(missing_ok=True)
    if path.exists():
        try:
            os.link(path, before)
        except OSError:  # a file system without hard links
            shutil.copy2(path, before)
