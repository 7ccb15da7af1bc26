"""Files that a submission brought are seen: in the table, the feedback and the formgrader."""

import base64
import re
from pathlib import PurePath

import pytest
from nbconvert.exporters import HTMLExporter
from nbformat.v4 import new_code_cell, new_notebook
from pipeline.odd_hand_ins import PICTURE, text
from pipeline.small_course import (
    EXERCISE,
    QUESTION,
    HandIn,
    as_it_is,
    cell_called,
    in_folder,
    lay,
    make_course,
    write,
)

from grading.autograde import run
from grading.submission.brought import (
    MOST_IN_ALL,
    MOST_TEXT,
    brought,
    describe,
    unused_files,
)
from grading.submission.folder import MOST_FILES, OF_NBGRADER, Submission
from grading.submission.rebuild import rebuild
from grading.verdict import Verdict

HELPER = "def double(x):  # <script>alert(1)</script>\n    return 2 * x\n"
PICKLE = b"\x80\x04\x95\x0c\x00\xff"
FAR = "x = 1" + " " * 3000 + "; cheat = '<i>far away</i>'"


def with_files(folder, right):
    cell_called(right, "double")["source"] = f"{FAR}\nfrom helper import double"
    write(folder, right)
    (folder / "helper.py").write_text(HELPER)
    (folder / "model<b>.pkl").write_bytes(PICKLE)
    (folder / "data").mkdir()
    (folder / "data" / "a\x1b[2Jb.csv").write_text("1,2\r\n3,4\r\n")


@pytest.fixture(scope="module")
def graded(tmp_path_factory):
    course = make_course(tmp_path_factory.mktemp("course"))
    lay(course, HandIn("ada", with_files))
    lay(course, HandIn("bob", as_it_is))
    return course, {mark.student: mark for mark in run(course, [EXERCISE])}


def formgrader_page(course, student):
    """The page as the formgrader's handler makes it."""
    config = course.settings.copy()
    config.HTMLExporter.template_name = "formgrade"
    resources = dict.fromkeys(("base_url", "last_name", "first_name"), "") | {
        "assignment_id": EXERCISE,
        "notebook_id": EXERCISE,
        "submission_id": "1",
        "index": 0,
        "total": 1,
        "student": student,
        "notebook_path": "",
    }
    path = course.notebook_path("autograded", EXERCISE, student)
    return HTMLExporter(config=config).from_filename(str(path), resources)[0]


def test_the_table_names_them(graded):
    _, marks = graded
    assert (
        r"brought 3 files beside the notebook: data/a\x1b[2Jb.csv, helper.py, model<b>.pkl"
        in (marks["ada"].reason)
    )
    assert "brought" not in marks["bob"].reason


def test_an_unchanged_submission_is_told_of_too(graded):
    course, _ = graded
    ada, _ = run(course, [EXERCISE])
    assert ada.unchanged and "brought 3 files" in ada.reason


def test_the_feedback_names_them(graded):
    course, _ = graded
    page = Submission(course, EXERCISE, "ada").page.read_text(encoding="utf-8")
    assert "<code>helper.py</code>" in page and "model&lt;b&gt;.pkl" in page
    assert "beside your notebook" not in (
        Submission(course, EXERCISE, "bob").page.read_text(encoding="utf-8")
    )


def test_the_formgrader_shows_them(graded):
    course, _ = graded
    page = formgrader_page(course, "ada")
    [section] = re.findall(r'id="files-brought">.*?</ul>', page, re.DOTALL)
    assert (
        "&lt;script&gt;alert(1)&lt;/script&gt;" in section and "<script>" not in section
    )
    assert "return 2 * x" in section and "1,2\n3,4" in section
    assert "model&lt;b&gt;.pkl</code>, 6 bytes, not text" in section
    assert 'class="score tabbable" id="greet-test"' in page, "nbgrader's own page"
    assert "files-brought" not in formgrader_page(course, "bob").partition("</style>")[
        2
    ].replace("#files-brought pre", "")


def test_no_code_hides_behind_spaces(graded):
    course, _ = graded
    page = formgrader_page(course, "ada")
    [section] = re.findall(r'id="long-lines">.*?</ul>', page, re.DOTALL)
    assert f"a line of {len(FAR)} characters" in section
    assert "&lt;i&gt;far away&lt;/i&gt;" in section
    assert "pre-wrap" in page
    assert 'id="long-lines"' not in formgrader_page(course, "bob")


def test_a_notebook_that_says_nothing_of_files_has_a_page(graded):
    """As plain nbgrader's, or one that was graded before there were such lists."""
    course, _ = graded
    path = course.notebook_path("autograded", EXERCISE, "bob")
    text = re.sub(r'"grading": \{.*?\n  \},', "", path.read_text(), flags=re.DOTALL)
    assert '"fingerprint"' not in text
    path.chmod(0o644)
    path.write_text(text)
    assert "scoring-buttons" in formgrader_page(course, "bob")


def test_what_is_kept_of_them_is_bounded():
    files = {f"{number:03}.txt": b"x" * 100_000 for number in range(100)}
    described = describe(files)
    assert [one["name"] for one in described] == sorted(files)
    assert sum(len(one["text"]) for one in described) == MOST_IN_ALL
    assert len(described[0]["text"]) == MOST_TEXT and described[0]["cut"]
    assert brought(described).endswith(
        "000.txt, 001.txt, 002.txt, 003.txt, 004.txt and 95 more"
    )


def test_what_is_no_text_is_not_shown():
    texts = {
        one["name"]: one["text"]
        for one in describe(
            {"a": b"\xff\xfe", "b": b"a\0b", "c": b"", "d": "\ufeffdé\u202e".encode()}
        )
    }
    assert texts == {"a": None, "b": None, "c": "", "d": "dé\\u202e"}


def test_what_nbgrader_puts_there_was_not_brought(tmp_path):
    for name in (*OF_NBGRADER, "mine.csv"):
        (tmp_path / name).write_text("1", encoding="utf-8")
    files, remark = in_folder(tmp_path).read_files()
    assert (list(files), remark) == (["mine.csv"], "")


USED = [  # a file, and code that uses it
    ("data.csv", "np.loadtxt('data.csv')"),
    ("data.csv", "# as in data.csv."),
    ("data.csv", "!head data.csv\nx = 1"),
    ("data.csv", "open('data.csv'"),  # which cannot run
    ("my data.csv", "open('./my data.csv')"),
    ("Übersicht.csv", "open('U\u0308bersicht.csv')"),
    ("train.csv", "for part in ('train', 'test'):\n    open(part + ending)"),
    ("train.csv", "load(name='train')"),
    ("iris_train.csv", "for part in parts:\n    open(f'data/iris_{part}.csv')"),
    ("1.csv", "open('%d.csv' % 1)"),
    ("1.csv", "open('{:d}.csv'.format(number))"),
    ("a.csv", "glob('*.csv')"),
    ("deep/a.csv", "Path().rglob('*.csv')"),
    ("a.CSV", "[one for one in os.listdir() if one.lower().endswith('.csv')]"),
    ("a.csv", "open(name + '.csv')"),
    ("a.csv", "!cat *.csv"),
    ("data/a.csv", "os.listdir('data')"),
    ("data/deep/a.csv", "Path('./data') / part / name"),
    ("data/a.bin", "open(f'data/{name}', 'rb')"),
    ("loss.jpg", "plt.imread(f'{kind}.jpg')"),
    ("helper.py", "import helper"),
    ("helper.py", "from helper import double"),
    ("helper.py", "def f():\n    import numpy, helper as h"),
    ("tools/helper.py", "from tools import helper"),
    ("tools/helper.py", "import tools.helper"),
    ("tools/__init__.py", "from tools import helper"),
    ("helper.py", "importlib.import_module('helper')"),
    ("helper.py", "%run helper\nx = 1"),
    ("helper.py", "%run helper.py"),
    ("fast.cpython-311-x86_64-linux-gnu.so", "import fast"),
    ("loss", "open('loss', 'rb')"),
]
UNUSED = [  # a file, and code of which some words are in its name
    ("loss.jpg", "loss = mean(x)\nplt.ylabel('loss')"),
    ("train.docx", "def train(net):\n    return net"),
    ("node.jpg", "for node in graph:\n    print(f'node {node}')"),
    ("data.csv", "data = np.ones(3)"),
    ("data.csv", "open('more-data.csv')\nopen('bigdata.csv')"),
    ("train.csv", "def f():\n    '''What train is for.'''"),
    ("a.csv", "glob('*.txt')"),
    ("b.csv", "open(f'a_{number}.csv')"),
    ("data/a.csv", "data = 1"),
    ("helper.py", "helper = 1"),
    ("helper.py", "import helper2"),
    ("loss", "loss = 1"),
    ("Untitled.ipynb", "open('Untitled.ipynb')"),
]


def remarks_on(folder, name, code):
    """What is said of a file beside a notebook with one cell."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"1")
    cell = new_code_cell(code, id="added-1")
    return unused_files(
        in_folder(folder), PurePath("x.ipynb"), {}, new_notebook(cells=[cell])
    )


@pytest.mark.parametrize(("name", "code"), USED)
def test_what_code_uses_is_not_named(name, code, tmp_path):
    assert remarks_on(tmp_path, name, code) == []


@pytest.mark.parametrize(("name", "code"), UNUSED)
def test_what_shares_but_a_word_with_code_is_named(name, code, tmp_path):
    assert remarks_on(tmp_path, name, code) == [f"not used: {name} (no cell opens it)"]


def test_code_in_files_uses_files_too(tmp_path):
    (tmp_path / "a.csv").write_text("1")
    (tmp_path / "helper.py").write_text("open('a.csv')")
    files, _ = in_folder(tmp_path).read_files()
    notebook = new_notebook(cells=[new_code_cell("import helper", id="added-1")])
    assert unused_files(in_folder(tmp_path), PurePath("x.ipynb"), files, notebook) == []


def with_pictures(folder, right):
    words = "See my plot.png, proof.pdf, last.png and ![d](gone.png)."
    cell_called(right, QUESTION)["source"] = words
    attached = {"photo.jpg": {"image/jpeg": base64.b64encode(PICTURE).decode()}}
    right["cells"].append(text("", attachments=attached))
    write(folder, right)
    for name in ("my plot.png", "loss.jpg"):
        (folder / name).write_bytes(PICTURE)
    (folder / "proof.pdf").write_bytes(b"%PDF-1.7")
    (folder / "q").mkdir()
    for number in range(MOST_FILES):
        (folder / "q" / f"{number}.csv").write_text("1", encoding="utf-8")
    (folder / "z").mkdir()
    (folder / "z" / "last.png").write_bytes(PICTURE)


def test_each_picture_is_shown_or_named(tmp_path):
    course = make_course(tmp_path)
    lay(course, HandIn("ada", with_pictures))
    submission = Submission(course, EXERCISE, "ada")
    notebook = rebuild(submission).notebook
    attached = [
        set(cell.attachments) for cell in notebook.cells if "attachments" in cell
    ]
    assert attached == [{"my plot.png"}, {"photo.jpg"}]
    only = "it came, but pages show only PNG, JPEG, GIF and WebP"
    unread = "it came, but there are too many files beside the notebook"
    said = [
        one
        for one in Verdict.of(notebook.metadata).reasons
        if "only the first" not in one
    ]
    assert said[:3] == [
        f"not used: the picture z/last.png ({unread})",
        f"not used: the picture proof.pdf ({only})",
        "picture gone.png: it was not handed in",
    ]
    [unused] = said[3:]
    assert (
        unused.startswith("not used: loss.jpg, q/0.csv, ") and unused.count("more") == 1
    )


def test_the_formgrader_can_serve_pictures_and_nothing_else(tmp_path):
    """What lies in autograded/ is served with the rights of whoever marks."""

    def with_pictures(folder, right):
        words = "![a](plot.png) ![b](fake.png) ![c](page.html) ![d](in/deep.png)"
        cell_called(right, QUESTION)["source"] = words
        write(folder, right)
        (folder / "in").mkdir()
        for name in ("plot.png", "page.html", "other.png", "in/deep.png"):
            (folder / name).write_bytes(PICTURE)
        (folder / "fake.png").write_text("<script>alert(1)</script>")

    course = make_course(tmp_path)
    lay(course, HandIn("ada", with_pictures))
    run(course, [EXERCISE])
    folder = course.notebook_path("autograded", EXERCISE, "ada").parent
    there = {path.name for path in folder.iterdir() if path.suffix in (".png", ".html")}
    assert there == {"plot.png"}
    assert (folder / "plot.png").read_bytes() == PICTURE

    (Submission(course, EXERCISE, "ada").folder / "plot.png").unlink()
    run(course, [EXERCISE])
    assert not (folder / "plot.png").exists()
