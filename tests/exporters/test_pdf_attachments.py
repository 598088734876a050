"""A PDF/A-3 carries other files, which come out again as they were put in."""

import io
import json
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import page
import pikepdf
import pytest

from exporters.document import Attachment, Document, Relation
from exporters.export import PdfOptions, export, write_paper
from tests.exporters import docx_files
from tests.exporters.documents import usual
from tests.exporters.meetings import MADE_AT, papers
from tests.exporters.pdf_audit import audit
from tests.exporters.pdf_files import written

SAMPLES = Path(__file__).parents[2] / "resources/samples"
JSON = SAMPLES / "s02-joint.json"
BEIJING = timezone(timedelta(hours=8))


def attachment(name: str = "联席会议案卷.json", **fields: object) -> Attachment:
    content = JSON.read_bytes()
    made = Attachment(name, "application/json", content, Relation.DATA, MADE_AT, "会议案卷")
    return replace(made, **fields)  # type: ignore[arg-type] # fields of the attachment


def carrying(*attachments: Attachment) -> Document:
    return replace(usual(2), attachments=attachments)


def docx(paper: Document) -> Attachment:
    return attachment(
        "联席会议记录𬤇.docx",
        media_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        content=docx_files.written(paper),
        relation=Relation.SOURCE,
        modified_at=datetime(2026, 1, 2, 11, 4, tzinfo=BEIJING),
    )


@pytest.mark.parametrize("profile", ["3a", "ua1"])
def test_validator_finds_no_fault_in_a_paper_that_carries_files(profile: str) -> None:
    made = written(carrying(docx(usual(2)), attachment()))

    report = page.validate_pdf_bytes(made, profile=profile)

    assert [failure.message for failure in report.failures] == []
    assert report.is_compliant


def test_validator_refuses_files_in_a_pdf_that_says_it_is_of_part_2() -> None:
    """The validator really looks: silence means soundness."""
    made = written(carrying(attachment()))
    part = b"<pdfaid:part>%d</pdfaid:part>"

    changed = made.replace(part % 3, part % 2)

    assert changed != made
    assert not page.validate_pdf_bytes(changed, profile="2a").is_compliant


def test_own_audit_finds_no_fault() -> None:
    assert audit(written(carrying(docx(usual(2)), attachment()))) == set()


def test_files_come_out_as_they_were_put_in() -> None:
    source = docx(usual(2))

    with pikepdf.open(io.BytesIO(written(carrying(source, attachment())))) as file:
        held = [file.attachments[key] for key in sorted(file.attachments)]
        found = [(one.filename, one.get_file().read_bytes()) for one in held]

    assert found == [(source.name, source.content), ("联席会议案卷.json", JSON.read_bytes())]


def test_each_file_is_told_apart_dated_and_related_to_the_paper() -> None:
    with pikepdf.open(io.BytesIO(written(carrying(docx(usual(2)), attachment())))) as file:
        source, data = file.Root.AF

        assert (str(source.F), str(source.UF)) == ("attachment-1.docx", "联席会议记录𬤇.docx")
        assert (str(data.F), str(data.Desc)) == ("attachment-2.json", "会议案卷")
        assert [str(one.AFRelationship) for one in (source, data)] == ["/Source", "/Data"]
        assert data.EF.F.Subtype == "/application/json"
        assert str(source.EF.F.Params.ModDate) == "D:20260102110400+08'00'"
        assert int(data.EF.F.Params.Size) == JSON.stat().st_size


def test_media_type_is_escaped_in_the_file() -> None:
    """A solidus begins another name there."""
    made = written(carrying(attachment(media_type="image/svg+xml")))

    assert b"/Subtype /image#2Fsvg#2Bxml" in made


def test_suffix_of_another_script_stands_in_the_other_name_alone() -> None:
    with pikepdf.open(io.BytesIO(written(carrying(attachment("案.卷宗"))))) as file:
        (found,) = file.Root.AF

        assert (str(found.F), str(found.UF)) == ("attachment-1", "案.卷宗")


@pytest.mark.parametrize("name", ["", "..", "a/b", "a\\b", "c:d", "a\nb", "\0"])
def test_what_is_no_name_of_a_file_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="no name"):
        attachment(name)


@pytest.mark.parametrize("media_type", ["", "json", "a/b/c", "text/甲", "text/plain; x", "a/b\n"])
def test_what_is_no_media_type_is_refused(media_type: str) -> None:
    with pytest.raises(ValueError, match="no media type"):
        attachment(media_type=media_type)


def test_same_files_give_the_same_bytes_and_others_another_identity() -> None:
    one, other = carrying(attachment()), carrying(attachment(content=b"{}"))

    assert written(one) == written(one)
    assert identity(one) != identity(other)


def identity(paper: Document) -> bytes:
    with pikepdf.open(io.BytesIO(written(paper))) as file:
        return bytes(file.trailer.ID[0])


def test_plain_paper_stays_a_pdf_of_part_2() -> None:
    made = written(usual(1))

    assert b"<pdfaid:part>2</pdfaid:part>" in made
    assert b"/AF" not in made


def test_docx_leaves_files_out() -> None:
    assert docx_files.written(carrying(attachment())) == docx_files.written(usual(2))


def test_export_puts_the_docx_and_the_case_file_in(tmp_path: Path) -> None:
    told = papers(JSON)
    options = PdfOptions(with_docx=True, attachments=(attachment(),))

    result = export(
        told,
        kinds=("record", "handler_note"),
        formats=("docx", "pdf"),
        folder=tmp_path,
        signers=(),
        made_at=MADE_AT,
        pdf=options,
    )

    for word, pdf in zip(result.files[::2], result.files[1::2], strict=True):
        assert page.validate_pdf_bytes(pdf.read_bytes(), profile="3a").is_compliant
        with pikepdf.open(pdf) as file:
            source, data = (file.attachments[key] for key in sorted(file.attachments))
            assert source.get_file().read_bytes() == word.read_bytes()
            assert source.filename == word.name.replace("_v1", "")
            assert data.get_file().read_bytes() == JSON.read_bytes()


def test_one_paper_is_written_as_the_export_writes_it(tmp_path: Path) -> None:
    told, stream = papers(JSON), io.BytesIO()
    options = PdfOptions(with_docx=True, attachments=(attachment(),))

    result = export(
        told,
        kinds=("record",),
        formats=("pdf",),
        folder=tmp_path,
        signers=(),
        made_at=MADE_AT,
        pdf=options,
    )
    write_paper(
        told, stream, kind="record", format_="pdf", signers=(), made_at=MADE_AT, pdf=options
    )

    assert result.files[0].read_bytes() == stream.getvalue()


def test_case_file_that_was_attached_can_be_read_again() -> None:
    with pikepdf.open(io.BytesIO(written(carrying(attachment())))) as file:
        (held,) = file.attachments.values()

        assert json.loads(held.get_file().read_bytes())["kind"]
