"""The operation log of a meeting: its entries, what is read when, filter, details, copying."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.guards import drop_guards
from models.workbench import Verb, write_audit
from tests.ui.form_bench import Bench, bench_on
from ui.dialogs.trail import TrailDialog
from ui.i18n import Interface
from ui.theme import Theme

Open = Callable[[], TrailDialog]


@pytest.fixture
def bench(
    qtbot: QtBot,
    theme: Theme,
    interface: Interface,  # noqa: ARG001  # words are Chinese
    tmp_path: Path,
) -> Iterator[Bench]:
    with bench_on(qtbot, theme, tmp_path / "lianxi.db") as made:
        made.sample("s01-joint", "J5", tmp_path)
        yield made


@pytest.fixture
def opened(bench: Bench, interface: Interface) -> Iterator[Open]:
    made: list[TrailDialog] = []

    def make() -> TrailDialog:
        dialog = TrailDialog(
            bench.theme,
            bench.workspace,
            bench.editor.meeting_id,
            "会议",
            language=lambda: interface.language,
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        made.append(dialog)
        dialog.show()
        bench.wait(lambda: bool(dialog.model.rows) and dialog._broken is not None)
        return dialog

    yield make
    for dialog in made:
        dialog.close()
        dialog.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _rename(bench: Bench, title: str) -> None:
    bench.editor.set_values("meeting", {"title": title}, name="x")
    bench.wait(lambda: bench.stored("meeting", "title") == title)


def _many(bench: Bench, count: int) -> None:
    """Write so many entries about the meeting."""
    meeting = bench.editor.meeting_id
    database = bench.workspace._open_database()
    with database.write() as session:
        for number in range(count):
            write_audit(
                session,
                Verb.DO,
                "move meeting" if number else "copy meeting",
                meetings=[meeting],
                changes=(),
            )


def test_the_newest_is_first_and_chosen_with_its_details(bench: Bench, opened: Open) -> None:
    _rename(bench, "新的名称")

    dialog = opened()

    assert [row.what for row in dialog.model.rows] == ["修改会议的基本信息", "打开案件文件"]
    assert "改后：新的名称" in dialog.details.toPlainText()
    assert dialog.state.text() == "共2项"
    assert dialog.chain.text() == "全部会议的操作记录前后衔接，没有发现改动。"


def test_a_broken_chain_is_told(bench: Bench, opened: Open) -> None:
    _rename(bench, "甲")
    with bench.workspace._open_database().write() as session:
        drop_guards(session.connection())
        statement = "UPDATE audit_entry SET verb = 'undo' WHERE number = 2"
        session.connection().exec_driver_sql(statement)

    assert "从第2项起" in opened().chain.text()


def test_what_is_done_meanwhile_appears_above(bench: Bench, opened: Open) -> None:
    dialog = opened()

    _rename(bench, "后来的名称")
    bench.wait(lambda: len(dialog.model.rows) == 2)
    bench.undo()
    bench.wait(lambda: len(dialog.model.rows) == 3)

    assert dialog.model.rows[0].what == "撤销：修改会议的基本信息"


def test_many_entries_are_read_as_far_as_one_scrolls(bench: Bench, opened: Open) -> None:
    _many(bench, 2000)
    dialog = opened()
    bench.wait(lambda: not dialog._reading)

    assert len(dialog.model.rows) < 1000
    dialog.view.setFocus()
    while not dialog.is_complete:
        QTest.keyClick(dialog.view, Qt.Key.Key_End)
        bench.wait(lambda: not dialog._reading)

    assert len(dialog.model.rows) == 2001


def test_a_text_is_found_however_far_back(bench: Bench, opened: Open) -> None:
    _many(bench, 2000)
    dialog = opened()

    dialog.filter.setFocus()
    dialog.filter.setText("复制会议")
    bench.wait(lambda: dialog.is_complete and not dialog._typing.isActive())

    assert [row.what for row in dialog.model.rows] == ["复制会议"]
    dialog.filter.setText("没有这样的")
    bench.wait(
        lambda: dialog.is_complete and not dialog.model.rows and not dialog._typing.isActive()
    )
    assert dialog.state.text() == "没有符合的操作记录。"
    assert not dialog.copy.isEnabled()


def test_selected_entries_are_copied_as_text(bench: Bench, opened: Open) -> None:
    _rename(bench, "甲会")
    _rename(bench, "乙会")
    dialog = opened()
    dialog.view.setFocus()
    QTest.keyClick(dialog.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)

    dialog.copy.click()

    text = QGuiApplication.clipboard().text()
    assert text.index("改后：乙会") < text.index("改后：甲会")


def test_an_entry_with_many_rows_shows_all_of_them_below(bench: Bench, opened: Open) -> None:
    people = [{"name": f"甲{number}"} for number in range(40)]
    bench.editor.add("participant", people, name="x")
    bench.settle()

    dialog = opened()
    bench.wait(lambda: "甲39" in dialog.details.toPlainText())

    assert "另有" not in dialog.details.toPlainText()


def test_tab_reaches_everything_and_everything_has_a_name(bench: Bench, opened: Open) -> None:
    _rename(bench, "甲")
    dialog = opened()
    dialog.activateWindow()
    bench.wait(dialog.isActiveWindow)
    dialog.filter.setFocus()
    seen = []

    for _ in range(5):
        focused = QApplication.focusWidget()
        assert focused is not None
        seen.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)

    assert seen == [dialog.filter, dialog.view, dialog.details, dialog.copy, dialog._close]
    for widget in seen:
        assert QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def test_another_language_is_spoken_throughout(
    bench: Bench, opened: Open, interface: Interface
) -> None:
    _rename(bench, "甲")
    dialog = opened()

    interface.speak("en")
    QApplication.sendEvent(dialog, QEvent(QEvent.Type.LanguageChange))
    bench.wait(lambda: len(dialog.model.rows) == 2)

    assert [row.what for row in dialog.model.rows] == [
        "Change the basic information",
        "Open a case file",
    ]
    assert "Before" in dialog.details.toPlainText()
