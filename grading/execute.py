"""Executing: a rebuilt notebook in, the same notebook with outputs and verdicts out.

Nothing here knows the course, its gradebook or its students. Whatever a hand-in does, this
comes back: a cell that takes too long, takes too much or ends the kernel costs itself, and
the others run in a new kernel.
"""

import asyncio
import copy
import time
from contextlib import AbstractAsyncContextManager, nullcontext
from dataclasses import dataclass

import nbformat
from jupyter_client import AsyncKernelManager
from nbclient import NotebookClient
from nbclient.exceptions import DeadKernelError
from nbformat.notebooknode import NotebookNode
from nbformat.v4 import new_output

from coursework.cells import is_own, is_test
from grading.course import CourseError, setup_imports
from grading.sandbox import MEBI, Limits, kernel, processor_seconds

SECONDS_BETWEEN_LOOKS = 1
# How often longer than its limit, which counts processor time, a cell may take by the
# clock: it may wait for something, and share its core with other jobs.
PATIENCE = 5
SECONDS_TO_STOP = 5  # for a cell that was interrupted
SECONDS_TO_ANSWER = 20  # for a kernel that has nothing to do
# Can be imported where the exercise itself does; elsewhere they may be its answers.
COURSE_PACKAGES = ("dp",)
MOST_TEXT = 100_000  # characters of one cell's text that are kept
MOST_DATA = 4 * MEBI  # characters of its figures
# What may change or hide another cell's outputs, and shows nothing by itself.
NOT_SHOWN = (
    *("comm_open", "comm_msg", "comm_close"),
    *("update_display_data", "clear_output"),
)


class KernelError(CourseError):
    """The kernel did not start, which is no hand-in's fault."""


@dataclass(frozen=True)
class Stopped:
    """A cell that did not come to its end, and why. `ended_kernel`: nor did its kernel."""

    cell_id: str
    status: str
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
    to its end. What was stopped, and why, is added to ``metadata.grading``, and how many
    ``seconds`` it all took by the clock.
    """
    return await Execution(notebook, files, limits, sandbox, turn).run()


class Execution:
    """One notebook's way through one kernel, or several if a cell ends them."""

    def __init__(self, notebook, files, limits, sandbox, turn):
        self.notebook = copy.deepcopy(notebook)
        self.files, self.limits, self.sandbox = files, limits, sandbox
        self.turn = turn or nullcontext()
        self.packages = course_packages(notebook)
        # Seconds by the clock and of processor time, by kernels that have ended.
        self.taken, self.used = 0.0, 0.0
        self.stopped: dict[int, Stopped] = {}
        self.verdicts: dict[int, str] = {}  # a cell's place -> "ok" or "error"

    async def run(self) -> Executed:
        marks = self.notebook.metadata.grading
        if marks.status == "graded":  # there was something to read
            while not await self.run_in_new_kernel():
                pass
        for place, cell in enumerate(self.notebook.cells):
            if is_test(cell):
                judge(cell, self.verdicts.get(place), self.stopped.get(place))
        stopped = [self.stopped[place] for place in sorted(self.stopped)]
        for one in stopped:
            marks.reasons.append(f"the cell {one.cell_id} {one.reason}")
            if marks.status != "crashed":
                marks.status = one.status
        marks.seconds = round(self.taken, 1)
        if not self.sandbox:
            marks.reasons.append("graded without a sandbox")
        return Executed(self.notebook, stopped)

    async def run_in_new_kernel(self) -> bool:
        """Run all cells but the stopped ones; False if the kernel ended before the last."""
        for place, cell in enumerate(self.notebook.cells):
            if cell.cell_type == "code" and place not in self.stopped:
                cell.outputs, cell.execution_count = [], None
        async with kernel(
            self.files, self.packages, self.limits, self.sandbox
        ) as manager:
            client = Client(self.notebook, manager, self.limits.output_bytes)
            await client.connect()
            try:
                async with self.turn:
                    client.begin = time.monotonic()
                    try:
                        return await self.run_cells(client)
                    finally:
                        self.taken += time.monotonic() - client.begin
                        self.used += client.used
            finally:
                self.verdicts |= client.verdicts
                client.kc.stop_channels()

    async def run_cells(self, client: "Client") -> bool:
        for place, cell in enumerate(self.notebook.cells):
            if cell.cell_type != "code" or place in self.stopped:
                continue
            seconds = min(self.limits.cell_seconds, self.seconds_left(client))
            if seconds <= 0:
                total = f"more than {self.limits.total_seconds:g} seconds"
                reason = f"was not run: the notebook as a whole took {total}"
                self.stopped[place] = Stopped(cell.id, "timed out", reason)
                continue
            stopped = await run_cell(client, place, seconds)
            if not stopped and is_own(cell) and not await client.answers():
                reason = "left Python in a state in which it answers no more"
                stopped = Stopped(cell.id, "crashed", reason, ended_kernel=True)
            if stopped:
                self.stopped[place] = stopped
                cell.outputs.append(as_error(stopped))
                if stopped.ended_kernel:
                    return False
        return True

    def seconds_left(self, client: "Client") -> float:
        """What is left of the whole notebook's time."""
        total = self.limits.total_seconds
        taken = self.taken + time.monotonic() - client.begin
        return min(total - self.used - client.used, total - taken / PATIENCE)


async def run_cell(client: "Client", place: int, seconds: float) -> Stopped | None:
    """Run one cell; what was wrong if it had to be stopped.

    `seconds` counts processor time, so that a busy machine costs nobody anything.
    """
    cell_id = client.nb.cells[place].id
    running = asyncio.ensure_future(client.run(place))
    flood = asyncio.ensure_future(client.flooded.wait())
    try:
        over = await wait_or_overrun(client, {running, flood}, seconds)
        if running.done() and not client.flooded.is_set():
            running.result()  # raises if the kernel died
            return None
        if client.flooded.is_set():
            status = "crashed"
            reason = f"showed more than {client.most // MEBI} MiB and was stopped"
        else:
            status = "timed out"
            reason = f"ran for more than {over:.0f} seconds and was stopped"
        if not running.done():
            await client.km.interrupt_kernel()
            await asyncio.wait({running}, timeout=SECONDS_TO_STOP)
        if running.done():
            running.result()
        return Stopped(cell_id, status, reason, ended_kernel=not running.done())
    except DeadKernelError:
        broken = getattr(client.km.provisioner, "broken_limit", "")
        reason = f"ended Python: {broken or 'it crashed, or the process was ended'}"
        return Stopped(cell_id, "crashed", reason, ended_kernel=True)
    except Exception:  # noqa: BLE001 (whatever the hand-in's process has sent)
        reason = "broke the connection to Python: what came back was no answer"
        return Stopped(cell_id, "crashed", reason, ended_kernel=True)
    finally:
        for task in (running, flood):
            task.cancel()
        await asyncio.gather(running, flood, return_exceptions=True)


async def wait_or_overrun(client: "Client", tasks: set, seconds: float) -> float:
    """Wait until one of `tasks` is done, then 0; or the limit that the cell broke."""
    begin, used = time.monotonic(), None
    while True:
        done, _ = await asyncio.wait(
            tasks,
            timeout=SECONDS_BETWEEN_LOOKS,
            return_when=asyncio.FIRST_COMPLETED,
        )
        if done:
            return 0
        client.used = processor_seconds(client.km.provisioner.pid)
        used = client.used if used is None else used
        if client.used - used > seconds:
            return seconds
        if time.monotonic() - begin > PATIENCE * seconds:
            return PATIENCE * seconds


class Client(NotebookClient):
    """Keeps of what a cell shows as much as can be read, and notices a flood."""

    def __init__(self, notebook: NotebookNode, manager: AsyncKernelManager, most: int):
        super().__init__(
            notebook,
            km=manager,
            allow_errors=True,
            record_timing=False,
            skip_cells_with_tag="",
            startup_timeout=180,  # also on a machine that is busy
            on_cell_executed=self.note_verdict,
        )
        self.most, self.shown = most, 0
        self.begin = time.monotonic()
        self.used = 0.0  # seconds of processor time, when somebody last looked
        self.flooded = asyncio.Event()
        self.verdicts: dict[int, str] = {}

    async def connect(self) -> None:
        try:
            await self.async_start_new_kernel_client()
        except RuntimeError as error:
            raise KernelError(f"Python did not start for a hand-in: {error}") from error

    async def run(self, place: int) -> None:
        self.shown = 0
        self.flooded.clear()
        await self.async_execute_cell(self.nb.cells[place], place)

    async def answers(self) -> bool:
        """Does the kernel still answer? Without its streams, say, it does not."""
        asked = self.kc.execute("", silent=True, store_history=False)
        waiting = asyncio.ensure_future(self.async_wait_for_reply(asked))
        done, _ = await asyncio.wait({waiting}, timeout=SECONDS_TO_ANSWER)
        waiting.cancel()
        return bool(done) and waiting.exception() is None

    def note_verdict(self, cell, cell_index, execute_reply) -> None:
        self.verdicts[cell_index] = execute_reply["content"]["status"]

    def process_message(self, msg, cell, cell_index):
        if msg["msg_type"] in NOT_SHOWN:
            return None
        content = msg["content"]
        for key in ("text", "ename", "evalue"):
            if key in content:
                content[key] = self.cut(str(content[key]))
        if "traceback" in content:
            content["traceback"] = [
                self.cut(str(part)) for part in content["traceback"]
            ]
        if "data" in content:
            content["data"] = {
                kind: shown
                for kind, shown in content["data"].items()
                if isinstance(shown, str) and self.cut(shown, MOST_DATA) == shown
            }
        if msg["msg_type"] == "stream" and cell.outputs:
            last = cell.outputs[-1]
            if last.output_type == "stream" and last.name == content["name"]:
                last.text += content["text"]
                return last
        shown = super().process_message(msg, cell, cell_index)
        if shown is not None:
            nbformat.validate(shown, ref="output", version=4, version_minor=5)
        if not isinstance(cell.execution_count, int):
            cell.execution_count = None
        return shown

    def cut(self, text: str, most: int = MOST_TEXT) -> str:
        """As much of `text` as is kept."""
        kept = text[: max(0, most - self.shown)]
        self.shown += len(text) + 1  # empty ones count, too
        if self.shown > self.most:
            self.flooded.set()
        return kept


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
        reason = Stopped(cell.id, "crashed", "did not run to its end")
        cell.outputs.append(as_error(stopped or reason))


def as_error(stopped: Stopped) -> NotebookNode:
    sentence = f"this cell {stopped.reason}"
    return new_output(
        "error",
        ename="CellStopped",
        evalue=sentence,
        traceback=[f"CellStopped: {sentence}"],
    )
