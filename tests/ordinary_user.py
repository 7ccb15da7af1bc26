"""Running a command as an ordinary user, in tests that root runs.

Python and the course may lie where an ordinary user cannot go, such as in root's home. In a
mount namespace of the command's own, what is closed is opened just for them; outside of it
nothing changes.
"""

import os
import stat
import sys
from pathlib import Path

from shared import ROOT

USER = 12345
STAGE = "/mnt"
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


def as_ordinary_user(command: list[str], home: Path) -> list[str]:
    """`command` for an ordinary user whose home is `home`; as it is where nobody is root."""
    if os.getuid():
        return command
    os.chown(home, USER, USER)
    folders = [str(f) for f in dict.fromkeys((sys.base_prefix, sys.prefix, str(ROOT)))]
    closed = {str(parent) for f in folders for parent in closed_parents(Path(f))}
    if not closed:
        folders = []
    prefix = ["unshare", "--mount", "--propagation", "private", "sh", "-c"]
    prefix += [OPEN_FOLDERS, "sh", str(len(folders)), *folders]
    prefix += [str(len(closed)), *sorted(closed)]
    user = ["setpriv", "--reuid", str(USER), "--regid", str(USER), "--clear-groups"]
    return [*prefix, *user, "env", f"HOME={home}", *command]


def closed_parents(folder: Path) -> list[Path]:
    """The outermost folder above `folder` that others may not enter, if there is one."""
    for parent in reversed(folder.parents):
        if not parent.stat().st_mode & stat.S_IXOTH:
            return [parent]
    return []
