"""Any list of the ``lianxi`` part whose entries stand for rows of their own."""

from hypothesis import strategies as st

from models.attachment_files import KINDS, MAX_BYTES
from tests.models.case_files import Document


@st.composite
def attachments(
    draw: st.DrawFn, more: st.SearchStrategy[Document], lines: int, items: int
) -> list[Document]:
    """Return entries about a line, about an item, or about neither, each with ``more`` fields."""
    return [_about(draw, draw(more), lines, items) for _ in range(draw(st.integers(0, 3)))]


def _about(draw: st.DrawFn, entry: Document, lines: int, items: int) -> Document:
    entry |= {
        "name": draw(st.sampled_from(["", "图.png", "\u202egpj.exe", "a/b"])),
        "media_type": draw(st.sampled_from([kind.media_type for kind in KINDS])),
        "size": draw(st.integers(1, MAX_BYTES)),
        "sha256": draw(st.sampled_from(["0" * 64, "5f" * 32])),
    }
    places = {"record": lines, "item": items}
    about = draw(st.sampled_from(["", *(key for key, count in places.items() if count)]))
    return entry | ({about: draw(st.integers(1, places[about]))} if about else {})


@st.composite
def stretches(draw: st.DrawFn, more: st.SearchStrategy[Document], items: int) -> list[Document]:
    """Return stretches of time at an item or a step, each with ``more`` fields."""
    return [_stretch(draw, draw(more), items) for _ in range(draw(st.integers(0, 3)))]


def _stretch(draw: st.DrawFn, entry: Document, items: int) -> Document:
    about = {"item": draw(st.integers(1, items))} if items and draw(st.booleans()) else {"step": 3}
    return {"from": draw(st.sampled_from(["09:00", "2025-06-18"])), **entry, **about}
