"""The commands on files: what they write, what they say, and that nothing half-written is left."""

import io
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import jamsostek as js
from jamsostek import _written, errors
from jamsostek.__main__ import main
from jamsostek._commands.files import Bar

pl: Any = pytest.importorskip("polars")
pytest.importorskip("narwhals")

from jamsostek.frames import _cells, _files  # noqa: E402

CSV = """\
nama;nik;gaji;kelas;skala;wni;lahir;bulan
Ana;0012;4.000.000;3; Large ;ya;1990-06-15;2026-03
"Budi; jr";0013;Rp 5,000,000;2;small;YES;;2024-05
Citra;0014;4 juta;2;small;yes;;2026-03
Dewi;0015;4000000;two;large;yes;1990-01-30;2026-03
Eka;0016;4000000;2;large;mungkin;1990-01-30;2026-03
Fajar;0017;4000000;2;large;no;30/01/1990;2026-03
Gita;0018;;2;large;;;2026-03
"""
NAMES = ["--column=wage=gaji", "--column=risk_group=kelas", "--column=scale=skala", "--column=citizen=wni"]
NAMES += ["--column=born=lahir"]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("in.csv").write_text(CSV, encoding="utf-8-sig")
    wages = pl.DataFrame({"id": range(1, 1001), "wage": [4_000_000] * 999 + [None], "risk_group": [1, 2] * 500})
    wages.write_parquet("in.parquet", row_group_size=100)
    return tmp_path


def run(capsys: pytest.CaptureFixture[str], code: int, *argv: str) -> str:
    assert main(argv) == code
    out = capsys.readouterr()
    return out.out if code < 2 else out.err


def test_a_csv_file_keeps_its_cells_and_gets_the_results(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = run(capsys, 1, "payroll", "in.csv", "-o", "out.csv", "--month", "bulan", *NAMES)
    assert text.splitlines() == [
        "out.csv: 7 rows, 5 wrong",
        "  error: born: NotADate  1",
        "  error: citizen: UnknownChoice  1",
        "  error: risk_group: WrongType  1",
        "  error: wage: MissingFact  1",
        "  error: wage: NotAnAmount  1",
        "total 722,600 (2 of 7 rows)",
    ]
    given = Path("in.csv").read_text(encoding="utf-8-sig").splitlines()
    lines = Path("out.csv").read_text().splitlines()
    assert all(line.startswith(before) for line, before in zip(lines, given, strict=True))
    assert lines[1].removeprefix(given[1]) == ";35600;12000;148000;80000;80000;40000;275600;120000;395600;ok;"
    who = js.WageEarner(5_000_000, employer=js.Employer(risk_group=2, scale="small"))
    budi = js.contributions(who, month="2024-05")
    assert lines[2].split(";")[-3] == str(budi.total)
    assert [line.rpartition(";")[2] for line in lines[3:]] == [
        "wage: NotAnAmount",
        "risk_group: WrongType",
        "citizen: UnknownChoice",
        "born: NotADate",
        "wage: MissingFact",
    ]
    assert all(line.split(";")[8:17] == [""] * 9 for line in lines[3:])


def test_a_parquet_file_equals_the_frame(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    argv = ["payroll", "in.parquet", "-o", "out.parquet", "--month", "2026-03", "--prefix", "b_", "--jkp"]
    argv += [
        "--fact",
        "scale=medium",
        "--fact",
        "born=1990-06-15",
        "--fact",
        "citizen=yes",
        "--fact",
        "paid_up_to=2026-02",
    ]
    text = run(capsys, 1, *argv, "--fact", "active_workers=300", "--lang", "id")
    assert text.startswith("out.parquet: 1.000 baris, 1 salah\n  error: wage: MissingFact  1\njumlah ")
    facts = {"scale": "medium", "born": js.Month("1990-06").first_day.replace(day=15), "citizen": True}
    facts |= {"paid_up_to": "2026-02", "active_workers": 300}
    wanted = js.frames.contributions(pl.read_parquet("in.parquet"), month="2026-03", prefix="b_", jkp=True, facts=facts)
    assert pl.read_parquet("out.parquet").equals(wanted)
    assert not list(here.glob(".*"))


def test_a_right_file_ends_with_0_and_possible_rows_are_told(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pl.DataFrame({"income": [1_000_000, 2_000_000], "sector": ["transport", None]}).write_parquet("riders.parquet")
    text = run(capsys, 0, "payroll", "riders.parquet", "-o", "out.csv", "--month", "2026-03")
    assert "2 rows, 0 wrong\n  possible: self_employed_2026  1\n" in text
    pl.DataFrame({"income": [], "sector": []}, schema={"income": pl.Int64, "sector": pl.String}).write_csv("empty.csv")
    assert "0 rows, 0 wrong" in run(capsys, 0, "payroll", "empty.csv", "-o", "empty.parquet", "--month", "2026-03")
    assert len(pl.read_parquet("empty.parquet")) == 0


def test_many_batches_keep_their_order(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ids = pl.DataFrame({"id": range(400_000)}).with_columns(wage=2_000_000 + pl.col("id"), risk_group=pl.lit(1))
    ids.write_parquet("many.parquet", row_group_size=10_000)
    assert "400,000 rows, 0 wrong" in run(capsys, 0, "payroll", "many.parquet", "-o", "o.parquet", "--month", "2026-03")
    assert pl.read_parquet("o.parquet")["id"].equals(ids["id"])


OUT = ["-o", "out.csv", "--month", "2026-03"]
REFUSED = [
    (["in.csv", *OUT], "no column 'wage'"),
    (["in.csv", *OUT, "--column=wage=gajii"], "did you mean 'gaji'? name it with --column wage=NAME"),
    (["in.csv", "-o", "out.csv", "--month", "bulann", *NAMES], "'bulann' is neither a month nor a column"),
    (["in.csv", *OUT, "--column=wag=gaji"], "'wag' is unknown; did you mean 'wage'?"),
    (["in.csv", *OUT, "--column=wag=gaji"], "--column: 'wag' is unknown"),
    (["in.csv", *OUT], "jamsostek: in.csv: it has no column 'wage'"),
    (["in.csv", *OUT, "--column=wage"], "--column: 'wage' has no =; write --column FACT=NAME, such as wage=gaji"),
    (["in.csv", *OUT, "--fact=scale"], "--fact: 'scale' has no =; write --fact FACT=VALUE, such as scale=medium"),
    (
        ["in.csv", *OUT, *NAMES[:2], "--fact=scale=big"],
        "jamsostek: --fact scale: 'big' is unknown; choose one of micro",
    ),
    (["in.csv", *OUT, *NAMES[:2], "--fact=risk_group=0"], "jamsostek: --fact risk_group: given as a column and for"),
    (["in.csv", *OUT, NAMES[0], "--fact=risk_group=9"], "jamsostek: --fact risk_group: 9 is unknown"),
    (["in.csv", *OUT, NAMES[0], "--fact=risk_group=0"], "jamsostek: --fact risk_group: 0 is unknown"),
    (["in.csv", *OUT, *NAMES[:2], "--fact=citizen=mungkin"], "--fact citizen: 'mungkin' is unknown; choose one of yes"),
    (["in.csv", *OUT, "--wat"], "jamsostek: python -m jamsostek: unrecognized arguments: --wat"),
    (["in.csv", *OUT, "--fact=a=1", "--fact=a=2"], "a is given twice"),
    (["in.csv", *OUT, "--fact=skale=1"], "'skale' is unknown; did you mean 'scale'?"),
    (["in.csv", *OUT, "--fact=risk_group=two"], "--fact risk_group: 'two' is no number"),
    (["in.parquet", *OUT, "--fact=risk_group=1"], "--column risk_group= passes over the column"),
    (["in.xlsx", *OUT], "in.xlsx: it is no Parquet and no CSV file; give a name in .parquet or .csv | "),
    (["none.csv", *OUT], "there is no such file"),
    (["in.csv", "-o", "in.csv", "--month", "2026-03"], "it is the file that is read"),
    (["in.csv", "-o", "in.parquet", "--month", "2026-03"], "it exists; give another name, or --overwrite"),
    (["in.csv", "-o", "no/out.csv", "--month", "2026-03", *NAMES], "no/out.csv: it cannot be written: No such file"),
    (["in.csv", *OUT, "--lang=fr", *NAMES], "'fr' is unknown"),
]


@pytest.mark.parametrize(("argv", "told"), REFUSED)
def test_what_is_refused(here: Path, capsys: pytest.CaptureFixture[str], argv: list[str], told: str) -> None:
    before = sorted(here.iterdir())
    text = run(capsys, 2, "payroll", *argv)
    assert told in text
    assert text.count("\n") == 1
    assert sorted(here.iterdir()) == before


def test_files_that_cannot_be_read_leave_nothing(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("broken.parquet").write_bytes(b"PAR1 no")
    Path("latin.csv").write_bytes(b"nama,wage,risk_group\nJos\xe9,4000000,1\n")
    Path("late.csv").write_bytes(b"wage,risk_group,name\n" + b"4000000,1,Ana\n" * 2000 + b"4000000,1,Jos\xe9\n")
    Path("ragged.csv").write_text('wage,risk_group\n4000000,"1\n"\n4000000,1,2,3\n4000000,1,2\n')
    Path("quoted.csv").write_text('wage,risk_group\n4000000,1\n4000000,"1\n4000000,1\n')
    Path("bare.csv").write_text("")
    before = sorted(here.iterdir())
    told = {
        "broken.parquet": "",
        "latin.csv": "line 2 is not in UTF-8; save the file in UTF-8",
        "late.csv": "line 2002 is not in UTF-8; save the file in UTF-8",
        "ragged.csv": "line 4 has 4 cells, and the header 2; mend the line",
        "quoted.csv": "line 3: unexpected end of data; mend the line",
        "bare.csv": "empty CSV; mend the file",
    }
    for name, what in told.items():
        text = run(capsys, 2, "payroll", name, "-o", "out.csv", "--month", "2026-03")
        assert f"{name}: it cannot be read: {what}" in text
    assert sorted(here.iterdir()) == before


def test_what_breaks_in_the_middle_leaves_nothing(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: Any) -> None:
        raise KeyboardInterrupt

    def bills(frame: Any, _: Any) -> Any:
        return js.frames.contributions(frame, month="2026-03")

    work = _files.Asked(js.frames._columns.COLUMNS, {}, "", bills)
    before = sorted(here.iterdir())
    with pytest.raises(BaseException):  # noqa: B017, PT011 - as Polars hands it on
        _files.stream(Path("in.parquet"), Path("out.parquet"), work, overwrite=False, progress=stop)
    assert sorted(here.iterdir()) == before

    def full(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", full)
        with pytest.raises(errors.UnwritableFile, match="No space left on device"):
            _files.stream(Path("in.parquet"), Path("out.parquet"), work, overwrite=False, progress=lambda *_: None)
    assert sorted(here.iterdir()) == before


def test_an_output_is_replaced_only_when_asked_and_whole(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("out.parquet").write_text("old")
    argv = ["payroll", "in.parquet", "-o", "out.parquet", "--month", "2026-03"]
    assert "it exists" in run(capsys, 2, *argv)
    assert Path("out.parquet").read_text() == "old"
    run(capsys, 1, *argv, "--overwrite")
    assert len(pl.read_parquet("out.parquet")) == 1000


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_the_bar() -> None:
    times = iter([0.0, 0.05, 1.0, 2.0, 3.0])
    out = Terminal()
    bar = Bar(out, lambda: next(times))
    bar.show(10, 100)
    assert out.getvalue() == ""
    bar.show(50, 100)
    assert out.getvalue() == f"\r{'█' * 15}{'░' * 15}  50 %  50 rows, 50/s"
    bar.show(2_000, None)
    assert out.getvalue().rstrip().endswith("\r2,000 rows, 1,000/s")
    bar.show(0, 0)
    bar.clear()
    assert out.getvalue().endswith(" \r")
    quiet = io.StringIO()
    still = Bar(quiet)
    still.show(1, 1)
    still.clear()
    assert quiet.getvalue() == ""


def read_cells(column: str, texts: list[str]) -> list[Any]:
    columns = js.frames._columns.COLUMNS
    found = _cells.cells(columns, {column: "text"})
    frame = pl.DataFrame({"text": texts}, schema={"text": pl.String}).with_columns(**found.copies)
    return list(frame[f"{_cells.READ}{column}"])


@settings(deadline=None)
@example(["1.000,000", "1,000.000", "1_000.000", "12.34", "1.0000", ".000", "Rp-5", "-Rp5", "9" * 19, "1.000.000", ""])
@given(st.lists(st.from_regex(r"\A(Rp ?)?-?[0-9]{0,4}([._,]?[0-9]{0,4}){0,3} ?\Z"), min_size=1, max_size=30))
def test_amounts_are_read_as_on_the_command_line(texts: list[str]) -> None:
    for text, found in zip(texts, read_cells("wage", texts), strict=True):
        try:
            wanted = _written.amount("", text) if text.strip() else None
        except errors.NotAnAmount:
            wanted = None
        assert found == (wanted if wanted is None or abs(wanted) < 2**63 else None), text


def test_other_cells() -> None:
    assert read_cells("citizen", [" Ya", "true", "tidak", "NO", "", "1"]) == [True, True, False, False, None, None]
    found = read_cells("born", ["2024-02-29", "2023-02-29", "2024-2-9", " "])
    assert [None if day is None else str(day) for day in found] == ["2024-02-29", None, None, None]
    assert read_cells("paid_up_to", [" 2025-01 ", ""]) == ["2025-01", None]


def test_without_polars(monkeypatch: pytest.MonkeyPatch, here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "polars", None)
    for name in ("_files", "_cells"):
        monkeypatch.delitem(sys.modules, f"jamsostek.frames.{name}", raising=False)
    text = run(capsys, 2, "payroll", "in.csv", "-o", "out.csv", "--month", "2026-03")
    assert "install the extra: pip install 'jamsostek[files]'" in text


def test_batches_are_counted() -> None:
    """Seen from here too, as coverage does not see what Polars calls from its own threads."""
    seen: list[tuple[int, int | None]] = []
    asked = _files.Asked({}, {}, "x_", lambda frame, _: frame, "total")
    watch = _files._Watch(asked, 5, lambda rows, length: seen.append((rows, length)))
    batch = pl.DataFrame({"x_status": ["ok", "error"], "x_reason": [None, "wage: MissingFact"], "x_total": [7, None]})
    assert watch.see(batch).equals(batch)
    watch.see(batch.head(1))
    assert (watch.rows, watch.total, watch.summed, seen) == (3, 14, 2, [(2, 5), (3, 5)])
    assert watch.reasons == {("ok", None): 2, ("error", "wage: MissingFact"): 1}
    unsummed = _files._Watch(asked._replace(added=None), None, lambda *_: None)
    unsummed.see(batch)
    assert (unsummed.total, unsummed.summed) == (0, 0)


def test_a_file_of_words_alone(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("words.csv").write_text("name,sector\nAna,transport\nBudi,Other\n")
    text = run(capsys, 0, "payroll", "words.csv", *OUT, "--fact=income=1.000.000")
    assert text == "out.csv: 2 rows, 0 wrong\ntotal 25,200\n"


DEATHS = """\
id,died,type,work_related,registered
1,2025-06-01,wage_earner,no,2018-01-08
2,kemarin,wage_earner,no,2018-01-08
"""


def test_benefits_of_a_file(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("deaths.csv").write_text(DEATHS)
    argv = ["benefits", "jkm", "deaths.csv", "-o", "paid.csv"]
    text = run(capsys, 1, *argv)
    assert text == "paid.csv: 2 rows, 1 wrong\n  error: died: NotADate  1\ntotal 42,000,000 (1 of 2 rows)\n"
    pl.read_csv("deaths.csv").head(1).with_columns(
        pl.col("died", "registered").str.to_date(), work_related=pl.lit(False)
    ).write_parquet("deaths.parquet")
    run(
        capsys,
        0,
        "benefits",
        "jkm",
        "deaths.parquet",
        "-o",
        "paid.parquet",
        "--column=type=",
        "--fact=type=wage_earner",
    )
    assert pl.read_parquet("paid.parquet")["total"].to_list() == [42_000_000]
    text = run(capsys, 2, "benefits", "jkm", "deaths.csv", "-o", "other.csv", "--column=died=mati")
    assert "no column 'mati'" in text


RIDERS = """\
died,type,work_related,registered,arrears
2025-06-01,self_employed,no,2018-01-08,0
2025-06-01,self_employed,no,2018-01-08,
2025-06-01,self_employed,no,,
"""


def test_what_is_not_known_is_no_zero(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("deaths.csv").write_text(RIDERS)
    argv = ["benefits", "jkm", "deaths.csv", "-o", "paid.csv", "--overwrite"]
    assert run(capsys, 1, *argv).splitlines() == [
        "paid.csv: 3 rows, 0 wrong, 2 undetermined",
        "  undetermined: arrears  1",
        "  undetermined: registered  1",
        "total at least 42,000,000 (1 of 3 rows)",
    ]
    assert run(capsys, 1, *argv, "--lang=id").splitlines()[::3] == [
        "paid.csv: 3 baris, 0 salah, 2 belum dapat ditentukan",
        "jumlah sekurang-kurangnya 42.000.000 (1 dari 3 baris)",
    ]
    text = run(capsys, 1, *argv, "--column=arrears=", "--column=registered=")
    assert text.splitlines()[-1] == "total not known (0 of 3 rows)"
    text = run(
        capsys,
        0,
        *argv,
        "--column=arrears=",
        "--fact=arrears=0",
        "--column=registered=",
        "--fact=registered=2018-01-08",
    )
    assert text == "paid.csv: 3 rows, 0 wrong\ntotal 126,000,000\n"


def test_words_in_any_case(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kinds = ["JHT", "jht", " Jp ", "SEVERANCE", "severance", "gaji"]
    Path("paid.csv").write_text(
        "\n".join(["amount;paid_on;sum_kind", *(f"150.000.000;2025-03-01;{kind}" for kind in kinds)])
    )
    argv = ["benefits", "payout_tax", "paid.csv", "-o", "taxed.csv", "--overwrite"]
    assert run(capsys, 1, *argv).endswith("6 rows, 1 wrong\n  error: sum_kind: UnknownKind  1\n")
    assert pl.read_csv("taxed.csv", separator=";")["tax"].to_list() == [5_000_000] * 3 + [10_000_000] * 2 + [None]
    for kind, tax in (("jht", 5_000_000), ("Severance", 10_000_000)):
        run(capsys, 0, *argv, "--column=sum_kind=", f"--fact=sum_kind={kind}")
        assert set(pl.read_csv("taxed.csv", separator=";")["tax"]) == {tax}
    assert "--fact sum_kind: 'gaji' is unknown" in run(capsys, 2, *argv, "--column=sum_kind=", "--fact=sum_kind=gaji")


def test_facts_are_read_as_cells_are(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("one.csv").write_text("wage,risk_group\n4000000,1\n")
    argv = ["payroll", "one.csv", *OUT, "--overwrite", "--fact=six_months=ya"]
    told = {run(capsys, 0, *argv, f"--fact=citizen={word}") for word in ("tidak", "No", "FALSE", " false")}
    assert told == {run(capsys, 0, *argv, "--fact=citizen=no", "--fact=scale=Large")}
    assert "0 wrong" in run(capsys, 0, *argv, "--fact=active_workers=0", "--fact=paid_up_to= 2026-02")


def test_two_columns_of_one_name(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("twice.csv").write_text('name,wage,"wage",risk_group,name\nAna,4000000,5000000,1,Ana\n')
    text = run(capsys, 2, "payroll", "twice.csv", *OUT)
    assert text == "jamsostek: twice.csv: two columns are called 'name', 'wage'; rename one of each\n"
    assert not Path("out.csv").exists()


def test_the_list_of_rules(capsys: pytest.CaptureFixture[str]) -> None:
    text = run(capsys, 0, "benefits", "list")
    assert [line.split()[0] for line in text.splitlines()[::2]] == list(js.frames.RULES)
    assert text.startswith("jkm  JKM, cash for a death\n  died; type; ")
    assert "santunan kematian" in run(capsys, 0, "benefits", "list", "--lang", "id")
    assert "'jkmm' is unknown; did you mean 'jkm'?" in run(capsys, 2, "benefits", "jkmm")
    assert "write benefits RULE INPUT -o OUTPUT" in run(capsys, 2, "benefits", "jkm")
    assert "write benefits RULE INPUT -o OUTPUT" in run(capsys, 2, "benefits", "jkm", "in.csv")


@pytest.mark.parametrize("rule", list(js.frames.RULES))
def test_no_rule_leaves_a_cell_unread(rule: str) -> None:
    for column in js.frames.RULES[rule].columns.values():
        assert column.holds in _cells._READERS
        assert column.holds in _cells.DTYPES
