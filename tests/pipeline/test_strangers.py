"""Zip files whose names students chose, and names that are nobody's in the class."""

import io
import zipfile

import pytest
from pipeline.downloads import (
    ADA,
    JUERGEN,
    NOTEBOOK,
    AsCanvasWrites,
    content,
    names_in,
    notes,
    said_of,
)
from pipeline.small_course import EXERCISE

from grading.collect import collect
from grading.course import CourseError

ADA_IN_CANVAS = "lovelaceada_101_9001_"
JUERGEN_IN_CANVAS = "müllerlüdenscheidtjürgen_102_9002_"


@pytest.fixture
def course(class_course):
    return class_course


def zip_of(*entries):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, what in entries:
            archive.writestr(name, what)
    return made.getvalue()


JUERGENS_NAMES = [  # as files inside of Ada's
    f"{JUERGEN}/{NOTEBOOK}",
    f"{JUERGEN}{NOTEBOOK}",
    f"{JUERGEN_IN_CANVAS}{NOTEBOOK}",
    f"{JUERGEN_IN_CANVAS}work.zip/{NOTEBOOK}",
    f"a/b/{JUERGEN}/{NOTEBOOK}",
]


@pytest.mark.parametrize("wrapper", ["", "course 101_2027_1_x/", "a/b/"])
@pytest.mark.parametrize("name", JUERGENS_NAMES)
@pytest.mark.parametrize("is_canvas", [False, True])
def test_a_name_inside_a_students_zip_names_nobody(
    course, pack, right, name, is_canvas, wrapper
):
    own = zip_of((NOTEBOOK, right), (name, "from Ada"))
    ada, juergen = (
        (ADA_IN_CANVAS, JUERGEN_IN_CANVAS) if is_canvas else (f"{ADA}/", f"{JUERGEN}/")
    )
    path = pack(
        (f"{wrapper}{ada}my work.zip", own),
        (f"{wrapper}{juergen}{NOTEBOOK}", "from Jürgen"),
        kind=AsCanvasWrites,
    )
    collect(course, EXERCISE, path)
    assert content(course, f"jm02/{NOTEBOOK}") == "from Jürgen"
    assert content(course, f"al01/{NOTEBOOK}") == right
    assert {one.partition("/")[0] for one in names_in(course)} == {"al01", "jm02"}


@pytest.mark.parametrize("name", JUERGENS_NAMES)
def test_nor_does_a_folder_or_a_file_of_that_name(course, pack, right, name):
    path = pack(
        (f"{ADA}/{NOTEBOOK}", right),
        (f"{ADA}/{name}", "from Ada"),
        (f"{JUERGEN}/{NOTEBOOK}", "from Jürgen"),
    )
    collect(course, EXERCISE, path)
    assert content(course, f"jm02/{NOTEBOOK}") == "from Jürgen"
    assert content(course, f"al01/{NOTEBOOK}") == right
    assert {one.partition("/")[0] for one in names_in(course)} == {"al01", "jm02"}


def test_an_attachment_called_as_the_other_system_does_is_its_authors(
    course, pack, right
):
    path = pack(
        (f"{ADA_IN_CANVAS}{NOTEBOOK}", right),
        (f"lovelaceada_101_9003_{JUERGEN}answers.ipynb", "from Ada"),
        (f"{JUERGEN_IN_CANVAS}{NOTEBOOK}", "from Jürgen"),
        kind=AsCanvasWrites,
    )
    collect(course, EXERCISE, path)
    assert content(course, f"jm02/{NOTEBOOK}") == "from Jürgen"
    assert f"al01/{JUERGEN}answers.ipynb" in names_in(course)
    assert len(names_in(course)) == 3


def test_what_is_of_the_other_system_beside_all_others_is_nobodys(course, pack, right):
    path = pack(
        (f"{ADA}/{NOTEBOOK}", right),
        (f"{JUERGEN}/{NOTEBOOK}", "from Jürgen"),
        (f"{JUERGEN_IN_CANVAS}{NOTEBOOK}", "by whom?"),
    )
    plan = collect(course, EXERCISE, path)
    assert content(course, f"jm02/{NOTEBOOK}") == "from Jürgen"
    assert f"says of nobody: {JUERGEN_IN_CANVAS}{NOTEBOOK}" in notes(plan)


# As the gradebook has them, and as folders or files are called.
WRITTEN = [
    (("Conan", "O'Brien"), "Conan OBrien"),
    (("Conan", "O’Brien"), "Conan OBrien"),
    (("Conan", "O'Brien"), "Conan O’Brien"),
    (("Ada", "D'Angelo"), "Ada DAngelo"),
    (("Siân", "N'Diaye"), "Siân NDiaye"),
    (("Siân", "N'Diaye"), "Sia\u0302n NDiaye"),
    (("Sia\u0302n", "N'Diaye"), "Siân NDiaye"),
    (("Max", "Smith/Jones"), "Max SmithJones"),
    (("Max", "Smith : Jones"), "Max Smith  Jones"),
    (('Max "Mäx"', "Meyer"), "Max Mäx Meyer"),
    (("Anna  Lena", "Meyer"), "Anna Lena Meyer"),
    (("Anna-Lena", "Meyer"), "Anna Lena Meyer"),
    (("Anna Lena", "Meyer"), "Anna-Lena Meyer"),
    (("Al", "al-Hassan"), "Al alHassan"),
    (("A_B", "C&D"), "A B CD"),
    (("Jörg", "Großmann"), "JÖRG GROSSMANN"),
    (("Grace", "Hopper"), "Hopper Grace"),
    (("İpek", "Işık"), "İpek Işık"),
]


@pytest.mark.parametrize(("name", "folder"), WRITTEN)
def test_names_are_compared_as_each_system_writes_them(
    course, pack, right, name, folder
):
    first, last = name
    with course.nbgrader.gradebook as book:
        book.add_student("me", first_name=first, last_name=last)
    collect(
        course, EXERCISE, pack((f"{folder}_7_assignsubmission_file_/{NOTEBOOK}", right))
    )
    assert names_in(course) == {f"me/{NOTEBOOK}"}


def test_names_that_differ_by_a_space_alone_stay_apart(course, pack, right):
    with course.nbgrader.gradebook as book:
        book.add_student("ann", first_name="Ann", last_name="Elise")
        book.add_student("anne", first_name="Anne", last_name="Lise")
    for folder, student in (("Ann Elise", "ann"), ("Anne Lise", "anne")):
        path = pack((f"{folder}_7_assignsubmission_file_/{NOTEBOOK}", right))
        assert said_of(collect(course, EXERCISE, path), student)[0]
    path = pack((f"lise anne_7_assignsubmission_file_/{NOTEBOOK}", right))
    collect(course, EXERCISE, path)
    canvas = pack((f"annelise_8_9_{NOTEBOOK}", right), name="c.zip")
    plan = collect(course, EXERCISE, canvas)
    assert "several students are called so: ann, anne" in said_of(plan, "annelise")[1]


def strangers(*names):
    return [
        f"{name}_{n}_assignsubmission_file_/{NOTEBOOK}" for n, name in enumerate(names)
    ]


def test_where_most_names_are_unknown_nothing_is_laid(course, pack, right, run):
    names = strangers("Dora Newman", "Erik Other", "Flo Third")
    path = pack((f"{ADA}/{NOTEBOOK}", right), *((name, right) for name in names))
    with pytest.raises(CourseError, match="of 4 names 3 are nobody's.*Dora Newman"):
        collect(course, EXERCISE, path)
    assert not names_in(course)
    # Nor is it collected together with the next file.
    collect(course, EXERCISE, pack((f"{ADA}/{NOTEBOOK}", right), name="next.zip"))
    assert names_in(course) == {f"al01/{NOTEBOOK}"}
    done = run("grading", "collect", EXERCISE, path, folder=course.root, expect=1)
    assert "nobody's in the class list" in done.stderr
    assert "Traceback" not in done.stderr


def test_without_a_class_list_nobody_is_unknown(course, pack, right):
    with course.nbgrader.gradebook as book:
        for student in list(book.students):
            book.remove_student(student.id)
    names = strangers("Dora Newman", "Erik Other")
    collect(course, EXERCISE, pack(*((name, right) for name in names)))
    assert names_in(course) == {f"dora-newman/{NOTEBOOK}", f"erik-other/{NOTEBOOK}"}


def test_who_is_unknown_is_named_with_the_nearest_name(course, pack, right):
    name = "Ada Lovelance_1_assignsubmission_file_/"
    path = pack((f"{name}{NOTEBOOK}", right), (f"{JUERGEN}/{NOTEBOOK}", right))
    _, remarks = said_of(collect(course, EXERCISE, path), "ada-lovelance")
    assert "no Ada Lovelance (Moodle 1); nearest is al01, Ada Lovelace" in remarks


@pytest.mark.parametrize(
    ("name", "folder"),
    [
        (("Jörg", "Müller"), "Joerg Mueller"),
        (("Joerg", "Mueller"), "Jörg Müller"),
        (("Jörg", "Müller"), "Jorg Muller"),
        (("Łukasz", "Żółć"), "Lukasz Zolc"),
        (("Lukasz", "Zolc"), "Żółć Łukasz"),
        (("Søren", "Kjær"), "Soeren Kjaer"),
        (("Søren", "Kjær"), "Soren Kjaer"),
        (("Đức", "Weiß"), "Duc Weiss"),
        (("Åse", "Ærø"), "Aase Aeroe"),
        (("Işıl", "Çağ"), "Isil Cag"),
    ],
)
def test_the_nearest_name_may_be_written_in_other_letters(
    course, pack, right, name, folder
):
    first, last = name
    with course.nbgrader.gradebook as book:
        book.add_student("me", first_name=first, last_name=last)
    path = pack((f"{folder}_1_assignsubmission_file_/{NOTEBOOK}", right))
    [outcome] = collect(course, EXERCISE, path).outcomes
    assert f"nearest is me, {first} {last}" in outcome.remarks[0]


def test_a_ghost_is_named_when_the_right_student_appears(course, pack, right):
    path = pack(*((name, right) for name in strangers("Conan OBrien")))
    collect(course, EXERCISE, path)
    assert names_in(course) == {f"conan-obrien/{NOTEBOOK}"}
    with course.nbgrader.gradebook as book:
        book.add_student("conan", first_name="Conan", last_name="O'Brien")
    _, remarks = said_of(collect(course, EXERCISE, path), "conan")
    assert "submitted/conan-obrien is of the same name" in remarks
    assert "grading class --remove conan-obrien" in remarks
    with course.nbgrader.gradebook as book:
        book.add_student("conan-obrien")  # as an earlier grading did
    _, remarks = said_of(collect(course, EXERCISE, path), "conan")
    assert "grading class --remove conan-obrien" in remarks


BESIDE = [  # what is no notebook, and how the system names what it is of
    f"{JUERGEN}/.ipynb_checkpoints/{EXERCISE}-checkpoint.ipynb",
    f"{JUERGEN}/.{NOTEBOOK}",
    f"{JUERGEN}/._{NOTEBOOK}",
    f"{JUERGEN}/__MACOSX/._{NOTEBOOK}",
    f"{JUERGEN}/.DS_Store",
    f"{JUERGEN}/.git/config",
    f"{JUERGEN}.{NOTEBOOK}",
    f"{JUERGEN}__MACOSX",
    f"{JUERGEN_IN_CANVAS}.{NOTEBOOK}",
    f"{JUERGEN_IN_CANVAS}._{NOTEBOOK}",
]


@pytest.mark.parametrize("name", BESIDE)
@pytest.mark.parametrize("is_alone", [False, True])
def test_who_sent_nothing_but_what_editors_leave_is_named(
    course, pack, right, name, is_alone, run
):
    is_canvas = name.startswith(JUERGEN_IN_CANVAS)
    ada = f"{ADA_IN_CANVAS if is_canvas else f'{ADA}/'}{NOTEBOOK}"
    others = [] if is_alone else [(ada, right)]
    plan = collect(course, EXERCISE, pack((name, "{}"), *others))
    what, remark = said_of(plan, "müller" if is_canvas else "Jürgen")
    assert what == "refused" and plan.is_refused()
    assert "nothing came but what editors and systems put beside a notebook" in remark
    assert "the file that ends in .ipynb" in remark
    assert names_in(course) == (set() if is_alone else {f"al01/{NOTEBOOK}"})


def test_who_sent_the_notebook_as_well_or_later_is_not_refused(course, pack, right):
    path = pack((f"{JUERGEN}/.{NOTEBOOK}", "{}"), (f"{ADA}/{NOTEBOOK}", right))
    assert collect(course, EXERCISE, path).is_refused()
    path = pack((f"{JUERGEN}/{NOTEBOOK}", right), name="later.zip")
    plan = collect(course, EXERCISE, path)
    assert not plan.is_refused()
    assert names_in(course) == {f"al01/{NOTEBOOK}", f"jm02/{NOTEBOOK}"}


def test_who_sent_nothing_but_a_time_is_refused(course, pack, right):
    path = pack(
        (f"{JUERGEN}/timestamp.txt", "2027-01-01"), (f"{ADA}/{NOTEBOOK}", right)
    )
    plan = collect(course, EXERCISE, path)
    what, remark = said_of(plan, "jm02")
    assert what == "refused" and "there is no notebook" in remark
    assert names_in(course) == {f"al01/{NOTEBOOK}"}
    path = pack((f"{JUERGEN}/{NOTEBOOK}", right), name="later.zip")
    assert said_of(collect(course, EXERCISE, path), "jm02")[0] == "collected"
    assert said_of(collect(course, EXERCISE, path), "jm02")[0] == "unchanged"


@pytest.mark.parametrize("file", [f"{'long' * 60}.ipynb", "../../x.ipynb"])
def test_of_whom_nothing_could_be_unpacked_is_named(course, pack, right, file, run):
    path = pack((f"{JUERGEN}/{file}", right), (f"{ADA}/{NOTEBOOK}", right))
    done = run("grading", "collect", EXERCISE, path, folder=course.root, expect=1)
    assert "nothing of it could be unpacked" in " ".join(done.stdout.split())


@pytest.mark.parametrize(
    "name",
    [
        f"_101_9005_{NOTEBOOK}",
        f"_LATE_101_9005_{NOTEBOOK}",
        "_101_text.html",
        f"__101_9005_{NOTEBOOK}",
        f"_4714_assignsubmission_file_/{NOTEBOOK}",
        f"_4714_assignsubmission_file_{NOTEBOOK}",
    ],
)
def test_a_submission_without_a_name_is_refused_and_named(course, pack, right, name):
    is_canvas = "assign" not in name
    juergen = JUERGEN_IN_CANVAS if is_canvas else f"{JUERGEN}/"
    path = pack((name, right), (f"{juergen}{NOTEBOOK}", right))
    plan = collect(course, EXERCISE, path)
    [refused] = [one for one in plan.outcomes if one.what == "refused"]
    assert "no letters" in refused.remarks[0]
    assert ("by its number it is from al01" in refused.remarks[0]) == is_canvas
    assert ("101" if is_canvas else "4714") in refused.student
    assert names_in(course) == {f"jm02/{NOTEBOOK}"}


@pytest.mark.parametrize(
    ("spoiled", "words"),
    [
        (lambda text: b"", "it is empty"),
        (lambda text: b"Rar!\x1a\x07\x01\x00" + bytes(50), "it is a rar archive"),
        (lambda text: text[: len(text) // 2].encode(), "it ends in the middle"),
        (lambda text: b"%PDF-1.7", "it is a PDF"),
        (lambda text: b'{"cells": []}', "it holds no cells"),
        (lambda text: b"\0" * 100, "nothing but blanks or zeros"),
    ],
)
@pytest.mark.parametrize("name", [NOTEBOOK, "homework.ipynb"])
def test_a_notebook_that_cannot_be_read_is_named_in_collecting(
    course, pack, right, name, spoiled, words
):
    plan = collect(course, EXERCISE, pack((f"{ADA}/{name}", spoiled(right))))
    what, remark = said_of(plan, "al01")
    assert what == "collected" and f"al01/{name}" in names_in(course)
    assert f"{name} is no notebook that can be read: " in remark and words in remark
