"""Which input a field gets, by what it can hold."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QCoreApplication

from models.forms import GROUPS, ValueKind
from ui.forms.choosing import ChoiceInput, YesNoInput, YesNoOrTextInput
from ui.forms.inputs import Input, LineInput, LongTextInput, NumberInput
from ui.forms.kit import Choices, FormKit
from ui.forms.labels import choice_word
from ui.forms.time_input import TimeInput


def input_for(kit: FormKit, group: str, field: str) -> Input:
    """Return what a field is typed into."""
    return _MAKERS[GROUPS[group].fields[field].kind](kit, group, field)


def _lines_of(group: str) -> int:
    """Return how high a long text is while it is empty: low in lists, but for the case's facts."""
    return 1 if GROUPS[group].many and group != "case" else 3


def _choice_input(kit: FormKit, group: str, field: str) -> Input:
    def words(value: str) -> str:
        return choice_word(group, field, value, kit.editor.workspace.profiles)

    def choices() -> Choices:
        withheld = kit.withheld(group, field)
        return tuple(
            (value, words(value))
            for value in kit.editor.choices(group, field)
            if value not in withheld
        )

    return ChoiceInput(kit.theme, choices, other=words)


def _reference_input(kit: FormKit, group: str, field: str) -> Input:
    choices = partial(kit.references, GROUPS[group].fields[field].refers_to)
    return ChoiceInput(kit.theme, choices, other=lambda _: _unknown())


def _unknown() -> str:
    """Return what an entry is called whose words are not known yet."""
    return QCoreApplication.translate("Forms", "（正在读取…）")


_MAKERS: Mapping[ValueKind, Callable[[FormKit, str, str], Input]] = {
    ValueKind.TEXT: lambda _kit, _group, _field: LineInput(),
    ValueKind.LONG_TEXT: lambda _kit, group, _field: LongTextInput(_lines_of(group)),
    ValueKind.TIME: lambda kit, _group, _field: TimeInput(kit.theme, kit.language),
    ValueKind.NUMBER: lambda _kit, _group, _field: NumberInput(),
    ValueKind.YES_NO: lambda _kit, _group, _field: YesNoInput(),
    ValueKind.YES_NO_OR_TEXT: lambda kit, _group, _field: YesNoOrTextInput(kit.theme),
    ValueKind.CHOICE: _choice_input,
    ValueKind.REFERENCE: _reference_input,
}
