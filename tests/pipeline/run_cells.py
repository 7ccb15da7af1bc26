"""Executes cells as grading does, in a process of its own, so that an ordinary user can do it.

Each line is a job in JSON: ``sources``, ``limits``, ``cgroups`` (false: as where there are
none). Each is answered by a line.
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
    notebook.metadata.grading = {"status": "graded", "reasons": []}
    return notebook


def shown_by(executed) -> list[str]:
    """What each cell but the first printed, or its error."""
    return [
        "".join(o.get("text", "") + o.get("evalue", "") for o in cell.outputs).strip()
        for cell in executed.notebook.cells[1:]
    ]


def main():
    for line in sys.stdin:
        job = json.loads(line)
        if not job["cgroups"]:
            cgroups.find = lambda: None
        notebook = notebook_of(*job["sources"])
        executed = asyncio.run(execute(notebook, {}, Limits(**job["limits"])))
        stopped = {one.cell_id: one.reason for one in executed.stopped}
        result = {"shown": shown_by(executed), "stopped": stopped}
        print(json.dumps(result), flush=True)


if __name__ == "__main__":
    main()
