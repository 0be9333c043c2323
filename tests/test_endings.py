"""How work ends: what the events take and refuse."""

from datetime import date, datetime
from typing import Any

import pytest

import jamsostek as js
from jamsostek import errors
from jamsostek._endings import Ending

ON = date(2025, 3, 1)
BEFORE = date(2025, 2, 28)
ANY: Any = js  # for what the types forbid
EVENTS = ("Dismissal", "Resignation", "ContractEnd", "ActivityEnd", "Retirement", "LeavingIndonesia")


def faults(make: Any) -> list[tuple[type[errors.JamsostekError], str]]:
    with pytest.raises(errors.JamsostekError) as caught:
        make()
    return [(type(each), each.where) for each in errors.each_of(caught.value)]


@pytest.mark.parametrize("name", EVENTS)
def test_every_end_has_its_day(name: str) -> None:
    event = getattr(js, name)
    assert event(on=ON).on == ON
    assert event(on=ON).claimed is None
    assert isinstance(event(on=ON, claimed=ON), Ending)
    assert faults(lambda: event(on=None)) == [(errors.MissingFact, "on")]
    assert faults(lambda: event(on="2025-03-01")) == [(errors.NotADate, "on")]
    assert faults(lambda: event(on=date(2015, 6, 30))) == [(errors.BeforeLaw, "on")]
    assert faults(lambda: event(on=ON, claimed=datetime(2025, 3, 1))) == [(errors.NotADate, "claimed")]
    assert faults(lambda: event(on=None, claimed=BEFORE)) == [(errors.MissingFact, "on")]


@pytest.mark.parametrize("name", EVENTS[:4])
def test_no_claim_before_the_event(name: str) -> None:
    with pytest.raises(errors.TooEarly, match=r"2025-02-28 lies before the event on 2025-03-01"):
        getattr(js, name)(on=ON, claimed=BEFORE)


@pytest.mark.parametrize("name", EVENTS[4:])
def test_some_claims_may_be_filed_ahead(name: str) -> None:
    assert getattr(js, name)(on=ON, claimed=BEFORE).claimed == BEFORE


@pytest.mark.parametrize("name", EVENTS[:3])
def test_new_jobs(name: str) -> None:
    event = getattr(js, name)
    assert event(on=ON, new_job="none").new_job == "none"
    assert event(on=ON, new_job=ON).new_job == ON
    assert faults(lambda: event(on=ON, new_job="never")) == [(errors.NotADate, "new_job")]
    assert faults(lambda: event(on=ON, new_job=datetime(2025, 4, 1))) == [(errors.NotADate, "new_job")]
    assert faults(lambda: event(on=ON, new_job=BEFORE)) == [(errors.Contradiction, "new_job")]
    assert faults(lambda: event(on=None, new_job=BEFORE)) == [(errors.MissingFact, "on")]


def test_all_faults_arrive_together() -> None:
    assert faults(
        lambda: js.Dismissal(on=ON, claimed=BEFORE, new_job=BEFORE, willing=ANY.LAW, reported=ANY.LAW, proof=ANY.LAW)
    ) == [
        (errors.TooEarly, "claimed"),
        (errors.Contradiction, "new_job"),
        (errors.WrongType, "willing"),
        (errors.WrongType, "reported"),
        (errors.UnknownKind, "proof"),
    ]


def test_proofs_by_word() -> None:
    assert js.Dismissal(on=ON, proof="ruling").proof is js.DismissalProof.RULING


def test_single_facts() -> None:
    assert js.Resignation(on=ON, certificate=BEFORE).certificate == BEFORE
    assert faults(lambda: js.Resignation(on=ON, certificate=ANY.LAW)) == [(errors.NotADate, "certificate")]
    assert js.Retirement(on=ON, agreed_age=55).agreed_age == 55
    assert faults(lambda: js.Retirement(on=ON, agreed_age=5, deferred=ANY.LAW)) == [
        (errors.WrongType, "agreed_age"),
        (errors.WrongType, "deferred"),
    ]
    assert faults(lambda: js.LeavingIndonesia(on=ON, for_good=ANY.LAW)) == [(errors.WrongType, "for_good")]
