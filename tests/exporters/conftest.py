"""Dossiers for the tests that look at one: made once, copied where one is worked on."""

import shutil
from pathlib import Path

import pytest

from tests.exporters.dossier_files import made


@pytest.fixture(scope="session")
def whole_dossier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a whole dossier, not to be changed."""
    return made(tmp_path_factory.mktemp("out")).path


@pytest.fixture(scope="session")
def packed_dossier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the same as a ZIP, not to be changed."""
    return made(tmp_path_factory.mktemp("out"), zipped=True).path


@pytest.fixture
def dossier(whole_dossier: Path, tmp_path: Path) -> Path:
    """Give a copy of the dossier to work on."""
    return Path(shutil.copytree(whole_dossier, tmp_path / whole_dossier.name))
