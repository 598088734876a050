"""A fault while painting: told, and the painter lets go of what it painted on."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ui.theme import Theme
from ui.widgets.paper_view import PaperView

UI = Path(__file__).parents[2] / "ui"


def test_a_painter_ends_with_a_fault_while_painting(
    qtbot: QtBot, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The fault keeps the painter: still active, it would be left with a surface that is gone."""
    view = PaperView(theme)
    qtbot.addWidget(view)
    monkeypatch.setattr(view, "_seen", _fail)

    with pytest.raises(LookupError) as told:
        view.viewport().grab()

    assert told.value.__traceback__ is not None  # it holds what the fault left behind
    assert not view.viewport().paintingActive()


def test_every_painter_ends_whatever_happens() -> None:
    left = [
        f"{file.relative_to(UI)}:{line}" for file in UI.rglob("*.py") for line in _left_active(file)
    ]

    assert left == []


def _fail() -> range:
    raise LookupError


def _left_active(file: Path) -> Iterator[int]:
    """Give the lines where a painter begins that no ``with`` ends."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    ended = [
        item.context_expr
        for node in ast.walk(tree)
        if isinstance(node, ast.With)
        for item in node.items
    ]
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id="QPainter"), args=[_, *_]) if node not in ended:
                yield node.lineno
