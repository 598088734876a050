"""Every error and every fault has its words, in every language, in three parts."""

import errno
import inspect
import re
import tomllib
from dataclasses import fields, replace
from pathlib import Path

import pytest

import models.archive_errors
import models.errors
import models.file_faults
from models.archive_gaps import Missing, MissingKind
from models.authored import AUTHORED, Finding
from models.errors import (
    AppError,
    CaseFileRefused,
    Fault,
    FolderUnwritable,
    reason_of,
)
from models.file_faults import FileFault, ProfileBroken
from models.profiles import load_profiles
from models.signing_facts import Gap, GapKind
from models.states import STATES
from models.wording import check
from ui.forms.labels import _FIELDS
from ui.languages import LANGUAGES, system_language
from ui.messages import (
    error_parts,
    fault_text,
    finding_text,
    place_text,
    state_text,
)

ROOT = Path(__file__).parents[2]

FINDING = Finding(
    "case",
    "c1",
    "summary",
    check("会议决定起诉", field="摘要", profile=load_profiles(())["strict"]).matches[0],
    number=2,
)

ERRORS = [
    error
    for module in (models.errors, models.archive_errors, models.file_faults)
    for _, error in inspect.getmembers(module, inspect.isclass)
    if error.__module__ == module.__name__
    and issubclass(error, AppError)
    and error is not FileFault
]


def _catalogue(language: str) -> dict[str, dict[str, str]]:
    text = (ROOT / f"resources/i18n/messages_{language}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def _example(error: type[AppError]) -> AppError:
    values: dict[str, object] = {
        "faults": (Fault("records[0].at", "bad_time", {"value": "25:00"}),),
        "known": ("docx", "pdf"),
        "findings": (FINDING,),
        "values": {},
        "missing": (Missing(MissingKind.PAPER, "会议记录"),),
        "gaps": (Gap(GapKind.SPEAKER_UNKNOWN, "l1", number=7),),
    }
    names = [field.name for field in fields(error)]  # type: ignore[arg-type] # all are dataclasses
    return error(*(values.get(name, f"<{name}>") for name in names))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("error", ERRORS, ids=lambda error: error.__name__)
def test_an_error_says_what_happened_what_is_safe_and_what_to_do(
    error: type[AppError], language: str
) -> None:
    parts = error_parts(_example(error), language)

    assert all(parts)
    assert "{" not in "".join(parts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fault_code_in_the_source_has_its_words(language: str) -> None:
    source = "".join(
        file.read_text(encoding="utf-8") for file in (ROOT / "models/case_file").glob("*.py")
    )
    words = _catalogue(language)["fault"]
    codes = {code for code in words if code not in ("line", "whole")}

    assert {code for code in codes if f'"{code}"' not in source} == set()
    assert set(re.findall(r'refuse\("(\w+)"', source)) <= codes
    assert set(re.findall(r'Fault\(\s*[^,()]+, "(\w+)"', source)) <= codes


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fault_of_a_profile_has_its_words(language: str) -> None:
    files = [ROOT / "models" / name for name in ("profiles.py", "profile_toml.py")]
    source = "".join(file.read_text(encoding="utf-8") for file in files)
    codes = _catalogue(language)["profile_fault"].keys() - {"place", "place_line", "listed"}

    raised = set(re.findall(r'fault\(\s*"(\w+)"', source))
    raised |= set(re.findall(r'broken\(file, "(\w+)"', source))
    raised |= set(re.findall(r'"(syntax\w*)"', source))
    raised |= set(re.findall(r'return "(title_\w+)"', source))
    assert raised == codes


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fault_of_a_template_has_its_words(language: str) -> None:
    source = (ROOT / "models/templates.py").read_text(encoding="utf-8")
    catalogue = _catalogue(language)

    raised = set(re.findall(r'fault\(\s*"(\w+)"', source))
    raised |= set(re.findall(r'TemplateInvalid\(file, "(\w+)"', source))
    raised |= set(re.findall(r'"(wording_\w+)"', source))
    assert catalogue["template_fault"].keys() - {"too_large"} == raised


def test_what_a_profile_holds_cannot_reorder_its_fault() -> None:
    fault = ProfileBroken(Path("/x/own.toml"), "bad_id", 1, 6, {"value": "a\u202eb", "key": "id"})

    assert "\u202e" not in error_parts(fault, "zh_CN")[0]
    assert "第1行第6列" in error_parts(fault, "zh_CN")[0]
    assert "line 1, column 6" in error_parts(fault, "en")[0]


def test_reasons_of_the_system_are_told_in_the_users_language() -> None:
    full = FolderUnwritable(Path("/x"), reason_of(OSError(errno.ENOSPC, "No space left on device")))

    assert "磁盘已满" in error_parts(full, "zh_CN")[0]
    assert "the disk is full" in error_parts(full, "en")[0]
    assert "EXDEV" in error_parts(FolderUnwritable(Path("/x"), "EXDEV"), "en")[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_state_has_a_name(language: str) -> None:
    assert all(state_text(code, language) for code in STATES)


def test_the_languages_have_the_same_words_with_the_same_placeholders() -> None:
    def shape(table: dict[str, object]) -> dict[str, object]:
        return {
            key: shape(value) if isinstance(value, dict) else set(re.findall(r"{\w+}", str(value)))
            for key, value in table.items()
        }

    first, *others = (shape(dict(_catalogue(language))) for language in LANGUAGES)

    for other in others:
        assert other == first


def test_a_refusal_lists_each_fault_with_its_place() -> None:
    faults = (
        Fault("records[2].speaker", "speaker_unknown", {"name": "张三"}),
        Fault("", "not_json", {"line": "3", "column": "7"}),
        Fault("participants[0].no", "wrong_type", {"value": "x", "wanted": "text whole_number"}),
    )

    happened = error_parts(CaseFileRefused("案件.json", faults), "zh_CN")[0]

    for word in (
        "案件.json",
        "发言记录第3项的发言人（records[2].speaker）",
        "张三",
        "第3行第7列",
        "文字或者整数",
    ):
        assert word in happened
    assert "whole file" in fault_text(faults[1], "en")


@pytest.mark.parametrize(
    ("variable", "language"),
    [("en_GB.UTF-8", "en"), ("zh_CN.UTF-8", "zh_CN"), ("bo_CN", "zh_CN"), ("", "zh_CN")],
)
def test_the_language_follows_the_system(
    variable: str, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", variable)

    assert system_language() == language


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("participants[0].mode", "参会人员第1项的参会方式（participants[0].mode）"),
        ("title", "名称（title）"),
        ("x-own[1][2].y", "x-own第2项第3项的y（x-own[1][2].y）"),
        ("a key] x[y", "a key] x[y（a key] x[y）"),
        ("a\n[1", "a\n[1（a\n[1）"),
    ],
)
def test_a_place_is_told_in_words(path: str, words: str) -> None:
    assert place_text(path, "zh_CN") == words


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_guard_found_is_told_with_its_place(language: str) -> None:
    told = finding_text(FINDING, language)

    for words in ("会议决定", FINDING.match.reason, FINDING.match.suggestion):
        assert words in told
    place = {"zh_CN": "基本案情第2项：", "en": "Summary of facts, no. 2: "}
    assert told.startswith(place[language])


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_locked_is_told_as_exported_all_the_same(language: str) -> None:
    told = finding_text(replace(FINDING, open=False), language)

    assert "会议决定" in told
    assert FINDING.match.suggestion not in told


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_authored_field_has_the_name_of_its_form(language: str) -> None:
    names = _catalogue(language)["authored"]

    assert set(names) == {f"{group}.{field}" for group, field in AUTHORED}
    if language == "zh_CN":
        assert names == {f"{g}.{f}": str(_FIELDS[g, f]) for g, f in AUTHORED}
