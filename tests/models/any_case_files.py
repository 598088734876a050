"""Any case file: a strategy over the whole form."""

from typing import Any

from hypothesis import strategies as st

from models.states import STATES
from models.vocabulary import (
    CONFERENCE_ROLES,
    OPINION_KINDS,
    AnswerStatus,
    Attendance,
    LineKind,
    Manner,
    MeetingKind,
    Mode,
    Movement,
    Road,
    Role,
    Scope,
    SignatureStatus,
)
from tests.models.any_additions import attachments, stretches
from tests.models.case_files import Document

_TEXT = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20
) | st.sampled_from(
    ["", " ", "陶𬤇", "\ufa1b福", "་བཀྲ་ཤིས", "ئۇيغۇر", "a\r\nb", "𰻞𰻞面", "0", "\u202e"]
)
_WHOLE = st.integers(-(2**53) + 1, 2**53 - 1)
_FLAG = st.booleans()
_WORDS = _TEXT | _FLAG | _WHOLE
_TIME = st.sampled_from(["", "09:00", "23:59", "2025-06-18", "2024-02-29T00:00"])
_JSON = st.recursive(
    st.none() | _FLAG | _WHOLE | st.floats(allow_nan=False, allow_infinity=False) | _TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_TEXT, inner, max_size=3),
    max_leaves=6,
)
_TEXTS = st.lists(_TEXT, max_size=3)


def _object(known: dict[str, st.SearchStrategy[Any]]) -> st.SearchStrategy[Any]:
    """Return objects in which each known field is absent, null or given, with unknown ones."""
    values = {key: st.none() | value for key, value in known.items()}
    unknown = st.dictionaries(_TEXT.filter(lambda key: key not in known), _JSON, max_size=2)
    return st.tuples(
        st.fixed_dictionaries({}, optional=values), unknown, st.randoms(use_true_random=False)
    ).map(_shuffled)


def _shuffled(parts: tuple[Document, Document, Any]) -> Document:
    known, unknown, random = parts
    items = [*(unknown | known).items()]
    random.shuffle(items)
    return dict(items)


def _objects(known: dict[str, st.SearchStrategy[Any]]) -> st.SearchStrategy[Any]:
    return st.lists(_object(known), max_size=3)


_CASE = {
    **dict.fromkeys(["name", "case_no", "system_no", "line", "cause", "stage", "summary"], _TEXT),
    "time_limit_end": _TIME,
    "parties": _objects({"role": _TEXT, "name": _TEXT, "display": _TEXT, "age": _WHOLE}),
    "secrecy": _object({"state_secret": _WORDS, "work_secret": _FLAG, "minor": _FLAG}),
}
_SCHEDULE = {
    **dict.fromkeys(["notice_at", "first_notice_at", "postponed_from"], _TIME),
    **dict.fromkeys(["public_notice_at", "observer_deadline"], _TIME),
    "held_from": st.sampled_from(["", "2025-06-18", "2025-06-18T09:00"]),
    "held_to": st.sampled_from(["", "2025-06-18", "2025-06-18T09:00", "2025-06-19"]),
    "postponed_reason": _TEXT,
    "place": _TEXT,
    "remote": _TEXTS,
    "notice_to_participants": _objects(
        {"to": _TEXT, "at": _TIME, "way": _TEXT, "days_before": _WHOLE}
    ),
}
_LINE = {
    "at": _TIME,
    "kind": st.sampled_from(LineKind).map(str),
    "lang": st.sampled_from(["zh-CN", "bo", "ug-Arab"]),
    "source_lang": st.sampled_from(["bo", "mn-Mong"]),
    "step": st.integers(0, 7),
    **dict.fromkeys(["text", "source_text", "translation", "translation_by"], _TEXT),
    **dict.fromkeys(["limit", "note"], _TEXT),
    **dict.fromkeys(["signed", "sensitive", "event", "verbatim_guard_hint"], _WORDS),
}
_COMMON = {
    "title": _TEXT,
    "number": _TEXT,
    "host": _TEXT,
    "notes": _TEXT,
    **dict.fromkeys(["organs", "materials", "agenda", "questions"], _TEXTS),
    "archive": _object({"period": _TEXT, "code": _TEXT, "original": _TEXT}),
    "case": _object(_CASE),
    "schedule": _object(_SCHEDULE),
    "quorum": _object({"rule": _TEXT, "required": _WHOLE, "counted": _WHOLE, "met": _FLAG}),
    "recusals": _objects(
        {
            **dict.fromkeys(["person", "ground", "raised", "decision", "note"], _TEXT),
            "recorded": _FLAG,
            "at": _TIME,
        }
    ),
    "profile": st.sampled_from(["strict", "dept", "civil49", "minutes", "court-like", "hearing"]),
    "lianxi": _object({"cases": _objects(_CASE)}),
}
_CONFERENCE = {
    "scope": st.sampled_from(Scope).map(str),
    "request": _object(
        {
            **dict.fromkeys(["by", "handler_view", "approved_by", "approval"], _TEXT),
            **dict.fromkeys(["at", "approved_at"], _TIME),
            "reasons": _TEXTS,
            "issues": _TEXTS,
        }
    ),
    "divergence_report": _object(
        {
            **dict.fromkeys(["by", "basis", "content", "chief"], _TEXT),
            **dict.fromkeys(["at", "chief_at"], _TIME),
        }
    ),
    "follow_up": _TEXT,
}
_HEARING = {
    "open": _FLAG,
    "observers": _WHOLE,
    "approval": _object(
        {
            **dict.fromkeys(["basis", "by", "open_reason"], _TEXT),
            "at": _TIME,
            "broadcast": _object({"approved": _FLAG, "channel": _TEXT, "at": _TIME}),
        }
    ),
    "deliberation": _object(
        {
            "from_": _TIME,
            "to": _TIME,
            "officers": _objects(dict.fromkeys(["name", "view", "reason"], _TEXT)),
            "majority": _TEXT,
            "note": _TEXT,
        }
    ),
    "transcript_check": _objects(dict.fromkeys(["name", "result", "correction"], _TEXT)),
    "decision": _object(
        {
            **dict.fromkeys(["adopted", "detail", "by", "told_officers"], _TEXT),
            **dict.fromkeys(["at", "consent_at"], _TIME),
        }
    ),
    "supervisor_feedback": _objects(dict.fromkeys(["name", "opinion", "reply"], _TEXT)),
}


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Return case files that use any part of the form, unknown fields included."""
    kind = draw(st.sampled_from(MeetingKind))
    hearing = kind is MeetingKind.HEARING
    known = _COMMON | (_HEARING if hearing else _CONFERENCE)
    states = [code for code, state in STATES.items() if state.kind is kind]
    document: Document = draw(_object(known | {"state": st.sampled_from(states)}))
    document |= {"format": "conference-record", "version": 1, "kind": kind.value}
    roles = sorted(Role if hearing else CONFERENCE_ROLES)
    participants = draw(_participants(roles))
    if participants is not None:
        document["participants"] = participants
    lines = draw(_lines(participants or []))
    if lines is not None:
        document["records"] = lines
    _refer(draw, document, hearing=hearing)
    _add_notes(draw, document)
    _add_opinions(draw, document)
    _add_papers(draw, document, hearing=hearing)
    return document


@st.composite
def _participants(draw: st.DrawFn, roles: list[Role]) -> list[Document] | None:
    people = draw(
        st.none()
        | _objects(
            {
                **dict.fromkeys(["organ", "post", "grade", "note"], _TEXT),
                "role": st.sampled_from(roles).map(str),
                "mode": st.sampled_from(Mode).map(str),
                "counts_for_quorum": _FLAG,
            }
        )
    )
    for number, person in enumerate(people or (), 1):
        person["no"] = number
        person["name"] = draw(st.sampled_from(["王·一", "王•一", "李犇", "陶𬤇"]))
    return people


@st.composite
def _lines(draw: st.DrawFn, participants: list[Document]) -> list[Document] | None:
    lines = draw(st.none() | _objects(_LINE))
    for index, line in enumerate(lines or ()):
        if draw(_FLAG):
            line["seq"] = 1000 - index
        speaker = draw(st.none() | st.sampled_from(participants)) if participants else None
        if speaker is not None:
            line |= {"speaker": speaker["name"], "speaker_no": speaker["no"]}
        elif draw(_FLAG):
            line["speaker"] = None
    return lines


def _refer(draw: st.DrawFn, document: Document, *, hearing: bool) -> None:
    """Add the parts that refer to participants or lines."""
    if hearing:
        numbers = [entry["no"] for entry in document.get("participants") or ()]
        if numbers:
            document["officers_ids"] = draw(st.lists(st.sampled_from(numbers), max_size=4))
        return
    seqs = [entry["seq"] for entry in document.get("records") or () if entry.get("seq")]
    answer = {
        "speaker": _TEXT,
        "reason": _TEXT,
        "status": st.sampled_from(AnswerStatus).map(str),
        **({"ref_seq": st.sampled_from(seqs)} if seqs else {}),
    }
    document["handler_note"] = draw(
        st.none() | _object({"by": _TEXT, "at": _TIME, "items": _objects(answer)})
    )


def _add_notes(draw: st.DrawFn, document: Document) -> None:
    """Add lists to the ``lianxi`` part that say more about rows of other lists."""
    lines = document.get("records") or []
    people = len(document.get("participants") or ())
    items, questions = len(document.get("agenda") or ()), len(document.get("questions") or ())
    fields: dict[str, tuple[str, dict[str, st.SearchStrategy[Any]]]] = {
        "agenda": (
            "item",
            {
                "level": st.none() | st.integers(0, 2),
                "minutes": st.none() | st.integers(1, 1440),
                "number": st.none() | _TEXT,
            },
        ),
        "participants": (
            "participant",
            {
                "attendance": st.none() | st.sampled_from(Attendance).map(str),
                "specialist_question": st.none() | _TEXT,
            },
        ),
        "records": (
            "record",
            {
                "seconds": st.none() | st.integers(0, 9999),
                "recording": st.none() | _TEXT,
                "marked": st.none() | _FLAG,
                **({"item": st.none() | st.integers(1, items)} if items else {}),
            },
        ),
    }
    notes: Document = {}
    for key, (place, values) in fields.items():
        count = len(document.get(key) or ())
        places = draw(st.sets(st.integers(1, count))) if count else set()
        notes[key] = [draw(_object(values)) | {place: number} for number in sorted(places)]
    for entry in notes["records"]:
        line = lines[entry["record"] - 1]
        opinion = line.get("kind") in OPINION_KINDS and line.get("speaker") is not None
        if opinion and questions:
            entry["question"] = draw(st.none() | st.integers(1, questions))
        if people and line.get("speaker") is None and draw(_FLAG):
            entry["person"] = draw(st.integers(1, people))
            entry["movement"] = draw(st.sampled_from(Movement)).value
    notes["stretches"] = draw(stretches(_object({"to": st.just("2025-06-18T10:00")}), items))
    notes["attachments"] = draw(
        attachments(_object({"added_at": _TIME, "note": _TEXT}), len(lines), items)
    )
    told = {key: value for key, value in notes.items() if value or draw(_FLAG)}
    if told:
        document["lianxi"] = (document.get("lianxi") or {}) | told


def _is_opinion(line: Document) -> bool:
    return line.get("kind") in OPINION_KINDS and line.get("speaker") is not None


_OPINION = {
    **dict.fromkeys(["text", "reasons", "legal_basis", "silence_reason"], _TEXT),
    "given_at": _TIME,
}


def _add_opinions(draw: st.DrawFn, document: Document) -> None:
    """Say more about some lines of opinion, join others to them, and add opinions without one."""
    lines, people = document.get("records") or [], document.get("participants") or []
    told = document.get("lianxi") or {}
    asked = {entry["record"] for entry in told.get("records") or () if entry.get("question")}
    free = [place for place, line in enumerate(lines, 1) if _is_opinion(line)]
    entries: list[Document] = []
    taken: set[int] = set()
    for place in sorted(draw(st.sets(st.sampled_from(free)))) if free else ():
        taken.add(place)
        entries.append({"record": place} | draw(_object(_OPINION | {"manner": _spoken()})))
    entries.sort(key=lambda entry: entry["record"])
    for entry in entries:
        speaker = lines[entry["record"] - 1]["speaker_no"]
        same = [
            place
            for place, line in enumerate(lines, 1)
            if line.get("speaker_no") == speaker and place not in taken | asked
        ]
        if draw(_FLAG) and same:
            entry["records"] = draw(st.lists(st.sampled_from(same), unique=True))
            taken |= set(entry["records"])
    for _ in range(draw(st.integers(0, 2)) if people else 0):
        without = _OPINION | {"question": _place(document.get("questions"))}
        entry = draw(_object(without)) | {"participant": draw(st.integers(1, len(people)))}
        entry["manner"] = draw(st.sampled_from([Manner.WRITTEN, Manner.NONE_GIVEN])).value
        entries.append(entry)
    cases = [1] if document.get("case") is not None else []
    cases += range(2, 2 + len(told.get("cases") or ()))
    for entry in entries:
        if draw(_FLAG) and cases:
            entry["case"] = draw(st.none() | st.sampled_from(cases))
    if draw(_FLAG) or entries:
        document["lianxi"] = told | {"opinions": entries}


def _spoken() -> st.SearchStrategy[str]:
    return st.sampled_from([Manner.SPOKEN, Manner.WRITTEN]).map(str)


def _place(rows: list[Any] | None) -> st.SearchStrategy[int | None]:
    return st.none() | st.integers(1, len(rows)) if rows else st.none()


_SIGNED = {"signed_at": _TIME}


def _add_papers(draw: st.DrawFn, document: Document, *, hearing: bool) -> None:
    """Add what signing leaves, rules and wordings, and more of the papers that follow."""
    signature = dict.fromkeys(["name", "role", "reason"], _TEXT) | {
        "participant": _place(document.get("participants")),
        "status": st.sampled_from(SignatureStatus).map(str),
        "at": _TIME,
    }
    texts = ["place", "wrong", "corrected", "reason", "by"]
    sheet = dict.fromkeys(texts, _TEXT) | {
        "record": _place(document.get("records")),
        "at": _TIME,
        **_SIGNED,
    }
    wording = dict.fromkeys(["place", "words", "rule", "reason", "by"], _TEXT) | {"at": _TIME}
    parts: dict[str, st.SearchStrategy[Any]] = {
        "signatures": _objects(signature),
        "correction_sheets": _objects(sheet),
        "kept_wordings": _objects(wording),
    }
    parts |= {"decision": _object(_SIGNED)} if hearing else _papers_of_a_conference(document)
    told: Document = draw(
        st.fixed_dictionaries({}, optional={k: _or_none(v) for k, v in parts.items()})
    )
    for number, entry in enumerate(told.get("correction_sheets") or (), 1):
        if draw(_FLAG):
            entry["no"] = number
    if told:
        document["lianxi"] = (document.get("lianxi") or {}) | told


def _or_none(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | values


def _papers_of_a_conference(document: Document) -> dict[str, st.SearchStrategy[Any]]:
    lines = document.get("records") or []
    entries = (document.get("lianxi") or {}).get("opinions") or []
    joined = {place for entry in entries for place in entry.get("records") or ()}
    spoken = [p for p, line in enumerate(lines, 1) if _is_opinion(line) and p not in joined]
    count = len(spoken) + sum("participant" in entry for entry in entries)
    answers = len((document.get("handler_note") or {}).get("items") or ())
    answer = {"opinion": st.none() | st.integers(1, count) if count else st.none(), "at": _TIME}
    return {
        "statement_read_at": _TIME,
        "office_rules": _objects(dict.fromkeys(["organ", "title", "number"], _TEXT)),
        "handler_note": _object(
            {"road": st.sampled_from(Road).map(str), "own_view": _TEXT, **_SIGNED}
        ),
        "divergence_report": _object(_SIGNED),
        "handler_answers": st.tuples(*[_object(answer)] * answers).map(
            lambda told: [{"answer": place} | entry for place, entry in enumerate(told, 1)]
        ),
    }
