"""Dismissals for the tests: members with records of their own, and what these records come to as a row tells it."""

from contextlib import suppress
from datetime import date, timedelta
from random import Random
from typing import Any

import jamsostek as js
from jamsostek import errors
from jamsostek._cases import Answer, case_of
from jamsostek._history import MonthRecord, MonthState
from jamsostek.frames._records import count_faults, counts_of, is_counted
from jamsostek.frames._rule_rows import _dismissed
from jamsostek.jkp.benefit_rules import provide

from .rows import Row

LETTERS = {"P": MonthState.PAID, "U": MonthState.UNPAID, "N": MonthState.NOT_OWED}
COUNTS = ("months_paid", "months_in_a_row", "arrears")
EDGES = [date(2021, 2, 2), date(2025, 2, 7), date(2024, 11, 7), date(2024, 8, 7), date(2026, 1, 31), date(2024, 8, 31)]


def dismissal(rng: Random, wrong: float) -> Row:
    """A row with the record behind it under ``record``; its counts are told by ``with_counts``."""

    def off() -> bool:
        return rng.random() < wrong

    def after(day: date, least: int, most: int) -> date:
        return day + timedelta(days=rng.randint(least, most))

    def seldom(value: Any, other: Any) -> Any:
        return value if rng.random() < 0.1 else other

    on = rng.choice([after(rng.choice(EDGES), -4, 4), after(date(2021, 1, 1), 0, 2_100)])
    registered = rng.choice([None, after(on, -800, 0), after(on, -4_000, 0)])
    never = rng.random() < 0.1
    if never:
        registered = None
    claimed = rng.choice([None, seldom(after(on, 150, 230), after(on, 0, 120))])
    approved = rng.choice([None, None, (claimed or on) + timedelta(days=rng.randint(0, 40))])
    row: Row = {
        "dismissed": on,
        "wage": rng.choice([rng.randint(1_500_000, 9_000_000), 5_000_000, 4_999_999]),
        "claimed": claimed,
        "approved": approved,
        "new_job": rng.choice([None, None, None, on + timedelta(days=rng.randint(0, 250))]),
        "willing": seldom(False, rng.choice([None, True])),
        "health_cover": seldom(rng.choice(["other", "none", None]), "employer"),
        "scale": rng.choice([None, "large", "medium", "large", "small", "micro"]),
        "registered": registered,
        "never_registered": True if never else None,
        "ended": rng.choice([None, None, None if never else on]),
        "employer_kind": seldom(rng.choice(["state", "private_person"]), rng.choice([None, "company"])),
        "citizen": seldom(False, rng.choice([None, True])),
        "born": rng.choice(
            [seldom(None, date(1985, 1, 9)), *[date(1990, 6, 15)] * 4, date(1972, 2, 29), date(1966, 9, 1)]
        ),
        "in_jkk": seldom(False, rng.choice([None, True])),
        "in_jkm": None,
        "in_jht": seldom(False, rng.choice([None, True])),
        "in_jp": seldom(False, rng.choice([None, True])),
        "in_jkp": rng.choice([None, None, None, True]),
        "record": None,
    }
    if row["employer_kind"] in ("state", "private_person") and not off():
        row["scale"] = None
    if registered is not None and rng.random() < 0.8:
        row["record"] = _record(rng, js.Month.of(registered), js.Month.of(on))
    if off():
        early: Row = {"registered": after(on, 2, 2), "record": None, "never_registered": None, "ended": None}
        nothing: Row = dict.fromkeys(("in_jkk", "in_jkm", "in_jht", "in_jp"), False) | {"in_jkp": None}
        words: list[Row] = [{"health_cover": "x"}, {"scale": "x"}, {"wage": None}, {"wage": 5}, {"dismissed": None}]
        days: list[Row] = [{name: after(on, -2, -2)} for name in ("claimed", "approved", "new_job")]
        row |= rng.choice([*words, *days, early, nothing, {"born": on}])
    return row


def _record(rng: Random, first: js.Month, last: js.Month) -> str:
    """A record from registration on, mostly paid, with arrears and gaps at times."""
    months = last - first + 1
    paid = rng.choice([0.97, 0.8, 1])
    letters = "".join("P" if rng.random() < paid else rng.choice("UN") for _ in range(months))
    behind = rng.choice([0, 0, 1, 2, rng.randint(0, 8)])
    letters = "P" + letters[1:]  # the number is issued once the first contribution is paid
    return letters[: max(months - behind, 1)] + "U" * min(behind, months - 1)


def member_of(row: Row, law: js.Law) -> tuple[js.Dismissal, js.Member]:
    """The event and the member of a row, with the record that stands in it."""
    facts = {key: value for key, value in row.items() if value is not None and key not in COUNTS}
    days = {key: row[key] for key in ("claimed", "approved", "new_job", "willing")}
    event = js.Dismissal(on=facts["dismissed"], **days)
    history = None
    if row["record"]:
        first = js.Month.of(row["registered"])
        history = js.History(MonthRecord(first + at, LETTERS[each]) for at, each in enumerate(row["record"]))
    registered: Any = "never" if row["never_registered"] else row["registered"]
    who = _dismissed(facts, event, law)
    return event, js.Member(who, registered=registered, history=history, ended=row["ended"])


def with_counts(drawn: list[Row], law: js.Law) -> list[Row]:
    """The rows with what their records come to, as the law is read."""
    found = []
    for row in drawn:
        counts: Row = dict.fromkeys(COUNTS)
        if row["record"]:
            try:
                event, member = member_of(row, law)
                told = counts_of(member, event, law)
                counts = {name: each.least for name, each in zip(COUNTS, told, strict=True) if each.least == each.most}
            except (errors.JamsostekError, KeyError, ValueError):
                pass  # the row is wrong, or was dismissed when there was no JKP
        found.append({**row, **dict.fromkeys(COUNTS), **counts})
    return found


def impossible(row: Row, law: js.Law) -> list[errors.JamsostekError]:
    """What is wrong with the counts of a row."""
    event, member = member_of(row, law)
    known = {name: row[name] for name in (*COUNTS, "registered") if row[name] is not None}
    if row["never_registered"] or not is_counted(member, event, law):
        return []
    (job,) = member.memberships
    return list(count_faults(known, job.participant, event, law))  # type: ignore[arg-type]


def with_wrong_counts(drawn: list[Row], rng: Random, wrong: float, law: js.Law) -> None:
    """Make some counts impossible."""
    for row in drawn:
        if rng.random() < wrong:
            odd = row | {rng.choice(COUNTS): rng.choice([0, 1, 3, 25, 40, 999])}
            with suppress(errors.JamsostekError, TypeError, KeyError):  # wrong otherwise
                if impossible(odd, law):
                    row.update(odd)


def answer_of(row: Row, law: js.Law) -> Answer:
    """What JKP says to the member of a row."""
    event, member = member_of(row, law)
    return provide(case_of(event, member, None, law))
