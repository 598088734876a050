"""The real program on a real X display, driven by mouse and keys as a person does."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ui.desktop import PATIENCE_S, PROGRAMS, ROOT, Desktop, has, wait

SAMPLE = ROOT / "resources/samples/s01-joint.json"

pytestmark = [
    pytest.mark.xcb,
    pytest.mark.foreign,
    pytest.mark.skipif(not has(*PROGRAMS), reason=f"needs {', '.join(PROGRAMS)}"),
]


@pytest.fixture
def desktop(tmp_path: Path) -> Iterator[Desktop]:
    """Give a display of its own."""
    made = Desktop(tmp_path)
    yield made
    made.close()


def test_a_dropped_case_file_is_taken_in_and_exported_by_keyboard(
    desktop: Desktop, tmp_path: Path
) -> None:
    database = tmp_path / "x.db"
    program = desktop.python("main.py", "--database", str(database))
    window = desktop.window("联席")
    desktop.python("tests/ui/drag_source.py", str(SAMPLE))
    desktop.window("drag source")
    wait(database.exists)

    desktop.drag((60, 60), (800, 500))
    desktop.window("河澜州跨院检察官联席会议")
    desktop.hands("windowactivate", "--sync", window, "key", "--delay", "80", "ctrl+e", "Return")
    exported = tmp_path / "Documents"
    wait(lambda: exported.exists() and len(list(exported.glob("*会议记录_*_v1.*"))) == 2)

    assert {file.suffix for file in exported.iterdir()} == {".docx", ".pdf"}
    listed = subprocess.run(
        [sys.executable, "main.py", "list", "--json", "--database", str(database)],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    sample = json.loads(SAMPLE.read_text(encoding="utf-8"))
    assert [row["number"] for row in json.loads(listed.stdout)] == [sample["number"]]

    desktop.hands("windowactivate", "--sync", window, "key", "ctrl+q")
    assert program.wait(PATIENCE_S) == 0
