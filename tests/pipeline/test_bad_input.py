"""What a person reads who types something wrong, or whose machine lacks something."""

import importlib.util
import os
import shutil
import stat
import subprocess
import sys

import pytest
from shared import EXERCISE, ROOT

from grading import autograde
from grading.course import CourseError


def test_an_unknown_exercise_is_named_with_a_proposal(run):
    done = run("grading", "release", "part1-1-autodif-scalar", folder=ROOT, expect=1)
    assert "'part1-1-autodif-scalar'" in done.stderr
    assert f"Did you mean {EXERCISE}?" in done.stderr


def test_another_folder_is_no_course(run, tmp_path):
    done = run("grading", "--course", tmp_path, "demo", folder=ROOT, expect=1)
    assert "There is no nbgrader_config.py" in done.stderr
    assert "--course" in done.stderr


def test_without_hand_ins_it_says_where_they_belong(course, run):
    done = run("grading", "autograde", EXERCISE, folder=course.root, expect=1)
    assert f"submitted/STUDENT/{EXERCISE}" in done.stderr
    assert "nbgrader collect" in done.stderr


def test_without_its_release_an_exercise_is_not_graded(course, run):
    """nbgrader removes it before it refuses a notebook whose tests come or go."""
    (course.root / "submitted" / "ada" / EXERCISE).mkdir(parents=True, exist_ok=True)
    assert not (course.root / "release").exists()
    done = run("grading", "autograde", EXERCISE, folder=course.root, expect=1)
    assert f"Run: grading release {EXERCISE}" in done.stderr


def test_a_student_who_handed_nothing_in(course, run):
    (course.root / "submitted" / "ada" / EXERCISE).mkdir(parents=True, exist_ok=True)
    words = ("grading", "autograde", EXERCISE, "--student", "bob")
    done = run(*words, folder=course.root, expect=1)
    assert "'bob' has not handed in" in done.stderr and "ada" in done.stderr


def make(*words, folder, **environment):
    return subprocess.run(
        ["make", *words],
        cwd=folder,
        check=False,
        capture_output=True,
        text=True,
        env={**os.environ, **environment},
    )


def test_make_from_another_folder_says_where_to_go(tmp_path):
    done = make("-f", ROOT / "Makefile", "demo", folder=tmp_path)
    assert done.returncode != 0
    assert f'make -C "{ROOT}" demo' in done.stderr


def test_make_help_lists_every_command():
    listed = make("help", folder=ROOT).stdout
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = makefile.split(".PHONY:")[1].split("\n")[0].split()
    assert len(targets) >= 6
    for target in targets:
        assert f"make {target} " in listed


@pytest.fixture
def bare(tmp_path):
    """A folder with what installing needs, and a stand-in for Python that notes its calls."""
    for name in ("install.sh", "pyproject.toml", "constraints.txt"):
        shutil.copy(ROOT / name, tmp_path)
    return tmp_path


def stand_in(folder, version):
    """A `python3.11` that answers install.sh's questions and makes a .venv of itself."""
    numbers = tuple(map(int, version.split(".")))
    script = folder / "bin" / "python3.11"
    script.parent.mkdir()
    script.write_text(
        f"""#!/bin/sh
echo "$@" >> "{folder}/calls"
case "$1 $2" in
    "--version "*) echo "Python {version}" ;;
    "-c import sys;"*) exec "{sys.executable}" -c "import sys; sys.version_info = {numbers}; $2" ;;
    "-m venv") mkdir -p .venv/bin && cp "$0" .venv/bin/python && cp "$0" .venv/bin/python3.11 ;;
esac
""",
        encoding="utf-8",
    )
    script.chmod(script.stat().st_mode | stat.S_IXUSR)


def install(folder, *extras):
    """Run install.sh as somebody does who has activated the environment before."""
    path = os.pathsep.join([f"{folder}/.venv/bin", f"{folder}/bin", os.environ["PATH"]])
    return subprocess.run(
        ["sh", folder / "install.sh", *extras],
        check=False,
        capture_output=True,
        text=True,
        env={**os.environ, "PATH": path, "PYTHON": "python3.11"},
    )


@pytest.mark.parametrize("version", ["3.9.2", "3.14.0"])
def test_a_python_of_another_version_is_named(bare, version):
    stand_in(bare, version)
    done = install(bare)
    assert done.returncode == 1
    assert f"Python 3.11, 3.12 or 3.13. Found: Python {version}" in done.stderr
    assert "make PYTHON=" in done.stderr
    assert not (bare / ".venv").exists()


def test_a_finished_environment_is_kept_and_a_half_made_one_made_again(bare):
    stand_in(bare, "3.11.7")
    calls = bare / "calls"

    def installs(*extras):
        done = install(bare, *extras)
        assert done.returncode == 0, done.stderr
        pip = calls.read_text(encoding="utf-8").count("--editable")
        calls.unlink()
        return pip, done.stderr

    assert installs()[0] == 1
    assert installs()[0] == 0, "nothing has changed"
    (bare / ".venv" / "installed").unlink()
    pip, said = installs()
    assert pip == 1 and "Making .venv again" in said
    with open(bare / "constraints.txt", "a", encoding="utf-8") as file:
        file.write("# another pin\n")
    assert installs()[0] == 1, "the pins have changed"
    assert installs()[0] == 0
    assert installs("test", "frameworks")[0] == 2, "one for each optional part"
    assert installs("test")[0] == installs("frameworks")[0] == installs()[0] == 0
    (bare / ".venv" / "installed").unlink()
    assert installs("test")[0] == 2, "a new environment has no optional part"


def test_a_missing_framework_is_named_before_anything_is_graded(course, monkeypatch):
    find_spec = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util,
        "find_spec",
        lambda name: None if name == "sklearn" else find_spec(name),
    )
    with pytest.raises(CourseError, match="needs sklearn, .* Run: make frameworks"):
        autograde.run(course, [EXERCISE])
