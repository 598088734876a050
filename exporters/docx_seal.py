"""What an exported DOCX says of itself, and whether its text is still the one that was exported.

The writer puts paper, meeting and the digests of the canonical text into the custom properties of the
file, which Word, WPS and LibreOffice keep when they save. Who changes the text and reckons the digest
anew is not found out here; that takes the dossier's manifest, or the digest written down on paper.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import BinaryIO

from exporters.docx_package import DocxPackage, Unreadable
from exporters.docx_text import FORM, TextDigest, text_digest

_PAPER, _MEETING = "lianxi-paper", "lianxi-meeting"
_TEXT, _BODY, _FORM = "lianxi-text-sha256", "lianxi-body-sha256", "lianxi-text-form"


@dataclass(frozen=True, slots=True)
class DocxSeal:
    """The properties of an exported DOCX: which paper of which meeting, and what it said."""

    digest: TextDigest
    paper: str = ""
    meeting: str = ""
    form: int = FORM

    def properties(self) -> dict[str, str]:
        """Return the custom properties as they stand in the file, in their order."""
        told = {
            _PAPER: self.paper,
            _MEETING: self.meeting,
            _TEXT: self.digest.text,
            _BODY: self.digest.body,
            _FORM: str(self.form),
        }
        return {name: value for name, value in told.items() if value}


class TextState(StrEnum):
    """What the canonical text of a DOCX is beside the one that was exported."""

    SAME = "same"
    FURNITURE = "furniture"  # the body is the same; heads, feet or notes are not
    EDITED = "edited"
    UNKNOWN = "unknown"  # it bears no digest, or one made by other rules


@dataclass(frozen=True, slots=True)
class DocxCheck:
    """What a DOCX says now, and the seal it bears, if it bears one."""

    digest: TextDigest
    seal: DocxSeal | None = field(default=None)

    @property
    def state(self) -> TextState:
        """What the text is beside the seal of the file itself."""
        if self.seal is None or self.seal.form != FORM:
            return TextState.UNKNOWN
        return compared(self.digest, self.seal.digest)


def compared(now: TextDigest, then: TextDigest) -> TextState:
    """Say what became of a text, by its digests made by the same rules."""
    if now.text == then.text:
        return TextState.SAME
    return TextState.FURNITURE if now.body == then.body else TextState.EDITED


def check_docx(stream: BinaryIO) -> DocxCheck:
    """Read a DOCX from anywhere. Raises Unreadable for what is none, or is a trap."""
    package = DocxPackage(stream)
    try:
        digest = text_digest(package.body, package.furniture(), package.notes())
    except RecursionError as error:
        raise Unreadable("not_docx") from error
    return DocxCheck(digest, _seal(package.custom_properties()))


def _seal(told: dict[str, str]) -> DocxSeal | None:
    form = told.get(_FORM, "")
    if not (form.isascii() and form.isdigit() and len(form) < 9) or _TEXT not in told:
        return None
    digest = TextDigest(told[_TEXT], told.get(_BODY, ""))
    return DocxSeal(digest, told.get(_PAPER, ""), told.get(_MEETING, ""), int(form))
