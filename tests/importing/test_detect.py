import pytest
from tests.importing.reading import read

from readlist.errors import SourceError, UsageError
from readlist.importing.detect import find_format, read_dump

ABSTRACT = (
    "Harbour bells are rung by hand in most towns. In this paper we time 40 of them over two "
    "winters. Our results show that the rope, not the bell, decides when the sound reaches the "
    "far quay, and we propose a method that improves it by 12% in our experiments."
)
DUMPS = {
    "abstracts": f"Abstract:{ABSTRACT}\nAbstract: {ABSTRACT}\n",
    "papers-page": f"Subscribe\n\nMar 13\n\nBells and the Ropes that Ring Them\n\n{ABSTRACT}\n",
    "author-lines": f"Ida Varga, Li Novák et al.\n{ABSTRACT}\nAuthors' comments: 9 pages\n",
    "arxiv-mailing": (
        "\\\\\narXiv:2101.00001\nDate: Fri, 1 Jan 2021 00:00:00 GMT   (9kb)\n\nTitle: Bells\n"
        f"Authors: Ida Varga\n\\\\\n  {ABSTRACT}\n\\\\ ( https://arxiv.org/abs/2101.00001 ,  9kb)\n"
    ),
}


@pytest.mark.parametrize("name", DUMPS)
def test_a_dump_is_told_by_its_content(name: str) -> None:
    dump = read(DUMPS[name])
    assert (dump.format, len(dump.papers)) == (name, DUMPS[name].count(ABSTRACT) or 1)


@pytest.mark.parametrize("name", ["abstracts", "papers-page", "author-lines"])
def test_lone_carriage_returns_end_lines_too(name: str) -> None:
    dump = read(DUMPS[name].replace("\n", "\r"))
    assert (dump.format, len(dump.papers)) == (name, DUMPS[name].count(ABSTRACT))


NOVEL = "Chapter One\n\n" + "\n\n".join(
    f"It rained on the {day} day, and the bell did not ring. Nobody at the inn spoke of it, though "
    "the ropes lay wet on the floor and the sexton had gone out without his coat."
    for day in ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"]
)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("", "an empty file"),
        ("\n\n \t\n", "an empty file"),
        ("milk\nbread\neggs\n", "a list of words"),
        (NOVEL, "prose"),
        (
            "def ring(bell):\n    return bell.sound()\n\n\nclass Bell:\n    size = 4\n",
            "Python source",
        ),
        ("<html>\n<body>\n<p>Bells and Ropes</p>\n</body>\n</html>\n", "a web page without papers"),
        ("@article{bells,\n  author = {Ida Varga},\n", "BibTeX"),
        ("TY  - JOUR\nAU  - Varga, Ida\n", "RIS"),
    ],
    ids=["nothing", "blank", "shopping", "novel", "python", "html", "bibtex", "ris"],
)
def test_a_text_without_papers_is_refused_by_what_it_is(text: str, name: str) -> None:
    with pytest.raises(SourceError, match=name) as caught:
        read(text)

    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) <= 160


def test_a_web_page_is_read_as_the_text_a_browser_shows() -> None:
    body = "".join(f"<p>Abstract: {ABSTRACT}</p>\n" for _ in range(3))
    page = f"<!DOCTYPE html>\n<html><head><title>T</title></head><body>\n<nav>Home</nav>{body}</body></html>"
    dump = read(page)
    assert [paper.abstract for paper in dump.papers] == [ABSTRACT] * 3
    assert [paper.first_line for paper in dump.papers] == [3, 4, 5]


def test_one_file_may_hold_several_kinds() -> None:
    dump = read("\n\n".join([DUMPS["arxiv-mailing"], DUMPS["abstracts"] * 4]))
    assert dump.format == "arxiv-mailing + abstracts"
    assert len(dump.papers) == 9


def test_a_format_that_is_asked_for_is_used_whatever_the_text_looks_like() -> None:
    text = "Bells and the Ropes that Ring Them\n\n" + ABSTRACT.partition(" Our")[0]
    with pytest.raises(SourceError):
        read(text)
    dump = read(text, "papers-page")
    assert dump.format == "papers-page"
    assert dump.papers


def test_an_unknown_format_names_the_nearest() -> None:
    assert find_format("abstracts").name == "abstracts"
    with pytest.raises(UsageError, match="did you mean author-lines"):
        find_format("autor-line")


def test_papers_come_as_they_are_asked_for() -> None:
    lines = iter((DUMPS["abstracts"] * 5_000).split("\n"))
    assert next(read_dump(lines).pieces).first_line == 1
    assert next(lines)
