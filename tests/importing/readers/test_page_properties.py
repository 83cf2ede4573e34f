"""Whatever pages are given: entries are in order, apart, and say which lines they are on."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readlist.importing.readers import arxiv, arxiv_mail, papers_page
from readlist.importing.readers.parts.lines import written_lines
from readlist.importing.readers.reader import Page

PAGES: tuple[Page, ...] = (*arxiv_mail.READERS, *arxiv.READERS, *papers_page.READERS)
ABSTRACT = (
    "In this paper we time bells over two winters. Our results show that the rope, not the bell, "
    "decides when the sound reaches the far quay (see https://example.org/notes)."
)
WHOLE = [
    "\\\\\narXiv:2101.00001\nDate: Fri, 1 Jan 2021 00:00:00 GMT   (9kb)\n\nTitle: Ropes\nAuthors: Per Ash\n"
    f"\\\\\n  {ABSTRACT}\n\\\\ ( https://arxiv.org/abs/2101.00001 ,  9kb)\n",
    "[1] arXiv:2101.00001 [pdf, html, other]\nTitle: Ropes\nPer Ash\nSubjects: Sound (cs.SD)\n"
    f"{ABSTRACT}\n",
    f"arXiv:2101.00001 [pdf]\nRopes\nAuthors: Per Ash\nAbstract: {ABSTRACT} △ Less\n"
    "Submitted 1 January, 2021; originally announced January 2021.\n",
    f"[Submitted on 1 Jan 2021]\nTitle:Ropes\nAuthors:Per Ash\nView PDFAbstract:{ABSTRACT}\n"
    "Cite as: arXiv:2101.00001 [cs.SD]\nSubmission history\n",
    f"### [Bells and Ropes](https://arxiv.org/abs/2101.00001)\n\n[{ABSTRACT}](https://a.org)\n\n",
    f"Bells and Ropes\nIda Varga, Li Novák\n{ABSTRACT}\nAuthors' comments: 9 pages\n",
    f"Ida Varga\n{ABSTRACT}\n\nAbstract: {ABSTRACT}\n",
]
WILD = st.lists(
    st.sampled_from(["", " ", "\\\\", "[1]", "Title:", "Authors:", "Abstract:", "arXiv:2101.00001"])
    | st.sampled_from(["[", "](https://a.org)", "**Bells**", "2101.00001", "# [x][1]", "\\", "·"])
    | st.sampled_from(WHOLE)
    | st.text(max_size=40),
    max_size=25,
).map("\n".join)
CUT = st.tuples(
    st.sampled_from(WHOLE), st.sampled_from(WHOLE), st.integers(0, 400), st.integers(0, 400)
).map(lambda given: given[0][: given[2]] + given[1][given[3] :] + given[0])


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
@settings(max_examples=120, deadline=None)
@given(text=WILD | CUT)
def test_spans_are_right(page: Page, text: str) -> None:
    lines = list(written_lines(text.split("\n")))

    after = 0
    for entry in page.find(lines):
        assert after <= entry.first <= entry.last < len(lines)
        assert entry.draft.first_line == lines[entry.first].number
        assert entry.draft.last_line == lines[entry.last].number
        assert entry.draft.title or entry.draft.abstract
        assert entry.weight > 0
        after = entry.last + 1
