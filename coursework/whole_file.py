"""Files that are written whole or not at all, whatever stops the writing."""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path


@contextlib.contextmanager
def whole(path: Path) -> Iterator[Path]:
    """The file to write in place of `path`, whose place it takes at the end.

    After an error `path` is as it was. A link there is replaced, not what it leads to.
    """
    half = path.with_name(f".{path.name}.half")
    half.unlink(missing_ok=True)  # of a process that was killed
    try:
        yield half
        os.replace(half, path)
    finally:
        half.unlink(missing_ok=True)
