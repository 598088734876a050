"""The order in which Tab goes through a form: as it is read, also when entries come and move."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFrame, QLayout, QLineEdit, QWidget


class OwnOrder(QFrame):
    """A frame whose parts are gone through in another order than they stand."""

    def tab_parts(self) -> tuple[QWidget, ...]:
        """Return its parts in the order that Tab takes."""
        raise NotImplementedError


def chain_tabs(root: QWidget) -> None:
    """Have Tab go through all parts of a widget as they are read."""
    for former, later in pairwise(tab_stops(root)):
        QWidget.setTabOrder(former, later)


def tab_stops(widget: QWidget) -> Iterator[QWidget]:
    """Return the parts that Tab can stop at, in order, whether they are shown or not."""
    if isinstance(widget, OwnOrder):
        for part in widget.tab_parts():
            yield from tab_stops(part)
        return
    layout = widget.layout()
    if layout is not None and not isinstance(widget, QComboBox | QLineEdit):
        yield from _stops_in(layout)
    elif widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget


def _stops_in(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        part: QWidget | None = item.widget() if item else None
        inner: QLayout | None = item.layout() if item else None
        if part is not None:
            yield from tab_stops(part)
        elif inner is not None:
            yield from _stops_in(inner)
