"""Properties of every claim: a further fact only narrows it, sums add up, versions change on their days."""

import json
from datetime import date, timedelta
from functools import partial
from typing import Any

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

import jamsostek as js
from jamsostek import testing as given_by
from jamsostek._verdict import State

insured = partial(js.claim, programmes=(js.Programme.JKK, js.Programme.JKM))


@st.composite
def truths(draw: st.DrawFn) -> tuple[js.Death | js.TotalDisability | js.WorkAccident, js.Member, js.Family]:
    """Everything known: an event, a member whose record begins with his registration, a family."""
    on = draw(st.dates(date(2015, 7, 1), date(2026, 10, 31)))
    person = js.Person(born=draw(st.dates(date(1945, 1, 1), date(1990, 12, 31))), citizen=True)
    memberships = [draw(membership(on, person)) for _ in range(draw(st.integers(1, 2)))]
    return draw(events(on)), js.Member(memberships=memberships), draw(families())


@st.composite
def events(draw: st.DrawFn, on: date) -> js.Death | js.TotalDisability | js.WorkAccident:
    kind = draw(st.sampled_from(["death", "disability", "accident"]))
    if kind == "accident":
        return js.WorkAccident(
            on=on,
            circumstance="commute",
            external_force=draw(st.booleans()),
            usual_route=draw(st.booleans()),
            report_hours=draw(st.integers(0, 100)),
            job=0,
            outcome=js.Death(on=on),
        )
    made = js.Death if kind == "death" else js.TotalDisability
    return made(on=on, work_related=draw(st.booleans()))


@st.composite
def membership(draw: st.DrawFn, on: date, person: js.Person) -> js.Membership:
    wage = draw(given_by.wages())
    firm = js.Employer(risk_group=1)
    kinds: list[js.Participant] = [
        js.WageEarner(wage, employer=firm, person=person),
        js.Trainee(wage, employer=firm, person=person),
        js.SelfEmployed(wage, person=person),
    ]
    who = draw(st.sampled_from(kinds))
    if draw(st.integers(0, 9)) == 0:
        return js.Membership(who, registered="never")
    registered = on - timedelta(days=draw(st.integers(0, 2_500)))
    months = js.months(js.Month.of(registered), js.Month.of(on))
    states = draw(st.lists(st.sampled_from(["paid", "paid", "unpaid"]), min_size=len(months), max_size=len(months)))
    states[0] = "paid"  # or no number would have been issued
    record = js.History(map(js.MonthRecord, months, states))  # type: ignore[arg-type]
    return js.Membership(who, registered=registered, history=record)


def families() -> st.SearchStrategy[js.Family]:
    return st.builds(js.Family, **{each.name: st.booleans() for each in attrs.fields(js.Family)})


def forget(draw: st.DrawFn, event: Any, member: js.Member, family: js.Family) -> tuple[Any, js.Member, Any]:
    """The same with some facts forgotten."""
    names = ("usual_route", "external_force") if isinstance(event, js.WorkAccident) else ("work_related",)
    event = attrs.evolve(event, **{name: None for name in names if draw(st.booleans())})
    memberships = []
    for each in member.memberships:
        history = each.history
        if history is not None and draw(st.booleans()):
            kept = draw(st.integers(0, len(history)))
            history = js.History(
                record if at < kept else js.MonthRecord(record.month) for at, record in enumerate(history)
            )
        if history is not None and draw(st.integers(0, 3)) == 0:
            history = None
        registered = None if draw(st.integers(0, 3)) == 0 else each.registered
        memberships.append(js.Membership(each.participant, registered=registered, history=history))
    known = {each.name: getattr(family, each.name) for each in attrs.fields(js.Family)}
    less = js.Family(**{name: None if draw(st.booleans()) else value for name, value in known.items()})
    return event, js.Member(memberships=memberships), None if draw(st.integers(0, 4)) == 0 else less


@settings(max_examples=300, deadline=None)
@given(truths(), st.data())
def test_a_further_fact_only_narrows_a_claim(truth: Any, data: st.DataObject) -> None:
    known = insured(*truth)
    less = insured(*forget(data.draw, *truth))  # type: ignore[arg-type]
    assert less.at_least <= known.at_least
    assert known.at_most is not None
    assert less.at_most is None or less.at_most >= known.at_most
    for programme, verdict in less.verdicts.items():
        if verdict.state is not State.UNDETERMINED:
            assert known.verdicts[programme].state is verdict.state
    if not less.missing:
        assert (less.at_least, less.at_most) == (known.at_least, known.at_most)


@given(truths())
def test_everything_known_leaves_nothing_open(truth: Any) -> None:
    event, member, family = truth
    claim = insured(event, member, attrs.evolve(family, children=()))  # the way of children is not known
    if len(member.memberships) == 1:
        assert claim.at_least == claim.at_most
        assert claim.lump_sum is not None
    assert claim.ways == ()
    owed = {programme for programme, verdict in claim.verdicts.items() if verdict.state is not State.NOT_ELIGIBLE}
    assert len(owed) <= 1
    for item in claim:
        assert item.basis
        assert item.at_least <= (item.at_most or 0)
        assert item.first == event.on


@settings(deadline=None)
@given(truths(), st.data())
def test_sums_add_up_and_texts_are_told(truth: Any, data: st.DataObject) -> None:
    claim = insured(*forget(data.draw, *truth))  # type: ignore[arg-type]
    people = [item for item in claim if item.recipient is not js.Recipient.SOCIAL_SECURITY_FUND]
    assert sum(claim.by_programme.values()) == sum(claim.by_payer.values()) == sum(item.at_least for item in people)
    assert claim.now <= claim.at_least or claim.ways
    if claim.lump_sum is not None and not claim.ways:
        assert claim.lump_sum == sum(item.total or 0 for item in people if item.when is js.When.ONCE)
    assert claim.explain()
    assert claim.explain("id")
    told = json.loads(json.dumps(claim.to_dict()))
    assert js.Claim.inputs(told) == (claim.event, claim.member, claim.family)


@given(given_by.wages(), given_by.wages(), st.dates(date(2015, 7, 1), date(2026, 10, 31)))
def test_more_wage_is_never_less(one: int, other: int, on: date) -> None:
    def owed(wage: int) -> int:
        who = js.Member(js.WageEarner(wage, risk_group=1), registered="never")
        return insured(js.Death(on=on, work_related=True), who, js.Family(spouse=True, children=False)).lump_sum or 0

    assert (owed(one) <= owed(other)) is (one <= other) or owed(one) == owed(other)


@given(st.integers(1, 60), st.integers(0, 12), st.dates(date(2021, 1, 1), date(2026, 10, 31)))
def test_more_paid_months_are_never_less(paid: int, unpaid: int, on: date) -> None:
    end = js.Month.of(on) - 2

    def owed(of_them: int) -> int:
        months = js.months(end - (paid + unpaid - 1), end)
        states = ["paid"] * (paid + of_them) + ["unpaid"] * (unpaid - of_them)
        record = js.History(map(js.MonthRecord, months, states))  # type: ignore[arg-type]
        member = js.Member(js.SelfEmployed(1_000_000), registered=months[0].first_day, history=record)
        return insured(js.Death(on=on, work_related=False), member, js.Family(spouse=True, children=False)).now

    sums = [owed(of_them) for of_them in range(unpaid + 1)]
    assert sums == sorted(sums)


@given(st.dates(date(2015, 7, 1), date(2026, 10, 31)), st.booleans())
def test_the_version_changes_on_one_day_alone(on: date, by_work: bool) -> None:
    def owed(day: date) -> int:
        who = js.Member(js.WageEarner(5_000_000, risk_group=1), registered="never")
        event = js.Death(on=day, work_related=by_work)
        return insured(event, who, js.Family(spouse=True, children=False)).lump_sum or 0

    same = owed(on) == owed(on + timedelta(days=1))
    assert same is (on != date(2019, 12, 1))


@settings(max_examples=300, deadline=None)
@given(
    given_by.deaths()
    | given_by.total_disabilities()
    | given_by.work_accidents(circumstances=True)
    | given_by.endings(),
    given_by.members(),
    st.none() | given_by.families(),
    given_by.laws(),
)
def test_whatever_is_asked_is_answered_or_refused_in_words(
    event: Any, member: js.Member, family: js.Family | None, law: js.Law
) -> None:
    try:
        claim = js.claim(event, member, family, law=law)
    except js.errors.JamsostekError:
        return
    assert claim.at_most is None or claim.at_least <= claim.at_most
    assert claim.explain()
    assert claim.explain("id")
    assert claim._repr_html_()
    assert json.loads(json.dumps(claim.to_dict()))["schema"] == "jamsostek.claim/1"
    assert js.Claim.inputs(claim.to_dict()) == (event, member, family)
    assert all(option.grade for reading in claim.readings for option in reading.options)


@given(st.dates(date(2024, 6, 1), date(2026, 10, 31)), st.integers(0, 80))
def test_the_waiting_months_begin_on_one_day(on: date, days: int) -> None:
    registered = on - timedelta(days=days)
    record = js.History.unbroken(js.Month.of(registered), js.Month.of(on))
    member = js.Member(js.SelfEmployed(1_000_000), registered=registered, history=record)
    claim = insured(js.Death(on=on, work_related=False), member, js.Family(spouse=True, children=False))
    assert claim.lump_sum == (42_000_000 if on < date(2025, 2, 24) else 10_000_000)
    by_work = insured(js.Death(on=on, work_related=True), member, js.Family(spouse=True, children=False))
    assert by_work.lump_sum == 48_000_000 + 22_000_000


@given(st.dates(date(2024, 6, 1), date(2026, 10, 31)), st.integers(2, 3))
def test_several_memberships_are_certain_until_one_day(on: date, many: int) -> None:
    worker = js.WageEarner(3_000_000, risk_group=1)
    each = js.Membership(worker, registered=date(2020, 1, 6), history=js.History.unbroken("2020-01", js.Month.of(on)))
    member = js.Member(memberships=[each] * many)
    claim = insured(js.Death(on=on, work_related=False), member, js.Family(spouse=True, children=False))
    assert claim.at_most == many * 42_000_000
    assert claim.at_least == (claim.at_most if on < date(2025, 2, 24) else 42_000_000)
