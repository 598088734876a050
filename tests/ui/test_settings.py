"""Settings come back as they were; what another version wrote cannot break a start."""

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSettings

from ui.settings import Settings, SettingsStore, to_state, to_text


def _backend(folder: Path) -> QSettings:
    return QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)


def test_changed_settings_come_back(tmp_path: Path) -> None:
    store = SettingsStore(_backend(tmp_path))

    store.change(theme="dark", text_scale=1.5, export_folder="/导出/文件夹", last_meeting="m1")
    store._backend.sync()

    value = SettingsStore(_backend(tmp_path)).value
    assert (value.theme, value.text_scale) == ("dark", 1.5)
    assert (value.export_folder, value.last_meeting) == ("/导出/文件夹", "m1")


def test_a_first_start_has_the_defaults(tmp_path: Path) -> None:
    assert SettingsStore(_backend(tmp_path)).value == Settings()


@pytest.mark.parametrize(
    ("name", "stored"),
    [("theme", "sepia"), ("language", "fr"), ("text_scale", "huge"), ("text_scale", 17.0)],
)
def test_values_that_make_no_sense_are_put_right(tmp_path: Path, name: str, stored: object) -> None:
    backend = _backend(tmp_path)
    backend.setValue(name, stored)

    assert getattr(SettingsStore(backend).value, name) == getattr(Settings(), name)


def test_a_misspelt_setting_is_a_bug(tmp_path: Path) -> None:
    with pytest.raises(TypeError):
        SettingsStore(_backend(tmp_path)).change(colour="blue")


def test_a_state_of_qt_survives_as_text() -> None:
    assert to_state(to_text(QByteArray(b"\x00\xff state"))) == QByteArray(b"\x00\xff state")
