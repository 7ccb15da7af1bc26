"""Kernels in a sandbox: bubblewrap closes them off, and this process watches them.

What is guaranteed, against whom, and what is not stands in ``SECURITY.md``.
"""

import asyncio
import contextlib
import os
import shutil
import stat
import subprocess
import sys
import tempfile
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import matplotlib
import psutil
from jupyter_client import AsyncKernelManager
from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
from jupyter_client.provisioning import LocalProvisioner
from traitlets import Dict, Instance, Unicode

from coursework.check import EXIT_DOES_NOTHING
from grading.course import CourseError

HOME = "/home/student"
FOLDER_PREFIX = "dp-grading-"  # the process's number follows
MEBI = 2**20
# A kernel's sockets lie below the temporary folder, and a socket's path has at most 107 bytes.
LONGEST_TEMPORARY = 107 - len(f"/{FOLDER_PREFIX}4194304-12345678/sockets/k-5")
SECONDS_BETWEEN_LOOKS = 0.2


@dataclass(frozen=True)
class Limits:
    """What one hand-in may use."""

    cell_seconds: float = 120  # of processor time, as is the next
    total_seconds: float = 1200
    memory_bytes: int = 2048 * MEBI  # resident, of all its processes together
    processes: int = 64
    output_bytes: int = 20 * MEBI  # printed or shown by one cell
    file_bytes: int = 256 * MEBI  # in its folder; as much in /tmp and in /dev/shm


class SandboxError(CourseError):
    """The sandbox cannot be had on this machine."""


def why_no_sandbox() -> str:
    """Why no sandbox can be started here, and what to do; "" where it can."""
    if shutil.which("bwrap") is None:
        return (
            "bubblewrap is not installed, and without it students' code would run with "
            "your rights. On Debian or Ubuntu: sudo apt-get install bubblewrap"
        )
    command = ["bwrap", *namespaces(), *system_folders(), "--", "/usr/bin/true"]
    tried = subprocess.run(command, capture_output=True, text=True, check=False)
    if tried.returncode:
        return (
            f"bubblewrap cannot start a sandbox here: {tried.stderr.strip()} "
            "It must be version 0.8 or newer. In a container, allow unprivileged user namespaces; on Ubuntu 24.04 and "
            "later, allow them to bwrap (man apparmor.d)."
        )
    return ""


def check_sandbox() -> None:
    """Refuse to go on where no sandbox can be started."""
    if reason := why_no_sandbox():
        raise SandboxError(
            f"{reason}\nTo grade without a sandbox nevertheless, for hand-ins that you "
            "trust: grading autograde --no-sandbox, or DP_SANDBOX=off for nbgrader's "
            "own commands."
        )


def check_temporary_folder() -> None:
    """Refuse a temporary folder in which no socket can be made."""
    folder = tempfile.gettempdir()
    if len(os.fsencode(folder)) > LONGEST_TEMPORARY:
        raise SandboxError(
            f"The temporary folder's path is too long for a kernel's sockets: {folder}. "
            "Choose a shorter one, such as: export TMPDIR=/tmp"
        )


def namespaces() -> list[str]:
    """Arguments of bwrap: nothing shared with this machine, no rights, no way back."""
    return [
        *("--unshare-all", "--unshare-user", "--disable-userns", "--cap-drop", "ALL"),
        *("--uid", "1000", "--gid", "1000", "--hostname", "sandbox"),
        *("--die-with-parent", "--new-session"),
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
    """Arguments of bwrap: Python, its environment, and `packages` of this course."""
    folders = [sys.base_prefix, sys.prefix]
    for name in packages:
        folders += find_spec(name).submodule_search_locations
    arguments = []
    for folder in dict.fromkeys(folders):
        if not Path(folder).is_relative_to("/usr"):
            arguments += ["--ro-bind", folder, folder]
    return arguments


def font_list() -> list[str]:
    """Arguments of bwrap: Matplotlib's list of fonts, which takes seconds to make."""
    from matplotlib import font_manager  # makes the list if there is none

    name = f"fontlist-v{font_manager.FontManager.__version__}.json"
    there = f"{HOME}/.cache/matplotlib/{name}"
    return ["--ro-bind-try", str(Path(matplotlib.get_cachedir(), name)), there]


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


class SandboxProvisioner(LocalProvisioner):
    """Starts a kernel under bubblewrap, and ends it when it takes more than its limits."""

    limits = Instance(Limits)
    packages = Instance(tuple)
    files = Dict(help="path in the student's folder -> content")
    socket_folder = Unicode()
    broken_limit = Unicode(help="which limit was broken, as a sentence; '' for none")
    watcher = None

    async def launch_kernel(self, cmd, **kwargs):
        contents = [self._as_descriptor(content) for content in self.files.values()]
        files = []
        for name, descriptor in zip(self.files, contents, strict=True):
            files += ["--file", str(descriptor), f"{HOME}/{name}"]
        try:
            connection = await super().launch_kernel(
                [*self.bwrap(files), "--", *self.prlimit(), *cmd],
                **{**kwargs, "env": {"PATH": os.environ["PATH"]}, "cwd": "/"},
                pass_fds=contents,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        finally:
            for descriptor in contents:
                os.close(descriptor)
        self.watcher = asyncio.ensure_future(self.watch())
        return connection

    @staticmethod
    def _as_descriptor(content: bytes) -> int:
        descriptor = os.memfd_create("hand-in")
        with os.fdopen(os.dup(descriptor), "wb") as file:
            file.write(content)
        os.lseek(descriptor, 0, os.SEEK_SET)
        return descriptor

    def bwrap(self, files: list[str]) -> list[str]:
        size = str(self.limits.file_bytes)
        return [
            *("bwrap", *namespaces(), *system_folders()),
            *("--size", size, "--tmpfs", "/tmp", "--size", size, "--tmpfs", HOME),
            *("--size", size, "--tmpfs", "/dev/shm", "--remount-ro", "/dev"),
            # After the empty folders, which would hide them.
            *python_folders(self.packages),
            *font_list(),
            *("--bind", self.socket_folder, self.socket_folder),
            *files,
            *("--remount-ro", "/"),
            *("--chdir", HOME, "--clearenv"),
            *(w for pair in ENVIRONMENT.items() for w in ("--setenv", *pair)),
        ]

    def prlimit(self) -> list[str]:
        # Processes and threads count here, so this is only the wall behind watch().
        return [
            *("prlimit", "--core=0", "--nofile=1024"),
            f"--nproc={16 * self.limits.processes}",
            f"--fsize={self.limits.file_bytes}",
        ]

    async def watch(self) -> None:
        """End the kernel as soon as it breaks a limit."""
        sandbox = self.process.pid
        while self.process and self.process.poll() is None:
            self.broken_limit = self.limit_broken_by(sandbox)
            if self.broken_limit:
                # The first process of a namespace takes all others with it.
                os.killpg(self.pgid, 9)
                return
            await asyncio.sleep(SECONDS_BETWEEN_LOOKS)

    def limit_broken_by(self, sandbox: int) -> str:
        with contextlib.suppress(psutil.NoSuchProcess):
            processes = processes_below(sandbox)
            if len(processes) > self.limits.processes:
                return f"it started more than {self.limits.processes} processes"
            if resident(processes, shared=True) > self.limits.memory_bytes:
                used = resident(processes, shared=False)
                if used > self.limits.memory_bytes:
                    allowed = self.limits.memory_bytes // MEBI
                    return f"it took more than {allowed} MiB of memory"
            if holds_more_than_sockets(self.socket_folder):
                return "it wrote files into the folder of its sockets"
        return ""

    async def cleanup(self, restart: bool = False) -> None:
        if self.watcher:
            self.watcher.cancel()
        await super().cleanup(restart)


def holds_more_than_sockets(folder: str) -> bool:
    """Has a hand-in written something into the only folder that it shares with us?"""
    try:
        with os.scandir(folder) as entries:
            kinds = [entry.stat(follow_symlinks=False) for entry in entries]
    except OSError:
        return True  # or taken it away
    return len(kinds) > 10 or any(
        stat.S_ISDIR(kind.st_mode) or kind.st_size > MEBI for kind in kinds
    )


def resident(processes: list[psutil.Process], shared: bool) -> int:
    """Resident memory in bytes; what forked processes share counts each time if `shared`."""
    total = 0
    for process in processes:
        with contextlib.suppress(psutil.Error):
            if shared:
                total += process.memory_info().rss
            else:
                total += process.memory_full_info().pss
    return total


def processes_below(number: int) -> list[psutil.Process]:
    """The children of a process, theirs, and so on.

    As psutil's `children`, which reads every process of the machine each time: too much
    for several looks a second.
    """
    found = []
    for file in Path(f"/proc/{number}/task").glob("*/children"):
        with contextlib.suppress(OSError, psutil.NoSuchProcess):
            for child in map(int, file.read_text().split()):
                found += [psutil.Process(child), *processes_below(child)]
    return found


def processor_seconds(number: int) -> float:
    """Processor time of a process and all below it, ended ones included."""
    total = 0.0
    with contextlib.suppress(psutil.NoSuchProcess):
        for process in [psutil.Process(number), *processes_below(number)]:
            with contextlib.suppress(psutil.NoSuchProcess):
                total += sum(process.cpu_times()[:4])
    return total


class KernelSpecs(KernelSpecManager):
    """Knows one kernel: this environment's Python, started in the way of `stanza`."""

    stanza = Dict(help="which provisioner starts the kernel, and its settings")

    def get_kernel_spec(self, kernel_name):
        # Isolated: nothing that was handed in takes the place of a module. A hand-in's
        # own modules are found last, after everything that is installed.
        command = [sys.executable, "-I", "-B", "-m", "ipykernel_launcher"]
        options = [
            "--HistoryManager.hist_file=:memory:",
            "--IPKernelApp.exec_lines=import sys; sys.path.append('')",
            EXIT_DOES_NOTHING,
        ]
        return KernelSpec(
            argv=[*command, "-f", "{connection_file}", *options],
            display_name="Python 3",
            language="python",
            interrupt_mode="message",
            metadata={"kernel_provisioner": self.stanza},
        )


def is_of_dead_grader(word: str) -> bool:
    """Does a path, or a word of a command, name the folder of a grader that is no more?"""
    number = word.partition(FOLDER_PREFIX)[2].partition("-")[0]
    return number.isdecimal() and not psutil.pid_exists(int(number))


def leftover_folders() -> list[Path]:
    """The folders of graders that were killed."""
    folders = Path(tempfile.gettempdir()).glob(f"{FOLDER_PREFIX}*")
    return [folder for folder in folders if is_of_dead_grader(str(folder))]


def remove_leftovers() -> None:
    """Remove the folders of graders that were killed."""
    for folder in leftover_folders():
        shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def short_lived_folder(prefix: str) -> Iterator[Path]:
    """A folder that is removed, however deep it has become: Python's own way ends there."""
    folder = Path(tempfile.mkdtemp(prefix=prefix))
    try:
        yield folder
    finally:
        subprocess.run(
            ["chmod", "-R", "u+rwx", folder], check=False, stderr=subprocess.DEVNULL
        )
        subprocess.run(["rm", "-rf", "--", folder], check=False)


@contextlib.asynccontextmanager
async def kernel(
    files: dict[str, bytes], packages: tuple[str, ...], limits: Limits, sandbox: bool
) -> AsyncIterator[AsyncKernelManager]:
    """A running kernel whose folder holds `files`; nothing of it is left afterwards."""
    check_temporary_folder()
    prefix = f"{FOLDER_PREFIX}{os.getpid()}-"
    with short_lived_folder(prefix) as folder:
        sockets = folder / "sockets"
        sockets.mkdir(mode=0o700)
        if sandbox:
            check_sandbox()
            stanza = {
                "provisioner_name": "dp-sandbox",
                "config": {
                    "limits": limits,
                    "packages": packages,
                    "files": files,
                    "socket_folder": str(sockets),
                },
            }
        else:
            stanza = {"provisioner_name": "local-provisioner", "config": {}}
            for path, content in files.items():
                (folder / "files" / path).parent.mkdir(parents=True, exist_ok=True)
                (folder / "files" / path).write_bytes(content)
        (folder / "files").mkdir(exist_ok=True)
        manager = AsyncKernelManager(
            kernel_name="python3",
            kernel_spec_manager=KernelSpecs(stanza=stanza),
            transport="ipc",
            ip=str(sockets / "k"),
            connection_file=str(sockets / "kernel.json"),
        )
        try:
            await manager.start_kernel(cwd=str(folder / "files"))
            yield manager
        finally:
            if manager.has_kernel and await manager.is_alive():
                await manager.shutdown_kernel(now=True)
            await manager.cleanup_resources()
