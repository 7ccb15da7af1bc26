"""Watching a kernel from outside: what its processes use, and whether that is too much.

Where there is a cgroup (`cgroups`), Linux itself holds the limits and this names the one that
was broken; elsewhere this is what ends a kernel.
"""

import contextlib
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from grading.execution.cgroups import Cgroup
from grading.execution.limits import MEBI, Limits

SECONDS_BETWEEN_LOOKS = 0.2
BYTES_OF_INODE = 1024  # what Linux keeps for each file in memory, about
# Each can hold memory of Linux's own that is in no process; honest kernels have about a tenth.
MOST_SOCKETS = 200
MOST_CONNECTIONS = 20  # of TCP, whose buffers hold some MiB each
MOST_OPEN = 2000


@dataclass
class Watch:
    """One kernel's watch.

    `outside`: what was started; `inside`: its sandbox's first process, None without a
    sandbox; `folders`: open folders that the sandbox has in memory.
    """

    outside: int
    inside: int | None
    limits: Limits
    cgroup: Cgroup | None
    folders: list[int] = field(default_factory=list)

    def limit_broken(self) -> str:
        """Which limit is broken, as a sentence; "" for none."""
        if self.cgroup and self.cgroup.was_out_of_memory():
            return self.too_much_memory()
        processes = list(below(self.outside))
        # The sandbox's own first process is one of them.
        if len(processes) > self.limits.processes:
            return f"it started more than {self.limits.processes} processes"
        # To tell what processes share takes long, so it is told only where it decides.
        most = self.limits.memory_bytes
        if all(self.memory(processes, shared) > most for shared in (True, False)):
            return self.too_much_memory()
        # Without a sandbox they would be the whole machine's.
        sockets, connections = sockets_around(self.inside) if self.inside else (0, 0)
        if sockets > MOST_SOCKETS or connections > MOST_CONNECTIONS:
            return (
                f"it opened more than {MOST_SOCKETS} sockets, or {MOST_CONNECTIONS} "
                "connections"
            )
        if open_files(processes) > MOST_OPEN:
            return f"it opened more than {MOST_OPEN} files"
        return ""

    def too_much_memory(self) -> str:
        return f"it took more than {self.limits.memory_bytes // MEBI} MiB of memory"

    def memory(self, processes: list[int], shared: bool) -> int:
        """Bytes in memory; what forked processes share counts each time if `shared`."""
        in_processes = sum(resident(number, shared) for number in processes)
        return in_processes + sum(map(held_by, self.folders))

    def processor_seconds(self) -> float:
        """Processor time of all processes, also of those that have ended."""
        if self.cgroup and (seconds := self.cgroup.processor_seconds()) is not None:
            return seconds
        return processor_seconds(self.outside)


def below(number: int) -> Iterator[int]:
    """The children of a process, theirs, and so on, however long the chain."""
    waiting = [number]
    while waiting:
        for file in Path(f"/proc/{waiting.pop()}/task").glob("*/children"):
            with contextlib.suppress(OSError):
                children = [int(child) for child in file.read_text().split()]
                waiting += children
                yield from children


def resident(number: int, shared: bool) -> int:
    """Bytes of a process in memory and swapped out, with the tables that find them."""
    # The thread that a process began with may have ended before the others.
    for task in (f"/proc/{number}", *threads_of(number)):
        with contextlib.suppress(OSError):
            said = Path(task, "status").read_bytes()
            sizes = {n: int(size) * 1024 for n, size in SIZES.findall(said)}
            if not sizes:
                continue
            if not shared:
                with contextlib.suppress(psutil.Error):
                    pss = psutil.Process(number).memory_full_info().pss
                    sizes[b"VmRSS"] = pss or sizes[b"VmRSS"]
            return sum(sizes.values())
    return 0


# A name that is no text may stand above them.
SIZES = re.compile(rb"^(VmRSS|VmSwap|VmPTE):\s+(\d+) kB$", re.MULTILINE)


def threads_of(number: int) -> list[str]:
    """The folders in which Linux tells of a process's threads."""
    with contextlib.suppress(OSError):
        return [f"/proc/{number}/task/{n}" for n in os.listdir(f"/proc/{number}/task")]
    return []


def held_by(folder: int) -> int:
    """Bytes that the files in a file system in memory take, with what Linux keeps of each."""
    found = os.fstatvfs(folder)
    in_blocks = (found.f_blocks - found.f_bfree) * found.f_frsize
    return in_blocks + (found.f_files - found.f_ffree) * BYTES_OF_INODE


def open_files(processes: list[int]) -> int:
    total = 0
    for number in processes:
        # All threads of a process have the same; the first one may have ended.
        tasks = (f"/proc/{number}", *threads_of(number))
        total += next(filter(None, map(open_by, tasks)), 0)
    return total


def open_by(task: str) -> int:
    try:
        return len(os.listdir(f"{task}/fd"))
    except OSError:
        return 0


def sockets_around(number: int) -> tuple[int, int]:
    """How many sockets, and TCP connections, a process's network namespace has.

    Wherever they are kept: also those that were sent and that nobody has received.
    """
    with contextlib.suppress(OSError, ValueError, IndexError):
        said = Path(f"/proc/{number}/net/sockstat").read_text()
        # sockets: used 12 / TCP: inuse 2 orphan 0 tw 0 alloc 3 mem 1 / ...
        words = {line.split()[0]: line.split() for line in said.splitlines()}
        return int(words["sockets:"][2]), int(words["TCP:"][2])
    return 0, 0


def processor_seconds(*numbers: int) -> float:
    """Processor time of processes and all below them, ended ones included."""
    total = 0.0
    for number in numbers:
        for one in [number, *below(number)]:
            with contextlib.suppress(psutil.Error):
                total += sum(psutil.Process(one).cpu_times()[:4])
    return total
