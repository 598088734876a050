"""Print every measurement with its goal; ratios are within this run."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.bench import exports, meetings, papers, typing_line, window, wording, wording_field


def main() -> None:
    """Measure and print a table."""
    parts = (papers, exports, wording, wording_field, window, typing_line, meetings)
    rows = [row for part in parts for row in part.measure()]
    width = max(len(name) for name, _, _ in rows)
    for name, figure, goal in rows:
        print(f"{name:<{width}}  {figure:<26} {goal}".rstrip())


if __name__ == "__main__":
    main()
