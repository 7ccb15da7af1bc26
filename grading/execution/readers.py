"""The grader's side of the readers: start the one that waits, fork one for each kernel."""

import asyncio
import contextlib
import functools
import json
import os
import resource
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from grading.execution import document
from grading.execution.errors import KernelError
from grading.execution.limits import Limits
from grading.execution.sandbox import Start, in_sandbox

SECONDS_TO_START = 60
READER = Path(__file__).with_name("reader.py")
IN_SANDBOX = "/tmp/reader.py"


@dataclass(frozen=True)
class Running:
    """A process that waits, and the socket by which it is asked for readers."""

    process: subprocess.Popen
    control: socket.socket


class Readers:
    """The process that waits with everything imported, with or without a sandbox."""

    def __init__(self, sandbox: bool):
        self.sandbox = sandbox
        self.one_at_a_time = threading.RLock()  # a Dask worker has several threads
        self.running: Running | None = None
        self.is_there = False

    def launch(self) -> Running:
        """Start it, unless it is running; it imports while others do something else."""
        with self.one_at_a_time:
            if self.running and self.running.process.poll() is None:
                return self.running
            self.stop()
            allow_descriptors()
            control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
            control.settimeout(SECONDS_TO_START)
            with theirs, self.how_to_start(theirs.fileno()) as (command, how):
                process = subprocess.Popen(
                    command,
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.PIPE,
                    **how,
                )
            self.running = Running(process, control)
            return self.running

    def wait(self, running: Running) -> None:
        """Wait until it has imported everything; KernelError if it does not."""
        try:
            self.is_there = self.is_there or bool(running.control.recv(16))
        except OSError:
            self.is_there = False
        if not self.is_there:
            running.process.kill()
            said = running.process.communicate()[1].decode(errors="replace").strip()
            self.stop()
            raise KernelError(
                f"The process that reads from kernels did not start. {said}"
            )

    @contextlib.contextmanager
    def how_to_start(self, descriptor: int) -> Iterator[tuple[list[str], Start]]:
        command = [sys.executable, "-I", "-B"]
        if not self.sandbox:
            command += [str(READER), str(descriptor)]
            yield command, {"pass_fds": [descriptor], "start_new_session": True}
            return
        files = {IN_SANDBOX: READER.read_bytes()}
        arguments = ["--tmpfs", "/tmp"]
        command += [IN_SANDBOX, str(descriptor)]
        with in_sandbox(
            arguments, "reader", command, files=files, descriptors=(descriptor,)
        ) as box:
            yield box.command, box.started

    def stop(self) -> None:
        """End it, and with it all its readers."""
        if self.running:
            self.running.control.close()
            with self.running.process as process:  # closes its pipes, and waits for it
                process.kill()
        self.running, self.is_there = None, False

    def fork(self, channel: socket.socket, sockets: list[int]) -> int:
        """A reader for a kernel with these open `sockets`: a descriptor of its process."""
        with self.one_at_a_time:
            running = self.launch()
            self.wait(running)
            try:
                socket.send_fds(running.control, [b"."], [channel.fileno(), *sockets])
                _, [process], _, _ = socket.recv_fds(running.control, 16, 1)
            except (OSError, ValueError) as error:
                self.stop()
                raise KernelError(
                    f"The process that reads from kernels has ended: {error}"
                ) from error
            return process


def allow_descriptors() -> None:
    """Take the number of open files that this process may have at most.

    Linux counts what a user's processes have sent to each other and not yet received; by the
    usual limit a submission could keep the grader from handing sockets to readers.
    """
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))


def waiting(sandbox: bool) -> Readers:
    """This process's one and only, in a sandbox or without."""
    return waiting_for(os.getpid(), sandbox)


@functools.cache
def waiting_for(process: int, sandbox: bool) -> Readers:
    """A process that was forked begins with its own."""
    return Readers(sandbox)


class Reader:
    """One kernel's reader. EOFError where it has ended, DocumentError where it lies."""

    def __init__(self, process: int, stream, writer):
        self.process, self.stream, self.writer = process, stream, writer
        self.pid = pid_of(process)

    async def ask(self, **what) -> dict:
        """What the reader answers."""
        await self.tell(**what)
        return await self.answer()

    async def tell(self, **what) -> None:
        with contextlib.suppress(ConnectionError):
            self.writer.write(json.dumps(what).encode() + b"\n")
            await self.writer.drain()

    async def answer(self) -> dict:
        try:
            line = await self.stream.readuntil(b"\n")
        except asyncio.IncompleteReadError as error:
            raise EOFError("the reader has ended") from error
        except asyncio.LimitOverrunError as error:
            raise document.DocumentError("an endless line") from error
        return document.read_answer(line)

    def end(self) -> None:
        with contextlib.suppress(ProcessLookupError):
            signal.pidfd_send_signal(self.process, signal.SIGKILL)
        self.writer.close()
        os.close(self.process)


@contextlib.asynccontextmanager
async def reader(
    sockets: list[int], key: str, cells: dict[int, str], limits: Limits, sandbox: bool
):
    """A reader of the kernel with these open `sockets`, for the sources `cells`."""
    ours, theirs = socket.socketpair()
    with theirs:
        try:
            process = waiting(sandbox).fork(theirs, sockets)
        except BaseException:
            ours.close()
            raise
    streams = await asyncio.open_unix_connection(sock=ours, limit=document.MOST_LINE)
    made = Reader(process, *streams)
    try:
        await made.tell(
            key=key, most={"shown": limits.output_bytes, **document.SIZES}, cells=cells
        )
        yield made
    finally:
        made.end()


def pid_of(process: int) -> int:
    """The number, in this process's namespace, of what a descriptor stands for."""
    said = Path(f"/proc/self/fdinfo/{process}").read_text(encoding="ascii")
    return int(said.partition("Pid:")[2].split()[0])
