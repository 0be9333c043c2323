"""The command line: what it prints, and errors of one line with exit code 2."""

import csv
import io
import json
import runpy
import sys
from pathlib import Path

import pytest

from jamsostek import coverage, tables
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


def test_the_options_are_told_by_their_names(capsys: pytest.CaptureFixture[str]) -> None:
    argv = ["bill", "--wage", "4000000", "--risk-group", "1", "--month", "2026-03"]
    assert "(changed by --scale)" in run(capsys, *argv)
    assert "(ubah lewat --born)" in run(capsys, *argv, "--lang", "id")
    assert "(changed by --citizen)" in run(capsys, *argv, "--until", "2026-04")
    assert main(["check", *argv[1:], "JP:worker=1"]) == 1
    assert "(changed by --scale)" in capsys.readouterr().out


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


SLIP = ["check", "--wage", "12000000", "--risk-group", "2", "--month", "2026-03"]


def test_check(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert "2 of 2 lines agree" in run(capsys, *SLIP, "JHT:worker=240.000", "JP:worker=110_863")
    lines = ["JKK=64801", "JKM=36000", "JHT=684000", "JP=332589"]
    assert "4 dari 4 baris cocok" in run(capsys, *SLIP, *lines, "--tolerance", "1", "--lang", "id")
    off = ["JHT:worker=240.009", "JP:worker=110_864", "--tolerance", "JHT:worker=9", "--tolerance", "JP:worker=1"]
    assert "2 of 2 lines agree" in run(capsys, *SLIP, *off)
    document = tmp_path / "slip.csv"
    document.write_text("programme,amount\nJHT,684000\nJKK,64800\nJKM,36000\nJP,332589\n", encoding="utf-8")
    assert "4 of 4 lines agree" in run(capsys, *SLIP, "--file", str(document))
    document.write_text("Programme;Amount\nJHT;684.000\nJKK;64.800\nJKM;36.000\nJP;332.589\n", encoding="utf-8-sig")
    assert "4 of 4 lines agree" in run(capsys, *SLIP, "--file", str(document))
    document.write_text('programme,payer,amount\nJHT,,684000\nJP,worker,"105,474"\n', encoding="utf-8")
    assert main([*SLIP, "--file", str(document), "--format", "json", "JP:employer=221726"]) == 1
    given = json.loads(capsys.readouterr().out)
    assert [(each["programme"], each["kind"]) for each in given["findings"]] == [
        ("JP", "differs"),
        ("JKK", "missing"),
        ("JKM", "missing"),
    ]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("programme,payer\nJHT,worker\n", "slip.csv: it lacks the column amount"),
        ("a,b\nJHT,worker\n", "it lacks the columns programme and amount"),
        ("programme,payer,amount\nJHT,worker\n", "line 2.amount: '' is no amount"),
        ("programme,payer,amount\nJHT,worker,1,2\n", "slip.csv line 2: it has more cells than the header"),
        ('programme,payer,amount\n"JHT,worker,1\n', "it cannot be read: unexpected end of data"),
        ("programme,payer,amount\n,worker,1\n", "'worker' is unknown"),
        ("programme,payer,amount\nJHT,worker,x\n", "'x' is no amount"),
        ("programme,payer,amount\nJHT,worker,1\nJHT,worker,1\n", "JHT worker: given twice"),
        ("programme,payer,amount\n", "nothing is printed"),
        ("programme,payer,amount\nKes,worker,1\n", "slip.csv line 2: 'Kes' is unknown"),
        ("programme,payer,amount\njht,worker,1\n", "did you mean 'JHT'"),
    ],
)
def test_files_that_are_no_slip(capsys: pytest.CaptureFixture[str], tmp_path: Path, text: str, says: str) -> None:
    document = tmp_path / "slip.csv"
    document.write_text(text, encoding="utf-8")
    assert main([*SLIP, "--file", str(document)]) == 2
    assert says in capsys.readouterr().err
    assert main([*SLIP, "--file", str(tmp_path)]) == 2
    assert "it cannot be read" in capsys.readouterr().err


def test_businesses(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "businesses", "korek", "api") == "V-8     1.74 %  Pabrik korek api (match factory)\n"
    assert run(capsys, "businesses", "watch", "repair", "--month", "2019-11", "--lang", "id").count("arloji") == 2
    assert len(run(capsys, "businesses").splitlines()) == 191
    given = json.loads(run(capsys, "businesses", "rice", "mill", "--format", "json"))
    assert [each["key"] for each in given["candidates"]] == ["III-14"]


def test_coverage(capsys: pytest.CaptureFixture[str]) -> None:
    rows = list(csv.DictReader(io.StringIO(run(capsys, "coverage", "--format", "csv"))))
    assert [row["encoded"] for row in rows if "jp.WAGE_CEILING" in row["tables"]] == ["2015-07 – 2027-02"] * 2
    assert "pendanaan JKP" in run(capsys, "coverage", "--lang", "id")
    assert len(json.loads(run(capsys, "coverage", "--format", "json"))) == len(rows) == len(coverage())


@pytest.mark.parametrize("name", [table.name for table in tables.ALL])
def test_rates_of_every_table(capsys: pytest.CaptureFixture[str], name: str) -> None:
    sources = "PP ", "UU ", "PMK ", "Perpres", "Permenaker", "Perdir ", "RPJMN "
    assert any(word in run(capsys, "rates", name) for word in sources)


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
        (["bill", "--wage", "4000000", "--month", "2026-03"], "jamsostek: --risk-group: not known"),
        (["bill", "--wage", "4000000", "--sector", "other", "--month", "2026-03"], "beside --wage"),
        (["bill", "--income", "4000000", "--scale", "micro", "--month", "2026-03"], "beside --income"),
        (
            ["bill", "--income", "0", "--risk-group", "3", "--sector", "taxi", "--month", "2026-03"],
            "2 faults: | - --sector",
        ),
        (["bill", "--income", "0", "--month", "2026-03", "--until", "2026-01"], "--until"),
        (["bill", "--income", "0", "--month", "2026-03", "--lang", "fr"], "lang"),
        (["bill", "--income", "0", "--month", "2026-03", "--format", "xml"], "xml"),
        (["rates", "jp.CAP"], "unknown"),
        (["bill", "--wage", "4000000", "--risk-group", "9", "--month", "2026-03"], "choose one of 1, 2, 3, 4, 5\n"),
        (["bill", "--wage", "4000000", "--risk-group", "1", "--month", "2027-03"], "lies after it; ask for an earlier"),
        (["bill", "--wage", "4000000", "--registered", "x", "--month", "2026-03"], "--registered: 'x' is no date"),
        (["bill", "--wage", "4000000", "--paid-up-to", "x", "--month", "2026-03"], "'x' is no month; write YYYY-MM"),
        (["bill", "--wage", "12.000,000", "--month", "2026-03"], "'12.000,000' is no amount"),
        (["bill", "--wage", "4000000", "--risk-group", "II", "--month", "2026-03"], "'II' is no number"),
        (["bill", "--wage", "4000000", "--citizen", "maybe", "--month", "2026-03"], "yes, no"),
        (["bill", "--income", "0", "--month", "2026-03", "--people", "0"], "--people"),
        (["bill", "--income", "0", "--month", "2026-03", "--until", "x"], "--until: 'x'"),
        ([*SLIP], "nothing is printed"),
        ([*SLIP, "JP:worker"], "JP:worker: it names no amount; write LINE=AMOUNT"),
        ([*SLIP, "JP:worker="], "'' is no amount"),
        ([*SLIP, "JP:worker=-1"], "is negative"),
        ([*SLIP, "JP=1", "JP=1"], "JP: given twice"),
        ([*SLIP, "JP=1", "--tolerance", "x"], "--tolerance: 'x' is no amount; write AMOUNT, or LINE=AMOUNT"),
        ([*SLIP, "JP=1", "--tolerance", "JP=1", "--tolerance", "JP=2"], "--tolerance JP: given twice"),
        (
            [*SLIP, "JP=1", "--tolerance", "JP=1", "--tolerance", "2"],
            "--tolerance 2: it names no amount; write LINE=AMOUNT",
        ),
        ([*SLIP, "JP:fine=1"], "a bill knows no fines"),
        ([*SLIP, "JP=1", "--lang", "fr"], "lang"),
        (["businesses", "topi", "--month", "2015-06"], "BUSINESSES"),
        (["businesses", "topi", "--lang", "fr"], "lang"),
        (["coverage", "--lang", "fr"], "lang"),
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
