"""Before there is a window: which database, and whether a window on it is open already."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from models.app_error import AppError
from models.disk import require_data_folder
from models.paths import DATABASE_NAME, default_database
from ui.i18n import Interface
from ui.instance import Instance, claim
from ui.settings import Settings, SettingsStore
from ui.theme import Theme

if TYPE_CHECKING:
    from ui.dialogs.start import Answer


class Start:
    """Asks the user where the start cannot go on by itself."""

    def __init__(self, settings: SettingsStore, theme: Theme, interface: Interface) -> None:
        self._settings = settings
        self._theme = theme
        self._interface = interface

    def find_database(self) -> Path | None:
        """Return the database to open, or None if it is missing and the user gave up."""
        while is_missing(place := next_database(self._settings.value), self._settings.value):
            from models.errors import DatabaseMissing  # only in trouble, as the dialog
            from ui.dialogs.start import Answer

            offered = [Answer.RETRY, Answer.CHOOSE]
            if place.parent.is_dir() or place == default_database():
                offered.append(Answer.NEW)
            match self._ask(DatabaseMissing(place), [*offered, Answer.QUIT]):
                case Answer.CHOOSE:
                    self._choose_folder()
                case Answer.NEW:
                    self._settings.change(last_database="")
                    return place
                case Answer.QUIT:
                    return None
        return place

    def claim(self, place: Path, files: Sequence[Path]) -> Instance | int:
        """Return the hold on the database, or the exit status if there is to be no window."""
        while True:
            try:
                return claim(place, files) or 0
            except AppError as error:
                from ui.dialogs.start import Answer  # only shown in trouble

                if self._ask(error, [Answer.RETRY, Answer.QUIT]) is not Answer.RETRY:
                    return 1

    def _choose_folder(self) -> None:
        """Ask where the data is; where there is none yet, the user is asked again."""
        from ui.dialogs.start import Answer, choose_folder  # only shown in trouble

        folder = choose_folder()
        if folder is None:
            return
        try:
            require_data_folder(folder)
        except AppError as error:
            self._ask(error, [Answer.BACK])
            return
        wanted = folder / DATABASE_NAME
        self._settings.change(data_folder=str(folder), last_database=str(wanted))

    def _ask(self, error: AppError, answers: Sequence["Answer"]) -> "Answer":
        from ui.dialogs.start import ask
        from ui.messages import error_text

        print(error_text(error, self._interface.language), file=sys.stderr)
        return ask(error, answers, self._theme, self._interface.language)


def next_database(settings: Settings) -> Path:
    """Return the database that a start opens if none is named."""
    folder = settings.data_folder
    return Path(folder) / DATABASE_NAME if folder else default_database()


def is_missing(place: Path, settings: Settings) -> bool:
    """Say whether a new database there would hide that the real one is out of reach.

    That is so if it was there at the last start, or if the folder that was chosen is gone: a stick
    that was pulled, a disk that is not mounted.
    """
    if _seems_there(place):
        return False
    if settings.data_folder and not place.parent.is_dir():
        return True
    return str(place.absolute()) == settings.last_database


def _seems_there(place: Path) -> bool:
    """Say no only if the system says so; what nobody may look at is left to opening."""
    try:
        place.stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True
    return True
