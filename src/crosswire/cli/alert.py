"""`crosswire alert`: watches set, tried, shown; alerts sent and how they went."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Literal

import typer

from crosswire import app
from crosswire.cli.output import emit, one_line
from crosswire.cli.root import cli
from crosswire.cli.store import Limit, StoreUrl, as_json, knowledge

group = typer.Typer(
    name="alert",
    help="Say what concerns you, and be told, with the sources inside the message.",
    epilog="Example: crosswire alert try watches.toml",
    no_args_is_help=True,
    rich_markup_mode=None,
)
cli.add_typer(group)

Name = Annotated[str, typer.Argument(metavar="NAME", help="The watch's name.")]
File = Annotated[Path, typer.Argument(exists=True, dir_okay=False, metavar="WATCHES", help="Watches as TOML.")]
Document = Annotated[Literal["atom", "json", "cap", "cap.atom"], typer.Option("--format", help="Which document.")]
Form = Annotated[Literal["text", "json"], typer.Option("--format", help="How to tell it.")]


@group.command("set")
def set_(path: File, store: StoreUrl = None) -> None:
    """Keep the watches of a file, each in the place of the one of its name.

    \b
    Examples:
      crosswire alert set watches.toml --store desk.db

    \b
    A watches.toml:
      [[watch]]
      name = "Quakes over 6 near Japan"
      frames = ["earthquake"]
      severity = { magnitude = 6 }
      [watch.area]
      country = "JP"
      waters = "zone"
      [[watch.to]]
      webhook = "https://desk.example/hook"
      secret = "DESK_SECRET"
    """
    with knowledge(store, make=True) as known:
        found = app.watches_from(known, path)
        app.set_watches(known, found)
    emit(f"{len(found)} watch{'es' * (len(found) != 1)} set: {', '.join(w.name for w in found)}\n")


@group.command("try")
def try_(
    path: File,
    store: StoreUrl = None,
    form: Form = "text",
    why: Annotated[bool, typer.Option("--why-not", help="Tell too why the other events would not be told.")] = False,
) -> None:
    """A dry run: what these watches would be told of what is stored. Nothing is written or sent.

    \b
    Examples:
      crosswire alert try watches.toml --store desk.db
      crosswire alert try watches.toml --why-not
    """
    with knowledge(store) as known:
        outcomes = list(app.dry_run(known, app.watches_from(known, path)))
    shown = [o for o in outcomes if o.decision.tell or why]
    if form == "json":
        emit(as_json([_plain(o) for o in shown]))
        return
    for outcome in shown:
        words = "; ".join(one_line(w) for w in outcome.decision.reasons)
        verdict = "would tell" if outcome.decision.tell else "would not "
        emit(f"{verdict}  {outcome.watch.name}: {one_line(outcome.title)}\n")
        emit(f"    {words}\n")
    told = sum(o.decision.tell for o in outcomes)
    emit(f"{told} alert{'s' * (told != 1)} of {len(outcomes)} events looked at\n")


@group.command("list")
def list_(store: StoreUrl = None, form: Form = "text") -> None:
    """The watches that are set."""
    with knowledge(store) as known:
        watches = app.list_watches(known)
    if form == "json":
        emit(as_json(app.as_plain(watches)))
        return
    for one in watches:
        where = f" in {one.area.name}" if one.area else ""
        ways = ", ".join(f"{d.way} {d.to}".strip() for d in one.to)
        kinds = ", ".join(sorted(one.frames)) or "any kind of event"
        emit(f"{one.name}: {kinds}{where}, {one.least_standing}, to {ways}\n")
    if not watches:
        emit("no watches yet; crosswire alert add --help\n")


@group.command("remove")
def remove(name: Name, store: StoreUrl = None) -> None:
    """Remove a watch; the alerts it was sent stay."""
    with knowledge(store) as known:
        app.remove_watch(known, name)
    emit(f"removed: {name}\n")


@group.command("log")
def log(store: StoreUrl = None, limit: Limit = 20, form: Form = "text") -> None:
    """The last alerts, and how their deliveries stand; what failed says why."""
    with knowledge(store) as known:
        found = app.alerts(known, limit=limit)
    if form == "json":
        emit(as_json([{"alert": app.as_plain(a), "deliveries": app.as_plain(d)} for a, d in found]))
        return
    for alert, deliveries in found:
        emit(f"{alert.at:%Y-%m-%d %H:%M} UTC  {one_line(app.headline(alert))}\n")
        for kind, words in alert.news:
            emit(f"    {one_line(words)}\n" if kind != "new" else "")
        for one in deliveries:
            trouble = f": {one_line(one.trouble)}" if one.trouble else ""
            emit(f"    {one.state}  {one.destination.way} {one.destination.to} ({one.attempts} attempts){trouble}\n")
    if not found:
        emit("no alerts yet\n")


@group.command("run")
def run(
    store: StoreUrl = None,
    once: Annotated[bool, typer.Option("--once", help="Look and send what is due now, then end.")] = False,
    private: Annotated[bool, typer.Option("--allow-private", help="Send to webhooks in your own network too.")] = False,
) -> None:
    """Look for what changed and send alerts, until stopped. `crosswire watch` and `crosswire serve` do it too.

    \b
    Examples:
      crosswire alert run --store desk.db
      CROSSWIRE_MAIL_HOST=mail.example crosswire alert run --once --store desk.db
    """
    with knowledge(store) as known:
        settings = app.alert_settings(private)
        try:
            sent = app.run_alerts(known, app.AlertsRun(settings, lambda line: emit(f"{line}\n"), once))
        except KeyboardInterrupt:
            raise typer.Exit(130) from None
    if once:
        emit(f"{sent} sent\n")


@group.command("feed")
def feed(
    name: Name,
    store: StoreUrl = None,
    form: Document = "atom",
    url: Annotated[str, typer.Option(metavar="URL", help="The feed's own address.")] = "http://localhost/feed",
) -> None:
    """A watch's alerts as Atom with GeoRSS, as JSON Feed, or as a feed of CAP documents (cap.atom); cap is the newest.

    \b
    Examples:
      crosswire alert feed "Ships off Yemen" --store desk.db
      crosswire alert feed "Ships off Yemen" --format cap --store desk.db
    """
    with knowledge(store) as known:
        emit(app.documents(known, name, form, url))


def _plain(outcome: app.Outcome) -> dict[str, object]:
    decision = outcome.decision
    told = {"watch": outcome.watch.name, "event": outcome.event, "title": outcome.title, "tell": decision.tell}
    return {**told, "reasons": list(decision.reasons), "at": f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}"}
