"""Small PDF objects where ReportLab's own do not meet PDF/A."""

import zlib
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import TypeAlias

from reportlab.lib.utils import TimeStamp
from reportlab.pdfbase.pdfdoc import (
    PDFCatalog,
    PDFDictionary,
    PDFDocument,
    PDFObject,
    PDFObjectReference,
    PDFPages,
    PDFStream,
    PDFString,
)

_END = b"endstream\n"


class LineEndStream(PDFStream):
    """A stream with a line end before ``endstream`` (ISO 19005-2, 6.1.7.1).

    ReportLab 5.1 writes none. CR LF is written, for behind data that ends in CR a lone LF would
    be taken for the second half of one line end.
    """

    def format(self, document: PDFDocument) -> bytes:
        """Return the stream as it stands in the file."""
        data = super().format(document)
        if not data.endswith(_END):
            raise TypeError("ReportLab ends its streams in another way than version 5.1")
        return data[: -len(_END)] + b"\r\n" + _END


def stream(
    content: bytes, keys: Mapping[str, object] | None = None, *, compress: bool = True
) -> LineEndStream:
    """Return a stream of ``content`` whose dictionary has ``keys``.

    It is compressed at once and not when the file is written, which cannot be stopped.
    """
    if not compress:
        return LineEndStream(PDFDictionary(dict(keys or {})), content)
    packed = {"Filter": "/FlateDecode", **(keys or {})}
    return LineEndStream(PDFDictionary(packed), zlib.compress(content))


Plain: TypeAlias = "int | str | PDFObjectReference | list[Plain] | dict[str, Plain]"
"""A value of PDF in plain Python; a text stands for what PDF calls a name or keyword: ``/P``."""


class PlainObject(PDFObject):
    """An object of plain values, filled after it was referred to.

    There are thousands in a long paper, and ReportLab takes ten times as long for its own kind.
    """

    def __init__(self, content: Plain) -> None:
        self._content = content

    def format(self, document: PDFDocument) -> bytes:
        """Return the object as it stands in the file."""
        return _code(self._content, document).encode("ascii")


def _code(value: Plain, document: PDFDocument) -> str:
    if isinstance(value, PDFObjectReference):
        number, version = document.idToObjectNumberAndVersion[value.name]
        return f"{number} {version} R"
    if isinstance(value, list):
        return f"[ {' '.join([_code(one, document) for one in value])} ]"
    if isinstance(value, dict):
        entries = [f"/{key} {_code(one, document)}" for key, one in value.items()]
        return f"<< {' '.join(entries)} >>"
    return str(value)


def date(moment: datetime) -> PDFString:
    """Return an aware time as PDF writes it (ISO 32000-1, 7.9.4)."""
    offset = f"{moment:%z}"[:5]
    return PDFString(f"D:{moment:%Y%m%d%H%M%S}{offset[:3]}'{offset[3:]}'")


class PdfaDocument(PDFDocument):
    """ReportLab's document with a time and an ID that come from outside."""

    Catalog: PDFCatalog
    Pages: PDFPages
    _timeStamp: TimeStamp  # noqa: N815 - ReportLab's name

    def __init__(self, made_at: datetime, language: str) -> None:
        super().__init__(compression=1, invariant=1, pdfVersion=(1, 7), lang=language)
        offset = made_at.utcoffset() or timedelta()
        minutes = int(offset.total_seconds()) // 60
        self._timeStamp.YMDhms = made_at.timetuple()[:6]
        self._timeStamp.dhh = int(minutes / 60)
        self._timeStamp.dmm = abs(minutes) % 60

    def reference(self, target: PDFObject) -> PDFObjectReference:
        """Return a reference to ``target``, which becomes an object of its own."""
        made: PDFObjectReference = self.Reference(target)  # type: ignore[no-untyped-call]  # stub
        return made

    def set_id(self, digest: bytes) -> None:
        """Make the first 16 bytes of ``digest`` the ID of the file, in both places."""
        one = b"<" + digest[:16].hex().encode() + b">"
        self._ID = b"[" + one + one + b"]"


def set_keys(target: PDFCatalog, keys: Mapping[str, object]) -> None:
    """Give ``target`` (a catalog or page) ``keys``; ReportLab writes a fixed list by itself."""
    target.__NoDefault__ = [*target.__NoDefault__, *keys]
    for name, value in keys.items():
        setattr(target, name, value)
