"""A user's own template for Markdown, written in Jinja.

The language: https://jinja.palletsprojects.com/en/stable/templates/. A template
is given a paper's fields. What it prints is escaped as Markdown, so that a page
cannot put markup into a note, except the note itself and what a filter made
ready: ``yaml`` (a text in double quotes), ``quotation``, ``link`` and ``safe``.
"""

from pathlib import Path
from typing import Any

import yaml
from jinja2 import FileSystemLoader, StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from readlist.domain import Paper
from readlist.errors import ExportError, UsageError
from readlist.exporting import front_matter
from readlist.exporting.writers import markdown
from readlist.text import printable, printable_lines

_FENCE = "---\n"


class Template:
    """A template read from a file, which renders papers."""

    def __init__(self, path: Path) -> None:
        """Read the template at ``path``. Raises :class:`UsageError` when it is not a template."""
        self._name = printable(str(path))
        environment = ImmutableSandboxedEnvironment(
            loader=FileSystemLoader(path.parent),
            autoescape=True,
            finalize=_ready,
            undefined=StrictUndefined,
            keep_trailing_newline=True,
        )
        environment.filters |= _FILTERS
        try:
            self._template = environment.get_template(path.name)
        except TemplateSyntaxError as error:
            raise UsageError(f"{self._name}: line {error.lineno}: {error.message}") from error
        except (TemplateError, OSError, ValueError) as error:
            raise UsageError(f"cannot read the template {self._name}", "check the path") from error

    def render(self, paper: Paper) -> str:
        """Return ``paper`` rendered. Raises :class:`ExportError`."""
        try:
            return self._template.render(_fields(paper))
        except Exception as error:  # a template is a program of the user's
            raise ExportError(f"{self._name}: paper {paper.id}: {error}") from error

    def document(self, paper: Paper) -> str:
        """Return the same with the paper's key in its front matter. Raises :class:`ExportError`."""
        text = self.render(paper)
        own = f"readlist-id: {front_matter.text(paper.key)}\n"
        start, end, rest = text.partition(f"\n{_FENCE}")
        if not text.startswith(_FENCE) or not end:
            return f"{_FENCE}{own}{_FENCE}\n{text}"
        values = self._parsed(start.removeprefix(_FENCE), paper)
        if values.get("readlist-id", paper.key) != paper.key:
            message = f"{self._name}: paper {paper.id}: readlist-id must be the paper's key"
            raise ExportError(message)
        return text if "readlist-id" in values else f"{start}\n{own}{_FENCE}{rest}"

    def _parsed(self, front: str, paper: Paper) -> dict[Any, Any]:
        hint = "print texts in front matter as {{ title | yaml }}"
        try:
            values = yaml.load(front, getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        except (yaml.YAMLError, ValueError) as error:
            message = f"{self._name}: paper {paper.id}: the front matter is not YAML"
            raise ExportError(message, hint) from error
        if not isinstance(values, dict):
            raise ExportError(f"{self._name}: the front matter is no list of names", hint)
        return values


def _fields(paper: Paper) -> dict[str, Any]:
    fields = {name: value for name, value in paper._asdict().items() if name != "sources"}
    properties = front_matter.dump(front_matter.properties(paper))
    return fields | {
        "status": paper.status.value,
        "title_source": paper.title_source.value,
        "note": Markup(paper.note or ""),
        "front_matter": Markup(f"{_FENCE}{properties}{_FENCE}"),
    }


def _ready(value: Any) -> Any:
    """Return a value as a template prints it: escaped, unless it is markup already."""
    if value is None:
        return Markup("")
    if isinstance(value, bool):
        return Markup(str(value).lower())
    if isinstance(value, str) and not isinstance(value, Markup):
        lines = printable_lines(value).split("\n")
        return Markup("\n".join(markdown.escape(line) for line in lines))
    return value


def _yaml(value: Any) -> Markup:
    if isinstance(value, (list, tuple)):
        return Markup(f"[{', '.join(front_matter.text(str(each)) for each in value)}]")
    is_text = isinstance(value, str)
    return Markup(front_matter.text(value)) if is_text else Markup(_ready(value))


def _quotation(value: Any) -> Markup:
    return Markup("\n".join(markdown.quotation(printable_lines(str(value or "")))))


def _link(value: Any) -> Markup:
    return Markup(markdown.link(printable(str(value))))


_FILTERS = {"yaml": _yaml, "quotation": _quotation, "link": _link}
