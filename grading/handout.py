"""The handout: one zip file with all that students need, and nothing of solving or grading."""

import io
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import nbformat
from nbformat.notebooknode import NotebookNode

from coursework import due
from coursework.handout import RELEASED, START
from coursework.whole_file import whole
from dp import __version__
from grading.course import Course, CourseError
from grading.handout_page import due_dates, make_start_page, render
from grading.imports import imports_of

NAME = "dp-course-student.zip"
FOLDER = "dp-course"
# What the notebooks import or are run by; constraints.txt has the versions.
PACKAGES = ("jupyterlab", "nbgrader", "numpy", "matplotlib", "scikit-learn")
# By the packages that a notebook imports; the CPU build of TensorFlow is for Linux alone.
FRAMEWORKS = {
    "torch": ["torch=={torch}"],
    "tensorflow": [
        'tensorflow-cpu=={tensorflow-cpu}; sys_platform == "linux"',
        'tensorflow=={tensorflow-cpu}; sys_platform != "linux"',
    ],
}
COPIED = ("LICENSE", "LICENSE-texts", "constraints.txt")
STUDENTS_PAGE = "docs/guides/students.md"
# So that the same course gives the same zip file, byte for byte.
LONG_AGO = (1980, 1, 1, 0, 0, 0)

# The wheels: what each is made of. "data-files" is where Jupyter looks for extensions.
WHEELS = {
    "dp": """
description = "A small reverse-mode differentiation and neural-network library"
dependencies = ["numpy"]
""",
    "coursework": """
description = "Checks and progress for students of the course Differentiable Programming"
dependencies = ["jupyterlab", "nbgrader", "click", "rich"]
scripts = { coursework = "coursework.__main__:main" }

[tool.setuptools.data-files]
"share/jupyter/labextensions/dp-coursework" = ["coursework/labextension/*.json"]
"share/jupyter/labextensions/dp-coursework/static" = ["coursework/labextension/static/*"]
"etc/jupyter" = ["coursework/settings/jupyter_server_config.json"]
"etc/jupyter/jupyter_server_config.d" = ["coursework/settings/coursework.json"]
""",
}
PROJECT = """
[build-system]
requires = ["setuptools"]
build-backend = "setuptools.build_meta"

[project]
name = "{name}"
version = "{version}"
license = "MIT"
license-files = ["LICENSE"]
requires-python = ">=3.11,<3.14"
{more}
[tool.setuptools]
packages = ["{name}"]
"""


def write_handout(
    course: Course,
    exercises: list[str],
    path: Path,
    tell: Callable[[str], None],
    make_site: Callable[[Path, list[str]], None] | None = None,
) -> list[str]:
    """Write the zip file `path` with these exercises; gives the names of its files.

    Releases are generated anew first, so that nobody gets a stale one. `dp`, which holds the
    answers to the first exercises, goes along if a notebook imports it. `make_site` writes
    the site's pages into a folder; the tags that it is told leave some out.
    """
    notebooks, dates = {}, due_dates(course, exercises)
    for exercise in exercises:
        tell(f"{exercise}: generating the release")
        course.release(exercise, into_gradebook=False)
        notebooks[exercise] = course.read_notebook("release", exercise)
    imports = {name for notebook in notebooks.values() for name in imports_of(notebook)}
    files = {
        "README.md": (course.root / STUDENTS_PAGE).read_bytes(),
        START: as_bytes(make_start_page(notebooks, set(FRAMEWORKS) & imports, dates)),
        f"{RELEASED}/{due.FILE}": due.as_file(dates),
        "nbgrader_config.py": exchange_settings(course).encode(),
    }
    files |= {name: (course.root / name).read_bytes() for name in COPIED}
    for exercise in exercises:
        files |= files_of(course, exercise)
    for package in ["coursework", *({"dp"} & imports)]:
        tell(f"{package}: building the wheel")
        wheel = build_wheel(course.root, package)
        files[f"wheels/{wheel[0]}"] = wheel[1]
    files |= requirements(course, imports, files)
    if make_site:
        tell("the site: running the code of all its pages, about a minute")
        tags = ["students"] + ([] if "dp" in imports else ["without_dp"])
        with tempfile.TemporaryDirectory() as folder:
            make_site(Path(folder), tags)
            files |= {f"site/{name}": page for name, page in read_folder(folder)}
    write_zip(path, {f"{FOLDER}/{name}": files[name] for name in sorted(files)})
    return sorted(files)


def files_of(course: Course, exercise: str) -> dict[str, bytes]:
    """The released notebook, as it is to be kept, too, and what lies beside it, such as data."""
    notebook = course.notebook_path("release", exercise).read_bytes()
    files = {
        f"{exercise}/{name}": content
        for name, content in read_folder(course.root / "release" / exercise)
        if not name.endswith(".ipynb")
    }
    kept = (f"{exercise}/{exercise}.ipynb", f"{RELEASED}/{exercise}.ipynb")
    return files | dict.fromkeys(kept, notebook)


def read_folder(folder: Path | str) -> Iterator[tuple[str, bytes]]:
    """Each file in a folder by its name there, and what it holds."""
    for path in Path(folder).rglob("*"):
        if path.is_file():
            yield path.relative_to(folder).as_posix(), path.read_bytes()


def as_bytes(notebook: NotebookNode) -> bytes:
    text = io.StringIO()
    nbformat.write(notebook, text)
    return text.getvalue().encode()


def exchange_settings(course: Course) -> str:
    """The students' ``nbgrader_config.py``: where this course's exchange is."""
    settings = [("CourseDirectory", "course_id"), ("Exchange", "root")]
    lines = [
        f"c.{section}.{name} = {course.settings[section][name]!r}"
        for section, name in settings
        if name in course.settings.get(section, {})
    ]
    return render("nbgrader_config.py.j2", {"lines": lines}) + "\n"


def build_wheel(root: Path, package: str) -> tuple[str, bytes]:
    """The wheel of one package of this course, with nothing else in it."""
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder)
        left_out = shutil.ignore_patterns("__pycache__")
        shutil.copytree(root / package, made / package, ignore=left_out)
        shutil.copy(root / "LICENSE", made)
        project = PROJECT.format(
            name=package, version=__version__, more=WHEELS[package]
        )
        (made / "pyproject.toml").write_text(project, encoding="utf-8")
        done = subprocess.run(
            [
                *(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps"),
                *("--no-build-isolation", "--no-index", "--wheel-dir", "wheels", "."),
            ],
            cwd=made,
            env=os.environ | {"SOURCE_DATE_EPOCH": "315532800"},  # LONG_AGO
            check=False,
            capture_output=True,
            text=True,
        )
        if done.returncode:
            raise CourseError(
                f"The wheel of {package} could not be built:\n{done.stderr}"
            )
        [wheel] = (made / "wheels").iterdir()
        return wheel.name, wheel.read_bytes()


def build_site(course: Course, folder: Path, tags: list[str]) -> None:
    """Build those pages of the course's site into `folder` that `tags` leave in."""
    with tempfile.TemporaryDirectory() as made:
        done = subprocess.run(
            [sys.executable, "docs/build.py", *(f"--tag={tag}" for tag in tags), made],
            cwd=course.root,
            check=False,
            capture_output=True,
            text=True,
        )
        if done.returncode:
            raise CourseError(
                "The site could not be built. make handout installs what that needs; "
                f"this is what it said:\n{done.stderr}"
            )
        shutil.copytree(Path(made, "html"), folder, dirs_exist_ok=True)


def requirements(
    course: Course, imports: set[str], files: dict[str, bytes]
) -> dict[str, bytes]:
    """The files for ``pip install -r``: the course's packages, frameworks apart."""
    pins = read_pins(course.root / "constraints.txt")
    lines = [f"{package}=={pins[package]}" for package in PACKAGES]
    wheels = [f"./{name}" for name in files if name.startswith("wheels/")]
    asked = [
        line for name in FRAMEWORKS if name in imports for line in FRAMEWORKS[name]
    ]
    made = {"requirements.txt": [*lines, *wheels]}
    if asked:
        made["requirements-frameworks.txt"] = [line.format(**pins) for line in asked]
    head = "# Versions of all other packages stand in constraints.txt.\n--constraint constraints.txt"
    return {
        name: "\n".join([head, *lines, ""]).encode() for name, lines in made.items()
    }


def read_pins(path: Path) -> dict[str, str]:
    """Each package's version in ``constraints.txt``, by its name in lower case."""
    lines = [line for line in path.read_text().splitlines() if "==" in line]
    pins = (line.split("==") for line in lines)
    return {name.lower(): version for name, version in pins}


def write_zip(path: Path, files: dict[str, bytes]) -> None:
    """Write `files` into a zip file, all of it or nothing."""
    with whole(path) as half, zipfile.ZipFile(half, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, LONG_AGO)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            made.writestr(entry, content)
