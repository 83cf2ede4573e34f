"""The sample dumps are there, in order, and name no site of anybody."""

import re

from readlist.samples import sample_files


def test_the_samples_come_in_order() -> None:
    names = [path.name for path in sample_files()]
    assert names == ["000_abstracts.txt", "001_papers_page.txt", "002_author_lines.txt"]


def test_one_paper_is_in_two_samples() -> None:
    abstracts, page, _ = (path.read_text(encoding="utf-8") for path in sample_files())
    lines = {line.removeprefix("Abstract:") for line in abstracts.splitlines()}
    assert len(lines) == 12
    assert len(lines & set(page.splitlines())) == 1


def test_every_link_leads_to_an_example() -> None:
    for path in sample_files():
        hosts = re.findall(r"https?://([^/\s]+)", path.read_text(encoding="utf-8"))
        assert set(hosts) <= {"example.org", "example.com"}
