"""What each JKK benefit comes to, in exact rupiah with its steps; who receives it is for ``benefit_rules``.

PP 44/2015 art. 25(2)b, annex III, as first made and as amended by PP 82/2019.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any, NamedTuple

from dateutil.relativedelta import relativedelta

from .._accident import Expenses, Incapacity
from .._benefits import Plain, Work
from .._dated import Clock, Dated, Moment, Row
from .._kinds import Labelled
from .._law import Law
from .._money import Rounding
from .._readings import Reading
from .._readings_of_accidents import (
    BENEFIT_ROUNDING,
    CAP_OF_AIDS,
    INCAPACITY_ACROSS_VERSIONS,
    PART_MONTH_OF_INCAPACITY,
)
from ..jkm.benefit_law import LUMP_SUM
from . import benefit_law as tables
from .benefit_law import Stage


class Benefit(Labelled):
    """What JKK pays in cash (santunan berupa uang JKK), PP 44/2015 art. 25(2)b; scholarships have their own module."""

    TRANSPORT = "transport", "transport", "biaya transportasi"
    INCAPACITY = "incapacity", "temporary incapacity", "santunan sementara tidak mampu bekerja (STMB)"
    PARTIAL_DISABILITY = "partial_disability", "partial disability", "santunan cacat sebagian"
    TOTAL_DISABILITY = "total_disability", "permanent total disability", "santunan cacat total tetap"
    DEATH = "death", "death benefit", "santunan kematian"
    PERIODIC = "periodic", "periodic benefit, paid at once", "santunan berkala yang dibayar sekaligus"
    FUNERAL = "funeral", "funeral cost", "biaya pemakaman"
    AIDS = "aids", "orthosis or prosthesis", "alat bantu (orthose) atau alat pengganti (prothese)"
    DENTURES = "dentures", "dentures", "gigi tiruan"
    HEARING_AID = "hearing_aid", "hearing aid", "alat bantu dengar"
    GLASSES = "glasses", "glasses", "kacamata"
    HOME_CARE = "home_care", "home care", "perawatan di rumah (home care)"
    OPEN = "open", "cash by what came of the accident", "santunan menurut akibat kecelakaan"


class Sum(NamedTuple):
    """An amount, rupiah, with its steps and the open questions it hangs on."""

    amount: int
    work: tuple[Work, ...]
    readings: tuple[Reading, ...] = ()


def rounded(exact: Fraction, work: tuple[Work, ...], law: Law, *readings: Reading) -> Sum:
    """An exact amount as whole rupiah."""
    amount = Rounding(law.option(BENEFIT_ROUNDING)).apply(exact.numerator, exact.denominator)
    return Sum(amount, work, readings if exact.denominator == 1 else (*readings, BENEFIT_ROUNDING))


def share_of_wages(share: Fraction, row: Row[Any], wage: int, moment: Moment, law: Law) -> Sum:
    """A share of 80 monthly wages."""
    multiple = law.row(tables.MULTIPLE, moment)
    exact = Fraction(share.numerator * multiple.value * wage, share.denominator)
    found = rounded(exact, (), law)
    words = "share × monthly wages × wage", "persentase × bulan upah × upah"
    values = (share, multiple.value, wage, found.amount)
    counted = Row(row.since, row.value, tuple(dict.fromkeys((*row.cites, *multiple.cites))), row.until)
    return found._replace(work=(Work(*words, "{} × {} × {} = {}", values, counted),))


def total_disability(wage: int, moment: Moment, law: Law) -> Sum:
    """The lump sum for permanent total disability."""
    row = law.row(tables.TOTAL_SHARE, moment)
    return share_of_wages(row.value, row, wage, moment, law)


def death(wage: int, moment: Moment, law: Law) -> Sum:
    """The lump sum for death, at least that of JKM."""
    row = law.row(tables.DEATH_SHARE, moment)
    found = share_of_wages(row.value, row, wage, moment, law)
    least = law.row(LUMP_SUM, Moment(Clock.DEATH, moment.on)).value
    if found.amount >= least:
        return found
    words = "at least the death sum of JKM", "paling sedikit sebesar santunan kematian JKM"
    work = Work(*words, "max({}; {}) = {}", (found.amount, least, least), law.row(tables.DEATH_FLOOR, moment))
    return Sum(least, (*found.work, work), found.readings)


def periodic(moment: Moment, law: Law) -> Sum:
    """The periodic benefit, all of it at once."""
    months, each = law.row(tables.PERIODIC_MONTHS, moment), law.row(tables.PERIODIC_AMOUNT, moment)
    amount = months.value * each.value
    words = "months × sum a month, paid at once", "bulan × santunan per bulan, dibayar sekaligus"
    return Sum(amount, (Work(*words, "{} × {} = {}", (months.value, each.value, amount), each),))


def funeral(moment: Moment, law: Law) -> Sum:
    """The funeral cost."""
    row = law.row(tables.FUNERAL, moment)
    return Sum(row.value, (Work("fixed sum", "jumlah tetap", "{}", (row.value,), row),))


def incapacity(given: Incapacity, months: int, wage: int, on: date, law: Law) -> Sum:
    """The pay for a temporary incapacity of full months and days from the accident on."""
    moment = Moment(Clock.ACCIDENT, on)
    first = law.row(tables.INCAPACITY, moment)
    plain = [(_share(first.value, at), first) for at in range(months + 1)]
    changes = any(row.since > on for row in law.table(tables.INCAPACITY).rows)
    steps = [_step(on, at, law) for at in range(months + 1)] if changes else plain
    last = months + (given.days > 0)
    crosses = [share for share, _ in steps[:last]] != [share for share, _ in plain[:last]]
    used = steps if crosses and law.option(INCAPACITY_ACROSS_VERSIONS) == "each_month" else plain
    readings = [INCAPACITY_ACROSS_VERSIONS] if crosses else []
    exact, work = Fraction(0), []
    at = 0
    while at < months:
        share, row = used[at]
        run = next((end for end in range(at, months) if used[end] != (share, row)), months) - at
        part = run * share * wage
        exact += part
        span = f"{at + 1}" if run == 1 else f"{at + 1}–{at + run}"
        values = (run, share, wage, _whole(part))
        work.append(Work(f"months {span}", f"bulan {span}", "{} × {} × {} = {}", values, row))
        at += run
    if given.days:
        readings.append(PART_MONTH_OF_INCAPACITY)
        share, row = used[months]
        part, step = _days(given.days, share, wage, row, law)
        exact += part
        work.append(step)
    return rounded(exact, tuple(work), law, *readings)


def _whole(exact: Fraction) -> object:
    """A sum in a step: whole where it is, with its decimals where it is not."""
    return int(exact) if exact.denominator == 1 else Plain(exact)


def _share(stages: tuple[Stage, ...], at: int) -> Fraction:
    """The share of the month so many months after the first."""
    return next(each.share for each in stages if each.until is None or at < each.until)


def _step(on: date, at: int, law: Law) -> tuple[Fraction, Row[tuple[Stage, ...]]]:
    """The share of a month by the version in force on its first day."""
    row = law.row(tables.INCAPACITY, Moment(Clock.ACCIDENT, on + relativedelta(months=at)))
    return _share(row.value, at), row


def _days(days: int, share: Fraction, wage: int, row: Row[Any], law: Law) -> tuple[Fraction, Work]:
    """The days of a begun month."""
    option = law.option(PART_MONTH_OF_INCAPACITY)
    words = f"{days} days of a begun month", f"{days} hari dari bulan yang belum penuh"
    if option == "whole_months":
        return Fraction(0), Work(*words, "{}", (0,), row)
    divisor = 30 if option == "days_of_30" else 25
    counted = min(days, divisor)
    part = Fraction(counted, divisor) * share * wage
    return part, Work(*words, "{} / {} × {} × {} = {}", (counted, divisor, share, wage, _whole(part)), row)


_MEANS: tuple[tuple[str, str, str, Dated[int]], ...] = (
    ("land", "by land, river or lake", "darat, sungai, atau danau", tables.TRANSPORT_LAND),
    ("sea", "by sea", "laut", tables.TRANSPORT_SEA),
    ("air", "by air", "udara", tables.TRANSPORT_AIR),
)


def transport(given: Expenses, moment: Moment, law: Law) -> Sum | None:
    """Transport by every means that was used, each up to its cap; None where none was."""
    work, amounts = [], []
    for name, en, idn, table in _MEANS:
        cost = getattr(given, name)
        if cost is None:
            continue
        row = law.row(table, moment)
        amounts.append(min(cost, row.value))
        work.append(Work(en, idn, "min({}; {}) = {}", (cost, row.value, amounts[-1]), row))
    if not work:
        return None
    if len(work) > 1:
        words = "several means of transport", "beberapa jenis angkutan"
        pattern = " + ".join(["{}"] * len(amounts)) + " = {}"
        work.append(Work(*words, pattern, (*amounts, sum(amounts)), law.row(tables.SEVERAL_MEANS, moment)))
    return Sum(sum(amounts), tuple(work))


def capped(costs: tuple[int, ...], row: Row[int], law: Law) -> Sum:
    """What was spent on aids, up to the cap on all of them, or on each."""
    cap, spent = row.value, sum(costs)
    at_once, each = min(spent, cap), sum(min(cost, cap) for cost in costs)
    by_piece = law.option(CAP_OF_AIDS) == "per_piece"
    amount = each if by_piece else at_once
    words = "what was spent, up to the cap", "biaya, paling banyak sebesar batas"
    if by_piece and len(costs) > 1:
        pattern = " + ".join(["min({}; {})"] * len(costs)) + " = {}"
        values = (*(value for cost in costs for value in (cost, cap)), amount)
    else:
        pattern, values = "min({}; {}) = {}", (spent, cap, amount)
    return Sum(amount, (Work(*words, pattern, values, row),), (CAP_OF_AIDS,) if at_once != each else ())


def aids(price: int, moment: Moment, law: Law) -> Sum:
    """The highest sum for orthoses and prostheses: the listed price and a surcharge."""
    row = law.row(tables.AIDS_SURCHARGE, moment)
    exact = price * (1 + row.value)
    words = "listed price and surcharge", "patokan harga dan tambahannya"
    found = rounded(exact, (), law)
    return found._replace(work=(Work(*words, "{} + {} × {} = {}", (price, row.value, price, found.amount), row),))
