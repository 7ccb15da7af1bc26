"""A reader: takes a kernel's messages and says in a bounded document what came.

This file runs in a sandbox, started as a script, and imports nothing of the course. A kernel's
messages are a stranger's bytes; whatever they do to the process that parses them, they do it
here, and cost their author only.

It starts once and then waits. For each kernel it forks a reader, which has everything imported
already. A reader gets open files of the kernel's sockets (so no path that a submission could
exchange), and talks to the grader over another one, a line of JSON at a time:

* the grader's first line is the job: ``key``, ``most`` (the sizes that a document may have),
  and ``cells``, the sources by their places in the notebook; the reader answers
  ``{"ready": true}`` when the kernel is;
* ``{"do": "run", "place": 3}`` is answered by that cell's document, ``{"do": "ask"}`` by
  ``{"answers": true}`` if the kernel still answers, ``{"do": "interrupt"}`` by nothing.
"""

import asyncio
import base64
import ctypes
import gc
import io
import json
import os
import resource
import signal
import socket
import sys

# The grammar that it builds at its import takes a second, for a kind of check that no
# notebook needs. jsonschema does without where it is not installed.
# Python's own way to say that a module is not there, which the type of `modules` lacks.
sys.modules["rfc3987_syntax"] = None  # type: ignore[assignment]

import zmq
import zmq.asyncio
from jupyter_client.asynchronous import AsyncKernelClient
from nbclient import NotebookClient
from nbformat.v4 import new_code_cell, new_notebook
from PIL import Image

MEBI = 2**20
MOST_MEMORY = 1024 * MEBI
MOST_OPEN = 256
MOST_LINE = 64 * MEBI  # of a job, which the grader writes
SECONDS_TO_STOP = 5  # for a cell that was interrupted
SECONDS_TO_ANSWER = 20  # for a kernel that has nothing to do
SECONDS_TO_START = 180  # also on a machine that is busy
CHANNELS = ("shell", "iopub", "control")
SHOWN = ("stream", "display_data", "execute_result", "error")
TOO_LARGE = "[a figure that is too large, or none, was left out]"
NOT_DUMPABLE = 4  # prctl's PR_SET_DUMPABLE


class KernelClient(AsyncKernelClient):
    """Connects to open sockets instead of paths."""

    def __init__(self, descriptors: dict[str, int], key: str):
        super().__init__(context=zmq.asyncio.Context())
        self.descriptors = descriptors
        self.session.key = key.encode()

    def _make_url(self, channel: str) -> str:
        return f"ipc:///proc/self/fd/{self.descriptors[channel]}"


class Client(NotebookClient):
    """Keeps of what a cell shows as much as can be read, and notices a flood."""

    def __init__(self, cells: dict[str, str], kernel: KernelClient, most: dict):
        self.places = {int(place): n for n, place in enumerate(cells)}
        super().__init__(
            new_notebook(cells=[new_code_cell(source) for source in cells.values()]),
            allow_errors=True,
            record_timing=False,
            skip_cells_with_tag="",
            on_cell_executed=self.note_verdict,
        )
        self.kc = self.kernel = kernel
        self.most = most
        self.shown = self.kept = self.data = 0
        self.outputs: list[dict] = []
        self.flooded = asyncio.Event()
        self.verdict: str | None = None
        self.count: int | None = None

    async def run(self, place: int) -> dict:
        """Run a cell; its document."""
        self.shown = self.kept = self.data = 0
        self.flooded.clear()
        self.outputs, self.verdict, self.count = [], None, None
        index = self.places[place]
        running = asyncio.ensure_future(
            self.async_execute_cell(self.nb.cells[index], index)
        )
        flood = asyncio.ensure_future(self.flooded.wait())
        await asyncio.wait({running, flood}, return_when=asyncio.FIRST_COMPLETED)
        if self.flooded.is_set() and not running.done():
            self.interrupt()
            await asyncio.wait({running}, timeout=SECONDS_TO_STOP)
        ended = running.done()
        for task in (running, flood):
            task.cancel()
        [problem, _] = await asyncio.gather(running, flood, return_exceptions=True)
        if ended and isinstance(problem, BaseException):
            raise problem
        return {
            "place": place,
            "verdict": self.verdict,
            "count": self.count,
            "outputs": self.outputs,
            "flooded": self.flooded.is_set(),
            "ended": ended,
        }

    def interrupt(self) -> None:
        kernel = self.kernel
        kernel.control_channel.send(kernel.session.msg("interrupt_request", {}))

    async def answers(self) -> bool:
        """Does the kernel still answer? Without its streams, say, it does not."""
        asked = self.kernel.execute("", silent=True, store_history=False)
        waiting = asyncio.ensure_future(self.async_wait_for_reply(asked))
        done, _ = await asyncio.wait({waiting}, timeout=SECONDS_TO_ANSWER)
        waiting.cancel()
        return bool(done) and waiting.exception() is None

    def note_verdict(self, cell, cell_index, execute_reply) -> None:
        status = execute_reply["content"]["status"]
        self.verdict = "ok" if status == "ok" else "error"

    def process_message(self, msg, cell, cell_index):
        kind, content = msg["msg_type"], msg["content"]
        if kind == "status":
            return super().process_message(msg, cell, cell_index)
        if kind == "execute_input":
            count = content.get("execution_count")
            is_count = type(count) is int and 0 < count < 2**31
            self.count = count if is_count else None
        elif kind in SHOWN:
            self.keep(kind, content)
        return None

    def keep(self, kind: str, content: dict) -> None:
        """Keep what a message shows, in the form that the document has."""
        output: dict[str, object]
        if kind == "stream":
            output = {
                "output_type": "stream",
                "name": "stderr" if content["name"] == "stderr" else "stdout",
                "text": self.cut(content["text"]),
            }
            last = self.outputs[-1] if self.outputs else {}
            if last.get("name") == output["name"]:
                last["text"] += output["text"]
                return
        elif kind == "error":
            # One decides a verdict's words, so there is always room for it.
            self.outputs = [o for o in self.outputs if o["output_type"] != "error"]
            self.outputs = self.outputs[: self.most["outputs"] - 1]
            self.kept = min(self.kept, self.most["text"] // 2)
            parts = content["traceback"][: self.most["outputs"]]
            output = {
                "output_type": "error",
                "ename": self.cut(content["ename"]),
                "evalue": self.cut(content["evalue"]),
                "traceback": [self.cut(part) for part in parts],
            }
        else:
            data = self.figure_or_text(content["data"])
            if not data:
                return
            output = {"output_type": "display_data", "data": data}
        if len(self.outputs) < self.most["outputs"]:
            self.outputs.append(output)

    def figure_or_text(self, data: dict) -> dict[str, str]:
        """Of a display's forms the two that a page of feedback shows."""
        kept = {}
        if "text/plain" in data:
            kept["text/plain"] = self.cut(data["text/plain"])
        if "image/png" in data:
            figure = str(data["image/png"])
            self.count_shown(figure)
            self.data += len(figure)
            fits = self.data <= self.most["data"]
            if fits and (png := checked_png(figure, self.most["pixels"])):
                kept["image/png"] = png
            else:
                kept["text/plain"] = TOO_LARGE
        return kept

    def cut(self, text: object) -> str:
        """As much of `text` as is kept, in characters that can be written."""
        text = str(text)
        self.count_shown(text)
        kept = text[: max(0, self.most["text"] - self.kept)]
        self.kept += len(kept)
        return kept.encode("utf-8", "replace").decode()

    def count_shown(self, text: str) -> None:
        self.shown += len(text) + 1  # empty ones count, too
        if self.shown > self.most["shown"]:
            self.flooded.set()


def checked_png(figure: str, most_pixels: int) -> str:
    """A PNG in base64, decoded to see that it is one; "" if not, or if it is too large."""
    try:
        content = base64.b64decode(figure.replace("\n", ""), validate=True)
        with Image.open(io.BytesIO(content), formats=["PNG"]) as image:
            if image.width * image.height > most_pixels:
                return ""
            image.load()
    except Exception:  # noqa: BLE001 (a stranger's bytes)
        return ""
    return base64.b64encode(content).decode()


class Channel:
    """Lines of JSON from and to the grader."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter):
        self.reader, self.writer = reader, writer

    @classmethod
    async def on(cls, descriptor: int) -> "Channel":
        sock = socket.socket(fileno=descriptor)
        return cls(*await asyncio.open_unix_connection(sock=sock, limit=MOST_LINE))

    async def get(self) -> dict | None:
        line = await self.reader.readline()
        return json.loads(line) if line else None

    async def say(self, **what) -> None:
        self.writer.write(json.dumps(what).encode() + b"\n")
        await self.writer.drain()


async def read(channel: Channel, descriptors: dict[str, int]) -> None:
    """Do what the grader asks, until it asks no more."""
    job = await channel.get()
    if not job:
        return
    kernel = KernelClient(descriptors, job["key"])
    kernel.start_channels(stdin=False, hb=False)
    await kernel.wait_for_ready(timeout=SECONDS_TO_START)
    client = Client(job["cells"], kernel, job["most"])
    await channel.say(ready=True)
    doing: set[asyncio.Task] = set()
    while order := await channel.get():
        if order["do"] == "interrupt":
            client.interrupt()
            continue
        doing.add(task := asyncio.ensure_future(obey(channel, client, order)))
        task.add_done_callback(end_with_problem)


async def obey(channel: Channel, client: Client, order: dict) -> None:
    if order["do"] == "run":
        await channel.say(cell=await client.run(order["place"]))
    else:
        await channel.say(answers=await client.answers())


def end_with_problem(task: asyncio.Task) -> None:
    """What came was no answer: say nothing more. The grader notices the end."""
    if task.exception():
        os._exit(1)


def limit() -> None:
    """Take no more than a reader may: memory, open files, and no files on any disk."""
    for what, most in (
        (resource.RLIMIT_DATA, MOST_MEMORY),
        (resource.RLIMIT_NOFILE, MOST_OPEN),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most))


def wait_for_jobs(control: socket.socket) -> None:
    """Fork a reader for each message, until the grader closes its end.

    A message brings a reader's channel and its kernel's sockets; the answer is a descriptor
    of the reader's process.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the grader
    while True:
        message, descriptors, _, _ = socket.recv_fds(control, 16, 1 + len(CHANNELS))
        if not message:
            return
        child = os.fork()
        if child == 0:
            control.close()
            limit()
            # Not one process for the next: whoever has taken over a reader is alone in it.
            channel, *sockets = descriptors
            try:
                asyncio.run(start(channel, dict(zip(CHANNELS, sockets, strict=True))))
            finally:
                os._exit(0)
        for descriptor in descriptors:
            os.close(descriptor)
        process = os.pidfd_open(child)
        socket.send_fds(control, [b"."], [process])
        os.close(process)
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


async def start(channel: int, sockets: dict[str, int]) -> None:
    await read(await Channel.on(channel), sockets)


if __name__ == "__main__":
    # Readers have the same user, and none may look into another.
    ctypes.CDLL(None).prctl(NOT_DUMPABLE, 0)
    gc.freeze()
    control = socket.socket(fileno=int(sys.argv[1]))
    # Errors up to here are for the grader. What readers say one could fill a pipe with, and
    # the others would wait at it.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    control.send(b"here")
    wait_for_jobs(control)
