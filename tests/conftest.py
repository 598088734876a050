"""What all tests share: Qt without a screen, a database of their own, the samples."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from models.database import Database, open_database
from models.profiles import Profiles, load_profiles

SAMPLES = sorted(Path(__file__).parent.parent.glob("resources/samples/s*.json"))


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """Give an empty database in a temporary folder."""
    opened = open_database(tmp_path / "data" / "lianxi.db")
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def profiles() -> Profiles:
    """Give the shipped profiles."""
    return load_profiles(())


@pytest.fixture(params=SAMPLES, ids=lambda file: file.stem)
def sample(request: pytest.FixtureRequest) -> Path:
    """Give each bundled sample in turn."""
    file: Path = request.param
    return file
