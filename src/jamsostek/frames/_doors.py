"""Where frames come in and go out: which libraries are supported, and what each of them needs before and after."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import narwhals.stable.v2 as nw

from .. import errors
from ._sheet import ONE
from ._texts import Frame

SUPPORTED = "pandas, Polars, PyArrow, DuckDB, Dask and PySpark"
_WORKED_BY_NARWHALS = (
    nw.Implementation.POLARS,
    nw.Implementation.PYARROW,
    nw.Implementation.DUCKDB,
    nw.Implementation.PYSPARK,
)
Work = Callable[[Frame], Frame]


def implementation_of(native: Any) -> nw.Implementation:
    """The library a frame comes from. Raises ``UnsupportedFrame`` for any other than those that are supported."""
    # These two are not opened here: of Dask the partitions are, and pandas columns may still have one name twice.
    if nw.dependencies.is_dask_dataframe(native):
        return nw.Implementation.DASK
    if nw.dependencies.is_pandas_dataframe(native):
        return nw.Implementation.PANDAS
    try:
        found: nw.Implementation = nw.from_native(native).implementation
    except TypeError:
        raise errors.UnsupportedFrame(
            "frame",
            f"a {type(native).__name__} is no frame of a known library",
            f"give one of {SUPPORTED}; for one row, a dict",
        ) from None
    if found in _WORKED_BY_NARWHALS:
        return found
    raise errors.UnsupportedFrame("frame", f"{found} is not supported", f"give one of {SUPPORTED}, or convert to one")


def columns_of(native: Any) -> list[str]:
    """The names of a frame's columns, in order. Raises ``Contradiction`` where two are the same."""
    found = implementation_of(native)
    if found in (nw.Implementation.PANDAS, nw.Implementation.DASK):
        names = [str(name) for name in native.columns]
    elif found is nw.Implementation.PYARROW:
        names = list(native.column_names)
    else:
        names = nw.from_native(native).collect_schema().names()
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise errors.Contradiction("frame", f"two columns are called {', '.join(twice)}", "rename one of each")
    return names


def through(native: Any, sources: dict[str, str], work: Callable[[Frame, dict[str, str]], Frame]) -> Any:
    """Send a frame through some work and hand it back as what it was; lazy frames stay lazy.

    ``sources`` maps what is read to the columns it stands in; the work gets the frame and where it finds them now.
    """
    found = implementation_of(native)
    if found is nw.Implementation.DASK:
        # Its partitions are pandas frames, and are worked on as such.
        return native.map_partitions(_through_pandas, sources, work, meta=_through_pandas(native._meta, sources, work))
    if found is nw.Implementation.PANDAS:
        return _through_pandas(native, sources, work)
    frame = nw.from_native(native)
    if found is nw.Implementation.POLARS and isinstance(frame, nw.DataFrame):
        done = work(frame.lazy(), sources)
        return done.collect().to_native() if isinstance(done, nw.LazyFrame) else done.to_native()
    return work(frame, sources).to_native()


def _through_pandas(native: Any, sources: dict[str, str], work: Callable[[Frame, dict[str, str]], Frame]) -> Any:
    from ._pandas import prepared, results_as

    given, found, family = prepared(native, sources)
    done = work(nw.from_native(given), found).to_native()
    return results_as(family, done.drop(columns=[*found.values(), ONE]), native.columns)


def is_empty(native: Any) -> bool:
    """Whether a frame is known to have no rows; of lazy ones it is not known."""
    found = implementation_of(native)
    if found is nw.Implementation.DASK:
        return False
    frame = nw.from_native(native)
    return isinstance(frame, nw.DataFrame) and len(frame) == 0
