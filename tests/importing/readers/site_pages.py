"""Pages of sites with papers that are made up, as browsers and mail programs copy them."""

from typing import NamedTuple

from readlist.domain import PaperDraft
from readlist.importing.readers.parts.lines import Line, written_lines
from readlist.importing.readers.parts.normalising import normalised
from readlist.importing.readers.reader import Entry, Page


class Copy(NamedTuple):
    """A page, the reader that knows it, and the titles of the papers on it."""

    reader: str
    text: str
    titles: tuple[str, ...]


def entries(reader: Page, text: str) -> tuple[list[Line], list[Entry]]:
    """Return the lines of ``text``, as readers are given them, and what ``reader`` finds in them."""
    lines, _ = normalised(list(written_lines(text.split("\n"))))
    return lines, list(reader.find(lines))


def papers(reader: Page, text: str) -> list[PaperDraft]:
    """Return the papers that ``reader`` finds; all of them are certain."""
    found = entries(reader, text)[1]
    assert all(entry.weight >= 2.0 for entry in found)
    return [entry.draft for entry in found]


def apart(text: str) -> str:
    """Return ``text`` with a blank line between any two lines."""
    return "\n\n".join(line for line in text.split("\n") if line)


def quoted(text: str) -> str:
    """Return ``text`` as a mail program quotes it."""
    return "\n".join(f"> {line}" for line in text.split("\n"))


SCHOLAR = """Skip to search results
Articles
About 1,230,000 results (0.05 sec)
My profile
Any time
Since 2026
Sort by relevance
Create alert
[PDF] arxiv.org
Bells that ring themselves
A Quay, B von Rope, CD Ash… - Advances in neural …, 2017 - proceedings.neurips.cc
We show that … bells ring. A second piece of … the snippet
Save Cite Cited by 140281 Related articles All 87 versions View as HTML
[BOOK][B] Deep ropes
I Good, Y Ben - 2016 - books.example.com
☆ Save 〃 Cite Cited by 12 Related articles ≫
Related searches
bells at night
bells at sea
[CITATION][C] Bells and winds
J Ash - Univ. of the Coast, 1977
Save Cite Cited by 3 Related articles
[HTML] mdpi.com
Find@UW
[HTML] A wind study
P Wang, J Liu - arXiv preprint arXiv:2010.07808, 2020 - arxiv.org
The wind, see arXiv:1901.00001, blows …
SaveCite Related articles All 2 versions
12345678910
Next
Help Privacy Terms
"""
ALERT = """From: Google Scholar Alerts <scholaralerts-noreply@google.com>
Subject: bells - new results

[PDF] Bells that ring themselves in the wind of the north: a long study of
ropes
<https://scholar.google.com/scholar_url?url=https://arxiv.org/pdf/2610.02968&hl=en&sa=X&d=1>
A Quay, B Rope - arXiv preprint arXiv:2610.02968, 2026
We show that bells … ring when ropes … that consistently outperform strong
sequential baselines

Short title
<https://scholar.google.com/scholar_url?url=https://example.org/x&hl=en>
C Ash, D Elm… - Journal of Bells, 2025
And so bells …
•\tCites: Bells of old

This message was sent by Google Scholar because you're following new results
for [bells].
List alerts
"""
PROFILE = """Ada Quay
Professor of Bells
Title
Sort by citations
Cited by\tYear
Bells of the North
A Quay, B Rope, ...
arXiv preprint arXiv:1607.14562, 2016\t986\t2016
Ropes
A Quay
Bell Letters 13 (1), 8-9, 2012\t\t2012
"""
SEMANTIC = """Semantic Scholar
Search 223,000,000 papers
About 1,000 results for "bells"
Fields of Study
Date Range
Bells that Ring Themselves
A. Quay, Noam M. Rope, +5 authors, Illia Ash
Computer Science
Neural Bell Processing Systems
12 June 2017
TLDR
A new simple bell is proposed. Expand
104,223
PDF
Save
Alert
Cite
Ropes and Bells: A Survey
J. Elm
Computer Science, Mathematics
ArXiv
2019
We survey ropes... Expand
12
Save
Alert
Cite
"""
SEMANTIC_DOTS = """Bells that Ring Themselves
A. Quay, N. Rope, +5 authors I. Ash · Published in Bell Processing… 12 June 2017 · Computer Science
TLDR A new simple bell is proposed. Expand
Save Alert Cite
Ropes and Bells: A Survey
J. Elm, P. Oak et al. • 2019
TLDR: Ropes are surveyed.
Save to Library | Not Relevant
Tar
L. Yew, P. Oak - Bell Letters - 2011
Folders: Unsorted
45 Citations
Cite
Remove
"""
SEMANTIC_PAGE = """DOI:10.1109/5.771073Corpus ID: 14542261
Bells of the coast
@article{x}
J. Elm, P. Oak
Published in Bell Journal 1 March 2001
Computer Science
TLDR
Bells. Expand
Save to Library
Create Alert
Cite
8 Citations
Abstract
We ring bells on the coast.
Related Papers
Another paper of others
A. Bee
Computer Science
2001
Save
Alert
"""
DBLP = """dblp
computer science bibliography
Ada Quay
2020 – today
see FAQ
2023
[j3]\t\u00a0\t\u00a0\tAda Quay, Bo Rope 0019, Cy Ash:
Testing Ropes of Signed Bells. Inf. Sci. 512: 1-10 (2023)
[c6]\tAda Quay:
Who Rings? A Study of Bells. WWW 2023: 49-59
[c5]\tAda Quay, Bo Rope: Bells, Ropes and the Wind. EMNLP (1) 2020: 1-10
[c4]
Ada Quay:
Must Ropes Be Wet? J. Bells 7(1): 1:1-1:48 (2019)
[e1]\tAda Quay, Bo Rope:
Proceedings of the 5th Workshop on Bells, BELL 2019, Quay, June 1, 2019. ACM 2019, ISBN 978-1
Coauthor Index
1
Bo Rope
[j3]
"""
DBLP_TEXT_BROWSER = """     * [i13]
          + view
               o electronic edition via DOI (open access)
               o details & citations
          + export record
               o BibTeX
          + share record
               o persistent URL: https://dblp.org/rec/journals/corr/abs-2601-19278
       Ada Quay, Bo Rope, Cy Ash, Dee Elm, Li Oak, Ed Yew, Al
       Birch: Bells in J. S. Bach and ropes in all of the others. CoRR
       abs/2601.19278 (2026)

     * [c1]
          + view
               o electronic edition @ example.org (open access)
       Ada Quay: Bells. Ann. of Bells 2012: 1-9
"""
DBLP_VENUE = """Bells 2019: Quay
> Home > Conferences and Workshops
[–] Main Track
view
Ada Quay, Bo Rope:
Testing Ropes. 1-10
"""
PUBMED = """Skip to main page content
1,234 results
Select item 36192773
1
Cite
Share
Bells regulate lipid ropes in clear cells.
St. Quay TD, LaRope EL, Ash H Jr.
Bell Metab. 2022 Oct 3;10(1):14. doi: 10.1186/s40170-022-00290-z.
PMID: 36192773 Free PMC article.
Here we show … bells.
2
Cite
Share
Ropes in winter: a review.
Elm PJ, et al.
Free Bell Biol Med. 2015 Feb;79:292-9. doi: 10.1016/j.bell.2014.11.009. Epub 2014 Nov 29.
PMID: 25458917 Review.
3
Cite
Share
Does a bell ring?
[No authors listed]
Lancet. 2001 Jan 1;1:1.
PMID: 1234567 No abstract available.
"""
PUBMED_RECORD = """Page navigation
Similar articles
Bell J
. 2014 Feb 12;311(6):579-86.
 doi: 10.1001/bell.2013.285141.
Risk of rope disease following bell donation
Ada D Quay 1, Bo B Rope 1 2, Mei-Cheng Ash 2
Affiliations Expand
PMID: 24519297 PMCID: PMC4411956 DOI: 10.1001/bell.2013.285141
Abstract
Importance: Bells matter.

Results: They ring.

Keywords: bells.
PubMed Disclaimer
Similar articles
Other bells entirely.
Gill JS, Tonelli M.
JAMA. 2014 Feb 12;311(6):577-9. doi: 10.1001/jama.2013.285142.
PMID: 24519296 No abstract available.
"""
PUBMED_SAVED = """1. Bell Metab. 2022 Oct 3;10(1):14. doi: 10.1186/s40170-022-00290-z.

Bells regulate lipid ropes in clear cells of the northern harbour and of the
southern one.

Quay TD(1), LaRope EL(1)(2), Ash H(2).

Author information:
(1)Department of Bells, Quay University, Quay.
(2)Ropes Inc.

BACKGROUND: Bells are rung by hand in most of the towns along the coast, and
nobody knows why.
METHODS: We time them.

© 2022. The Author(s).

DOI: 10.1186/s40170-022-00290-z
PMCID: PMC9531416
PMID: 36192773

Conflict of interest statement: None.


2. Bell J. 2001 Jan;1(1):1-2.

Ropes.

Elm P.

PMID: 1234567 [Indexed for MEDLINE]

1: Quay TD, St. Rope EL. Bells regulate ropes: a study. Bell Metab. 2022
Oct 3;10(1):14. doi: 10.1186/s40170-022-00290-z. PMID: 36192773; PMCID:
PMC9531416.
"""
ACL = """ACL Anthology
Annual Meeting of the Association for Computational Linguistics (2023)
Volumes
Proceedings of the 61st Annual Meeting of the Bells (Volume 1: Long Papers) 911 papers
up
pdf (full)
bib (full)
Proceedings of the 61st Annual Meeting of the Bells (Volume 1: Long Papers)
Anna Editor | Jordan Second
pdf bib
Proceedings of the 61st Annual Meeting of the Bells (Volume 1: Long Papers)
Anna Editor | Jordan Second
pdf bib abs
Bells Speak: A Corpus of Ropes
Ada Quay | Bo Rope | Cy Ash
pdf bib abs
Ringing Alone
Dee Elm
We ring bells alone and report what happens to the listener on the far side of the quay.
pdf
bib
abs
Three Lines of Buttons
Ada Quay | Dee Elm
Software
Video
pdf bib
No Abstract Here
Zoe Zed | Yan Y. Yew
ACL materials are Copyright © 1963–2024 ACL; other materials are copyrighted by their holders.
"""
ACL_PAGE = """Bells Speak: A Corpus of Ropes
Ada Quay, Bo Rope

Correct Metadata for

Abstract
We ring bells alone and report what happens to the listener.

Anthology ID:2026.bell-long.8Volume:Proceedings of the 19th Conference on BellsMonth:MarchYear:2026
Editors:Vera D,
Kent IVenue:BELLPages:165–191URL:https://aclanthology.org/2026.bell-long.8/DOI:10.18653/v1/2026.bell-long.8
Cite (ACL):Ada Quay, Bo Rope, and Cy Ash. 2026. Bells Speak: A Corpus of Ropes. In Proceedings of Bells.
Cite (Informal):Bells Speak: A Corpus of Ropes (Quay et al., BELL 2026)
PDF:https://aclanthology.org/2026.bell-long.8.pdf
PDF
Cite
Search
Fix data
"""
PMLR = """Volume 97: International Conference on Machine Learning, 9-15 June 2019, Long Beach
[edit]
Editors: K. Second
Bells by Learning
Ada Quay, Bo Rope; Proceedings of the 36th Conference on Bells, PMLR 97:1-10
[abs][Download PDF][Supplementary PDF]
Ropes: a Bound
Cy Ash
Proceedings of the 36th Conference on Bells, PMLR 97:11-20
[abs][Download PDF]
"""
PMLR_PAGE = """Bells by Learning
Ada Quay, Bo Rope
Proceedings of the 36th Conference on Bells, PMLR 97:1-10, 2019.
Abstract
We learn bells.
Cite this Paper
BibTeX
@InProceedings{pmlr-v97-quay19a,
  title = {Bells by Learning},
}
Copy to Clipboard
Related Material
Download PDF
"""
NEURIPS = """NeurIPS Proceedings
Advances in Neural Information Processing Systems 36 (NeurIPS 2023)
Edited by: A. First and T. Second
Bells by Learning in a Northern Town
Ada Quay, Bo Rope
Main Conference Track
Ropes: a Bound
Cy Ash
Datasets and Benchmarks Track
Name Change Policy
"""
NEURIPS_BESIDE = """Advances in Neural Information Processing Systems 32 (NeurIPS 2019)
Edited by: H. First and H. Second
Bells by Learning in the Wind Ada Quay, Bo Rope
Ropes: a Bound for Bells Cy B. Ash, Dee Elm, Bo van der Rope, Ji Eun Oak
Tar and Salt Ji Eun Birch, Al Yew
Bells, Ropes, and Tar Maria del Sol, Al Yew
"""
NEURIPS_PAGE = """Bells by Learning
Part of Advances in Neural Information Processing Systems 32 (NeurIPS 2019)
AuthorFeedback Bibtex MetaReview Metadata Paper Reviews Supplemental
Authors
Ada Quay, Bo Rope
Abstract
We learn bells. It rings.
Name Change Policy
Requests for name changes in the electronic proceedings will be accepted
"""
OPENREVIEW = """ICLR 2024 Conference
Accept (oral)
Bells that Ring Themselves
Ada Quay, Bo Rope, Cy Ash
Published: 16 Jan 2024, Last Modified: 05 Mar 2024
ICLR 2024 oral
Readers: Everyone
Show details
Ropes and Bells
Dee Elm
Published: 16 Jan 2024, Last Modified: 15 Mar 2024ICLR 2024 posterReaders: Everyone
Keywords: bells, ropes
TL;DR: bells
Abstract: We ring. A second sentence.

Results are good.
Supplementary Material: zip
Hide details
Old Style
Anonymous
28 Sept 2020 (modified: 16 Feb 2021)\tICLR 2021 Oral\tReaders: Everyone
Another Submission
ICLR 2025 Conference Submission12 Authors
28 Sept 2024 (modified: 05 Feb 2025)Submitted to ICLR 2025Readers: Everyone
«‹123
"""
OPENREVIEW_FORUM = """back arrowGo to ICLR 2026 Conference homepage

## Bells via Time Scaling

Download PDF

### Ada Quay, Bo Rope

Published: 26 Jan 2026, Last Modified: 11 Apr 2026ICLR 2026 PosterEveryoneRevisionsBibTeXCC BY 4.0

Keywords: Planning, Bells

Abstract: We ring bells at night.

Submission Number: 16263

[–][+]66 Replies
Official Review of Submission16263 by Reviewer abcd
Official ReviewReviewer abcd07 Nov 2023, 14:44 (modified: 10 Nov 2023, 12:09)EveryoneRevisions
Summary:
Fine.
"""
BENTY = """Papers
Journal Club
Papers for Friday 12 June 2026
 Show all abstracts
1. Feedback-Free Bells in Clusters
Hou-Zun Quay, Zhao Rope, Cy Ash
Show abstract | Show figures | Show BibTeX | Show discussion | View PDF | 2606.12605v1
 Vote  Add to Library  Recommend
2. (CROSS-LISTING) Dark Bells
Ada Quay, Bo Rope, et al
Hide abstract | Show figures | Show BibTeX | Show discussion 0 | View PDF | 2606.12606v2
We perform a simulation of bells, as arXiv:1901.00001 did.
Authors' comments: 15 pages, 17 figures. Submitted
 Vote  Add to Library  Recommend
3. Closed again
Dee Elm
2606.12607v1 [cs.BE] show abstract
Votes: 3
Vote for this paper
"""
ALPHAXIV = """alphaXiv
Explore
Sign In
17 Sept 2026
bell-ringing
Bells-V4: Pushing the Limits of Rope Compression
Quay University
Cross-layer rope reuse and low-precision storage reduce the cost of ropes by a lot.
View blog
Resources
1,234
Ropes for Everyone: a Study in Ringing
Ada Quay, Bo Rope
18 Sept 2026
#cs-be
We study ringing in the north, see https://arxiv.org/abs/1901.00001, and find a wet rope.
650 likes · 2 comments
Read more
[Tar and Its Uses](https://www.alphaxiv.org/abs/2609.19969)
[Quay University](https://www.alphaxiv.org/?organizations=x)
Tar is used for ropes along the coast, and nobody knows how much of it is lost at sea.
[View blog](https://www.alphaxiv.org/overview/2609.19969)
962
"""

_LONG = "Bells that ring themselves in the wind of the north: a long study of ropes"
_ROPES = "Bells regulate lipid ropes in clear cells"
COPIES = (
    Copy(
        "google-scholar",
        SCHOLAR,
        ("Bells that ring themselves", "Deep ropes", "Bells and winds", "A wind study"),
    ),
    Copy("google-scholar", ALERT, (_LONG, "Short title")),
    Copy("google-scholar-profile", PROFILE, ("Bells of the North", "Ropes")),
    Copy("semantic-scholar", SEMANTIC, ("Bells that Ring Themselves", "Ropes and Bells: A Survey")),
    Copy(
        "semantic-scholar",
        SEMANTIC_DOTS,
        ("Bells that Ring Themselves", "Ropes and Bells: A Survey", "Tar"),
    ),
    Copy("semantic-scholar", SEMANTIC_PAGE, ("Bells of the coast",)),
    Copy(
        "dblp",
        DBLP,
        (
            "Testing Ropes of Signed Bells",
            "Who Rings? A Study of Bells",
            "Bells, Ropes and the Wind",
            "Must Ropes Be Wet?",
        ),
    ),
    Copy(
        "dblp", DBLP_TEXT_BROWSER, ("Bells in J. S. Bach and ropes in all of the others", "Bells")
    ),
    Copy("dblp", DBLP_VENUE, ("Testing Ropes",)),
    Copy("pubmed", PUBMED, (_ROPES, "Ropes in winter: a review", "Does a bell ring?")),
    Copy("pubmed", PUBMED_RECORD, ("Risk of rope disease following bell donation",)),
    Copy(
        "pubmed",
        PUBMED_SAVED,
        (
            f"{_ROPES} of the northern harbour and of the southern one",
            "Ropes",
            "Bells regulate ropes: a study",
        ),
    ),
    Copy(
        "acl-anthology",
        ACL,
        (
            "Bells Speak: A Corpus of Ropes",
            "Ringing Alone",
            "Three Lines of Buttons",
            "No Abstract Here",
        ),
    ),
    Copy("acl-anthology", ACL_PAGE, ("Bells Speak: A Corpus of Ropes",)),
    Copy("pmlr", PMLR, ("Bells by Learning", "Ropes: a Bound")),
    Copy("pmlr", PMLR_PAGE, ("Bells by Learning",)),
    Copy("neurips", NEURIPS, ("Bells by Learning in a Northern Town", "Ropes: a Bound")),
    Copy(
        "neurips",
        NEURIPS_BESIDE,
        (
            "Bells by Learning in the Wind",
            "Ropes: a Bound for Bells",
            "Tar and Salt",
            "Bells, Ropes, and Tar",
        ),
    ),
    Copy("neurips", NEURIPS_PAGE, ("Bells by Learning",)),
    Copy(
        "openreview",
        OPENREVIEW,
        ("Bells that Ring Themselves", "Ropes and Bells", "Old Style", "Another Submission"),
    ),
    Copy("openreview", OPENREVIEW_FORUM, ("Bells via Time Scaling",)),
    Copy("benty-fields", BENTY, ("Feedback-Free Bells in Clusters", "Dark Bells", "Closed again")),
    Copy(
        "alphaxiv",
        ALPHAXIV,
        (
            "Bells-V4: Pushing the Limits of Rope Compression",
            "Ropes for Everyone: a Study in Ringing",
            "Tar and Its Uses",
        ),
    ),
)
