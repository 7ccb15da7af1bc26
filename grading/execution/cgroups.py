"""Control groups: Linux itself holds a submission's limits, and counts all that it uses.

Two ways to one, tried in this order: systemd makes a scope for each kernel, for root or for a
user who is logged in; or folders are made here, as root or in a subtree that was delegated to
this user. The second way knows version 2 and version 1, which has a tree for each controller.
Where none works, `watch` does what can be done without.
"""

import asyncio
import contextlib
import errno
import functools
import itertools
import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from grading.execution.limits import Limits
from grading.execution.programs import program

ROOT = Path("/sys/fs/cgroup")
OWN = Path("/proc/self/cgroup")
SYSTEMD = Path("/run/systemd/system")  # is there where systemd has started the machine
NAME = "dp-grading-"  # the process's number follows
# With "cpu" each submission has the same share of the processor, however many processes it has.
CONTROLLERS = {"memory", "pids", "cpu", "cpuacct"}
THREADS_A_PROCESS = 16  # on average; each counts
SECONDS_TO_EMPTY = 5
# What is written for each limit in version 2 and, after it, in version 1.
MEMORY = ("memory.max", "memory.limit_in_bytes")
SWAP = ("memory.swap.max", "memory.memsw.limit_in_bytes")
TASKS = ("pids.max", "pids.max")
numbers = itertools.count(1)


@dataclass
class Cgroup:
    """One submission's: `folders` in which its controllers keep what they count.

    A command joins it with `prefix`, or by `join` in the process that becomes the command.
    """

    folders: list[Path] = field(default_factory=list)
    prefix: list[str] = field(default_factory=list)
    environment: dict[str, str] = field(default_factory=dict)
    is_made_here: bool = True

    def join(self) -> None:
        if self.is_made_here:
            for folder in self.folders:
                (folder / "cgroup.procs").write_text("0")

    def holds(self, process: int) -> None:
        """Learn from a started process where systemd has put it."""
        if not self.is_made_here:
            self.folders = own_folders(Path(f"/proc/{process}/cgroup"))

    def was_out_of_memory(self) -> bool:
        for name in ("memory.events", "memory.oom_control"):
            if said := self.read(name):
                counts = dict(line.split() for line in said.splitlines())
                return int(counts.get("oom_kill", 0)) > 0
        return False

    def processor_seconds(self) -> float | None:
        """Of all its processes, whoever waits for them; None where nothing counts it."""
        if used := self.read("cpu.stat"):
            counts = dict(line.split() for line in used.splitlines())
            if "usage_usec" in counts:
                return int(counts["usage_usec"]) / 1e6
        if used := self.read("cpuacct.usage"):
            return int(used) / 1e9
        return None

    def read(self, name: str) -> str:
        """What a controller's file says; "" if there is none."""
        for folder in self.folders:
            with contextlib.suppress(OSError):
                return (folder / name).read_text()
        return ""

    def remove(self) -> bool:
        """Remove what was made here; False as long as its last process is still ending."""
        if self.is_made_here:
            for folder in self.folders:
                with contextlib.suppress(FileNotFoundError):
                    try:
                        folder.rmdir()
                    except OSError as error:
                        if error.errno == errno.EBUSY:
                            return False
                        raise
        return True


Way = Callable[[Limits], Cgroup | None]


async def removed(cgroup: Cgroup | None) -> None:
    """Remove a cgroup whose processes were killed, and wait for the last of them."""
    end = time.monotonic() + SECONDS_TO_EMPTY
    while cgroup and not cgroup.remove() and time.monotonic() < end:
        await asyncio.sleep(0.01)


def make(limits: Limits) -> Cgroup | None:
    """A cgroup that holds `limits`, to be joined; None where there can be none."""
    way = find()
    return way(limits) if way else None


@functools.cache
def find() -> Way | None:
    """The way to make cgroups that works here, tried with a process; None if none does."""
    remove_leftovers()
    for way in WAYS:
        with contextlib.suppress(OSError, subprocess.SubprocessError):
            if works(way):
                return way
    return None


def works(way: Way) -> bool:
    """Does a process in such a cgroup have the limits that were asked for?"""
    limits = Limits()
    cgroup = way(limits)
    if cgroup is None:
        return False
    try:
        process = subprocess.Popen(
            [*cgroup.prefix, program("sleep"), "60"],
            preexec_fn=cgroup.join,  # noqa: PLW1509 (it writes a file, no more)
            env=cgroup.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            return has_limits(cgroup, process, limits)
        finally:
            process.kill()
            process.wait()
    finally:
        while not cgroup.remove():
            time.sleep(0.01)


def has_limits(cgroup: Cgroup, process: subprocess.Popen, limits: Limits) -> bool:
    """Wait until a process is in its cgroup, and read the limits there."""
    end = time.monotonic() + SECONDS_TO_EMPTY
    while process.poll() is None and time.monotonic() < end:
        cgroup.holds(process.pid)
        memory = next(filter(None, map(cgroup.read, MEMORY)), "").strip()
        if memory == str(limits.memory_bytes):
            return bool(cgroup.read("pids.max").strip().isdecimal())
        time.sleep(0.01)
    return False


def scope_of_systemd(limits: Limits) -> Cgroup | None:
    """Let systemd make a scope: for root in the system, otherwise among the user's."""
    command = shutil.which("systemd-run")
    if command is None or not SYSTEMD.exists():
        return None
    names = ("XDG_RUNTIME_DIR", "DBUS_SESSION_BUS_ADDRESS")
    return Cgroup(
        prefix=[
            *(command, "--scope", "--quiet", "--collect"),
            *(() if os.getuid() == 0 else ("--user",)),
            *("--property", f"MemoryMax={limits.memory_bytes}"),
            *("--property", "MemorySwapMax=0", "--property", "CPUWeight=100"),
            *("--property", f"TasksMax={THREADS_A_PROCESS * limits.processes}"),
            # What systemd needs to be found is none of a submission's business.
            *("--", program("env"), "-i"),
        ],
        environment={name: os.environ[name] for name in names if name in os.environ},
        is_made_here=False,
    )


def folders_made_here(limits: Limits) -> Cgroup | None:
    """Make a folder for each controller, below the cgroup of this process."""
    name = f"{NAME}{os.getpid()}-{next(numbers)}"
    cgroup = Cgroup()
    values = (limits.memory_bytes, THREADS_A_PROCESS * limits.processes)
    try:
        for own in own_folders(OWN):
            if folder := make_below(own, name):
                cgroup.folders.append(folder)
        for files, value in zip((MEMORY, TASKS), values, strict=True):
            set_limit(cgroup, files, value)
        with contextlib.suppress(OSError):  # not every machine counts it
            swap = 0 if cgroup.read(SWAP[0]) else limits.memory_bytes
            set_limit(cgroup, SWAP, swap)
        for folder in cgroup.folders:
            with contextlib.suppress(OSError):
                (folder / "memory.oom.group").write_text("1")
    except OSError:
        cgroup.remove()
        return None
    return cgroup


def make_below(own: Path, name: str) -> Path | None:
    """Make a folder in a cgroup, or in the nearest above it where processes may go."""
    is_first_version = not (own / "cgroup.controllers").exists()
    for place in (own, *own.parents):
        if place == ROOT.parent or (is_first_version and place != own):
            return None
        with contextlib.suppress(OSError):
            (place / name).mkdir()
            if is_first_version or (place / name / MEMORY[0]).exists():
                return place / name
            (place / name).rmdir()
    return None


def set_limit(cgroup: Cgroup, files: tuple[str, str], value: int) -> None:
    """Write a limit where its controller is; OSError where it is nowhere."""
    for folder in cgroup.folders:
        for name in files:
            if (folder / name).exists():
                (folder / name).write_text(str(value))
                return
    raise OSError(f"no controller has {files[0]}")


def own_folders(said: Path) -> list[Path]:
    """The folders of a process's cgroups: one in version 2, one a controller in version 1."""
    folders = []
    with contextlib.suppress(OSError):
        for line in said.read_text().splitlines():
            _, controllers, path = line.split(":", 2)
            if not controllers and (ROOT / "cgroup.controllers").exists():
                return [ROOT / path.lstrip("/")]
            if CONTROLLERS & set(controllers.split(",")):
                folders.append(ROOT / controllers / path.lstrip("/"))
    return folders


def remove_leftovers() -> None:
    """Remove the cgroups of graders that were killed."""
    for folder in leftovers():
        with contextlib.suppress(OSError):
            folder.rmdir()


def leftovers() -> Iterator[Path]:
    for own in own_folders(OWN):
        for place in (own, *own.parents):
            for folder in place.glob(f"{NAME}*"):
                number = folder.name.removeprefix(NAME).partition("-")[0]
                if number.isdecimal() and not psutil.pid_exists(int(number)):
                    yield folder
            if place == ROOT:
                break


WAYS: dict[Way, str] = {
    scope_of_systemd: "a scope that systemd makes",
    folders_made_here: "a folder of its own below the grader's",
}
