"""Construction projects: tiers, methods, value-added tax, instalments, addenda, relief, register, workers."""

from datetime import date
from fractions import Fraction

import pytest

import jamsostek as js
from jamsostek import construction
from jamsostek._schedules import Tiers

AT = js.Moment(js.Clock.CONTRACT, date(2024, 3, 1))


@pytest.mark.parametrize(
    ("value", "jkk", "jkm"),
    [
        (180_000_000, 346_000, 46_000),  # elucidation of PP 44/2015 arts 54 and 55
        (100_000_000, 210_000, 30_000),
        (500_000_000, 890_000, 110_000),
        (500_000_001, 890_000 + Fraction(13, 10_000), 110_000 + Fraction(2, 10_000)),
        (50_000_000_000, 46_440_000, 5_110_000),
        (Fraction(50_000_000 * 10, 11), Fraction(1_050_000, 11), Fraction(150_000, 11)),
        (0, 0, 0),
    ],
)
def test_tiers_are_marginal(value: int | Fraction, jkk: int | Fraction, jkm: int | Fraction) -> None:
    for table, due in ((construction.JKK_TIERS, jkk), (construction.JKM_TIERS, jkm)):
        schedule = Tiers(table)
        assert schedule.tables == (table,)
        assert schedule.read(value, js.LAW, AT) == (due, table.rows[0])
