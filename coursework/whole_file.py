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
    try:
        half.unlink(missing_ok=True)  # of a process that was killed
        yield half
        os.replace(half, path)
    except OSError as error:
        if error.filename == str(half):  # nobody has asked for that name
            is_folder_there = path.parent.is_dir()
            error.filename = str(path if is_folder_there else path.parent)
        raise
    finally:
        with contextlib.suppress(OSError):
            half.unlink(missing_ok=True)
