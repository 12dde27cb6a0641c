"""What does not fit on a screen is read by nobody."""

import ast

from tests.house.tree import SOURCE, Function, functions, modules, name

LONGEST_MODULE = 300
LONGEST_FUNCTION = 40
LONGEST_VIEW = 12  # statements: a page reads, acts, and answers


def _statements(function: Function) -> int:
    """Count what the function does; its docstring does nothing."""
    inside = [node for node in ast.walk(function) if isinstance(node, ast.stmt)]
    return len(inside) - 1 - (ast.get_docstring(function) is not None)


def test_every_module_has_at_most_three_hundred_lines() -> None:
    lines = {name(path): len(path.read_text().splitlines()) for path in modules()}
    assert {path: n for path, n in lines.items() if n > LONGEST_MODULE} == {}


def test_every_function_has_at_most_forty_lines() -> None:
    lines = {
        f"{name(path)}:{function.name}": (function.end_lineno or 0) - function.lineno
        for path in modules()
        for function in functions(path)
    }
    assert {where: n for where, n in lines.items() if n >= LONGEST_FUNCTION} == {}


def test_every_view_has_at_most_twelve_statements() -> None:
    counts = {
        f"{name(path)}:{function.name}": _statements(function)
        for path in modules(SOURCE / "web" / "pages")
        for function in functions(path)
    }
    assert {where: n for where, n in counts.items() if n > LONGEST_VIEW} == {}
