"""Measure what the rules that go row by row cost: by library, on Spark beside Polars, and as rows grow.

Run it with ``python tests/benchmarks/rules.py``, with ``--spark`` also on Spark on two local cores, with
``--spark-only`` there alone; Polars is needed, pandas, PyArrow and DuckDB are left out with a word where missing.

The rows are those of the tests, a few thousand right and wrong ones of every kind, over and over. Ours are all results
of every row. Spark reads Parquet and writes to its ``noop`` sink, so that every row is worked out and none is brought
in; its first call, in which it compiles, is thrown away. Before any clock starts, all libraries must give the same
totals. A benchmark fails no build.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from bill import MONTH
from columns import MILLION, installed, wage_earners

import jamsostek as js

DRAWN = 2_000
ROUNDS = 3
SPARK_RULES = ("jkm", "jkk_incapacity", "payout_tax", "construction")
PAYROLL = "contributions"
SPARK_SIZES = {PAYROLL: (1_000_000, 2_000_000, 4_000_000), "jkm": (100_000, 200_000, 400_000)}  # rows


def rows_of(pl: Any, name: str, count: int) -> Any:
    """Rows of a rule, the drawn ones over and over."""
    event_rows = import_module("tests.frames.event_rows").event_rows
    drawn = pl.DataFrame(event_rows(name, 2026, DRAWN), infer_schema_length=None)
    return pl.concat([drawn] * (count // DRAWN)).rechunk()


def least(call: Callable[[], Any]) -> float:
    """The least seconds of some calls."""
    seconds = []
    for _ in range(ROUNDS):
        start = perf_counter()
        result = call()
        seconds.append(perf_counter() - start)
        del result
    return min(seconds)


def _in_duckdb(duckdb: Any, call: Callable[[Any], Any], table: Any) -> Any:
    return call(duckdb.from_arrow(table)).to_arrow_table()


def _streamed(call: Callable[[Any], Any], frame: Any) -> Any:
    return call(frame).collect(engine="streaming")


def print_libraries(pl: Any) -> None:
    """Every rule on every library that is installed."""
    duckdb = installed("duckdb")
    arrow = installed("pyarrow") is not None and installed("pandas") is not None
    print("| million rows per second | Polars | pandas, NumPy types | PyArrow | DuckDB |\n|---|---|---|---|---|")
    for name, rule in js.frames.RULES.items():
        frame = rows_of(pl, name, MILLION // 4)
        total = rule.function(frame)[rule.sum_of].sum()
        cells = [frame] + ([frame.to_pandas(), frame.to_arrow()] if arrow else [None, None])
        rates = []
        for native in cells:
            if native is None:
                rates.append("–")
                continue
            found = pl.Series("sum", rule.function(native)[rule.sum_of]).sum()
            assert found == total, f"{name} does not agree"
            rates.append(f"{len(frame) / MILLION / least(partial(rule.function, native)):.2f}")
        if duckdb is not None and arrow:
            table = frame.to_arrow()
            seconds = least(partial(_in_duckdb, duckdb, rule.function, table))
            rates.append(f"{len(frame) / MILLION / seconds:.2f}")
        print(f"| {name} | {' | '.join(rates)} |")
    print()


def print_spark(pl: Any) -> None:
    """A payroll and some rules on Spark beside Polars, and as rows grow."""
    session = import_module("pyspark.sql").SparkSession
    spark = (
        session.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.memory", "4g")
        .config("spark.sql.session.timeZone", "UTC")
        .getOrCreate()
    )
    spark.sparkContext.setLogLevel("ERROR")
    print(f"PySpark {version('pyspark')}, local[2]\n")
    print("| rule | million rows | Spark, s | Spark, million rows/s | Polars lazy, s | Polars, million rows/s |")
    print("|---|---|---|---|---|---|")
    with TemporaryDirectory() as folder:
        for name in (PAYROLL, *SPARK_RULES):
            call: Callable[[Any], Any] = partial(js.frames.contributions, month=MONTH)
            if name != PAYROLL:
                call = js.frames.RULES[name].function
            for rows in SPARK_SIZES.get(name, (100_000,)):
                path = str(Path(folder, f"{name}_{rows}.parquet"))
                frame = wage_earners(pl, rows) if name == PAYROLL else rows_of(pl, name, rows)
                frame.write_parquet(path, row_group_size=rows // 8)
                done = call(spark.read.parquet(path))
                on_spark = least(done.write.format("noop").mode("overwrite").save)
                scanned = pl.scan_parquet(path)
                on_polars = least(partial(_streamed, call, scanned))
                size = rows / MILLION
                cells = [f"{on_spark:.2f}", f"{size / on_spark:.2f}", f"{on_polars:.2f}", f"{size / on_polars:.2f}"]
                print(f"| {name} | {size} | {' | '.join(cells)} |", flush=True)
    spark.stop()


def main() -> None:
    """Print what was asked for."""
    pl = installed("polars")
    if pl is None:
        return
    print(f"jamsostek {js.__version__}, Polars {version('polars')}, {pl.thread_pool_size()} threads\n")
    if "--spark-only" not in sys.argv:
        print_libraries(pl)
    if {"--spark", "--spark-only"} & set(sys.argv):
        print_spark(pl)


if __name__ == "__main__":
    main()
