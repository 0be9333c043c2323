"""Where careers are worked out: in memory, lazily, or partition by partition, as each library has it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial, reduce
from operator import or_
from typing import Any

import narwhals.stable.v2 as nw

from ._compounding import RESULTS, TWICE, Compounding
from ._contributions import ERROR, OK
from ._doors import implementation_of
from ._long import Long
from ._people import REASON, STATUS, people_of
from ._sheet import TEMPORARY
from ._texts import Spoken, texts_for
from ._years import AMOUNTS, DIGIT, FAULT, PRESENT, REDUCED, ROWS, YEAR, added_up, by_year

Words = tuple[str | None, ...]


def years_on(native: Any, asked: Long, prefix: str) -> Any:
    """The frame reduced to persons and years, as results."""
    reduced, words = _reduced(native, asked)
    if implementation_of(reduced) is nw.Implementation.DASK:
        meta = _shown(reduced._meta, asked.person, words, prefix)
        return reduced.map_partitions(_shown, asked.person, words, prefix, meta=meta)
    return _shown(reduced, asked.person, words, prefix)


def careers_on(native: Any, asked: Long, prefix: str) -> Any:
    """The frame reduced to persons, as results."""
    reduced, words = _reduced(native, asked)

    def work(years: Any) -> Any:
        compounding = Compounding(asked.until, asked.fill, asked.law, words)
        return people_of(years, asked.person, compounding, prefix)

    on = _ON.get(implementation_of(reduced), _in_memory)
    return on(reduced, asked.person, work, prefix)


def _reduced(native: Any, asked: Long) -> tuple[Any, Words]:
    """Persons by year in the library of the frame, and what the numbers of their faults stand for."""
    sources = asked.sources | {"month": asked.month}
    found = implementation_of(native)
    if found is nw.Implementation.PANDAS:
        return _reduced_pandas(native, asked, sources)
    if found is nw.Implementation.DASK:
        return _reduced_dask(native, asked, sources)
    if found is not nw.Implementation.POLARS:
        years, words = by_year(nw.from_native(native), asked, asked.sources, asked.month)
        return years.to_native(), words
    years, words = by_year(native.lazy(), asked, asked.sources, asked.month)
    reduced = years.to_native()
    return reduced if isinstance(nw.from_native(native), nw.LazyFrame) else reduced.collect(engine="streaming"), words


def _reduced_pandas(native: Any, asked: Long, sources: dict[str, str]) -> tuple[Any, Words]:
    from ._pandas import prepared

    given, found, family = prepared(native, sources)
    own = {name: source for name, source in found.items() if name != "month"}
    years, words = by_year(nw.from_native(given), asked, own, found["month"])
    return years.to_native().astype(dict.fromkeys((YEAR, *REDUCED), family.number)), words


def _reduced_dask(native: Any, asked: Long, sources: dict[str, str]) -> tuple[Any, Words]:
    """Each partition is reduced by itself; persons that lie in several are added up again."""

    def part(partition: Any) -> Any:
        return _reduced_pandas(partition, asked, sources)[0]

    meta, words = _reduced_pandas(native._meta, asked, sources)
    parts = native.map_partitions(part, meta=meta).shuffle(on=asked.person)

    def whole(partition: Any) -> Any:
        names = {name: name for name in REDUCED}
        return added_up(nw.from_native(partition), asked.person, YEAR, names).to_native().astype(meta.dtypes)

    return parts.map_partitions(whole, meta=meta), words


def _shown(native: Any, person: str, words: Words, prefix: str) -> Any:
    """The years as they are handed out: no amounts where something is wrong, its reason, no numbers between steps."""
    frame = nw.from_native(native)
    digits = (nw.col(PRESENT) // DIGIT**month for month in range(12))
    twice = reduce(or_, (digit - digit // DIGIT * DIGIT > 1 for digit in digits)) | (nw.col(ROWS) > 12)
    known = nw.when(twice & (nw.col(FAULT) < 1)).then(nw.lit(len(words), nw.Int64)).otherwise(nw.col(FAULT))
    frame = frame.with_columns(known.alias(FAULT))
    right = nw.col(FAULT) < 1
    frame = frame.select(
        person,
        nw.when(nw.col(YEAR) > 0).then(nw.col(YEAR)).alias(prefix + YEAR),
        *(nw.when(right).then(nw.col(name)).alias(prefix + name) for name in AMOUNTS),
        nw.col(FAULT).alias(_PLACE),
    )
    reasons = (*words, TWICE)
    texts = {
        prefix + STATUS: Spoken(_PLACE, (OK, *[ERROR] * len(words))),
        prefix + REASON: Spoken(_PLACE, reasons),
    }
    done = frame.with_columns(**texts_for(frame, texts)).drop(_PLACE).to_native()
    if implementation_of(done) is not nw.Implementation.PANDAS:
        return done
    from ._pandas import text_like

    return text_like(done, prefix + YEAR, list(texts))


_PLACE = f"{TEMPORARY}place"


def _in_memory(years: Any, person: str, work: Callable[[Any], Any], prefix: str) -> Any:
    """pandas, PyArrow and Polars; of a lazy Polars frame the plan is made, and nothing is run."""
    if not isinstance(nw.from_native(years), nw.LazyFrame):
        return work(years)
    import polars as pl

    texts = dict.fromkeys((prefix + STATUS, prefix + REASON), pl.String)
    numbers = dict.fromkeys((prefix + name for name in RESULTS), pl.Int64)
    schema = {person: years.collect_schema()[person], **numbers, **texts}
    pushed = dict.fromkeys(("predicate_pushdown", "projection_pushdown", "slice_pushdown"), False)
    return years.map_batches(work, schema=schema, **pushed)


def _on_duckdb(years: Any, _person: str, work: Callable[[Any], Any], _prefix: str) -> Any:
    import duckdb

    return duckdb.from_arrow(work(years.to_arrow_table()))


def _on_dask(years: Any, _person: str, work: Callable[[Any], Any], _prefix: str) -> Any:
    return years.map_partitions(work, meta=work(years._meta))


def _on_spark(years: Any, person: str, work: Callable[[Any], Any], prefix: str) -> Any:
    """The years of a person are brought together, and each partition is worked through in pieces."""
    from pyspark.sql.types import LongType, StringType, StructField, StructType

    results = [StructField(prefix + name, LongType()) for name in RESULTS]
    results += [StructField(prefix + name, StringType()) for name in (STATUS, REASON)]
    schema = StructType([years.schema[person], *results])
    together = years.repartition(person).sortWithinPartitions(person, YEAR)

    return together.mapInArrow(partial(in_batches, person=person, work=work), schema)


def in_batches(batches: Iterable[Any], person: str, work: Callable[[Any], Any]) -> Iterator[Any]:
    """A partition worked through in pieces, none of which cuts a person in two; Spark runs it where the data are."""
    for table in _whole_persons(batches, person):
        yield from work(table).to_batches()


def _whole_persons(batches: Iterable[Any], person: str) -> Iterator[Any]:
    """Tables in which no person is cut in two, out of batches in the order of persons."""
    import pyarrow as pa

    held: Any = None
    for batch in batches:
        table = pa.Table.from_batches([batch])
        held = table if held is None else pa.concat_tables([held, table])
        names = held[person]
        last, cut = names[-1], len(names)
        while cut and names[cut - 1] == last:
            cut -= 1
        if cut:
            yield held[:cut]
            held = held[cut:]
    if held is not None and len(held):
        yield held


_ON: dict[nw.Implementation, Callable[[Any, str, Callable[[Any], Any], str], Any]] = {
    nw.Implementation.DUCKDB: _on_duckdb,
    nw.Implementation.DASK: _on_dask,
    nw.Implementation.PYSPARK: _on_spark,
}
