"""What an administrator enters about state secrets: the only road to a level on a paper."""

from pathlib import Path

import pytest

from models.database import Database
from models.file_faults import SecrecyBroken
from models.office_secrecy import OfficeSecrecy, read_office_secrecy
from models.operations.case_files import import_documents
from models.papers import MeetingPapers
from models.paths import secrecy_file
from models.profile_toml import MAX_BYTES
from models.queries import meeting_papers
from models.secrecy import SecrecyFault, SecrecyFinding, SecrecyMark
from tests.models.case_files import small
from ui.languages import LANGUAGES
from ui.messages import error_text, secrecy_text

NUMBER = "青检刑诉〔2026〕8号"

COMPUTER = """\
[computer]
by = "保密办 何青"
at = 2026-01-05
basis = "涉密信息设备登记表第3号"
"""

ENTRY = f"""\
[case."{NUMBER}"]
level = "秘密"
months = 120
circle = "承办检察官、分管副检察长"
basis = "派生自州公安局〔2026〕机字第1号"
responsible = "罗承砚"
entered_by = "管理员"
entered_at = 2026-01-06
"""


def _entered(folder: Path, content: str | bytes) -> OfficeSecrecy:
    database = folder / "lianxi.db"
    data = content if isinstance(content, bytes) else content.encode()
    secrecy_file(database).write_bytes(data)
    return read_office_secrecy(database)


def _papers(
    database: Database, secrecy: OfficeSecrecy, *, state_secret: object = True, work: bool = False
) -> MeetingPapers:
    secret = {"state_secret": state_secret, "work_secret": work}
    document = small() | {"case": {"name": "周某案", "case_no": NUMBER, "secrecy": secret}}
    with database.write() as session:
        (taken,) = import_documents(session, [("周某案.json", document)])
    with database.read() as session:
        return meeting_papers(session, taken.id, secrecy=secrecy)


def test_without_a_file_nothing_is_confirmed(tmp_path: Path) -> None:
    assert read_office_secrecy(tmp_path / "lianxi.db") == OfficeSecrecy()


def test_a_confirmed_computer_and_an_entry_give_the_mark(
    database: Database, tmp_path: Path
) -> None:
    papers = _papers(database, _entered(tmp_path, COMPUTER + ENTRY))

    assert papers.secrecy == SecrecyMark("秘密★10年", state_secret=True)
    assert papers.secrecy_findings == ()


@pytest.mark.parametrize("content", ["", ENTRY, COMPUTER.replace("by = ", "# by = ") + ENTRY])
def test_on_a_computer_that_is_not_confirmed_there_is_no_mark_but_a_finding(
    database: Database, tmp_path: Path, content: str
) -> None:
    papers = _papers(database, _entered(tmp_path, content))

    assert papers.secrecy is None
    assert [one.fault for one in papers.secrecy_findings] == [SecrecyFault.NOT_ON_THIS_COMPUTER]


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (COMPUTER, SecrecyFault.NOT_ENTERED),
        (COMPUTER + ENTRY.replace("8号", "9号"), SecrecyFault.NOT_ENTERED),
        (COMPUTER + ENTRY.replace("120", "121"), SecrecyFault.TERM_TOO_LONG),
        (COMPUTER + ENTRY.replace("120", "0"), SecrecyFault.FIELD_MISSING),
    ],
)
def test_what_was_not_entered_lawfully_marks_nothing(
    database: Database, tmp_path: Path, content: str, fault: SecrecyFault
) -> None:
    papers = _papers(database, _entered(tmp_path, content))

    assert papers.secrecy is None
    assert [one.fault for one in papers.secrecy_findings] == [fault]


@pytest.mark.parametrize(
    ("content", "words"),
    [("", "内部资料·注意保管"), ('work_secret_words = "工作秘密"', "工作秘密")],
)
def test_a_work_secret_bears_the_words_of_the_office(
    database: Database, tmp_path: Path, content: str, words: str
) -> None:
    papers = _papers(database, _entered(tmp_path, content), state_secret=False, work=True)

    assert papers.secrecy == SecrecyMark(words)


@pytest.mark.parametrize(
    ("content", "reason", "line"),
    [
        (b"\xff\xfe", "not_utf8", 1),
        ("a" * (MAX_BYTES + 1), "too_large", 0),
        ("[computer", "syntax_unclosed", 1),
        ("secret = 1", "unknown_key", 1),
        ('computer = "x"', "not_a_table", 1),
        (COMPUTER.replace("2026-01-05", '"2026-01-05"'), "not_a_date", 3),
        (COMPUTER.replace("at = 2026-01-05\n", ""), "missing_key", 1),
        (COMPUTER + ENTRY.replace('"秘密"', '"内部"'), "not_listed", 6),
        (COMPUTER + ENTRY.replace("120", "-1"), "bad_number", 7),
        (COMPUTER + ENTRY.replace("120", "true"), "bad_number", 7),
        (COMPUTER + ENTRY + "mark = 1\n", "unknown_key", 13),
        (COMPUTER + ENTRY.replace('"罗承砚"', '" "'), "empty_text", 10),
        ('work_secret_words = "秘密★10年"', "not_listed", 1),
    ],
)
def test_a_faulty_file_is_told_with_its_place_and_counts_as_none(
    tmp_path: Path, content: str | bytes, reason: str, line: int
) -> None:
    entered = _entered(tmp_path, content)

    assert isinstance(entered.fault, SecrecyBroken)
    assert (entered.fault.reason, entered.fault.line) == (reason, line)
    assert entered == OfficeSecrecy(fault=entered.fault)
    for language in LANGUAGES:
        assert "secrecy.toml" in error_text(entered.fault, language)
        assert "{" not in error_text(entered.fault, language)


def test_what_is_no_file_is_told_and_confirms_nothing(tmp_path: Path) -> None:
    secrecy_file(tmp_path / "lianxi.db").mkdir()

    entered = read_office_secrecy(tmp_path / "lianxi.db")

    assert entered.fault is not None
    assert not entered.rules.confirmed


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_finding_cites_the_law_and_names_the_case(
    database: Database, tmp_path: Path, language: str
) -> None:
    papers = _papers(database, _entered(tmp_path, ""))

    (finding,) = papers.secrecy_findings
    text = secrecy_text(finding, papers.meeting.cases, language)
    assert "周某案" in text
    assert "保守国家秘密法" in text
    assert ("第三十一条" if language == "zh_CN" else "art. 31") in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fault_has_its_words(language: str) -> None:
    for fault in SecrecyFault:
        assert secrecy_text(SecrecyFinding(fault, "c1", "《法》", "level"), (), language)
