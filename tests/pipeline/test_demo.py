"""The demonstration class: what `make demo` runs, on a temporary course."""

import re
import shutil

import pytest
from click.testing import CliRunner
from kill.exercise import Exercise
from nbgrader.api import Gradebook
from pipeline.small_course import make_course
from shared import EXERCISE

from grading.cli import main
from grading.demo import PREFIX
from grading.demo_record import NAME, Record, write_record

ALL_POINTS = {
    *("demo-reference", "demo-wheat-1", "demo-wheat-2", "demo-late"),
    *("demo-no-metadata", "demo-other-name"),
}


def rows(text):
    """The table's rows: student to points, points possible and status."""
    row = re.compile(rf"^ *(demo-\S+) +{EXERCISE} +(\S+) of (\S+) +(\S+)", re.MULTILINE)
    return {student: rest for student, *rest in row.findall(text)}


def test_the_same_table_twice_and_removing_takes_all_of_it(course, run):
    """And nothing twice: without a demonstration there is nothing to remove."""
    words = ("generate_assignment", EXERCISE, "--create", "--force")
    run("nbgrader", *words, folder=course.root)
    before = files_of(course)
    first = run("grading", "demo", folder=course.root).stdout
    table = rows(first)
    assert len(table) == 13
    possible = table["demo-reference"][0]
    assert {
        s for s, (points, _, _) in table.items() if points == possible
    } == ALL_POINTS
    assert table["demo-untouched"] == ["0", possible, "graded"]
    assert table["demo-not-json"] == ["0", possible, "malformed"]
    assert table["demo-ends-python"][2] == "crashed"
    assert 0 < float(table["demo-ends-python"][0]) < float(possible)
    for student in ("demo-chaff-1", "demo-chaff-2", "demo-chaff-3", "demo-half"):
        assert 0 < float(table[student][0]) < float(possible)
    check_chaffs(course, first, table, float(possible))
    assert "cannot be read as a notebook" in first
    assert "3 hours late" in first
    assert "; 13 of 13" in first, "progress is shown"
    for student in table:
        assert course.notebook_path("autograded", EXERCISE, student).exists()
        assert (
            course.notebook_path("feedback", EXERCISE, student)
            .with_suffix(".html")
            .exists()
        )
    assert (
        len((course.root / "marks.csv").read_text(encoding="utf-8").splitlines()) == 14
    )

    second = run("grading", "demo", folder=course.root).stdout
    assert rows(second) == table

    for _ in range(2):
        run("grading", "demo", "--remove", folder=course.root)
        assert files_of(course) == before
        with Gradebook(f"sqlite:///{course.root / 'gradebook.db'}") as book:
            assert book.students == [] and book.assignments[0].duedate is None


def check_chaffs(course, text, table, possible):
    """nbgrader takes the points of just those tests that the chaff's file names."""
    exercise = Exercise(course.root, EXERCISE)
    points = {test.grade_id: test.points for test in exercise.tests}
    chaffs = {chaff.name: chaff for chaff in exercise.chaffs}
    handed_in = re.findall(r"(demo-chaff-\d).*a typical mistake \((\S+)\)", text)
    assert len(handed_in) == 3
    for student, name in handed_in:
        lost = sum(points[test] for test in chaffs[name].fails)
        assert float(table[student][0]) == possible - lost, name


@pytest.mark.parametrize("trace", ["folder", "row"])
def test_it_touches_nobody_else(course, run, trace):
    other = course.root / "submitted" / "ada"
    database = f"sqlite:///{course.root / 'gradebook.db'}"
    if trace == "folder":
        other.mkdir(parents=True)
    else:
        with Gradebook(database) as book:
            book.add_student("ada")
    before = sorted(
        path for path in course.root.rglob("*") if path.name != "gradebook.db"
    )
    done = run("grading", "demo", folder=course.root, expect=1)
    assert "ada" in done.stderr and "nothing was changed" in done.stderr
    assert before == sorted(
        path for path in course.root.rglob("*") if path.name != "gradebook.db"
    )
    if trace == "folder":
        other.rmdir()
    else:
        run("grading", "demo", "--remove", folder=course.root)
        with Gradebook(database) as book:
            assert [student.id for student in book.students] == ["ada"]
            book.remove_student("ada")
        assert not list((course.root / "submitted").glob(f"{PREFIX}*"))


def test_a_due_date_of_the_instructor_stays(course, run):
    """Removing the class forgets the demonstration's due date, and no other."""
    with Gradebook(f"sqlite:///{course.root / 'gradebook.db'}") as book:
        assert book.find_assignment(EXERCISE).duedate is None
        book.update_or_create_assignment(EXERCISE, duedate="2027-05-01 12:00:00 UTC")
    run("grading", "demo", "--remove", folder=course.root)
    with Gradebook(f"sqlite:///{course.root / 'gradebook.db'}") as book:
        assert book.find_assignment(EXERCISE).duedate.year == 2027


def test_a_student_who_is_called_like_the_demonstrations_stays(course, run):
    """In the gradebook and in the folders, with points; by name and in another exercise."""
    run("grading", "demo", folder=course.root)
    root, anna = course.root, "demo-anna"
    shutil.copytree(root / "submitted/demo-reference", root / "submitted" / anna)
    marked = root / "autograded" / anna / EXERCISE / f"{EXERCISE}.ipynb"
    run("grading", "autograde", EXERCISE, "--student", anna, folder=root)
    # Somebody real has handed in where the demonstration did, and was entered.
    real = root / "submitted/demo-half" / EXERCISE
    shutil.copy(
        root / "submitted/demo-reference" / EXERCISE / f"{EXERCISE}.ipynb", real
    )
    with Gradebook(f"sqlite:///{root / 'gradebook.db'}") as book:
        book.update_or_create_student("demo-late", last_name="Late")
        points = book.find_submission(EXERCISE, anna).score
    assert points > 0
    done = run("grading", "demo", folder=root, expect=1)
    assert "2 students who are not the demonstration's (demo-anna, demo-half)" in (
        done.stderr
    )
    (root / "marks.csv").write_text("mine")
    done = run("grading", "demo", "--remove", folder=root)
    assert f"submitted/demo-half/{EXERCISE} is another submission now" in done.stdout
    assert "marks.csv was changed since; it stays" in done.stdout
    for step in ("submitted", "autograded", "feedback"):
        left = {path.name for path in (root / step).glob("*")}
        assert left == {anna, "demo-half"}
    assert marked.exists() and (root / "marks.csv").read_text() == "mine"
    with Gradebook(f"sqlite:///{root / 'gradebook.db'}") as book:
        ids = {student.id for student in book.students}
        assert ids == {anna, "demo-half", "demo-late"}
        assert book.find_submission(EXERCISE, anna).score == points
        assert book.find_student("demo-late").submissions == []
    assert not (root / NAME).exists()


def files_of(course):
    made = (".grading.lock", ".nbgrader.log")
    return sorted(
        path
        for path in course.root.rglob("*")
        if path.is_file() and path.name not in made
    )


@pytest.mark.parametrize("beside", ["nobody", "ada"])
def test_what_commands_write_about_the_demonstration_goes_with_it(
    tmp_path, monkeypatch, beside
):
    """Marks written anew and a report; not if somebody else's marks are in them."""
    course = make_course(tmp_path)
    with course.nbgrader.gradebook as book:
        book.add_student("demo-half")
        if beside != "nobody":
            book.add_student(beside)
    write_record(course, Record(students=["demo-half"]))
    monkeypatch.chdir(course.root)
    monkeypatch.setattr(
        "grading.report.write_report", lambda *words: words[2].write_text("a report")
    )
    outside = tmp_path.parent / f"{tmp_path.name}.csv"
    for words in (["export"], ["export", "--to", str(outside)], ["report"]):
        assert CliRunner().invoke(main, words).exit_code == 0
    assert CliRunner().invoke(main, ["demo", "--remove"]).exit_code == 0
    for name in ("marks.csv", "report.html"):
        assert (course.root / name).exists() == (beside != "nobody")
    assert outside.exists()
