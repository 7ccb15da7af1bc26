"""What `grading doctor` says of machines and courses that lack something."""

import contextlib
import os
import shlex
import shutil
import socket
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

import nbformat
import nbgrader.api
import psutil
import pytest
from filelock import FileLock
from nbgrader.api import Gradebook
from pipeline.small_course import EXERCISE, as_it_is, make_course, write
from rich.console import Console

from grading import doctor
from grading.course import LOCK, Course
from grading.doctor import examine, isolation, machine, print_findings
from grading.doctor.finding import OK, REMARK, WRONG, Finding
from grading.execution import cgroups
from grading.execution.sandbox import FOLDER_PREFIX
from grading.execution.watch import MOST_SOCKETS
from grading.report import describe_gradebook
from grading.submission.exchange import MARKER
from grading.submission.folder import Submission


@pytest.fixture(scope="module")
def template(tmp_path_factory):
    """A course in which somebody has handed in."""
    course = make_course(tmp_path_factory.mktemp("template"))
    as_it_is(Submission(course, EXERCISE, "ada").folder, {})
    return course


@pytest.fixture
def course(template, tmp_path, monkeypatch):
    """A course of its own, on a machine with a temporary folder of its own."""
    with tempfile.TemporaryDirectory(
        prefix="doctor-"
    ) as temporary:  # its path is short
        monkeypatch.setattr(tempfile, "tempdir", temporary)
        yield Course(shutil.copytree(template.root, tmp_path / "course"))
        monkeypatch.undo()


@pytest.fixture
def dead():
    """The number of a process that is no more."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    assert not psutil.pid_exists(process.pid)
    return process.pid


def test_a_good_course_can_be_graded(course, capsys):
    before = sorted(course.root.rglob("*"))
    findings = examine(course)
    assert {one.name: one.state for one in findings if one.name != "memory"} == {
        "sandbox": OK,
        "limits": OK if cgroups.find() else REMARK,
        "kernels": OK,
        "frameworks": OK,
        "hand-ins": OK,
        "gradebook": OK,
        "exercises": OK,
        "other-gradebooks": OK,
        "disk": OK,
        "leftovers": OK,
    }
    assert print_findings(findings, Console(width=200))
    shown = capsys.readouterr().out
    assert "reached neither a network nor the course" in shown
    assert "This machine can grade." in shown
    assert sorted({*course.root.rglob("*")} - {course.root / LOCK}) == before


@pytest.fixture
def many_sockets():
    """A machine that has more sockets open than a sandbox may have."""
    with contextlib.ExitStack() as stack:
        for _ in range(MOST_SOCKETS + 1):
            stack.enter_context(socket.socket(socket.AF_INET, socket.SOCK_DGRAM))
        yield


@pytest.mark.usefixtures("many_sockets")
def test_the_probe_would_see_what_is_not_closed_off(course, monkeypatch):
    """The same cell without a sandbox reaches everything."""
    reached, problem = isolation.try_to_reach(course, in_sandbox=False)
    assert problem == ""
    for name in ("source", "submitted", "gradebook.db", "nbgrader_config.py"):
        assert str(course.root / name) in reached
    assert "this machine's ports" in reached
    monkeypatch.setattr(
        isolation, "try_to_reach", lambda course, in_sandbox: (reached, "")
    )
    found = doctor.sandbox(course)
    assert found.state == WRONG
    assert "do not grade" in found.to_do


def test_without_bubblewrap(course, monkeypatch, tmp_path, capsys):
    monkeypatch.setenv("PATH", str(tmp_path))
    found = doctor.sandbox(course)
    assert (found.state, found.found.partition(",")[0]) == (
        WRONG,
        "bubblewrap is not installed",
    )
    assert "apt-get install bubblewrap" in found.to_do
    assert not print_findings([found], Console(width=200))
    assert "This machine cannot grade yet: sandbox." in capsys.readouterr().out


@pytest.fixture
def open_folder():
    """A folder that anybody may enter: bubblewrap is not started as root."""
    with tempfile.TemporaryDirectory(dir="/tmp") as folder:
        os.chmod(folder, 0o755)
        yield Path(folder)


def test_a_bubblewrap_that_may_not(course, monkeypatch, open_folder):
    refusing = open_folder / "bwrap"
    refusing.write_text("#!/bin/sh\necho no permission >&2\nexit 1\n", encoding="utf-8")
    refusing.chmod(0o755)
    monkeypatch.setenv("PATH", f"{open_folder}{os.pathsep}{os.environ['PATH']}")
    found = doctor.sandbox(course)
    assert found.state == WRONG
    assert "no permission" in found.found
    assert "user namespaces" in found.to_do


def test_a_python_that_does_not_start_in_the_sandbox(course, monkeypatch):
    monkeypatch.setattr("sys.executable", str(Path(sys.executable).with_name("gone")))
    found = doctor.sandbox(course)
    assert found.state == WRONG
    assert "make install" in found.to_do and "chmod -R a+rX" in found.to_do
    assert "gone" in found.found


@pytest.mark.parametrize("way", [None, cgroups.folders_made_here])
def test_who_holds_the_limits(course, monkeypatch, way):
    monkeypatch.setattr(cgroups, "find", lambda: way)
    found = doctor.limits(course)
    assert found.state == (OK if way else REMARK)
    assert ("five times a second" in found.found) == (way is None)


def test_the_sandbox_switched_off(course, monkeypatch):
    monkeypatch.setenv("DP_SANDBOX", "off")
    found = doctor.sandbox(course)
    assert (found.state, found.to_do) == (REMARK, "unset DP_SANDBOX")


def test_a_kernel_of_another_python(course, monkeypatch, tmp_path):
    folder = tmp_path / "kernels" / "python3"
    folder.mkdir(parents=True)
    spec = '{"argv": ["/opt/other/bin/python", "-m", "x"], "display_name": "other"}'
    (folder / "kernel.json").write_text(spec, encoding="utf-8")
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path))
    found = doctor.kernels(course)
    assert found.state == REMARK
    assert "/opt/other/bin/python" in found.found


def import_in_setup(course, package):
    path = course.notebook_path("source", EXERCISE)
    notebook = nbformat.read(path, as_version=4)
    notebook.cells[1].source += f"\nimport {package}"
    nbformat.write(notebook, path)


def test_frameworks_are_needed_where_there_are_hand_ins(course):
    import_in_setup(course, "no_such_framework")
    found = doctor.frameworks(course)
    assert (found.state, found.to_do) == (WRONG, "make frameworks")
    assert "no_such_framework" in found.found and EXERCISE in found.found
    shutil.rmtree(course.root / "submitted")
    assert doctor.frameworks(course).state == REMARK


def test_folders_of_no_exercise(course):
    write(course.root / "submitted" / "bob" / "smal-exercise", {})
    found = doctor.hand_ins(course)
    assert found.state == REMARK
    assert "submitted/bob/smal-exercise" in found.found


def gradebook_of(course):
    return course.root / "gradebook.db"


def no_database(path):
    path.write_bytes(b"This is a letter. " * 1000)


def damaged(path):
    data = bytearray(path.read_bytes())
    data[4096:] = bytes(len(data) - 4096)
    path.write_bytes(data)


def cut(path):
    path.write_bytes(path.read_bytes()[:-8192])


@pytest.mark.parametrize("spoil", [no_database, damaged, cut])
def test_a_broken_gradebook(course, spoil):
    spoil(gradebook_of(course))
    broken = gradebook_of(course).read_bytes()
    found = doctor.gradebook(course)
    assert found.state == WRONG
    assert "damaged" in found.found
    assert "a copy of gradebook.db" in found.to_do
    assert gradebook_of(course).read_bytes() == broken


def test_a_gradebook_that_somebody_holds(course):
    holder = sqlite3.connect(gradebook_of(course), isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    try:
        found = doctor.gradebook(course)
    finally:
        holder.close()
    assert found.state == WRONG
    assert "another program holds gradebook.db" in found.found
    assert doctor.gradebook(course).state == OK


def test_a_gradebook_of_an_older_nbgrader(course):
    with sqlite3.connect(gradebook_of(course)) as book:
        book.execute("ALTER TABLE student DROP COLUMN lms_user_id")
    found = doctor.gradebook(course)
    assert (found.state, found.to_do) == (WRONG, "nbgrader db upgrade")


def test_no_gradebook(course):
    gradebook_of(course).unlink()
    found = doctor.gradebook(course)
    assert found.state == WRONG
    assert found.found == "there is no gradebook.db, though submitted/ has submissions"
    assert f"if there never was one: grading enter {EXERCISE}" in found.to_do
    shutil.rmtree(course.root / "submitted")
    found = doctor.gradebook(course)
    assert (found.state, found.to_do) == (REMARK, f"grading enter {EXERCISE}")
    assert not gradebook_of(course).exists()


def rows_in(path):
    with sqlite3.connect(path) as book:
        tables = ("assignment", "student", "submitted_assignment")
        return [book.execute(f"SELECT count(*) FROM {t}").fetchone()[0] for t in tables]


@pytest.mark.parametrize("lost", ["missing", "blank", "new"])
def test_a_lost_gradebook_is_put_back_from_its_newest_copy(course, lost):
    """One that a command has made anew is none."""
    path = gradebook_of(course)
    with course.nbgrader.gradebook as book:
        book.add_student("ada")
    for day, age in (("2027-01-31", 2), ("2027-02-07", 1)):
        shutil.copy(path, path.with_name(f"gradebook.db.{day}"))
        os.utime(path.with_name(f"gradebook.db.{day}"), (10**9 - age, 10**9 - age))
    path.with_name("gradebook.db.2027-02-14").touch()  # of when it was lost already
    path.unlink()
    if lost == "blank":
        path.touch()
    elif lost == "new":
        nbgrader.api.create_engine.cache_clear()  # each command is a process of its own
        Course(course.root).nbgrader.gradebook.close()
        assert rows_in(path) == [0, 0, 0]
    before = path.read_bytes() if path.exists() else None
    found = doctor.gradebook(course)
    assert found.state == WRONG and "though there is a copy of it" in found.found
    command = "cp gradebook.db.2027-02-07 gradebook.db"
    assert command in found.to_do and "never was one" not in found.to_do
    for check in (doctor.hand_ins, doctor.exercises):
        assert check(course).state == OK
    assert (path.read_bytes() if path.exists() else None) == before
    subprocess.run(shlex.split(command), cwd=course.root, check=True)
    assert rows_in(path) == [1, 1, 0]
    assert doctor.gradebook(course).state == OK


def test_graded_notebooks_without_any_submission_in_the_gradebook(course):
    """Somebody has entered exercise and class once more, and lacks the marks."""
    with course.nbgrader.gradebook as book:
        book.add_student("ada")
    graded = course.notebook_path("autograded", EXERCISE, "ada")
    graded.parent.mkdir(parents=True)
    shutil.copy(course.notebook_path("release", EXERCISE), graded)
    found = doctor.gradebook(course)
    assert found.state == WRONG
    assert "no submissions, though autograded/ has graded notebooks" in found.found
    with course.nbgrader.gradebook as book:
        book.add_submission(EXERCISE, "ada")
    assert doctor.gradebook(course).state == OK


GHOSTS = ["2027", "<b>x</b>", "=cmd()", "[red]", "smal-exercise", "übung 1"]


def test_exercises_that_source_does_not_have(course, run):
    """The command that it names removes them, whatever they are called."""
    with course.nbgrader.gradebook as book:
        book.add_student("ada")
        for name in GHOSTS:
            book.add_assignment(name)
        book.add_submission(GHOSTS[-1], "ada")
    found = doctor.exercises(course)
    assert found.state == REMARK
    assert "source/ does not: 2027 (0 submissions), <b>x</b>" in found.found
    *others, last = found.to_do.partition(" (--force takes")[0].split("; ")
    assert others[4] == "nbgrader db assignment remove smal-exercise"
    assert others[2] == "nbgrader db assignment remove '=cmd()'"
    assert last == "nbgrader db assignment remove --force 'übung 1'"
    run(*shlex.split(last), folder=course.root)
    with course.nbgrader.gradebook as book:
        assert {one.name for one in book.assignments} == {EXERCISE, *GHOSTS[:-1]}
        for name in GHOSTS[:-1]:
            book.remove_assignment(name)
    assert doctor.exercises(course).state == OK


def test_gradebooks_that_a_command_made_in_another_folder(course):
    inside, other = course.root / "submitted" / "ada", course.root / "source"
    for folder in (inside, other):
        with Gradebook(f"sqlite:///{folder / 'gradebook.db'}") as book:
            if folder == inside:
                book.add_student("bob")
    # A student may hand such a file in.
    shutil.copy(inside / "gradebook.db", inside / EXERCISE)
    found = doctor.other_gradebooks(course)
    assert found.state == REMARK
    assert "source/gradebook.db (nothing in it)" in found.found
    assert "submitted/ada/gradebook.db (1 student)" in found.found
    assert EXERCISE not in found.found
    command, _, remark = found.to_do.partition(" (")
    assert command == "rm source/gradebook.db submitted/ada/gradebook.db"
    assert "what submitted/ada/gradebook.db has" in remark
    subprocess.run(shlex.split(command), cwd=course.root, check=True)
    assert doctor.other_gradebooks(course).state == OK


def test_folders_of_nobody_in_the_class(course):
    write(course.root / "submitted" / "b o[b]" / EXERCISE, {})
    assert doctor.hand_ins(course).state == OK, "there is no class list"
    with course.nbgrader.gradebook as book:
        book.add_student("ada", last_name="Lovelace")
    found = doctor.hand_ins(course)
    assert found.state == REMARK
    assert "nobody in the class, which are not graded: submitted/b o[b]" in found.found
    assert found.to_do.endswith("or rm -r 'submitted/b o[b]'")


@pytest.mark.parametrize("address", ["sqlite://", "sqlite:///:memory:"])
def test_a_gradebook_that_is_kept_nowhere(course, address):
    course.nbgrader.coursedir.db_url = address
    found = doctor.gradebook(course)
    assert found.state == WRONG
    assert describe_gradebook(course).startswith("the gradebook sqlite:")


def test_a_gradebook_that_does_not_know_what_was_handed_in(course):
    with course.nbgrader.gradebook as book:
        book.add_student("ada")
        book.remove_assignment(EXERCISE)
    found = doctor.gradebook(course)
    assert found.state == WRONG
    assert EXERCISE in found.found
    assert found.to_do == f"grading enter {EXERCISE}"


def test_a_full_disk(course, monkeypatch):
    usage = shutil.disk_usage(course.root)._replace(free=50 * 2**20)
    monkeypatch.setattr("shutil.disk_usage", lambda folder: usage)
    found = doctor.disk(course)
    assert found.state == WRONG
    assert f"make room in {course.root}: 0.5 GiB are needed" in found.to_do
    assert f"make room in {tempfile.gettempdir()}: 0.1 GiB" in found.to_do


@pytest.mark.parametrize(
    "gibi, cores, state, to_do",
    [
        (9, 4, OK, ""),
        (5, 4, REMARK, "grade with --jobs 2"),
        (1, 4, WRONG, "end other programs"),
    ],
)
def test_memory(course, monkeypatch, gibi, cores, state, to_do):
    monkeypatch.setattr(machine, "memory_free", lambda: gibi * 2**30)
    monkeypatch.setattr(machine, "cores", lambda: cores)
    with (course.root / "nbgrader_config.py").open("a", encoding="utf-8") as file:
        file.write("c.ExecuteInSandbox.memory_mib = 2048\n")
    found = doctor.memory(Course(course.root))
    assert found.state == state
    assert found.to_do.startswith(to_do)


def test_memory_of_an_exercise_that_asks_for_more(course, monkeypatch):
    monkeypatch.setattr(machine, "memory_free", lambda: 9 * 2**30)
    monkeypatch.setattr(machine, "cores", lambda: 4)
    path = course.notebook_path("source", EXERCISE)
    notebook = nbformat.read(path, as_version=4)
    notebook.metadata["grading"] = {"memory_mib": 4096}
    nbformat.write(notebook, path)
    found = doctor.memory(course)
    assert "for 4.0 GiB a notebook" in found.found
    assert found.to_do == "grade with --jobs 2"


def test_leftovers(course, dead):
    temporary = Path(tempfile.gettempdir())
    (temporary / f"{FOLDER_PREFIX}{os.getpid()}-x").mkdir()  # somebody at work
    assert doctor.leftovers(course).state == OK
    folder = temporary / f"{FOLDER_PREFIX}{dead}-x"
    folder.mkdir()
    half = course.notebook_path("autograded", EXERCISE, "ada").with_suffix(".half")
    half.parent.mkdir(parents=True)
    half.touch()
    (half.parent / MARKER).touch()
    found = doctor.leftovers(course)
    assert (found.state, found.to_do) == (REMARK, "nothing: grading removes them")
    assert str(folder) in found.found and str(half) in found.found
    assert str(half.parent / MARKER) in found.found


def test_a_process_of_a_dead_grader(course, dead):
    words = f"/tmp/{FOLDER_PREFIX}{dead}-x/sockets/kernel.json"
    process = subprocess.Popen([sys.executable, "-c", "input()", words], stdin=-1)
    try:
        found = doctor.leftovers(course)
    finally:
        process.communicate(b"\n")
    assert (found.state, found.to_do) == (REMARK, f"kill {process.pid}")


def test_a_grading_at_work(course):
    with FileLock(course.root / LOCK):
        found = doctor.leftovers(course)
    assert found.state == REMARK
    assert "at work" in found.found


def test_a_check_that_breaks_down_is_a_finding(course, monkeypatch):
    def gone_wrong(course):
        raise OSError("the disk says no")

    monkeypatch.setattr(doctor, "CHECKS", (gone_wrong,))
    [found] = examine(course)
    assert (found.name, found.state) == ("gone-wrong", WRONG)
    assert "the disk says no" in found.found


def test_settings_that_cannot_be_read(course):
    (course.root / "nbgrader_config.py").write_text(
        "c = get_config(\n", encoding="utf-8"
    )
    broken = {one.name: one for one in examine(course) if one.state == WRONG}
    assert {"gradebook", "memory"} <= broken.keys()
    assert "SyntaxError" in broken["gradebook"].found


def test_what_is_shown_is_no_markup(capsys):
    found = Finding("disk", WRONG, "/home/[red]ada", "see [bold]")
    print_findings([found], Console(width=200))
    shown = capsys.readouterr().out
    assert "/home/[red]ada" in shown and "see [bold]" in shown
