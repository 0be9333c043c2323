"""Work accidents as they are told: what they check, and whether they are work accidents."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

import jamsostek as js
from jamsostek import errors, jkk, readings
from jamsostek._cases import case_of
from jamsostek.jkk.benefit_rules import provide

ON = date(2024, 3, 1)
DEATH = js.Death(on=ON)


def accident(**facts: Any) -> js.WorkAccident:
    return js.WorkAccident(**{"on": ON, **facts})


VERDICTS: list[tuple[str, dict[str, Any], str]] = [
    ("as it is called", {}, "yes"),
    ("decided so", {"circumstance": "commute", "usual_route": False, "recognised": True}, "yes"),
    ("decided otherwise", {"recognised": False}, "no: it was decided not to be a work accident"),
    ("workplace", {"circumstance": "workplace", "external_force": True}, "yes"),
    ("no external force", {"circumstance": "workplace", "external_force": False}, "no: an injury by an external force"),
    ("not known", {"circumstance": "workplace"}, "cannot be said without: an injury by an external force"),
    ("commute", {"circumstance": "commute", "external_force": True, "usual_route": True}, "yes"),
    ("detour", {"circumstance": "commute", "external_force": True, "usual_route": False}, "no: on the usual or a"),
    ("detour settles it", {"circumstance": "commute", "usual_route": False}, "no: on the usual or a reasonable way"),
    ("duty travel", {"circumstance": "duty_travel", "external_force": True, "ordered": True}, "yes"),
    ("private travel", {"circumstance": "duty_travel", "external_force": True, "ordered": False}, "no: ordered by"),
    ("urgent", {"circumstance": "urgent_matter", "external_force": True, "permitted": True}, "yes"),
    ("without leave", {"circumstance": "urgent_matter", "external_force": True, "permitted": False}, "no: with the"),
    ("disease", {"circumstance": "disease", "caused_by_work": True}, "yes"),
    ("another disease", {"circumstance": "disease", "caused_by_work": False}, "no: caused by the work"),
    ("violence", {"on": date(2025, 2, 24), "circumstance": "violence", "at_work": True}, "yes"),
    ("violence at home", {"on": date(2025, 2, 24), "circumstance": "violence", "at_work": False}, "no: at work"),
    ("violence before", {"on": date(2025, 2, 23), "circumstance": "violence", "at_work": True}, "yes"),
]


@pytest.mark.parametrize(("facts", "says"), [each[1:] for each in VERDICTS], ids=[each[0] for each in VERDICTS])
def test_what_is_a_work_accident(facts: dict[str, Any], says: str) -> None:
    verdict = jkk.work_accident(accident(**facts))
    assert verdict.text().startswith(says)
    assert all(reason.cite.text("id") for reason in verdict.because)


@pytest.mark.parametrize(
    ("hours", "at_once", "says"),
    [
        (23, True, "yes"),
        (24, True, "no: hours until death"),
        (23, False, "no: taken to a health"),
        (None, True, "cannot"),
    ],
)
def test_sudden_death(hours: int | None, at_once: bool, says: str) -> None:
    # Less than 24 hours: press of 2019-08-12 and 2024-03-26.
    event = accident(
        circumstance="sudden_death", at_work=True, taken_at_once=at_once, hours_to_death=hours, outcome=DEATH
    )
    assert jkk.work_accident(event).text().startswith(says)


def test_violence_before_the_rule_is_a_reading() -> None:
    event = accident(circumstance="violence", at_work=True)
    law = js.LAW.reading(readings.VIOLENCE_BEFORE_2025, "not_covered")
    assert jkk.work_accident(event, law=law).text() == (
        "no: violence at work is a work accident from 2025-02-24 on (Permenaker 1/2025)"
    )
    worker = js.Member(js.WageEarner(wage=3_000_000, risk_group=1), registered=date(2020, 1, 6))
    assert readings.VIOLENCE_BEFORE_2025 in provide(case_of(event, worker, None, law)).readings
    for facts in ({"circumstance": "workplace"}, {"circumstance": "violence", "recognised": True}):
        told = provide(case_of(accident(external_force=None, **facts), worker, None, law)).readings
        assert readings.VIOLENCE_BEFORE_2025 not in told
    later = accident(on=date(2025, 2, 24), circumstance="violence", at_work=True)
    assert jkk.work_accident(later, law=law)


def test_only_an_accident_can_be_asked_about() -> None:
    with pytest.raises(errors.WrongType, match=r"jamsostek\.WorkAccident"):
        jkk.work_accident(DEATH)  # type: ignore[arg-type]


BAD: list[tuple[str, Callable[[], Any], type[Exception], str]] = [
    ("before the law", lambda: accident(on=date(2015, 6, 30)), errors.BeforeLaw, "PP 14/1993 governed until then"),
    ("no day", lambda: accident(on=None), errors.MissingFact, "the day is not given"),
    ("circumstance", lambda: accident(circumstance="comute"), errors.UnknownKind, "did you mean 'commute'"),
    ("flag", lambda: accident(recognised="yes"), errors.WrongType, "neither True, False nor None"),
    (
        "fact of another",
        lambda: accident(circumstance="workplace", usual_route=True),
        errors.Contradiction,
        "workplace",
    ),
    ("hours", lambda: accident(report_hours=1.5), errors.WrongType, "no whole number"),
    ("negative hours", lambda: accident(report_hours=-1), errors.OutOfRange, "negative"),
    ("arose", lambda: accident(arose_on=date(2024, 3, 2)), errors.Contradiction, "lies after the diagnosis"),
    ("reported", lambda: accident(reported_on=date(2024, 2, 29)), errors.Contradiction, "lies after its report"),
    ("wage", lambda: accident(true_wage=3), errors.AbsurdAmount, "cannot be the pay of one month"),
    ("outcome before", lambda: accident(outcome=js.Death(on=date(2024, 2, 1))), errors.Contradiction, "the death on"),
    ("no outcome", lambda: accident(outcome="death"), errors.WrongType, "comes of no accident"),
    (
        "not work-related",
        lambda: accident(outcome=js.Death(on=ON, work_related=False)),
        errors.Contradiction,
        "told not to be work-related",
    ),
    (
        "another accident",
        lambda: accident(outcome=js.Death(on=ON, accident_on=date(2024, 2, 1))),
        errors.Contradiction,
        "its accident is told to be on 2024-02-01",
    ),
    ("twice", lambda: accident(outcome=[DEATH, DEATH]), errors.NamedTwice, "Death is there twice"),
    (
        "dead and disabled",
        lambda: accident(outcome=[DEATH, js.TotalDisability(on=ON)]),
        errors.Contradiction,
        "Death and TotalDisability of one accident",
    ),
    ("sudden", lambda: accident(circumstance="sudden_death"), errors.Contradiction, "a sudden death without a death"),
    ("part", lambda: js.Loss("thumb"), errors.UnknownBodyPart, "did you mean"),  # type: ignore[arg-type]
    ("no part", lambda: js.Loss(None), errors.MissingFact, "no part is named"),  # type: ignore[arg-type]
    ("function", lambda: js.Loss("leg", function=Fraction(3, 2)), errors.OutOfRange, "not within 0 and 1"),
    ("negative function", lambda: js.Loss("leg", function=-1), errors.OutOfRange, "not within 0 and 1"),
    ("float", lambda: js.Loss("leg", function=0.5), errors.WrongType, "no exact number"),  # type: ignore[arg-type]
    ("count", lambda: js.Loss("leg", count=2), errors.OutOfRange, "give 1"),
    ("fingers", lambda: js.Loss("finger_left", count=4), errors.OutOfRange, "give 1 to 3"),
    ("half a finger", lambda: js.Loss("toe", count=1.5), errors.WrongType, "no number of parts"),  # type: ignore[arg-type]
    ("measure", lambda: js.Loss("vision", measure=101), errors.OutOfRange, "percent from 0 to 100"),
    ("no shortening", lambda: js.Loss("leg_shortened", measure=0), errors.OutOfRange, "0 cm is not shortened"),
    ("decibels", lambda: js.Loss("hearing_reduced_one", measure=200), errors.OutOfRange, "decibels from 0 to 130"),
    ("not measured", lambda: js.Loss("leg", measure=3), errors.Contradiction, "leg is not measured"),
    ("both", lambda: js.Loss("vision", function=1, measure=3), errors.Contradiction, "give measure, not function"),
    (
        "within",
        lambda: js.PartialDisability(losses=[js.Loss("arm_left"), js.Loss("thumb_left")]),
        errors.Contradiction,
        "thumb_left is lost with arm_left",
    ),
    (
        "loss twice",
        lambda: js.PartialDisability(losses=[js.Loss("toe"), js.Loss("toe")]),
        errors.NamedTwice,
        "name it once, with its count",
    ),
    ("no loss", lambda: js.PartialDisability(losses=["arm_left"]), errors.WrongType, "no loss"),  # type: ignore[list-item]
    ("one number", lambda: js.PartialDisability(losses=5), errors.WrongType, "no loss"),  # type: ignore[arg-type]
    ("empty", lambda: js.PartialDisability(losses=()), errors.Contradiction, "nothing is lost"),
    ("nothing", lambda: js.PartialDisability(percent=0), errors.Contradiction, "nothing is lost"),
    (
        "percent and losses",
        lambda: js.PartialDisability(percent=5, losses=js.Loss("toe")),
        errors.Contradiction,
        "given beside losses",
    ),
    ("months", lambda: js.Incapacity(months="3"), errors.WrongType, "no whole number"),  # type: ignore[arg-type]
    ("days", lambda: js.Incapacity(months=1, days=31), errors.OutOfRange, "a month or more"),
    ("no days", lambda: js.Incapacity(days=1.5), errors.WrongType, "no whole number"),  # type: ignore[arg-type]
    ("negative wage", lambda: js.Incapacity(months=1, wage_paid=-1), errors.NegativeAmount, "negative"),
    (
        "days swapped",
        lambda: js.Incapacity.between(date(2024, 2, 1), date(2024, 1, 1)),
        errors.Contradiction,
        "lies before",
    ),
    ("no first day", lambda: js.Incapacity.between(None, ON), errors.NotADate, "no day is given"),  # type: ignore[arg-type]
    ("no date", lambda: js.Incapacity.between("2024", ON), errors.NotADate, "no plain date"),  # type: ignore[arg-type]
    ("nothing spent", js.Expenses, errors.MissingFact, "nothing was spent"),
    ("absurd", lambda: js.Expenses(land=10**12), errors.AbsurdAmount, "beyond sense"),
    ("float money", lambda: js.Expenses(glasses=1.5), errors.FloatAmount, "float"),
]


@pytest.mark.parametrize(("make", "error", "says"), [bad[1:] for bad in BAD], ids=[bad[0] for bad in BAD])
def test_bad_input(make: Callable[[], Any], error: type[Exception], says: str) -> None:
    with pytest.raises(error) as caught:
        make()
    assert says in str(caught.value)


def test_several_faults_are_told_together() -> None:
    with pytest.raises(errors.SeveralErrors) as caught:
        accident(circumstance="comute", report_hours=-1, reported_on=date(2024, 2, 1))
    assert [type(each) for each in caught.value.errors] == [
        errors.UnknownKind,
        errors.OutOfRange,
        errors.Contradiction,
    ]


def test_incapacity_between_two_days() -> None:
    between = js.Incapacity.between
    assert between(date(2024, 1, 10), date(2024, 1, 10)) == js.Incapacity(months=0, days=1)
    assert between(date(2024, 1, 10), date(2024, 2, 9)) == js.Incapacity(months=1)
    assert between(date(2024, 1, 10), date(2025, 3, 14), wage_paid=5) == js.Incapacity(months=14, days=5, wage_paid=5)


def test_words_become_members() -> None:
    assert accident(circumstance="commute").circumstance is js.Circumstance.COMMUTE
    assert accident().outcome is accident(outcome=None).outcome is None
    assert accident(outcome=[]).outcome == ()
    assert accident(outcome=DEATH).outcome == (DEATH,)
    assert js.Loss(js.BodyPart.TOE) == js.Loss("toe")
    assert js.Expenses(glasses=1).glasses == (1,)
