"""Which files code opens or imports, as far as its text tells.

A file is often named by parts: ``f"{name}.csv"``, ``glob("*.csv")``, ``os.listdir("data")``.
A variable that happens to be called as a file is no use of it.
"""

import ast
import re
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import PurePath

from coursework.names import parsed
from grading.pictures import SUFFIXES, composed

MODULES = (".py", ".pyx", ".pyd", ".so")
# Code that opens what people read says its ending, too.
FOR_PEOPLE = (
    *SUFFIXES,
    *(".doc", ".docx", ".odt", ".rtf", ".ppt", ".pptx", ".pages", ".html", ".md"),
)
HOLE = re.compile(r"\{[^{}]*\}|%[-+ #0-9.]*[a-zA-Z]")  # in "{}.csv" or "%d.csv"
MOST_PATTERNS = 200


class Code:
    """What cells and modules say: their text, the strings in it, and what they import."""

    def __init__(self, *sources: str):
        trees = [tree for tree in map(parsed, sources) if tree]
        strings = [composed(text) for tree in trees for text in strings_in(tree)]
        self.text = composed("\n".join(sources))
        self.strings = "\n".join(strings)
        self.modules = {name for tree in trees for name in modules_in(tree)}
        self.parts = {part for text in strings for part in re.split(r"[/\\]", text)}
        patterns = {one for part in self.parts for one in patterns_in(part)}
        self.patterns = sorted(patterns)[:MOST_PATTERNS]

    def uses(self, name: PurePath) -> bool:
        """Does it open or import the file? Nobody opens a notebook."""
        name = PurePath(composed(str(name)))
        if name.suffix.lower() == ".ipynb":
            return False
        return (
            (name.suffix and stands_in(name.name, self.text))
            or self.imports(name)
            or not self.parts.isdisjoint(name.parts[:-1])
            or self.has_stem(name)
            or any(fnmatch(name.name.lower(), pattern) for pattern in self.patterns)
        )

    def imports(self, name: PurePath) -> bool:
        module = name.name.partition(".")[0]
        if module == "__init__":
            module = name.parent.name
        return name.suffix in MODULES and module in self.modules

    def has_stem(self, name: PurePath) -> bool:
        """Does a file's name without its ending stand in a string?"""
        suffix = name.suffix.lower()
        if suffix in FOR_PEOPLE and not stands_in(suffix[1:], self.strings.lower()):
            return False
        return stands_in(name.stem, self.strings)


def stands_in(words: str, text: str) -> bool:
    """Does `text` hold `words`, and not only as a part of longer words?"""
    pattern = rf"(?<![\w-]){re.escape(words)}(?![\w-])"
    return words in text and bool(re.search(pattern, text))


def strings_in(tree: ast.AST) -> Iterator[str]:
    """The strings in code, with a * for what an f-string puts in, without docstrings."""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
        elif isinstance(node, ast.JoinedStr):
            parts = (getattr(part, "value", "") for part in node.values)
            yield "".join(part if isinstance(part, str) else "*" for part in parts)
            waiting += [p for p in node.values if isinstance(p, ast.FormattedValue)]
        else:
            waiting += [
                child for child in ast.iter_child_nodes(node) if not is_docstring(child)
            ]


def is_docstring(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def modules_in(tree: ast.AST) -> Iterator[str]:
    """Each part of each name that is imported: of ``from a.b import c`` a, b and c."""
    for node in ast.walk(tree):
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            names = [alias.name for alias in node.names]
            for name in (*names, getattr(node, "module", None) or ""):
                yield from name.split(".")


def patterns_in(text: str) -> Iterator[str]:
    """The patterns of file names that a string holds, such as "*.csv", ".csv" or "{}.csv"."""
    for one in {text, *text.split()[-1:]}:
        pattern = HOLE.sub("*", one.lower()).removesuffix("$")
        if pattern.startswith("."):
            pattern = f"*{pattern}"
        ending = PurePath(pattern).suffix
        if "*" in pattern and ending.strip(".*?"):
            yield pattern
