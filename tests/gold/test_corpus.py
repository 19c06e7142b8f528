"""The gold corpus is what its README says: enough of it, every word where it should be, all frames told of."""

from __future__ import annotations

from collections import Counter

from crosswire.claims.frames_load import load_frames
from tests.gold.corpus import KINDS, load_corpus

CORPUS = load_corpus()


def test_there_are_passages_enough_and_each_has_its_own_name() -> None:
    assert len(CORPUS) >= 60
    assert max(Counter(passage.id for passage in CORPUS).values()) == 1


def test_all_styles_are_there() -> None:
    styles = {passage.style for passage in CORPUS}
    assert styles >= {"agency", "narrated", "attributed", "nested", "headline", "first person", "translated", "opinion"}


def test_sentences_have_kinds_that_the_model_knows() -> None:
    assert all(kind in KINDS for passage in CORPUS for kind, _ in passage.sentences)


def test_all_kinds_of_event_are_told_of_by_their_own_attributes() -> None:
    frames = load_frames()
    told = {note.notes["frame"] for passage in CORPUS for note in passage.frames}
    assert told == {frame.name for frame in frames.all if not frame.speech}
    for passage in CORPUS:
        for note in passage.frames:
            attributes = {a.name for a in frames.named(note.notes["frame"]).attributes}
            assert set(note.notes.get("values", ())) <= attributes, (passage.id, note.notes)


def test_acts_are_speech_acts_of_the_frames() -> None:
    acts = {frame.name for frame in load_frames().all if frame.speech}
    assert all(said.act in acts for passage in CORPUS for said in passage.attributions if said.act)


def test_times_are_intervals_or_lengths_and_never_end_before_they_start() -> None:
    for passage in CORPUS:
        for note in passage.values["times"]:
            start, end = note.notes.get("start"), note.notes.get("end")
            assert start is None or end is None or start < end, (passage.id, note.span.exact)
