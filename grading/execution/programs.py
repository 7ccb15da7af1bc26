"""The programs of the operating system that a sandbox is started with."""

import errno
import shutil


def program(name: str) -> str:
    """Where a program is; FileNotFoundError, which names it, if it is not installed."""
    if path := shutil.which(name):
        return path
    raise FileNotFoundError(errno.ENOENT, "not installed", name)
