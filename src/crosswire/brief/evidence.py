"""A claim -> the words it rests on: cut from the report letter for letter, with the value's words marked.

Words stand in quotation marks only where the report itself has them in quotation marks: the claim's mode alone is not
trusted with that, because a paraphrase printed as a quotation is the worst error a brief can make.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

from crosswire.brief.sentence import whole_of, without_concession, without_scraps
from crosswire.brief.sheet import Evidence, Piece
from crosswire.model import Claim, Report, Span, Speaker, Stance

CLOSE = {  # what ends a quotation that opens so; ’ and ' before a letter are apostrophes
    "“": re.compile('[”"]'),
    '"': re.compile('["”]'),
    "„": re.compile("[“”]"),
    "«": re.compile("»"),
    "‘": re.compile(r"[’'](?!\w)"),
    "'": re.compile(r"['’](?!\w)"),
}
CLOSING = "\"'”’“»"
STANCES = {"denies": "denied", "doubts": "uncertain"}  # who says "believed" or "perhaps", and who asks whether
ROLE = re.compile(r" \([^)]*\)")
NEGATION = re.compile(r"\b(?:no|not|never|none|nobody|nothing|neither|nor|without|cannot)\b|n['’]t\b", re.IGNORECASE)
DOUBTING = re.compile(r"\b(?:doubt|quer(?:y|ie)|question)\w*", re.IGNORECASE)
LEAD = 30  # characters before a cue in which its negation stands ("could not immediately confirm")
GAP = " … "
LOOK_BACK = 2000  # characters of a paragraph read for an open quotation mark; few paragraphs are as long
BRIDGE = 80  # characters of the report shown as they stand between two pieces; beyond that an ellipsis


def evidence(claim: Claim, report: Report, number: int) -> Evidence:
    """What a page shows of one claim; `number` is the report's in the list of reports."""
    parts = claim.parts or (claim.span,)
    whole = whole_of(claim, report)
    if whole is not None:
        pieces = _joined([_cut(report.text, whole, () if claim.words is None else (claim.words,))])
        where = claim.words or claim.span
        return Evidence(number, label(report), chain(_beside(claim, whole)), pieces, where, parts)
    quoted = claim.mode == "quoted" and all(_in_marks(report.text, part) for part in parts)
    marked = () if claim.words is None else (claim.words,)
    if quoted:
        shown = [_inside(report.text, part) for part in parts]
        pieces = _joined([_cut(report.text, span, marked) for span in shown])
    else:
        own = without_concession(report.text, without_scraps(parts), claim.cue) if claim.act is not None else parts
        pieces = _joined([_cut(report.text, span, marked) for span in _bridged(report.text, [*own, *marked])])
    return Evidence(
        report=number,
        outlet=label(report),
        via=chain(claim.speakers if quoted else _beside(claim, *parts)),
        pieces=pieces,
        place=claim.words or claim.span,
        around=parts,
        quoted=quoted,
        stance=_stance(claim, report, pieces),
    )


def _beside(claim: Claim, *shown: Span) -> Sequence[Speaker]:
    """The speakers who are to be told beside the words shown: not whoever these say it of themselves, with the verb for
    it ("the minister ordered an inquiry")."""
    speaker, cue = claim.speakers[-1], claim.cue
    if len(claim.speakers) < 2 or cue is None or speaker.span is None or claim.stance == "denies":
        return claim.speakers
    own = all(any(part.covers(span) for part in shown) for span in (cue, speaker.span))
    return claim.speakers[:-1] if own and claim.attribute is not None else claim.speakers


def _stance(claim: Claim, report: Report, pieces: Sequence[Piece]) -> Stance:
    """What stands beside the words: a denial or a doubt that the words themselves do not tell.

    "X denied that it hit a boat" shows "that it hit a boat", and needs "denied by X". "It had not called at a port, X
    said" and "the cause is not known" say it themselves: "denied by X: it had not called" would say the opposite.
    """
    if claim.stance == "denies":
        shown = "".join(piece.text for piece in pieces)
        return "denies" if claim.act == "deny" or not NEGATION.search(shown) else "states"
    if claim.stance == "doubts" and claim.cue is not None:
        lead = report.text[max(0, claim.cue.start - LEAD) : claim.cue.end]
        return "doubts" if NEGATION.search(lead) or DOUBTING.search(lead) else "states"
    return claim.stance


def label(report: Report) -> str:
    """The outlet, else the host of its address; the number before it tells unnamed ones apart."""
    return report.outlet or host(report.url) or "unnamed outlet"


def host(url: str | None) -> str:
    """The host of a web address without "www."; empty for anything else."""
    try:
        return (urlsplit(url or "").hostname or "").removeprefix("www.")
    except ValueError:  # "http://[", which is no address
        return ""


def chain(speakers: Sequence[Speaker]) -> tuple[str, ...]:
    """Those the outlet credits, nearest the outlet first; the outlet itself is named beside the words."""
    return tuple(name for name in (who(s) for s in speakers[1:]) if name)


def who(speaker: Speaker) -> str:
    """A speaker's name for a reader, with the role where there is one: "Minoru Kihara (Chief Cabinet Secretary)"."""
    name = speaker.canonical or speaker.name
    role = speaker.role if speaker.role and speaker.role.casefold() not in name.casefold() else None
    return f"{name} ({role})" if role else name


def cited(item: Evidence) -> str:
    """Whose words they are: "Harbour Gazette, citing Yonhap, citing the Coast Guard"; a denial is called one, and what
    somebody tells as uncertain, or calls so."""
    if not item.via:
        return item.outlet if item.stance == "states" else f"{item.outlet}, {STANCES[item.stance]}"
    *between, last = item.via
    how = "denied by" if item.stance == "denies" else "citing"
    held = [STANCES[item.stance]] if item.stance == "doubts" else []
    return ", ".join([item.outlet, *(f"citing {name}" for name in between), f"{how} {last}", *held])


def clip(pieces: Sequence[Piece], limit: int) -> tuple[Piece, ...]:
    """At most `limit` characters around the first marked words, cut between words, with an ellipsis where cut."""
    text = "".join(p.text for p in pieces)
    if len(text) <= limit:
        return tuple(pieces)
    before = 0
    for piece in pieces:
        if piece.marked:
            break
        before += len(piece.text)
    focus = before if before < len(text) else 0
    start = _word_start(text, max(0, min(focus - limit // 3, len(text) - limit)))
    end = _word_end(text, min(len(text), start + limit))
    return _window(pieces, start, end, len(text))


def _window(pieces: Sequence[Piece], start: int, end: int, length: int) -> tuple[Piece, ...]:
    out = [Piece("… ")] if start > 0 else []
    at = 0
    for piece in pieces:
        text = piece.text[max(0, start - at) : max(0, end - at)]
        at += len(piece.text)
        if text:
            out.append(Piece(text, piece.marked))
    if end < length:
        out.append(Piece(" …"))
    return tuple(out)


def _word_start(text: str, at: int) -> int:
    """The first start of a word at or after `at`, at most 40 characters on: text without spaces is cut where it is."""
    if at == 0:
        return 0
    space = text.find(" ", at, at + 40)
    return at if space < 0 else space + 1


def _word_end(text: str, at: int) -> int:
    if at >= len(text):
        return len(text)
    space = text.rfind(" ", max(0, at - 40), at)
    return at if space < 0 else space


def _in_marks(text: str, span: Span) -> bool:
    """Whether the whole span stands in quotation marks: one opens it or is open before it, and nothing comes after.

    An end need not be there: a quotation that runs over paragraphs opens each of them and closes only the last. But
    of "“Never” is what he meant by it" only a word is quoted, and the whole is not.
    """
    inner = text[span.start : span.end].strip()
    mark, body = (inner[:1], inner[1:]) if inner[:1] in CLOSE else (_open_before(text, span.start), inner)
    if not inner or mark not in CLOSE:
        return False
    closed = CLOSE[mark].search(body)
    return closed is None or not any(c.isalnum() for c in body[closed.end() :])


def _open_before(text: str, at: int) -> str:
    """The quotation mark open at a character: one of its paragraph that is not closed, else what stands before it."""
    first = max(0, at - LOOK_BACK)
    start = max(text.rfind("\n", first, at) + 1, first)
    mark = ""
    for char in text[start:at]:
        if char in "“„«":
            mark = char
        elif char in "”»" or (char == '"' and mark):
            mark = ""
        elif char == '"':
            mark = char
    return mark or text[max(0, at - 1) : at]


def _inside(text: str, span: Span) -> Span:
    """The span without the quotation marks around it and without the comma that leads on to "he said"."""
    start, end = span.start, span.end
    while start < end and (text[start].isspace() or text[start] in CLOSE):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in CLOSING + ","):
        end -= 1
    return Span.of(text, start, end)


def _bridged(text: str, spans: Iterable[Span]) -> list[Span]:
    """The spans in order, overlapping ones joined, and near ones of the same paragraph joined by what lies between."""
    out: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start, s.end)):
        last = out[-1] if out else None
        if last is not None and (
            span.start <= last.end or (span.start - last.end <= BRIDGE and "\n" not in text[last.end : span.start])
        ):
            out[-1] = Span.of(text, last.start, max(last.end, span.end))
        else:
            out.append(span)
    return out


def _cut(text: str, span: Span, marked: Sequence[Span]) -> list[Piece]:
    pieces: list[Piece] = []
    at = span.start
    for mark in marked:
        start, end = max(mark.start, at), min(mark.end, span.end)
        if start < end:
            pieces += [Piece(text[at:start]), Piece(text[start:end], True)]
            at = end
    pieces.append(Piece(text[at : span.end]))
    return [p for p in pieces if p.text]


def _joined(runs: Sequence[Sequence[Piece]]) -> tuple[Piece, ...]:
    out: list[Piece] = []
    for run in runs:
        out += [Piece(GAP), *run] if out else run
    return tuple(out)


def bare(name: str) -> str:
    """A name, or several, without the roles behind them, which not every report gives."""
    return ROLE.sub("", name)
