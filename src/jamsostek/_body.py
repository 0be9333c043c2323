"""The body as the table of disabilities divides it, and what was lost of it; the percentages are ``jkk.DISABILITY``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Literal, cast

from attrs import field, frozen

from . import errors
from ._kinds import Labelled, choice_error, lenient
from ._money import whole


class BodyPart(Labelled):
    """What was lost, in whole or of its function (macam cacat)."""

    ARM_RIGHT = "arm_right", "right arm from the shoulder joint down", "lengan kanan dari sendi bahu ke bawah"
    ARM_LEFT = "arm_left", "left arm from the shoulder joint down", "lengan kiri dari sendi bahu ke bawah"
    ELBOW_RIGHT = (
        "elbow_right",
        "right arm from or above the elbow down",
        "lengan kanan dari atau dari atas siku ke bawah",
    )
    ELBOW_LEFT = "elbow_left", "left arm from or above the elbow down", "lengan kiri dari atau dari atas siku ke bawah"
    HAND_RIGHT = (
        "hand_right",
        "right hand from or above the wrist down",
        "tangan kanan dari atau dari atas pergelangan ke bawah",
    )
    HAND_LEFT = (
        "hand_left",
        "left hand from or above the wrist down",
        "tangan kiri dari atau dari atas pergelangan ke bawah",
    )
    BOTH_LEGS = "both_legs", "both legs from the hip down", "kedua belah kaki dari pangkal paha ke bawah"
    LEG = "leg", "one leg from the hip down", "sebelah kaki dari pangkal paha ke bawah"
    BOTH_FEET = "both_feet", "both feet from the ankle down", "kedua belah kaki dari mata kaki ke bawah"
    FOOT = "foot", "one foot from the ankle down", "sebelah kaki dari mata kaki ke bawah"
    BOTH_EYES = "both_eyes", "both eyes", "kedua belah mata"
    EYE = "eye", "one eye, or double vision at near distance", "sebelah mata atau diplopia pada penglihatan dekat"
    HEARING_BOTH = "hearing_both", "hearing of both ears", "pendengaran pada kedua belah telinga"
    HEARING_ONE = "hearing_one", "hearing of one ear", "pendengaran pada sebelah telinga"
    THUMB_RIGHT = "thumb_right", "right thumb", "ibu jari tangan kanan"
    THUMB_LEFT = "thumb_left", "left thumb", "ibu jari tangan kiri"
    INDEX_RIGHT = "index_right", "right index finger", "telunjuk tangan kanan"
    INDEX_LEFT = "index_left", "left index finger", "telunjuk tangan kiri"
    FINGER_RIGHT = "finger_right", "any other finger of the right hand", "salah satu jari lain tangan kanan"
    FINGER_LEFT = "finger_left", "any other finger of the left hand", "salah satu jari lain tangan kiri"
    INDEX_TIP_RIGHT = "index_tip_right", "first phalanx of the right index finger", "ruas pertama telunjuk kanan"
    INDEX_TIP_LEFT = "index_tip_left", "first phalanx of the left index finger", "ruas pertama telunjuk kiri"
    FINGER_TIP_RIGHT = (
        "finger_tip_right",
        "first phalanx of another finger of the right hand",
        "ruas pertama jari lain tangan kanan",
    )
    FINGER_TIP_LEFT = (
        "finger_tip_left",
        "first phalanx of another finger of the left hand",
        "ruas pertama jari lain tangan kiri",
    )
    BIG_TOE = "big_toe", "a big toe", "salah satu ibu jari kaki"
    SECOND_TOE = "second_toe", "a second toe", "salah satu jari telunjuk kaki"
    TOE = "toe", "another toe", "salah satu jari kaki lain"
    SCALP = "scalp", "scalp torn off", "terkelupasnya kulit kepala"
    IMPOTENCE = "impotence", "impotence", "impotensi"
    LEG_SHORTENED = "leg_shortened", "one leg shortened", "kaki memendek sebelah"
    HEARING_REDUCED_BOTH = (
        "hearing_reduced_both",
        "reduced hearing of both ears",
        "penurunan daya dengar kedua belah telinga",
    )
    HEARING_REDUCED_ONE = "hearing_reduced_one", "reduced hearing of one ear", "penurunan daya dengar sebelah telinga"
    AURICLE = "auricle", "loss of one auricle", "kehilangan daun telinga sebelah"
    BOTH_AURICLES = "both_auricles", "loss of both auricles", "kehilangan kedua belah daun telinga"
    NASAL_WING = "nasal_wing", "loss of the nasal wing", "cacat hilangnya cuping hidung"
    NASAL_SEPTUM = "nasal_septum", "perforated nasal septum", "perforasi sekat rongga hidung"
    SMELL = "smell", "loss of smell", "kehilangan daya penciuman"
    PHYSICAL_CAPACITY = "physical_capacity", "loss of physical work capacity", "hilangnya kemampuan kerja fisik"
    MENTAL_CAPACITY = (
        "mental_capacity",
        "permanent loss of mental work capacity",
        "hilangnya kemampuan kerja mental tetap",
    )
    VISION = "vision", "loss of visual efficiency", "kehilangan efisiensi tajam penglihatan"
    COLOUR_VISION = "colour_vision", "loss of colour vision", "kehilangan penglihatan warna"
    VISUAL_FIELD = "visual_field", "loss of the visual field", "kehilangan lapangan pandang"


class Measure(Labelled):
    """What a loss is measured in (satuan ukur)."""

    PERCENT = "percent", "%", "%"
    DECIBEL = "decibel", "decibels", "desibel"
    CENTIMETRE = "centimetre", "cm", "cm"


BodyPartWord = Literal[
    "arm_right",
    "arm_left",
    "elbow_right",
    "elbow_left",
    "hand_right",
    "hand_left",
    "both_legs",
    "leg",
    "both_feet",
    "foot",
    "both_eyes",
    "eye",
    "hearing_both",
    "hearing_one",
    "thumb_right",
    "thumb_left",
    "index_right",
    "index_left",
    "finger_right",
    "finger_left",
    "index_tip_right",
    "index_tip_left",
    "finger_tip_right",
    "finger_tip_left",
    "big_toe",
    "second_toe",
    "toe",
    "scalp",
    "impotence",
    "leg_shortened",
    "hearing_reduced_both",
    "hearing_reduced_one",
    "auricle",
    "both_auricles",
    "nasal_wing",
    "nasal_septum",
    "smell",
    "physical_capacity",
    "mental_capacity",
    "vision",
    "colour_vision",
    "visual_field",
]
_IN = BodyPart
# What the loss of a part is measured in; every other part is lost, or loses a share of its function.
MEASURES = {
    _IN.SCALP: Measure.PERCENT,
    _IN.LEG_SHORTENED: Measure.CENTIMETRE,
    _IN.HEARING_REDUCED_BOTH: Measure.DECIBEL,
    _IN.HEARING_REDUCED_ONE: Measure.DECIBEL,
    _IN.PHYSICAL_CAPACITY: Measure.PERCENT,
    _IN.VISION: Measure.PERCENT,
    _IN.VISUAL_FIELD: Measure.PERCENT,
}
_MOST = {Measure.PERCENT: 100, Measure.DECIBEL: 130, Measure.CENTIMETRE: 50}
# How many of a part a body has; every other one once.
COUNTS = {
    _IN.FINGER_RIGHT: 3,
    _IN.FINGER_LEFT: 3,
    _IN.FINGER_TIP_RIGHT: 4,
    _IN.FINGER_TIP_LEFT: 4,
    _IN.BIG_TOE: 2,
    _IN.SECOND_TOE: 2,
    _IN.TOE: 6,
}
_RIGHT_HAND = (_IN.THUMB_RIGHT, _IN.INDEX_RIGHT, _IN.FINGER_RIGHT, _IN.INDEX_TIP_RIGHT, _IN.FINGER_TIP_RIGHT)
_LEFT_HAND = (_IN.THUMB_LEFT, _IN.INDEX_LEFT, _IN.FINGER_LEFT, _IN.INDEX_TIP_LEFT, _IN.FINGER_TIP_LEFT)
_TOES = (_IN.BIG_TOE, _IN.SECOND_TOE, _IN.TOE)
# What is lost with a part already, and so cannot be lost beside it.
WITHIN: dict[BodyPart, tuple[BodyPart, ...]] = {
    _IN.ARM_RIGHT: (_IN.ELBOW_RIGHT, _IN.HAND_RIGHT, *_RIGHT_HAND),
    _IN.ARM_LEFT: (_IN.ELBOW_LEFT, _IN.HAND_LEFT, *_LEFT_HAND),
    _IN.ELBOW_RIGHT: (_IN.HAND_RIGHT, *_RIGHT_HAND),
    _IN.ELBOW_LEFT: (_IN.HAND_LEFT, *_LEFT_HAND),
    _IN.HAND_RIGHT: _RIGHT_HAND,
    _IN.HAND_LEFT: _LEFT_HAND,
    _IN.INDEX_RIGHT: (_IN.INDEX_TIP_RIGHT,),
    _IN.INDEX_LEFT: (_IN.INDEX_TIP_LEFT,),
    _IN.BOTH_LEGS: (_IN.LEG, _IN.BOTH_FEET, _IN.FOOT, *_TOES, _IN.LEG_SHORTENED),
    _IN.LEG: (_IN.BOTH_FEET,),
    _IN.BOTH_FEET: (_IN.FOOT, *_TOES),
    _IN.BOTH_EYES: (_IN.EYE, _IN.VISION, _IN.COLOUR_VISION, _IN.VISUAL_FIELD),
    _IN.HEARING_BOTH: (_IN.HEARING_ONE, _IN.HEARING_REDUCED_BOTH, _IN.HEARING_REDUCED_ONE),
    _IN.HEARING_REDUCED_BOTH: (_IN.HEARING_ONE, _IN.HEARING_REDUCED_ONE),
    _IN.BOTH_AURICLES: (_IN.AURICLE,),
}
_SIDES = {"_right": "_left", "_left": "_right"}


def other_side(part: BodyPart) -> BodyPart | None:
    """The same part of the other arm or hand, None for a part whose side the table does not tell."""
    for here, there in _SIDES.items():
        if part.endswith(here):
            return BodyPart(part.removesuffix(here) + there)
    return None


def _part(value: BodyPart | BodyPartWord) -> BodyPart:
    return cast("BodyPart", lenient(BodyPart, value))


@frozen
class Loss:
    """A part of the body that was lost, or that lost a share of its function (cacat).

    ``part`` is a ``BodyPart`` or its word. ``function`` is the share of its function that was lost, 0 to 1, None: the
    part itself was lost, or all its function. ``count`` is how many of the part, such as fingers. ``measure`` is what a
    loss that the table measures comes to: decibels, centimetres, or percent (0 to 100); None: not known.
    Raises ``UnknownBodyPart`` with near names, ``OutOfRange``, ``WrongType``, ``Contradiction``.

    >>> Loss("thumb_right").part.label_id
    'ibu jari tangan kanan'
    """

    part: BodyPart = field(converter=_part)
    function: Fraction | int | None = field(default=None, kw_only=True)
    count: int = field(default=1, kw_only=True)
    measure: Fraction | int | None = field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        unknown = choice_error(errors.UnknownBodyPart, "part", BodyPart, self.part)
        if self.part is None:
            unknown = errors.MissingFact("part", "no part is named", "name what was lost, such as thumb_right")
        errors.raise_together("Loss", [unknown] if unknown else self._faults())

    def _faults(self) -> Iterator[errors.JamsostekError | None]:
        measured = MEASURES.get(self.part)
        yield number_error("function", self.function, 1, "a share from 0 to 1, such as Fraction(1, 2)")
        yield self._count_error()
        if measured is not None:
            unit = "percent" if measured is Measure.PERCENT else measured.label_en
            yield number_error("measure", self.measure, _MOST[measured], f"{unit} from 0 to {_MOST[measured]}")
            if measured is Measure.CENTIMETRE and self.measure == 0:
                yield errors.OutOfRange("measure", "0 cm is not shortened", "give more, or leave the loss out")
        elif self.measure is not None:
            yield errors.Contradiction("measure", f"{self.part} is not measured", "leave it out")
        if measured is not None and self.function is not None:
            yield errors.Contradiction("function", f"{self.part} is measured", "give measure, not function")

    def _count_error(self) -> errors.JamsostekError | None:
        most, count = COUNTS.get(self.part, 1), whole(self.count)
        if count is None:
            return errors.WrongType("count", f"{self.count!r} is no number of parts", "give an int")
        if not 1 <= count <= most:
            return errors.OutOfRange("count", f"{count} of {self.part}", f"give 1 to {most}" if most > 1 else "give 1")
        return None


def number_error(where: str, value: object, most: int, mend: str) -> errors.JamsostekError | None:
    """What is wrong with a number that must lie from 0 to ``most``, None if nothing is."""
    if value is None:
        return None
    if not isinstance(value, int | Fraction) or isinstance(value, bool):
        return errors.WrongType(where, f"{value!r} is no exact number", f"give an int or a Fraction: {mend}")
    if not 0 <= value <= most:
        return errors.OutOfRange(where, f"{value} is not within 0 and {most}", f"give {mend}")
    return None


def losses_faults(given: Iterable[Loss]) -> Iterator[errors.JamsostekError]:
    """What is wrong with losses of one accident taken together: no losses, named twice, one within another."""
    parts = [each.part for each in given if isinstance(each, Loss)]
    for each in given:
        if not isinstance(each, Loss):
            yield errors.WrongType("losses", f"{each!r} is no loss", "give jamsostek.Loss objects")
    for part in dict.fromkeys(parts):
        if parts.count(part) > 1:
            yield errors.NamedTwice("losses", f"{part} is there twice", "name it once, with its count")
        for inner in WITHIN.get(part, ()):
            if inner in parts:
                yield errors.Contradiction("losses", f"{inner} is lost with {part}", "name the greater loss alone")
