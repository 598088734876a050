"""The pages of forms: what stands on them, and when it may change."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from shiboken6 import isValid

from models.forms import GROUPS
from models.vocabulary import MeetingKind
from tests.ui.form_bench import Bench
from tests.ui.form_pages import KINDS, PAGES, SAMPLES, fields_of, page_on
from ui.forms.entry_list import EntryCard, EntryList
from ui.forms.form import GroupForm
from ui.forms.profile_field import ProfileField
from ui.forms.text_list import TextList
from ui.pages.after_page import AfterPage
from ui.pages.basics_page import BasicsPage

ELSEWHERE = {
    *("participant", "recusal", "material", "agenda_item", "line", "opinion"),
    *("signature", "correction_sheet", "kept_wording"),
}
"""Groups that do not stand on the pages of forms."""


@pytest.mark.parametrize("kind", KINDS)
def test_the_pages_hold_every_field_of_the_case_file_once(
    bench: Bench, kind: MeetingKind, tmp_path: Path
) -> None:
    name, state, *_ = SAMPLES[kind]
    bench.sample(name, state, tmp_path)
    found: list[tuple[str, str]] = []
    for page in PAGES:
        for section in page_on(bench, page).sections:
            for part in section.parts:
                match part:
                    case GroupForm():
                        found += [(part.group, field) for field in part.editors]
                    case EntryList():
                        groups = [part.group, *(["party"] if part.group == "case" else [])]
                        found += [(g, field) for g in groups for field in GROUPS[g].fields]
                    case TextList():
                        found += [(part._group, field) for field in GROUPS[part._group].fields]

    wanted = {
        (group, field)
        for group, rule in GROUPS.items()
        for field, one in rule.fields.items()
        if group not in ELSEWHERE and kind in rule.kinds & one.kinds
    }
    assert set(found) == wanted
    assert len(found) == len(wanted)


@pytest.mark.parametrize("kind", KINDS)
def test_a_signed_meeting_is_read_only_and_says_why_but_for_what_follows_it(
    bench: Bench, kind: MeetingKind, tmp_path: Path
) -> None:
    name, _, signed, _ = SAMPLES[kind]
    bench.sample(name, signed, tmp_path)

    basics, after = page_on(bench, BasicsPage), page_on(bench, AfterPage)

    assert "已签名" in basics._reason.text()
    assert basics._reason.isVisible()
    assert not after._reason.isVisible()
    by_name = {(f.group, f.field): f for f in (*fields_of(basics), *fields_of(after))}
    assert by_name["schedule", "place"]._locked
    assert not by_name["meeting", "notes"]._locked
    assert not by_name["archive", "code"]._locked


@pytest.mark.parametrize("kind", KINDS)
def test_an_archived_meeting_can_be_read_only(
    bench: Bench, kind: MeetingKind, tmp_path: Path
) -> None:
    name, *_, archived = SAMPLES[kind]
    bench.sample(name, archived, tmp_path)

    after = page_on(bench, AfterPage)

    assert after._reason.text() == "会议已归档，内容只能查看。"
    assert all(field._locked for field in fields_of(after))


def test_a_value_of_a_closed_list_is_read_in_words_when_it_is_locked(
    bench: Bench, tmp_path: Path
) -> None:
    bench.sample("s01-joint", "J7", tmp_path)
    basics = page_on(bench, BasicsPage)
    profile = next(f for f in fields_of(basics) if f.field == "profile")

    line = profile.input.entry_widget()

    assert getattr(line, "text", str)() == "严格参考"
    assert line.isVisible()


def test_the_divergence_report_stands_only_where_it_may_be_due(
    bench: Bench, tmp_path: Path
) -> None:
    bench.sample("s08-joint", "J8", tmp_path)
    after = page_on(bench, AfterPage)
    report = next(s for s in after.sections if s.title.text() == "分歧情况报告")
    assert report.isVisible()
    assert "不属于会议记录" in report.note.text()

    bench.sample("s01-joint", "J8", tmp_path)

    bench.wait(lambda: not report.isVisible())


def test_the_handlers_note_says_that_it_is_no_part_of_the_conference(
    bench: Bench, tmp_path: Path
) -> None:
    bench.sample("s01-joint", "J8", tmp_path)
    after = page_on(bench, AfterPage)

    texts = [label.text() for label in after.findChildren(QLabel) if label.isVisible()]

    assert "本说明由承办检察官个人作出，不属于会议内容，不印入会议记录。" in texts


def test_answers_name_the_opinions_they_refer_to(bench: Bench, tmp_path: Path) -> None:
    bench.sample("s08-joint", "J8", tmp_path)
    after = page_on(bench, AfterPage)
    (card, *_) = after.findChildren(EntryCard)
    line = card.form.editors["line"]

    bench.wait(lambda: "尹清夷" in line.input.entry_widget().currentText())  # type: ignore[attr-defined]  # a list
    assert line.input.entry_widget().currentText().startswith("第3条")  # type: ignore[attr-defined]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_no_page_counts_or_sums_up_opinions(
    bench: Bench, page: type[BasicsPage], kind: MeetingKind, tmp_path: Path
) -> None:
    """Only the deliberation of a hearing knows a majority, in the officers' own words."""
    name, state, *_ = SAMPLES[kind]
    bench.sample(name, state, tmp_path)
    shown = page_on(bench, page)

    labels = [label.text() for label in shown.findChildren(QLabel) if label.isVisible()]

    for word in ("票", "表决", "决议", "倾向", "统计", "占比"):
        assert not [text for text in labels if word in text]
    if kind is MeetingKind.JOINT_CONFERENCE:
        assert not [text for text in labels if "多数" in text]


def test_another_kind_of_meeting_brings_its_own_sections(bench: Bench, tmp_path: Path) -> None:
    first = bench.sample("s01-joint", "J5", tmp_path)
    basics = page_on(bench, BasicsPage)
    assert "听证审批" not in [s.title.text() for s in basics.sections]

    bench.sample("s03-hearing", "H6", tmp_path)
    bench.wait(lambda: "听证审批" in [s.title.text() for s in basics.sections])

    bench.edit(first)
    bench.wait(lambda: "听证审批" not in [s.title.text() for s in basics.sections])


def test_the_offices_own_rules_are_shown_once_they_are_needed_or_entered(
    bench: Bench, tmp_path: Path
) -> None:
    bench.sample("s01-joint", "J1", tmp_path)
    page = page_on(bench, BasicsPage)
    rules = next(part for part in page.findChildren(EntryList) if part.group == "office_rule")
    assert not rules.isVisible()

    field = next(field for field in fields_of(page) if field.field == "profile")
    assert isinstance(field, ProfileField)
    bench.enter(field, "dept")
    bench.window.resize(640, 520)
    field.enter_rules.click()

    bench.wait(rules.isVisible)
    first = next(iter(rules.cards.values())).form.editors["title"]
    bench.wait(lambda: first.visibleRegion().boundingRect().height() == first.height())
    bench.wait(first.input.holds_focus)


def test_a_profile_is_taken_though_another_kind_of_meeting_is_in_view_by_then(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench.sample("s01-joint", "J1", tmp_path)
    page = page_on(bench, BasicsPage)
    field = next(field for field in fields_of(page) if isinstance(field, ProfileField))
    kept: list[Callable[[object], None]] = []
    monkeypatch.setattr(bench.editor, "run", lambda _, *, then, **_others: kept.append(then))
    field.reason.setText("按规定变更")
    field._change()
    monkeypatch.undo()
    bench.sample("s03-hearing", "H6", tmp_path)
    bench.wait(lambda: not isValid(field))

    (then,) = kept
    then(None)  # raises nothing
