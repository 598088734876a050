# ruff: noqa: S608  # every name comes from the schema
"""What the database itself refuses: triggers, generated from one description for both dialects.

Every table has a freeze: until when its rows may change. A signed record stands as it is, whoever
writes and by whatever statement; ``REPLACE``, which goes round triggers for deletion, is refused
where it would push out a row that is frozen. The trail only grows, and an opinion has one author,
who takes part in its meeting. The migration runner puts the guards up after every upgrade.
How to add a table: a row in ``FREEZES``, and in ``PARENTS`` if it has no meeting of its own.

Triggers are guard rails: who owns the file can take them away. What shows that somebody did is the
seal (:mod:`models.seal`) and the chain of the trail (:mod:`models.workbench`).
"""

from collections.abc import Iterator, Mapping
from enum import Enum, auto

from sqlalchemy import Table, UniqueConstraint
from sqlalchemy.engine import Connection

from models.database import LOCKED
from models.forms import GROUPS
from models.meeting import Meeting
from models.states import STATES, Openness, moves_from
from models.workbench import UNCHAINED

TRAIL = "audit trail only grows"
"""What the guard of the trail says."""

NOBODY = "opinion without its author"
"""What the guard of opinions says."""


class Freeze(Enum):
    """Until when the rows of a table may be added, changed and deleted."""

    SIGNED = auto()  # until the record or transcript is signed
    ARCHIVED = auto()  # until the meeting is archived
    PAPER = auto()  # each until it is signed itself, and until the meeting is archived
    MEETING = auto()  # the meeting's own row: its state goes on, the rest by column
    TRAIL = auto()  # only ever added to
    DATA = auto()  # never changed, and there as long as something names it
    NEVER = auto()  # serves work in progress


FREEZES: Mapping[str, Freeze] = {
    "meeting": Freeze.MEETING,
    "organ": Freeze.SIGNED,
    "case": Freeze.SIGNED,
    "party": Freeze.SIGNED,
    "request": Freeze.SIGNED,
    "request_reason": Freeze.SIGNED,
    "request_issue": Freeze.SIGNED,
    "schedule": Freeze.SIGNED,
    "remote_venue": Freeze.SIGNED,
    "participant_notice": Freeze.SIGNED,
    "participant": Freeze.SIGNED,
    "quorum": Freeze.SIGNED,
    "recusal": Freeze.SIGNED,
    "material": Freeze.SIGNED,
    "agenda_item": Freeze.SIGNED,
    "question": Freeze.SIGNED,
    "line": Freeze.SIGNED,
    "opinion": Freeze.SIGNED,
    "opinion_line": Freeze.SIGNED,
    "stretch": Freeze.SIGNED,
    "attachment": Freeze.SIGNED,
    "attachment_data": Freeze.DATA,
    "signature": Freeze.SIGNED,
    "office_rule": Freeze.SIGNED,
    "kept_wording": Freeze.SIGNED,
    "seal": Freeze.SIGNED,
    "hearing_approval": Freeze.SIGNED,
    "hearing_officer": Freeze.SIGNED,
    "hearing_deliberation": Freeze.SIGNED,
    "hearing_officer_view": Freeze.SIGNED,
    "hearing_transcript_check": Freeze.SIGNED,
    "handler_note": Freeze.PAPER,
    "handler_answer": Freeze.PAPER,
    "divergence_report": Freeze.PAPER,
    "hearing_decision": Freeze.PAPER,
    "correction_sheet": Freeze.PAPER,
    "hearing_supervisor_feedback": Freeze.ARCHIVED,
    "archive_data": Freeze.ARCHIVED,
    "audit_entry": Freeze.TRAIL,
    "draft": Freeze.NEVER,
    "internal_note": Freeze.NEVER,
    "queue_entry": Freeze.NEVER,
    "short_code": Freeze.NEVER,
}
"""Every table, and how it freezes."""

PARENTS: Mapping[str, tuple[str, str]] = {
    "party": ("case_id", "case"),
    "request_reason": ("request_id", "request"),
    "request_issue": ("request_id", "request"),
    "remote_venue": ("schedule_id", "schedule"),
    "participant_notice": ("schedule_id", "schedule"),
    "handler_answer": ("note_id", "handler_note"),
    "hearing_officer_view": ("deliberation_id", "hearing_deliberation"),
}
"""Tables without a meeting of their own: the column that leads to the row they belong to."""

OPEN_COLUMNS = frozenset(
    {"state"} | {name for name, field in GROUPS["meeting"].fields.items() if field.after_signing}
)
"""What of the meeting's own row stays open after signing, until it is archived."""

_NEVER_CHANGED = {Freeze.TRAIL: TRAIL, Freeze.DATA: LOCKED}
"""What the guard says where a row is never changed."""

_PREFIX = "guard_"
_CHAIN_LOCK = 0x4C69616E  # one writer of the trail at a time, on PostgreSQL


def install_guards(connection: Connection) -> None:
    """Put all guards up, in place of any that are there."""
    drop_guards(connection)
    for statement in guard_statements(connection.dialect.name):
        connection.exec_driver_sql(statement)


def drop_guards(connection: Connection) -> None:
    """Take all triggers of the database down, before its tables are changed."""
    if connection.dialect.name == "sqlite":
        for name in _triggers(connection):
            connection.exec_driver_sql(f'DROP TRIGGER "{name}"')
    else:
        for table in FREEZES:
            connection.exec_driver_sql(f"DROP FUNCTION IF EXISTS {_PREFIX}{table}() CASCADE")
        connection.exec_driver_sql(f"DROP FUNCTION IF EXISTS {_PREFIX}refuse() CASCADE")


def guards_differ(connection: Connection) -> bool:
    """Say whether the triggers of an SQLite database are others than they should be."""
    return list(_triggers(connection).values()) != sorted(guard_statements("sqlite"))


def _triggers(connection: Connection) -> dict[str, str]:
    rows = connection.exec_driver_sql(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY sql"
    )
    return {row.name: row.sql for row in rows}


def guard_statements(dialect: str) -> tuple[str, ...]:
    """Return the statements that put the guards up, for ``sqlite`` or ``postgresql``."""
    tables = Meeting.metadata.tables
    guarded = [
        Guard(tables[name]) for name, freeze in FREEZES.items() if freeze is not Freeze.NEVER
    ]
    if dialect == "sqlite":
        return tuple(statement for guard in guarded for statement in guard.for_sqlite())
    refuse = (
        f"CREATE FUNCTION {_PREFIX}refuse() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN {_raise(LOCKED)} END $$"
    )
    return refuse, *(statement for guard in guarded for statement in guard.for_postgresql())


class Guard:
    """The guard of one table: what it refuses, as conditions on the old and the new row."""

    def __init__(self, table: Table) -> None:
        self.table = table.name
        self._columns = [column.name for column in table.columns]
        self._freeze = FREEZES[table.name]
        self._keys = list(_keys(table))

    def on_insert(self, *, replacing: bool) -> Iterator[tuple[str, str]]:
        """Yield each condition under which a new row is refused, and what is said.

        ``replacing`` is for a database in which a statement may push other rows out.
        """
        match self._freeze:
            case Freeze.TRAIL:
                yield _BREAKS_THE_CHAIN, TRAIL
                return
            case Freeze.MEETING | Freeze.DATA:
                pass
            case _:
                yield self._closed_to("NEW"), LOCKED
        if self.table == "opinion":
            yield _NOBODY, NOBODY
        if replacing:
            for key in self._pushed_out_by():
                yield self._pushes_out(key), LOCKED

    def on_update(self, *, replacing: bool) -> Iterator[tuple[str, str]]:
        """Yield each condition under which a change is refused, and what is said."""
        if self._freeze in _NEVER_CHANGED:
            yield "1 = 1", _NEVER_CHANGED[self._freeze]
            return
        if self._freeze is Freeze.MEETING:
            other = "IS NOT" if replacing else "IS DISTINCT FROM"
            yield from ((condition, LOCKED) for condition in self._wrong_for_a_meeting(other))
        else:
            yield self._fixed("OLD"), LOCKED
            yield self._closed_to("NEW"), LOCKED
        if self.table == "opinion":
            yield _NOBODY, NOBODY
        if replacing:
            for key in self._pushed_out_by():
                changed = " OR ".join(f"{_c('NEW', n)} IS NOT {_c('OLD', n)}" for n in key)
                yield f"({changed}) AND {self._pushes_out(key)}", LOCKED

    def on_delete(self) -> Iterator[tuple[str, str]]:
        """Yield each condition under which deleting is refused, and what is said."""
        if self._freeze is Freeze.TRAIL:
            yield "1 = 1", TRAIL
        else:
            yield self._fixed("OLD"), LOCKED

    def for_sqlite(self) -> Iterator[str]:
        """Yield the triggers for SQLite, one for each verb."""
        for verb, refused in (
            ("insert", self.on_insert(replacing=True)),
            ("update", self.on_update(replacing=True)),
            ("delete", self.on_delete()),
        ):
            steps = " ".join(
                f"SELECT RAISE(ABORT, '{said}') WHERE {condition};" for condition, said in refused
            )
            yield (
                f"CREATE TRIGGER {_PREFIX}{self.table}_{verb} BEFORE {verb.upper()} "
                f'ON "{self.table}" BEGIN {steps} END'
            )

    def for_postgresql(self) -> Iterator[str]:
        """Yield the function and the triggers for PostgreSQL.

        The meeting is held for sharing first: nothing is added while it is being signed.
        """
        branches = (
            ("INSERT", ("NEW",), self.on_insert(replacing=False)),
            ("UPDATE", ("OLD", "NEW"), self.on_update(replacing=False)),
            ("DELETE", ("OLD",), self.on_delete()),
        )
        body = ""
        for verb, rows, refused in branches:
            steps = " ".join(f"IF {condition} THEN {_raise(s)} END IF;" for condition, s in refused)
            body += f"IF TG_OP = '{verb}' THEN {self._hold(rows)} {steps} END IF; "
        yield (
            f"CREATE FUNCTION {_PREFIX}{self.table}() RETURNS trigger LANGUAGE plpgsql AS $$ "
            f"BEGIN {body}IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW; END $$"
        )
        yield (
            f"CREATE TRIGGER {_PREFIX}{self.table} BEFORE INSERT OR UPDATE OR DELETE "
            f'ON "{self.table}" FOR EACH ROW EXECUTE FUNCTION {_PREFIX}{self.table}()'
        )
        yield (
            f'CREATE TRIGGER {_PREFIX}{self.table}_truncate BEFORE TRUNCATE ON "{self.table}" '
            f"FOR EACH STATEMENT EXECUTE FUNCTION {_PREFIX}refuse()"
        )

    def _hold(self, rows: tuple[str, ...]) -> str:
        match self._freeze:
            case Freeze.TRAIL:
                return f"PERFORM pg_advisory_xact_lock({_CHAIN_LOCK});"
            case Freeze.MEETING | Freeze.DATA:
                return ""
            case _:
                meetings = ", ".join(map(self._meeting_of, rows))
                return f"PERFORM 1 FROM meeting WHERE id IN ({meetings}) ORDER BY id FOR SHARE;"

    def _meeting_of(self, row: str) -> str:
        if self.table not in PARENTS:
            return _c(row, "meeting_id")
        column, parent = PARENTS[self.table]
        return f'(SELECT p.meeting_id FROM "{parent}" p WHERE p.id = {_c(row, column)})'

    def _fixed(self, row: str) -> str:
        """Return the condition that a row which is there may not be touched."""
        if self._freeze is Freeze.MEETING:
            return f"{_c(row, 'state')} IN ({_SIGNED})"
        if self._freeze is Freeze.DATA:
            return f"EXISTS (SELECT 1 FROM attachment a WHERE a.sha256 = {_c(row, 'sha256')})"
        if self._freeze is Freeze.PAPER and self.table not in PARENTS:
            return f"({_c(row, 'signed_at')} IS NOT NULL OR {self._closed_to(row)})"
        return self._closed_to(row)

    def _closed_to(self, row: str) -> str:
        """Return the condition that no row may come to where this one is or goes."""
        states = _SIGNED if self._freeze is Freeze.SIGNED else _ARCHIVED
        if self.table not in PARENTS:
            return (
                "EXISTS (SELECT 1 FROM meeting m "
                f"WHERE m.id = {_c(row, 'meeting_id')} AND m.state IN ({states}))"
            )
        column, parent = PARENTS[self.table]
        own = "p.signed_at IS NOT NULL OR " if self._freeze is Freeze.PAPER else ""
        return (
            f'EXISTS (SELECT 1 FROM "{parent}" p JOIN meeting m ON m.id = p.meeting_id '
            f"WHERE p.id = {_c(row, column)} AND ({own}m.state IN ({states})))"
        )

    def _wrong_for_a_meeting(self, other: str) -> Iterator[str]:
        """Yield when a meeting's own row may not become what it is to; ``other`` compares."""
        for states, columns in (
            (_SIGNED, [name for name in self._columns if name not in OPEN_COLUMNS]),
            (_ARCHIVED, sorted(OPEN_COLUMNS)),
        ):
            changed = " OR ".join(f"{_c('NEW', n)} {other} {_c('OLD', n)}" for n in columns)
            yield f"{_c('OLD', 'state')} IN ({states}) AND ({changed})"
        old, new = _c("OLD", "state"), _c("NEW", "state")
        yield (
            f"{old} IN ({_SIGNED}) AND {new} {other} {old} "
            f"AND {old} || ' ' || {new} NOT IN ({_ONWARDS})"
        )

    def _pushed_out_by(self) -> Iterator[tuple[str, ...]]:
        """Yield the keys by which a new row could push out one that is frozen.

        With the meeting in the key both are of one meeting, and the new one is refused already;
        but not where each paper freezes by itself.
        """
        for key in self._keys:
            if self._freeze is not Freeze.SIGNED or "meeting_id" not in key:
                yield key

    def _pushes_out(self, key: tuple[str, ...]) -> str:
        same = " AND ".join(f"{_c('o', name)} = {_c('NEW', name)}" for name in key)
        return f'EXISTS (SELECT 1 FROM "{self.table}" o WHERE {same} AND {self._fixed("o")})'


def _keys(table: Table) -> Iterator[tuple[str, ...]]:
    """Yield every set of columns that is unique; SQLite's own row number is one as well."""
    yield ("rowid",)
    yield tuple(column.name for column in table.primary_key)
    constraints = [one for one in table.constraints if isinstance(one, UniqueConstraint)]
    indexes = [index for index in table.indexes if index.unique]
    yield from sorted(
        {
            *(tuple(column.name for column in one.columns) for one in constraints),
            *(tuple(column.name for column in one.columns) for one in indexes),
        }
    )


def _c(row: str, column: str) -> str:
    return f'{row}."{column}"' if column != "rowid" else f"{row}.rowid"


def _raise(said: str) -> str:
    return f"RAISE EXCEPTION USING MESSAGE = '{said}', ERRCODE = 'integrity_constraint_violation';"


def _listed(codes: Iterator[str]) -> str:
    return ", ".join(f"'{code}'" for code in codes)


_SIGNED = _listed(code for code, state in STATES.items() if state.locks(Openness.UNTIL_SIGNED))
_ARCHIVED = _listed(code for code, state in STATES.items() if state.locks(Openness.UNTIL_ARCHIVED))
_ONWARDS = _listed(
    f"{code} {wanted}"
    for code, state in STATES.items()
    if state.signed
    for wanted in moves_from(code)
)
_NOBODY = (
    'NOT EXISTS (SELECT 1 FROM participant p WHERE p.id = NEW."author_id" '
    'AND p.meeting_id = NEW."meeting_id")'
)
_BREAKS_THE_CHAIN = (
    'NEW."number" <> (SELECT coalesce(max(number), 0) + 1 FROM audit_entry) '
    'OR NEW."previous" <> coalesce((SELECT digest FROM audit_entry ORDER BY number DESC LIMIT 1), '
    f"'{UNCHAINED}') OR length(NEW.\"digest\") <> 64"
)
