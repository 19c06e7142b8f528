"""TOML files -> frames, with the triggers indexed by lemma. docs/frames.md is the format's description."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, TypeVar

from crosswire.claims.frames_nominal import with_nouns
from crosswire.errors import BadDataError
from crosswire.model import Attribute, Elsewhere, Frame, Trigger

T = TypeVar("T")
Classes = Mapping[str, Sequence[str]]

TYPES = ("party", "quantity", "time", "duration", "place", "text")
TRIGGER_KEYS = {
    "verb",
    "noun",
    "of",
    "object",
    "subject",
    "not_object",
    "not_subject",
    "not_prep",
    "under",
    "subject_type",
    "object_type",
}
SCENES = ("at", "near", "off", "outside", "inside", "rim", "front")  # "on the outskirts of"; what opens the sentence
FRAME_KEYS = {
    "name",
    "plover",
    "title",
    "include",
    "speech",
    "weight",
    "nouns",
    "same_if",
    "called",
    "casualties",
    "decided",
    "family",
    "response",
    "attempts",
    "public",
    "repeats",
    "aftermath",
    "trigger",
    "attribute",
}


@dataclass(frozen=True, slots=True)
class Frames:
    """All frames, and which triggers a verb's or noun's lemma may pull; `words` are all forms that are worth a look."""

    all: tuple[Frame, ...]
    verbs: Mapping[str, tuple[tuple[Frame, Trigger], ...]]
    nouns: Mapping[str, tuple[tuple[Frame, Trigger], ...]]
    references: Mapping[str, tuple[Frame, ...]]
    words: frozenset[str]

    def named(self, name: str) -> Frame:
        """The frame of that name; raises KeyError."""
        return next(frame for frame in self.all if frame.name == name)


def load_frames(folder: Path | None = None) -> Frames:
    """The shipped frames, and those of a user's folder, which replace shipped ones of the same name.

    Raises BadDataError naming the file and key that does not say what it must.
    """
    shipped = files("crosswire.claims") / "frames"
    classes = _toml(files("crosswire.claims") / "data" / "classes.toml")
    shared = _shared(shipped / "shared", classes)
    found = dict(_read_all(shipped, shared, classes))
    if folder is not None:
        if not folder.is_dir():
            raise BadDataError(f"{folder}: is not a folder of frames; give one that holds .toml files")
        found.update(_read_all(folder, shared, classes))
    return index([found[name] for name in sorted(found)])


def index(frames: Sequence[Frame]) -> Frames:
    """The frames with their triggers looked up by lemma; the last word of a multi-word noun is its key."""
    verbs: dict[str, list[tuple[Frame, Trigger]]] = defaultdict(list)
    nouns: dict[str, list[tuple[Frame, Trigger]]] = defaultdict(list)
    references: dict[str, list[Frame]] = defaultdict(list)
    for frame in frames:
        for trigger in with_nouns(frame.triggers):
            for verb in sorted(trigger.verb):
                verbs[verb.split()[0]].append((frame, trigger))
            for noun in sorted(trigger.noun):
                nouns[noun.split()[-1]].append((frame, trigger))
        for noun in sorted(frame.nouns):
            references[noun].append(frame)
    keys = {*verbs, *nouns, *references}
    forms = frozenset(form for key in keys for form in (key, f"{key}s", key.capitalize()))
    return Frames(tuple(frames), _frozen(verbs), _frozen(nouns), _frozen(references), forms)


def _frozen(table: Mapping[str, Sequence[T]]) -> dict[str, tuple[T, ...]]:
    return {key: tuple(v for i, v in enumerate(values) if v not in values[:i]) for key, values in table.items()}


def _read_all(
    folder: Traversable, shared: Mapping[str, Mapping[str, Any]], classes: Classes
) -> Iterable[tuple[str, Frame]]:
    for file in sorted(folder.iterdir(), key=lambda f: f.name):
        if file.name.endswith(".toml"):
            frame = _frame(_spelled_out(_toml(file), file.name, classes), file.name, shared)
            yield frame.name, frame


def _spelled_out(data: Any, file: str, classes: Classes) -> Any:
    """The same data with each "@person" of a list replaced by the words of that class."""
    if isinstance(data, dict):
        return {key: _spelled_out(value, file, classes) for key, value in data.items()}
    if isinstance(data, list):
        return [word for item in data for word in _words_of(_spelled_out(item, file, classes), file, classes)]
    return data


def _words_of(item: Any, file: str, classes: Classes) -> Sequence[Any]:
    if not (isinstance(item, str) and item.startswith("@")):
        return (item,)
    if item[1:] not in classes:
        raise BadDataError(f"{file}: {item!r} is no class of words; there are {', '.join(f'@{c}' for c in classes)}")
    return classes[item[1:]]


def _toml(file: Traversable) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadDataError(f"{file.name}: is not valid TOML ({error}); mend that line") from error


def _shared(folder: Traversable, classes: Classes) -> dict[str, Mapping[str, Any]]:
    if not folder.is_dir():
        return {}
    tables = {f.name: _spelled_out(_toml(f), f.name, classes) for f in folder.iterdir() if f.is_file()}
    return {name.removesuffix(".toml"): table for name, table in tables.items()}


def _frame(data: Mapping[str, Any], file: str, shared: Mapping[str, Mapping[str, Any]]) -> Frame:
    if unknown := set(data) - FRAME_KEYS:
        raise BadDataError(f"{file}: unknown key {sorted(unknown)[0]!r}; docs/frames.md lists the keys")
    if missing := {"name", "title"} - set(data):
        raise BadDataError(f"{file}: has no {sorted(missing)[0]!r}; every frame needs one")
    attributes, aftermath = dict(data.get("attribute", {})), set(data.get("aftermath", ()))
    for name in data.get("include", ()):
        if name not in shared:
            raise BadDataError(f"{file}: includes {name!r}, and there is no frames/shared/{name}.toml")
        attributes = {**shared[name].get("attribute", {}), **attributes}
        aftermath.update(shared[name].get("aftermath", ()))
    return Frame(
        name=data["name"],
        title=data["title"],
        plover=data.get("plover"),
        weight=float(data.get("weight", 1.0)),
        speech=bool(data.get("speech", False)),
        nouns=frozenset(data.get("nouns", ())),
        family=data.get("family"),
        response=bool(data.get("response", False)),
        attempts=bool(data.get("attempts", False)),
        public=bool(data.get("public", False)),
        repeats=bool(data.get("repeats", False)),
        aftermath=frozenset(aftermath),
        casualties=bool(data.get("casualties", False)),
        decided=_listed(data.get("decided", ())),
        same_if=dict(data.get("same_if", {})),
        called={word: tuple(_listed(beginnings)) for word, beginnings in data.get("called", {}).items()},
        triggers=tuple(_trigger(item, file) for item in data.get("trigger", ())),
        attributes=tuple(_attribute(name, item, file) for name, item in attributes.items()),
    )


def _trigger(data: Mapping[str, Any], file: str) -> Trigger:
    if unknown := set(data) - TRIGGER_KEYS - {"with", "score"}:
        raise BadDataError(f"{file}: unknown trigger key {sorted(unknown)[0]!r}; docs/frames.md lists the keys")
    company = data.get("with", {})
    words = {key: frozenset(value) for key, value in data.items() if isinstance(value, list)}
    return Trigger(
        **words,
        score=bool(data.get("score", False)),
        subject_type=data.get("subject_type"),
        object_type=data.get("object_type"),
        with_prep=frozenset(_listed(company.get("prep", ()))),
        with_head=frozenset(_listed(company.get("head", ()))),
        with_place=bool(company.get("place", False)),
    )


def _attribute(name: str, data: Mapping[str, Any], file: str) -> Attribute:
    if data.get("type") not in TYPES:
        raise BadDataError(f"{file}: attribute {name!r} has type {data.get('type')!r}; it must be one of {TYPES}")
    if "question" not in data:
        raise BadDataError(f"{file}: attribute {name!r} has no question; say what the reader asks")
    return Attribute(
        name=name,
        question=data["question"],
        type=data["type"],
        at=_scenes(name, tuple(_listed(data.get("at", ())))),
        verb=frozenset(_listed(data.get("verb", ()))),
        verb_at=tuple(_listed(data.get("verb_at", ()))),
        verb_subject=frozenset(_listed(data.get("verb_subject", ()))),
        near=frozenset(_listed(data.get("near", ()))),
        counted=frozenset(_listed(data.get("counted", ()))),
        noun=frozenset(_listed(data.get("noun", ()))),
        unit=data.get("unit"),
        grows=bool(data.get("grows", False)),
        changes=bool(data.get("changes", False)),
        coming=bool(data.get("coming", False)),
        total=bool(data.get("total", False)),
        not_noun=frozenset(_listed(data.get("not_noun", ()))),
        not_trigger=frozenset(_listed(data.get("not_trigger", ()))),
        not_object=frozenset(_listed(data.get("not_object", ()))),
        several=bool(data.get("several", False)),
        public=bool(data.get("public", False)),
        found=bool(data.get("found", False)),
        lasting=bool(data.get("lasting", False)),
        person=bool(data.get("person", False)),
        at_of={word: tuple(_listed(places)) for word, places in data.get("at_of", {}).items()},
        called=frozenset(_listed(data.get("called", ()))),
        said={word: tuple(_listed(places)) for word, places in data.get("said", {}).items()},
        said_noun=frozenset(_listed(data.get("said_noun", ()))),
        degrees={name: frozenset(_listed(words)) for name, words in data.get("degrees", {}).items()},
        elsewhere=tuple(map(_elsewhere, data.get("elsewhere", ()))),
    )


def _elsewhere(data: Mapping[str, Any]) -> Elsewhere:
    verb, noun, by = (frozenset(_listed(data.get(key, ()))) for key in ("verb", "noun", "by"))
    return Elsewhere(verb, tuple(_listed(data["at"])), noun, by)


def _scenes(name: str, at: tuple[str, ...]) -> tuple[str, ...]:
    """The places of an attribute; where something is "in", it may be "outside" or "on the outskirts of" as well."""
    if name != "where" or "in" not in at:
        return at
    return (*at, *(place for place in SCENES if place not in at))


def _listed(value: str | Iterable[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)
