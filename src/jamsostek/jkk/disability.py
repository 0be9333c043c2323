"""The percentage of a partial disability (persentase cacat): the rows of the table, added up to total disability.

PP 44/2015 art. 25(5), annex III.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from .. import errors
from .._accident import PartialDisability
from .._assumed import Assumption
from .._benefits import Plain, Work
from .._body import BodyPart, Loss, number_error, other_side
from .._citations import Citation
from .._dated import Clock, Moment, Row
from .._events import on_error
from .._kinds import Lang
from .._law import LAW, Law
from .._money import number, percent
from .._readings import Reading
from .._readings_of_accidents import (
    CAPACITY_BETWEEN_CLASSES,
    LEFT_HANDED,
    PART_OF_A_STEP,
    REDUCED_HEARING,
    SEVERAL_LOSSES,
)
from .._verdict import Fact
from .benefit_law import TOTAL_SHARE
from .disability_law import BOTH_EYES_EFFICIENCY, DISABILITY, Degree

LOSSES = Fact("disability.losses", "what was lost", "macam cacat")
RIGHT_HANDED = Assumption("disability.left_handed", "right-handed", "tidak kidal")
_LIMITS = {
    BodyPart.HEARING_REDUCED_BOTH: BodyPart.HEARING_BOTH,
    BodyPart.HEARING_REDUCED_ONE: BodyPart.HEARING_ONE,
    BodyPart.VISION: BodyPart.BOTH_EYES,
    BodyPart.VISUAL_FIELD: BodyPart.BOTH_EYES,
}
_ZERO = Fraction(0)


class Percentage(NamedTuple):
    """The share of 80 monthly wages for a partial disability, between ``least`` and ``most`` while a fact is missing.

    ``work`` tells how it came about, ``assumed`` what was taken for granted, ``missing`` what would settle it.
    """

    least: Fraction
    most: Fraction
    work: tuple[Work, ...]
    assumed: tuple[Assumption, ...]
    readings: tuple[Reading, ...]
    missing: tuple[Fact, ...]

    @property
    def share(self) -> Fraction | None:
        """The share; None while it is not known."""
        return self.least if self.least == self.most else None

    @property
    def basis(self) -> tuple[Citation, ...]:
        """The citations behind it, in order, each once."""
        return tuple(dict.fromkeys(cite for each in self.work for cite in each.row.cites))

    def text(self, lang: Lang = "en") -> str:
        """The percentage for people."""
        if self.share is not None:
            return percent(self.share, lang)
        return f"{percent(self.least, lang)} – {percent(self.most, lang)}"


class _Found(NamedTuple):
    """What one loss is worth."""

    least: Fraction
    most: Fraction
    work: Work
    readings: tuple[Reading, ...] = ()
    missing: tuple[Fact, ...] = ()


def percentage(
    losses: PartialDisability | Loss | Iterable[Loss], *, on: date, left_handed: bool | None = None, law: Law = LAW
) -> Percentage:
    """The percentage of a partial disability by the table in force at an accident ``on`` a day.

    ``left_handed`` None counts as right-handed. Raises ``OverTheCap`` for a percentage above that of total disability,
    ``OutOfRange`` for a measure outside what the table knows, ``BeforeLaw``, what ``PartialDisability`` raises.

    >>> from jamsostek import Loss
    >>> percentage(Loss("arm_left"), on=date(2024, 3, 1), left_handed=True).text()
    '40 %'
    """
    given = losses if isinstance(losses, PartialDisability) else None
    if given is None:
        given = PartialDisability(losses=losses, left_handed=left_handed)  # type: ignore[arg-type]  # its converter
    errors.raise_together("percentage", (on_error("on", on),))
    return assess(given, Moment(Clock.ACCIDENT, on), law)


def assess(given: PartialDisability, moment: Moment, law: Law) -> Percentage:
    """The percentage of a disability by the table of a moment."""
    total = law.row(TOTAL_SHARE, moment)
    if given.percent is not None:
        share = Fraction(given.percent) / 100
        if share > total.value:
            raise errors.OverTheCap(
                "percent",
                f"{percent(share)} is above {percent(total.value)}, that of total disability",
                "give what the doctor found by the table, or a TotalDisability",
            )
        row = law.row(DISABILITY, moment)
        work = Work("percentage that the doctor found", "persentase menurut dokter", "{}", (share,), row)
        return Percentage(share, share, (work,), (), (), ())
    if given.losses is None:
        return Percentage(_ZERO, total.value, (), (), (), (LOSSES,))
    row = law.row(DISABILITY, moment)
    swap = given.left_handed is True and law.option(LEFT_HANDED) == "swapped"
    found = [_loss(each, row, law, swap=swap) for each in given.losses]
    handed = any(other_side(each.part) is not None for each in given.losses)
    least, more = _together([each.least for each in found], total, law)
    most, _ = _together([each.most for each in found], total, law)
    if least != most:
        more = (Work("together", "seluruhnya", "{} – {}", (least, most), total),) if len(found) > 1 else ()
    readings = [reading for each in found for reading in each.readings]
    if handed and given.left_handed:
        readings.append(LEFT_HANDED)
    if len(found) > 1:
        readings.append(SEVERAL_LOSSES)
    return Percentage(
        least,
        most,
        (*(each.work for each in found), *more),
        (RIGHT_HANDED,) if handed and given.left_handed is None else (),
        tuple(dict.fromkeys(readings)),
        tuple(dict.fromkeys(fact for each in found for fact in each.missing)),
    )


def _together(shares: list[Fraction], total: Row[Fraction], law: Law) -> tuple[Fraction, tuple[Work, ...]]:
    """Several shares as one, and the step in which they became it."""
    option, added = law.option(SEVERAL_LOSSES), sum(shares, _ZERO)
    if option == "highest":
        highest = max(shares)
        step = Work("the highest alone", "hanya yang tertinggi", "{}", (highest,), total)
        return highest, (step,) if len(shares) > 1 else ()
    if option == "added" or added <= total.value:
        step = Work("added", "dijumlahkan", " + ".join(["{}"] * len(shares)) + " = {}", (*shares, added), total)
        return added, (step,) if len(shares) > 1 else ()
    pattern = " + ".join(["{}"] * len(shares)) + " = {} → {}"
    words = "added, up to total disability", "dijumlahkan, paling banyak sebesar cacat total tetap"
    return total.value, (Work(*words, pattern, (*shares, added, total.value), total),)


def _loss(loss: Loss, row: Row[tuple[Degree, ...]], law: Law, *, swap: bool) -> _Found:
    """What one loss is worth by the table."""
    part = (other_side(loss.part) or loss.part) if swap else loss.part
    degrees = [each for each in row.value if each.part is part]
    first = degrees[0]
    if first.measure is not None or first.most is not None:
        return _measured(loss, degrees, row, law)
    share = first.share * loss.count * (1 if loss.function is None else loss.function)
    pattern, values = "{}", [first.share]
    parts: list[object] = list(values)
    if loss.count > 1:
        pattern, parts = f"{{}} × {pattern}", [loss.count, *parts]
    if loss.function is not None:
        pattern, parts = f"{{}} × {pattern}", [Fraction(loss.function), *parts]
    if len(parts) > 1:
        pattern, parts = f"{pattern} = {{}}", [*parts, share]
    words = (loss.part.label_en, loss.part.label_id)
    if part is not loss.part:
        words = (f"{words[0]}, of a left-handed person", f"{words[1]}, orang kidal")
    return _Found(share, share, Work(*words, pattern, tuple(parts), row))


def _measured(loss: Loss, degrees: list[Degree], row: Row[tuple[Degree, ...]], law: Law) -> _Found:
    """What a loss is worth that the table measures."""
    part, measure = loss.part, loss.measure
    limit = next((each.share for each in row.value if each.part is _LIMITS.get(part)), None)
    words = part.label_en, part.label_id
    fact = Fact(f"loss.{part}.measure", f"how much: {part.label_en}", f"ukuran: {part.label_id}")
    first, last = degrees[0], degrees[-1]
    if measure is None:
        most = first.most or limit or last.share
        least = _ZERO if first.per is not None or first.until is not None else first.share
        return _Found(least, most, Work(*words, "{} – {}", (least, most), row), (), (fact,))
    if first.most is not None:
        share = Fraction(measure) / 100
        if not first.share <= share <= first.most:
            raise errors.OutOfRange(
                "measure",
                f"{percent(share)} is outside what the table gives for {part}",
                f"give {number(first.share * 100)} to {number(first.most * 100)}, as the doctor found",
            )
        return _Found(share, share, Work(*words, "{}", (share,), row))
    if first.per is not None:
        return _stepped(loss, first, limit, row, law)
    return _classed(loss, degrees, row, law)


def _stepped(loss: Loss, degree: Degree, limit: Fraction | None, row: Row[tuple[Degree, ...]], law: Law) -> _Found:
    """So much for every ten."""
    measure, per = Fraction(loss.measure or 0), degree.per or 1
    steps = measure / per
    readings = []
    if steps.denominator != 1:
        readings.append(PART_OF_A_STEP)
        if law.option(PART_OF_A_STEP) == "whole_steps":
            steps = Fraction(steps.numerator // steps.denominator)
    share = steps * degree.share
    pattern, values = "{} {} → {} × {} = {}", [Plain(measure), degree.measure, Plain(steps), degree.share, share]
    if limit is not None and share > limit:
        readings.append(REDUCED_HEARING)
        if law.option(REDUCED_HEARING) == "up_to_loss":
            share = limit
            pattern, values = f"{pattern} → {{}}", [*values, share]
    return _Found(
        share, share, Work(loss.part.label_en, loss.part.label_id, pattern, tuple(values), row), tuple(readings)
    )


def _classed(loss: Loss, degrees: list[Degree], row: Row[tuple[Degree, ...]], law: Law) -> _Found:
    """The class that a measure lies in."""
    measure = Fraction(loss.measure or 0)
    top = degrees[-1].until
    if top is not None and measure > top:
        raise errors.OverTheCap(
            "measure",
            f"a loss of {number(measure)} % is above the classes of the table, which end at {number(top)} %",
            "it is a total disability: give a TotalDisability",
        )
    words = loss.part.label_en, loss.part.label_id
    at = sum(each.since <= measure for each in degrees) - 1
    if at < 0:
        return _Found(_ZERO, _ZERO, Work(*words, "{} {}: {}", (Plain(measure), degrees[0].measure, _ZERO), row))
    found, readings = degrees[at], []
    if found.until is not None and measure > found.until:
        readings.append(CAPACITY_BETWEEN_CLASSES)
        found = degrees[at + (law.option(CAPACITY_BETWEEN_CLASSES) == "upper_class")]
    step = Work(*words, "{} {} → {}", (Plain(measure), found.measure, found.share), row)
    return _Found(found.share, found.share, step, tuple(readings))


def lost_vision(better: Fraction | int, worse: Fraction | int, *, on: date, law: Law = LAW) -> Fraction:
    """The loss of visual efficiency of two unequal eyes, in percent; it is the ``measure`` of a loss of ``vision``.

    ``better`` and ``worse`` are the efficiencies that the eyes still have, percent from 0 to 100. Raises
    ``OutOfRange``, ``WrongType``, ``Contradiction``, ``BeforeLaw``. PP 44/2015 annex III; the divisor is inferred.

    >>> lost_vision(80, 40, on=date(2024, 3, 1))
    Fraction(30, 1)
    """
    mend = "percent from 0 to 100"
    missing = errors.MissingFact("lost_vision", "an efficiency is not given", f"give both, {mend}")
    errors.raise_together(
        "lost_vision",
        (
            missing if None in (better, worse) else None,
            number_error("better", better, 100, mend),
            number_error("worse", worse, 100, mend),
            on_error("on", on),
        ),
    )
    if worse > better:
        raise errors.Contradiction("worse", f"{worse} is more than {better}, the better eye", "swap the two")
    weights = law.row(BOTH_EYES_EFFICIENCY, Moment(Clock.ACCIDENT, on)).value
    return 100 - Fraction(weights.better * better + weights.worse * worse, sum(weights))
