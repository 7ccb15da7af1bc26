"""Executing: a rebuilt notebook in, the same notebook with outputs and verdicts out.

Nothing here knows the course, its gradebook or its students. Whatever a submission does, this
comes back: a cell that takes too long, takes too much or ends the kernel costs itself, and
the others run in a new kernel.
"""

import asyncio
import copy
import time
from contextlib import AbstractAsyncContextManager, nullcontext
from dataclasses import dataclass

from nbformat.notebooknode import NotebookNode
from nbformat.v4 import new_output

from coursework.cells import is_own, is_test, last_error, sentence_of
from grading.execution.document import MOST_OF_ALL, DocumentError, outputs_of
from grading.execution.errors import KernelError
from grading.execution.kernel import Kernel, kernel
from grading.execution.limits import MEBI, Limits
from grading.execution.readers import Reader, reader, waiting
from grading.execution.watch import processor_seconds
from grading.imports import setup_imports
from grading.verdict import Status, Verdict

SECONDS_BETWEEN_LOOKS = 1
# How often longer than its limit, which counts processor time, a cell may take by the
# clock: it may wait for something, and share its core with other jobs.
PATIENCE = 5
SECONDS_TO_STOP = 5  # for a cell that was interrupted
SECONDS_TO_ANSWER = 25  # for a reader, which gives a kernel a little less
SECONDS_TO_SAY_IT = 1  # for a verdict that was under way when its kernel ended
# Can be imported where the exercise itself does; elsewhere they may be its answers. With the
# files of each that a cell may run.
COURSE_PACKAGES = {"dp": "*.py", "coursework": "checks.py"}
LEFT_OUT = "[left out: the notebook shows too much as a whole]"
NO_ANSWER = "broke the connection to Python: what came back was no answer"


@dataclass(frozen=True)
class Stopped:
    """A cell that did not come to its end, and why. `ended_kernel`: nor did its kernel."""

    cell_id: str
    status: Status
    reason: str
    ended_kernel: bool = False


@dataclass
class Executed:
    """The executed notebook, and which of its cells were stopped."""

    notebook: NotebookNode
    stopped: list[Stopped]


async def execute(
    notebook: NotebookNode,
    files: dict[str, bytes],
    limits: Limits,
    sandbox: bool = True,
    turn: AbstractAsyncContextManager | None = None,
) -> Executed:
    """Run all code cells; `notebook` itself stays as it is.

    They run within `turn`, such as a semaphore that several executions share; starting and
    ending a kernel, which is mostly waiting, does not.

    `files` lie in the kernel's folder. A test cell holds an error afterwards unless it ran
    to its end. What was stopped, and why, is added to the notebook's verdict, and how many
    seconds it all took by the clock.
    """
    return await Execution(notebook, files, limits, sandbox, turn).run()


class Execution:
    """One notebook's way through one kernel, or several if a cell ends them."""

    def __init__(
        self,
        notebook: NotebookNode,
        files: dict[str, bytes],
        limits: Limits,
        sandbox: bool,
        turn: AbstractAsyncContextManager | None,
    ):
        self.notebook = copy.deepcopy(notebook)
        self.files, self.limits, self.sandbox = files, limits, sandbox
        self.turn = turn or nullcontext()
        self.packages = course_packages(notebook)
        # Seconds by the clock and of processor time, by kernels that have ended.
        self.taken, self.used = 0.0, 0.0
        self.stopped: dict[int, Stopped] = {}
        self.verdicts: dict[int, str] = {}  # a cell's place -> "ok" or "error"
        self.left = MOST_OF_ALL  # characters that the cells may still show

    async def run(self) -> Executed:
        verdict = Verdict.of(self.notebook.metadata)
        if not verdict.status.is_unread:
            while not await self.run_in_new_kernel():
                pass
            self.refuse_broken_setup()
        for place, cell in enumerate(self.notebook.cells):
            if is_test(cell):
                judge(cell, self.verdicts.get(place), self.stopped.get(place))
        stopped = [self.stopped[place] for place in sorted(self.stopped)]
        for one in stopped:
            verdict.reasons.append(f"the cell {one.cell_id} {one.reason}")
            if verdict.status is not Status.CRASHED:
                verdict.status = one.status
        verdict.seconds = round(self.taken, 1)
        if not self.sandbox:
            verdict.reasons.append("graded without a sandbox")
        verdict.write(self.notebook)
        return Executed(self.notebook, stopped)

    def refuse_broken_setup(self) -> None:
        """Nobody loses points where this machine lacks what the exercise itself imports."""
        code = [cell for cell in self.notebook.cells if cell.cell_type == "code"]
        # What a student has put before it may be why it fails.
        error = last_error(code[0]) if code and code[0].id == "setup" else None
        if error and error.ename in ("ImportError", "ModuleNotFoundError"):
            raise KernelError(
                "what the exercise imports cannot be imported where submissions run: "
                f"{sentence_of(error)}. Install anew: make install"
            )

    async def run_in_new_kernel(self) -> bool:
        """Run all cells but the stopped ones; False if the kernel ended before the last."""
        cells = {}
        self.left = MOST_OF_ALL
        for place, cell in enumerate(self.notebook.cells):
            if cell.cell_type == "code" and place not in self.stopped:
                cell.outputs, cell.execution_count = [], None
                if cell.source.strip():
                    cells[place] = cell.source
        waiting(self.sandbox).launch()
        async with (
            kernel(self.files, self.packages, self.limits, self.sandbox) as process,
            reader(
                process.sockets, process.key, cells, self.limits, self.sandbox
            ) as reads,
        ):
            client = Client(process, reads)
            await client.connect()
            async with self.turn:
                client.begin = time.monotonic()
                try:
                    return await self.run_cells(client, cells)
                finally:
                    self.taken += time.monotonic() - client.begin
                    self.used += client.look()

    async def run_cells(self, client: "Client", cells: dict[int, str]) -> bool:
        for place in cells:
            cell = self.notebook.cells[place]
            seconds = min(self.limits.cell_seconds, self.seconds_left(client))
            if seconds <= 0:
                total = f"more than {self.limits.total_seconds:g} seconds"
                reason = f"was not run: the notebook as a whole took {total}"
                self.stopped[place] = Stopped(cell.id, Status.TIMED_OUT, reason)
                continue
            ran = await run_cell(client, place, seconds)
            stopped = ran.stopped_as(cell.id, self.limits)
            self.take(place, ran.document)
            if not stopped and is_own(cell) and not await client.answers():
                reason = "left Python in a state in which it answers no more"
                stopped = Stopped(cell.id, Status.CRASHED, reason, ended_kernel=True)
            if stopped:
                self.stopped[place] = stopped
                cell.outputs.append(as_error(stopped))
                if stopped.ended_kernel:
                    return False
        return True

    def take(self, place: int, document: dict | None) -> None:
        """Take over what a cell has shown, as long as there is room for it."""
        if document is None:
            return
        cell = self.notebook.cells[place]
        cell.outputs = outputs_of(document)
        cell.execution_count = document["count"]
        if document["verdict"]:
            self.verdicts[place] = document["verdict"]
        self.left -= len(str(document["outputs"]))
        if self.left < 0:
            cell.outputs = [o for o in cell.outputs if o.output_type == "error"]
            cell.outputs.append(new_output("stream", text=LEFT_OUT))

    def seconds_left(self, client: "Client") -> float:
        """What is left of the whole notebook's time."""
        total = self.limits.total_seconds
        taken = self.taken + time.monotonic() - client.begin
        return min(total - self.used - client.used, total - taken / PATIENCE)


@dataclass
class Ran:
    """How a cell ended: its document, if there is one, and what was wrong, if anything.

    `seconds`: the limit that it broke. `problem`: what ended the kernel or the reader.
    """

    document: dict | None = None
    seconds: float = 0
    problem: str = ""

    def stopped_as(self, cell_id: str, limits: Limits) -> Stopped | None:
        """What it is said to be stopped for; None if it came to its end."""
        has_ended = self.document is not None and self.document["ended"]
        if self.problem:
            return Stopped(cell_id, Status.CRASHED, self.problem, ended_kernel=True)
        if self.seconds:
            reason = f"ran for more than {self.seconds:.0f} seconds and was stopped"
            return Stopped(
                cell_id, Status.TIMED_OUT, reason, ended_kernel=not has_ended
            )
        if self.document is not None and self.document["flooded"]:
            reason = (
                f"showed more than {limits.output_bytes // MEBI} MiB and was stopped"
            )
            return Stopped(cell_id, Status.CRASHED, reason, ended_kernel=not has_ended)
        return None


async def run_cell(client: "Client", place: int, seconds: float) -> Ran:
    """Run one cell, for at most so many seconds.

    They count processor time, so that a busy machine costs nobody anything.
    """
    running = asyncio.ensure_future(client.run(place))
    try:
        over = await wait_or_overrun(client, running, seconds)
        if over:
            await client.interrupt()
            await asyncio.wait({running}, timeout=SECONDS_TO_STOP)
            return Ran(running.result() if running.done() else None, seconds=over)
        if not running.done():
            await asyncio.wait({running}, timeout=SECONDS_TO_SAY_IT)
        if not running.done():
            broken = client.kernel.broken_limit
            return Ran(
                problem="ended Python: "
                f"{broken or 'it crashed, or the process was ended'}"
            )
        return Ran(running.result())
    except (EOFError, OSError, DocumentError):
        # A kernel that is ending takes its connection along.
        if broken := client.kernel.broken_limit:
            return Ran(problem=f"ended Python: {broken}")
        return Ran(problem=NO_ANSWER)
    finally:
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)


async def wait_or_overrun(
    client: "Client", running: asyncio.Future, seconds: float
) -> float:
    """Wait until a cell or the kernel has ended, then 0; or the limit that the cell broke."""
    begin, used = time.monotonic(), None
    while True:
        done, _ = await asyncio.wait(
            {running, client.kernel.ended},
            timeout=SECONDS_BETWEEN_LOOKS,
            return_when=asyncio.FIRST_COMPLETED,
        )
        if done:
            return 0
        client.look()
        used = client.used if used is None else used
        if client.used - used > seconds:
            return seconds
        if time.monotonic() - begin > PATIENCE * seconds:
            return PATIENCE * seconds


class Client:
    """A kernel and its reader. What the reader computes is the submission's doing, too."""

    def __init__(self, process: Kernel, reads: Reader):
        self.kernel, self.reader = process, reads
        self.begin = time.monotonic()
        self.used = 0.0  # seconds of processor time, when somebody last looked

    def look(self) -> float:
        """Seconds of processor time until now."""
        self.used = self.kernel.watch.processor_seconds() + processor_seconds(
            self.reader.pid
        )
        return self.used

    async def connect(self) -> None:
        answer = asyncio.ensure_future(self.reader.answer())
        await asyncio.wait(
            {answer, self.kernel.ended}, return_when=asyncio.FIRST_COMPLETED
        )
        try:
            if answer.done() and answer.result().get("ready"):
                return
        except (EOFError, OSError, DocumentError) as error:
            raise KernelError(
                f"Python did not start for a submission: {error}"
            ) from error
        finally:
            answer.cancel()
        raise KernelError("Python did not start for a submission: it ended at once")

    async def run(self, place: int) -> dict:
        """A cell's document."""
        answer = await self.reader.ask(do="run", place=place)
        if answer.get("cell", {}).get("place") != place:
            raise DocumentError("it is of another cell")
        return answer["cell"]

    async def interrupt(self) -> None:
        await self.reader.tell(do="interrupt")

    async def answers(self) -> bool:
        """Does the kernel still answer? Without its streams, say, it does not."""
        try:
            async with asyncio.timeout(SECONDS_TO_ANSWER):
                return (await self.reader.ask(do="ask")).get("answers") is True
        except (EOFError, OSError, DocumentError, TimeoutError):
            return False


def course_packages(notebook: NotebookNode) -> tuple[str, ...]:
    """The packages of this course that the exercise's own setup cell imports."""
    imports = setup_imports(notebook)
    return tuple(name for name in COURSE_PACKAGES if name in imports)


def judge(cell: NotebookNode, verdict: str | None, stopped: Stopped | None) -> None:
    """Leave in a test cell what decides its points: an error, or none.

    Warnings cost nothing, and a result is no partial credit: tests of this course have
    none, so whoever shows one is not the test.
    """
    cell.outputs = [
        output for output in cell.outputs if output.output_type in ("stream", "error")
    ]
    for output in cell.outputs:
        if output.output_type == "stream":
            output.name = "stdout"
    if verdict != "ok" and not any(o.output_type == "error" for o in cell.outputs):
        reason = Stopped(cell.id, Status.CRASHED, "did not run to its end")
        cell.outputs.append(as_error(stopped or reason))


def as_error(stopped: Stopped) -> NotebookNode:
    sentence = f"this cell {stopped.reason}"
    return new_output(
        "error",
        ename="CellStopped",
        evalue=sentence,
        traceback=[f"CellStopped: {sentence}"],
    )
