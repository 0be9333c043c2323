"""The bill: lines, totals, bad input, what was assumed, which reliefs could apply."""

import pickle
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

import jamsostek as js
from jamsostek import conditions, errors, instruments, jkp, readings, reliefs, units

WORKER = js.WageEarner(wage=12_000_000, risk_group=2)


def test_six_lines() -> None:
    bill = js.contributions(WORKER, month="2026-03")
    assert [(line.programme, line.payer, line.amount) for line in bill] == [
        ("JKK", "employer", 64_800),
        ("JKM", "employer", 36_000),
        ("JHT", "employer", 444_000),
        ("JHT", "worker", 240_000),
        ("JP", "employer", 221_726),
        ("JP", "worker", 110_863),
    ]
    assert (bill.total, bill.employer, bill.worker) == (1_117_389, 766_526, 350_863)
    assert bill["JKK"] == 64_800
    assert bill["JP", "worker"].amount == 110_863
    assert bill.by_programme["JP"] == 332_589  # type: ignore[index]  # strings are members
    assert bill.by_payer == {"employer": 766_526, "worker": 350_863}


@pytest.mark.parametrize(
    "participant",
    [
        WORKER,
        js.SelfEmployed(income=1_000_000, programmes=["JKK", "JKM", "JHT"]),
        js.SelfEmployed(income=1_000_000, kind="employer"),
        js.Trainee(wage=3_000_000, risk_group=1),
        *(
            js.WageEarner(wage=3_000_000, employer=js.Employer(risk_group=1, scale=scale))
            for scale in ("micro", "small", "large")
        ),
        *(
            js.WageEarner(wage=3_000_000, programmes=["JKK"], employer=js.Employer(risk_group=1, kind=kind))
            for kind in ("private_person", "state")
        ),
    ],
    ids=str,
)
def test_every_kind_of_participant_begins_in_july_2015(participant: Any) -> None:
    assert js.contributions(participant, month="2015-07").total > 0
    with pytest.raises(errors.BeforeLaw, match="2015-06 lies before 2015-07"):
        js.contributions(participant, month="2015-06")


def test_february_2021_and_the_fall_of_the_ceiling() -> None:
    amounts = [js.contributions(WORKER, month=month)["JP", "worker"].amount for month in ("2021-02", "2021-03")]
    assert amounts == [89_397, 87_546]


@pytest.mark.parametrize("key", ["JKP", ("JKK", "worker"), "jkk", 3])
def test_a_line_that_is_not_there(key: Any) -> None:
    bill = js.contributions(WORKER, month="2026-03")
    with pytest.raises(errors.NoSuchLine, match=r'\["JP", "worker"\]'):
        bill[key]
    with pytest.raises(KeyError):
        bill[key]


def test_values_survive_pickling() -> None:
    bill = js.contributions(WORKER, month="2026-03")
    again = pickle.loads(pickle.dumps(bill))
    assert again == bill
    assert again.explain() == bill.explain()
    assert repr(bill).startswith("<Bill 2026-03 wage_earner: JKK employer 64800, ")
    assert str(bill.lines[0]) == "JKK employer: 64800"


def test_line_knows_its_law() -> None:
    line = js.contributions(WORKER, month="2026-03")["JP", "worker"]
    assert (line.given, line.counted, line.rate, line.exact) == (
        12_000_000,
        11_086_300,
        Fraction(1, 100),
        Fraction(110_863),
    )
    assert [cite.text() for cite in line.basis] == ["PP 45/2015 art. 29(3)-(4)", "PP 45/2015 art. 28(3)b"]
    assert line.evidence is js.Grade.B


@pytest.mark.parametrize(("option", "amount"), [("half_up", 24_001), ("down", 24_000), ("up", 24_001)])
def test_rounding_is_a_reading(option: str, amount: int) -> None:
    worker = js.WageEarner(wage=1_200_025, risk_group=1)
    law = js.LAW.reading(readings.CONTRIBUTION_ROUNDING, option)
    line = js.contributions(worker, month="2026-03", law=law)["JHT", "worker"]
    assert (line.exact, line.amount) == (Fraction(48_001, 2), amount)
    assert line.readings == (readings.CONTRIBUTION_ROUNDING,)


@pytest.mark.parametrize(
    ("income", "lower", "upper"),
    [(1_099_000, 10_000, 10_000), (1_099_500, 10_000, 12_000), (1_100_000, 12_000, 12_000)],
)
def test_incomes_between_two_rows(income: int, lower: int, upper: int) -> None:
    person = js.SelfEmployed(income=income)
    law = js.LAW.reading(readings.INCOME_BETWEEN_BRACKETS, "upper_row")
    by_default = js.contributions(person, month="2025-06")
    assert (by_default["JKK"], js.contributions(person, month="2025-06", law=law)["JKK"]) == (lower, upper)
    assert (readings.INCOME_BETWEEN_BRACKETS in by_default.readings) is (lower != upper)
    assert "row 1" in by_default.explain() or income == 1_100_000


BAD: list[tuple[str, Any, Any, type[Exception], str]] = [
    ("full date", WORKER, "2026-03-01", errors.DateForMonth, "Month.of"),
    ("date object", WORKER, date(2026, 3, 1), errors.DateForMonth, "Month.of"),
    ("before the law", WORKER, "2015-06", errors.BeforeLaw, "2015-07"),
    ("past the last ceiling", WORKER, "2027-03", errors.NotAnnounced, "assume_unchanged"),
    ("no participant", "Ana", "2026-03", errors.WrongType, "WageEarner"),
    ("risk group", js.WageEarner(wage=4_000_000), "2026-03", errors.MissingFact, "risk_group"),
    (
        "registered later",
        js.SelfEmployed(income=0, registered=date(2026, 5, 1)),
        "2026-03",
        errors.Contradiction,
        "2026-05-01 lies after",
    ),
    (
        "born later",
        js.SelfEmployed(income=0, person=js.Person(born=date(2026, 4, 1))),
        "2026-03",
        errors.BornAfterMonth,
        "2026-04-01",
    ),
]


@pytest.mark.parametrize(("who", "month", "error", "says"), [bad[1:] for bad in BAD], ids=[bad[0] for bad in BAD])
def test_bad_input(who: Any, month: Any, error: type[Exception], says: str) -> None:
    with pytest.raises(error) as caught:
        js.contributions(who, month=month)
    assert says in str(caught.value)


def test_several_faults_are_told_together() -> None:
    unborn = js.Person(born=date(2030, 1, 1))
    with pytest.raises(errors.SeveralErrors) as caught:
        js.contributions(js.WageEarner(wage=4_000_000, person=unborn), month="2026-03")
    assert [type(error) for error in caught.value.errors] == [errors.BornAfterMonth, errors.MissingFact]
    with pytest.raises(errors.SeveralErrors) as caught:
        js.contributions(js.WageEarner(wage=4_000_000, person=unborn), month="2014-03")
    assert [type(error) for error in caught.value.errors] == [errors.BornAfterMonth, errors.BeforeLaw]
    with pytest.raises(errors.SeveralErrors) as caught:
        js.contributions(js.SelfEmployed(income=0, programmes=["JP", "JKP"], person=unborn), month="2026-03")
    assert len(caught.value.errors) == 3


def test_what_is_no_law_is_refused() -> None:
    law: Any
    for law in (None, "LAW"):
        with pytest.raises(errors.WrongType, match="no law"):
            js.contributions(WORKER, month="2026-03", law=law)


def test_compulsory_programmes_that_were_left_out_are_told() -> None:
    bill = js.contributions(js.WageEarner(wage=5_000_000, risk_group=1, programmes=["JKK", "JP"]), month="2026-03")
    assert bill.left_out == ("JKM", "JHT")
    assert "compulsory, but not on this bill: JKM, JHT" in bill.explain()
    assert js.contributions(WORKER, month="2026-03").left_out == ()


def test_a_bill_is_a_collection_of_lines() -> None:
    bill = js.contributions(WORKER, month="2026-03")
    assert len(bill) == 6
    assert "JP" in bill
    assert ("JP", "worker") in bill
    assert bill.lines[0] in bill
    assert "JKP" not in bill


def test_the_relief_of_2026_is_extended_by_its_months() -> None:
    rider = js.SelfEmployed(income=1_000_000, sector="transport")
    law = js.LAW.override(reliefs.TRANSPORT_MONTHS, since="2027-04", until="2027-12", value=True)
    assert [js.contributions(rider, month=m, law=law).total for m in ("2027-04", "2027-12")] == [8_400, 8_400]
    assert js.contributions(rider, month="2028-01", law=law).examined == ()


def test_a_relief_can_be_added() -> None:
    cite = instruments.WHAT_IF.at("whole", js.Grade.GIVEN)
    rows = (js.row("2027-01", Fraction(1, 2), cite, until="2027-01"),)
    clock, window = js.Clock.CONTRIBUTION_MONTH, js.Horizon.WINDOW
    table = js.Dated("what_if.FACTOR", "share due", "bagian", units.SHARE, clock, rows, window)
    relief = js.Relief(
        "micro_2027",
        "what if",
        "andaian",
        ((js.Programme.JKM, table),),
        (("wage_earner", conditions.Among(conditions.SCALE, (js.Scale.MICRO,), cite)),),
    )
    law = js.LAW.add_relief(relief)
    micro = js.WageEarner(wage=4_000_000, employer=js.Employer(risk_group=1, scale="micro"))
    assert [js.contributions(micro, month=m, law=law)["JKM"] for m in ("2027-01", "2027-02")] == [6_000, 12_000]
    bill = js.contributions(WORKER, month="2027-01", law=law)
    assert (bill["JKM"], bill.possible[0].relief.name) == (36_000, "micro_2027")
    assert bill.to_dict()["law"]["added_reliefs"] == ["micro_2027"]
    marks = js.contributions(micro, month="2027-01", law=law).marks
    assert marks[0].text() == "what-if, not the law as it stands: micro_2027"
    name: Any = "micro_2027"
    with pytest.raises(errors.WrongType, match="no relief"):
        js.LAW.add_relief(name)


def test_an_applied_relief_tells_what_it_hangs_on() -> None:
    firm = js.Employer(risk_group=3, industry="footwear", active_workers=300, paid_up_to="2025-04")
    text = js.contributions(js.WageEarner(wage=4_000_000, employer=firm), month="2025-05").explain()
    assert "for months paid by 30 June 2026; later the full rate is owed" in text


def test_a_change_inside_a_month_is_a_reading_that_touches() -> None:
    guard = js.WageEarner(wage=4_000_000, employer=js.Employer(risk_group=1, kind="state"))
    assert readings.MONTH_OF_CHANGE in js.contributions(guard, month="2023-10").readings
    assert readings.MONTH_OF_CHANGE not in js.contributions(guard, month="2023-11").readings


def test_without_jkk_no_risk_group_is_needed() -> None:
    bill = js.contributions(js.WageEarner(wage=5_000_000, programmes=["JHT", "JP"]), month="2026-03")
    assert bill.total == 435_000
    assert bill.jkp is not None
    assert bill.jkp.participant.state == "not eligible"


def test_assumed() -> None:
    def facts(participant: Any) -> list[str]:
        return [assumption.fact for assumption in js.contributions(participant, month="2025-01").assumed]

    assert facts(WORKER) == ["employer.scale", "person.citizen", "person.born"]
    known = js.Person(born=date(1990, 1, 1), citizen=True)
    assert facts(js.WageEarner(wage=4_000_000, employer=js.Employer(risk_group=1, scale="micro"), person=known)) == []
    assert facts(js.WageEarner(wage=4_000_000, risk_group=1, programmes=["JKK"])) == ["person.citizen"]
    state = js.Employer(risk_group=1, kind="state")
    assert facts(js.WageEarner(wage=4_000_000, employer=state, person=known)) == []
    assert facts(js.SelfEmployed(income=0)) == ["kind", "paid_by", "person.citizen"]
    assert facts(js.SelfEmployed(income=0, kind="employer", paid_by="group", person=known)) == []
    assert facts(js.Trainee(wage=3_000_000, risk_group=1)) == ["person.citizen"]


def missing(participant: Any, month: str, law: js.Law = js.LAW) -> list[tuple[str, list[str]]]:
    bill = js.contributions(participant, month=month, law=law)
    return [(each.relief.name, [fact.key for fact in each.verdict.missing]) for each in bill.possible]


def test_reliefs_that_hang_on_facts_leave_the_ordinary_bill() -> None:
    assert missing(WORKER, "2020-07") == missing(WORKER, "2021-02") == []
    assert missing(WORKER, "2020-08") == [("covid_2020", ["registered", "employer.paid_up_to"])]
    facts = ["employer.industry", "employer.active_workers", "employer.paid_up_to"]
    assert missing(WORKER, "2025-02") == [("labour_intensive_2025", facts)]
    assert js.contributions(WORKER, month="2025-02")["JKK"] == 64_800
    rider = js.SelfEmployed(income=1_000_000)
    assert missing(rider, "2026-01") == [("self_employed_2026", ["sector"])]
    assert js.contributions(rider, month="2026-01").total == 16_800
    assert missing(rider, "2026-04") == []
    assert js.contributions(rider, month="2026-04").total == 8_400
    assert missing(rider, "2027-01") == [("self_employed_2026", ["sector"])]


def test_only_facts_that_could_change_the_outcome_are_missing() -> None:
    firm = js.Employer(risk_group=3, industry="other")
    worker = js.WageEarner(wage=4_000_000, employer=firm)
    assert missing(worker, "2025-05") == []
    old = js.WageEarner(wage=4_000_000, risk_group=3, registered=date(2018, 1, 1))
    assert missing(old, "2020-09") == [("covid_2020", ["employer.paid_up_to"])]
    budget = js.SelfEmployed(income=0, paid_by="regional_budget")
    assert missing(budget, "2026-01") == []


def test_a_relief_says_why_it_does_not_apply() -> None:
    bill = js.contributions(js.SelfEmployed(income=0, sector="other", paid_by="state_budget"), month="2026-02")
    verdict = bill.examined[0].verdict
    assert not verdict
    assert [reason.cite.text() for reason in verdict.because] == ["PP 50/2025 art. 3(5)", "PP 50/2025 art. 7b"]
    assert "state budget" in verdict.text()
    assert "APBN" in verdict.text("id")
    assert "2026-04 – 2026-12" in verdict.text()


def test_an_undetermined_verdict_is_no_bool() -> None:
    possible = js.contributions(js.SelfEmployed(income=0), month="2026-01").possible[0]
    with pytest.raises(errors.Undetermined, match="sector"):
        bool(possible.verdict)
    assert possible.text() == "relief of the self-employed (PP 50/2025): cannot be said without: sector"


def test_village_budget_is_a_reading() -> None:
    guard = js.SelfEmployed(income=0, sector="other", paid_by="village_budget")
    assert js.contributions(guard, month="2026-05").total == 8_400
    law = js.LAW.reading(readings.VILLAGE_BUDGET, "counts")
    bill = js.contributions(guard, month="2026-05", law=law)
    assert bill.total == 16_800
    assert readings.VILLAGE_BUDGET in bill.readings
    assert bill.evidence is js.Grade.M
    with pytest.raises(errors.SeveralErrors, match="reading village_budget"):
        js.contributions(guard, month="2026-05", law=law.require("B"))


def test_a_relief_of_firms_is_not_for_households_and_state_bodies() -> None:
    for kind in ("private_person", "state"):
        firm = js.Employer(risk_group=3, kind=kind, industry="food", active_workers=50, paid_up_to="2025-04")
        bill = js.contributions(js.WageEarner(wage=4_000_000, employer=firm), month="2025-05")
        assert bill["JKK"] == 35_600


def test_employers_in_the_relief_of_2026_are_a_reading() -> None:
    boss = js.SelfEmployed(income=0, sector="other", kind="employer")
    bill = js.contributions(boss, month="2026-05")
    assert (bill.total, readings.RELIEF_OF_EMPLOYERS_2026 in bill.readings) == (16_800, True)
    law = js.LAW.reading(readings.RELIEF_OF_EMPLOYERS_2026, "covered")
    assert js.contributions(boss, month="2026-05", law=law).total == 8_400


def test_covid_relief_of_employers_is_a_reading() -> None:
    boss = js.SelfEmployed(income=0, kind="employer", registered=date(2019, 1, 1), paid_up_to="2020-08")
    assert js.contributions(boss, month="2020-09").total == 168
    law = js.LAW.reading(readings.COVID_RELIEF_OF_SELF_EMPLOYED, "own_account")
    assert js.contributions(boss, month="2020-09", law=law).total == 16_800


def test_trainees_have_no_relief() -> None:
    firm = js.Employer(risk_group=3, industry="toys", active_workers=500, paid_up_to="2026-01")
    bill = js.contributions(js.Trainee(wage=3_000_000, employer=firm), month="2025-05")
    assert bill.examined == ()


def test_two_reliefs_on_one_line_conflict_loudly() -> None:
    firm = js.Employer(risk_group=3, industry="toys", active_workers=500, paid_up_to="2026-01")
    worker = js.WageEarner(wage=3_000_000, employer=firm, registered=date(2018, 1, 1))
    law = js.LAW.override(reliefs.COVID_JKK, since="2025-05", until="2025-05", value=Fraction(1, 100))
    with pytest.raises(errors.ReliefConflict, match="covid_2020 and labour_intensive_2025"):
        js.contributions(worker, month="2025-05", law=law)


def test_a_relief_is_extended_by_an_override() -> None:
    firm = js.Employer(risk_group=3, industry="toys", active_workers=500, paid_up_to="2026-01")
    worker = js.WageEarner(wage=4_000_000, employer=firm)
    law = js.LAW.override(reliefs.LABOUR_INTENSIVE_JKK, since="2026-02", until="2026-12", value=Fraction(1, 4))
    assert js.contributions(worker, month="2026-02")["JKK"] == 35_600
    assert js.contributions(worker, month="2026-02", law=law)["JKK"] == 8_900


class TestJkp:
    person = js.Person(born=date(1990, 1, 1), citizen=True, health_cover="employer")

    def split(self, month: str = "2025-06", law: js.Law = js.LAW, **facts: Any) -> jkp.JkpSplit:
        facts = {"wage": 4_000_000, "risk_group": 1, "person": self.person, **facts}
        found = js.contributions(js.WageEarner(**facts), month=month, law=law).jkp
        assert found is not None
        return found

    def test_begins_in_february_2021(self) -> None:
        assert js.contributions(WORKER, month="2021-01").jkp is None
        assert self.split("2021-02").total == 18_400
        assert js.contributions(js.SelfEmployed(income=0), month="2025-06").jkp is None

    def test_never_changes_what_is_paid(self) -> None:
        bill = js.contributions(WORKER, month="2024-06")
        found = bill.jkp
        assert found is not None
        assert found.from_jkk + found.stays_jkk == bill["JKK"]
        assert found.from_jkm + found.stays_jkm == bill["JKM"]

    def test_participant(self) -> None:
        assert self.split().participant
        assert self.split().participant.text() == "yes"

    def test_health_cover_by_date(self) -> None:
        other = js.Person(born=date(1990, 1, 1), health_cover="other")
        months = ("2021-07", "2021-08", "2025-01", "2025-02")
        states = [self.split(month, person=other).participant.state for month in months]
        assert states == ["eligible", "not eligible", "not eligible", "eligible"]
        unknown = js.Person(born=date(1990, 1, 1))
        assert self.split("2021-07", person=unknown).participant
        assert [fact.key for fact in self.split(person=unknown).participant.missing] == ["person.health_cover"]

    def test_age_when_registered(self) -> None:
        old = js.Person(born=date(1969, 6, 15), health_cover="employer")  # 55 in June 2025, 59 in 2028
        assert self.split(person=old, registered=date(2022, 1, 1)).participant
        late = self.split(person=old, registered=date(2024, 8, 1)).participant
        assert late.state == "not eligible"
        assert "age when registered: 55, must be less than 54" in late.text()
        assert [fact.key for fact in self.split(person=old).participant.missing] == ["registered"]
        nobody = js.Person(health_cover="employer")
        assert [fact.key for fact in self.split(person=nobody).participant.missing] == ["person.born", "registered"]

    def test_age_of_members_from_before_jkp_is_a_reading(self) -> None:
        early = js.Person(born=date(1962, 1, 1), health_cover="employer")
        small = js.Employer(risk_group=1, scale="small")
        facts: dict[str, Any] = {"person": early, "risk_group": None, "employer": small}
        facts["registered"] = date(2005, 1, 1)
        found = self.split("2021-03", **facts)
        assert found.participant
        assert readings.JKP_AGE_OF_EARLY_MEMBERS in found.readings
        law = js.LAW.reading(readings.JKP_AGE_OF_EARLY_MEMBERS, "start_of_jkp")
        assert not self.split("2021-03", law, **facts).participant

    def test_is_for_workers_of_companies(self) -> None:
        for kind in ("private_person", "state"):
            employer = js.Employer(risk_group=1, kind=kind)
            assert js.contributions(js.WageEarner(wage=4_000_000, employer=employer), month="2025-06").jkp is None

    def test_named_before_it_existed_or_alone(self) -> None:
        named: Any
        for month, named in (("2018-12", ["JKK", "JKP"]), ("2025-12", ["JKP"])):
            with pytest.raises(errors.Contradiction, match="JKP"):
                js.contributions(js.WageEarner(wage=4_000_000, risk_group=1, programmes=named), month=month)

    def test_programmes_by_scale(self) -> None:
        small = js.Employer(risk_group=1, scale="small")
        assert self.split(risk_group=None, employer=small).participant
        micro = self.split(risk_group=None, employer=js.Employer(risk_group=1, scale="micro")).participant
        assert micro.state == "not eligible"
        assert "enrolled in JHT" in micro.text()
        without_jp = self.split(programmes=["JKK", "JKM", "JHT"]).participant
        assert [fact.key for fact in without_jp.missing] == ["employer.scale"]

    @pytest.mark.parametrize(
        ("born", "registered", "state"),
        [
            # PP 37/2021 art. 4(2)b: the age is tested when registering, at 55 and at 53
            (date(1970, 3, 1), date(2025, 4, 1), "not eligible"),
            (date(1969, 3, 1), date(2022, 4, 1), "eligible"),
        ],
    )
    def test_the_age_counts_when_registering(self, born: date, registered: date, state: str) -> None:
        person = js.Person(born=born, health_cover="employer")
        assert self.split("2025-06", person=person, registered=registered).participant.state == state

    def test_a_small_firm_without_jp_and_a_worker_whose_health_cover_the_state_pays(self) -> None:
        # PP 6/2025 art. 4(3)b: JKN in any segment, JP not needed
        person = js.Person(born=date(1990, 1, 1), health_cover="other")
        small = js.Employer(risk_group=1, scale="small")
        assert self.split("2025-06", risk_group=None, employer=small, person=person).participant

    def test_naming_jkp_settles_what_is_not_known(self) -> None:
        named = ["JKK", "JKM", "JHT", "JP", "JKP"]
        assert self.split(person=None, programmes=named).participant
        with pytest.raises(errors.Contradiction, match="JKP is named, but the worker takes no part"):
            self.split(person=js.Person(health_cover="none"), programmes=named)

    def test_jkm_part_after_2025_is_a_reading(self) -> None:
        assert self.split("2025-02").from_jkm == 0
        law = js.LAW.reading(readings.JKM_PART_AFTER_2025, "goes_on")
        assert self.split("2025-02", law).from_jkm == 4_000
        assert self.split("2025-01", law).from_jkm == 4_000
        assert [readings.JKM_PART_AFTER_2025 in self.split(m).readings for m in ("2025-01", "2025-02")] == [False, True]
        assert readings.MONTH_OF_CHANGE in self.split("2025-02").readings
        assert readings.MONTH_OF_CHANGE not in self.split("2025-03").readings
