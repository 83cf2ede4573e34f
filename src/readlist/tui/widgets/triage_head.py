"""The top of triage: what is gone through, how many papers are left, how fast it goes."""

from textual.content import Content
from textual.widget import Widget

from readlist.text import printable
from readlist.tui.text import fit
from readlist.tui.triage import Triage, pace_told


class TriageHead(Widget):
    """Two lines: the words, and a bar of how far one is."""

    def __init__(self, label: str, triage: Triage, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._label = label
        self._triage = triage

    def render(self) -> Content:
        """Draw both lines."""
        return Content("\n").join([self._words(), self._bar()])

    def _words(self) -> Content:
        triage, width = self._triage, self.content_size.width
        label = f"Triage · {printable(self._label)}"
        left = f"   {triage.ahead:,} left of {len(triage.ids):,}"
        pace = pace_told(triage)
        if len(label) + len(left) > width:
            label = fit(label, max(0, width - len(left)))
        room = width - len(label) - len(left)
        if len(pace) + 2 > room:
            pace = pace.partition(" · ")[0]
        pace = f"{pace:>{room}}" if len(pace) + 2 <= room else ""
        return Content.assemble((label, "bold"), left, (pace, "$muted"))

    def _bar(self) -> Content:
        triage, width = self._triage, self.content_size.width
        done = width * triage.place // max(1, len(triage.ids))
        return Content.assemble(("━" * done, "$primary"), ("─" * (width - done), "$border-blurred"))
