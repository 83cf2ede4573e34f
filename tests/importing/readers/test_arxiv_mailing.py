from collections.abc import Callable

from readlist.domain import PaperDraft, SkippedText

Read = Callable[[str], tuple[str, list[PaperDraft], list[SkippedText]]]

RULE = "-" * 78
MAIL = f"""Date: Fri, 1 Jan 21 00:00:00 GMT
Subject: bells daily 1 new
{RULE}
\\\\
arXiv:2101.00001
Date: Fri, 1 Jan 2021 00:00:00 GMT   (9kb)

Title: Bells, Ropes and the Wind that
  Moves Them
Authors: Zo\\"e M\\"uller-Ott (Quay, and Sons) and Li
  Nov\\'ak
Categories: bells.RP
Comments: 9 pages, see https://example.org/notes
DOI: 10.1234/bells
\\\\
  Harbour bells are rung by hand in most of the towns along
this coast. We time them.
  A wet rope costs time.
\\\\ ( https://arxiv.org/abs/2101.00001 ,  9kb)
{RULE}
\\\\
arXiv:2101.00002 (*cross-listing*)
replaced with revised version Fri, 1 Jan 2021 00:00:00 GMT   (9kb)

Title: Ropes
Authors: Per Ash
\\\\ ( https://arxiv.org/abs/2101.00002 ,  9kb)
%%%---%%%
"""


def test_fields_and_abstract_are_read(read: Read) -> None:
    name, (paper, _), _ = read(MAIL)

    assert name == "arxiv-mailing"
    assert paper.title == "Bells, Ropes and the Wind that Moves Them"
    assert paper.authors == ("Zoë Müller-Ott", "Li Novák")
    assert paper.abstract == (
        "Harbour bells are rung by hand in most of the towns along this coast. We time them.\n\n"
        "A wet rope costs time."
    )
    assert paper.comment == "9 pages, see https://example.org/notes"
    assert (paper.arxiv_id, paper.doi) == ("2101.00001", "10.1234/bells")
    assert paper.links == ("https://arxiv.org/abs/2101.00001", "https://example.org/notes")


def test_a_revised_paper_has_no_abstract(read: Read) -> None:
    _, (_, paper), _ = read(MAIL)

    assert (paper.title, paper.arxiv_id, paper.abstract) == ("Ropes", "2101.00002", None)


def test_lines_are_accounted_for(read: Read) -> None:
    _, papers, skipped = read(MAIL)

    assert [(paper.first_line, paper.last_line) for paper in papers] == [(5, 19), (22, 27)]
    assert [(piece.first_line, piece.last_line) for piece in skipped] == [
        (1, 4),
        (20, 21),
        (28, 28),
    ]
