"""Marks as CSV, for Moodle and for Canvas, read back as those programs read them."""

import csv
import datetime
import re
import shutil
import unicodedata

import pytest
from nbgrader.api import Gradebook
from pipeline.small_course import (
    EXERCISE,
    POINTS,
    QUESTION,
    QUESTION_POINTS,
    make_course,
)

from grading import export as exporting
from grading.course import Course, CourseError
from grading.export import export, harmless, safe
from grading.results.penalties import save_penalties
from grading.submission.folder import Submission

DUE = datetime.datetime(2027, 1, 31, 22, 59)
ALL_POINTS = sum(POINTS.values()) + QUESTION_POINTS
# id, first name, last name, email, LMS user id
CLASS = [
    ("ada", "Ada", "King, Countess of Lovelace", "ada@example.org", "101"),
    ("formula", "=1+2", '@SUM("A1")', "+49@example.org", "sis-7"),
    ("juergen", "Jürgen", "Müller-Lüdenscheidt", "jürgen@example.org", "102"),
    ("nobody", "Zoë", "O'Nëill", "", ""),
]


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """Ada has everything, Jürgen half and a penalty and waits for a mark; the others nothing."""
    folder = make_course(tmp_path_factory.mktemp("course")).root
    with (folder / "nbgrader_config.py").open("a", encoding="utf-8") as settings:
        settings.write("c.LatePenalty.share_a_day = 0.375\n")
    course = Course(folder)
    with course.nbgrader.gradebook as book:
        book.update_or_create_assignment(EXERCISE, duedate=DUE)
        for student, first, last, email, lms_id in CLASS:
            book.add_student(
                student,
                first_name=first,
                last_name=last,
                email=email or None,
                lms_user_id=lms_id or None,
            )
        hand_in(book, "ada", dict.fromkeys(POINTS, 1.0), marked=True, minutes_late=-1)
        hand_in(book, "juergen", {"mean-test": 0.5, "greet-test": 1.0})
    save_penalties(course, [EXERCISE])
    return course


def hand_in(
    book: Gradebook,
    student: str,
    passed: dict[str, float],
    marked=False,
    minutes_late=1,
):
    """Enter a hand-in with these shares of the tests' points."""
    time = DUE + datetime.timedelta(minutes=minutes_late)
    book.add_submission(EXERCISE, student, timestamp=time)
    notebook = book.find_submission_notebook(EXERCISE, EXERCISE, student)
    for grade in notebook.grades:
        if grade.name in POINTS:
            grade.auto_score = passed.get(grade.name, 0) * POINTS[grade.name]
        else:
            grade.needs_manual_grade = not marked
            grade.manual_score = QUESTION_POINTS if marked else None
    book.db.commit()
    return book.find_submission(EXERCISE, student)


def rows_of(path, encoding="utf-8"):
    with open(path, newline="", encoding=encoding) as file:
        return list(csv.reader(file))


def table_of(path, key, encoding="utf-8"):
    with open(path, newline="", encoding=encoding) as file:
        return {row[key]: row for row in csv.DictReader(file)}


def test_csv_by_exercise_says_what_nbgraders_says_and_more(course, tmp_path, run):
    path, remarks = export(course, "csv", to=tmp_path / "ours.csv")
    ours = table_of(path, "student_id", "utf-8-sig")
    assert len(ours) == len(CLASS)
    for student, _, _, email, _ in CLASS:
        assert ours[student]["email"] == harmless(email)
    assert ours["ada"]["last_name"] == "King, Countess of Lovelace"
    assert ours["juergen"]["first_name"] == "Jürgen"
    assert ours["juergen"]["last_name"] == "Müller-Lüdenscheidt"
    assert float(ours["ada"]["score"]) == ALL_POINTS
    assert float(ours["juergen"]["raw_score"]) == 4
    assert float(ours["juergen"]["score"]) == 2.5
    assert float(ours["juergen"]["waiting_for_mark"]) == QUESTION_POINTS
    assert ours["nobody"]["status"] == "not handed in"
    # nbgrader's own file breaks at the comma, so it is asked about all others.
    run("nbgrader", "export", "--to", tmp_path / "theirs.csv", folder=course.root)
    theirs = table_of(tmp_path / "theirs.csv", "student_id")
    numbers = ("raw_score", "late_submission_penalty", "score", "max_score")
    for student in ("juergen", "nobody"):
        for name in ("assignment", "duedate", "timestamp", "email", "last_name"):
            assert ours[student][name] == theirs[student][name]
        for name in numbers:
            assert float(ours[student][name]) == float(theirs[student][name])
    [remark] = remarks
    assert "answers that wait for a mark by hand: 1 (students: 1)" in remark
    assert "count 0 so far" in remark


def test_csv_by_test_leaves_empty_what_waits_for_a_mark(course, tmp_path):
    path, remarks = export(course, "csv", "test", to=tmp_path / "tests.csv")
    with open(path, newline="", encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == len(CLASS) * (len(POINTS) + 1)
    score = {(row["student_id"], row["test"]): row["score"] for row in rows}
    assert [row["test"] for row in rows if row["student_id"] == "ada"] == [
        *POINTS,
        QUESTION,
    ]
    assert {test: float(score["ada", test]) for test in POINTS} == POINTS
    assert score["juergen", "mean-test"] == "1"
    assert score["juergen", "double-test"] == "0"
    assert score["juergen", QUESTION] == ""
    assert score["nobody", QUESTION] == score["nobody", "mean-test"] == "0"
    assert "have no points here" in remarks[0]
    assert "without the penalties" in remarks[1]


def test_no_cell_of_the_csv_is_a_formula(course, tmp_path):
    for by in ("exercise", "test"):
        path, _ = export(course, "csv", by, to=tmp_path / "marks.csv")
        cells = [cell for row in rows_of(path, "utf-8-sig") for cell in row]
        formulas = ("=", "+", "-", "@")
        assert not [cell for cell in cells if cell.startswith(formulas)]
        assert "'=1+2" in cells
        assert '\'@SUM("A1")' in cells


@pytest.mark.parametrize(
    "start", ["=", "+", "-", "@", "\t=", "\r=", "\uff1d", "\uff20"]
)
def test_what_begins_like_a_formula_gets_an_apostrophe(start):
    assert harmless(f"{start}A1") == f"'{start}A1"


# What a cell holds, for programs that split at something else than commas.
SPLIT = [
    "Ada;=1+2",
    "Ada; =1+2",
    'Ada;"=1+2"',
    'Ada";"=1+2',
    "Ada;+49;-1;@SUM(A1)",
    "Ada\t=1+2",
    "Ada\n=1+2",
    "Ada\r\n=1+2",
    "Ada\u2028=1+2",
    "Ada,=1+2",
    "Ada|=1+2",
    "Ada;\uff1d1+2",
    '";=1+2',
    " =1+2",
    '"=1+2',
    ";=1+2",
]


@pytest.mark.parametrize("text", SPLIT)
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_no_program_finds_a_formula_wherever_it_splits(tmp_path, text, separator):
    path = tmp_path / "marks.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerow(["x", safe(text), "y", safe(text)])
    written = path.read_text(encoding="utf-8")
    with path.open(newline="", encoding="utf-8") as file:
        cells = [cell for row in csv.reader(file, delimiter=separator) for cell in row]
    # And so does one that knows nothing of quotation marks.
    cells += re.split(rf"[{separator}\r\n\u2028]", written)
    for cell in cells:
        first = unicodedata.normalize("NFKC", cell.lstrip(' "'))[:1]
        assert first not in tuple("=+-@"), written


@pytest.mark.parametrize("style", ["csv", "moodle", "canvas"])
def test_no_file_brings_a_formula_to_a_spreadsheet_that_splits_at_semicolons(
    course, tmp_path, style
):
    with course.nbgrader.gradebook as book:
        book.add_student(
            "semi", first_name="Ada;=1+2", last_name='x;"=3+4', email="s@x.org"
        )
    try:
        path, _ = export(course, style, to=tmp_path / "marks.csv")
    finally:
        with course.nbgrader.gradebook as book:
            book.remove_student("semi")
    text = path.read_text(encoding="utf-8-sig")
    assert "1+2" in text and "3+4" in text
    assert not re.search(r"[;][\s\"]*=", text)


def test_an_address_that_begins_like_a_formula_stays_and_is_named(course, tmp_path):
    words = "open this file in no spreadsheet before the import: formula "
    _, remarks = export(course, "moodle", to=tmp_path / "marks.csv")
    assert any(one.startswith(words) for one in remarks)
    _, remarks = export(course, "canvas", to=tmp_path / "marks.csv")
    assert not any(one.startswith(words) for one in remarks)


@pytest.mark.parametrize(
    "text", ["", "Ada", "O'Neill", "Lee; Kim", "Lee, A-B", "a=b", "ä", "12"]
)
def test_other_texts_stay_as_they_are(text):
    assert harmless(text) == text


def test_excel_knows_the_encoding_of_the_csv(course, tmp_path):
    path, _ = export(course, "csv", to=tmp_path / "marks.csv")
    assert path.read_bytes().startswith("\ufeff".encode())


def test_moodle_gets_one_column_that_says_who_it_is(course, tmp_path):
    path, remarks = export(course, "moodle", to=tmp_path / "moodle.csv")
    rows = rows_of(path)
    assert rows[0] == ["Email address", "First name", "Last name", EXERCISE]
    by_email = {row[0]: row[1:] for row in rows[1:]}
    assert by_email == {
        "ada@example.org": ["Ada", "King, Countess of Lovelace", f"{ALL_POINTS}"],
        "+49@example.org": ["'=1+2", '\'@SUM("A1")', "-"],
        "jürgen@example.org": ["Jürgen", "Müller-Lüdenscheidt", "2.5"],
    }
    # Moodle would give a row without an address to the student of the row before.
    assert any("left out" in remark and "nobody" in remark for remark in remarks)


def test_moodle_by_test(course, tmp_path):
    path, _ = export(course, "moodle", "test", to=tmp_path / "moodle.csv")
    rows = table_of(path, "Email address")
    of = f"{EXERCISE}: "
    assert list(rows["ada@example.org"])[3:] == [
        f"{of}{t}" for t in (*POINTS, QUESTION)
    ]
    assert rows["jürgen@example.org"][of + "greet-test"] == "3"
    assert rows["jürgen@example.org"][of + "double-test"] == "0"
    assert rows["jürgen@example.org"][of + QUESTION] == "-"
    assert rows["+49@example.org"][of + "greet-test"] == "-"


def test_moodle_by_id_number_or_username(course, tmp_path):
    path, remarks = export(course, "moodle", to=tmp_path / "m.csv", identify="idnumber")
    assert [row[0] for row in rows_of(path)] == ["ID number", "101", "sis-7", "102"]
    assert any("columns id and lms_user_id" in remark for remark in remarks)
    path, _ = export(course, "moodle", to=tmp_path / "m.csv", identify="username")
    assert [row[0] for row in rows_of(path)][1:] == [one[0] for one in CLASS]


def test_canvas_gets_its_five_columns_and_the_points_possible(course, tmp_path):
    path, remarks = export(course, "canvas", to=tmp_path / "canvas.csv")
    rows = rows_of(path)
    assert rows[0] == [
        *("Student", "ID", "SIS User ID", "SIS Login ID", "Section", EXERCISE),
    ]
    assert rows[1] == ["    Points Possible", "", "", "", "", f"{ALL_POINTS}"]
    assert rows[2:] == [
        ["King, Countess of Lovelace, Ada", "101", "", "ada", "", f"{ALL_POINTS}"],
        ["'@SUM(\"A1\"), '=1+2", "", "sis-7", "formula", "", ""],
        ["Müller-Lüdenscheidt, Jürgen", "102", "", "juergen", "", "2.5"],
        ["O'Nëill, Zoë", "", "", "nobody", "", ""],
    ]
    assert any(
        "without an LMS user id in the gradebook: 1;" in remark for remark in remarks
    )


def test_canvas_by_test(course, tmp_path):
    path, _ = export(course, "canvas", "test", to=tmp_path / "canvas.csv")
    rows = rows_of(path)
    assert rows[0][5:] == [f"{EXERCISE}: {test}" for test in (*POINTS, QUESTION)]
    assert rows[1][5:] == [
        f"{points}" for points in (*POINTS.values(), QUESTION_POINTS)
    ]
    juergen = next(row for row in rows if row[3] == "juergen")
    assert juergen[5:] == ["0", "1", "0", "3", ""]


def test_nbgraders_command_writes_the_same(course, tmp_path, run):
    for style, name in (("moodle", "MoodleExport"), ("canvas", "CanvasExport")):
        ours, _ = export(course, style, "test", to=tmp_path / f"{style}.csv")
        theirs = tmp_path / f"nbgrader-{style}.csv"
        options = (f"--exporter=grading.export.{name}", f"--{name}.by=test")
        run("nbgrader", "export", *options, "--to", theirs, folder=course.root)
        assert theirs.read_bytes() == ours.read_bytes()


def test_nbgraders_command_may_name_another_gradebook(course, tmp_path, run):
    url = f"sqlite:///{tmp_path / 'other.db'}"
    with Gradebook(url, course.nbgrader.course_id) as book:
        book.add_student("somebody-else")
        book.add_assignment("another-exercise")
        book.add_notebook("notebook", "another-exercise")
        book.add_grade_cell(
            "a-test", "notebook", "another-exercise", max_score=1, cell_type="code"
        )
    theirs = tmp_path / "marks.csv"
    options = ("--exporter=grading.export.CsvExport", "--db", url, "--to", theirs)
    run("nbgrader", "export", *options, folder=course.root)
    [row] = table_of(theirs, "student_id", "utf-8-sig").values()
    assert row["student_id"] == "somebody-else"
    assert row["assignment"] == "another-exercise"


def test_an_exercise_without_marks_is_named(course, tmp_path):
    with pytest.raises(CourseError, match="does not know part9.*It has marks for"):
        export(course, "csv", exercises=["part9"], to=tmp_path / "marks.csv")
    assert not (tmp_path / "marks.csv").exists()


def test_what_is_not_graded_yet_is_named(course, tmp_path):
    folder = Submission(course, EXERCISE, "nobody").folder
    folder.mkdir(parents=True)
    try:
        for style in ("csv", "moodle", "canvas"):
            _, remarks = export(course, style, to=tmp_path / "marks.csv")
            assert any(
                "handed in and not graded" in remark and "nobody" in remark
                for remark in remarks
            )
    finally:
        folder.rmdir()


def without_students(book: Gradebook) -> None:
    for student in book.students:
        book.remove_student(student.id)


def without_exercises(book: Gradebook) -> None:
    book.remove_assignment(EXERCISE)


@pytest.mark.parametrize("style", exporting.EXPORTERS)
@pytest.mark.parametrize("lost", [without_students, without_exercises])
def test_an_empty_gradebook_replaces_no_marks(course, tmp_path, lost, style):
    """As after a gradebook was lost and a command has made a new one."""
    emptied = Course(shutil.copytree(course.root, tmp_path / "course"))
    with emptied.nbgrader.gradebook as book:
        lost(book)
    path, _ = export(course, style, to=tmp_path / "marks.csv")
    before = path.read_bytes()
    with pytest.raises(CourseError, match="left as it is.*--to ANOTHER-FILE"):
        export(emptied, style, to=path)
    assert path.read_bytes() == before
    export(emptied, style, to=tmp_path / "another.csv")
    assert (tmp_path / "another.csv").exists()
    if style == "csv":
        export(emptied, style, to=tmp_path / "another.csv")  # of headings alone


def test_no_marks_by_hand_replace_none(course, tmp_path):
    path, _ = export(course, "csv", "question", to=tmp_path / "marks.csv")
    assert rows_of(path, "utf-8-sig") == [list(exporting.BY_QUESTION)]
    export(course, "csv", to=path)
    before = path.read_bytes()
    with pytest.raises(CourseError, match="left as it is"):
        export(course, "csv", "question", to=path)
    assert path.read_bytes() == before


def test_what_cannot_be_written_wholly_leaves_the_old_marks(tmp_path, monkeypatch):
    course = make_course(tmp_path)
    with course.nbgrader.gradebook as gradebook:
        gradebook.add_student("ada")
    path = tmp_path / "marks.csv"
    path.write_text("the marks of a term\n", encoding="utf-8")
    rows = [["student"], None]  # as a disk that is full in the middle
    monkeypatch.setattr(exporting.CsvExport, "rows", lambda *_: rows)
    with pytest.raises(Exception, match="iterable expected"):
        export(course, "csv", to=path)
    assert path.read_text(encoding="utf-8") == "the marks of a term\n"
    assert not list(tmp_path.glob("*.half"))
