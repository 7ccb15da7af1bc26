"""Can this machine grade? One look at everything that grading needs, and what to do.

Each check is a function of the course that returns a `Finding`. None of them changes the
course.
"""

import asyncio
import contextlib
import importlib.metadata
import importlib.util
import json
import os
import shutil
import socket
import sqlite3
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import psutil
from jupyter_client.kernelspec import KernelSpecManager, NoSuchKernel
from nbformat.v4 import new_code_cell, new_notebook
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.markup import escape
from rich.table import Table
from sqlalchemy.engine import make_url
from sqlalchemy.exc import SQLAlchemyError

from coursework.trouble import sentence_for
from grading.course import Course, CourseError, at_work
from grading.execution import cgroups
from grading.execution.execute import execute
from grading.execution.limits import MEBI, Limits
from grading.execution.sandbox import why_no_sandbox
from grading.execution.workers import cores
from grading.gradebook import file_of
from grading.imports import setup_imports
from grading.leftovers import is_of_dead_grader, leftover_folders
from grading.nbgrader_steps import ExecuteInSandbox, is_sandbox_on
from grading.ready import check_gradebook
from grading.submission.exchange import MARKER
from grading.verdict import Verdict
from grading.words import counted

OK, REMARK, WRONG = "ok", "remark", "wrong"
STYLES = {OK: "green", REMARK: "yellow", WRONG: "bold red"}
# What a hand-in leaves at most in autograded/ and feedback/, and what the rest takes.
BYTES_A_HAND_IN = 2 * MEBI
BYTES_BESIDE = 500 * MEBI
BYTES_TEMPORARY = 100 * MEBI  # with the sandbox a hand-in's files are in memory
GIBI = 1024 * MEBI
PRIVATE = ("source", "submitted", "autograded", "gradebook.db", "nbgrader_config.py")


@dataclass(frozen=True)
class Finding:
    """What a check has found. `to_do` says how to put right what is not `OK`."""

    name: str
    state: str
    found: str
    to_do: str = ""


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
        probe = new_code_cell(PROBE.format(paths=paths, port=port), id="probe")
        notebook = new_notebook(cells=[probe])
        try:
            executed = asyncio.run(execute(notebook, {}, Limits(), in_sandbox))
        except CourseError as error:
            return [], str(error)
    [cell] = executed.notebook.cells
    texts = [output.get("text", output.get("evalue", "")) for output in cell.outputs]
    try:
        return json.loads("".join(texts)), ""
    except ValueError:
        verdict = Verdict.of(executed.notebook.metadata)
        said = "; ".join(verdict.reasons) or "".join(texts) or "it said nothing"
        return [], f"a cell did not run in a kernel as it should: {said}"


def kernels(course: Course) -> Finding:
    """The kernel of `nbgrader validate` and of JupyterLab."""
    try:
        command = KernelSpecManager().get_kernel_spec("python3").argv[0]
    except NoSuchKernel:
        found = "there is no kernel python3, which nbgrader validate and JupyterLab use"
        return Finding("kernels", WRONG, found, "install anew: make install")
    if not is_this_python(command):
        found = f"the kernel python3 is another Python, {command}"
        return Finding(
            "kernels",
            REMARK,
            f"{found}; grading does not use it, nbgrader validate and JupyterLab do",
            "remove it: jupyter kernelspec remove python3",
        )
    found = f"python3 is this environment's, with ipykernel {version('ipykernel')}"
    return Finding("kernels", OK, found)


def is_this_python(command: str) -> bool:
    """Does a kernel of this command run in this environment?"""
    if not Path(command).is_absolute():
        return command.startswith("python")  # Jupyter puts its own in its place
    return Path(command).parent == Path(sys.executable).parent


def version(package: str) -> str:
    return importlib.metadata.version(package)


def with_hand_ins(course: Course) -> list[str]:
    """The exercises that somebody has handed in."""
    return [exercise for exercise in course.exercises if course.handed_in(exercise)]


def hand_ins(course: Course) -> Finding:
    """How many there are, and folders in submitted/ that are of no exercise."""
    folders = [
        path for path in (course.root / "submitted").glob("*/*") if path.is_dir()
    ]
    strange = sorted(
        str(path.relative_to(course.root))
        for path in folders
        if path.name not in course.exercises
    )
    if strange:
        return Finding(
            "hand-ins",
            REMARK,
            f"in submitted/ are folders of no exercise: {some(strange)}",
            "name them as the exercise's folder in source/ is called, or remove them",
        )
    students = {path.parent.name for path in folders}
    found = (
        f"{len(folders)}, of {counted(len(students), 'student')}"
        if folders
        else "none yet"
    )
    return Finding("hand-ins", OK, found)


def frameworks(course: Course) -> Finding:
    """The packages that the exercises' setup cells import."""
    missing: dict[str, list[str]] = {}
    for exercise in course.exercises:
        for name in setup_imports(course.read_notebook("source", exercise)):
            if importlib.util.find_spec(name) is None:
                missing.setdefault(name, []).append(exercise)
    if not missing:
        return Finding("frameworks", OK, "all that the exercises import are installed")
    needed = {exercise for names in missing.values() for exercise in names}
    urgent = sorted(needed & {*with_hand_ins(course)})
    found = f"not installed: {', '.join(sorted(missing))}; needed by " + (
        f"{some(urgent)}, which have hand-ins" if urgent else some(sorted(needed))
    )
    return Finding("frameworks", WRONG if urgent else REMARK, found, "make frameworks")


def disk(course: Course) -> Finding:
    """Room for the graded notebooks, the feedback and what is temporary."""
    count = sum(len(course.handed_in(exercise)) for exercise in course.exercises)
    needs = {
        course.root: BYTES_BESIDE + count * BYTES_A_HAND_IN,
        Path(tempfile.gettempdir()): BYTES_TEMPORARY,
    }
    free = {folder: shutil.disk_usage(folder).free for folder in needs}
    found = ", ".join(f"{in_gib(free[folder])} free in {folder}" for folder in needs)
    short = [folder for folder in needs if free[folder] < needs[folder]]
    closed = [folder for folder in needs if not os.access(folder, os.W_OK)]
    if closed:
        names = " and ".join(map(str, closed))
        return Finding(
            "disk", WRONG, f"{names} cannot be written", "become their owner, or root"
        )
    if short:
        to_do = "; ".join(
            f"make room in {folder}: {in_gib(needs[folder])} are needed"
            for folder in short
        )
        return Finding("disk", WRONG, found, to_do)
    return Finding("disk", OK, found)


def memory(course: Course) -> Finding:
    """How many notebooks fit at a time."""
    steps = ExecuteInSandbox(config=course.settings)
    notebooks = [
        course.read_notebook("source", exercise) for exercise in with_hand_ins(course)
    ]
    need = max(
        (steps.limits(notebook).memory_bytes for notebook in notebooks),
        default=steps.memory_mib * MEBI,
    )
    free, there = memory_free(), cores()
    jobs = free // need
    found = (
        f"{in_gib(free)} free for {in_gib(need)} a notebook, {there} cores: "
        f"{counted(min(jobs, there), 'notebook')} at a time"
    )
    if jobs < 1:
        to_do = "end other programs; a notebook that fills its memory could end others"
        return Finding("memory", WRONG, found, to_do)
    if jobs < there:
        return Finding("memory", REMARK, found, f"grade with --jobs {jobs}")
    return Finding("memory", OK, found)


def memory_free() -> int:
    """Memory that can be had, in a container within its limit."""
    free = psutil.virtual_memory().available
    group = Path("/sys/fs/cgroup")
    with contextlib.suppress(OSError, ValueError):
        limit = int((group / "memory.max").read_text())
        used = int((group / "memory.current").read_text())
        free = min(free, limit - used)
    return max(0, free)


def gradebook(course: Course) -> Finding:
    """Can it be read and written, and does it know what was handed in?"""
    wanted = with_hand_ins(course)
    enter = "nbgrader generate_assignment {} --create --force"
    url = make_url(course.nbgrader.coursedir.db_url)
    if path := file_of(course):
        if not path.exists():
            found = f"there is no {path.name} yet"
            exercise = (wanted or course.exercises or ["EXERCISE"])[0]
            state = WRONG if wanted else REMARK
            return Finding("gradebook", state, found, enter.format(exercise))
        if problem := why_no_sqlite(path):
            return Finding("gradebook", WRONG, *problem)
    missing = []
    try:
        for exercise in wanted:
            try:
                check_gradebook(course, exercise)
            except CourseError:
                missing.append(exercise)
        with course.nbgrader.gradebook as book:
            students = len(book.students)
    except SQLAlchemyError as error:
        found = f"nbgrader cannot read it: {first_line(error)}"
        to_do = f"see that {url.host} answers, then " if url.host else ""
        return Finding("gradebook", WRONG, found, f"{to_do}nbgrader db upgrade")
    if missing:
        found = f"it does not know all tests of {some(missing)}, which have hand-ins"
        to_do = " and ".join(enter.format(exercise) for exercise in missing)
        return Finding("gradebook", WRONG, found, to_do)
    known = counted(students, "student")
    return Finding("gradebook", OK, f"sound, can be written, {known}")


def why_no_sqlite(path: Path) -> tuple[str, str] | None:
    """What is wrong with a gradebook in a file, and what to do; None if nothing is."""
    restore = (
        f"put a copy of {path.name} in its place, or move it away and grade again (marks by "
        "hand are only in it)"
    )
    try:
        address = f"{path.resolve().as_uri()}?mode=rw"
        connection = sqlite3.connect(address, uri=True, timeout=2, isolation_level=None)
        with contextlib.closing(connection) as database:
            [[verdict]] = database.execute("PRAGMA quick_check(1)")
            if verdict != "ok":
                return f"{path.name} is damaged: {first_line(verdict)}", restore
            database.execute("BEGIN IMMEDIATE")
            database.execute("CREATE TABLE doctor_was_here (word)")
            database.execute("ROLLBACK")
    except sqlite3.OperationalError as error:
        if "lock" in str(error):
            return (
                f"another program holds {path.name}",
                "wait until it is done: a grading, the formgrader, a program that shows it",
            )
        return (
            f"{path.name} cannot be opened and written: {error}",
            f"become the owner of {path.name} and of its folder, or make room on the disk",
        )
    except sqlite3.DatabaseError as error:
        return f"{path.name} is no gradebook or is damaged: {error}", restore
    return None


def leftovers(course: Course) -> Finding:
    """What graders that were killed have left, and whether one is at work."""
    try:
        with at_work(course):
            pass
    except CourseError:
        to_do = "wait for its end before you grade, or stop it with Ctrl-C"
        return Finding(
            "leftovers", REMARK, "a grading is at work on this course", to_do
        )
    processes = [
        process.pid
        for process in psutil.process_iter(["cmdline"])
        if any(map(is_of_dead_grader, process.info["cmdline"] or []))
    ]
    if processes:
        numbers = " ".join(map(str, sorted(processes)))
        found = f"processes of a grader that was killed: {numbers}"
        return Finding("leftovers", REMARK, found, f"kill {numbers}")
    paths = [
        *leftover_folders(),
        *(course.root / "autograded").glob("*/*/*.half"),
        *(course.root / "autograded").glob(f"*/*/{MARKER}"),
    ]
    if paths:
        found = f"of a grader that was killed: {some([str(path) for path in paths])}"
        return Finding("leftovers", REMARK, found, "nothing: grading removes them")
    return Finding("leftovers", OK, "none")


def split(reason: str) -> tuple[str, str]:
    """What is wrong and what to do, of what `why_no_sandbox` says in one text."""
    found, stop, to_do = reason.partition(". ")
    return (found, to_do) if stop else (reason, "")


def in_gib(size: int) -> str:
    return f"{size / GIBI:.1f} GiB"


def some(names: list[str], most: int = 3) -> str:
    """The first of `names`, and how many more there are."""
    more = len(names) - most
    return ", ".join(names[:most]) + (f" and {more} more" if more > 0 else "")


def first_line(text: object) -> str:
    return (str(text).splitlines() or [""])[0]


CHECKS = (
    *(sandbox, limits, kernels, frameworks, hand_ins, gradebook, disk, memory),
    leftovers,
)


def examine(
    course: Course, tell: Callable[[str], None] = lambda step: None
) -> list[Finding]:
    """The findings of all checks; one that breaks down is a finding, too."""
    findings = []
    for check in CHECKS:
        name = check.__name__.replace("_", "-")
        tell(f"looking at: {name}")
        try:
            findings.append(check(course))
        except Exception as error:  # noqa: BLE001 (whatever is wrong here, say it)
            found = "could not be looked at"
            if to_do := sentence_for(error):
                findings.append(Finding(name, WRONG, found, to_do))
                continue
            found += f": {type(error).__name__}: {first_line(error)}"
            findings.append(Finding(name, WRONG, found, "read the message"))
    return findings


def print_findings(findings: list[Finding], console: Console) -> bool:
    """The findings as a table and a sentence; can this machine grade?"""
    table = Table("check", "", "found", "what to do", box=SIMPLE_HEAD)
    for column in table.columns[2:]:
        column.overflow = "fold"
    for one in findings:
        style = STYLES[one.state]
        state = f"[{style}]{one.state}[/{style}]"
        table.add_row(one.name, state, escape(one.found), escape(one.to_do))
    console.print(table)
    wrong = [one.name for one in findings if one.state == WRONG]
    console.print(
        f"This machine cannot grade yet: {', '.join(wrong)}."
        if wrong
        else "This machine can grade."
    )
    return not wrong
