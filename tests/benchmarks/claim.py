"""Measure claims: a fatal accident with two children and a full history, a death by illness, a doubt, a printed amount.

Run it with ``python tests/benchmarks/claim.py``. It prints a Markdown table; times are of 4,000 calls, each
timed by itself. A benchmark fails no build.
"""

from __future__ import annotations

import platform
from collections.abc import Callable
from datetime import date
from functools import partial
from statistics import median
from time import perf_counter_ns

import jamsostek as js

insured = partial(js.claim, programmes=(js.Programme.JKK, js.Programme.JKM))

LIMIT = 300


def clocked(call: Callable[[], object], calls: int = 4_000) -> str:
    """The least and the median microseconds of a call, each timed by itself: slow spells of the machine hit few."""
    times = []
    for _ in range(calls):
        start = perf_counter_ns()
        call()
        times.append((perf_counter_ns() - start) / 1000)
    return f"{min(times):.0f} µs | {median(times):.0f} µs"


def main() -> None:
    print(f"jamsostek {js.__version__}, {platform.python_implementation()} {platform.python_version()}\n")
    ana = js.WageEarner(wage=4_000_000, risk_group=2, person=js.Person(born=date(1990, 6, 15), citizen=True))
    history = js.History.unbroken("2018-01", "2025-05", wage=4_000_000)
    member = js.Member(ana, registered=date(2018, 1, 8), history=history)
    children = (
        js.Child(name="Citra", born=date(2016, 3, 2), school=js.School("primary", 3)),
        js.Child(name="Dewi", born=date(2019, 9, 9), school=js.School("kindergarten", 2)),
    )
    family = js.Family(spouse=js.Spouse(name="Budi"), children=children)
    death = js.Death(on=date(2025, 6, 1))
    fatal = js.WorkAccident(on=death.on, circumstance="workplace", external_force=True, report_hours=20, outcome=death)
    ill = js.Death(on=death.on, work_related=False)
    law = js.LAW.scenario(js.jht.CREDITED_RATE, dict.fromkeys(range(2021, 2026), "5.5 %"))
    rows = (
        ("claim for a fatal accident, two children, full history", lambda: insured(fatal, member, family), LIMIT),
        ("claim for a death by illness", lambda: insured(ill, member, family), None),
        ("claim for a death of which the cause is not known", lambda: insured(death, member, family), None),
        ("claim for a death by illness, savings and pension too", lambda: js.claim(ill, member, family, law=law), None),
        ("the fatal accident explained", lambda: insured(fatal, member, family).explain(), None),
    )
    print(f"{insured(fatal, member, family)}\n")
    print("| what | least | median | limit |\n|---|---|---|---|")
    for what, call, limit in rows:
        print(f"| {what} | {clocked(call)} | {f'{limit} µs' if limit else ''} |")
    print(f"| an amount read back | {clocked(lambda: js.read_back(118_000_000, death))} | |")


if __name__ == "__main__":
    main()
