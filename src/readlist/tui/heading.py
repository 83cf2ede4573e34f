"""What stands above the list."""

from textual.content import Content

from readlist.text import printable
from readlist.tui.listing import Listing
from readlist.tui.ordering import sort_name
from readlist.tui.text import counted
from readlist.tui.views import View


def heading(view: View, listing: Listing, count: int, sort: str) -> Content:
    """Return the view, how many papers it lists, how many are selected, and the order."""
    order = (
        "most alike first" if view.similar_to is not None and sort == "best" else sort_name(sort)
    )
    told = [counted(count), order]
    if listing.has_selection:
        told.insert(0, f"{listing.selected_count():,} selected of")
    aside = " · ".join(told).replace("of · ", "of ")
    return Content.assemble((printable(view.label), "bold"), (f"   {aside}", "$muted"))
