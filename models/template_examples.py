"""Example templates: what can be changed in each kind of paper, explained in the file itself.

Every change is commented out and holds the program's own words, so that an example alone changes
nothing and an office takes only what it means to change.
"""

import json
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from models.changeable import ChangeableKind, ChangeableWords, changeable_kinds
from models.errors import ExportFailed, FolderUnwritable, reason_of
from models.files import discard, part_of, publish

SOURCE = "示例，未经核定"

_ABOUT = """\
# {name}的模板示例。保存编码须为 UTF-8。
# 用法：把本文件复制到数据文件夹下的 templates 文件夹，改好后保存；下一次预览、导出即采用。
# 行首的“#”表示这一行不起作用；要更改哪一项，就去掉它前面的“#”，改引号中的文字。
# 没有写的项目使用程序自带的文字。声明、必备栏目和页码等不能更改，写了也不会采用，并会提示。
# 花括号中是占位符，由程序填入内容，例如 {{time}}；除注明可以省略的以外，都要保留。
# 文字要经过用语审查：表明会议作出决议、归纳倾向等的文字不能采用。

# 文书种类，不能更改
kind = {kind}

# 这些文字由谁、何时核定
source = {source}

# 备注，可以不写
#note = "……"

# 只用于主办检察院是它的会议；更改版头时必须写明
#host = "××市人民检察院"
"""

_LETTERHEAD = {
    "office": ("版头或者标题上方的单位名称，最多40字", "××市人民检察院"),
    "number_prefix": ("文号中“〔”之前的代字，会议编号的年份和序号不变", "×检函"),
    "contact": ("联系人，最多40字", "×××"),
    "phone": ("联系电话，最多60字", "××××-×××××××"),
}


def write_examples(folder: Path) -> tuple[Path, ...]:
    """Write an example for every kind that can be changed; return those written.

    A file that is there stays as it is. Raises FolderUnwritable, ExportFailed.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FolderUnwritable(folder, reason_of(error)) from error
    files = ((folder / f"{kind.id}.toml", example(kind)) for kind in changeable_kinds().values())
    return tuple(file for file, text in files if _written(file, text))


def example(kind: ChangeableKind) -> str:
    """Return an example for one kind."""
    return "\n".join(_parts(kind))


def _parts(kind: ChangeableKind) -> Iterator[str]:
    yield _ABOUT.format(name=kind.name, kind=_quoted(kind.id), source=_quoted(SOURCE))
    if kind.title:
        yield f"# 文书标题，最多60字\n#title = {_quoted(kind.title)}\n"
    if kind.letterhead:
        yield "# 版头和联系方式\n[letterhead]"
        for key in kind.letterhead:
            about, value = _LETTERHEAD[key]
            yield f"# {about}\n#{key} = {_quoted(value)}"
        yield ""
    if kind.words:
        yield "# 正文中可以更改的文字，标题最多60字，其他最多600字\n[words]"
        for name, words in kind.words.items():
            yield f"# {_explained(words)}\n#{_key(name)} = {_quoted(words.own)}"
        yield ""


def _explained(words: ChangeableWords) -> str:
    held = "、".join(
        f"{{{name}}}（可以省略）" if name in words.may_omit else f"{{{name}}}"
        for name in words.placeholders
    )
    return f"{words.about}；占位符：{held}" if held else words.about


def _key(name: str) -> str:
    return name if name.replace("_", "").isalnum() else _quoted(name)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)  # a basic string of TOML is written the same


def _written(file: Path, text: str) -> bool:
    part = part_of(file)
    try:
        part.write_text(text, encoding="utf-8", newline="\n")
        with suppress(FileExistsError):
            publish(part, file)
            return True
    except OSError as error:
        raise ExportFailed(file, reason_of(error)) from error
    finally:
        discard(part)
    return False
