"""Migrant workers: worked cases, what contracts cost, phases of cover, events, what is open and says so."""

import json
import tomllib
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest

import jamsostek as js
from claims import faults, law_of
from jamsostek import errors, migrants, readings
from jamsostek.migrants import benefit_law, law

CASES: dict[str, list[dict[str, Any]]] = tomllib.loads((Path(__file__).parent / "cases" / "migrants.toml").read_text())
CHILDLESS = js.Family(spouse=True, children=False)
REGISTERED, DEPARTED = date(2024, 3, 4), date(2024, 5, 6)


def placed(contract: int = 24, **facts: Any) -> js.MigrantWorker:
    return js.MigrantWorker(contract, **{"route": "placed", "registered": REGISTERED, "savings": 0, **facts})


ABROAD = js.Member(placed(departed=DEPARTED))
AT_HOME = js.Member(placed(departed=date(2024, 8, 1)))


def insured(event: Any, member: js.Member = ABROAD, family: js.Family | None = CHILDLESS, **more: Any) -> js.Claim:
    return js.claim(event, member, family, programmes=["JKK", "JKM"], **more)


def refused(claim: js.Claim) -> dict[str, str]:
    return {str(each.benefit): each.verdict.text() for each in claim.refused if each.benefit is not None}


@pytest.mark.parametrize("case", CASES["fee"], ids=[case["id"] for case in CASES["fee"]])
def test_fee(case: dict[str, Any]) -> None:
    found = migrants.contribution(js.MigrantWorker(**case["worker"]), on=case["on"], law=law_of(case))
    expect = case["expect"]
    for name in ("total", "cover", "savings"):
        if name in expect:
            assert getattr(found, name) == expect[name], name
    if "stages" in expect:
        assert [stage.amount for stage in found.stages] == expect["stages"]
    assert dict(found.ways) == expect.get("ways", {})
    assert case["source"]


@pytest.mark.parametrize("case", CASES["event"], ids=[case["id"] for case in CASES["event"]])
def test_event(case: dict[str, Any]) -> None:
    told = dict(case["event"])
    kind = told.pop("type")
    expenses = told.pop("expenses", None)
    if expenses is not None:
        told["outcome"] = js.Expenses(**{name: tuple(v) if isinstance(v, list) else v for name, v in expenses.items()})
    event = getattr(js, kind, None) or getattr(migrants, kind)
    claim = js.claim(event(**told), js.Member(js.MigrantWorker(**case["worker"])), CHILDLESS)
    expect = case["expect"]
    assert claim.lump_sum == expect["lump_sum"]
    if "items" in expect:
        assert {str(item.benefit): item.amount for item in claim.items} == expect["items"]
    if "refused" in expect:
        assert [str(each.benefit) for each in claim.refused if each.benefit is not None] == expect["refused"]
    assert case["source"]


# What a contract costs


def test_a_fee_tells_lines_articles_and_what_is_open() -> None:
    fee = migrants.contribution(placed(23, savings=None))
    assert [(line.part.value, line.amount, line.programmes) for line in fee.lines] == [
        ("before_work", 37_500, ("JKK", "JKM")),
        ("work", 189_000, ("JKK", "JKM")),
        ("extra_months", 148_500, ("JKK", "JKM")),
    ]
    assert fee.on == REGISTERED
    assert [str(cite) for cite in fee.basis][:2] == [
        "Permenaker 4/2023 art. 18(1)a [A]",
        "Permenaker 4/2023 art. 18(1)b [A]",
    ]
    assert (fee.evidence, fee.readings) == ("A", (readings.MIGRANT_NEXT_STEP,))
    assert [each.fact for each in fee.assumed] == ["savings"]
    assert migrants.contribution(placed(23)).assumed == ()
    text = fee.explain()
    assert "11 months × 13,500 = 148,500" in text
    assert "JKK + JKM: 370,000: Yes: nobody pays more than for a longer contract." in text
    assert "paid: JKK + JKM 37,500, then 337,500" in text
    assert "kemudian 337.500" in fee.explain("id")
    assert "Rp337.500, lebih dari" in fee.explain("id")
    assert "sekaligus 108.000" in migrants.contribution(placed(6, route="individual")).explain("id")
    assert "<summary>JKK + JKM cover before work</summary>" in fee._repr_html_()
    assert repr(fee) == "<Fee 23 months, placed: 375,000>"
    told = json.loads(json.dumps(fee.to_dict()))
    assert (told["schema"], told["total"], told["ways"]["cheaper_step"]) == (
        "jamsostek.migrant_fee/1",
        375_000,
        370_000,
    )
    assert js.MigrantWorker.from_dict(told["worker"]) == fee.worker
    with pytest.raises(errors.UnknownLanguage):
        fee.explain("nl")  # type: ignore[arg-type]


def test_the_step_that_costs_more_than_a_longer_one_is_told_at_both_ends() -> None:
    by_length = {n: migrants.contribution(placed(n)) for n in range(1, 41)}
    told = {n: fee.anomalies for n, fee in by_length.items() if fee.anomalies}
    assert set(told) == {23, 24}
    assert told[23] == told[24] == (migrants.Anomaly(migrants.Step(23, 337_500), migrants.Step(24, 332_500)),)
    assert told[23][0].text() == "23 months Rp337,500, more than 24 months Rp332,500"
    assert {n for n, fee in by_length.items() if fee.ways} == {23}
    assert not migrants.contribution(placed(23, registered=None), on=date(2020, 1, 1)).anomalies


def test_the_day_chooses_the_regulation() -> None:
    remembered = migrants.contribution(placed(12, registered=None), on=date(2018, 12, 9))
    assert (remembered.total, remembered.evidence) == (370_000, "M")
    assert migrants.contribution(placed(12, registered=None), on=date(2018, 12, 10)).evidence == "B"
    with pytest.raises(errors.BeforeLaw, match="2017-08-01"):
        migrants.contribution(placed(registered=None), on=date(2017, 7, 31))
    with pytest.raises(errors.BeforeLaw, match=r"migrants\.EXTRA_MONTH"):
        migrants.contribution(placed(25, registered=None), on=date(2020, 1, 1))
    assert migrants.contribution(placed(registered=None), on=date(2026, 8, 27)).marks == ()


def test_the_regulation_of_2026_was_not_read() -> None:
    with pytest.raises(errors.LawChanged, match=r"after 2026-08-27 \(Permen P2MI 9/2026\)") as caught:
        migrants.contribution(placed(registered=None), on=date(2026, 8, 28))
    assert "law.assume_unchanged(*migrants.TABLES)" in caught.value.mend
    assert isinstance(caught.value, LookupError)
    kept = js.LAW.assume_unchanged(*migrants.TABLES)
    found = migrants.contribution(placed(registered=None), on=date(2026, 8, 28), law=kept)
    assert found.total == 370_000
    assert [mark.text_en for mark in found.marks] == ["last known value, assumed unchanged"]
    with pytest.raises(errors.LawChanged):
        insured(migrants.FailedDeparture(on=date(2026, 9, 1), cause="other"), js.Member(placed(registered=None)))
    tables: tuple[js.Dated[Any], ...] = migrants.TABLES
    assert tables == (*law.TABLES, *benefit_law.TABLES)
    for table in tables:
        assert table.rows[-1].until == date(2026, 8, 27)
        assert table.horizon is js.Horizon.REPLACED


def test_what_if_a_month_cost_more() -> None:
    changed = js.LAW.override(migrants.EXTRA_MONTH, since="2024-01", value=20_000)
    found = migrants.contribution(placed(9), law=changed)
    assert (found.total, found.evidence) == (37_500 + 108_000 + 60_000, "given")
    assert "what-if" in found.explain()
    # now more lengths cost more than the next step
    assert len(migrants.contribution(placed(24), law=changed).anomalies) == 4


def test_savings() -> None:
    assert migrants.contribution(placed(savings=50_000)).readings == (readings.MIGRANT_SAVINGS,)
    stays = js.LAW.reading(readings.MIGRANT_SAVINGS, "from_105_000")
    assert migrants.contribution(placed(12, savings=150_000), law=stays).savings == 1_800_000
    with pytest.raises(errors.OutOfRange, match="105,000 – 600,000"):
        migrants.contribution(placed(savings=50_000), law=stays)
    with pytest.raises(errors.OutOfRange, match="50,000, 100,000, 200,000"):
        migrants.contribution(placed(savings=150_000))
    earlier = migrants.contribution(placed(savings=105_000, registered=None), on=date(2020, 1, 1))
    assert (earlier.savings, earlier.readings, earlier.evidence) == (2_520_000, (), "M")


def test_a_fee_asks_for_what_it_goes_by() -> None:
    unknown = js.MigrantWorker(24)
    asked: list[Any] = [
        (lambda: migrants.contribution(unknown), [(errors.MissingFact, "route"), (errors.MissingFact, "on")]),
        (lambda: migrants.phases(unknown), [(errors.MissingFact, "route"), (errors.MissingFact, "on")]),
        (lambda: migrants.contribution(placed(), on=DEPARTED), [(errors.Contradiction, "on")]),
        (lambda: migrants.phases(placed(), on=DEPARTED), [(errors.Contradiction, "on")]),
        (lambda: migrants.contribution(placed(registered="never")), [(errors.MissingFact, "on")]),
        (lambda: migrants.contribution(24), [(errors.WrongType, "worker")]),  # type: ignore[arg-type]
        (lambda: migrants.phases(24), [(errors.WrongType, "worker")]),  # type: ignore[arg-type]
        (lambda: migrants.contribution(placed(registered=None), on="2024"), [(errors.NotADate, "on")]),  # type: ignore[arg-type]
    ]
    for make, expect in asked:
        assert faults(make) == expect
    with pytest.raises(errors.MissingFact, match="nobody registered him"):
        migrants.contribution(placed(registered="never"))
    assert migrants.contribution(placed(), on=REGISTERED) == migrants.contribution(placed())
    with pytest.raises(errors.EvidenceTooWeak, match="savings"):
        migrants.contribution(placed(savings=300_000), law=js.LAW.require("B"))
    with pytest.raises(errors.EvidenceTooWeak, match="migrant_short_contract"):
        migrants.contribution(placed(3), law=js.LAW.require("B"))
    assert migrants.contribution(placed(), law=js.LAW.require("A")).total == 370_000


def test_a_migrant_worker_has_no_bill_of_a_month() -> None:
    with pytest.raises(errors.WrongType, match=r"no bill of a month; take migrants\.contribution"):
        js.contributions(placed(), month="2024-03")  # type: ignore[arg-type]
    with pytest.raises(errors.WrongType, match="takes no part"):
        js.contributions("me", month="2024-03")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("facts", "expect"),
    [
        ({"contract": 0}, [(errors.OutOfRange, "contract")]),
        ({"contract": 121}, [(errors.OutOfRange, "contract")]),
        ({"contract": -1}, [(errors.OutOfRange, "contract")]),
        ({"contract": 1.5}, [(errors.WrongType, "contract")]),
        ({"contract": 24, "route": "sent"}, [(errors.UnknownKind, "route")]),
        ({"contract": 24, "savings": -1}, [(errors.NegativeAmount, "savings")]),
        ({"contract": 24, "departed": "soon"}, [(errors.NotADate, "departed")]),
        (
            {"contract": 24, "registered": "soon", "work_paid": 1},
            [(errors.NotADate, "registered"), (errors.WrongType, "work_paid")],
        ),
        ({"contract": 24, "returned": DEPARTED}, [(errors.Contradiction, "returned")]),
        ({"contract": 24, "departed": DEPARTED, "returned": REGISTERED}, [(errors.Contradiction, "returned")]),
        ({"contract": 24, "person": js.Person(citizen=False)}, [(errors.Contradiction, "person.citizen")]),
        ({"contract": 24, "person": "me"}, [(errors.WrongType, "person")]),
    ],
)
def test_bad_workers(facts: dict[str, Any], expect: list[Any]) -> None:
    assert faults(lambda: js.MigrantWorker(**facts)) == expect


def test_workers_rebuild_from_their_dictionary() -> None:
    worker = placed(departed=DEPARTED, returned=date(2026, 5, 1), person=js.Person(born=date(1990, 1, 1)))
    told = worker.to_dict()
    assert told["type"] == "migrant_worker"
    assert js.MigrantWorker.from_dict(told) == worker
    never = placed(registered="never")
    assert js.MigrantWorker.from_dict(never.to_dict()) == never
    for given, expect in (
        ({}, [(errors.MissingFact, "migrant_worker.contract")]),
        ({"type": "trainee", "contract": 5}, [(errors.UnknownKind, "type")]),
        ({"contract": 5, "wage": 5}, [(errors.UnknownKind, "migrant_worker")]),
        ({"contract": 5, "departed": "soon"}, [(errors.NotADate, "migrant_worker.departed")]),
    ):
        assert faults(partial(js.MigrantWorker.from_dict, given)) == expect


# Phases


def test_phases() -> None:
    spans = migrants.phases(placed(departed=DEPARTED, returned=date(2026, 5, 20)))
    assert [(span.phase.value, span.at_most, str(span.first), str(span.last)) for span in spans] == [
        ("before", 5, "2024-03-04", "2024-05-05"),
        ("during", 25, "2024-05-06", "2026-05-19"),
        ("after", 1, "2026-05-20", "2026-06-19"),
    ]
    assert str(spans[1].cites[0].grade) == "M"
    open_ones = migrants.phases(placed())
    assert [(str(span.first), str(span.last)) for span in open_ones] == [
        ("2024-03-04", "2024-08-03"),
        ("None", "None"),
        ("None", "None"),
    ]
    assert [span.phase for span in migrants.phases(placed(route="individual"))] == ["during", "after"]
    assert str(migrants.register_from(DEPARTED)) == "2024-04-06"
    late = migrants.phases(placed(departed=DEPARTED, returned=date(2026, 6, 7)))
    assert [(span.phase, str(span.last)) for span in late] == [("before", "2024-05-05"), ("during", "2026-06-05")]
    assert len(migrants.phases(placed(departed=DEPARTED, returned=date(2026, 6, 6)))) == 3
    abroad = migrants.phases(placed(departed=date(2024, 3, 4)))  # registered in the country of work
    assert [span.phase for span in abroad] == ["during", "after"]


@pytest.mark.parametrize(
    ("on", "facts", "expect"),
    [
        ((2024, 4, 1), {"departed": DEPARTED}, 42_000_000),
        ((2024, 5, 5), {"departed": DEPARTED}, 42_000_000),
        ((2024, 5, 6), {"departed": DEPARTED}, 85_000_000),
        ((2024, 8, 3), {"departed": date(2024, 9, 1)}, 42_000_000),
        ((2024, 8, 4), {"departed": date(2024, 9, 1)}, "more than 5 months after registration"),
        ((2024, 4, 1), {"departed": DEPARTED, "route": "individual"}, "no cover before work"),
        ((2026, 6, 5), {"departed": DEPARTED}, 85_000_000),
        ((2026, 7, 6), {"departed": DEPARTED}, "cover during work ended on 2026-06-05"),
        ((2026, 6, 6), {"departed": DEPARTED, "returned": date(2026, 6, 6)}, 42_000_000),
        ((2026, 7, 5), {"departed": DEPARTED, "returned": date(2026, 6, 6)}, 42_000_000),
        ((2026, 7, 6), {"departed": DEPARTED, "returned": date(2026, 6, 6)}, "ended on 2026-07-05"),
        ((2026, 6, 20), {"departed": DEPARTED, "returned": date(2026, 6, 8)}, "after cover had ended on 2026-06-05"),
        ((2026, 6, 6), {"departed": DEPARTED, "returned": date(2026, 6, 7)}, "cover during work ended"),
        ((2025, 5, 6), {"departed": DEPARTED, "work_paid": False}, "was not paid for"),
        ((2025, 5, 6), {"departed": DEPARTED, "returned": date(2025, 6, 1)}, 85_000_000),
        ((2025, 5, 6), {"registered": "never", "departed": DEPARTED}, "nobody registered him"),
    ],
)
def test_the_phase_of_a_day_decides(on: tuple[int, int, int], facts: dict[str, Any], expect: int | str) -> None:
    claim = insured(js.Death(on=date(*on), work_related=False), js.Member(placed(**facts)))
    if isinstance(expect, int):
        assert claim.lump_sum == expect
    else:
        (reason,) = claim.verdicts[js.Programme.JKM].because
        assert expect in reason.text()
        assert claim.lump_sum == 0


def test_an_early_return_is_an_open_question() -> None:
    member = js.Member(placed(departed=DEPARTED, returned=date(2025, 1, 6)))
    death = js.Death(on=date(2025, 3, 1), work_related=False)
    claim = insured(death, member)
    assert (claim.lump_sum, claim.readings) == (0, (readings.MIGRANT_EARLY_RETURN,))
    paid = js.LAW.reading(readings.MIGRANT_EARLY_RETURN, "as_paid")
    assert insured(death, member, law=paid).lump_sum == 42_000_000
    assert (
        readings.MIGRANT_EARLY_RETURN
        not in insured(js.Death(on=date(2025, 1, 20), work_related=False), member).readings
    )


def test_what_is_not_known_of_the_phases_stays_open() -> None:
    death = js.Death(on=date(2024, 6, 1), work_related=False)
    claim = insured(death, js.Member(placed()))
    assert (claim.lump_sum, claim.at_least, claim.at_most) == (None, 42_000_000, 85_000_000)
    assert [fact.key for fact in claim.missing] == ["member.abroad.departed"]
    late = insured(js.Death(on=date(2024, 9, 1), work_related=False), js.Member(placed()))
    assert (late.at_least, late.at_most) == (0, 85_000_000)
    unpaid = insured(death, js.Member(placed(work_paid=False)))
    assert (unpaid.at_least, unpaid.at_most) == (0, 42_000_000)
    short = insured(js.Death(on=date(2024, 6, 1), work_related=False), js.Member(placed(1)))
    assert (short.at_least, short.at_most) == (0, 85_000_000)
    assert insured(death, js.Member(placed(route="individual", work_paid=False))).at_most == 0
    route = insured(death, js.Member(placed(route=None, departed=date(2024, 7, 1))))
    assert [fact.key for fact in route.missing] == ["member.abroad.route"]
    unregistered = insured(death, js.Member(placed(registered=None, departed=DEPARTED)))
    assert (unregistered.at_least, unregistered.at_most) == (0, 85_000_000)
    assert [fact.key for fact in unregistered.missing] == ["member.abroad.registered"]
    gone = insured(js.Death(on=date(2026, 6, 20), work_related=False), ABROAD)
    assert [fact.key for fact in gone.missing] == ["member.abroad.returned"]
    assert gone.at_most == 42_000_000
    assumed = [each.fact for each in insured(js.Death(on=date(2025, 6, 1), work_related=False)).assumed]
    assert assumed == ["member.abroad.work_paid", "member.abroad.returned"]
    paid = js.Member(placed(departed=DEPARTED, returned=date(2026, 1, 5), work_paid=True))
    assert insured(js.Death(on=date(2025, 6, 1), work_related=False), paid).assumed == ()


# Events


def test_a_death_of_an_unknown_cause_comes_to_the_same() -> None:
    claim = js.claim(js.Death(on=date(2025, 4, 15)), ABROAD, CHILDLESS)
    assert (claim.at_least, claim.at_most, len(claim.ways)) == (85_000_000, 85_000_000, 2)
    assert "migrant worker" in claim.explain()
    assert "pekerja migran Indonesia" in claim.explain("id")
    assert js.Claim.inputs(claim.to_dict()) == (claim.event, ABROAD, CHILDLESS)
    assert [str(each.programme) for each in claim.refused if each.benefit is None] == ["JHT", "JP", "JKP"]


def test_who_receives_and_what_papers_are_asked() -> None:
    claim = insured(js.Death(on=date(2025, 4, 15), work_related=False))
    (item,) = claim.items
    assert item.recipient is js.Recipient.SPOUSE_OR_CHILDREN
    assert "Permenaker 4/2023 art. 57(4)" in [cite.text() for cite in item.basis]
    assert [str(paper) for paper in item.papers][-3:] == ["letter_of_leave", "lost_at_sea", "marriage_book"]
    assert item.deadline is None
    nobody = insured(js.Death(on=date(2025, 4, 15), work_related=False), family=None)
    assert nobody.at_least == 0
    willed = js.Family(
        spouse=False,
        children=False,
        parents=False,
        grandchildren=False,
        grandparents=False,
        siblings=False,
        parents_in_law=False,
        will=js.Relative(name="Ani"),
    )
    (item,) = insured(js.Death(on=date(2025, 4, 15), work_related=False), family=willed).items
    assert (item.recipient, item.person, item.terms) == (js.Recipient.NAMED_IN_WILL, "Ani", ())
    work = insured(js.Death(on=date(2025, 4, 15), work_related=True)).items[0]
    assert work.deadline is not None
    assert work.deadline.last == date(2030, 4, 15)
    assert "id_of_heir" in [str(paper) for paper in work.papers]
    before = insured(
        js.Death(on=date(2022, 4, 15), work_related=True), js.Member(placed(registered=None, departed=date(2022, 1, 3)))
    )
    (item,) = (each for each in before.items if each.benefit is migrants.Benefit.DEATH)
    assert (item.deadline is not None and str(item.deadline.last), item.amount) == ("2024-04-15", None)


def test_scholarships_are_open() -> None:
    family = js.Family(spouse=True, children=[js.Child(born=date(2015, 1, 1))])
    death = js.Death(on=date(2025, 4, 15), work_related=False)
    claim = insured(death, family=family)
    assert (claim.lump_sum, claim.at_least, claim.at_most) == (None, 85_000_000, None)
    item = claim["JKM", "scholarship"][0]
    assert (item.amount, [fact.key for fact in item.missing]) == (None, ["law.migrants.JKM_SCHOLARSHIP"])
    assert item.recipient is js.Recipient.CHILD
    unknown = insured(death, family=js.Family(spouse=True))["JKM", "scholarship"][0]
    assert unknown.missing[0].key == "family.children"
    nobody = insured(death, family=None)["JKM", "scholarship"][0]
    assert nobody.missing[0].key == "family"
    told = js.LAW.override(
        benefit_law.JKM_SCHOLARSHIP, since="2023-03", value=migrants.Grant(migrants.Manner.FIXED, 9_000_000)
    )
    assert insured(death, family=family, law=told).lump_sum == 94_000_000


def test_disabilities() -> None:
    total = insured(js.TotalDisability(on=date(2025, 6, 2), work_related=True))
    item = total["JKK", "total_disability"][0]
    assert (item.amount, item.cap, item.at_most) == (None, 100_000_000, 100_000_000)
    assert [str(each.benefit) for each in total.items] == ["total_disability", "periodic"]
    accident = js.WorkAccident(on=date(2025, 6, 2), outcome=js.PartialDisability(percent=10))
    part = insured(accident)
    assert (part["JKK"][0].amount, part.at_most) == (None, None)
    assert part.assumed[0].fact == "event.circumstance"
    not_work = insured(js.TotalDisability(on=date(2025, 6, 2), work_related=False))
    assert "work did not cause it" in not_work.verdicts[js.Programme.JKK].text()


def test_outcomes_of_an_accident() -> None:
    accident = js.WorkAccident(on=date(2025, 6, 2), recognised=True)
    unknown = insured(accident)
    assert [fact.key for fact in unknown.missing] == ["event.outcome"]
    assert unknown.items[0].recipient is None
    idle = insured(js.WorkAccident(on=date(2025, 6, 2), recognised=True, outcome=js.Incapacity(months=2)))
    assert set(refused(idle)) == {"incapacity"}
    spent = js.Expenses(
        land=1_000_000, sea=500_000, way_home=7_000_000, home_care=5_000_000, aids=3_000_000, dentures=[6_000_000]
    )
    claim = insured(js.WorkAccident(on=date(2025, 6, 2), recognised=True, outcome=spent))
    assert {str(item.benefit): (item.amount, item.cap) for item in claim.items} == {
        "transport": (None, 1_500_000),
        "return": (None, 7_000_000),
        "home_care": (5_000_000, None),
        "aids": (None, 3_000_000),
        "dentures": (5_000_000, None),
    }
    home = insured(js.WorkAccident(on=date(2024, 6, 3), recognised=True, outcome=spent), AT_HOME)
    assert set(refused(home)) == {"return", "home_care"}
    assert "not among what is paid before work" in refused(home)["return"]
    dead = insured(js.WorkAccident(on=date(2025, 6, 2), recognised=True, outcome=js.Death(on=date(2025, 6, 3))))
    assert dead.lump_sum == 85_000_000
    doubtful = insured(
        js.WorkAccident(on=date(2025, 6, 2), circumstance="commute", outcome=js.Death(on=date(2025, 6, 3)))
    )
    assert doubtful.at_least == 85_000_000


def test_what_came_with_the_regulation_of_2023() -> None:
    member = js.Member(placed(registered=date(2022, 1, 3), departed=date(2022, 3, 7)))
    for event, benefit in (
        (migrants.Rape(on=date(2022, 6, 1), proven=True), "rape"),
        (migrants.WrongPlacement(on=date(2022, 6, 1), own_wish=False), "wrong_placement"),
        (js.Dismissal(on=date(2022, 6, 1), after_accident=False), "dismissal"),
    ):
        refusal = refused(insured(event, member))[benefit]
        assert "paid since 2023-02-22" in refusal
    later = insured(migrants.Rape(on=date(2023, 6, 1), proven=True), member)
    assert (later.lump_sum, later.readings) == (50_000_000, (readings.MIGRANT_VERSION,))
    first = js.LAW.reading(readings.MIGRANT_VERSION, "registration")
    assert insured(migrants.Rape(on=date(2023, 6, 1), proven=True), member, law=first).lump_sum == 0
    with pytest.raises(errors.BeforeLaw):
        insured(
            js.Death(on=date(2018, 6, 1), work_related=False),
            js.Member(placed(registered=None, departed=date(2018, 1, 8))),
        )


AT_HOME_2022 = js.Member(placed(registered=date(2022, 3, 1), departed=date(2022, 8, 1), route="placed"))
ABROAD_2020 = js.Member(placed(registered=date(2020, 1, 6), departed=date(2020, 2, 3)))


def cited(claim: js.Claim) -> set[str]:
    """The instruments that a claim names."""
    verdicts = (*claim.verdicts.values(), *(each.verdict for each in claim.refused))
    cites = [each.cite for verdict in verdicts for each in verdict.because]
    return {cite.instrument.number for cite in (*cites, *(c for item in claim.items for c in item.basis))}


@pytest.mark.parametrize("cause", ["worker", "placement_body", "government"])
def test_what_the_regulation_of_2018_left_out_was_not_read(cause: Any) -> None:
    event = migrants.FailedDeparture(on=date(2022, 6, 6), cause=cause)
    claim = insured(event, AT_HOME_2022)
    assert (claim.at_least, claim.at_most) == (0, 7_500_000)
    assert [fact.key for fact in claim.missing] == ["law.migrants.EXCLUSIONS"]
    assert cited(claim) == {"Permenaker 18/2018"}
    for value, most in (((migrants.Exclusion.WISHED,), 7_500_000), (tuple(migrants.Exclusion), 0)):
        told = js.LAW.override(migrants.EXCLUSIONS, since="2018-12-10", until="2023-02-21", value=value)
        assert insured(event, AT_HOME_2022, law=told).lump_sum == most


def test_days_before_the_regulation_of_2023_do_not_cite_it() -> None:
    day = date(2020, 6, 1)
    own_fault = insured(migrants.FailedPlacement(on=day, own_fault=True, transport=5), ABROAD_2020)
    assert (own_fault.at_least, next(fact.key for fact in own_fault.missing)) == (0, "law.migrants.EXCLUSIONS")
    idle = js.WorkAccident(on=day, recognised=True, outcome=js.Incapacity(months=2))
    assert (insured(idle, ABROAD_2020).at_least, insured(idle, ABROAD_2020).at_most) == (0, None)
    alone = js.Member(placed(route="individual", registered=date(2020, 1, 6), departed=date(2020, 9, 1)))
    late = js.Member(placed(registered=date(2020, 1, 6), departed=date(2020, 9, 1)))
    back = js.Member(placed(6, registered=date(2019, 1, 7), departed=date(2019, 2, 4), returned=date(2019, 7, 1)))
    never = js.Member(placed(registered="never", departed=date(2020, 2, 3)))
    unpaid = js.Member(placed(registered=date(2020, 1, 6), departed=date(2020, 2, 3), work_paid=False))
    over = js.Member(placed(6, registered=date(2019, 1, 7), departed=date(2019, 2, 4)))
    overdue = js.Member(placed(6, registered=date(2019, 1, 7), departed=date(2019, 2, 4), returned=date(2020, 3, 2)))
    ill = js.Death(on=day, work_related=False)
    for event, member in (
        (migrants.FailedPlacement(on=day, own_fault=True, transport=5), ABROAD_2020),
        (idle, ABROAD_2020),
        (migrants.FailedDeparture(on=day, cause="other"), ABROAD_2020),
        (js.TotalDisability(on=day, work_related=False), ABROAD_2020),
        (js.Death(on=day, work_related=True), ABROAD_2020),
        (ill, alone),
        (js.Death(on=date(2020, 8, 1), work_related=False), late),
        (ill, back),
        (ill, never),
        (ill, unpaid),
        (ill, over),
        (ill, overdue),
    ):
        claim = js.claim(event, member, CHILDLESS, programmes=["JKK", "JKM", "JHT", "JP"])
        assert "Permenaker 18/2018" in cited(claim)
        assert "Permenaker 4/2023" not in cited(claim)
    dismissed = insured(js.Dismissal(on=date(2020, 12, 1), after_accident=True), ABROAD_2020)
    assert "paid since 2023-02-22" in refused(dismissed)["dismissal"]
    without = insured(js.Dismissal(on=date(2020, 12, 1), after_accident=False), ABROAD_2020)
    assert "no work accident led to it (Permenaker 18/2018" in refused(without)["dismissal_after_accident"]


def test_law_that_was_not_read_is_told_as_such() -> None:
    died = js.Death(on=date(2018, 1, 15), work_related=False)
    member = js.Member(placed(registered=None, departed=date(2018, 1, 8)))
    asks: list[tuple[Any, str]] = [
        (
            lambda: migrants.contribution(placed(36, registered=None), on=date(2022, 3, 1)),
            "EXTRA_MONTH: what Permenaker 18",
        ),
        (
            lambda: migrants.contribution(placed(36, registered=None), on=date(2018, 3, 1)),
            "EXTRA_MONTH: what Permenaker 7",
        ),
        (lambda: migrants.benefits(on=date(2018, 1, 15)), "JKM_DEATH: what Permenaker 7"),
        (lambda: insured(died, member), "what Permenaker 7"),
    ]
    for ask, text in asks:
        with pytest.raises(errors.BeforeLaw, match=text) as caught:
            ask()
        assert "override migrants." in caught.value.mend
    with pytest.raises(errors.BeforeLaw, match="lies before the first version"):
        migrants.benefits(on=date(2016, 1, 15))
    told = js.LAW.override(migrants.EXTRA_MONTH, since="2018-12-10", until="2023-02-21", value=13_500)
    assert migrants.contribution(placed(25, registered=None), on=date(2022, 3, 1), law=told).total == 383_500


def test_those_who_registered_before_the_regulation_of_2026_by_reading() -> None:
    first = js.LAW.reading(readings.MIGRANT_VERSION, "registration")
    member = js.Member(placed(registered=date(2025, 9, 1), departed=date(2025, 11, 3), savings=300_000))
    death = js.Death(on=date(2026, 9, 14), work_related=False)
    with pytest.raises(errors.LawChanged):
        js.claim(death, member, CHILDLESS)
    claim = js.claim(death, member, CHILDLESS, law=first)
    assert claim.at_least == 85_000_000
    assert readings.MIGRANT_VERSION in claim.readings
    work = js.Death(on=date(2026, 9, 14), work_related=True)
    assert insured(work, member, law=first).lump_sum == 85_000_000


def test_facts_that_decide_and_are_not_known() -> None:
    for event, key in (
        (migrants.FailedPlacement(on=date(2024, 6, 3)), "event.own_fault"),
        (migrants.WrongPlacement(on=date(2024, 6, 3)), "event.own_wish"),
        (migrants.Rape(on=date(2024, 6, 3)), "event.proven"),
        (js.Dismissal(on=date(2024, 6, 3)), "event.after_accident"),
    ):
        claim = insured(event)
        assert claim.at_least == 0
        assert key in [fact.key for fact in claim.missing]
        assert migrants.eligible(event, ABROAD).state is js.State.UNDETERMINED
    early = migrants.FailedDeparture(on=date(2024, 4, 1))
    assert [fact.key for fact in migrants.eligible(early, AT_HOME).missing] == ["event.cause"]
    no: list[tuple[Any, str]] = [
        (migrants.FailedPlacement(on=date(2024, 6, 3), own_fault=True), "his own fault"),
        (migrants.WrongPlacement(on=date(2024, 6, 3), own_wish=True), "wished it so"),
        (migrants.Rape(on=date(2024, 6, 3), proven=False), "not been proved"),
        (migrants.FailedDeparture(on=date(2024, 6, 3), cause="other"), "not among what is paid during work"),
        (js.ContractEnd(on=date(2024, 6, 3)), "work did not cause it"),
    ]
    for given, text in no:
        assert text in migrants.eligible(given, ABROAD).text()
        assert migrants.benefit(given, ABROAD) == ()
    death = js.Death(on=date(2026, 8, 1), work_related=False)
    assert "cover during work ended" in migrants.eligible(death, ABROAD).text()
    assert migrants.eligible(js.Death(on=date(2025, 8, 1)), ABROAD).state is js.State.UNDETERMINED
    assert migrants.eligible(js.TotalDisability(on=date(2025, 8, 1), work_related=True), ABROAD)


def test_the_article_of_each_cause() -> None:
    cites = []
    for cause in (migrants.Cause.WORKER, migrants.Cause.PLACEMENT_BODY, migrants.Cause.GOVERNMENT):
        (reason,) = migrants.eligible(migrants.FailedDeparture(on=date(2024, 4, 1), cause=cause), AT_HOME).because
        cites.append(reason.cite.place)
    assert cites == ["27(1)g", "27(3)a", "27(3)b"]


def test_cost_not_told_is_open_up_to_the_ceiling() -> None:
    claim = insured(migrants.WrongPlacement(on=date(2024, 6, 3), own_wish=False))
    assert (claim.at_least, claim.at_most) == (25_000_000, 40_000_000)
    assert [fact.key for fact in claim.missing] == ["event.cost"]
    trouble = insured(migrants.TroubledReturn(on=date(2024, 6, 3), transport=6_000_000))
    assert (trouble.at_least, trouble.at_most) == (0, 6_000_000)
    assert insured(migrants.TroubledReturn(on=date(2024, 6, 3))).at_most is None


def test_dismissals() -> None:
    event = js.Dismissal(on=date(2024, 8, 5), after_accident=False)
    assert insured(event).readings == (readings.MIGRANT_DISMISSAL,)
    monthly = js.LAW.reading(readings.MIGRANT_DISMISSAL, "monthly")
    (item,) = insured(event, law=monthly).items
    assert (item.when, item.times, item.at_least, item.at_most) == ("monthly", None, 1_500_000, None)
    after = js.Dismissal(on=date(2024, 8, 5), after_accident=True)
    (item,) = insured(after).items
    assert (item.amount, [fact.key for fact in item.missing]) == (None, ["law.migrants.DISMISSAL_AFTER_ACCIDENT"])
    early = js.Dismissal(on=date(2022, 2, 1), after_accident=True)
    member = js.Member(placed(registered=date(2021, 10, 4), departed=date(2022, 1, 3)))
    assert "less than 3 months of service" in refused(insured(early, member))["dismissal_after_accident"]
    long = js.Member(placed(36, registered=date(2019, 10, 7), departed=date(2020, 1, 6)))
    (item,) = insured(early, long).items
    assert item.amount is None
    unknown = insured(after, js.Member(placed(registered=date(2024, 5, 6))))
    assert "member.abroad.departed" in [fact.key for fact in unknown.missing]
    home = insured(js.Dismissal(on=date(2024, 4, 1), after_accident=True), AT_HOME)
    assert "not among what is paid before work" in refused(home)["dismissal_after_accident"]


def test_the_way_home_tells_the_return() -> None:
    event = migrants.LossOnTheWay(on=date(2025, 6, 2), loss=4_000_000)
    assert insured(event).lump_sum == 4_000_000
    assert insured(migrants.LossOnTheWay(on=date(2024, 4, 2), loss=4_000_000)).lump_sum == 0
    told = js.Member(placed(departed=DEPARTED, returned=date(2025, 6, 1)))
    assert insured(event, told).lump_sum == 4_000_000


def test_savings_in_claims() -> None:
    saver = js.Member(placed(departed=DEPARTED, savings=300_000))
    claim = js.claim(js.Death(on=date(2025, 4, 15), work_related=False), saver, CHILDLESS)
    item = claim["JHT"][0]
    assert (item.amount, item.recipient, claim.lump_sum) == (None, js.Recipient.SPOUSE_OR_CHILDREN, None)
    assert [fact.key for fact in item.missing] == ["member.abroad.balance"]
    for event, state in (
        (js.TotalDisability(on=date(2025, 4, 15), work_related=False), "eligible"),
        (js.Retirement(on=date(2025, 4, 15)), "eligible"),
        (js.ContractEnd(on=date(2025, 4, 15)), "undetermined"),
    ):
        assert js.claim(event, saver, programmes=["JHT"]).verdicts[js.Programme.JHT].state == state
    for born, state in ((date(1969, 4, 15), "eligible"), (date(1969, 4, 16), "undetermined")):
        aged = js.Member(placed(departed=DEPARTED, savings=300_000, person=js.Person(born=born)))
        found = js.claim(js.Retirement(on=date(2025, 4, 15)), aged, programmes=["JHT"])
        assert found.verdicts[js.Programme.JHT].state == state
    leaver = js.Member(placed(savings=None))
    found = js.claim(migrants.FailedDeparture(on=date(2024, 4, 15)), leaver, programmes=["JHT"])
    assert [fact.key for fact in found.missing] == ["member.abroad.savings", "member.abroad.balance"]


def test_members_and_events_of_each_law_stay_apart() -> None:
    rider = js.SelfEmployed(income=1_000_000, registered=date(2024, 1, 2))
    death = js.Death(on=date(2025, 4, 15), work_related=False)
    with pytest.raises(errors.WrongType, match="befalls migrant workers alone"):
        js.claim(migrants.Rape(on=date(2024, 6, 3)), js.Member(rider))
    with pytest.raises(errors.WrongType, match=r"take jamsostek\.claim or jamsostek\.migrants\.benefit"):
        js.jkm.benefit(death, ABROAD)
    with pytest.raises(errors.WrongType, match="of another law"):
        js.claim(death, ABROAD).schedule  # noqa: B018
    with pytest.raises(errors.TooEarly, match="before registration"):
        js.claim(js.Death(on=date(2024, 3, 1), work_related=False), ABROAD)
    assert faults(lambda: js.Member(rider, abroad=placed())) == [(errors.Contradiction, "Member")]
    assert faults(lambda: js.Member(placed(), registered=date(2024, 1, 2))) == [(errors.Contradiction, "Member")]
    assert faults(lambda: js.Member(abroad=rider)) == [(errors.WrongType, "abroad")]  # type: ignore[arg-type]
    abroad = js.WorkAccident(on=date(2024, 6, 3), outcome=js.Expenses(care_abroad=1_000_000))
    with pytest.raises(errors.Contradiction, match="care_abroad and way_home"):
        js.claim(abroad, js.Member(rider))
    assert js.Member(placed(person=js.Person(born=date(1990, 1, 1)))).person.born == date(1990, 1, 1)


BAD: list[tuple[Any, dict[str, Any], list[Any]]] = [
    (migrants.FailedDeparture, {"on": None}, [(errors.MissingFact, "on")]),
    (
        migrants.FailedDeparture,
        {"on": date(2014, 1, 1), "cause": "he"},
        [(errors.BeforeLaw, "on"), (errors.UnknownKind, "cause")],
    ),
    (
        migrants.FailedPlacement,
        {"on": DEPARTED, "own_fault": 1, "transport": -1},
        [(errors.WrongType, "own_fault"), (errors.NegativeAmount, "transport")],
    ),
    (
        migrants.WrongPlacement,
        {"on": DEPARTED, "own_wish": 1, "transport": 1.5},
        [(errors.WrongType, "own_wish"), (errors.FloatAmount, "transport")],
    ),
    (migrants.Rape, {"on": DEPARTED, "proven": 0}, [(errors.WrongType, "proven")]),
    (migrants.TroubledReturn, {"on": DEPARTED, "transport": -1}, [(errors.NegativeAmount, "transport")]),
    (migrants.LossOnTheWay, {"on": DEPARTED, "loss": -1}, [(errors.NegativeAmount, "loss")]),
    (js.Dismissal, {"on": DEPARTED, "after_accident": 1}, [(errors.WrongType, "after_accident")]),
]


DOORS: list[Any] = [
    lambda: js.jht.statement(ABROAD, until="2025-01"),
    lambda: js.jht.partial(ABROAD, purpose="housing", on=DEPARTED),
    lambda: js.jht.housing(ABROAD, "mortgage", on=DEPARTED, owns_house=False, in_order=True, used=()),
    lambda: js.jkk.benefit_wage(ABROAD, DEPARTED),
    lambda: js.jp.lump_sum(ABROAD, on=DEPARTED, returns={2024: "5 %"}),
    lambda: js.career(ABROAD),
    lambda: js.scholarship.benefit(js.Death(on=DEPARTED), ABROAD),
    lambda: ABROAD.months_paid(DEPARTED),
]


@pytest.mark.parametrize("ask", DOORS)
def test_rules_of_those_at_home_do_not_know_migrant_workers(ask: Any) -> None:
    with pytest.raises(errors.WrongType, match="whose benefits are of another law"):
        ask()


def test_a_migrant_worker_is_given_where_he_belongs() -> None:
    with pytest.raises(errors.WrongType, match=r"give him to jamsostek\.Member"):
        js.Membership(placed())  # type: ignore[arg-type]
    with pytest.raises(errors.WrongType, match=r"take MigrantWorker\.from_dict"):
        js.from_dict(placed().to_dict())


@pytest.mark.parametrize(("kind", "facts", "expect"), BAD)
def test_bad_events(kind: Any, facts: dict[str, Any], expect: list[Any]) -> None:
    assert faults(lambda: kind(**facts)) == expect


@pytest.mark.parametrize(
    "event",
    [
        migrants.FailedDeparture(on=DEPARTED, cause="other"),
        migrants.FailedPlacement(on=DEPARTED, own_fault=False, transport=5),
        migrants.WrongPlacement(on=DEPARTED, own_wish=False),
        migrants.Rape(on=DEPARTED, proven=True),
        migrants.TroubledReturn(on=DEPARTED),
        migrants.LossOnTheWay(on=DEPARTED, loss=5),
    ],
    ids=lambda event: type(event).__name__,
)
def test_claims_of_every_event_are_told_and_rebuilt(event: migrants.MigrantEvent) -> None:
    claim = js.claim(event, ABROAD, CHILDLESS)
    assert js.Claim.inputs(json.loads(json.dumps(claim.to_dict()))) == (event, ABROAD, CHILDLESS)
    assert event.label_en in claim.explain().splitlines()[0]
    assert event.label_id in claim.explain("id").splitlines()[0]
    assert claim._repr_html_()
    assert repr(claim)


# The list


def test_the_list_of_benefits() -> None:
    every = migrants.benefits(on=date(2024, 6, 3))
    assert len(every) == len(benefit_law.PROMISES) + 1
    amounts = {(str(each.benefit), str(each.programme), each.phases[0].value): each.amount for each in every}
    assert amounts["death", "JKM", "during"] == 85_000_000
    assert amounts["partial_disability", "JKK", "before"] is None
    assert not any(each.amount == 0 for each in every)
    assert all(each.cites for each in every)
    before = {str(each.benefit) for each in migrants.benefits(on=date(2024, 6, 3), phase="before")}
    assert "failed_departure" in before
    assert "dismissal" not in before
    older = {str(each.benefit) for each in migrants.benefits(on=date(2020, 6, 3))}
    new = {"care_abroad", "home_care", "hearing_aid", "glasses", "dismissal", "rape", "wrong_placement"}
    assert {str(each.benefit) for each in every} - older == {*new, "wrong_placement_return"}
    row = next(each for each in every if each.benefit is migrants.Benefit.FAILED_DEPARTURE)
    assert row.shown()[:4] == ("JKK", "failed departure", "before work", "Rp10,000,000")
    assert row.shown("id")[3] == "Rp10.000.000"
    (scale,) = (each for each in every if each.benefit is migrants.Benefit.DISMISSAL_AFTER_ACCIDENT)
    assert scale.shown()[3] == "≥ 0 months: not known"
    with pytest.raises(errors.UnknownKind, match="phase"):
        migrants.benefits(on=DEPARTED, phase="later")
    with pytest.raises(errors.NotADate):
        migrants.benefits(on="2024-06-03")  # type: ignore[arg-type]
    with pytest.raises(errors.LawChanged):
        migrants.benefits(on=date(2026, 9, 1))


def test_the_face_names_what_it_has() -> None:
    with pytest.raises(AttributeError, match="contribution"):
        migrants.fee  # noqa: B018


def test_values_of_tables_are_checked() -> None:
    bad: list[tuple[js.Dated[Any], Any]] = [
        (migrants.WORK, ()),
        (migrants.WORK, (migrants.Step(12, 5), migrants.Step(6, 7))),
        (migrants.SAVINGS, migrants.Choices(0, 5)),
        (migrants.SAVINGS, migrants.Choices(1, 5, (1, 4))),
        (migrants.SAVINGS, 5),
        (benefit_law.RAPE, migrants.Grant(migrants.Manner.FIXED, 0)),
        (benefit_law.RAPE, 5),
        (benefit_law.DISMISSAL_AFTER_ACCIDENT, ()),
    ]
    for table, value in bad:
        with pytest.raises(errors.InvalidTable):
            js.LAW.override(table, since="2024-01", value=value)
    shown = js.tables.entries(js.tables.named("migrants.WORK"), on=DEPARTED)
    assert shown[0].value == "6 months: 108,000; 12 months: 189,000; 24 months: 332,500"
    assert migrants.Grant(migrants.Manner.IN_KIND).text("id") == "dalam bentuk pelayanan"
