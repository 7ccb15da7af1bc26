"""The students' zip file: what is in it, what must not be, and what it does on their machine."""

import ast
import asyncio
import io
import shutil
import zipfile

import nbformat
import pytest
from pipeline import odd_hand_ins
from pipeline.release_checks import REGION, lines
from pipeline.small_course import EXERCISE as SMALL_EXERCISE
from pipeline.small_course import POINTS, lay, make_course
from shared import EXERCISE, EXERCISES, ROOT, copy_course_to_hand_out

from coursework.check import check
from coursework.handout import RELEASED, Exercise, Handout, HandoutError, exercise_of
from coursework.progress import read_progress
from coursework.table import as_html
from coursework.update import update
from grading import autograde
from grading.collect import collect
from grading.course import Course
from grading.handout import FOLDER, write_handout
from grading.solutions import fill_in, reference_cells

PART_1 = EXERCISES[:2]  # whose answers dp holds
BEFORE_AND_AFTER = EXERCISES[1:4]
TELLING = 30  # a shorter line may stand anywhere by chance


def nothing(text):
    """Nobody looks at the bar."""


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    return copy_course_to_hand_out(tmp_path_factory.mktemp("course"), *EXERCISES)


@pytest.fixture(scope="module")
def zips(course):
    """The handouts of all exercises, of the first two, and of the second to the fourth."""
    chosen = {"all": EXERCISES, "first": PART_1, "later": BEFORE_AND_AFTER}
    for name, exercises in chosen.items():
        write_handout(course, exercises, course.root / f"{name}.zip", nothing)
    return {name: course.root / f"{name}.zip" for name in chosen}


def read(path):
    """All files of a zip file by their names, those inside its wheels, too."""
    files = {}
    with zipfile.ZipFile(path) as made:
        for name in made.namelist():
            files[name] = made.read(name)
            if name.endswith(".whl"):
                inside = read(io.BytesIO(files[name]))
                files |= {f"{name}!{part}": content for part, content in inside.items()}
    return files


def texts(files):
    return {
        name: content.decode()
        for name, content in files.items()
        if not name.endswith(".whl")
    }


def unpack(path, folder):
    with zipfile.ZipFile(path) as made:
        made.extractall(folder)
    return Handout(folder / FOLDER)


def hand_in(course, handout, exercise, cells):
    """Save a student's notebook with `cells` solved, as they would run it."""
    released = course.read_notebook("release", exercise)
    path = handout.exercise(exercise).path
    nbformat.write(fill_in(released, cells), path)
    return path


def test_it_holds_what_students_need(zips, course):
    files = read(zips["all"])
    for exercise in EXERCISES:
        released = course.notebook_path("release", exercise).read_bytes()
        assert files[f"{FOLDER}/{exercise}/{exercise}.ipynb"] == released
        assert files[f"{FOLDER}/{RELEASED}/{exercise}.ipynb"] == released
    page = nbformat.reads(files[f"{FOLDER}/Start.ipynb"].decode(), as_version=4)
    links = [f"({exercise}/{exercise}.ipynb)" for exercise in EXERCISES]
    places = [page.cells[2].source.index(link) for link in links]
    assert places == sorted(places)
    assert "| 240 min | 24 | Python functions and classes" in page.cells[2].source


def test_no_solution_and_no_hidden_test_is_in_it(zips):
    """By content: no line of either stands in any file, in whatever form."""
    source, released = "\n", "\n"
    for exercise in EXERCISES:
        for step in ("source", "release"):
            notebook = Course(ROOT).read_notebook(step, exercise)
            text = "\n".join(cell.source for cell in notebook.cells)
            if step == "source":
                for kind in REGION.values():
                    source += "\n".join(kind.findall(text))
            else:
                released += text
    secret = {line for line in lines(source) - lines(released) if len(line) >= TELLING}
    assert len(secret) > 2000
    found = []
    for name, text in texts(read(zips["all"])).items():
        if (
            "/dp-" not in name
        ):  # dp holds the answers to part 1, and is there for part 2
            plain = notebook_text(text) if name.endswith(".ipynb") else text
            found += [(name, line) for line in secret & lines(plain)]
    assert found == []


def notebook_text(text):
    return "\n".join(cell.source for cell in nbformat.reads(text, as_version=4).cells)


def test_nothing_of_grading_is_in_it(zips):
    grading = "".join(path.read_text() for path in (ROOT / "grading").glob("*.py"))
    shared = "".join(
        path.read_text()
        for part in ("coursework", "dp")
        for path in (ROOT / part).glob("*.py")
    )
    secret = {
        line
        for line in lines(grading) - lines(shared)
        if len(line) >= TELLING and not line.startswith(("import ", "from "))
    }
    assert len(secret) > 500
    for name, text in texts(read(zips["all"])).items():
        plain = notebook_text(text) if name.endswith(".ipynb") else text
        assert not secret & lines(plain), name
        if name.endswith(".py"):
            imported = {
                alias.name.partition(".")[0]
                for node in ast.walk(ast.parse(text))
                if isinstance(node, ast.Import | ast.ImportFrom)
                for alias in [
                    *node.names,
                    ast.alias(getattr(node, "module", None) or ""),
                ]
            }
            assert not imported & {"grading", "tests", "kill"}, name


def test_dp_goes_along_when_a_notebook_imports_it(zips):
    node = "class Node"
    for name, wanted in {"first": False, "later": True, "all": True}.items():
        wheels = [
            text for part, text in texts(read(zips[name])).items() if "!dp/" in part
        ]
        assert any(node in text for text in wheels) == wanted, name
    assert not any("!dp/" in part for part in read(zips["first"]))


def test_requirements_are_pinned_and_frameworks_apart(zips):
    pins = (ROOT / "constraints.txt").read_text().splitlines()
    everything, first = read(zips["all"]), read(zips["first"])
    needed = everything[f"{FOLDER}/requirements.txt"].decode().splitlines()
    assert {line for line in needed if "==" in line} <= set(pins)
    assert not any("torch" in line or "tensorflow" in line for line in needed)
    frameworks = everything[f"{FOLDER}/requirements-frameworks.txt"].decode()
    assert next(pin for pin in pins if pin.startswith("torch==")) in frameworks
    assert f"{FOLDER}/requirements-frameworks.txt" not in first
    assert not any(
        "dp-" in line for line in first[f"{FOLDER}/requirements.txt"].decode().split()
    )


def test_the_same_course_gives_the_same_bytes(zips, course, tmp_path):
    write_handout(course, PART_1, tmp_path / "again.zip", nothing)
    assert (tmp_path / "again.zip").read_bytes() == zips["first"].read_bytes()


def test_the_students_page_names_real_commands(run):
    page = (ROOT / "docs" / "guides" / "students.md").read_text(encoding="utf-8")
    for command in ("check", "progress", "update"):
        assert f"coursework {command}" in page
        run("coursework", command, "--help", folder=ROOT)


# What a student does to a notebook, and grading makes good again.
MADE_GOOD = (
    *(
        "as-it-is",
        "copied-solution",
        "copied-and-changed",
        "deleted-test",
        "edited-test",
    ),
    *("reversed", "tagged", "all-metadata-lost", "warning", "helpers", "kernel-of-r"),
    "syntax-error-in-an-extra-cell",
)


def test_what_passes_there_passes_in_grading_but_for_hidden_tests(tmp_path):
    """The same hand-ins that the tests of grading have, with the points they earn there."""
    course = make_course(tmp_path)
    released = course.read_notebook("release", SMALL_EXERCISE)
    chosen = [one for one in odd_hand_ins.ODD if one.student in MADE_GOOD]
    assert len(chosen) >= len(MADE_GOOD) - 1
    for one in chosen:
        lay(course, one)
        path = course.notebook_path("submitted", SMALL_EXERCISE, one.student)
        result = asyncio.run(check(Exercise(SMALL_EXERCISE, path, released)))
        passed = {check.name for check in result.checks if check.passed}
        assert {check.name for check in result.checks} == set(POINTS), one.student
        assert passed == set(one.earns.split()), one.student


def test_check_tells_what_failed_in_the_authors_words(zips, course, tmp_path, run):
    handout = unpack(zips["first"], tmp_path)
    solved = reference_cells(course, EXERCISE)
    first, second = list(solved)[:2]
    wrong = solved[first].replace("/", "*")
    assert wrong != solved[first]
    hand_in(course, handout, EXERCISE, {first: wrong, second: solved[second]})
    before = handout.exercise(EXERCISE).path.read_bytes()
    done = run("coursework", "check", EXERCISE, folder=handout.root, expect=1)
    said = " ".join(done.stdout.split())
    result = asyncio.run(check(handout.exercise(EXERCISE)))
    assert [one.name for one in result.checks if one.passed] == [
        name for name in visible_checks(course) if name.startswith(second)
    ]
    sentence = result.failed[0].sentence
    assert sentence.startswith("for x**3 at 2 with h = 0.1 you return 0.48")
    assert " ".join(sentence.split()) in said
    assert (
        f"2 of {len(result.checks)} visible checks passed. Hidden tests follow" in said
    )
    assert "Task 1 · " in said and "Task 2 · " not in said
    assert handout.exercise(EXERCISE).path.read_bytes() == before


def visible_checks(course):
    notebook = course.read_notebook("release", EXERCISE)
    return [
        cell.id
        for cell in notebook.cells
        if cell.metadata.get("nbgrader", {}).get("grade") and cell.cell_type == "code"
    ]


def test_check_survives_what_a_student_may_have_written(tmp_path):
    course = make_course(tmp_path)
    released = course.read_notebook("release", SMALL_EXERCISE)
    path = tmp_path / f"{SMALL_EXERCISE}.ipynb"
    nbformat.write(fill_in(released, {"double": "import os\nos._exit(1)"}), path)
    result = asyncio.run(check(Exercise(SMALL_EXERCISE, path, released)))
    assert not any(one.passed for one in result.checks)
    assert "Python ended in the middle" in result.remarks[0]
    path.write_text("{")
    with pytest.raises(HandoutError, match="cannot be read as a notebook"):
        asyncio.run(check(Exercise(SMALL_EXERCISE, path, released)))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("check", "part1"), "There is no exercise 'part1' here. There are: part1-1"),
        (("check", "Start.ipynb"), "Start.ipynb is none of the course's notebooks"),
        (("update", "README.md"), "cannot be read as a zip file"),
    ],
)
def test_bad_input_is_answered_in_a_sentence(words, said, zips, tmp_path, run):
    handout = unpack(zips["first"], tmp_path)
    done = run("coursework", *words, folder=handout.root, expect=1)
    assert said in " ".join(done.stderr.split())


def test_outside_of_a_handout_it_says_where_to_go(tmp_path, run):
    done = run("coursework", "progress", folder=tmp_path, expect=1)
    assert "is not in the course's folder" in " ".join(done.stderr.split())


def test_a_fetched_notebook_without_a_handout_is_its_own_model(course, tmp_path):
    path = tmp_path / EXERCISE / f"{EXERCISE}.ipynb"
    path.parent.mkdir()
    shutil.copy(course.notebook_path("release", EXERCISE), path)
    assert exercise_of(path).name == EXERCISE


def test_a_broken_notebook_without_a_handout_is_named(tmp_path, run):
    (tmp_path / "mine.ipynb").write_text("{", encoding="utf-8")
    done = run("coursework", "check", "mine.ipynb", folder=tmp_path, expect=1)
    assert "mine.ipynb cannot be read as a notebook" in " ".join(done.stderr.split())


def test_progress_is_read_from_the_saved_notebooks(zips, course, tmp_path):
    handout = unpack(zips["later"], tmp_path)
    first, second, third = BEFORE_AND_AFTER
    path = handout.exercise(first).path
    notebook = nbformat.read(path, as_version=4)
    tests = [cell for cell in notebook.cells if cell.id in dict(points_of(notebook))]
    for number, cell in enumerate(tests[:3], start=1):
        cell.execution_count = number
    error = nbformat.v4.new_output(
        "error", ename="AssertionError", evalue="no", traceback=[]
    )
    tests[2].outputs = [error]
    nbformat.write(notebook, path)
    handout.exercise(second).path.write_text("{")
    handout.exercise(third).path.unlink()
    progress = read_progress(handout)
    points = dict(points_of(notebook))
    assert (progress[0].passed, progress[0].checks) == (2, len(tests))
    assert progress[0].points == sum(points[cell.id] for cell in tests[:2])
    assert progress[0].max_points == sum(points.values())
    assert progress[1].by_hand == 2
    assert "cannot be read" in progress[1].state and "not here" in progress[2].state
    page = as_html(progress, "")
    assert f"<td>2 of {len(tests)}</td>" in page
    assert f'<a href="{first}/{first}.ipynb">Part 1.2 · ' in page


def points_of(notebook):
    for cell in notebook.cells:
        marks = cell.metadata.get("nbgrader", {})
        if marks.get("grade") and not marks.get("solution"):
            yield cell.id, marks["points"]


def test_a_newer_handout_adds_and_never_replaces_a_notebook(zips, tmp_path, run):
    handout = unpack(zips["first"], tmp_path)
    mine = handout.exercise(PART_1[1]).path
    mine.write_text(mine.read_text() + "\n", encoding="utf-8")
    work = mine.read_bytes()
    done = run("coursework", "update", zips["later"], folder=handout.root)
    assert mine.read_bytes() == work
    assert handout.exercises == sorted({*PART_1, *BEFORE_AND_AFTER})
    assert all(handout.exercise(name).path.exists() for name in handout.exercises)
    said = " ".join(done.stdout.split())
    assert f"New: {BEFORE_AND_AFTER[1]}" in said
    assert f"Kept as you have them: {PART_1[1]}." in said
    assert "python -m pip install -r requirements.txt" in said
    again = update(handout, zips["later"])
    assert (again.added, again.install_again) == ([], False)


def test_a_zip_file_of_something_else_is_refused(zips, tmp_path):
    handout = unpack(zips["first"], tmp_path)
    with zipfile.ZipFile(tmp_path / "photos.zip", "w") as made:
        made.writestr("photos/cat.png", b"")
        made.writestr("at-the-top.txt", b"")
        made.writestr(f"x/{RELEASED}/../../../evil.txt", b"")
    with pytest.raises(HandoutError, match=r"no zip file of this course"):
        update(handout, tmp_path / "photos.zip")
    assert not (tmp_path / "evil.txt").exists()


def test_from_the_handout_by_upload_to_the_grade(zips, course, tmp_path):
    """A notebook uploaded to an LMS, downloaded with all others, collected and graded."""
    handout = unpack(zips["first"], tmp_path)
    solved = reference_cells(course, EXERCISE)
    path = hand_in(course, handout, EXERCISE, dict(list(solved.items())[:2]))
    with zipfile.ZipFile(tmp_path / "moodle.zip", "w") as made:
        made.write(path, f"Ada Lovelace_1_assignsubmission_file_/{path.name}")
    course.release(EXERCISE, into_gradebook=True)
    collect(course, EXERCISE, tmp_path / "moodle.zip")
    [mark] = autograde.run(course, [EXERCISE], ())
    visible = asyncio.run(check(exercise_of(path)))
    assert mark.points == sum(one.points for one in visible.checks if one.passed)
    assert (mark.points, mark.max_points) == (4, 24)
