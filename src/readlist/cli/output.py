"""What commands print: JSON for programs, lines for people."""

import json
import sys
from collections.abc import Iterable
from typing import Any

from readlist.domain import Act, ImportReport, Paper, Source, SourceReport, data_of
from readlist.text import json_safe, printable


def print_json(value: object) -> None:
    """Print a value as JSON that is safe to show in a terminal."""
    print(_dumps(value, indent=2))


def print_json_list(values: Iterable[object]) -> None:
    """Print a JSON list, one item after another as they come."""
    first = True
    for value in values:
        sys.stdout.write(("[\n  " if first else ",\n  ") + _dumps(value))
        first = False
    print("[]" if first else "\n]")


def print_act(act: Act | None, as_json: bool) -> None:
    """Print what was done, or that there was nothing to do."""
    if as_json:
        print_json(None if act is None else act_data(act))
    else:
        print(printable(act.summary) if act else "Nothing to change")


def act_data(act: Act) -> dict[str, Any]:
    """Return an act as it appears in JSON."""
    return data_of(act)


def paper_data(paper: Paper) -> dict[str, Any]:
    """Return a paper as it appears in JSON."""
    data = data_of(paper)
    del data["finished_at"]  # not among the fields that programs were promised
    data["sources"] = [_source_data(source) for source in paper.sources]
    return data


def report_data(report: ImportReport) -> dict[str, Any]:
    """Return what an import did as it appears in JSON."""
    return {
        "import": report.import_id,
        "sources": [source_report_data(source) for source in report.sources],
    }


def source_report_data(source: SourceReport) -> dict[str, Any]:
    """Return what importing one source did as it appears in JSON."""
    return data_of(source)


def _source_data(source: Source) -> dict[str, Any]:
    data = data_of(source)
    return {"import": data.pop("import_id"), **data}


def _dumps(value: object, indent: int | None = None) -> str:
    as_it_is = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
    text = json.dumps(value, ensure_ascii=not as_it_is, indent=indent)
    return json_safe(text)
