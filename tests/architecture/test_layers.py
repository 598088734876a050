"""Imports point one way: ui to exporters to models; each layer keeps to its own libraries."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

MODELS = {
    "models",
    "resources",
    "sqlalchemy",
    "alembic",
    "sqlcipher3",
    "jsonschema",
    "platformdirs",
}
EXPORTERS = {"exporters", "models", "resources", "docx", "lxml", "reportlab", "uharfbuzz"}
UI = {
    *("ui", "exporters", "models", "resources", "PySide6", "shiboken6"),
    *("jeepney", "pypdfium2"),
}

ALLOWED = {
    "models": MODELS,
    "exporters": EXPORTERS,
    "ui": UI,
    "resources": {"resources", "PySide6"},
    "main": {"ui"},
}

# What exporters may know of models: frozen data and plain values, never entities or sessions.
MODELS_FOR_EXPORTERS = {
    *("models.agenda_plan", "models.errors", "models.papers", "models.snapshot", "models.states"),
    *("models.civil_time", "models.hearing_papers", "models.masking", "models.presence"),
    *("models.profile_terms", "models.protection", "models.secrecy", "models.seniority"),
    *("models.masks", "models.own_words", "models.standing", "models.text", "models.vocabulary"),
    *("models.archive_errors", "models.archive_gaps", "models.files", "models.version"),
}

# What ui may know of models: no entities.
ENTITIES = {
    *("models.agenda", "models.base", "models.hearing", "models.lines", "models.meeting"),
    *("models.opinions", "models.people", "models.views", "models.migrations"),
}


def _files(layer: str) -> list[Path]:
    file = ROOT / f"{layer}.py"
    return [file] if file.exists() else sorted((ROOT / layer).rglob("*.py"))


def _imports(file: Path) -> Iterator[str]:
    """Give the absolute name of every module a file imports."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        match node:
            case ast.Import(names=names):
                yield from (name.name for name in names)
            case ast.ImportFrom(module=str(module), level=0, names=names):
                yield module
                yield from (f"{module}.{name.name}" for name in names)
            case ast.ImportFrom(level=level):
                assert level == 0, f"{file}: relative import"


def _foreign(name: str) -> str | None:
    top = name.split(".", maxsplit=1)[0]
    return None if top in sys.stdlib_module_names else top


@pytest.mark.parametrize("layer", ALLOWED)
def test_a_layer_imports_only_what_it_may(layer: str) -> None:
    wrong = {
        f"{file.relative_to(ROOT)} imports {name}"
        for file in _files(layer)
        for name in _imports(file)
        if _foreign(name) not in (None, *ALLOWED[layer])
    }

    assert _files(layer)
    assert wrong == set()


def test_exporters_see_frozen_data_only() -> None:
    wrong = {
        f"{file.relative_to(ROOT)} imports {name}"
        for file in _files("exporters")
        for name in _imports(file)
        if name.startswith("models.")
        and not any(name == known or name.startswith(f"{known}.") for known in MODELS_FOR_EXPORTERS)
    }

    assert wrong == set()


def test_the_window_never_sees_an_entity_or_a_writer() -> None:
    wrong = {
        f"{file.relative_to(ROOT)} imports {name}"
        for file in _files("ui")
        for name in _imports(file)
        if any(name == entity or name.startswith(f"{entity}.") for entity in ENTITIES)
        or name.startswith("exporters.writers")
    }

    assert wrong == set()


def test_the_second_screen_sees_a_view_and_no_meeting() -> None:
    """Whatever it imports, directly or through others, outside of type checking."""
    seen: set[str] = set()
    waiting = ["ui.live.second_screen"]
    while waiting:
        name = waiting.pop()
        file = ROOT / (name.replace(".", "/") + ".py")
        if name in seen or not file.exists():
            continue
        seen.add(name)
        waiting += _imports_at_run_time(file)

    assert {"models.screen_view", "ui.live.screen_layout", "ui.words"} <= seen
    assert not seen & {
        *("models.snapshot", "models.screening", "models.desk_view", "models.queries"),
        *("ui.workspace", "ui.queries", "ui.drafts", "ui.live.desk_state", "ui.live.projection"),
    }
    assert not seen & ENTITIES


def _imports_at_run_time(file: Path) -> set[str]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            node.body.clear()
    return {
        name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module
        for name in (node.module, *(f"{node.module}.{one.name}" for one in node.names))
    }


def test_the_command_line_and_its_words_do_without_qt() -> None:
    for name in ("command_line", "messages"):
        imports = set(_imports(ROOT / "ui" / f"{name}.py"))
        assert not any(part.startswith(("PySide6", "ui.app", "ui.main")) for part in imports)


def test_every_module_says_what_it_is() -> None:
    for layer in ALLOWED:
        for file in _files(layer):
            tree = ast.parse(file.read_text(encoding="utf-8"))
            assert ast.get_docstring(tree), file


def test_no_file_is_too_long_to_be_one_subject() -> None:
    for layer in ALLOWED:
        for file in _files(layer):
            if "versions" not in file.parts:  # a baseline spells all tables out
                assert len(file.read_text(encoding="utf-8").splitlines()) <= 400, file
