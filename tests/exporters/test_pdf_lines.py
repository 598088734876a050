"""Where lines end: the rules of GB/T 15834-2011, over thousands of lines."""

import random
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import accumulate, pairwise

import pytest
from reportlab.lib.units import mm

from exporters.document import Face, Run, Sheet
from exporters.fonts import shipped_fonts
from exporters.page import PAGES
from exporters.styles import FORM_LABEL, GRID_PT, PITCH_PT
from exporters.writers.pdf.atoms import Atom, Atomizer, Kind
from exporters.writers.pdf.lines import Line, Measure, break_lines
from exporters.writers.pdf.painting import right_to_left_end
from exporters.writers.pdf.paragraph import lay_out
from exporters.writers.pdf.typefaces import Typefaces
from tests.exporters.documents import document, paragraph
from tests.exporters.glyphs import GlyphLine, glyph_lines
from tests.exporters.pdf_files import BARE, written

# The tables of the writer are not asked: brackets come from Unicode, the rest is listed here.
LISTED_NOT_AT_START = "、。，；：！？·•,.;:!?｡､‼⁇⁈⁉﹐﹑﹒﹔﹕﹖﹗⋅－%‰‱％℃℉°′″²³₂₁⁰"
LISTED_NOT_AT_END = "+±≥≤−≈＋№"
BLANKS = " \u2002\u2003\u2009\u3000"
HAN = "会议听取汇报认为根据规定犯罪情节轻微处罚检察委员人民法院案件事实清楚证据确实充分被告建议公开听证审查"
WORDS = (
    "2025",
    "12,345.67",
    "98.5%",
    "A",
    "wx_hello@example.cn",
    "US$1,700",
    "iPhone 15 Pro",
    "GB/T 9704-2012",
)
UNDIVIDED = (
    "-5%",
    "100m²",
    "H₂O",
    "25°C",
    "77°F",
    "C++",
    "C#",
    "https://a.example.cn/b?c=d#e~f&g=h+i",
    "２０２５",
    "１２．５％",
    "ＡＢＣ",
    "€20",
    "£1,700",
    "₽5",
    "￥300",
    "US$1,700",
    "+86",
    "≥18",
    "±0.5",
    "−7",
    "——",
    "――",
    "…………",
    "⋯⋯",
)
OTHER_SCRIPTS = ((0x0590, 0x08FF), (0x0F00, 0x0FFF), (0x1800, 0x18AF), (0xFB50, 0xFDFF))


@cache
def atomizer() -> Atomizer:
    return Atomizer(Typefaces(shipped_fonts()))


@cache
def marks(*categories: str) -> frozenset[str]:
    """Return the marks of Unicode that a shipped font has, without those of other scripts."""
    typefaces = Typefaces(shipped_fonts())
    found = set()
    for one in map(chr, range(0x10000)):
        if unicodedata.category(one) not in categories:
            continue
        if any(low <= ord(one) <= high for low, high in OTHER_SCRIPTS):
            continue
        if typefaces.of_text(Face.BODY, one):
            found.add(one)
    return frozenset(found)


def not_at_start() -> frozenset[str]:
    return marks("Pe", "Pf") | {one for one in LISTED_NOT_AT_START if one in has_font()}


def not_at_end() -> frozenset[str]:
    return marks("Ps", "Pi", "Sc") | {one for one in LISTED_NOT_AT_END if one in has_font()}


@cache
def has_font() -> frozenset[str]:
    typefaces = Typefaces(shipped_fonts())
    listed = LISTED_NOT_AT_START + LISTED_NOT_AT_END + "".join(UNDIVIDED)
    return frozenset(one for one in listed if typefaces.of_text(Face.BODY, one))


@cache
def words_with_font() -> tuple[str, ...]:
    return tuple(word for word in UNDIVIDED if has_font().issuperset(word))


def atoms_of(text: str) -> list[Atom]:
    return atomizer().atoms((Run(text, Face.BODY),), "")


def broken(text: str, measure: Measure) -> list[str]:
    atoms = atoms_of(text)
    return [
        "".join(atom.text for atom in atoms[line.start : line.end])
        for line in break_lines(atoms, measure)
    ]


def phrase(source: random.Random) -> str:
    def han(most: int) -> str:
        return "".join(source.choices(HAN, k=source.randint(1, most)))

    kinds = (
        lambda: source.choice("，。；、：！？"),
        lambda: f"“{han(6)}”{source.choice(('', '，', '。'))}",
        lambda: f"《{han(8)}》",
        lambda: f"（{han(5)}）",
        lambda: f"〔{source.randint(2000, 2030)}〕",
        lambda: source.choice(("——", "……", "·")),
        lambda: source.choice(WORDS),
        lambda: source.choice(words_with_font()),
        lambda: source.choice(sorted(not_at_start())),
        lambda: source.choice(sorted(not_at_end())),
        lambda: f"{source.choice(BLANKS)}{han(4)}",
        lambda: "",
    )
    return han(9) + source.choice(kinds)()


def faults(above: str, below: str, text: str) -> list[str]:
    """Return what is wrong with a break between two lines of ``text``."""
    found = []
    if below[0] in not_at_start() and not below.startswith(("——", "――", "-")):
        found.append(f"line starts with {below[0]}")
    if below[0].isspace():
        found.append("line starts with a blank")
    if above.strip()[-1] in not_at_end() and not above.endswith("C++"):
        found.append(f"line ends with {above[-1]}")
    if above[-1] == below[0] and above[-1] in "—―…⋯":
        found.append(f"{above[-1]} divided")
    divided = above[-1] + below[0]
    if divided.isascii() and divided.isalnum() and above[-4:] + below[:4] in text:
        found.append(f"word divided: {above[-4:]} {below[:4]}")
    return found


def divided_words(text: str, atoms: list[Atom], lines: list[Line]) -> list[str]:
    """Return the undivided words of ``text`` within which a line begins."""
    places = list(accumulate((len(atom.text) for atom in atoms), initial=0))
    begins = {places[line.start] for line in lines}
    spans = (
        match.span() for word in words_with_font() for match in re.finditer(re.escape(word), text)
    )
    return [text[low:high] for low, high in spans if begins & set(range(low + 1, high))]


def sticks_out(atoms: list[Atom], line: Line) -> bool:
    on_line = atoms[line.start : line.end]
    if line.hang:
        return on_line[-1].text not in "、。，" or line.natural > line.room + 0.1
    blanks = sum(atom.blank_left + atom.blank_right for atom in on_line)
    return line.squeeze > blanks + 0.1 or line.natural - line.squeeze > line.room + 0.1


def paragraphs(seed: int, least: int) -> list[str]:
    """Return varied texts of so many characters in all."""
    source = random.Random(seed)
    texts: list[str] = []
    while sum(map(len, texts)) < least:
        texts.append("".join(phrase(source) for _ in range(source.randint(20, 60))).strip())
    return texts


def test_no_line_without_a_grid_breaks_the_rules_or_sticks_out() -> None:
    """Text in forms, where nothing hangs in the margin; what a PDF shows is looked at below."""
    wrong: list[str] = []
    count = 0
    for text in paragraphs(15834, 170_000):
        atoms = atoms_of(text)
        lines = break_lines(atoms, Measure(28_900, 26_900))
        wrong += [f"sticks out: {line}" for line in lines if sticks_out(atoms, line)]
        words = ["".join(atom.text for atom in atoms[line.start : line.end]) for line in lines]
        for above, below in pairwise(words):
            wrong += faults(above, below, text)
        wrong += divided_words(text, atoms, lines)
        assert "".join("".join(words).split()) == "".join(text.split())
        count += len(lines)

    assert wrong == []
    assert count > 5_000


SHEETS = {Sheet.RECORD: (31, PITCH_PT, 14.0), Sheet.OFFICIAL: (28, GRID_PT, 16.0)}
"""Characters of a line, their advance in points, and their size."""


@pytest.mark.parametrize("sheet", SHEETS)
def test_no_line_of_a_finished_pdf_breaks_the_rules_or_sticks_out(sheet: Sheet) -> None:
    """Ten thousand lines in all, from the places of the characters in the file."""
    across, advance, size = SHEETS[sheet]
    texts = paragraphs(9704 + across, 5_400 * across)
    paper = document(*map(paragraph, texts), frame=BARE)
    page = PAGES[sheet]
    left, right = page.left_mm * mm, (page.width_mm - page.right_mm) * mm

    lines = list(
        glyph_lines(
            written(replace(paper, sheet=sheet)),
            above=page.bottom_mm * mm if sheet is Sheet.OFFICIAL else 0.0,
            below=(page.height_mm - page.top_mm) * mm,
        )
    )

    assert len(lines) > 5_000
    wrong: list[str] = []
    rest = iter(lines)
    for text in texts:
        held = paragraph_lines(rest, "".join(text.split()))
        for number, line in enumerate(held):
            begin = left + (2 * advance if number == 0 else 0.0)
            squeezed = size / 2 if unicodedata.category(line.text[0]) in {"Ps", "Pi"} else 0.0
            if not begin - squeezed - 0.1 < line.left < begin + 0.1:
                wrong.append(f"begins at {line.left - left:.2f}: {line.text}")
            if line.right + least_width(line.text[-1], size) > right + 0.5:
                wrong.append(f"sticks out: {line.text}")
        for above, below in pairwise(line.text for line in held):
            wrong += faults(above, below, text)
        wrong += words_divided(held)
    assert wrong == []
    assert next(rest, None) is None


def least_width(last: str, size: float) -> float:
    """Return the least width in points of the last character of a line; a stop may hang outside."""
    if last in "、。，．":
        return 0.0
    (atom,) = atomizer().atoms((Run(last),), "")
    return (atom.width - atom.blank_left - atom.blank_right) * size / 1000


def paragraph_lines(rest: Iterator[GlyphLine], squeezed: str) -> list[GlyphLine]:
    """Return the next lines, which together are the paragraph."""
    held: list[GlyphLine] = []
    read = ""
    while len(read) < len(squeezed):
        held.append(next(rest))
        read += "".join(held[-1].text.split())
    assert read == squeezed
    return held


def words_divided(held: list[GlyphLine]) -> list[str]:
    """Return the undivided words within which a line begins."""
    texts = ["".join(line.text.split()) for line in held]
    begins = set(accumulate(map(len, texts)))
    whole = "".join(texts)
    spans = (
        match.span() for word in words_with_font() for match in re.finditer(re.escape(word), whole)
    )
    return [whole[low:high] for low, high in spans if begins & set(range(low + 1, high))]


@pytest.mark.parametrize("sheet", SHEETS)
def test_characters_of_a_full_line_stand_on_the_grid(sheet: Sheet) -> None:
    across, advance, _ = SHEETS[sheet]
    made = written(replace(document(paragraph("字" * across * 3), frame=BARE), sheet=sheet))

    line = next(one for one in list(glyph_lines(made))[1:] if len(one.text) == across)

    places = [glyph.x - PAGES[sheet].left_mm * mm for glyph in line.glyphs]
    # The rest of a line of the record, a quarter of a point, is shared out between its characters.
    assert places == pytest.approx([n * advance for n in range(across)], abs=0.3)


def begins_and_ends(text: str) -> list[tuple[str, str]]:
    """Return the ends and beginnings of lines of every width that ``text`` is broken to."""
    pairs: list[tuple[str, str]] = []
    for width in range(4_000, 12_000, 500):
        lines = broken(text, Measure(width, width))
        pairs += [(above.strip(), below) for above, below in pairwise(lines)]
    return pairs


def test_every_mark_keeps_to_its_side() -> None:
    assert len(not_at_start()) > 60
    assert len(not_at_end()) > 50

    for mark in not_at_start():
        text = f"{HAN[:9]}{mark}{HAN[9:18]}"
        assert all(below[0] != mark for _, below in begins_and_ends(text)), mark
    for mark in not_at_end():
        text = f"{HAN[:9]}{mark}5{HAN[9:18]}"
        assert all(above[-1] != mark for above, _ in begins_and_ends(text)), mark


@pytest.mark.parametrize("mark", "—―…⋯")
def test_dash_or_ellipsis_of_two_runs_is_not_divided(mark: str) -> None:
    for before in range(1, 9):
        runs = (Run(HAN[:before] + mark, Face.BODY), Run(mark + HAN, Face.HEI))
        atoms = atomizer().atoms(runs, "")
        for line in break_lines(atoms, Measure(6_000, 6_000)):
            assert line.start != before + 1


@pytest.mark.parametrize("blank", BLANKS)
def test_blank_keeps_its_width_within_a_line_and_begins_none(blank: str) -> None:
    within = atoms_of(f"甲{blank}{blank}乙")
    begins = [below[0] for _, below in begins_and_ends(f"{HAN[:8]}{blank}{blank}{HAN[8:20]}")]

    assert sum(atom.width for atom in within) > 2_000
    assert not any(one.isspace() for one in begins)


def test_two_blanks_of_full_width_keep_the_pitch() -> None:
    atoms = atoms_of("\u3000\u3000字")

    assert [(atom.kind, atom.width) for atom in atoms[:2]] == [(Kind.SPACE, 1000.0)] * 2


def test_thirty_one_characters_fill_a_line_of_the_grid() -> None:
    pitch = 1000 + 18.9

    lines = broken("字" * 62, Measure(31 * pitch - 18.9, 31 * pitch - 18.9, 18.9))

    assert [len(line) for line in lines] == [31, 31]


def test_mark_at_the_end_is_squeezed_in() -> None:
    assert broken("一二三四。五六七八九十", Measure(4_600, 4_600))[0] == "一二三四。"


def test_comma_hangs_where_squeezing_does_not_help() -> None:
    measure = Measure(4_000, 4_000, hang=True)

    assert broken("一二三四，五六七八九", measure)[0] == "一二三四，"


def test_last_character_goes_down_with_its_mark_in_a_form() -> None:
    assert broken("一二三四，五六七八九", Measure(4_000, 4_000))[:2] == ["一二三", "四，五六"]


def test_short_last_line_is_taken_in() -> None:
    """A last line of one character and its stop is squeezed into the line before (5.1.11)."""
    assert broken("一、二、三、四。", Measure(7_000, 7_000)) == ["一、二、三、四。"]


def test_forced_break_ends_a_line_and_keeps_empty_ones() -> None:
    assert broken("一\n\n二\n", Measure(9_000, 9_000)) == ["一", "", "二"]


def test_overlong_word_is_cut_to_the_line() -> None:
    atoms = [part for atom in atoms_of("x" * 500) for part in atomizer().cut(atom, 4_000)]

    assert "".join(atom.text for atom in atoms) == "x" * 500
    assert all(atom.width <= 4_000 for atom in atoms)
    assert len(break_lines(atoms, Measure(4_000, 4_000))) > 50


@pytest.mark.parametrize("width_pt", [60, 75, 88, 300])
@pytest.mark.parametrize(
    "text",
    [
        "（internationalization）办法",
        "《Convention》第12条",
        "“Certificate”，“Registration”。",
        f"甲（{'https://www.example.cn/abc' * 5}）乙",
        f"甲（{'２０２５' * 12}）乙",
        f"甲（{'…' * 70}）乙",
    ],
)
def test_narrow_column_cuts_a_word_before_it_misplaces_a_mark(text: str, width_pt: float) -> None:
    block = lay_out(atomizer(), (Run(text),), style=FORM_LABEL, width_pt=width_pt)

    lines = ["".join(one.text for one in block.atoms[at.start : at.end]) for at in block.lines]
    assert "".join(lines) == text
    assert not any(line[0] in "）》”，。" or line[-1] in "（《“" for line in lines)
    assert all(line.natural <= line.room + line.squeeze + 0.1 for line in block.lines)


def test_word_that_fits_is_cut_only_where_nothing_else_helps() -> None:
    block = lay_out(atomizer(), (Run("甲Convention乙"),), style=FORM_LABEL, width_pt=66)

    assert len(block.lines) == 3


def test_tibetan_line_ends_after_a_syllable() -> None:
    lines = broken("བཀྲ་ཤིས་བདེ་ལེགས།" * 20, Measure(9_000, 9_000))

    assert len(lines) > 5
    assert all(line.endswith(("་", "།")) for line in lines)


def test_variation_selector_and_mark_stay_with_their_character() -> None:
    kept = [atom.text for atom in atoms_of("葛\U000e0100城é\u200b中")]

    assert kept == ["葛\U000e0100", "城", "é\u200b", "中"]


def test_right_to_left_stretch_takes_in_numbers_and_ends_at_chinese() -> None:
    atoms = atoms_of("在ئۇيغۇر تىلى 2025-يىل，是")

    stretch = atoms[1 : right_to_left_end(atoms, 1)]

    assert [atom.text for atom in stretch] == ["ئۇيغۇر", " ", "تىلى", " ", "2025", "-", "يىل"]


def test_blank_between_two_marks_is_halved() -> None:
    alone = {atom.text: atom.width for atom in atoms_of("说：上“下”、。")}
    met = [(atom.text, atom.width) for atom in atoms_of("说：“上”“下”。")]

    assert alone["："] > 900
    assert [text for text, width in met if width < 600] == ["：", "”", "”"]


def test_number_stays_with_the_bracket_before_it() -> None:
    """A paper's number reads 〔2025〕7号; its 7 does not begin a line."""
    lines = broken("一二三四五六七〔2025〕7号", Measure(10_100, 10_100))

    assert lines == ["一二三四五六七", "〔2025〕7号"]


def test_substitute_is_made_bolder_among_bold_characters() -> None:
    def weights(face: Face) -> list[float]:
        atoms = atomizer().atoms((Run("陶𬤇", face),), "")
        return [atom.pieces[0].weight for atom in atoms]

    assert weights(Face.BODY) == [0, 0]
    assert weights(Face.HEI)[0] == 0
    assert weights(Face.HEI)[1] > 0


def test_word_is_set_in_one_font() -> None:
    """é is not in 仿宋: the whole word goes to the font that has it."""
    (word,) = (atom for atom in atoms_of("在Café里") if atom.kind is Kind.WORD)

    assert len(word.pieces) == 1
