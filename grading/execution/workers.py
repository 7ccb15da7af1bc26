"""Where notebooks are executed: on this machine, or on the workers of a Dask cluster.

Nothing but a notebook, its files and its limits travels. A worker needs this package and
what the exercises import, installed in the same versions, and bubblewrap; of the course,
its gradebook and its students it sees nothing.
"""

import asyncio
import importlib.util
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from nbformat.notebooknode import NotebookNode

from grading.errors import CourseError
from grading.execution.errors import KernelError
from grading.execution.execute import Executed, execute
from grading.execution.limits import Limits

SECONDS_TO_CONNECT = 20


@dataclass(frozen=True)
class Options:
    """How a class is graded. `jobs`: kernels at a time, 0 for the number of cores.

    `dask` is the address of a scheduler on whose workers the notebooks run instead. With
    `force` what has not changed is graded again, too.
    """

    sandbox: bool = True
    jobs: int = 0
    dask: str = ""
    force: bool = False


class ThisMachine:
    """This machine. As many notebooks run as there are jobs, while one more is started."""

    def __init__(self, jobs: int):
        self.places = jobs + 1
        self.turn = asyncio.Semaphore(jobs)

    async def execute(
        self,
        notebook: NotebookNode,
        files: dict[str, bytes],
        limits: Limits,
        sandbox: bool = True,
    ) -> Executed:
        return await execute(notebook, files, limits, sandbox, self.turn)


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0))


def execute_on_worker(*arguments) -> Executed:
    """`execute` as a task: it has no loop around it."""
    return asyncio.run(execute(*arguments))


class Cluster:
    """The workers behind a Dask scheduler."""

    def __init__(self, client):
        self.client = client

    @property
    def places(self) -> int:
        """How many notebooks are sent at a time: one runs on each thread, one waits."""
        workers = self.client.scheduler_info(n_workers=-1)["workers"].values()
        return max(1, 2 * sum(worker["nthreads"] for worker in workers))

    async def execute(self, notebook, files, limits, sandbox) -> Executed:
        """As `grading.execution.execute.execute`; a notebook whose worker is lost runs on another."""
        from distributed import KilledWorker

        # Each hand-in is a task of its own, even if two are the same.
        task = self.client.submit(
            execute_on_worker, notebook, files, limits, sandbox, pure=False
        )
        try:
            return await task
        except KilledWorker as error:
            raise KernelError(f"several workers were lost with it: {error}") from error


@asynccontextmanager
async def connect(address: str) -> AsyncIterator[Cluster]:
    """The cluster whose scheduler is at `address`, such as ``tcp://10.0.0.1:8786``."""
    if importlib.util.find_spec("distributed") is None:
        raise CourseError(
            "--dask needs the package distributed, which is not installed here. Run: "
            "make cluster"
        )
    from distributed import Client

    try:
        client = await Client(
            address, asynchronous=True, timeout=SECONDS_TO_CONNECT, set_as_default=False
        )
    except (OSError, ValueError, TimeoutError) as error:
        raise CourseError(
            f"There is no Dask scheduler at {address!r} ({error}). An address looks like "
            "tcp://10.0.0.1:8786; start one there with: dask scheduler"
        ) from None
    try:
        yield Cluster(client)
    finally:
        await client.close()


@asynccontextmanager
async def place_to_execute(options: Options) -> AsyncIterator:
    """What executes notebooks: ``places`` of them at a time, by ``execute``."""
    if not options.dask:
        yield ThisMachine(options.jobs or cores())
        return
    async with connect(options.dask) as cluster:
        yield cluster
