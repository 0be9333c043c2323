"""Measure plans: a year of one group and of ten, a budget, sources, a lapse over four years, expected benefits.

Run it with ``python tests/benchmarks/plan.py``. It prints a Markdown table; times are of 20 calls, each timed by
itself. A benchmark fails no build.
"""

from __future__ import annotations

import platform
from collections.abc import Callable
from statistics import median
from time import perf_counter_ns

import jamsostek as js
from jamsostek import planning

YEAR = "2026-01", "2026-12"


def clocked(call: Callable[[], object], calls: int = 20) -> str:
    """The least and the median milliseconds of a call, each timed by itself."""
    times = []
    for _ in range(calls):
        start = perf_counter_ns()
        call()
        times.append((perf_counter_ns() - start) / 1_000_000)
    return f"{min(times):.1f} ms | {median(times):.1f} ms"


def main() -> None:
    print(f"jamsostek {js.__version__}, {platform.python_implementation()} {platform.python_version()}\n")
    city = js.SelfEmployed(income=1_000_000, sector="other", paid_by="regional_budget")
    anyone = js.SelfEmployed(income=1_000_000, sector="other")
    batch = planning.Group(25_808, city)
    groups = [planning.Group(1_000 * at, anyone, name=str(at)) for at in range(10)]
    sources = [planning.Source("excise", 5_000_000_000), planning.Source("foundation", 1_000_000_000, "donor")]
    rates = {"death": "0.4 %", "work_death": "0.02 %", "work_disability": "0.01 %"}
    rows: tuple[tuple[str, Callable[[], object]], ...] = (
        ("one group for a year", lambda: planning.cost(batch, *YEAR).total),
        ("ten groups for a year", lambda: planning.cost(groups, *YEAR).total),
        ("the ten groups explained", lambda: planning.cost(groups, *YEAR).explain()),
        ("what a budget buys", lambda: planning.afford(5_300_000_000, city, *YEAR).people),
        ("ten groups out of two sources", lambda: planning.fund(groups, sources, *YEAR).total),
        ("a lapse over four years", lambda: planning.lapse(city, "2025-12", "2026-12", "2027-05", "2029-11").at_stake),
        ("expected benefits of a year", lambda: planning.expect(batch, *YEAR, rates).total),
    )
    print("| what | least | median |\n|---|---|---|")
    for what, call in rows:
        print(f"| {what} | {clocked(call)} |")


if __name__ == "__main__":
    main()
