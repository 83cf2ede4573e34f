"""Plain text shows its own letters, whatever Markdown makes of them elsewhere."""

import json
import shutil
import subprocess
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from readlist.exporting.writers.markdown import escape, link, open_fence, quotation

MARKS = "\\`*_[]<>{}#~^@=%&!-+|:.()0123abciMx;\"'/?é😀 "
PIECES = ["&lt;", "&#60;", "<b>", "<!--", "[[x]]", "==x==", "%%x%%", "1. ", "- ", "(1) ", "---"]
HOSTILE = st.lists(st.sampled_from([*MARKS, *PIECES]), min_size=1, max_size=30).map("".join)


def shown(markdown: str) -> str:
    """What a CommonMark reader shows of a quotation of one paragraph."""
    tokens = MarkdownIt("commonmark").parse(markdown)
    kinds = [token.type for token in tokens]
    assert kinds == [
        *("blockquote_open", "paragraph_open", "inline", "paragraph_close", "blockquote_close")
    ]
    children = tokens[2].children or []
    letters = ("text", "text_special", "link_open", "link_close")
    assert {child.type for child in children} <= set(letters)
    return "".join(child.content for child in children)


def shown_by_pandoc(markdown: str) -> str:
    """The same for pandoc with all its extensions but the typographic one."""
    command = ["pandoc", "--from=markdown-smart", "--to=json"]
    found = subprocess.run(command, input=markdown, capture_output=True, text=True, check=True)
    [block] = json.loads(found.stdout)["blocks"]
    assert block["t"] == "BlockQuote"
    [paragraph] = block["c"]
    return "".join(_letters(inline) for inline in paragraph["c"])


def _letters(inline: dict[str, Any]) -> str:
    match inline["t"]:
        case "Str":
            return str(inline["c"])
        case "Space":
            return " "
        case "Link":
            return "".join(_letters(each) for each in inline["c"][1])
    raise AssertionError(f"{inline['t']} in plain text")


@given(HOSTILE.map(lambda text: " ".join(text.split())).filter(bool))
@example("* not a list")
@example("2. nor this")
@example("# nor a heading")
@example("| nor | a table |")
@example("<script>alert(1)</script>")
@example("[a](javascript:alert(1)) and ![b][c]")
@example("&copy; 2025 &amp;c.")
@example("\\emph{x} ends in a backslash \\")
def test_text_shows_its_letters(text: str) -> None:
    assert shown("\n".join(quotation(text))) == text


def test_text_shows_its_letters_in_pandoc_too() -> None:
    texts = ["H~2~O", "x^2^", "(@) a", "i) b", "a {#id .class}", "@doe and [@doe]", ": c", "^[n]"]
    for text in texts:
        quoted = "\n".join(quotation(text))
        assert shown(quoted) == text
        if shutil.which("pandoc"):
            assert shown_by_pandoc(quoted) == text


@pytest.mark.parametrize(
    "formula", ["$W_+$", "$$a^2 + b^2$$", r"$\mathcal{O}(\sqrt{n})$", "$p<0.05$", "$x_1*x_2$"]
)
def test_formulas_stay_formulas(formula: str) -> None:
    assert escape(f"a_b {formula} c*d") == rf"a\_b {formula} c\*d"


@pytest.mark.parametrize("text", ["from $5 to $6", "$ 5", "a$", "costs $5, or US$7"])
def test_money_is_not_a_formula(text: str) -> None:
    assert escape(text) == text.replace("$", r"\$")


def test_a_formula_holds_no_tag() -> None:
    assert escape("$a<b onclick=x>c$") == "$a< b onclick=x>c$"


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("see https://example.org/a_b.", "see <https://example.org/a_b>."),
        ("(https://example.org/a_(b))", "(<https://example.org/a_(b)>)"),
        ("https://example.org/*x*, y", r"<https://example.org/*x>\*, y"),
        ("https://...", "https://..."),
        ("https://example.org/?a&amp;b", r"<https://example.org/?a>\&amp;b"),
    ],
)
def test_addresses_become_links(text: str, markdown: str) -> None:
    assert escape(text) == markdown


@pytest.mark.parametrize(
    ("url", "markdown"),
    [
        ("https://example.org/a_b", "<https://example.org/a_b>"),
        ("javascript:alert(1)", "javascript:alert(1)"),
        ("https://example.org/> [x](y)", r"<https://example.org/>> \[x\](y)"),
    ],
)
def test_only_a_web_address_is_a_link(url: str, markdown: str) -> None:
    assert link(url) == markdown


def test_a_quotation_keeps_lines_and_paragraphs() -> None:
    assert list(quotation("\none\n  two\n\n> three\n")) == [*("> one", "> two", ">", r"> \> three")]


@pytest.mark.parametrize(
    ("note", "fence"),
    [
        ("text", ""),
        ("```py\nx", "```"),
        ("~~~~\n~~~\n```", "~~~~"),
        ("```\nx\n```\n", ""),
        ("```a`b", ""),
        ("- ```\n  x\n  ```", ""),
        ("- ```\n  x", ""),
        ("```\nx\n```\n> ```", ""),
    ],
)
def test_the_fence_a_note_leaves_open(note: str, fence: str) -> None:
    assert open_fence(note) == fence
