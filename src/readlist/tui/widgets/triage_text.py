"""A paper set for a verdict, and what came of a triage, as styled text."""

from collections.abc import Callable, Iterator

from textual.content import Content

from readlist.bars import bar
from readlist.domain import Paper
from readlist.text import printable, printable_lines
from readlist.tui.charts import status_bar
from readlist.tui.text import EmphasisKind, counted, find_emphasis, name_in_title, readable
from readlist.tui.triage import Triage, pace_told
from readlist.tui.widgets.paper_text import head, links, section, standing

_STYLES = {EmphasisKind.NAME: "bold $primary", EmphasisKind.NUMBER: "bold $warning"}
_BAR_CELLS = 24


def triage_text(paper: Paper, *, is_tight: bool = False) -> Content:
    """Return what a verdict needs, the names and numbers of the abstract emphasised.

    ``is_tight`` when there are few lines for it.
    """
    return Content("\n\n").join(_blocks(paper, is_tight))


def _blocks(paper: Paper, is_tight: bool) -> Iterator[Content]:
    yield Content("\n" if is_tight else "\n\n").join([head(paper), standing(paper)])
    name = name_in_title(readable(printable(paper.title)))
    if paper.abstract:
        yield emphasised(readable(printable_lines(paper.abstract)), name)
    else:
        yield Content.styled("The page gave no abstract.", "$muted")
    if paper.note:
        yield section("Note", Content(printable_lines(paper.note).strip()))
    if paper.comment:
        yield section("Comment", emphasised(readable(printable_lines(paper.comment)), name))
    if found := links(paper):
        yield found


def emphasised(text: str, name: str = "") -> Content:
    """Return ``text`` with its names and key numbers standing out; ``name`` is the method's."""
    content = Content(text)
    for span in find_emphasis(text, name):
        content = content.stylize(_STYLES[span.kind], span.start, span.end)
    return content


def summary_text(triage: Triage, told: Callable[[str], str]) -> Content:
    """Return what came of a triage, and how to go on or take it back.

    ``told`` puts keys in the place of actions in braces.
    """
    return Content("\n").join([*_tally(triage), *_ways(bool(triage.left()), told)])


def _tally(triage: Triage) -> Iterator[Content]:
    tally, left = triage.tally(), len(triage.left())
    decided = sum(tally.values())
    yield Content.styled("Triage done" if decided else "Nothing was decided", "bold")
    pace = pace_told(triage)
    yield Content.styled(counted(decided) + " decided" + (f", {pace}" if pace else ""), "$muted")
    yield Content("")
    most = max(*tally.values(), left, 1)
    for status, count in tally.items():
        yield status_bar(status, count, most, cells=_BAR_CELLS, count_cells=5)
    if left:
        later = f"{'Later':<8}{left:>6,}  "
        yield Content.assemble(("· ", "$muted"), later, (bar(left, most, _BAR_CELLS), "$muted"))
    yield Content("")


def _ways(is_some_left: bool, told: Callable[[str], str]) -> Iterator[Content]:
    ways = [("{open}", "goes through those left for later")] if is_some_left else []
    ways += [
        ("{undo}", "takes back the last verdict, then those before"),
        ("{move.up}", "goes back to the last paper"),
        ("{quit}", "goes back to the list"),
    ]
    for key, what in ways:
        yield Content.assemble((told(key), "bold $accent"), f" {what}")
