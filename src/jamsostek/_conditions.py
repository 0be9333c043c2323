"""Conditions as data: a fact, a comparison with a cited bound, all, any, not, a choice by fact.

Each answers +1, 0 (not known) or -1 with the reasons and the facts that could still decide. ``frames`` reads the same
objects as columns.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, TypeVar, cast

from attrs import frozen

from ._citations import Citation
from ._dated import Dated, Moment
from ._kinds import Labelled, Lang
from ._law import Law
from ._money import number
from ._months import Month
from ._readings import Reading
from ._verdict import Fact, State, Verdict

Value = bool | int | Month | date | Labelled
_LANGS: tuple[Lang, Lang] = ("en", "id")


if TYPE_CHECKING:
    from ._verdict import Reason

    class Situation(Protocol):
        """What conditions are asked about: facts by key, under a law, at a moment."""

        @property
        def law(self) -> Law:
            """The law in force."""
            ...

        @property
        def moment(self) -> Moment:
            """The moment asked about."""
            ...

        def fact(self, key: str) -> Value | None:
            """The value of a fact, None where it is not known."""
            ...

    class Condition(Protocol):
        """Anything that can be tested against a situation."""

        def test(self, situation: Situation, *, wanted: bool = True) -> Outcome:
            """Whether the condition is (``wanted``) or is not met."""
            ...


class Outcome(NamedTuple):
    """+1, 0 or -1; why it failed; which facts could still change it."""

    sign: int
    because: tuple[Reason, ...] = ()
    missing: tuple[Fact, ...] = ()


YES = Outcome(1)


class Failed(NamedTuple):
    """A comparison that came out otherwise than the rule wants."""

    fact: Fact
    value: Value
    bound_en: str
    bound_id: str
    cite: Citation

    def text(self, lang: Lang = "en") -> str:
        """The fact, its value and what it should be."""
        return f"{self.fact.label(lang)}: {show(self.value, lang)}, {self.bound_id if lang == 'id' else self.bound_en}"


def show(value: Value, lang: Lang) -> str:
    """A fact's value for people."""
    if isinstance(value, Labelled):
        return value.label(lang)
    if isinstance(value, bool):
        return _YES_NO[lang][value]
    return number(value, lang) if type(value) is int else str(value)


_YES_NO: dict[Lang, tuple[str, str]] = {"en": ("no", "yes"), "id": ("tidak", "ya")}


def unknown(fact: Fact, situation: Situation) -> Outcome:
    """The outcome while a fact is missing: it, or what is missing of the facts it is made of."""
    parts = tuple(part for part in fact.made_of if situation.fact(part.key) is None)
    return Outcome(0, missing=parts or (fact,))


T = TypeVar("T")
# Whether the bound is a number, whether the fact should reach it: the words in English and Indonesian.
_COMPARED = {
    True: {True: ("must be at least ", "harus paling sedikit "), False: ("must be less than ", "harus kurang dari ")},
    False: {True: ("must not be before ", "tidak boleh sebelum "), False: ("must be before ", "harus sebelum ")},
}


def _bound(bound: T | Dated[T], cite: Citation | None, situation: Situation) -> tuple[T, Citation]:
    """The bound of the moment and where it stands."""
    if isinstance(bound, Dated):
        row = situation.law.row(bound, situation.moment)
        return row.value, row.cites[0]
    assert cite is not None  # only a dated bound brings its own
    return bound, cite


@frozen(eq=False, repr=False)
class Holds:
    """The fact is true."""

    fact: Fact
    cite: Citation

    def test(self, situation: Situation, *, wanted: bool = True) -> Outcome:
        """Look at the fact."""
        value = situation.fact(self.fact.key)
        if value is None:
            return unknown(self.fact, situation)
        if value is wanted:
            return YES
        en, idn = f"must be {_YES_NO['en'][wanted]}", f"harus {_YES_NO['id'][wanted]}"
        return Outcome(-1, (Failed(self.fact, value, en, idn, self.cite),))


@frozen(eq=False, repr=False)
class Among:
    """The fact is one of these; a dated list brings its own citation."""

    fact: Fact
    values: tuple[Labelled, ...] | Dated[tuple[Labelled, ...]]
    cite: Citation | None = None

    def test(self, situation: Situation, *, wanted: bool = True) -> Outcome:
        """Look the value up in the list of the moment."""
        values, cite = _bound(self.values, self.cite, situation)
        value = situation.fact(self.fact.key)
        if value is None:
            every = wanted and len(values) == len(type(values[0]))
            return YES if every else unknown(self.fact, situation)
        if (value in values) is wanted:
            return YES
        names = [[word.label(lang) for word in values] for lang in _LANGS]
        en, idn = ("must be one of ", "harus salah satu dari ") if wanted else ("must not be ", "tidak boleh berupa ")
        return Outcome(-1, (Failed(self.fact, value, en + "; ".join(names[0]), idn + "; ".join(names[1]), cite),))


@frozen(eq=False, repr=False)
class AtLeast:
    """The fact is at least the bound: a month, a date, or a number from a table, which brings its own citation."""

    fact: Fact
    bound: Dated[int] | Month | date
    cite: Citation | None = None

    def test(self, situation: Situation, *, wanted: bool = True) -> Outcome:
        """Compare the value with the bound of the moment."""
        value = situation.fact(self.fact.key)
        if value is None:
            return unknown(self.fact, situation)
        bound, cite = _bound(self.bound, self.cite, situation)
        if (cast("Any", value) >= bound) is wanted:
            return YES
        en, idn = _COMPARED[type(bound) is int][wanted]
        failed = Failed(
            self.fact, value, en + show(cast("Value", bound), "en"), idn + show(cast("Value", bound), "id"), cite
        )
        return Outcome(-1, (failed,))


class Alternatives(NamedTuple):
    """Ways to meet a rule, each of which failed."""

    ways: tuple[tuple[Reason, ...], ...]

    @property
    def cite(self) -> Citation:
        """The article of the first."""
        return self.ways[0][0].cite

    def text(self, lang: Lang = "en") -> str:
        """The ways one after the other."""
        word = " or " if lang == "en" else " atau "
        return word.join(", ".join(reason.text(lang) for reason in way) for way in self.ways)


@frozen(eq=False, repr=False)
class InWindow:
    """The moment lies in a window of the table."""

    table: Dated[bool]
    fact: Fact

    def test(self, situation: Situation, *, wanted: bool = True) -> Outcome:
        """Look for a row at the moment."""
        inside = situation.law.find(self.table, situation.moment) is not None
        if inside is wanted:
            return YES
        spans = ", ".join(
            f"{Month.of(since)} – {Month.of(until) if until else '…'}" for since, until, _ in self.table.spans()
        )
        en, idn = ("must lie in ", "harus dalam ") if wanted else ("must not lie in ", "tidak boleh dalam ")
        cite = self.table.rows[0].cites[0]
        month = Month.of(situation.moment.on)
        return Outcome(-1, (Failed(self.fact, month, en + spans, idn + spans, cite),))


@frozen(eq=False, repr=False)
class Not:
    """The condition is not met."""

    condition: Condition

    def test(self, situation: Situation, *, wanted: bool = True) -> Outcome:
        """Ask for the opposite."""
        return self.condition.test(situation, wanted=not wanted)


@frozen(init=False, eq=False, repr=False)
class All:
    """Every condition is met."""

    conditions: tuple[Condition, ...]

    def __init__(self, *conditions: Condition) -> None:
        self.__attrs_init__(conditions)

    def test(self, situation: Situation, *, wanted: bool = True) -> Outcome:
        """The least of the outcomes; asked for the opposite, the most."""
        return _join([each.test(situation, wanted=wanted) for each in self.conditions], least=wanted)


@frozen(init=False, eq=False, repr=False)
class AnyOf:
    """At least one condition is met."""

    conditions: tuple[Condition, ...]

    def __init__(self, *conditions: Condition) -> None:
        self.__attrs_init__(conditions)

    def test(self, situation: Situation, *, wanted: bool = True) -> Outcome:
        """The most of the outcomes; asked for the opposite, the least."""
        return _join([each.test(situation, wanted=wanted) for each in self.conditions], least=not wanted)


@frozen(eq=False, repr=False)
class ByChoice:
    """One condition for the named values of a fact, another for all others; settled early where both agree."""

    fact: Fact
    values: tuple[Labelled, ...]
    then: Condition
    otherwise: Condition

    def test(self, situation: Situation, *, wanted: bool = True) -> Outcome:
        """Test the branch that the fact chooses, or both while it is not known."""
        value = situation.fact(self.fact.key)
        if value is not None:
            return (self.then if value in self.values else self.otherwise).test(situation, wanted=wanted)
        one, other = self.then.test(situation, wanted=wanted), self.otherwise.test(situation, wanted=wanted)
        if one.sign == other.sign != 0:
            return one
        return Outcome(0, missing=_unique((self.fact, *one.missing, *other.missing)))


@frozen(eq=False, repr=False)
class Under:
    """The condition counts only under one option of a reading; under any other it is met."""

    question: Reading
    option: str
    condition: Condition

    def test(self, situation: Situation, *, wanted: bool = True) -> Outcome:
        """Test the condition where the law takes the option."""
        if situation.law.option(self.question) != self.option:
            return YES if wanted else Outcome(-1)
        return self.condition.test(situation, wanted=wanted)


def touched(condition: Condition, situation: Situation) -> tuple[Reading, ...]:
    """The readings that could have made the outcome another one."""
    if isinstance(condition, Under):
        return () if condition.condition.test(situation) == YES else (condition.question,)
    if isinstance(condition, All | AnyOf):
        return tuple(found for each in condition.conditions for found in touched(each, situation))
    return ()


def _join(outcomes: list[Outcome], *, least: bool) -> Outcome:
    sign = (min if least else max)(outcome.sign for outcome in outcomes)
    if sign > 0:
        return YES
    if sign < 0:
        return Outcome(-1, _reasons([outcome.because for outcome in outcomes if outcome.sign < 0], together=least))
    return Outcome(0, missing=_unique(tuple(fact for outcome in outcomes for fact in outcome.missing)))


def _reasons(found: list[tuple[Reason, ...]], *, together: bool) -> tuple[Reason, ...]:
    """Reasons that all stand, or alternatives of which one would have been enough."""
    if together or len(found) == 1:
        return tuple(dict.fromkeys(reason for reasons in found for reason in reasons))
    return (Alternatives(tuple(dict.fromkeys(found))),)


def _unique(facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    return tuple(dict.fromkeys(facts))


def judge(condition: Condition, situation: Situation) -> Verdict:
    """The verdict on a condition in a situation."""
    outcome = condition.test(situation)
    state = (State.NOT_ELIGIBLE, State.UNDETERMINED, State.ELIGIBLE)[outcome.sign + 1]
    return Verdict(state, outcome.because, outcome.missing)
