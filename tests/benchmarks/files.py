"""Measure what a payroll costs that streams from file to file, beside Polars by hand, and how much memory it takes.

Run it with ``python tests/benchmarks/files.py [rows]``, ten million rows without a number; Polars is needed.

Every run is a process of its own, by turns, so that its memory and the start of the interpreter are its own: by hand
are the six amounts of March 2026 alone, read by ``scan_parquet``, worked out lazily, written by ``sink_parquet``; ours
is the command ``payroll`` with amounts, totals, status and reason. One row in a thousand has no wage. Before any clock
starts, our amounts must equal those by hand in every row that is right, in the same order.

A benchmark fails no build: the exit code is 0 whether limits hold or not.
"""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import version
from io import StringIO
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from bill import AMOUNTS, MONTH
from columns import MILLION, SEED, WRONG, installed, six_by_hand, wage_earners

TURNS = 5
ROW_GROUP = 250_000
MEMORY_LIMIT, TIMES_LIMIT = 2.0, 2.0  # GB; times by hand
BY_HAND, OURS, CSV = "by hand, Parquet", "payroll, Parquet", "payroll, CSV"
WRITE, CHECK = "write", "check"


def write(source: str, rows: str) -> None:
    """Files of ids, wages and risk groups."""
    people = wage_earners(installed("polars"), int(rows)).with_row_index("id")
    people.write_parquet(source, row_group_size=ROW_GROUP)
    people.write_csv(Path(source).with_suffix(".csv"))


def by_hand(source: str, target: str) -> None:
    """The six amounts as anybody would stream them."""
    pl = installed("polars")
    pl.scan_parquet(source).with_columns(**six_by_hand(pl)).sink_parquet(target)


def ours(source: str, target: str) -> None:
    """The command."""
    from jamsostek.__main__ import main

    sys.stdout = StringIO()
    main(["payroll", source, "-o", target, "--month", MONTH, "--overwrite"])
    sys.stdout = sys.__stdout__


def check(source: str, folder: str) -> None:
    """Stop where an amount is not that by hand, or rows are in another order."""
    pl = installed("polars")
    one, other = str(Path(folder, "hand.parquet")), str(Path(folder, "ours.parquet"))
    by_hand(source, one)
    ours(source, other)
    wanted = pl.scan_parquet(one).filter(pl.col("wage").is_not_null()).select("id", *AMOUNTS).collect()
    found = pl.scan_parquet(other).filter(pl.col("status") == "ok").select("id", *AMOUNTS).collect()
    assert found.equals(wanted), "our six amounts are not those by hand, or in another order"


def child(how: str, *given: str) -> None:
    """One run; prints its seconds and its most memory in GB."""
    resource: Any = installed("resource")
    start = perf_counter()
    {WRITE: write, CHECK: check, BY_HAND: by_hand}.get(how, ours)(*given)
    took = perf_counter() - start
    print(took, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e9)


def in_process(how: str, *given: object) -> tuple[float, float, float]:
    """Seconds of the work and of the whole process, and its most memory in GB."""
    start = perf_counter()
    call = [sys.executable, __file__, how, *map(str, given)]
    done = subprocess.run(call, check=True, stdout=subprocess.PIPE, text=True)
    took = perf_counter() - start
    work, memory = map(float, done.stdout.split())
    return work, took, memory


def main(rows: int) -> None:
    print(f"Polars {version('polars')}, {rows:_} rows, one in {WRONG} wrong, seed {SEED}\n")
    with TemporaryDirectory() as folder:
        source, target = Path(folder, "in.parquet"), Path(folder, "out.parquet")
        in_process(WRITE, source, rows)
        in_process(CHECK, source, folder)
        cases = {BY_HAND: source, OURS: source, CSV: source.with_suffix(".csv")}
        took: dict[str, list[tuple[float, float, float]]] = {name: [] for name in cases}
        for _ in range(TURNS):
            for name, given in cases.items():
                took[name].append(in_process(name, given, target))
    medians = {name: [median(each) for each in zip(*runs, strict=True)] for name, runs in took.items()}
    print("| what | work | whole process | million rows/s | most memory |\n|---|---|---|---|---|")
    for name, (work, whole, memory) in medians.items():
        print(f"| {name} | {work:.2f} s | {whole:.2f} s | {rows / work / MILLION:.1f} | {memory:.2f} GB |")
    times, memory = medians[OURS][0] / medians[BY_HAND][0], max(each[2] for each in took[OURS])
    for what, value, limit in (("times by hand", times, TIMES_LIMIT), ("GB at most", memory, MEMORY_LIMIT)):
        print(f"\n{OURS}: {value:.2f} {what}, limit {limit:g}: {'holds' if value <= limit else 'missed'}")


if __name__ == "__main__":
    if len(sys.argv) > 2:
        child(*sys.argv[1:])
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 10 * MILLION)
