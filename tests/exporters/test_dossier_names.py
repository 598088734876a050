"""Names in a dossier: after the rule, each once, and so short that Windows can unpack them."""

import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporters.dossier import naming
from exporters.dossier.manifest import MANIFEST, TABLE
from exporters.dossier.naming import MOST_INSIDE, dossier_stem, file_stem, refuse_too_deep
from exporters.dossier.verify import verify
from exporters.file_names import MAX_BYTES, length_of
from exporters.registry import KINDS
from models import files
from models.archive_errors import FolderTooDeep
from models.papers import MeetingPapers
from models.snapshot import CaseView, MeetingSnapshot
from tests.exporters.dossier_files import made, whole_papers
from tests.exporters.meetings import conference

WINDOWS = 259
USUAL = conference(
    number="河澜检联〔2025〕7号",
    archival_code="0123-ZY·JL-2025-D30-0007",
    cases=(CaseView(case_no="朔川检刑诉〔2025〕127号"),),
    schedule=replace(conference().schedule, held_from="2025-06-18T09:00"),
)
NAMES = st.text(st.sampled_from("会议卷𬤇aA1-·_ 〔2025〕7号检联"), max_size=300)


def _extreme() -> MeetingPapers:
    return whole_papers(
        title="某案" * 500,
        number="会议" * 60,
        archival_code="卷𬤇" * 90,
        cases=(CaseView(case_no="朔川检刑诉〔2025〕123456号"),),
        schedule=replace(conference().schedule, held_from="2025-06-18T09:00"),
    )


def _inside(meeting: MeetingSnapshot) -> list[str]:
    """Return the longest names that the papers of a meeting may have, from its folder on."""
    outer = f"{dossier_stem(meeting)}_v999"
    return [f"{outer}/{file_stem(meeting, kind.short_name)}_v999.docx" for kind in KINDS.values()]


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the system refuse long paths."""
    monkeypatch.setattr(naming, "longest_path", lambda: WINDOWS)


def test_usual_names_are_whole() -> None:
    assert dossier_stem(USUAL) == "0123-ZY·JL-2025-D30-0007_归档卷_联2025-07_刑127_20250618"
    for kind in KINDS.values():
        assert file_stem(USUAL, kind.short_name) == (
            f"0123-ZY·JL-2025-D30-0007_{kind.short_name}_联2025-07_刑127_20250618"
        )


@given(number=NAMES, code=NAMES, case=NAMES)
def test_no_meeting_makes_a_path_too_long_or_two_names_one(
    number: str, code: str, case: str
) -> None:
    cases = (CaseView(case_no=case),)
    meeting = replace(USUAL, number=number, archival_code=code, cases=cases)

    names = _inside(meeting)

    assert max(length_of(name) for name in names) <= MOST_INSIDE
    assert max(len(part.encode()) for name in names for part in name.split("/")) <= MAX_BYTES
    shorts = {kind.short_name for kind in KINDS.values()}
    assert len({name.casefold() for name in names}) == len(shorts)


def test_what_gives_way_is_the_code_then_the_number() -> None:
    long_code = replace(USUAL, archival_code="卷" * 90)
    long_both = replace(long_code, number="会议" * 60)

    assert re.fullmatch("卷+_会议记录_联2025-07_刑127_20250618", file_stem(long_code, "会议记录"))
    assert re.fullmatch("卷+_会议记录_[会议]+_刑127_20250618", file_stem(long_both, "会议记录"))


@pytest.mark.parametrize("zipped", [False, True])
def test_a_dossier_of_extreme_names_is_short_and_whole(tmp_path: Path, *, zipped: bool) -> None:
    result = made(tmp_path, _extreme(), zipped=zipped)

    if zipped:
        with zipfile.ZipFile(result.path) as packed:
            paths = packed.namelist()
    else:
        paths = [f"{result.path.name}/{file.name}" for file in result.path.iterdir()]
    assert max(length_of(path) for path in paths) <= MOST_INSIDE
    assert len({path.casefold() for path in paths}) == len(paths)
    assert {path.rpartition("/")[2] for path in paths} >= {MANIFEST, TABLE}
    assert verify(result.path).faults == ()


@pytest.mark.usefixtures("windows")
@pytest.mark.parametrize("papers", [whole_papers(), _extreme()], ids=["usual", "extreme"])
def test_a_folder_that_is_too_deep_is_refused_before_anything_is_written(
    tmp_path: Path, papers: MeetingPapers
) -> None:
    deep = tmp_path / ("深" * 80) / ("深" * 80)

    with pytest.raises(FolderTooDeep) as refused:
        made(deep, papers)

    assert (refused.value.folder, refused.value.length) == (deep, len(str(deep)))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("windows")
@pytest.mark.parametrize("papers", [whole_papers(), _extreme()], ids=["usual", "extreme"])
def test_what_is_not_refused_has_no_path_that_is(tmp_path: Path, papers: MeetingPapers) -> None:
    with pytest.raises(FolderTooDeep) as refused:
        refuse_too_deep(tmp_path / ("d" * 240), papers)
    room = refused.value.room
    just = tmp_path / ("d" * (room - len(str(tmp_path)) - 1))

    with pytest.raises(FolderTooDeep):
        refuse_too_deep(Path(f"{just}d"), papers)
    result = made(just, papers)

    assert room >= WINDOWS - 1 - MOST_INSIDE
    assert max(length_of(str(file)) for file in result.path.iterdir()) <= WINDOWS


def test_where_paths_are_not_limited_no_folder_is_too_deep(tmp_path: Path) -> None:
    assert files.longest_path() is None or files.longest_path() == WINDOWS
    if files.longest_path() is None:
        refuse_too_deep(tmp_path / ("深" * 300), whole_papers())


@pytest.mark.usefixtures("windows")
def test_a_path_that_is_marked_as_long_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "absolute", lambda self: self)

    refuse_too_deep(Path("\\\\?\\C:\\" + "深" * 300), whole_papers())
