"""The files for a platform: both are new afterwards, or both are as before."""

import time
import zipfile
from contextlib import ExitStack
from pathlib import Path

from coursework.whole_file import whole
from grading.course import CourseError


def write_files(contents: dict[Path, bytes | dict[str, bytes]]) -> None:
    """Write each file, for its owner alone; a dict is a zip file's names and contents."""
    for path in contents:
        if path.is_dir():
            raise CourseError(
                f"{path} is a folder. Remove it, or name another by --to."
            )
    with ExitStack() as stack:
        for path, content in contents.items():
            half = stack.enter_context(whole(path))
            half.touch(0o600)
            if isinstance(content, bytes):
                half.write_bytes(content)
            else:
                write_zip(half, content)


def write_zip(path: Path, files: dict[str, bytes]) -> None:
    now = time.localtime()[:6]
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in files.items():
            info = zipfile.ZipInfo(name, now)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            archive.writestr(info, content)
