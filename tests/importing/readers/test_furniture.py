import pytest

from readlist.importing.readers.parts.furniture import is_furniture


@pytest.mark.parametrize(
    "line",
    [
        "Mar 13",
        "Published on 7 October 2021",
        "· 5 authors",
        "* 3 authors",
        "Upvote 12",
        "1.2k stars",
        "65",
        "Subscribe",
        "new",
        "·",
        "][34]",
        "May 30 [ 6][39]",
        "https://example.org/",
        "[Log In][27]",
        "[[quay] Quay][67]",
        "[LINK: GitHub 11.3k](https://example.org/a)",
        "2 authors](https://example.org/a)",
        "byAK and the research community",
    ],
)
def test_what_stands_around_papers_is_known(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    ["Bells and Ropes", "We time 40 bells.", "models.", ".", "Ida Varga", "2021: A Year in Bells"],
)
def test_what_papers_are_made_of_is_not(line: str) -> None:
    assert not is_furniture(line)
