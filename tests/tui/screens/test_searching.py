"""Searching: results at each key, completion, going back, saved searches, more like this."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from readlist.domain import Status
from readlist.reading_list import ReadingList
from readlist.tui.screens import finding_screen

Play = Callable[..., None]

LICHENS = [f"Study {n} of lichens and what they leave behind" for n in (2, 10)]


def _aside(person: Any) -> str:
    return str(person.main.query_one("#search-aside").render())


def _bar(person: Any) -> str:
    return str(person.main.query_one("SearchInput").value)


async def _rest(person: Any) -> None:
    """Let the cursor rest until what nobody waits for was looked up."""
    await asyncio.sleep((finding_screen.RESTS + 2) * finding_screen.LOOK)
    await person.settle()


def test_a_word_spelt_wrongly_is_found_and_said(play: Play, filled: ReadingList) -> None:
    async def session(person: Any) -> None:
        await person.press("/", *"lichesn")
        assert person.titles[:2] == LICHENS
        assert _aside(person) == "lichesn → lichens"
        await person.press("enter")
        assert person.main.parts.papers.listing.current == 2

    play(session)


def test_the_paper_does_not_wait_for_a_frame_once_one_goes_to_the_list(
    play: Play, filled: ReadingList
) -> None:
    async def session(person: Any) -> None:
        parts = person.main.parts
        parts.papers.call_after_refresh = lambda *_: True  # no frame comes
        await person.press("/", *"lich")
        assert parts.paper.paper.id != parts.papers.listing.current
        await person.press("enter")
        assert parts.paper.paper.id == parts.papers.listing.current

    play(session)


def test_what_is_found_is_set_off(play: Play, filled: ReadingList) -> None:
    async def session(person: Any) -> None:
        await person.press("/", *"lich")
        strip = person.main.parts.papers.render_line(0)
        found = [piece.text for piece in strip if piece.style and piece.style.underline]
        assert found == ["lich"]
        text = person.main.parts.paper.text
        set_off = {
            text.plain[span.start : span.end]
            for span in text.spans
            if "underline" in str(span.style)
        }
        assert set_off == {"lich"}
        await person.press("escape")
        strip = person.main.parts.papers.render_line(0)
        assert not any(piece.style.underline for piece in strip if piece.style)

    play(session)


def test_escape_goes_back_to_view_cursor_scroll_and_selection(
    play: Play, library: ReadingList, page: Callable[[int], str], tmp_path: Path
) -> None:
    dump = tmp_path / "dump.txt"
    dump.write_text(page(400))
    library.import_sources([dump])

    async def session(person: Any) -> None:
        papers = person.main.parts.papers
        await person.press("j", "space", "space", *["pagedown"] * 5, "V", "j")
        listing = papers.listing
        before = (listing.cursor, papers.scroll_offset.y, listing.targets(), listing.in_range)
        await person.press("/", *"lichens", "enter", "7", "j", "j", "s", "escape")
        listing = papers.listing
        after = (listing.cursor, papers.scroll_offset.y, listing.targets(), listing.in_range)
        assert after == before
        assert person.main.browsing.view.status is Status.INBOX
        assert len(listing) == 400
        assert not person.main.query_one("#search").display

    play(session)


def test_filed_while_searching_it_has_left_when_one_is_back(
    play: Play, filled: ReadingList
) -> None:
    async def session(person: Any) -> None:
        await person.press("j", "/", *"lichens", "enter", "d")
        assert person.main.browsing.search == "lichens"
        assert person.titles == LICHENS[1:]
        await person.press("escape")
        listing = person.main.parts.papers.listing
        assert (len(listing), listing.current) == (11, 3)

    play(session)


def test_a_paper_that_still_matches_stays_listed(play: Play, filled: ReadingList) -> None:
    async def session(person: Any) -> None:
        await person.press("7", "/", *"lichens", "enter", "d")
        assert person.titles == LICHENS
        assert person.main.parts.papers.listing.current == 10
        await person.press("escape", "/", *"status:inbox lichens", "enter")
        assert person.titles == LICHENS[1:]
        await person.press("d")
        assert person.titles == []

    play(session)


def test_nothing_found_says_what_would_be(play: Play, filled: ReadingList) -> None:
    filled.mark([2], Status.DONE)

    async def session(person: Any) -> None:
        await person.press("4", "/", *"is:starred lichens")
        advice = str(person.main.parts.advice.render())
        assert "No paper in Done matches “is:starred lichens”" in advice
        assert "1 paper without is:starred" in advice
        assert "among all papers" not in advice
        await person.press("escape", "/", *"moss")
        assert "1 paper among all papers: 7" in str(person.main.parts.advice.render())

    play(session)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("moss statsu:done", "no such filter: statsu:; did you mean status:?"),
        ("moss status:don", "no such status: don; did you mean done?"),
    ],
)
def test_enter_names_the_nearest_filter(
    play: Play, filled: ReadingList, typed: str, said: str
) -> None:
    async def session(person: Any) -> None:
        await person.press("/", *typed)
        assert len(person.titles) == 1
        await person.press("enter")
        assert person.status == f"Error: {said}"
        assert person.main.searching.has_keys

    play(session)


def test_tab_completes_and_tab_again_takes_the_next(play: Play, filled: ReadingList) -> None:
    filled.tag([1, 2], ["coast", "coral"])
    filled.edit(3, {"authors": "Ada Lindqvist"})

    async def session(person: Any) -> None:
        await person.press("/", *"moss sta")
        assert person.app.focused._suggestion == "moss status:"
        await person.press("tab")
        assert _bar(person) == "moss status:"
        await person.press(*"don", "tab")
        assert _bar(person) == "moss status:done"
        person.app.focused.value = ""
        await person.press(*"tag:co", "tab")
        assert _bar(person) == "tag:coast"
        await person.press("tab")
        assert _bar(person) == "tag:coral"
        await person.press("tab", "shift+tab")
        assert _bar(person) == "tag:coral"
        person.app.focused.value = ""
        await person.press(*"lindq")
        assert _aside(person) == 'tab author:"Ada Lindqvist"'
        await person.press("tab", "enter")
        assert person.main.parts.papers.listing.ids.tolist() == [3]

    play(session)


def test_what_is_typed_behind_a_completion_in_a_burst_stands_behind_it(
    play: Play, filled: ReadingList
) -> None:
    async def session(person: Any) -> None:
        await person.press("/", *"sta", "tab", *"inb", "tab", "space", *"moss", "enter")
        assert person.main.browsing.search == "status:inbox moss"
        assert len(person.titles) == 1

    play(session)


def test_two_hundred_letters_at_once_find_what_they_say(play: Play, filled: ReadingList) -> None:
    async def session(person: Any) -> None:
        await person.press("/", *("tides " * 32), *"glaciers", "enter")
        assert person.main.browsing.search == "tides " * 32 + "glaciers"
        expected = filled.ids("status:inbox " + person.main.browsing.search)
        assert person.main.parts.papers.listing.ids.tolist() == expected
        assert expected

    play(session)


def test_a_search_is_saved_shown_counted_renamed_and_deleted(
    play: Play, filled: ReadingList
) -> None:
    async def session(person: Any) -> None:
        views = person.main.parts.views
        await person.press("/", *"lichens", "ctrl+s")
        person.app.focused.value = "Grey"
        await person.press("enter")
        assert person.status == "Saved the search “Grey”"
        await _rest(person)
        [view] = [view for view in views.views if view.saved]
        assert (view.label, view.query) == ("Grey", "status:inbox lichens")
        await person.press("escape")
        person.main.browsing.show_view(view)
        await person.settle()
        assert person.titles == LICHENS
        assert views._count(view) == "2"
        await person.press("d")
        assert person.titles == LICHENS[1:]
        await _rest(person)
        assert views._count(view) == "1"
        await person.press("R")
        person.app.focused.value = "Grey ones"
        await person.press("enter")
        await _rest(person)
        assert person.main.browsing.view.label == "Grey ones"
        await person.press("D")
        await _rest(person)
        assert not [view for view in views.views if view.saved]
        await person.press("u")
        await _rest(person)
        assert [view.label for view in views.views if view.saved] == ["Grey ones"]

    play(session)


def test_a_saved_search_that_is_not_understood_says_so(play: Play, filled: ReadingList) -> None:
    filled.save_search("Old", "is:starred")
    filled._database.run("UPDATE saved_search SET query = 'shelf:top moss'")

    async def session(person: Any) -> None:
        await _rest(person)
        views = person.main.parts.views
        [view] = [view for view in views.views if view.saved]
        assert views._count(view) == "?"
        person.main.browsing.show_view(view)
        await person.settle()
        advice = str(person.main.parts.advice.render())
        assert "cannot be understood: no such filter: shelf:" in advice
        await person.press("1")
        assert len(person.titles) == 12

    play(session)


def test_more_like_this_is_told_listed_and_left(play: Play, filled: ReadingList) -> None:
    async def session(person: Any) -> None:
        await person.press("j")
        await _rest(person)
        assert "More like this\nStudy 10 of lichens" in person.main.parts.paper.text.plain
        await person.press("m")
        assert person.titles[0] == LICHENS[1]
        assert person.main.browsing.view.similar_to == 2
        await person.press("/", *"moss", "enter")
        assert all("moss" in title for title in person.titles)
        await person.press("escape", "escape")
        listing = person.main.parts.papers.listing
        assert (len(listing), listing.current) == (12, 2)
        person.main.action_show_alike(10)
        await person.settle()
        assert person.main.parts.papers.listing.current == 10

    play(session)


def test_what_was_found_can_have_another_order(play: Play, filled: ReadingList) -> None:
    async def session(person: Any) -> None:
        await person.press("/", *"study", "enter", "O")
        options = person.app.screen.query_one("OptionList").options
        assert str(options[0].prompt) == "Best match first"
        await person.press("j", "j", "enter")
        assert person.titles == sorted(person.titles, key=str.lower)
        await person.press("escape", "/", *"study")
        assert person.main.browsing.sort == "best"

    play(session)
