"""The papers of a library in Textual's own DataTable: what readlist's list is measured against.

``python -m tests.benchmarks.table_app LIBRARY`` shows them all. ``d`` takes the row out, as filing
does; ``s`` changes its star.
"""

import sys
from pathlib import Path

from textual.app import App, ComposeResult
from textual.widgets import DataTable

from readlist.reading_list import ReadingList


class TableApp(App[None]):
    """A table, two keys."""

    BINDINGS = [("d", "file", "file"), ("s", "star", "star")]

    def __init__(self, rows: list[tuple[str, str, str, str]]) -> None:
        super().__init__()
        self._rows = rows

    def compose(self) -> ComposeResult:
        """Show the table and nothing else."""
        yield DataTable(cursor_type="row")

    def on_mount(self) -> None:
        """Fill it."""
        table = self.query_one(DataTable)
        for name in ("star", "status", "title", "year"):
            table.add_column(name, key=name, width=80 if name == "title" else 8)
        table.add_rows(self._rows)

    def action_file(self) -> None:
        """Take the row out."""
        table = self.query_one(DataTable)
        table.remove_row(table.coordinate_to_cell_key(table.cursor_coordinate).row_key)

    def action_star(self) -> None:
        """Change the star."""
        table = self.query_one(DataTable)
        row = table.coordinate_to_cell_key(table.cursor_coordinate).row_key
        table.update_cell(row, "star", "" if table.get_cell(row, "star") else "★")


def main() -> None:
    """Read the library, show the table."""
    with ReadingList.open(Path(sys.argv[1])) as library:
        rows = [
            ("", paper.status.value, paper.title, str(paper.year or ""))
            for paper in library.papers()
        ]
    TableApp(rows).run()


if __name__ == "__main__":
    main()
