"""About the program: version, where the data is, licences."""

from pathlib import Path

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from models.version import VERSION
from resources import path
from ui.dialogs.size import fit_to_screen
from ui.theme import Theme
from ui.widgets.basics import Logo, label, row

_LICENCES = (
    ("Qt, PySide6 (LGPL-3.0)", ""),
    ("SQLAlchemy, Alembic, python-docx, jsonschema, platformdirs, jeepney (MIT)", ""),
    ("ReportLab, lxml, pypdfium2, PDFium, SQLCipher (BSD)", ""),
    ("uharfbuzz (Apache-2.0), HarfBuzz (MIT), sqlcipher3 (zlib)", ""),
    ("Lucide (ISC)", "icons/LICENSE"),
    ("pypinyin, Unihan (MIT, Unicode-3.0)", "pinyin/LICENCE"),
    ("Fandol (GPL-3.0, font exception)", "fonts/licences/Fandol-COPYING.txt"),
    ("LXGW WenKai (OFL-1.1)", "fonts/licences/LXGWWenKai-OFL.txt"),
    ("Noto (OFL-1.1)", "fonts/licences/Noto-OFL.txt"),
)
"""What comes with the program and is shown here: name, and file with the licence if it has one."""


class AboutDialog(QDialog):
    """Shown without blocking the window; deleted when closed."""

    def __init__(self, theme: Theme, database: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("关于联席"))
        name = label("emptyTitle")
        name.setText(self.tr("联席"))
        about = label("meta", wrap=True)
        about.setText(
            self.tr(
                "检察官联席会议与检察听证的记录工具，供书记员在本机使用。\n"
                "版本 {version} · Apache-2.0 许可\n数据保存在 {file}"
            ).format(version=VERSION, file=database)
        )
        about.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        licences = QPlainTextEdit(licence_text())
        licences.setReadOnly(True)
        licences.setTabChangesFocus(True)
        licences.setAccessibleName(self.tr("所用软件和字体的许可"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 16)
        column.setSpacing(12)
        column.addLayout(row(Logo(theme), name, None, spacing=12))
        column.addWidget(about)
        column.addWidget(licences, 1)
        column.addWidget(buttons)
        fit_to_screen(self, theme.text_px(560), theme.text_px(440))


def licence_text() -> str:
    """Return the licences of what comes with the program."""
    parts = [f"Qt {qVersion()}"]
    for name, file in _LICENCES:
        parts.append(f"— {name} —")
        if file:
            parts.append(path(file).read_text(encoding="utf-8", errors="replace").strip())
    return "\n\n".join(parts)
