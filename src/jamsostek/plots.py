"""Pictures of results, with matplotlib (extra ``plot``).

>>> import jamsostek as js
>>> bills = js.bills({"2026-01": 4_000_000, "2026-02": 4_000_000}, js.WageEarner(wage=4_000_000, risk_group=3))
>>> account(js.settle(bills)).axes[0].get_title()
'account on 2026-03-16'
"""

from __future__ import annotations

from datetime import date
from itertools import accumulate, cycle
from typing import TYPE_CHECKING, Any

from . import errors
from ._kinds import Lang, Programme, check_lang
from ._law import LAW, Law
from ._money import number, sum_error
from ._months import date_error, months
from ._plots_of_plans import expectation as expectation  # noqa: PLC0414
from ._plots_of_plans import lapse as lapse  # noqa: PLC0414
from ._plots_of_plans import payers as payers  # noqa: PLC0414
from ._plots_of_plans import plan as plan  # noqa: PLC0414
from ._plots_of_plans import populations as populations  # noqa: PLC0414
from ._programmes import BILLED
from ._settlement import MonthStatement, Settlement
from ._statement_text import WORDS

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from ._careers import Career
    from ._claims import Claim
    from .frames import Impact
    from .jp.schedules import Schedule as PensionSchedule
    from .migrants.worker import RouteWord
    from .scholarship.schedule import Schedule

_WORDS: dict[Lang, dict[str, str]] = {
    "en": {
        "open": "not paid",
        "late": "paid late",
        "month": "contribution month",
        "money": "rupiah",
        "scholarships": "scholarships, if every child goes on to the end of its path",
        "school_year": "school year",
        "fees": "JKK and JKM of a migrant worker, by the day of registration",
        "months": "months of the contract",
        "next_step": "if the next longer step may be bought",
        "claim": "what the family has received by then, if every child goes on to the end of its path",
        "career": "working life up to retirement on",
        "year": "year",
        "paid_in": "contributions",
        "credited": "returns",
        "balance": "JHT balance, rupiah",
        "pension": "pension so far, rupiah a month",
        "beside": "the other",
        "pensions": "pensions of JP",
        "calendar": "month",
        "monthly": "rupiah a month",
        "tiers": "contribution of a construction project ordered on",
        "value": "contract value without value-added tax, rupiah",
        "impact": "what the reform changes",
        "more": "more",
        "less": "less",
        "all": "all rows",
    },
    "id": {
        "open": "belum dibayar",
        "late": "terlambat dibayar",
        "month": "bulan iuran",
        "money": "rupiah",
        "scholarships": "beasiswa, bila setiap anak bersekolah sampai selesai",
        "school_year": "tahun ajaran",
        "fees": "iuran JKK dan JKM pekerja migran menurut tanggal pendaftaran",
        "months": "bulan perjanjian kerja",
        "next_step": "bila boleh membayar jangka waktu berikutnya",
        "claim": "yang telah diterima keluarga, bila setiap anak bersekolah sampai selesai",
        "career": "masa kerja sampai pensiun pada",
        "year": "tahun",
        "paid_in": "iuran",
        "credited": "hasil pengembangan",
        "balance": "saldo JHT, rupiah",
        "pension": "pensiun sejauh ini, rupiah per bulan",
        "beside": "pembanding",
        "pensions": "manfaat pensiun JP",
        "calendar": "bulan",
        "monthly": "rupiah per bulan",
        "tiers": "iuran proyek jasa konstruksi dengan SPK tanggal",
        "value": "nilai kontrak tanpa PPN, rupiah",
        "impact": "perubahan akibat reformasi",
        "more": "naik",
        "less": "turun",
        "all": "semua baris",
    },
}
# Told apart also by those who see no red and green, and in print (Okabe and Ito).
_COLOURS = ("#0072B2", "#56B4E9", "#009E73", "#F0E442")
_FINE = "#D55E00"


def account(settlement: Settlement, *, lang: Lang = "en") -> Figure:
    """A picture of an account: what each month comes to by programme, its fines, and what is late or not paid.

    Returns a matplotlib figure: ``figure.savefig("account.svg")``; a notebook shows it. Raises ``MissingExtra``.
    """
    words = _WORDS[check_lang(lang)]
    if not isinstance(settlement, Settlement):
        raise errors.WrongType("plots.account", f"{settlement!r} is no account", "give what settle() returns")
    words, billed = {**WORDS[check_lang(lang)], **_WORDS[lang]}, settlement.months
    figure, axes = _drawing("plots.account", len(billed))
    names = [str(month.month) for month in billed]
    below = [0] * len(billed)
    for programme, colour in zip(BILLED, _COLOURS, strict=True):
        sums = [sum(line.owed for line in month.lines if line.programme is programme) for month in billed]
        if any(sums):
            axes.bar(names, sums, bottom=below, color=colour, label=f"{programme} {programme.label(lang)}")
        below = [base + amount for base, amount in zip(below, sums, strict=True)]
    fines = [month.fine for month in billed]
    if any(fines):
        axes.bar(names, fines, bottom=below, color=_FINE, label=words["fine"])
    tops = [base + amount for base, amount in zip(below, fines, strict=True)]
    for word, marker, wanted in (("late", "v", _late), ("open", "o", _open)):
        found = [at for at, month in enumerate(billed) if wanted(month)]
        if found:
            heights = [tops[at] * 1.03 for at in found]
            axes.scatter(found, heights, marker=marker, color="black", label=words[word], zorder=3)
    axes.set(title=f"{words['title']} {settlement.on}", xlabel=words["month"], ylabel=words["money"])
    _finish(axes, lang)
    return figure


def scholarship(schedule: Schedule, *, lang: Lang = "en") -> Figure:
    """A picture of scholarships: what comes to each child in each school year, if it goes on to the end of its path.

    While the family has to choose, all children who may draw are shown. Returns a matplotlib figure. Raises
    ``MissingFact`` where no school year can be told, ``WrongType``, ``MissingExtra``.
    """
    words = _WORDS[check_lang(lang)]
    from .scholarship.paths import named
    from .scholarship.schedule import Schedule

    where = "plots.scholarship"
    if not isinstance(schedule, Schedule):
        raise errors.WrongType(where, f"{schedule!r} is no schedule", "give what scholarship.benefit() returns")
    years = [start for start, _ in schedule.rows_by_year()]
    if not years:
        raise errors.MissingFact(where, "no school year is paid or known", "look at schedule.explain()")
    span = range(min(years), max(years) + 1)
    figure, axes = _drawing(where, len(span))
    names, below = [named(start) for start in span], [0] * len(span)
    for child, colour in zip(schedule.told, cycle(_COLOURS), strict=False):
        sums = [child.by_year.get(start, 0) for start in span]
        if any(sums):
            axes.bar(names, sums, bottom=below, color=colour, label=child.called(lang))
        below = [base + amount for base, amount in zip(below, sums, strict=True)]
    axes.set(title=words["scholarships"], xlabel=words["school_year"], ylabel=words["money"])
    _finish(axes, lang)
    return figure


def migrant_fees(
    *,
    on: date,
    beside: date | None = None,
    route: RouteWord = "individual",
    upto: int = 36,
    law: Law = LAW,
    lang: Lang = "en",
) -> Figure:
    """A picture of what migrant workers pay for JKK and JKM by the months of their contract.

    ``on`` is the day of registration, ``beside`` another one to compare with, as far as its regulation goes; ``upto``
    the longest contract drawn, months. Marked is where the next longer step would cost less. Returns a matplotlib
    figure. Raises what ``migrants.contribution`` raises, and ``MissingExtra``.
    """
    words, where = _WORDS[check_lang(lang)], "plots.migrant_fees"
    from ._dated import Clock, Moment
    from .migrants import WORK, Fee, MigrantWorker, contribution

    def fees(day: date) -> list[Fee]:
        return [contribution(MigrantWorker(length, route=route), on=day, law=law) for length in range(1, upto + 1)]

    figure, axes = _drawing(where, upto // 2)
    drawn = fees(on)
    lengths = [fee.worker.contract for fee in drawn]
    axes.plot(lengths, [fee.cover for fee in drawn], "o-", color=_COLOURS[0], markersize=3, label=str(on))
    cheaper = {fee.worker.contract: min(amount for _, amount in fee.ways) for fee in drawn if fee.ways}
    if cheaper:
        axes.scatter([*cheaper], [*cheaper.values()], marker="v", color="black", label=words["next_step"], zorder=3)
    if beside is not None:
        upto = min(upto, law.row(WORK, Moment(Clock.REGISTRATION, beside)).value[-1].months)
        axes.plot(lengths[:upto], [fee.cover for fee in fees(beside)], "--", color=_COLOURS[1], label=str(beside))
    axes.set(title=words["fees"], xlabel=words["months"], ylabel=words["money"], ylim=(0, None))
    _finish(axes, lang)
    return figure


def claim(found: Claim, *, lang: Lang = "en") -> Figure:
    """A picture of a claim: what a family has received by each school year, sums paid at once and scholarships.

    It adds up if every child goes on to the end of its path. Returns a matplotlib figure. Raises ``MissingFact`` while
    a sum is not known, ``WrongType``, ``MissingExtra``.
    """
    words = _WORDS[check_lang(lang)]
    from ._benefits import When
    from ._claims import Claim, _to_people
    from .scholarship.paths import named, school_year

    where = "plots.claim"
    if not isinstance(found, Claim):
        raise errors.WrongType(where, f"{found!r} is no claim", "give what claim() returns")
    if found.lump_sum is None:
        facts = ", ".join(fact.key for fact in found.missing)
        raise errors.MissingFact(where, f"not known yet: {facts}", "give these facts, or draw one of claim.ways")
    # Of migrant workers' scholarships no amount is known.
    children = [] if found.member.abroad else [child for child in found.schedule.told if child.by_year]
    first = school_year(found.event.on)
    last = max((year for child in children for year in child.by_year), default=first)
    span = range(first, last + 1)
    figure, axes = _drawing(where, len(span))
    names, below = [named(start) for start in span], [0] * len(span)
    series = [
        (item.title(lang), [item.at_least] * len(span))
        for item in _to_people(found.items)
        if item.when is When.ONCE and item.at_least
    ]
    series += [(child.called(lang), list(accumulate(child.by_year.get(at, 0) for at in span))) for child in children]
    for (label, sums), colour in zip(series, cycle((*_COLOURS, _FINE, "#CC79A7", "#999999")), strict=False):
        axes.bar(names, sums, bottom=below, color=colour, label=label)
        below = [base + amount for base, amount in zip(below, sums, strict=True)]
    axes.set(title=words["claim"], xlabel=words["school_year"], ylabel=words["money"])
    _finish(axes, lang)
    return figure


def career(life: Career, *, beside: Career | None = None, lang: Lang = "en") -> Figure:
    """A picture of a working life: the JHT balance from contributions and returns, and the pension as it grows.

    ``beside`` is another one, such as under a what-if law, drawn as dashed lines. Returns a matplotlib figure.
    Raises ``WrongType``, ``MissingExtra``.
    """
    words = _WORDS[check_lang(lang)]
    from ._careers import Career

    where = "plots.career"
    for each in (life,) if beside is None else (life, beside):
        if not isinstance(each, Career):
            raise errors.WrongType(where, f"{each!r} is no career", "give what career() returns")
    figure, axes = _drawing(where, len(life.years) // 2)
    years = [each.year for each in life.years]
    returns = list(accumulate(each.credited for each in life.years))
    own = [each.balance - returned for each, returned in zip(life.years, returns, strict=True)]
    axes.stackplot(years, own, returns, colors=_COLOURS[:2], labels=[words["paid_in"], words["credited"]])
    axes.set(title=f"{words['career']} {life.retires}", xlabel=words["year"], ylabel=words["balance"])
    if beside is not None:
        sums, label = [each.balance for each in beside.years], f"{words['balance']}, {words['beside']}"
        axes.plot([each.year for each in beside.years], sums, "--", color="black", label=label)
    _finish(axes, lang)
    axes.legend(loc="upper left", frameon=False)
    lines = {words["pension"]: (life, "-")}
    if beside is not None:
        lines[f"{words['pension']}, {words['beside']}"] = beside, "--"
    told = {label: [each for each in drawn.years if each.pension] for label, (drawn, _) in lines.items()}
    if any(told.values()):
        right = axes.twinx()
        for label, known in told.items():
            pensions = [each.pension or 0 for each in known]
            right.plot([each.year for each in known], pensions, lines[label][1], color=_FINE, label=label)
        right.set_ylabel(words["pension"])
        _finish(right, lang)
        right.spines["right"].set_visible(True)
        right.legend(loc="center left", frameon=False)
    return figure


def pensions(schedule: PensionSchedule, *, lang: Lang = "en") -> Figure:
    """A picture of pensions over the years: who draws how much, and how it passes from one to the next.

    Returns a matplotlib figure. Raises ``MissingFact`` where nobody draws one, ``WrongType``, ``MissingExtra``.
    """
    words = _WORDS[check_lang(lang)]
    from .jp.schedules import Schedule as PensionSchedule

    where = "plots.pensions"
    if not isinstance(schedule, PensionSchedule):
        raise errors.WrongType(where, f"{schedule!r} is no schedule", "give what jp.schedule() returns")
    if not schedule.stages:
        raise errors.MissingFact(where, "nobody draws a pension", "look at jp.eligible()")
    first, last = schedule.stages[0].first, max(stage.last for stage in schedule)
    span = months(first, last + 1)
    who = list(dict.fromkeys((stage.benefit, stage.person) for stage in schedule))
    figure, axes = _drawing(where, len(span) // 12)
    drawn = [[0] * len(span) for _ in who]
    for stage in schedule:
        for month in months(stage.first, stage.last):
            drawn[who.index((stage.benefit, stage.person))][month - first] += stage.amount
    labels = [": ".join(filter(None, (benefit.label(lang), person))) for benefit, person in who]
    colours = [colour for colour, _ in zip(cycle(_COLOURS), who, strict=False)]
    days: Any = [month.first_day for month in span]  # matplotlib knows dates, its types do not
    axes.stackplot(days, drawn, labels=labels, colors=colours, step="post")
    axes.set(title=words["pensions"], xlabel=words["calendar"], ylabel=words["monthly"])
    _finish(axes, lang)
    return figure


def project_tiers(*, on: date, upto: int = 6 * 10**9, law: Law = LAW, lang: Lang = "en") -> Figure:
    """A picture of what a project pays by its contract value, JKK and JKM one on the other, with the slices marked.

    ``on`` is the day of the work order, ``upto`` the highest value drawn, rupiah. Returns a matplotlib figure. Raises
    an ``…Amount`` error, ``BeforeLaw``, ``NotADate``, ``MissingExtra``.
    """
    words, where = _WORDS[check_lang(lang)], "plots.project_tiers"
    from . import construction
    from ._dated import Clock, Moment
    from ._tiers import marginal

    errors.raise_together(where, (date_error("on", on, needed=True), sum_error("upto", upto)))
    tables = {Programme.JKK: construction.JKK_TIERS, Programme.JKM: construction.JKM_TIERS}
    slices = {each: law.row(table, Moment(Clock.CONTRACT, on)).value for each, table in tables.items()}
    corners = {upto, 0, *(top for each in slices.values() for top, _ in each if top is not None and top < upto)}
    values = sorted(corners)
    figure, axes = _drawing(where, 15)  # as wide as its title
    due = [[float(marginal(each, value)) for value in values] for each in slices.values()]
    axes.stackplot(values, due, colors=_COLOURS[:2], labels=[f"{each} {each.label(lang)}" for each in slices])
    for value in values[1:-1]:
        axes.axvline(value, color="black", linewidth=0.5, linestyle=":")
    axes.set(title=f"{words['tiers']} {on}", xlabel=words["value"], ylabel=words["money"])
    _finish(axes, lang)
    axes.xaxis.set_major_formatter(axes.yaxis.get_major_formatter())
    return figure


def impact(found: Impact, *, lang: Lang = "en") -> Figure:
    """A picture of what a reform does: by group, what rows get more above the line and what they get less below it.

    ``found`` is what ``frames.compare`` gives with a rule or with groups. Returns a matplotlib figure. Raises
    ``WrongType``, ``MissingExtra``.
    """
    words = _WORDS[check_lang(lang)]
    from .frames import Impact

    where = "plots.impact"
    if not isinstance(found, Impact):
        raise errors.WrongType(where, f"{found!r} is no impact", "give what frames.compare() returns, with rule or by")
    figure, axes = _drawing(where, len(found.groups))
    names = [", ".join("–" if each is None else str(each) for each in group.key) for group in found.groups]
    names = names if found.by else [words["all"]]
    axes.bar(names, [group.more for group in found.groups], color=_COLOURS[0], label=words["more"])
    axes.bar(names, [-group.less for group in found.groups], color=_FINE, label=words["less"])
    axes.axhline(0, color="black", linewidth=0.8)
    axes.set(title=f"{words['impact']}: {found.what}", xlabel=", ".join(found.by), ylabel=words["money"])
    _finish(axes, lang)
    return figure


def _drawing(where: str, bars: int) -> tuple[Figure, Axes]:
    """An empty picture for so many bars."""
    try:
        from matplotlib.figure import Figure
    except ImportError as missing:
        raise errors.MissingExtra(
            where, "matplotlib is not installed", "install the extra: pip install 'jamsostek[plot]'"
        ) from missing
    figure = Figure(figsize=(max(6.0, 2 + 0.4 * bars), 4.5), layout="constrained")
    return figure, figure.add_subplot()


def _finish(axes: Axes, lang: Lang) -> None:
    """What all pictures of money by time share."""
    from matplotlib.ticker import FuncFormatter

    axes.yaxis.set_major_formatter(FuncFormatter(lambda amount, _: number(round(amount), lang)))
    axes.tick_params(axis="x", rotation=90)
    axes.spines[["top", "right"]].set_visible(False)
    axes.legend(loc="upper left", bbox_to_anchor=(1, 1), frameon=False)


def _late(month: MonthStatement) -> bool:
    return any(line.paid_on is not None and line.paid_on > line.due.on for line in month.lines)


def _open(month: MonthStatement) -> bool:
    return month.outstanding > 0
