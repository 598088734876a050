"""The one table model: keyed changes, under Qt's own tester."""

from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QTableView

from ui.item_models.rows import COPY_ROLE, ROW_ROLE, Column, RowTableModel


@dataclass(frozen=True)
class Row:
    """A row of two fields."""

    key: int
    text: str


def _model() -> RowTableModel[Row]:
    def text(row: Row) -> str:
        return row.text

    column = Column[Row](
        title=lambda: "题", text=text, spoken=lambda row: f"读 {row.text}", copied=text
    )
    return RowTableModel([column], lambda row: row.key, selectable=lambda row: row.key != 0)


rows_of_any_order = st.lists(
    st.builds(Row, st.integers(0, 12), st.text("甲乙丙", max_size=2)),
    unique_by=lambda row: row.key,
    max_size=10,
)


@pytest.mark.usefixtures("qapp")
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=st.lists(rows_of_any_order, min_size=2, max_size=6))
def test_any_change_of_rows_keeps_the_model_sound(steps: list[list[Row]]) -> None:
    model = _model()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)

    for rows in steps:
        model.set_rows(rows)

        assert list(model.rows) == rows
        assert tester.model() is model


@pytest.mark.usefixtures("qapp")
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(before=rows_of_any_order, after=rows_of_any_order)
def test_the_selected_row_stays_selected_if_it_is_still_there(
    before: list[Row], after: list[Row]
) -> None:
    kept = Row(99, "留")
    model, view = _model(), QTableView()
    view.setModel(model)
    model.set_rows([*before, kept])
    flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
    view.selectionModel().setCurrentIndex(model.index(len(before), 0), flags)

    model.set_rows([kept, *after])

    assert view.currentIndex().data(ROW_ROLE) == kept
    assert [index.row() for index in view.selectedIndexes()] == [0]
    QApplication.processEvents()


def test_rows_that_change_side_by_side_are_told_at_once() -> None:
    model = _model()
    model.set_rows([Row(key, "旧") for key in range(1, 8)])
    told: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))

    model.set_rows([Row(key, "旧" if key == 4 else "新") for key in range(1, 8)])

    assert told == [(0, 2), (4, 6)]


def test_a_row_is_shown_spoken_and_copied(qapp: QApplication) -> None:
    model = _model()
    model.set_rows([Row(1, "甲")])
    index = model.index(0, 0)

    assert index.data() == "甲"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "读 甲"
    assert index.data(COPY_ROLE) == "甲"
    assert model.headerData(0, Qt.Orientation.Horizontal) == "题"
    assert qapp is not None


def test_a_heading_cannot_be_selected() -> None:
    model = _model()
    model.set_rows([Row(0, "标题"), Row(1, "甲")])

    assert not model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsSelectable
    assert model.flags(model.index(1, 0)) & Qt.ItemFlag.ItemIsSelectable


def test_two_rows_of_one_key_are_a_bug() -> None:
    with pytest.raises(ValueError, match="one key"):
        _model().set_rows([Row(1, "甲"), Row(1, "乙")])


@pytest.mark.usefixtures("qapp")
def test_a_change_all_over_a_long_list_keeps_the_model_sound() -> None:
    model = _model()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    everything = [Row(number, "甲") for number in range(1000)]
    some = [row for row in everything if row.key % 7 == 0]

    for rows in (everything, some, everything, some[::-1], []):
        model.set_rows(rows)

        assert list(model.rows) == rows
        assert tester.model() is model


@pytest.mark.usefixtures("qapp")
def test_a_row_that_moves_far_is_the_only_one_that_moves() -> None:
    model = _model()
    rows = [Row(number, "甲") for number in range(300)]
    model.set_rows(rows)
    moved: list[tuple[int, int]] = []
    model.rowsMoved.connect(lambda _from, first, last, *_: moved.append((first, last)))

    model.set_rows([*rows[1:], rows[0]])

    assert list(model.rows) == [*rows[1:], rows[0]]
    assert moved == [(0, 0)]


@pytest.mark.usefixtures("qapp")
def test_a_key_that_comes_twice_is_noticed_beyond_what_changed() -> None:
    model = _model()
    model.set_rows([Row(1, "甲"), Row(2, "乙")])

    with pytest.raises(ValueError, match="one key"):
        model.set_rows([Row(1, "甲"), Row(2, "乙"), Row(1, "丙")])
