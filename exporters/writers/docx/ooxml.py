"""The vocabulary of WordprocessingML: names, units and the making of elements.

Element and attribute names are those of ECMA-376 part 1, 17; the children of an element must stand
in the order of its schema, which :func:`element` leaves to its caller.
"""

from functools import cache
from typing import TypeAlias

from lxml import etree

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = {"w": WORD, "r": RELATIONSHIPS}

XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

Element: TypeAlias = etree._Element  # noqa: SLF001 - lxml has no public name for its elements


@cache
def qualified(local: str) -> str:
    """Return the qualified name of an element or attribute of WordprocessingML."""
    return f"{{{WORD}}}{local}"


def element(local: str, *children: Element, **attributes: str | int) -> Element:
    """Make an element of WordprocessingML, its attributes in the same namespace."""
    made = etree.Element(qualified(local), nsmap=NAMESPACES)
    for key, value in attributes.items():
        made.set(qualified(key), str(value))
    made.extend(children)
    return made


def add(parent: Element, local: str, **attributes: str | int) -> Element:
    """Make an element as the last child of ``parent``; quicker than :func:`element`."""
    made = etree.SubElement(parent, qualified(local))
    for key, value in attributes.items():
        made.set(qualified(key), str(value))
    return made


def root_element(namespace: str, local: str) -> Element:
    """Make the root of a part of the package, whose namespace is the default one there."""
    return etree.fromstring(f'<{local} xmlns="{namespace}"/>')


def serialised(root: Element) -> bytes:
    """Return a whole part as bytes, with the declaration Word writes."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def twips(length_mm: float) -> int:
    """Convert millimetres to twentieths of a point, the unit of lengths."""
    return round(length_mm / 25.4 * 1440)


def twentieths(length_pt: float) -> int:
    """Convert points to twentieths of a point."""
    return round(length_pt * 20)


def half_points(size_pt: float) -> int:
    """Convert points to half points, the unit of type sizes."""
    return round(size_pt * 2)


def eighths(thickness_pt: float) -> int:
    """Convert points to eighths of a point, the unit of rules."""
    return round(thickness_pt * 8)
