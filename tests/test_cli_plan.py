"""The command ``plan``: what cover costs, what a budget buys."""

import json

import pytest

from jamsostek.__main__ import main

BASE = ["plan", "--income", "1000000", "--sector", "other", "--paid-by", "regional_budget"]
CITY = [*BASE, "--month", "2025-12", "--until", "2026-11"]


def run(capsys: pytest.CaptureFixture[str], *argv: str) -> str:
    assert main(argv) == 0
    out = capsys.readouterr()
    assert out.err == ""
    return out.out


def test_what_people_cost(capsys: pytest.CaptureFixture[str]) -> None:
    text = run(capsys, *CITY, "--people", "25808")
    assert ["total", "25,808", "5,202,892,800"] in [line.split() for line in text.splitlines()]
    assert "(changed by --kind)" in text
    assert "5.202.892.800" in run(capsys, *CITY, "--people", "25.808", "--lang", "id")


def test_what_a_budget_buys(capsys: pytest.CaptureFixture[str]) -> None:
    text = run(capsys, *CITY, "--budget", "Rp5.300.000.000")
    assert text.startswith("budget 5,300,000,000 buys 26,289 people")
    told = json.loads(run(capsys, *CITY, "--budget", "5300000000", "--format", "json"))
    assert (told["people"], told["left"]) == (26_289, 137_600)


def test_whether_a_budget_is_enough_beside_other_payers(capsys: pytest.CaptureFixture[str]) -> None:
    argv = [*CITY, "--people", "25808", "--budget", "5300000000", "--against", "donor, self"]
    lines = run(capsys, *argv).splitlines()
    assert "budget: 5,300,000,000 - 5,202,892,800 = +97,107,200 (difference: enough)" in lines
    assert any(line.startswith("budget 5,300,000,000 lasts 12 months") for line in lines)
    assert lines[-2].split() == ["donor", "134,400", "3,468,595,200", "-1,734,297,600"]
    told = json.loads(run(capsys, *argv, "--format", "json"))
    assert told["left"] == 97_107_200
    assert (told["lasts"]["months"], told["lasts"]["last"]) == (12, "2026-11")
    assert told["payers"] == {"regional_budget": 5_202_892_800, "donor": 3_468_595_200, "self": 3_468_595_200}
    assert "anggaran: 1.000 - 5.202.892.800 = -5.202.891.800 (selisih: tidak cukup)" in (
        run(capsys, *CITY, "--people", "25808", "--budget", "1000", "--lang", "id")
    )


def test_self_is_who_pays_unless_said_otherwise(capsys: pytest.CaptureFixture[str]) -> None:
    argv = ["plan", "--income", "0", "--sector", "transport", "--month", "2026-01", "--until", "2026-12"]
    told = json.loads(run(capsys, *argv, "--people", "1", "--against", "donor", "--claims-relief", "--format", "json"))
    assert told["payers"] == {"self": 100_800, "donor": 100_800}


def test_what_a_budget_buys_beside_other_payers(capsys: pytest.CaptureFixture[str]) -> None:
    argv = [*CITY, "--budget", "5300000000", "--against", "donor"]
    assert run(capsys, *argv).splitlines()[-1].split() == ["donor", "134,400", "3,533,241,600", "-1,766,620,800"]
    told = json.loads(run(capsys, *argv, "--format", "json"))
    assert told["payers"] == {"regional_budget": 5_299_862_400, "donor": 3_533_241_600}


def test_an_ample_budget_lasts_at_least_to_what_is_announced(capsys: pytest.CaptureFixture[str]) -> None:
    staff = ["plan", "--people", "10", "--budget", "1000000000", "--wage", "12000000", "--risk-group", "1"]
    text = run(capsys, *staff, "--month", "2026-01", "--until", "2026-06")
    assert "(difference: enough)" in text
    assert "budget 1,000,000,000 lasts at least 14 months (2026-01 – 2027-02)" in text
    text = run(capsys, *CITY, "--people", "1", "--budget", "100000000000000")
    assert "lasts at least 1,200 months" in text


@pytest.mark.parametrize(
    ("argv", "what"),
    [
        ([*CITY], "--people: neither people nor a budget; give --people, --budget or both"),
        ([*CITY, "--people", "0"], "--people: '0' is no number"),
        ([*CITY, "--budget", "5.3 bn"], "--budget: '5.3 bn' is no amount"),
        ([*CITY, "--budget", "-5"], "budget: -5 is negative"),
        (
            [*CITY, "--people", "1", "--claims-relief"],
            "must not be regional budget; state budget (PP 50/2025 art. 3(5))",
        ),
        (
            [*CITY, "--people", "1", "--against", "city"],
            "--against: 'city' is unknown; choose one of self, group, donor",
        ),
        ([*BASE, "--month", "2026-02", "--until", "2026-01", "--people", "1"], "--until: 2026-01 lies before 2026-02"),
        ([*BASE, "--month", "2026-02", "--people", "1"], "the following arguments are required: --until"),
        (
            [*("plan", "--wage", "4000000", "--risk-group", "1"), *CITY[-4:], "--people", "1", "--against", "self"],
            "--against: only for the self-employed others may pay; leave it out",
        ),
    ],
)
def test_faults_are_one_line(capsys: pytest.CaptureFixture[str], argv: list[str], what: str) -> None:
    assert main(argv) == 2
    out = capsys.readouterr()
    assert out.out == ""
    assert what in out.err
    assert len(out.err.splitlines()) == 1
