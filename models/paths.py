"""Where the program keeps its own files; nothing here is created by asking for it."""

from pathlib import Path

APP_NAME = "Lianxi"


DATABASE_NAME = "lianxi.db"
"""The name of a database in a folder that was chosen for the data."""


def data_folder() -> Path:
    """Return the user's data folder of this program."""
    import platformdirs  # only needed when no database is named

    return Path(platformdirs.user_data_dir(APP_NAME, appauthor=False))


def default_database() -> Path:
    """Return the database that is used when none is named."""
    return data_folder() / DATABASE_NAME


def backup_folder(database: Path) -> Path:
    """Return the folder for backup copies of a database."""
    return database.parent / "backups"


def profile_folder(database: Path) -> Path:
    """Return the folder of the office's own profiles."""
    return database.parent / "profiles"


def template_folder(database: Path) -> Path:
    """Return the folder of the office's own templates for papers."""
    return database.parent / "templates"


def secrecy_file(database: Path) -> Path:
    """Return the administrator's file about state secrets."""
    return database.parent / "secrecy.toml"


def log_folder(database: Path) -> Path:
    """Return the folder for reports of unexpected ends; each database has its own."""
    return database.parent / "logs" / database.name
