"""The garbage collector, in the GUI thread alone.

Python collects in whatever thread happens to ask for memory. A widget or a timer that nobody holds
but a circle of references would then be deleted in a worker, while the window works on it: that takes
the program down, once in a long while. So it is called from here instead, at the same marks.
"""

import gc

from PySide6.QtCore import QObject, QTimer

from exporters.collector import is_held_back

_EVERY_MS = 200  # seldom enough to cost nothing, often enough that little builds up


class Collector(QObject):
    """Collects garbage between two events, from the moment it is started until it is stopped."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self.collect)

    def start(self) -> None:
        """Take the garbage collector over."""
        gc.disable()
        self._timer.start()

    def stop(self) -> None:
        """Leave it to Python again."""
        self._timer.stop()
        gc.enable()

    def collect(self) -> None:
        """Collect the oldest generation that is due.

        The marks are Python's own. It would have come by more often: so many young objects as belong
        to several of its rounds count as these rounds, and what was read at once is old at once.
        """
        if is_held_back():
            return
        young, *rounds = gc.get_count()
        most, *most_rounds = gc.get_threshold()
        rounds[0] += young // max(most, 1) - 1
        due = [young > most, *(now > then for now, then in zip(rounds, most_rounds, strict=True))]
        if any(due):
            gc.collect(max(generation for generation, is_due in enumerate(due) if is_due))
