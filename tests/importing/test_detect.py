import pytest

from readlist.domain import PaperDraft
from readlist.errors import SourceError, UsageError
from readlist.importing.detect import FORMATS, detect, find_format, read_text
from readlist.importing.readers.lines import split_lines

ABSTRACT = (
    "Harbour bells are rung by hand in most towns. We time 40 of them over two winters and find "
    "that the rope, not the bell, decides when the sound reaches the far quay."
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


@pytest.mark.parametrize("name", FORMATS)
def test_a_dump_is_told_by_its_content(name: str) -> None:
    reader = detect(split_lines(DUMPS[name]))

    assert reader is not None
    assert reader.name == name


@pytest.mark.parametrize("name", ["abstracts", "papers-page", "author-lines"])
def test_lone_carriage_returns_end_lines_too(name: str) -> None:
    found, pieces = read_text(DUMPS[name].replace("\n", "\r"))

    assert found == name
    assert sum(isinstance(piece, PaperDraft) for piece in pieces) == DUMPS[name].count(ABSTRACT)


NOVEL = "Chapter One\n\n" + "\n\n".join(
    f"It rained on the {day} day, and the bell did not ring. Nobody at the inn spoke of it, though "
    "the ropes lay wet on the floor and the sexton had gone out without his coat."
    for day in ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"]
)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n \t\n",
        "milk\nbread\neggs\n",
        NOVEL,
        "def ring(bell):\n    return bell.sound()\n\n\nclass Bell:\n    size = 4\n",
        '{"title": "Bells", "abstract": "' + ABSTRACT + '"}\n' * 5,
        "@article{bells,\n  title = {Bells},\n  author = {Ida Varga},\n  year = {2021},\n}\n",
        "TY  - JOUR\nTI  - Bells\nAU  - Varga, Ida\nPY  - 2021\nAB  - " + ABSTRACT + "\nER  - \n",
        "<html>\n<body>\n<p>Bells and Ropes</p>\n<p>" + ABSTRACT + "</p>\n</body>\n</html>\n",
    ],
    ids=["nothing", "blank", "shopping", "novel", "python", "json", "bibtex", "ris", "html"],
)
def test_a_text_without_papers_is_refused_in_one_line(text: str) -> None:
    with pytest.raises(SourceError, match="no papers found") as caught:
        read_text(text)

    assert "\n" not in str(caught.value)
    assert all(name in caught.value.hint for name in FORMATS)


def test_a_format_that_is_asked_for_is_used_whatever_the_text_looks_like() -> None:
    name, pieces = read_text(DUMPS["author-lines"], "papers-page")

    assert name == "papers-page"
    assert list(pieces)


def test_an_unknown_format_names_the_nearest() -> None:
    assert find_format("abstracts").name == "abstracts"
    with pytest.raises(UsageError, match="did you mean author-lines"):
        find_format("autor-line")


def test_papers_come_as_they_are_asked_for() -> None:
    _, pieces = read_text(DUMPS["abstracts"] * 20_000)

    assert next(pieces).first_line == 1
