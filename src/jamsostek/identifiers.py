"""Identity numbers: what the number of an Indonesian resident (NIK) tells about birth and sex.

The form is told by secondary sources: six digits of the region of first registration, the day of birth (for women plus
40), month and year in two digits each, and a serial number from 0001. There is no check digit, and the century is not
in it.

>>> found = nik("3573 01 550690 0001", on=date(2026, 3, 1))
>>> str(found.born), found.sex.label_id, found.region
('1990-06-15', 'perempuan', '357301')
"""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from . import errors
from ._kinds import Labelled
from ._months import date_error

__all__ = ["Nik", "Sex", "nik"]

_DIGITS = 16
_WOMEN = 40


class Sex(Labelled):
    """Sex as the number has it (jenis kelamin)."""

    FEMALE = "female", "female", "perempuan"
    MALE = "male", "male", "laki-laki"


class Nik(NamedTuple):
    """What a NIK tells: its 16 digits, the region of first registration (six digits), sex, day of birth, serial number.

    The first two digits of the region are the province, the first four the regency or city (3573: the city of Malang).
    They are not looked up: new provinces have new numbers, and nobody's number changes with the map.
    """

    digits: str
    region: str
    sex: Sex
    born: date
    serial: int


def nik(text: str, *, on: date) -> Nik:
    """What a NIK tells, read on a day: of the two centuries that it can mean, the later that does not lie after it.

    Blanks, dots and hyphens do not count. Raises ``NotANik``, ``WrongType``, ``NotADate``.

    >>> str(nik("3573010101050001", on=date(2026, 3, 1)).born), str(nik("3573010101050001", on=date(2004, 3, 1)).born)
    ('2005-01-01', '1905-01-01')
    """
    errors.raise_together("nik", (date_error("on", on, needed=True),))
    if not isinstance(text, str):
        raise errors.WrongType("nik", f"{text!r} is no text", 'give the number as a text, such as "3573015506900001"')
    digits = re.sub(r"[ .-]", "", text)
    if not (len(digits) == _DIGITS and digits.isascii() and digits.isdigit()):
        raise errors.NotANik("nik", f"{text!r} does not have {_DIGITS} digits", "look at the identity card again")
    day, month, year = int(digits[6:8]), int(digits[8:10]), int(digits[10:12])
    sex = Sex.FEMALE if day > _WOMEN else Sex.MALE
    born = _born(day - _WOMEN if sex is Sex.FEMALE else day, month, year, on)
    if born is None:
        raise errors.NotANik("nik", f"{digits[6:12]} is no day of birth", "look at the identity card again")
    if not int(digits[12:]):
        raise errors.NotANik("nik", "the serial number is 0000", "serial numbers begin with 0001")
    return Nik(digits, digits[:6], sex, born, int(digits[12:]))


def _born(day: int, month: int, year: int, on: date) -> date | None:
    """The latest day of these numbers that does not lie after another, in its century or the one before."""
    century = on.year // 100 * 100
    for start in (century, century - 100):
        try:
            born = date(start + year, month, day)
        except ValueError:
            continue
        if born <= on:
            return born
    return None
