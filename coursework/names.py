"""The names that a cell defines, as IPython runs it: magics, help and shell lines included."""

import ast
import re
import warnings
from collections.abc import Iterator

from IPython.core.inputtransformer2 import TransformerManager

# Whether a name is bound by these cannot be read from the code.
OPAQUE = re.compile(
    r"\bimport[ \t]*\*|\b(?:exec|globals)[ \t]*\(|^[ \t]*%run\b", re.MULTILINE
)
# Cell magics whose body runs where all other cells run.
RUN_HERE = re.compile(r"\s*%%(time|capture|prun|debug)\b[^\n]*\n")
MAGIC_LINE = re.compile(r"^[^\n]*?(?:[!%]|\?[ \t]*$)", re.MULTILINE)
MOST_NESTED = 10  # of them, one in the other
# IPython reads a cell once more for each magic in it.
MOST_TO_TRANSFORM = 2_000_000  # characters times magics
DEFINITION = re.compile(r"^(?:async[ \t]+)?(?:def|class)[ \t]+(\w+)", re.MULTILINE)

SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef)


def names_defined(source: str) -> list[str]:
    """The functions and classes that a cell defines at its top level, in their order."""
    tree = parsed(source)
    if tree is None:  # it cannot run, but it says what it was meant to be
        return DEFINITION.findall(source)
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    return [s.name for s in tree.body if isinstance(s, kinds)]


def names_bound(source: str) -> set[str]:
    """All names that a cell binds for the cells after it, in whatever way."""
    tree = parsed(source)
    # Inside of functions only what is declared global counts.
    return set(bound_in(tree, deep="global" in source)) if tree else set()


def may_bind_anything(source: str) -> bool:
    """Could the cell bind names that cannot be read from it (``from x import *``)?"""
    return bool(OPAQUE.search(source))


def parsed(source: str) -> ast.Module | None:
    """A cell as IPython would run it; None if it is not Python."""
    body = source
    for _ in range(MOST_NESTED):
        if begin := RUN_HERE.match(body):
            body = body[begin.end() :]
    tree = as_python(body)
    if tree is None and MAGIC_LINE.search(body):
        tree = as_python(transformed(body))
    return tree


def as_python(source: str) -> ast.Module | None:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a student's, and for their own screen
            return ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def transformed(source: str) -> str:
    """A cell with its magics as the calls that IPython makes of them."""
    if len(source) * len(MAGIC_LINE.findall(source)) > MOST_TO_TRANSFORM:
        return source
    # What %time runs is Python, too, and binds names.
    source = re.sub(r"^([ \t]*)%time[ \t]+", r"\1", source, flags=re.MULTILINE)
    try:
        return TransformerManager().transform_cell(source)
    except Exception:  # noqa: BLE001 (a student may type anything)
        return source


def bound_in(tree: ast.AST, deep: bool) -> Iterator[str]:
    """The names that `tree` binds outside of functions and classes; `deep`: as global, too."""
    waiting: list[tuple[ast.AST, bool]] = [(tree, True)]
    declared, inside = set(), set()  # global in a function, and bound in one
    while waiting:
        node, here = waiting.pop()
        if isinstance(node, ast.Global):
            declared |= set(node.names)
        for name in names_of(node):
            if here:
                yield name
            inside.add(name)
        for part, value in ast.iter_fields(node):
            known = here and not is_closed(node, part)
            if not (known or deep):
                continue
            children = value if isinstance(value, list) else [value]
            waiting += [(one, known) for one in children if isinstance(one, ast.AST)]
    yield from declared & inside


def names_of(node: ast.AST) -> list[str]:
    """The names that one node binds."""
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        return [node.name]
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
        return [node.id]
    if isinstance(node, ast.alias):
        return [node.asname or node.name.partition(".")[0]]
    if isinstance(node, (ast.MatchAs, ast.MatchStar)) and node.name:
        return [node.name]
    if isinstance(node, ast.MatchMapping) and node.rest:
        return [node.rest]
    return []


def is_closed(node: ast.AST, part: str) -> bool:
    """Are names that are bound in this part of `node` unknown outside of it?"""
    if isinstance(node, ast.AnnAssign):
        return part == "target" and node.value is None  # `f: int` binds nothing
    if isinstance(node, ast.comprehension):
        return part == "target"
    return part == "body" and isinstance(node, SCOPES)
