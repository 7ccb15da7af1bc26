"""Executes cells as grading does, in a process of its own, so that an ordinary user can do it.

Each line is a job in JSON: ``sources``, ``limits``, ``cgroups`` (false: as where there are
none), ``neighbor`` (true: another notebook begins a little later). Each is answered by a line.
"""

import asyncio
import json
import sys

import nbformat

from grading.execution import cgroups
from grading.execution.execute import execute
from grading.execution.limits import Limits


def notebook_of(*sources, setup="import os, sys"):
    """A notebook whose cells have these sources, after a setup cell."""
    cells = [nbformat.v4.new_code_cell(setup, id="setup")]
    for number, source in enumerate(sources):
        cells.append(nbformat.v4.new_code_cell(source, id=f"cell-{number}"))
    notebook = nbformat.v4.new_notebook(cells=cells)
    return notebook


def shown_by(executed) -> list[str]:
    """What each cell but the first printed, or its error."""
    return [
        "".join(o.get("text", "") + o.get("evalue", "") for o in cell.outputs).strip()
        for cell in executed.notebook.cells[1:]
    ]


async def execute_all(job):
    """What came of the job's cells and, where there is one, of its neighbor's."""
    limits = Limits(**job["limits"])
    running = [execute(notebook_of(*job["sources"]), {}, limits)]
    if job["neighbor"]:
        running.append(later(notebook_of("print(6 * 7)", "print('whole')"), limits))
    return await asyncio.gather(*running)


async def later(notebook, limits):
    """Execute it while the other one is at work."""
    await asyncio.sleep(4)
    return await execute(notebook, {}, limits)


def main():
    for line in sys.stdin:
        job = json.loads(line)
        if not job["cgroups"]:
            cgroups.find = lambda: None
        executed, *others = asyncio.run(execute_all(job))
        stopped = {one.cell_id: one.reason for one in executed.stopped}
        result = {"shown": shown_by(executed), "stopped": stopped}
        result["neighbor"] = [shown_by(one) for one in others]
        print(json.dumps(result), flush=True)


if __name__ == "__main__":
    main()
