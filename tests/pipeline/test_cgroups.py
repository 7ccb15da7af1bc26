"""Control groups: made where they can be, with the limits that were asked for."""

import os
import subprocess
import time

import pytest

from grading.execution import cgroups
from grading.execution.limits import MEBI, Limits

LIMITS = Limits(memory_bytes=64 * MEBI, processes=4)
needs_a_cgroup = pytest.mark.skipif(
    cgroups.find() is None, reason="no cgroup can be made here"
)


@pytest.fixture
def tree(tmp_path, monkeypatch):
    """A tree as Linux shows it in version 2, in which this process is at ``/a/b``."""
    monkeypatch.setattr(cgroups, "ROOT", tmp_path / "cgroup")
    monkeypatch.setattr(cgroups, "OWN", tmp_path / "own")
    (tmp_path / "own").write_text("0::/a/b\n", encoding="utf-8")
    own = tmp_path / "cgroup" / "a" / "b"
    own.mkdir(parents=True)
    for folder in (own, own.parent, own.parent.parent):
        (folder / "cgroup.controllers").write_text("memory pids", encoding="utf-8")
    return own


def test_the_nearest_folder_that_controls_memory_is_taken(tree, monkeypatch):
    """Where this process is, no controller can be switched on for its children."""
    made = []

    def mkdir(path, *rest, **more):
        os.mkdir(path)
        made.append(path)
        if path.parent == tree.parent:
            for name in ("memory.max", "memory.swap.max", "pids.max"):
                (path / name).write_text("max", encoding="utf-8")

    monkeypatch.setattr(type(tree), "mkdir", mkdir)
    cgroup = cgroups.folders_made_here(LIMITS)
    [folder] = cgroup.folders
    assert folder.parent == tree.parent and not made[0].exists()
    assert (folder / "memory.max").read_text() == str(LIMITS.memory_bytes)
    assert (folder / "memory.swap.max").read_text() == "0"
    assert (folder / "pids.max").read_text() == str(16 * LIMITS.processes)


def test_where_no_folder_controls_memory_there_is_none(tree):
    assert cgroups.folders_made_here(LIMITS) is None
    assert list(tree.iterdir()) == [tree / "cgroup.controllers"]


def test_what_version_2_counts(tmp_path):
    cgroup = cgroups.Cgroup([tmp_path])
    assert cgroup.processor_seconds() is None and not cgroup.was_out_of_memory()
    (tmp_path / "cpu.stat").write_text("usage_usec 2500000\nuser_usec 1\n")
    (tmp_path / "memory.events").write_text("low 0\noom 1\noom_kill 1\n")
    assert cgroup.processor_seconds() == 2.5
    assert cgroup.was_out_of_memory()


def run_in(cgroup, source: str) -> subprocess.Popen:
    command = [*cgroup.prefix, "/usr/bin/env", "python3", "-c", source]
    return subprocess.Popen(
        command,
        preexec_fn=cgroup.join,  # noqa: PLW1509 (it writes a file, no more)
        env=cgroup.environment or None,
    )


@needs_a_cgroup
def test_linux_ends_what_takes_too_much_memory_and_counts_its_time():
    cgroup = cgroups.make(LIMITS)
    source = "held = [bytearray(2**20) for _ in range(500)]"
    try:
        process = run_in(cgroup, source)
        cgroup.holds(process.pid)
        assert process.wait() != 0
        assert cgroup.was_out_of_memory()
        assert cgroup.processor_seconds() > 0
    finally:
        end = time.monotonic() + 30
        while not cgroup.remove() and time.monotonic() < end:
            time.sleep(0.01)
    assert not any(folder.exists() for folder in cgroup.folders)


@needs_a_cgroup
def test_what_a_killed_grader_left_is_removed_and_nothing_else():
    ended = subprocess.Popen(["true"])
    ended.wait()
    mine, left = cgroups.make(LIMITS), cgroups.make(LIMITS)
    if not left.is_made_here:
        pytest.skip("systemd removes its own")
    for n, folder in enumerate(left.folders):
        name = folder.name.replace(str(os.getpid()), str(ended.pid))
        left.folders[n] = folder.parent / name
        folder.rmdir()
        left.folders[n].mkdir()
    cgroups.remove_leftovers()
    assert not any(folder.exists() for folder in left.folders)
    assert all(folder.exists() for folder in mine.folders)
    assert mine.remove()
