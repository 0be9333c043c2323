"""The law of what migrant workers are paid: each benefit with its phases and what is known of its amount.

The items stand in Permenaker 4/2023 arts 27 and 34; their amounts stand in annexes that were not read, and are told by
others as far as they are known. An amount that is not known is None, never 0.
"""

from __future__ import annotations

from typing import NamedTuple

from .._citations import Citation, Grade
from .._dated import Clock, Dated, Row, row
from .._kinds import Programme
from .._more_instruments import PERMENAKER_4_2023
from .grants import GRANT, SCALE, Benefit, Grant, Manner, Service
from .law import SECOND, THIRD, Phase, by_18_2018, table

_FIXED, _UP_TO, _SHARE, _IN_KIND = Manner.FIXED, Manner.UP_TO, Manner.SHARE, Manner.IN_KIND
_THERE_BEFORE = by_18_2018("whole", Grade.B, "press of March 2023 on what was new and what was raised")


def _grant(
    name: str,
    benefit: Benefit,
    grant: Grant,
    *cites: Citation,
    clock: Clock = Clock.ACCIDENT,
    where: tuple[str, str] = ("", ""),
    new: bool = False,
    earlier: Row[Grant] | None = None,
) -> Dated[Grant]:
    """A benefit's table; what is not ``new`` was there before, at an amount that is not known."""
    before = earlier or row(SECOND, Grant(grant.manner), _THERE_BEFORE)
    rows = ((before,) if not new else ()) + (row(THIRD, grant, *cites),)
    return table(name, benefit.label_en + where[0], benefit.label_id + where[1], GRANT, *rows, clock=clock)


def _item(letter: str, *, during: bool) -> Citation:
    """Where the item stands: art. 34 for during work, art. 27 for before and after."""
    return PERMENAKER_4_2023.at(f"{34 if during else 27}(1){letter}")


def _told(grade: Grade, source: str) -> Citation:
    """Where the amount was read."""
    return PERMENAKER_4_2023.at("annex", grade, source)


_DURING = (", during work", ", selama bekerja")
_OUTSIDE = (", before and after work", ", sebelum dan setelah bekerja")
_JKM = PERMENAKER_4_2023.at("1(15)")

JKM_DEATH = _grant(
    "JKM_DEATH",
    Benefit.DEATH,
    Grant(_FIXED, 85_000_000),
    _JKM,
    _told(Grade.B, "agency news, 2025-05-14; JPNN 2025; ipol 2024: all of it together"),
    clock=Clock.DEATH,
    where=(" of JKM, during work", " JKM, selama bekerja"),
)
_AT_HOME = _told(Grade.C, "press, and remembered: 20 + 12 + 10 million")
JKM_DEATH_OUTSIDE = _grant(
    "JKM_DEATH_OUTSIDE",
    Benefit.DEATH,
    Grant(_FIXED, 20_000_000),
    _JKM,
    _AT_HOME,
    clock=Clock.DEATH,
    where=(" of JKM, before and after work", " JKM, sebelum dan setelah bekerja"),
)
JKM_PERIODIC_OUTSIDE = _grant(
    "JKM_PERIODIC_OUTSIDE",
    Benefit.PERIODIC,
    Grant(_FIXED, 12_000_000),
    _JKM,
    _AT_HOME,
    clock=Clock.DEATH,
    where=(" of JKM, before and after work", " JKM, sebelum dan setelah bekerja"),
)
JKM_FUNERAL_OUTSIDE = _grant(
    "JKM_FUNERAL_OUTSIDE",
    Benefit.FUNERAL,
    Grant(_FIXED, 10_000_000),
    _JKM,
    _AT_HOME,
    clock=Clock.DEATH,
    where=(" of JKM, before and after work", " JKM, sebelum dan setelah bekerja"),
)
JKM_SCHOLARSHIP = _grant(
    "JKM_SCHOLARSHIP",
    Benefit.SCHOLARSHIP,
    Grant(_FIXED),
    _JKM,
    _told(Grade.C, "Radar Lampung, March 2023: for deaths during work, amounts not told"),
    clock=Clock.DEATH,
    where=(" after a death of JKM", " JKM"),
)
JKK_DEATH = _grant(
    "JKK_DEATH",
    Benefit.DEATH,
    Grant(_FIXED, 85_000_000),
    _item("g", during=True),
    _told(Grade.M, "remembered; the press names the same sum as JKM"),
    where=(" of JKK, during work", " JKK, selama bekerja"),
)
JKK_DEATH_OUTSIDE = _grant(
    "JKK_DEATH_OUTSIDE",
    Benefit.DEATH,
    Grant(_FIXED),
    _item("c", during=False),
    where=(" of JKK, before and after work", " JKK, sebelum dan setelah bekerja"),
)
TOTAL_DISABILITY = _grant(
    "TOTAL_DISABILITY",
    Benefit.TOTAL_DISABILITY,
    Grant(Manner.AT_MOST, 100_000_000),
    _item("f", during=True),
    _told(Grade.C, "ipol, April 2024"),
    where=_DURING,
)
TOTAL_DISABILITY_OUTSIDE = _grant(
    "TOTAL_DISABILITY_OUTSIDE",
    Benefit.TOTAL_DISABILITY,
    Grant(_FIXED),
    _item("b", during=False),
    where=_OUTSIDE,
)
PERIODIC = _grant(
    "PERIODIC",
    Benefit.PERIODIC,
    Grant(_FIXED),
    _item("h", during=True),
    _item("d", during=False),
    where=(" of JKK", " JKK"),
)
PARTIAL_DISABILITY = _grant(
    "PARTIAL_DISABILITY", Benefit.PARTIAL_DISABILITY, Grant(_SHARE), _item("f", during=True), _item("b", during=False)
)
_NEW = "press on what was new in 2023"
CARE_ABROAD = _grant(
    "CARE_ABROAD",
    Benefit.CARE_ABROAD,
    Grant(_UP_TO, 50_000_000),
    PERMENAKER_4_2023.at("50(2)"),
    _told(Grade.B, f"Radar Lampung, 2023; Radar Kaur, 2023-08-30; {_NEW}"),
    new=True,
)
HOME_CARE = _grant(
    "HOME_CARE",
    Benefit.HOME_CARE,
    Grant(_UP_TO, 20_000_000),
    _told(Grade.B, f"Radar Kaur, 2023-08-30, and others: up to a year; {_NEW}"),
    new=True,
)
TRANSPORT = _grant("TRANSPORT", Benefit.TRANSPORT, Grant(_UP_TO), _item("a", during=True), _item("a", during=False))
RETURN = _grant("RETURN", Benefit.RETURN, Grant(_UP_TO), _item("b", during=True))
AIDS = _grant("AIDS", Benefit.AIDS, Grant(_UP_TO), _item("i", during=True), _item("e", during=False))
_APPLIANCES = (_item("j", during=True), _item("f", during=False))
DENTURES = _grant(
    "DENTURES", Benefit.DENTURES, Grant(_UP_TO, 5_000_000), *_APPLIANCES, _told(Grade.M, "remembered; raised in 2023")
)
HEARING_AID = _grant(
    "HEARING_AID",
    Benefit.HEARING_AID,
    Grant(_UP_TO, 2_500_000),
    *_APPLIANCES,
    _told(Grade.B, f"Radar Kaur, 2023-08-30, and others; {_NEW}"),
    new=True,
)
GLASSES = _grant(
    "GLASSES",
    Benefit.GLASSES,
    Grant(_UP_TO, 1_000_000),
    *_APPLIANCES,
    _told(Grade.B, f"Radar Kaur, 2023-08-30, and others; {_NEW}"),
    new=True,
)
JKK_SCHOLARSHIP = _grant(
    "JKK_SCHOLARSHIP",
    Benefit.SCHOLARSHIP,
    Grant(_FIXED),
    _item("j", during=False),
    _told(Grade.C, "press of 2023: raised, amounts not told"),
    where=(" after death or total disability by an accident", " akibat kecelakaan kerja"),
)
TRAINING = _grant(
    "TRAINING",
    Benefit.TRAINING,
    Grant(_IN_KIND),
    PERMENAKER_4_2023.at("whole", Grade.B, "Radar Lampung, March 2023, and others"),
)

FAILED_DEPARTURE = _grant(
    "FAILED_DEPARTURE",
    Benefit.FAILED_DEPARTURE,
    Grant(_FIXED, 10_000_000),
    _item("g", during=False),
    _told(Grade.B, "Haluan Banten, 2024-10-01; JPNN 2025"),
    clock=Clock.EVENT,
    earlier=row(SECOND, Grant(_FIXED, 7_500_000), by_18_2018("whole", Grade.C, "a quiz of the agency's staff")),
)
_TWICE = _told(Grade.M, "remembered")
FAILED_PLACEMENT = _grant(
    "FAILED_PLACEMENT",
    Benefit.FAILED_PLACEMENT,
    Grant(_FIXED, 25_000_000),
    _item("d", during=True),
    _TWICE,
    clock=Clock.EVENT,
)
FAILED_PLACEMENT_RETURN = _grant(
    "FAILED_PLACEMENT_RETURN",
    Benefit.FAILED_PLACEMENT_RETURN,
    Grant(_UP_TO, 15_000_000),
    _item("d", during=True),
    _TWICE,
    clock=Clock.EVENT,
)
_PLACED = _told(Grade.B, "Kompas, 2023-06-27; iNews, 2023-10-10; ADBMI")
WRONG_PLACEMENT = _grant(
    "WRONG_PLACEMENT",
    Benefit.WRONG_PLACEMENT,
    Grant(_FIXED, 25_000_000),
    _item("e", during=True),
    _PLACED,
    clock=Clock.EVENT,
    new=True,
)
WRONG_PLACEMENT_RETURN = _grant(
    "WRONG_PLACEMENT_RETURN",
    Benefit.WRONG_PLACEMENT_RETURN,
    Grant(_UP_TO, 15_000_000),
    _item("e", during=True),
    _PLACED,
    clock=Clock.EVENT,
    new=True,
)
RAPE = _grant(
    "RAPE",
    Benefit.RAPE,
    Grant(_FIXED, 50_000_000),
    _item("k", during=True),
    _item("i", during=False),
    _told(Grade.B, f"Radar Kaur, 2023-08-30; ADBMI; {_NEW}"),
    clock=Clock.EVENT,
    new=True,
)
RETURN_OF_TROUBLED = _grant(
    "RETURN_OF_TROUBLED", Benefit.RETURN_OF_TROUBLED, Grant(_UP_TO), _item("c", during=True), clock=Clock.EVENT
)
LOSS_ON_THE_WAY = _grant(
    "LOSS_ON_THE_WAY",
    Benefit.LOSS_ON_THE_WAY,
    Grant(_UP_TO, 10_000_000),
    _item("h", during=False),
    _told(Grade.C, "JPNN 2025"),
    clock=Clock.EVENT,
)
DISMISSAL = _grant(
    "DISMISSAL",
    Benefit.DISMISSAL,
    Grant(_FIXED, 1_500_000),
    _item("m", during=True),
    _told(Grade.B, f"Radar Kaur, 2023-08-30, and others; {_NEW}"),
    clock=Clock.DISMISSAL,
    new=True,
)
DISMISSAL_AFTER_ACCIDENT: Dated[tuple[Service, ...]] = table(
    "DISMISSAL_AFTER_ACCIDENT",
    Benefit.DISMISSAL_AFTER_ACCIDENT.label_en,
    Benefit.DISMISSAL_AFTER_ACCIDENT.label_id,
    SCALE,
    row(
        SECOND,
        (Service(3, 2_000_000), Service(6, 3_000_000), Service(12, 4_000_000), Service(18, None)),
        by_18_2018("annex", Grade.C, "Grid Star, 2023-01-12; cut after 18 months"),
    ),
    row(THIRD, (Service(0, None),), _item("l", during=True)),
    clock=Clock.DISMISSAL,
)


class Promise(NamedTuple):
    """A benefit in the phases in which it is paid, and the table of its amount."""

    benefit: Benefit
    programme: Programme
    phases: tuple[Phase, ...]
    table: Dated[Grant]


_B, _D, _A = Phase
_ALL, _OUT, _HOME = (_B, _D, _A), (_B, _A), (_D, _A)
_KK, _KM = Programme.JKK, Programme.JKM
# One line for each table of amounts; a dismissal after an accident has a scale of its own.
PROMISES = (
    Promise(Benefit.DEATH, _KM, (_D,), JKM_DEATH),
    Promise(Benefit.DEATH, _KM, _OUT, JKM_DEATH_OUTSIDE),
    Promise(Benefit.PERIODIC, _KM, _OUT, JKM_PERIODIC_OUTSIDE),
    Promise(Benefit.FUNERAL, _KM, _OUT, JKM_FUNERAL_OUTSIDE),
    Promise(Benefit.SCHOLARSHIP, _KM, (_D,), JKM_SCHOLARSHIP),
    Promise(Benefit.DEATH, _KK, (_D,), JKK_DEATH),
    Promise(Benefit.DEATH, _KK, _OUT, JKK_DEATH_OUTSIDE),
    Promise(Benefit.TOTAL_DISABILITY, _KK, (_D,), TOTAL_DISABILITY),
    Promise(Benefit.TOTAL_DISABILITY, _KK, _OUT, TOTAL_DISABILITY_OUTSIDE),
    Promise(Benefit.PERIODIC, _KK, _ALL, PERIODIC),
    Promise(Benefit.PARTIAL_DISABILITY, _KK, _ALL, PARTIAL_DISABILITY),
    Promise(Benefit.CARE_ABROAD, _KK, (_D,), CARE_ABROAD),
    Promise(Benefit.HOME_CARE, _KK, _HOME, HOME_CARE),
    Promise(Benefit.TRANSPORT, _KK, _ALL, TRANSPORT),
    Promise(Benefit.RETURN, _KK, (_D,), RETURN),
    Promise(Benefit.AIDS, _KK, _ALL, AIDS),
    Promise(Benefit.DENTURES, _KK, _ALL, DENTURES),
    Promise(Benefit.HEARING_AID, _KK, _ALL, HEARING_AID),
    Promise(Benefit.GLASSES, _KK, _ALL, GLASSES),
    Promise(Benefit.SCHOLARSHIP, _KK, _ALL, JKK_SCHOLARSHIP),
    Promise(Benefit.TRAINING, _KK, _ALL, TRAINING),
    Promise(Benefit.FAILED_DEPARTURE, _KK, (_B,), FAILED_DEPARTURE),
    Promise(Benefit.FAILED_PLACEMENT, _KK, (_D,), FAILED_PLACEMENT),
    Promise(Benefit.FAILED_PLACEMENT_RETURN, _KK, (_D,), FAILED_PLACEMENT_RETURN),
    Promise(Benefit.WRONG_PLACEMENT, _KK, (_D,), WRONG_PLACEMENT),
    Promise(Benefit.WRONG_PLACEMENT_RETURN, _KK, (_D,), WRONG_PLACEMENT_RETURN),
    Promise(Benefit.DISMISSAL, _KK, (_D,), DISMISSAL),
    Promise(Benefit.RAPE, _KK, _ALL, RAPE),
    Promise(Benefit.RETURN_OF_TROUBLED, _KK, (_D,), RETURN_OF_TROUBLED),
    Promise(Benefit.LOSS_ON_THE_WAY, _KK, (_A,), LOSS_ON_THE_WAY),
)
TABLES = (*(each.table for each in PROMISES), DISMISSAL_AFTER_ACCIDENT)
