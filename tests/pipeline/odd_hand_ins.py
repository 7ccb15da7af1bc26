"""Hand-ins that are odd and mostly honest, and what each of them deserves."""

import base64
import json
import os
from pathlib import Path

from pipeline.small_course import (
    ALL,
    EXERCISE,
    NEIGHBORS,
    NOTHING,
    QUESTION,
    RIGHT,
    HandIn,
    adding,
    as_it_is,
    beside,
    cell_called,
    changed,
    code,
    holding,
    insert,
    solving,
    write,
)

STUB = (
    '    raise NotImplementedError("write your solution here, in place of this line")'
)
NOT_DOUBLE = "mean-test mean-edge-test greet-test"
RIGHT_DOUBLE = RIGHT["double"]
DEEP = 100_000
UNANSWERED = "*Write your answer here, in place of this line.*"
WAITS = "2 points wait for a mark by hand"
PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5E"
    "rkJggg=="
)
LARGE = f"![a](data:image/png;base64,{'A' * 2_000_000})"


# Files.


def encoded(encoding: str):
    def write_encoded(folder: Path, right: dict) -> None:
        text = json.dumps(right, ensure_ascii=False)
        (folder / f"{EXERCISE}.ipynb").write_bytes(text.encode(encoding))

    return write_encoded


def cut_off(folder: Path, right: dict) -> None:
    holding(json.dumps(right).encode()[:-500])(folder, right)


def called(name: str):
    return lambda folder, right: write(folder, right, name)


def two_notebooks(folder: Path, right: dict) -> None:
    """The one with the right name is taken, whatever the other one is."""
    write(folder, right)
    (folder / "Untitled.ipynb").write_text("{}", encoding="utf-8")


def newest_of_two(folder: Path, right: dict) -> None:
    write(folder, right, "final")
    (folder / "draft.ipynb").write_text("{}", encoding="utf-8")
    os.utime(folder / "draft.ipynb", (0, 0))


def no_notebook(folder: Path, right: dict) -> None:
    (folder / "essay.txt").write_text("I have no notebook.", encoding="utf-8")


def link_to_a_neighbor(folder: Path, right: dict) -> None:
    name = f"{EXERCISE}.ipynb"
    (folder / name).symlink_to(Path("..", "..", NEIGHBORS[0], EXERCISE, name))


def folder_for_a_notebook(folder: Path, right: dict) -> None:
    (folder / f"{EXERCISE}.ipynb").mkdir()


def latin_name(folder: Path, right: dict) -> None:
    """The name of a file from a zip archive that was packed under an old Windows."""
    path = os.fsencode(folder) + "/Übung.ipynb".encode("latin-1")
    Path(os.fsdecode(path)).write_text(json.dumps(right), encoding="utf-8")


def many_files(folder: Path, right: dict) -> None:
    write(folder, right)
    for number in range(120):
        (folder / f"{number:03}.txt").touch()


def a_file_that_is_read(folder: Path, right: dict) -> None:
    (folder / "data").mkdir()
    (folder / "data" / "factor.txt").write_text("2", encoding="utf-8")
    reading = 'def double(x):\n    return x * int(open("data/factor.txt").read())'
    solving(double=reading)(folder, right)


def with_timestamp(text: str):
    def write_both(folder: Path, right: dict) -> None:
        write(folder, right)
        (folder / "timestamp.txt").write_text(text, encoding="utf-8")

    return write_both


def folder_for_a_timestamp(folder: Path, right: dict) -> None:
    write(folder, right)
    (folder / "timestamp.txt").mkdir()


def no_rights(folder: Path, right: dict) -> None:
    write(folder, right)
    (folder / f"{EXERCISE}.ipynb").chmod(0)


def followed_by(text: str):
    return lambda folder, right: holding((json.dumps(right) + text).encode())(
        folder, right
    )


def with_conflict(folder: Path, right: dict) -> None:
    """As `git merge` leaves a notebook that two people have changed."""
    text = json.dumps(right, indent=1)
    marked = text.replace(' "cells"', '<<<<<<< HEAD\n "cells"', 1)
    holding(f"{marked}\n>>>>>>> theirs\n".encode())(folder, right)


def essay_and_picture(folder: Path, right: dict) -> None:
    cell_called(right, QUESTION)["source"] = "See ![it](plot.png)."
    write(folder, right)
    (folder / "plot.png").write_bytes(PICTURE)
    (folder / "essay.txt").write_text("My answer.", encoding="utf-8")


def from_a_module(folder: Path, right: dict) -> None:
    without("double")(right)
    insert(right, code("from my_solution import *"), "setup")
    beside(my_solution=RIGHT_DOUBLE)(folder, right)


# Notebooks.


def text(source: str, **more: object) -> dict:
    return {
        "cell_type": "markdown",
        "id": "mine",
        "metadata": {},
        "source": source,
        **more,
    }


def merged(right: dict) -> None:
    """Two solution cells merged into one, by Shift + M."""
    first = cell_called(right, "double")
    first["source"] += f"\n\n{RIGHT['mean']}"
    without("mean")(right)


def lost(source: str):
    """`double` as `source`, in a notebook whose cells have neither metadata nor ids."""

    def change(right: dict) -> None:
        cell_called(right, "double")["source"] = source
        all_metadata_and_ids_lost(right)

    return change


def above_its_stub(source: str):
    """`source` in a cell of its own, and the stub left in its place below."""

    def change(right: dict) -> None:
        cell_called(right, "double")["source"] = f"def double(x):\n{STUB}"
        insert(right, code(source), "setup")

    return change


def answered(cell: dict, after: str, answer: str = UNANSWERED):
    """The question's cell as `answer`, and one more cell."""

    def change(right: dict) -> None:
        cell_called(right, QUESTION)["source"] = answer
        insert(right, cell, after)

    return change


def question_text_continued(right: dict) -> None:
    cell_called(right, QUESTION)["source"] = UNANSWERED
    cell_called(right, "question-text")["source"] += "\n\nTHE ANSWER"


def outputs_of_60_mb(right: dict) -> None:
    shown = {"output_type": "stream", "name": "stdout", "text": "x" * 60_000_000}
    cell_called(right, "double")["outputs"] = [shown]


def kernel_of_r(right: dict) -> None:
    right["metadata"]["kernelspec"] = {"name": "ir", "display_name": "R"}
    right["metadata"]["language_info"] = {"name": "R"}


def format_3(right: dict) -> None:
    cells = right.pop("cells")
    for cell in cells:
        del cell["id"]
        if cell["cell_type"] == "code":
            cell["input"] = cell.pop("source")
            cell["language"] = "python"
    right |= {"nbformat": 3, "nbformat_minor": 0, "worksheets": [{"cells": cells}]}


def format_4_0(right: dict) -> None:
    right["nbformat_minor"] = 0
    for cell in right["cells"]:
        del cell["id"]


def copied(grade_id: str, source: str):
    """A copy of a cell, its marks included, directly after it and with another source."""

    def copy_cell(right: dict) -> None:
        cell = cell_called(right, grade_id)
        insert(right, cell | {"id": "my-copy", "source": source}, grade_id)

    return copy_cell


def without(*grade_ids: str):
    def delete(right: dict) -> None:
        cells = right["cells"]
        right["cells"] = [cell for cell in cells if cell["id"] not in grade_ids]

    return delete


def retyped(right: dict) -> None:
    cell_called(right, "double")["cell_type"] = "markdown"
    cell_called(right, "mean-test")["cell_type"] = "raw"
    cell_called(right, QUESTION)["cell_type"] = "code"


def tagged(right: dict) -> None:
    for cell in right["cells"]:
        cell["metadata"]["tags"] = ["skip-execution", "raises-exception"]


def all_metadata_lost(right: dict) -> None:
    right["metadata"] = {}
    for cell in right["cells"]:
        cell["metadata"] = {}


def all_metadata_and_ids_lost(right: dict) -> None:
    all_metadata_lost(right)
    format_4_0(right)


def metadata_of_wrong_types(right: dict) -> None:
    right["metadata"] = ["none"]
    wrong = ["text", None, [], {"nbgrader": 3}, {"nbgrader": {"grade_id": ["a"]}}]
    for number, cell in enumerate(right["cells"]):
        cell["metadata"] = wrong[number % len(wrong)]
        cell["outputs"] = "none"


def strange_cells(right: dict) -> None:
    right["cells"][:0] = [None, 3, "text", [], {}, {"cell_type": 5, "source": {"a": 1}}]


def worksheets_of_wrong_types(right: dict) -> None:
    right.pop("cells")
    right["worksheets"] = [{"cells": None}, 3, {}]


def same_ids(right: dict) -> None:
    for cell in right["cells"]:
        cell["id"] = "same"


def helpers_before_and_after(right: dict) -> None:
    insert(right, code("def two():\n    return 2"), "setup")
    insert(right, code("def comma():\n    return ','"), "greet")
    cell_called(right, "double")["source"] = "def double(x):\n    return two() * x"
    greeting = 'def greet(name):\n    return f"Hello{comma()} {name}!"'
    cell_called(right, "greet")["source"] = greeting


def windows_and_tabs(right: dict) -> None:
    for grade_id in ("double", "mean", "greet"):
        source = RIGHT[grade_id].replace("    ", "\t")
        cell_called(right, grade_id)["source"] = source.replace("\n", "\r\n")


def before(task: str, first: str, **more: str):
    """The right notebook in which a task's cell does something else first."""
    return solving(**{task: f"{first}\n{RIGHT[task]}"}, **more)


def inside(statement: str):
    """`double` does something else before it gives the right result."""
    return solving(double=f"def double(x):\n    {statement}\n    return 2 * x")


ENDLESS_AND_DEAF = """\
while True:
    try:
        while True:
            pass
    except BaseException:
        pass
"""
# A wait, so that the interrupt strikes this cell and no later one.
LONG_LINE = "import time\nprint('a' * 50_000_000, flush=True)\ntime.sleep(5)"
# Its processes only wait: what ends a bomb whose children run on, too, is a matter of chance.
FORKS = """\
import os, time
while True:
    try:
        if os.fork() == 0:
            time.sleep(600)
    except OSError:
        time.sleep(0.1)
"""
BOMB = "import os\nwhile True:\n    os.fork()"
TALKING_THREAD = """\
import threading, time
def talk():
    while True:
        print("blah")
        time.sleep(0.001)
threading.Thread(target=talk, daemon=True).start()
"""
OWN_SESSION = """\
import subprocess
subprocess.Popen(["sleep", "1000"], start_new_session=True)
"""
WIDGET = """\
from IPython.display import clear_output, display
import comm
comm.create_comm(target_name="jupyter.widget", data={"state": {}})
display({"application/vnd.jupyter.widget-view+json": {"model_id": "a"}}, raw=True)
clear_output(wait=True)
"""
PLOT = """\
import matplotlib
matplotlib.use("svg")
import matplotlib.pyplot as plt
plt.plot([1, 2])
plt.show()
%matplotlib inline
plt.plot([2, 1])
plt.show()
"""
FILES_OF_200_MB = """\
for number in range(20):
    with open(f"{number}.bin", "wb") as file:
        file.write(bytes(10_000_000))
"""
WARNINGS_AS_ERRORS = 'import warnings\nwarnings.simplefilter("error")'
MANY_FIGURES = """\
from IPython.display import display
for number in range(1000):
    display(number)
"""

ODD = [
    HandIn("not-json", holding(b"dear teacher"), "malformed", NOTHING, "be read"),
    HandIn("empty-file", holding(b""), "malformed", NOTHING, "cannot be read"),
    HandIn("cut-off-file", cut_off, "malformed", NOTHING, "cannot be read"),
    HandIn("json-no-notebook", holding(b'{"a": 1}'), "malformed", NOTHING, "no cells"),
    HandIn("a-list", holding(b"[1, 2]"), "malformed", NOTHING, "no notebook"),
    HandIn("a-number", holding(b"9" * 5000), "malformed", NOTHING, "cannot be read"),
    HandIn("strange-cells", changed(strange_cells)),
    HandIn(
        *("worksheets-of-wrong-types", changed(worksheets_of_wrong_types)),
        *("graded", NOTHING, "not among the cells handed in: double, mean"),
    ),
    HandIn(
        "web-page", holding(b"<!DOCTYPE html><p>"), "malformed", NOTHING, "web page"
    ),
    HandIn("a-pdf", holding(b"%PDF-1.7"), "malformed", NOTHING, "it is a PDF"),
    HandIn(
        *("a-text-in-latin-1", holding('{"cells": "ü"}'.encode("latin-1"))),
        *("malformed", NOTHING, "with the encoding UTF-8"),
    ),
    HandIn("conflict", with_conflict, "malformed", NOTHING, "keep one version"),
    HandIn("cut-off-answer", cut_off, "malformed", NOTHING, "it ends in the middle"),
    HandIn("a-bracket-more", followed_by("\n}\n"), words="not used: what follows"),
    HandIn(
        *("two-in-a-file", followed_by('{"cells": []}')),
        *("malformed", NOTHING, "a second one follows"),
    ),
    HandIn("outputs-of-60-mb", changed(outputs_of_60_mb)),
    HandIn("large-picture-pasted", changed(answered(text(LARGE), "setup", "Because."))),
    HandIn("merged", changed(merged)),
    HandIn("time-magic-and-lost", changed(lost(f"%%time\n{RIGHT_DOUBLE}"))),
    HandIn("help-and-lost", changed(lost(f"print?\n{RIGHT_DOUBLE}"))),
    HandIn("assigned-and-lost", changed(lost("double = lambda x: 2 * x"))),
    HandIn("above-its-stub", changed(above_its_stub(RIGHT_DOUBLE))),
    HandIn(
        "conditional-above-its-stub",
        changed(above_its_stub("if True:\n    def double(x): return 2 * x")),
    ),
    HandIn("from-a-module", from_a_module),
    HandIn(
        "answer-below", changed(answered(text("THE ANSWER"), QUESTION)), words=WAITS
    ),
    HandIn(
        "answer-above",
        changed(answered(text("THE ANSWER"), "question-text")),
        words=WAITS,
    ),
    HandIn(
        "answer-in-code", changed(answered(code("# THE ANSWER"), QUESTION)), words=WAITS
    ),
    HandIn("answer-in-the-question", changed(question_text_continued), words=WAITS),
    HandIn("picture-and-essay", essay_and_picture, words="not used: essay.txt"),
    HandIn("binary", holding(os.urandom(5000)), "malformed", NOTHING, "cannot be read"),
    HandIn("utf-8-with-mark", encoded("utf-8-sig")),
    HandIn("utf-16", encoded("utf-16")),
    HandIn("half-pairs", solving(double=f"s = '\ud83d'\n{RIGHT_DOUBLE}")),
    HandIn("half-pair-printed", before("double", r"print('\ud83d \udcff')")),
    HandIn("nested", holding(b"[" * DEEP), "malformed", NOTHING, "cannot be read"),
    HandIn("wrong-name", called("my solution (1)"), words="my solution (1).ipynb was"),
    HandIn("latin-name", latin_name, words="was taken"),
    HandIn("two-notebooks", two_notebooks, words="not used: Untitled.ipynb"),
    HandIn("newest-of-two", newest_of_two, words="the newest of several was taken"),
    HandIn("no-notebook", no_notebook, "missing", NOTHING, "there is no notebook"),
    HandIn(
        *("only-a-checkpoint", called(f".ipynb_checkpoints/{EXERCISE}-checkpoint")),
        *("missing", NOTHING, "there is no notebook"),
    ),
    HandIn(
        *("link-to-a-neighbor", link_to_a_neighbor),
        *("missing", NOTHING, "there is no notebook"),
    ),
    HandIn("a-folder", folder_for_a_notebook, "missing", NOTHING, "is no notebook"),
    HandIn("kernel-of-r", changed(kernel_of_r)),
    HandIn("no-kernel", changed(lambda right: right["metadata"].clear())),
    HandIn("format-3", changed(format_3)),
    HandIn("format-4.0", changed(format_4_0)),
    HandIn("copied-solution", changed(copied("double", RIGHT_DOUBLE))),
    HandIn(
        "copied-and-changed",
        changed(copied("double", "double = None")),
        earns=NOT_DOUBLE,
    ),
    HandIn("copied-test", changed(copied("mean-test", "assert True"))),
    HandIn(
        *("deleted-solution", changed(without("double"))),
        *("graded", NOT_DOUBLE, "not among the cells handed in: double"),
    ),
    HandIn("deleted-test", changed(without(*ALL.split()))),
    HandIn("deleted-setup", changed(without("setup"))),
    HandIn("reversed", changed(lambda right: right["cells"].reverse())),
    HandIn("retyped", changed(retyped)),
    HandIn("tagged", changed(tagged)),
    HandIn(
        *("edited-test", solving(double="double = 3", **{"double-test": "pass"})),
        *("graded", NOT_DOUBLE, "first double-test: TypeError"),
    ),
    HandIn("all-metadata-lost", changed(all_metadata_lost)),
    HandIn("all-metadata-and-ids-lost", changed(all_metadata_and_ids_lost)),
    HandIn("metadata-of-wrong-types", changed(metadata_of_wrong_types)),
    HandIn("same-ids", changed(same_ids)),
    HandIn("helpers", changed(helpers_before_and_after)),
    HandIn("syntax-error-in-an-extra-cell", adding("def broken(:")),
    HandIn(
        *("only-magics", solving(double="%time 1\n!ls\n%lsmagic")),
        *("graded", NOT_DOUBLE, "name 'double' is not defined"),
    ),
    # So many seconds of the processor, or on a machine that is busy by the clock.
    HandIn(
        *("endless", solving(double="while True:\n    pass")),
        *("timed out", NOT_DOUBLE, "the cell double ran for more than"),
    ),
    HandIn(
        *("endless-and-deaf", solving(double=ENDLESS_AND_DEAF)),
        *("timed out", NOT_DOUBLE, "the cell double ran for more than"),
    ),
    HandIn(
        *("endless-in-a-test", inside("while True: pass")),
        *("timed out", NOT_DOUBLE, "the cell double-test ran for more than"),
    ),
    HandIn(
        *("asleep", solving(double="import time\ntime.sleep(10_000)")),
        *("timed out", NOT_DOUBLE, "the cell double ran for more than 30 seconds"),
    ),
    HandIn(
        *("memory-hog", solving(double="b = []\nwhile True: b.append(bytes(10**7))")),
        *("crashed", NOT_DOUBLE, "more than 400 MiB of memory"),
    ),
    HandIn("forks", solving(double=FORKS), "crashed", NOT_DOUBLE, "16 processes"),
    HandIn("fork-bomb", solving(double=BOMB), "crashed", NOT_DOUBLE),
    HandIn(
        *("50-mb-in-a-line", solving(double=f"{RIGHT_DOUBLE}\n{LONG_LINE}")),
        *("crashed", ALL, "the cell double showed more than 2 MiB"),
    ),
    HandIn(
        *("endless-prints", solving(double="while True:\n    print('a' * 1000)")),
        *("crashed", NOT_DOUBLE, "the cell double showed more than 2 MiB"),
    ),
    HandIn("many-outputs", before("double", MANY_FIGURES)),
    HandIn(
        *("huge-message", inside("raise ValueError('no! ' * 100_000)")),
        *("graded", NOT_DOUBLE, "ValueError: no! no!"),
    ),
    HandIn(
        *("sys.exit", solving(double="import sys\nsys.exit(0)")),
        *("graded", NOT_DOUBLE, "name 'double' is not defined"),
    ),
    HandIn("sys.exit-at-the-end", solving(double=f"{RIGHT_DOUBLE}\nraise SystemExit")),
    HandIn(
        *("sys.exit-in-a-test", inside("raise SystemExit(0)")),
        *("graded", NOT_DOUBLE, "first double-test: SystemExit"),
    ),
    HandIn("exit", solving(double=f"{RIGHT_DOUBLE}\nexit()")),
    HandIn(
        "exit-and-wait",
        solving(
            double=f"{RIGHT_DOUBLE}\nexit()",
            mean="import time\ntime.sleep(0.5)\n" + RIGHT["mean"],
        ),
    ),
    HandIn(
        *("os._exit", solving(double="import os\nos._exit(0)")),
        *("crashed", NOT_DOUBLE, "the cell double ended Python"),
    ),
    HandIn(
        *("segfault", solving(double="import ctypes\nctypes.string_at(0)")),
        *("crashed", NOT_DOUBLE, "the cell double ended Python"),
    ),
    HandIn(
        *("segfault-in-a-test", inside("import ctypes; ctypes.string_at(0)")),
        *("crashed", NOT_DOUBLE, "the cell double-test ended Python"),
    ),
    HandIn("kills-its-parent", before("double", "import os\nos.kill(os.getppid(), 9)")),
    HandIn(
        *("input", solving(double="double = input()")),
        *("graded", NOT_DOUBLE, "name 'double' is not defined"),
    ),
    HandIn("widget", before("double", WIDGET)),
    HandIn("talking-thread", before("double", TALKING_THREAD)),
    HandIn("child-in-its-own-session", before("double", OWN_SESSION)),
    HandIn("stderr", inside("import sys; print('careful', file=sys.stderr)")),
    HandIn("warning", inside("import warnings; warnings.warn('old')")),
    HandIn(
        "deprecation", inside("import warnings; warnings.warn('', DeprecationWarning)")
    ),
    HandIn("output-in-a-test", inside("print(5.0)")),
    HandIn("result-at-the-end", solving(double=f"{RIGHT_DOUBLE}\n0.0")),
    HandIn("numpy-beside", beside(numpy="raise ImportError('mine')")),
    HandIn("sitecustomize", beside(sitecustomize="import os\nos._exit(1)")),
    HandIn("usercustomize", beside(usercustomize="import os\nos._exit(1)")),
    HandIn("ipykernel-beside", beside(ipykernel="1 / 0", ipykernel_launcher="1 / 0")),
    HandIn(
        "helper-module",
        lambda folder, right: (
            beside(my_helper="factor = 2")(folder, right),
            inside("import my_helper; x = x * my_helper.factor / 2")(folder, right),
        ),
    ),
    HandIn("data-file", a_file_that_is_read),
    HandIn(
        "files-of-200-mb",
        before("double", FILES_OF_200_MB),
        earns=NOT_DOUBLE,
        words="NameError",
    ),
    HandIn("many-files", many_files, words="only the first 100"),
    HandIn("no-rights", no_rights, "malformed", NOTHING, "cannot be read"),
    HandIn("timestamp-nonsense", with_timestamp("yesterday, about noon")),
    HandIn("timestamp-too-long", with_timestamp("9" * 400)),
    HandIn("timestamp-at-the-beginning", with_timestamp("0001-01-01 00:00:00 +1400")),
    HandIn("timestamp-a-folder", folder_for_a_timestamp),
    HandIn("Müller, Jörg", as_it_is),
    HandIn("plots", before("double", PLOT)),
    HandIn("os.chdir", before("double", "import os\nos.chdir('/')")),
    HandIn(
        "replaced-output",
        before("double", "import io, sys\nsys.stdout = io.StringIO()"),
    ),
    HandIn(
        *("no-output", before("double", "import sys\nsys.stdout = None")),
        *("crashed", NOT_DOUBLE, "answers no more"),
    ),
    HandIn(
        *("megabytes-of-code", adding("text = '" + 2**20 * "x" + "'")),
        *("malformed", NOTHING, "more than 1 MiB of text"),
    ),
    HandIn("warnings-as-errors", before("double", WARNINGS_AS_ERRORS)),
    HandIn(
        "seed", before("double", "import random\nrandom.seed(1)\nnp.random.seed(1)")
    ),
    HandIn("numpy-raises", before("double", "np.seterr(all='raise')")),
    HandIn(
        *("wrong-name-of-a-function", solving(double="class Double:\n    pass")),
        *("graded", NOT_DOUBLE, "name 'double' is not defined"),
    ),
    HandIn("windows-and-tabs", changed(windows_and_tabs)),
    HandIn("null-characters", adding("x = '\0'")),
]
