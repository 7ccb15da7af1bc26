"""Submissions of groups: laid for each member by a file that says who is in them."""

import pytest
from pipeline.downloads import ADA, NOTEBOOK, names_in, said_of
from pipeline.small_course import EXERCISE

from grading.collect import collect
from grading.course import CourseError

IN_CANVAS = f"projectgroup7_101_9001_{NOTEBOOK}"  # 101 is Ada's
IN_MOODLE = f"Group A_77_assignsubmission_file_/{NOTEBOOK}"


@pytest.fixture
def course(class_course):
    return class_course


@pytest.mark.parametrize(
    ("name", "words"),
    [
        (IN_CANVAS, "al01, who is called Ada Lovelace. If it is a group's: say who"),
        (f"thetensors_101_9001_{NOTEBOOK}", "who is called Ada Lovelace"),
        (f"group7_999_9001_{NOTEBOOK}", "a group's: say who is in it"),
        (IN_MOODLE, "a group's: say who is in it"),
        (f"Team 4_7_assignsubmission_file_{NOTEBOOK}", "a group's"),
        (f"Gruppe Müller_7_assignsubmission_file_{NOTEBOOK}", "a group's"),
    ],
)
def test_without_a_file_a_group_is_named_and_not_entered(
    course, pack, right, name, words
):
    plan = collect(course, EXERCISE, pack((name, right)))
    [outcome] = plan.outcomes
    assert outcome.what == "refused" and words in outcome.remarks[0]
    assert "--groups" in outcome.remarks[0]
    assert not names_in(course) and plan.is_refused()


@pytest.mark.parametrize(
    "text",
    [
        "group,student\nProject Group 7,al01\nProject Group 7,jm02\nGroup A,on03\n",
        "group,students\nProject Group 7,al01 jm02\nGroup A,on03\n",
        "Group_Name,students\nProject Group 7,al01 jm02\nGroup A,on03\n",
        "Group;student ids\nproject group 7;al01, jm02\ngroup a;on03\n",
        "student\tgroup\nal01\tProject Group 7\njm02\tProject Group 7\non03\tGroup A\n",
        'group,students\n"Project Group 7","al01,jm02"\nGroup A,on03,\n',
        "Project Group 7,al01\nProject Group 7,jm02\nGroup A,on03\n",
        "sep=;\ngroup;student;student\nProject Group 7;al01;jm02\nGroup A;on03\n",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_with_a_file_it_is_laid_for_each_member(
    course, pack, right, tmp_path, text, encoding
):
    groups = tmp_path / "groups.csv"
    groups.write_text(text, encoding=encoding)
    plan = collect(course, EXERCISE, pack((IN_CANVAS, right)), groups=groups)
    assert names_in(course) == {f"al01/{NOTEBOOK}", f"jm02/{NOTEBOOK}"}
    _, remarks = said_of(plan, "jm02")
    assert "handed in by the group" in remarks and "al01, jm02" in remarks
    moodle = pack((IN_MOODLE, right), name="moodle.zip")
    collect(course, EXERCISE, moodle, groups=groups)
    assert f"on03/{NOTEBOOK}" in names_in(course)


def test_moodle_puts_the_group_before_each_members_name(course, pack, right):
    members = ("Ada Lovelace", "Jürgen Müller-Lüdenscheidt", "Pat ONeill")
    path = pack(
        *(
            (f"Team-4-{name}_{n}_assignsubmission_file_/{NOTEBOOK}", right)
            for n, name in enumerate(members)
        )
    )
    plan = collect(course, EXERCISE, path)
    assert names_in(course) == {f"{s}/{NOTEBOOK}" for s in ("al01", "jm02", "on03")}
    assert "handed in by the group Team-4" in said_of(plan, "jm02")[1]


def test_half_of_a_double_name_is_nobodys_group(course, pack, right):
    with course.nbgrader.gradebook as book:
        book.add_student("lena", first_name="Lena", last_name="Meyer")
    path = pack(
        (f"Anna-Lena Meyer_7_assignsubmission_file_/{NOTEBOOK}", right),
        (f"{ADA}/{NOTEBOOK}", right),
    )
    collect(course, EXERCISE, path)
    assert names_in(course) == {f"anna-lena-meyer/{NOTEBOOK}", f"al01/{NOTEBOOK}"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("group,student\nA,nobody\n", "line 2: the gradebook has no nobody"),
        ("group,student\nA,\n", "line 2: students are missing"),
        ("group,student\n,al01\n", "line 2: a group's name is missing"),
        ("group,student\nA,al01\nB,al01\n", "al01 is in several groups, A, B"),
        ("group,Group Name\nA,al01\n", r"two columns group \(group, Group Name\)"),
        ("team,member\nA,al01\n", "team, member are its columns. Wanted is"),
        ("", "is empty"),
        ("group,student\nJörg's,al01\n", "is not in UTF-8.*Jörg"),
    ],
)
def test_a_file_that_says_something_else_changes_nothing(
    course, pack, right, tmp_path, text, words
):
    groups = tmp_path / "groups.csv"
    groups.write_text(text, encoding="cp1252")
    with pytest.raises(CourseError, match=words):
        collect(course, EXERCISE, pack((IN_CANVAS, right)), groups=groups)
    assert not (course.root / "downloaded").exists()


def enroll(course, *people):
    with course.nbgrader.gradebook as book:
        for student in list(book.students):
            book.remove_student(student.id)
        for number, (first, last) in enumerate(people, 101):
            book.add_student(
                f"s{number}",
                first_name=first,
                last_name=last,
                lms_user_id=str(number),
            )


SMALL_CLASS = [
    ("Ada", "Lovelace"),
    ("An", "Li"),
    ("Bo", "Ng"),
    ("Tom", "Smith"),
    ("", "Kim"),
    ("Jane", "Doe"),
    ("Lin", "Sun"),
    ("", ""),
]
LI, NG, SMITH, KIM_ALONE, DOE = (f"{n}" for n in range(102, 107))
GROUPS = [  # of Canvas, each under the number of one member
    ("projectanalysis", LI),
    ("analitics", LI),
    ("thebobcats", NG),
    ("smithgroup", SMITH),
    ("groupsmithtom", SMITH),
    ("teamadam", "101"),
    ("teamadalovelace", "101"),
    ("adaandbo", "101"),
    ("lovelaceng", "101"),
    ("lovelaceadangbo", "101"),
    ("adalovelacetomsmithjanedoe", "101"),
    ("love", "101"),
    ("smithjane", KIM_ALONE),
    ("第一组", LI),
    ("projectgroup7", "108"),
    ("teamadam", "108"),
    ("第一组", "108"),
]


@pytest.mark.parametrize(("name", "number"), GROUPS)
def test_no_group_is_taken_for_one_member_in_silence(course, pack, right, name, number):
    enroll(course, *SMALL_CLASS)
    plan = collect(course, EXERCISE, pack((f"{name}_{number}_9001_{NOTEBOOK}", right)))
    [outcome] = plan.outcomes
    assert outcome.what == "refused" and "--groups" in outcome.remarks[0]
    assert not names_in(course)


def test_beside_groups_half_a_name_is_not_enough(course, pack, right):
    enroll(course, *SMALL_CLASS)
    path = pack(
        (f"thebobcats_{NG}_9001_{NOTEBOOK}", right),
        (f"canada_101_9002_{NOTEBOOK}", right),
        (f"kimchi_{KIM_ALONE}_9003_{NOTEBOOK}", right),
        (f"smithsonians_{SMITH}_9004_{NOTEBOOK}", right),
        (f"bongos_{LI}_9005_{NOTEBOOK}", right),
        (f"sunline_107_9007_{NOTEBOOK}", right),
        (f"doejane_{DOE}_9006_{NOTEBOOK}", right),
    )
    plan = collect(course, EXERCISE, path)
    assert names_in(course) == {f"s{DOE}/{NOTEBOOK}"}
    assert sum(outcome.what == "refused" for outcome in plan.outcomes) == 6


def test_who_has_no_name_is_found_by_number_and_named_once(course, pack, right):
    enroll(course, ("", ""), ("", ""), ("Bo", "Ng"))
    path = pack(
        (f"lovelaceada_101_9001_{NOTEBOOK}", right),
        (f"thebobcats_102_9002_{NOTEBOOK}", right),
    )
    plan = collect(course, EXERCISE, path)
    assert names_in(course) == {f"s101/{NOTEBOOK}", f"s102/{NOTEBOOK}"}
    [note] = [note for note in plan.notes if "found by number" in note]
    assert "s101, s102" in note and "enter the names" in note
    path = pack((f"thebobcats_103_9003_{NOTEBOOK}", right), name="groups.zip")
    plan = collect(course, EXERCISE, path)
    assert [outcome.what for outcome in plan.outcomes] == ["refused"] * 3


@pytest.mark.parametrize(
    ("first", "last", "name", "is_odd"),
    [
        ("Ada", "Lovelace", "lovelaceada", False),
        ("Ada", "Lovelace", "adalovelace", False),
        ("Ada", "Lovelace", "lovelaceadaaugusta", False),
        ("Ada Augusta", "Lovelace", "lovelaceada", False),
        ("Ada", "Lovelace", "kingada", True),
        ("Ada", "Lovelace", "lovelaceaugusta", True),
        ("Ada", "Lovelace", "ada", True),
        ("Tom", "Smith", "smiththomas", True),
        ("María", "de la Cruz", "delacruzmaría", False),
        ("Maria", "Cruz", "delacruzmaria", False),
        ("Maria", "de la Cruz", "cruzmaria", False),
        ("", "Sukarno", "sukarno", False),
        ("Sukarno", "", "sukarno", False),
        ("An", "Li", "lian", False),
        ("Wei", "Li", "liwei", False),
        ("Wei (伟)", "Li", "liwei", False),
        ("伟", "李", "李伟", False),
        ("", "李伟", "李伟", False),
        ("Wei", "Li", "李伟", True),
        ("伟", "李", "liwei", True),
        ("Иван", "Петров", "петровиван", False),
        ("Jörg", "Müller", "muellerjoerg", False),
        ("Joerg", "Mueller", "müllerjörg", False),
        ("Łukasz", "Żółć", "zolclukasz", False),
        ("Conan", "O'Brien", "obrienconan", False),
        ("J. R.", "Smith", "smithjr", False),
        ("", "", "lovelaceada", False),
    ],
)
def test_a_students_number_and_name_are_found(
    course, pack, right, first, last, name, is_odd
):
    enroll(course, ("Grace", "Hopper"), (first, last))
    path = pack(
        (f"hoppergrace_101_9001_{NOTEBOOK}", right),
        (f"{name}_102_9002_{NOTEBOOK}", right),
    )
    plan = collect(course, EXERCISE, path)
    assert names_in(course) == {f"s101/{NOTEBOOK}", f"s102/{NOTEBOOK}"}
    assert ("If it is a group's" in said_of(plan, "s102")[1]) == is_odd
