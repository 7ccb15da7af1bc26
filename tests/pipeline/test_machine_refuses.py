"""What both command lines say when the machine refuses: rights, locks, disks, encodings."""

import ctypes
import errno
import os
import resource
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import click
import pytest
from pipeline.small_course import EXERCISE, HandIn, as_it_is, lay, make_course
from pipeline.small_handout import answer, make_handout
from sqlalchemy.exc import OperationalError

from coursework.friendly import FriendlyGroup
from coursework.handout import Handout
from coursework.streams import PLAIN, plain
from coursework.trouble import SENTENCES, sentence_for
from grading.course import Course
from grading.gradebook import ailment

# Root may do everything with files; without these rights it is refused as others are.
RIGHTS = "-dac_override,-dac_read_search,-fowner"
AS_OTHERS = (
    ("setpriv", f"--bounding-set={RIGHTS}", f"--inh-caps={RIGHTS}")
    if os.geteuid() == 0
    else ()
)


@pytest.fixture(scope="module")
def templates(tmp_path_factory):
    """A handout and a course in which somebody has handed in."""
    folder = tmp_path_factory.mktemp("templates")
    handout = make_handout(folder)
    answer(handout)
    (folder / "graded").mkdir()
    course = make_course(folder / "graded")
    lay(course, HandIn("ada", as_it_is))
    return handout.root, course.root


@pytest.fixture
def handout(templates, tmp_path):
    return Handout(shutil.copytree(templates[0], tmp_path / "handout"))


@pytest.fixture
def course(templates, tmp_path):
    return Course(shutil.copytree(templates[1], tmp_path / "course"))


def command(*words, folder, before=(), **more):
    """Run a command line as others do; gives its exit code and all that it said."""
    done = subprocess.run(
        [*AS_OTHERS, *before, sys.executable, "-m", *map(str, words)],
        cwd=folder,
        check=False,
        stdout=more.pop("stdout", subprocess.PIPE),
        stderr=subprocess.PIPE,
        **more,
    )
    said = (done.stdout or b"") + done.stderr
    assert b"Traceback" not in said and b"Exception ignored" not in said, said.decode()
    return done.returncode, " ".join(said.decode(errors="replace").split())


def refused(*words, folder, **more):
    code, said = command(*words, folder=folder, **more)
    assert code == 1, said
    return said


def error_of(number, name="/a/notebook.ipynb"):
    return OSError(number, os.strerror(number), name)


@pytest.mark.parametrize("number", sorted(SENTENCES), ids=errno.errorcode.get)
def test_each_error_of_the_machine_is_a_sentence_that_says_what_to_do(number):
    for error in (error_of(number), error_of(number, None)):
        sentence = sentence_for(error)
        assert "{" not in sentence and sentence.endswith(".")
        assert sentence.count(".") >= 2, "what is wrong, and what to do"
        assert "None" not in sentence and "Errno" not in sentence
    named = sentence_for(error_of(number))
    machine_wide = (errno.EMFILE, errno.ENFILE, errno.ENOMEM, errno.EAGAIN)
    assert number in machine_wide or "notebook.ipynb" in named


def test_a_full_disk_does_not_ask_to_close_anything(course):
    full = sqlite3.OperationalError("database or disk is full")
    wrapped = OperationalError("INSERT", {}, full)
    sentences = [sentence_for(error_of(n)) for n in (errno.ENOSPC, errno.EDQUOT)]
    sentences += [str(ailment(course, error)) for error in (full, wrapped)]
    for sentence in sentences:
        assert "Make room" in sentence and "lose" not in sentence
    locked = sqlite3.OperationalError("database is locked")
    assert "Another program holds the gradebook" in str(ailment(course, locked))


def test_an_error_that_nobody_at_the_keyboard_can_put_right_stays_one():
    assert sentence_for(KeyError("x")) is None
    assert sentence_for(OSError("no number")) is None
    try:
        try:
            raise error_of(errno.EACCES)
        except OSError:
            raise KeyError("a mistake in the program")
    except KeyError as error:
        assert sentence_for(error) is None
    group = FriendlyGroup(commands=[click.Command("x", callback=lambda: {}["gone"])])
    with pytest.raises(KeyError):
        group.main(["x"], standalone_mode=False)


def test_a_notebook_without_rights(handout):
    path = handout.exercise(EXERCISE).path
    path.chmod(0)
    said = refused("coursework", "check", EXERCISE, folder=handout.root)
    assert f"You may not read or write {path}, although it is yours" in said
    assert f"chmod u+rwX '{path}'" in said
    code, said = command("coursework", "progress", folder=handout.root)
    assert code == 0 and "cannot be read" in said


def test_a_handout_that_can_only_be_read_is_checked_all_the_same(handout):
    for folder in (handout.root, handout.root / EXERCISE):
        folder.chmod(0o555)
    code, said = command("coursework", "check", EXERCISE, folder=handout.root)
    assert code == 0 and "All 4 visible checks passed" in said


@pytest.mark.parametrize(
    ("closed", "words"),
    [
        (".", ("export",)),
        (".", ("autograde", EXERCISE, "--no-sandbox")),
        ("gradebook.db", ("export",)),
        ("gradebook.db", ("autograde", EXERCISE, "--no-sandbox")),
        ("nbgrader_config.py", ("export",)),
        (f"source/{EXERCISE}/{EXERCISE}.ipynb", ("report",)),
        ("source", ("release",)),
        ("submitted", ("autograde", EXERCISE, "--no-sandbox")),
    ],
)
def test_a_course_without_rights(course, closed, words):
    path = course.root / closed
    mode = path.stat().st_mode
    path.chmod(0o555 if closed == "." else 0)
    said = refused("grading", *words, folder=course.root)
    path.chmod(mode)
    assert "You may not read or write" in said and "run the command again" in said


@pytest.mark.skipif(os.geteuid() != 0, reason="only root gives files away")
def test_a_lock_of_another_owner(course):
    lock = course.root / ".grading.lock"
    lock.touch(0o644)
    os.chown(lock, 1234, -1)
    said = refused("grading", "autograde", EXERCISE, folder=course.root)
    assert f"{lock}, which belongs to user 1234" in said and "sudo chown" in said


@pytest.mark.parametrize("make", [Path.mkdir, lambda path: path.symlink_to("nowhere")])
def test_something_else_in_the_place_of_the_lock(course, make):
    make(course.root / ".grading.lock")
    said = refused("grading", "autograde", EXERCISE, folder=course.root)
    assert ".grading.lock is a" in said and "run the command again" in said


@pytest.mark.parametrize("number", [errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP])
def test_a_disk_without_file_locks(course, number):
    """Linux has none to mount here, so the system's own function refuses as there."""
    program = (
        "import fcntl, runpy, sys\n"
        f"def flock(*arguments): raise OSError({number}, 'refused')\n"
        "fcntl.flock = flock\n"
        f"sys.argv = ['grading', 'autograde', '{EXERCISE}']\n"
        "runpy.run_module('grading', run_name='__main__')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=course.root,
        check=False,
        capture_output=True,
        text=True,
    )
    said = " ".join(done.stderr.split())
    assert "Traceback" not in said and done.returncode == 1
    assert "has no file locks" in said and "Copy the course's folder" in said
    assert not (course.root / ".grading.lock").read_text(encoding="utf-8")


def test_output_to_a_full_disk(handout):
    """/dev/full is one."""
    with open("/dev/full", "wb") as full:
        said = refused("coursework", "progress", folder=handout.root, stdout=full)
    assert "The disk is full" in said


def test_a_limit_on_the_size_of_files(course):
    said = refused(
        *("grading", "export"),
        folder=course.root,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (10, 10)),
    )
    assert "ulimit -f" in said and "lose what" not in said


@pytest.fixture
def tiny_disk(tmp_path):
    """A disk of 1 MiB, where it may be mounted."""
    libc = ctypes.CDLL(None, use_errno=True)
    place = tmp_path / "disk"
    place.mkdir()
    if libc.mount(b"tiny", str(place).encode(), b"tmpfs", 0, b"size=1m") != 0:
        pytest.skip("only root mounts a disk")
    yield place
    libc.umount2(str(place).encode(), 2)


@pytest.mark.parametrize(
    "words", [("export",), ("autograde", EXERCISE, "--no-sandbox"), ("report",)]
)
def test_a_full_disk(course, tiny_disk, words):
    root = shutil.copytree(course.root, tiny_disk / "course")
    # Unbuffered, so that closing it writes nothing more.
    filling = (tiny_disk / "filling").open("wb", buffering=0)
    with filling as file, pytest.raises(OSError, match="No space"):
        while True:
            file.write(bytes(512))
    said = refused("grading", *words, folder=root)
    assert "The disk is full" in said and "Make room" in said
    assert "Close what else" not in said


# What comes out where an encoding lacks a character.


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "latin-1", "utf-16"])
@pytest.mark.parametrize("words", [("check", EXERCISE), ("progress",), ("check", "Θ✘")])
def test_every_encoding_is_survived(handout, encoding, words):
    answer(handout, double="def double(x):\n    assert x is None, '✘ √ Θ é 王'")
    environment = os.environ | {"PYTHONIOENCODING": encoding}
    code, said = command("coursework", *words, folder=handout.root, env=environment)
    assert code == (words != ("progress",))
    if encoding == "cp1252" and words == ("check", EXERCISE):
        assert "x double-test: x \\u221a \\u0398" in said


def test_a_name_that_is_no_text_is_survived(handout):
    said = refused(
        "coursework",
        "check",
        b"\xff.ipynb".decode(errors="surrogateescape"),
        folder=handout.root,
    )
    assert "There is no exercise" in said


def test_what_stands_for_a_character_is_ascii():
    for character in [*PLAIN, "é", "Å", "Θ", "王", "\udcff", "😀", "½"]:
        assert plain(character).isascii() and plain(character)
    assert [plain(one) for one in "é✔─"] == ["e", "ok", "-"]
