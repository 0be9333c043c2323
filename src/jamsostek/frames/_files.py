"""Files larger than memory: batches of rows in, the columns of a rule beside them, batches out, never half a file."""

from __future__ import annotations

import csv
import os
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import Any, NamedTuple

from .. import errors

try:
    import polars as pl
except ImportError as missing:
    raise errors.MissingExtra(
        "files", "polars is not installed", "install the extra: pip install 'jamsostek[files]'"
    ) from missing

from .._written import _SEPARATORS
from ._cells import DTYPES, READ, Cells, cells, marked
from ._columns import Column
from ._contributions import ERROR
from ._verdicts import UNDETERMINED

SUFFIXES = (".parquet", ".csv")
# A frame, where its facts stand, and a prefix: the frame with the results.
Work = Callable[[pl.LazyFrame, dict[str, str | None]], pl.LazyFrame]
Progress = Callable[[int, int | None], None]


class Asked(NamedTuple):
    """What is asked of a file: which columns a rule reads, where the caller has them, what goes before the results.

    ``added`` is a result of which the sum over all rows is told, None: none.
    """

    columns: Mapping[str, Column]
    named: Mapping[str, str | None]
    prefix: str
    work: Work
    added: str | None = None


class Told(NamedTuple):
    """What came of a file: the rows, how many have which reason by status, and the sum that was asked for, rupiah.

    ``summed`` is how many rows have an amount that stands in the sum; the others are wrong or hang on a missing fact.
    """

    rows: int
    reasons: dict[tuple[str, str | None], int]
    total: int
    summed: int

    @property
    def wrong(self) -> int:
        """The rows that are wrong."""
        return self._of(ERROR)

    @property
    def undetermined(self) -> int:
        """The rows that hang on a fact that is missing."""
        return self._of(UNDETERMINED)

    def _of(self, wanted: str) -> int:
        return sum(count for (status, _), count in self.reasons.items() if status == wanted)


def stream(source: Path, target: Path, asked: Asked, *, overwrite: bool, progress: Progress) -> Told:
    """Work a file out into another; the other is there whole, or not at all.

    Raises ``UnreadableFile``, ``UnwritableFile``, and what the rule raises of columns.
    """
    _check_names(source, target, overwrite=overwrite)
    given, separator = _opened(source)
    done = _planned(given, source.suffix == ".csv", asked)
    watch = _Watch(asked, _length(given, source), progress)
    schema = done.collect_schema()
    watched = done.map_batches(watch.see, schema=schema, streamable=True, validate_output_schema=False)
    with _half_written(target) as half, _told(source):
        if target.suffix == ".csv":
            watched.sink_csv(half, separator=separator)
        else:
            watched.sink_parquet(half)
    return Told(watch.rows, dict(watch.reasons), watch.total, watch.summed)


def _check_names(source: Path, target: Path, *, overwrite: bool) -> None:
    faults: list[errors.JamsostekError] = [
        errors.WrongType(str(path), "it is no Parquet and no CSV file", f"give a name in {' or '.join(SUFFIXES)}")
        for path in (source, target)
        if path.suffix not in SUFFIXES
    ]
    if not source.is_file():
        faults.append(errors.UnreadableFile(str(source), "there is no such file", "give the name of one"))
    elif target.exists() and target.samefile(source):
        faults.append(errors.UnwritableFile(str(target), "it is the file that is read", "give another name"))
    elif target.exists() and not overwrite:
        faults.append(errors.UnwritableFile(str(target), "it exists", "give another name, or --overwrite"))
    errors.raise_together("files", faults)


def _opened(source: Path) -> tuple[pl.LazyFrame, str]:
    """The file as a frame that is not read yet, and what parts the cells of a CSV file, all of whose cells are text."""
    with _told(source):
        if source.suffix == ".parquet":
            found = pl.scan_parquet(source)
            found.collect_schema()
            return found, ","
        separator = _separator(source)
        _check_header(source, separator)
        found = pl.scan_csv(source, infer_schema=False, separator=separator)
        found.collect_schema()
        return found, separator


def _separator(source: Path) -> str:
    with source.open(encoding="utf-8-sig") as lines:
        return max(_SEPARATORS, key=lines.readline().count)


def _check_header(source: Path, separator: str) -> None:
    """Refuse two columns of one name, of which Polars would rename one."""
    with source.open(newline="", encoding="utf-8-sig") as lines:
        names = next(csv.reader(lines, delimiter=separator), [])
    twice = sorted({repr(name) for name in names if names.count(name) > 1})
    if twice:
        raise errors.Contradiction(str(source), f"two columns are called {', '.join(twice)}", "rename one of each")


def _length(given: pl.LazyFrame, source: Path) -> int | None:
    """How many rows there are, None where the whole file would have to be read for it."""
    if source.suffix == ".csv":
        return None
    return int(given.select(pl.len()).collect().item())


def _planned(given: pl.LazyFrame, is_text: bool, asked: Asked) -> pl.LazyFrame:
    """The frame with the results, not run yet."""
    names = given.collect_schema().names()
    sources = {name: asked.named.get(name, name) for name in asked.columns}
    if not is_text:
        return asked.work(given, dict(asked.named))
    read_from = {name: source for name, source in sources.items() if source is not None and source in names}
    # Faults of the call are told by the names that the file has.
    kinds: dict[str, Any] = dict.fromkeys(names, pl.String)
    kinds |= {source: DTYPES[asked.columns[name].holds] for name, source in read_from.items()}
    asked.work(pl.LazyFrame(schema=kinds), dict(asked.named))
    found = cells(asked.columns, read_from)
    read = given.with_columns(**found.copies)
    done = asked.work(read, dict(asked.named) | {name: READ + name for name in read_from})
    return _without_copies(done, found, names, asked.prefix)


def _without_copies(done: pl.LazyFrame, found: Cells, names: list[str], prefix: str) -> pl.LazyFrame:
    results = [name for name in done.collect_schema().names() if name not in names and name not in found.copies]
    return marked(done, found, results, prefix).select(*names, *results)


class _Watch:
    """Counts what passes."""

    def __init__(self, asked: Asked, length: int | None, progress: Progress) -> None:
        self.rows = self.total = self.summed = 0
        self.reasons: Counter[tuple[str, str | None]] = Counter()
        self._status, self._reason = f"{asked.prefix}status", f"{asked.prefix}reason"
        self._added = None if asked.added is None else asked.prefix + asked.added
        self._length, self._progress, self._lock = length, progress, Lock()

    def see(self, batch: pl.DataFrame) -> pl.DataFrame:
        """Count a batch, and pass it on."""
        told = batch.group_by(self._status, self._reason).len().rows()
        total = summed = 0
        if self._added is not None:
            amounts = batch[self._added].drop_nulls()
            total, summed = int(amounts.sum()), len(amounts)
        with self._lock:  # batches come from several threads
            self.rows += len(batch)
            self.total += total
            self.summed += summed
            for status, reason, count in told:
                self.reasons[status, reason] += count
            self._progress(self.rows, self._length)
        return batch


@contextmanager
def _half_written(target: Path) -> Iterator[Path]:
    """A file beside the target, which takes its name once it is whole, and is gone if it never is."""
    half = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        half.open("xb").close()
    except OSError as error:
        raise errors.UnwritableFile(
            str(target), f"it cannot be written: {error.strerror}", "give another name"
        ) from None
    try:
        yield half
        with half.open("rb+") as written:
            os.fsync(written.fileno())
        half.replace(target)
    except OSError as error:
        raise errors.UnwritableFile(str(target), f"it cannot be written: {error}", "mend that, and run again") from None
    finally:
        half.unlink(missing_ok=True)


@contextmanager
def _told(source: Path) -> Iterator[None]:
    """Tell what Polars says of a file that it cannot read."""
    try:
        yield
    except (pl.exceptions.PolarsError, UnicodeError) as error:
        fault = _csv_fault(source) if source.suffix == ".csv" else None
        what, mend = fault or (str(error).strip().splitlines()[0], "mend the file")
        raise errors.UnreadableFile(str(source), f"it cannot be read: {what}", mend) from None


def _csv_fault(source: Path) -> tuple[str, str] | None:
    """The first line that cannot be read, which Polars does not name, and what mends it; None where none is found."""
    with source.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            try:
                line.decode()
            except UnicodeDecodeError:
                return f"line {number} is not in UTF-8", "save the file in UTF-8"
    with source.open(newline="", encoding="utf-8-sig") as text:
        rows, at = csv.reader(text, delimiter=_separator(source), strict=True), 1
        try:
            width, at = len(next(rows, [])), rows.line_num + 1
            for row in rows:
                if len(row) > width:
                    return f"line {at} has {len(row)} cells, and the header {width}", "mend the line"
                at = rows.line_num + 1
        except csv.Error as wrong:
            return f"line {at}: {wrong}", "mend the line"
    return None
