"""What all tests share: Qt without a screen, a database of their own, the samples."""

import gc
import os
import shutil
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from exporters.collector import collect_if_due
from models import migrations
from models.database import Database, open_database
from models.profiles import Profiles, load_profiles

REQUIRE_FOREIGN = "LIANXI_REQUIRE_FOREIGN"
"""Set where every foreign checker is installed: a check that is skipped there has failed."""

# How fast the machine is decides no test. A run that is repeated tries the same examples, unless it is
# to look for new ones: ``--hypothesis-profile=searching``, as ``make check-all`` does.
settings.register_profile(
    "searching", deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.register_profile("steady", settings.get_profile("searching"), derandomize=True)
settings.load_profile("steady")

SAMPLES = sorted(Path(__file__).parent.parent.glob("resources/samples/s*.json"))


def pytest_collection_finish() -> None:
    """Let the garbage collector pass over the tests themselves, which stay until the end."""
    gc.freeze()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turn the skip of a foreign check into a failure where all of them must run."""
    report = yield
    if report.skipped and item.get_closest_marker("foreign") and os.environ.get(REQUIRE_FOREIGN):
        report.outcome = "failed"
    return report


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a database without anything in it, as the program makes it; only to be copied."""
    file = tmp_path_factory.mktemp("empty") / "lianxi.db"
    migrations.create(file)
    return file


@pytest.fixture(autouse=True)
def collecting_in_between() -> Iterator[None]:
    """Collect garbage after a test where those of the window keep Python from doing so itself."""
    yield
    if not gc.isenabled():
        collect_if_due()


@pytest.fixture(autouse=True)
def making_databases(empty_database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Fill a new database from one that was made once: to make each anew takes an eighth of a second.

    Where the making itself is tested, a fixture of this name stands in its stead.
    """
    upgrade = migrations._upgrade

    def fill(path: Path) -> None:
        if path.exists():
            upgrade(path)
        else:
            shutil.copyfile(empty_database, path)

    monkeypatch.setattr(migrations, "_upgrade", fill)


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
