"""The papers that come next in a triage, looked up before they are wanted."""

from typing import TYPE_CHECKING

from readlist.tui.widgets.row_cache import row_of

if TYPE_CHECKING:
    from readlist.domain import Paper
    from readlist.tui.browsing import Browsing
    from readlist.tui.ledger import Change
    from readlist.tui.loader import Loader
    from readlist.tui.messages import PapersLoaded
    from readlist.tui.triage import Triage

#: Papers looked up before they are wanted.
_AHEAD = 4


class Lookahead:
    """Keeps the papers near the place of a triage. What it holds is as the person left it."""

    def __init__(self, triage: "Triage", loader: "Loader", browsing: "Browsing") -> None:
        self._triage = triage
        self._loader = loader
        self._browsing = browsing
        self._papers: dict[int, Paper] = {}
        self._since = 0

    @property
    def current(self) -> "Paper | None":
        """The paper at hand, once it is looked up."""
        return self._papers.get(self._triage.current or 0)

    def follow(self) -> None:
        """Ask for the papers near the place, unless they are here."""
        near = self._triage.near(_AHEAD)
        self._papers = {one: paper for one, paper in self._papers.items() if one in near}
        if any(paper_id not in self._papers for paper_id in near):
            self.renew()

    def renew(self) -> None:
        """Ask for the papers near the place anew: something else changed them."""
        self._loader.papers(self._triage.near(_AHEAD))

    def forget(self, number: int) -> None:
        """Forget all that was looked up before change ``number``."""
        self._papers.clear()
        self._since = number

    def take(self, answer: "PapersLoaded") -> bool:
        """Take papers that were looked up, unless that was too early; tell whether it was not."""
        if answer.as_of < self._since:
            return False
        papers = [self._browsing.up_to_date(paper, answer.as_of) for paper in answer.papers]
        self._papers |= {paper.id: paper for paper in papers}
        self._browsing.parts.papers.rows.put(map(row_of, papers))
        self._triage.forget(set(answer.asked) - {paper.id for paper in papers})
        return True

    def change(self, paper_id: int, change: "Change") -> None:
        """Change a paper as the person did."""
        if paper := self._papers.get(paper_id):
            self._papers[paper_id] = change.on_paper(paper)
