"""Automatic mutants of a solution: one small change each, in place of a student's slip."""

import ast
import copy
from collections.abc import Iterator
from dataclasses import dataclass

OTHER_OPERATOR = {
    ast.Add: [ast.Sub], ast.Sub: [ast.Add], ast.Mult: [ast.Div, ast.Add],
    ast.Div: [ast.Mult], ast.Pow: [ast.Mult], ast.FloorDiv: [ast.Div], ast.Mod: [ast.Mult],
    ast.Lt: [ast.LtE, ast.GtE], ast.LtE: [ast.Lt, ast.Gt], ast.Gt: [ast.GtE, ast.LtE],
    ast.GtE: [ast.Gt, ast.Lt], ast.Eq: [ast.NotEq], ast.NotEq: [ast.Eq],
    ast.Is: [ast.IsNot], ast.IsNot: [ast.Is], ast.In: [ast.NotIn], ast.NotIn: [ast.In],
    ast.And: [ast.Or], ast.Or: [ast.And],
}  # fmt: skip
KEEP_ORDER = (ast.Sub, ast.Div, ast.Pow, ast.MatMult)


@dataclass(frozen=True)
class Mutant:
    """One change: in which cell, the statement before and after, and the cell's source."""

    cell: str
    line: str
    becomes: str
    source: str


def mutants(grade_id: str, source: str) -> Iterator[Mutant]:
    """All mutants of the solution cell `grade_id`."""
    tree = ast.parse(source)
    without_docstrings(tree)
    count = sum(1 for _ in ast.walk(tree))
    seen = set()
    for place in range(count):
        number = 0
        while True:
            mutated = copy.deepcopy(tree)
            result = mutate(mutated, place, number)
            if result is None:
                break
            number += 1
            line, becomes = result
            text = ast.unparse(ast.fix_missing_locations(mutated))
            if text in seen or text == ast.unparse(tree):
                continue
            seen.add(text)
            yield Mutant(grade_id, line, becomes, text)


def without_docstrings(tree: ast.AST) -> None:
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)) and ast.get_docstring(
            node
        ):
            node.body = node.body[1:] or [ast.Pass()]


def mutate(tree: ast.Module, place: int, number: int) -> tuple[str, str] | None:
    """Make change `number` of the node at `place`; its statement before and after."""
    parents = {
        child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)
    }
    node = next(n for i, n in enumerate(ast.walk(tree)) if i == place)
    changes = list(changes_of(node, parents.get(node)))
    if number >= len(changes):
        return None
    statement = node
    while not isinstance(statement, ast.stmt):
        statement = parents[statement]
    before = first_line(statement)
    new = changes[number]()
    if new is not None:
        replace(parents[node], node, new)
        statement = new if statement is node else statement
    return before, first_line(statement)


def first_line(statement: ast.stmt) -> str:
    return ast.unparse(ast.fix_missing_locations(statement)).partition("\n")[0]


def replace(parent: ast.AST, old: ast.AST, new: ast.AST) -> None:
    for field, value in ast.iter_fields(parent):
        if value is old:
            setattr(parent, field, new)
        elif isinstance(value, list) and any(item is old for item in value):
            setattr(parent, field, [new if item is old else item for item in value])


def changes_of(node: ast.AST, parent: ast.AST | None):
    """What can be changed in a node: functions that give its replacement, or None if they
    change the node itself."""
    if isinstance(node, (ast.BinOp, ast.AugAssign)):
        for kind in OTHER_OPERATOR.get(type(node.op), []):
            yield lambda kind=kind: setattr(node, "op", kind())
    if isinstance(node, ast.BinOp):
        yield lambda: node.left
        yield lambda: node.right
        if isinstance(node.op, KEEP_ORDER):
            yield lambda: ast.BinOp(node.right, node.op, node.left)
    if isinstance(node, ast.AugAssign):
        yield lambda: ast.Assign([node.target], node.value)
    if isinstance(node, ast.UnaryOp):
        yield lambda: node.operand
    if isinstance(node, ast.Compare):
        for kind in OTHER_OPERATOR.get(type(node.ops[0]), []):
            yield lambda kind=kind: setattr(node, "ops", [kind(), *node.ops[1:]])
    if isinstance(node, ast.BoolOp):
        yield lambda: setattr(node, "op", OTHER_OPERATOR[type(node.op)][0]())
    if isinstance(node, (ast.If, ast.While, ast.IfExp)):
        yield lambda: setattr(node, "test", ast.UnaryOp(ast.Not(), node.test))
    if isinstance(node, ast.Constant) and not isinstance(parent, ast.JoinedStr):
        if isinstance(node.value, bool):
            yield lambda: ast.Constant(not node.value)
        elif isinstance(node.value, (int, float)):
            yield lambda: ast.Constant(node.value + 1)
            if node.value not in (0, 1):
                yield lambda: ast.Constant(0)
    if isinstance(node, ast.Call):
        yield from changes_of_call(node)
    if isinstance(
        node, (ast.Assign, ast.AugAssign, ast.Expr, ast.If, ast.For, ast.While)
    ):
        yield lambda: ast.Pass()
    if isinstance(node, ast.Return) and node.value is not None:
        yield lambda: ast.Return(None)


def changes_of_call(node: ast.Call):
    """Without the call, and without each of its named arguments."""
    if (
        isinstance(node.func, ast.Attribute)
        and not isinstance(node.func.value, ast.Name)
        or isinstance(node.func, ast.Attribute)
        and not node.args
    ):
        yield lambda: node.func.value
    if node.args and not isinstance(node.args[0], ast.Starred):
        yield lambda: node.args[0]
    for keyword in node.keywords:
        yield lambda keyword=keyword: node.keywords.remove(keyword)
