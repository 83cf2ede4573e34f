"""Which links lead to papers, and what people write on links that are no titles."""

import re

# What papers are read at: preprint servers, proceedings, publishers, indexes.
_PAPER = re.compile(
    r"https?://(?:[\w-]+\.)*(?:arxiv\.org/(?:abs|pdf|html|format)/\S|alphaxiv\.org/(?:abs|pdf"
    r"|overview)/\S"
    r"|(?:huggingface\.co|hf\.co)/papers/\d|ar5iv\.\w+(?:\.org)?/\S|doi\.org/10\.\S"
    r"|openreview\.net/(?:forum|pdf)\?id="
    r"|openreview\.net/(?:pdf|attachment)|aclanthology\.(?:org|info)/[\w.]|aclweb\.org/anthology/\S"
    r"|proceedings\.mlr\.press/v\d|proceedings\.(?:neurips|nips)\.cc/\S"
    r"|papers\.n(?:eur)?ips\.cc/paper"
    r"|openaccess\.thecvf\.com/content|ecva\.net/papers/\S|jmlr\.org/(?:papers|beta/papers)/\S"
    r"|dl\.acm\.org/(?:doi|citation|ft_gateway)\S|dl\.acm\.org/doi"
    r"|ieeexplore\.ieee\.org/\S*document/\d"
    r"|ieeexplore\.ieee\.org/\S*\d{5}|link\.springer\.com/(?:article|chapter)/10\."
    r"|sciencedirect\.com/science/article"
    r"|nature\.com/articles/\w|science\.org/doi/\S|(?:bio|med|chem)rxiv\.org/\S*10\.\d{4}"
    r"|pnas\.org/\S*10\.\d{4}"
    r"|semanticscholar\.org/(?:paper|arxiv)/\S|pubmed\.ncbi\.nlm\.nih\.gov/\d"
    r"|ncbi\.nlm\.nih\.gov/(?:pmc/articles|pubmed)/\S"
    r"|onlinelibrary\.wiley\.com/doi/\S|tandfonline\.com/doi/\S|journals\.plos\.org/\S*article"
    r"|mdpi\.com/\d"
    r"|frontiersin\.org/(?:journals/\S*)?articles/\S|ojs\.aaai\.org/\S*article"
    r"|aaai\.org/\S*(?:paper|article)/\S"
    r"|ijcai\.org/(?:proceedings|Proceedings|Abstract)\S*\d|isca-(?:speech|archive)\.org/\S*\d"
    r"|cell\.com/\S*fulltext"
    r"|eprint\.iacr\.org/\d{4}/\d|ssrn\.com/\S*abstract|usenix\.org/(?:conference|system/files"
    r"|legacy)/\S"
    r"|hal\.(?:science|inria\.fr)/\S*\d|zbmath\.org/\S|proceedings\.com/\S"
    r"|cv-foundation\.org/openaccess\S"
    r"|academic\.oup\.com/\S*article|journals\.aps\.org/\S*10\.|iopscience\.iop\.org/article/\S"
    r"|elifesciences\.org/articles/\d"
    r"|iclr\.cc/virtual/\S*\d|n(?:eur)?ips\.cc/virtual/\S*\d|icml\.cc/virtual/\S*\d"
    r"|scitepress\.org/\S*paper)\S*",
    re.I,
)
_PDF = re.compile(r"https?://\S+\.pdf(?:[?#]\S*)?$", re.I)
_CODE_HOST = re.compile(r"https?://(?:www\.)?(?:github|gitlab|bitbucket)\.(?:com|org)/", re.I)
_LABEL = re.compile(
    r"\W*(?:(?:official|full|our|the|original|unofficial|camera[- ]ready|extended)\s+)?(?:papers?"
    r"|pdf|arxiv|codes?|github|git"
    r"|project(?:\s+(?:page|website|site))?|web(?:site|page)?|homepage|home|page|videos?|slides?"
    r"|blog(?:\s?post)?|demo|data(?:sets?)?"
    r"|links?|url|bib(?:tex)?|cite|poster|talk|html|abs(?:tract)?|doi|openreview|acl|here"
    r"|source(?:\s+code)?|supp\w*|appendix|models?"
    r"|weights|checkpoints?|pytorch|tensorflow|tf|jax|keras|colab|notebook|implementation"
    r"|repo(?:sitory)?|media|youtube|twitter|news"
    r"|hugging\s?face|hf|springer|ieee|acm|elsevier|scholar|semantic scholar|preprint|publisher"
    r"|download|read|reviews?|summary|notes?"
    r"|publication|article|document|text|view|site|alphaxiv|star|stars|v\d|tweet|thread|benchmark"
    r"|leaderboard|report|tech(?:nical)? report"
    r"|dblp|pubmed|biorxiv|medrxiv|poster|oral|spotlight|中文|论文|代码|project)"
    r"(?:\s+(?:link|pdf|page|code|paper|version|here|\d+))?\W*",
    re.I,
)
_ID = re.compile(r"\W*(?:arxiv\W*)?(?:\d{4}\.\d{4,5}(?:v\d)?|10\.\d{4,9}/\S+)\W*", re.I)


def is_paper_link(url: str) -> bool:
    """Return whether ``url`` is the address of one paper, or of a PDF outside a repository."""
    if _PAPER.match(url):
        return True
    return _PDF.match(url) is not None and not _CODE_HOST.match(url)


def is_label(text: str) -> bool:
    """Return whether ``text`` on a link says what it leads to, and is no title."""
    return not any(letter.isalpha() for letter in text) or bool(
        _LABEL.fullmatch(text) or _ID.fullmatch(text)
    )
