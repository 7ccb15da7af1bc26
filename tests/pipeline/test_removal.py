"""Taking a person out of everything, and that nothing brings them back unasked."""

import datetime
import shutil
import zipfile

import pytest
from click.testing import CliRunner
from nbgrader.api import Grade
from pipeline.downloads import ADA, JUERGEN, KIM, NOTEBOOK, AsCanvasWrites, names_in
from pipeline.downloads import notes as notes_of
from pipeline.small_course import EXERCISE, POINTS, QUESTION
from sqlalchemy import insert, select

from grading import removal
from grading.autograde import run as autograde
from grading.cli import main
from grading.collect import collect
from grading.course import CourseError
from grading.deadlines.extensions import extend, read_extensions
from grading.export import export
from grading.gradebook import own_tables
from grading.marking.record import MARKS, OPEN
from grading.people.removed import read_days
from grading.private_file import private
from grading.results.read import read_people
from grading.submission.marked import ANSWERS

DAY = datetime.timedelta(days=1)
BACK = "id,first_name,last_name\nal01,Ada,Lovelace\n"


@pytest.fixture
def course(class_course, pack, right):
    """Ada and Jürgen have handed in twice, and Ada's answer was marked."""
    course = class_course
    two = [(f"{ADA}/{NOTEBOOK}", right), (f"{JUERGEN}/{NOTEBOOK}", right)]
    collect(course, EXERCISE, pack(*two, name="one.zip"))
    later = [(f"{ADA}/{NOTEBOOK}", right + " ", (2027, 2, 2, 9, 0, 0)), two[1]]
    collect(course, EXERCISE, pack(*later, name="two.zip"))
    extend(course, {("al01", EXERCISE): DAY, ("jm02", EXERCISE): DAY})
    for step in ("autograded", "feedback"):
        for student in ("al01", "jm02"):
            (course.root / step / student).mkdir(parents=True)
    with course.nbgrader.gradebook as book:
        for student in ("al01", "jm02"):
            book.add_submission(EXERCISE, student)
            key = {"exercise": EXERCISE, "question": QUESTION, "student": student}
            grade = book.find_grade(QUESTION, EXERCISE, EXERCISE, student)
            now = {"by": "Eve", "at": datetime.datetime(2027, 2, 3)}
            tables = own_tables(book)
            tables.execute(insert(ANSWERS).values(key | {"text": f"{student} says"}))
            tables.execute(insert(MARKS).values(key | now | {"waited_before": 1}))
            tables.execute(insert(OPEN).values(now | {"grade": grade.id}))
        book.db.commit()
    return course


def type_in(course, *words, fails=False):
    command = ["--course", str(course.root), "class", *map(str, words)]
    done = CliRunner().invoke(main, command, catch_exceptions=False)
    assert (done.exit_code != 0) is fails, done.output
    return " ".join(done.output.split())


def write(course, text):
    path = course.root / "class.csv"
    path.write_text(text, encoding="utf-8")
    return path


def names_of(path):
    with zipfile.ZipFile(path) as archive:
        return archive.namelist()


def everything(course):
    """All files of the course with their contents, but those of locks and databases."""
    return {
        path.relative_to(course.root): path.read_bytes() if path.is_file() else None
        for path in course.root.rglob("*")
        if path.suffix not in (".db", ".lock", ".pyc")
    }


def rows(course):
    """How many rows each of the tables has."""
    with course.nbgrader.gradebook as book:
        tables = own_tables(book)
        own = [len(tables.execute(select(one)).all()) for one in (ANSWERS, MARKS, OPEN)]
        return [*own, len(read_extensions(course)), book.db.query(Grade).count()]


def test_a_person_is_taken_out_of_everything(course):
    (course.root / "gradebook.db.2027-01-31").write_text("a copy")
    export(course, "csv", to=course.root / "marks.csv")
    for name in ("feedback-moodle-x.zip", f"downloaded/{EXERCISE}/worksheet.csv"):
        (course.root / name).write_text("also of Ada")
    said = type_in(course, "--remove", "al01", "--yes")
    one = len(POINTS) + 1
    assert rows(course) == [1, 1, 1, 1, one]
    assert "al01" not in {person.id for person in read_people(course)}
    for step in ("submitted", "autograded", "feedback"):
        assert [path.name for path in (course.root / step).iterdir()] == ["jm02"]
    downloads = course.root / "downloaded" / EXERCISE
    for name in ("one.zip", "two.zip"):
        archive = downloads / "archive" / name
        assert names_of(archive) == [f"{JUERGEN}/{NOTEBOOK}"]
        assert archive.stat().st_mode & 0o777 == 0o600
        assert f"in downloaded/{EXERCISE}/archive/{name} the files of Ada Love" in said
    left = {path.name for path in course.root.rglob("*")}
    assert not any("al01" in name or "Ada" in name for name in left)
    assert ".grading-removed" not in left
    content = (course.root / "gradebook.db").read_bytes()
    assert all(one not in content for one in (b"Lovelace", b"ada@", b"al01 says"))
    for words in (
        "1 submission, 1 answer, 1 extension, 1 mark, 1 open answer",
        "* gradebook.db.2027-01-31",
        "* marks.csv",
        "* feedback-moodle-x.zip",
        f"* downloaded/{EXERCISE}/worksheet.csv",
        "Next: grading export",
    ):
        assert words in said


def test_collecting_brings_nobody_back(course, pack, right, tmp_path):
    type_in(course, "--remove", "al01", "--yes")
    before = everything(course)
    plan = collect(course, EXERCISE, tmp_path / "one.zip")
    after = everything(course)
    assert {
        p for p in after.keys() - before.keys() if "extracted" not in p.parts
    } == set()
    assert "al01 was removed from the class on" in notes_of(plan)
    # Nor under another id, nor in another exercise's zip file, nor by Canvas's number.
    for name in (f"{ADA.replace('4711', '9')}/{NOTEBOOK}", f"x_101_9001_{NOTEBOOK}"):
        plan = collect(course, EXERCISE, pack((name, right), name="three.zip"))
        assert "al01 was removed from the class on" in notes_of(plan)
    assert {name.partition("/")[0] for name in names_in(course)} == {"jm02"}


def test_nbgraders_own_commands_bring_nobody_back(course, run, tmp_path):
    type_in(course, "--remove", "al01", "--yes")
    archive = course.root / "downloaded" / EXERCISE / "archive" / "again.zip"
    shutil.copy(tmp_path / "one.zip", archive)
    said = run("nbgrader", "zip_collect", EXERCISE, folder=course.root).stderr
    assert "al01: left out" in said
    shutil.rmtree(course.root / "submitted" / "jm02")
    (course.root / "submitted" / "al01" / EXERCISE).mkdir(parents=True)
    shutil.copy(
        course.notebook_path("release", EXERCISE),
        course.notebook_path("submitted", EXERCISE, "al01"),
    )
    done = run("nbgrader", "autograde", EXERCISE, folder=course.root, expect=1)
    assert "Not entered: al01 was removed from the class on" in done.stderr
    [mark] = autograde(course, [EXERCISE])
    assert mark.status == "not in the class" and "grading class FILE" in mark.reason
    assert "al01" not in {person.id for person in read_people(course)}
    # What has come since goes as well, and the name is still known.
    type_in(course, "--remove", "al01", "--yes")
    assert not (course.root / "submitted" / "al01").exists()
    assert "al01 was rem" in notes_of(collect(course, EXERCISE, tmp_path / "two.zip"))


def test_a_class_list_takes_them_in_again(course, tmp_path):
    type_in(course, "--remove", "al01", "--yes")
    said = type_in(course, write(course, BACK), fails=True)
    assert f"al01 was removed on {datetime.date.today()} and would be in the" in said
    assert "new al01 Ada, Lovelace" in said and "al01" in read_days(course)
    type_in(course, write(course, BACK), "--yes")
    assert read_days(course) == {}
    collect(course, EXERCISE, tmp_path / "one.zip")
    assert f"al01/{NOTEBOOK}" in names_in(course)


def test_without_yes_nothing_is_removed(course):
    before = everything(course), rows(course)
    said = type_in(course, "--remove", "al01", fails=True)
    assert "* submitted/al01" in said and "Nothing was changed" in said
    assert (everything(course), rows(course)) == before


@pytest.mark.parametrize("where", ["flush", "files"])
def test_what_goes_wrong_leaves_everything_as_it_was(course, monkeypatch, where):
    before = everything(course), rows(course)

    def fail(*words):
        raise CourseError("the disk is full")

    if where == "flush":
        monkeypatch.setattr(removal.removed, "remember", fail)
    else:
        monkeypatch.setattr(removal.os, "replace", fail)
    assert "disk is full" in type_in(course, "--remove", "al01", "--yes", fails=True)
    assert (everything(course), rows(course)) == before
    monkeypatch.undo()
    type_in(course, "--remove", "al01", "--yes")


def test_who_is_not_there_is_not_removed(course):
    (course.root / "autograded" / ".gitkeep").touch()
    before = everything(course)
    for said in ("*", "..", "a/b", "al0", "Ada Lovelace", ".gitkeep", "=cmd()"):
        words = type_in(course, "--remove", said, "--yes", fails=True)
        assert f"has a student {said!r}" in words
        assert everything(course) == before


def test_who_has_the_same_name_stays(class_course, pack, right):
    path = pack((f"{KIM}/{NOTEBOOK}", right), (f"{JUERGEN}/{NOTEBOOK}", right))
    collect(class_course, EXERCISE, path)
    said = type_in(class_course, "--remove", "twin1", "--yes")
    assert "Kim Lee (Moodle 4713) in downloaded/" in said and "another of this" in said
    collect(class_course, EXERCISE, path)
    assert names_in(class_course) == {f"twin2/{NOTEBOOK}", f"jm02/{NOTEBOOK}"}


def test_what_is_no_zip_file_and_names_without_a_mark(class_course, pack, right):
    ada, juergen = f"lovelaceada_101_9001_{NOTEBOOK}", "müllerlüdenscheidtjürgen_102_9_"
    path = pack((ada, right), (f"{juergen}{NOTEBOOK}", right), kind=AsCanvasWrites)
    collect(class_course, EXERCISE, path)
    archive = class_course.root / "downloaded" / EXERCISE / "archive"
    (archive / "broken.zip").write_bytes(b"PK")
    said = type_in(class_course, "--remove", "al01", "--yes")
    assert "broken.zip, which may hold theirs" in said
    assert names_of(archive / path.name) == [f"{juergen}{NOTEBOOK}"]
    (archive / "broken.zip").unlink()
    shutil.rmtree(class_course.root / "submitted")
    plan = collect(class_course, EXERCISE, path)
    assert names_in(class_course) == {f"jm02/{NOTEBOOK}"}
    assert "al01 was removed" in notes_of(plan)
    assert [one.name for one in archive.iterdir()] == [path.name]


def test_who_has_a_folder_alone_can_be_removed(class_course):
    folder = class_course.root / "submitted" / "[red]x" / EXERCISE
    folder.mkdir(parents=True)
    said = type_in(class_course, "--remove", "[red]x", "--yes")
    assert "* submitted/[red]x" in said and not folder.parent.exists()


def test_files_with_names_are_their_owners_alone(class_course, pack, right, tmp_path):
    collect(class_course, EXERCISE, pack((f"{ADA}/{NOTEBOOK}", right)))
    path, _ = export(class_course, "moodle", to=tmp_path / "marks.csv")
    with private(tmp_path / "page") as half:
        assert half.stat().st_mode & 0o777 == 0o600
        half.write_text("x")
    archive = class_course.root / "downloaded" / EXERCISE / "archive/download.zip"
    for one in (archive, path, tmp_path / "page"):
        assert one.stat().st_mode & 0o777 == 0o600


def test_what_the_exchange_has_is_named(class_course, tmp_path):
    course = class_course.nbgrader.coursedir.course_id
    inbound = tmp_path / "exchange" / course / "inbound"
    for name in (f"al01+{EXERCISE}+2027", f"al011+{EXERCISE}+2027"):
        (inbound / name).mkdir(parents=True)
    with (class_course.root / "nbgrader_config.py").open("a") as settings:
        settings.write(f'c.Exchange.root = "{tmp_path / "exchange"}"\n')
    said = type_in(class_course, "--remove", "al01", fails=True)
    assert f"* {inbound / 'al01'}+" in said and "al011+" not in said
