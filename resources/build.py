"""Make what is built from the sources of the resources: compiled translations.

Run in set-up and before packaging: ``python resources/build.py``. With ``--update`` it first takes
the texts of the window into the translation sources. Without the compiled files the program runs
in Chinese.
"""

import argparse
import subprocess
from pathlib import Path

import PySide6

ROOT = Path(__file__).resolve().parent.parent
TRANSLATIONS = ROOT / "resources" / "i18n"
QT_TOOLS = Path(PySide6.__file__).resolve().parent


def sources() -> list[Path]:
    """Return the files that hold texts of the window."""
    return sorted((ROOT / "ui").rglob("*.py"))


def update(target: Path, template: Path) -> None:
    """Write the translation source ``target``: the texts of now, translated as in ``template``."""
    target.write_bytes(template.read_bytes())
    files = [str(file) for file in sources()]
    options = ["-no-obsolete", "-locations", "none", "-source-language", "zh_CN"]
    _run("lupdate", *options, *files, "-ts", str(target))


def compile_all(folder: Path = TRANSLATIONS) -> list[Path]:
    """Compile every translation source; return the files made."""
    made = []
    for source in sorted(TRANSLATIONS.glob("app_*.ts")):
        target = folder / source.with_suffix(".qm").name
        _run("lrelease", "-silent", str(source), "-qm", str(target))
        made.append(target)
    return made


def _run(tool: str, *arguments: str) -> None:
    """Run a tool that comes with PySide6."""
    program = next(file for file in QT_TOOLS.glob(f"{tool}*") if file.stem == tool)
    # Qt's own tools, with arguments of our own.
    subprocess.run([str(program), *arguments], check=True, capture_output=True)  # noqa: S603


def main() -> None:
    """Update the translation sources if asked, and compile them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--update", action="store_true", help="take in the texts of the window")
    if parser.parse_args().update:
        for source in TRANSLATIONS.glob("app_*.ts"):
            update(source, source)
    for made in compile_all():
        print(made.relative_to(ROOT))


if __name__ == "__main__":
    main()
