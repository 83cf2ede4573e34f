"""Draws the pictures of the documentation: ``python docs/pictures.py`` writes them beside itself.

Each is the real interface on the built-in samples, after some keys.
"""

import asyncio
import os
import tempfile
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from readlist.domain import Status
from readlist.reading_list import ReadingList
from readlist.samples import sample_files
from readlist.tui.app import ReadlistApp
from readlist.tui.screens import excursions

_NOTE = "Ask Ines whether this holds for *our* logs.\n\n- [ ] try it on last winter\n"


@dataclass(frozen=True, slots=True)
class Picture:
    """A file name, the size of the terminal, the theme, and the keys pressed before the picture."""

    name: str
    size: tuple[int, int]
    theme: str
    keys: tuple[str, ...]


PICTURES = (
    Picture("readlist", (132, 36), "readlist-dark", ("7", *"jjjjjjjjjjjj")),
    Picture("light", (132, 36), "readlist-light", ("2",)),
    Picture("narrow", (80, 24), "readlist-dark", ()),
    Picture("triage", (100, 30), "readlist-dark", ("T", *"tdx")),
    Picture("statistics", (132, 36), "readlist-light", ("percent_sign",)),
    Picture("help", (132, 40), "readlist-dark", ("question_mark",)),
)


def main() -> None:
    """Draw every picture; a verdict in triage seems to take five seconds, as a person's might."""
    seconds = count(0.0, 5.0)
    excursions.monotonic = lambda: next(seconds)
    for picture in PICTURES:
        asyncio.run(_draw(picture))


async def _draw(picture: Picture) -> None:
    with tempfile.TemporaryDirectory() as folder:
        os.environ["HOME"] = folder  # so that no picture shows where it was drawn
        library = Path(folder) / "library.db"
        _fill(library)
        app = ReadlistApp(library)
        async with app.run_test(size=picture.size) as pilot:
            app.theme = picture.theme
            await pilot.pause(0.5)
            for key in picture.keys:
                await pilot.press(key)
            await pilot.pause(0.5)
            svg = app.export_screenshot(title="readlist")
    Path(__file__).with_name(f"{picture.name}.svg").write_text(svg, encoding="utf-8")


def _fill(path: Path) -> None:
    """Make a library in the middle of its life."""
    with ReadingList.open(path) as library:
        library.import_sources(sample_files())
        library.mark([2, 13, 15, 22, 24, 31], Status.TO_READ)
        library.mark([3, 20], Status.READING)
        library.mark([12, 18, 21, 26], Status.DONE)
        library.mark([6, 17], Status.SKIPPED)
        library.star([13, 15, 20], True)
        library.tag([13, 21, 25], ["fieldwork"])
        library.tag([15, 24, 34], ["databases"])
        library.write_note(13, _NOTE)


if __name__ == "__main__":
    main()
