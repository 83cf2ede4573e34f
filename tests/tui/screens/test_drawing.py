"""What is drawn bit by bit is what is drawn anew."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from readlist.domain import NoteLinks
from readlist.reading_list import ReadingList

Play = Callable[..., None]

pytestmark = pytest.mark.usefixtures("filled")

#: Moves, files, stars, has rows lower and higher, searches, goes through panes and screens, and
#: takes back: what is on the screen is looked at after each group.
KEYS = [
    [*"jjzjzsd"],
    ["tab", "j", "tab", "j", "1"],
    ["/", *"lich", "enter", "j"],
    ["escape", *"mmvju"],
    ["?"],
    ["escape", "T", "j", "t"],
    ["escape", *"7Gg"],
]


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (50, 15)], ids=["large", "usual", "small"])
def test_nothing_that_changed_is_missed(
    play: Play, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    # nothing comes by itself while the two are compared
    monkeypatch.setattr(ReadingList, "related", lambda *_: ([], NoteLinks()))
    monkeypatch.setenv("COLORTERM", "truecolor")

    async def session(person: Any) -> None:
        async def assert_whole(after: object) -> None:
            await person.settle()
            seen = person.cells
            await person.resize(size[0], size[1] + 1)
            await person.resize(*size)
            anew = person.cells
            wrong = [y for y in range(size[1]) if seen[y] != anew[y]]
            assert not wrong, f"after {after} these lines are wrong: {wrong}"

        for keys in KEYS:
            await person.press_slowly(*keys)
            await assert_whole(keys)
        for theme in ("readlist-light", "ansi-dark", "readlist-dark"):
            person.app.theme = theme
            await person.press("j")
            await assert_whole(theme)

    play(session, size=size)


def test_moves_in_a_burst_end_on_the_screen_where_slow_ones_do(
    play: Play,
    library: ReadingList,
    page: Callable[[int], str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (tmp_path / "many.txt").write_text(page(60))
    library.import_sources([tmp_path / "many.txt"])
    monkeypatch.setattr(ReadingList, "related", lambda *_: ([], NoteLinks()))
    keys = ["G", "g", "pagedown", "pagedown", "j", "j", "j", "j"]

    async def session(person: Any) -> None:
        await person.press_slowly(*keys)
        slowly = person.cells
        await person.press(*keys)
        assert person.cells == slowly

    play(session, size=(80, 24))
