"""Pictures of plans, lapses and coverage figures; ``plots`` shows them to users."""

from __future__ import annotations

from fractions import Fraction
from itertools import cycle
from typing import TYPE_CHECKING

from . import errors
from ._kinds import Lang, check_lang
from ._money import months_text, number
from ._months import months

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from .planning import Cost, Expectation, Lapse, Payers
    from .ucj import CoverageCheck

_WORDS: dict[Lang, dict[str, str]] = {
    "en": {
        "month": "contribution month",
        "money": "rupiah",
        "plan": "what the plan costs, rupiah a month",
        "lapse": "JKM for a death in each month, contributions unpaid for",
        "at_once": "at once",
        "waits": "once the arrears are paid",
        "kept": "without the lapse",
        "death": "month of death",
        "populations": "the population behind each percentage",
        "implied": "implied by people and percentage",
        "target": "target for",
        "told": "told beside them",
        "people": "people",
        "payers": "what the same cover costs by who pays, rupiah a month",
        "expected": "contributions and expected benefits",
        "contributions": "contributions",
        "scholarships": "scholarships",
    },
    "id": {
        "month": "bulan iuran",
        "money": "rupiah",
        "plan": "biaya rencana, rupiah per bulan",
        "lapse": "santunan JKM menurut bulan meninggal, iuran tidak dibayar selama",
        "at_once": "seketika",
        "waits": "setelah tunggakan lunas",
        "kept": "tanpa jeda",
        "death": "bulan meninggal",
        "populations": "penyebut di balik setiap persentase",
        "implied": "tersirat dari jumlah dan persentase",
        "target": "sasaran",
        "told": "yang disebutkan",
        "people": "orang",
        "payers": "biaya perlindungan yang sama menurut pembayar, rupiah per bulan",
        "expected": "iuran dan manfaat yang diperkirakan",
        "contributions": "iuran",
        "scholarships": "beasiswa",
    },
}


def plan(found: Cost, *, lang: Lang = "en") -> Figure:
    """A picture of a plan: what each group costs month by month, under the law of each month.

    Returns a matplotlib figure. Raises ``WrongType``, ``MissingExtra``.
    """
    words = _WORDS[check_lang(lang)]
    from .planning import Cost
    from .plots import _COLOURS, _FINE, _drawing, _finish

    where = "plots.plan"
    if not isinstance(found, Cost):
        raise errors.WrongType(where, f"{found!r} is no plan", "give what planning.cost() returns")
    span = months(found.first, found.last)
    figure, axes = _drawing(where, len(span))
    names, below = [str(month) for month in span], [0] * len(span)
    for part, colour in zip(found.parts, cycle((*_COLOURS, _FINE)), strict=False):
        sums = [bill.total * part.group.people for bill in part.bills]
        axes.bar(names, sums, bottom=below, color=colour, label=part.group.name)
        below = [base + amount for base, amount in zip(below, sums, strict=True)]
    axes.set(title=words["plan"], xlabel=words["month"], ylabel=words["money"])
    _finish(axes, lang)
    return figure


def lapse(found: Lapse, *, lang: Lang = "en") -> Figure:
    """A picture of a lapse: what JKM pays for a death in each month, at once and after the arrears, and without it.

    Returns a matplotlib figure. Raises ``WrongType``, ``MissingExtra``.
    """
    words = _WORDS[check_lang(lang)]
    from .planning import Lapse
    from .plots import _COLOURS, _drawing, _finish

    where = "plots.lapse"
    if not isinstance(found, Lapse):
        raise errors.WrongType(where, f"{found!r} is no lapse", "give what planning.lapse() returns")
    figure, axes = _drawing(where, len(found.months))
    names = [str(each.month) for each in found.months]
    at_once = [each.lapsed.at_once for each in found.months]
    waiting = [each.lapsed.jkm - each.lapsed.at_once for each in found.months]
    axes.bar(names, at_once, color=_COLOURS[0], label=words["at_once"])
    axes.bar(names, waiting, bottom=at_once, color=_COLOURS[1], label=words["waits"])
    axes.step(names, [each.kept.jkm for each in found.months], where="mid", color="black", label=words["kept"])
    axes.set_ylim(0, max((each.kept.jkm for each in found.months), default=0) * 1.08)
    axes.set(title=f"{words['lapse']} {months_text(found.gap, lang)}", xlabel=words["death"], ylabel=words["money"])
    _finish(axes, lang)
    return figure


def populations(found: CoverageCheck, *, lang: Lang = "en") -> Figure:
    """A picture of statements on coverage: the population that each one's numbers imply, and the one that it tells.

    Targets say so below their bar. Returns a matplotlib figure. Raises ``MissingFact`` where none implies one,
    ``WrongType``, ``MissingExtra``.
    """
    words = _WORDS[check_lang(lang)]
    from .plots import _COLOURS, _FINE, _drawing, _finish
    from .ucj import CoverageCheck

    where = "plots.populations"
    if not isinstance(found, CoverageCheck):
        raise errors.WrongType(where, f"{found!r} is no check", "give what ucj.check() returns")
    implied = [(each, each.implied_population) for each in found.statements if each.implied_population is not None]
    if not implied:
        raise errors.MissingFact(where, "no statement implies a population", "give percentages with people covered")
    figure, axes = _drawing(where, 5 * len(implied))
    names = [
        f"{each.on}\n{number(each.covered or 0, lang)}\n= {each.shown(lang)}"
        + ("" if each.target_for is None else f"\n({words['target']} {each.target_for})")
        for each, _ in implied
    ]
    axes.bar(names, [people or 0 for _, people in implied], color=_COLOURS[0], label=words["implied"])
    told = [(at, each.population) for at, (each, _) in enumerate(implied) if each.population is not None]
    if told:
        at, people = zip(*told, strict=True)
        axes.scatter(at, people, marker="D", color=_FINE, label=words["told"], zorder=3)
    axes.set(title=words["populations"], ylabel=words["people"])
    _finish(axes, lang)
    axes.tick_params(axis="x", rotation=0)
    return figure


def payers(found: Payers, *, lang: Lang = "en") -> Figure:
    """A picture of payers side by side: what the same cover costs each of them month by month.

    Returns a matplotlib figure. Raises ``WrongType``, ``MissingExtra``.
    """
    words = _WORDS[check_lang(lang)]
    from .planning import Payers
    from .plots import _COLOURS, _FINE, _drawing, _finish

    where = "plots.payers"
    if not isinstance(found, Payers):
        raise errors.WrongType(where, f"{found!r} compares nobody", "give what planning.payers() returns")
    span = [str(month) for month in found.costs[0][1].by_month]
    figure, axes = _drawing(where, len(span))
    looks = zip(cycle((_COLOURS[0], _FINE, *_COLOURS[1:])), cycle(("-", "--", ":")), strict=False)
    for (payer, plan_of), (colour, style) in zip(found.costs, looks, strict=False):
        sums = list(plan_of.by_month.values())
        axes.step(span, sums, style, where="mid", color=colour, label=payer.label(lang), linewidth=2)
    axes.set_ylim(bottom=0)
    axes.set(title=words["payers"], xlabel=words["month"], ylabel=words["money"])
    _finish(axes, lang)
    return figure


def expectation(found: Expectation, *, lang: Lang = "en") -> Figure:
    """A picture of expected benefits by what happens, beside the contributions of the plan.

    Returns a matplotlib figure. Raises ``WrongType``, ``MissingExtra``.
    """
    words = _WORDS[check_lang(lang)]
    from .planning import Expectation
    from .plots import _COLOURS, _FINE, _drawing, _finish

    where = "plots.expectation"
    if not isinstance(found, Expectation):
        raise errors.WrongType(where, f"{found!r} expects nothing", "give what planning.expect() returns")
    groups = [part.group.name for part in found.cost.parts]
    figure, axes = _drawing(where, 8 * len(groups))
    places = range(len(groups))
    paid = [part.total for part in found.cost.parts]
    axes.bar([at - 0.2 for at in places], paid, 0.38, color=_COLOURS[0], label=words["contributions"])
    happenings = dict.fromkeys(row.happening for row in found.rows)
    series = {each.label(lang): [row.at_once for row in found.rows if row.happening is each] for each in happenings}
    school = [sum(row.scholarships for row in found.rows if row.group == name) for name in groups]
    series |= {words["scholarships"]: [Fraction(sum_) for sum_ in school]} if any(school) else {}
    below = [0] * len(groups)
    for (label, exact), colour in zip(series.items(), cycle((_FINE, *_COLOURS[1:])), strict=False):
        sums = [round(sum_) for sum_ in exact]
        axes.bar([at + 0.2 for at in places], sums, 0.38, bottom=below, color=colour, label=label)
        below = [base + sum_ for base, sum_ in zip(below, sums, strict=True)]
    axes.set_xticks(list(places), groups)
    axes.set(title=words["expected"], ylabel=words["money"])
    _finish(axes, lang)
    axes.tick_params(axis="x", rotation=0)
    return figure
