"""Properties of construction projects: tiers, addenda, instalments, value-added tax, wage lists, workers."""

import json
from datetime import date
from fractions import Fraction
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

import jamsostek as js
from jamsostek import construction, readings
from jamsostek._tiers import Slice, marginal, parts
from jamsostek.construction import Addendum, ListedWage, Project, Worker
from jamsostek.construction.periods import running
from jamsostek.testing import endings, project_workers, projects, total_disabilities, work_accidents

CORNERS = [slice_.upto for slice_ in construction.JKK_TIERS.rows[0].value if slice_.upto is not None]
EDGES = st.sampled_from([corner + step for corner in CORNERS for step in (-1, 0, 1)])
VALUES = st.integers(1, 10**12) | EDGES
TABLES = st.sampled_from([construction.JKK_TIERS, construction.JKM_TIERS])
ROUNDINGS = st.sampled_from(["half_up", "down", "up"])
SPK = date(2024, 3, 1)


def net(value: int, **facts: object) -> construction.ProjectBill:
    return construction.contribution(Project(value, vat="excluded", ordered=SPK, **facts))  # type: ignore[arg-type]


@given(VALUES, st.integers(0, 10**11), TABLES)
def test_tiers_are_continuous_and_rise_ever_slower(value: int, more: int, table: js.Dated[tuple[Slice, ...]]) -> None:
    slices = table.rows[0].value
    shares = [share for _, share in slices]
    one, other = (marginal(slices, each) for each in (value, value + more))
    assert shares[-1] * more <= other - one <= shares[0] * more
    assert sum((share * part for share, part in parts(slices, value, value + more)), Fraction(0)) == other - one


@given(VALUES, VALUES, ROUNDINGS)
def test_a_dearer_contract_never_costs_less(one: int, other: int, how: str) -> None:
    law = js.LAW.reading(readings.CONTRIBUTION_ROUNDING, how)
    priced = (Project(value, vat="excluded", ordered=SPK) for value in sorted((one, other)))
    low, high = construction.contributions(priced, law=law)
    assert low["JKK"] <= high["JKK"]
    assert low["JKM"] <= high["JKM"]


@given(VALUES, st.lists(st.integers(1, 50), min_size=1, max_size=6), st.sampled_from(["last", "first"]))
def test_instalments_add_up_to_the_whole(value: int, weights: list[int], where: str) -> None:
    law = js.LAW.reading(readings.REMAINDER_OF_INSTALMENTS, where)
    shares = [Fraction(each, sum(weights)) for each in weights]
    project = Project(value, vat="excluded", ordered=SPK, instalments=shares)
    bill = construction.contribution(project, law=law)
    assert bill.total == net(value).total
    assert sum(each.amount for each in bill.instalments) == bill.total
    assert len(bill.instalments) == len(shares)
    rest = bill.instalments[1:] if where == "first" else bill.instalments[:-1]
    for each in rest:
        for programme, amount in each.by_programme.items():
            assert 0 <= each.share * bill[programme] - amount < 1


@given(VALUES, st.lists(st.integers(1, 10**10), max_size=4), ROUNDINGS)
def test_addenda_bring_the_bill_to_that_of_the_new_total(value: int, changes: list[int], how: str) -> None:
    law = js.LAW.reading(readings.CONTRIBUTION_ROUNDING, how)
    addenda = [Addendum(date(2024, 4, 1 + at), change) for at, change in enumerate(changes)]
    raised = Project(value, vat="excluded", ordered=SPK, addenda=addenda)
    whole = Project(value + sum(changes), vat="excluded", ordered=SPK)
    bill = construction.contribution(raised, law=law)
    assert bill.by_programme == construction.contribution(whole, law=law).by_programme
    assert bill.net == value + sum(changes)
    assert sum(bill.by_part.values()) == bill.total


@given(VALUES, st.dates(date(2015, 7, 1), date(2026, 11, 20)))
def test_value_added_tax_comes_out_exactly(value: int, day: date) -> None:
    rate = js.LAW.row(construction.VAT, js.Moment(js.Clock.CONTRACT, day)).value
    gross = value * (rate.denominator + rate.numerator)
    bill = construction.contribution(Project(gross, vat="included", ordered=day)) if gross <= 10**15 else None
    assert bill is None or bill.net == value * rate.denominator


@given(st.lists(st.tuples(st.integers(1_000_000, 20_000_000), st.integers(1, 40)), min_size=1, max_size=5))
def test_a_wage_list_costs_what_its_workers_cost_alone(listed: list[tuple[int, int]]) -> None:
    span = "2024-03", "2024-03"
    whole = construction.contribution(Project(wages=[ListedWage(*each, *span) for each in listed]))
    alone = [construction.contribution(Project(wages=ListedWage(wage, 1, *span))) for wage, _ in listed]
    for programme in ("JKK", "JKM"):
        assert whole[programme] == sum(bill[programme] * count for bill, (_, count) in zip(alone, listed, strict=True))
        # The same shares as those of a wage earner of the highest risk.
        bills = [js.contributions(js.WageEarner(wage=wage, risk_group=5), month="2024-03") for wage, _ in listed]
        assert [bill[programme] for bill in alone] == [bill[programme] for bill in bills]


@given(projects())
def test_every_project_is_priced_told_and_rebuilt(project: Project) -> None:
    bill = construction.contribution(project)
    told = json.loads(json.dumps(bill.to_dict()))
    assert Project.from_dict(told["project"]) == project
    assert construction.contribution(Project.from_dict(told["project"])) == bill
    assert told["total"] == bill.total == sum(told["by_part"].values())
    for line in bill:
        assert line.basis
        assert all(step.formula and step.numbers for step in line.steps())
        assert 0 <= sum(each.amount for each in line.portions) == line.amount <= line.full
    for lang in ("en", "id"):
        assert bill.explain(lang).count("\n") > len(bill)
    assert bill._repr_html_()
    assert {each.name for each in bill.readings} <= {each.name for each in readings.ALL}


@given(project_workers(), st.dates(date(2015, 7, 1), date(2026, 11, 20)), st.booleans())
def test_every_worker_is_rebuilt_and_claimed_for(worker: Worker, day: date, at_work: bool) -> None:
    assert js.from_dict(json.loads(json.dumps(worker.to_dict()))) == worker
    since = worker.registered
    if since is not None and day < since:
        return
    claim = js.claim(js.Death(on=day, work_related=at_work), js.Member(worker), js.Family(spouse=True, children=()))
    assert claim.explain("id")
    covered = construction.eligible(worker.project, on=day)
    if covered.state is js.State.NOT_ELIGIBLE:
        assert js.BenefitPayer.FUND not in {item.payer for item in claim}
    if covered.state is js.State.ELIGIBLE and not worker.monthly:
        assert {item.payer for item in claim} == {js.BenefitPayer.FUND}
    if running(worker.project, day, js.LAW).verdict.state is js.State.NOT_ELIGIBLE:
        assert claim.at_most == 0
    by_law, of_1993 = (
        js.jkk.benefit_wage(js.Member(worker), day, law=js.LAW.reading(readings.DAYS_OF_PROJECT_WAGE, option)).amount
        for option in ("by_law", "of_1993")
    )
    assert by_law <= of_1993
    assert (by_law == of_1993) is (worker.daily_wage is None or worker.monthly)


@given(project_workers(), endings() | work_accidents() | total_disabilities())
def test_whatever_happens_to_a_worker_is_answered_by_jkk_and_jkm_alone(worker: Worker, event: Any) -> None:
    since = worker.registered
    if since is not None and event.on < since:
        return
    claim = js.claim(event, js.Member(worker), js.Family(spouse=True, children=()))
    assert {item.programme for item in claim} <= {js.Programme.JKK, js.Programme.JKM}
    assert claim.explain()
    assert js.claim(*js.Claim.inputs(json.loads(json.dumps(claim.to_dict())))) == claim
