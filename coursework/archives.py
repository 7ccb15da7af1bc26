"""What is common to zip files, whoever packed them."""

import zipfile
import zlib
from pathlib import PurePosixPath

# What macOS and Jupyter put beside somebody's own files.
JUNK = ("__MACOSX", "._", ".DS_Store", ".ipynb_checkpoints")
# What reading a broken zip file raises; RuntimeError is a password's.
UNREADABLE = (
    *(zipfile.BadZipFile, zlib.error, EOFError),
    *(RuntimeError, NotImplementedError, ValueError),
)


def is_junk(name: PurePosixPath) -> bool:
    return any(part.startswith(JUNK) for part in name.parts)
