"""Measure ten years of a firm with 1,000 workers: its bills, and their settlement; and the reducers of a history.

Run it with ``python tests/benchmarks/settlement.py``. It prints a Markdown table; every time is a median of five runs
(a history: of 200; the bills: of three). Wages differ between workers and rise each year; every third month is paid
late, every seventh short. A benchmark fails no build.
"""

from __future__ import annotations

import platform
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from statistics import median
from time import perf_counter

import jamsostek as js

WORKERS = 1_000
MONTHS = js.months("2016-11", "2026-10")
LIMIT = 5.0


def clocked(call: Callable[[], object], runs: int) -> float:
    """The median seconds of a call."""
    seconds = []
    for _ in range(runs):
        start = perf_counter()
        call()
        seconds.append(perf_counter() - start)
    return median(seconds)


def billed() -> Iterator[js.Bill]:
    """The bills of all workers and months, one by one."""
    firm = js.Employer(risk_group=3, scale="large", industry="footwear", active_workers=WORKERS, paid_up_to="2025-01")
    for at in range(WORKERS):
        worker = js.WageEarner(wage=3_000_000, employer=firm, registered=date(2016, 1, 4))
        pay = {month: 3_000_000 + 10_007 * at + 200_000 * (month.index // 12 - 2016) for month in MONTHS}
        yield from js.bills(pay, worker)


def payments(bills: list[js.Bill]) -> list[js.Payment]:
    """One payment for each month: every third late, every seventh short of a tenth."""
    sums = dict.fromkeys(MONTHS, 0)
    for bill in bills:
        sums[bill.month] += bill.total
    return [
        js.Payment(
            (month + 1).first_day + timedelta(days=9 + 40 * (at % 3 == 2)), total * (9 if at % 7 == 6 else 10) // 10
        )
        for at, (month, total) in enumerate(sums.items())
    ]


def main() -> None:
    print(f"jamsostek {js.__version__}, {platform.python_implementation()} {platform.python_version()}\n")
    history = js.History.unbroken(MONTHS[0], MONTHS[-1], wage=4_000_000)
    reduced = clocked(lambda: (history.last_months(24).count("paid"), history.longest("unpaid")), 200)
    made = clocked(lambda: js.History.unbroken(MONTHS[0], MONTHS[-1], wage=4_000_000), 200)
    bills = list(billed())
    paid = payments(bills)
    print(f"{len(bills):,} bills, {len(paid)} payments: {js.settle(bills, paid, holidays=())}\n")
    settled = clocked(lambda: js.settle(bills, paid, holidays=()), 5)
    bills.clear()
    whole = clocked(lambda: js.settle(billed(), paid, holidays=()), 3)
    print("| what | time | limit |\n|---|---|---|")
    print(f"| settle ten years of {WORKERS:,} workers, bills at hand | {settled:.2f} s | {LIMIT:.0f} s |")
    print(f"| bill and settle them | {whole:.2f} s | |")
    print(f"| a history of {len(history)} months | {made * 1e6:.0f} µs | |")
    print(f"| 12 in 24 and the longest arrears of it | {reduced * 1e6:.0f} µs | |")


if __name__ == "__main__":
    main()
