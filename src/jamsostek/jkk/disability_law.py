"""The table of disabilities (tabel persentase cacat): the share of 80 monthly wages for each loss, as printed.

PP 44/2015 art. 25(5) and annex III, kept by PP 82/2019. Neither annex could be read; every row stands so in annex II of
PP 64/2005, 76/2007, 84/2010 and 53/2012, and those that a press copy of PP 82/2019 shows agree.
"""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from .._body import BodyPart, Measure
from .._citations import Flag, Grade
from .._dated import Clock, Dated, row
from .._kinds import Lang
from .._money import number, percent
from ..instruments import PP_44_2015, PP_53_2012, PP_82_2019
from ..units import Unit
from .benefit_law import FIRST, SECOND


class Degree(NamedTuple):
    """One row of the table: what was lost, and the share of 80 monthly wages.

    ``most`` is set where the table prints a range, in which the doctor chooses. ``measure`` is what the loss is
    measured in, None where it is whole; the row then counts from ``since`` to ``until`` of it (None: to the next row,
    or without an end), or once for every ``per`` of it.
    """

    part: BodyPart
    share: Fraction
    most: Fraction | None = None
    measure: Measure | None = None
    since: Fraction = Fraction(0)
    until: Fraction | None = None
    per: int | None = None

    def measured(self, lang: Lang) -> str:
        """Which measure the row takes, for people; empty where the loss is whole."""
        if self.measure is None:
            return ""
        unit = self.measure.label(lang)
        if self.per is not None:
            return f"{'setiap' if lang == 'id' else 'for every'} {self.per} {unit}"
        if self.until is not None:
            return f"{number(self.since, lang)}–{number(self.until, lang)} {unit}"
        return f"{'dari' if lang == 'id' else 'from'} {number(self.since, lang)} {unit}"

    def label(self, lang: Lang) -> str:
        """The row as printed, for people."""
        return ", ".join(filter(None, (self.part.label(lang), self.measured(lang))))

    def value(self, lang: Lang) -> str:
        """The share, or the range, as a percentage."""
        low = percent(self.share, lang)
        return low if self.most is None else f"{low.removesuffix(' %')}–{percent(self.most, lang)}"


def _are_degrees(value: object) -> bool:
    if not (isinstance(value, tuple) and all(isinstance(each, Degree) for each in value)):
        return False
    return {each.part for each in value} == set(BodyPart) and all(0 < each.share < 1 for each in value)


def _degrees_text(degrees: tuple[Degree, ...], lang: Lang) -> str:
    return "; ".join(f"{each.label(lang)}: {each.value(lang)}" for each in degrees)


DEGREES: Unit[tuple[Degree, ...]] = Unit(
    "shares by disability", "persentase menurut cacat", _are_degrees, _degrees_text
)


def _pc(text: str) -> Fraction:
    return Fraction(text) / 100


def _per_ten(part: BodyPart, share: str, measure: Measure) -> Degree:
    return Degree(part, _pc(share), measure=measure, per=10)


def _shortened(share: str, since: str) -> Degree:
    return Degree(BodyPart.LEG_SHORTENED, _pc(share), measure=Measure.CENTIMETRE, since=Fraction(since))


def _capacity(share: str, since: int, until: int) -> Degree:
    span = Fraction(since), Fraction(until)
    return Degree(BodyPart.PHYSICAL_CAPACITY, _pc(share), None, Measure.PERCENT, *span)


_DEGREES = (
    Degree(BodyPart.ARM_RIGHT, _pc("40")),
    Degree(BodyPart.ARM_LEFT, _pc("35")),
    Degree(BodyPart.ELBOW_RIGHT, _pc("35")),
    Degree(BodyPart.ELBOW_LEFT, _pc("30")),
    Degree(BodyPart.HAND_RIGHT, _pc("32")),
    Degree(BodyPart.HAND_LEFT, _pc("28")),
    Degree(BodyPart.BOTH_LEGS, _pc("70")),
    Degree(BodyPart.LEG, _pc("35")),
    Degree(BodyPart.BOTH_FEET, _pc("50")),
    Degree(BodyPart.FOOT, _pc("25")),
    Degree(BodyPart.BOTH_EYES, _pc("70")),
    Degree(BodyPart.EYE, _pc("35")),
    Degree(BodyPart.HEARING_BOTH, _pc("40")),
    Degree(BodyPart.HEARING_ONE, _pc("20")),
    Degree(BodyPart.THUMB_RIGHT, _pc("15")),
    Degree(BodyPart.THUMB_LEFT, _pc("12")),
    Degree(BodyPart.INDEX_RIGHT, _pc("9")),
    Degree(BodyPart.INDEX_LEFT, _pc("7")),
    Degree(BodyPart.FINGER_RIGHT, _pc("4")),
    Degree(BodyPart.FINGER_LEFT, _pc("3")),
    Degree(BodyPart.INDEX_TIP_RIGHT, _pc("4.5")),
    Degree(BodyPart.INDEX_TIP_LEFT, _pc("3.5")),
    Degree(BodyPart.FINGER_TIP_RIGHT, _pc("2")),
    Degree(BodyPart.FINGER_TIP_LEFT, _pc("1.5")),
    Degree(BodyPart.BIG_TOE, _pc("5")),
    Degree(BodyPart.SECOND_TOE, _pc("3")),
    Degree(BodyPart.TOE, _pc("2")),
    Degree(BodyPart.SCALP, _pc("10"), _pc("30")),
    Degree(BodyPart.IMPOTENCE, _pc("30")),
    _shortened("10", "0"),
    _shortened("20", "5"),
    _shortened("30", "7.5"),
    _per_ten(BodyPart.HEARING_REDUCED_BOTH, "6", Measure.DECIBEL),
    _per_ten(BodyPart.HEARING_REDUCED_ONE, "3", Measure.DECIBEL),
    Degree(BodyPart.AURICLE, _pc("5")),
    Degree(BodyPart.BOTH_AURICLES, _pc("10")),
    Degree(BodyPart.NASAL_WING, _pc("30")),
    Degree(BodyPart.NASAL_SEPTUM, _pc("15")),
    Degree(BodyPart.SMELL, _pc("10")),
    _capacity("5", 10, 25),
    _capacity("20", 26, 50),
    _capacity("40", 51, 70),
    Degree(BodyPart.MENTAL_CAPACITY, _pc("70")),
    _per_ten(BodyPart.VISION, "7", Measure.PERCENT),
    Degree(BodyPart.COLOUR_VISION, _pc("10")),
    _per_ten(BodyPart.VISUAL_FIELD, "7", Measure.PERCENT),
)
_READ = "annex II of PP 64/2005, 76/2007, 84/2010 and 53/2012, alike row by row"
_COPY = f"{_READ}; part of the rows also in a press copy"

DISABILITY: Dated[tuple[Degree, ...]] = Dated(
    "jkk.DISABILITY",
    "share of 80 monthly wages by disability",
    "persentase santunan cacat",
    DEGREES,
    Clock.ACCIDENT,
    (
        row(FIRST, _DEGREES, PP_44_2015.at("25(5)"), PP_44_2015.at("annex III", Grade.A_PRE, _READ)),
        row(SECOND, _DEGREES, PP_82_2019.at("25(5)"), PP_82_2019.at("annex III", Grade.A_PRE, _COPY)),
    ),
)


class Weights(NamedTuple):
    """How much the better and the worse eye count in the efficiency of both."""

    better: int
    worse: int


def _are_weights(value: object) -> bool:
    return isinstance(value, Weights) and min(value) > 0


def _weights_text(weights: Weights, lang: Lang) -> str:
    better, worse = ("terbaik", "terburuk") if lang == "id" else ("better", "worse")
    return f"({weights.better} × {better} + {weights.worse} × {worse}) / {sum(weights)}"


EYES: Unit[Weights] = Unit("weights of the eyes", "bobot penglihatan", _are_weights, _weights_text)

# The predecessor's annexes print (3 x better) + worse, without a divisor; only with 4 is it a percentage.
BOTH_EYES_EFFICIENCY: Dated[Weights] = Dated(
    "jkk.BOTH_EYES_EFFICIENCY",
    "visual efficiency of two unequal eyes",
    "efisiensi penglihatan binokuler",
    EYES,
    Clock.ACCIDENT,
    (
        row(
            FIRST,
            Weights(3, 1),
            PP_44_2015.at("annex III", Grade.A_PRE, f"{_READ}; the divisor 4 inferred", Flag.DERIVED),
            PP_53_2012.at("annex II", Grade.A),
        ),
    ),
)

TABLES = (DISABILITY, BOTH_EYES_EFFICIENCY)
