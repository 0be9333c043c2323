"""Scholarships as text that a person can check by hand, as HTML and as a dictionary."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .._kinds import Lang
from .._money import number
from .._render import cited, worded
from .._serial import _cite
from .._verdict import State
from .law import stages_text
from .paths import named
from .schedule import SCHEMA, Schedule
from .shapes import ChildSchedule

_YEAR, _CHILD, _SUM = 13, 44, 16
_WORDS = worded(
    {
        "en": {
            "title": "scholarships",
            "verdict": "owed",
            "year": "school year",
            "sum": "sum",
            "once": "once, for the participant",
            "scale": "scale",
            "a_year": "a year, at most {} years",
            "ends": "ends",
            "unpaid": "not paid",
            "choose": "the family chooses",
            "condition": "condition of every school year",
            "conditions": "at school, under {} years old, not married, not working; the papers of the school",
        },
        "id": {
            "title": "beasiswa pendidikan anak",
            "verdict": "terutang",
            "year": "tahun ajaran",
            "sum": "jumlah",
            "once": "satu kali, untuk peserta",
            "scale": "tarif",
            "a_year": "per tahun, paling banyak {} tahun",
            "ends": "berakhir",
            "unpaid": "tidak dibayar",
            "choose": "keluarga memilih",
            "condition": "syarat setiap tahun ajaran",
            "conditions": "bersekolah, di bawah {} tahun, belum menikah, belum bekerja; dokumen sekolah",
        },
    }
)


def heading(schedule: Schedule, lang: Lang) -> str:
    """One line on what it is."""
    words = _WORDS[lang]
    programme = schedule.programme
    parts = [f"{words['title']}, {programme} {programme.label(lang)}, {schedule.event.on}"]
    return ", ".join((*parts, *(mark.text(lang) for mark in schedule.marks)))


def lines(schedule: Schedule, lang: Lang) -> Iterator[tuple[str, tuple[str, ...], str]]:
    """The rows of the table: the school year, a cell for each child, the sum ("" while the choice is open)."""
    children = schedule.told
    for start, found in schedule.rows_by_year():
        cells = {each.at: f"{year.text(lang)}  {number(year.amount, lang):>10}" for each, year in found}
        added = "" if schedule.total is None else number(sum(year.amount for _, year in found), lang)
        yield named(start), tuple(cells.get(each.at, "") for each in children), added
    sums = tuple(_sum(each, lang) for each in children)
    total = schedule.total
    yield _WORDS[lang]["total"], sums, "" if total is None else number(total, lang)


def _sum(child: ChildSchedule, lang: Lang) -> str:
    if child.total is not None:
        return number(child.total, lang)
    return f"{number(child.at_least, lang)} – {number(child.at_most, lang)}"


def table(schedule: Schedule, lang: Lang) -> str:
    """The school years as a table of text."""
    words, children = _WORDS[lang], schedule.told
    if schedule.once is not None:
        return f"{words['once']:<{_YEAR + _CHILD}}{number(schedule.total or 0, lang):>{_SUM}}"
    head = f"{words['year']:<{_YEAR}}" + "".join(f"{each.called(lang):>{_CHILD}}" for each in children)
    out = [f"{head}{words['sum']:>{_SUM}}".rstrip()]
    *rows, total = lines(schedule, lang)
    for name, cells, amount in rows:
        out.append((f"{name:<{_YEAR}}" + "".join(f"{cell:>{_CHILD}}" for cell in cells) + f"{amount:>{_SUM}}").rstrip())
    name, cells, amount = total
    out.append("-" * (_YEAR + _CHILD * len(children) + _SUM))
    out.append((f"{name:<{_YEAR}}" + "".join(f"{cell:>{_CHILD}}" for cell in cells) + f"{amount:>{_SUM}}").rstrip())
    return "\n".join(out)


def notes(schedule: Schedule, lang: Lang) -> Iterator[tuple[str, str]]:
    """What stands beside the table: a label and a text each."""
    words, law = _WORDS[lang], schedule.law
    yield words["verdict"], schedule.verdict.text(lang)
    for term in schedule.gate.terms:
        yield words["verdict"], f"{term.text(lang)} ({term.cite.text(lang)})"
    if schedule.total is None:
        yield words["least"], number(schedule.at_least, lang)
        yield words["most"], number(schedule.at_most, lang)
    if len(schedule.pairs) > 1:
        for pair in schedule.pairs:
            total = number(pair.total, lang) if pair.total is not None else f"≤ {number(pair.at_most, lang)}"
            yield words["choose"], f"{pair.called(lang)}: {total}"
    for each in schedule.told:
        yield from _of_child(each, lang)
    if schedule.grant is not None and schedule.verdict.state is not State.NOT_ELIGIBLE:
        yield from _law(schedule, lang)
    if schedule.missing:
        yield words["missing"], ", ".join(fact.label(lang) for fact in schedule.missing)
    for assumption in schedule.assumed:
        yield words["assumed"], f"{assumption.text(lang)} ({words['change']} {assumption.fact})"
    for reading in schedule.readings:
        yield words["readings"], reading.text(law.option(reading), lang)
    yield words["evidence"], schedule.evidence


def _of_child(each: ChildSchedule, lang: Lang) -> Iterator[tuple[str, str]]:
    """What ends a child's scholarship, and the years that pay nothing."""
    words = _WORDS[lang]
    if each.verdict.state is not State.ELIGIBLE:
        yield each.called(lang), each.verdict.text(lang)
    elif each.end is not None:
        yield f"{each.called(lang)}, {words['ends']}", f"{each.end.text(lang)} ({each.end.cite.text(lang)})"
    for year in each.years:
        if year.because is not None:
            text = f"{words['unpaid']}: {year.because.text(lang)} ({year.because.cite.text(lang)})"
            yield f"{each.called(lang)}, {named(year.start)}", text


def _law(schedule: Schedule, lang: Lang) -> Iterator[tuple[str, str]]:
    """The scale and the conditions, with their articles."""
    words, grant = _WORDS[lang], schedule.grant
    assert grant is not None  # asked of the second version alone
    for level in grant.ladder.scale:
        sums = f"{number(level.yearly, lang)} {words['a_year'].format(level.years)}"
        yield words["scale"], f"{stages_text(level, lang)}: {sums}"
    yield words["scale"], cited(grant.row.cites, lang)
    conditions = schedule.rows[2:]
    if conditions:
        age, rest = conditions
        cites = tuple(dict.fromkeys((*age.cites, *rest.cites)))
        yield words["condition"], f"{words['conditions'].format(age.value)} ({cited(cites, lang)})"


def explain(schedule: Schedule, lang: Lang) -> str:
    """The whole schedule as text."""
    out = [heading(schedule, lang), ""]
    if schedule.told or schedule.once is not None:
        out += [table(schedule, lang), ""]
    return "\n".join([*out, *(f"{label}: {text}" for label, text in notes(schedule, lang))])


def to_html(schedule: Schedule) -> str:
    """The schedule as a table for a notebook."""
    from .._html import rows_html

    words = _WORDS["en"]
    below = [f"{label}: {text}" for label, text in notes(schedule, "en")]
    if schedule.once is not None:
        rows: list[tuple[str, ...]] = [(words["once"], "", number(schedule.total or 0))]
        return rows_html((heading(schedule, "en"), "", "rupiah"), rows, below)
    rows = []
    for start, found in schedule.rows_by_year():
        for each, year in found:
            rows.append((named(start), f"{each.called()}: {year.text()}", number(year.amount)))
    rows += [(words["total"], each.called(), _sum(each, "en")) for each in schedule.told]
    if schedule.total is not None:
        rows.append((words["total"], "", number(schedule.total)))
    return rows_html((words["year"], heading(schedule, "en"), "rupiah"), rows, below)


def to_dict(schedule: Schedule) -> dict[str, Any]:
    """The schedule as JSON-safe values."""
    law = schedule.law
    return {
        "schema": SCHEMA,
        "event": {"type": type(schedule.event).__name__, "on": str(schedule.event.on)},
        "programme": str(schedule.programme),
        "state": str(schedule.verdict.state),
        "because": [f"{reason.text()} ({reason.cite.text()})" for reason in schedule.verdict.because],
        "missing": [fact.key for fact in schedule.missing],
        "total": schedule.total,
        "at_least": schedule.at_least,
        "at_most": schedule.at_most,
        "once": schedule.once,
        "children": [_child(each, schedule) for each in schedule.children],
        "pairs": [
            {"children": [each.at for each in pair.children], "total": pair.total, "at_most": pair.at_most}
            for pair in schedule.pairs
        ],
        "assumed": [{"fact": each.fact, "text": each.text_en} for each in schedule.assumed],
        "readings": {reading.name: law.option(reading) for reading in schedule.readings},
        "marks": [mark.text_en for mark in schedule.marks],
        "basis": [_cite(cite) for cite in schedule.basis],
        "evidence": str(schedule.evidence),
    }


def _child(child: ChildSchedule, schedule: Schedule) -> dict[str, Any]:
    draws = schedule.drawing is not None and child in schedule.drawing
    return {
        "name": child.called(),
        "state": str(child.verdict.state),
        "because": [f"{reason.text()} ({reason.cite.text()})" for reason in child.verdict.because],
        "draws": draws if schedule.drawing is not None else None,
        "total": child.total,
        "at_least": child.at_least,
        "at_most": child.at_most,
        "years": [
            {
                "school_year": named(year.start),
                "stage": str(year.stage),
                "year": year.year or None,
                "amount": year.amount,
                "claim_on": str(year.claim_on),
            }
            for year in child.years
        ],
        "ends": None if child.end is None else f"{child.end.text()} ({child.end.cite.text()})",
    }
