"""What students' code can reach, tried from inside a sandboxed kernel."""

import asyncio
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import psutil
import pytest
from pipeline.odd_hand_ins import FORKS
from pipeline.run_cells import notebook_of, shown_by
from shared import ROOT

from grading.execution import sandbox
from grading.execution.errors import KernelError, SandboxError
from grading.execution.execute import execute
from grading.execution.limits import MEBI, Limits
from grading.verdict import Verdict

SMALL = Limits(
    cell_seconds=20, memory_bytes=500 * MEBI, processes=20, file_bytes=8 * MEBI
)


def run(*sources, files=None, limits=SMALL, setup="import os, sys", boxed=True):
    """What each of the cells printed, or its error."""
    notebook = notebook_of(*sources, setup=setup)
    return shown_by(asyncio.run(execute(notebook, files or {}, limits, boxed)))


def test_nothing_of_the_machine_is_there_and_nothing_can_be_written():
    secret = ROOT / "nbgrader_config.py"
    shown = run(
        f"print(os.path.exists({str(secret)!r}), os.path.exists({str(ROOT / 'source')!r}))",
        "print(sorted(os.environ.keys() & {'SECRET_OF_THE_TESTS', 'JPY_PARENT_PID'}))",
        "import grading",
        f"open({sys.prefix!r} + '/x', 'w')",
        "open('/usr/x', 'w')",
        "open('/x', 'w')",
        "open('mine', 'w').write('x'); print(os.listdir('.').count('mine'))",
    )
    assert shown[0] == "False False"
    assert shown[1] == "[]"
    assert "No module named 'grading'" in shown[2]
    for written in shown[3:6]:
        assert "Read-only file system" in written
    assert shown[6] == "1"


def test_dp_is_there_for_exercises_that_import_it_and_for_no_others():
    find = "import importlib.util as u; print(u.find_spec('dp') is not None)"
    with_dp = run("print(dp.Node(3.0).value)", setup="import dp")
    assert with_dp == ["[[3.]]"]
    imported = run("import dp")
    assert "No module named 'dp'" in imported[0], find


def test_no_network_and_no_other_processes():
    shown = run(
        "import socket\nsocket.create_connection(('127.0.0.1', 22), 2)",
        "print(len([p for p in os.listdir('/proc') if p.isdecimal()]) < 10)",
        "print(os.getuid())",
    )
    assert "refused" in shown[0] or "unreachable" in shown[0]
    assert shown[1:] == ["True", "1000"]


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("held = [bytearray(50 * 2**20) for _ in range(40)]", "500 MiB of memory"),
        (FORKS, "more than 20 processes"),
    ],
)
def test_what_breaks_a_limit_is_ended_and_named(source, reason):
    notebook = notebook_of(source, "print('goes on')")
    executed = asyncio.run(execute(notebook, {}, SMALL))
    (stopped,) = executed.stopped
    assert stopped.cell_id == "cell-0" and stopped.status == "crashed"
    assert reason in stopped.reason
    assert executed.notebook.cells[-1].outputs[0].text == "goes on\n"


@pytest.mark.parametrize("folder", [".", "/tmp", "/dev/shm"])
def test_files_are_limited_together(folder):
    parts = "\n".join(
        f"open({folder!r} + '/{n}', 'wb').write(bytes(3 * 2**20))" for n in range(4)
    )
    assert "No space left on device" in run(parts)[0]


def test_modules_beside_the_notebook_shadow_nothing_and_can_be_imported():
    bad = b"raise RuntimeError('shadowed')"
    names = ("numpy", "sitecustomize", "usercustomize", "ipykernel", "json")
    files = {f"{name}.py": bad for name in names} | {"helper.py": b"value = 7"}
    shown = run("import numpy, json, helper\nprint(helper.value)", files=files)
    assert shown == ["7"]


@pytest.fixture
def short_folder():
    """A folder of its own with a path that is short enough for sockets."""
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)


def test_nothing_is_left_behind(short_folder, monkeypatch):
    monkeypatch.setattr(sandbox.tempfile, "tempdir", str(short_folder))
    source = (
        "import subprocess; subprocess.Popen(['sleep', '1234'], start_new_session=True)"
    )
    run(source)
    assert list(short_folder.iterdir()) == []
    asleep = [
        p
        for p in psutil.process_iter(["cmdline"])
        if "1234" in (p.info["cmdline"] or [])
    ]
    assert asleep == []


def test_without_bubblewrap_grading_refuses_and_says_what_to_do(monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(SandboxError, match="apt-get install bubblewrap") as said:
        sandbox.check_sandbox()
    assert "--no-sandbox" in str(said.value) and "DP_SANDBOX=off" in str(said.value)


@pytest.mark.skipif(os.getuid() != 0, reason="root alone becomes another user")
@pytest.mark.parametrize("name", ["setpriv", "env"])
def test_without_a_program_that_root_needs_the_same(name, monkeypatch):
    which = shutil.which
    monkeypatch.setattr(
        shutil, "which", lambda one: None if one == name else which(one)
    )
    with pytest.raises(SandboxError, match=f"^{name} is not installed") as said:
        sandbox.check_sandbox()
    assert "apt-get install" in str(said.value) and "--no-sandbox" in str(said.value)


def test_where_bubblewrap_may_not_work_its_own_words_are_passed_on(monkeypatch):
    monkeypatch.setattr(sandbox, "namespaces", lambda: ["--no-such-option"])
    with pytest.raises(SandboxError, match="no-such-option"):
        sandbox.check_sandbox()


def test_without_the_sandbox_it_runs_too_and_every_report_says_so():
    executed = asyncio.run(
        execute(notebook_of("print(6 * 7)"), {"a.txt": b"x"}, SMALL, False)
    )
    assert executed.notebook.cells[-1].outputs[0].text == "42\n"
    verdict = Verdict.of(executed.notebook.metadata)
    assert verdict.reasons == ["graded without a sandbox"]


def test_a_python_that_does_not_start_is_no_hand_ins_fault(monkeypatch):
    monkeypatch.setattr(sandbox, "python_folders", lambda packages: [])
    with pytest.raises(KernelError, match="did not start"):
        run("print(1)")


@pytest.mark.skipif(os.getuid() != 0, reason="is an ordinary user already")
def test_it_works_for_an_ordinary_user():
    command = [
        "bwrap",
        *sandbox.namespaces(),
        *sandbox.system_folders(),
        "/usr/bin/id",
        "-u",
    ]
    done = subprocess.run(
        command,
        user="nobody",
        group="nogroup",
        extra_groups=[],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout == "1000\n", done.stderr
