"""What a migrant worker pays: by route and contract, in stages, with the step that costs more than a longer one."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from attrs import field, frozen

from .. import errors
from .._assumed import Assumption
from .._citations import Citation, Grade, weakest, weakest_of
from .._dated import Clock, Moment, Row
from .._kinds import Labelled, Lang, Programme, check_lang
from .._law import LAW, Law, Mark
from .._money import months_text, number, rupiah
from .._months import date_error
from .._people import _type_error
from .._readings import Reading
from .._readings_of_migrants import MIGRANT_NEXT_STEP, MIGRANT_SAVINGS, MIGRANT_SHORT_CONTRACT
from . import law as tables
from .law import Step
from .worker import MigrantWorker, Route, day_error


class Part(Labelled):
    """What a line of a fee pays for (bagian iuran)."""

    BEFORE_WORK = "before_work", "cover before work", "pelindungan sebelum bekerja"
    WORK = "work", "cover during and after work", "pelindungan selama dan setelah bekerja"
    EXTRA_MONTHS = "extra_months", "months beyond the step", "kelebihan jangka waktu"
    SAVINGS = "savings", "old-age savings", "tabungan hari tua"


class FeeLine(NamedTuple):
    """One line of a fee: so many times a sum, rupiah; ``row`` is the version of law that the sum comes from.

    ``of_months`` is the length of the step that was taken, None where there is none.
    """

    part: Part
    programmes: tuple[Programme, ...]
    each: int
    times: int
    row: Row[Any]
    of_months: int | None = None

    @property
    def amount(self) -> int:
        """Rupiah."""
        return self.each * self.times

    def numbers(self, lang: Lang = "en") -> str:
        """The numbers put in, with the result."""
        if self.of_months is not None:
            return f"{months_text(self.of_months, lang)}: {number(self.each, lang)}"
        if self.part is Part.BEFORE_WORK:
            return number(self.each, lang)
        return f"{months_text(self.times, lang)} × {number(self.each, lang)} = {number(self.amount, lang)}"


class Stage(NamedTuple):
    """A payment of JKK and JKM: its parts and rupiah, all of it at once."""

    parts: tuple[Part, ...]
    amount: int


class Anomaly(NamedTuple):
    """A longer contract that costs less than a shorter one, months and rupiah of both."""

    shorter: Step
    longer: Step

    def text(self, lang: Lang = "en") -> str:
        """It in one line."""
        one, other = (f"{months_text(each.months, lang)} {rupiah(each.amount, lang)}" for each in self)
        return f"{one}, lebih dari {other}" if lang == "id" else f"{one}, more than {other}"


NO_SAVINGS = Assumption("savings", "no JHT, which is optional", "tanpa JHT, yang tidak wajib")


@frozen(repr=False)
class Fee:
    """What a migrant worker pays for one contract, line by line (iuran pekerja migran).

    ``cover`` is JKK and JKM, ``savings`` is JHT over the contract, ``total`` both, rupiah. ``stages`` are the payments
    of JKK and JKM. ``ways`` are their sums under each answer to the question of the next step, where they differ;
    ``anomalies`` the contracts beside which this one costs more, or less, than its length would make it.
    """

    worker: MigrantWorker
    on: date
    law: Law
    lines: tuple[FeeLine, ...] = field(repr=False)
    ways: tuple[tuple[str, int], ...] = field(repr=False)
    anomalies: tuple[Anomaly, ...] = field(repr=False)
    readings: tuple[Reading, ...] = field(repr=False)

    @property
    def total(self) -> int:
        """All lines together, rupiah."""
        return sum(line.amount for line in self.lines)

    @property
    def savings(self) -> int:
        """What goes into JHT over the contract, before returns, rupiah."""
        return sum(line.amount for line in self.lines if line.part is Part.SAVINGS)

    @property
    def cover(self) -> int:
        """JKK and JKM together, rupiah: they have one price."""
        return self.total - self.savings

    @property
    def stages(self) -> tuple[Stage, ...]:
        """The payments of JKK and JKM: two of those sent by a placement body, one of others; art. 18(1)-(2)."""
        before = [line for line in self.lines if line.part is Part.BEFORE_WORK]
        later = [line for line in self.lines if line.part in (Part.WORK, Part.EXTRA_MONTHS)]
        return tuple(
            Stage(tuple(line.part for line in lines), sum(line.amount for line in lines))
            for lines in (before, later)
            if lines
        )

    @property
    def basis(self) -> tuple[Citation, ...]:
        """The citations behind the fee, in order, each once."""
        return tuple(dict.fromkeys(cite for line in self.lines for cite in line.row.cites))

    @property
    def evidence(self) -> Grade:
        """The weakest grade that the fee rests on, open questions included."""
        chosen = [reading[self.law.option(reading)].grade for reading in self.readings]
        return weakest_of([weakest(self.basis), *chosen])

    @property
    def assumed(self) -> tuple[Assumption, ...]:
        """What was taken for granted."""
        return (NO_SAVINGS,) if self.worker.savings is None else ()

    @property
    def marks(self) -> tuple[Mark, ...]:
        """What else is to be known: a what-if, a day past the last check of the law, values assumed unchanged."""
        return self.law.marks(tuple(line.row for line in self.lines), _moment(self.on))

    def explain(self, lang: Lang = "en") -> str:
        """Every line with the numbers put in and the article, what was paid when, what is open (``lang="id"`` too)."""
        from .text import explain

        return explain(self, check_lang(lang))

    def to_dict(self) -> dict[str, Any]:
        """The fee as JSON-safe values, with the schema's name and version; ``from_dict`` rebuilds its ``worker``."""
        from .text import fee_to_dict

        return fee_to_dict(self)

    def _repr_html_(self) -> str:
        from .text import fee_html

        return fee_html(self)

    def __repr__(self) -> str:
        return f"<Fee {months_text(self.worker.contract)}, {self.worker.route}: {number(self.total)}>"


def contribution(worker: MigrantWorker, *, on: date | None = None, law: Law = LAW) -> Fee:
    """What a migrant worker pays for his contract: JKK and JKM, and JHT where he saves.

    ``on`` is the day of registration, which chooses the regulation; None: that of the worker. Raises ``WrongType``,
    ``MissingFact`` (the route, the day), ``Contradiction`` (another day than the worker's), ``BeforeLaw``,
    ``LawChanged`` (from 28 August 2026), ``OutOfRange`` (savings that cannot be chosen), ``EvidenceTooWeak``, several
    as ``SeveralErrors``. Permenaker 4/2023 art. 18.

    >>> fee = contribution(MigrantWorker(18, route="placed"), on=date(2024, 3, 1))
    >>> fee.total, [stage.amount for stage in fee.stages]
    (307500, [37500, 270000])
    """
    if not isinstance(worker, MigrantWorker):
        raise errors.WrongType("worker", f"{worker!r} is no migrant worker", "give a jamsostek.MigrantWorker")
    errors.raise_together("contribution", (_type_error("law", law, Law), date_error("on", on)))
    faults = [
        errors.MissingFact("route", "not known, and the price goes by it", 'say route="placed" or "individual"')
        if worker.route is None
        else None,
        day_error(worker, on),
    ]
    errors.raise_together("contribution", faults)
    day = on or worker.since
    assert day is not None  # told above
    found = _fee(worker, day, law)
    law.check_evidence("contribution", [(f"{line.part}", weakest(line.row.cites)) for line in found.lines])
    law.check_evidence("contribution", [(f"reading {r.name}", r[law.option(r)].grade) for r in found.readings])
    return found


def _moment(day: date) -> Moment:
    return Moment(Clock.REGISTRATION, day)


def _fee(worker: MigrantWorker, day: date, law: Law) -> Fee:
    moment, months = _moment(day), worker.contract
    lines: list[FeeLine] = []
    cover = law.row(tables.MEMBERSHIP, moment).value.compulsory
    if worker.route is Route.PLACED:
        before = law.row(tables.BEFORE_WORK, moment)
        lines.append(FeeLine(Part.BEFORE_WORK, cover, before.value, 1, before))
    strict, cheap, asked = _ways(months, moment, law)
    bought = cheap if law.option(MIGRANT_NEXT_STEP) == "cheaper_step" else strict
    lines += [each._replace(programmes=cover) for each in bought]
    readings = list(asked)
    ahead = sum(line.amount for line in lines) - _sum(bought)
    ways: tuple[tuple[str, int], ...] = ()
    if _sum(strict) != _sum(cheap):
        ways = tuple(
            (name, ahead + _sum(each)) for name, each in zip(MIGRANT_NEXT_STEP.names(), (strict, cheap), strict=True)
        )
    if worker.savings:
        saved, more = _savings(worker.savings, months, moment, law)
        lines.append(saved)
        readings += more
    return Fee(worker, day, law, tuple(lines), ways, _anomalies(months, moment, law), tuple(readings))


def _sum(lines: list[FeeLine]) -> int:
    return sum(line.amount for line in lines)


def _ways(months: int, moment: Moment, law: Law) -> tuple[list[FeeLine], list[FeeLine], list[Reading]]:
    """What a contract costs during and after work: by the steps as they read, and with the next one where cheaper."""
    row = law.row(tables.WORK, moment)
    strict = _by_steps(months, row, moment, law)
    cheap = min([strict, *([_step(each, row)] for each in row.value if each.months > months)], key=_sum)
    readings = []
    if len(row.value) > 1 and months < row.value[0].months:
        readings.append(MIGRANT_SHORT_CONTRACT)
    if _sum(cheap) != _sum(strict):
        readings.append(MIGRANT_NEXT_STEP)
    return strict, cheap, readings


def _step(step: Step, row: Row[tuple[Step, ...]]) -> FeeLine:
    return FeeLine(Part.WORK, (), step.amount, 1, row, step.months)


def _by_steps(months: int, row: Row[tuple[Step, ...]], moment: Moment, law: Law) -> list[FeeLine]:
    """The longest step that the contract reaches, and every month beyond it."""
    reached = [each for each in row.value if each.months <= months]
    if not reached and len(row.value) > 1 and law.option(MIGRANT_SHORT_CONTRACT) == "by_the_month":
        extra = law.row(tables.EXTRA_MONTH, moment)
        covered = months + sum(law.row(each, moment).value for each in (tables.MONTHS_BEYOND, tables.MONTHS_AFTER))
        return [FeeLine(Part.WORK, (), extra.value, covered, extra)]
    step = reached[-1] if reached else row.value[0]
    lines = [_step(step, row)]
    if months > step.months:
        extra = law.row(tables.EXTRA_MONTH, moment)
        lines.append(FeeLine(Part.EXTRA_MONTHS, (), extra.value, months - step.months, extra))
    return lines


def _anomalies(months: int, moment: Moment, law: Law) -> tuple[Anomaly, ...]:
    """The pairs of a shorter and a longer contract, one of them this, of which the longer costs less as they read."""
    row = law.row(tables.WORK, moment)
    longest = row.value[-1].months
    if months > longest:
        return ()
    prices = [Step(each, _sum(_by_steps(each, row, moment, law))) for each in range(1, longest + 1)]
    own = prices[months - 1]
    shorter = [Anomaly(each, own) for each in prices[: months - 1] if each.amount > own.amount]
    return (*shorter, *(Anomaly(own, each) for each in prices[months:] if each.amount < own.amount))


def _savings(amount: int, months: int, moment: Moment, law: Law) -> tuple[FeeLine, list[Reading]]:
    row, first = law.row(tables.SAVINGS, moment), law.table(tables.SAVINGS).rows[0]
    open_question = row.value.least != first.value.least
    if open_question and law.option(MIGRANT_SAVINGS) == "from_105_000":
        row = first
    if not row.value.allow(amount):
        what = f"{rupiah(amount)} a month cannot be chosen"
        raise errors.OutOfRange("savings", what, f"choose of {row.value.text()}, or 0 for none")
    return FeeLine(Part.SAVINGS, (Programme.JHT,), amount, months, row), [MIGRANT_SAVINGS] if open_question else []
