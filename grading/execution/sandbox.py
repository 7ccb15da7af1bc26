"""The sandbox: bubblewrap's arguments for a kernel and for a reader, and how both are started.

What is guaranteed, against whom, and what is not stands in ``SECURITY.md``.
"""

import contextlib
import ctypes
import functools
import itertools
import os
import pwd
import shutil
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypedDict

from grading.execution.errors import SandboxError
from grading.execution.limits import MEBI
from grading.execution.programs import program
from grading.execution.syscalls import NoFilter, filter_for
from grading.imports import package_folders

HOME = "/home/student"
SOCKETS = "/run/kernel"  # in a kernel's sandbox
BYTES_FOR_SOCKETS = MEBI
# Where a process that root starts goes on: user ids that neither Debian nor systemd gives away.
UNPRIVILEGED = range(60600, 61184)
# Folders that are on every machine; in namespaces of its own one is covered for a moment.
STAGES = ("/mnt", "/media", "/srv", "/opt")
# Debian's packages of the programs that start a sandbox.
PACKAGES = {"setpriv": "util-linux", "unshare": "util-linux", "env": "coreutils"}
KEYCTL, JOIN_SESSION_KEYRING = {"x86_64": 250, "aarch64": 219}, 1

ENVIRONMENT = {
    "HOME": HOME,
    "USER": "student",
    "LANG": "C.UTF-8",
    "PATH": f"{Path(sys.executable).parent}:/usr/bin:/bin",
    # One thread each: the number of cores changes no result, and jobs share the machine.
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
}


def why_no_sandbox() -> str:
    """Why no sandbox can be started here, and what to do; "" where it can."""
    if shutil.which("bwrap") is None:
        return (
            "bubblewrap is not installed, and without it students' code would run with "
            "your rights. On Debian or Ubuntu: sudo apt-get install bubblewrap"
        )
    try:
        with in_sandbox([], "reader", [sys.executable, "-I", "-c", ""]) as box:
            tried = subprocess.run(
                box.command, **box.started, capture_output=True, text=True, check=False
            )
    except FileNotFoundError as error:
        return (
            f"{error.filename} is not installed, without which no sandbox can be started. "
            f"On Debian or Ubuntu: sudo apt-get install {PACKAGES[error.filename]}"
        )
    except NoFilter as error:
        return (
            f"The library that limits system calls is not there ({error}). On Debian or "
            "Ubuntu: sudo apt-get install libseccomp2, then: make install"
        )
    if not tried.returncode:
        return ""
    said = tried.stderr.strip()
    if any(word in said for word in (sys.executable, sys.base_prefix, "encodings")):
        return (
            f"Python does not start in the sandbox: {said}. It runs there as an ordinary "
            f"user, who must be able to read {' and '.join(python_folders(()))}: chmod -R "
            "a+rX, or install anew where all may read, make install."
        )
    return (
        f"bubblewrap cannot start a sandbox here: {said} "
        "It must be version 0.8 or newer. In a container, allow unprivileged user "
        "namespaces; on Ubuntu 24.04 and later, allow them to bwrap (man apparmor.d)."
    )


def check_sandbox() -> None:
    """Refuse to go on where no sandbox can be started."""
    if reason := why_no_sandbox():
        raise SandboxError(
            f"{reason}\nTo grade without a sandbox nevertheless, for submissions that you "
            "trust: grading autograde --no-sandbox, or DP_SANDBOX=off for nbgrader's "
            "own commands."
        )


class Start(TypedDict, total=False):
    """Arguments of `subprocess` that say how to start a process."""

    pass_fds: list[int]
    env: dict[str, str]
    cwd: str
    start_new_session: bool
    umask: int
    preexec_fn: Callable[[], object]


class Box:
    """A command that starts a sandbox. `started`: what `subprocess` is to start it with."""

    def __init__(self, command: list[str], descriptors: list[int]):
        self.command = command
        self.started: Start = {
            "pass_fds": descriptors,
            "env": {},  # the sandbox's first process keeps what it was started with
            "cwd": "/",
            "start_new_session": True,
            # A kernel's reader may be another user, and opens no file of it but its sockets.
            "umask": 0,
            "preexec_fn": forget_keys,
        }


@contextlib.contextmanager
def in_sandbox(
    arguments: list[str],
    who: str,
    command: list[str],
    packages: tuple[str, ...] = (),
    files: dict[str, bytes] | None = None,
    descriptors: tuple[int, ...] = (),
) -> Iterator[Box]:
    """How to start `command` in a sandbox that has Python, `packages` and `files`.

    `who`: whose system calls are allowed, a ``kernel``'s or a ``reader``'s. `descriptors`
    are handed on. The files are handed over open, so they need no place on the disk; they
    are closed afterwards.
    """
    with contextlib.ExitStack() as stack:
        contents = {
            path: stack.enter_context(in_memory(content))
            for path, content in (files or {}).items()
        }
        calls = stack.enter_context(in_memory(filter_for(who)))
        folders = python_folders(packages)
        staged = {folder: folder for folder in folders}
        prefix: list[str] = []
        if os.getuid() == 0:
            prefix, staged = as_ordinary_user(folders)
        bwrap = [
            *(program("bwrap"), *namespaces(), *system_folders()),
            *arguments,
            # After the empty folders, which would hide them.
            *(w for to, at in staged.items() for w in ("--ro-bind", at, to)),
            *(w for to, at in contents.items() for w in ("--file", str(at), to)),
            *("--remount-ro", "/proc", "--remount-ro", "/dev", "--remount-ro", "/"),
            *("--seccomp", str(calls), "--clearenv"),
            *(w for pair in ENVIRONMENT.items() for w in ("--setenv", *pair)),
        ]
        handed = [*contents.values(), calls, *descriptors]
        yield Box([*prefix, *bwrap, "--", *command], handed)


@contextlib.contextmanager
def in_memory(content: bytes) -> Iterator[int]:
    """The descriptor of a file in memory that holds `content`."""
    with os.fdopen(os.memfd_create("dp-grading"), "w+b") as file:
        file.write(content)
        file.seek(0)
        yield file.fileno()


def namespaces() -> list[str]:
    """Arguments of bwrap: nothing shared with this machine, no rights, no way back."""
    return [
        *("--unshare-all", "--unshare-user", "--disable-userns", "--cap-drop", "ALL"),
        *("--uid", "1000", "--gid", "1000", "--hostname", "sandbox"),
        *("--new-session",),
    ]


def system_folders() -> list[str]:
    """Arguments of bwrap: the operating system, read-only."""
    arguments = ["--ro-bind", "/usr", "/usr"]
    for name in ("bin", "sbin", "lib", "lib32", "lib64"):
        folder = Path("/", name)
        if folder.is_symlink():
            arguments += ["--symlink", os.readlink(folder), str(folder)]
        elif folder.exists():
            arguments += ["--ro-bind", str(folder), str(folder)]
    for name in ("ld.so.cache", "localtime", "fonts", "alternatives"):
        arguments += ["--ro-bind-try", f"/etc/{name}", f"/etc/{name}"]
    return [*arguments, "--proc", "/proc", "--dev", "/dev"]


def python_folders(packages: tuple[str, ...]) -> list[str]:
    """The folders of Python, its environment, and `packages` of this course."""
    folders = [sys.base_prefix, sys.prefix]
    for name in packages:
        folders += map(str, package_folders(name))
    return [
        folder
        for folder in dict.fromkeys(folders)
        if not Path(folder).is_relative_to("/usr")
    ]


@functools.cache
def font_list() -> dict[str, bytes]:
    """Matplotlib's list of fonts, which takes seconds to make, and its place."""
    # Here, because it takes half a second; `font_manager` makes the list if there is none.
    from matplotlib import font_manager, get_cachedir

    name = f"fontlist-v{font_manager.FontManager.__version__}.json"
    try:
        content = Path(get_cachedir(), name).read_bytes()
    except OSError:
        return {}
    return {f"{HOME}/.cache/matplotlib/{name}": content}


# Root: bubblewrap, and all that it starts, runs as an ordinary user. Python may lie where that
# user cannot go, such as in root's home. Then its folders are mounted at another place first,
# in a mount namespace that nobody else sees.
STAGING = """\
set -e
mount -t tmpfs -o mode=755,size=1m tmpfs "$1"
while [ "$2" != -- ]; do mkdir "$3"; mount --bind "$2" "$3"; shift 2; done
shift 2
exec "$@"
"""


def as_ordinary_user(folders: list[str]) -> tuple[list[str], dict[str, str]]:
    """The beginning of a command that root gives, and where `folders` lie for it."""
    user = str(next(unprivileged_users()))
    prefix = [
        *(program("setpriv"), "--reuid", user, "--regid", user, "--clear-groups"),
        *("--inh-caps=-all", "--bounding-set=-all", "--no-new-privs"),
        *("--", program("env"), "-i"),
    ]
    staged = {folder: folder for folder in folders}
    if closed := [folder for folder in folders if not is_open(Path(folder))]:
        stage = free_stage(folders)
        places = {folder: f"{stage}/{n}" for n, folder in enumerate(closed)}
        prefix = [
            *(program("unshare"), "--mount", "--propagation", "private", "--"),
            *("/bin/sh", "-c", STAGING, "sh", stage),
            *(w for pair in places.items() for w in pair),
            *("--", *prefix),
        ]
        staged |= places
    return prefix, staged


def is_open(folder: Path) -> bool:
    """May anybody go there?"""
    return all(f.stat().st_mode & stat.S_IXOTH for f in (folder, *folder.parents))


def free_stage(folders: list[str]) -> str:
    """A folder that may be covered, since nothing that is needed lies below it."""
    for stage in STAGES:
        if Path(stage).is_dir() and not any(
            Path(folder).is_relative_to(stage) for folder in folders
        ):
            return stage
    raise SandboxError(
        f"An ordinary user, as whom students' code runs, cannot go to {' and '.join(folders)}, "
        f"and of {', '.join(STAGES)} none is free to show them there. Open the folders above "
        "them (chmod a+x), or grade as an ordinary user."
    )


@functools.cache
def unprivileged_users() -> Iterator[int]:
    """User ids that belong to nobody on this machine, again and again.

    Some of Linux's limits are a user's, so each sandbox has a user of its own.
    """
    taken = {user.pw_uid for user in pwd.getpwall()}
    return itertools.cycle(number for number in UNPRIVILEGED if number not in taken)


libc = ctypes.CDLL(None)


def forget_keys() -> None:
    """Begin with an empty keyring: what one session keeps there, the next could read."""
    if number := KEYCTL.get(os.uname().machine):
        libc.syscall(number, JOIN_SESSION_KEYRING, None)


def check_temporary_folder() -> None:
    """Refuse a temporary folder in which no socket can be made.

    Without a sandbox a kernel's sockets lie there; their path has at most 107 bytes.
    """
    folder = tempfile.gettempdir()
    if len(os.fsencode(folder)) > LONGEST_TEMPORARY:
        raise SandboxError(
            f"The temporary folder's path is too long for a kernel's sockets: {folder}. "
            "Choose a shorter one, such as: export TMPDIR=/tmp"
        )


FOLDER_PREFIX = "dp-grading-"  # the process's number follows
LONGEST_TEMPORARY = 107 - len(f"/{FOLDER_PREFIX}4194304-12345678/sockets/k-5")
