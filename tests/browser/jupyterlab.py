"""A real JupyterLab for a test: started in a folder, watched by its log, stopped for good."""

import contextlib
import os
import re
import secrets
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psutil
import requests
from jupyter_server.serverapp import list_running_servers

SECONDS_TO_START = 600
SECONDS_TO_STOP = 20

# Variables of the developer's environment that would reach into the test's JupyterLab.
FOREIGN = re.compile(r"(JUPYTER|JPY_|IPYTHON|NBGRADER|PYTHON|VIRTUAL_ENV|XDG_|DP_)")
# What a log says in spite of everything being well, each with its reason.
HARMLESS = {
    r"Notebook .* is not trusted": "its outputs were made elsewhere; their scripts stay off",
    r"websocket_ping_timeout": "two defaults of Jupyter Server that do not agree",
    r"display_data_priority": "nbconvert's setting for each step, which nbgrader's steps lack",
    r"Possible missing notebooks": "nbgrader takes JupyterLab's checkpoint for another one",
    r"Kernel is running over TCP without encryption": "Jupyter's own setting",
    r"SAWarning": "nbgrader's models, for nbgrader's developers",
    r"Alternative text is missing": "nbconvert, of figures that a hand-in has drawn",
    r"/\.~\S+ doesn't exist": "a file that was being saved while its folder was listed",
}
# A browser that leaves a page while the kernel talks to it; the server says so at length.
LEFT_A_PAGE = re.compile(
    r"^Task exception was never retrieved\nfuture: .*WebSocketClosedError\(\)>\n"
    r"(?:.*\n)*?tornado\.websocket\.WebSocketClosedError\n",
    re.MULTILINE,
)
TROUBLE = re.compile(
    r"^\[[WE] |\b(WARNING|ERROR|CRITICAL)\b|^Traceback|\b\w*(Error|Warning|Exception):"
)
# Whoever opens JupyterLab for the first time is asked for news, on top of other buttons.
NO_NEWS = (
    "lab/user-settings/@jupyterlab/apputils-extension/notification.jupyterlab-settings"
)


@dataclass
class Lab:
    """A running JupyterLab, its folder and its log."""

    folder: Path
    address: str
    token: str
    log: Path

    def url(self, path: str = "lab") -> str:
        """Where a browser finds `path`: lab, lab/tree/a.ipynb, files/a.html.

        JupyterLab opens again what was open last, unless `path` ends with ``?reset``.
        """
        return f"{self.address}{path}{'&' if '?' in path else '?'}token={self.token}"

    def troubles(self) -> list[str]:
        """Errors, warnings and tracebacks in the log, but for those known as harmless."""
        text = self.log.read_text(encoding="utf-8")
        return [
            line
            for line in LEFT_A_PAGE.sub("", text).splitlines()
            if TROUBLE.search(line)
            and not any(re.search(known, line) for known in HARMLESS)
        ]


def own_environment(home: Path, python: Path, **more: str) -> dict[str, str]:
    """An environment in which nothing of the developer's own settings is left.

    `home` stands for the home folder of the person at the keyboard, `python` for the
    interpreter whose commands are found first.
    """
    home.mkdir(parents=True, exist_ok=True)
    kept = {key: value for key, value in os.environ.items() if not FOREIGN.match(key)}
    folders = {
        "HOME": home,
        "JUPYTER_CONFIG_DIR": home / "config",
        "JUPYTER_DATA_DIR": home / "data",
        "JUPYTER_RUNTIME_DIR": home / "runtime",
        "IPYTHONDIR": home / "ipython",
    }
    path = os.pathsep.join([str(python.parent), os.environ["PATH"]])
    return (
        kept
        | {key: str(folder) for key, folder in folders.items()}
        | {"PATH": path, "LANG": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"}
        | more
    )


@contextlib.contextmanager
def running_lab(
    folder: Path,
    home: Path,
    log: Path,
    python: str | Path = sys.executable,
    options: tuple[str, ...] = (),
    **environment: str,
) -> Iterator[Lab]:
    """JupyterLab of `python`, serving `folder`, until the ``with`` block ends.

    `options` go to its command line, `environment` into its environment.
    """
    token = secrets.token_hex()
    surroundings = own_environment(home, Path(python), **environment)
    no_news = Path(surroundings["JUPYTER_CONFIG_DIR"], NO_NEWS)
    no_news.parent.mkdir(parents=True, exist_ok=True)
    no_news.write_text('{"fetchNews": "false"}', encoding="utf-8")
    command = [
        *(str(python), "-m", "jupyterlab", "--no-browser", "--allow-root"),
        *("--ServerApp.ip=127.0.0.1", "--ServerApp.port=0"),
        *(f"--IdentityProvider.token={token}", *options),
    ]
    log.parent.mkdir(parents=True, exist_ok=True)
    with open(log, "w", encoding="utf-8") as output:
        server = subprocess.Popen(
            command,
            cwd=folder,
            env=surroundings,
            stdout=output,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
        )
        try:
            address = wait_until_it_answers(server, home / "runtime", token, log)
            yield Lab(folder, address, token, log)
        finally:
            stop(server)


def wait_until_it_answers(
    server: subprocess.Popen, runtime: Path, token: str, log: Path
) -> str:
    """The address of `server`, as soon as a page can be had there."""
    until = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < until:
        assert server.poll() is None, log.read_text(encoding="utf-8")
        for found in list_running_servers(str(runtime)):
            address = found["url"]
            with contextlib.suppress(requests.ConnectionError):
                asked = {"Authorization": f"token {token}"}
                requests.get(
                    f"{address}api/status", headers=asked, timeout=SECONDS_TO_START
                ).raise_for_status()
                return address
        time.sleep(0.1)
    raise AssertionError(
        f"JupyterLab does not answer after {SECONDS_TO_START} seconds:\n"
        + log.read_text(encoding="utf-8")
    )


def stop(server: subprocess.Popen) -> None:
    """End the server and whatever it has started, kernels above all."""
    started = []
    with contextlib.suppress(psutil.NoSuchProcess):
        started = psutil.Process(server.pid).children(recursive=True)
    server.terminate()
    try:
        server.wait(SECONDS_TO_STOP)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()
    for process in started:
        with contextlib.suppress(psutil.NoSuchProcess):
            process.kill()
