"""The steps that can be undone, and undoing them.

A step is what one operation changed, under the name the user knows. What cannot be undone clears
the history. It lives as long as the database is open, and belongs to whoever writes.
"""

from dataclasses import dataclass, replace

from models.database import Database
from models.errors import ChangedElsewhere, RecordLocked
from models.journal import Changes, RowsDiffer, redo, undo
from models.workbench import Verb, write_audit

MOST_STEPS = 1000
MOST_ROWS = 200_000  # of all steps together: about 130 MB


@dataclass(frozen=True, slots=True)
class Step:
    """One operation that was carried out. ``operation`` is its name in the audit trail."""

    name: str
    operation: str
    meetings: frozenset[str]
    changes: Changes


class History:
    """The steps done, newest last, and those taken back."""

    def __init__(self) -> None:
        self._done: list[Step] = []
        self._undone: list[Step] = []

    @property
    def names(self) -> tuple[str, str]:
        """What undoing and doing again would be about; empty where there is nothing."""
        return (
            self._done[-1].name if self._done else "",
            self._undone[-1].name if self._undone else "",
        )

    def push(self, step: Step) -> None:
        """Add a step that was carried out; what was taken back before cannot come again."""
        self._done.append(step)
        self._undone.clear()
        del self._done[:-MOST_STEPS]
        rows = sum(len(one.changes) for one in self._done)
        while rows > MOST_ROWS and len(self._done) > 1:
            rows -= len(self._done.pop(0).changes)

    def clear(self) -> None:
        """Forget all steps, after something that cannot be undone."""
        self._done.clear()
        self._undone.clear()

    def undo(self, database: Database) -> Step | None:
        """Take the last step back; return it, or None if there is none.

        Raises ChangedElsewhere or RecordLocked; the step is then given up, with those before it.
        """
        return self._replay(database, self._done, self._undone, Verb.UNDO)

    def redo(self, database: Database) -> Step | None:
        """Do the step again that was last taken back; as :meth:`undo`."""
        return self._replay(database, self._undone, self._done, Verb.REDO)

    def _replay(
        self, database: Database, source: list[Step], target: list[Step], verb: Verb
    ) -> Step | None:
        if not source:
            return None
        step = source[-1]
        replay = undo if verb is Verb.UNDO else redo
        try:
            with database.write() as session:
                replay(session, step.changes)
                write_audit(
                    session,
                    verb,
                    step.operation,
                    meetings=step.meetings,
                    changes=_reversed(step.changes) if verb is Verb.UNDO else step.changes,
                )
        except RowsDiffer as error:
            source.clear()
            raise ChangedElsewhere(step.name) from error
        except RecordLocked:
            source.clear()
            raise
        target.append(source.pop())
        return step


def _reversed(changes: Changes) -> Changes:
    return tuple(replace(c, before=c.after, after=c.before) for c in changes)
