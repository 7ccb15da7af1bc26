"""Feedback and marks on their way back: to Moodle, to Canvas, and by the exchange."""

import csv
import io
import shutil
import zipfile
from pathlib import Path, PurePosixPath

import pytest
from click.testing import CliRunner
from nbgrader.utils import temp_attrs
from pipeline.downloads import ADA, JUERGEN, NOTEBOOK
from pipeline.small_course import EXERCISE, POINTS, QUESTION, QUESTION_POINTS

from grading.arrival.lms import name_back, read_names
from grading.cli import main
from grading.collect import collect
from grading.course import Course, CourseError, at_work
from grading.give_back import by_exchange
from grading.returning.worksheet import fill_in
from grading.submission.folder import Submission
from grading.submission.rebuild import rebuild
from grading.submission.save import save

PAGE = f"{EXERCISE}.html"
TESTS = sum(POINTS.values())
ALL = TESTS + QUESTION_POINTS
HEADINGS = (
    'Identifier,"Full name","Email address",Status,Grade,"Maximum grade","Grade can be '
    'changed","Last modified (submission)","Last modified (grade)","Feedback comments"\n'
)
WORKSHEET = HEADINGS + "".join(
    f'"Participant {number}",{name},{email},"Submitted for grading",{{{student}}},9.00,Yes,'
    f'"Sunday, 31 January 2027, 9:15 PM",-,{comment}\n'
    for student, number, name, email, comment in (
        ("al01", 4711, '"Ada Lovelace"', "ada@example.org", '"says ""hm"", twice"'),
        ("jm02", 4712, '"Jürgen Müller-Lüdenscheidt"', "jm@example.org", ""),
        ("on03", 4715, '"Pat O\'Neill"', "", '"two\nlines; and <b>=1+1</b>"'),
        ("twin1", 4713, '"Kim Lee"', "kim1@example.org", ""),
        ("twin2", 4714, '"Kim Lee"', "kim2@example.org", ""),
    )
)
EMPTY = dict.fromkeys(("al01", "jm02", "on03", "twin1", "twin2"), "")
TO_MOODLE = ("return", EXERCISE, "--format", "moodle")
ONEILL = "Pat ONeill_4715_assignsubmission_file_"
KIMS = tuple(f"Kim Lee_{number}_assignsubmission_file_" for number in (4713, 4714))


GIVEN = "\ufeff" + WORKSHEET.format(**EMPTY)


@pytest.fixture
def course(class_course) -> Course:
    return class_course


@pytest.fixture
def worksheet(tmp_path) -> Path:
    path = tmp_path / "grades.csv"
    path.write_text(GIVEN, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def graded_template(class_template, right, tmp_path_factory) -> Path:
    """All but one are graded, of those all but one are marked, and the worksheet is kept."""
    folder = tmp_path_factory.mktemp("graded")
    course = Course(shutil.copytree(class_template.root, folder / "course"))
    path = folder / "download.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name in (ADA, JUERGEN, ONEILL, *KIMS):
            archive.writestr(f"{name}/{NOTEBOOK}", right)
    (folder / "grades.csv").write_text(GIVEN, encoding="utf-8")
    collect(course, EXERCISE, path, worksheet=folder / "grades.csv")
    grade(course, "al01", "jm02", "on03", "twin2")
    mark(course, 1.5, "al01", "on03")
    mark(course, 2, "twin2")
    return course.root


@pytest.fixture
def graded(graded_template, tmp_path) -> Course:
    return Course(shutil.copytree(graded_template, tmp_path / "graded"))


def type_in(course: Course, *words: object, fails: bool = False) -> str:
    """What a command of `grading` says."""
    typed = ["--course", str(course.root), *map(str, words)]
    done = CliRunner().invoke(main, typed, catch_exceptions=False)
    assert (done.exit_code != 0) is fails, done.output
    return " ".join(done.output.split())


def grade(course: Course, *students: str) -> None:
    """As grading saves it where all tests pass."""
    for student in students:
        submission = Submission(course, EXERCISE, student)
        save(submission, rebuild(submission).notebook)


def mark(course: Course, points: float, *students: str) -> None:
    with course.nbgrader.gradebook as gradebook:
        for student in students:
            grade = gradebook.find_grade(QUESTION, EXERCISE, EXERCISE, student)
            grade.manual_score, grade.needs_manual_grade = points, False
        gradebook.db.commit()


def pages_in(path: Path) -> dict[str, str]:
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name).decode() for name in archive.namelist()}


def files_of(course: Course, system: str) -> tuple[Path, Path]:
    return tuple(
        course.root / f"{what}-{system}-{EXERCISE}.{kind}"
        for what, kind in (("feedback", "zip"), ("marks", "csv"))
    )


def lay(course: Course, student: str, text: str) -> Path:
    folder = Submission(course, EXERCISE, student).folder
    folder.mkdir(parents=True)
    (folder / NOTEBOOK).write_text(text, encoding="utf-8")
    return folder


def test_to_moodle_and_back(graded):
    said = type_in(graded, *TO_MOODLE)
    assert "waits for a mark by hand: 1. To do: grading mark jm02 Feed" in said
    assert f"not graded: 1. To do: grading autograde {EXERCISE} twin1" in said
    assert "Feedback for 3 students." in said and "Upload grading worksheet" in said
    feedback, marks = files_of(graded, "moodle")
    pages = pages_in(feedback)
    assert pages.keys() == {f"{one}/{PAGE}" for one in (ADA, ONEILL, KIMS[1])}
    page = pages[f"{ADA}/{PAGE}"]
    assert f"{TESTS + 1.5:g} of {ALL} points" in page
    assert Submission(graded, EXERCISE, "al01").page.read_text("utf-8") == page
    grades = {"al01": "8.5", "on03": "8.5", "twin2": "9"}
    expected = "\ufeff" + WORKSHEET.format(**EMPTY | grades)
    assert marks.read_bytes() == expected.encode()
    kept = graded.root / "downloaded" / EXERCISE / "worksheet.csv"
    files = (feedback, marks, kept)
    assert [path.stat().st_mode & 0o777 for path in files] == [0o600] * 3
    type_in(graded, *TO_MOODLE, "--unfinished")
    assert f"{JUERGEN}/{PAGE}" in pages_in(feedback)
    expected = "\ufeff" + WORKSHEET.format(**EMPTY | grades | {"jm02": str(TESTS)})
    assert marks.read_text("utf-8") == expected


def test_without_a_worksheet_there_is_feedback_alone(graded):
    (graded.root / "downloaded" / EXERCISE / "worksheet.csv").unlink()
    said = type_in(graded, *TO_MOODLE)
    assert "give it (--worksheet FILE)" in said
    feedback, marks = files_of(graded, "moodle")
    # Without addresses the two of the same name cannot be told apart.
    assert pages_in(feedback).keys() == {f"{one}/{PAGE}" for one in (ADA, ONEILL)}
    assert f"{EXERCISE}.html yourself twin2" in said
    assert "Kim Lee (Moodle 4713): several students are called so" in said
    assert not marks.exists()


def test_who_cannot_get_it_is_named_with_why(graded, right, worksheet):
    """Handed in anew, by mail, a stranger, no row, and not at all."""
    lay(graded, "<b>[red]=1+1", right)
    folder = Submission(graded, EXERCISE, "twin2").folder
    (folder / "timestamp.txt").write_text("2027-02-02 10:00 UTC\n", encoding="utf-8")
    with graded.nbgrader.gradebook as gradebook:
        gradebook.add_student("zoe", first_name="Zoe", last_name="Zimmer")
        gradebook.add_student("mail", first_name="Max", last_name="Post")
    lay(graded, "mail", right)
    grade(graded, "mail")
    mark(graded, 2, "mail")
    without = "".join(GIVEN.splitlines(keepends=True)[:3]).replace("Yes", "No", 1)
    worksheet.write_text(without, encoding="utf-8")
    said = type_in(graded, *TO_MOODLE, "--worksheet", worksheet)
    for words in (
        f"anew since it was graded: 1. To do: grading autograde {EXERCISE} twin2",
        "or remove submitted/STUDENT <b>[red]=1+1 ",
        f"from Moodle, so no page: 1. To do: give them feedback/STUDENT/{EXERCISE}/",
        "yourself mail ",
        "worksheet (--worksheet FILE) on03 ",
        "not handed in: 1. zoe * Ada Lovelace",
        "Kim Lee (Moodle 4713): several students",
        "Ada Lovelace: Moodle lets nobody change the grade in this row",
        "Feedback for 2 students.",
    ):
        assert words in said
    feedback, marks = files_of(graded, "moodle")
    assert pages_in(feedback).keys() == {f"{one}/{PAGE}" for one in (ADA, ONEILL)}
    assert marks.read_text("utf-8") == without.replace('grading",,', 'grading",8.5,', 1)


def test_who_is_in_the_worksheet_need_not_have_handed_in_there(course, right, pack):
    collect(course, EXERCISE, pack((f"{ADA}/{NOTEBOOK}", right)))
    lay(course, "twin1", right)
    grade(course, "twin1")
    mark(course, 2, "twin1")
    path = course.root / "grades.csv"
    path.write_text(GIVEN, encoding="utf-8")
    said = type_in(course, *TO_MOODLE, "--worksheet", path)
    assert "Feedback for 1 student." in said
    assert pages_in(files_of(course, "moodle")[0]).keys() == {f"{KIMS[0]}/{PAGE}"}


@pytest.mark.parametrize(
    ("texts", "words"),
    [
        ({"9.00": "100.00"}, "the maximum grade is 100, but the exercise has 9 points"),
        ({"Participant 47": "Participant 99"}, "no number is in the zip files"),
        ({"4711": "x", "4712": "4711", "x": "4712"}, "is somebody else's"),
        ({"Grade,": "Bewertung,"}, "it has no column Grade, but Identifier"),
        ({GIVEN: ""}, "is empty"),
        ({GIVEN: "PK\3\4"}, "is a workbook"),
    ],
)
def test_another_worksheet_is_refused(graded, worksheet, texts, words):
    text = GIVEN
    for before, after in texts.items():
        text = text.replace(before, after)
    worksheet.write_text(text, encoding="utf-8")
    assert words in type_in(graded, *TO_MOODLE, "--worksheet", worksheet, fails=True)
    assert not any(path.exists() for path in files_of(graded, "moodle"))


@pytest.mark.parametrize(
    ("name", "back"),
    [
        (f"{ADA}/a.ipynb", f"{ADA}/{PAGE}"),
        ("Ada_4711_assignsubmission_file/a.ipynb", "Ada_4711_assignsubmission_file_"),
        ("Ada_4711_assignsubmission_file_a.ipynb", "Ada_4711_assignsubmission_file_"),
        ("A_B 1_4711_assignsubmission_file_/a_1_b", "A B 1_4711_assignsubmission_"),
        ("ada_LATE_101_9001_a_7_8.ipynb", f"ada_LATE_101_9001_{PAGE}"),
        ("_101_9001_a.zip", f"_101_9001_{PAGE}"),
    ],
)
def test_a_name_leads_back_to_its_author(name, back):
    [named] = read_names([PurePosixPath(name)])
    returned = name_back(named, PAGE)
    assert returned.startswith(back)
    [again] = read_names([PurePosixPath(returned)])
    assert again.author.number == named.author.number
    assert (again.attachment, str(again.file)) == (named.attachment, PAGE)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Identifier,Grade\nParticipant 1,\n", "Identifier,Grade\nParticipant 1,7.5\n"),
        (
            'Grade;Identifier\r\n"";"Participant 1"\r\n"5";P2',
            'Grade;Identifier\r\n7.5;"Participant 1"\r\n"5";P2',
        ),
        (
            'sep=,\nIdentifier,Note,Grade\n\n1,"a ""b"",\nc",3\n2,,',
            'sep=,\nIdentifier,Note,Grade\n\n1,"a ""b"",\nc",7.5\n2,,',
        ),
        ("Identifier\tGrade\r1\t\r", "Identifier\tGrade\r1\t7.5\r"),
        ("Identifier,Grade\n2,1\n1,", "Identifier,Grade\n2,1\n1,7.5"),
    ],
)
def test_a_worksheet_stays_as_it_came(tmp_path, encoding, before, after):
    path = tmp_path / "grades.csv"
    path.write_bytes(before.encode(encoding))
    assert fill_in(path, {"1": "7.5"}, 9).content == after.encode(encoding)


def test_to_canvas_and_back(course, pack, right):
    names = {
        "al01": "lovelaceada_101_9001",
        "jm02": "müllerlüdenscheidtjürgen_LATE_102_9002",
        "on03": "oneillpat_103_9003",
    }
    files = [(f"{name}_{NOTEBOOK}", right) for name in names.values()]
    again = (f"lovelaceada_101_9009_{EXERCISE}-1.ipynb", right)
    collect(course, EXERCISE, pack(*files, again))
    grade(course, *names)
    mark(course, 2, "al01")
    mark(course, 0, "jm02")
    said = type_in(course, "return", EXERCISE, "--format", "canvas")
    assert "an answer waits for a mark by hand: 1. To do: grading mark on03" in said
    assert "Re-Upload Submissions" in said
    feedback, marks = files_of(course, "canvas")
    pages = pages_in(feedback)
    names["al01"] = "lovelaceada_101_9009"  # the file that was handed in last
    assert pages.keys() == {f"{names[one]}_{PAGE}" for one in ("al01", "jm02")}
    assert f"{ALL} of {ALL} points" in pages[f"{names['al01']}_{PAGE}"]
    rows = list(csv.DictReader(io.StringIO(marks.read_text("utf-8"))))
    assert [(row["Student"], row["ID"], row[EXERCISE]) for row in rows] == [
        ("    Points Possible", "", str(ALL)),
        ("Lovelace, Ada", "101", str(ALL)),
        ("Müller-Lüdenscheidt, Jürgen", "102", str(TESTS)),
    ]
    assert marks.stat().st_mode & 0o777 == 0o600


def test_each_member_of_a_group_gets_it(course, pack, right, tmp_path):
    groups = tmp_path / "groups.csv"
    groups.write_text("group,student\nTensors,al01\nTensors,jm02\n", encoding="utf-8")
    path = pack((f"tensors_101_9001_{NOTEBOOK}", right))
    collect(course, EXERCISE, path, groups=groups)
    grade(course, "al01", "jm02")
    mark(course, 2, "al01", "jm02")
    words = ("return", EXERCISE, "--format", "canvas")
    assert "Feedback for 2 students." in type_in(course, *words)
    feedback, marks = files_of(course, "canvas")
    assert pages_in(feedback).keys() == {f"tensors_101_9001_{PAGE}"}
    mark(course, 1, "jm02")  # whom the other one's page would tell of it
    feedback.unlink()
    said = type_in(course, *words)
    assert "or some are not finished: 2." in said
    assert "Feedback for 0 students." in said and not feedback.exists()
    rows = marks.read_text("utf-8")
    assert '"Lovelace, Ada",101,,al01,,9' in rows and "jm02,,8" in rows


def test_nobody_is_finished_or_collected(course, pack, right):
    said = type_in(course, *TO_MOODLE, fails=True)
    assert "Nothing of small-exercise was collected from Moodle" in said
    collect(course, EXERCISE, pack((f"{ADA}/{NOTEBOOK}", right)))
    said = type_in(course, *TO_MOODLE, fails=True)
    assert "Nobody's small-exercise can be given back yet." in said
    grade(course, "al01")
    said = type_in(course, *TO_MOODLE, fails=True)
    assert "be given back yet (--unfinished takes more)" in said
    assert not any(path.exists() for path in files_of(course, "moodle"))
    words = ("return", EXERCISE, "--format", "exchange", "--to", ".")
    assert "--worksheet is for Moodle alone" in type_in(course, *words, fails=True)


def test_both_files_or_none(graded):
    _, marks = files_of(graded, "moodle")
    marks.mkdir()
    assert "is a folder" in type_in(graded, *TO_MOODLE, fails=True)
    assert not list(graded.root.glob("*feedback-*"))


@pytest.fixture
def exchange(course, tmp_path):
    root = tmp_path / "exchange"
    root.mkdir(mode=0o777)
    root.chmod(0o777)
    with (course.root / "nbgrader_config.py").open("a", encoding="utf-8") as settings:
        settings.write(
            f'\nc.Exchange.root, c.Exchange.cache = "{root}", "{tmp_path / "cache"}"\n'
            f'c.Exchange.assignment_dir = "{tmp_path / "home"}"\n'
        )
    return Course(course.root)


def submit(course: Course, home: Path, text: str, *students: str) -> None:
    """As each student's own command submits it."""
    (home / EXERCISE).mkdir(parents=True, exist_ok=True)
    (home / EXERCISE / NOTEBOOK).write_text(text, encoding="utf-8")
    book = course.nbgrader
    for student in students:
        with temp_attrs(book.coursedir, assignment_id=EXERCISE, student_id=student):
            book.exchange.Submit(
                coursedir=book.coursedir, authenticator=book.authenticator, parent=book
            ).start()


def fetched(course: Course, home: Path) -> list[str]:
    """The pages that students' own command fetches for what was submitted from here."""
    assert course.nbgrader.fetch_feedback(EXERCISE, "al01")["success"]
    pages = (home / EXERCISE / "feedback").rglob("*.html")
    return [page.read_text(encoding="utf-8") for page in pages]


def test_by_the_exchange(exchange, right, tmp_path):
    course, home = exchange, tmp_path / "home"
    assert course.nbgrader.release_assignment(EXERCISE)["success"]
    submit(course, home, right, "al01", "jm02")
    assert course.nbgrader.collect(EXERCISE)["success"]
    lay(course, "on03", right)  # by mail
    grade(course, "al01", "jm02", "on03")
    mark(course, 1, "al01", "on03")
    words = ("return", EXERCISE, "--format", "exchange")
    said = type_in(course, *words)
    assert "Feedback for 1 student." in said and "fetch_feedback" in said
    assert "did not come through the exchange: 1. To do: give" in said
    assert "an answer waits for a mark by hand: 1. To do: grading mark jm02" in said
    [page] = fetched(course, home)
    assert f"{TESTS + 1} of {ALL} points" in page
    mark(course, 2, "al01", "jm02")
    assert "Feedback for 2 students." in type_in(course, *words)
    pages = fetched(course, home)
    assert len(pages) == 2 and all(f"{ALL} of {ALL} points" in page for page in pages)


def test_without_an_exchange_nothing_is_released(exchange, right, tmp_path):
    course = exchange
    folder = lay(course, "al01", right)
    (folder / "timestamp.txt").write_text("2027-01-31 10:00 UTC\n", encoding="utf-8")
    (folder / "submission_secret.txt").write_text("secret", encoding="utf-8")
    grade(course, "al01")
    mark(course, 2, "al01")
    (tmp_path / "exchange").rmdir()
    said = type_in(course, "return", EXERCISE, "--format", "exchange", fails=True)
    assert "could release nobody's feedback (Unwritable directory, please" in said
    assert "c.Exchange.root" in said


def test_who_grades_meanwhile_is_waited_for(course):
    with at_work(course), pytest.raises(CourseError, match="Another grading"):
        by_exchange(course, EXERCISE)
