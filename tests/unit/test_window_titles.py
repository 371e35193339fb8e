"""Titles of windows stand in task bars and on shared screens: they say nothing of the person."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

# Their title is handed in. FormDialog gets it from its subclasses, which are checked below, WordsDialog the
# name of a list; MessageDialog has the headline of a failure, which may name a file that the person chose.
HANDED_IN = {"form_dialog.py", "words_dialog.py", "message_dialog.py"}


def titles(tree: ast.Module) -> Iterator[ast.expr]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            continue
        if node.func.attr in {"setWindowTitle", "setWindowFilePath"}:
            yield node.args[0]


def says_nothing_of_the_person(title: ast.expr) -> bool:
    if isinstance(title, ast.IfExp):
        return says_nothing_of_the_person(title.body) and says_nothing_of_the_person(title.orelse)
    if isinstance(title, ast.Call) and isinstance(title.func, ast.Name) and title.func.id == "tr":
        return len(title.args) == 1 and not title.keywords and isinstance(title.args[0], ast.Constant)
    # The title of a setting comes from its table, as PLAN.title() does.
    of_setting = isinstance(title, ast.Call) and ast.unparse(title).endswith(".title()")
    return of_setting or isinstance(title, ast.Constant)


def test_no_window_has_words_of_the_person_in_its_title(repo: Path) -> None:
    guilty = {
        f"{path.name}: {ast.unparse(title)}"
        for path in (repo / "desktop" / "nextrep" / "ui").rglob("*.py")
        for title in titles(ast.parse(path.read_text(encoding="utf-8")))
        if path.name not in HANDED_IN and not says_nothing_of_the_person(title)
    }
    assert not guilty


def test_no_form_gives_words_of_the_person_as_its_title(repo: Path) -> None:
    seen, guilty = 0, set()
    for path in (repo / "desktop" / "nextrep" / "ui").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef) and "FormDialog" in map(ast.unparse, node.bases):
                seen += 1
                guilty |= {f"{path.name}: {title}" for title in fields_of_titles(node)}
    assert seen > 3
    assert not guilty


def fields_of_titles(form: ast.ClassDef) -> Iterator[str]:
    """Titles of a form's window that are no fixed words; a name is looked up in the form."""
    named = {
        ast.unparse(node.targets[0]): node.value for node in ast.walk(form) if isinstance(node, ast.Assign)
    }
    for node in ast.walk(form):
        values: list[ast.expr] = []
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "super().__init__" and node.args:
            words = {one.arg: one.value for one in node.keywords}
            values = [words.get("window", node.args[0])]
        for value in values:
            meant = named.get(ast.unparse(value), value)
            if not says_nothing_of_the_person(meant):
                yield ast.unparse(meant)
