"""RIS, read back by rispy."""

from collections.abc import Callable

import rispy
from hypothesis import given
from hypothesis import strategies as st

from readlist.domain import Paper
from readlist.exporting.writers import Outgoing
from readlist.exporting.writers.reference_managers import ris
from readlist.text import fold_spaces, printable

MakePaper = Callable[..., Paper]
MakeOutgoing = Callable[..., Outgoing]
HOSTILE = st.lists(
    st.sampled_from(["ER  - ", "TY  - JOUR", "\n", "\r\n", "\x85", "\u2028", "a", "é", "  - "]),
    min_size=1,
    max_size=12,
).map("".join)


def test_a_record(make_paper: MakePaper, outgoing: MakeOutgoing) -> None:
    paper = make_paper(
        authors=("Jan van der Aa", "Ada Moss Jr."),
        venue="ICML 2023",
        arxiv_id="2301.00001",
        links=("https://example.org/1", "https://example.org/2"),
        tags=("wax", "air"),
        note="One\n\nTwo",
    )
    [found] = rispy.loads("".join(ris(outgoing([paper]))))
    assert found["type_of_reference"] == "CPAPER"
    assert found["title"] == paper.title
    assert found["authors"] == ["van der Aa, Jan", "Moss, Ada, Jr."]
    assert found["year"] == "2023"
    assert found["keywords"] == ["wax", "air"]
    assert found["notes"] == ["One", "Two"]
    assert found["abstract"] == "We present Tallow, a candle. It flickers usefully."
    assert found["id"] == "aa2023tallow"


@given(texts=st.lists(HOSTILE, min_size=4, max_size=4))
def test_any_text_stays_in_its_field(
    make_paper: MakePaper, outgoing: MakeOutgoing, texts: list[str]
) -> None:
    title, author, abstract, note = texts
    paper = make_paper(title=title, authors=(author,), abstract=abstract, note=note, doi=title)
    papers = [make_paper(key="a"), paper, make_paper(key="b")]
    found = rispy.loads("".join(ris(outgoing(papers))))
    assert [each["title"] for each in (found[0], found[2])] == [papers[0].title] * 2
    assert len(found) == 3
    assert found[1].get("abstract", "") == fold_spaces(printable(abstract))
