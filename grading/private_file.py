"""Files with names or marks of students: nobody but their owner may read them."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

from coursework.whole_file import whole

MODE = 0o600


@contextlib.contextmanager
def private(path: Path) -> Iterator[Path]:
    """As `whole`, for the owner alone, also while it is being written."""
    with whole(path) as half:
        half.touch(MODE)
        yield half
        half.chmod(MODE)  # a copy may have brought another one along


def others_may_read(path: Path) -> bool:
    """May anybody but the owner read the file?"""
    return bool(path.stat().st_mode & 0o077)
