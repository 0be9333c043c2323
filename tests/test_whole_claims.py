"""Claims over every programme: what each end of work, a disability and a death bring together; some asked alone."""

import json
from datetime import date
from typing import Any

import pytest

import jamsostek as js
from jamsostek import errors, jht, jp

FIRM = js.Employer(risk_group=3, scale="medium")
PERSON = js.Person(born=date(1990, 6, 15), citizen=True, health_cover="employer")
ANA = js.WageEarner(wage=4_000_000, employer=FIRM, person=PERSON)
HISTORY = js.History.unbroken("2018-01", "2025-02", wage=4_000_000)
MEMBER = js.Member(ANA, registered=date(2018, 1, 8), history=HISTORY, withdrawals=())
FAMILY = js.Family(spouse=js.Spouse(name="Budi"), children=())
LAW = js.LAW.scenario(jht.CREDITED_RATE, dict.fromkeys(range(2021, 2056), "5.5 %"))
ON = date(2025, 3, 1)
RISKS = (js.Programme.JKK, js.Programme.JKM)
EVENTS: dict[Any, dict[str, int]] = {
    js.Dismissal(on=ON, new_job="none", claimed=date(2025, 4, 2)): {"JHT": 24_133_205, "JKP": 14_400_000},
    js.Resignation(on=ON, new_job="none"): {"JHT": 24_133_205},
    js.ContractEnd(on=ON): {"JHT": 24_024_090},
    js.LeavingIndonesia(on=ON, for_good=True): {"JHT": 24_024_090},
    js.Retirement(on=ON, agreed_age=56): {},
    js.TotalDisability(on=ON, work_related=False): {"JHT": 24_024_090},
    js.Death(on=ON, work_related=False): {"JKM": 42_000_000, "JHT": 24_024_090},
}


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: type(event).__name__)
def test_an_event_brings_together_what_programmes_owe(event: Any) -> None:
    claim = js.claim(event, MEMBER, FAMILY, law=LAW)
    owed = {str(programme): amount for programme, amount in claim.by_programme.items() if amount}
    assert owed == EVENTS[event]
    assert list(claim.verdicts) == ["JKK", "JKM", "JHT", "JP", "JKP"]
    for programme, verdict in claim.verdicts.items():
        alone = js.claim(event, MEMBER, FAMILY, programmes=[programme], law=LAW)
        assert alone.items == claim[programme]
        assert alone.verdicts == {programme: verdict}
    rebuilt = json.loads(json.dumps(claim.to_dict()))
    assert js.claim(*js.Claim.inputs(rebuilt), law=LAW) == claim


def test_a_widow_draws_a_pension_beside_the_sums() -> None:
    claim = js.claim(js.Death(on=ON, work_related=False), MEMBER, FAMILY, law=LAW)
    assert claim.lump_sum == 42_000_000 + 24_024_090
    assert [str(item) for item in claim.recurring] == [
        "<JP spouse Budi: 399,700 monthly, any number of times, eligible>"
    ]
    assert claim["JP"] == jp.benefit(js.Death(on=ON, work_related=False), MEMBER, FAMILY, law=LAW)
    assert claim.at_most is None


def test_what_nobody_published_is_missing() -> None:
    claim = js.claim(js.Death(on=ON, work_related=False), MEMBER, FAMILY)
    (savings,) = claim["JHT"]
    assert (savings.amount, savings.at_least) == (None, 19_608_000)
    assert (claim.lump_sum, claim.at_least) == (None, 61_608_000)
    assert "law.credited_rates" in [fact.key for fact in claim.missing]


def test_the_doubt_whether_work_caused_it_leaves_balance_and_pension_alone() -> None:
    event = js.Death(on=ON)
    doubtful = js.claim(event, MEMBER, FAMILY, law=LAW)
    assert len(doubtful.ways) == 2
    assert doubtful["JHT"] == doubtful.ways[0]["JHT"] == doubtful.ways[1]["JHT"]
    assert js.claim(event, MEMBER, FAMILY, programmes=["JHT", "JP"], law=LAW).ways == ()
    alone = js.claim(event, MEMBER, FAMILY, programmes="JKM", law=LAW)
    assert [way.at_least for way in alone.ways] == [0, 42_000_000]
    assert alone.programmes == frozenset({js.Programme.JKM})
    assert alone.to_dict()["programmes"] == ["JKM"]
    assert js.Programme.JKK not in alone.verdicts


def test_scholarships_go_with_their_programme() -> None:
    school = js.School("primary", 3)
    child = js.Child(name="Citra", born=date(2015, 3, 2), school=school, married=False, works=False, lawful=True)
    family = js.Family(spouse=js.Spouse(name="Budi"), children=[child])
    event = js.Death(on=ON)
    for programme in RISKS:
        alone = js.claim(event, MEMBER, family, programmes=[programme], law=LAW)
        assert {item.programme for item in alone.items} == {programme}
    whole = js.claim(event, MEMBER, family, programmes=RISKS, law=LAW)
    parts = [js.claim(event, MEMBER, family, programmes=[each], law=LAW) for each in RISKS]
    assert len(whole) == sum(len(each) for each in parts)


def test_programmes_that_are_none() -> None:
    with pytest.raises(errors.UnknownProgramme, match="JKX"):
        js.claim(js.Death(on=ON), MEMBER, FAMILY, programmes=["JKX"])  # type: ignore[list-item]
    with pytest.raises(errors.Contradiction):
        js.claim(js.Death(on=ON), MEMBER, FAMILY, programmes=[])


def test_known_balances_rebuild() -> None:
    told = js.Member(
        ANA, savings=js.Balance("2025-01", 20_000_000), withdrawals=[js.Withdrawal(date(2025, 2, 3), 1_000_000)]
    )
    claim = js.claim(js.LeavingIndonesia(on=ON, for_good=True), told, programmes="JHT", law=LAW)
    _, member, _ = js.Claim.inputs(json.loads(json.dumps(claim.to_dict())))
    assert member == told
    (item,) = claim["JHT"]
    assert item.amount is None  # the months of 2025 are not known
    assert item.floor == 19_178_750
