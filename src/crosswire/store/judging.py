"""People's words on whether two tell of one event: recorded, never changed."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, select

from crosswire.model import Judgement
from crosswire.store.records import upsert
from crosswire.store.tables import judgements


def judge(connection: Connection, word: Judgement) -> None:
    """Record a word; one that is stored already is passed over."""
    values = {
        "id": word.id,
        "a": word.a,
        "b": word.b,
        "verdict": word.verdict,
        "by": word.by,
        "at": word.at.isoformat(),
        "undone": word.undone,
    }
    connection.execute(upsert(connection, judgements).values(values).on_conflict_do_nothing(index_elements=["id"]))


def said(connection: Connection) -> tuple[Judgement, ...]:
    """All words, in the order in which they were recorded."""
    rows = connection.execute(select(judgements).order_by(judgements.c.seq))
    return tuple(Judgement(r.id, r.a, r.b, r.verdict, r.by, datetime.fromisoformat(r.at), bool(r.undone)) for r in rows)
