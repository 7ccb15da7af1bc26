"""Which notebook of a submission counts, in collecting and in grading."""

import json
import os
from pathlib import PurePath

import nbformat
import pytest
from nbformat.v4 import new_code_cell
from pipeline.downloads import ADA, NEXT_DAY, NOTEBOOK, content, names_in, said_of
from pipeline.small_course import EXERCISE, HandIn, code, lay
from rich.console import Console

from coursework.notebook_file import as_cell
from coursework.terminal import has_controls
from grading.collect import collect, print_plan
from grading.course import Course
from grading.submission.folder import Submission
from grading.submission.rebuild import rebuild
from grading.submission.which_notebook import copy_number, find_notebook
from grading.verdict import Verdict

RENAMED = [
    f"{EXERCISE}_final.ipynb",
    f"{EXERCISE}-final (2).ipynb",
    f"{EXERCISE} final final.ipynb",
    f"Copy of {EXERCISE}.ipynb",
    f"Copy of Copy of {EXERCISE}.ipynb",
    f"Kopie von {EXERCISE}.ipynb",
    f"{EXERCISE} copy 2.ipynb",
    f"{EXERCISE} - Kopie.ipynb",
    f"{EXERCISE} - Kopie (3).ipynb",
    f"{EXERCISE} - Copy.ipynb",
    f"{EXERCISE} 2.ipynb",
    f"{EXERCISE}-Copy1.ipynb",
    f"{EXERCISE}_v2.ipynb",
    "Untitled.ipynb",
    "my homework.ipynb",
]
UNUSUAL = [
    f"{EXERCISE}.ipynb.txt",
    f"{EXERCISE}.ipynb.json",
    f"{EXERCISE}.IPYNB",
    f"{EXERCISE}.Ipynb.Txt",
    f"{EXERCISE}.json",
    f"{EXERCISE}.txt",
    EXERCISE,
    f"{EXERCISE} (1).ipynb.txt",
]
NO_NOTEBOOKS = [
    "answers.pdf",
    "answers.py",
    "answers.html",
    "work.rar",
    "onlinetext.html",
]


@pytest.fixture
def course(class_course):
    return class_course


@pytest.fixture
def released(course):
    return nbformat.writes(course.read_notebook("release", EXERCISE))


def write(course, student, **files):
    """Lay files for grading, each a second day older than the one before it."""
    submission = Submission(course, EXERCISE, student)
    submission.folder.mkdir(parents=True, exist_ok=True)
    for days, (name, text) in enumerate(files.items()):
        path = submission.folder / name
        path.write_text(text, encoding="utf-8")
        os.utime(path, (1e9 - days * 1e5,) * 2)
    return submission


def reasons(submission):
    return "; ".join(Verdict.of(rebuild(submission).notebook.metadata).reasons)


@pytest.mark.parametrize("name", RENAMED)
@pytest.mark.parametrize(
    "when", [NEXT_DAY, (2027, 1, 31, 20, 15, 0), (2027, 1, 1, 0, 0, 0)]
)
def test_the_untouched_one_never_beats_another(
    course, pack, right, released, name, when
):
    path = pack((f"{ADA}/{NOTEBOOK}", released), (f"{ADA}/{name}", right, when))
    plan = collect(course, EXERCISE, path)
    assert content(course, f"al01/{NOTEBOOK}") == right
    assert names_in(course) == {f"al01/{NOTEBOOK}"}
    _, remarks = said_of(plan, "al01")
    assert name in remarks and f"{NOTEBOOK} is as it was released" in remarks


@pytest.mark.parametrize("name", RENAMED)
def test_nor_does_it_in_grading(course, right, released, name):
    submission = write(course, "ada", **{NOTEBOOK: released, name: right})
    found, remarks = find_notebook(submission)
    assert found.name == name
    assert f"{name} was taken, for {NOTEBOOK} is as it was released" in remarks[0]
    assert f"not used: {NOTEBOOK}" in reasons(submission)


def test_of_two_that_were_written_the_one_of_the_right_name_counts(course, right):
    submission = write(course, "ada", **{RENAMED[0]: right, NOTEBOOK: right})
    found, remarks = find_notebook(submission)
    assert (found.name, remarks) == (NOTEBOOK, [])
    assert f"not used: {RENAMED[0]}" in reasons(submission)


def test_one_that_cannot_be_read_says_more_than_the_untouched_one(course, released):
    broken = f"{EXERCISE} (1).ipynb"
    submission = write(course, "ada", **{NOTEBOOK: released, broken: "{ cut off"})
    assert find_notebook(submission)[0].name == broken
    assert "cannot be read as a notebook" in reasons(submission)


@pytest.mark.parametrize("name", UNUSUAL)
def test_what_reads_as_a_notebook_is_taken_with_a_remark(course, pack, right, name):
    submission = write(course, "ada", **{name: right})
    found, remarks = find_notebook(submission)
    assert found.name == name and f"{name} was taken" in remarks[0]
    notebook = rebuild(submission).notebook
    assert Verdict.of(notebook.metadata).status == "graded"
    plan = collect(course, EXERCISE, pack((f"{ADA}/{name}", right)))
    if not name.casefold().endswith(".ipynb"):
        assert "reads as a notebook and was taken" in said_of(plan, "al01")[1]
    [there] = [one for one in names_in(course) if one.startswith("al01")]
    collected = Submission(course, EXERCISE, "al01")
    found, _ = find_notebook(collected)
    assert (collected.folder / found).read_text("utf-8") == right, there


@pytest.mark.parametrize("name", NO_NOTEBOOKS)
def test_what_is_none_is_named(course, pack, right, name):
    submission = write(
        course, "ada", **{name: "no notebook", "timestamp.txt": "2027-01-01 0:00"}
    )
    found, [remark] = find_notebook(submission)
    assert found is None
    assert remark == f"there is no notebook among the files handed in: {name}"
    plan = collect(course, EXERCISE, pack((f"{ADA}/{name}", "no notebook")))
    assert remark in said_of(plan, "al01")[1]


@pytest.mark.parametrize("name", [f"{NOTEBOOK}.pdf", "x.py"])
def test_what_reads_as_a_notebook_is_one_whatever_it_is_called(course, right, name):
    submission = write(course, "ada", **{name: right})
    assert find_notebook(submission)[0] == PurePath(name)


def test_a_link_is_not_followed_and_that_is_said(course, tmp_path, right):
    submission = write(course, "ada")
    (tmp_path / "elsewhere").write_text(right, encoding="utf-8")
    (submission.folder / NOTEBOOK).symlink_to(tmp_path / "elsewhere")
    assert f"no file was handed in; links are not followed: {NOTEBOOK}" in (
        reasons(submission)
    )
    (submission.folder / "notes.txt").write_text("x", encoding="utf-8")
    assert f"handed in: notes.txt; links are not followed: {NOTEBOOK}" in (
        reasons(submission)
    )


def test_nothing_at_all_is_said_so(course):
    submission = write(course, "ada")
    assert "no file was handed in" in reasons(submission)


def test_a_notebook_in_a_folder_counts_where_there_is_none_above(
    course, right, released
):
    submission = write(course, "ada")
    folder = submission.folder
    (folder / "work").mkdir()
    (folder / "work" / NOTEBOOK).write_text(right, encoding="utf-8")
    assert find_notebook(submission)[0] == PurePath("work", NOTEBOOK)
    (folder / NOTEBOOK).write_text(right, encoding="utf-8")
    assert find_notebook(submission)[0] == PurePath(NOTEBOOK)


@pytest.fixture
def two_exercises(course):
    """A course in which every cell of the other exercise is another one."""
    for step in ("source", "release"):
        notebook = course.read_notebook(step, EXERCISE)
        for number, cell in enumerate(notebook.cells):
            cell.source = (
                f"# Cell {number} of the other exercise of this course\n{cell.source}"
            )
        path = course.notebook_path(step, "other-exercise")
        path.parent.mkdir(parents=True)
        nbformat.write(notebook, path)
    return Course(course.root)


def without_metadata(notebook):
    data = json.loads(nbformat.writes(notebook))
    for cell in data["cells"]:
        cell["metadata"] = {}
        del cell["id"]
    return json.dumps(data)


@pytest.mark.parametrize("name", [NOTEBOOK, f"{EXERCISE} (1).ipynb", "homework.ipynb"])
def test_another_exercises_notebook_is_named_in_collecting(two_exercises, pack, name):
    course = two_exercises
    notebook = course.read_notebook("release", "other-exercise")
    notebook.cells.append(new_code_cell("x = 1"))
    other = without_metadata(notebook)
    first = (
        f"{ADA}/{NOTEBOOK}",
        nbformat.writes(course.read_notebook("release", EXERCISE)),
    )
    path = pack((f"{ADA}/{name}", other))
    _, remarks = said_of(collect(course, EXERCISE, path), "al01")
    assert f"{name} is the notebook of other-exercise" in remarks
    # It is never taken before one of this exercise.
    if name != NOTEBOOK:
        both = pack(first, (f"{ADA}/{name}", other, NEXT_DAY), name="both.zip")
        collect(course, EXERCISE, both)
        assert content(course, f"al01/{NOTEBOOK}") == first[1]


def test_an_exercise_is_known_by_its_cells(two_exercises, right):
    def known(name, expected):
        notebook = two_exercises.read_notebook("release", name)
        cells = [as_cell(cell) for cell in notebook.cells]
        return two_exercises.releases.exercise_of(cells, expected)

    for expected in (EXERCISE, "other-exercise", "unknown"):
        assert known(EXERCISE, expected) == EXERCISE
        assert known("other-exercise", expected) == "other-exercise"
    few = [as_cell(code("x = 1"))]
    assert two_exercises.releases.exercise_of(few, EXERCISE) == ""


@pytest.mark.parametrize(
    "place",
    [
        *("handed-in/{}.ipynb", "backup/{}.ipynb", "{}.ipynb~", "{}.ipynb.bak"),
        *("{}.ipynb.part", "{}.ipynb.crdownload", "{}.ipynb.html", "{}.download"),
        *("mine.data", "{}_final.ipynb", "notes.json"),
    ],
)
@pytest.mark.parametrize(
    "beside", ["untouched", "scratched", "of an earlier day", "no"]
)
def test_what_somebody_has_solved_counts_wherever_it_lies(
    course, right, released, place, beside
):
    other = json.loads(released)
    if beside == "scratched":
        other["cells"].append(code("1 + 1"))
    if beside == "of an earlier day":
        other["cells"][0]["source"] = "# An older title"
    files = {place.format(EXERCISE): right}
    if beside != "no":
        files[NOTEBOOK] = json.dumps(other)

    def write_all(folder, right):
        for name, text in files.items():
            (folder / name).parent.mkdir(exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")

    lay(course, HandIn("ada", write_all))
    submission = Submission(course, EXERCISE, "ada")
    found, remarks = find_notebook(submission)
    assert str(found) == place.format(EXERCISE)
    assert len(remarks) == 1 and "was taken" in remarks[0]


def test_what_is_no_notebook_does_not_count_as_one(course, right):
    files = {"data.json": '{"a": [1]}', "empty.json": '{"cells": []}', "x.csv": "{1}"}

    def write_all(folder, right):
        for name, text in files.items():
            (folder / name).write_text(text, encoding="utf-8")

    lay(course, HandIn("ada", write_all))
    submission = Submission(course, EXERCISE, "ada")
    found, [remark] = find_notebook(submission)
    assert found is None and all(name in remark for name in files)


def test_the_right_notebook_alone_is_worth_no_remark(course):
    lay(
        course,
        HandIn(
            "ada",
            lambda folder, right: (folder / NOTEBOOK).write_text(json.dumps(right)),
        ),
    )
    assert find_notebook(Submission(course, EXERCISE, "ada"))[1] == []


@pytest.mark.parametrize("name", RENAMED[:-2])
def test_names_that_people_and_systems_make_are_known(name):
    assert copy_number(name, EXERCISE)


@pytest.mark.parametrize(
    "name", [f"{EXERCISE}-solution.ipynb", f"{EXERCISE}2.ipynb", "x.ipynb"]
)
def test_other_names_are_not(name):
    assert copy_number(name, EXERCISE) is None


ODD_NAMES = [
    "a\x1b[31mred.ipynb",
    "a\nb.ipynb",
    "a\u202egnp.ipynb",
    "a\x9b2J.ipynb",
    "line\u2028break.pdf",
    "a\tb.txt",
    "\x1b]52;c;eA==\x07.png",
]


def no_controls(texts):
    return not any(has_controls(text) for text in texts)


@pytest.mark.parametrize("name", ODD_NAMES)
@pytest.mark.parametrize("is_beside", [False, True])
def test_names_of_files_give_no_orders(course, right, name, is_beside):
    submission = Submission(course, EXERCISE, "al01")
    folder = submission.folder
    folder.mkdir(parents=True)
    (folder / name).write_text("x" if is_beside else right, encoding="utf-8")
    if is_beside:
        (folder / NOTEBOOK).write_text(right, encoding="utf-8")
    verdict = Verdict.of(rebuild(submission).notebook.metadata)
    assert verdict.reasons
    assert no_controls([*verdict.reasons, *verdict.arrived])


@pytest.mark.parametrize("name", ODD_NAMES)
def test_nor_do_they_in_collecting(course, pack, right, name, capsys):
    path = pack(
        (f"{ADA}/{name}", "x"),
        (f"{ADA}/{EXERCISE} (1).ipynb", right),
        (f"{ADA}/{NOTEBOOK}", right),
        (f"nobody's {name}", "x"),
        (f"{name.replace('/', '')}_7_assignsubmission_file_/{NOTEBOOK}", right),
    )
    plan = collect(course, EXERCISE, path)
    assert no_controls(plan.sentences())
    print_plan(course, plan, Console(width=400))
    assert no_controls(capsys.readouterr().out.split("\n"))
