"""Submissions from zip files as Moodle and Canvas make them, through nbgrader's collector."""

import datetime
import io
import shutil
import stat
import zipfile

import pytest
from pipeline.downloads import (
    ADA,
    EVENING,
    JUERGEN,
    KIM,
    NEXT_DAY,
    NOTEBOOK,
    AsCanvasWrites,
    content,
    names_in,
    notes,
    said_of,
    submitted,
    time_of,
)
from pipeline.small_course import EXERCISE
from rich.console import Console

from grading.collect import collect, print_plan
from grading.course import Course, CourseError
from grading.submission.folder import Submission
from grading.submission.which_notebook import copy_number


@pytest.fixture
def course(class_course):
    return class_course


def test_moodles_folders(course, pack, right):
    path = pack(
        (f"{ADA}/{NOTEBOOK}", right),
        (f"{ADA}/data/values.csv", "1,2"),
        (f"{JUERGEN}/{NOTEBOOK}", right),
    )
    plan = collect(course, EXERCISE, path)
    assert names_in(course) == {
        *(f"al01/{NOTEBOOK}", "al01/data/values.csv", f"jm02/{NOTEBOOK}"),
    }
    assert content(course, f"al01/{NOTEBOOK}") == right
    assert said_of(plan, "al01") == ("collected", "")
    # A quarter past eight in Berlin.
    assert time_of(course, "al01") == datetime.datetime(2027, 1, 31, 19, 15)
    assert "+00:00" in content(course, "al01/timestamp.txt")
    assert (course.root / "downloaded" / EXERCISE / "archive" / path.name).exists()


def test_moodles_flat_names_and_a_folder_around(course, pack, right):
    path = pack(
        (f"course 101_2027_1_x/{ADA}{NOTEBOOK}", right),
        (f"course 101_2027_1_x/{JUERGEN}{NOTEBOOK}", right),
    )
    collect(course, EXERCISE, path)
    assert names_in(course) == {f"al01/{NOTEBOOK}", f"jm02/{NOTEBOOK}"}


def test_canvas(course, pack, right):
    path = pack(
        (f"lovelaceada_101_9001_{NOTEBOOK}", right),
        ("lovelaceada_101_9002_values.csv", "1,2"),
        (f"müllerlüdenscheidtjürgen_LATE_102_9003_{EXERCISE}-1.ipynb", right),
        (f"oneillpat_103_9004_{NOTEBOOK}", right),
        ("someoneelse_104_text.html", "<p>I could not do it</p>"),
        kind=AsCanvasWrites,
    )
    plan = collect(course, EXERCISE, path)
    assert names_in(course) == {
        *(f"al01/{NOTEBOOK}", "al01/values.csv", f"jm02/{NOTEBOOK}"),
        *(f"on03/{NOTEBOOK}", "someoneelse-104/text.html"),
    }
    assert "no someoneelse (Canvas 104)" in said_of(plan, "someoneelse-104")[1]
    assert "grading class FILE.csv" in notes(plan)


def test_canvas_says_who_was_late(course, pack, right):
    due = datetime.datetime(2027, 1, 31, 12, 0)
    with course.nbgrader.gradebook as book:
        book.update_or_create_assignment(EXERCISE, duedate=due)
    path = pack(
        (f"lovelaceada_101_9001_{NOTEBOOK}", right),
        (f"oneillpat_LATE_103_9002_{NOTEBOOK}", right),
    )
    with pytest.raises(CourseError, match="of 1 submission: on03. Nothing was collect"):
        collect(course, EXERCISE, path)
    assert submitted(course) == {}
    times = path.with_name("times.csv")
    times.write_text("student,time\non03,2027-01-31 14:30\n", encoding="utf-8")
    plan = collect(course, EXERCISE, path, times=times)
    assert time_of(course, "al01") == due
    assert time_of(course, "on03") == datetime.datetime(2027, 1, 31, 13, 30)
    assert "most likely the download's" in notes(plan)
    assert "Canvas's names say who was late" in notes(plan)


def test_only_the_system_that_was_named(course, pack, right):
    path = pack((f"lovelaceada_101_9001_{NOTEBOOK}", right))
    with pytest.raises(CourseError, match="no file that is named as Moodle names"):
        collect(course, EXERCISE, path, system="moodle")
    assert said_of(collect(course, EXERCISE, path, system="canvas"), "al01")[0]


@pytest.mark.parametrize(
    "name, number",
    [
        (EXERCISE, 0),
        (EXERCISE.upper(), 0),
        (f"{EXERCISE} (1)", 1),
        (f"{EXERCISE}(12)", 12),
        (f"{EXERCISE}-2", 2),
        (f"{EXERCISE}-Copy3", 3),
        (f"{EXERCISE} copy", 1),
        (f"{EXERCISE}-solution", None),
        (f"my {EXERCISE}", None),
        ("another", None),
    ],
)
def test_names_of_copies(name, number):
    assert copy_number(f"{name}.ipynb", EXERCISE) == number
    assert copy_number(f"{name}.txt", EXERCISE) is None


def test_the_newest_of_several_copies_counts(course, pack):
    path = pack(
        (f"{ADA}/{NOTEBOOK}", "newest", NEXT_DAY),
        (f"{ADA}/{EXERCISE} (1).ipynb", "older"),
        (f"{JUERGEN}/{NOTEBOOK}", "first of the same minute"),
        (f"{JUERGEN}/{EXERCISE} (1).ipynb", "second of the same minute"),
    )
    plan = collect(course, EXERCISE, path)
    canvas = pack(
        (f"oneillpat_103_9002_{NOTEBOOK}", "later file by its number"),
        (f"oneillpat_103_9001_{EXERCISE}-1.ipynb", "earlier file"),
        name="canvas.zip",
    )
    collect(course, EXERCISE, canvas)
    assert content(course, f"al01/{NOTEBOOK}") == "newest"
    assert content(course, f"jm02/{NOTEBOOK}") == "second of the same minute"
    assert content(course, f"on03/{NOTEBOOK}") == "later file by its number"
    assert names_in(course) == {f"{s}/{NOTEBOOK}" for s in ("al01", "jm02", "on03")}
    assert f"the newest counts, {EXERCISE} (1).ipynb" in said_of(plan, "jm02")[1]


def test_notebooks_of_other_names(course, pack):
    path = pack(
        (f"{ADA}/homework.ipynb", "only one"),
        (f"{JUERGEN}/first.ipynb", "older"),
        (f"{JUERGEN}/second.ipynb", "newer", NEXT_DAY),
    )
    plan = collect(course, EXERCISE, path)
    # Grading takes the only one and says so to its author.
    assert content(course, "al01/homework.ipynb") == "only one"
    assert content(course, f"jm02/{NOTEBOOK}") == "newer"
    assert content(course, "jm02/first.ipynb") == "older"
    assert "the newest was taken, second.ipynb" in said_of(plan, "jm02")[1]


def test_what_is_no_notebook_arrives_for_grading_to_report(course, pack, run):
    path = pack(
        (f"{ADA}/{NOTEBOOK}", "{ this is no JSON"),
        (f"{JUERGEN}/answers.pdf", b"%PDF-1.7"),
    )
    collect(course, EXERCISE, path)
    done = run("grading", "autograde", EXERCISE, folder=course.root)
    [ada] = [
        line for line in done.stdout.splitlines() if line.strip(" ").startswith("al01")
    ]
    [juergen] = [
        line for line in done.stdout.splitlines() if line.strip(" ").startswith("jm02")
    ]
    assert "malformed" in ada
    assert "missing" in juergen


def test_a_zip_file_that_was_handed_in_is_unpacked(course, pack, right):
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr(f"my work/{NOTEBOOK}", right)
        archive.writestr("my work\\data\\values.csv", "1,2")
        archive.writestr("__MACOSX/my work/._x", "")
        archive.writestr("my work/.ipynb_checkpoints/x.ipynb", "{}")
    path = pack(
        (f"{ADA}/homework.zip", inner.getvalue()),
        (f"{ADA}/letter.txt", "Dear all"),
        (f"{JUERGEN}/broken.zip", b"PK\x03\x04 and no more"),
    )
    plan = collect(course, EXERCISE, path)
    canvas = ("oneillpat_103_9001_homework.zip", inner.getvalue())
    collect(course, EXERCISE, pack(canvas, name="canvas.zip"))
    assert names_in(course) == {
        *(f"al01/{NOTEBOOK}", "al01/data/values.csv", "al01/letter.txt"),
        *(f"on03/{NOTEBOOK}", "on03/data/values.csv", "jm02/broken.zip"),
    }
    assert time_of(course, "al01") == datetime.datetime(2027, 1, 31, 19, 15)
    assert "broken.zip was not unpacked" in notes(plan)


def test_a_zip_file_of_nothing_arrives_as_it_is(course, pack):
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("__MACOSX/._x", "")
    plan = collect(course, EXERCISE, pack((f"{ADA}/homework.zip", inner.getvalue())))
    assert names_in(course) == {"al01/homework.zip"}
    assert "it holds no files" in notes(plan)


def test_what_an_editor_left_in_submitted_is_no_change(course, pack, right):
    path = pack((f"{ADA}/{NOTEBOOK}", right))
    collect(course, EXERCISE, path)
    folder = Submission(course, EXERCISE, "al01").folder
    (folder / ".ipynb_checkpoints").mkdir()
    (folder / ".ipynb_checkpoints" / NOTEBOOK).touch()
    assert said_of(collect(course, EXERCISE, path), "al01")[0] == "unchanged"


def test_a_students_own_timestamp_is_not_taken(course, pack, right):
    early = "2026-01-01 00:00 UTC"
    path = pack((f"{ADA}/{NOTEBOOK}", right), (f"{ADA}/timestamp.txt", early))
    plan = collect(course, EXERCISE, path)
    assert time_of(course, "al01") == datetime.datetime(2027, 1, 31, 19, 15)
    assert "timestamp.txt was left out" in said_of(plan, "al01")[1]


def test_who_is_new_gets_the_same_id_again(course, pack, right):
    new = "Şule Öztürk_77_assignsubmission_file_"
    path = pack((f"{new}/{NOTEBOOK}", right))
    plan = collect(course, EXERCISE, path)
    assert names_in(course) == {f"şule-öztürk/{NOTEBOOK}"}
    assert said_of(plan, "şule") == (
        "collected",
        "new: the gradebook has no Şule Öztürk (Moodle 77)",
    )
    # Grading enters the id into the gradebook, without a name.
    with course.nbgrader.gradebook as book:
        book.add_student("şule-öztürk")
    plan = collect(course, EXERCISE, path)
    assert said_of(plan, "şule") == ("unchanged", "")


def test_who_cannot_be_told_apart_is_refused_by_name(course, pack, right):
    path = pack(
        (f"{ADA}/{NOTEBOOK}", right),
        (f"{KIM}/{NOTEBOOK}", right),
        (f"Sam Same_1_assignsubmission_file_/{NOTEBOOK}", right),
        (f"Sam Same_2_assignsubmission_file_/{NOTEBOOK}", right),
        (f"---_3_assignsubmission_file_/{NOTEBOOK}", right),
    )
    plan = collect(course, EXERCISE, path)
    assert names_in(course) == {f"al01/{NOTEBOOK}"}
    assert plan.is_refused()
    assert said_of(plan, "Kim Lee") == (
        "refused",
        "several students are called so: twin1, twin2",
    )
    for number in (1, 2):
        reason = said_of(plan, f"Sam Same (Moodle {number})")
        assert reason == ("refused", "several of this name would be sam-same")
    assert "no letters" in said_of(plan, "---")[1]
    assert "to tell apart who was refused" in notes(plan)


def test_a_namesake_with_another_number_is_not_taken_for_the_student(
    course, pack, right
):
    with course.nbgrader.gradebook as book:
        book.add_student("g4", first_name="Grace", last_name="Hopper", lms_user_id="7")
    path = pack(
        (f"lovelaceada_101_9001_{NOTEBOOK}", right),  # her number is known
        (f"hoppergrace_8_9002_{NOTEBOOK}", right),
    )
    plan = collect(course, EXERCISE, path)
    assert names_in(course) == {f"al01/{NOTEBOOK}"}
    what, reason = said_of(plan, "hoppergrace")
    assert what == "refused" and "g4 is called so, but has another number" in reason


def test_last_name_first(course, pack, right):
    path = pack((f"Lovelace Ada_1_assignsubmission_file_/{NOTEBOOK}", right))
    collect(course, EXERCISE, path)
    assert names_in(course) == {f"al01/{NOTEBOOK}"}


def test_one_course_in_both_systems(course, pack):
    moodle = pack((f"{ADA}/{NOTEBOOK}", "from Moodle"), name="moodle.zip")
    canvas = pack(
        (f"lovelaceada_101_9001_{NOTEBOOK}", "from Canvas", NEXT_DAY), name="canvas.zip"
    )
    collect(course, EXERCISE, canvas)
    collect(course, EXERCISE, moodle)
    assert content(course, f"al01/{NOTEBOOK}") == "from Canvas"


def worksheet(folder, *rows, headings="Identifier,Full name,ID number,Email address"):
    path = folder / "grades.csv"
    lines = [f"{headings},Status,Last modified (submission)", *rows]
    path.write_text("\ufeff" + "\n".join(lines), encoding="utf-8")
    return path


def test_moodles_worksheet_has_the_times_and_addresses(course, pack, right, tmp_path):
    path = pack((f"{ADA}/{NOTEBOOK}", right), (f"{KIM}/{NOTEBOOK}", right))
    sheet = worksheet(
        tmp_path,
        'Participant 4711,"Ada Lovelace",,ada@example.org,Submitted,"Sunday, 31 January 2027, 9:15 AM"',
        'Participant 4713,"Kim Lee",,KIM2@example.org,Submitted,"Saturday, 30 January 2027, 11:59 PM"',
        'Participant 4714,"Nobody",,nobody@example.org,No submission,-',
    )
    plan = collect(course, EXERCISE, path, worksheet=sheet)
    assert names_in(course) == {f"al01/{NOTEBOOK}", f"twin2/{NOTEBOOK}"}
    assert time_of(course, "al01") == datetime.datetime(2027, 1, 31, 8, 15)
    assert time_of(course, "twin2") == datetime.datetime(2027, 1, 30, 22, 59)
    assert "download's" not in notes(plan)


def test_the_worksheet_may_come_later(course, pack, right, tmp_path):
    path = pack((f"{ADA}/{NOTEBOOK}", right))
    collect(course, EXERCISE, path)
    when = "Friday, 29 January 2027, 8:00 AM"
    row = f'Participant 4711,"Ada Lovelace",,ada@example.org,Submitted,"{when}"'
    plan = collect(course, EXERCISE, path, worksheet=worksheet(tmp_path, row))
    assert said_of(plan, "al01")[1] == "the same as before, with another time"
    assert time_of(course, "al01") == datetime.datetime(2027, 1, 29, 7, 0)
    # And stays when the same comes without it.
    assert said_of(collect(course, EXERCISE, path), "al01")[0] == "unchanged"
    assert time_of(course, "al01") == datetime.datetime(2027, 1, 29, 7, 0)


def test_another_file_is_no_worksheet(course, pack, right, tmp_path):
    path = pack((f"{ADA}/{NOTEBOOK}", right))
    other = tmp_path / "other.csv"
    other.write_text("Nummer,Zuletzt geändert\n1,2\n", encoding="utf-8")
    with pytest.raises(CourseError, match="no grading worksheet.*Switch"):
        collect(course, EXERCISE, path, worksheet=other)
    sheet = worksheet(tmp_path, 'Participant 1,"x",,x@x.org,Submitted,"gestern"')
    with pytest.raises(CourseError, match="Participant 1: 'gestern' cannot be read"):
        collect(course, EXERCISE, path, worksheet=sheet)
    assert not names_in(course)


def test_newer_replaces_and_older_does_not(course, pack, right):
    older, newer = right, f"{right}\n"
    first = pack((f"{ADA}/{NOTEBOOK}", older), (f"{ADA}/old.csv", ""), name="1.zip")
    second = pack((f"{ADA}/{NOTEBOOK}", newer, NEXT_DAY), name="2.zip")
    collect(course, EXERCISE, first)
    plan = collect(course, EXERCISE, second)
    assert names_in(course) == {f"al01/{NOTEBOOK}"}
    assert content(course, f"al01/{NOTEBOOK}") == newer
    kept = course.root / "downloaded" / EXERCISE / "replaced/al01/2027-01-31-191500"
    assert said_of(plan, "al01") == (
        "replaced",
        f"what was there before is in {kept.relative_to(course.root)}",
    )
    assert (kept / NOTEBOOK).read_text(encoding="utf-8") == older
    assert (kept / "old.csv").exists()
    # The first one again: the second is still in the archive.
    assert said_of(collect(course, EXERCISE, first), "al01")[0] == "unchanged"
    # As if the second had come from elsewhere.
    shutil.rmtree(course.root / "downloaded")
    plan = collect(course, EXERCISE, first)
    assert said_of(plan, "al01")[0] == "not newer"
    assert "2027-02-01 09:00 CET" in said_of(plan, "al01")[1]
    assert content(course, f"al01/{NOTEBOOK}") == newer


def test_the_same_hand_in_keeps_its_first_time(course, pack, right):
    first = pack((f"{ADA}/{NOTEBOOK}", right), name="1.zip")
    second = pack((f"{ADA}/{NOTEBOOK}", right, NEXT_DAY), name="2.zip")
    collect(course, EXERCISE, first)
    assert said_of(collect(course, EXERCISE, second), "al01")[0] == "unchanged"
    shutil.rmtree(course.root / "submitted")
    collect(course, EXERCISE, second)
    assert time_of(course, "al01") == datetime.datetime(2027, 1, 31, 19, 15)


def test_a_hand_in_without_a_time_is_kept_when_it_is_replaced(course, pack):
    there = course.notebook_path("submitted", EXERCISE, "al01")
    there.parent.mkdir(parents=True)
    there.write_text("laid by hand", encoding="utf-8")
    plan = collect(course, EXERCISE, pack((f"{ADA}/{NOTEBOOK}", "from Moodle")))
    assert said_of(plan, "al01")[0] == "replaced"
    kept = course.root / "downloaded" / EXERCISE / "replaced/al01/no-time" / NOTEBOOK
    assert kept.read_text(encoding="utf-8") == "laid by hand"


def test_two_downloads_of_one_name_are_both_kept(course, pack):
    for text in ("one", "two", "two"):
        collect(course, EXERCISE, pack((f"{ADA}/{NOTEBOOK}", text)))
    archive = course.root / "downloaded" / EXERCISE / "archive"
    assert sorted(path.name for path in archive.iterdir()) == [
        "download-2.zip",
        "download.zip",
    ]


def test_a_download_that_has_lost_its_ending(course, pack, right):
    collect(course, EXERCISE, pack((f"{ADA}/{NOTEBOOK}", right), name="download"))
    assert names_in(course) == {f"al01/{NOTEBOOK}"}


def test_nothing_is_written_outside(course, pack, right, tmp_path):
    link = zipfile.ZipInfo(f"{ADA}/link.ipynb", EVENING)
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    path = pack(
        (f"{ADA}/../../../../out-1", "x"),
        ("/etc/out-2_1_2_x", "x"),
        (f"{ADA}\\..\\..\\..\\..\\out-3", "x"),
        (f"{ADA}/{'long' * 60}", "x"),
        (f"{ADA}/.bashrc", "x"),
        (f"{ADA}/.DS_Store", "x"),
        (f"{ADA}/{NOTEBOOK}", right),
        (f"{ADA}/{NOTEBOOK}/below-a-file", "x"),
    )
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(link, "/etc/passwd")
    before = {p for p in tmp_path.rglob("*") if not p.is_relative_to(course.root)}
    plan = collect(course, EXERCISE, path)
    assert names_in(course) == {f"al01/{NOTEBOOK}"}
    assert content(course, f"al01/{NOTEBOOK}") == right
    after = {p for p in tmp_path.rglob("*") if not p.is_relative_to(course.root)}
    assert before == after
    assert notes(plan).count("its path leads out of the folder") == 3
    for reason in ("it is a link", "its name is too long", "another file of this name"):
        assert reason in notes(plan)
    assert ".bashrc was left out, for it is hidden" in notes(plan)
    assert "DS_Store" not in notes(plan)


def with_password(path):
    """Say in a zip file's headers that its entries are encrypted."""
    data = bytearray(path.read_bytes())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + offset] |= 1
    path.write_bytes(data)


def cut(path):
    path.write_bytes(path.read_bytes()[:-30])


def with_a_wrong_byte(path):
    data = bytearray(path.read_bytes())
    data[data.index(b"PK\x01\x02") - 5] ^= 0xFF
    path.write_bytes(data)


def emptied(path):
    path.write_bytes(b"")


@pytest.mark.parametrize(
    "spoil, sentence",
    [
        (with_password, "has a password"),
        (cut, "cannot be read as a zip file.*Download it once more"),
        (with_a_wrong_byte, "cannot be read as a zip file.*Download it once more"),
        (emptied, "cannot be read as a zip file"),
    ],
)
def test_what_cannot_be_read_is_refused_and_changes_nothing(
    course, pack, right, run, spoil, sentence
):
    path = pack((f"{ADA}/{NOTEBOOK}", right))
    spoil(path)
    with pytest.raises(CourseError, match=sentence):
        collect(course, EXERCISE, path)
    assert not (course.root / "downloaded").exists()
    assert not (course.root / "submitted").exists()


def test_bombs_do_not_go_off(course, pack, right):
    with (course.root / "nbgrader_config.py").open("a", encoding="utf-8") as file:
        file.write("c.LmsExtractor.most_mib = 3\n")
    zeros = bytes(2 * 2**20)
    path = pack((f"{ADA}/{NOTEBOOK}", right), (f"{JUERGEN}/zeros", zeros))
    collect(course, EXERCISE, path)
    assert submitted(course)["jm02/zeros"].stat().st_size == len(zeros)
    bomb = pack((f"{ADA}/{NOTEBOOK}", zeros), (f"{JUERGEN}/x", zeros), name="b.zip")
    with pytest.raises(CourseError, match="more than the limits allow.*most_mib"):
        collect(Course(course.root), EXERCISE, bomb)
    assert content(course, f"al01/{NOTEBOOK}") == right


def test_a_bomb_in_a_hand_in_stays_packed(course, pack, monkeypatch):
    monkeypatch.setattr("grading.arrival.unpack.MOST_BYTES_OF_ONE", 2**20)
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(NOTEBOOK, bytes(2 * 2**20))
    plan = collect(course, EXERCISE, pack((f"{ADA}/homework.zip", inner.getvalue())))
    assert names_in(course) == {"al01/homework.zip"}
    assert "homework.zip was not unpacked (more than" in notes(plan)


def test_the_zip_file_of_another_exercise_is_refused(course, pack):
    other = course.root / "source" / "other-exercise"
    shutil.copytree(course.root / "source" / EXERCISE, other)
    (other / NOTEBOOK).rename(other / "other-exercise.ipynb")
    path = pack(
        (f"{ADA}/other-exercise.ipynb", "x"),
        (f"{JUERGEN}/other-exercise (1).ipynb", "x"),
        (f"{KIM}/{NOTEBOOK}", "x"),
    )
    with pytest.raises(
        CourseError, match="another exercise: 2 .* other-exercise.ipynb"
    ):
        collect(Course(course.root), EXERCISE, path)
    assert not (course.root / "downloaded").exists()


def test_a_zip_file_of_no_system_is_refused(course, pack, right):
    with pytest.raises(CourseError, match="named as Moodle or Canvas names"):
        collect(course, EXERCISE, pack((NOTEBOOK, right)))


def test_what_is_nobodys_is_said(course, pack, right):
    path = pack((f"{ADA}/{NOTEBOOK}", right), ("readme.txt", "from the system"))
    assert "says of nobody: readme.txt" in notes(collect(course, EXERCISE, path))


def test_nbgraders_own_command_does_the_same(course, pack, right, run):
    path = pack(
        (f"{ADA}/{EXERCISE} (1).ipynb", right),
        (f"{ADA}/values.csv", "1,2"),
        (f"{KIM}/{NOTEBOOK}", right),
        (f"{ADA}/../../out", "x"),
    )
    archive = course.root / "downloaded" / EXERCISE / "archive"
    archive.mkdir(parents=True)
    shutil.copy(path, archive)
    for _ in range(2):  # what is there is no obstacle
        done = run("nbgrader", "zip_collect", EXERCISE, folder=course.root)
        assert names_in(course) == {f"al01/{NOTEBOOK}", "al01/values.csv"}
        assert time_of(course, "al01") == datetime.datetime(2027, 1, 31, 19, 15)
        assert "Kim Lee (Moodle 4713): refused" in done.stderr
        assert "leads out of the folder" in done.stderr


def test_nbgraders_own_command_says_in_a_line_what_is_broken(course, pack, right, run):
    path = pack((f"{ADA}/{NOTEBOOK}", right))
    cut(path)
    archive = course.root / "downloaded" / EXERCISE / "archive"
    archive.mkdir(parents=True)
    shutil.copy(path, archive)
    done = run("nbgrader", "zip_collect", EXERCISE, folder=course.root, expect=1)
    assert "download.zip cannot be read as a zip file" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_table_shows_names_as_they_are(course, pack, right, capsys):
    path = pack(
        (f"[red]Ada_1_assignsubmission_file_/{NOTEBOOK}", right),
        (f"{KIM}/{NOTEBOOK}", right),
    )
    print_plan(course, collect(course, EXERCISE, path), Console(width=200))
    shown = capsys.readouterr().out
    assert "[red]Ada (Moodle 1)" in shown
    assert "several students are called so: twin1, twin2" in shown
    assert "Hand-ins: 1 collected, 1 refused." in shown
    assert "this machine's zone, C" in shown  # CET or CEST
