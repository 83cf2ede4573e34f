"""Exporting from inside, in the background."""

from collections.abc import Sequence
from pathlib import Path

from readlist.reading_list import ReadingList
from readlist.tui.desk import Desk
from readlist.tui.messages import Exported


def export(desk: Desk, folder: Path, query: str, ids: Sequence[int] = ()) -> None:
    """Have papers written to ``folder``: those of ``ids``, or without any what ``query`` asks for.

    ``Exported`` tells of it.
    """

    def run(library: ReadingList) -> Exported:
        from readlist.exporting.export import export_folder  # it takes long

        papers = map(library.paper, ids) if ids else library.papers(query)
        result = export_folder(papers, folder)
        return Exported(folder, result.written, result.unchanged, result.kept)

    desk.errand(run)
