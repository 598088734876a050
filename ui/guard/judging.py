"""By which rules a field of the meeting in view is judged, and keeping words with a reason."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QObject

from models.authored import guard_field, kept_values, not_kept
from models.forms import Sheet
from models.profiles import Profile
from models.wording import Match, allowed_to_keep, check
from ui.clock import civil_now
from ui.editing import MeetingEditor
from ui.guard.wording_line import WordingLine
from ui.operations import add_entries
from ui.theme import Theme


class FieldWording(QObject):
    """Judges the texts of one field of a form, in ``line``, as the meeting's profile says."""

    def __init__(self, theme: Theme, editor: MeetingEditor, group: str, field: str) -> None:
        super().__init__()
        self._editor = editor
        self._name = guard_field(group, field) or ""
        self._rules: tuple[object, object] | None = None
        self.line = WordingLine(theme, self._judge, may_keep=self._may_keep)
        self.setParent(self.line)
        self.line.keep_asked.connect(self._keep)
        editor.shown.connect(self._follow)

    def _judge(self, text: str) -> tuple[Match, ...]:
        sheet = self._editor.sheet
        if sheet is None or not text:
            return ()
        verdict = check(text, field=self._name, profile=self._editor.profile)
        return not_kept(verdict.matches, sheet, self._editor.profile) if verdict.matches else ()

    def _may_keep(self, match: Match) -> bool:
        if self._editor.sheet is None or self._editor.locked("kept_wording"):
            return False
        return allowed_to_keep(self._editor.profile, match)

    def _keep(self, match: object, reason: str) -> None:
        assert isinstance(match, Match)  # what the signal carries
        name = QCoreApplication.translate("WordingLine", "保留用语“{words}”")
        operation = add_entries(
            self._editor.meeting_id,
            "kept_wording",
            [kept_values(match, reason) | {"at": civil_now()}],
            profiles=self._editor.workspace.profiles,
            name=name.format(words=match.text),
        )
        self._editor.run(replace(operation, reason=reason))

    def _follow(self, sheet: object) -> None:
        """Judge again where the profile is another one, or other words are kept."""
        assert isinstance(sheet, Sheet)  # what the signal carries
        profile: Profile = self._editor.profile
        rules = (profile, sheet.of("kept_wording"))
        if rules != self._rules:
            self._rules = rules
            self.line.judge_again()
