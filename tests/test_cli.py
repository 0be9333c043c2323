"""The command line: what it prints, and errors of one line with exit code 2."""

import csv
import io
import json
import runpy
import sys

import pytest

from jamsostek import tables
from jamsostek.__main__ import main

CITY = ["--income", "1000000", "--sector", "transport", "--paid-by", "regional_budget"]


def run(capsys: pytest.CaptureFixture[str], *argv: str) -> str:
    assert main(argv) == 0
    out = capsys.readouterr()
    assert out.err == ""
    return out.out


def test_bill(capsys: pytest.CaptureFixture[str]) -> None:
    text = run(capsys, "bill", "--wage", "12.000.000", "--risk-group", "2", "--month", "2026-03")
    assert text.splitlines()[-1].startswith("funding of JKP")
    assert "1,117,389" in text
    assert "1.117.389" in run(
        capsys, "bill", "--wage", "Rp12,000,000", "--risk-group", "2", "--month", "2026-03", "--lang", "id"
    )


def test_bill_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    argv = ["bill", "--wage", "12_000_000", "--risk-group", "2", "--month", "2026-03", "--format", "json"]
    assert json.loads(run(capsys, *argv))["total"] == 1_117_389


def test_every_fact_reaches_the_bill(capsys: pytest.CaptureFixture[str]) -> None:
    argv = ["bill", "--wage", "4000000", "--month", "2025-05", "--risk-group", "3", "--scale", "medium"]
    argv += [
        "--industry",
        "footwear",
        "--active-workers",
        "300",
        "--paid-up-to",
        "2025-04",
        "--employer-kind",
        "company",
    ]
    argv += ["--registered", "2018-01-01", "--born", "1990-01-01", "--programmes", "JKK,JKM", "--format", "json"]
    given = json.loads(run(capsys, *argv))
    assert given["total"] == 29_800
    assert given["participant"]["employer"]["paid_up_to"] == "2025-04"
    argv = ["bill", "--trainee", "2900000", "--risk-group", "3", "--citizen", "no", "--six-months", "yes"]
    argv += ["--health-cover", "other", "--programmes", "JKK, JKM", "--month", "2026-01", "--format", "json"]
    given = json.loads(run(capsys, *argv))
    assert given["participant"]["person"] == {"citizen": False, "six_months": True, "health_cover": "other"}
    assert given["total"] == 34_510
    argv = ["bill", *CITY, "--kind", "employer", "--paid-up-to", "2025-04", "--month", "2025-05", "--format", "json"]
    assert json.loads(run(capsys, *argv))["participant"]["kind"] == "employer"


def test_batch(capsys: pytest.CaptureFixture[str]) -> None:
    argv = ["bill", *CITY, "--month", "2025-12", "--until", "2026-11", "--people", "25808"]
    text = run(capsys, *argv)
    assert text.splitlines()[0] == "25,808 × 2025-12 – 2026-11 (12 months)"
    assert ["total", "5,202,892,800"] in [line.split() for line in text.splitlines()]
    assert "25.808 orang × 2025-12 – 2026-11 (12 bulan)" in run(capsys, *argv, "--lang", "id")
    given = json.loads(run(capsys, *argv, "--format", "json"))
    assert (given["total"], given["people"], given["last"]) == (5_202_892_800, 25_808, "2026-11")
    assert given["each"]["paid_by"] == "regional_budget"
    assert "16,800" in run(capsys, "bill", *CITY, "--month", "2026-12", "--people", "1")


def test_rates(capsys: pytest.CaptureFixture[str]) -> None:
    assert len(run(capsys, "rates").splitlines()) == len(tables.ALL) + 1
    assert "iuran JKM penerima upah" in run(capsys, "rates", "--lang", "id")
    assert run(capsys, "rates", "jp.WAGE_CEILING", "--on", "2021-02-28").splitlines()[1].split()[2] == "Rp8,939,700"
    rows = list(csv.DictReader(io.StringIO(run(capsys, "rates", "jkk.REFERENCE_INCOME", "--format", "csv"))))
    assert (len(rows), rows[-1]["value"], rows[-1]["raw"]) == (33, "20,700,000", "20700000")
    found = json.loads(run(capsys, "rates", "jkk.RATES", "--format", "json", "--lang", "id"))
    assert [row["value"] for row in found] == ["0,24 %", "0,54 %", "0,89 %", "1,27 %", "1,74 %"]
    assert run(capsys, "rates", "jkm.RATE", "--on", "2027-01-01").endswith("(law as checked to 2026-11-20)\n")


@pytest.mark.parametrize("name", [table.name for table in tables.ALL])
def test_rates_of_every_table(capsys: pytest.CaptureFixture[str], name: str) -> None:
    assert any(
        word in run(capsys, "rates", name) for word in ("PP ", "UU ", "PMK ", "Perpres", "Permenaker", "Perdir ")
    )


@pytest.mark.parametrize(
    ("argv", "says"),
    [
        ([], "required"),
        (["bill"], "--month"),
        (["bill", "--month", "2026-03"], "--wage --income"),
        (["bill", "--wage", "4 juta", "--month", "2026-03"], "'4 juta' is no amount"),
        (["bill", "--wage", "12.5", "--month", "2026-03"], "'12.5' is no amount"),
        (["bill", "--wage", "", "--month", "2026-03"], "'' is no amount"),
        (["bill", "--wage", "-4000000", "--month", "2026-03"], "is negative"),
        (["bill", "--wage", "4000000", "--month", "2026-03-01"], "full date"),
        (["bill", "--wage", "4000000", "--month", "2026-03"], "risk_group"),
        (["bill", "--wage", "4000000", "--sector", "other", "--month", "2026-03"], "beside --wage"),
        (["bill", "--income", "4000000", "--scale", "micro", "--month", "2026-03"], "beside --income"),
        (
            ["bill", "--income", "0", "--risk-group", "3", "--sector", "taxi", "--month", "2026-03"],
            "2 faults: | - sector",
        ),
        (["bill", "--income", "0", "--month", "2026-03", "--until", "2026-01"], "--until"),
        (["bill", "--income", "0", "--month", "2026-03", "--lang", "fr"], "lang"),
        (["bill", "--income", "0", "--month", "2026-03", "--format", "xml"], "xml"),
        (["rates", "jp.CAP"], "unknown"),
        (["bill", "--wage", "12.000,000", "--month", "2026-03"], "'12.000,000' is no amount"),
        (["bill", "--wage", "4000000", "--risk-group", "II", "--month", "2026-03"], "'II' is no number"),
        (["bill", "--wage", "4000000", "--citizen", "maybe", "--month", "2026-03"], "yes, no"),
        (["bill", "--income", "0", "--month", "2026-03", "--people", "0"], "--people"),
        (["bill", "--income", "0", "--month", "2026-03", "--until", "x"], "--until: 'x'"),
        (["rates", "--on", "2026-01-01"], "name a table"),
        (["rates", "jp.WAGE_CEILING", "--on", "2015-06-30"], "no value on 2015-06-30"),
        (["rates", "jp.WAGE_CEILING", "--on", "March"], "YYYY-MM-DD"),
    ],
)
def test_errors_are_one_line_and_exit_code_2(capsys: pytest.CaptureFixture[str], argv: list[str], says: str) -> None:
    assert main(argv) == 2
    out = capsys.readouterr()
    assert out.out == ""
    assert len(out.err.splitlines()) == 1
    assert says in out.err


def test_help_and_module(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["jamsostek", "rates", "jkm.RATE"])
    monkeypatch.delitem(sys.modules, "jamsostek.__main__")
    with pytest.raises(SystemExit) as done:
        runpy.run_module("jamsostek", run_name="__main__", alter_sys=True)
    assert done.value.code == 0
    assert "0.3 %" in capsys.readouterr().out


def test_a_reader_that_leaves_early(monkeypatch: pytest.MonkeyPatch) -> None:
    class Gone(io.StringIO):
        def write(self, text: str) -> int:
            raise BrokenPipeError

    monkeypatch.setattr(sys, "stdout", Gone())
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    assert main(["rates"]) == 0


def test_a_disk_that_is_full(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    class Full(io.StringIO):
        def write(self, text: str) -> int:
            raise OSError("no space left")

    monkeypatch.setattr(sys, "stdout", Full())
    assert main(["rates"]) == 2
    assert capsys.readouterr().err == "jamsostek: cannot print: no space left\n"


def test_a_terminal_that_cannot_show_every_sign(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="ascii"))
    assert main(["bill", *CITY, "--month", "2026-03"]) == 0
    assert b"16,800" in raw.getvalue()
