"""Measure what the contributions of a million workers cost: by library, by hand, by the peer, and as rows grow.

Run it with ``python tests/benchmarks/columns.py``; ``pip install -e '.[bench]'`` brings what it compares with. Polars
and NumPy are needed; pandas, PyArrow, DuckDB and the peer, OpenFisca-Core, are left out with a word where missing.

Ours are always the amounts, the totals, the status and the reason of every row. By hand are the six amounts alone, in
exact integers: once as ``with_columns`` of a frame, once lazy, where Polars works out once what several columns share.
About one row in a thousand has no wage. Before any clock starts, our amounts must equal those by hand in every row that
is right, and all libraries must give the same totals; where they do not, the script stops.

All of a million workers is measured in turns, in an order shuffled anew each round, after a round that is thrown away.
The plan of a call on Polars is kept for the next that asks the same; what it costs at first is given beside.
Garbage collection stays on; results are dropped off the clock. What pandas, PyArrow and DuckDB have to reach is given
for a machine on which Polars by hand does 50 million workers per second, and scaled to this one.

The peer calculates in 32-bit floats and does not round. Its calculation is measured on a simulation at hand, its
results dropped off the clock: once with the rate of each risk group looked up in its parameters, as its manual has it,
which is a step in Python for every worker, and once with the five rates picked from an array, which is none.

A benchmark fails no build: the exit code is 0 whether limits hold or not, and where the peer is missing.
"""

from __future__ import annotations

import platform
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from importlib.metadata import version
from random import Random
from statistics import median
from time import perf_counter
from typing import Any, NamedTuple

from bill import AMOUNTS, MONTH, tax_benefit_system

import jamsostek as js

MILLION = 1_000_000
ROUNDS = 9
CALLS = 3  # a turn, so that most find the memory that a library keeps at hand
SIZES = (1, 2, 5, 10)  # million rows
SEED = 2026
WAGES = 1_500_000, 30_000_000
INCOMES = 500_000, 12_000_000
FIRST, LAST = "2015-07", "2027-02"
HIRED = 0.7
WRONG = 1_000  # one row in so many
CEILING = 11_086_300

REFERENCE = 50  # million workers per second by hand, where the rates below are asked for
RATES = {"pandas, NumPy types": 4, "pandas, Arrow types": 4, "PyArrow": 4, "DuckDB": 8}
ONE_MONTH_LIMIT, MIXED_LIMIT, PEER_LIMIT = 1.5, 3, 10
MEMORY_LIMIT = 8  # GB

EAGER, LAZY = "by hand, Polars eager", "by hand, Polars lazy"
POLARS = "Polars, one month"
DATES, TEXTS = "Polars, mixed months as dates", "Polars, mixed months as texts"
PAYERS = "Polars, mixed months as dates, and who pays for each"
LOOKED_UP, BUILT = "OpenFisca, calculate", "OpenFisca, build and calculate"
PICKED = "OpenFisca, calculate, rates picked as an array"

Call = Callable[[], Any]


class Case(NamedTuple):
    """What is timed, and what goes before it off the clock."""

    call: Call
    before: Call = lambda: None


class Took(NamedTuple):
    """The seconds of a case."""

    median: float
    least: float

    @classmethod
    def of(cls, seconds: list[float]) -> Took:
        return cls(median(seconds), min(seconds))


class Limit(NamedTuple):
    """A limit: what was measured, by medians and by the least times, and what it has to be."""

    what: str
    found: float
    by_least: float
    limit: float
    at_least: bool = False

    def __str__(self) -> str:
        holds = self.found >= self.limit if self.at_least else self.found <= self.limit
        times = self.limit / self.found if self.at_least else self.found / self.limit
        sign = "≥" if self.at_least else "≤"
        verdict = "holds" if holds else f"missed by a factor of {times:.2f}"
        return f"| {self.what} | {self.found:.2f} | {self.by_least:.2f} | {sign} {self.limit:.3g} | {verdict} |"


def by_turns(cases: Mapping[str, Case]) -> dict[str, Took]:
    """The times of each case over the rounds, some calls each turn, after a round that is thrown away."""
    seconds: dict[str, list[float]] = {name: [] for name in cases}
    shuffle = Random(SEED).shuffle
    for turn in range(ROUNDS + 1):
        order = list(cases)
        shuffle(order)
        for name in (name for name in order for _ in range(CALLS)):
            cases[name].before()
            start = perf_counter()
            result = cases[name].call()
            took = perf_counter() - start
            del result
            if turn:
                seconds[name].append(took)
    return {name: Took.of(found) for name, found in seconds.items()}


def installed(name: str) -> Any:
    """A library, or None with a word where it is missing."""
    try:
        return import_module(name)
    except ImportError as error:
        print(f"{name} was NOT measured: {error}.\n")
        return None


def wage_earners(pl: Any, rows: int) -> Any:
    """Wages and risk groups; one row in a thousand has no wage."""
    numpy = import_module("numpy")
    draw = numpy.random.default_rng(SEED)
    wages = pl.Series("wage", draw.integers(*WAGES, rows, endpoint=True))
    groups = pl.Series("risk_group", draw.integers(1, 5, rows, endpoint=True))
    known = pl.Series(draw.integers(0, WRONG, rows) > 0)
    return pl.DataFrame([wages, groups]).with_columns(pl.when(known).then(pl.col("wage")))


def mixed_people(pl: Any, rows: int) -> Any:
    """Wage earners and self-employed of all months, the latter with what their relief of 2026 asks."""
    numpy = import_module("numpy")
    draw = numpy.random.default_rng(SEED)

    def some(words: list[str], name: str) -> Any:
        return pl.Series(name, words).gather(draw.integers(0, len(words), rows))

    hired, known = pl.Series(draw.random(rows) < HIRED), pl.Series(draw.integers(0, WRONG, rows) > 0)
    drawn = pl.DataFrame(
        [
            pl.Series("wage", draw.integers(*WAGES, rows, endpoint=True)),
            pl.Series("risk_group", draw.integers(1, 5, rows, endpoint=True)),
            pl.Series("income", draw.integers(*INCOMES, rows, endpoint=True)),
            some(["transport", "other"], "sector"),
            some(["self", "group", "donor", "village_budget", "regional_budget"], "paid_by"),
            some([str(month) for month in js.months(FIRST, LAST)], "text"),
        ]
    )
    return drawn.with_columns(
        pl.when(hired & known).then(pl.col("wage")),
        pl.when(hired).then(pl.col("risk_group")),
        pl.when(~hired & known).then(pl.col("income")),
        pl.when(~hired).then(pl.col("sector", "paid_by")),
        (pl.col("text") + "-01").str.to_date().alias("date"),
    )


def six_by_hand(pl: Any) -> dict[str, Any]:
    """The six amounts of March 2026 as expressions, exact and half up; a gap in the wage is one in the amounts."""
    wage, group = pl.col("wage"), pl.col("risk_group")
    rate = pl.when(group == 1).then(24).when(group == 2).then(54).when(group == 3).then(89)
    rate = rate.when(group == 4).then(127).otherwise(174)
    capped = wage.clip(upper_bound=CEILING)
    return {
        "jkk_employer": (wage * rate + 5_000) // 10_000,
        "jkm_employer": (wage * 30 + 5_000) // 10_000,
        "jht_employer": (wage * 37 + 500) // 1_000,
        "jht_worker": (wage * 2 + 50) // 100,
        "jp_employer": (capped * 2 + 50) // 100,
        "jp_worker": (capped + 50) // 100,
    }


def ours(frame: Any, month: str = MONTH) -> Any:
    return js.frames.contributions(frame, month=month)


def check_by_hand(pl: Any, done: Any, by_hand: Any) -> None:
    """Stop where an amount is not that by hand, or a row is right that should not be, or wrong."""
    right = done.filter(pl.col("status") == "ok")
    known = by_hand.filter(pl.col("wage").is_not_null())
    same = right.select("wage", "risk_group", *AMOUNTS).equals(known.select("wage", "risk_group", *AMOUNTS))
    assert same, "our six amounts are not those by hand"
    wrong = done.filter(pl.col("status") == "error")
    assert len(right) + len(wrong) == len(done), "a status is neither ok nor error"
    print(f"The six amounts equal those by hand in {len(right):_} rows; {len(wrong):_} of {len(done):_} are wrong:")
    print(", ".join(f"{reason} ({count:_})" for reason, count in wrong["reason"].value_counts().rows()), end="\n\n")


def library_cases(pl: Any, people: Any, totals: Any) -> dict[str, Case]:
    """One month in the other libraries, once their totals are seen to be the same; those that are installed."""
    found: dict[str, Case] = {}
    if installed("pyarrow") is None:
        print("Without it, pandas and DuckDB were not measured either.\n")
        return found
    if installed("pandas") is not None:
        plain, on_arrow = people.to_pandas(), people.to_pandas(use_pyarrow_extension_array=True)
        found["pandas, NumPy types"] = Case(lambda: ours(plain))
        found["pandas, Arrow types"] = Case(lambda: ours(on_arrow))
    table = people.to_arrow()
    found["PyArrow"] = Case(lambda: ours(table))
    duckdb = installed("duckdb")
    if duckdb is not None:
        found["DuckDB"] = Case(lambda: ours(duckdb.from_arrow(table)).to_arrow_table())
    for name, case in found.items():
        found_here = pl.Series("total", case.call()["total"])
        assert found_here.sort().equals(totals.sort()), f"{name} does not agree with Polars"
        if not found_here.equals(totals):
            print(f"{name} agrees with Polars, but its rows came back in ANOTHER ORDER.\n")
    return found


def with_rates_picked(system: Any) -> Any:
    """The peer with the rate of each worker taken from an array of the five."""
    numpy, variables = import_module("numpy"), import_module("openfisca_core.variables")

    def formula(person: Any, period: Any, parameters: Any) -> Any:
        by_group = parameters(period).jkk.employer
        rates = numpy.array([by_group[str(group)] for group in range(1, 6)], dtype=numpy.float32)
        return person("wage", period) * rates[person("risk_group", period) - 1]

    old = system.get_variable("jkk_employer")
    facts = {"value_type": float, "entity": old.entity, "definition_period": old.definition_period, "label": old.label}
    system.replace_variable(type("jkk_employer", (variables.Variable,), {**facts, "formula": formula}))
    return system


def peer_cases(people: Any, done: Any) -> dict[str, Case]:
    """The peer's ways to the six amounts of a whole population; its totals are printed beside the exact ones."""
    try:
        system, picking = tax_benefit_system(), with_rates_picked(tax_benefit_system())
        builder = import_module("openfisca_core.simulations").SimulationBuilder
        month = import_module("openfisca_core.periods").period(MONTH)
    except ImportError as error:
        print(f"The peer was NOT measured: {error}. `pip install openfisca-core` brings it.\n")
        return {}
    numpy = import_module("numpy")
    given = {"wage": people["wage"].fill_null(0).to_numpy(), "risk_group": people["risk_group"].to_numpy()}

    def build(system: Any) -> Any:
        simulation = builder.build_default_simulation(system, len(people))
        for name, values in given.items():
            simulation.set_input(name, month, values)
        return simulation

    def six(simulation: Any) -> dict[str, Any]:
        return {name: simulation.calculate(name, month) for name in AMOUNTS}

    def emptied(simulation: Any) -> None:
        for name in AMOUNTS:
            simulation.delete_arrays(name)

    looked_up, picked = build(system), build(picking)
    theirs = six(looked_up)
    assert all(numpy.allclose(theirs[name], amounts) for name, amounts in six(picked).items()), "its two ways differ"
    print(f"OpenFisca-Core {version('openfisca-core')}, NumPy {version('numpy')}: its totals are sums in 64 bits.\n")
    print("| rupiah of all workers | exact | OpenFisca | difference | amounts off once rounded |")
    print("|---|---|---|---|---|")
    sums: list[tuple[str, int, float, int]] = []
    for name in AMOUNTS:
        exact = done[name].fill_null(0).to_numpy()
        off = int((numpy.floor(theirs[name].astype(float) + 0.5) != exact).sum())
        sums.append((name, int(exact.sum()), float(theirs[name].sum(dtype=float)), off))
    sums.append(("all six", sum(row[1] for row in sums), sum(row[2] for row in sums), sum(row[3] for row in sums)))
    for name, exact, float_sum, off in sums:
        print(f"| {name} | {exact:,} | {float_sum:,.0f} | {float_sum - exact:+,.0f} | {off:,} |")
    print()
    return {
        LOOKED_UP: Case(lambda: six(looked_up), lambda: emptied(looked_up)),
        PICKED: Case(lambda: six(picked), lambda: emptied(picked)),
        BUILT: Case(lambda: six(build(system))),
    }


def limits(took: Mapping[str, Took]) -> Iterator[Limit]:
    """What has to hold of the times of a million workers."""

    def ratio(what: str, other: str, limit: float, *, at_least: bool = False) -> Limit:
        over, under = (took[other], took[what]) if at_least else (took[what], took[other])
        said = f"{other} / {what}" if at_least else f"{what} / {other}"
        return Limit(said, over.median / under.median, over.least / under.least, limit, at_least)

    yield ratio(POLARS, EAGER, ONE_MONTH_LIMIT)
    for what in (DATES, PAYERS, TEXTS):
        yield ratio(what, EAGER, MIXED_LIMIT)
    for other in (LOOKED_UP, BUILT):
        if other in took:
            yield ratio(POLARS, other, PEER_LIMIT, at_least=True)
    scale = 1 / took[EAGER].median / REFERENCE
    for what, rate in RATES.items():
        if what in took:
            raw, best = 1 / took[what].median, 1 / took[what].least
            said = f"{what}, million workers/s; {rate} scaled by {scale:.2f}"
            yield Limit(said, raw, best, rate * scale, at_least=True)


def million_cases(pl: Any) -> dict[str, Case]:
    """All that is timed on a million workers."""
    people, mixed, six = wage_earners(pl, MILLION), mixed_people(pl, MILLION), six_by_hand(pl)
    with_payers, by_text = mixed.drop("text"), mixed.drop("date", "paid_by")
    by_date = with_payers.drop("paid_by")
    done = ours(people)
    check_by_hand(pl, done, people.with_columns(**six))
    counts = ours(by_date, "date")["status"].value_counts(sort=True).rows()
    print(f"{DATES}: {', '.join(f'{count:_} {status}' for status, count in counts)}\n")
    return {
        POLARS: Case(lambda: ours(people)),
        EAGER: Case(lambda: people.with_columns(**six)),
        LAZY: Case(lambda: people.lazy().with_columns(**six).collect()),
        DATES: Case(lambda: ours(by_date, "date")),
        PAYERS: Case(lambda: ours(with_payers, "date")),
        TEXTS: Case(lambda: ours(by_text, "text")),
        **library_cases(pl, people, done["total"]),
        **peer_cases(people, done),
    }


def print_million(took: Mapping[str, Took]) -> None:
    print("| a million workers | median | least | million workers/s | median / by hand, eager |\n|---|---|---|---|---|")
    for name, each in took.items():
        cells = f"{each.median * 1e3:.1f} ms", f"{each.least * 1e3:.1f} ms", f"{1 / each.median:.2f}"
        print(f"| {name} | {' | '.join(cells)} | {each.median / took[EAGER].median:.2f} |")
    print("\n| limit | found | by least times | limit | verdict |\n|---|---|---|---|---|", *limits(took), sep="\n")
    for other in (LAZY, PICKED):
        if other in took:
            mine, theirs = took[POLARS], took[other]
            ratios = f"{mine.median / theirs.median:.2f} | {mine.least / theirs.least:.2f}"
            print(f"| {POLARS} / {other} | {ratios} | none | |")
    print()


def print_planning(pl: Any) -> None:
    """What the first call of its kind costs more: planning, without the rows."""
    for name, people, month in (
        (POLARS, wage_earners(pl, 1), MONTH),
        (PAYERS, mixed_people(pl, 1).drop("text"), "date"),
    ):
        lazy, seconds = people.lazy(), []
        for at in range(CALLS * ROUNDS):  # another prefix is another plan
            start = perf_counter()
            js.frames.contributions(lazy, month=month, prefix=f"at_{at}_")
            seconds.append(perf_counter() - start)
        print(f"{name}: planning takes {median(seconds) * 1e3:.1f} ms at first")
    print()


def print_growth(pl: Any) -> None:
    whole = wage_earners(pl, max(SIZES) * MILLION)

    def of(size: int) -> Case:
        part = whole.head(size * MILLION)
        return Case(lambda: ours(part))

    took = by_turns({str(size): of(size) for size in SIZES})
    first = took[str(SIZES[0])].median / SIZES[0]
    print(f"| {POLARS}, million rows | median | median per million | least per million | to the first |")
    print("|---|---|---|---|---|")
    for size in SIZES:
        middle, least = took[str(size)]
        each = middle / size
        cells = f"{middle * 1e3:.1f} ms | {each * 1e3:.1f} ms | {least / size * 1e3:.1f} ms | {each / first:.2f}"
        print(f"| {size} | {cells} |")
    print()


def print_memory(what: str) -> None:
    resource = installed("resource")
    if resource is not None:
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if platform.system() == "Darwin" else 1024)
        print(f"Most memory {what}: {peak / 1e9:.2f} GB, limit {MEMORY_LIMIT} GB\n")


def main() -> None:
    print(f"jamsostek {js.__version__}, {platform.python_implementation()} {platform.python_version()}\n")
    pl = installed("polars")
    if pl is None:
        return
    print(f"Polars {version('polars')}, Narwhals {version('narwhals')}, {pl.thread_pool_size()} threads\n")
    print_million(by_turns(million_cases(pl)))
    print_planning(pl)
    print_memory(f"up to {MILLION:_} rows")
    print_growth(pl)
    print_memory(f"up to {max(SIZES) * MILLION:_} rows")


if __name__ == "__main__":
    main()
