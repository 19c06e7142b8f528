"""Attribution across sentences and paragraphs, its modes and stances, and what holds for any text at all."""

from __future__ import annotations

import re
import time
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from crosswire.claims.attribution.cues import read_cues
from crosswire.claims.attribution.find import CueTable, Found, find_attributions, load_cues
from crosswire.claims.attribution.quotes import quotations
from crosswire.claims.parse import Passage, load_parser, plain
from tests.claims.test_attribution_cases import CASES, NEAR_MISSES, Attributed

Attribute = Callable[[str], list[Attributed]]
Find = Callable[[str], tuple[Found, ...]]


@pytest.fixture(scope="session")
def find() -> Find:
    """All attributions of a text whose lines are its paragraphs."""
    parser, cues = load_parser(), load_cues()
    return lambda text: find_attributions(text, passages(text, parser), cues)


@pytest.fixture(scope="session")
def attribute(find: Find) -> Attribute:
    """Source, cue and contents, as text, of a text's outermost attributions."""
    return lambda text: [words(f) for f in find(text) if f.parent is None]


def passages(text: str, parser: Language) -> list[Passage]:
    """The lines of a text, parsed."""
    lines = [m.span() for m in re.finditer(r"[^\n]*\S[^\n]*", text)]
    return [Passage(parser(plain(text[a:b])), a, "paragraph") for a, b in lines]


def words(found: Found) -> Attributed:
    """An attribution as text."""
    source, cue = (None if s is None else s.exact for s in (found.source, found.cue))
    return source, cue, tuple(span.exact for span in found.content)


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_who_said_what(text: str, expected: list[Attributed], attribute: Attribute) -> None:
    assert attribute(text) == expected


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_a_cue_word_alone_attributes_nothing(text: str, attribute: Attribute) -> None:
    assert attribute(text) == []


# --- over sentences and paragraphs --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "said"),
    [
        # a paragraph cut into its sentences: the quotation runs to its closing mark
        (
            "Chief Ana Paz said: \u201cThe fire is out.\nNo one was hurt.\nThe road is open.\u201d\nTraffic slowed.",
            "No one was hurt.",
        ),
        (
            "\u201cThe fire is out.\nNo one was hurt.\nThe road is open,\u201d said chief Ana Paz.\nTraffic slowed.",
            "No one was hurt.",
        ),
    ],
)
def test_a_quotation_runs_on_to_its_closing_mark(text: str, said: str, find: Find) -> None:
    (by,) = [f for f in find(text) if f.source is not None and "Paz" in f.source.exact]
    assert said in [span.exact for span in by.content]
    assert not any("Traffic" in span.exact for f in find(text) for span in f.content)


@pytest.mark.parametrize(
    "text",
    [
        # never closed: the next one opens
        "Police chief Ana Paz said: \u201cThe fire is out.\nNo one was hurt.\n\u201cThe road is open,\u201d she said.",
        # marks that face both ways
        'Police chief Ana Paz said: "The fire is out.\nNo one was hurt.\nThe road is "open".',
    ],
)
def test_a_quotation_that_is_not_closed_ends_with_its_paragraph(text: str, find: Find) -> None:
    assert "No one was hurt." not in [span.exact for f in find(text) for span in f.content]


def test_a_paragraph_that_is_all_quotation_goes_on_the_one_before(attribute: Attribute) -> None:
    text = "“We lost everything,” said Ali Reza, a farmer.\n\n“Nobody came to help.”"
    expected = ("Ali Reza, a farmer", "said", ("“We lost everything,”", "“Nobody came to help.”"))
    assert attribute(text) == [expected]


def test_a_quotation_left_open_goes_to_who_closes_it(attribute: Attribute) -> None:
    text = 'The envoy spoke. "We came in peace.\n\n"Nobody should doubt it," he said.'
    assert attribute(text) == [("he", "said", ('"We came in peace.', '"Nobody should doubt it,"'))]


def test_two_speakers_in_two_paragraphs_stay_apart(attribute: Attribute) -> None:
    text = '"The road is closed," the mayor said.\n\n"We do not know for how long," she added.'
    assert attribute(text) == [
        ("the mayor", "said", ('"The road is closed,"',)),
        ("she", "added", ('"We do not know for how long,"',)),
    ]


def test_a_quotation_of_several_sentences_is_one(attribute: Attribute) -> None:
    text = '"It was dark. We heard a bang. Then nothing," said the guard.'
    assert attribute(text) == [("the guard", "said", ('"It was dark. We heard a bang. Then nothing,"',))]


def test_a_quotation_after_reported_speech_has_the_same_speaker(attribute: Attribute) -> None:
    text = 'The minister resigned. He told reporters he was tired. "I need a rest."'
    assert attribute(text) == [("He", "told", ("he was tired", '"I need a rest."'))]


def test_a_colon_only_makes_a_headline(attribute: Attribute) -> None:
    text = "The ferry sank.\n\nIowa: Ann Lee, Bob Ray and Carl Dean."
    assert attribute(text) == []


# --- chains, modes, stances ---------------------------------------------------------------------------------------


def test_what_is_told_inside_what_is_told_has_a_parent(find: Find) -> None:
    inner, outer = find("Seoul's military said the missiles flew 350 km, Yonhap News Agency reported.")
    assert (inner.parent, outer.parent) == (1, None)
    assert (words(inner)[0], words(outer)[0]) == ("Seoul's military", "Yonhap News Agency")


@pytest.mark.parametrize(
    ("text", "mode", "stance", "negated"),
    [
        ('"The bridge is safe," the minister said.', "quoted", "states", False),
        ('The minister said the bridge was "quite safe".', "paraphrased", "states", False),
        ("The ministry denied that its troops crossed.", "paraphrased", "denies", False),
        ("The ministry rejected the claim.", "paraphrased", "denies", False),
        ("He doubts that the ship was hit.", "paraphrased", "doubts", False),
        ("Officials did not say how many died.", "paraphrased", "states", True),
        ("The officials never said how many died.", "paraphrased", "states", True),
    ],
)
def test_mode_stance_and_negation(find: Find, text: str, mode: str, stance: str, negated: bool) -> None:
    found = find(text)[0]
    assert (found.mode, found.stance, found.negated) == (mode, stance, negated)


def test_the_token_of_the_source_is_its_head(find: Find) -> None:
    text = "It rained.\n\nA spokesman for the port, Leo Ek, said the quay had flooded."
    found = find(text)[0]
    assert found.source is not None
    assert found.source_token == (1, 1)
    assert text[found.source.start :].startswith("A spokesman")


# --- the lexicon --------------------------------------------------------------------------------------------------


def test_a_lemma_takes_what_all_its_groups_say() -> None:
    cues = read_cues("""
        [[verb]]
        lemmas = ["deny", "say"]
        takes = ["that"]
        [[verb]]
        lemmas = ["deny"]
        takes = ["object"]
        stance = "denies"
    """)
    assert cues.verbs["deny"].takes == {"that", "object"}
    assert (cues.verbs["deny"].stance, cues.verbs["say"].stance) == ("denies", "states")


def test_a_lexicon_with_a_slip_is_refused() -> None:
    with pytest.raises(KeyError):
        read_cues('[[verb]]\nlemmas = "say"\ntakes = ["that"]')


def test_no_lemma_of_the_lexicon_is_empty_or_in_capitals() -> None:
    cues = load_cues()
    for lemma in (*cues.verbs, *cues.nouns, *cues.adjectives):
        assert lemma and lemma == lemma.lower().strip()


# --- quotation marks ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "no" and left.', ['"no"']),
        ("He said “no” and “yes”.", ["“no”", "“yes”"]),
        ("''Two marks,'' he said.", ["''Two marks,''"]),
        ("«Non», dit-il.", ["«Non»"]),
        ('A 5" pipe and a 6" pipe.', []),
        ("It's the men's idea, isn't it?", []),
        ("“Left open to the end", ["“Left open to the end"]),
        ("closed” only", []),
    ],
)
def test_quotation_marks(text: str, expected: list[str]) -> None:
    assert [text[q.start : q.end] for q in quotations(text, 0, len(text))] == expected


# --- any text -----------------------------------------------------------------------------------------------------

SCRAPS = st.sampled_from(
    [
        "he said",
        '"',
        "“",
        "”",
        "''",
        ", ",
        ". ",
        ": ",
        "\n",
        "that",
        "according to",
        "the minister",
        "denied",
        "who",
        "(",
        " - ",
    ]
)
TEXTS = st.lists(st.one_of(SCRAPS, st.text(max_size=8)), max_size=40).map(" ".join)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=TEXTS)
def test_spans_are_exact_for_any_text(text: str, find: Find) -> None:
    found = find(text)
    for k, f in enumerate(found):
        for span in (*f.content, f.cue, f.source):
            assert span is None or (text[span.start : span.end] == span.exact and span.exact)
        assert f.content
        assert f.parent is None or (f.parent != k and any(s.covers(f.cue) for s in found[f.parent].content if f.cue))
    assert found == find(text)


def test_time_grows_with_length_only() -> None:
    cues, parser = load_cues(), load_parser()
    piece = 'The mayor said "it is over, it is over," and Ann Lee denied that he knew, officials said. “We" went. '
    short, long = (seconds(piece * n, parser, cues) for n in (20, 160))
    assert long < 8 * short * 4


def seconds(text: str, parser: Language, cues: CueTable) -> float:
    """How long one paragraph takes, parsing left out; the best of three."""
    parsed = passages(text, parser)
    spent = []
    for _ in range(3):
        started = time.process_time()
        find_attributions(text, parsed, cues)
        spent.append(time.process_time() - started)
    return min(spent)
