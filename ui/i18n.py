"""The language of the interface. The source is Chinese; other languages are translations of it.

The compiled catalogues are made by ``resources/build.py``; without them the program speaks Chinese.
"""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from resources import path


def spoken_language() -> str:
    """Return the language in force, for words that stand in data."""
    return "en" if QLocale().language() is QLocale.Language.English else "zh_CN"


class Interface:
    """The translators that are installed in the application."""

    def __init__(self) -> None:
        self._installed: list[QTranslator] = []
        self.language = "zh_CN"

    def speak(self, language: str) -> None:
        """Change the language of every text, including Qt's own buttons."""
        for translator in self._installed:
            QCoreApplication.removeTranslator(translator)
        self._installed.clear()
        self.language = language
        QLocale.setDefault(QLocale(language))
        qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        self._install(f"qtbase_{language}", qt_folder)
        self._install(f"app_{language}", str(path("i18n")))

    def _install(self, name: str, folder: str) -> None:
        translator = QTranslator()
        if translator.load(name, folder):
            QCoreApplication.installTranslator(translator)
            self._installed.append(translator)
