"""A click means the paper that is seen, and only rows that look other are drawn again."""

from collections.abc import Callable
from typing import Any

import pytest
from textual.geometry import Region

from readlist.domain import Paper, Status

Play = Callable[..., None]
Papers = Callable[[], list[Paper]]

pytestmark = pytest.mark.usefixtures("filled")


def test_click_while_keys_wait_is_taken_in_its_turn(play: Play, papers: Papers) -> None:
    async def session(person: Any) -> None:
        main = person.main
        seen = main.parts.papers.listing.ids[2]
        main.loader.busy = True
        person.burst("j")
        await person.pilot.click("#papers", offset=(20, 5))
        person.burst("d")
        await person.pilot.pause()
        assert main.parts.papers.listing.cursor == 0
        main.loader.busy = False
        main._let_keys_go_on()
        await person.settle()
        assert seen not in main.parts.papers.listing.ids

    play(session)
    assert [paper.id for paper in papers() if paper.status is Status.DONE] == [3]


def test_click_means_what_was_painted_there(play: Play) -> None:
    async def session(person: Any) -> None:
        papers = person.main.parts.papers
        seen = papers.listing.ids[1]
        with person.app.batch_update():  # nothing is painted
            papers.listing.remove(papers.listing.ids[:1].tolist())
            papers.relist()
            await person.pilot.click("#papers", offset=(20, 3))
            await person.settle()
        assert papers.listing.current == seen

    play(session)


def test_click_below_the_last_row_is_none(play: Play) -> None:
    async def session(person: Any) -> None:
        papers = person.main.parts.papers
        await person.press("G", "k")
        before = papers.listing.current
        assert await person.pilot.click("#papers", offset=(20, papers.size.height - 1))
        assert papers.listing.current == before

    play(session)


def test_list_is_as_long_as_its_papers_at_once(play: Play) -> None:
    async def session(person: Any) -> None:
        papers = person.main.parts.papers
        await person.press("G", "d")
        assert papers.virtual_size.height == len(papers.listing) * papers.row_height
        assert papers.scroll_offset.y <= papers.max_scroll_y

    play(session, size=(80, 24))


def test_star_draws_one_row(play: Play, monkeypatch: pytest.MonkeyPatch) -> None:
    async def session(person: Any) -> None:
        papers = person.main.parts.papers
        await person.press("j", "j")
        drawn: list[Region] = []
        refresh = papers.refresh

        def noted(*regions: Region, **how: Any) -> Any:
            drawn.extend(regions)
            return refresh(*regions, **how)

        monkeypatch.setattr(papers, "refresh", noted)
        await person.press("s")
        assert [(region.y, region.height) for region in drawn] == [(4, 2)]

    play(session)
