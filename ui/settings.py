"""What the program remembers between two starts: one typed value, and where it is kept."""

from dataclasses import dataclass, field, fields, replace

from PySide6.QtCore import QByteArray, QObject, QSettings, Signal

from ui.languages import LANGUAGES, system_language
from ui.theme import TEXT_SCALES, ThemeChoice

_MOST_MINUTES = 240


@dataclass(frozen=True, slots=True)
class Settings:
    """The remembered settings; the defaults are those of a first start."""

    theme: str = ThemeChoice.SYSTEM.value
    language: str = field(default_factory=system_language)
    text_scale: float = 1.0
    font: str = ""  # family of the window, automatic if empty
    geometry: str = ""  # of the window, base64
    splitter: str = ""  # widths of the panes, base64
    closed_panes: str = ""  # names with commas
    filter: str = ""  # of the list of meetings
    last_meeting: str = ""
    open_folder: str = ""
    export_folder: str = ""
    export_formats: str = "docx,pdf"
    archive_folder: str = ""  # that of the exports if empty
    own_organ: str = ""  # of new meetings, like the two that follow
    own_secretary: str = ""
    own_secretary_post: str = ""
    data_folder: str = ""  # from the next start on, the usual one if empty
    backup_folder: str = ""  # beside the database if empty
    shortcuts: str = ""  # keys by action, as JSON, where they differ from the usual ones
    speech_minutes: int = 10  # after which a speech is told to be long, never if 0
    last_database: str = ""  # opened without being named on the command line


class SettingsStore(QObject):
    """Reads the settings once and writes every change at once."""

    changed = Signal(object)  # the names of the settings that have another value now

    def __init__(self, backend: QSettings) -> None:
        super().__init__()
        self._backend = backend
        first = Settings()
        stored = {f.name: _read(backend, f.name, getattr(first, f.name)) for f in fields(Settings)}
        self._value = _sound(replace(first, **stored))  # type: ignore[arg-type]  # read by type

    @property
    def value(self) -> Settings:
        """The settings in force."""
        return self._value

    def change(self, **changes: str | float) -> None:
        """Replace some settings. A misspelt name raises TypeError."""
        former = self._value
        self._value = replace(former, **changes)  # type: ignore[arg-type]  # checked by replace()
        names = {name for name in changes if getattr(self._value, name) != getattr(former, name)}
        for name in names:
            self._backend.setValue(name, getattr(self._value, name))
        if names:
            self.changed.emit(frozenset(names))


def to_text(state: QByteArray) -> str:
    """Return a saved state of Qt as text."""
    return bytes(state.toBase64().data()).decode("ascii")


def to_state(text: str) -> QByteArray:
    """Return the saved state that :func:`to_text` wrote."""
    return QByteArray.fromBase64(QByteArray(text.encode("ascii", errors="ignore")))


def _read(backend: QSettings, name: str, default: str | float) -> str | float:
    stored = backend.value(name, default)
    try:
        return type(default)(str(stored))
    except (TypeError, ValueError):
        return default


def _sound(settings: Settings) -> Settings:
    """Return the settings with values of another version or a hand edit put right."""
    first = Settings()
    return replace(
        settings,
        theme=settings.theme if settings.theme in set(ThemeChoice) else first.theme,
        language=settings.language if settings.language in LANGUAGES else first.language,
        text_scale=settings.text_scale if settings.text_scale in TEXT_SCALES else 1.0,
        speech_minutes=min(max(settings.speech_minutes, 0), _MOST_MINUTES),
    )
