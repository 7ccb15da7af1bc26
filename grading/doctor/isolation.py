"""The sandbox: does a cell in it reach nothing, and who holds its limits?"""

import asyncio
import json
import socket

from nbformat.v4 import new_code_cell, new_notebook

from grading.course import Course, CourseError
from grading.doctor.finding import OK, REMARK, WRONG, Finding
from grading.execution import cgroups
from grading.execution.execute import execute
from grading.execution.limits import Limits
from grading.execution.sandbox import why_no_sandbox
from grading.nbgrader_steps import is_sandbox_on
from grading.verdict import Verdict

PRIVATE = ("source", "submitted", "autograded", "gradebook.db", "nbgrader_config.py")


def sandbox(course: Course) -> Finding:
    """Run a cell in the sandbox, and see that it reaches neither network nor course."""
    if reason := why_no_sandbox():
        return Finding("sandbox", WRONG, *split(reason))
    reached, problem = try_to_reach(course, in_sandbox=True)
    if problem:
        return Finding("sandbox", WRONG, problem, "install anew: make install")
    if reached:
        return Finding(
            "sandbox",
            WRONG,
            f"a cell in the sandbox reached {', '.join(reached)}",
            "do not grade strangers' code here, and write to the course's maintainers",
        )
    if not is_sandbox_on():
        return Finding(
            "sandbox",
            REMARK,
            "works, but DP_SANDBOX=off switches it off for nbgrader's own commands",
            "unset DP_SANDBOX",
        )
    found = "a cell ran in it, and reached neither a network nor the course"
    return Finding("sandbox", OK, found)


def limits(course: Course) -> Finding:
    """Who holds a submission's limits of memory and processes: Linux, or the grader."""
    way = cgroups.find()
    if way is None:
        return Finding(
            "limits",
            REMARK,
            "no cgroup can be made here, so the grader watches what a submission uses, "
            "five times a second (SECURITY.md says what that misses)",
            "grade as a user who is logged in where systemd runs, or in a container as root",
        )
    found = f"Linux holds them: each submission has a cgroup, {cgroups.WAYS[way]}"
    return Finding("limits", OK, found)


PROBE = """
import json, os, socket

def answers(port):
    try:
        socket.create_connection(("127.0.0.1", port), timeout=5).close()
    except OSError:
        return False
    return True

reached = [path for path in {paths!r} if os.path.exists(path)]
reached += ["a network"] if {{name for _, name in socket.if_nameindex()}} - {{"lo"}} else []
reached += ["this machine's ports"] if answers({port}) else []
print(json.dumps(reached))
"""


def try_to_reach(course: Course, in_sandbox: bool) -> tuple[list[str], str]:
    """What a cell can reach that it must not, and why that cannot be said."""
    paths = [str(course.root / name) for name in PRIVATE]
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        # As an exercise begins: with the packages of the course.
        setup = new_code_cell("import coursework.checks, dp", id="setup")
        probe = new_code_cell(PROBE.format(paths=paths, port=port), id="probe")
        notebook = new_notebook(cells=[setup, probe])
        try:
            executed = asyncio.run(execute(notebook, {}, Limits(), in_sandbox))
        except CourseError as error:
            return [], str(error)
    cell = executed.notebook.cells[-1]
    texts = [output.get("text", output.get("evalue", "")) for output in cell.outputs]
    try:
        return json.loads("".join(texts)), ""
    except ValueError:
        verdict = Verdict.of(executed.notebook.metadata)
        said = "; ".join(verdict.reasons) or "".join(texts) or "it said nothing"
        return [], f"a cell did not run in a kernel as it should: {said}"


def split(reason: str) -> tuple[str, str]:
    """What is wrong and what to do, of what `why_no_sandbox` says in one text."""
    found, stop, to_do = reason.partition(". ")
    return (found, to_do) if stop else (reason, "")
