"""Formats are found by name, and imported only then."""

import subprocess
import sys
from collections.abc import Callable

import pytest

from readlist.errors import UsageError
from readlist.exporting import writers


@pytest.mark.parametrize("name", writers.FORMATS)
def test_every_format_writes_an_empty_list(
    name: str, outgoing: Callable[..., writers.Outgoing]
) -> None:
    writer = writers.find_writer(name)
    assert isinstance("".join(writer.collection(outgoing([]))), str)
    assert writer.last_line.format("x") != writer.last_line or not writer.last_line


def test_a_name_that_is_no_format_is_a_wrong_usage_naming_the_nearest() -> None:
    with pytest.raises(UsageError, match=r"'Markdwon'; did you mean markdown\?"):
        writers.find_writer("Markdwon")
    with pytest.raises(UsageError, match="one of markdown, bibtex"):
        writers.find_writer("zzz")


def test_the_register_imports_no_format() -> None:
    code = (
        "import sys, readlist.exporting.writers;"
        "sys.exit('yaml' in sys.modules or 'readlist.exporting.writers.markdown' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
