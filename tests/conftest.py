"""How tests of all kinds run the course's commands."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

# As `make` sets it: nbgrader calls alembic by name.
PATH = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])


def pytest_configure():
    # What runs in the background of a script ignores Ctrl-C, and so would all that it starts.
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session", autouse=True)
def path_to_the_environment():
    os.environ["PATH"] = PATH


@pytest.fixture(scope="session")
def run():
    """Run a Python module as a command, as a person would, and return what came back."""

    def run_module(*words, folder, expect=0):
        done = subprocess.run(
            [sys.executable, "-m", *map(str, words)],
            cwd=folder,
            check=False,
            capture_output=True,
            text=True,
        )
        assert done.returncode == expect, done.stdout + done.stderr
        return done

    return run_module
