"""What killed graders have left is removed: only our own, and however it looks."""

import os
import subprocess
import time

import pytest

from grading import leftovers
from grading.execution.sandbox import FOLDER_PREFIX
from grading.leftovers import leftover_folders, remove_leftovers


@pytest.fixture
def temporary(tmp_path, monkeypatch):
    monkeypatch.setattr(leftovers.tempfile, "tempdir", str(tmp_path))
    return tmp_path


@pytest.fixture
def dead():
    """The number of a process that is no more."""
    ended = subprocess.Popen(["true"])
    ended.wait()
    return ended.pid


def folder_of(temporary, number, name="abc"):
    folder = temporary / f"{FOLDER_PREFIX}{number}-{name}"
    folder.mkdir()
    return folder


def test_those_of_the_dead_are_removed_and_those_of_the_living_stay(temporary, dead):
    folder_of(temporary, dead)
    ours = folder_of(temporary, os.getpid())
    other = temporary / f"x{FOLDER_PREFIX}{dead}-abc"
    other.mkdir()
    remove_leftovers()
    assert sorted(temporary.iterdir()) == sorted([ours, other])


def test_five_thousand_folders_deep(temporary, dead):
    back = os.open(".", os.O_RDONLY)
    os.chdir(folder_of(temporary, dead))
    for _ in range(5000):
        os.mkdir("d")
        os.chdir("d")
    os.fchdir(back)
    os.close(back)
    remove_leftovers()
    assert list(temporary.iterdir()) == []


def test_without_any_rights(temporary, dead):
    folder = folder_of(temporary, dead)
    (folder / "a" / "b").mkdir(parents=True)
    (folder / "a" / "b" / "file").touch()
    for path in (folder / "a" / "b", folder / "a", folder):
        path.chmod(0)
    remove_leftovers()
    assert list(temporary.iterdir()) == []


def test_a_link_or_a_file_of_such_a_name_is_not_ours(temporary, dead, tmp_path_factory):
    precious = tmp_path_factory.mktemp("precious")
    (precious / "thesis").touch()
    (temporary / f"{FOLDER_PREFIX}{dead}-link").symlink_to(precious)
    (temporary / f"{FOLDER_PREFIX}{dead}-file").touch()
    folder = folder_of(temporary, dead)
    (folder / "link").symlink_to(precious)
    remove_leftovers()
    assert (precious / "thesis").exists()
    assert precious.stat().st_mode & 0o777 == 0o700, "nor are its rights changed"
    assert len(list(temporary.iterdir())) == 2


def test_another_users_folder_is_left_alone(temporary, dead, monkeypatch):
    folder = folder_of(temporary, dead)
    if os.geteuid() == 0:
        os.chown(folder, 12345, 12345)
    else:
        monkeypatch.setattr(os, "geteuid", lambda: 12345)
    remove_leftovers()
    assert folder.exists()


@pytest.mark.parametrize("name", ["", "x", "12x", "-1", "²", "9" * 30])
def test_a_name_without_a_number(temporary, name):
    folder = folder_of(temporary, name)
    remove_leftovers()
    assert folder.exists()


def test_a_number_that_another_process_has_got_since(temporary):
    process = subprocess.Popen(["sleep", "600"])
    try:
        folder = folder_of(temporary, process.pid)
        assert leftover_folders() == [], "who knows which of them was first"
        yesterday = time.time() - 86400
        os.utime(folder, (yesterday, yesterday))
        assert leftover_folders() == [folder]
    finally:
        process.kill()
        process.wait()


def test_a_grader_at_work_keeps_its_folder_though_the_clock_was_set(temporary):
    folder = folder_of(temporary, os.getpid())
    os.utime(folder, (0, 0))
    remove_leftovers()
    assert folder.exists()
