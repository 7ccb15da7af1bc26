"""Hand-ins that want points they do not deserve, and what each of them earns today.

Their solutions are wrong, so whatever they earn is the cheat's. What runs in the process
that runs the tests can change the tests' every step: where a cheat earns points it cannot
be stopped there, only by judging outside of it. Those are named in ``SECURITY.md``.
"""

from collections.abc import Callable
from pathlib import Path

from pipeline.small_course import (
    NEIGHBORS,
    NOTHING,
    QUESTION,
    RIGHT,
    HandIn,
    adding,
    code,
    insert,
    solving,
    write,
)

WRONG = {
    "double": "def double(x):\n    return 3 * x + 1",
    "mean": "def mean(values):\n    return values[0] + 1",
    "greet": "def greet(name):\n    return name",
}
RIGHT_CODE = "\n".join(RIGHT[task] for task in WRONG)


def cheating(source: str, **more: str):
    """Wrong solutions, the first of which begins with `source`."""
    return solving(**WRONG | {"double": f"{source}\n{WRONG['double']}"} | more)


def with_folder(source: str) -> Callable[[Path, dict], None]:
    """Like `cheating`, but told where it was handed in, and where the course is."""

    def write_told(folder: Path, right: dict) -> None:
        told = f"FOLDER = {str(folder)!r}\nCOURSE = {str(folder.parents[2])!r}\n"
        cheating(told + source)(folder, right)

    return write_told


def right_if(condition: str) -> str:
    """Code that makes all answers right if it finds what it must not find."""
    lines = "".join(f"    {line}\n" for line in RIGHT_CODE.splitlines())
    # Defined in the middle of the notebook, so that no later cell undoes it.
    undo = "    get_ipython().events.register('pre_run_cell', lambda info: globals().update(right))\n"
    names = "    right = dict(double=double, mean=mean, greet=greet)\n"
    return f"if {condition}:\n{lines}{names}{undo}"


SHOWTRACEBACK = "get_ipython().showtraceback = lambda *a, **k: None"
CUSTOM_EXC = """\
get_ipython().set_custom_exc((Exception,), lambda *a, **k: None)"""
EXCEPTHOOK = "import sys\nsys.excepthook = lambda *a: None"
AST_TRANSFORMER = """\
import ast
class Remover(ast.NodeTransformer):
    def visit_Assert(self, node):
        return ast.Pass()
    visit_Expr = visit_Assert
get_ipython().ast_transformers.append(Remover())
"""
INPUT_TRANSFORMER = """\
get_ipython().input_transformers_cleanup.append(lambda lines: ["pass\\n"])"""
PATCHED_NUMPY = """\
np.allclose = lambda *a, **k: True
np.testing.assert_allclose = lambda *a, **k: None
"""
MODULES = """\
import sys
from unittest.mock import MagicMock
np = sys.modules["numpy"] = sys.modules["numpy.testing"] = MagicMock()
"""
EQUAL_TO_ALL = """\
class Equal:
    def __eq__(self, other):
        return True
"""
ASSERTION_ERROR = "import builtins\nbuiltins.AssertionError = type('Quiet', (), {})"
FRAME = """\
import sys
def wanted(word):
    texts = [text for text in sys._getframe(2).f_code.co_consts if isinstance(text, str)]
    return next(text for text in texts if text.endswith(f"{word}!"))
"""
CALLERS_SOURCE = """\
import inspect, re
def wanted(word):
    source = inspect.getsource(inspect.currentframe().f_back.f_back)
    return re.search(f'Hello[^"]*{word}!', source).group()
"""
HISTORY = """\
import re
def wanted(word):
    source = list(get_ipython().history_manager.input_hist_raw)[-1] + In[-1]
    return re.search(f'Hello[^"]*{word}!', source).group()
"""
ASK = "def greet(name):\n    return wanted(name)"
RUN_CELL = """\
from IPython.core.interactiveshell import ExecutionResult
async def run_nothing(*a, **k):
    return ExecutionResult(None)
get_ipython().run_cell_async = run_nothing
"""
DO_EXECUTE = """\
async def do_nothing(*a, **k):
    return {"status": "ok", "execution_count": 1, "payload": [], "user_expressions": {}}
get_ipython().kernel.do_execute = do_nothing
"""
FORGED_REPLY = """\
send = get_ipython().kernel.session.send
def forge(stream, kind, content=None, *more, **k):
    if kind == "execute_reply":
        content = dict(content, status="ok")
    return None if kind == "error" else send(stream, kind, content, *more, **k)
get_ipython().kernel.session.send = forge
"""


def forging(kind: str, content: str, socket: str = "iopub_socket") -> str:
    """Code that sends a message in the kernel's name."""
    return (
        "kernel = get_ipython().kernel\n"
        f"kernel.session.send(kernel.{socket}, {kind!r}, {content}, "
        "parent=kernel.get_parent())"
    )


HALF_REPLY = """\
send = get_ipython().kernel.session.send
def forge(stream, kind, content=None, *more, **k):
    return send(stream, kind, {} if kind == "execute_reply" else content, *more, **k)
get_ipython().kernel.session.send = forge
"""
OUTPUT_WIDGET = """\
def swallow(info):
    kernel = get_ipython().kernel
    request = kernel.get_parent()["header"]["msg_id"]
    state = {"_model_module": "@jupyter-widgets/output", "_model_name": "OutputModel",
             "msg_id": request, "outputs": []}
    data = {"state": state, "buffer_paths": []}
    kernel.session.send(kernel.iopub_socket, "comm_open",
        {"comm_id": "a", "target_name": "jupyter.widget", "data": data},
        parent=kernel.get_parent())
get_ipython().events.register("pre_run_cell", swallow)
"""
CLEAR_OUTPUT = """\
from IPython.display import clear_output
def clear(*a):
    clear_output()
get_ipython().events.register("post_run_cell", clear)
"""
PARTIAL_CREDIT = """\
def show(*a):
    get_ipython().displayhook(1.0)
get_ipython().events.register("pre_run_cell", show)
get_ipython().events.register("post_run_cell", show)
"""
EXIT_IN_TEST = "def double(x):\n    import os; os._exit(0)"
FAKE_EXIT = "import atexit, os\natexit.register(os._exit, 0)"
SEARCH = """\
import glob, os
found = [path for path in (COURSE, FOLDER) if os.path.exists(path)]
found += glob.glob("/**/gradebook.db") + glob.glob("/home/*/*.ipynb") + glob.glob("*")
""" + right_if("found")
NETWORK = """\
import socket
def reaches(address):
    try:
        return bool(socket.create_connection(address, timeout=1))
    except OSError:
        return False
found = reaches(("1.1.1.1", 53)) or len(socket.if_nameindex()) > 1
""" + right_if("found")
ENVIRONMENT = """\
import sys
def can_write(path):
    try:
        return bool(open(path, "a"))
    except OSError:
        return False
found = any(map(can_write, [np.__file__, sys.executable, "/usr/mine", "/etc/mine"]))
""" + right_if("found")
LEFT_BEHIND = f"""\
import os, pathlib, time
if os.fork() == 0:
    os.setsid()
    while True:
        for path in pathlib.Path(COURSE).glob("*/{NEIGHBORS[1]}/*/*"):
            path.write_text("")
        time.sleep(0.01)
"""
SOCKETS = """\
import os
sockets = os.path.dirname(get_ipython().kernel.parent.abs_connection_file)
"""
DEEP_FOLDERS = (
    SOCKETS
    + """\
os.chdir(sockets)
for _ in range(3000):
    os.mkdir("d")
    os.chdir("d")
"""
)
FULL_FOLDER = (
    SOCKETS
    + """\
os.mkdir(sockets + "/d")
for number in range(3):
    with open(f"{sockets}/d/{number}", "wb") as file:
        file.write(bytes(50_000_000))
import time
time.sleep(2)
"""
)
NO_SOCKETS = (
    SOCKETS
    + """\
for name in os.listdir(sockets):
    os.unlink(f"{sockets}/{name}")
os.chmod(sockets, 0)
"""
)
MARKUP = (
    "<script>alert(1)</script> <img src=x onerror=alert(1)> <svg onload=alert(1)> "
    "[click](javascript:alert(1)) <a href='javascript:alert(1)'>click</a> "
    "<iframe srcdoc='<script>alert(1)</script>'></iframe> "
    "<style>@import 'https://example.org/a.css'</style> "
    "![seen](https://example.org/seen.png) $\\href{javascript:alert(1)}{x}$"
)
LIVE_OUTPUTS = f"""\
from IPython.display import HTML, SVG, Javascript, Markdown, display
markup = {MARKUP!r}
display(HTML(markup), Markdown(markup), Javascript("alert(1)"))
display({{"image/svg+xml": "<svg onload='alert(1)'><script>alert(1)</script></svg>"}}, raw=True)
display({{"image/png": '"><script>alert(1)</script>'}}, raw=True)
display({{"text/plain": markup, "text/latex": markup}}, raw=True)
print(markup)
raise ValueError(markup)
"""
PRINTS_TESTS = (
    'print("".join(In))\nprint(In)\nprint(*(f"{c}\\x1b[0m" for c in In[-2]), sep="")'
)
RAISES_TESTS = "def greet(name):\n    raise AssertionError(In[-1])"
ENCODED_TESTS = 'print("".join(In)[::-1])'


def markup_in_name(folder: Path, right: dict) -> None:
    write(folder, right, "<img src=x onerror=alert(1)>")


def printing_tests(source: str):
    """The right notebook, and at its end a cell that shows what has run before."""
    return adding(source, after="greet-test")


def markup_in_answer(folder: Path, right: dict) -> None:
    insert(right, code(f"# {MARKUP}\n1"), "setup")
    solving(**{QUESTION: MARKUP})(folder, right)


MEANS = "mean-test mean-edge-test"
BROKEN = "the cell double broke the connection to Python"
CHEATS = [
    HandIn(
        "showtraceback", cheating(SHOWTRACEBACK), earns=NOTHING, tries="hides errors"
    ),
    HandIn(
        "custom-exc",
        cheating(CUSTOM_EXC),
        earns=NOTHING,
        tries="takes errors for itself",
    ),
    HandIn(
        "excepthook",
        cheating(EXCEPTHOOK),
        earns=NOTHING,
        tries="takes errors for itself",
    ),
    HandIn("ast-transformer", cheating(AST_TRANSFORMER), tries="removes asserts"),
    HandIn("input-transformer", cheating(INPUT_TRANSFORMER), tries="empties the tests"),
    HandIn(
        "patched-numpy",
        cheating(PATCHED_NUMPY),
        earns=MEANS,
        tries="NumPy finds all close",
    ),
    HandIn(
        "sys.modules", cheating(MODULES), earns="mean-edge-test", tries="another NumPy"
    ),
    HandIn(
        *(
            "equal-to-all",
            cheating("", double=f"{EQUAL_TO_ALL}\ndouble = lambda x: Equal()"),
        ),
        earns="double-test",
        tries="a result that equals everything",
    ),
    HandIn(
        "assertion-error",
        cheating(ASSERTION_ERROR),
        earns=NOTHING,
        tries="an AssertionError that is none",
    ),
    HandIn(
        "frame",
        cheating(FRAME, greet=ASK),
        earns="greet-test",
        tries="reads the wanted result from the caller's frame",
    ),
    HandIn(
        "callers-source",
        cheating(CALLERS_SOURCE, greet=ASK),
        earns="greet-test",
        tries="reads the hidden test's source through inspect",
    ),
    HandIn(
        "history",
        cheating(HISTORY, greet=ASK),
        earns="greet-test",
        tries="reads the hidden test from In",
    ),
    HandIn("run-cell", cheating(RUN_CELL), tries="runs nothing any more"),
    HandIn(
        "do-execute", cheating(DO_EXECUTE), tries="the kernel answers ok to everything"
    ),
    HandIn(
        "forged-reply",
        cheating(FORGED_REPLY),
        tries="turns the kernel's answers into ok",
    ),
    HandIn(
        "forged-stream",
        cheating(forging("stream", "{}")),
        status="crashed",
        words=BROKEN,
        earns=NOTHING,
        tries="a message without content",
    ),
    HandIn(
        "forged-list",
        cheating(forging("stream", "[]")),
        earns=NOTHING,
        tries="a message whose content is a list",
    ),
    HandIn(
        "forged-count",
        cheating(forging("execute_input", "{'execution_count': {}}")),
        earns=NOTHING,
        tries="a cell whose number is none",
    ),
    HandIn(
        "forged-result",
        cheating(
            forging(
                "execute_result", "{'data': [], 'metadata': 1, 'execution_count': 'a'}"
            )
        ),
        earns=NOTHING,
        tries="a result that is none",
    ),
    HandIn(
        "forged-error",
        cheating(forging("error", "{'ename': 1, 'evalue': None, 'traceback': 'text'}")),
        earns=NOTHING,
        tries="an error that is none",
    ),
    HandIn(
        "forged-name",
        cheating(forging("stream", "{'name': 7, 'text': 'a'}")),
        earns=NOTHING,
        tries="a stream that is none",
    ),
    HandIn(
        "forged-kind",
        cheating(forging("nonsense", "{}")),
        earns=NOTHING,
        tries="a message of no known kind",
    ),
    HandIn(
        "half-a-reply",
        cheating(HALF_REPLY),
        status="crashed",
        words=BROKEN,
        earns=NOTHING,
        tries="answers without a status",
    ),
    HandIn(
        "output-widget",
        cheating(OUTPUT_WIDGET),
        earns=NOTHING,
        tries="a widget that swallows errors",
    ),
    HandIn(
        "clear-output", cheating(CLEAR_OUTPUT), earns=NOTHING, tries="clears errors"
    ),
    HandIn(
        "partial-credit",
        cheating(PARTIAL_CREDIT),
        earns=NOTHING,
        tries="a result of 1.0 in a test",
    ),
    HandIn(
        "exit-in-a-test",
        cheating("", double=EXIT_IN_TEST),
        "crashed",
        NOTHING,
        "ended Python",
        tries="ends Python with 0",
    ),
    HandIn(
        "atexit", cheating(FAKE_EXIT), earns=NOTHING, tries="ends Python with 0, later"
    ),
    HandIn(
        "search",
        with_folder(SEARCH),
        earns=NOTHING,
        tries="looks for solutions, gradebook and other hand-ins",
    ),
    HandIn("network", cheating(NETWORK), earns=NOTHING, tries="looks for a network"),
    HandIn(
        "environment",
        cheating(ENVIRONMENT),
        earns=NOTHING,
        tries="writes into the environment",
    ),
    HandIn(
        "left-behind",
        with_folder(LEFT_BEHIND),
        earns=NOTHING,
        tries="a process that edits the next hand-in",
    ),
    HandIn(
        "deep-folders",
        cheating(DEEP_FOLDERS),
        earns=NOTHING,
        tries="folders that cannot be removed",
    ),
    HandIn(
        "full-folder",
        cheating(FULL_FOLDER),
        earns=NOTHING,
        tries="fills the folder of its sockets",
    ),
    HandIn(
        "no-sockets",
        cheating(NO_SOCKETS),
        earns=NOTHING,
        tries="takes its sockets away",
    ),
    HandIn("markup-in-answer", markup_in_answer, tries="scripts in an answer"),
    HandIn("markup-in-outputs", adding(LIVE_OUTPUTS), tries="scripts in outputs"),
    HandIn(
        "markup-in-an-error",
        cheating("", greet=f"def greet(name):\n    raise AssertionError({MARKUP!r})"),
        earns=NOTHING,
        tries="scripts in a test's sentence",
    ),
    HandIn(
        "markup-in-name",
        markup_in_name,
        tries="scripts in a file's name",
        words="was taken",
    ),
    HandIn(
        "prints-tests", printing_tests(PRINTS_TESTS), tries="shows the hidden tests"
    ),
    HandIn(
        "raises-tests",
        cheating("", greet=RAISES_TESTS),
        earns=NOTHING,
        tries="shows the hidden tests in an error",
    ),
    HandIn(
        "encodes-tests",
        printing_tests(ENCODED_TESTS),
        tries="shows the hidden tests, read backwards",
    ),
]
