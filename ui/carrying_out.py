"""The one road of all writes: an operation in one transaction, its trail, and the step to undo it.

Loaded in the worker that opens the database, since what it needs is heavy; a typed line waits for no
import.
"""

from models.database import Database
from models.history import History, Step
from models.journal import recorded
from models.workbench import Verb, write_audit
from ui.changes import Change, Operation, Outcome, change_of


def carry_out(
    database: Database, history: History, operation: Operation, first: tuple[object, ...]
) -> Outcome:
    """Carry an operation out; ``first`` is what it prepared."""
    with database.write() as session:
        with recorded(session) as changes:
            result = operation.function(session, *first, *operation.arguments)
        done = tuple(changes)
        change = change_of(done, operation.meeting)
        write_audit(
            session,
            Verb.DO,
            operation.code,
            meetings=change.meetings,
            changes=done,
            reason=operation.reason,
        )
    if not operation.undoable:
        history.clear()
    elif done:
        history.push(Step(operation.name, operation.code, change.meetings, done))
    return Outcome(result, change, history.names)


def replay(database: Database, history: History, *, forwards: bool) -> Outcome:
    """Undo the last step, or redo the one undone last."""
    step = history.redo(database) if forwards else history.undo(database)
    if step is None:
        return Outcome(None, Change(frozenset()), history.names)
    rows = change_of(step.changes, "").rows
    return Outcome(None, Change(step.meetings, rows, replayed=True), history.names)
