"""Measure forty years of work: the JHT statement, the JP pension, the whole career; and a claim on retirement.

Run it with ``python tests/benchmarks/career.py``. It prints a Markdown table; every time is a median of 100 runs (the
career: of 10). The wage rises each month, so that nothing can be looked up twice. A benchmark fails no build.
"""

from __future__ import annotations

import platform
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from statistics import median
from time import perf_counter

import jamsostek as js

AHEAD = range(2026, 2056)
LIMIT = 5.0


def clocked(call: Callable[[], object], runs: int) -> float:
    """The median milliseconds of a call."""
    seconds = []
    for _ in range(runs):
        start = perf_counter()
        call()
        seconds.append(perf_counter() - start)
    return median(seconds) * 1e3


def main() -> None:
    print(f"jamsostek {js.__version__}, {platform.python_implementation()} {platform.python_version()}\n")
    law = js.jp.scenario(inflation=dict.fromkeys(AHEAD, "3 %"), growth=dict.fromkeys(AHEAD, "5 %"))
    law = law.override(js.jht.CREDITED_RATE, since="2015-01", value=Fraction(5, 100))
    person = js.Person(born=date(1990, 5, 10), citizen=True)
    months = js.months("2015-07", "2055-06")
    wages = {month: 4_000_000 + 10_007 * at for at, month in enumerate(months)}
    history = js.History.of(wages, state="paid")
    worker = js.WageEarner(wage=4_000_000, risk_group=2, person=person)
    member = js.Member(worker, registered=date(2015, 7, 1), history=history, ended=date(2055, 6, 30))
    retirement = js.Retirement(on=date(2055, 6, 30))
    print(f"{len(history)} months: {js.jht.statement(member, law=law)}, {js.jp.formula(history, year=2055, law=law)}\n")
    print("| what | time | limit |\n|---|---|---|")
    for what, call in (
        ("JHT statement of forty years", lambda: js.jht.statement(member, law=law)),
        ("JP pension by the formula", lambda: js.jp.formula(history, year=2055, law=law)),
        ("JP pension as a benefit, with its conditions", lambda: js.jp.benefit(retirement, member, law=law)),
    ):
        print(f"| {what} | {clocked(call, 100):.2f} ms | {LIMIT:.0f} ms |")
    print(f"| the whole career, year by year | {clocked(lambda: js.career(member, law=law), 10):.0f} ms | |")


if __name__ == "__main__":
    main()
