"""Links of papers, and opening them: http and https only, whatever a dump says."""

import asyncio
from urllib.parse import quote, urlsplit

from readlist.domain import Paper


def is_openable(url: str) -> bool:
    """Tell whether ``url`` leads to the web, and has nothing but printable letters in it."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc) and url.isprintable()


def openable(paper: Paper) -> list[str]:
    """Return a paper's links that can be opened: those of its page, then by its identifiers."""
    links = [link for link in paper.links if is_openable(link)]
    if paper.arxiv_id:
        links.append(f"https://arxiv.org/abs/{quote(paper.arxiv_id)}")
    if paper.doi:
        links.append(f"https://doi.org/{quote(paper.doi)}")
    return list(dict.fromkeys(links))


async def open_in_browser(url: str) -> bool:
    """Open ``url`` in a browser with a window of its own; tell whether there is one.

    A browser that would draw over this terminal is not used.
    """
    return is_openable(url) and await asyncio.to_thread(_open, url)


def _open(url: str) -> bool:
    import webbrowser  # it brings much with it, and most sessions open no link

    try:
        browser = webbrowser.get()
    except webbrowser.Error:
        return False
    draws_here = type(browser) is webbrowser.GenericBrowser
    return not draws_here and browser.open(url)
