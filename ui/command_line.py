"""The program's second face: the command line, for archives, scripts and tests. No Qt.

Results go to stdout, words to stderr. Returns 0, 1 if refused with the reason, 2 for wrong usage.
How to add a command: a function here and a parser for it in ``_parser``.
"""

import argparse
import dataclasses
import io
import json
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import resources
from exporters.dossier.archive import archive
from exporters.export import export
from exporters.registry import FORMATS, KINDS, kinds_due
from exporters.text import Replacement, visible
from models.attachment_store import stored_file
from models.authored import Finding
from models.database import Database, database_exists, open_database
from models.errors import MeetingNotFound, WordingStops
from models.office_secrecy import OfficeSecrecy, read_office_secrecy
from models.operations.case_files import import_documents, read_case_files
from models.own_words import Templates
from models.papers import MeetingPapers
from models.paths import default_database, profile_folder, template_folder
from models.profiles import (
    Profiles,
    load_profiles,
    paper_rules_of,
    read_profiles,
    signers_of,
)
from models.queries import meeting_document, meeting_papers, meeting_rows
from models.sheets import wording_findings
from models.snapshot import AttachmentView, MeetingRow
from models.template_examples import write_examples
from models.templates import read_templates
from models.version import VERSION
from models.wording import Verdict, check, guarding_profile, read_wording_cases
from ui.languages import system_language
from ui.messages import (
    command_text,
    error_text,
    fault_line,
    finding_text,
    missing_text,
    secrecy_text,
)
from ui.terminal import carried_out, say, speak_utf8
from ui.verify_command import check as check_dossier

SAMPLE = "samples/s01-joint.json"


def run(arguments: Sequence[str]) -> int:
    """Run one command; return the exit status."""
    speak_utf8()
    options = _parser(system_language()).parse_args(arguments)
    if options.database is None and options.command is not _demo:
        options.database = default_database()
    command: Callable[[argparse.Namespace], int | None] = options.command
    return carried_out(lambda: command(options))


def _import(options: argparse.Namespace) -> None:
    documents = read_case_files(options.files, _profiles(options.database))
    with _opened(options.database) as database, database.write() as session:
        imported = import_documents(session, documents, as_copy=options.copy)
    for meeting in imported:
        print(meeting.id, _one_line(meeting.number), sep="\t")


def _list(options: argparse.Namespace) -> None:
    rows: tuple[MeetingRow, ...] = ()
    if database_exists(options.database):
        with _opened(options.database) as database, database.read() as session:
            rows = meeting_rows(session)
    else:
        say("no_database", file=options.database)
    if options.json:
        print(json.dumps([dataclasses.asdict(row) for row in rows], ensure_ascii=False, indent=1))
        return
    for row in rows:
        print(row.id, _one_line(row.number), row.state, _one_line(row.title), sep="\t")


def _show(options: argparse.Namespace) -> None:
    with _existing(options) as database, database.read() as session:
        document = meeting_document(session, options.id)
    print(json.dumps(document, ensure_ascii=False, indent=1))


def _export(options: argparse.Namespace) -> None:
    with _existing(options) as database:
        templates = _templates(options.database)
        _export_meeting(database, options, options.id, _profiles(options.database), templates)


def _demo(options: argparse.Namespace) -> None:
    profiles = load_profiles(())
    documents = read_case_files([resources.path(SAMPLE)], profiles)
    with tempfile.TemporaryDirectory(prefix="lianxi-") as folder:
        path = options.database or Path(folder) / "demo.db"
        with _opened(path) as database:
            with database.write() as session:
                imported = import_documents(session, documents, as_copy=True)
            _export_meeting(database, options, imported[0].id, profiles, ())


def _export_meeting(
    database: Database,
    options: argparse.Namespace,
    meeting_id: str,
    profiles: Profiles,
    templates: Templates,
) -> None:
    secrecy = _secrecy(database.path)
    with database.read() as session:
        papers = meeting_papers(session, meeting_id, profiles, secrecy)
        found = wording_findings(session, papers.meeting, profiles)
    _refuse_wording(found)
    kinds = kinds_due(papers) if options.kind == "all" else (options.kind,)
    result = export(
        papers,
        kinds=kinds,
        formats=options.format,
        folder=options.out,
        signers=signers_of(papers.meeting, profiles),
        rules=paper_rules_of(papers.meeting, profiles),
        templates=templates,
    )
    for file in result.files:
        print(file)
    _tell(papers, found, result.replacements, result.edited)


def _archive(options: argparse.Namespace) -> None:
    profiles = _profiles(options.database)
    with _existing(options) as database:
        secrecy = _secrecy(database.path)
        with database.read() as session:
            papers = meeting_papers(session, options.id, profiles, secrecy)
            document = meeting_document(session, options.id)
            found = wording_findings(session, papers.meeting, profiles)
        _refuse_wording(found)

        def opened(one: AttachmentView) -> BinaryIO:
            with database.read() as session:
                return io.BytesIO(stored_file(session, options.id, one.id).data)

        result = archive(
            papers,
            options.out,
            case_file=document,
            opened=opened,
            signers=signers_of(papers.meeting, profiles),
            rules=paper_rules_of(papers.meeting, profiles),
            templates=_templates(options.database),
            zipped=options.zip,
            sm3=options.sm3,
            incomplete=options.incomplete,
            duplicate=options.duplicate,
        )
    print(result.path, result.digest, sep="\t")
    say("whole_digest", digest=result.digest)
    for gap in result.missing:
        say("lacks", gap=missing_text(gap, system_language()))
    _tell(papers, found, result.replacements, result.edited)


def _verify(options: argparse.Namespace) -> int:
    return check_dossier(options.path)


def _refuse_wording(found: Iterable[Finding]) -> None:
    stopping = tuple(one for one in found if one.stops)
    if stopping:
        raise WordingStops(stopping)


def _tell(
    papers: MeetingPapers,
    found: Iterable[Finding],
    replacements: Iterable[Replacement],
    edited: Iterable[Path],
) -> None:
    """Tell what papers bear, or do not bear, that somebody should look at."""
    for one_secrecy in papers.secrecy_findings:
        text = secrecy_text(one_secrecy, papers.meeting.cases, system_language())
        print(text, file=sys.stderr)
    for one in found:
        print(finding_text(one, system_language()), file=sys.stderr)
    for replaced in replacements:
        say(
            "made_visible",
            place=replaced.place,
            count=replaced.count,
            code_point=f"U+{replaced.code_point:04X}",
        )
    for file in edited:
        say("edited_earlier", file=visible(str(file)).text)


def _list_templates(options: argparse.Namespace) -> None:
    if options.write is not None:
        for file in write_examples(options.write):
            print(file)
        return
    for one in _templates(options.database):
        print(one.kind, _one_line(one.host), one.file, one.digest, sep="\t")


def _check_wording(options: argparse.Namespace) -> None:
    profiles = _profiles(options.database)
    for case in read_wording_cases(options.file):
        profile = guarding_profile(options.profile or case.profile, profiles)
        print(_as_json(check(case.text, field=case.field, profile=profile)))


def _as_json(verdict: Verdict) -> str:
    """Return a verdict on one line; with escapes where it quotes half a surrogate pair."""
    names = ("start", "end", "text", "rule", "suggestion")
    matches = [{name: getattr(match, name) for name in names} for match in verdict.matches]
    found = {"verdict": verdict.severity, "matches": matches}
    line = json.dumps(found, ensure_ascii=False)
    return json.dumps(found) if any("\ud800" <= mark <= "\udfff" for mark in line) else line


def _one_line(text: str | None) -> str:
    return " ".join((text or "").split())


@contextmanager
def _opened(path: Path) -> Iterator[Database]:
    database = open_database(path)
    try:
        yield database
    finally:
        database.close()


@contextmanager
def _existing(options: argparse.Namespace) -> Iterator[Database]:
    """Open the database to read from; one that does not exist has no meetings and is not made."""
    if not database_exists(options.database):
        say("no_database", file=options.database)
        raise MeetingNotFound(options.id)
    with _opened(options.database) as database:
        yield database


def _profiles(database: Path) -> Profiles:
    """Return the sound profiles; a faulty file is told and holds nothing up."""
    installed = read_profiles([profile_folder(database)])
    for fault in installed.faults:
        print(error_text(fault, system_language()), file=sys.stderr)
    return installed.profiles


def _templates(database: Path) -> Templates:
    """Return the sound templates; faults and doubts are told and hold nothing up."""
    installed = read_templates(template_folder(database))
    language = system_language()
    for fault in installed.faults:
        print(error_text(fault, language), file=sys.stderr)
    for doubt in installed.warnings:
        print(fault_line(doubt, language), file=sys.stderr)
    return installed.templates


def _secrecy(database: Path) -> OfficeSecrecy:
    """Return what the administrator entered; a fault of that file is told."""
    entered = read_office_secrecy(database)
    if entered.fault is not None:
        print(error_text(entered.fault, system_language()), file=sys.stderr)
    return entered


def _parser(language: str) -> argparse.ArgumentParser:
    def text(key: str) -> str:
        return command_text(key, language, kinds=", ".join(KINDS), formats=", ".join(FORMATS))

    parser = argparse.ArgumentParser(
        prog="main.py", description=text("description"), epilog=text("exit"), add_help=False
    )
    general = parser.add_argument_group(text("options"))
    general.add_argument("-h", "--help", action="help", help=text("help"))
    general.add_argument("--version", action="version", version=VERSION, help=text("version"))
    commands = parser.add_subparsers(title=text("commands"), metavar="COMMAND", required=True)

    def command(
        name: str, function: Callable[[argparse.Namespace], int | None]
    ) -> argparse._ArgumentGroup:
        added = commands.add_parser(
            name, help=text(name), description=text(name), add_help=False, allow_abbrev=False
        )
        added.set_defaults(command=function)
        own = added.add_argument_group(text("options"))
        own.add_argument("-h", "--help", action="help", help=text("help"))
        own.add_argument("--database", type=Path, metavar="FILE", help=text("database"))
        return own

    importing = command("import", _import)
    importing.add_argument("files", nargs="+", type=Path, metavar="FILE", help=text("files"))
    importing.add_argument("--copy", action="store_true", help=text("copy"))

    listing = command("list", _list)
    listing.add_argument("--json", action="store_true", help=text("list_json"))

    showing = command("show", _show)
    showing.add_argument("id", metavar="ID", help=text("id"))
    showing.add_argument("--json", action="store_true", help=text("show_json"))

    checking = command("check-wording", _check_wording)
    checking.add_argument("file", type=Path, metavar="FILE", help=text("wording_file"))
    checking.add_argument("--profile", metavar="PROFILE", help=text("wording_profile"))

    templates = command("templates", _list_templates)
    templates.add_argument("--write", type=Path, metavar="DIR", help=text("templates_write"))
    archiving = command("archive", _archive)
    archiving.add_argument("id", metavar="ID", help=text("id"))
    archiving.add_argument(
        "--out", type=Path, required=True, metavar="DIR", help=text("archive_out")
    )
    for name in ("zip", "sm3", "incomplete", "duplicate"):
        archiving.add_argument(f"--{name}", action="store_true", help=text(f"archive_{name}"))

    verifying = command("verify", _verify)
    verifying.add_argument("path", type=Path, metavar="PATH", help=text("verify_path"))

    exporting = command("export", _export)
    exporting.add_argument("id", metavar="ID", help=text("id"))
    demonstrating = command("demo", _demo)
    for added in (exporting, demonstrating):
        added.add_argument(
            "--kind", choices=(*KINDS, "all"), default="all", metavar="KIND", help=text("kind")
        )
        added.add_argument(
            "--format", type=_formats, default=tuple(FORMATS), help=text("format"), metavar="LIST"
        )
        added.add_argument("--out", type=Path, required=True, metavar="DIR", help=text("out"))
    return parser


def _formats(text: str) -> tuple[str, ...]:
    """Return the formats in a list separated by commas."""
    names = tuple(filter(None, (name.strip() for name in text.split(","))))
    unknown = [name for name in names if name not in FORMATS]
    if unknown or not names:
        raise argparse.ArgumentTypeError(f"{text!r} ({', '.join(FORMATS)})")
    return names
