"""Which texts of a meeting are authored (自拟文字), and what the wording guard finds in them.

Authored is what a secretary, a handling prosecutor or a template writes; the guard judges it as the
field named here. Verbatim is what people said or wrote themselves: it only gets hints. All other
texts name, count or quote, and are not judged. A test demands that every text of
:data:`models.forms.GROUPS` is in one of the three tables.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from models.forms import GROUPS, Sheet
from models.locks import is_locked
from models.profiles import Profile
from models.snapshot import LineView, OpinionView
from models.wording import Match, Severity, allowed_to_keep, check

VERBATIM_FIELD = "原话"
"""What the guard calls a speaker's own words."""

AUTHORED: Mapping[tuple[str, str], str] = {
    ("meeting", "title"): "标题",
    ("meeting", "follow_up"): "承办人说明",
    ("meeting", "notes"): "摘要",
    ("case", "summary"): "摘要",
    ("request", "handler_view"): "承办人说明",
    ("request_reason", "text"): "摘要",
    ("request_issue", "text"): "摘要",
    ("schedule", "postponed_reason"): "通知",
    ("participant", "specialist_question"): "摘要",
    ("participant", "note"): "摘要",
    ("recusal", "note"): "摘要",
    ("agenda_item", "title"): "标题",
    ("question", "text"): "摘要",
    ("line", "limit"): "摘要",
    ("line", "note"): "摘要",
    ("opinion", "silence_reason"): "摘要",
    ("signature", "reason"): "摘要",
    ("correction_sheet", "reason"): "摘要",
    ("handler_note", "own_view"): "承办人说明",
    ("handler_answer", "reason"): "承办人说明",
    ("divergence_report", "content"): "分歧情况报告",
    ("approval", "open_reason"): "摘要",
    ("deliberation", "majority"): "听证评议",
    ("deliberation", "note"): "听证评议",
    ("officer_view", "view"): "听证评议",
    ("officer_view", "reason"): "听证评议",
    ("decision", "adopted"): "承办人说明",
    ("decision", "detail"): "承办人说明",
    ("decision", "told_officers"): "承办人说明",
    ("supervisor_feedback", "reply"): "承办人说明",
}
"""The guard's field of every authored text. How to add one: a row here."""

VERBATIM = frozenset(
    {
        ("line", "text"),
        ("line", "source_text"),
        ("line", "translation"),
        ("opinion", "text"),
        ("opinion", "reasons"),
        ("opinion", "legal_basis"),
        ("correction_sheet", "corrected"),
        ("transcript_check", "correction"),
        ("supervisor_feedback", "opinion"),
    }
)
"""Words of speakers and of those who wrote themselves: hints only, never touched."""

_NAME = "names a person, a body, a place or a post"
_MARK = "a number, a code or a word of a usual list"
_CITED = "cites a paper or a rule of others"
_RULED = "the ruling of whoever may decide it"
_QUOTED = "quotes what the record or the guard says"

NOT_AUTHORED: Mapping[tuple[str, str], str] = {
    **dict.fromkeys([("meeting", "number"), ("meeting", "host"), ("organ", "name")], _NAME),
    **dict.fromkeys([("case", "name"), ("party", "name"), ("party", "display")], _NAME),
    **dict.fromkeys([("case", "case_no"), ("case", "system_no"), ("case", "cause")], _MARK),
    **dict.fromkeys([("case", "line_of_work"), ("case", "stage"), ("party", "role")], _MARK),
    ("case", "state_secret"): _RULED,
    **dict.fromkeys([("request", "by"), ("request", "approved_by")], _NAME),
    ("request", "approval"): _RULED,
    **dict.fromkeys([("schedule", "place"), ("remote_venue", "name")], _NAME),
    **dict.fromkeys([("participant_notice", "to"), ("transcript_check", "name")], _NAME),
    ("participant_notice", "way"): _MARK,
    **dict.fromkeys([("participant", key) for key in ("name", "organ", "post", "grade")], _NAME),
    ("quorum", "rule"): _CITED,
    ("recusal", "person"): _NAME,
    ("recusal", "ground"): "what whoever raised it gave as the ground",
    ("recusal", "raised"): _MARK,
    ("recusal", "ruling"): _RULED,
    ("material", "title"): _CITED,
    **dict.fromkeys([("agenda_item", "number"), ("line", "recording")], _MARK),
    ("line", "translation_by"): _NAME,
    **dict.fromkeys([("line", "signed"), ("line", "sensitive"), ("line", "event")], _MARK),
    ("line", "verbatim_guard_hint"): _QUOTED,
    **dict.fromkeys([("signature", "name"), ("signature", "role")], _NAME),
    **dict.fromkeys([("correction_sheet", "place"), ("correction_sheet", "wrong")], _QUOTED),
    ("correction_sheet", "by"): _NAME,
    **dict.fromkeys([("office_rule", key) for key in ("organ", "title", "number")], _CITED),
    **dict.fromkeys([("kept_wording", key) for key in ("place", "words", "rule")], _QUOTED),
    ("kept_wording", "reason"): "says why a phrase stays, and so names it",
    **dict.fromkeys([("kept_wording", "by"), ("handler_note", "by")], _NAME),
    ("handler_answer", "speaker"): _NAME,
    ("divergence_report", "by"): _NAME,
    ("divergence_report", "basis"): _CITED,
    ("divergence_report", "chief"): _RULED,
    **dict.fromkeys([("archive", key) for key in ("period", "code", "original")], _MARK),
    ("approval", "basis"): _CITED,
    ("approval", "by"): _NAME,
    ("approval", "broadcast_channel"): _MARK,
    ("officer_view", "name"): _NAME,
    ("transcript_check", "result"): _MARK,
    ("decision", "by"): _NAME,
    ("supervisor_feedback", "name"): _NAME,
}
"""Texts that the guard does not judge, each with why."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A phrase that the guard found in one field of a meeting.

    ``entry_id`` is the row it stands in, ``number`` which one of a list that is, from 1 on, 0 where
    there is only one. ``open`` says whether the text may still be changed; ``may_keep`` whether it
    may be kept with a reason.
    """

    group: str
    entry_id: str
    field: str
    match: Match
    number: int = 0
    open: bool = True
    may_keep: bool = False

    @property
    def stops(self) -> bool:
        """Whether signing and export wait until the phrase is reworded or kept."""
        return self.open and self.match.severity is Severity.BLOCK


def guard_field(group: str, field: str) -> str | None:
    """Return what the guard calls a field of a form; None for one that it does not judge."""
    if (group, field) in VERBATIM:
        return VERBATIM_FIELD
    return AUTHORED.get((group, field))


def findings(
    sheet: Sheet,
    profile: Profile,
    *,
    lines: Iterable[LineView] = (),
    opinions: Iterable[OpinionView] = (),
    hints: bool = True,
) -> tuple[Finding, ...]:
    """Return what the guard finds in a meeting, in the order of groups, rows and words.

    A sheet holds neither lines nor opinions; without them nothing is said of theirs. What was kept
    with a reason, where the profile lets it be kept, is left out. Without ``hints`` the words of
    speakers are not read at all.
    """
    kept = _kept(sheet)
    found = (
        finding
        for text in (
            *_of_sheet(sheet),
            *_of_views("line", lines),
            *_of_views("opinion", opinions),
        )
        if hints or (text.group, text.field) not in VERBATIM
        for finding in _found(sheet, profile, text)
    )
    return tuple(finding for finding in found if not _is_kept(finding, kept))


def not_kept(matches: tuple[Match, ...], sheet: Sheet, profile: Profile) -> tuple[Match, ...]:
    """Return what was found in one text without what is kept with a reason."""
    kept = _kept(sheet)
    return tuple(
        match
        for match in matches
        if not (_is_among(match, kept) and allowed_to_keep(profile, match))
    )


def kept_values(match: Match, reason: str) -> dict[str, object]:
    """Return the values of the entry ``kept_wording`` that keeps a phrase with a reason."""
    return {"place": match.field, "words": match.text, "rule": match.rule, "reason": reason}


@dataclass(frozen=True, slots=True)
class _Text:
    group: str
    field: str
    entry_id: str
    number: int
    text: str


_Kept = frozenset[tuple[object, object, object]]


def _of_sheet(sheet: Sheet) -> Iterator[_Text]:
    """Give every text of a sheet that is judged."""
    for group, rule in GROUPS.items():
        for number, entry in enumerate(sheet.of(group), 1):
            for field in _judged(group):
                where = (group, field, entry.id, number if rule.many else 0)
                yield from _text(where, entry.values.get(field))


def _of_views(group: str, views: Iterable[LineView | OpinionView]) -> Iterator[_Text]:
    fields = [field for field in _judged(group) if field in GROUPS[group].fields]
    for number, view in enumerate(views, 1):
        for field in fields:
            yield from _text((group, field, view.id, number), getattr(view, field))


def _text(where: tuple[str, str, str, int], value: object) -> Iterator[_Text]:
    if isinstance(value, str) and value:
        yield _Text(*where, value)


def _judged(group: str) -> Iterator[str]:
    return (field for field in GROUPS[group].fields if guard_field(group, field) is not None)


def _found(sheet: Sheet, profile: Profile, text: _Text) -> Iterator[Finding]:
    name = guard_field(text.group, text.field)
    assert name is not None  # only judged fields come here
    verdict = check(text.text, field=name, profile=profile)
    if not verdict.matches:
        return
    entry = next((one for one in sheet.of(text.group) if one.id == text.entry_id), None)
    is_open = not is_locked(sheet, text.group, text.field, entry)
    for match in verdict.matches:
        yield Finding(
            group=text.group,
            field=text.field,
            entry_id=text.entry_id,
            number=text.number,
            match=match,
            open=is_open,
            may_keep=is_open and allowed_to_keep(profile, match),
        )


def _kept(sheet: Sheet) -> _Kept:
    entries = (entry.values for entry in sheet.of("kept_wording"))
    return frozenset(
        (values.get("place"), values.get("words"), values.get("rule"))
        for values in entries
        if str(values.get("reason") or "").strip()
    )


def _is_kept(finding: Finding, kept: _Kept) -> bool:
    return finding.may_keep and _is_among(finding.match, kept)


def _is_among(match: Match, kept: _Kept) -> bool:
    return (match.field, match.text, match.rule) in kept
