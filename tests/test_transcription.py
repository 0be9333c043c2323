"""Every number of every table against a second transcription, typed from the sources by somebody who did not see it."""

import csv
import re
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

import jamsostek as js
from jamsostek import jht, jkk, jkm, jkp, jp, participation, payment, reliefs, scholarship, tables, wages
from jamsostek._dated import Dated
from jamsostek._reliefs import Relief

HERE = Path(__file__).parent / "cases" / "transcription"
GROUPS = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5}


def read(name: str) -> list[dict[str, str]]:
    with (HERE / f"{name}.csv").open(newline="", encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def share(percent: str) -> Fraction:
    return Fraction(percent) / 100


def spans(table: Dated[int] | Dated[Fraction]) -> Iterator[tuple[str, str, int | Fraction]]:
    for since, until, row in table.spans():
        yield str(since), "" if until is None else str(until), row.value


def merged(table: Dated[Fraction]) -> list[tuple[str, str, int | Fraction]]:
    """Rows that follow one another with the same value as one."""
    found: list[tuple[str, str, int | Fraction]] = []
    for since, until, value in spans(table):
        if found and found[-1][2] == value and since < "2025-02-07":
            found[-1] = (found[-1][0], until, value)
        else:
            found.append((since, until, value))
    return found


def test_jkk_rates() -> None:
    assert [share(row["percent"]) for row in read("jkk_rates")] == list(jkk.RATES.rows[0].value)


def test_brackets() -> None:
    typed = read("bpu_brackets")
    brackets = jkk.REFERENCE_INCOME.rows[0].value
    assert [(str(each.least), str(each.most or ""), str(each.reference)) for each in brackets] == [
        (row["from"], row["to"], row["reference"]) for row in typed
    ]
    programmes = (js.Programme.JKK, js.Programme.JKM, js.Programme.JHT)
    for row in typed:
        bill = js.contributions(js.SelfEmployed(income=int(row["from"]), programmes=programmes), month="2025-12")
        assert (str(bill["JKK"]), str(bill["JHT"])) == (row["jkk"], row["jht"])


def test_jp_ceiling() -> None:
    typed = read("jp_cap")
    since = {str(js.Month.of(row.since)): row.value for row in jp.WAGE_CEILING.rows}
    assert since.pop("2016-01") == 7_000_000  # the first ceiling, in January and February by practice
    assert since == {row["from_month"]: int(row["cap"]) for row in typed}
    for row in typed:
        worker = js.WageEarner(wage=50_000_000, risk_group=1)
        for month in (row["from_month"], row["to_month"]):
            bill = js.contributions(worker, month=month)
            assert bill["JP", "worker"].amount == int(row["one_percent"])
            assert bill["JP", "employer"].amount == int(row["two_percent"])


def test_pension_age() -> None:
    assert [(since, until, str(age)) for since, until, age in spans(jp.PENSION_AGE)] == [
        (row["from_date"], row["to_date"], row["age"]) for row in read("pension_age")
    ]


def test_businesses() -> None:
    """Group and number, the words of the annex and our English, against a digest made by somebody else."""
    typed = {f"{row['group']}-{row['number']}": row for row in read("businesses")}
    listed = {each.key: each for each in jkk.BUSINESSES.rows[-1].value}
    assert list(typed) == list(listed)
    for key, row in typed.items():
        each = listed[key]
        assert each.risk_group == GROUPS[row["group"]]
        assert set(words(row["words"])) <= set(words(each.label_id)), key
        assert {word[:3] for word in words(row["english"])} & {word[:3] for word in words(each.label_en)}, key


def words(text: str) -> list[str]:
    return [word for word in re.findall(r"[a-z0-9]+", text.lower()) if word not in ("and", "other", "of", "the")]


SHARES: dict[str, Dated[Fraction]] = {
    "jkm_wage_earners": jkm.RATE,
    "jht_employer": jht.EMPLOYER_RATE,
    "jht_worker": jht.WORKER_RATE,
    "jp_employer": jp.EMPLOYER_RATE,
    "jp_worker": jp.WORKER_RATE,
    "jkp_state": jkp.STATE_RATE,
    "jkp_from_jkk": jkp.FROM_JKK,
    "jkp_from_jkm": jkp.FROM_JKM,
}
SUMS: dict[str, Dated[int]] = {"jkm_self_employed_flat": jkm.SELF_EMPLOYED_AMOUNT, "jkp_wage_ceiling": jkp.WAGE_CEILING}


@pytest.mark.parametrize("name", SHARES)
def test_shares(name: str) -> None:
    typed = [row for row in read("flat_and_shares") if row["name"] == name]
    assert merged(SHARES[name]) == [(row["from_date"], row["to_date"], share(row["value"])) for row in typed]


@pytest.mark.parametrize("name", SUMS)
def test_sums(name: str) -> None:
    typed = [row for row in read("flat_and_shares") if row["name"] == name]
    assert list(spans(SUMS[name])) == [(row["from_date"], row["to_date"], int(row["value"])) for row in typed]


def test_nothing_typed_is_left_over() -> None:
    assert {row["name"] for row in read("flat_and_shares")} == {*SHARES, *SUMS}


def test_jkp_part_of_relieved_firms() -> None:
    typed = read("jkp_relieved")
    for row in jkp.FROM_JKK_RELIEVED.rows:
        assert [share(each["percent_to_jkp"]) for each in typed] == list(row.value)
    assert {(each["from_month"], each["to_month"]) for each in typed} == {("2025-02", "2026-01")}
    for each, normal in zip(typed, jkk.RATES.rows[0].value, strict=True):
        assert normal / 2 - share(each["percent_to_jkp"]) == share(each["percent_staying_in_jkk"])


def test_jkk_net_of_jkp() -> None:
    for row, normal in zip(read("jkk_net_of_jkp"), jkk.RATES.rows[0].value, strict=True):
        assert normal - jkp.FROM_JKK.rows[0].value == share(row["percent"])


def test_relief_rates() -> None:
    factors = {"PP 49/2020": reliefs.COVID_JKK, "PP 7/2025": reliefs.LABOUR_INTENSIVE_JKK}
    for row in read("relief_rates"):
        normal = jkk.RATES.rows[0].value[GROUPS[row["group"]] - 1]
        assert normal * factors[row["relief"]].rows[0].value == share(row["percent"])


RELIEFS: dict[str, tuple[Relief, dict[str, str]]] = {
    "PP 49/2020": (reliefs.COVID, {"registered": "2018-01-01"}),
    "PP 7/2025": (reliefs.LABOUR_INTENSIVE, {}),
    "PP 36/2025": (reliefs.LABOUR_INTENSIVE, {}),
    "PP 50/2025 transport": (reliefs.SELF_EMPLOYED_2026, {"sector": "transport"}),
    "PP 50/2025 other sectors": (reliefs.SELF_EMPLOYED_2026, {"sector": "other"}),
}
ENCODED = [row for row in read("reliefs") if row["who"].startswith(("wage", "self")) and row["programme"] != "JP"]


@pytest.mark.parametrize(
    "row", ENCODED, ids=[f"{row['relief']} {row['who'][:4]} {row['programme']}" for row in ENCODED]
)
def test_reliefs(row: dict[str, str]) -> None:
    relief, facts = RELIEFS[row["relief"]]
    if row["who"].startswith("self"):
        given = {"type": "self_employed", "income": 1_000_000, "paid_up_to": row["to_month"], **facts}
    else:
        firm = {"risk_group": 3, "industry": "toys", "active_workers": 50, "paid_up_to": row["to_month"]}
        given = {"type": "wage_earner", "wage": 10_000_000, "employer": firm, **facts}
    participant = js.from_dict(given)
    months = js.months(row["from_month"], row["to_month"])
    for month in (months[0], months[-1]):
        bill = js.contributions(participant, month=month)
        line = next(line for line in bill if line.programme == row["programme"])
        assert [applied.relief for applied in line.reliefs] == [relief]
        assert line.exact == line.counted * line.rate * share(row["percent_of_normal_paid"])
    before, after = months[0] + -1, months[-1] + 1
    follows = {"PP 7/2025": (True, False), "PP 36/2025": (False, True)}.get(row["relief"], (True, True))
    for month, outside in zip((before, after), follows, strict=True):
        line = next(line for line in js.contributions(participant, month=month) if line.programme == row["programme"])
        assert (line.reliefs == ()) is outside


def test_conditions_of_the_labour_intensive_relief() -> None:
    assert reliefs.LABOUR_INTENSIVE_WORKERS.rows[0].value == 50
    assert [str(row.value) for row in reliefs.LABOUR_INTENSIVE_LAST_DAY.rows] == ["2025-12-31", "2026-06-30"]
    assert reliefs.COVID_FULL_MONTHS.rows[0].value == 2
    assert {row.value for row in jkp.AGE_LIMIT.rows} == {54}


DUTIES = {
    "large": participation.DUTY_OF_LARGE,
    "medium": participation.DUTY_OF_LARGE,
    "small": participation.DUTY_OF_SMALL,
    "micro": participation.DUTY_OF_MICRO,
    "own_account": participation.DUTY_OF_OWN_ACCOUNT,
    "employs_others": participation.DUTY_OF_SELF_EMPLOYED_EMPLOYER,
    "trainee": participation.DUTY_OF_TRAINEE,
}


@pytest.mark.parametrize("row", read("duties"), ids=lambda row: f"{row['who']} {row['programme']}")
def test_duties(row: dict[str, str]) -> None:
    duty = DUTIES[row["who"]].rows[0].value
    status = "closed"
    if row["programme"] in duty.compulsory:
        status = "compulsory"
    elif row["programme"] in duty.optional:
        status = "optional"
    assert status == row["status"]


def test_duties_of_private_persons_and_state_bodies() -> None:
    # PP 44/2015 art. 5(2)b and PP 46/2015 art. 4(2)b; PP 44/2015 art. 2(2), from 2023-10-06 art. 2(3).
    assert participation.DUTY_OF_PRIVATE_PERSON.rows[0].value.compulsory == ("JKK", "JKM", "JHT")
    assert [row.value.compulsory for row in participation.DUTY_OF_STATE.rows] == [(), ("JKK", "JKM")]
    assert [row.value.optional for row in participation.DUTY_OF_STATE.rows] == [("JKK", "JKM", "JHT"), ("JHT",)]


def test_health_cover_that_jkp_asks_for() -> None:
    # PP 37/2021 arts 48(3) and 4(4); PP 6/2025 without art. 4(4).
    assert [(str(row.since), len(row.value)) for row in jkp.HEALTH_COVER.rows] == [
        ("2021-02-02", 3),
        ("2021-08-03", 1),
        ("2025-02-07", 2),
    ]


WAGES: dict[str, Dated[Any]] = {
    "counted_kinds": wages.COUNTED,
    "days_of_a_month": wages.DAYS_OF_A_MONTH,
    "months_of_output": wages.MONTHS_OF_OUTPUT,
    "months_of_weather": wages.MONTHS_OF_WEATHER,
}


@pytest.mark.parametrize("row", read("wages"), ids=lambda row: row["name"])
def test_wages(row: dict[str, str]) -> None:
    def text(value: Any) -> str:
        return " ".join(value) if isinstance(value, tuple) else str(value)

    found = [(since, until, text(value)) for since, until, value in spans(WAGES[row["name"]])]
    assert found == [(row["from_date"], row["to_date"], row["value"])]


BY_NAME = {
    row["table"]: [each for each in rows if each["table"] == row["table"]]
    for rows in map(
        read, ("payment", "jkm", "jkk", "savings", "tax", "job_loss", "construction", "planning", "migrants")
    )
    for row in rows
}


@pytest.mark.parametrize("name", sorted(BY_NAME))
def test_tables_typed_by_name(name: str) -> None:
    table, typed = tables.named(name), BY_NAME[name]
    found = [(str(since), str(until or ""), table.unit.show(row.value, "en")) for since, until, row in table.spans()]
    assert found == [(row["from_date"], row["to_date"], row["value"]) for row in typed]


def test_disability() -> None:
    # Typed from annex II of PP 53/2012, the last of the predecessors.
    typed = [(row["part"], row["measured"], f"{row['percent']} %") for row in read("jkk_disability")]
    for row in jkk.DISABILITY.rows:
        assert [(str(each.part), each.measured("en"), each.value("en")) for each in row.value] == typed


@pytest.mark.parametrize("row", read("jp_benefits"), ids=lambda row: f"{row['table']} {row['from_date']}")
def test_jp_benefits(row: dict[str, str]) -> None:
    table = tables.named(row["table"])
    value: object = row["value"] == "True" or Fraction(row["value"])
    found = {(str(since), str(until or "")): each for since, until, each in table.spans()}
    each = found[row["from_date"], row["to_date"]]
    assert each.value == value
    assert [cite.place for cite in each.cites] == row["places"].split()


@pytest.mark.parametrize("name", sorted({row["table"] for row in read("jp_series")}))
def test_jp_series(name: str) -> None:
    typed = [row for row in read("jp_series") if row["table"] == name]
    table = tables.named(name)
    scale = 100 if table.clock is js.Clock.YEAR else 1
    found = [(since, until, Fraction(value) * scale) for since, until, value in spans(table)]
    assert found == [(row["from_date"], row["to_date"], Fraction(row["value"])) for row in typed]


HEIRS = {row["table"] for row in read("heirs")}


@pytest.mark.parametrize("name", sorted(HEIRS))
def test_heirs(name: str) -> None:
    table = tables.named(name)
    typed = [row for row in read("heirs") if row["table"] == name]
    assert [[rank.label_id for rank in row.value] for row in table.rows] == [[row["label_id"] for row in typed]]
    assert [(since, until) for since, until, _ in spans(table)] == [(typed[0]["since"], typed[0]["until"])]
    assert typed[0]["place"].startswith(table.rows[0].cites[0].text()[: len("PP 44/2015 art. 40")])


SCHOLARSHIP = sorted({row["table"] for row in read("scholarship")})
STAGES = {
    "TK": {"kindergarten"},
    "SD": {"primary"},
    "SMP": {"lower_secondary"},
    "SMA": {"upper_secondary"},
    "S1 D1-D4 pelatihan": {"bachelor", "diploma", "training"},
}


@pytest.mark.parametrize("name", SCHOLARSHIP)
def test_scholarship(name: str) -> None:
    table = tables.named(f"scholarship.{name}")
    typed = [row for row in read("scholarship") if row["table"] == name]
    found = []
    for since, until, row in table.spans():
        days = str(since), str(until or "")
        if name.startswith("SCALE"):
            found += [(*days, f"{level.yearly} x {level.years}", set(level.stages)) for level in row.value]
        else:
            shown = str(row.value) if type(row.value) is int else table.unit.show(row.value, "en")
            found.append((*days, shown, set()))
    assert found == [(row["from_date"], row["to_date"], row["value"], STAGES.get(row["item"], set())) for row in typed]


def test_the_whole_path_of_a_scholarship() -> None:
    # Press and branch offices: 87 million for one child, 174 million for two, "1,350 %" of the first version.
    one = sum(level.most for level in scholarship.SCALE_JKM.rows[0].value)
    assert (one, 2 * one) == (87_000_000, 174_000_000)
    assert 2 * one - scholarship.ONE_OFF_JKM.rows[0].value == Fraction(1350, 100) * 12_000_000


WHO: dict[str, dict[str, Any]] = {
    "wage_earner": {"type": "wage_earner", "wage": 4_000_000, "employer": {"risk_group": 1}},
    "state": {"type": "wage_earner", "wage": 4_000_000, "employer": {"risk_group": 1, "kind": "state"}},
    "self_employed": {"type": "self_employed", "income": 1_000_000},
    "trainee": {"type": "trainee", "wage": 4_000_000, "employer": {"risk_group": 1}},
}


@pytest.mark.parametrize(
    "row", read("due_dates"), ids=lambda row: f"{row['who']} {row['programme']} {row['from_month']}"
)
def test_due_dates(row: dict[str, str]) -> None:
    who = js.from_dict({**WHO[row["who"]], "programmes": [row["programme"]]})
    for month in js.months(row["from_month"], row["to_month"]):
        due = payment.due_dates(js.contributions(who, month=month), holidays=())[js.Programme(row["programme"])]
        paid_in = month + int(row["months_on"])
        last = paid_in.last_day
        assert due.nominal == last.replace(day=min(int(row["day"]), last.day))
        assert (due.on != due.nominal) is (due.nominal.weekday() >= 5 and row["next_working_day"] == "yes")


def test_every_table_is_guarded() -> None:
    """A new table needs a second transcription or a worked case: add it here with its test."""
    guarded: set[Dated[Any]] = {
        *SHARES.values(),
        *SUMS.values(),
        *DUTIES.values(),
        jkk.BUSINESSES,
        jkk.RATES,
        jkk.REFERENCE_INCOME,
        jkk.SELF_EMPLOYED_RATE,
        jkk.DISABILITY,
        jht.SELF_EMPLOYED_RATE,
        jp.WAGE_CEILING,
        jp.PENSION_AGE,
        jkp.FROM_JKK_RELIEVED,
        jkp.AGE_LIMIT,
        jkp.HEALTH_COVER,
        participation.DUTY_OF_PRIVATE_PERSON,
        participation.DUTY_OF_STATE,
        participation.JKP_IN_FORCE,
        participation.TRAINEES_PAY_BY_WAGE,
        participation.TRAINEES_PAY_BY_BRACKET,
        participation.TRAINEES_JHT_BY_BRACKET,
        *WAGES.values(),
        *(tables.named(name) for name in BY_NAME),
        *(tables.named(name) for name in HEIRS),
        *(tables.named(f"scholarship.{name}") for name in SCHOLARSHIP),
        *(tables.named(row["table"]) for row in (*read("jp_benefits"), *read("jp_series"))),
        # by test_due_dates
        payment.DUE_OF_EMPLOYERS,
        payment.DUE_OF_EMPLOYERS_JHT,
        payment.DUE_OF_EMPLOYERS_JP,
        payment.DUE_OF_SELF_EMPLOYED,
        payment.DUE_OF_SELF_EMPLOYED_JHT,
        payment.DUE_OF_TRAINEES,
        payment.DUE_OF_STATE,
        wages.DEEMED_WAGE,
        wages.MINIMUM_WAGE,
        reliefs.COVID_JKK,
        reliefs.COVID_JKM,
        reliefs.COVID_FULL_MONTHS,
        reliefs.LABOUR_INTENSIVE_JKK,
        reliefs.LABOUR_INTENSIVE_WORKERS,
        reliefs.LABOUR_INTENSIVE_LAST_DAY,
        reliefs.SELF_EMPLOYED_2026_FACTOR,
        reliefs.TRANSPORT_MONTHS,
        reliefs.OTHER_SECTORS_MONTHS,
    }
    assert {table.name for table in guarded} == {table.name for table in tables.ALL}


# Typed from the articles once more: first and last day of every row of the tables of reliefs and of JKP.
DAYS = {
    # PP 82/2019 art. II: in force on promulgation, 2 December 2019
    "jkk.BUSINESSES": [("2015-07-01", "2019-12-01"), ("2019-12-02", "")],
    "jkk.DISABILITY": [("2015-07-01", "2019-12-01"), ("2019-12-02", "")],
    # PP 49/2020; minister on 2020-09-09: contribution months August 2020 to January 2021
    "reliefs.COVID_JKK": [("2020-08-01", "2021-01-31")],
    "reliefs.COVID_JKM": [("2020-08-01", "2021-01-31")],
    "reliefs.COVID_FULL_MONTHS": [("2020-08-01", "")],
    # PP 7/2025 art. 10; PP 36/2025, new art. 10A
    "reliefs.LABOUR_INTENSIVE_JKK": [("2025-02-01", "2025-07-31"), ("2025-08-01", "2026-01-31")],
    "reliefs.LABOUR_INTENSIVE_WORKERS": [("2025-02-01", "")],
    # PP 7/2025 art. 11(1); from PP 36/2025 on the new art. 11(1)
    "reliefs.LABOUR_INTENSIVE_LAST_DAY": [("2025-02-07", "2025-09-03"), ("2025-09-04", "")],
    "jkp.FROM_JKK_RELIEVED": [("2025-02-01", "2025-07-31"), ("2025-08-01", "2026-01-31")],
    # PP 50/2025 art. 7
    "reliefs.SELF_EMPLOYED_2026_FACTOR": [("2026-01-01", "")],
    "reliefs.TRANSPORT_MONTHS": [("2026-01-01", "2027-03-31")],
    "reliefs.OTHER_SECTORS_MONTHS": [("2026-04-01", "2026-12-31")],
    # PP 37/2021 and PP 6/2025 in force on promulgation; PP 49/2023 restates the part out of JKM
    "jkp.FROM_JKM": [("2021-02-02", "2023-10-05"), ("2023-10-06", "2025-02-06"), ("2025-02-07", "")],
    "jkp.AGE_LIMIT": [("2021-02-02", "2025-02-06"), ("2025-02-07", "")],
    "participation.DUTY_OF_STATE": [("2015-07-01", "2023-10-05"), ("2023-10-06", "")],
    "participation.DUTY_OF_TRAINEE": [("2015-07-01", "2023-10-05"), ("2023-10-06", "")],
    "participation.JKP_IN_FORCE": [("2021-02-02", "")],
    # PP 44/2015 art. 28(2), Permenaker 1/2025 art. 35; the agency's manual, the years before it inferred
    "wages.DEEMED_WAGE": [("2015-07-01", "2025-02-23"), ("2025-02-24", "")],
    "wages.MINIMUM_WAGE": [("2015-07-01", "")],
    "participation.TRAINEES_PAY_BY_WAGE": [("2025-02-24", "")],
    "participation.TRAINEES_PAY_BY_BRACKET": [("2015-07-01", "2025-02-23")],
    "participation.TRAINEES_JHT_BY_BRACKET": [("2015-07-01", "")],
}


@pytest.mark.parametrize("name", DAYS)
def test_days_of_rows(name: str) -> None:
    assert [(str(since), str(until or "")) for since, until, _ in tables.named(name).spans()] == DAYS[name]


@pytest.mark.parametrize(("registered", "due"), [("2020-07-31", 24), ("2020-08-01", 2_400)])
def test_who_was_registered_before_august_2020(registered: str, due: int) -> None:
    # PP 49/2020 art. 13, as the ministry told it: who registers after July pays two months in full.
    firm = {"risk_group": 1, "paid_up_to": "2020-08"}
    worker = {"type": "wage_earner", "wage": 1_000_000, "registered": registered, "employer": firm}
    assert js.contributions(js.from_dict(worker), month="2020-09")["JKK"] == due
