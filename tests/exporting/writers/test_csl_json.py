"""CSL-JSON by the part of its schema that is written, and by pandoc."""

import json
import shutil
import subprocess
from collections.abc import Callable

import jsonschema
from hypothesis import given
from hypothesis import strategies as st

from readlist.domain import Paper
from readlist.exporting.writers import Outgoing
from readlist.exporting.writers.reference_managers import csl_json

MakePaper = Callable[..., Paper]
MakeOutgoing = Callable[..., Outgoing]
_TEXTS = (
    *("id", "title", "container-title", "DOI", "number", "publisher", "URL", "keyword"),
    *("abstract", "annote"),
)
_NAME_PARTS = ("family", "given", "non-dropping-particle", "suffix", "literal")
_KINDS = ["article", "article-journal", "paper-conference", "document"]
SCHEMA = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["id", "type"],
        "additionalProperties": False,
        "properties": {
            **{name: {"type": "string"} for name in _TEXTS},
            "type": {"enum": _KINDS},
            "author": {
                "type": "array",
                "items": {
                    "type": "object",
                    "minProperties": 1,
                    "additionalProperties": False,
                    "properties": {name: {"type": "string"} for name in _NAME_PARTS},
                },
            },
            "issued": {
                "type": "object",
                "required": ["date-parts"],
                "additionalProperties": False,
                "properties": {
                    "date-parts": {
                        "type": "array",
                        "items": {"type": "array", "items": {"type": "integer"}, "minItems": 1},
                        "minItems": 1,
                    }
                },
            },
        },
    },
}


def test_an_item(make_paper: MakePaper, outgoing: MakeOutgoing) -> None:
    paper = make_paper(authors=("Jan van der Aa", "The Wax Team"), arxiv_id="2301.00001")
    [item] = json.loads("".join(csl_json(outgoing([paper]))))
    assert (item["id"], item["type"], item["publisher"]) == ("aa2023tallow", "article", "arXiv")
    assert item["author"] == [
        {"family": "Aa", "given": "Jan", "non-dropping-particle": "van der"},
        {"literal": "The Wax Team"},
    ]
    assert item["issued"] == {"date-parts": [[2023]]}
    assert item["URL"] == "https://arxiv.org/abs/2301.00001"


@given(text=st.text(min_size=1))
def test_any_text_fits_the_schema(make_paper: MakePaper, outgoing: MakeOutgoing, text: str) -> None:
    papers = [
        make_paper(title=text, authors=(text,), note=text, venue=text),
        make_paper(key="b", doi=text, tags=(text,), abstract=text),
    ]
    items = json.loads("".join(csl_json(outgoing(papers))))
    jsonschema.validate(items, SCHEMA)
    assert len(items) == 2


def test_pandoc_cites_by_it(make_paper: MakePaper, outgoing: MakeOutgoing) -> None:
    papers = [make_paper(year=2025), make_paper(key="b", title='"A" \\ <b>', authors=())]
    written = "".join(csl_json(outgoing(papers)))
    assert [item["id"] for item in json.loads(written)] == ["brandt2025tallow", "anonb"]
    if shutil.which("pandoc"):
        command = ["pandoc", "--from=csljson", "--to=biblatex"]
        done = subprocess.run(command, input=written, capture_output=True, text=True, check=True)
        assert "{brandt2025tallow," in done.stdout
