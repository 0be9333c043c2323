"""Rows of events for the tests: right and wrong, with gaps, of every kind of member, around every change of law."""

from collections.abc import Callable
from datetime import date, timedelta
from random import Random
from typing import Any

import jamsostek as js
from jamsostek._money import LEAST_WAGE, MOST_WAGE

from .dismissed import dismissal, with_counts, with_wrong_counts
from .rows import Row

KINDS = ["wage_earner"] * 3 + ["self_employed"] * 3 + ["trainee"]
# Days around which the law or the calendar changes.
EDGES = [
    date(2015, 7, 1),
    date(2016, 2, 29),
    date(2019, 12, 2),
    date(2020, 9, 30),
    date(2021, 2, 2),
    date(2023, 10, 6),
    date(2025, 2, 7),
    date(2025, 2, 24),
    date(2025, 5, 31),
    date(2025, 6, 16),
]


def event_rows(name: str, seed: int, count: int, *, wrong: float = 0.02, law: js.Law = js.LAW) -> list[Row]:
    """Rows of a rule drawn by a seed; ``wrong`` is how often a value is one that cannot be."""
    rng = Random(f"{name} {seed}")
    drawn = [{"id": at, **_MAKERS[name](rng, wrong)} for at in range(count)]
    if name == "jkp":
        drawn = with_counts(drawn, law)
        with_wrong_counts(drawn, rng, wrong, law)
    return drawn


def around(rng: Random) -> date:
    """A day, often next to one on which something changes."""
    if rng.random() < 0.5:
        return rng.choice(EDGES) + timedelta(days=rng.randint(-3, 3))
    return date(2015, 7, 1) + timedelta(days=rng.randint(0, 4_200))


def flag(rng: Random, *chances: bool | None) -> bool | None:
    return rng.choice(chances)


def _member(rng: Random, on: date, wrong: float) -> Row:
    """Facts of a member of whom something happens on a day."""

    def off() -> bool:
        return rng.random() < wrong

    near = on - timedelta(days=rng.choice([rng.randint(0, 130), rng.randint(88, 93)]))
    far = on - timedelta(days=rng.randint(0, 6_000))
    registered = rng.choice([None, near, near, far]) if not off() else on + timedelta(days=5)
    never = rng.random() < 0.1
    if never and not off():
        registered = None
    months = 0 if registered is None else max((on.year - registered.year) * 12 + on.month - registered.month - 2, 0)
    arrears = rng.choice([None, 0, 0, min(months, rng.randint(0, 5)), min(months, 1)])
    ended = None
    if rng.random() < 0.15 and not never:
        ended = on + timedelta(days=rng.randint(-40, 40))
        if registered is not None and ended < registered and not off():
            ended = registered
    return {
        "type": rng.choice([None, "pensioner"]) if off() else rng.choice(KINDS),
        "registered": registered,
        "never_registered": True if never else flag(rng, None, False),
        "ended": ended,
        "arrears": rng.choice([-1, 300]) if off() else arrears,
        "employer_kind": "other thing" if off() else rng.choice([None, None, "company", "private_person", "state"]),
        "citizen": flag(rng, None, True, True, False),
        "six_months": flag(rng, None, True, False),
        "born": on + timedelta(days=9) if off() else _born(rng, on, registered),
    }


def _born(rng: Random, on: date, registered: date | None) -> date | None:
    limit = registered or on
    turned = date(limit.year - 65, limit.month, min(limit.day, 28)) + timedelta(days=rng.randint(-2, 2))
    return rng.choice([None, turned, date(1980, 5, 6), date(1960, 2, 29), date(1956, 2, 29)])


def _jkm(rng: Random, wrong: float) -> Row:
    died = around(rng)
    row = {"died": died, "work_related": flag(rng, None, False, False, False, True), **_member(rng, died, wrong)}
    if rng.random() < wrong:
        row["died"] = rng.choice([None, date(2015, 6, 30)])
    return row


def pay(rng: Random, kind: str | None, wrong: float) -> Row:
    """The wage or the income of a kind of member."""

    def amount(least: int) -> int | None:
        if rng.random() < wrong:
            return rng.choice([None, 5, -7, MOST_WAGE + 1])
        usual = rng.randint(1_000_000, 20_000_000)
        return rng.choice([usual, usual, usual, LEAST_WAGE, MOST_WAGE, least])

    own = kind == "self_employed"
    return {"wage": None if own else amount(LEAST_WAGE), "income": amount(0) if own else None}


def _after_accident(rng: Random, event: str, wrong: float) -> Row:
    """A death or a disability some time after an accident."""
    on = around(rng)
    accident = rng.choice([None, on, on - timedelta(days=rng.randint(0, 400))])
    related = flag(rng, None, True, True, True, True, False)
    if accident is not None and accident < date(2015, 7, 1) and rng.random() >= wrong:
        accident = on
    if rng.random() < wrong:
        accident = on + timedelta(days=3)
    row = {event: on, "accident_on": accident, "work_related": related, **_member(rng, accident or on, wrong)}
    row |= pay(rng, row["type"], wrong)
    if rng.random() < wrong:
        row[event] = rng.choice([None, date(2015, 6, 30)])
    return row


def _incapacity(rng: Random, wrong: float) -> Row:
    on = around(rng)
    row = {"accident_on": on, **_member(rng, on, wrong)}
    row |= pay(rng, row["type"], wrong)
    row["months"] = rng.choice([None, 0, 1, 5, 6, 7, 11, 12, 13, rng.randint(0, 60), 1_200])
    row["days"] = rng.choice([0, 0, 1, 24, 25, 26, 30])
    row["wage_paid"] = None
    if row["type"] != "self_employed" and rng.random() < 0.4:
        row["wage_paid"] = rng.choice([0, rng.randint(0, 10**8)])
    if rng.random() < wrong:
        row |= rng.choice([{"months": 1_201}, {"months": -1}, {"days": 31}, {"days": None}, {"wage_paid": 5}])
    return row


def _payout(rng: Random, wrong: float) -> Row:
    on = rng.choice(
        [around(rng), date(2022, 1, 1) + timedelta(days=rng.randint(-400, 1_400)), date(2010, 5, 6), date(2001, 2, 3)]
    )
    slices = [50, 60, 100, 250, 500, 5_000]
    row: Row = {
        "paid_on": on,
        "amount": rng.choice([rng.randint(1, 10**9), rng.choice(slices) * 10**6 + rng.randint(-1, 1), 10**15 - 1]),
        "sum_kind": rng.choice(["JHT", "JHT", "JP", "severance"]),
        "acquired": rng.choice([None, None, on - timedelta(days=rng.randint(0, 5_000))]),
        "first_paid_on": None,
        "paid_before": None,
        "paid_this_year": None,
        "tax_number": flag(rng, None, True, False),
        "resident": flag(rng, None, True, True, False),
    }
    if rng.random() < 0.6:
        row["first_paid_on"] = on - timedelta(days=rng.randint(0, 1_800))
        row["paid_before"] = rng.choice([rng.randint(1, 10**9), rng.choice(slices) * 10**6, 1])
        row["paid_this_year"] = rng.choice([0, 0, rng.randint(0, row["paid_before"])])
    if rng.random() < wrong:
        odd: list[Row] = [{name: None} for name in row]
        odd += [{"amount": 0}, {"amount": -1}, {"paid_before": 0}, {"paid_this_year": 10**12}, {"sum_kind": "JKM"}]
        odd += [{"paid_on": date(2000, 12, 31)}, {"first_paid_on": on + timedelta(days=1)}]
        row |= rng.choice(odd)
    return row


def _project(rng: Random, wrong: float) -> Row:
    ends = rng.choice([100, 500, 1_000, 5_000]) * 10**6
    taxed = rng.choice([ends * 111 // 100, ends * 110 // 100, ends]) + rng.randint(-2, 2)
    row: Row = {
        "value": rng.choice([taxed, taxed, rng.randint(1, 10**10), rng.randint(1, 10**15 - 1), 1]),
        "vat": rng.choice(["included", "excluded"]),
        "ordered": rng.choice([around(rng), date(2022, 4, 1) + timedelta(days=rng.randint(-2, 2))]),
    }
    if rng.random() < wrong:
        row |= rng.choice([{"value": None}, {"value": 0}, {"value": -1}, {"vat": None}, {"vat": "yes"}])
        days: list[Row] = [{}, {"ordered": None}, {"ordered": date(2015, 6, 30)}]
        row |= rng.choice(days)
    return row


_MAKERS: dict[str, Callable[[Random, float], dict[str, Any]]] = {
    "jkm": _jkm,
    "jkk_death": lambda rng, wrong: _after_accident(rng, "died", wrong),
    "jkk_total_disability": lambda rng, wrong: _after_accident(rng, "found_on", wrong),
    "jkk_incapacity": _incapacity,
    "jkp": dismissal,
    "payout_tax": _payout,
    "construction": _project,
}
