"""Searching: results at each key, completion, going back, saved searches, more like this."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from readlist.domain import Status
from readlist.reading_list import ReadingList

Play = Callable[..., None]

LICHENS = [2, 10]


def _bar(person: Any) -> str:
    """Return the line of the search bar: what is typed, and what is said beside it."""
    return " ".join(_bar_line(person).split())


def _search(person: Any) -> str:
    """Return what is in the search bar, without what is said beside it."""
    return _bar_line(person).split("   ")[0].rstrip()


def _bar_line(person: Any) -> str:
    [text] = [line[4:] for line in person.list_lines[:-2] if line.startswith("  / ")]
    return str(text)


async def _show_view(person: Any, name: str) -> None:
    """Go down the views until one is listed."""
    await person.press("h")
    for _ in range(20):
        if person.view == name:
            break
        await person.press("j")
    await person.press("enter")
    assert person.view == name


def test_a_word_spelt_wrongly_is_found_and_said(play: Play, filled: ReadingList) -> None:
    async def session(person: Any) -> None:
        await person.press("/", *"lichesn")
        assert person.numbers[:2] == LICHENS
        assert _bar(person) == "lichesn lichesn → lichens"
        await person.press("enter")
        assert person.current == 2

    play(session)


def test_the_paper_is_that_at_the_cursor_once_one_goes_to_the_list(
    play: Play, filled: ReadingList
) -> None:
    async def session(person: Any) -> None:
        person.burst("/", *"lich", "enter")
        await person.settle()
        assert person.current == 2
        assert person.pane.startswith("Study 2 of lichens")

    play(session)


def test_what_is_found_is_set_off(play: Play, filled: ReadingList) -> None:
    async def session(person: Any) -> None:
        await person.press("/", *"lich")
        in_list, in_paper = 2, 3  # titles; the title and twice in the abstract
        assert person.underlined == ["lich"] * (in_list + in_paper)
        await person.press("escape")
        assert "lich" not in person.underlined

    play(session)


def test_escape_goes_back_to_view_cursor_scroll_and_selection(
    play: Play, library: ReadingList, page: Callable[[int], str], tmp_path: Path
) -> None:
    dump = tmp_path / "dump.txt"
    dump.write_text(page(400))
    library.import_sources([dump])

    def place(person: Any) -> tuple[object, ...]:
        return person.heading, person.numbers, person.row, person.selected, person.view

    async def session(person: Any) -> None:
        await person.press("j", "space", "space", *["pagedown"] * 5, "V", "j")
        before = place(person)
        await person.press("/", *"lichens", "enter", "7", "j", "j", "s", "escape")
        assert place(person) == before
        assert str(before[0]).startswith("Inbox   4 selected of 400 papers")
        assert " / lichens" not in person.screen
        await person.press("j")
        assert person.heading.startswith("Inbox   5 selected of 400 papers")

    play(session)


def test_filed_while_searching_it_has_left_when_one_is_back(
    play: Play, filled: ReadingList
) -> None:
    async def session(person: Any) -> None:
        await person.press("j", "/", *"lichens", "enter", "d")
        assert _search(person) == "lichens"
        assert person.numbers == LICHENS[1:]
        await person.press("escape")
        assert (len(person.numbers), person.current) == (11, 3)

    play(session)


def test_a_paper_that_still_matches_stays_listed(play: Play, filled: ReadingList) -> None:
    async def session(person: Any) -> None:
        await person.press("7", "/", *"lichens", "enter", "d")
        assert person.numbers == LICHENS
        assert person.current == 10
        await person.press("escape", "/", *"status:inbox lichens", "enter")
        assert person.numbers == LICHENS[1:]
        await person.press("d")
        assert person.numbers == []

    play(session)


def test_nothing_found_says_what_would_be(play: Play, filled: ReadingList) -> None:
    filled.mark([2], Status.DONE)

    async def session(person: Any) -> None:
        await person.press("4", "/", *"is:starred lichens")
        assert "No paper in Done matches “is:starred lichens”" in person.list_words
        assert "1 paper without is:starred" in person.list_words
        assert "among all papers" not in person.list_words
        await person.press("escape", "/", *"moss")
        assert "1 paper among all papers: 7" in person.list_words

    play(session)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("moss statsu:done", "no such filter: statsu:; did you mean status:?"),
        ("moss status:don", "no such status: don; did you mean done?"),
    ],
    ids=["filter", "status"],
)
def test_enter_names_the_nearest_filter(
    play: Play, filled: ReadingList, typed: str, said: str
) -> None:
    async def session(person: Any) -> None:
        await person.press("/", *typed)
        assert len(person.numbers) == 1
        await person.press("enter")
        assert person.status == f"Error: {said}"
        await person.press("d")
        assert _bar(person).startswith(f"{typed}d")

    play(session)
    assert {paper.status for paper in filled.papers()} == {Status.INBOX}


def test_tab_completes_and_tab_again_takes_the_next(play: Play, filled: ReadingList) -> None:
    filled.tag([1, 2], ["coast", "coral"])
    filled.edit(3, {"authors": "Ada Lindqvist"})

    async def session(person: Any) -> None:
        await person.press("/", *"moss sta")
        await person.until("/ moss status:")
        await person.press("tab")
        assert _search(person) == "moss status:"
        await person.press(*"don", "tab")
        assert _search(person) == "moss status:done"
        await person.press("ctrl+u", *"tag:co", "tab")
        assert _search(person) == "tag:coast"
        await person.press("tab")
        assert _search(person) == "tag:coral"
        await person.press("tab", "shift+tab")
        assert _search(person) == "tag:coral"
        await person.press("ctrl+u", *"lindq")
        await person.until('tab author:"Ada')
        await person.press("tab", "enter")
        assert person.numbers == [3]
        assert _search(person).endswith(':"Ada Lindqvist"')

    play(session)


def test_what_is_typed_behind_a_completion_in_a_burst_stands_behind_it(
    play: Play, filled: ReadingList
) -> None:
    async def session(person: Any) -> None:
        await person.press("/", *"sta", "tab", *"inb", "tab", "space", *"moss", "enter")
        assert _search(person) == "status:inbox moss"
        assert person.numbers == [8]

    play(session)


def test_two_hundred_letters_at_once_find_what_they_say(play: Play, filled: ReadingList) -> None:
    async def session(person: Any) -> None:
        text = "tides " * 32 + "glaciers"
        await person.press("/", *text, "enter")
        expected = filled.ids(f"status:inbox {text}")
        assert person.numbers == expected
        assert expected

    play(session)


def test_a_search_is_saved_shown_counted_renamed_and_deleted(
    play: Play, filled: ReadingList
) -> None:
    async def session(person: Any) -> None:
        await person.press("/", *"lichens", "ctrl+s")
        assert "Save this search" in person.screen
        await person.press("ctrl+u", *"Grey", "enter")
        assert person.status.startswith("Saved the search “Grey”")
        await person.until(lambda: person.views.get("Grey") == "2")
        [saved] = filled.saved_searches()
        assert (saved.name, saved.query) == ("Grey", "status:inbox lichens")
        await person.press("escape")
        await _show_view(person, "Grey")
        assert person.numbers == LICHENS
        await person.press("d")
        assert person.numbers == LICHENS[1:]
        await person.until(lambda: person.views.get("Grey") == "1")
        await person.press("R", "ctrl+u", *"Grey ones", "enter")
        await person.until(lambda: person.view == "Grey ones")
        await person.press("D")
        await person.until(lambda: "Grey ones" not in person.views)
        await person.press("u")
        await person.until(lambda: "Grey ones" in person.views)

    play(session)


def test_a_saved_search_that_is_not_understood_says_so(
    play: Play, filled: ReadingList, tmp_path: Path
) -> None:
    filled.save_search("Old", "is:starred")
    with sqlite3.connect(tmp_path / "library.db") as connection:
        connection.execute("UPDATE saved_search SET query = 'shelf:top moss'")
    connection.close()

    async def session(person: Any) -> None:
        await person.until(lambda: person.views.get("Old") == "?")
        await _show_view(person, "Old")
        assert "cannot be understood: no such filter: shelf:" in person.list_words
        await person.press("1")
        assert len(person.numbers) == 12

    play(session)


def test_more_like_this_is_told_listed_and_left(play: Play, filled: ReadingList) -> None:
    async def session(person: Any) -> None:
        await person.press("j")
        await person.until("More like this")
        assert "More like this Study 10 of lichens" in person.pane
        await person.press("m")
        assert person.numbers[0] == 10
        assert person.view == "Like “Study 2 of lichens and…”"
        await person.press("/", *"moss", "enter")
        assert all("moss" in title for title in person.titles)
        await person.press("escape", "escape")
        assert (len(person.numbers), person.current) == (12, 2)
        await person.until("More like this")
        column, line = person.place("More like this")
        await person.click((column, line + 1))
        assert person.current == 10
        assert person.view.startswith("Like “Study 2")

    play(session)


def test_what_was_found_can_have_another_order(play: Play, filled: ReadingList) -> None:
    async def session(person: Any) -> None:
        await person.press("/", *"study", "enter", "O")
        first = person.place("Order of Inbox")[1] + 2
        assert "Best match first" in person.lines[first]
        await person.press("j", "j", "enter")
        assert person.numbers[:6] == [1, 10, 11, 12, 2, 3]
        await person.press("escape", "/", *"study")
        assert "best match first" in person.heading

    play(session)
