"""BibTeX: what entries say, what is broken, and where it begins."""

import pytest

from readlist.domain import PaperDraft, SkippedText, Status
from readlist.importing.readers.bibtex import BibTeX

READER = BibTeX()


def read(text: str) -> tuple[list[PaperDraft], list[SkippedText]]:
    pieces = list(READER.read(text.split("\n")))
    papers = [piece for piece in pieces if isinstance(piece, PaperDraft)]
    return papers, [piece for piece in pieces if isinstance(piece, SkippedText)]


def one(text: str) -> PaperDraft:
    (paper,), skipped = read(text)
    assert not skipped
    return paper


def field(name: str, value: str) -> PaperDraft:
    return one(f"@misc{{k, title = {{Ropes}},\n {name} = {{{value}}}}}")


# What an entry says


def test_an_entry_of_bibtex() -> None:
    paper = one(r"""@Article{moss1999,
  Author    = {Moss, Ada and Bo Ek and van der Berg, Cleo and {The Bell Guild} and others},
  TITLE     = "On the {B}ells of {\O}rsund: {\'E}tudes in Stra{\ss}e",
  journal   = {Journal of Bells \& Ropes},
  volume    = 3,
  pages     = {1--20},
  year      = 1999,
  month     = jan # "~3",
  doi       = {https://doi.org/10.5555/bells\_3},
  url       = {https://bells.example.org/~moss/a_b.pdf},
  note      = {With a supplement},
  abstract  = {We ring 40 bells.

               Then we   do not.},
}""")
    assert paper == PaperDraft(
        1,
        15,
        title="On the Bells of Ørsund: Études in Straße",
        authors=("Ada Moss", "Bo Ek", "Cleo van der Berg", "The Bell Guild"),
        more_authors=True,
        abstract="We ring 40 bells.\n\nThen we do not.",
        comment="With a supplement",
        year=1999,
        venue="Journal of Bells & Ropes",
        doi="10.5555/bells_3",
        links=("https://bells.example.org/~moss/a_b.pdf",),
    )


def test_an_entry_of_biblatex() -> None:
    paper = one(r"""@online{moss,
  title       = {Tallow},
  subtitle    = {Candles in Draughts},
  author      = {given=Ada, family=Moss and family=Berg, given=Cleo, prefix=van der},
  date        = {2021-03-04/2021-05-01},
  urldate     = {2022-01-01},
  eprinttype  = {arxiv},
  eprint      = {2399.00010v2},
  eprintclass = {cs.CL},
  annotation  = {Buy wax},
  keywords    = {wax, to-cite},
}""")
    assert paper.title == "Tallow: Candles in Draughts"
    assert paper.authors == ("Ada Moss", "Cleo van der Berg")
    assert (paper.year, paper.arxiv_id, paper.venue) == (2021, "2399.00010", None)
    assert paper.kept is not None
    assert (paper.kept.note, paper.kept.tags) == ("Buy wax", ("wax", "to-cite"))


def test_brackets_abbreviations_and_values_in_pieces() -> None:
    papers, skipped = read("""@STRING{jbr = "Journal of Bells"}
@string(rope = {Rope})
@article(moss:99+a,
  author = "Moss, A. (Ada)" # { and } # "Ek, Bo",
  title = "Say {"}when{"} (twice)",
  journal = JBR # " and " # rope)
@article{ek, title = {Knots}, journal = unknown, month = oct}""")
    assert [(paper.title, paper.venue) for paper in papers] == [
        ('Say "when" (twice)', "Journal of Bells and Rope"),
        ("Knots", None),
    ]
    assert papers[0].authors == ("A. (Ada) Moss", "Bo Ek")
    assert [(each.first_line, each.last_line) for each in skipped] == [(1, 2)]


@pytest.mark.parametrize(
    ("raw", "names", "more"),
    [
        ("Moss, Ada AND Ek, Bo", ("Ada Moss", "Bo Ek"), False),
        ("Ada Moss\n   and\n   Bo Ek", ("Ada Moss", "Bo Ek"), False),
        ("King, Jr., Martin", ("Martin King Jr.",), False),
        ("{Guild and Sons} and {{Wax, Inc.}}", ("Guild and Sons", "Wax, Inc."), False),
        ("de la Mo{\\~n}a, {\\'I}{\\~n}igo", ("Íñigo de la Moña",), False),
        (r"Cvejanovi\ifmmode \acute{c}\else \'{c}\fi{}, S.", ("S. Cvejanović",), False),
        ('M.~S.~{Sch\\"offler} and {D\\"orner}, R.', ("M. S. Schöffler", "R. Dörner"), False),
        ("Ping, and Ek, B.", ("Ping", "B. Ek"), False),
        ("A. Moss, B. Ek, and C. Roe", ("A. Moss", "B. Ek", "C. Roe"), False),
        ("Ada Moss, Bo Ek, Cleo Roe", ("Ada Moss", "Bo Ek", "Cleo Roe"), False),
        ("Moss, A., Ek, B.", ("A. Moss", "B. Ek"), False),
        ("Moss, A.; Ek, B. and others", ("A. Moss", "B. Ek"), True),
        ("Moss, Ada and et al.", ("Ada Moss",), True),
        ("Ada Moss 0001 and Bo Ek", ("Ada Moss", "Bo Ek"), False),
        ("Plato", ("Plato",), False),
        ("Anderson, Sand and Andy Band", ("Sand Anderson", "Andy Band"), False),
        (" and ", (), False),
    ],
)
def test_authors(raw: str, names: tuple[str, ...], more: bool) -> None:
    paper = field("author", raw)
    assert (paper.authors, paper.more_authors) == (names, more)


@pytest.mark.parametrize(
    ("entry", "venue"),
    [
        ("@article{k, title={T t}, journaltitle={Wax}, publisher={Ink}}", "Wax"),
        ("@inproceedings{k, title={T t}, booktitle={Proc. of Wax}, publisher={Ink}}", "Proc. of Wax"),
        ("@phdthesis{k, title={T t}, school={Uni \\AA{}s}}", "Uni Ås"),
        ("@techreport{k, title={T t}, institution={Guild}, number=3}", "Guild"),
        ("@book{k, title={T t}, publisher={Ink}}", "Ink"),
        ("@misc{k, title={T t}, howpublished={Wax Blog}}", "Wax Blog"),
        ("@misc{k, title={T t}, howpublished={\\url{https://wax.example.org}}}", None),
        ("@misc{k, title={T t}, publisher={arXiv}, number={arXiv:2399.00010}}", None),
        ("@article{k, title={T t}, journal={CoRR}, volume={abs/2399.00010}}", None),
        ("@article{k, title={T t}, journal={\\mnras}}", "Monthly Notices of the Royal Astronomical Society"),
        ("@article{k, title={T t}, journal={\\waxj}}", "waxj"),
    ],
)  # fmt: skip
def test_the_venue(entry: str, venue: str | None) -> None:
    assert one(entry).venue == venue


@pytest.mark.parametrize(
    ("fields", "doi", "arxiv_id"),
    [
        ("doi = {10.5555/ab_c}", "10.5555/ab_c", None),
        ("doi = {doi:10.5555/ab{\\_}c.}", "10.5555/ab_c", None),
        ("DOI = {http://dx.doi.org/10.1002/(SICI)1(19)4:8%3C69::AID%3E3.0.CO;2-O}",
         "10.1002/(SICI)1(19)4:8<69::AID>3.0.CO;2-O", None),
        ("doi = {see doi:https://doi.org/10.5555/a <https://doi.org/10.5555/a>}", "10.5555/a", None),
        ("doi = {10.5555/a and 10.5555/b}", None, None),
        ("url = {https://dx.doi.org/10.5555/a}", "10.5555/a", None),
        ("url = {https://wax.example.org/doi/10.5555/a}", None, None),
        ("eprint = {2399.00010v3}, archivePrefix = {arXiv}", None, "2399.00010"),
        ("eprint = {arXiv:hep-th/9911001}", None, "hep-th/9911001"),
        ("eprint = {2399.00010}, eprinttype = {jstor}", None, None),
        ("eprint = {12345}", None, None),
        ("arxivId = {2399.00010}", None, "2399.00010"),
        ("url = {http://arxiv.org/pdf/2399.00010v1.pdf}", None, "2399.00010"),
        ("journal = {arXiv preprint arXiv:2399.00010}", None, "2399.00010"),
        ("journal = {arXiv:2399.00010 [cs]}", None, "2399.00010"),
        ("howpublished = {\\url{https://arxiv.org/abs/2399.00010}}", None, "2399.00010"),
        ("journal = {CoRR}, volume = {abs/2399.00010}", None, "2399.00010"),
        ("doi = {10.48550/arXiv.2399.00010}", "10.48550/arXiv.2399.00010", "2399.00010"),
        ("note = {arXiv:2399.00010 [cs]}", None, "2399.00010"),
        ("note = {Builds on arXiv:2399.00010 and others}", None, None),
        ("abstract = {As in arXiv:2399.00010, doi:10.5555/a}", None, None),
    ],
)  # fmt: skip
def test_identifiers(fields: str, doi: str | None, arxiv_id: str | None) -> None:
    paper = one(f"@article{{k, title = {{Ropes}}, {fields}}}")
    assert (paper.doi, paper.arxiv_id) == (doi, arxiv_id)


@pytest.mark.parametrize(
    ("fields", "year"),
    [
        ("year = 1999", 1999),
        ("year = {2003a}", 2003),
        ("year = {in press}", None),
        ("date = {2021-04}", 2021),
        ("year = {to appear}, date = {2021-04}", 2021),
        ("urldate = {2021-04-04}", None),
        ("issued = {{2017}}", 2017),
    ],
)
def test_the_year(fields: str, year: int | None) -> None:
    assert one(f"@article{{k, title = {{Ropes}}, {fields}}}").year == year


@pytest.mark.parametrize(
    ("raw", "title"),
    [
        ("{{Tallow}}: {A} {GPU-based} Candle", "Tallow: A GPU-based Candle"),
        ("{A title\n      in {N}orth}", "A title in North"),
        ("The $K$-shell of O${}_{2}$ and $2{p}_{3/2}^{$-${}1}$",
         "The $K$-shell of O${}_{2}$ and $2{p}_{3/2}^{$-${}1}$"),
        ("H<sub>2</sub>O in <i>Vitro</i> {\\&}amp; Vivo", "H$_{2}$O in Vitro & Vivo"),
        ("100\\% of R\\&D at \\$5", "100% of R&D at $5"),
        ("{\\it Slow} \\textbf{and \\emph{slower}} \\LaTeX{} bells", "Slow and slower LaTeX bells"),
        ("``Ropes'' -- a 3--4 year --- study", "“Ropes” – a 3–4 year — study"),
        ("1984", "1984"),
    ],
)  # fmt: skip
def test_titles(raw: str, title: str) -> None:
    assert one(f"@article{{k, title = {{{raw}}}}}").title == title


def test_abstracts_with_html() -> None:
    raw = "<jats:p>Ropes &amp; <jats:italic>bells</jats:italic>.</jats:p> <p>If $a<b$ then.</p>"
    assert field("abstract", raw).abstract == "Ropes & bells.\n\nIf $a<b$ then."
    assert field("abstract", "Abstract   We ring.").abstract == "We ring."


def test_what_a_person_did() -> None:
    kept = field("keywords", "wax, to-cite").kept
    assert kept is not None
    assert kept.tags == ("wax", "to-cite")
    assert field("keywords", "Candles, Physics - Wax").kept is None  # the publisher's
    assert field("note", "Accessed: 2021-01-02").comment is None
    kept = field("readstatus", "read").kept
    assert kept is not None
    assert kept.status is Status.DONE


# Entries that refer to others


def test_what_an_entry_has_of_another() -> None:
    papers, skipped = read("""@inproceedings{a, title = {Early}, crossref = {Wax11}}
@proceedings{wax11, title = {Proceedings of Wax}, year = 2011, doi = {10.5555/book}}
@incollection{b, title = {Late}, crossref = {wax11}, year = 2012}
@book{c, title = {Shared}, xdata = {ink}}
@xdata{ink, publisher = {Ink}, date = {1990-01}}
@article{d, title = {Lost}, crossref = {nobody}}""")
    assert [(each.title, each.venue, each.year, each.doi) for each in papers] == [
        ("Early", "Proceedings of Wax", 2011, None),
        ("Proceedings of Wax", None, 2011, "10.5555/book"),
        ("Late", "Proceedings of Wax", 2012, None),
        ("Shared", "Ink", 1990, None),
        ("Lost", None, None, None),
    ]
    assert [each.first_line for each in papers] == [1, 2, 3, 4, 6]
    assert [each.reason for each in skipped] == ["fields that other entries share"]


# What is no paper, and what is broken


def test_what_is_skipped_and_why() -> None:
    papers, skipped = read("""% Encoding: UTF-8
@preamble{"\\newcommand{\\x}[1]{}"}
@Comment{
@article{hidden, title = {Hidden}}
}
@misc{empty, author = {Nobody}}
@article{settings, author = "08", title = "0"}
Some words.
@article{same, title = {First}}
@article{same, title = {Second}, title = {Third}}
@misc{alone, doi = {10.5555/alone}}
""")
    assert [paper.title for paper in papers] == ["First", "Second", None]
    assert papers[2].doi == "10.5555/alone"
    assert [(each.first_line, each.last_line, each.reason) for each in skipped] == [
        (1, 1, "text outside the records"),
        (2, 2, "a preamble for LaTeX"),
        (3, 5, "a comment"),
        (6, 6, "a record without a title or an identifier"),
        (7, 7, "a record without a title or an identifier"),
        (8, 8, "text outside the records"),
    ]


def test_broken_entries_are_told_and_the_rest_is_read() -> None:
    papers, skipped = read("""@article{a, title = {Open,
  year = 2000
}
@article{b, title = {Good}}
@article{c, title = "Open, too,
  year = {2000},
}
@article{d, title = {Many}},
  author = {Ek, Bo},
}
@article{e, title {Equals}}
@article{f, title = {Fine}}
@article{g, title = {Cut""")
    assert [paper.title for paper in papers] == ["Good", "Many", "Fine"]
    assert [(each.first_line, each.last_line, each.reason) for each in skipped] == [
        (1, 3, "a broken BibTeX entry: its closing brace is missing"),
        (5, 7, "a broken BibTeX entry: a closing brace too many"),
        (9, 10, "fields outside an entry: the one before has a closing brace too many"),
        (11, 11, "a broken BibTeX entry: '=' expected in line 11"),
        (13, 13, "a broken BibTeX entry: its closing brace is missing"),
    ]


def test_common_slips_are_mended() -> None:
    paper = one("""@article{a b,
  title = {Ropes}
  author = {Ek, Bo},  % and who else?
% note = {Commented {out},
  pages = 12--15,
  month = July 3
  year = {2000}
}""")
    assert (paper.title, paper.authors, paper.year) == ("Ropes", ("Bo Ek",), 2000)
    assert one("@article{,title={Empty}}").title == "Empty"
    assert one("@article{title={None}}").title == "None"


def test_entries_on_one_line() -> None:
    papers, skipped = read("@misc{a, title={One}}, @misc{b, title={Two}} @misc{c,\n title={Three}}")
    assert [(each.first_line, each.last_line, each.title) for each in papers] == [
        (1, 1, "One"),
        (1, 1, "Two"),
        (2, 2, "Three"),
    ]
    assert not skipped


# Where it begins

OTHERS = [
    "@dataclass(frozen=True)\nclass A:\n    title = 'x'",
    "# comment\n@pytest.mark.parametrize(\n    'x', [1])\ndef test(): ...",
    '@report(foo, name="x")\ndef f(): ...',
    '@Entity\n@Table(name = "users", schema = "x")\npublic class User {}',
    '@RequestMapping(value = {"/a"}, method = GET)',
    "@media screen {\n  a { color: red }\n}",
    "@font-face {\n  font-family: x;\n}",
    "@page { size: a4, margin = {1} }",
    "@ada please look at this: {x, y = 1}",
    "ada@example.org\n@article about wax",
    "@param x the {wax}, y = {2}\n",
    "@node Top, Next, , (dir)\n@code{x, y = z}",
    "@list = {a, b = 'x'};\n@h{qw(a b)} = (1, 2);",
    "@property (nonatomic, strong) NSString *title;",
    "@Component({\n  selector: 'x',\n  title = {y}\n})",
    "Dear Ada,\n\n@article{a, title = {Ropes}}\n",
    "@article{key}",
    "@misc{}",
    "",
    "%\n% only a comment",
]


@pytest.mark.parametrize("text", OTHERS)
def test_other_files_are_not_taken_for_bibtex(text: str) -> None:
    assert not READER.is_certain(text.split("\n"))


@pytest.mark.parametrize(
    "text",
    [
        "@article{a, title = {Ropes}}",
        "\ufeff\n% Encoding: UTF-8\n\n@ARTICLE {a,\n  title = {Ropes}\n}",
        "@string{w = \"Wax\"}",
        "@preamble{ \"\\x\" }",
        "@Comment{jabref-meta: databaseType:biblatex;}\n@misc(a, title = {Ropes})",
        "@dataset{Ek:2020/1,\n  % no author\n  title = {Ropes}}",
        "@article{, title={Ropes}}",
        "@article{two words, title={Ropes}}",
        "# my papers\n@article{a,author=wax # { and Ek},}",
    ],
)  # fmt: skip
def test_bibtex_is_certain(text: str) -> None:
    assert READER.is_certain(text.split("\n"))


def test_entries_within_other_text() -> None:
    lines = [
        *("Ropes and Bells", "Ada Moss", "BibTeX"),
        *("@misc{moss2023ropes,", "      title={Ropes and Bells},", "}"),
        *("View PDF", "@article{open, title={Ropes", "@ada {x, y}"),
    ]
    assert READER.record_end(lines, 3) == 6
    assert [READER.record_end(lines, place) for place in (0, 2, 4, 7, 8)] == [None] * 5
