"""The class list: read from what spreadsheets write, and who is not in it is not graded."""

import io
import shutil
import zipfile

import pytest
from nbgrader.api import Gradebook
from pipeline.downloads import ADA, NOTEBOOK, names_in, time_of
from pipeline.small_course import EXERCISE, HandIn, as_it_is, lay, make_course

from grading import autograde
from grading.collect import collect
from grading.course import Course, CourseError
from grading.demo import refuse_beside_others
from grading.people.changes import compare
from grading.people.class_file import read_class
from grading.people.class_list import enter
from grading.results.read import Person, read_people
from grading.text_files import read_table

TEXT = (
    "id,first_name,last_name,email\n"
    "bob,Bob,Hope,bob@example.org\n"
    'jm,Jörg,"Müller, Dr.",jm@example.org\n'
)
PEOPLE = [
    Person("bob", "Bob", "Hope", "bob@example.org", ""),
    Person("jm", "Jörg", "Müller, Dr.", "jm@example.org", ""),
]


@pytest.fixture(scope="module")
def empty(tmp_path_factory):
    return make_course(tmp_path_factory.mktemp("empty"))


@pytest.fixture
def course(empty, tmp_path):
    return Course(shutil.copytree(empty.root, tmp_path / "course"))


def write(folder, text, encoding="utf-8"):
    path = folder / "class.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
    return path


def import_students(course, path):
    """Enter a class list; the ids that are new, and those that were there."""
    changes = compare(course, read_class(path))
    enter(course, changes)
    there = [*changes.changed, *changes.same]
    return [row.id for row in changes.new], [row.id for row in there]


def split_at(separator):
    return (
        TEXT.replace("Müller, Dr.", "#")
        .replace(",", separator)
        .replace("#", "Müller, Dr.")
    )


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        TEXT.replace("\n", "\r\n"),
        TEXT + "\n,,,\n",
        split_at(";"),
        split_at("\t"),
        "sep=;\r\n" + split_at(";"),
        TEXT.replace("ö", "o\u0308"),
    ],
)
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_a_class_list_is_read_as_spreadsheets_write_it(course, text, encoding):
    path = write(course.root, text, encoding)
    assert import_students(course, path) == (["bob", "jm"], [])
    assert read_people(course) == PEOPLE
    assert import_students(course, path) == ([], ["bob", "jm"])


def test_a_column_that_is_not_there_stays_as_it_is(course):
    import_students(course, write(course.root, TEXT))
    path = write(course.root, "lms_user_id;id;first_name\n17;bob;\n18;cleo;Cleo\n")
    assert import_students(course, path) == (["cleo"], ["bob"])
    assert read_people(course) == [
        Person("bob", "", "Hope", "bob@example.org", "17"),
        Person("cleo", "Cleo", "", "", "18"),
        PEOPLE[1],
    ]


@pytest.mark.parametrize(
    "headings",
    [
        "ID,First_Name,Last_Name,EMAIL",
        "Id,First Name,last name,Email",
        " id ,FIRST NAME,LastName,E-Mail",
        "ID,first-name,LAST_NAME,email",
    ],
)
def test_headings_may_be_written_in_any_way(course, headings):
    text = TEXT.replace("id,first_name,last_name,email", headings)
    assert import_students(course, write(course.root, text)) == (["bob", "jm"], [])
    assert read_people(course) == PEOPLE


def test_of_two_headings_alike_the_exact_one_counts(course):
    import_students(course, write(course.root, "ID,id,First Name\n7,bob,Bob\n"))
    assert read_people(course) == [Person("bob", "Bob", "", "", "")]


def test_columns_that_are_not_used_are_named(course, run):
    path = write(course.root, "id,Vorname,First Name,Nachname,\nzoe,Zoë,Zoë,Ng,\n")
    assert import_students(course, path) == (["zoe"], [])
    said = run("grading", "class", path, folder=course.root).stdout
    assert "Not used: Vorname, Nachname." in said and "last_name" in said


def workbook():
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("xl/workbook.xml", "<x/>")
    return made.getvalue()


BAD = {
    "cp1252": (TEXT.encode("cp1252"), "not in UTF-8.*Windows-1252.*'Jörg'.*CSV UTF-8"),
    "xlsx": (workbook(), "is a workbook or zip file"),
    "xls": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "an old Excel"),
    "pdf": (b"%PDF-1.7", "is a PDF"),
    "html": (b"<!DOCTYPE html><table>", "is a web page"),
    "binary": (bytes(range(256)), "holds no text"),
    "half of utf-16": (("\ufeff" + TEXT).encode("utf-16-le")[:-1], "damaged UTF-16"),
    "empty": (b"", "is empty"),
    "headings only": (b"id,first_name\n", "names no students"),
    "other headings": (b"Nummer;Name\n1;Bob\n", "no column id, but Nummer, Name"),
    "id twice": (b"id\nbob\nada\nbob\n", r"the id bob: line 2 \(bob\) and line 4"),
    "no id": (b"id,email\n,a@b\n", "line 2: id is empty, so the id is missing"),
    "signs alone": (b"id\n*/?\n", "line 2: the id '.*' has no letter and no digit"),
    "too long": (b"id\n" + b"a" * 101, "is longer than 100"),
    "a comma": (b"id,last_name\nbob,Hope, Dr.\n", "line 2: it has more cells"),
    "a quote": (b'id,last_name\nbob,"Hope\nada,King\n', "line 2 .*quotation mark"),
    "two columns": (b"id,id\na,b\n", "two columns id"),
    "two alike": (b"ID,Id\na,b\n", r"two columns id \(ID, Id\)"),
    "two names": (b"id,First Name,FIRST_NAME\na,b,c\n", "two columns first_name"),
    "a bell": (b"n\x1b[31m,x\n1,2\n", r"no column id, but n\\x1b\[31m, x"),
}


@pytest.mark.parametrize("what", BAD)
def test_what_cannot_be_read_is_named_and_enters_nobody(course, run, what):
    content, words = BAD[what]
    path = write(course.root, content)
    with pytest.raises(CourseError, match=words):
        import_students(course, path)
    assert read_people(course) == []


def test_the_command_says_it_in_a_sentence(course, run):
    path = write(course.root, TEXT)
    done = run("grading", "class", path, "--yes", folder=course.root)
    assert "New in the class: 2" in done.stdout
    write(course.root, TEXT, "cp1252")
    done = run("grading", "class", path, folder=course.root, expect=1)
    assert "not in UTF-8" in done.stderr and "Traceback" not in done.stderr


def test_one_student_is_no_students(course):
    import_students(course, write(course.root, "id\nbob\n"))
    with pytest.raises(
        CourseError, match="has 1 student who is not the demonstration's"
    ):
        refuse_beside_others(course)


SHEET = (
    "Identifier,Full name,Email address,Last modified (submission)\n"
    'Participant 4711,Jörg Müller,j@example.org,"Sunday, 17 January 2027, 9:15 PM"\n'
)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252", "mac-roman"])
@pytest.mark.parametrize("separator", [",", ";"])
@pytest.mark.parametrize(
    "headings", ["Email address,Last modified", "EMAIL_ADDRESS,last_modified"]
)
def test_a_worksheet_from_excel_is_read(
    class_course, pack, right, tmp_path, encoding, separator, headings
):
    """Names are nothing that it is read for, so their encoding need not be guessed."""
    text = SHEET.replace("Email address,Last modified", headings)
    if separator == ";":
        first, _, time = text.partition('"')
        text = first.replace(",", ";") + '"' + time
    sheet = write(tmp_path, text, encoding)
    collect(class_course, EXERCISE, pack((f"{ADA}/{NOTEBOOK}", right)), worksheet=sheet)
    assert f"{time_of(class_course, 'al01')}" == "2027-01-17 20:15:00"


@pytest.mark.parametrize("what", ["xlsx", "xls", "pdf", "html", "binary", "empty"])
def test_what_is_no_worksheet_is_named(class_course, pack, right, tmp_path, run, what):
    content, words = BAD[what]
    path = pack((f"{ADA}/{NOTEBOOK}", right))
    for option in ("--worksheet", "--groups"):
        command = ("grading", "collect", EXERCISE, path, option)
        sheet = write(tmp_path, content)
        done = run(*command, sheet, folder=class_course.root, expect=1)
        assert "Traceback" not in done.stderr
        assert words.removeprefix("is ").split(".*")[0] in " ".join(done.stderr.split())
    assert not names_in(class_course)


def test_a_cell_that_nobody_asks_for_may_be_in_any_encoding(tmp_path):
    path = write(tmp_path, "id,name\nbob,J\xf6rg\n", "cp1252")
    table = read_table(path, ("id",), "list", "")
    assert table.cell(table.rows[0], "id") == "bob"
    with pytest.raises(CourseError, match="'Jörg'"):
        table.cell(table.rows[0], "name")


def remove(course, student):
    with Gradebook(course.nbgrader.coursedir.db_url) as book:
        book.remove_student(student)


def test_who_was_taken_out_is_not_brought_back(course):
    import_students(course, write(course.root, "id,first_name\nbob,Bob\n"))
    lay(course, HandIn("bob", as_it_is))
    [mark] = autograde.run(course, [EXERCISE])
    assert mark.status == "graded"
    remove(course, "bob")
    # Not even where nobody is left by whom a class list could be told.
    for students in ((), ("bob",)):
        [mark] = autograde.run(Course(course.root), [EXERCISE], students)
        assert mark.status == "not in the class"
        assert "remove submitted/bob" in mark.reason
        assert read_people(course) == []
    import_students(course, write(course.root, "id,first_name\nbob,Bob\n"))
    [mark] = autograde.run(course, [EXERCISE])
    assert (mark.status, mark.points) == ("graded", 7)


def test_who_is_not_in_the_class_stops_nobody(course, run):
    import_students(course, write(course.root, "id,first_name\nbob,Bob\n"))
    for student in ("ada", "bob", "zoe"):
        lay(course, HandIn(student, as_it_is))
    done = run("grading", "autograde", EXERCISE, folder=course.root)
    assert "1 graded" in done.stdout
    assert done.stdout.count("not in the class list, so not graded") == 2
    assert [person.id for person in read_people(course)] == ["bob"]
    assert not course.notebook_path("autograded", EXERCISE, "zoe").exists()


def test_without_a_class_list_all_are_graded(course):
    lay(course, HandIn("ada", as_it_is))
    for _ in range(2):  # ada has an id in the gradebook after the first time
        [mark] = autograde.run(course, [EXERCISE])
        assert mark.status == "graded"
    lay(course, HandIn("bob", as_it_is))
    assert [mark.status for mark in autograde.run(course, [EXERCISE])] == ["graded"] * 2
