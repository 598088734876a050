"""Other versions of a meeting's papers: masked, or an excerpt about one case; what to look at then."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from models.papers import MeetingPapers
from models.snapshot import MeetingSnapshot
from ui.paper_names import VersionChoice

if TYPE_CHECKING:
    from models.excerpts import Excerpt
    from models.masked_texts import Hint
    from models.masking import MaskedPapers

translate = QCoreApplication.translate

_MOST_PLACES = 12

_HINTS = {
    "same_name": QT_TRANSLATE_NOOP("Versions", "同名的办案人员或者参会人员，请核对是否隐去得当"),
    "home_or_school": QT_TRANSLATE_NOOP("Versions", "提到住处或者学校，请核对"),
    "part_of_name": QT_TRANSLATE_NOOP("Versions", "单独出现姓名的一部分，请核对"),
    "beside_name": QT_TRANSLATE_NOOP("Versions", "姓名之外还有其他称呼，请核对"),
    "other_script": QT_TRANSLATE_NOOP("Versions", "其他文字的原文没有检查姓名，请核对"),
}


@dataclass(frozen=True, slots=True)
class Version:
    """Papers in the version that was asked for, and the reports of how they were made."""

    papers: MeetingPapers
    masked: "MaskedPapers | None" = None
    excerpt: "Excerpt | None" = None

    @property
    def is_whole(self) -> bool:
        """Whether nothing was hidden or left out."""
        return self.masked is None and self.excerpt is None


def version_of(papers: MeetingPapers, choice: VersionChoice) -> Version:
    """Return the papers as asked for; masked first, so that an excerpt names nobody either."""
    from models.excerpts import excerpt  # heavy: only when used
    from models.masking import masked  # with the above

    report = masked(papers) if choice.masked else None
    shown = report.papers if report else papers
    part = excerpt(shown, choice.case_id) if choice.case_id is not None else None
    return Version(part.papers if part else shown, report, part)


def version_lines(version: Version, meeting: MeetingSnapshot) -> list[str]:
    """Return what was hidden and left out, and what a person has to look at before it goes out."""
    return [*_masked_lines(version), *_excerpt_lines(version, meeting)]


def _masked_lines(version: Version) -> Iterator[str]:
    report = version.masked
    if report is None:
        return
    names = _separator().join(f"{one.name} → {one.mask}" for one in report.names if one.count)
    if names:
        yield translate("Versions", "已隐去姓名：{names}。").format(names=names)
    if report.numbers:
        yield translate("Versions", "已隐去证件号码、手机号码 {count} 处。").format(
            count=report.numbers
        )
    for kind, words in _HINTS.items():
        found = [hint for hint in report.hints if hint.kind == kind]
        if found:
            yield f"{translate('Versions', str(words))}{_places(found)}"


def _places(hints: "Iterable[Hint]") -> str:
    """Return where the hints are: the numbers of lines, and how many stand elsewhere."""
    places = list(dict.fromkeys((hint.part, hint.number) for hint in hints))
    numbers = [str(number) for part, number in places if part == "lines" and number is not None]
    others = len(places) - len(numbers)
    words = []
    if numbers:
        shown = _separator().join(numbers[:_MOST_PLACES])
        more = translate("Versions", "等") if len(numbers) > _MOST_PLACES else ""
        words.append(
            translate("Versions", "发言第 {numbers}{more} 条").format(numbers=shown, more=more)
        )
    if others:
        words.append(translate("Versions", "其他内容 {count} 处").format(count=others))
    return translate("Versions", "（{places}）。").format(
        places=translate("Versions", "，").join(words)
    )


def _excerpt_lines(version: Version, meeting: MeetingSnapshot) -> Iterator[str]:
    part = version.excerpt
    if part is None:
        return
    yield translate("Versions", "摘录略去其他案件的发言 {count} 条。").format(count=part.omitted)
    sequence = {line.id: line.seq for line in meeting.lines}
    for ids, words in (
        (part.unplaced, translate("Versions", "没有写明属于哪一案件、因此保留的发言")),
        (part.naming, translate("Versions", "同时提到其他案件的发言")),
    ):
        numbers = [str(sequence[one]) for one in ids if sequence.get(one) is not None]
        if numbers:
            shown = _separator().join(numbers[:_MOST_PLACES])
            more = translate("Versions", "等") if len(numbers) > _MOST_PLACES else ""
            template = translate("Versions", "{words}：第 {numbers}{more} 条，请核对。")
            yield template.format(words=words, numbers=shown, more=more)


def _separator() -> str:
    return translate("Versions", "、")
