"""EndNote's and PubMed's XML and the feeds of arXiv: what they hold, and what they may not do."""

import html
import random
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.importing.breaking import broken
from tests.importing.readers.made_up import CUTS, Made, papers, read

from readlist.domain import Kept
from readlist.importing.readers.parts.reasons import AROUND, NOTHING_KNOWN
from readlist.importing.readers.xml_records import (
    NO_END,
    NOT_OF_ARXIV,
    NOT_XML,
    READERS,
    XmlRecords,
)
from readlist.text import letters_only

ENDNOTE, PUBMED, ATOM, RSS = READERS

ENDNOTE_TEXT = """\
<?xml version="1.0" encoding="UTF-8" ?><xml><records><record><database name="My.enl">My.enl</database>\
<ref-type name="Journal Article">17</ref-type><contributors><authors>\
<author><style face="normal" font="default" size="100%">Byron, Ada M.</style></author>\
<author>Harbour Bells Collaboration,</author></authors></contributors>\
<titles><title><style face="normal">Ringing &amp; </style><style face="italic">timing</style> bells</title>\
<secondary-title>Journal of Bells</secondary-title></titles>\
<keywords><keyword>Rope work</keyword><keyword>tides</keyword></keywords>\
<dates><year><style>2019</style></year></dates><abstract>We ring.&#xD;We time.</abstract>\
<notes>Times Cited:0&#xD;Cited References Count:112</notes><research-notes>Ask Bo.</research-notes>\
<urls><related-urls><url>&lt;Go to ISI&gt;://WOS:1</url><url>https://example.org/bells</url></related-urls>\
<pdf-urls><url>internal-pdf://bells.pdf</url></pdf-urls></urls>\
<electronic-resource-num>10.1234/bells</electronic-resource-num></record><record><titles>\
<title>Second on the line</title></titles></record>
<record>
 <titles><title>Third</title></titles>
</record>
</records></xml>
"""
PUBMED_TEXT = """\
<?xml version="1.0"?>
<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle//EN" "https://example.org/pubmed.dtd">
<PubmedArticleSet>
<PubmedArticle>
  <MedlineCitation Status="MEDLINE">
    <PMID Version="1">112233</PMID>
    <DateCompleted><Year>2020</Year></DateCompleted>
    <Article>
      <Journal><JournalIssue><PubDate><Year>2018</Year><Month>04</Month></PubDate></JournalIssue>
        <Title>Journal of harbour medicine</Title></Journal>
      <ArticleTitle>Bells in <i>Mytilus</i> beds.</ArticleTitle>
      <ELocationID EIdType="pii">S000</ELocationID>
      <ELocationID EIdType="doi">10.1234/beds</ELocationID>
      <Abstract><AbstractText Label="METHODS">We dived.</AbstractText>
        <AbstractText Label="RESULTS">We heard
          nothing.</AbstractText></Abstract>
      <AuthorList CompleteYN="N">
        <Author><LastName>Byron</LastName><ForeName>Ada M</ForeName><Suffix>Jr</Suffix></Author>
        <Author><LastName>Ek</LastName><Initials>B</Initials></Author>
        <Author><CollectiveName>Bells, Ropes and Tides Group</CollectiveName></Author>
      </AuthorList>
    </Article>
    <CommentsCorrectionsList><CommentsCorrections RefType="CommentIn">
      <RefSource>J Bells. 2019;1</RefSource><PMID>9</PMID></CommentsCorrections>
    </CommentsCorrectionsList>
  </MedlineCitation>
  <PubmedData><ReferenceList><Reference><ArticleIdList>
      <ArticleId IdType="doi">10.1234/another</ArticleId></ArticleIdList></Reference></ReferenceList>
  </PubmedData>
</PubmedArticle>
</PubmedArticleSet>
"""
ATOM_TEXT = """\
<?xml version='1.0' encoding='UTF-8'?>
<feed xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/" xmlns:arxiv="http://arxiv.org/schemas/atom" \
xmlns="http://www.w3.org/2005/Atom">
  <id>https://arxiv.org/api/xyz</id>
  <title>arXiv Query: search_query=all:bells</title>
  <entry>
    <id>http://arxiv.org/abs/2101.00001v2</id>
    <title>Bells, Ropes and the
  Wind</title>
    <updated>2022-01-04T00:00:00Z</updated>
    <link href="https://arxiv.org/abs/2101.00001v2" rel="alternate" type="text/html"/>
    <link href="https://arxiv.org/pdf/2101.00001v2" rel="related" type="application/pdf"/>
    <summary>  We ring bells
by hand, $a &lt; b$.
  A wet rope costs time; see https://example.org/ropes.</summary>
    <published>2021-01-01T00:00:00Z</published>
    <arxiv:comment>9 pages</arxiv:comment>
    <arxiv:journal_ref>J. Bells 1 (2021)</arxiv:journal_ref>
    <author><name>Zo\\"e M\\"uller-Ott</name><arxiv:affiliation>Quay</arxiv:affiliation></author>
    <author><name>Bo Ek</name></author>
    <arxiv:doi>10.1234/bells</arxiv:doi>
  </entry>
</feed>
"""
DAILY_TEXT = """\
<feed xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns="http://www.w3.org/2005/Atom">
  <id>http://rss.arxiv.org/atom/math</id>
  <entry><id>oai:arXiv.org:2101.00001v2</id><title>Bells</title>
    <link href="https://arxiv.org/abs/2101.00001" rel="alternate" type="text/html"/>
    <summary>arXiv:2101.00001v2 Announce Type: replace
Abstract: We ring.</summary>
    <published>2024-01-01T00:00:00-04:00</published><arxiv:announce_type>replace</arxiv:announce_type>
    <dc:creator>Ada Byron, Bo Ek</dc:creator></entry>
</feed>
"""
RSS_TEXT = """\
<?xml version='1.0' encoding='UTF-8'?>
<rss xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:dc="http://purl.org/dc/elements/1.1/" version="2.0">
  <channel>
    <title>math updates on arXiv.org</title><link>http://rss.arxiv.org/rss/math</link>
    <item>
      <title>Bells</title><link>https://arxiv.org/abs/2101.00001</link>
      <description>arXiv:2101.00001v1 Announce Type: new
Abstract: We ring.</description>
      <guid isPermaLink="false">oai:arXiv.org:2101.00001v1</guid>
      <pubDate>Fri, 01 Jan 2021 00:00:00 -0500</pubDate>
      <arxiv:announce_type>new</arxiv:announce_type>
      <dc:creator>Ada Byron, Bo Ek</dc:creator>
    </item>
  </channel>
</rss>
"""
OLD_RSS_TEXT = """\
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
<channel rdf:about="http://arxiv.org/"><title>math updates on arXiv.org</title>
<items><rdf:Seq><rdf:li rdf:resource="http://arxiv.org/abs/2101.00001" /></rdf:Seq></items></channel>
<item rdf:about="http://arxiv.org/abs/2101.00001">
<title>Bells. (arXiv:2101.00001v1 [math.CO])</title>
<link>http://arxiv.org/abs/2101.00001</link>
<description rdf:parseType="Literal">&lt;p&gt;We ring
by hand.&lt;/p&gt;
</description>
<dc:creator> &lt;a href="http://arxiv.org/a/byron_a_1"&gt;Ada Byron&lt;/a&gt;, &lt;a href="x"&gt;Bo Ek&lt;/a&gt;</dc:creator>
</item>
</rdf:RDF>
"""
ERROR_TEXT = """\
<feed xmlns="http://www.w3.org/2005/Atom">
  <link href="http://arxiv.org/api/query" rel="self"/>
  <entry>
    <id>https://arxiv.org/api/errors#incorrect_id_format_for_abc</id>
    <title>Error</title>
    <summary>incorrect id format for abc</summary>
  </entry>
</feed>
"""
TEXTS = {
    ENDNOTE.name: ENDNOTE_TEXT,
    PUBMED.name: PUBMED_TEXT,
    ATOM.name: ATOM_TEXT,
    RSS.name: RSS_TEXT,
}


def test_endnote_with_several_records_on_a_line() -> None:
    (first, second, third), [tail] = read(ENDNOTE, ENDNOTE_TEXT)

    assert first.title == "Ringing & timing bells"
    assert first.authors == ("Ada M. Byron", "Harbour Bells Collaboration")
    assert (first.year, first.venue, first.doi) == (2019, "Journal of Bells", "10.1234/bells")
    assert first.abstract == "We ring. We time."
    assert first.links == ("https://example.org/bells",)
    assert first.kept == Kept(note="Ask Bo.")
    assert [(each.first_line, each.last_line) for each in (first, second, third)] == [
        (1, 1),
        (1, 1),
        (2, 4),
    ]
    assert (tail.first_line, tail.last_line, tail.reason) == (5, 5, AROUND)


def test_pubmed() -> None:
    [paper], _ = read(PUBMED, PUBMED_TEXT)

    assert paper.title == "Bells in Mytilus beds."
    assert paper.authors == ("Ada M Byron Jr", "B Ek", "Bells, Ropes and Tides Group")
    assert paper.more_authors
    assert paper.abstract == "METHODS: We dived.\n\nRESULTS: We heard nothing."
    assert (paper.year, paper.venue) == (2018, "Journal of harbour medicine")
    assert paper.doi == "10.1234/beds"
    assert paper.links == ("https://pubmed.ncbi.nlm.nih.gov/112233/",)


def test_a_doi_that_a_paper_of_pubmed_refers_to_is_not_its_own() -> None:
    own = '<ELocationID EIdType="doi">10.1234/beds</ELocationID>'
    [paper], _ = read(PUBMED, PUBMED_TEXT.replace(own, ""))
    assert paper.doi is None


def test_an_answer_of_arxiv() -> None:
    [paper], (head, tail) = read(ATOM, ATOM_TEXT)

    assert paper.title == "Bells, Ropes and the Wind"
    assert paper.authors == ("Zoë Müller-Ott", "Bo Ek")
    assert paper.abstract == (
        "We ring bells by hand, $a < b$.\n\nA wet rope costs time; see https://example.org/ropes."
    )
    assert (paper.arxiv_id, paper.doi) == ("2101.00001", "10.1234/bells")
    assert (paper.year, paper.venue, paper.comment) == (2021, "J. Bells 1 (2021)", "9 pages")
    assert paper.links == ("https://arxiv.org/abs/2101.00001v2", "https://example.org/ropes")
    assert (paper.first_line, paper.last_line) == (5, 21)
    assert (head.reason, tail.reason) == (AROUND, AROUND)


@pytest.mark.parametrize(
    ("reader", "text", "year"),
    [(ATOM, DAILY_TEXT, None), (RSS, RSS_TEXT, 2021), (RSS, OLD_RSS_TEXT, None)],
)
def test_the_feeds_of_a_day(reader: XmlRecords, text: str, year: int | None) -> None:
    [paper], _ = read(reader, text)

    assert (paper.title, paper.authors) == ("Bells", ("Ada Byron", "Bo Ek"))
    assert (paper.arxiv_id, paper.year) == ("2101.00001", year)
    assert paper.abstract in ("We ring.", "We ring by hand.")
    assert [url.partition(":")[2] for url in paper.links] == ["//arxiv.org/abs/2101.00001"]


def test_an_error_of_arxiv_and_an_empty_feed_give_no_papers() -> None:
    found, skipped = read(ATOM, ERROR_TEXT)
    assert not found
    assert [each.reason for each in skipped] == [
        AROUND,
        "arXiv says: incorrect id format for abc",
        AROUND,
    ]
    empty = ATOM_TEXT[: ATOM_TEXT.index("  <entry>")] + "</feed>"
    assert ATOM.is_certain(empty.split("\n"))
    assert read(ATOM, empty)[0] == []


def test_entries_that_are_not_of_arxiv_are_left_out() -> None:
    found, skipped = read(
        ATOM, ATOM_TEXT.replace("http://arxiv.org/abs/2101", "https://x.org/2101")
    )
    assert not found
    assert NOT_OF_ARXIV in [each.reason for each in skipped]


def test_a_broken_record_costs_no_other() -> None:
    records = (
        "<record><titles><title>Whole</title></titles></record>",
        "<record><titles><title>No end</title>",
        "<record><titles><title>Wrong</titles></record>",
        "<record><titles/></record>",
        "<!-- <record><titles><title>Away</title></titles></record> -->",
        "<record><titles><title><![CDATA[A </record> & <b>]]></title></titles></record>",
        "<record><titles><title>R&D at a&nbsp;quay\x02</title></titles></record>",
        "<record><titles><title>Cut off</ti",
    )
    found, skipped = read(ENDNOTE, "\n".join(("<xml><records>", *records)))
    assert [paper.title for paper in found] == ["Whole", "A </record> &", "R&D at a quay"]
    assert [each.reason for each in skipped] == [
        AROUND,
        NO_END,
        NOT_XML,
        NOTHING_KNOWN,
        AROUND,
        NO_END,
    ]


BOMB = "".join(
    f'<!ENTITY lol{n} "{"".join(f"&lol{n - 1};" for _ in range(10))}">' for n in range(1, 12)
)


@pytest.mark.parametrize(
    "declared",
    [
        f'<!ENTITY lol0 "lol">{BOMB}',
        '<!ENTITY lol11 SYSTEM "file:///etc/passwd">',
        '<!ENTITY lol11 SYSTEM "http://127.0.0.1:9/">',
        '<!ENTITY % p SYSTEM "file:///etc/passwd"> %p;',
    ],
)
def test_entities_are_not_expanded(declared: str) -> None:
    entry = ATOM_TEXT[ATOM_TEXT.index("  <entry>") : ATOM_TEXT.index("</feed>")]
    bad = entry.replace("<title>Bells", "<title>&lol11;")
    text = (
        f"<?xml version='1.0'?>\n<!DOCTYPE feed [{declared}]>\n<feed xmlns='x' href='arxiv.org/'>\n"
    )
    assert ATOM.is_certain(text.split("\n"))
    [paper], skipped = read(ATOM, f"{text}{bad}{entry}</feed>")
    assert paper.title == "Bells, Ropes and the Wind"
    assert NOT_XML in [each.reason for each in skipped]


def test_a_document_type_within_a_record_is_refused() -> None:
    text = '<xml><records>\n<record><!DOCTYPE x [<!ENTITY a "b">]><titles><title>&a;</title></titles></record>'
    found, skipped = read(ENDNOTE, text)
    assert not found
    assert skipped[-1].reason == NOT_XML


def test_deep_and_wide_records_are_read() -> None:
    deep = "<a>" * 50_000 + "</a>" * 50_000
    many = "<keyword>rope</keyword>" * 50_000
    text = (
        f"<xml><records>\n<record><titles><title>Deep{deep}</title></titles>"
        f"<keywords>{many}</keywords></record>"
    )
    [paper], _ = read(ENDNOTE, text)
    assert paper.title == "Deep"


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("before", ["", "\ufeff", "\n \n"])
def test_only_the_format_itself_is_certain(name: str, before: str) -> None:
    sample = (before + TEXTS[name]).split("\n")
    assert [reader.name for reader in READERS if reader.is_certain(sample)] == [name]


@pytest.mark.parametrize("text", [DAILY_TEXT, OLD_RSS_TEXT, ERROR_TEXT])
def test_other_feeds_of_arxiv_are_certain(text: str) -> None:
    assert sum(reader.is_certain(text.split("\n")) for reader in READERS) == 1


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<",
        "<?xml version='1.0'?>",
        "<!-- <xml><records> -->",
        "<html><body><xml><records>",
        "<feed xmlns='http://www.w3.org/2005/Atom'><title>A blog</title><entry><id>tag:x</id>"
        "<link href='https://arxiv.org/abs/2101.00001'/></entry></feed>",
        "<rss version='2.0'><channel><title>A blog</title><item><guid>1</guid>arxiv.org</item>",
        "<project xmlns='http://maven.apache.org/POM/4.0.0'/>",
        "<?" * 2_000 + "?>" * 2_000,
        "<!DOCTYPE x [" + "]" * 4_000,
    ],
)
def test_other_text_is_not_certain(text: str) -> None:
    assert not [reader.name for reader in READERS if reader.is_certain(text.split("\n"))]


# Wild records come back


def _elements(name: str, values: tuple[str, ...] | list[str]) -> str:
    return "".join(f"<{name}>{html.escape(value)}</{name}>" for value in values)


def _endnote(made: Made) -> str:
    style = f'<style face="normal" font="default" size="100%">{html.escape(made.title)}</style>'
    people = [person.family_first for person in made.people]
    return (
        f"<record><contributors><authors>{_elements('author', people)}</authors></contributors>"
        f"<titles><title>{style}</title><secondary-title>{html.escape(made.venue)}"
        f"</secondary-title></titles><dates><year>{made.year}</year></dates>"
        f"<abstract>{html.escape(made.abstract)}</abstract>"
        f"<electronic-resource-num>{made.doi}</electronic-resource-num></record>"
    )


def _pubmed(made: Made) -> str:
    people = "".join(
        f"<Author>{_elements('LastName', [person.family])}{_elements('ForeName', [person.given])}"
        f"{_elements('Suffix', [person.suffix])}</Author>\n"
        if person.given
        else f"<Author>{_elements('CollectiveName', [person.family])}</Author>\n"
        for person in made.people
    )
    return (
        f"<PubmedArticle><MedlineCitation><PMID>{made.year}</PMID><Article><Journal>"
        f"<JournalIssue><PubDate><MedlineDate>{made.year} Apr-May</MedlineDate></PubDate>"
        f"</JournalIssue>{_elements('Title', [made.venue])}</Journal>\n"
        f"{_elements('ArticleTitle', [made.title])}\n<Abstract>"
        f"{_elements('AbstractText', [made.abstract])}</Abstract>\n"
        f"<AuthorList>{people}</AuthorList></Article></MedlineCitation>\n<PubmedData><ArticleIdList>"
        f'<ArticleId IdType="doi">{made.doi}</ArticleId></ArticleIdList></PubmedData></PubmedArticle>'
    )


def _atom(made: Made) -> str:
    people = "\n".join(f"<author>{_elements('name', [name])}</author>" for name in made.authors)
    return (
        f"<entry>\n<id>http://arxiv.org/abs/math/{made.year}123v1</id>\n"
        f"{_elements('title', [made.title])}\n{_elements('summary', [made.abstract])}\n{people}\n"
        f"<published>{made.year}-01-01T00:00:00Z</published><arxiv:doi>{made.doi}</arxiv:doi>"
        f"<arxiv:journal_ref>{html.escape(made.venue)}</arxiv:journal_ref></entry>\n"
    )


Writer = Callable[[Made], str]


@pytest.mark.parametrize(
    ("reader", "writer"), [(ENDNOTE, _endnote), (PUBMED, _pubmed), (ATOM, _atom)]
)
def test_wild_records_come_back(reader: XmlRecords, writer: Writer) -> None:
    made = list(papers(300, 5))
    chance = random.Random(6)
    records = (writer(each) + chance.choice(("", "\n", "\n\n")) for each in made)
    found, _ = read(reader, "<xml><records>" + "".join(records))

    for paper, wanted in zip(found, made, strict=True):
        assert letters_only(paper.title or "") == letters_only(wanted.title)
        assert paper.authors == wanted.authors
        assert letters_only(paper.abstract or "") == letters_only(wanted.abstract)
        assert (paper.year, paper.venue, paper.doi) == (wanted.year, wanted.venue, wanted.doi)


# Nothing is raised and no line lost


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)
def test_broken_text_is_read_as_far_as_it_goes(reader: XmlRecords) -> None:
    for text in broken(TEXTS[reader.name] * 3, CUTS, "12"):
        reader.is_certain(text.split("\n"))
        found, _ = read(reader, text)
        assert all(paper.title or paper.doi or paper.arxiv_id for paper in found)


_PIECES = st.sampled_from(
    (
        *("<entry>", "</entry>", "<record>", "</record >", "<!--", "-->", "<![CDATA[", "]]>", "<"),
        *(
            "<title>A</title>",
            "&x;",
            "&#0;",
            "\ufeff",
            " ",
            "\n",
            "<item/>",
            "<PubmedArticle a='b'>",
        ),
    )
)


@settings(max_examples=100, deadline=None)
@given(parts=st.lists(st.one_of(_PIECES, st.text(max_size=5)), max_size=40))
def test_any_text_is_read(parts: list[str]) -> None:
    text = "".join(parts).replace("\r", "")
    for reader in READERS:
        reader.is_certain(text.split("\n"))
        read(reader, text)
