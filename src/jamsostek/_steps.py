"""The steps of a line as people check them: formula, numbers put in, result, articles."""

from __future__ import annotations

from attrs import frozen

from ._citations import Citation
from ._kinds import Lang
from ._money import Rounding, number, percent
from ._people import SelfEmployed
from ._results import Bill, Line
from ._schedules import CappedWage, Flat, ReferenceIncome, RiskShare, bracket_of
from .readings import INCOME_BETWEEN_BRACKETS

RISKS: dict[Lang, tuple[str, ...]] = {
    "en": ("very low", "low", "medium", "high", "very high"),
    "id": ("sangat rendah", "rendah", "sedang", "tinggi", "sangat tinggi"),
}


@frozen
class Step:
    """One step: the formula in words, the numbers put in with the result, and the articles it rests on."""

    formula: str
    numbers: str
    cites: tuple[Citation, ...]


def steps(bill: Bill, line: Line, lang: Lang) -> tuple[Step, ...]:
    """The steps of one line of a bill, in order."""
    found = [*_base_steps(bill, line, lang), _rate_step(bill, line, lang)]
    exact = line.counted * line.rate
    for applied in line.reliefs:
        factor = applied.row.value
        share = percent(factor, lang)
        words = f"{applied.relief.label(lang)}: {_say(lang, f'{share} remains due', f'dibayar {share}')}"
        numbers = f"{number(exact, lang)} × {percent(factor, lang)} = {number(exact * factor, lang)}"
        found.append(Step(words, numbers, applied.row.cites))
        exact *= factor
    if exact.denominator != 1:
        found.append(Step(_ROUNDED[lang][bill.rounding], f"{number(exact, lang)} → {number(line.amount, lang)}", ()))
    return tuple(found)


def _say(lang: Lang, english: str, indonesian: str) -> str:
    return indonesian if lang == "id" else english


_ROUNDED: dict[Lang, dict[Rounding, str]] = {
    "en": {
        Rounding.HALF_UP: "to the nearest rupiah, halves up (no rule in the law)",
        Rounding.DOWN: "down to the full rupiah (no rule in the law)",
        Rounding.UP: "up to the full rupiah (no rule in the law)",
    },
    "id": {
        Rounding.HALF_UP: "dibulatkan ke rupiah terdekat, setengah ke atas (tidak diatur)",
        Rounding.DOWN: "dibulatkan ke bawah (tidak diatur)",
        Rounding.UP: "dibulatkan ke atas (tidak diatur)",
    },
}


def _base_steps(bill: Bill, line: Line, lang: Lang) -> list[Step]:
    schedule = line.plan.schedule
    if isinstance(schedule, Flat) or line.base_row is None:
        return []
    cites, given = line.base_row.cites, number(line.given, lang)
    if isinstance(schedule.base, CappedWage):
        ceiling = number(line.base_row.value, lang)
        words = _say(
            lang,
            "counted wage = the lower of wage and ceiling",
            "upah yang diperhitungkan = nilai terendah antara upah dan batas atas",
        )
        return [Step(words, f"min({given}; {ceiling}) = {number(line.counted, lang)}", cites)]
    assert isinstance(schedule.base, ReferenceIncome)  # the only other base with a row of law
    brackets = line.base_row.value
    if schedule.base.lowest_only:
        words = _say(lang, "reference income of the lowest row", "dasar penghasilan baris terendah")
        return [Step(words, number(line.counted, lang), cites)]
    bracket = bracket_of(line.given, brackets, bill.law.option(INCOME_BETWEEN_BRACKETS))
    top = "…" if bracket.most is None else number(bracket.most, lang)
    row = brackets.index(bracket) + 1
    words = _say(lang, f"reference income of row {row}", f"dasar penghasilan baris {row}")
    return [Step(words, f"{given} ∈ {number(bracket.least, lang)} – {top}: {number(line.counted, lang)}", cites)]


def _rate_step(bill: Bill, line: Line, lang: Lang) -> Step:
    schedule, cites = line.plan.schedule, line.rate_row.cites
    if line.because_row is not None:
        cites = (*line.because_row.cites, *cites)
    if isinstance(schedule, Flat):
        return Step(_say(lang, "fixed sum a month", "jumlah tetap per bulan"), number(line.counted, lang), cites)
    base = _say(lang, "wage", "upah")
    if isinstance(schedule.base, CappedWage):
        base = _say(lang, "counted wage", "upah yang diperhitungkan")
    if isinstance(schedule.base, ReferenceIncome):
        base = _say(lang, "reference income", "dasar penghasilan")
    words = f"{base} × {_say(lang, 'share', 'persentase')}"
    participant = bill.participant
    if isinstance(schedule, RiskShare) and not isinstance(participant, SelfEmployed):
        group = participant.employer.risk_group or 0
        words += f", {_say(lang, 'risk group', 'kelompok risiko')} {group} ({RISKS[lang][group - 1]})"
    result = number(line.counted * line.rate, lang)
    return Step(words, f"{number(line.counted, lang)} × {percent(line.rate, lang)} = {result}", cites)
