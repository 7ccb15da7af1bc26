"""Class lists as Moodle and Canvas write them, what they would change, and whom they refuse."""

import datetime
import shutil

import pytest
from click.testing import CliRunner
from pipeline.small_course import make_course

from grading.arrival.given_times import read_times
from grading.arrival.groups import read_groups
from grading.cli import main
from grading.course import Course
from grading.ids import id_of, safe_id
from grading.people.class_file import read_class
from grading.results.read import Person, read_people

UTC = datetime.UTC
ADA = Person("ada", "Ada", "Lovelace", "ada@example.org", "101")
BOB = Person("bob", "Bob", "[red]<b>", "", "")


@pytest.fixture(scope="module")
def template(tmp_path_factory):
    course = make_course(tmp_path_factory.mktemp("template"))
    with course.nbgrader.gradebook as book:
        for one in (ADA, BOB):
            facts = {name: value or None for name, value in vars(one).items()}
            book.add_student(facts.pop("id"), **facts)
    return course


@pytest.fixture
def course(template, tmp_path):
    return Course(shutil.copytree(template.root, tmp_path / "course"))


@pytest.fixture
def enter(course):
    """Write a class list, give it to the command, and return what that says."""

    def written(text, *words, encoding="utf-8", fails=False, answer=None):
        path = course.root / "class.csv"
        path.write_bytes(text.encode(encoding))
        path.chmod(0o600)
        command = ["--course", str(course.root), "class", str(path), *words]
        done = CliRunner().invoke(main, command, input=answer, catch_exceptions=False)
        assert (done.exit_code != 0) is fails, done.output
        return " ".join(done.output.split())

    return written


MOODLE = (
    '"First name","Last name","Username","ID number","Email address","Groups"\n'
    '"Ada","Lovelace","ada","101","ada@example.org","A"\n'
    '"Jörg","=cmd()","007","","j@example.org",""\n'
)
CANVAS = (
    "Student,ID,SIS User ID,SIS Login ID,Section,small (7)\n"
    ",,,,,Manual Posting\n"
    "    Points Possible,,,,,9\n"
    '"Lovelace, Ada",101,u1,ada,A and B,5\n'
    '"=""=cmd(), Jörg""",102,u2,joerg x,A,\n'
    '"Student, Test",999,,8f3a,A,\n'
)
JOERG = ("Jörg", "=cmd()")


@pytest.mark.parametrize(
    "as_written",
    [
        lambda text: (text, "utf-8"),
        lambda text: (text.replace(",", ";").replace("=cmd();", "=cmd(),"), "utf-16"),
        lambda text: (text.replace("\n", "\r\n"), "utf-8-sig"),
    ],
)
@pytest.mark.parametrize(
    ("text", "joerg", "column"),
    [
        (MOODLE, Person("s007", *JOERG, "j@example.org", ""), "Username"),
        (CANVAS, Person("joerg-x", *JOERG, "", "102"), "SIS Login ID"),
    ],
)
def test_platforms_own_files_are_read(course, enter, text, joerg, column, as_written):
    text, encoding = as_written(text)
    text = text.replace("Lovelace; Ada", "Lovelace, Ada").replace("nt; T", "nt, T")
    said = enter(text, "--yes", encoding=encoding)
    assert f"Ids are from the column {column};" in said
    assert "New in the class: 1. Changed: 0." in said
    assert read_people(course) == sorted([ADA, BOB, joerg], key=lambda one: one.id)
    assert "says the same already" in enter(text, encoding=encoding)


def test_canvas_may_write_names_in_two_columns(course, enter):
    text = (
        "LastName,FirstName,ID,SIS Login ID,Section\n"
        "    Points Possible,,,,\n"
        "Lovelace,Ada,101,ada,A\n"
        '"=""=x""",Zoë,103,zoe,A\n'
        "Student,Test,9,8f3a,A\n"
    )
    said = enter(text, "--yes")
    assert "Left out: line 5: the platform's test student" in said
    assert read_people(course) == [ADA, BOB, Person("zoe", "Zoë", "=x", "", "103")]


@pytest.mark.parametrize(
    ("text", "words", "ids"),
    [
        ("First name,Surname,ID number,Email address\nA,B,7,a@b\n", "", ["s7"]),
        ("First name,Surname,ID number,Email address\nA,B,,a@b\n", "", ["a@b"]),
        ("id,Matrikel\nx,a 7/8\n", "Matrikel", ["a-7-8"]),
        (CANVAS, "SIS User ID", ["u1", "u2"]),
        (CANVAS, "ID", ["s101", "s102"]),
    ],
)
def test_the_column_of_the_id_is_the_first_with_entries_or_the_one_named(
    tmp_path, text, words, ids
):
    path = tmp_path / "class.csv"
    path.write_text(text, encoding="utf-8")
    assert [safe_id(row.said) for row in read_class(path, words).rows] == ids


@pytest.mark.parametrize(
    ("said", "made"),
    [
        *(("ada", "ada"), ("ada.l_1-x@y", "ada.l_1-x@y"), ("jörg", "jörg")),
        *((" ada l ", "ada-l"), ("101", "s101"), ("7up", "s7up"), ("_a", "s_a")),
        *(("../a", "a"), ("a*?[b]", "a-b"), ("-a", "a"), (".a", "a"), ("a+b", "a-b")),
        *(("=cmd()", "cmd"), ("<b>", "b"), ("a\tb\x1b[0m", "a-b-0m"), ("*/", "")),
    ],
)
def test_an_id_gets_one_safe_form(said, made):
    assert safe_id(said) == made and safe_id(made) == made


def test_an_id_of_the_gradebook_stays_as_it_is(course, enter):
    with course.nbgrader.gradebook as book:
        book.add_student("7")
    assert "New: 0, changed: 1, the same: 0" in enter("id,first_name\n7,Zoë\n", "--yes")
    assert Person("7", "Zoë", "", "", "") in read_people(course)
    assert (id_of("7", {"7"}), id_of("8", {"7"})) == ("7", "s8")


def test_files_for_collecting_may_have_the_ids_as_they_were(course, enter, tmp_path):
    enter("id\n101\n", "--yes")
    path = tmp_path / "list.csv"
    path.write_text("student,time\n101,2027-01-31 20:15 UTC\n", encoding="utf-8")
    assert read_times(path, UTC, {"s101"}).keys() == {"s101"}
    path.write_text("group,student\nG 1,101\nG 1,ada\n", encoding="utf-8")
    [group] = read_groups(path, read_people(course)).values()
    assert group.students == ("s101", "ada")


LIST = "id,email\nada,new@example.org\nzoe,zoe@example.org\n"


def test_what_would_change_is_shown_and_nothing_is_changed_unasked(course, enter):
    said = enter(LIST, fails=True)
    assert "changed ada email: ada@example.org → new@example.org" in said
    assert "gone bob Bob [red]<b>" in said and "new zoe zoe@example.org" in said
    assert "grading class --remove bob" in said
    assert "New: 1, changed: 1, the same: 0, gone: 1." in said
    assert "Nothing was changed" in said and "--yes" in said
    assert read_people(course) == [ADA, BOB]


@pytest.mark.parametrize(("answer", "count"), [("n\n", 2), ("\n", 2), ("y\n", 3)])
def test_on_a_terminal_the_command_asks(course, enter, monkeypatch, answer, count):
    monkeypatch.setattr("grading.cli.asked.can_ask", lambda: True)
    said = enter(LIST, answer=answer)
    assert "Enter this? [y/N]" in said
    assert ("Nothing was changed" in said) is (count == 2)
    assert len(read_people(course)) == count


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "id,email\na,X@b\nb,x@B\n",
            "the e-mail address x@b: line 2 (a) and line 3 (b)",
        ),
        ("id,lms_user_id\na,7\nb,7\n", "the number 7: line 2 (a) and line 3 (b)"),
        ("id\na b\na/b\n", "the id a-b: line 2 (a b) and line 3 (a/b)"),
        ("id,lms_user_id\nzoe,101\n", "line 2 (zoe) and ada in the gradebook"),
        (MOODLE.replace('"007"', '""'), "line 3: Username is empty, so the id is"),
        ("Vorname,Nachname\nZoë,Ng\n", "Moodle (switched to English)"),
    ],
)
def test_what_is_double_or_unclear_enters_nobody(course, enter, text, words):
    assert words in enter(text, "--yes", fails=True)
    assert read_people(course) == [ADA, BOB]


def test_an_address_may_go_from_one_to_the_other(course, enter):
    enter("id,email\nada,\nbob,ada@example.org\n", "--yes")
    assert [one.email for one in read_people(course)] == ["", "ada@example.org"]


def test_a_column_without_entries_empties_nothing(course, enter):
    text = "First name,Last name,Username,ID number\nAda,Lovelace,ada,\n"
    assert "the same: 1, gone: 1" in enter(text, "--yes")
    assert read_people(course) == [ADA, BOB]


def test_a_list_that_others_can_read_is_named(course, enter):
    assert "chmod 600" not in enter(LIST, fails=True)
    path = course.root / "class.csv"
    path.chmod(0o644)
    command = ["--course", str(course.root), "class", str(path)]
    assert "chmod 600" in CliRunner().invoke(main, command).output
