"""Copying papers text by text with names and numbers masked, and noting what to look at."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from enum import Enum, StrEnum
from typing import TypeVar

from models.hearing_papers import OfficerOpinionView, SupervisorFeedbackView
from models.masks import name_key, names_pattern, people_in
from models.snapshot import LineView, ParticipantView, PartyView, SignatureView

Value = TypeVar("Value")

CROSSES = "×××"
"""What stands for the number of an identity card or a mobile phone."""

_IDENTITY = re.compile(
    r"(?<![0-9A-Za-z])[1-9]\d{5}[ \-]?(?:(?:19|20|１９|２０)\d{2}[ \-]?\d{4}[ \-]?\d{3}[\dXxＸｘ]|\d{9})"
    r"(?![0-9A-Za-z])"
)
_MOBILE = re.compile(
    r"(?<![0-9A-Za-z])(?:(?:\+|＋|00)?86[ \-]?)?[1１][3-9３-９]\d[ \-]?\d{4}[ \-]?\d{4}"
    r"(?![0-9A-Za-z]|\s*[元万亿])"  # an amount
)
_PLACES = re.compile(
    "学校|小学|中学|初中|高中|职校|技校|幼儿园|班级|家住|住址|住所|住在|现住|户籍|籍贯|小区|村民小组|QQ|微信号"
)
_UNTOUCHED = frozenset(
    {
        "id",
        "kind",
        "state",
        "profile",
        "digest",
        "seal",
        "sha256",
        "media_type",
        "officers",
        "order",
    }
    | {"version", "secrecy", "recording", "lang", "source_lang"}
)
"""What holds no words of people: keys, codes and what is made anew."""

_NO_NUMBERS = frozenset({"case_no", "system_no", "number", "archival_code", "code"})
"""Numbers of cases and files are as long as those of identity cards."""

OFFICIALS = frozenset({"by", "approved_by", "chief", "translation_by", "speaker"})
"""Where somebody stands who acts by office."""

_NAMED_OFFICIALS = (OfficerOpinionView, SupervisorFeedbackView)


class HintKind(StrEnum):
    """Why a place has to be looked at."""

    SAME_NAME = "same_name"  # somebody here by office has a masked name
    HOME_OR_SCHOOL = "home_or_school"  # words that go with a home or a school
    PART_OF_NAME = "part_of_name"  # a part of a masked name stands alone
    BESIDE_NAME = "beside_name"  # more than a name in a party's name, such as a nickname
    OTHER_SCRIPT = "other_script"  # a name may stand there in another script


@dataclass(frozen=True, slots=True)
class Hint:
    """A place to look at: part of the papers and its field, and where in it.

    ``number`` is that of a line, else the place in the part, counted from 1; None if it has but one.
    """

    kind: HintKind
    part: str
    field: str
    number: int | None
    words: str


@dataclass(frozen=True, slots=True)
class MaskedName:
    """A name, what stands for it, and how often it was found."""

    name: str
    mask: str
    count: int


class Masker:
    """Makes masked copies of frozen values and notes what it finds.

    ``names`` and ``masks`` are by the name's key; ``kept`` are the names of those who are not
    masked, ``people`` the participants who are, ``minors`` the keys of minors' names.
    """

    def __init__(
        self,
        names: Mapping[str, str],
        masks: Mapping[str, str],
        *,
        kept: frozenset[str],
        people: frozenset[str],
        minors: frozenset[str],
    ) -> None:
        self.numbers = 0
        self.hints: list[Hint] = []
        self._names = names
        self._masks = masks
        self._people = people
        self._kept_keys = {name_key(name) for name in kept}
        others = [name for name in kept if name_key(name) not in names]
        self._pattern = names_pattern([*names.values(), *others])
        self._parts = names_pattern([*_parts(names, minors), *others])
        self._part_keys = {name_key(part) for part in _parts(names, minors)}
        self._counts: Counter[str] = Counter()

    def counted(self) -> tuple[MaskedName, ...]:
        """Return how often each name was found so far."""
        return tuple(
            MaskedName(name, self._masks[key], self._counts[key])
            for key, name in self._names.items()
        )

    def copied(self, value: Value) -> Value:
        """Return the papers, or a part of them, masked."""
        return self._copied(value, ("papers", "", None))  # type: ignore[return-value] # the same type

    def _copied(self, value: object, place: tuple[str, str, int | None]) -> object:
        if isinstance(value, str) and not isinstance(value, Enum):
            return self._text(value, place)
        if isinstance(value, tuple):
            part, name, _ = place
            return tuple(
                self._copied(one, (part, name, number)) for number, one in enumerate(value, 1)
            )
        if is_dataclass(value) and not isinstance(value, type):
            return self._view(value, place)
        return value

    def _view(self, view: object, place: tuple[str, str, int | None]) -> object:
        part, number = place[1] or place[0], place[2]
        if isinstance(view, LineView):
            number = view.seq
            self._look_at_script(view)
        changed = {}
        for one in fields(view):  # type: ignore[arg-type] # a frozen view
            value = getattr(view, one.name)
            if value is None or self._stays(view, one.name, value):
                continue
            copy = self._copied(value, (part, one.name, number))
            if copy is not value and copy != value:
                changed[one.name] = copy
        if isinstance(view, PartyView):
            self._look_beside(view, (part, "name", number))
        return replace(view, **changed) if changed else view  # type: ignore[type-var] # as above

    def _stays(self, view: object, name: str, value: object) -> bool:
        """Say whether a field is nobody's words, or names somebody who is here by office."""
        if name in _UNTOUCHED or name.endswith(("_id", "_ids")):
            return True
        match view:
            case ParticipantView() if name == "name":
                return view.id not in self._people
            case SignatureView(participant_id=str(signer)) if name == "name":
                return signer not in self._people
        by_office = isinstance(value, str) and is_by_office(view, name)
        return by_office and name_key(str(value)) in self._kept_keys

    def _text(self, text: str, place: tuple[str, str, int | None]) -> str:
        if place[1] not in _NO_NUMBERS:
            for pattern in (_IDENTITY, _MOBILE):
                text, count = pattern.subn(CROSSES, text)
                self.numbers += count
        found = _PLACES.search(text)
        if found:
            self._look_at(HintKind.HOME_OR_SCHOOL, place, found.group())
        text = self._pattern.sub(self._replaced, text)
        for match in self._parts.finditer(text):
            if name_key(match.group()) in self._part_keys:
                self._look_at(HintKind.PART_OF_NAME, place, match.group())
                break
        return text

    def _replaced(self, match: re.Match[str]) -> str:
        key = name_key(match.group())
        mask = self._masks.get(key)
        if mask is None:  # a longer name, of somebody who is not masked
            return match.group()
        self._counts[key] += 1
        return mask

    def _look_at_script(self, line: LineView) -> None:
        if line.source_text and self._names:
            place = ("lines", "source_text", line.seq)
            self._look_at(HintKind.OTHER_SCRIPT, place, line.source_lang or "")

    def _look_beside(self, party: PartyView, place: tuple[str, str, int | None]) -> None:
        name = party.name or ""
        names = people_in(name)
        bare = name_key("".join(names))
        if names and bare in self._names and name_key(name) != bare:
            self._look_at(HintKind.BESIDE_NAME, place, self._pattern.sub(self._masked_only, name))

    def _masked_only(self, match: re.Match[str]) -> str:
        return self._masks.get(name_key(match.group()), match.group())

    def _look_at(self, kind: HintKind, place: tuple[str, str, int | None], words: str) -> None:
        part, name, number = place
        self.hints.append(Hint(kind, part, name, number, words))


def officials_in(value: object) -> Iterator[str]:
    """Yield who is named in a part of the papers as acting by office, whether in the room or not."""
    if isinstance(value, tuple):
        for one in value:
            yield from officials_in(one)
    elif is_dataclass(value) and not isinstance(value, type):
        for one in fields(value):
            inner = getattr(value, one.name)
            if isinstance(inner, str) and is_by_office(value, one.name):
                yield from people_in(inner)
            yield from officials_in(inner)


def is_by_office(view: object, name: str) -> bool:
    """Say whether somebody stands in a field who acts by office."""
    return name in OFFICIALS or (name == "name" and isinstance(view, _NAMED_OFFICIALS))


def _parts(names: Mapping[str, str], minors: frozenset[str]) -> list[str]:
    """Return what of a name is said alone: the parts of 阿不都热西提·买买提, a minor's given name."""
    parts = [part for name in names.values() for part in re.split("[·•・‧･∙⋅．.]", name)]
    dotted = [part.strip() for part in parts if name_key(part) not in names]
    given = [names[key][-2:] for key in minors if len(key) > 2 and key in names]
    return [part for part in (*dotted, *given) if len(name_key(part)) > 1]
