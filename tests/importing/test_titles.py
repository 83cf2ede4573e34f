import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readlist.importing.titles import derive_title
from readlist.importing.titles.acronyms import definitions, write_out
from readlist.importing.titles.names import find_name
from readlist.importing.titles.salience import salience
from readlist.importing.titles.shapes import is_name_shaped
from readlist.importing.titles.tokens import plain, tokenize
from readlist.importing.titles.words import stem

LONGEST = 100

RIVERS = (
    "Flood forecasting in small river basins matters to many villages. Models such as LSTM and "
    "ConvGRU need long records of rainfall. In this paper, {introduction} We evaluate it on "
    "ImageNet-like gauge data and it outperforms ConvGRU."
)


def name_in(text: str) -> str | None:
    return find_name(tokenize(plain(text)))


@pytest.mark.parametrize(
    ("introduction", "name"),
    [
        ("we propose RiverNet, a graph model of rainfall.", "RiverNet"),
        ("we propose a novel graph model of rainfall called RiverNet.", "RiverNet"),
        ('we present a graph model of rainfall, termed "riverNet", for villages.', "riverNet"),
        ("we develop a graph model of rainfall, dubbed as Heron.", "Heron"),
        ("we introduce Heron, a graph model of rainfall.", "Heron"),
        ("we introduce the Heron framework to forecast floods.", "Heron"),
        ("we introduce Muddy Heron, a graph model of rainfall.", "Muddy Heron"),
        ("we propose a new graph model of rainfall (RiverNet).", "RiverNet"),
        ("we propose Rainfall-Aware Graph Networks (RAGN) for floods.", "RAGN"),
        ("a rainfall graph network (RGN) model is proposed.", "RGN"),
        ("we propose Sparse Rainfall Attention, or SpaRA, which is fast.", "SpaRA"),
        ("we propose a fast graph framework RiverNet. RiverNet reads maps.", "RiverNet"),
        ("we describe the design and implementation of Heron, a flood alarm.", "Heron"),
        ("our main contribution is RiverNet, a graph model of rainfall.", "RiverNet"),
        ("we call this graph model the Rainfall Graph Network (RGN).", "RGN"),
        (r"we propose \textbf{RiverNet}, a graph model of rainfall.", "RiverNet"),
        ("we release Basin-10K, a data set of gauges.", "Basin-10K"),
        ("we propose Flow-and-Ebb, a graph model of rainfall.", "Flow-and-Ebb"),
        ("we propose xGauge, a graph model of rainfall.", "xGauge"),
        ("we present gauge2map, a graph model of rainfall.", "gauge2map"),
        (
            "we present RiverNet 2.0, a graph model of rainfall. RiverNet 2.0 is fast.",
            "RiverNet 2.0",
        ),
        ("we introduce the family of rainfall graph networks (RGNs).", "RGNs"),
    ],
)
def test_a_name_is_found_where_it_is_introduced(introduction: str, name: str) -> None:
    abstract = RIVERS.format(introduction=introduction)
    assert name_in(abstract) == name
    assert derive_title(abstract).startswith(f"{name}: ")


@pytest.mark.parametrize(
    "introduction",
    [
        "we study how rainfall reaches a gauge.",
        "we compare the LSTM with the ConvGRU.",
        "we use a convolutional neural network (CNN) to forecast floods.",
        "we show that GNNs forecast floods on maps.",
        "we propose a model that builds on LoRA and BERT.",
        "we study an effect also referred to as FLASH.",
        "we propose a model for floods using Deep Gauge Learning (DGL).",
        "we introduce Bayesian models of rainfall.",
        "we formulate a problem to maximize the gauge efficiency (GE).",
    ],
)
def test_what_is_borrowed_or_common_is_no_name(introduction: str) -> None:
    assert name_in(RIVERS.format(introduction=introduction)) is None


@pytest.mark.parametrize(
    ("abstract", "name"),
    [
        ("Muddy Heron is a light model of floods in small basins.", "Muddy Heron"),
        ("HeronOS stores gauges in a tree. It answers queries on maps.", "HeronOS"),
        ("Heron is a store of gauges. Villages keep their maps in Heron.", "Heron"),
        ("Smoothing is a method for gauges. With smoothing, maps get better.", None),
        ("Sluice gates, HeronOS, opens them in time, which villages want.", "HeronOS"),
    ],
)
def test_an_abstract_may_begin_with_its_name(abstract: str, name: str | None) -> None:
    assert name_in(abstract) == name


def test_the_own_name_wins_over_the_names_it_is_compared_with() -> None:
    abstract = (
        "GaugeFormer and FloodNet forecast floods. FloodNet is slow. We propose RiverNet. "
        "RiverNet outperforms FloodNet, and FloodNet outperforms GaugeFormer on BasinBench."
    )
    assert name_in(abstract) == "RiverNet"


@pytest.mark.parametrize(
    ("word", "shaped"),
    [
        ("FooBar", True),
        ("fooNet", True),
        ("FOO", True),
        ("FOO-2", True),
        ("x2vec", True),
        ("map2vec", True),
        ("Sort-and-Count", True),
        ("Euclidean", False),
        ("GNN-based", False),
        ("Non-IID", False),
        ("river", False),
        ("12", False),
    ],
)
def test_the_shape_of_a_name(word: str, *, shaped: bool) -> None:
    assert is_name_shaped(word) is shaped


def test_an_acronym_is_written_out_unless_it_is_the_own_name() -> None:
    tokens = tokenize("Message PAssing (MPA) is slow. MPA on maps needs RGN. RGN is not MPA.")
    assert [span for _, span in definitions(tokens)] == [(0, 2)]
    text = " ".join(token.text for token in write_out(tokens, "RGN"))
    assert text == (
        "Message Passing is slow . Message Passing on maps needs RGN . RGN is not Message Passing ."
    )


def test_a_bracket_that_abbreviates_nothing_is_left_alone() -> None:
    tokens = tokenize("Rivers (XQ) flow in May (2020).")
    assert list(definitions(tokens)) == []
    assert write_out(tokens, None) == tokens


def test_tex_links_and_labels_are_taken_away() -> None:
    abstract = r"Abstract: The \emph{upper} bound is $O(\sqrt{n \log n})$ at $p$. See https://a.b/c"
    assert plain(abstract) == "The upper bound is § at p. See"


def test_prices_are_no_formula() -> None:
    assert plain("It fell from $5 to about two times $7.") == "It fell from 5 to about two times 7."


def test_sentences_do_not_end_in_abbreviations() -> None:
    tokens = tokenize("Floods, e.g. Fast ones, hurt. We see 3.5 of them. Why?")
    assert [token.sentence for token in tokens if token.is_word] == [0] * 5 + [1] * 5 + [2]


@pytest.mark.parametrize(
    ("word", "expected"),
    [("rivers", "river"), ("Bodies", "body"), ("loss", "loss"), ("basis", "basis"), ("X's", "x")],
)
def test_stems(word: str, expected: str) -> None:
    assert stem(word) == expected


def test_words_of_the_subject_are_likelier_than_the_talk_of_abstracts() -> None:
    tokens = tokenize(
        "Flood forecasting is important. In this paper, we propose a graph model for flood "
        "forecasting in mountain basins. Extensive experiments demonstrate good results."
    )
    chances = salience(tokens)
    assert chances["flood"] > chances["mountain"] > chances["important"] > chances["good"]


def test_the_subject_is_told_in_the_words_of_the_abstract() -> None:
    abstract = (
        "Mountain villages suffer from floods. In this paper, we study flood forecasting in "
        "mountain basins. We find that flood forecasting in mountain basins improves with maps."
    )
    title = derive_title(abstract)
    assert title.startswith("Flood Forecasting in Mountain Basins")
    assert "Paper" not in title


def test_the_name_leads_what_it_is() -> None:
    abstract = (
        "Mountain villages suffer from floods. We propose RiverNet, a graph network for flood "
        "forecasting in mountain basins. RiverNet learns from maps. Code: https://a.b/RiverNet"
    )
    assert derive_title(abstract) == (
        "RiverNet: A Graph Network for Flood Forecasting in Mountain Basins"
    )


@pytest.mark.parametrize("blank", ["", " \n\t ", "\x00\x1b"])
def test_a_blank_abstract_has_no_title(blank: str) -> None:
    assert derive_title(blank) == ""


@pytest.mark.parametrize(
    "text",
    [
        "word",
        "?",
        "https://example.org/only-a-link",
        "the of and",
        "洪水预报对山村很重要" * 40,
        "Hochwasservorhersage in kleinen Einzugsgebieten ist für viele Dörfer wichtig.",
        "\\emph{" * 2000,
        "a" * 1_000_000,
        "We propose Foo (FOO). " * 50_000,
        "(" * 100_000,
        "really " * 100_000,
    ],
    ids=[
        *("word", "mark", "link", "small-words", "chinese", "german", "commands"),
        *("one-long-word", "many-names", "brackets", "many-words"),
    ],
)
def test_any_text_gets_a_title(text: str) -> None:
    title = derive_title(text)
    assert title.strip()
    assert len(title) <= LONGEST


def test_escape_sequences_do_not_reach_the_title() -> None:
    abstract = "We propose \x1b[31mRiverNet\x1b[0m, a \u202egraph\u202c network for floods."
    assert not [letter for letter in derive_title(abstract) if unicodedata.category(letter) == "Cc"]
    assert "\u202e" not in derive_title(abstract)


@given(st.text(max_size=400))
def test_a_title_is_one_short_line(text: str) -> None:
    title = derive_title(text)
    assert len(title) <= LONGEST
    assert title == " ".join(title.split())
    assert not [letter for letter in title if unicodedata.category(letter) == "Cc"]
    assert title == derive_title(text)


_WORDS = st.sampled_from(
    [
        "we",
        "propose",
        "called",
        "(",
        ")",
        ",",
        ".",
        ":",
        '"',
        "a",
        "the",
        "of",
        "for",
        "to",
        "in",
        "X",
        "RiverNet",
        "RGN",
        "GNNs",
        "flood",
        "maps",
        "model",
        "using",
        "real-time",
        "\\textbf{",
        "}",
        "$x^2$",
        "is",
        "that",
        "learns",
        "really",
        "–",
        "2.0",
        "Heron's",
    ]
)


@given(st.lists(_WORDS, min_size=1, max_size=120))
def test_a_title_comes_of_every_mix_of_cues(words: list[str]) -> None:
    title = derive_title(" ".join(words))
    assert title
    assert len(title) <= LONGEST
