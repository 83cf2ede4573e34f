"""A paper as Markdown: front matter any YAML reader agrees on, and the note as it is."""

import shutil
import subprocess
from collections.abc import Callable
from typing import Any

import frontmatter
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from ruamel.yaml import YAML

from readlist.domain import Paper, Status, TitleSource
from readlist.exporting.writers import Outgoing, markdown
from readlist.text import printable

MakePaper = Callable[..., Paper]
TITLES = [
    *("---", "a: b", "# c", '"it\'s"', "[[x]]", "[a]", "{a: b}", "<script>x</script>", "yes", "~"),
    *("2024-01-01", "null", "1e3", "0x1f", "- a", "? a", "| a", "> a", "& a", "* a", "!t a", "%a"),
    *(
        "line\n---\nnext: 1",
        "\x1b[31mred\x07",
        "🐝 \U0001f469\u200d\U0001f52c",
        "\ufeffbom",
        "a #b",
    ),
    *(
        "@a",
        "`a`",
        "back\\slash",
        "ends in:",
        "12:30:45",
        "\ufffe\uffff",
        "a\x85b\u2028c",
        "é\u0301",
    ),
]


def front_matter(document: str, version: tuple[int, int] = (1, 2)) -> dict[str, Any]:
    """The properties of ``document``, read by the rules of a ``version`` of YAML."""
    start, front, _ = document.split("---\n", 2)
    assert start == ""
    yaml = YAML(typ="safe", pure=True)
    yaml.version = version
    loaded = yaml.load(front)
    assert isinstance(loaded, dict)
    return loaded


def body(document: str) -> str:
    return document.split("\n---\n", 1)[1]


def test_a_whole_document(make_paper: MakePaper) -> None:
    paper = make_paper(
        title_source=TitleSource.DERIVED,
        more_authors=True,
        comment="9 pages, code_v2",
        year=2025,
        venue="Journal of Drafts",
        doi="10.5555/tallow",
        arxiv_id="2399.00010",
        links=("https://example.org/tallow_1",),
        status=Status.TO_READ,
        finished_at="2025-04-01T10:00:00Z",
        starred=True,
        tags=("wax", "yes"),
        note="Buy *candles*",
    )
    assert markdown.document(paper) == (
        "---\n"
        'title: "Tallow: Candles that Measure Draughts"\n'
        'title_source: "derived"\n'
        'aliases:\n- "Tallow: Candles that Measure Draughts"\n'
        'authors:\n- "Odalys Brandt"\n- "J.-P. Nkemelu"\n'
        "more_authors: true\n"
        "year: 2025\n"
        'venue: "Journal of Drafts"\n'
        'status: "to-read"\n'
        "starred: true\n"
        'tags:\n- "wax"\n- "yes"\n'
        'links:\n- "https://example.org/tallow_1"\n'
        'doi: "10.5555/tallow"\n'
        'arxiv: "2399.00010"\n'
        'added: "2025-03-01T10:00:00Z"\n'
        'finished: "2025-04-01T10:00:00Z"\n'
        'readlist-id: "k7f3q"\n'
        "---\n\n"
        "# Tallow: Candles that Measure Draughts\n\n"
        "> We present Tallow, a candle.\n>\n> It flickers usefully.\n\n"
        "**Comment:** 9 pages, code\\_v2\n\n"
        "- <https://example.org/tallow_1>\n\n"
        "## Notes\n\n"
        "Buy *candles*\n"
    )


def test_what_is_not_known_is_left_out(make_paper: MakePaper) -> None:
    document = markdown.document(make_paper(title="Plain", authors=(), abstract=None))
    assert list(front_matter(document)) == ["title", "status", "starred", "added", "readlist-id"]
    assert body(document) == "\n# Plain\n"


@pytest.mark.parametrize("version", [(1, 1), (1, 2)])
@pytest.mark.parametrize("title", TITLES)
def test_a_hostile_title_comes_back_the_same(
    make_paper: MakePaper, title: str, version: tuple[int, int]
) -> None:
    paper = make_paper(title=title, authors=(title,), tags=(title,), venue=title)
    found = front_matter(markdown.document(paper), version)
    text = printable(title)
    assert (found["title"], found["venue"]) == (text, text)
    assert (found["authors"], found["tags"]) == ([text], [text])


@given(st.text(min_size=1), st.text())
@example("x", "---\ntitle: other\n---\n")
def test_any_text_comes_back_the_same(make_paper: MakePaper, title: str, note: str) -> None:
    document = markdown.document(make_paper(title=title, comment=title, note=note))
    shown = printable(title)
    assert front_matter(document)["title"] == (shown if shown.strip() else "Untitled")
    if note:
        assert body(document).endswith(f"\n## Notes\n\n{note}\n")


@pytest.mark.parametrize("title", TITLES)
def test_a_hostile_title_stays_one_heading(make_paper: MakePaper, title: str) -> None:
    document = markdown.document(make_paper(title=title, abstract=title, comment=title))
    tokens = MarkdownIt("commonmark").parse(body(document))
    assert [token.tag for token in tokens if token.type == "heading_open"] == ["h1"]
    assert not {token.type for token in tokens} & {"html_block", "hr", "bullet_list_open"}
    assert "\x1b" not in document


def test_pandoc_reads_the_front_matter(make_paper: MakePaper) -> None:
    for title in TITLES:
        document = markdown.document(make_paper(title="x", tags=(title,), abstract=title))
        assert front_matter(document)["tags"] == [printable(title)]
        if shutil.which("pandoc"):
            command = ["pandoc", "--from=markdown", "--to=plain"]
            subprocess.run(command, input=document.encode(), check=True, capture_output=True)


def test_a_list_has_a_section_for_each_paper(
    make_paper: MakePaper, outgoing: Callable[..., Outgoing]
) -> None:
    papers = [
        make_paper(year=2025, tags=("wax",), more_authors=True, starred=True),
        make_paper(title="[b] #2", authors=(), abstract=None, links=("https://example.org/b",)),
    ]
    assert "".join(markdown.collection(outgoing(papers))) == (
        "# Reading list\n\n"
        "## Tallow: Candles that Measure Draughts\n\n"
        "- Status: Inbox, starred\n"
        "- Authors: Odalys Brandt, J.-P. Nkemelu, et al.\n"
        "- Published: 2025\n"
        "- Tags: wax\n\n"
        "> We present Tallow, a candle.\n>\n> It flickers usefully.\n\n"
        "## \\[b\\] \\#2\n\n"
        "- Status: Inbox\n"
        "- Link: <https://example.org/b>\n"
    )


@pytest.mark.parametrize(
    "note",
    ["# mine\n", "```py\nx = 1", "<!-- left open", "- item\n  - inner", "~~~\n```", "| a |\n"],
)
def test_a_note_stays_whole_and_within_its_section(
    make_paper: MakePaper, outgoing: Callable[..., Outgoing], note: str
) -> None:
    papers = [make_paper(note=note), make_paper(title="The next one", authors=("B_c",))]
    document = "".join(markdown.collection(outgoing(papers)))
    assert f"<!-- note of k7f3q -->\n\n{note}" in document
    tokens = MarkdownIt("commonmark").parse(document)
    headings = [tokens[at + 1].content for at, each in enumerate(tokens) if each.tag == "h2"]
    assert "The next one" in headings


@given(st.text(min_size=1), st.text(alphabet="-#`>*\n \r\tab"))
def test_frontmatter_reads_properties_and_body(
    make_paper: MakePaper, title: str, note: str
) -> None:
    paper = make_paper(title=title, authors=(title, "B"), note=note or None, year=2024)
    post = frontmatter.loads(markdown.document(paper))
    assert post["readlist-id"] == paper.key
    assert post["year"] == 2024
    shown = printable(title)
    assert post["authors"] == ([shown, "B"] if shown else ["B"])
    assert post.content.startswith("# ")
    assert note.strip() in post.content.replace("\r\n", "\n") or "\r" in note


def test_rare_letters_are_letters_in_the_file(make_paper: MakePaper) -> None:
    assert 'title: "🐝 Dances"\n' in markdown.document(make_paper(title="🐝 Dances"))
