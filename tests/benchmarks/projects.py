"""Measure construction projects: a list of 10,000 priced, one by one explained, and made out of their facts.

Run it with ``python tests/benchmarks/projects.py``. It prints a Markdown table; times are medians of 7 runs. A
benchmark fails no build.
"""

from __future__ import annotations

import platform
from collections.abc import Callable
from datetime import date
from statistics import median
from time import perf_counter

import jamsostek as js
from jamsostek.construction import Addendum, Instalment, ListedWage, Project, contributions

COUNT = 10_000
LIMIT = 1.0
SPK = date(2024, 3, 1)
PAID = [Instalment("50 %", date(2024, 3, 11)), Instalment("25 %", date(2024, 6, 3)), Instalment("25 %")]
FIRM = js.Employer(kind="company")


def made() -> list[Project]:
    """Contracts from 100 million to 12 billion, a third of them in instalments, a fifth with an addendum."""
    return [
        Project(
            100_000_000 + at * 1_234_567,
            vat="included",
            ordered=SPK,
            instalments=PAID if at % 3 == 0 else None,
            addenda=[Addendum(date(2024, 6, 3), 250_000_000)] if at % 5 == 0 else (),
            employer=FIRM,
        )
        for at in range(COUNT)
    ]


def seconds(call: Callable[[], object], runs: int = 7) -> str:
    """The median of some runs."""
    times = []
    for _ in range(runs):
        start = perf_counter()
        call()
        times.append(perf_counter() - start)
    return f"{median(times):.2f} s"


def main() -> None:
    print(f"jamsostek {js.__version__}, {platform.python_implementation()} {platform.python_version()}\n")
    projects = made()
    of_2020 = [
        Project(
            100_000_000 + at * 1_234_567,
            vat="included",
            ordered=date(2020, 6, 1),
            registered=date(2020, 6, 10),
            instalments=[Instalment("50 %", date(2020, 6, 10)), Instalment("50 %", date(2020, 9, 21))],
        )
        for at in range(COUNT)
    ]
    listed = [
        Project(wages=[ListedWage(3_000_000 + at, 20)], start=date(2024, 1, 8), end=date(2024, 4, 30))
        for at in range(COUNT)
    ]
    bills = contributions(projects)
    print(f"{COUNT:,} projects owe {sum(bill.total for bill in bills):,}\n")
    rows: tuple[tuple[str, Callable[[], object], float | None], ...] = (
        (f"{COUNT:,} projects priced", lambda: contributions(projects), LIMIT),
        ("the same, and made out of their facts", lambda: contributions(made()), None),
        (f"{COUNT:,} in the relief of 2020", lambda: contributions(of_2020), None),
        (f"{COUNT:,} by wage lists of four months", lambda: contributions(listed), None),
        ("1,000 explained", lambda: [bill.explain() for bill in bills[:1_000]], None),
    )
    print("| what | median | limit |\n|---|---|---|")
    for what, call, limit in rows:
        print(f"| {what} | {seconds(call)} | {'' if limit is None else f'{limit:.0f} s'} |")


if __name__ == "__main__":
    main()
