"""The corpus and its judge: the same for the same seed, true to the text, and just."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random

import pytest
from tests.pastes import Paste, Truth, altered, corpus, layouts, mixed, papers, render
from tests.pastes.judge import by_shape, judge, match, normal, table
from tests.pastes.tex import plain, plain_name, plain_title, texify


@dataclass(frozen=True)
class Seen:
    """A found paper."""

    title: str | None
    authors: Sequence[str] = ()
    arxiv_id: str | None = None
    doi: str | None = None
    abstract: str | None = None
    first_line: int = 1
    last_line: int = 1_000_000


def _perfect(paste: Paste) -> list[Seen]:
    return [
        Seen(one.title, one.authors or (), one.arxiv_id, one.doi, _abstract(one))
        for one in paste.papers
    ]


def _abstract(truth: Truth) -> str | None:
    return f"{truth.abstract_starts} {truth.abstract_ends or ''}" if truth.abstract_starts else None


def _ids() -> list[str]:
    return [f"{shape}/{layout}" for shape, layout in layouts()]


def test_the_same_seed_writes_the_same_pastes() -> None:
    assert list(corpus(3, sizes=[1, 7])) == list(corpus(3, sizes=[1, 7]))
    assert list(mixed(3, 5)) == list(mixed(3, 5))


def test_another_seed_writes_others() -> None:
    first, second = corpus(3, sizes=[7]), corpus(4, sizes=[7])
    assert all(one.text != other.text for one, other in zip(first, second, strict=True))


def test_made_up_papers_differ() -> None:
    some = papers(Random(5), 1000)
    assert len({plain_title(one.title) for one in some}) == 1000
    assert len({one.arxiv_id for one in some}) == len({one.doi for one in some}) == 1000


def test_titles_are_of_many_kinds() -> None:
    titles = [one.title for one in papers(Random(6), 600)]
    assert sum(":" in title for title in titles) > 60
    assert sum(title.endswith("?") for title in titles) > 30
    assert sum("$" in title for title in titles) > 10
    assert sum(len(title.split()) > 19 for title in titles) > 15
    assert sum(len(title.split()) < 3 for title in titles) > 5


def test_every_shape_has_three_layouts() -> None:
    shapes = [shape for shape, _ in layouts()]
    assert not {shape for shape in shapes if shapes.count(shape) < 3}


@pytest.mark.parametrize("name", _ids())
def test_truths_are_in_the_text(name: str) -> None:
    shape, layout = name.split("/")
    for size in (1, 3, 25):
        random = Random(f"{name}/{size}")
        some = papers(random, size)
        paste = render(shape, layout, some, random)
        _check(paste)
        assert sum(one.times > 0 for one in paste.papers) == size


def test_truths_of_mixed_pastes_are_in_the_text() -> None:
    for paste in mixed(8, 30):
        _check(paste)


def test_truths_of_altered_pastes_are_in_the_text() -> None:
    for paste in altered(8):
        _check(paste)
        assert not judge(_perfect(paste), paste).examples


def _check(paste: Paste) -> None:
    text = plain(re.sub(r"(?m)^[ \t]*>[> \t]*", "", paste.text))
    letters = plain_name(text)
    digits = text.replace("\\|", "|")
    for one in paste.papers:
        if one.title is not None:
            assert plain_name(plain_title(one.title)) in letters, (paste.name, one.title)
        for identifier in (one.arxiv_id, one.doi):
            assert identifier is None or plain(identifier) in digits, (paste.name, identifier)
        for person in one.authors or ():
            _check_name(paste.name, person, letters)
        for words in (one.abstract_starts, one.abstract_ends, one.snippet):
            assert words is None or plain_name(words) in letters, (paste.name, words)


def _check_name(where: str, person: str, letters: str) -> None:
    for part in person.split():
        assert plain_name(part) in letters, (where, person)


@pytest.mark.parametrize("name", _ids())
def test_a_perfect_reader_is_perfect(name: str) -> None:
    shape, layout = name.split("/")
    random = Random(name)
    paste = render(shape, layout, papers(random, 7), random)
    verdict = judge(_perfect(paste), paste)
    assert not verdict.examples, verdict.examples
    assert verdict.titles_right == verdict.titles
    assert verdict.identifiers_right == verdict.identifiers
    assert verdict.authors_right == verdict.authors
    assert verdict.abstracts_right == verdict.abstracts


def _paste(*truths: Truth) -> Paste:
    return Paste("p", "\n".join(one.title or "" for one in truths), list(truths), "s", "l")


def test_the_judge_counts_missed_and_false_papers() -> None:
    paste = _paste(Truth("Ink and Salt"), Truth("Sleepless flies"))
    verdict = judge([Seen("Ink and salt."), Seen("View PDF")], paste)
    assert (verdict.missed, verdict.false, verdict.titles_right) == (1, 1, 1)


def test_the_judge_counts_wrong_titles_of_papers_it_knows_otherwise() -> None:
    paste = _paste(Truth("Ink and Salt", arxiv_id="2401.00001"))
    verdict = judge([Seen("Alice Young", arxiv_id="arXiv:2401.00001v2")], paste)
    assert (verdict.missed, verdict.false, verdict.titles_wrong) == (0, 0, 1)
    assert verdict.identifiers_right == 1


def test_the_judge_counts_identifiers_of_others() -> None:
    paste = _paste(Truth("Ink and Salt", arxiv_id="2401.00001"), Truth("Sleepless flies"))
    found = [Seen("Ink and Salt"), Seen("Sleepless flies", arxiv_id="2401.00001")]
    verdict = judge(found, paste)
    assert (verdict.identifiers_wrong, verdict.identifiers_right) == (1, 0)


def test_a_doi_of_arxiv_is_its_identifier() -> None:
    assert normal("10.48550/arXiv.2401.00001") == normal("https://arxiv.org/abs/2401.00001v3")
    assert normal("https://doi.org/10.1/AB") == normal("doi: 10.1/ab")


def test_authors_are_compared_by_their_letters() -> None:
    paste = _paste(Truth("Ink and Salt", ("J. P. Muñoz", "Å. Sørlie")))
    right = judge([Seen("Ink and Salt", ["J.P. Munoz", "Å Sørlie"])], paste)
    wrong = judge([Seen("Ink and Salt", ["J. P. Muñoz"])], paste)
    none = judge([Seen("Ink and Salt")], paste)
    assert (right.authors_right, wrong.authors_wrong, none.authors_wrong) == (1, 1, 0)


def test_the_author_after_a_gap_may_be_left_out() -> None:
    paste = _paste(Truth("Ink and Salt", ("A. Li", "B. Wu", "Z. Ma"), more_authors=True))
    assert judge([Seen("Ink and Salt", ["A. Li", "B. Wu"])], paste).authors_right == 1
    assert judge([Seen("Ink and Salt", ["A. Li"])], paste).authors_right == 0


def test_authors_that_the_page_does_not_name_are_wrong() -> None:
    assert (
        judge([Seen("Ink and Salt", ["View PDF"])], _paste(Truth("Ink and Salt"))).authors_wrong
        == 1
    )


def test_abstracts_are_compared_at_both_ends() -> None:
    truth = Truth("Ink and Salt", abstract_starts="This is", abstract_ends="the end.")
    full = judge([Seen("Ink and Salt", abstract="This is it, the end.")], _paste(truth))
    more = judge([Seen("Ink and Salt", abstract="This is it, the end. Less")], _paste(truth))
    assert (full.abstracts_right, full.ends_right) == (1, 1)
    assert (more.abstracts_right, more.ends_right) == (1, 0)


def test_a_snippet_may_be_taken_for_an_abstract_or_left() -> None:
    paste = _paste(Truth("Ink and Salt", snippet="we show that it works"))
    taken = judge([Seen("Ink and Salt", abstract="… we show that it works …")], paste)
    other = judge([Seen("Ink and Salt", abstract="Cited by 4")], paste)
    assert (taken.abstracts_wrong, other.abstracts_wrong) == (0, 1)


def test_a_paper_may_be_found_as_often_as_it_is_there() -> None:
    truth = Truth("Ink and Salt", times=2)
    assert judge([Seen("Ink and Salt")] * 2, _paste(truth)).repeated == 0
    assert judge([Seen("Ink and Salt")] * 3, _paste(truth)).repeated == 1
    assert judge([Seen("Ink and Salt")] * 2, _paste(replace(truth, times=1))).repeated == 1


def test_titles_are_compared_without_tex_and_case() -> None:
    assert plain_title("On $L^2$ bounds.") == plain_title("On L2 Bounds")
    assert plain_title("The “Gelfand--Kirillov”\n  dimension") == plain_title(
        'The "Gelfand–Kirillov" dimension'
    )
    assert plain_title("Ink and Salt") != plain_title("Ink and Salt [PDF]")


@pytest.mark.parametrize(
    "name", ["José Muñoz", "Søren Ångfors", "Paweł Đurić", "Jörg Großmann", "Yıldırım", "Škvorecký"]
)
def test_names_survive_tex(name: str) -> None:
    assert texify(name).isascii()
    assert plain_name(texify(name)) == plain_name(name)


def test_a_title_within_a_longer_line_is_the_paper_with_a_wrong_title() -> None:
    truths = [Truth("Sleepless flies in winter")]
    assert match([Seen("[PDF] Sleepless flies in winter, Nature 2024")], truths) == [0]
    assert match([Seen("Something quite different")], truths) == [None]


def test_the_table_has_a_line_for_each_shape() -> None:
    verdicts = [judge(_perfect(paste), paste) for paste in corpus(1, sizes=[2])]
    lines = table(verdicts).splitlines()
    assert len(lines) == len(by_shape(verdicts)) + 2
    assert "100.0%" in lines[-1]
