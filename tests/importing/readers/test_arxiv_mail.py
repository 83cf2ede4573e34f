from collections.abc import Callable

import pytest

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


OLD_STYLE = r"""\\
Paper: {id}
From: Zoe Mueller  <zoe@example.org>
Date: Fri, 1 Jan 1999 00:00:00 GMT   (9kb)

Title: Ropes that are
  Wet
Authors: Per Ash
Comments: 9 pages, Latex, No
  preprint number
\\
"""


@pytest.mark.parametrize("identifier", ["hep-th/9901001", "math/9901001", "2101.00001"])
def test_one_paper_of_the_old_style(read: Read, identifier: str) -> None:
    name, (paper,), _ = read(OLD_STYLE.format(id=identifier))

    assert name == "arxiv-mailing"
    assert (paper.title, paper.authors) == ("Ropes that are Wet", ("Per Ash",))
    assert (paper.arxiv_id, paper.comment) == (identifier, "9 pages, Latex, No preprint number")
    assert paper.abstract is None


def test_a_mail_that_was_cut_ends_with_its_paragraph(read: Read) -> None:
    text = MAIL.partition("\\\\ ( https")[0] + "\nWhat follows is another text.\n"

    _, (paper,), _ = read(text)

    assert (paper.abstract or "").endswith("A wet rope costs time.")
    assert paper.last_line == 18


@pytest.mark.parametrize("count", [1, 2, 40])
def test_mails_of_any_length(read: Read, count: int) -> None:
    item = MAIL[MAIL.index("\\\\\narXiv") : MAIL.index(RULE + "\n\\\\\narXiv:2101.00002")]

    name, papers, _ = read("".join(item.replace("00001", f"{n:05}") for n in range(count)))

    assert name == "arxiv-mailing"
    assert [paper.arxiv_id for paper in papers] == [f"2101.{n:05}" for n in range(count)]


def test_a_forwarded_mail(read: Read) -> None:
    quoted = "".join(f"> {line}".rstrip() + "\n" for line in MAIL.splitlines())

    name, papers, _ = read(
        f"Have a look at these.\n\nOn Fri, 1 Jan 2021, somebody wrote:\n\n{quoted}"
    )

    assert name == "arxiv-mailing"
    assert [paper.arxiv_id for paper in papers] == ["2101.00001", "2101.00002"]
    assert papers[0].title == "Bells, Ropes and the Wind that Moves Them"
    assert (papers[0].abstract or "").count("\n\n") == 1
    assert (papers[0].first_line, papers[0].last_line) == (9, 23)
