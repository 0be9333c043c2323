"""The percentage of a partial disability: rows, measures, several losses, left-handed people, open questions."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

import jamsostek as js
from jamsostek import errors, jkk, readings

ON = date(2024, 3, 1)
Loss = js.Loss


def percent(*losses: js.Loss, law: js.Law = js.LAW, **facts: Any) -> str:
    return jkk.percentage(losses, on=ON, law=law, **facts).text()


# By hand from annex II of PP 53/2012, the last predecessor that could be read.
MEASURED = [
    (Loss("leg_shortened", measure=Fraction("0.1")), "10 %"),
    (Loss("leg_shortened", measure=Fraction("4.9")), "10 %"),
    (Loss("leg_shortened", measure=5), "20 %"),
    (Loss("leg_shortened", measure=Fraction("7.4")), "20 %"),
    (Loss("leg_shortened", measure=Fraction("7.5")), "30 %"),
    (Loss("physical_capacity", measure=9), "0 %"),
    (Loss("physical_capacity", measure=10), "5 %"),
    (Loss("physical_capacity", measure=25), "5 %"),
    (Loss("physical_capacity", measure=26), "20 %"),
    (Loss("physical_capacity", measure=50), "20 %"),
    (Loss("physical_capacity", measure=51), "40 %"),
    (Loss("physical_capacity", measure=70), "40 %"),
    (Loss("hearing_reduced_one", measure=30), "9 %"),
    (Loss("hearing_reduced_both", measure=60), "36 %"),
    (Loss("vision", measure=30), "21 %"),
    (Loss("visual_field", measure=100), "70 %"),
    (Loss("scalp", measure=10), "10 %"),
    (Loss("scalp", measure=30), "30 %"),
    (Loss("scalp"), "10 % – 30 %"),
    (Loss("leg_shortened"), "10 % – 30 %"),
    (Loss("physical_capacity"), "0 % – 40 %"),
    (Loss("hearing_reduced_one"), "0 % – 20 %"),
    (Loss("vision"), "0 % – 70 %"),
]


@pytest.mark.parametrize(("loss", "says"), MEASURED, ids=[f"{loss.part}-{loss.measure}" for loss, _ in MEASURED])
def test_measured_losses(loss: js.Loss, says: str) -> None:
    found = jkk.percentage(loss, on=ON)
    assert found.text() == says
    assert (found.share is None) is (loss.measure is None) is bool(found.missing)


OPEN: list[tuple[js.Reading, str, str, tuple[js.Loss, ...]]] = [
    (readings.PART_OF_A_STEP, "3 %", "4.5 %", (Loss("hearing_reduced_one", measure=15),)),
    (readings.REDUCED_HEARING, "40 %", "48 %", (Loss("hearing_reduced_both", measure=80),)),
    (readings.CAPACITY_BETWEEN_CLASSES, "20 %", "40 %", (Loss("physical_capacity", measure=Fraction("50.5")),)),
    (readings.SEVERAL_LOSSES, "70 %", "82 %", (Loss("both_legs"), Loss("thumb_left"))),
]


@pytest.mark.parametrize(("reading", "default", "other", "losses"), OPEN, ids=[each[0].name for each in OPEN])
def test_open_questions(reading: js.Reading, default: str, other: str, losses: tuple[js.Loss, ...]) -> None:
    assert reading in jkk.percentage(losses, on=ON, left_handed=False).readings
    assert percent(*losses, left_handed=False) == default
    assert percent(*losses, left_handed=False, law=js.LAW.reading(reading, reading.options[1].name)) == other


@pytest.mark.parametrize(
    "loss",
    [
        Loss("physical_capacity", measure=25),
        Loss("physical_capacity", measure=50),
        Loss("vision", measure=100),
        Loss("hearing_reduced_one", measure=60),
    ],
)
def test_what_the_table_settles_is_no_open_question(loss: js.Loss) -> None:
    assert jkk.percentage(loss, on=ON).readings == ()


def test_several_losses() -> None:
    both = (Loss("foot"), Loss("big_toe"))
    found = jkk.percentage(both, on=ON)
    assert [each.step().numbers for each in found.work] == ["25 %", "5 %", "25 % + 5 % = 30 %"]
    assert percent(*both, law=js.LAW.reading(readings.SEVERAL_LOSSES, "highest")) == "25 %"
    more = jkk.percentage((Loss("both_legs"), Loss("smell")), on=ON)
    assert more.work[-1].step("id").numbers == "70 % + 10 % = 80 % → 70 %"
    assert readings.SEVERAL_LOSSES not in jkk.percentage(Loss("foot"), on=ON).readings
    highest = js.LAW.reading(readings.SEVERAL_LOSSES, "highest")
    assert [len(jkk.percentage(each, on=ON, law=highest).work) for each in (both, both[:1])] == [3, 1]


@pytest.mark.parametrize("part", [part for part in js.BodyPart if part.endswith("_right")])
def test_left_handed_people_swap_sides(part: js.BodyPart) -> None:
    right, left = Loss(part), Loss(js.BodyPart(part.removesuffix("right") + "left"))
    assert percent(right, left_handed=True) == percent(left, left_handed=False)
    assert percent(left, left_handed=True) == percent(right, left_handed=False)
    law = js.LAW.reading(readings.LEFT_HANDED, "as_printed")
    assert percent(right, left_handed=True, law=law) == percent(right, left_handed=False)
    assert readings.LEFT_HANDED in jkk.percentage(right, on=ON, left_handed=True).readings
    assert readings.LEFT_HANDED not in jkk.percentage(right, on=ON, left_handed=False).readings


def test_right_handed_is_taken_for_granted_and_told() -> None:
    found = jkk.percentage(Loss("hand_right"), on=ON)
    assert [each.fact for each in found.assumed] == ["disability.left_handed"]
    assert jkk.percentage(Loss("hand_right"), on=ON, left_handed=False).assumed == ()
    assert jkk.percentage(Loss("foot"), on=ON).assumed == ()


def test_steps_are_told_in_both_languages() -> None:
    found = jkk.percentage(Loss("finger_left", count=2, function=Fraction(1, 2)), on=ON, left_handed=True)
    step = found.work[0].step("id")
    assert (step.formula, step.numbers) == ("salah satu jari lain tangan kiri, orang kidal", "50 % × 2 × 4 % = 4 %")
    measured = jkk.percentage(Loss("leg_shortened", measure=Fraction("7.5")), on=ON)
    assert measured.work[0].step("id").numbers == "7,5 cm → 30 %"
    assert measured.text("id") == "30 %"
    assert str(measured.basis[0]) == "PP 44/2015 art. 25(5) as amended by PP 82/2019 [A]"


def test_ranges_go_together() -> None:
    found = jkk.percentage((Loss("scalp"), Loss("smell")), on=ON)
    assert (found.text(), found.work[-1].step("id").numbers) == ("20 % – 40 %", "20 % – 40 %")


def test_what_the_doctor_found() -> None:
    found = jkk.percentage(js.PartialDisability(percent=Fraction(9, 2)), on=ON)
    assert (found.text(), found.share) == ("4.5 %", Fraction(45, 1000))
    assert jkk.percentage(js.PartialDisability(percent=70), on=ON).text() == "70 %"
    with pytest.raises(errors.OverTheCap, match="71 % is above 70 %"):
        jkk.percentage(js.PartialDisability(percent=71), on=ON)


def test_nothing_known_is_not_nothing() -> None:
    found = jkk.percentage(js.PartialDisability(), on=ON)
    assert (found.share, found.text()) == (None, "0 % – 70 %")
    assert [fact.key for fact in found.missing] == ["disability.losses"]


def test_measures_outside_the_table() -> None:
    with pytest.raises(errors.OverTheCap, match="it is a total disability"):
        percent(Loss("physical_capacity", measure=71))
    with pytest.raises(errors.OutOfRange, match="give 10 to 30"):
        percent(Loss("scalp", measure=31))
    with pytest.raises(errors.BeforeLaw):
        jkk.percentage(Loss("toe"), on=date(2015, 6, 30))


def test_unequal_eyes() -> None:
    # (3 x 80 + 40) / 4 = 70 left, 30 lost; annex II of PP 53/2012 with the divisor 4.
    lost = jkk.lost_vision(80, 40, on=ON)
    assert lost == 30
    assert percent(Loss("vision", measure=lost)) == "21 %"
    assert jkk.lost_vision(100, 0, on=ON) == 25
    assert jkk.lost_vision(0, 0, on=ON) == 100
    with pytest.raises(errors.Contradiction, match="swap the two"):
        jkk.lost_vision(40, 80, on=ON)
    with pytest.raises(errors.OutOfRange):
        jkk.lost_vision(101, 80, on=ON)
    with pytest.raises(errors.MissingFact):
        jkk.lost_vision(None, 80, on=ON)  # type: ignore[arg-type]


def test_the_table_checks_itself() -> None:
    unit, eyes = jkk.DISABILITY.unit, jkk.BOTH_EYES_EFFICIENCY.unit
    rows = jkk.DISABILITY.rows[0].value
    assert unit.check(rows)
    assert not unit.check(rows[1:])
    assert not unit.check(())
    assert not unit.check((1,))
    assert "lengan kanan dari sendi bahu ke bawah: 40 %" in unit.show(rows, "id")
    assert "kaki memendek sebelah, dari 0 cm: 10 %" in unit.show(rows, "id")
    assert "setiap 10 desibel: 6 %" in unit.show(rows, "id")
    assert not eyes.check((3, 1))
    assert eyes.show(jkk.Weights(3, 1), "id") == "(3 × terbaik + 1 × terburuk) / 4"


def test_stages_check_themselves() -> None:
    unit, stage = jkk.INCAPACITY.unit, jkk.Stage
    whole = Fraction(1)
    assert unit.check((stage(None, whole),))
    for bad in (
        (),
        (1,),
        (stage(6, whole),),
        (stage(None, whole), stage(None, whole)),
        (stage(6, whole), stage(6, whole), stage(None, whole)),
        (stage(None, Fraction(3, 2)),),
    ):
        assert not unit.check(bad)
