"""Files inside of a PDF, as PDF/A-3 asks for them: each told apart, dated, and related to the paper."""

import re
from collections.abc import Sequence
from pathlib import PurePath

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFObject, PDFString

from exporters.document import Attachment
from exporters.writers.pdf.objects import PdfaDocument, date, stream

_NO_REGULAR = re.compile(r"[^A-Za-z0-9._-]")


def attached(document: PdfaDocument, attachments: Sequence[Attachment]) -> dict[str, object]:
    """Put the files into ``document``; return the keys of its catalog that list them."""
    files = [
        document.reference(_specification(document, attachment, number))
        for number, attachment in enumerate(attachments, 1)
    ]
    names: list[PDFObject] = []
    for number, file in enumerate(files, 1):
        names += [PDFString(f"{number:04}"), file]  # a tree of names is in the order of its keys
    listed = PDFDictionary({"Names": PDFArray(names)})
    return {"Names": PDFDictionary({"EmbeddedFiles": listed}), "AF": PDFArray(files)}


def _specification(document: PdfaDocument, attachment: Attachment, number: int) -> PDFDictionary:
    content = document.reference(_embedded(attachment))
    return PDFDictionary(
        {
            "Type": "/Filespec",
            "F": PDFString(_plain_name(attachment.name, number)),
            "UF": PDFString(attachment.name),
            "Desc": PDFString(attachment.description or attachment.name),
            "AFRelationship": f"/{attachment.relation}",
            "EF": PDFDictionary({"F": content, "UF": content}),
        }
    )


def _embedded(attachment: Attachment) -> PDFObject:
    parameters = {"Size": len(attachment.content), "ModDate": date(attachment.modified_at)}
    keys = {
        "Type": "/EmbeddedFile",
        "Subtype": f"/{_escaped(attachment.media_type)}",
        "Params": PDFDictionary(parameters),
    }
    return stream(attachment.content, keys)


def _plain_name(name: str, number: int) -> str:
    """Return a name in ASCII, for programs that do not know the other one."""
    suffix = PurePath(name).suffix
    return f"attachment-{number}{suffix if suffix.isascii() else ''}"


def _escaped(name: str) -> str:
    """Return ``name`` as a name of PDF, which a solidus would end (ISO 32000-1, 7.3.5)."""
    return _NO_REGULAR.sub(lambda found: f"#{ord(found.group()):02X}", name)
