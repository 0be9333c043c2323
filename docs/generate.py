"""Write the pages of parameters, instruments and open questions from the library's own tables."""

import contextlib
import doctest
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

from jamsostek import Dated, coverage, instruments, plots, readings, tables

TITLES = {
    "jkk": "JKK, work accident (kecelakaan kerja)",
    "jkm": "JKM, death (kematian)",
    "jht": "JHT, old-age savings (hari tua)",
    "jp": "JP, pension (pensiun)",
    "jkp": "JKP, job loss (kehilangan pekerjaan)",
    "participation": "Who must join what (kepesertaan)",
    "scales": "An employer's scale (skala usaha)",
    "wages": "The wage that contributions go by (upah sebulan)",
    "payment": "Due dates, late fines, sanctions (pembayaran)",
    "reliefs": "Reliefs (keringanan iuran)",
    "heirs": "Heirs (ahli waris)",
    "scholarship": "Scholarships (beasiswa pendidikan anak)",
    "construction": "Construction projects (jasa konstruksi)",
    "migrants": "Migrant workers (pekerja migran Indonesia)",
    "tax": "Income tax on payouts and payrolls (pajak penghasilan)",
    "planning": "Money that pays for others (sumber dana)",
    "ucj": "Targets of coverage (universal coverage jamsostek)",
}


def pages() -> dict[str, str]:
    """Every generated page by its file name."""
    found = {f"parameters-{module}.md": parameters(module, title) for module, title in TITLES.items()}
    found["open-questions.md"] = open_questions()
    found["coverage.md"] = coverage_page()
    found["instruments.md"] = instrument_page()
    names = "\n".join(name.removesuffix(".md") for name in found if name.startswith("parameters"))
    found["parameters.md"] = (
        "# Parameters\n\nEvery number the library holds, with its days, its article and the grade of its evidence. "
        "The pages are written from the tables themselves.\n\n"
        f"```{{toctree}}\n:maxdepth: 2\n\n{names}\n```\n"
    )
    return found


def write(folder: Path) -> None:
    """Write every page into a folder."""
    folder.mkdir(exist_ok=True)
    for name, text in pages().items():
        (folder / name).write_text(text, encoding="utf-8")
    for page, draw in PICTURES.items():
        draw(of_page(page)).savefig(folder / f"{page}.svg", metadata={"Date": None})


# The picture of a page: which of its own values it shows, and how.
PICTURES: dict[str, Callable[[dict[str, Any]], Any]] = {
    "payroll-year": lambda page: plots.account(page["account"]),
    "scholarships": lambda page: plots.scholarship(page["schedule"]),
    "claims": lambda page: plots.claim(page["claim"]),
    "forty-years": lambda page: plots.career(page["life"], beside=page["other"]),
    "pension": lambda page: plots.pensions(page["plan"]),
    "construction": lambda page: plots.project_tiers(on=page["project"].ordered),
    "planning": lambda page: plots.lapse(page["late"]),
    "malang": lambda page: plots.populations(page["found"]),
    "migrants": lambda page: plots.migrant_fees(on=page["fee"].on, beside=page["before"]),
}


def of_page(page: str) -> dict[str, Any]:
    """What a page's own examples come to, for its picture."""
    found: dict[str, Any] = {}
    text = (Path(__file__).parent / f"{page}.md").read_text(encoding="utf-8")
    with contextlib.redirect_stdout(io.StringIO()):
        for example in doctest.DocTestParser().get_examples(text):
            if example.exc_msg is None:  # what a page shows to be refused makes no value
                exec(example.source, found)
    return found


def parameters(module: str, title: str) -> str:
    """The page of one module's tables."""
    listed = [table for table in tables.ALL if table.name.startswith(f"{module}.")]
    return "\n".join([f"# {title}", "", *(parameter(table) for table in listed)])


def parameter(table: Dated[Any]) -> str:
    """One table with its whole history."""
    rows = [
        (
            str(entry.since),
            "" if entry.until is None else str(entry.until),
            entry.item,
            entry.value,
            entry.cites,
            entry.grade,
            entry.source,
        )
        for entry in tables.entries(table)
    ]
    head = ("from", "to", "of", "value", "stands in", "grade", "read in")
    used = [at for at in range(len(head)) if any(row[at] for row in rows)]
    lines = [
        f"## `{table.name}`",
        "",
        f"{table.label_en} (*{table.label_id}*): {table.unit.label_en}, by {table.clock};",
    ]
    by = "" if table.successor is None else f" ({table.successor.number})"
    lines += [
        f"{table.horizon}{by}.",
        "",
        grid([head[at] for at in used], [[row[at] for at in used] for row in rows]),
        "",
    ]
    return "\n".join(lines)


def grid(head: list[str], rows: list[list[str]]) -> str:
    """A Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "/") for cell in line) + " |" for line in lines)


def open_questions() -> str:
    """The page of open questions."""
    parts = [
        "# Open questions of law",
        "",
        "Where the law is silent or contradicts itself, the library takes the first option and says so in the result. "
        "`LAW.reading(readings.NAME, option)` takes another.",
        "",
    ]
    for reading in readings.ALL:
        places = "; ".join(str(cite) for cite in reading.cites)
        rows = [
            [
                f"`{option.name}`{' (default)' if option.name == reading.default else ''}",
                option.text_en,
                str(option.grade),
                option.evidence,
            ]
            for option in reading.options
        ]
        parts += [f"## `{reading.name.upper()}`", "", f"{reading.question_en}", f"*{reading.question_id}*", ""]
        parts += [grid(["option", "answer", "grade", "evidence"], rows), "", f"Silent or contradictory: {places}", ""]
    return "\n".join(parts)


def coverage_page() -> str:
    """The page of what is encoded."""
    head = ["programmes", "rule", "encoded for", "by", "evidence", "computed", "tables"]
    rows = [[*each.shown()[:-1], ", ".join(f"`{name}`" for name in each.tables)] for each in coverage()]
    parts = [
        "# What is encoded",
        "",
        "Every rule the library computes, read off its own line plans, duties, reliefs and tables. *Encoded for* ends "
        "where the law or its announcements do (…: in force until changed); *evidence* is the weakest among the "
        "versions. *In columns* tells what `js.frames.contributions` computes for whole payrolls too; everything else "
        "is computed one by one. `python -m jamsostek coverage` prints the same.",
        "",
        grid(head, rows),
        "",
    ]
    return "\n".join(parts)


def instrument_page() -> str:
    """The page of instruments."""
    rows = [
        [
            each.number,
            each.title_id,
            each.title_en,
            str(each.promulgated or "not known"),
            str(each.in_force or "not known"),
            each.gazette or "not known",
            ", ".join(amended.number for amended in each.amends),
        ]
        for each in instruments.ALL
        if each is not instruments.WHAT_IF
    ]
    head = ["number", "title", "in English", "promulgated", "in force", "gazette", "amends"]
    return "\n".join(["# Instruments of law", "", grid(head, rows), ""])
