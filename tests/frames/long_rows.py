"""Careers for the tests, a row for each person and month, and what the scalar rules make of each person's rows."""

from fractions import Fraction
from itertools import groupby
from random import Random
from typing import Any, NamedTuple

import jamsostek as js
from jamsostek import errors
from jamsostek._months import month_error

from .rows import Row, _row

# Rates of the years that are not published, and of what is not announced yet.
LAW = js.jp.scenario(inflation=dict.fromkeys(range(2026, 2030), "3 %"), growth={2026: "5 %"}).override(
    js.jht.CREDITED_RATE, since="2015-01", value=Fraction(59, 1000)
)
FIRST, LAST = js.Month("2015-07"), js.Month("2026-10")
KEPT = ("type", "wage", "income", "scale", "employer_kind", "born", "citizen", "six_months", "in_jht", "in_jp")
BUSY = ["2015-12", "2016-02", "2020-02", "2023-12", "2024-02", "2026-03"]


def careers(seed: int, people: int, *, wrong: float = 0.02, most: int = 40) -> list[Row]:
    """Rows of so many people, shuffled; ``wrong`` is how often something is that cannot be."""
    rng = Random(seed)
    found: list[Row] = []
    for person in range(people):
        found += _career(rng, person, rng.random() < 10 * wrong, most)
    rng.shuffle(found)
    return found


def _career(rng: Random, person: int, spoilt: bool, most: int) -> list[Row]:
    facts = _row(rng, 0.1 if spoilt else 0)
    if not spoilt:
        facts["six_months"] = True
        facts["in_jp"] = None
    length = rng.randint(1, most)
    start = rng.randint(FIRST.index, LAST.index - length)
    found: list[Row] = []
    for index in range(start, start + length):
        if spoilt and rng.random() < 0.05:
            continue
        if rng.random() < 0.1:  # another pay, and now and then another firm
            other = _row(rng, 0.02 if spoilt else 0)
            same_type = other["type"] == facts["type"]
            facts = {**facts, **{name: other[name] for name in ("wage", "income") if same_type}}
            if same_type and rng.random() < 0.3:
                facts = {**facts, "scale": other["scale"], "employer_kind": other["employer_kind"]}
        paid = rng.choice([True, False, None]) if spoilt and rng.random() < 0.1 else rng.random() < 0.85
        row = {"person": person, "month": str(js.months(FIRST, LAST)[index - FIRST.index]), "paid": paid}
        found.append({**row, **{name: facts[name] for name in KEPT}})
        if not paid and rng.random() < 0.5:
            found[-1] |= {"wage": None, "income": None}
    if spoilt and found and rng.random() < 0.3:
        found.append({**rng.choice(found), **rng.choice([{}, {"month": None}, {"month": "2025-13"}, {"born": None}])})
    return found


def _is_month(text: str | None) -> bool:
    return text is not None and month_error("", text) is None


class Expected(NamedTuple):
    """What a person's rows come to, or the names of the errors that are raised for them."""

    numbers: dict[str, int | None]
    faults: frozenset[str]


def expected(rows: list[Row], until: str, law: js.Law, fill: Any = None) -> dict[int, Expected]:
    """Every person's rows worked out one by one."""
    end = js.Month(until)
    told = [row for row in rows if not _is_month(row["month"]) or js.Month(row["month"]) <= end]
    by_person = groupby(sorted(told, key=lambda row: int(row["person"])), key=lambda row: int(row["person"]))
    return {person: _expected(list(group), end, law, fill) for person, group in by_person}


def _expected(rows: list[Row], end: js.Month, law: js.Law, fill: Any) -> Expected:
    faults: list[errors.JamsostekError] = []
    records, bills = [], []
    for row in rows:
        paid = fill == "paid" if row["paid"] is None and fill is not None else row["paid"]
        if not _is_month(row["month"]):
            kind = errors.MissingFact if row["month"] is None else errors.NotAMonth
            faults.append(kind("month", "", ""))
            continue
        month = js.Month(row["month"])
        if not paid:
            records.append(js.MonthRecord(month, None if paid is None else js.MonthState.UNPAID))
            continue
        facts = {name: row[name] for name in KEPT if name in row}
        try:
            bill = js.frames.explain({**facts, "risk_group": 1}, month=month, law=law)
        except errors.JamsostekError as error:
            faults += errors.each_of(error)
            continue
        bills.append(bill)
        who = bill.participant
        paid_in = js.MonthRecord(month, js.MonthState.PAID, participant=who)
        own = isinstance(who, js.SelfEmployed)
        records.append(paid_in._replace(income=_pay(who)) if own else paid_in._replace(wage=_pay(who)))
    if len({record.month for record in records}) < len(records):
        faults.append(errors.OverlappingMonths("month", "", ""))
    born = {bill.participant.person and bill.participant.person.born for bill in bills}
    if len(born) > 1:
        faults.append((errors.MissingFact if None in born else errors.Contradiction)("born", "", ""))
    if not faults:
        try:
            return Expected(_numbers(records, bills, end, law, fill), frozenset())
        except errors.JamsostekError as error:
            faults += errors.each_of(error)
    return Expected({}, frozenset(type(each).__name__ for each in faults))


def _pay(who: js.Participant) -> int:
    return who.income if isinstance(who, js.SelfEmployed) else who.wage


def _numbers(
    records: list[js.MonthRecord], bills: list[js.Bill], end: js.Month, law: js.Law, fill: Any
) -> dict[str, int | None]:
    history = js.History(records)
    if fill is not None:
        history = history.fill(fill)
    who = next((each.participant for each in reversed(history.records) if each.participant is not None), None)
    membership = js.Membership(who or js.WageEarner(4_000_000), history=history)
    savings = js.jht.statement(membership, until=end, law=law)
    life = js.career(membership, retires=end.last_day, law=law)
    paid = {
        f"jp_{side}": sum(
            line.amount for bill in bills for line in bill if (line.programme, line.payer) == ("JP", side)
        )
        for side in ("employer", "worker")
    }
    return {
        "months": len(bills),
        "pay": sum(_pay(bill.participant) for bill in bills),
        "jht_employer": sum(each.employer for each in savings.years),
        "jht_worker": sum(each.worker for each in savings.years),
        "jht_participant": sum(each.own for each in savings.years),
        "jht_credited": savings.credited,
        "jht_balance": savings.balance,
        **paid,
        **_pension(bills, life, end, law),
    }


def _pension(bills: list[js.Bill], life: js.Career, end: js.Month, law: js.Law) -> dict[str, int | None]:
    """The months billed in JP and what the formula gives for them; as in the career, where that goes on to the end."""
    wages = {
        bill.month: bill.participant.wage
        for bill in bills
        if "JP" in bill and isinstance(bill.participant, js.WageEarner)
    }
    born = life.member.person.born
    day = end.last_day if born is None else min(end.last_day, js.jp.pension_age_reached(born, law=law))
    year = (js.Month.of(day) + 1).first_day.year
    counted = {month: wage for month, wage in wages.items() if month.first_day.year <= year}
    pension = (
        js.jp.formula(js.History.of(counted, state="paid").fill("not_owed"), year=year, law=law).amount
        if counted
        else 0
    )
    last = life.years[-1] if life.years else None
    if last is not None and last.year == end.first_day.year:
        assert (last.pension_months, last.pension or 0) == (len(counted), pension)
    return {"jp_months": len(wages), "jp_pension": pension}


def problem(want: Expected, got: Row) -> str | None:
    """How a result differs from what is expected, None where it does not."""
    told = {name: got[name] for name in NUMBERS}
    if want.faults:
        right = got["status"] == "error" and str(got["reason"]).rpartition(": ")[2] in want.faults
        return None if right and set(told.values()) == {None} else f"{got}, not {want.faults}"
    right = (got["status"], got["reason"]) == ("ok", None)
    return None if right and told == want.numbers else f"{got}, not {want.numbers}"


NUMBERS = (
    "months",
    "pay",
    "jht_employer",
    "jht_worker",
    "jht_participant",
    "jp_employer",
    "jp_worker",
    "jp_months",
    "jht_credited",
    "jht_balance",
    "jp_pension",
)
