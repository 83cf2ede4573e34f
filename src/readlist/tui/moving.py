"""What the moving keys mean in a list and in a text."""

from textual.widget import Widget

from readlist.tui.widgets.paper_list import PaperList


def move_cursor(papers: PaperList, how: str) -> bool:
    """Move the cursor of the list; tell whether it went anywhere."""
    listing, page = papers.listing, papers.page_rows
    before = listing.cursor
    targets = {
        "down": before + 1,
        "up": before - 1,
        "first": 0,
        "last": len(listing) - 1,
        "half_down": before + page // 2,
        "half_up": before - page // 2,
        "page_down": before + page,
        "page_up": before - page,
    }
    listing.move_to(targets[how])
    return listing.cursor != before


def scroll(pane: Widget, how: str) -> None:
    """Scroll a text."""
    page = max(1, pane.size.height - 2)
    lines = {
        "down": 1,
        "up": -1,
        "first": -pane.max_scroll_y,
        "last": pane.max_scroll_y,
        "half_down": page // 2,
        "half_up": -(page // 2),
        "page_down": page,
        "page_up": -page,
    }
    pane.scroll_relative(y=lines[how], animate=False)
