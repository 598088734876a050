"""Takes meetings in one after the other, and says so after each: writer.py DATABASE."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from models.database import open_database
from models.operations.case_files import import_documents
from tests.models.case_files import small


def main() -> None:
    """Write until killed."""
    database = open_database(Path(sys.argv[1]))
    number = 0
    while True:
        with database.write() as session:
            import_documents(session, [("x", small() | {"number": f"{sys.argv[2]}-{number}"})])
        print(number, flush=True)
        number += 1


if __name__ == "__main__":
    main()
