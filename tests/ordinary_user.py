"""How a test run by root has a command run by an ordinary user, as most people are.

In a mount namespace of its own, which changes nothing outside: root's home, where the Python
of a development machine may lie, is of mode 700, and there it is not.
"""

import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

USER = 1234  # nobody's, on most machines
# Root's home with nothing in it but what Python needs from there, which stays as it is.
ENTER = """
set -e
home=$1; keep=$2; shift 2
if [ -n "$keep" ]; then
    mount --bind "$keep" /mnt
    mount -t tmpfs -o mode=755 tmpfs "$home"
    mkdir -p "$keep"
    mount --bind /mnt "$keep"
    umount /mnt
fi
exec "$@"
"""


def folder_to_keep() -> Path | None:
    """The folder in root's home that this Python comes from, None if it lies elsewhere."""
    home, base = Path.home().resolve(), Path(sys.base_prefix).resolve()
    if not base.is_relative_to(home):
        return None
    return home / base.relative_to(home).parts[0]


def as_ordinary_user(words: list, home: Path) -> list[str]:
    """The command line by which `words` are run by an ordinary user, whose home is `home`."""
    if os.geteuid() != 0:
        return [str(word) for word in words]
    home.mkdir(exist_ok=True)
    os.chown(home, USER, USER)
    become = ["setpriv", f"--reuid={USER}", f"--regid={USER}", "--clear-groups"]
    own = ["env", f"HOME={home}", "PYTHONDONTWRITEBYTECODE=1"]
    enter = ["unshare", "--mount", "--propagation=private", "sh", "-c", ENTER, "sh"]
    place = [str(Path.home()), str(folder_to_keep() or "")]
    return [*enter, *place, *become, *own, *map(str, words)]


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
