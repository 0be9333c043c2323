"""One child: whether it may draw, and for which school years."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from .._benefits import ELIGIBLE, Because
from .._family import Child, Draws, School, Stage
from .._readings import Reading
from .._readings_of_scholarship import (
    SCHOLARSHIP_AFTER_DISABILITY,
    SCHOLARSHIP_AGE_TEST,
    SCHOLARSHIP_CATCH_UP,
    SCHOLARSHIP_DEGREE,
    SCHOLARSHIP_DIPLOMAS,
    SCHOLARSHIP_EXPIRY,
    SCHOLARSHIP_OF_BOTH_PARENTS,
    SCHOLARSHIP_OF_UNREGISTERED,
    SCHOLARSHIP_REPEATED_YEARS,
    SCHOLARSHIP_RESUMES,
    SCHOLARSHIP_TRAINING,
)
from .._verdict import Fact, State, Verdict
from ..instruments import PP_82_2019
from .ends import Stop, stops_of
from .paths import Path, Place, first_day, possible, school_year, walk
from .shapes import ChildSchedule, Grant, Year, fact, taken

# A child at these stages is taken to be young, unmarried and not at work; the result says so.
BASIC = (Stage.KINDERGARTEN, Stage.PRIMARY, Stage.LOWER_SECONDARY)


def judge(child: Child, at: int, grant: Grant) -> ChildSchedule:
    """What a child may draw."""
    barred = barrier(child, grant)
    if barred is not None:
        because, readings = barred
        return ChildSchedule(child, at, Verdict(State.NOT_ELIGIBLE, (because,)), readings=readings)
    schools = child.school
    told = None if schools is None else [_one(child, at, each, grant) for each in possible(schools, grant.ladder)]
    if told is None or None in told:
        any_school = [_one(child, at, each, grant) for each in possible(None, grant.ladder)]
        stale = schools is not None and schools[-1].stage is Stage.NOT_YET
        return _merged(child, at, any_school, fact(child, at, "born" if stale else "school"))
    return _merged(child, at, told, fact(child, at, "school.year"))


def barrier(child: Child, grant: Grant) -> tuple[Because, tuple[Reading, ...]] | None:
    """What keeps a child out from the start, with the readings it hangs on; None: nothing."""
    law, gateway = grant.law, grant.gateway
    if child.lawful is False:
        cite = law.row(gateway.lawful, grant.moment).cites[0]
        return Because("no lawful child of the participant", "bukan anak sah peserta", cite), ()
    if child.chosen is False:
        cite = law.row(gateway.children, grant.moment).cites[0]
        return Because("not chosen for a scholarship", "tidak dipilih untuk beasiswa", cite), ()
    registered = law.find(gateway.registered, grant.moment)
    if child.registered is False and registered and law.option(SCHOLARSHIP_OF_UNREGISTERED) == "excluded":
        words = "not registered as beneficiary", "tidak terdaftar sebagai penerima manfaat"
        return Because(*words, registered.cites[0]), (SCHOLARSHIP_OF_UNREGISTERED,)
    for draws, reading in (
        (Draws.THIS_PARENT, SCHOLARSHIP_AFTER_DISABILITY),
        (Draws.OTHER_PARENT, SCHOLARSHIP_OF_BOTH_PARENTS),
    ):
        if child.draws is draws and law.option(reading) == "one":
            words = f"already draws one {draws.label_en}", f"sudah menerima {draws.label_id}"
            return Because(*words, grant.row.cites[0]), (reading,)
    return None


def _merged(child: Child, at: int, ways: Sequence[ChildSchedule | None], unknown: Fact) -> ChildSchedule:
    """What can be said where one way through school is possible, or several."""
    options = [way for way in ways if way is not None]
    if len(options) == 1:
        return options[0]
    first = options[0]
    states = {each.verdict.state for each in options}
    if states == {State.NOT_ELIGIBLE}:
        return first
    most = max(each.at_most for each in options)
    missing = tuple(dict.fromkeys((unknown, *(each for option in options for each in option.missing))))
    readings = tuple(dict.fromkeys(each for option in options for each in option.readings))
    if states != {State.ELIGIBLE}:
        of_verdict = missing
        if states == {State.UNDETERMINED}:
            of_verdict = tuple(dict.fromkeys(each for option in options for each in option.verdict.missing))
        verdict = Verdict(State.UNDETERMINED, missing=of_verdict)
        return ChildSchedule(child, at, verdict, (), None, 0, most, None, (), missing, readings)
    years = (first.years[0]._replace(year=0),)
    least = min(each.at_least for each in options)
    return ChildSchedule(child, at, ELIGIBLE, years, None, least, most, None, first.assumed, missing, readings)


def _one(child: Child, at: int, schools: tuple[School, ...], grant: Grant) -> ChildSchedule | None:
    """What a child draws on one way through school; None where what is told does not reach the event."""
    path = walk(schools, grant.running, child.born, grant.ladder)
    if not path.known:
        return None
    waits = bool(path.places) and path.places[-1][1].stage is Stage.NOT_YET
    if waits:  # nothing tells when it enters: judge it as if next year, and tell no school year
        soon = School(Stage.KINDERGARTEN, 1, in_year=grant.running + 1)
        path = walk((soon,), grant.running, None, grant.ladder)
    walked = _Walk(child, at, grant)
    walked.along(path)
    found = walked.told(path)
    if not waits or found.verdict.state is State.NOT_ELIGIBLE:
        return found
    most = sum(level.most for level in grant.ladder.scale)
    return found._replace(years=(), total=None, at_least=0, at_most=most, end=None)


class _Walk:
    """The state of one walk along a path; nothing outside this module sees it."""

    def __init__(self, child: Child, at: int, grant: Grant) -> None:
        self.child, self.at, self.grant = child, at, grant
        self.years: list[Year] = []
        self.paid = 0
        self.end: Because | None = None
        self.now: list[Fact] = []
        self.later: list[Fact] = []
        self.readings: dict[Reading, None] = {}
        self.counts: dict[int, int] = {}
        self.before: dict[int, int] = {}
        self.stops = sorted(stops_of(child, at, grant), key=lambda stop: stop.on)
        option = grant.law.option
        self.at_start = option(SCHOLARSHIP_AGE_TEST) == "school_year_start"
        self.resumes = option(SCHOLARSHIP_RESUMES) == "resumes"
        self.paid_years = option(SCHOLARSHIP_REPEATED_YEARS) == "paid_years"

    def along(self, path: Path) -> None:
        """Judge each school year of the path until something ends it."""
        grant, stops, places = self.grant, self.stops, path.places
        deadline = grant.deadline
        soonest_stop = stops[0].on if stops else date.max
        lapses = deadline is not None and grant.law.option(SCHOLARSHIP_EXPIRY) != "claim_as_such"
        free_until = min(soonest_stop, deadline) if lapses and deadline is not None else soonest_stop
        at = 0
        while at < len(places):
            start, place = places[at]
            whole = self._whole_level(start, place, free_until) if start > path.told else 0
            if whole:
                yearly = grant.ladder.scale[grant.ladder.levels[place.stage]].yearly
                self.years += [
                    Year(year, each.stage, each.year, yearly, first_day(year)) for year, each in places[at : at + whole]
                ]
                self.paid += yearly * whole
                at += whole
                if deadline is not None and self.years[-1].claim_on > deadline:
                    self.readings[SCHOLARSHIP_EXPIRY] = None
                continue
            at += 1
            if start < grant.first or place.stage is Stage.NOT_YET:
                continue
            claim_on = grant.claim_on(start)
            if deadline is not None and claim_on > deadline:
                self.end = self._expired(deadline)
            if self.end is None and soonest_stop <= claim_on:
                stop = self._stopped(start, claim_on)
                if stop is not None and stop.until is not None and self.resumes:
                    self.years.append(Year(start, *place, 0, claim_on, stop.why()))
                    continue
                self.end = None if stop is None else stop.why()
            if self.end is None:
                if place.year:
                    self._add(start, place, claim_on)
                else:
                    self._left(path, start, claim_on)
            if self.end is not None:
                return
        self.end = Because("the path through school ends", "jenjang pendidikan selesai", grant.row.cites[0])

    def _whole_level(self, start: int, place: Place, free_until: date) -> int:
        """The years left of a level that are attended in order before anything could end it; 0 where that is not so.

        Nothing can be said of them but what the scale says: no need to judge each.
        """
        grant = self.grant
        at = grant.ladder.levels.get(place.stage)
        if at is None or place.stage in _STAGES or grant.claimed or start <= grant.first:
            return 0
        attended = self.counts[at] + self.before[at] if at in self.counts else 0
        years = grant.ladder.scale[at].years - attended
        if place.year != attended + 1 or years < 1:
            return 0
        plain = first_day(start) >= grant.soonest and first_day(start + years - 1) < free_until
        return years if plain else 0

    def _left(self, path: Path, start: int, claim_on: date) -> None:
        """A school year without school, which ends it unless, by reading, a return goes on with it."""
        if any(place.year and later > start for later, place in path.places):
            self.readings[SCHOLARSHIP_RESUMES] = None
            if self.resumes:
                return
        self.end = self.grant.because("no longer at school", "tidak bersekolah lagi", claim_on)

    def _add(self, start: int, place: Place, claim_on: date) -> None:
        """One school year attended, or the end where the scale does not reach so high."""
        grant, stage = self.grant, place.stage
        at = grant.ladder.levels.get(stage)
        if stage in _STAGES:
            self.readings[_STAGES[stage]] = None
        if at is None:
            words = f"the scale does not pay {stage.label_en}", f"tidak termasuk: {stage.label_id}"
            self.end = Because(*words, grant.row.cites[-1])
            return
        because = self._too_late() if school_year(claim_on) > start else None
        level = grant.ladder.scale[at]
        if because is None:
            paid = self.counts[at] = self.counts.get(at, 0) + 1
            attended = paid + self.before.setdefault(at, place.year - 1)
            if attended > level.years:
                because = self._too_many(paid, attended, level.years)
        amount = 0 if because else level.yearly
        self.paid += amount
        self.years.append(Year(start, stage, place.year, amount, claim_on, because))

    def _too_late(self) -> Because | None:
        """What the claim of a school year after its end means, by reading."""
        self.readings[SCHOLARSHIP_CATCH_UP] = None
        if self.grant.law.option(SCHOLARSHIP_CATCH_UP) == "paid":
            return None
        words = "the school year had ended when it was claimed", "tahun ajaran sudah berakhir saat diajukan"
        return Because(*words, self.grant.row.cites[0])

    def _too_many(self, paid: int, attended: int, most: int) -> Because | None:
        """Whether the most years of a level are used up: those paid, or those attended, by reading."""
        if paid <= most:
            self.readings[SCHOLARSHIP_REPEATED_YEARS] = None
        if (paid if self.paid_years else attended) <= most:
            return None
        words = f"at most {most} years of this level", f"paling banyak {most} tahun untuk jenjang ini"
        return Because(*words, self.grant.row.cites[-1])

    def _expired(self, deadline: date) -> Because | None:
        """What a claim after the last day to claim means, by reading."""
        self.readings[SCHOLARSHIP_EXPIRY] = None
        if self.grant.law.option(SCHOLARSHIP_EXPIRY) == "claim_as_such":
            return None
        words = f"claims ended on {deadline}", f"hak klaim gugur setelah {deadline}"
        return Because(*words, PP_82_2019.at("26"))

    def _stopped(self, start: int, claim_on: date) -> Stop | None:
        """What has ended the scholarship by the day of a claim, or keeps from it that day, if by reading it can resume.

        Facts that would tell are noted as missing.
        """
        begins, paused = first_day(start), None
        for stop in self.stops:
            day = claim_on
            if stop.age:
                if begins < stop.on <= claim_on:
                    self.readings[SCHOLARSHIP_AGE_TEST] = None
                if self.at_start:
                    day = begins
            if stop.on > day:
                continue
            if stop.fact is not None:
                (self.later if self.paid else self.now).append(stop.fact)
                continue
            if stop.until is not None:
                self.readings[SCHOLARSHIP_RESUMES] = None
            if stop.until is None or not self.resumes:
                return stop
            if claim_on <= stop.until:
                paused = stop
        return paused

    def told(self, path: Path) -> ChildSchedule:
        """The result of the walk."""
        child, at, grant, years = self.child, self.at, self.grant, tuple(self.years)
        readings = tuple(self.readings)
        if not self.paid:
            because = next((year.because for year in years if year.because), self.end)
            assert because is not None  # a walk that pays nothing ends for a reason
            verdict = Verdict(State.NOT_ELIGIBLE, (because,))
            return ChildSchedule(child, at, verdict, years, end=self.end, readings=readings)
        first = next(year for year in years if year.amount)
        if child.born is None:
            self.later.append(fact(child, at, "born"))
        assumed = [taken(child, at, "school")] if path.entered is not None else []
        for name in ("born", "married", "works"):
            if getattr(child, name) is None:
                if first.stage in BASIC:
                    assumed.append(taken(child, at, name))
                else:
                    self.now.append(fact(child, at, name))
        if child.lawful is None:
            assumed.append(taken(child, at, "lawful"))
        if child.registered is None and grant.law.find(grant.gateway.registered, grant.moment):
            assumed.append(taken(child, at, "registered"))
        now = tuple(dict.fromkeys(self.now))
        missing = tuple(dict.fromkeys((*now, *self.later)))
        verdict = Verdict(State.UNDETERMINED, missing=now) if now else ELIGIBLE
        sure = first.amount if first.start == grant.first and not now else 0
        total = None if missing else self.paid
        return ChildSchedule(
            child, at, verdict, years, total, sure, self.paid, self.end, tuple(assumed), missing, readings
        )


_STAGES = {
    Stage.TRAINING: SCHOLARSHIP_TRAINING,
    Stage.DIPLOMA: SCHOLARSHIP_DIPLOMAS,
    Stage.POSTGRADUATE: SCHOLARSHIP_DEGREE,
}
