"""A module changed in one place at a time."""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator

SWAPS: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.Add: ast.Sub,
    ast.Sub: ast.Add, ast.Mult: ast.Add, ast.And: ast.Or, ast.Or: ast.And,
}  # fmt: skip


def mutants(tree: ast.Module) -> Iterator[tuple[str, ast.Module]]:
    """Each change with its place, and the module with it."""
    count = sum(1 for _ in ast.walk(tree))
    for number in range(count):
        twin = copy.deepcopy(tree)
        node = next(node for place, node in enumerate(ast.walk(twin)) if place == number)
        told = _change(node)
        if told:
            yield f"line {getattr(node, 'lineno', '?')}: {told}", ast.fix_missing_locations(twin)


def _change(node: ast.AST) -> str:
    if isinstance(node, ast.Compare) and type(node.ops[0]) in SWAPS:
        node.ops[0] = SWAPS[type(node.ops[0])]()  # type: ignore[call-overload]  # one operator for another
        return f"compare by {type(node.ops[0]).__name__}"
    if isinstance(node, ast.BinOp | ast.BoolOp) and type(node.op) in SWAPS:
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Mult) and _is_type(node):
            return ""
        node.op = SWAPS[type(node.op)]()  # type: ignore[assignment]  # one operator for another
        return f"use {type(node.op).__name__}"
    if isinstance(node, ast.If | ast.IfExp):
        node.test = ast.UnaryOp(ast.Not(), node.test)
        return "turn the condition"
    if isinstance(node, ast.Constant) and isinstance(node.value, bool | int):
        node.value = (not node.value) if isinstance(node.value, bool) else node.value + 1
        return f"constant {node.value}"
    return ""


def _is_type(node: ast.BinOp) -> bool:
    return isinstance(node.left, ast.Name) and node.left.id[:1].isupper()
