"""What PDF/A asks for beside the pages: metadata (XMP) and a colour profile (ICC)."""

import struct
from dataclasses import dataclass
from datetime import datetime
from html import escape  # xml.sax would load the whole of urllib

PRODUCER = "Lianxi (ReportLab PDF Library)"

_PADDING = " " * 1024  # lets other programs change the packet in place

_XMP = """\
<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfaid:part>{part}</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Keywords>{keywords}</pdf:Keywords><pdf:Producer>{producer}</pdf:Producer>
<xmp:CreatorTool>{producer}</xmp:CreatorTool><xmp:CreateDate>{made_at}</xmp:CreateDate>
<xmp:ModifyDate>{made_at}</xmp:ModifyDate><xmp:MetadataDate>{made_at}</xmp:MetadataDate>
<xmpMM:DocumentID>uuid:{uuid}</xmpMM:DocumentID>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>PDF/UA part</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
</rdf:RDF></x:xmpmeta>
{padding}
<?xpacket end="w"?>"""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a PDF says about itself; ``part`` is that of ISO 19005 it holds to, with level A."""

    title: str
    author: str
    subject: str
    keywords: str
    language: str
    made_at: datetime
    part: int = 2


def xmp(metadata: Metadata, digest: bytes) -> bytes:
    """Return the metadata packet; ``digest`` of at least 16 bytes identifies the document.

    The extension schema is there because PDF/A does not know the name space of PDF/UA.
    """
    text = _XMP.format(
        part=metadata.part,
        title=escape(metadata.title),
        author=escape(metadata.author),
        subject=escape(metadata.subject),
        keywords=escape(metadata.keywords),
        language=escape(metadata.language),
        producer=escape(PRODUCER),
        made_at=metadata.made_at.isoformat(timespec="seconds"),
        uuid=_grouped(digest[:16].hex()),
        padding=_PADDING,
    )
    return text.encode()


def _grouped(digits: str) -> str:
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))


def srgb_profile() -> bytes:
    """Return an ICC profile (version 2.1) of sRGB, from the numbers of IEC 61966-2-1.

    It is built here so that no file of another's licence has to be shipped.
    """
    tone = _tone_curve()
    tags = {
        b"desc": _description(b"sRGB IEC61966-2.1\0"),
        b"cprt": b"text\0\0\0\0No copyright\0",
        b"wtpt": _xyz(0.9642, 1.0, 0.8249),
        b"rXYZ": _xyz(0.43607, 0.22249, 0.01392),
        b"gXYZ": _xyz(0.38515, 0.71687, 0.09708),
        b"bXYZ": _xyz(0.14307, 0.06061, 0.71410),
        b"rTRC": tone,
        b"gTRC": tone,
        b"bTRC": tone,
    }
    head_size = 128
    start = head_size + 4 + 12 * len(tags)
    places: dict[bytes, int] = {}
    body = b""
    table = struct.pack(">I", len(tags))
    for tag, data in tags.items():
        if data not in places:
            places[data] = start + len(body)
            body += data + b"\0" * (-len(data) % 4)
        table += tag + struct.pack(">II", places[data], len(data))
    size = start + len(body)
    return _profile_head(size).ljust(head_size, b"\0") + table + body


def _profile_head(size: int) -> bytes:
    created = struct.pack(">6H", 2024, 1, 1, 0, 0, 0)
    white = b"".join(map(_fixed, (0.9642, 1.0, 0.8249)))
    kind = struct.pack(">II", size, 0) + b"\x02\x10\0\0mntrRGB XYZ "
    return kind + created + b"acsp" + b"\0" * 28 + white


def _fixed(value: float) -> bytes:
    return struct.pack(">i", round(value * 65536))


def _xyz(*values: float) -> bytes:
    return b"XYZ \0\0\0\0" + b"".join(map(_fixed, values))


def _description(text: bytes) -> bytes:
    return b"desc\0\0\0\0" + struct.pack(">I", len(text)) + text + b"\0" * 78


def _tone_curve() -> bytes:
    steps = 1024
    values = (_linear(step / (steps - 1)) for step in range(steps))
    packed = b"".join(struct.pack(">H", round(value * 65535)) for value in values)
    return b"curv\0\0\0\0" + struct.pack(">I", steps) + packed


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
