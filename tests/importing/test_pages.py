"""Real pages, where they are at hand, against what somebody wrote down that they hold."""

import json
import os
import re
from pathlib import Path
from typing import Any

import pytest
from tests.importing.reading import lines_of, read, spans

from readlist.domain import PaperDraft
from readlist.importing.readers.parts import tex
from readlist.importing.readers.parts.names import split_names

FOLDER = os.environ.get("READLIST_PAGES")
pytestmark = pytest.mark.skipif(not FOLDER, reason="READLIST_PAGES names no folder of pages")
PAGES = sorted(Path(FOLDER).glob("*.json")) if FOLDER else []
_AFFILIATION = re.compile(r"\s*\([^()]*\)")


def _read(path: Path) -> tuple[str, list[PaperDraft]]:
    """Return a page and its papers, each once, after a look at the lines they are on."""
    data = path.read_bytes()
    lines, dump = lines_of(data), read(data)
    covered = list(spans(dump))
    assert len(covered) == len(set(covered))
    assert {n for n, line in enumerate(lines, 1) if line.strip()} <= set(covered)
    return "\n".join(lines), list({paper.title: paper for paper in dump.papers}.values())


def _wrong(text: str, draft: PaperDraft, wanted: dict[str, Any]) -> list[str]:
    """Return the fields of ``draft`` that are not as they should be.

    What the page does not say is not asked for: an identifier that is not in its text.
    """
    authors = wanted.get("authors")
    if "authors_line" in wanted:
        names, _ = split_names(_AFFILIATION.sub("", wanted["authors_line"]))
        authors = [tex.plain(name) for name in names]
    said = wanted.get("arxiv_id") if str(wanted.get("arxiv_id")) in text else None
    right = {
        "authors": authors is None or list(draft.authors) == authors,
        "arxiv_id": draft.arxiv_id == said,
        "doi": draft.doi == wanted.get("doi", draft.doi),
        "comments": draft.comment == wanted.get("comments", draft.comment),
        "abstract": (draft.abstract or "").startswith(wanted.get("abstract_starts", "")),
    }
    return [name for name, is_right in right.items() if not is_right]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_holds_what_it_is_said_to_hold(page: Path) -> None:
    wanted = {each["title"]: each for each in json.loads(page.read_text("utf-8"))["expected"]}

    text, papers = _read(page.with_suffix(".txt"))

    assert sorted(paper.title or "" for paper in papers) == sorted(wanted)
    wrong = {paper.title: _wrong(text, paper, wanted[paper.title or ""]) for paper in papers}
    assert {title: fields for title, fields in wrong.items() if fields} == {}
