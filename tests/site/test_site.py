"""The site, built once as `make docs` does, and read as its readers' browsers do."""

import json
import re
import shutil
import subprocess
import sys
from copy import copy
from itertools import pairwise
from urllib.parse import unquote, urlsplit

import nbformat
import pytest
from axe_playwright_python.sync_playwright import Axe
from bs4 import BeautifulSoup
from playwright.sync_api import sync_playwright
from shared import EXERCISES, ROOT

import dp

DOCS = ROOT / "docs"
SOURCES = {
    path.relative_to(DOCS).with_suffix("").as_posix(): path.read_text("utf-8")
    for path in DOCS.rglob("*.md")
    if "_build" not in path.parts
}
WITHOUT_FIGURE = {"chapters/exercises", "chapters/references"}
CHAPTERS = sorted(page for page in SOURCES if page.startswith("chapters/"))


def build(folder, *options):
    """Build the site into a folder, as `make docs` and the handout do."""
    command = [sys.executable, "docs/build.py", *options, str(folder)]
    done = subprocess.run(
        command, cwd=ROOT, check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.startswith(f"Open {folder}/html/index.html")
    return folder / "html"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return build(tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="module")
def pages(folder):
    """Every page of the site by its name, parsed."""
    return {
        path.relative_to(folder).with_suffix("").as_posix(): BeautifulSoup(
            path.read_text("utf-8"), "html.parser"
        )
        for path in folder.rglob("*.html")
    }


@pytest.fixture(scope="module")
def browser():
    program = shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program)
        yield browser
        browser.close()


def table(soup, number=0):
    """The cells' texts of a table, row by row."""
    rows = soup.article.find_all("table")[number].find_all("tr")
    return [[cell.get_text(" ", strip=True) for cell in row("td")] for row in rows[1:]]


# --- Pages and links -------------------------------------------------------------------


def test_every_page_is_built_and_in_the_table_of_contents(pages):
    linked = {
        link["href"].removesuffix(".html")
        for link in pages["index"].select(".toctree-wrapper a")
    }
    assert linked == set(SOURCES) - {"index"}
    assert linked <= set(pages)
    assert not [page for page, text in SOURCES.items() if "To be written" in text]


def test_the_first_handouts_site_has_no_answers_and_nothing_for_others(tmp_path):
    """Nobody who still has to write a library finds one there."""
    folder = build(tmp_path, "--tag=students", "--tag=without_dp")
    built = {
        path.relative_to(folder).with_suffix("").as_posix()
        for path in folder.rglob("*.html")
    }
    assert built & set(SOURCES) == {
        page
        for page in SOURCES
        if page == "index"
        or page == "guides/students"
        or page in CHAPTERS
        and "literalinclude" not in SOURCES[page]
    }
    source = {
        line.strip()
        for path in (ROOT / "dp").glob("*.py")
        for line in path.read_text("utf-8").splitlines()
        if len(line.strip()) > 40
        and not line.strip().startswith(("import", "from", "def __init__"))
    }
    assert len(source) > 300
    for page in built:
        text = BeautifulSoup(
            (folder / f"{page}.html").read_text("utf-8"), "html.parser"
        )
        assert not source & {line.strip() for line in text.get_text().splitlines()}, (
            page
        )


def test_every_link_leads_somewhere(folder, pages):
    ids = {
        page: {tag["id"] for tag in soup.find_all(id=True)}
        for page, soup in pages.items()
    }
    lost = []
    for page, soup in pages.items():
        for tag in soup.find_all(["a", "link", "script", "img", "source"]):
            target = tag.get("href") or tag.get("src") or ""
            parts = urlsplit(target)
            if parts.scheme or not (parts.path or parts.fragment):
                continue
            path = folder / f"{page}.html"
            if parts.path:
                path = (path.parent / unquote(parts.path)).resolve()
            other = path.relative_to(folder).with_suffix("").as_posix()
            anchor = unquote(parts.fragment)
            if not path.is_file() or anchor and anchor not in ids[other]:
                lost.append(f"{page}: {target}")
    assert lost == []


def test_links_to_other_sites_have_a_host_and_are_only_links(pages):
    """They cannot be visited here; DOIs are checked for their form."""
    for page, soup in pages.items():
        for tag in soup.find_all(href=True):
            parts = urlsplit(tag["href"])
            if not parts.scheme:
                continue
            assert tag.name == "a", (page, tag)
            assert parts.scheme in {"http", "https"}, (page, tag)
            assert re.fullmatch(r"[\w-]+(\.[\w-]+)+", parts.netloc), (page, tag)
            assert not re.search(r"\s", tag["href"]), (page, tag)
            if parts.netloc == "doi.org":
                assert re.fullmatch(r"/10\.\d{4,}/\S+", parts.path), (page, tag)


def test_no_page_names_this_machine(folder, pages):
    for page in pages:
        text = (folder / f"{page}.html").read_text("utf-8")
        assert str(ROOT) not in text, page
        assert str(folder) not in text, page


# --- No network, every screen, and paper ------------------------------------------------


def test_nothing_is_loaded_from_elsewhere(folder, pages):
    for page, soup in pages.items():
        for tag in soup.find_all(src=True):
            assert not urlsplit(tag["src"]).netloc, (page, tag)
        for style in [*soup.find_all("style"), *soup.find_all(style=True)]:
            assert "//" not in (style.string or style.get("style") or ""), (page, style)
    for sheet in folder.rglob("*.css"):
        for url in re.findall(
            r"(?:url\(|@import)\s*['\"]?([^'\")]+)", sheet.read_text()
        ):
            assert url.startswith("data:") or not urlsplit(url).netloc, (sheet, url)


def new_page(browser, **options):
    """A page that waits for long: a slow machine is no mistake of the site's."""
    page = browser.new_page(**options)
    page.set_default_timeout(600_000)
    return page


def test_pages_fit_on_a_phone_and_on_paper_without_a_network(folder, pages, browser):
    page = new_page(browser, viewport={"width": 420, "height": 800})
    requests, errors = [], []
    page.on("request", lambda request: requests.append(request.url))
    page.on("pageerror", lambda error: errors.append(error.message))
    for name in sorted(pages):
        page.goto((folder / f"{name}.html").as_uri())
        page.emulate_media(media="screen")
        assert page.evaluate("document.documentElement.scrollWidth") <= 420, name
        page.emulate_media(media="print")
        assert not page.locator(".sidebar-drawer").is_visible(), name
        cut = """[...document.querySelectorAll("article pre")]
            .filter(pre => pre.scrollWidth > pre.clientWidth + 1).length"""
        assert page.evaluate(cut) == 0, name
    page.close()
    assert {urlsplit(url).scheme for url in requests} <= {"file", "data"}
    assert errors == []


def test_the_search_works_in_pages_opened_as_files(folder, browser):
    page = new_page(browser)
    errors = []
    page.on("pageerror", lambda error: errors.append(error.message))
    page.goto((folder / "search.html").as_uri() + "?q=broadcasting")
    page.get_by_text("pages matching the search query").wait_for()
    found = page.locator("#search-results li").all_inner_texts()
    assert "The low-level part of dp" in found
    assert errors == []
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_are_accessible(scheme, folder, browser):
    """By axe-core's rules, apart from cells left empty in a table's corner."""
    page = new_page(browser, color_scheme=scheme)
    found = []
    for name in (
        "index",
        "chapters/low-level",
        "chapters/exercises",
        "reference/index",
    ):
        page.goto((folder / f"{name}.html").as_uri())
        for violation in Axe().run(page).response["violations"]:
            if violation["id"] != "empty-table-header":
                found += [
                    f"{name}: {violation['help']}: {violation['nodes'][0]['html']}"
                ]
    page.close()
    assert found == []


# --- Chapters ---------------------------------------------------------------------------


def test_headings_are_in_order(pages):
    for name in SOURCES:
        levels = [
            int(h.name[1]) for h in pages[name].article.find_all(re.compile("h[1-6]"))
        ]
        assert levels[0] == 1 and levels.count(1) == 1, name
        for above, below in pairwise(levels):
            assert below <= above + 1, (name, levels)


@pytest.mark.parametrize("name", CHAPTERS)
def test_figures_have_alternative_texts(name, pages):
    texts = [image.get("alt", "") for image in pages[name].article.find_all("img")]
    assert texts or name in WITHOUT_FIGURE
    for text in texts:
        assert len(text.split()) >= 5, text


@pytest.mark.parametrize("name", sorted(SOURCES))
def test_formulas_are_mathml(name, pages):
    article = pages[name].article
    text = re.sub(
        r"^(```+|:::+)\{code-cell.*?^\1$",
        "",
        SOURCES[name],
        flags=re.MULTILINE | re.DOTALL,
    )
    displayed = re.findall(r"\$\$.+?\$\$", text, flags=re.DOTALL)
    assert len(article.find_all("math", display="block")) == len(displayed)
    for formula in article.find_all("math"):
        assert formula["xmlns"] == "http://www.w3.org/1998/Math/MathML"
        assert formula.get_text(strip=True)
    words = copy(article)
    for tag in words.find_all(["pre", "code", "math"]):
        tag.extract()
    assert not re.search(r"\\[a-z]+|\$", words.get_text())


def test_references_are_those_of_the_bib_file(pages):
    entries = re.findall(
        r"^@\w+\{(.+),", (DOCS / "references.bib").read_text(), re.MULTILINE
    )
    assert len(pages["chapters/references"].select("div.citation")) == len(entries)
    numbers = [row[0] for row in table(pages["chapters/references"])]
    assert numbers == [str(n) for n in range(1, 30)]  # the paper has 29


# --- Exercises --------------------------------------------------------------------------


def points_of(name, by_hand):
    cells = nbformat.read(ROOT / "source" / name / f"{name}.ipynb", 4).cells
    marks = [cell.metadata.get("nbgrader", {}) for cell in cells]
    return sum(
        mark["points"]
        for mark in marks
        if mark.get("grade") and (mark["solution"] or not by_hand)
    )


def test_the_table_of_exercises_says_what_the_notebooks_say(pages):
    soup = pages["chapters/exercises"]
    *rows, total = table(soup)
    assert [tr["id"] for tr in soup.select("tbody tr[id]")] == EXERCISES
    for name, (title, hours, points, by_hand, need, chapters) in zip(
        EXERCISES, rows, strict=True
    ):
        first = (
            nbformat.read(ROOT / "source" / name / f"{name}.ipynb", 4).cells[0].source
        )
        assert first.startswith(f"# {title}\n")
        assert f"**Time** | about {hours} hours" in first
        assert float(points) == points_of(name, by_hand=False)
        assert float(by_hand) == points_of(name, by_hand=True)
        assert need and chapters, name
    assert total[0] == f"All {len(EXERCISES)}"
    assert float(total[2]) == sum(points_of(name, by_hand=False) for name in EXERCISES)


def test_the_map_says_what_builds_on_what(pages):
    svg = pages["chapters/exercises"].select_one(".exercise-map svg")
    assert [a["href"] for a in svg.find_all("a")] == [f"#{name}" for name in EXERCISES]
    words = svg["aria-label"]
    assert "1.1 builds on no other; 1.2 builds on 1.1; 1.3 builds on 1.2;" in words
    assert (
        "2.5 builds on 2.4; 3a.1 builds on 1.2; 3a.2 builds on 1.3 and 3a.1;" in words
    )
    assert len(svg.select("path.arrow")) == 15


def test_chapters_link_to_exercises_by_their_titles(pages):
    link = pages["chapters/low-level"].find(
        "a", href="exercises.html#part1-1-autodiff-scalar"
    )
    assert link.get_text() == "Part 1.1 · Automatic differentiation with scalars"


# --- Reference and measurements ---------------------------------------------------------


def test_every_public_name_is_documented_with_its_source(pages):
    public = [f"dp.{name}" for name in dp.__all__]
    for owner in (dp.Node, dp.Model, dp.Optimizer):
        public += [
            f"dp.{owner.__name__}.{name}"
            for name, member in vars(owner).items()
            if not name.startswith("_") and callable(member)
        ]
    for name in public:
        signature = pages["reference/index"].find(id=name)
        assert signature, name
        assert signature.find_next_sibling("dd").p, name
        assert "_modules/dp/" in signature.find("a", class_="internal")["href"], name


def test_signatures_name_the_constants_of_each_rule(pages):
    adam = pages["reference/index"].find(id="dp.Adam").get_text()
    assert "learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-08" in adam


def test_the_reading_shows_the_source_as_it_is(pages):
    shown = [pre.get_text() for pre in pages["reference/one-reading"].article("pre")]
    source = (ROOT / "dp" / "node.py").read_text()
    walk = source[source.index("def newest_first") : source.index("def unbroadcast")]
    assert walk.strip() in [text.strip() for text in shown]


def test_the_kill_matrix_is_that_of_the_verdicts(pages):
    *rows, total = table(pages["measured/kill-matrix"])
    found = [
        json.loads(path.read_text())
        for path in sorted((ROOT / "tests" / "exercises").glob("*/verdicts.json"))
    ]
    for row, verdicts in zip(rows, found, strict=True):
        counts = verdicts["counts"].values()
        for cell, what in zip(
            row[-3:], ("mutants", "killed", "explained"), strict=True
        ):
            assert int(cell.replace(",", "")) == sum(count[what] for count in counts)
    mutants, killed, explained = (int(cell.replace(",", "")) for cell in total[-3:])
    assert mutants == killed + explained > 4000
    assert len(table(pages["measured/kill-matrix"], 1)) == explained


def test_the_benchmarks_are_those_of_the_readme(pages):
    tables = re.findall(
        r"^\|-", (ROOT / "benchmarks" / "README.md").read_text(), re.MULTILINE
    )
    assert len(pages["measured/benchmarks"].article.find_all("table")) == len(tables)


# --- The site's own extensions ----------------------------------------------------------


@pytest.fixture(scope="module")
def to_mathml():
    sys.path.append(str(DOCS / "extensions"))
    import mathml

    yield lambda latex: mathml.to_mathml(latex, as_block=True)
    sys.path.remove(str(DOCS / "extensions"))


@pytest.mark.parametrize(
    ("latex", "expected"),
    [
        (r"\frac{1}{2}", "<mfrac><mn>1</mn><mn>2</mn></mfrac>"),
        (r"\delta_{ij}", "<msub><mi>δ</mi><mrow><mi>i</mi><mi>j</mi></mrow></msub>"),
        (r"\operatorname{softmax}", ">softmax</mi>"),
        (r"\begin{pmatrix} a & b \\ c & d \end{pmatrix}", "<mtr><mtd><mi>c</mi></mtd>"),
        (r"\begin{cases} 0 \\ 1 \end{cases}", 'class="cases"'),
        (r"\begin{aligned} a &= b \\ &= c \end{aligned}", 'class="ams-align"'),
        (r"\underbrace{a}_{b}", "</munder><mi>b</mi></munder>"),
        (r"\|W\|", '<mo stretchy="false">‖</mo><mi>W</mi>'),
    ],
)
def test_latex_becomes_mathml(latex, expected, to_mathml):
    assert expected in to_mathml(latex)


@pytest.mark.parametrize(
    "latex",
    [r"\unknown", r"\frac{a", "a}", r"\left( a", r"\begin{pmatrix} a", "a & b", "x^"],
)
def test_what_is_no_formula_is_an_error(latex, to_mathml):
    with pytest.raises((ValueError, AttributeError)):
        to_mathml(latex)


def test_mistakes_in_a_page_stop_the_build(tmp_path):
    (tmp_path / "index.md").write_text(
        "# Wrong\n\n$\\unknown$ {exercise}`part9` {py:class}`dp.Nod`\n\n"
        "```{literalinclude} node.py\n:pyobject: Node.gone\n```\n"
    )
    for file in (DOCS / "references.bib", ROOT / "dp" / "node.py"):
        shutil.copy(file, tmp_path)
    command = [sys.executable, "-m", "sphinx", "-WqE", "--keep-going", "-c", DOCS]
    done = subprocess.run(
        [*command, tmp_path, tmp_path / "html"],
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1
    for words in ("no formula", "no exercise 'part9'", "dp.Nod", "Node.gone"):
        assert words in done.stderr
