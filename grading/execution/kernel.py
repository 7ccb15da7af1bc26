"""A kernel: started in a sandbox of its own, watched, and ended with all that it started."""

import asyncio
import contextlib
import json
import os
import resource
import secrets
import signal
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path

from coursework.run import EXIT_DOES_NOTHING
from grading.execution import cgroups
from grading.execution.errors import KernelError
from grading.execution.limits import Limits
from grading.execution.sandbox import (
    BYTES_FOR_SOCKETS,
    FOLDER_PREFIX,
    HOME,
    SOCKETS,
    Box,
    check_temporary_folder,
    font_list,
    in_sandbox,
)
from grading.execution.watch import SECONDS_BETWEEN_LOOKS, Watch

SECONDS_TO_START = 180  # also on a machine that is busy
SECONDS_BETWEEN_TRIES = 0.01
# Jupyter's numbers of ports, which are names of files here.
PORTS = {"shell": 1, "iopub": 2, "control": 3, "stdin": 4, "hb": 5}
CHANNELS = ("shell", "iopub", "control")  # as a reader wants them


class Kernel:
    """A running kernel. `broken_limit`: which limit ended it, as a sentence; "" for none."""

    def __init__(self, process: subprocess.Popen, watch: Watch, key: str):
        self.process, self.watch, self.key = process, watch, key
        self.sockets: list[int] = []
        self.broken_limit = ""
        self.ended = asyncio.ensure_future(self.until_it_ends())

    async def until_it_ends(self) -> None:
        """Look after it, and end it as soon as it breaks a limit."""
        handle = os.pidfd_open(self.process.pid)
        over = asyncio.Event()
        loop = asyncio.get_running_loop()
        loop.add_reader(handle, over.set)
        try:
            while not over.is_set():
                # In a thread: a look takes long where many processes share much.
                self.broken_limit = await asyncio.to_thread(self.watch.limit_broken)
                if self.broken_limit:
                    self.kill()
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(SECONDS_BETWEEN_LOOKS):
                        await over.wait()
            # Linux may have been faster than a look.
            cgroup = self.watch.cgroup
            if not self.broken_limit and cgroup and cgroup.was_out_of_memory():
                self.broken_limit = self.watch.too_much_memory()
        finally:
            loop.remove_reader(handle)
            os.close(handle)

    def kill(self) -> None:
        """The first process of a namespace takes all others with it."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)

    async def open(self, root: str, sockets: str, in_memory: tuple[str, ...]) -> None:
        """Wait until the kernel has made its sockets, and open them and its folders.

        This is before any cell ran. What lies at these paths later is of no interest.
        """
        end = time.monotonic() + SECONDS_TO_START
        while True:
            if self.ended.done() or time.monotonic() > end:
                raise KernelError(
                    "Python did not start for a submission: "
                    f"{self.broken_limit or 'its sockets were not there in time'}"
                )
            try:
                for name in CHANNELS[len(self.sockets) :]:
                    path = f"{root}{sockets}/k-{PORTS[name]}"
                    self.sockets.append(open_socket(path))
                for folder in in_memory:
                    way = os.O_PATH | os.O_DIRECTORY | os.O_CLOEXEC
                    self.watch.folders.append(os.open(f"{root}{folder}", way))
                return
            except FileNotFoundError:
                await asyncio.sleep(SECONDS_BETWEEN_TRIES)

    async def close(self) -> None:
        self.kill()
        await asyncio.wait({self.ended})
        self.process.wait()
        for descriptor in (*self.sockets, *self.watch.folders):
            os.close(descriptor)
        await cgroups.removed(self.watch.cgroup)


def open_socket(path: str) -> int:
    """A descriptor of the socket that lies at `path` itself, and not behind a link."""
    descriptor = os.open(path, os.O_PATH | os.O_NOFOLLOW | os.O_CLOEXEC)
    if not stat.S_ISSOCK(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise FileNotFoundError(path)
    return descriptor


@contextlib.asynccontextmanager
async def kernel(
    files: dict[str, bytes], packages: tuple[str, ...], limits: Limits, sandbox: bool
) -> AsyncIterator[Kernel]:
    """A running kernel whose folder holds `files`; nothing of it is left afterwards."""
    key = secrets.token_hex(32)
    with contextlib.ExitStack() as stack:
        if sandbox:
            started = stack.enter_context(in_box(files, packages, limits, key))
        else:
            started = stack.enter_context(without_box(files, key))
        process, inside, cgroup, *places = started
        made = Kernel(process, Watch(process.pid, inside, limits, cgroup), key)
        try:
            await made.open(*places)
            yield made
        finally:
            await made.close()


def command(connection_file: str) -> list[str]:
    """What starts a kernel that reads its keys and sockets from a file.

    Isolated: nothing that was handed in takes the place of a module. A submission's own
    modules are found last, after everything that is installed.
    """
    return [
        *(sys.executable, "-I", "-B", "-m", "ipykernel_launcher"),
        *("-f", connection_file, "--HistoryManager.hist_file=:memory:"),
        "--IPKernelApp.exec_lines=import sys; sys.path.append('')",
        EXIT_DOES_NOTHING,
    ]


def connection(folder: str, key: str) -> bytes:
    """What a kernel reads of itself: sockets in `folder`, and the key of its messages."""
    ports = {f"{name}_port": number for name, number in PORTS.items()}
    said = {"transport": "ipc", "ip": f"{folder}/k", "key": key, **ports}
    said |= {"signature_scheme": "hmac-sha256", "kernel_name": "python3"}
    return json.dumps(said).encode()


@contextlib.contextmanager
def in_box(
    files: dict[str, bytes], packages: tuple[str, ...], limits: Limits, key: str
) -> Iterator[tuple]:
    """A kernel in a sandbox: what was started, its first process, its cgroup, its places."""
    sizes = dict.fromkeys(("/tmp", "/dev/shm", HOME), limits.file_bytes)
    sizes[SOCKETS] = BYTES_FOR_SOCKETS
    contents = {
        f"{SOCKETS}/kernel.json": connection(SOCKETS, key),
        **font_list(),
        **{f"{HOME}/{path}": content for path, content in files.items()},
    }
    arguments = ["--die-with-parent", "--chdir", HOME]
    for folder, size in sizes.items():
        arguments += ["--size", str(size), "--tmpfs", folder]
    says, hears = os.pipe()
    with os.fdopen(says, "rb") as said, os.fdopen(hears, "wb") as heard:
        with in_sandbox(
            [*arguments, "--info-fd", str(heard.fileno())],
            "kernel",
            [*prlimit(limits), *command(f"{SOCKETS}/kernel.json")],
            packages,
            contents,
            (heard.fileno(),),
        ) as box:
            process, cgroup = start(box, cgroups.make(limits))
        heard.close()
        inside = first_process(said.read())
    if inside is None:
        process.kill()
        process.wait()
        raise KernelError("bubblewrap did not start a sandbox for a submission.")
    if cgroup:
        cgroup.holds(inside)
    yield process, inside, cgroup, f"/proc/{inside}/root", SOCKETS, tuple(sizes)


def prlimit(limits: Limits) -> list[str]:
    """What a kernel's command begins with, so that its processes are limited."""
    # Processes and threads count here, so this is only the wall behind the watch.
    tasks = cgroups.THREADS_A_PROCESS * limits.processes
    return [
        *("prlimit", "--core=0", "--rtprio=0"),
        f"--nofile={at_most(resource.RLIMIT_NOFILE, 1024)}",
        f"--fsize={at_most(resource.RLIMIT_FSIZE, limits.file_bytes)}",
        f"--nproc={at_most(resource.RLIMIT_NPROC, tasks)}",
        f"--sigpending={at_most(resource.RLIMIT_SIGPENDING, tasks)}",
    ]


def at_most(what: int, wanted: int) -> int:
    """A limit that may be set: no more than this process has itself."""
    hard = resource.getrlimit(what)[1]
    return wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)


def start(
    box: Box, cgroup: cgroups.Cgroup | None
) -> tuple[subprocess.Popen, cgroups.Cgroup | None]:
    """Start a sandbox in a cgroup, where there is one."""
    how, words = box.started.copy(), box.command
    if cgroup:
        words = [*cgroup.prefix, *words]
        how["env"] = cgroup.environment
        how["preexec_fn"] = one_after_the_other(how["preexec_fn"], cgroup.join)
    try:
        process = subprocess.Popen(
            words,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            **how,
        )
    except BaseException:
        if cgroup:
            cgroup.remove()
        raise
    return process, cgroup


def one_after_the_other(*steps: Callable[[], object]) -> Callable[[], None]:
    def take() -> None:
        for step in steps:
            step()

    return take


def first_process(said: bytes) -> int | None:
    """The number of a sandbox's first process, as bubblewrap has said it."""
    try:
        return json.loads(said)["child-pid"]
    except ValueError:
        return None


@contextlib.contextmanager
def without_box(files: dict[str, bytes], key: str) -> Iterator[tuple]:
    """A kernel that has this process's rights, in a folder that is removed afterwards."""
    check_temporary_folder()
    with short_lived_folder(f"{FOLDER_PREFIX}{os.getpid()}-") as folder:
        for path, content in files.items():
            (folder / "files" / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / "files" / path).write_bytes(content)
        (folder / "files").mkdir(exist_ok=True)
        sockets = folder / "sockets"
        sockets.mkdir(mode=0o700)
        (sockets / "kernel.json").write_bytes(connection(str(sockets), key))
        process = subprocess.Popen(
            command(str(sockets / "kernel.json")),
            cwd=folder / "files",
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        yield process, None, None, "", str(sockets), ()


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
