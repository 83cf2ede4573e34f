"""The layouts of every shape; importing this package registers them all.

Every paper in them is made up. How the pages look is not: some layouts follow copies of real pages
line by line, some follow programs that read the real pages (so the order of the pieces is sure, the
lines around them are not), and the rest is written from memory. A reader that fails on one of the last
kind may be right; look at a real page before bending it.

==========================  ==========================================================================
shape                       where its look comes from
==========================  ==========================================================================
arxiv_mail                  real copies: new, crossed and replaced papers; the forwarded and the
                            unwrapped mail are made from them
arxiv_listing               real copies: old_design, and the entries of recent and
                            new_with_abstracts; their head and foot, text_browser: memory
arxiv_search                real copy of entries (cut abstracts, three dates, empty lines) and pages'
                            source; the head: memory
arxiv_abs                   real copies: chrome, reader; old_design, head_only: memory
id_above_title              memory
labelled_digest             real copy: contents_then_papers; the others: memory
scholar_results             real copies: chrome, results_only (library links, "[HTML]" before titles);
                            firefox, text_browser: memory
scholar_profile             memory
scholar_alert               programs that read the mails (order of pieces, "Cites:", the last sentence,
                            the plain part); the rest: memory
semantic_scholar, inspire   memory
openreview_forum            real copies: markdown, and the heads of chrome and head_only; reviews,
                            tldr_and_area: memory
openreview_group            memory
acl_volume, pmlr_volume     memory
neurips_page                real copy (of a sister site): markdown; the others after it
neurips_list                memory
dblp, journal_contents      memory
pubmed_abstracts            real copies: saved_text; the line of identifiers of chrome and
                            single_records; medline_labels and the rest: memory
pubmed_summary              real copies of citations (saved_text); chrome, selected: memory
alphaxiv                    memory
hf_papers                   real copies: trending_abstracts, text_browser_markdown, each_twice,
                            urls_on_own_lines; daily: memory
papers_with_code            memory
benty_fields                a program that reads the page (order of pieces, "1. Title", version);
                            no_empty_lines: real copy; buttons, mail: memory
catalyzex, without_titles   real copies; with_icons_and_dates: memory
markdown_list               real copy: authors_below; the others are ordinary Markdown, from memory
awesome_list, readme_news   real lists that are alike but not the same: links_and_badges, bold_dates;
                            the others: memory
references_by_programs      real copies: arxiv_html, accessed; sources_with_sites: real copy
references_vancouver        real copies
references_proceedings      real copy of back_references; the others: the style
other references            the manuals of the styles, from memory
pdf_first_page              memory of what pdftotext and viewers give
homepage, mail_notes, chat  memory
titles, title_and_url,      no page of a site: what people write
arxiv_ids, dois, urls
duplicates                  made up to be hard
==========================  ==========================================================================

What is hard on purpose: abstracts and comments that name identifiers of other papers on the same page or
of none; identifiers above titles; papers without abstracts among others with them; titles that wrap, that
are all capitals, questions, formulas, one word, forty words, or a word of the page's own furniture
("Comments on …", "Figure 1", "Save, Cite, Share"); names of one word, with particles, 40 authors; volumes
that list their own title and editors first; BibTeX below an abstract; papers that stand twice on a page.
"""

from tests.pastes.shapes import (
    arxiv,
    feeds,
    identifiers,
    markdown,
    personal,
    proceedings,
    pubmed,
    references,
    scholar,
)

__all__ = [
    "arxiv",
    "feeds",
    "identifiers",
    "markdown",
    "personal",
    "proceedings",
    "pubmed",
    "references",
    "scholar",
]
