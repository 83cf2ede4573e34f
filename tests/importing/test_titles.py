import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readlist.importing.titles import derive_title
from readlist.importing.titles.cues import Cues
from readlist.importing.titles.names import find_name, is_name_shaped
from readlist.importing.titles.rewriting import PlainText, definitions
from readlist.importing.titles.salience import salience
from readlist.importing.titles.tokens import plain, tokenize
from readlist.importing.titles.vocabulary import content_stems, stem, word_list

LONGEST = 100

RIVERS = (
    "Flood forecasting in small river basins matters to many villages. Models such as LSTM and "
    "ConvGRU need long records of rainfall. In this paper, {introduction} We evaluate it on "
    "ImageNet-like gauge data and it outperforms ConvGRU."
)


def name_in(text: str) -> str:
    source = tokenize(plain(text))
    return find_name(source, definitions(source))


def plainer(text: str, name: str = "") -> str:
    source = tokenize(text)
    return " ".join(PlainText(source, definitions(source), name).text.words)


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
        (r"we propose \textscRiverNet, a graph model of rainfall.", "RiverNet"),
        ("we release Basin-10K, a data set of gauges.", "Basin-10K"),
        ("we propose Flow-and-Ebb, a graph model of rainfall.", "Flow-and-Ebb"),
        ("we propose xGauge, a graph model of rainfall.", "xGauge"),
        ("we present gauge2map, a graph model of rainfall.", "gauge2map"),
        ("we present Gauge++, a graph model of rainfall.", "Gauge++"),
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
        "we propose a graph neural network (GNN) for floods.",
        "we propose empirical risk minimization (ERM) with maps.",
        "we propose a squeeze and excitation (SE) block.",
        "we propose a taxonomy of Real, Probable and Past floods.",
        "we map the flow in $\\mathbb{R}^3$, a space of levels.",
    ],
)
def test_what_is_borrowed_or_common_is_no_name(introduction: str) -> None:
    assert name_in(RIVERS.format(introduction=introduction)) == ""


@pytest.mark.parametrize(
    ("abstract", "name"),
    [
        ("Muddy Heron is a light model of floods in small basins.", "Muddy Heron"),
        ("HeronOS stores gauges in a tree. It answers queries on maps.", "HeronOS"),
        ("Heron is a store of gauges. Villages keep their maps in Heron.", "Heron"),
        ("Smoothing is a method for gauges. With smoothing, maps get better.", ""),
        ("Sluice gates, HeronOS, opens them in time, which villages want.", "HeronOS"),
    ],
)
def test_an_abstract_may_begin_with_its_name(abstract: str, name: str) -> None:
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
        ("R^3", False),
        ("12", False),
    ],
)
def test_the_shape_of_a_name(word: str, *, shaped: bool) -> None:
    assert is_name_shaped(word) is shaped


def test_an_acronym_is_written_out_unless_it_is_the_own_name() -> None:
    text = "Message PAssing (MPA) is slow. MPA on maps needs RGN. RGN is not MPA."
    assert list(definitions(tokenize(text)).values()) == [(0, 2)]
    assert plainer(text, "RGN") == (
        "Message Passing is slow . Message Passing on maps needs RGN . RGN is not Message Passing ."
    )


def test_an_acronym_is_written_out_in_its_number() -> None:
    text = "River mills (RMs) turn. We turn an RM. Weir gates (WG) open. A mill and WG rest."
    assert plainer(text) == (
        "River mills turn . We turn a River mill . Weir gates open . A mill and Weir gates rest ."
    )


def test_a_bracket_that_abbreviates_nothing_is_left_out() -> None:
    text = "Rivers (XQ) flow in May (2020)."
    assert definitions(tokenize(text)) == {}
    assert plainer(text) == "Rivers flow in May ."


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("We try a brook model, called Heron, to warn.", "We try a brook model to warn ."),
        ("We try a brook model (Heron) to warn.", "We try a brook model to warn ."),
        ("We try a model, which we call Heron.", "We try a model ."),
        ("We try a model, Heron, to warn.", "We try a model to warn ."),
        ("We try the model Heron to warn.", "We try the model to warn ."),
        ("We try Heron to warn.", "We try Heron to warn ."),
    ],
)
def test_the_name_is_set_aside_where_the_text_reads_on_without_it(text: str, read: str) -> None:
    assert plainer(text, "Heron") == read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"Abstract: the \emph{full} \textit{river}", "the full river"),
        (r"the \emphfull \textitRiver", "the full River"),
        ("textbf{Gated} weirs", "Gated weirs"),
        (r"an $\ell_1$ norm of $k$ weirs", "an ℓ1 norm of k weirs"),
        (r"in $O(n \log n)$ time", "in § time"),
        (r"the $\alpha$-river \cite{heron} flows", "the α-river flows"),
        (r"98\% of \unknown{rivers}", "98% of rivers"),
        (r"M\"uller's weir", "Müller's weir"),
        ("costs $5 million for us and $10 elsewhere", "costs 5 million for us and 10 elsewhere"),
        ("see https://example.org/a now", "see now"),
        ("BACKGROUND: Rain falls. METHODS AND RESULTS: We look: up", "Rain falls. We look: up"),
        ("as Heron et al. say -- ``so''", "as Heron say – so"),
    ],
)
def test_tex_links_and_headings_are_read_or_left_out(text: str, expected: str) -> None:
    assert plain(text) == expected


def test_words_and_sentences() -> None:
    text = tokenize("Floods, e.g. Fast ones, hurt. We see 3.5 SE(3)-like C++ weirs' dams. Why?")
    words = [word for word in text.words if word[0].isalnum()]
    assert words[7:] == ["3.5", "SE(3)-like", "C++", "weirs'", "dams", "Why"]
    assert [
        number for word, number in zip(text.words, text.sentence, strict=True) if word[0].isalnum()
    ] == [0] * 5 + [1] * 7 + [2]


@pytest.mark.parametrize(
    ("word", "expected"),
    [("rivers", "river"), ("Bodies", "body"), ("loss", "loss"), ("basis", "basis"), ("X's", "x")],
)
def test_stems(word: str, expected: str) -> None:
    assert stem(word) == expected


def test_the_word_lists_hold_words() -> None:
    assert "ability" in word_list("abstract words")
    for name in ("verbs", "adjectives", "common terms", "kinds"):
        assert all(word == word.strip().lower() for word in word_list(name))


def test_words_of_the_subject_are_likelier_than_the_talk_of_abstracts() -> None:
    text = tokenize(
        "Flood forecasting is important. In this paper, we propose a graph model for flood "
        "forecasting in mountain basins. Extensive experiments demonstrate good results."
    )
    chances = salience(text, [*map(content_stems, text.lower)], Cues(text))
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


def test_what_is_made_may_be_joined_to_what_it_is_for() -> None:
    abstract = (
        "Flood forecasting in the mountains is hard, for rain is seldom seen there. Gauges are few "
        "and old. We propose RiverNet, a sparse graph network. It asks the millers, who often look "
        "at their wheels. Flood forecasting is then right in nine of ten cases."
    )
    title = "RiverNet: A Sparse Graph Network for Flood Forecasting"
    assert derive_title(abstract) == title


def test_where_no_phrase_is_clear_a_whole_clause_is_the_title() -> None:
    abstract = (
        "Rain is old. It is not known what it does to them. We show that herons leave flooded "
        "basins before the rain begins."
    )
    assert derive_title(abstract) == "Herons Leave Flooded Basins Before the Rain Begins"


def test_a_clause_that_says_what_is_asked_is_the_title() -> None:
    abstract = (
        "Herons are a matter of concern. This article examines how herons leave flooded basins. "
        "We walked along 12 brooks. Herons leave late."
    )
    assert derive_title(abstract) == "How Herons Leave Flooded Basins"


def test_what_others_did_is_no_title() -> None:
    abstract = (
        "Villages want to hear a flood before it comes. Recent work tried sunken river gauges in "
        "basins. We propose a millwheel listener for mountain brooks. The millwheel listener hears "
        "floods in mountain brooks by the sound of wheels."
    )
    assert derive_title(abstract) == "A Millwheel Listener for Mountain Brooks"


@pytest.mark.parametrize(
    ("introduction", "title"),
    [
        (
            "We introduce level folding, a new method to read wet gauges.",
            "Level Folding: A Method to Read Wet Gauges",
        ),
        ("We introduce level folding, a method.", "Level Folding"),
    ],
)
def test_a_term_that_is_explained_leads_as_a_name_does(introduction: str, title: str) -> None:
    assert derive_title(f"Gauges rust. {introduction} It is quick.") == title


def test_what_is_too_long_has_an_ellipsis() -> None:
    abstract = (
        "We present Heron, a quiet listener for millwheels that lets keepers of remote mountain "
        "weirs foresee sudden floods from faint changes of sound at night."
    )
    title = derive_title(abstract)
    assert title.startswith("Heron: A Quiet Listener for Millwheels That Lets Keepers")
    assert len(title) <= LONGEST


def test_a_short_phrase_is_followed_by_the_rest_of_its_clause() -> None:
    abstract = (
        "Mills in mountain basins often stop after floods. We study wheel bearings in weirs whose "
        "gates were shut. Oil helps wheel bearings in all weirs of the basins."
    )
    assert derive_title(abstract) == "Wheel Bearings in Weirs Whose Gates Were Shut"


def test_researchers_have_no_name_of_their_own() -> None:
    text = "Researchers have proposed Sunken Gauge Arrays (SGA). We try them in brooks."
    assert name_in(text) == ""


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


_CUES = (
    'we propose called ( ) , . : " a the of for to in X RiverNet RGN GNNs flood maps model using '
    "real-time \\textbf{ } $x^2$ is that learns really – 2.0 Heron's show between and"
)


@given(st.lists(st.sampled_from(_CUES.split()), min_size=1, max_size=120))
def test_a_title_comes_of_every_mix_of_cues(words: list[str]) -> None:
    text = " ".join(words)
    title = derive_title(text)
    assert title
    assert len(title) <= LONGEST
    if any(letter.isalpha() for letter in plain(text)):
        assert not {"\\", "§"}.intersection(title)
