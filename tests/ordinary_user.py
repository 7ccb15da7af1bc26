"""Running a command as an ordinary user, in tests that root runs.

Python and the course may lie where an ordinary user cannot go, such as in root's home. In a
mount namespace of the command's own, what is closed is opened just for them; outside of it
nothing changes.
"""

import contextlib
import os
import shutil
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from shared import ROOT

USER = 12345
# $1: how many folders follow, each with a number as its place on the stage; then how many
# closed folders follow, each covered by an empty one; then the command.
OPEN_FOLDERS = """\
set -e
mount -t tmpfs -o mode=755 tmpfs /mnt
folders=$1; shift
n=0; while [ $n -lt $folders ]; do
    mkdir "/mnt/$n"; mount --bind "$1" "/mnt/$n"; eval "f$n=\\$1"; shift; n=$((n+1))
done
closed=$1; shift
while [ $closed -gt 0 ]; do
    mount -t tmpfs -o mode=755 tmpfs "$1"; shift; closed=$((closed-1))
done
n=0; while [ $n -lt $folders ]; do
    eval "f=\\$f$n"; mkdir -p "$f"; mount --move "/mnt/$n" "$f"; n=$((n+1))
done
umount /mnt
exec "$@"
"""


def as_ordinary_user(words: list, home: Path) -> list[str]:
    """The command line by which `words` are run by an ordinary user, whose home is `home`.

    As it is where nobody is root.
    """
    words = [str(word) for word in words]
    if os.geteuid() != 0:
        return words
    home.mkdir(exist_ok=True)
    os.chown(home, USER, USER)
    folders = [str(f) for f in dict.fromkeys((sys.base_prefix, sys.prefix, str(ROOT)))]
    closed = sorted({str(p) for f in folders for p in closed_parents(Path(f))})
    folders = folders if closed else []
    enter = [
        "unshare",
        "--mount",
        "--propagation=private",
        "sh",
        "-c",
        OPEN_FOLDERS,
        "sh",
    ]
    places = [str(len(folders)), *folders, str(len(closed)), *closed]
    become = ["setpriv", f"--reuid={USER}", f"--regid={USER}", "--clear-groups"]
    own = ["env", f"HOME={home}", "PYTHONDONTWRITEBYTECODE=1"]
    return [*enter, *places, *become, *own, *words]


def closed_parents(folder: Path) -> list[Path]:
    """The outermost folder above `folder` that others may not enter, if there is one."""
    for parent in reversed(folder.parents):
        if not parent.stat().st_mode & stat.S_IXOTH:
            return [parent]
    return []


@contextlib.contextmanager
def open_folder() -> Iterator[Path]:
    """A folder of the ordinary user's, outside of pytest's own, which are closed to others."""
    with tempfile.TemporaryDirectory(prefix="ordinary-") as made:
        yield give(Path(made))


def give(folder: Path) -> Path:
    """Make `folder` and all in it the ordinary user's."""
    if os.geteuid() == 0:
        for path in (folder, *folder.rglob("*")):
            os.chown(path, USER, USER, follow_symlinks=False)
    return folder


def run_as_ordinary_user(*words, folder: Path, home: Path):
    """Run a Python module as a command; gives what came back."""
    assert shutil.which("setpriv") and shutil.which("unshare"), "they are in util-linux"
    return subprocess.run(
        as_ordinary_user([sys.executable, "-m", *words], home),
        cwd=folder,
        check=False,
        capture_output=True,
        text=True,
    )
