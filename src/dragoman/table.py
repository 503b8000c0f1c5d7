"""Record -> text for the terminal: one readable block for each list, with codes and plain words side by side.

Names and words are strangers' work: line ends become spaces, and characters that steer a terminal do not get through.
"""

import unicodedata
from typing import TextIO

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from dragoman.record import Account, Actor, Interval, Place, Record


def print_record(record: Record, out: TextIO) -> None:
    """Write a record as tables."""
    console = Console(file=out, width=None if out.isatty() else 140, highlight=False, soft_wrap=False)
    report = record.report
    console.print(Text(plain(report.title or report.id), style="bold"))
    about = [report.publisher, report.published, f"sources: {', '.join(report.sources)}" if report.sources else None]
    if any(about):
        console.print(Text(plain(" · ".join(part for part in about if part)), style="dim"))
    for warning in report.warnings:
        console.print(Text(plain(f"! {warning}"), style="yellow"))
    filled = [table for table in tables(record) if table.row_count]
    for table in filled:
        console.print(table)
    if not filled:
        console.print("nothing of what dragoman codes is stated")
    console.print()


def tables(record: Record) -> list[Table]:
    names = {actor.id: actor for actor in record.actors}
    return [
        actors_table(record), events_table(record, names), positions_table(record, names), tolls_table(record, names),
        situations_table(record, names), quotes_table(record, names),
    ]  # fmt: skip


def make_table(title: str, *columns: str) -> Table:
    table = Table(title=title, title_justify="left", title_style="bold", box=box.SIMPLE_HEAD, pad_edge=False)
    for column in columns:
        table.add_column(column, overflow="fold", vertical="top")
    return table


def add(table: Table, *cells: str | None) -> None:
    table.add_row(*(Text(plain(cell or "")) for cell in cells))


def plain(words: str) -> str:
    """Words on one line; control characters show as "�", marks of writing direction not at all."""
    kinds = ((letter, unicodedata.category(letter)) for letter in " ".join(words.split()))
    return "".join("�" if kind in ("Cc", "Cs") else "" if kind == "Cf" else letter for letter, kind in kinds)


def who(ids: list[str], names: dict[str, Actor]) -> str:
    return ", ".join(names[one].name for one in ids)


def told(accounts: list[Account], names: dict[str, Actor]) -> str:
    """Accounts in words: "Foreign Office (statement)", "army denies"."""
    words = []
    for account in accounts:
        speaker = names[account.speaker].name if account.speaker else "reports"
        via = f" via {who(account.via, names)}" if account.via else ""
        how = f" ({account.channel})" if account.channel else ""
        words.append(f"{speaker}{' denies' if account.says == 'denies' else ''}{how}{via}")
    return "; ".join(words)


def when(date: Interval | None) -> str:
    if date is None:
        return ""
    if date.start is None and date.end is None:
        return f"“{date.text}”"
    return date.start if date.start == date.end and date.start else f"{date.start or '…'} – {date.end or '…'}"


def where(place: Place | None) -> str:
    return f"{place.name} ({place.country})" if place and place.country else place.name if place else ""


def actors_table(record: Record) -> Table:
    table = make_table("Actors", "id", "name", "kind", "country", "sector", "role", "mentions")
    for actor in record.actors:
        add(table, actor.id, actor.name, actor.kind, actor.country, actor.sector, actor.role, str(len(actor.mentions)))
    return table


def events_table(record: Record, names: dict[str, Actor]) -> Table:
    table = make_table("Events", "id", "type", "who", "whom", "when", "where", "how it is told", "conf.")
    for event in record.events:
        kind = f"{event.type}{f' {event.mode}' if event.mode else ''} {event.cameo or ''}".strip()
        told_as: list[str] = [part for part in (event.realis, event.timing) if part not in ("actual", "current")]
        told_as += [f"by {told(event.accounts, names)}"] if event.accounts else []
        parties = " ↔ ".join(names[one].name for one in event.actors) if event.reciprocal else who(event.actors, names)
        add(table, event.id, kind, parties, who(event.recipients, names), when(event.date), where(event.place),
            "; ".join(told_as), f"{event.confidence:.2f}" if event.confidence is not None else "")  # fmt: skip
    return table


def positions_table(record: Record, names: dict[str, Actor]) -> Table:
    table = make_table(
        "Positions", "id", "who", "stance", "issue", "dispute", "toward", "on what ground", "by whose account"
    )
    for position in record.positions:
        holders = who(position.holders, names)
        holders += f" for {who(position.on_behalf_of, names)}" if position.on_behalf_of else ""
        add(table, position.id, holders, position.stance, position.issue, position.dispute, who(position.toward, names),
            "; ".join(position.basis), told(position.accounts, names))  # fmt: skip
    return table


def tolls_table(record: Record, names: dict[str, Actor]) -> Table:
    table = make_table("Tolls", "id", "measure", "number", "victims", "of", "by", "where", "when", "by whose account")
    for toll in record.tolls:
        low, high = ("…" if bound is None else f"{bound:,}" for bound in (toll.low, toll.high))
        number = f"{toll.best:,}" if toll.best is not None else "?"
        number += "" if toll.low == toll.high == toll.best else f" ({low}–{high})"
        add(table, toll.id, toll.measure, number, toll.victims or toll.category, toll.part_of, who(toll.perpetrators, names),
            where(toll.place), when(toll.date), told(toll.accounts, names))  # fmt: skip
    return table


def situations_table(record: Record, names: dict[str, Actor]) -> Table:
    table = make_table(
        "Situations", "id", "kind", "who", "what", "holds", "since", "in the report's words", "by whose account"
    )
    for situation in record.situations:
        add(table, situation.id, situation.kind, who(situation.subjects, names), situation.object,
            "yes" if situation.holds else "no", situation.since, situation.state, told(situation.accounts, names))  # fmt: skip
    return table


def quotes_table(record: Record, names: dict[str, Actor]) -> Table:
    table = make_table("Quotes", "id", "speaker", "channel", "words")
    for quote in record.quotes:
        add(table, quote.id, who([quote.speaker] if quote.speaker else [], names), quote.channel, f"“{quote.text}”")
    return table
