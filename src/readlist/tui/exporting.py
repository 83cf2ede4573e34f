"""Exporting from inside, in the background."""

from pathlib import Path

from readlist.reading_list import ReadingList
from readlist.tui.desk import Desk
from readlist.tui.messages import Exported


def export(desk: Desk, folder: Path, query: str) -> None:
    """Have the papers that ``query`` asks for written to ``folder``; ``Exported`` tells of it."""

    def run(library: ReadingList) -> Exported:
        result = library.export_folder(folder, query)
        return Exported(folder, result.written, result.unchanged, result.kept)

    desk.errand(run)
