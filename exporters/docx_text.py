"""The canonical text of a DOCX: what it says, however a program writes it down.

Two files with the same canonical text read alike; saving a paper again in Word, WPS or LibreOffice
does not change it, editing a character does. It is the text with every tracked change accepted:
insertions in, deletions out. Runs that are hidden or struck through are marked as such, fields for
the number of a page stand as their code, pictures as a mark. Heads, feet and notes count as a set,
since programs renumber and repeat them. Blanks at the ends of a line, and how many stand together,
do not count: programs keep them or not. How text looks is not in it: not style, size or colour, nor
a style that was made hidden. So equal digests say "the text is unchanged", never "nothing is".

``FORM`` tells by which rules a digest was made; a change of the rules is a new number.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from lxml import etree

FORM = 1

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"  # what "Strict Open XML" is saved in
_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_MATHS = "http://schemas.openxmlformats.org/officeDocument/2006/math"

_AUTOMATIC = re.compile(r"\b(PAGE|NUMPAGES|SECTIONPAGES)\b")
_WRAPPERS = frozenset(
    {"sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "AlternateContent", "Choice"}
)
_RUN, _TEXT, _LOOK, _PROPERTIES = (f"{{{_WORD}}}{name}" for name in ("r", "t", "rPr", "pPr"))
_SEEN = frozenset(f"{{{_WORD}}}{name}" for name in ("rStyle", "cs", "rtl", "rFonts", "lang"))
_BLANKS = re.compile(" {2,}")
_DELETED = frozenset({"del", "moveFrom"})
_UNSEEN = ("vanish", "specVanish", "webHidden", "strike", "dstrike")
_OFF = frozenset({"0", "false", "off", "none"})
_PICTURES = frozenset({"drawing", "pict", "object"})
# What stands for something else than text begins with characters that no XML can hold, so that nobody
# can type it.
_HIDDEN, _SHOWN = "\x02", "\x03"
_MARK, _MARK_END, _BETWEEN = "\x04", "\x05", "\x1d"
_PICTURE = f"{_MARK}picture{_MARK_END}"

Element = etree._Element  # noqa: SLF001 - lxml has no public name for its elements
Block = tuple[str, str]
"""A kind of block and its text: ``p``, ``r`` for a new row, ``c``, ``x`` for another file that is shown
in its place, ``h`` and ``n`` for furniture."""


@dataclass(frozen=True, slots=True)
class TextDigest:
    """SHA-256 of the canonical text: of the whole, and of the body without heads, feet and notes."""

    text: str
    body: str


def text_digest(
    body: Element, furniture: Iterable[Element] = (), notes: Iterable[Element] = ()
) -> TextDigest:
    """Return the digests of a document: its body, its heads and feet, its foot- and endnotes."""
    own = tuple(body_blocks(body))
    return TextDigest(
        text=_digest((*own, *_set_of("h", furniture), *_set_of("n", notes))), body=_digest(own)
    )


def body_blocks(body: Element) -> Iterator[Block]:
    """Yield what the body says in reading order; an empty paragraph says nothing."""
    for child in body:
        match _name(child):
            case "p":
                text = paragraph_text(child)
                if text:
                    yield "p", text
            case "tbl":
                yield from _table_blocks(child)
            case "altChunk" | "subDoc" as inserted:  # another file, shown in its place
                yield "x", inserted
            case name if name in _WRAPPERS:
                yield from body_blocks(child)
            case _:
                pass


def paragraph_text(paragraph: Element) -> str:
    """Return the text of one paragraph."""
    plain = _plain_text(paragraph)
    if plain is None:
        reader = _Reader()
        reader.read(paragraph)
        plain = "".join(reader.pieces)
    lines = _BLANKS.sub(" ", plain).split("\n")
    text = "\n".join(line.strip(" ") for line in lines).strip("\n")
    return f"{_MARK}#{_MARK_END}{text}" if _is_numbered(paragraph) else text


def _plain_text(paragraph: Element) -> str | None:
    """Return the text of a paragraph of plain runs; None for any other, which is read in full.

    A record has thousands of them, and its digest is reckoned whenever it is written.
    """
    pieces: list[str] = []
    for child in paragraph:
        tag = child.tag
        if tag == _RUN:
            for part in child:
                if part.tag == _TEXT:
                    pieces.append(part.text or "")
                elif part.tag != _LOOK or not _SEEN.issuperset([look.tag for look in part]):
                    return None
        elif tag != _PROPERTIES:
            return None
    return "".join(pieces)


def _table_blocks(table: Element) -> Iterator[Block]:
    """Yield each row and its cells. A cell is one block, also an empty one: a swap is seen."""
    for row in _inside(table, "tr"):
        properties = _child(row, "trPr")
        if properties is not None and _child(properties, "del") is not None:
            continue
        hidden = properties is not None and _is_on(_child(properties, "hidden"))
        yield "r", _HIDDEN if hidden else ""
        for cell in _inside(row, "tc"):
            yield "c", _BETWEEN.join(f"{kind}{text}" for kind, text in body_blocks(cell))


def _inside(parent: Element, name: str) -> Iterator[Element]:
    """Yield the rows of a table or cells of a row, also those inside of wrappers."""
    for child in parent:
        found = _name(child)
        if found == name:
            yield child
        elif found in _WRAPPERS:
            yield from _inside(child, name)


class _Reader:
    """Reads one paragraph, remembering the fields it is inside of."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self._fields: list[str] = []  # "code", "automatic" or "shown", innermost last
        self._code = ""

    def read(self, parent: Element) -> None:
        for child in parent:
            name = _name(child)
            if name == "r":
                self._run(child)
            elif name == "fldSimple":
                self._simple_field(child)
            elif name in _DELETED or name in {"Fallback", "pPr"}:
                continue
            elif name == "oMath":
                self._add("".join(map(str, child.itertext())))
            else:
                self.read(child)

    def _run(self, run: Element) -> None:
        start, hidden = len(self.pieces), False
        for child in run:
            name = _name(child)
            if name == "t":
                self._add(child.text or "")
            elif name == "rPr":
                hidden = any(_is_on(_child(child, look)) for look in _UNSEEN)
            elif name in {"fldChar", "instrText"}:
                self._field(child, name)
            elif name in _PICTURES:
                self._picture(child)
            elif name == "AlternateContent":
                self._run_inside(child)
            elif name == "ruby":
                for text in child.iter():
                    self._add((text.text or "") if _name(text) == "t" else "")
            else:
                self._add(_mark(child, name))
        if hidden and len(self.pieces) > start:
            self.pieces[start:] = [_HIDDEN, *self.pieces[start:], _SHOWN]

    def _run_inside(self, alternatives: Element) -> None:
        for choice in alternatives:
            if _name(choice) == "Choice":
                self._run(choice)

    def _picture(self, picture: Element) -> None:
        """Read a picture: that it is there, and the words in its text boxes."""
        self._add(_PICTURE)
        for box in picture.iter():
            if _name(box) == "txbxContent":
                self._add("".join(f"{_BETWEEN}{kind}{text}" for kind, text in body_blocks(box)))

    def _field(self, mark: Element, name: str) -> None:
        if name == "instrText":
            self._code += mark.text or ""
            return
        match _attribute(mark, "fldCharType"):
            case "begin":
                self._fields.append("code")
                self._code = ""
            case "separate" if self._fields:
                self._fields[-1] = self._opened(self._code)
            case "end" if self._fields:
                if self._fields.pop() == "code":  # a field without a result
                    self._opened(self._code)
            case _:
                pass

    def _simple_field(self, field: Element) -> None:
        self._fields.append(self._opened(_attribute(field, "instr") or ""))
        self.read(field)
        self._fields.pop()

    def _opened(self, code: str) -> str:
        """Write what stands for a field that the reading program computes; say which it is."""
        found = _AUTOMATIC.search(code)
        if found is None:
            return "shown"
        self.pieces.append(f"{_MARK}{found.group(1)}{_MARK_END}")
        return "automatic"

    def _add(self, text: str) -> None:
        if text and "automatic" not in self._fields:
            self.pieces.append(text)


def _mark(child: Element, name: str) -> str:
    match name:
        case "tab" | "ptab":
            return "\t"
        case "br" | "cr":
            return "" if _attribute(child, "type") in {"page", "column"} else "\n"
        case "noBreakHyphen":
            return "\u2011"
        case "sym":
            return f"{_MARK}sym {_attribute(child, 'char')}{_MARK_END}"
        case "footnoteReference" | "endnoteReference":
            return f"{_MARK}note{_MARK_END}"
        case _:
            return ""


def _set_of(kind: str, parts: Iterable[Element]) -> Iterator[Block]:
    texts = set()
    for part in parts:
        found = (paragraph_text(one) for one in part.iter() if _name(one) == "p")
        texts.add("\n".join(filter(None, found)))
    return ((kind, text) for text in sorted(texts) if text)


def _digest(blocks: Iterable[Block]) -> str:
    made = hashlib.sha256(f"lianxi-text-{FORM}\x1e".encode())
    for kind, text in blocks:
        made.update(f"{kind}\x1f{text}\x1e".encode("utf-8", "surrogatepass"))
    return made.hexdigest()


def _is_numbered(paragraph: Element) -> bool:
    """Say whether the reading program puts a number or a mark before the paragraph."""
    properties = _child(paragraph, "pPr")
    numbering = None if properties is None else _child(properties, "numPr")
    used = None if numbering is None else _child(numbering, "numId")
    return used is not None and _attribute(used, "val") != "0"


def _is_on(switch: Element | None) -> bool:
    return switch is not None and _attribute(switch, "val") not in _OFF


def _child(parent: Element, name: str) -> Element | None:
    return next((child for child in parent if _name(child) == name), None)


def _attribute(element: Element, name: str) -> str | None:
    found = element.get(f"{{{_WORD}}}{name}")
    return found if found is not None else element.get(f"{{{_STRICT}}}{name}")


def _name(element: Element) -> str:
    """Return the name of an element of the vocabularies read here; empty for any other."""
    tag: object = element.tag
    return _local(tag) if isinstance(tag, str) else ""  # comments have a function for a tag


@cache
def _local(tag: str) -> str:
    namespace, _, local = tag.rpartition("}")
    return local if namespace[1:] in {_WORD, _STRICT, _COMPATIBILITY, _MATHS} else ""
