"""Running a notebook from a fresh start, whatever its cells do to Python."""

import asyncio
import logging
import re
import signal
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from jupyter_client.kernelspec import NoSuchKernel
from nbclient import NotebookClient
from nbclient.exceptions import CellTimeoutError, DeadKernelError
from nbformat.notebooknode import NotebookNode
from traitlets.config import Config

from coursework.cells import (
    heading,
    is_own,
    is_test,
    last_error,
    own_by_number,
    places_in,
    sentence_of,
)
from coursework.handout import HandoutError

SOURCE = re.compile(r"\(\d+\.py, ")  # a cell, as Python calls it
SECONDS = 60  # for one cell, by the clock
SECONDS_TO_END = 30  # at least, for a cell that was interrupted
SECONDS_TO_START = 300  # for Python itself, on a slow computer
# A kernel's option: exit() would end it a tenth of a second later, in another cell.
EXIT_DOES_NOTHING = "--IPKernelApp.exec_lines=get_ipython().ask_exit = lambda: None"
NO_KERNEL = (
    "Python could not be started for the check ({}). Activate the course's environment, then "
    "install again: python -m pip install -r requirements.txt"
)


@dataclass(frozen=True)
class Step:
    """How far a run is: `done` of `total` cells, in the task of that heading."""

    done: int
    total: int
    task: str


class Run(NotebookClient):
    """One run of a notebook in a kernel of its own, to its end or to the kernel's.

    A cell that takes more than so many `seconds` is interrupted, and the next one runs.
    `passed` holds the ids of cells that ran without an error, `slow` of those interrupted,
    each with the time of that.
    """

    def __init__(
        self,
        notebook: NotebookNode,
        folder: Path,
        on_step: Callable[[Step], None],
        seconds: int = SECONDS,
    ):
        for cell in notebook.cells:
            if cell.cell_type == "code":
                cell.outputs, cell.execution_count = [], None
        super().__init__(
            notebook,
            # Where the kernel can encrypt what it says over the machine's ports, it does.
            config=Config(KernelManager={"transport_encryption": "auto"}),
            kernel_name="python3",
            extra_arguments=[EXIT_DOES_NOTHING],
            timeout=seconds,
            startup_timeout=SECONDS_TO_START,
            shutdown_kernel="immediate",  # it has nothing to say at its end
            allow_errors=True,
            record_timing=False,
            skip_cells_with_tag="",
            resources={"metadata": {"path": str(folder)}},
            on_cell_start=self.begin,
            on_cell_executed=self.note,
        )
        self.on_step, self.seconds, self.task = on_step, seconds, ""
        self.passed: set[str] = set()
        self.slow: dict[str, float] = {}
        # What it logs of a slow cell comes back as a sentence.
        self.log = logging.getLogger(__name__)
        self.log.addHandler(logging.NullHandler())
        self.log.propagate = False

    @property
    def too_slow(self) -> str:
        """What is said of a cell that was interrupted."""
        return f"it {self.too_long} and was stopped: does a loop never end?"

    @property
    def too_long(self) -> str:
        seconds = "1 second" if self.seconds == 1 else f"{self.seconds} seconds"
        return f"ran for more than {seconds}"

    @property
    def of_slow_computer(self) -> str:
        """What is said where the course's own code was interrupted."""
        return (
            f"a cell of the course {self.too_long} and was stopped: this computer is slow or "
            "busy. Give each cell more time: coursework check --seconds "
            f"{5 * max(self.seconds, SECONDS)}"
        )

    async def all_cells(self) -> list[str]:
        """Run them; remarks about what was not possible, and which cells were too slow."""
        before = {one: signal.getsignal(one) for one in (signal.SIGINT, signal.SIGTERM)}
        try:
            return await self.run_them()
        finally:
            # nbclient takes both signals for itself and leaves none; a server has its own.
            if threading.current_thread() is threading.main_thread():
                for one, handler in before.items():
                    signal.signal(one, handler)
            if hasattr(self, "_async_cleanup_kernel_future"):  # nbclient heard Ctrl-C
                raise asyncio.CancelledError

    async def run_them(self) -> list[str]:
        remarks = []
        try:
            await self.async_execute()
        except DeadKernelError:
            remarks = ["Python ended in the middle; the checks after that did not run."]
        except CellTimeoutError:
            remark = (
                f"{self.task}: a cell {self.too_long} and could not be interrupted; the "
                "checks after that did not run."
            )
            remarks = [remark]
        except (NoSuchKernel, RuntimeError) as error:  # it did not start
            raise HandoutError(NO_KERNEL.format(error)) from error
        return remarks + self.slow_cells() + self.broken_cells()

    def broken_cells(self) -> list[str]:
        """A sentence for each cell of the student's own that ended in an error."""
        remarks, task = [], ""
        for cell in self.nb.cells:
            task = heading(cell) or task
            if cell.cell_type != "code" or not is_own(cell) or cell.id in self.slow:
                continue
            error = last_error(cell)
            if error and error.ename != "NotImplementedError":
                said = SOURCE.sub("(", sentence_of(error))
                remarks.append(
                    f"{task}: a cell of yours did not run to its end: {said}"
                )
        return remarks

    def slow_cells(self) -> list[str]:
        """A sentence for each cell that was interrupted and is no check."""
        remarks, task = [], ""
        for cell in self.nb.cells:
            task = heading(cell) or task
            if self.was_computer_slow(cell):
                remarks.append(f"{task}: {self.of_slow_computer}")
            elif cell.id in self.slow and not is_test(cell):
                place = "".join(f" ({one})" for one in self.places(cell)[-1:])
                remarks.append(f"{task}: a cell is too slow, {self.too_slow}{place}")
        return remarks

    def was_computer_slow(self, cell: NotebookNode) -> bool:
        """Was a cell interrupted that is the course's own, and not in the student's code?"""
        is_courses = not (is_own(cell) or is_test(cell))
        return cell.id in self.slow and is_courses and not self.places(cell)

    def places(self, cell: NotebookNode) -> list[str]:
        """Where in the student's own cells the error of a cell came from."""
        error = last_error(cell)
        return places_in(error, own_by_number(self.nb)) if error else []

    def begin(self, cell, cell_index):
        self.task = heading(cell) or self.task
        self.on_step(Step(cell_index, len(self.nb.cells), self.task))

    def note(self, cell, cell_index, execute_reply):
        if execute_reply["content"]["status"] == "ok":
            self.passed.add(cell.id)

    async def _async_cleanup_kernel(self):
        """At Ctrl-C this comes while a cell runs, and at the run's end once more."""
        if self.km is not None:
            await super()._async_cleanup_kernel()

    async def _async_handle_timeout(self, timeout, cell=None):
        """Interrupt a cell; end Python if that was in vain for a while."""
        now = time.monotonic()
        if cell.id not in self.slow:
            self.slow[cell.id] = now
            await self.km.interrupt_kernel()
        elif now - self.slow[cell.id] < SECONDS_TO_END:
            await asyncio.sleep(1)  # without it a reply of another cell makes this spin
        else:
            await self.km.shutdown_kernel(now=True)
            raise CellTimeoutError.error_from_timeout_and_cell("", timeout, cell)
