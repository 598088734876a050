"""What tests of models share: a PostgreSQL server, where there is one; guarded databases."""

from tests.models.guarded import store
from tests.models.postgres import postgres_server

__all__ = ["postgres_server", "store"]
