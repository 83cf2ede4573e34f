"""Dumps are written in the three shapes, in every layout, and must be read back exactly."""

import textwrap
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

import pytest
from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st
from tests.importing.reading import lines_of, pieces, read

from readlist.domain import PaperDraft
from readlist.importing.readers import listed
from readlist.text import fold_spaces

_NOUNS = [
    "lichen",
    "glacier",
    "orchard",
    "sundial",
    "kettle",
    "lantern",
    "harbour",
    "meadow",
    "tunnel",
    "archive",
    "ferry",
    "quarry",
    "spindle",
    "compass",
    "thicket",
    "reservoir",
    "beehive",
    "chimney",
    "canal",
    "almanac",
]
_KINDS = [
    "wet",
    "narrow",
    "tidal",
    "well-kept",
    "low-lying",
    "long-term",
    "hand-drawn",
    "moss-covered",
    "local",
    "early",
]
_DOINGS = [
    "measure",
    "compare",
    "describe",
    "count",
    "revisit",
    "model",
    "weigh",
    "map",
    "time",
    "sketch",
]
_ENDS = (
    "over 12 winters",
    "at a cost of 3.5\\% per year",
    "in pre- and post-harvest weeks",
    "with $n^2$ steps, i.e. far too many",
    "as Åse and Łukasz did by hand",
    "(see https://example.org/field-notes_2 for all of it)",
    'under what is called the "slow" rule',
    "between Upper Thornbury and Saint-Aubin",
)
_GIVEN = [
    "Ida",
    "J.",
    "R.",
    "R.",
    "Jean-Luc",
    "Zoë",
    "A.B.",
    "Xiu",
    "Ying",
    "Oskar",
    "Ngozi",
    "José",
    "Per",
]
_FAMILY = (
    "Varga",
    "O'Shea",
    "Müller-Ott",
    "van der Wiel",
    "de la Peña",
    "Ødegaard",
    "Li",
    "Novák Jr.",
    "Ash III",
    "Al-Tamimi",
)
_COMMENTS = (
    "9 pages",
    "Harbour Days 2021",
    "Accepted at the Third Open Workshop on Slow Instruments and Their Keepers, 14 pages, 3 figures "
    "(incl. appendix)",
    "Notes at https://example.org/notes. To appear in Tides",
    "Long version of a talk given at the winter meeting of the Society of Bell Founders, Ropers "
    "Workshop",
)
_FURNITURE = ("Mar 13", "Upvote 12", "· 5 authors", "Subscribe", "Sort by popularity", "new", "42")


@dataclass(frozen=True)
class Written:
    """A paper as it was written into a dump."""

    title: str
    authors: tuple[str, ...]
    more: bool
    paragraphs: tuple[str, ...]
    comment: str | None


@dataclass(frozen=True)
class Layout:
    """How a dump is set out."""

    width: int | None
    hyphens: bool
    gap: int
    head_gap: int
    end: str
    mark: bytes
    last_end: bool

    def wrap(self, text: str) -> list[str]:
        if self.width is None:
            return [text]
        return textwrap.wrap(
            text, self.width, break_long_words=False, break_on_hyphens=self.hyphens
        )

    def encode(self, lines: list[str]) -> bytes:
        text = self.end.join(lines).rstrip("\r\n") + (self.end if self.last_end else "")
        if self.mark == b"\xff\xfe":
            return self.mark + text.encode("utf-16-le")
        return self.mark + text.encode()


def _sentence(random: Random) -> str:
    kind, noun, other = random.choice(_KINDS), random.choice(_NOUNS), random.choice(_NOUNS)
    begin = random.choice(("We", "Earlier studies did not", "In this paper we", "Our models"))
    tail = f" {random.choice(_ENDS)}" if random.random() < 0.6 else ""
    return f"{begin} {random.choice(_DOINGS)} every {kind} {noun} beside the {other}{tail}."


def _paragraph(random: Random, sentences: int) -> str:
    return " ".join(_sentence(random) for _ in range(sentences))


def _title(random: Random) -> str:
    kind, noun, other = random.choice(_KINDS), random.choice(_NOUNS), random.choice(_NOUNS)
    return random.choice(
        (
            f"{noun.title()}Net: {kind.title()} {other.title()}s for Everyone",
            f"{noun}Map: Where Does the {other.title()} Go?",
            f"On the {kind} {noun} and the {other}",
            f"A {kind.title()} {noun.title()} in 1887, Revisited by Those Who Keep the "
            f"{other.title()} Open at Night and by Those Who Would Rather See It Closed",
        )
    )


def _author(random: Random) -> str:
    if random.random() < 0.03:
        return random.choice(("The Lantern Collaboration", "Harbour Team"))
    return f"{random.choice(_GIVEN)} {random.choice(_FAMILY)}"


def _paper(random: Random) -> Written:
    authors = [_author(random) for _ in range(random.choice((1, 1, 2, 3, 5, 9, 40)))]
    paragraphs = [_paragraph(random, random.choice((2, 3, 6, 9)))]
    if random.random() < 0.15:
        paragraphs.append(_paragraph(random, 2))
    return Written(
        title=_title(random),
        authors=tuple(authors),
        more=len(authors) > 2 and random.random() < 0.2,
        paragraphs=tuple(paragraphs),
        comment=random.choice(_COMMENTS) if random.random() < 0.5 else None,
    )


def _text(paper: Written, layout: Layout, label: str = "") -> list[str]:
    first, *others = paper.paragraphs
    return [line for part in (label + first, *others) for line in layout.wrap(part)]


def _labelled(paper: Written, layout: Layout) -> list[str]:
    return _text(paper, layout, "Abstract:")


def _titled(paper: Written, layout: Layout) -> list[str]:
    return [*layout.wrap(paper.title), *[""] * layout.head_gap, *_text(paper, layout)]


def _authored(paper: Written, layout: Layout) -> list[str]:
    lines = [", ".join(paper.authors) + (" et al." if paper.more else "")]
    lines += _text(paper, layout)
    if paper.comment:
        lines += layout.wrap(f"Authors' comments: {paper.comment}")
    return lines


Render = Callable[[Written, Layout], list[str]]
_SHAPES: dict[str, Render] = {
    "abstracts": _labelled,
    "papers-page": _titled,
    "author-lines": _authored,
}


def _dump(
    papers: list[Written], layout: Layout, render: Render, before: list[str]
) -> tuple[bytes, list[tuple[int, int]]]:
    """Return a dump of ``papers`` and the lines each is on."""
    lines = [line for each in before for line in (each, "")]
    spans = []
    for paper in papers:
        written = render(paper, layout)
        spans.append((len(lines) + 1, len(lines) + len(written)))
        lines += [*written, *[""] * layout.gap]
    return layout.encode(lines), spans


def _expected(paper: Written, shape: str, span: tuple[int, int]) -> dict[str, object]:
    found: dict[str, object] = {"span": span, "abstract": " ".join(paper.paragraphs)}
    if shape == "papers-page":
        found["title"] = paper.title
    if shape == "author-lines":
        found |= {"authors": paper.authors, "more": paper.more, "comment": paper.comment}
    return found


def _found(draft: PaperDraft, shape: str) -> dict[str, object]:
    found: dict[str, object] = {
        "span": (draft.first_line, draft.last_line),
        # Where a paragraph's last line happens to be full, its end cannot be seen.
        "abstract": fold_spaces(draft.abstract or ""),
    }
    if shape == "papers-page":
        found["title"] = draft.title
    if shape == "author-lines":
        found |= {
            "authors": draft.authors,
            "more": draft.more_authors,
            "comment": draft.comment,
        }
    return found


layouts = st.builds(
    Layout,
    width=st.none() | st.integers(60, 120),
    hyphens=st.booleans(),
    gap=st.integers(1, 3),
    head_gap=st.integers(1, 2),
    end=st.sampled_from(("\n", "\r\n")),
    mark=st.sampled_from((b"", b"\xef\xbb\xbf", b"\xff\xfe")),
    last_end=st.booleans(),
)
# A dump of many papers shrinks slowly and is no clearer for it.
_PHASES = (Phase.explicit, Phase.reuse, Phase.generate)
# One paper alone, without a label, is believed only when it says what all papers say.
counts = st.integers(4, 12) | st.sampled_from((40, 300))


@pytest.mark.parametrize("shape", _SHAPES)
@settings(max_examples=40, deadline=None, phases=_PHASES)
@given(seed=st.integers(0, 2**32), count=counts, layout=layouts)
def test_the_papers_written_are_the_papers_read(
    shape: str, seed: int, count: int, layout: Layout
) -> None:
    random = Random(seed)
    papers = [_paper(random) for _ in range(count)]
    furnished = shape == "papers-page" and random.random() < 0.5
    before = random.sample(_FURNITURE, 3) if furnished else []
    data, spans = _dump(papers, layout, _SHAPES[shape], before)

    dump = read(data)

    drafts = [_found(paper, shape) for paper in dump.papers]
    assert dump.format == shape
    assert drafts == [
        _expected(paper, shape, span) for paper, span in zip(papers, spans, strict=True)
    ]


@pytest.mark.parametrize("shape", ["abstracts", "author-lines"])
@settings(max_examples=25, deadline=None, phases=_PHASES)
@given(seed=st.integers(0, 2**32), count=counts, layout=layouts)
# A comment fills its line, and names follow.
@example(seed=78189705, count=300, layout=Layout(74, True, 1, 2, "\n", b"", True))
def test_blank_lines_between_papers_are_not_needed(
    shape: str, seed: int, count: int, layout: Layout
) -> None:
    random = Random(seed)
    papers = [_paper(random) for _ in range(count)]
    data, _ = _dump(papers, layout, _SHAPES[shape], [])
    text = "\n".join(line for line in lines_of(data) if line)

    abstracts = [fold_spaces(draft.abstract or "") for draft in read(text).papers]
    assert abstracts == [" ".join(paper.paragraphs) for paper in papers]


@pytest.mark.parametrize("name", [reader.name for reader in listed()])
@settings(max_examples=60, deadline=None, phases=_PHASES)
@given(
    lines=st.lists(
        st.sampled_from(("", " ", "Abstract:", "Authors' comments:", "\\\\", "arXiv:2101.00001"))
        | st.sampled_from(("Ida Varga, Li Novák", "# [A title][1]", "A sentence ends here."))
        | st.text(max_size=30),
        max_size=30,
    )
)
def test_whatever_is_read_every_line_is_in_one_piece(name: str, lines: list[str]) -> None:
    text = "\n".join(lines)

    found = pieces(text.split("\n"), name)

    numbers = [n for piece in found for n in range(piece.first_line, piece.last_line + 1)]
    written = [n for n, line in enumerate(text.split("\n"), 1) if line and not line.isspace()]
    assert numbers == sorted(numbers), "pieces come in order"
    assert set(written) <= set(numbers)
