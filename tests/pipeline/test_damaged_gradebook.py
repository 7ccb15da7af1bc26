"""A gradebook that cannot be used, and a command that somebody stops: a sentence each."""

import contextlib
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import zipfile

import nbformat
import nbgrader.api
import pytest
from click.testing import CliRunner
from pipeline.small_course import EXERCISE, HandIn, as_it_is, lay, make_course

from grading import cli
from grading.autograde import run as grade
from grading.submission.folder import Submission

# What is done to the file, and what has to be said of it.
DAMAGE = {
    "garbage": ("damaged", lambda path: path.write_bytes(os.urandom(50_000))),
    "text": ("damaged", lambda path: path.write_text("no database at all\n" * 99)),
    "truncated": ("damaged", lambda path: os.truncate(path, 9000)),
    "half": ("damaged", lambda path: os.truncate(path, path.stat().st_size // 2)),
    "zeros inside": ("damaged", lambda path: zeros_inside(path)),
    "a folder": ("", lambda path: (path.unlink(), path.mkdir())),
    "a link to nowhere": ("", lambda path: link_to_nowhere(path)),
    "a column gone": (
        "",
        lambda path: change(path, "ALTER TABLE student DROP COLUMN email"),
    ),
    "empty": ("", lambda path: os.truncate(path, 0)),
    "missing": ("", lambda path: path.unlink()),
}
COMMANDS = {
    "autograde": ("autograde", EXERCISE),
    "report": ("report",),
    "export": ("export",),
    "export by test": ("export", "--by", "test"),
    "doctor": ("doctor",),
    "collect": ("collect", EXERCISE, "moodle.zip"),
    "demo": ("demo",),
    "demo --remove": ("demo", "--remove"),
}


def zeros_inside(path):
    """The head is sound, and what it speaks of is gone."""
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(bytes(path.stat().st_size - 4096))


def link_to_nowhere(path):
    path.unlink()
    path.symlink_to("/nowhere/gradebook.db")


def change(path, statement):
    with contextlib.closing(sqlite3.connect(path)) as database:
        database.execute(statement)
        database.commit()


@pytest.fixture(scope="module")
def sound(tmp_path_factory):
    """A course with one graded submission, and a zip file to collect."""
    course = make_course(tmp_path_factory.mktemp("course"))
    lay(course, HandIn("ada", as_it_is))
    grade(course, [EXERCISE])
    with zipfile.ZipFile(course.root / "moodle.zip", "w") as archive:
        notebook = nbformat.writes(course.read_notebook("release", EXERCISE))
        name = f"Bob Hope_123_assignsubmission_file_/{EXERCISE}.ipynb"
        archive.writestr(name, notebook)
    shutil.copy(course.root / "gradebook.db", course.root / "gradebook.kept")
    return course


@pytest.fixture
def course(sound):
    yield sound
    nbgrader.api.create_engine.cache_clear()  # each command is a process of its own
    path = sound.root / "gradebook.db"
    if path.is_dir() and not path.is_symlink():
        path.rmdir()
    path.unlink(missing_ok=True)
    shutil.copy(sound.root / "gradebook.kept", path)


def invoke(course, name):
    """Run a command; it must end by itself and show no traceback."""
    words = [
        str(course.root / word) if word.endswith(".zip") else word
        for word in COMMANDS[name]
    ]
    done = CliRunner().invoke(cli.main, ["--course", str(course.root), *words])
    assert done.exception is None or isinstance(done.exception, SystemExit), (
        done.output,
        done.exc_info,
    )
    assert "Traceback" not in done.output and "sqlalche" not in done.output
    return done


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_gradebook_is_said_in_a_sentence(course, damage, command):
    word, spoil = DAMAGE[damage]
    spoil(course.root / "gradebook.db")
    done = invoke(course, command)
    if command == "autograde":
        assert done.exit_code == 1
    if done.exit_code and command != "doctor":
        [sentence] = done.output.strip().splitlines()[-1:]
        assert sentence.startswith("Error: ") and len(sentence) < 700
        # nbgrader makes a new gradebook where there is none, and its students are missing.
        assert "gradebook" in sentence or damage in ("empty", "missing")
        assert word in sentence
    elif word:
        assert word in " ".join(done.output.split()) or "cannot be" in done.output


@pytest.mark.parametrize("command", ["autograde", "report", "export", "demo --remove"])
def test_a_locked_gradebook(course, command):
    """Who only reads is not stopped; nobody shows a traceback."""
    with contextlib.closing(sqlite3.connect(course.root / "gradebook.db")) as holder:
        holder.execute("BEGIN EXCLUSIVE")
        done = invoke(course, command)
    assert done.exit_code == 1
    assert "Another program holds the gradebook" in done.output


STOPPED_AT = (
    ("autograde", "grading.autograde.check_ready"),
    ("autograde", "grading.ready.check_gradebook"),
    ("autograde", "grading.autograde.rebuild"),
    ("autograde", "grading.execution.workers.execute"),
    ("autograde", "grading.autograde.save"),
    ("autograde", "grading.submission.save.feedback_page"),
    ("autograde", "grading.submission.exchange.keep_before"),
    ("autograde", "grading.autograde.mark_of"),
    ("autograde", "grading.cli.shown.print_marks"),
    ("autograde", "grading.console.print_table"),
    ("report", "grading.report.read_results"),
    ("report", "grading.report.template"),
    ("export", "grading.export.read_results"),
    ("doctor", "grading.doctor.examine"),
    ("demo --remove", "grading.demo.take_out"),
    ("collect", "grading.collect.collect"),
)


@pytest.mark.parametrize("command, place", STOPPED_AT)
def test_stopped_at_any_moment_it_says_so(course, monkeypatch, command, place):
    def stop(*arguments, **options):
        raise KeyboardInterrupt

    before = (Submission(course, EXERCISE, "ada").page).read_bytes()
    folder = Submission(course, EXERCISE, "ada").folder
    (folder / "data.txt").write_text(place)  # so there is something to grade
    monkeypatch.setattr(place, stop)
    done = invoke(course, command)
    assert done.exit_code == 1
    assert "Stopped." in done.output
    assert Submission(course, EXERCISE, "ada").page.read_bytes() == before or (
        place in ("grading.autograde.mark_of", "grading.cli.shown.print_marks")
        or place == "grading.console.print_table"
    )
    monkeypatch.undo()


IMPORTS_ARE_STOPPED = """
import os, signal, sys

class Stops:
    def find_spec(self, name, *rest):
        if name == {module!r}:
            os.kill(os.getpid(), signal.SIGINT)

sys.meta_path.insert(0, Stops())
sys.argv = ["grading", "doctor"]
from grading.__main__ import main
main()
"""


@pytest.mark.parametrize("module", ["grading.cli", "grading.export", "nbgrader.api"])
def test_stopped_while_it_is_loaded_it_says_so(tmp_path, module):
    done = subprocess.run(
        [sys.executable, "-c", IMPORTS_ARE_STOPPED.format(module=module)],
        cwd=tmp_path,
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 130
    assert done.stderr == "Stopped; nothing had begun.\n"


def test_a_real_interrupt_while_grading(course):
    """By the signal itself, as soon as the first line says that grading is at work."""
    lay(course, HandIn("zoe", as_it_is))
    folder = Submission(course, EXERCISE, "zoe").folder
    source = "import time\ntime.sleep(600)"
    notebook = nbformat.read(folder / f"{EXERCISE}.ipynb", as_version=4)
    notebook.cells[3].source = source
    nbformat.write(notebook, folder / f"{EXERCISE}.ipynb")
    words = ["autograde", EXERCISE, "--force", "--student", "ada", "--student", "zoe"]
    process = subprocess.Popen(
        [sys.executable, "-m", "grading", *words],
        cwd=course.root,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    line = process.stdout.readline()  # ada is graded, and zoe is running or about to
    process.send_signal(signal.SIGINT)
    _, said = process.communicate()
    assert "graded, ada; 1 of 2" in line
    assert process.returncode == 1
    assert said.startswith("Error: Stopped.") and "Traceback" not in said
    shutil.rmtree(folder.parent)
