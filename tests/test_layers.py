"""The walls of the house: which package, and which wing of `grading`, may import which.

Read from the source, so that imports inside of functions count, too.
"""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from shared import EXERCISES, ROOT

# What all of `grading` may use, and what these may use: each other.
SHARED = {
    *("course", "errors", "imports", "gradebook", "solutions", "text_files", "times"),
    *("safe_html", "pictures", "verdict", "words", "ids", "private_file"),
}
# A wing or module, and what it may use of `grading` beside itself.
MAY_USE = dict.fromkeys(SHARED, SHARED) | {
    "execution": {"errors", "imports", "verdict"},
    "submission": SHARED | {"execution", "deadlines", "decisions"},
    "results": SHARED | {"submission", "deadlines", "decisions"},
    "people": SHARED | {"submission", "results"},
    "arrival": SHARED | {"submission", "results", "deadlines", "people"},
    "leftovers": {"execution"},
    "ready": SHARED | {"execution", "leftovers"},
    "deadlines": SHARED,
    "decisions": SHARED | {"deadlines"},
    "term": SHARED | {"results", "deadlines"},
    "marking": SHARED | {"submission", "results", "decisions"},
    "entering": SHARED,
    "returning": SHARED | {"arrival", "people", "submission", "results", "deadlines"},
    "start": SHARED | {"submission", "results", "deadlines", "marking", "people"},
    "console": SHARED | {"submission", "deadlines"},
    "demo_record": SHARED,
    "hand_in": SHARED,
    "handout_page": SHARED | {"deadlines"},
}
# Whoever opens a door may go everywhere; nobody behind it comes out.
DOORS = {
    *("__init__", "__main__", "cli", "demo", "doctor", "autograde", "collect"),
    *("export", "report", "handout", "nbgrader_steps", "removal", "traces"),
    "give_back",
}
# A package, and what it may use beside itself, the standard library and, but for dp, others'.
PACKAGES = {
    "dp": {"numpy", "matplotlib"},
    "coursework": set(),
    "grading": {"coursework"},
}


def imports_of(source: str) -> Iterator[list[str]]:
    """What a source imports, each as its dotted name's parts."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".") for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            yield from ([*node.module.split("."), alias.name] for alias in node.names)


def forbidden_for(place: Path, source: str) -> set[str]:
    """What the source at a place, such as ``grading/arrival/lms.py``, imports through a wall."""
    package, part = place.parts[0], place.parts[1].removesuffix(".py")
    found = set()
    for name, *rest in imports_of(source):
        if (package, name, rest) == ("grading", "dp", ["__version__"]):
            continue
        if name in PACKAGES.keys() - {package, *PACKAGES[package]}:
            found.add(name)
        if package == "dp" and name not in {
            *PACKAGES["dp"],
            "dp",
            *sys.stdlib_module_names,
        }:
            found.add(name)
        if package == name == "grading" and part not in DOORS:
            found |= {
                f"grading.{one}"
                for one in rest[:1]
                if one not in {part, *MAY_USE[part]}
            }
    return found


FILES = [
    path.relative_to(ROOT)
    for package in PACKAGES
    for path in sorted((ROOT / package).rglob("*.py"))
]


@pytest.mark.parametrize("place", FILES, ids=str)
def test_nothing_is_imported_through_a_wall(place):
    assert forbidden_for(place, (ROOT / place).read_text(encoding="utf-8")) == set()


@pytest.mark.parametrize(
    ("place", "source", "found"),
    [
        ("dp/node.py", "import scipy.linalg", {"scipy"}),
        ("dp/node.py", "def f():\n    from grading import course", {"grading"}),
        ("coursework/check.py", "import dp", {"dp"}),
        ("grading/execution/kernel.py", "import grading.course", {"grading.course"}),
        (
            "grading/results/read.py",
            "from grading import autograde",
            {"grading.autograde"},
        ),
        (
            "grading/course.py",
            "from grading.arrival.plan import Plan",
            {"grading.arrival"},
        ),
        ("grading/cli/submissions.py", "from grading.arrival.plan import Plan", set()),
        ("grading/arrival/plan.py", "from grading.arrival.lms import Author", set()),
    ],
)
def test_the_walls_hold(place, source, found):
    assert forbidden_for(Path(place), source) == found


def test_every_part_of_grading_has_its_row():
    parts = {
        place.parts[1].removesuffix(".py")
        for place in FILES
        if place.parts[0] == "grading"
    }
    assert parts == MAY_USE.keys() | DOORS


def test_grading_knows_no_single_exercise():
    for place in FILES:
        if place.parts[0] == "grading":
            tree = ast.parse((ROOT / place).read_text(encoding="utf-8"))
            words = {
                node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)
            }
            assert words.isdisjoint(EXERCISES), place


@pytest.mark.parametrize("module", ["grading.execution.workers", "coursework.cli"])
def test_what_starts_without_nbgrader(module):
    """A worker of a cluster has none, and to students it costs a second."""
    code = f"import sys, {module}; assert 'nbgrader' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_no_command_builds_a_grammar_or_loads_matplotlib():
    """Each cost seconds whenever a command was started."""
    code = (
        "import sys, grading.cli; assert {'lark', 'matplotlib'}.isdisjoint(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
