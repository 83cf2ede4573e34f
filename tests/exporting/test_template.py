"""A user's own template: what it prints is escaped, and its files are known again."""

from collections.abc import Callable
from pathlib import Path

import frontmatter
import pytest

from readlist.domain import Paper
from readlist.errors import ExportError, UsageError
from readlist.exporting.template import Template

MakePaper = Callable[..., Paper]


@pytest.fixture
def template(tmp_path: Path) -> Callable[[str], Template]:
    """Return what makes a template of a text."""

    def make(text: str) -> Template:
        path = tmp_path / "paper.md.j2"
        path.write_text(text, encoding="utf-8")
        return Template(path)

    return make


def test_what_is_printed_is_escaped_but_the_note_is_not(
    make_paper: MakePaper, template: Callable[[str], Template]
) -> None:
    own = template("# {{ title }}\n{% for tag in tags %}#{{ tag }} {% endfor %}\n{{ note }}\n")
    piece = own.render(make_paper(title="*A* <b>", tags=("wax", "air"), note="*mine*"))
    assert piece == "# \\*A\\* \\<b>\n#wax #air \n*mine*\n"


def test_filters_make_texts_ready(
    make_paper: MakePaper, template: Callable[[str], Template]
) -> None:
    own = template(
        "---\ntitle: {{ title | yaml }}\nby: {{ authors | yaml }}\nyear: {{ year | yaml }}\n---\n"
        "{{ abstract | quotation }}\n{{ links | first | link }}\n"
    )
    paper = make_paper(title="a: #b", year=2025, links=("https://example.org/a_b",))
    post = frontmatter.loads(own.document(paper))
    assert post.metadata == {
        "title": "a: #b",
        "by": ["Odalys Brandt", "J.-P. Nkemelu"],
        "year": 2025,
        "readlist-id": "k7f3q",
    }
    assert post.content.startswith("> We present Tallow, a candle.\n>\n> It flickers")
    assert post.content.endswith("<https://example.org/a_b>")


def test_a_document_without_front_matter_gets_the_key(
    make_paper: MakePaper, template: Callable[[str], Template]
) -> None:
    assert template("{{ title }}").document(make_paper(title="A")) == (
        '---\nreadlist-id: "k7f3q"\n---\n\nA'
    )
    whole = template("{{ front_matter }}\nx").document(make_paper())
    assert whole.count("readlist-id") == 1


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{{ titel }}", "'titel' is undefined"),
        ("{{ 1 / 0 }}", "division by zero"),
        ("{{ title.__class__.__mro__ }}", "paper 1"),
        ("---\nt: {{ title }}\n---\n", "the front matter is not YAML"),
        ("---\nreadlist-id: x\n---\n", "must be the paper's key"),
        ("---\n- x\n---\n", "no list of names"),
    ],
)
def test_a_template_that_cannot_work_is_said_in_one_line(
    make_paper: MakePaper, template: Callable[[str], Template], text: str, message: str
) -> None:
    with pytest.raises(ExportError, match=message):
        template(text).document(make_paper(title="a: b: [c"))


def test_a_template_that_cannot_be_read_is_a_wrong_usage(
    tmp_path: Path, template: Callable[[str], Template]
) -> None:
    with pytest.raises(UsageError, match=r"paper\.md\.j2: line 2: "):
        template("a\n{% if %}")
    with pytest.raises(UsageError, match="cannot read the template"):
        Template(tmp_path / "nosuch")
    with pytest.raises(UsageError, match="cannot read the template"):
        Template(tmp_path)
