"""Measure what a bill costs: one bill, its explanation, a working life of bills, and the import.

Run it with ``python tests/benchmarks/bill.py``; ``pip install -e '.[bench]'`` brings the peer, OpenFisca-Core.

It prints a Markdown table. The last column is the peer or the limit divided by jamsostek: above 1 means faster than the
peer, or within the limit. Every time is a median. What is compared is measured in turns, so that a slow spell of the
machine meets all of it, and garbage collection stays on. Import times are those of fresh interpreters, less the time of
an interpreter that does nothing.

The peer computes the same six amounts for one person and one month, with rates and ceiling looked up by date. It is
measured as it is used for one person (build a simulation, calculate) and in the calculation alone, its results dropped
off the clock, once by ``delete_arrays`` and once by a fresh clone. Its month is parsed beforehand, that of jamsostek in
every bill. OpenFisca is made for whole populations at once; how it does there is not measured here.

A benchmark fails no build: the exit code is 0 whether limits hold or not, and where the peer is missing.
"""

from __future__ import annotations

import json
import platform
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from importlib.metadata import version
from statistics import median
from time import perf_counter
from typing import Any, NamedTuple

import jamsostek as js

MONTH = "2026-03"
WAGE = 12_000_000
GROUP = 2
SLACK = 1  # rupiah: the peer calculates in 32-bit floats and does not round

JKK_RATES = {"1": 0.0024, "2": 0.0054, "3": 0.0089, "4": 0.0127, "5": 0.0174}
CEILINGS = {"2024-03-01": 10_042_300, "2025-03-01": 10_547_400, "2026-03-01": 11_086_300}
AMOUNTS = ("jkk_employer", "jkm_employer", "jht_employer", "jht_worker", "jp_employer", "jp_worker")

US, MS = 1e6, 1e3
Clocked = Callable[[], float]

PASS = "pass"
UNIT = "import attrs, dateutil"
IMPORT = "import jamsostek"
FIRST_BILL = (
    f'import jamsostek as js; js.contributions(js.WageEarner(wage={WAGE:_}, risk_group={GROUP}), month="{MONTH}")'
)
LISTED = f"""
import json, sys
before = set(sys.modules)
{FIRST_BILL}
print(json.dumps(sorted({{name.partition(".")[0] for name in set(sys.modules) - before}})))
"""
EXPECTED = frozenset(("attr", "attrs", "dateutil", "six", "jamsostek"))


class Row(NamedTuple):
    """A row of the table; both numbers are in the unit."""

    what: str
    ours: float
    theirs: float
    unit: str
    label: str = "limit"

    def __str__(self) -> str:
        cells = self.what, f"{self.ours:.4g} {self.unit}", f"{self.label} {self.theirs:.4g} {self.unit}"
        return f"| {' | '.join(cells)} | {self.theirs / self.ours:.2f} |"


def clocked(call: Callable[[Any], object], prepare: Callable[[], Any] = lambda: None) -> Clocked:
    """One timed call, in seconds; ``prepare`` runs before the clock starts and gives the argument."""

    def run() -> float:
        argument = prepare()
        start = perf_counter()
        call(argument)
        return perf_counter() - start

    return run


def medians(cases: Mapping[str, Clocked], *, rounds: int, calls: int) -> dict[str, float]:
    """The median seconds of each case; every round runs ``calls`` of each, after one round that is thrown away."""
    seconds: dict[str, list[float]] = {name: [] for name in cases}
    for turn in range(rounds + 1):
        for name, run in cases.items():
            found = [run() for _ in range(calls)]
            if turn:
                seconds[name] += found
    return {name: median(found) for name, found in seconds.items()}


def dated(value: float) -> dict[str, Any]:
    return {"values": {"2015-07-01": {"value": value}}}


def tax_benefit_system() -> Any:
    """The smallest OpenFisca country that knows the six amounts."""
    core = {
        name: import_module(f"openfisca_core.{name}")
        for name in ("entities", "parameters", "periods", "taxbenefitsystems", "variables")
    }
    person = core["entities"].build_entity(key="person", plural="persons", label="A person", is_person=True)
    system = core["taxbenefitsystems"].TaxBenefitSystem([person])
    system.parameters = core["parameters"].ParameterNode(
        "",
        data={
            "jkk": {"employer": {group: dated(rate) for group, rate in JKK_RATES.items()}},
            "jkm": {"employer": dated(0.003)},
            "jht": {"employer": dated(0.037), "worker": dated(0.02)},
            "jp": {
                "employer": dated(0.02),
                "worker": dated(0.01),
                "ceiling": {"values": {since: {"value": value} for since, value in CEILINGS.items()}},
            },
        },
    )
    minimum = import_module("numpy").minimum

    def jkk_employer(person: Any, period: Any, parameters: Any) -> Any:
        return person("wage", period) * parameters(period).jkk.employer[person("risk_group", period)]

    def jkm_employer(person: Any, period: Any, parameters: Any) -> Any:
        return person("wage", period) * parameters(period).jkm.employer

    def jht_employer(person: Any, period: Any, parameters: Any) -> Any:
        return person("wage", period) * parameters(period).jht.employer

    def jht_worker(person: Any, period: Any, parameters: Any) -> Any:
        return person("wage", period) * parameters(period).jht.worker

    def jp_employer(person: Any, period: Any, parameters: Any) -> Any:
        jp = parameters(period).jp
        return minimum(person("wage", period), jp.ceiling) * jp.employer

    def jp_worker(person: Any, period: Any, parameters: Any) -> Any:
        jp = parameters(period).jp
        return minimum(person("wage", period), jp.ceiling) * jp.worker

    def add(name: str, kind: type, **formula: Callable[..., Any]) -> None:
        facts = {"value_type": kind, "entity": person, "definition_period": core["periods"].DateUnit.MONTH}
        system.add_variable(type(name, (core["variables"].Variable,), {**facts, "label": name, **formula}))

    add("wage", float)
    add("risk_group", int)
    for formula in (jkk_employer, jkm_employer, jht_employer, jht_worker, jp_employer, jp_worker):
        add(formula.__name__, float, formula=formula)
    return system


def peer_cases(bill: js.Bill) -> dict[str, Clocked]:
    """The peer's ways to the six amounts, once it is seen to agree with the bill; none where it is not installed."""
    try:
        system = tax_benefit_system()
        builder = import_module("openfisca_core.simulations").SimulationBuilder
        month = import_module("openfisca_core.periods").period(MONTH)
    except ImportError as error:
        print(f"The peer was NOT measured: {error}. `pip install openfisca-core` brings it.\n")
        return {}
    given = {"persons": {"worker": {"wage": {MONTH: WAGE}, "risk_group": {MONTH: GROUP}}}}

    def build() -> Any:
        return builder().build_from_entities(system, given)

    def six(simulation: Any) -> list[Any]:
        return [simulation.calculate(name, month) for name in AMOUNTS]

    untouched, worked = build(), build()

    def emptied() -> Any:
        for name in AMOUNTS:
            worked.delete_arrays(name)
        return worked

    ours = {f"{line.programme}_{line.payer}".lower(): line.amount for line in bill}
    for way, simulation in (("built", build()), ("cleared", emptied()), ("cloned", untouched.clone())):
        theirs = {name: float(amount[0]) for name, amount in zip(AMOUNTS, six(simulation), strict=True)}
        agreed = ours.keys() == theirs.keys() and all(abs(ours[name] - theirs[name]) <= SLACK for name in ours)
        print(f"The six amounts, {way}: {'agreed within Rp 1' if agreed else f'DISAGREED: {ours} against {theirs}'}")
    print(f"OpenFisca-Core {version('openfisca-core')}, NumPy {version('numpy')}\n")
    return {
        "build and calculate": clocked(lambda _: six(build())),
        "calculate only, after delete_arrays": clocked(six, emptied),
        "calculate only, fresh clone": clocked(six, untouched.clone),
    }


def bill_rows() -> Iterator[Row]:
    worker = js.WageEarner(wage=WAGE, risk_group=GROUP)
    bill = js.contributions(worker, month=MONTH)
    one, whole = "one bill, the worker at hand", "one bill, building the worker"
    peer = peer_cases(bill)
    took = medians(
        {
            one: clocked(lambda _: js.contributions(worker, month=MONTH)),
            whole: clocked(lambda _: js.contributions(js.WageEarner(wage=WAGE, risk_group=GROUP), month=MONTH)),
            **peer,
        },
        rounds=250,
        calls=25,
    )
    for what in (one, whole):
        yield Row(what, took[what] * US, 30, "µs")
    for way in peer:
        for what in (one, whole):
            yield Row(what, took[what] * US, took[way] * US, "µs", f"OpenFisca, {way}:")
    explain = medians({"it": clocked(lambda _: bill.explain())}, rounds=40, calls=25)
    yield Row("`bill.explain()`", explain["it"] * MS, 1, "ms")
    months = js.months("2015-07", MONTH)
    many = medians({"them": clocked(lambda _: [js.contributions(worker, month=m) for m in months])}, rounds=40, calls=5)
    yield Row(f"{len(months)} monthly bills, 2015-07 to {MONTH}", many["them"] * MS, 10, "ms")


def fresh(code: str) -> str:
    """What a fresh interpreter prints."""
    return subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout


def starting(code: str) -> Clocked:
    return clocked(lambda _: fresh(code))


def import_rows() -> Iterator[Row]:
    took = medians({code: starting(code) for code in (PASS, UNIT, IMPORT, FIRST_BILL)}, rounds=60, calls=1)
    net = {code: seconds - took[PASS] for code, seconds in took.items()}
    for code, what, limit in ((IMPORT, "import", 2.0), (FIRST_BILL, "import and first bill", 3.0)):
        yield Row(f"{what}, {net[code] * MS:.1f} ms", net[code] / net[UNIT], limit, "units")
        yield Row(f"{what}, raw {took[code] * MS:.1f} ms", took[code] / took[UNIT], limit, "raw units")
    print(f"One unit is `{UNIT}`: {net[UNIT] * MS:.1f} ms, raw {took[UNIT] * MS:.1f} ms.")
    print(f"Raw times hold the bare interpreter too, which alone takes {took[PASS] * MS:.1f} ms.\n")


def main() -> None:
    print(f"jamsostek {js.__version__}, {platform.python_implementation()} {platform.python_version()}\n")
    rows = [*bill_rows(), *import_rows()]
    print("| what | jamsostek | peer or limit | peer or limit / jamsostek |\n|---|---|---|---|", *rows, sep="\n")
    others = sorted(set(json.loads(fresh(LISTED))) - set(sys.stdlib_module_names) - EXPECTED)
    print(f"\nThird-party modules of the first bill but {', '.join(sorted(EXPECTED))}: {', '.join(others) or 'none'}")


if __name__ == "__main__":
    main()
