"""Pairs of invented papers, and whether they are the same: what matching is measured by.

``pairs.txt`` holds invented papers, each with a sibling by the same group: T its title,
S the sibling's, A the authors, V venue, year, DOI and arXiv id, X its abstract, and Y how the
sibling's abstract goes on after the sentences that both begin with. A pair's left side is a
paper as dumps give it, its right side as a library holds it.
"""

import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from readlist.domain import PaperDraft

SAME, LIKELY, DIFFERENT = "same", "likely", "different"


class Pair(NamedTuple):
    """Two papers; ``conflict`` says that they share an identifier by mistake."""

    left: PaperDraft
    right: PaperDraft
    label: str
    why: str
    conflict: bool = False


class Invented(NamedTuple):
    """A paper of pairs.txt and its sibling."""

    paper: PaperDraft
    sibling: PaperDraft


def paper(
    title: str | None = None,
    authors: str = "",
    abstract: str | None = None,
    year: int | None = None,
    *,
    more: bool = False,
    comment: str | None = None,
    venue: str | None = None,
    doi: str | None = None,
    arxiv: str | None = None,
    links: tuple[str, ...] = (),
) -> PaperDraft:
    """Return a paper; its authors are given in one string, with semicolons between."""
    names = tuple(name.strip() for name in authors.split(";") if name.strip())
    return PaperDraft(1, 1, title, names, more, abstract, comment, year, venue, doi, arxiv, links)


def _sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.!?]) (?=[A-Z])", text)


def _invented() -> list[Invented]:
    text = Path(__file__).with_name("pairs.txt").read_text(encoding="utf-8")
    found = []
    for block in text.strip().split("\n\n"):
        lines = dict(line.split(": ", 1) for line in block.splitlines())
        values = [one.strip() for one in lines["V"].split(" | ")]
        venue, year, doi, arxiv = (None if one == "-" else one for one in values)
        assert year is not None
        one = paper(
            lines["T"],
            lines["A"],
            lines["X"],
            int(year),
            venue=venue,
            doi=doi,
            arxiv=arxiv,
        )
        shared = _sentences(lines["X"])[:2]
        sibling = one._replace(
            title=lines["S"],
            abstract=" ".join([*shared, lines["Y"]]),
            year=int(year) + 1,
            doi=doi and f"{doi}.2",
            arxiv_id=arxiv and f"{arxiv[:-2]}{int(arxiv[-2:]) ^ 37:02d}",
        )
        found.append(Invented(one, sibling))
    return found


# What happens to a text, a name, a list of names on their way


def _initials(names: tuple[str, ...]) -> tuple[str, ...]:
    """Give names with initials: ``B. van der Meulen``."""
    found = []
    for name in names:
        given, *rest = name.split()
        short = "-".join(f"{part[0]}." for part in given.split("-"))
        found.append(" ".join([short, *rest]) if rest else name)
    return tuple(found)


def _bare_initials(names: tuple[str, ...]) -> tuple[str, ...]:
    """Give names as Scholar does: ``B van der Meulen``."""
    return tuple(name.replace(".", "") for name in _initials(names))


def _family_first(names: tuple[str, ...]) -> tuple[str, ...]:
    """Give names as bibliographies do: ``van der Meulen, Beatriz``."""
    return tuple(", ".join(reversed(name.split(" ", 1))) for name in names)


def _medline(names: tuple[str, ...]) -> tuple[str, ...]:
    """Give names as medicine does: ``Meulen B``."""
    return tuple(f"{name.split()[-1]} {name[0]}" for name in names)


_PLAIN = {
    "á": "a", "é": "e", "É": "E", "è": "e", "í": "i", "ó": "o", "ú": "u", "ý": "y", "Ó": "O", "ñ": "n", "ö": "o",
    "ü": "u", "ä": "a", "å": "a", "ç": "c", "ş": "s", "ř": "r", "ń": "n", "ł": "l", "Ł": "L", "ø": "o",
    "ś": "s", "ã": "a", "ß": "ss", "ı": "i", "Ü": "U", "Á": "A", "ő": "o",
}  # fmt: skip
_LATEX = {
    "á": r"\'a", "é": r"\'{e}", "É": r"{\'E}", "è": r"\`e", "í": r"{\'\i}", "ó": r"\'o", "ú": r"{\'u}", "ñ": r"\~n",
    "ö": r'\"o', "ü": r'{\"u}', "ä": r'\"{a}', "å": r"{\aa}", "ç": r"\c{c}", "ş": r"{\c s}", "ř": r"\v{r}",
    "ł": r"{\l}", "Ł": r"\L{}", "ø": r"\o{}", "ś": r"\'s", "ã": r"\~a", "ß": r"{\ss}", "ı": r"{\i}", "ý": r"\'y",
    "ń": r"\'n", "Ó": r"{\'O}", "%": r"\%", "&": r"\&", "β": r"$\beta$", "γ": r"$\gamma$",
}  # fmt: skip


def _through(table: dict[str, str], text: str) -> str:
    return "".join(table.get(letter, letter) for letter in text)


def _plain_names(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(_through(_PLAIN, name) for name in names)


def _latex_names(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(_through(_LATEX, name) for name in names)


_OTHER_WORDS = [
    ("show", "demonstrate"), ("This paper introduces", "We introduce"), ("propose", "present"), ("method", "approach"),
    ("usually", "typically"), ("found", "observed"), ("We give", "We present"), ("is best possible", "cannot be improved"),
    ("We describe", "This paper describes"), ("because", "since"), ("needs", "requires"), ("much", "far"),
    ("lowers", "reduces"), ("falls", "drops"), ("cheap", "inexpensive"), ("on average", "in the mean"),
    ("people", "persons"), ("measured", "recorded"), ("We ask", "We study"), ("always", "invariably"),
    ("We test", "We examine"), ("each", "every"), ("which", "that"), ("The", "Our"), ("are", "were"),
]  # fmt: skip


def _reworded(text: str) -> str:
    """Say it in other words in three places, as a later version does."""
    done = 0
    for one, other in _OTHER_WORDS:
        if re.search(rf"\b{one}\b", text) and done < 3:
            text = re.sub(rf"\b{one}\b", other, text, count=1)
            done += 1
    return text


def _wrapped(text: str) -> str:
    """Break lines as a page of print does, words too."""
    words, lines, line = text.split(), [], ""
    for place, whole in enumerate(words):
        word = whole
        if len(line) + len(word) > 62:
            if place % 3 == 0 and word.isalpha() and len(word) > 7:
                lines.append(f"{line} {word[:4]}-")
                word = word[4:]
            else:
                lines.append(line)
            line = ""
        line = f"{line} {word}".strip()
    return "\n".join([*lines, line])


def _printed(text: str) -> str:
    """Use the characters of a typesetter: ligatures, curly quotes, dashes, narrow spaces."""
    for one, other in [("fi", "ﬁ"), ("fl", "ﬂ"), ("'", "’"), (" %", "\u202f%"), ("-", "‐")]:
        text = text.replace(one, other)
    return text.replace(" of the ", " of the\u00a0")


def _cut(text: str, length: int, end: str = "…") -> str:
    """Cut at a word, with an ellipsis."""
    return text[:length].rsplit(" ", 1)[0] + end if len(text) > length else text


def _without_math(text: str) -> str:
    """Give formulas as a browser's text has them."""
    text = re.sub(r"\\(?:mathbb|tilde|lfloor|rfloor|frac|times|pm|to|geq)\b", "", text)
    text = (
        text.replace("\\epsilon", "ε")
        .replace("\\varepsilon", "ε")
        .replace("\\delta", "δ")
        .replace("\\beta", "β")
    )
    return re.sub(r"[$\\{}^_]", "", text)


def _typo(text: str, chance: random.Random) -> str:
    """Make two slips in long words, as who types it by hand."""
    words = text.split(" ")
    long = [place for place, word in enumerate(words) if len(word) > 5 and word.isalpha()]
    for place in chance.sample(long, min(2, len(long))):
        word = words[place]
        at = chance.randrange(2, len(word) - 2)
        words[place] = chance.choice(
            [
                word[:at] + word[at + 1] + word[at] + word[at + 2 :],
                word[:at] + word[at + 1 :],
                word[:at] + word[at] + word[at:],
            ]
        )
    return " ".join(words)


# The same paper

_Change = Callable[[PaperDraft], tuple[PaperDraft, PaperDraft]]


def _title(one: PaperDraft) -> str:
    assert one.title
    return one.title


def _abstract(one: PaperDraft) -> str:
    assert one.abstract
    return one.abstract


def _bare(one: PaperDraft, **changes: Any) -> PaperDraft:
    """Give title and authors alone."""
    return PaperDraft(1, 1, one.title, one.authors)._replace(**changes)


def _unnamed(one: PaperDraft, **changes: Any) -> PaperDraft:
    """Give the abstract alone."""
    return PaperDraft(1, 1, abstract=one.abstract)._replace(**changes)


def _unidentified(one: PaperDraft, **changes: Any) -> PaperDraft:
    return one._replace(doi=None, arxiv_id=None)._replace(**changes)


_SAME: list[tuple[str, _Change]] = [
    ("title and authors, as initials", lambda p: (_bare(p, authors=_initials(p.authors)), p)),
    ("title in capitals", lambda p: (_bare(p, title=_title(p).upper(), year=p.year), p)),
    ("title in lower case, names bare", lambda p: (_bare(p, title=_title(p).lower(), authors=_bare_initials(p.authors)), p)),
    ("names family first", lambda p: (_bare(p, authors=_family_first(p.authors), year=p.year), p)),
    ("names as in medicine", lambda p: (_bare(p, authors=_medline(p.authors), year=p.year), _unidentified(p))),
    ("first author alone, et al.", lambda p: (_bare(p, authors=p.authors[:1], more_authors=True, year=p.year), p)),
    ("initials of the first two, et al.", lambda p: (_bare(p, authors=_bare_initials(p.authors)[:2], more_authors=True), p)),
    ("names without accents", lambda p: (_bare(p, authors=_plain_names(p.authors), year=p.year), p)),
    ("names and title in LaTeX", lambda p: (_bare(p, title="{" + _through(_LATEX, _title(p)) + "}", authors=_latex_names(p.authors)), p)),
    ("abstract alone", lambda p: (_unnamed(p), p)),
    ("abstract alone, held without title", lambda p: (p, _unnamed(p))),
    ("abstract wrapped", lambda p: (_unnamed(p, abstract=_wrapped(_abstract(p))), p)),
    ("abstract wrapped, with its title", lambda p: (_unidentified(p, abstract=_wrapped(_abstract(p)), authors=()), p)),
    ("abstract in other words", lambda p: (_unidentified(p, abstract=_reworded(_abstract(p)), venue=None), p)),
    ("abstract alone, in other words", lambda p: (_unnamed(p, abstract=_reworded(_abstract(p)), authors=p.authors), p)),
    ("abstract cut, with authors", lambda p: (_unidentified(p, abstract=_cut(_abstract(p), 240)), p)),
    ("abstract cut, without authors", lambda p: (_unidentified(p, abstract=_cut(_abstract(p), 290, " ..."), authors=(), year=None), p)),
    ("abstract in LaTeX", lambda p: (_unnamed(p, abstract=_through(_LATEX, _abstract(p)).replace("'", "{'}"), title=p.title), p)),
    ("formulas as text", lambda p: (_unidentified(p, abstract=_without_math(_abstract(p)), year=None), p)),
    ("abstract in a typesetter's characters", lambda p: (_unnamed(p, abstract=_printed(_abstract(p))), p)),
    ("abstract with a label and a copyright", lambda p: (_unidentified(p, authors=(), abstract=f"Abstract: {p.abstract} © 2020 The Authors. All rights reserved."), p)),
    ("abstract in paragraphs", lambda p: (_unidentified(p, authors=_initials(p.authors), abstract="\n\n".join(_sentences(_abstract(p)))), p)),
    ("DOI alone", lambda p: (paper(doi=p.doi, arxiv=None if p.doi else p.arxiv_id), p) if p.doi or p.arxiv_id else (_bare(p), p)),
    ("arXiv id alone", lambda p: (p, paper(arxiv=p.arxiv_id, doi=None if p.arxiv_id else p.doi)) if p.doi or p.arxiv_id else (_bare(p), p)),
    ("DOI and title", lambda p: (_bare(p, authors=(), doi=p.doi, arxiv_id=p.arxiv_id), p)),
    ("identifier and mistyped title", lambda p: (_bare(p, authors=() if p.doi or p.arxiv_id else p.authors, title=_typo(_title(p), random.Random(_title(p))) if p.doi or p.arxiv_id else p.title, doi=p.doi, arxiv_id=p.arxiv_id), p)),
    ("preprint and publication", lambda p: (p._replace(doi=None, venue="arXiv preprint", year=(p.year or 0) - 1, comment="12 pages, 4 figures"), p._replace(arxiv_id=None))),
    ("publication meets the preprint's reworded abstract", lambda p: (p._replace(arxiv_id=None, links=("https://example.org/pdf",)), p._replace(doi=None, venue=None, abstract=_reworded(_abstract(p)), authors=_initials(p.authors)))),
    ("subtitle dropped, abstract the same", lambda p: (_unidentified(p, title=_title(p).split(":")[0]), p)),
    ("title cut, abstract the same", lambda p: (_unidentified(p, title=_cut(_title(p), 32), authors=_bare_initials(p.authors)[:3], more_authors=True), p)),
    ("title in quotes, full stop", lambda p: (_bare(p, title=f"“{_title(p).replace('-', '–')}.”", year=p.year), p)),
    ("title and its authors in another order", lambda p: (_bare(p, authors=tuple(reversed(p.authors)), year=p.year), p)),
]  # fmt: skip

_SAME_WRITTEN = [
    (paper("Schr\\\"odinger's cats on $\\mathbb{Z}^2$: a combinatorial approach", "J. M\\'endez; Q. Thi"),
     paper("Schrödinger’s Cats on ℤ²: A Combinatorial Approach", "Julia Méndez; Quang Thi", "We count cats.", 2017), "LaTeX and printed characters"),
    (paper("Détection d&#x27;anomalies dans les réseaux d&amp;eau", "Anne Lefèvre", None, 2014),
     paper("Détection d'anomalies dans les réseaux d&eau", "Lefèvre, Anne; Roux, Paul", None, 2014), "entities of HTML"),
    (paper("Growth of <i>Escherichia coli</i> on CO<sub>2</sub>-enriched agar under low light", "M. Sato; L. Brandt"),
     paper("Growth of Escherichia coli on CO2-enriched agar under low light", "Mariko Sato; Lars Brandt", None, 2011), "markup of HTML"),
    (paper("Capture of CO$_2$ in porous brick: a ten-year study of façades", "M. Sato; L. Brandt", None, 2011),
     paper("Capture of CO₂ in Porous Brick – A Ten-Year Study of Facades", "Mariko Sato; Lars Brandt", None, 2011), "subscripts"),
    (paper("The $\\lambda$-calculus of lazy librarians and its normal forms", "H. Okafor"),
     paper("The λ-Calculus of Lazy Librarians and Its Normal Forms", "Hope Okafor", None, 2008), "a Greek letter"),
    (paper("Wavelet denoising of whale song recorded in shallow harbours", "Ludwig v. d. Poel; A. Ruiz", None, 2010),
     paper("Wavelet Denoising of Whale Song Recorded in Shallow Harbours", "van der Poel, Ludwig; Ruiz, Ana", None, 2010), "particles"),
    (paper("Wavelet inpainting of whale song recorded in shallow harbours", "Poel, L. van der", None, 2011, more=True),
     paper("Wavelet Inpainting of Whale Song Recorded in Shallow Harbours", "Ludwig van der Poel; Ana Ruiz", None, 2011), "a particle behind"),
    (paper("Queueing at bakeries when the bread is still warm", "MUELLER, Greta; OEZTUERK, Can", None, 2013),
     paper("Queueing at Bakeries When the Bread Is Still Warm", "Greta Müller; Can Öztürk", None, 2013), "umlauts written out"),
    (paper(arxiv="2103.04417", links=("https://arxiv.org/abs/2103.04417v2",)),
     paper("Saltmarsh: Learning Tidal Flow Fields from Sparse Pressure Gauges", "Ingrid Solheim", None, 2021, arxiv="2103.04417"), "an id alone, with its address"),
    (paper("Instantons and the price of flour", "Y. Naranjo; E. Falk", arxiv="hep-th/9901001"),
     paper("Instantons and the Price of Flour", "Yago Naranjo; Elsa Falk", None, 1999, arxiv="hep-th/9901001"), "an old arXiv id"),
    (paper("Non-monotone lattices in e-commerce: co-operation re-examined", "A. Banerjee; C. Holt", None, 2016),
     paper("Nonmonotone Lattices in E-Commerce: Cooperation Reexamined", "Arjun Banerjee; Cora Holt", None, 2016), "hyphens"),
    (paper("Kriging the Night Sky:  A Map of Light Pollution from Taxi Roof Lights .", "Banerjee A.; Holt C.", None, 2016),
     paper("Kriging the night sky – a map of light pollution from taxi roof lights", "A. Banerjee; C. Holt", None, 2016), "dash for colon"),
    (paper("A model of coffee rings on tilted saucers", "N. Petrov; D. Kim", "We model the rings that coffee leaves on saucers that are tilted by up to nine degrees.", doi="10.5555/COFFEE.7"),
     paper("A Model of Coffee Rings on Tilted Saucers", "Nikolai Petrov; Dana Kim", None, 2020, doi="10.5555/coffee.7"), "a DOI in capitals"),
    (paper("Rings of coffee on saucers: theory and experiment", "N. Petrov; D. Kim", "We model the rings that coffee leaves on saucers tilted by up to ten degrees and compare with photographs of 212 saucers.", 2019, arxiv="1904.01234"),
     paper("A Model of Coffee Rings on Tilted Saucers", "Nikolai Petrov; Dana Kim", "We model the rings that coffee leaves on saucers that are tilted by up to ten degrees. The model is compared with photographs of 212 saucers.", 2020, arxiv="1904.01234"), "renamed under one id"),
    (paper("Mending nets", "O. Berg; P. Lund; Q. Holm", "Nets are mended by hand. We film 40 menders and learn their knots with a graph network that predicts the next loop from the last three, right in 88 % of cases.", 2021, arxiv="2101.11111"),
     paper("Mending Nets: Graph Networks That Knot", "Olga Berg; Per Lund; Quinn Holm", "Nets are mended by hand. We film 40 menders and learn their knots with a graph network which predicts the next loop from the last three loops, right in 88 % of cases.", 2022, doi="10.5555/nets.1", arxiv="2101.11111"), "longer title under one id"),
    (paper("Über die Anzahl der Störche in Brandenburg und die Geburtenrate", "K. Groß", None, 1978),
     paper("Ueber die Anzahl der Stoerche in Brandenburg und die Geburtenrate", "Karl Gross", None, 1978), "umlauts of a title written out"),
    (paper("基于图神经网络的古籍断句方法研究与实现", "王小明; 李华", None, 2021),
     paper("基于图神经网络的古籍断句方法研究与实现", "王小明; 李华; 陈静", None, 2021), "letters that are words"),
    (paper("О распределении снега на крышах старых домов", "Иванов И. И.", None, 1991),
     paper("О распределении снега на крышах старых домов", "И. И. Иванов; П. Сидоров", None, 1991), "Cyrillic"),
    (paper("Sparse priors for dense forests", "A. Okonjo; R. Stein; T. Vu", "Forests are dense.", 2020, comment="Accepted at ICDM", doi="10.48550/arXiv.2006.04321"),
     paper("Sparse Priors for Dense Forests", "Ada Okonjo; Ruth Stein; Tam Vu", None, 2020, arxiv="2006.04321"), "arXiv's own DOI"),
    (paper("Learned indexes for card catalogues", "Chen, X.; Ali, S.; Yoo, J.; et al.", None, 2022),
     paper("Learned Indexes for Card Catalogues", "Xin Chen; Sana Ali; Jisoo Yoo; Ben Hart; Eva Roth", None, 2022), "et al. among the authors"),
]  # fmt: skip


def _same(invented: list[Invented]) -> Iterator[Pair]:
    """Each way of change on several papers, so that each paper goes four ways."""
    long = [one.paper for one in invented if len(_title(one.paper)) > 20]
    for turn in range(4):
        for place, one in enumerate(long):
            why, change = _SAME[(place * 5 + turn * 8 + turn) % len(_SAME)]
            if "subtitle" in why and ":" not in _title(one):
                continue
            if "cut" in why and len(_abstract(one)) < 330:
                continue
            yield Pair(*change(one), SAME, why)
    yield from (Pair(left, right, SAME, why) for left, right, why in _SAME_WRITTEN)


# Likely the same

_AMERICAN = [
    ("isation", "ization"), ("arise", "arize"), ("our", "or"), ("ysers", "yzers"), ("Randomised", "Randomized"),
    ("olarised", "olarized"), ("Caesium", "Cesium"), ("&", "and"),
]  # fmt: skip


def _american(title: str) -> str:
    for one, other in [*_AMERICAN, (" and ", " & ")]:
        if re.search(one, title) and title.replace(one, other) != title:
            return title.replace(one, other, 1)
    return title.replace("-", " ").replace(": ", " -- ") + " (extended abstract)"


def _changed_abstract(one: Invented) -> str:
    """The abstract of a journal version: other sentences, some of the old ones."""
    old = _sentences(_abstract(one.paper))
    return " ".join([
        "This article extends an earlier conference paper by new proofs, experiments and a longer discussion.",
        old[-1], _reworded(old[0]),
    ])  # fmt: skip


_Rework = Callable[[Invented, random.Random], tuple[PaperDraft, PaperDraft]]

_LIKELY: list[tuple[str, _Rework]] = [
    ("preprint and publication, no authors given", lambda i, r: (paper(i.paper.title, year=i.paper.year), paper(i.paper.title, "", i.paper.abstract, (i.paper.year or 0) + 1, doi=i.paper.doi))),
    ("title alone", lambda i, r: (paper(i.paper.title), _unidentified(i.paper))),
    ("mistyped title, same authors", lambda i, r: (_bare(i.paper, title=_typo(_title(i.paper), r)), _unidentified(i.paper))),
    ("mistyped title, initials", lambda i, r: (_bare(i.paper, title=_typo(_title(i.paper), r), authors=_initials(i.paper.authors), year=i.paper.year), _bare(i.paper, year=i.paper.year))),
    ("spelling of another country", lambda i, r: (_bare(i.paper, title=_american(_title(i.paper)), year=i.paper.year), _bare(i.paper))),
    ("subtitle or end dropped", lambda i, r: (_bare(i.paper, title=_title(i.paper).split(":")[0] if ":" in _title(i.paper) else " ".join(_title(i.paper).split()[:-2])), _bare(i.paper, year=i.paper.year))),
    ("same words under two arXiv ids", lambda i, r: (i.paper._replace(arxiv_id="2211.00017"), i.paper._replace(arxiv_id="2009.12399", doi=None))),
    ("same title and authors, years apart", lambda i, r: (_bare(i.paper, year=(i.paper.year or 0) - 7), _bare(i.paper, year=i.paper.year, venue=i.paper.venue))),
    ("conference and journal, other abstract", lambda i, r: (_unidentified(i.paper, abstract=_changed_abstract(i), year=(i.paper.year or 0) + 2, doi="10.5555/journal.4711", venue="Journal of Longer Versions"), i.paper._replace(arxiv_id=None))),
    ("article left out, plural", lambda i, r: (_bare(i.paper, title=re.sub(r"^(?:On |The |A |Towards )", "", _title(i.paper)).replace(" a ", " ").replace(" the ", " ") + "s"), _bare(i.paper))),
    ("two words in other order", lambda i, r: (_bare(i.paper, title=" ".join([*_title(i.paper).split()[:-2], *reversed(_title(i.paper).split()[-2:])])), _bare(i.paper, year=i.paper.year))),
    ("title cut by an ellipsis", lambda i, r: (_bare(i.paper, title=_cut(_title(i.paper), 45), authors=_bare_initials(i.paper.authors)[:2], more_authors=True), _bare(i.paper))),
]  # fmt: skip

_LIKELY_WRITTEN = [
    (paper("Fast and simple mending of fishing nets", "O. Berg"), paper("Fast & Simple Mending of Fishing Nets", "Olga Berg"), "& and and"),
    (paper("Colour vision in grey herons: an update", "Ana Ruiz"), paper("Color Vision in Gray Herons", "Ana Ruiz; Bo Ek", None, 2015), "spelling and subtitle"),
    (paper("GloveNet: Finding Gloves with Crows", "Ana Ruiz; Bo Ek", None, 2021), paper("Finding Gloves with Crows", "Ana Ruiz; Bo Ek", None, 2020), "a name put before"),
    (paper("Finding Lost Gloves by Watching Crows", "Ana Ruiz; Bo Ek", None, 2021), paper("Lanternfish: Finding Lost Gloves by Watching Crows", "Ana Ruiz; Bo Ek; Cy Odum", None, 2022), "the name of the method put before"),
    (paper("Moss on granite", "A. Virtanen; C. Ó Briain", None, 1998), paper("Moss on Granite", "Aino Virtanen; Colm Ó Briain", None, 1998), "a short title"),
    (paper("Counting swans", "Ek B, Ruiz A", "We count swans.", 2001), paper("Counting Swans", "Ana Ruiz; Bo Ek", None, 2001), "a short title, names run together"),
    (paper("Embroidery machines and their scaling laws", "A. Rousseau; G. Lima"), paper("Scaling laws for embroidery machines", "Amélie Rousseau; Gustavo Lima", None, 2023), "turned round"),
    (paper("Neural radiance fields of stained glass windows", "M.-C. Dubois; T. Onodera; I. Conti; N. Feldman"), paper("Neural Radiance Fields for Stained Glass", "Marie-Claire Dubois; Takeshi Onodera; Isabella Conti; Noah Feldman", None, 2022), "retitled, same four authors"),
    (paper("Bristlecone: an append only filesystem for unreliable flash memory", "O. Wittgenbach"), paper("Bristlecone: An Append-Only File System for Unreliable Flash", "Oskar Wittgenbach; Sunita Deshpande", None, 2020), "retitled a little"),
    (paper("Zero shot translating of knitting patterns", "Bronwyn Davies"), paper("Zero-Shot Translation of Knitting Patterns", "Bronwyn Davies; Kofi Mensah; Jana Horáková", None, 2023), "a form of a word"),
]  # fmt: skip


def _likely(invented: list[Invented]) -> Iterator[Pair]:
    chance = random.Random(20)
    long = [one for one in invented if len(_title(one.paper)) > 30]
    for turn in range(2):
        for place, one in enumerate(long):
            why, change = _LIKELY[(place + turn * 5) % len(_LIKELY)]
            yield Pair(*change(one, chance), LIKELY, why)
    yield from (Pair(left, right, LIKELY, why) for left, right, why in _LIKELY_WRITTEN)


# Different papers

_RETRACTED = "This paper has been retracted at the request of the authors because of an error in the main theorem that cannot be repaired."
_WITHDRAWN = "This paper has been withdrawn by the author due to a crucial sign error in equation 1 and will be replaced by another version later."
_EXTENDED = (
    "Peer-reviewed extended abstract of a talk given at the annual meeting of the society. The text was reviewed by at "
    "least two members of the programme committee, and appears here in the form in which it was presented. Citations "
    "should refer to the full version, which will be published elsewhere. The copyright remains with the authors."
)
_NO_ABSTRACT = "No abstract is available for this article. Click on the PDF link above to see the full text of this article in its original form, or find it in PubMed."
_PREFACE = (
    "This volume contains the papers presented at the workshop, which was held together with the main conference. "
    "Each submission was reviewed by three members of the programme committee. The committee decided to accept eleven "
    "papers. The programme also included two invited talks. We thank the authors, the reviewers and the local organisers."
)
_BENCHMARK = (
    "Benchmarks saturate quickly. We present TidalBench {0}, a suite of {1} tasks in {2} languages for the evaluation of "
    "models that reason about the sea. The tasks were written by pilots and checked by harbour masters. We evaluate {3} "
    "models and find that the best one solves {4} % of the tasks. Data and scripts are available under a free licence."
)
_SHARED_TASK = (
    "This paper describes the {0} edition of the shared task on the translation of knitting patterns, which took place as "
    "part of the workshop on unusual texts. Participants were asked to translate patterns from {1} into English. {2} "
    "teams submitted {3} systems, which were ranked by knitters. We describe the data, the systems and the results."
)

_DIFFERENT_WRITTEN = [
    # parts of a series
    (paper("Random walks on damp carpets. I. Recurrence", "L. Brandt; M. Sato", None, 2004), paper("Random Walks on Damp Carpets. II. Transience", "Lars Brandt; Mariko Sato", None, 2005), "parts I and II"),
    (paper("Random walks on damp carpets I", "L. Brandt; M. Sato", None, 2004), paper("Random Walks on Damp Carpets II", "Lars Brandt; Mariko Sato", None, 2004), "parts I and II of one year"),
    (paper("The geometry of folded maps, part 1", "V. Costa", None, 2010), paper("The Geometry of Folded Maps, Part 2", "Vera Costa", None, 2010), "parts 1 and 2"),
    (paper("The geometry of folded maps, part one: theory", "V. Costa"), paper("The Geometry of Folded Maps, Part Two: Theory", "Vera Costa"), "parts in words"),
    (paper("A theory of gravel: III", "R. Stein; T. Vu", None, 1999), paper("A theory of gravel: IV", "R. Stein; T. Vu", None, 1999), "III and IV"),
    (paper("A theory of gravel", "R. Stein; T. Vu", None, 1998), paper("A theory of gravel II", "R. Stein; T. Vu", None, 1999), "the first part without a number"),
    (paper("Mechanised Metatheory for Tired People, Volume 2", "J. Novak; E. Roth"), paper("Mechanised Metatheory for Tired People, Volume 3", "J. Novak; E. Roth"), "volumes"),
    (paper("Lecture notes on leaky pipes: chapter 4", "P. Ohm"), paper("Lecture notes on leaky pipes: chapter 5", "P. Ohm"), "chapters by number"),
    # surveys and generic titles
    (paper("A survey of graph neural networks", "X. Chen; S. Ali", None, 2020), paper("A Survey of Graph Neural Networks", "M. Rossi; K. Abe; L. Wood", None, 2021), "surveys by others"),
    (paper("A survey of graph neural networks for fraud detection", "X. Chen; S. Ali", None, 2020), paper("A Survey of Graph Neural Networks for Fault Detection", "X. Chen; S. Ali", None, 2020), "surveys of other things"),
    (paper("A survey on hallucination in large language models", "L. Huang; W. Yu", None, 2023), paper("A Survey of Hallucination in Large Foundation Models", "V. Rawte; A. Sheth", None, 2023), "surveys by others, alike"),
    (paper("Deep learning: a survey", "H. Lang", None, 2015), paper("Deep Learning: A Survey", "B. Osei; R. Sun", None, 2021), "generic, years apart"),
    (paper("Federated learning: challenges and opportunities", "H. Lang", None, 2019), paper("Federated Learning: Opportunities and Challenges", "B. Osei; R. Sun", None, 2021), "generic, by others"),
    (paper("Introduction", "M. Rossi", None, 2009), paper("Introduction", "K. Abe", None, 2009), "introductions"),
    (paper("Introduction", "M. Rossi", None, 2009), paper("Introduction", "M. Rossi", None, 2014), "introductions by one, years apart"),
    (paper("Editorial", "K. Abe", None, 2011), paper("Editorial", "K. Abe", None, 2012), "editorials of two years"),
    (paper("Editorial", "K. Abe; L. Wood", "We are pleased to present this issue of the journal.", 2011), paper("Editorial", "K. Abe; L. Wood", "We are pleased to present this issue of the journal.", 2013), "editorials in the same words"),
    (paper("Editorial: Special issue on machine learning for the sea", "K. Abe", None, 2018), paper("Editorial: Special Issue on Machine Learning for the Sea", "P. Ohm; V. Costa", None, 2022), "special issues"),
    (paper("Preface", "", _PREFACE, 2015), paper("Preface", "", _PREFACE, 2016), "prefaces in the same words"),
    (paper("Preface to the workshop on unusual texts", "B. Davies", _PREFACE, 2015), paper("Preface to the workshop on tidal models", "I. Solheim", _PREFACE, 2015), "prefaces of two workshops"),
    (paper("Foreword", "L. Wood", None, 1990), paper("Foreword", "L. Wood", None, 1996), "forewords"),
    (paper("Discussion", "L. Wood"), paper("Discussion", "P. Ohm"), "discussions"),
    (paper("Book review", "L. Wood", None, 2001), paper("Book review", "L. Wood", None, 2003), "reviews"),
    (paper("Machine learning", "L. Wood", None, 2001), paper("Machine learning", "T. Mitch", None, 1997), "a field as a title"),
    (paper("Graph neural networks", "L. Wood", None, 2021), paper("Graph Neural Networks", "S. Ali", None, 2022), "a field as a title"),
    (paper("Author index", "", None, 2014), paper("Author index", "", None, 2015), "indexes"),
    (paper("Message from the general chairs", "", None, 2014), paper("Message from the General Chairs", "", None, 2017), "messages"),
    (paper("Proceedings of the workshop on unusual texts", "B. Davies", None, 2022), paper("Proceedings of the Workshop on Unusual Texts", "K. Mensah", None, 2023), "volumes of a series"),
    # same title, other authors
    (paper("Attention is not what you think it is", "Nadia Iqbal; Otto Kern", "We study attention in parrots that watch television, and find that they look at the corners of the screen.", 2019), paper("Attention Is Not What You Think It Is", "Hugo Marin; Sun Yee", "Attention weights of translation models are compared with the eye movements of interpreters.", 2022), "same title by others"),
    (paper("Learning to see in the dark", "Nadia Iqbal; Otto Kern", None, 2018), paper("Learning to See in the Dark", "Hugo Marin; Sun Yee", None, 2018), "same title by others, same year"),
    (paper("On the complexity of simple games", "F. Benedetti", None, 1994), paper("On the Complexity of Simple Games", "R. Gallagher", None, 2006), "same title by others, years apart"),
    (paper("Towards trustworthy autonomous vessels in crowded harbours", "N. Iqbal; O. Kern", None, 2020), paper("Towards Trustworthy Autonomous Vessels in Crowded Harbours", "H. Marin; S. Yee", None, 2020), "a long title by others"),
    (paper("What makes a good conversation?", "Nadia Iqbal", "Conversations of couples in cafés were recorded. Good ones have pauses, and bad ones have none; the number of words does not matter at all.", 2015), paper("What Makes a Good Conversation?", "Hugo Marin; Sun Yee", "Chatbots are rated by users after ten turns. We regress the ratings on features of the dialogue, and find that asking back matters most.", 2019), "same title, other abstract"),
    # versions and editions
    (paper("TidalBench 2: a benchmark for models of the sea", "I. Solheim; W. L. Chua", _BENCHMARK.format(2, 1200, "four", "nine", 41), 2022), paper("TidalBench 3: A Benchmark for Models of the Sea", "Ingrid Solheim; Wei Lun Chua", _BENCHMARK.format(3, 2600, "nine", "seventeen", 38), 2024), "versions of a benchmark"),
    (paper("TidalBench 2.0", "I. Solheim; W. L. Chua", _BENCHMARK.format("2.0", 1200, "four", "nine", 41), 2022), paper("TidalBench 2.1", "Ingrid Solheim; Wei Lun Chua", _BENCHMARK.format("2.1", 1250, "four", "eleven", 44), 2022), "minor versions of a benchmark"),
    (paper(None, "", _BENCHMARK.format(2, 1200, "four", "nine", 41)), paper("TidalBench 3: A Benchmark for Models of the Sea", "Ingrid Solheim", _BENCHMARK.format(3, 2600, "nine", "seventeen", 38), 2024), "versions by abstract alone"),
    (paper("Findings of the 2021 shared task on knitting patterns", "B. Davies; J. Horáková", _SHARED_TASK.format("second", "Danish", "Seven", 19), 2021), paper("Findings of the 2022 Shared Task on Knitting Patterns", "Bronwyn Davies; Jana Horáková", _SHARED_TASK.format("third", "Czech", "Eleven", 31), 2022), "years of a shared task"),
    (paper("SeaEval-2019 task 4: where is the buoy?", "S. Ali", None, 2019), paper("SeaEval-2019 Task 5: Where Is the Buoy?", "S. Ali", None, 2019), "tasks of one year"),
    (paper("Report on the fifth workshop on tidal models", "I. Solheim", None, 2015), paper("Report on the Sixth Workshop on Tidal Models", "I. Solheim", None, 2016), "workshops counted in words"),
    (paper("The Kestrel survey: third data release", "The Kestrel Collaboration; A. Lindgren", None, 2012), paper("The Kestrel Survey: Fourth Data Release", "The Kestrel Collaboration; A. Lindgren", None, 2014), "data releases"),
    (paper("Overview of the 11th meeting on urban jackdaws", "P. Zieliński"), paper("Overview of the 12th Meeting on Urban Jackdaws", "P. Zieliński"), "meetings by number"),
    (paper("OpenTide: a 7B model of the sea", "W. L. Chua; I. Solheim", None, 2024), paper("OpenTide: a 70B model of the sea", "W. L. Chua; I. Solheim", None, 2024), "sizes of a model"),
    (paper("YOLK v5: real-time detection of eggs", "S. Yee", None, 2021), paper("YOLK v6: Real-Time Detection of Eggs", "S. Yee", None, 2022), "versions with a letter"),
    # one word
    (paper("Lower bounds for sorting damp laundry on trees", "F. Benedetti; A. Demir", None, 2014), paper("Upper Bounds for Sorting Damp Laundry on Trees", "F. Benedetti; A. Demir", None, 2014), "lower and upper"),
    (paper("Supervised segmentation of satellite images of vineyards", "R. Jiménez; M. Hutchins", None, 2020), paper("Unsupervised Segmentation of Satellite Images of Vineyards", "R. Jiménez; M. Hutchins", None, 2020), "supervised and not"),
    (paper("Optimal scheduling of ferries with complete information", "G. Ferrante", None, 2011), paper("Optimal Scheduling of Ferries with Incomplete Information", "G. Ferrante", None, 2012), "complete and incomplete"),
    (paper("Stability of 2D foams under slow shear", "B. Moreau; C. D'Angelo", None, 2007), paper("Stability of 3D Foams under Slow Shear", "B. Moreau; C. D'Angelo", None, 2008), "2D and 3D"),
    (paper("Regularity of minimal soap films in dimension three", "B. Moreau"), paper("Regularity of Minimal Soap Films in Dimension Four", "B. Moreau"), "dimensions in words"),
    (paper("Growth of moss on granite walls exposed to the north", "A. Virtanen", None, 1999), paper("Growth of Moss on Granite Walls Exposed to the South", "A. Virtanen", None, 1999), "north and south"),
    (paper("Sleep and memory in adult zebra finches", "R. Lindqvist; A. Okonkwo", None, 2016), paper("Sleep and Memory in Juvenile Zebra Finches", "R. Lindqvist; A. Okonkwo", None, 2016), "adult and juvenile"),
    (paper("Search for tensor currents in the decay of caesium at 7 TeV", "The Kestrel Collaboration", None, 2012), paper("Search for Tensor Currents in the Decay of Caesium at 8 TeV", "The Kestrel Collaboration", None, 2013), "energies"),
    (paper("Search for scalar leptoquarks in final states with two taus", "The Kestrel Collaboration", None, 2012), paper("Search for Vector Leptoquarks in Final States with Two Taus", "The Kestrel Collaboration", None, 2012), "searches of one collaboration"),
    # about a paper, not the paper
    (paper("Erratum to: Moss on granite walls exposed to the north", "A. Virtanen", None, 2000), paper("Moss on Granite Walls Exposed to the North", "Aino Virtanen", None, 1999), "an erratum"),
    (paper("Optimal scheduling of ferries with complete information (Erratum)", "G. Ferrante", None, 2012), paper("Optimal Scheduling of Ferries with Complete Information", "G. Ferrante", None, 2011), "an erratum, said behind"),
    (paper("Corrigendum: Peatland Carbon Loss under Repeated Drought: A Twelve-Year Field Experiment", "Fiona MacAllister; Henrik Aalto", None, 2018), paper("Peatland Carbon Loss under Repeated Drought: A Twelve-Year Field Experiment", "Fiona MacAllister; Jarosław Wiśniewski; Henrik Aalto", None, 2017), "a corrigendum"),
    (paper("Comment on “Measurement of the β-Decay Asymmetry of Polarised Caesium in a Magnetic Bottle”", "H. von Rautenfeld", None, 2017), paper("Measurement of the β-Decay Asymmetry of Polarised Caesium in a Magnetic Bottle", "The Kestrel Collaboration; H. von Rautenfeld", None, 2016), "a comment by one of the authors"),
    (paper("Reply to comment on “Measurement of the β-Decay Asymmetry of Polarised Caesium”", "A. Lindgren", None, 2017), paper("Comment on “Measurement of the β-Decay Asymmetry of Polarised Caesium”", "H. von Rautenfeld", None, 2017), "a comment and the reply"),
    (paper("Reply to “Sleep spindles predict overnight forgetting of irrelevant melodies”", "R. Lindqvist"), paper("Sleep Spindles Predict Overnight Forgetting of Irrelevant Melodies", "C. Figueiredo; R. Lindqvist", None, 2018), "a reply"),
    (paper("Retraction: Heat pumps in old houses: evidence from 5,000 smart meters", "K. Dvořáková; W. H. Stone; I. Haugen", None, 2023), paper("Heat Pumps in Old Houses: Evidence from 5,000 Smart Meters", "Klára Dvořáková; William H. Stone; Ingeborg Haugen", None, 2022), "a retraction"),
    (paper("Retraction notice to “Hidden schedules: how nurses repair rosters”", "O. Hargreaves"), paper("Hidden schedules: how nurses repair rosters", "O. Hargreaves"), "a retraction's notice"),
    (paper("Correction to: Tracking Sea Turtles with Shared Acoustic Tags and Borrowed Hydrophones", "Malia Kealoha; Ngozi Eze"), paper("Tracking Sea Turtles with Shared Acoustic Tags and Borrowed Hydrophones", "Malia Kealoha; João Batista da Silva; Ngozi Eze"), "a correction"),
    (paper("A commentary on “The price of kindness: tipping in four harbour towns”", "M. Oyelaran"), paper("The Price of Kindness: Tipping in Four Harbour Towns", "G. Ferrante; M. Oyelaran"), "a commentary"),
    (paper("Supplementary material for “Neural Radiance Fields for Stained Glass”", "Marie-Claire Dubois; Takeshi Onodera", None, 2022), paper("Neural Radiance Fields for Stained Glass", "Marie-Claire Dubois; Takeshi Onodera", None, 2022), "supplementary material"),
    (paper("Supplement to: Long-Range Correlations in the Foraging Flights of Urban Jackdaws", "P. Zieliński; H. Cole"), paper("Long-Range Correlations in the Foraging Flights of Urban Jackdaws", "P. Zieliński; H. Cole"), "a supplement"),
    (paper("Efficient verification of sorting networks by symmetry breaking – online appendix", "R. Gallagher", None, 2014), paper("Efficient Verification of Sorting Networks by Symmetry Breaking", "Ronan Gallagher; Ayşe Demir", None, 2014), "an appendix"),
    (paper("Data for: Estimating ice thickness of mountain lakes from the sound of skates", "R. Caduff; L. Sandberg", None, 2020), paper("Estimating Ice Thickness of Mountain Lakes from the Sound of Skates", "Reto Caduff; Linnéa Sandberg", None, 2020), "data of a paper"),
    (paper("Review of: What remote teams lose: serendipity in the corridors of a software firm", "P. Ohm"), paper("What Remote Teams Lose: Serendipity in the Corridors of a Software Firm", "Meredith Vaughn; Tariq Siddiqui"), "a review"),
    # the same words that say nothing
    (paper("Fibred knots and leaky seams", "P. Ohm", _WITHDRAWN, 2009), paper("A shorter proof for wet surfaces", "V. Costa", _WITHDRAWN, 2012), "withdrawn, both"),
    (paper(None, "", _WITHDRAWN), paper("A shorter proof for wet surfaces", "V. Costa", _WITHDRAWN, 2012), "withdrawn, title not given"),
    (paper("Fibred knots and leaky seams", "P. Ohm", "Withdrawn by the authors", 2009), paper("A shorter proof for wet surfaces", "P. Ohm", "Withdrawn by the authors", 2012), "withdrawn, of one author"),
    (paper("Stirring honey with a spoon", "P. Ohm", _RETRACTED, 2015), paper("Cooling soup with a draught", "V. Costa", _RETRACTED, 2016), "retracted, both"),
    (paper("Stirring honey with a spoon", "P. Ohm; V. Costa", _RETRACTED, 2015), paper("Stirring honey with a fork", "P. Ohm; V. Costa", _RETRACTED, 2015), "retracted, both, alike"),
    (paper("A weather station for balconies", "S. Yee; H. Marin", _EXTENDED, 2016), paper("Bicycles as sensors of traffic noise", "S. Yee; O. Kern", _EXTENDED, 2016), "extended abstracts"),
    (paper("A weather station for balconies", "S. Yee; H. Marin", _EXTENDED, 2016), paper("A noise station for balconies", "S. Yee; H. Marin", _EXTENDED, 2017), "extended abstracts, alike"),
    (paper("Compost and its discontents", "N. Iqbal", _NO_ABSTRACT, 1985), paper("Whistling in tunnels", "O. Kern", _NO_ABSTRACT, 1988), "no abstract, said at length"),
    (paper("Compost and its discontents", "", _NO_ABSTRACT), paper("Whistling in tunnels", "", _NO_ABSTRACT), "no abstract, no authors"),
    (paper("Low tide in Lübeck", "S. Ali", "Tutorial given at the summer school. Slides, exercises and recordings are available from the web page of the school, as are those of former years.", 2019), paper("High tide in Lisbon", "S. Ali", "Tutorial given at the summer school. Slides, exercises and recordings are available from the web page of the school, as are those of former years.", 2020), "tutorials of one school"),
    # papers of a group that share words
    (paper("Glove retrieval in parks", "Ana Ruiz; Bo Ek", None, 2020), paper("Glove retrieval in museums", "Ana Ruiz; Bo Ek", None, 2020), "short titles, other places"),
    (paper("Crow-based retrieval of gloves in city parks", "Ana Ruiz; Bo Ek", None, 2020), paper("Crow-Based Retrieval of Scarves in City Parks", "Ana Ruiz; Bo Ek", None, 2020), "gloves and scarves"),
    (paper("CROWS at SeaEval 2020: transformers for buoy detection", "Ana Ruiz; Bo Ek", None, 2020), paper("CROWS at SeaEval 2021: Transformers for Buoy Detection", "Ana Ruiz; Bo Ek", None, 2021), "system papers of two years"),
    (paper("Essays in harbour economics", "G. Ferrante"), paper("Essays in harbour economics", "M. Oyelaran"), "theses with one title"),
]  # fmt: skip

#: An identifier that both have by mistake: printed above the wrong paper, or that of a volume.
_CONFLICTS = [
    (paper("A shorter proof for wet surfaces", "V. Costa", "We shorten the proof of the theorem on wet surfaces from forty pages to six by a change of variables.", arxiv="2104.00001"), paper("Fibred Knots and Leaky Seams", "P. Ohm", "Seams that leak are modelled by knots that fibre over the circle, and classified in genus one.", 2021, arxiv="2104.00001"), "an arXiv id of another paper"),
    (paper("A shorter proof for wet surfaces", "V. Costa", arxiv="2104.00001"), paper("Fibred Knots and Leaky Seams", "P. Ohm", None, 2021, arxiv="2104.00001"), "an arXiv id of another paper, no abstracts"),
    (paper("A shorter proof for wet surfaces", arxiv="2104.00001"), paper("Fibred Knots and Leaky Seams", arxiv="2104.00001"), "an arXiv id of another paper, titles alone"),
    (paper("Glacier tongues and their dialects", "O. Jónsdóttir", None, 2020, doi="10.5555/volume.12"), paper("Fishing quotas in fjords", "L. Haraldsen", None, 2020, doi="10.5555/volume.12"), "the DOI of a volume"),
    (paper("Glacier tongues and their dialects", "O. Jónsdóttir", "Where glaciers end, people speak differently. We recorded 31 speakers on both sides of two tongues.", 2020, doi="10.5555/volume.12"), paper("Dialects of fjords", "O. Jónsdóttir", "Fjords divide dialects more than mountains do, as 4,400 answers to a questionnaire by post show.", 2020, doi="10.5555/volume.12"), "the DOI of a volume, one author"),
    (paper("Chapter 3: Ropes", "P. Ohm", None, 2012, doi="10.5555/book-9"), paper("Chapter 4: Anchors", "P. Ohm", None, 2012, doi="10.5555/book-9"), "chapters of a book by its DOI"),
    (paper("Ropes and their ends", "P. Ohm", None, 2012, doi="10.5555/book-9"), paper("The Handbook of Harbours", "V. Costa; P. Ohm", None, 2012, doi="10.5555/book-9"), "a chapter and its book"),
    (paper("Queueing for ferries in winter", "A. Banerjee", "We model the queue of cars at a ferry by a fluid limit with breakdowns, and find when a second ferry pays.", doi="10.5555/queue.2"), paper("Warm bread and long queues", "G. Müller", "A bakery's queue is shorter when the bread is cold. A game between bakers and customers explains why.", 2013, doi="10.5555/queue.2"), "a DOI copied from the line above"),
    (paper("Knitting with wire", "J. Horáková", "Copper wire can be knitted on common machines when it is thinner than a fifth of a millimetre.", 2021, arxiv="2107.05555", doi="10.5555/wire.1"), paper("Brewing with rain", "F. Oberhuber", "Rain water is soft enough for most beers, as a year of brewing on a roof in Graz has shown.", 2021, arxiv="2107.05555", doi="10.5555/rain.1"), "an arXiv id of another paper, DOIs of their own"),
    (paper("Invited talk: the sound of ice", "R. Caduff", None, 2019, doi="10.5555/talks"), paper("Invited talk: the price of thread", "A. Rousseau", None, 2019, doi="10.5555/talks"), "invited talks of one volume"),
]  # fmt: skip


def _different(invented: list[Invented]) -> Iterator[Pair]:
    for place, (one, sibling) in enumerate(invented):
        match place % 4:
            case 0:
                yield Pair(one, sibling, DIFFERENT, "siblings that share sentences")
            case 1:
                yield Pair(
                    _unidentified(one),
                    _unidentified(sibling, year=one.year),
                    DIFFERENT,
                    "siblings of one year that share sentences",
                )
            case 2:
                yield Pair(_bare(one), _bare(sibling), DIFFERENT, "siblings by title and authors")
            case _:
                yield Pair(_unnamed(sibling), one, DIFFERENT, "a sibling's abstract alone")
    for (one, _), (other, _) in zip(invented[::3], invented[1::3], strict=False):
        if identifier := other.arxiv_id:
            yield Pair(
                one._replace(arxiv_id=identifier, doi=None),
                other,
                DIFFERENT,
                "an arXiv id of another paper",
                conflict=True,
            )
        elif other.doi:
            yield Pair(
                _bare(one, doi=other.doi, year=other.year),
                other,
                DIFFERENT,
                "a DOI of another paper",
                conflict=True,
            )
    for one, sibling in invented[1::4]:
        if one.doi:
            yield Pair(
                _unidentified(sibling, doi=one.doi),
                one,
                DIFFERENT,
                "siblings under one DOI",
                conflict=True,
            )
    yield from (Pair(left, right, DIFFERENT, why) for left, right, why in _DIFFERENT_WRITTEN)
    yield from (Pair(left, right, DIFFERENT, why, conflict=True) for left, right, why in _CONFLICTS)


def pairs() -> list[Pair]:
    """Return all pairs, the same ones each time."""
    invented = _invented()
    return [*_same(invented), *_likely(invented), *_different(invented)]
