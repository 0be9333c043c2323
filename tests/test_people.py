"""Inputs check themselves; several faults are told together."""

import inspect
import pickle
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import attrs
import pytest

import jamsostek as js
from jamsostek import errors

BAD: list[tuple[str, Callable[[], Any], type[Exception], str]] = [
    ("negative wage", lambda: js.WageEarner(wage=-1), errors.NegativeAmount, "wage: -1 is negative"),
    ("zero wage", lambda: js.WageEarner(wage=0), errors.ZeroAmount, "0 is no wage"),
    ("float wage", lambda: js.WageEarner(wage=4e6), errors.FloatAmount, "4_000_000"),  # type: ignore[arg-type]
    ("wage in thousands", lambda: js.WageEarner(wage=4_000), errors.AbsurdAmount, "not thousands"),
    ("wage too high", lambda: js.WageEarner(wage=10_000_000_001), errors.AbsurdAmount, "Rp10,000,000,000"),
    ("text", lambda: js.WageEarner(wage="4 juta"), errors.NotAnAmount, "'4 juta'"),  # type: ignore[arg-type]
    ("bool", lambda: js.WageEarner(wage=True), errors.NotAnAmount, "True"),
    ("None", lambda: js.WageEarner(wage=None), errors.NotAnAmount, "None"),  # type: ignore[arg-type]
    ("negative income", lambda: js.SelfEmployed(income=-5), errors.NegativeAmount, "income"),
    ("group 6", lambda: js.WageEarner(wage=4_000_000, risk_group=6), errors.UnknownRiskGroup, "1, 2, 3, 4, 5"),
    ("group True", lambda: js.Employer(risk_group=True), errors.UnknownRiskGroup, "True"),
    ("group text", lambda: js.Employer(risk_group="II"), errors.UnknownRiskGroup, "'II'"),  # type: ignore[arg-type]
    ("scale", lambda: js.Employer(scale="medum"), errors.UnknownScale, "did you mean 'medium'"),  # type: ignore[arg-type]
    ("scale number", lambda: js.Employer(scale=3), errors.UnknownScale, "3"),  # type: ignore[arg-type]
    ("industry", lambda: js.Employer(industry="shoes"), errors.UnknownIndustry, "footwear"),  # type: ignore[arg-type]
    ("kind of employer", lambda: js.Employer(kind="ngo"), errors.UnknownKind, "company"),  # type: ignore[arg-type]
    ("workers", lambda: js.Employer(active_workers=-3), errors.NegativeAmount, "active_workers"),
    ("half a worker", lambda: js.Employer(active_workers=1.5), errors.WrongType, "1.5"),  # type: ignore[arg-type]
    ("paid up to a year", lambda: js.SelfEmployed(income=0, paid_up_to="2025"), errors.NotAMonth, "paid_up_to: '2025'"),
    ("paid up to a day", lambda: js.Employer(paid_up_to="2025-01-31"), errors.DateForMonth, "Month.of"),
    ("scale of a household", lambda: js.Employer(kind="private_person", scale="micro"), errors.Contradiction, "scale"),
    ("sector", lambda: js.SelfEmployed(income=0, sector="taxi"), errors.UnknownSector, "transport"),  # type: ignore[arg-type]
    ("payer", lambda: js.SelfEmployed(income=0, paid_by="city"), errors.UnknownPayer, "regional_budget"),  # type: ignore[arg-type]
    ("kind", lambda: js.SelfEmployed(income=0, kind="boss"), errors.UnknownKind, "own_account"),  # type: ignore[arg-type]
    ("programme", lambda: js.SelfEmployed(income=0, programmes=["JK"]), errors.UnknownProgramme, "JKK"),  # type: ignore[list-item]
    ("no list", lambda: js.SelfEmployed(income=0, programmes=5), errors.WrongType, "5 is no list"),  # type: ignore[arg-type]
    ("income in thousands", lambda: js.SelfEmployed(income=5_000), errors.AbsurdAmount, "not thousands"),
    ("Indonesian label", lambda: js.Employer(scale="kecil"), errors.UnknownScale, "did you mean 'small'"),  # type: ignore[arg-type]
    ("no programme", lambda: js.SelfEmployed(income=0, programmes=[]), errors.Contradiction, "empty"),
    ("risk group", lambda: js.SelfEmployed(income=0, risk_group=3), errors.RiskGroupNotAsked, "income"),  # type: ignore[arg-type]
    ("person", lambda: js.SelfEmployed(income=0, person="Ana"), errors.WrongType, "jamsostek.Person"),  # type: ignore[arg-type]
    ("employer", lambda: js.WageEarner(wage=4_000_000, employer="firm"), errors.WrongType, "Employer"),  # type: ignore[arg-type]
    (
        "group twice",
        lambda: js.WageEarner(wage=4_000_000, risk_group=1, employer=js.Employer(risk_group=1)),
        errors.Contradiction,
        "give it once",
    ),
    ("born", lambda: js.Person(born="1990-06-15"), errors.NotADate, "date(1990, 6, 15)"),  # type: ignore[arg-type]
    ("born at an hour", lambda: js.Person(born=datetime(1990, 6, 15)), errors.NotADate, "plain date"),
    ("citizen", lambda: js.Person(citizen="yes"), errors.WrongType, "'yes'"),  # type: ignore[arg-type]
    ("cover", lambda: js.Person(health_cover="PBI"), errors.UnknownKind, "other"),  # type: ignore[arg-type]
    (
        "registered before birth",
        lambda: js.Trainee(wage=3_000_000, registered=date(1990, 1, 1), person=js.Person(born=date(1995, 1, 1))),
        errors.Contradiction,
        "not after birth",
    ),
    ("registered", lambda: js.SelfEmployed(income=0, registered="2020"), errors.NotADate, "registered"),  # type: ignore[arg-type]
]


@pytest.mark.parametrize(("make", "error", "says"), [bad[1:] for bad in BAD], ids=[bad[0] for bad in BAD])
def test_bad_input(make: Callable[[], Any], error: type[Exception], says: str) -> None:
    with pytest.raises(error) as caught:
        make()
    assert says in str(caught.value)
    assert isinstance(caught.value, errors.JamsostekError)
    assert caught.value.mend


def test_several_faults_are_told_together() -> None:
    with pytest.raises(errors.SeveralErrors) as caught:
        js.SelfEmployed(income=1.5, sector="taxi", paid_by="city", risk_group=3)  # type: ignore[arg-type]
    assert [type(error) for error in caught.value.errors] == [
        errors.FloatAmount,
        errors.UnknownSector,
        errors.UnknownPayer,
        errors.RiskGroupNotAsked,
    ]
    assert str(caught.value).count("\n") == 4


def test_plain_words_become_members() -> None:
    firm = js.Employer(risk_group=3, scale="medium", industry="footwear", active_workers=300)
    assert (firm.scale, firm.industry) == (js.Scale.MEDIUM, js.Industry.FOOTWEAR)
    assert js.Employer(scale=js.Scale.MEDIUM, risk_group=3, industry="footwear", active_workers=300) == firm
    alone: Any = "JKK"
    assert js.SelfEmployed(income=0, programmes=alone).programmes == frozenset({js.Programme.JKK})


def test_the_short_form_is_an_employer_with_a_group() -> None:
    short = js.WageEarner(4_000_000, risk_group=2)
    assert short == js.WageEarner(wage=4_000_000, employer=js.Employer(risk_group=2))
    assert attrs.evolve(short, wage=5_000_000).employer.risk_group == 2


@pytest.mark.parametrize("kind", [js.WageEarner, js.Trainee])
def test_a_missing_wage_is_told_of_the_kind_that_was_called(kind: Any) -> None:
    with pytest.raises(TypeError, match=rf"^{kind.__name__}\.__init__\(\) missing 1 required"):
        kind()
    assert list(inspect.signature(kind).parameters)[:3] == ["wage", "risk_group", "employer"]


def test_a_business_type_has_a_group_and_is_none() -> None:
    mill = js.jkk.businesses("rice mill")["III-14"]
    with pytest.raises(errors.UnknownRiskGroup, match=r"a Business is no group; give its \.risk_group"):
        js.Employer(risk_group=mill)  # type: ignore[arg-type]
    assert js.Employer(risk_group=mill.risk_group).risk_group == 3


def test_participants_are_frozen_slotted_values() -> None:
    ana = js.WageEarner(wage=4_000_000, risk_group=2, person=js.Person(born=date(1990, 6, 15), citizen=True))
    with pytest.raises(AttributeError):
        ana.wage = 1  # type: ignore[misc]
    with pytest.raises(AttributeError):
        ana.salary = 1  # type: ignore[attr-defined]
    assert ana == pickle.loads(pickle.dumps(ana))
    assert len({ana, pickle.loads(pickle.dumps(ana))}) == 1


def test_integers_of_other_kinds_become_plain() -> None:
    class Index:
        def __index__(self) -> int:
            return 2

    odd: Any = Index()
    firm = js.Employer(risk_group=odd, active_workers=odd)
    assert (type(firm.risk_group), type(firm.active_workers)) == (int, int)
    assert js.WageEarner(wage=4_000_000, risk_group=odd).risk_group == 2
    assert js.Trainee(wage=4_000_000, risk_group=odd).risk_group == 2


@pytest.mark.parametrize(
    "participant",
    [
        js.WageEarner(
            wage=4_000_000,
            employer=js.Employer(risk_group=3, scale="small", industry="toys", active_workers=5, paid_up_to="2025-01"),
            person=js.Person(born=date(1990, 6, 15), citizen=False, six_months=True, health_cover="other"),
            programmes=["JKK", "JHT"],
            registered=date(2020, 1, 2),
        ),
        js.SelfEmployed(income=0, sector="other", kind="employer", paid_by="donor", paid_up_to="2025-01"),
        js.Trainee(wage=2_900_000, risk_group=3),
    ],
    ids=lambda participant: participant.type_name,
)
def test_rebuild_equal_from_their_dict(participant: js.WageEarner | js.SelfEmployed | js.Trainee) -> None:
    import json

    assert js.from_dict(json.loads(json.dumps(participant.to_dict()))) == participant


@pytest.mark.parametrize(
    ("given", "error", "says"),
    [
        (7, errors.WrongType, "no mapping"),
        ({"type": "worker"}, errors.UnknownKind, "wage_earner"),
        ({"type": ["worker"]}, errors.UnknownKind, "wage_earner"),
        ({"schema": "other/1", "type": "trainee"}, errors.UnknownKind, "jamsostek.participant/1"),
        ({"type": "self_employed"}, errors.MissingFact, "self_employed.income"),
        ({"type": "wage_earner", "wage": 3_000_000, "salary": 1}, errors.UnknownKind, "'salary'"),
        ({"type": "wage_earner", "wage": 3_000_000, "employer": 3}, errors.WrongType, "employer"),
        ({"type": "wage_earner", "wage": 3_000_000, "person": {"born": "yesterday"}}, errors.NotADate, "person.born"),
    ],
)
def test_from_dict_refuses(given: Any, error: type[Exception], says: str) -> None:
    with pytest.raises(error) as caught:
        js.from_dict(given)
    assert says in str(caught.value)


def test_from_dict_tells_the_faults_of_all_parts_together() -> None:
    employer = {"risk_group": 9, "scale": "tiny"}
    with pytest.raises(errors.SeveralErrors) as caught:
        js.from_dict({"type": "wage_earner", "wage": 5e6, "employer": employer, "person": {"born": 5}})
    assert [type(error) for error in caught.value.errors] == [
        errors.UnknownRiskGroup,
        errors.UnknownScale,
        errors.NotADate,
        errors.FloatAmount,
    ]
