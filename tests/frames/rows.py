"""Payroll rows for the tests: right and wrong, with gaps, of every kind of participant, all months and extremes."""

from datetime import date, timedelta
from random import Random
from typing import Any

from jamsostek._kinds import EmployerKind, HealthCover, Industry, PaidBy, Scale, Sector, SelfEmployedKind
from jamsostek._money import LEAST_WAGE, MOST_WAGE
from jamsostek._months import months
from jamsostek.jkk.law import REFERENCE_INCOME
from jamsostek.jp.law import WAGE_CEILING

Row = dict[str, Any]

MONTHS = [str(month) for month in months("2015-04", "2027-05")]
BUSY = ["2020-08", "2020-12", "2025-02", "2025-05", "2025-12", "2026-01", "2026-03", "2026-04", "2026-12", "2027-02"]
EDGES = [row.value + step for row in WAGE_CEILING.rows for step in (-1, 0, 1)]
ENDS = [each.least + step for each in REFERENCE_INCOME.rows[-1].value for step in (-1000, -1, 0, 1)]
FLAGS = ("in_jkk", "in_jkm", "in_jht", "in_jp")
WORDS = {
    "scale": Scale,
    "employer_kind": EmployerKind,
    "industry": Industry,
    "kind": SelfEmployedKind,
    "sector": Sector,
    "paid_by": PaidBy,
    "health_cover": HealthCover,
}
KINDS = ["wage_earner"] * 5 + ["self_employed"] * 4 + ["trainee"]


def rows(seed: int, count: int, *, wrong: float = 0.02) -> list[Row]:
    """Rows drawn by a seed; ``wrong`` is how often a value is one that cannot be."""
    rng = Random(seed)
    return [{"id": at, **_row(rng, wrong)} for at in range(count)]


def _row(rng: Random, wrong: float) -> Row:
    kind = rng.choice(KINDS)

    def off() -> bool:
        return rng.random() < wrong

    row: Row = {
        "type": rng.choice([None, "pensioner"]) if off() else kind,
        "month": rng.choice([None, "2025-13", "May 2025", "1999-12"])
        if off()
        else rng.choice(MONTHS if rng.random() < 0.5 else BUSY),
        "wage": _wage(rng, off()) if kind != "self_employed" or off() else None,
        "income": _income(rng, off()) if kind == "self_employed" or off() else None,
        "risk_group": rng.choice([None, 0, 6, -1]) if off() else rng.randint(1, 5),
        "active_workers": rng.choice([None, -1 if off() else 0, 49, 50, 51, 100_000]),
        "paid_up_to": rng.choice(["2025/01", "x"])
        if off()
        else rng.choice([None, "2020-06", "2020-07", "2024-12", "2025-01", "2025-02"]),
        "born": _maybe(rng, _born(rng)),
        "registered": _maybe(rng, _day(rng, date(2001, 1, 1), date(2020, 11, 30)), 0.6),
        "citizen": rng.choice([None, True, True, False]),
        "six_months": rng.choice([None if off() else True, True, False]),
    }
    for name, words in WORDS.items():
        row[name] = "other thing" if off() else rng.choice([None, *map(str, words)])
    if row["employer_kind"] not in (None, "company") and not off():
        row["scale"] = None
    for name in FLAGS:
        row[name] = rng.choice([True, False]) if off() else None
    return row


def _maybe(rng: Random, value: Any, missing: float = 0.3) -> Any:
    return None if rng.random() < missing else value


def _wage(rng: Random, off: bool) -> int | None:
    if off:
        return rng.choice([None, 0, -5, 99_999, MOST_WAGE + 1, 10**14])
    return rng.choice(
        [
            rng.randint(1_500_000, 30_000_000),
            rng.choice(EDGES),
            LEAST_WAGE,
            MOST_WAGE,
            rng.randint(LEAST_WAGE, MOST_WAGE),
        ]
    )


def _income(rng: Random, off: bool) -> int | None:
    if off:
        return rng.choice([None, -1, 5, MOST_WAGE + 1])
    end = rng.choice(ENDS)
    return rng.choice([0, rng.randint(LEAST_WAGE, 25_000_000), end if end >= LEAST_WAGE else 0, MOST_WAGE])


def _born(rng: Random) -> date:
    return rng.choice(
        [
            _day(rng, date(1945, 1, 1), date(2000, 12, 31)),
            date(rng.choice(range(1948, 1984, 4)), 2, 29),
            date(2016, 5, 9),
        ]
    )


def _day(rng: Random, first: date, last: date) -> date:
    return first + timedelta(days=rng.randint(0, (last - first).days))
