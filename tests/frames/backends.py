"""One constructor for a frame of every supported library, and one way back to plain rows."""

import importlib.util
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

import pytest

from .rows import Row

TYPES = {
    "id": "int64",
    "person": "int64",
    "paid": "bool",
    "type": "string",
    "month": "string",
    "wage": "int64",
    "income": "int64",
    "risk_group": "int64",
    "active_workers": "int64",
    "paid_up_to": "string",
    "born": "date32",
    "registered": "date32",
    "citizen": "bool",
    "six_months": "bool",
    "in_jkk": "bool",
    "in_jkm": "bool",
    "in_jht": "bool",
    "in_jp": "bool",
    **dict.fromkeys(("died", "accident_on", "found_on", "ended", "dismissed", "claimed", "approved"), "date32"),
    **dict.fromkeys(("new_job", "paid_on", "acquired", "first_paid_on", "ordered"), "date32"),
    **dict.fromkeys(("work_related", "never_registered", "willing", "in_jkp", "tax_number", "resident"), "bool"),
    **dict.fromkeys(("arrears", "months", "days", "wage_paid", "months_paid", "months_in_a_row"), "int64"),
    **dict.fromkeys(("amount", "paid_before", "paid_this_year", "value"), "int64"),
}


def _arrow(rows: list[Row]) -> Any:
    import pyarrow as pa

    kinds = {"int64": pa.int64(), "string": pa.string(), "date32": pa.date32(), "bool": pa.bool_()}
    schema = pa.schema([(name, kinds[TYPES.get(name, "string")]) for name in rows[0]])
    return pa.Table.from_pylist(rows, schema)


def _polars(rows: list[Row]) -> Any:
    import polars as pl

    kinds = {"int64": pl.Int64, "string": pl.String, "date32": pl.Date, "bool": pl.Boolean}
    return pl.DataFrame(rows, schema={name: kinds[TYPES.get(name, "string")] for name in rows[0]})


def _polars_lazy(rows: list[Row]) -> Any:
    return _polars(rows).lazy()


def _pandas(rows: list[Row]) -> Any:
    """As a CSV file or plain Python would give it: whole numbers beside gaps are floats, flags objects."""
    import pandas as pd

    frame = pd.DataFrame(rows)
    dates = [name for name in frame.columns if TYPES.get(name) == "date32"]
    return frame.assign(**{name: pd.to_datetime(frame[name]) for name in dates})


def _pandas_nullable(rows: list[Row]) -> Any:
    return _pandas(rows).convert_dtypes(dtype_backend="numpy_nullable")


def _pandas_pyarrow(rows: list[Row]) -> Any:
    import pandas as pd

    return _arrow(rows).to_pandas(types_mapper=pd.ArrowDtype)


def _duckdb(rows: list[Row]) -> Any:
    import duckdb

    return duckdb.from_arrow(_arrow(rows))


def _dask(rows: list[Row]) -> Any:
    import dask.dataframe as dd

    return dd.from_pandas(_pandas_nullable(rows), npartitions=2)


def _pyspark(rows: list[Row]) -> Any:
    return spark_session().createDataFrame(_arrow(rows))


@cache
def spark_session() -> Any:
    from pyspark.sql import SparkSession

    return (
        SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .getOrCreate()
    )


_MAKERS: dict[str, tuple[Callable[[list[Row]], Any], tuple[str, ...]]] = {
    "polars": (_polars, ("polars",)),
    "polars-lazy": (_polars_lazy, ("polars",)),
    "pyarrow": (_arrow, ("pyarrow",)),
    "pandas": (_pandas, ("pandas",)),
    "pandas-nullable": (_pandas_nullable, ("pandas",)),
    "pandas-pyarrow": (_pandas_pyarrow, ("pandas", "pyarrow")),
    "duckdb": (_duckdb, ("duckdb", "pyarrow")),
    "dask": (_dask, ("dask", "pandas")),
    "pyspark": (_pyspark, ("pyspark", "pyarrow")),
}
NAMES = tuple(_MAKERS)


def constructor(name: str) -> Callable[[list[Row]], Any]:
    """The constructor of a library's frames; skips the test where the library is not installed."""
    make, needs = _MAKERS[name]
    missing = [each for each in needs if importlib.util.find_spec(each) is None]
    if missing:
        pytest.skip(f"{', '.join(missing)} not installed")
    return make


def plain(native: Any) -> list[Row]:
    """The rows of a frame as dictionaries in the order of their ids, gaps as None."""
    if hasattr(native, "toArrow"):
        native = native.toArrow()
    elif type(native).__module__.startswith("dask."):
        native = native.compute()
    elif type(native).__name__ == "LazyFrame":
        native = native.collect()
    elif type(native).__name__ == "DuckDBPyRelation":
        native = native.to_arrow_table()
    found: Iterable[Row]
    if hasattr(native, "to_pylist"):
        found = native.to_pylist()
    elif hasattr(native, "to_dicts"):
        found = native.to_dicts()
    else:
        found = native.astype(object).where(native.notna(), None).to_dict("records")
    rows = list(found)
    return sorted(rows, key=lambda row: row["id"]) if rows and "id" in rows[0] else rows
