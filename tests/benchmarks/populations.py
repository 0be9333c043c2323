"""Measure what careers of a population cost: months reduced to years, and what JHT and JP make of them.

Run it with ``python tests/benchmarks/populations.py [people …]``; without numbers 10,000, 100,000 and a million people
of 120 months each, 5 % of them not paid. Polars and NumPy are needed.

The months lie in a Parquet file and are read lazily; the return credited to JHT and the inflation to come are assumed.
Every size is a process of its own, so that its memory is its own. Before any clock starts, a hundred people must equal
the exact rules. A benchmark fails no build.
"""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from columns import MILLION, SEED, installed

import jamsostek as js

PEOPLE = (10_000, 100_000, MILLION)
FIRST, UNTIL = "2016-03", "2026-02"
PAID = 0.95
BATCH = 50_000  # people written at one time
LAW = js.jp.scenario(inflation={2026: "3 %"}).override(js.jht.CREDITED_RATE, since="2015-01", value="5.9 %")


def write(path: str, people: int) -> None:
    """A file of months, those of a person together."""
    pl, numpy = import_module("polars"), import_module("numpy")
    arrow, parquet = import_module("pyarrow"), import_module("pyarrow.parquet")
    draw, span = numpy.random.default_rng(SEED), js.months(FIRST, UNTIL)
    days = pl.Series([month.first_day for month in span])
    schema = arrow.schema(
        {"person": arrow.int32(), "month": arrow.date32(), "wage": arrow.int64(), "paid": arrow.bool_()}
    )
    with parquet.ParquetWriter(path, schema) as out:
        for first in range(0, people, BATCH):
            size = min(BATCH, people - first)
            rises = numpy.tile(numpy.arange(len(span)) * 20_000, size)
            batch = {
                "person": numpy.repeat(numpy.arange(first, first + size, dtype=numpy.int32), len(span)),
                "month": days.gather(numpy.tile(numpy.arange(len(span)), size)).to_arrow(),
                "wage": numpy.repeat(draw.integers(2_500_000, 15_000_000, size), len(span)) + rises,
                "paid": draw.random(size * len(span)) < PAID,
            }
            out.write_table(arrow.table(batch, schema=schema))


def check(pl: Any, path: str) -> None:
    """Stop where somebody's numbers are not those of the exact rules."""
    long = pl.scan_parquet(path).filter(pl.col("person") < 100).collect()
    for row in js.frames.careers(long, until=UNTIL, law=LAW).iter_rows(named=True):
        member = js.frames.member(long, row["person"], until=UNTIL, law=LAW)
        history = member.memberships[0].history
        assert history is not None
        paid = js.History.of({each.month: each.wage for each in history if each.state == "paid"}, state="paid")
        pension = js.jp.formula(paid.fill("not_owed"), year=2026, law=LAW).amount
        balance = js.jht.statement(member, until=UNTIL, law=LAW).balance
        assert (row["jht_balance"], row["jp_pension"]) == (balance, pension), row


def child(path: str, people: int) -> None:
    """One size; prints a line of the table."""
    pl, resource = import_module("polars"), import_module("resource")
    write(path, people)
    check(pl, path)
    start = perf_counter()
    years = js.frames.career_years(pl.scan_parquet(path), until=UNTIL, law=LAW).collect(engine="streaming")
    reduced = perf_counter() - start
    rows = people * len(js.months(FIRST, UNTIL))
    shape = years.shape
    del years
    start = perf_counter()
    done = js.frames.careers(pl.scan_parquet(path), until=UNTIL, law=LAW).collect(engine="streaming")
    took = perf_counter() - start
    assert len(done) == people
    assert set(done["status"]) == {"ok"}
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e9
    each = took / people * 1e6
    print(
        f"| {people:,} | {rows:,} | {shape[0]:,} | {reduced:.1f} s | {took:.1f} s | {each:.0f} µs | {memory:.1f} GB |"
    )


def main(sizes: tuple[int, ...]) -> None:
    pl = installed("polars")
    if pl is None:
        return
    print(f"Polars {version('polars')}, {pl.thread_pool_size()} threads, seed {SEED}\n")
    print(
        "| people | months | years | to years alone | careers | a person | most memory |\n|---|---|---|---|---|---|---|"
    )
    for people in sizes:
        with TemporaryDirectory() as folder:
            path = Path(folder, "months.parquet")
            subprocess.run([sys.executable, __file__, str(path), str(people)], check=True)


if __name__ == "__main__":
    if len(sys.argv) == 3 and not sys.argv[1].isdigit():
        child(sys.argv[1], int(sys.argv[2]))
    else:
        main(tuple(map(int, sys.argv[1:])) or PEOPLE)
