"""The instruments that no bill cites: those on migrant workers and on who takes part in which capacity."""

from __future__ import annotations

from datetime import date

from ._citations import Instrument

UU_18_2017 = Instrument(
    "UU 18/2017",
    "Pelindungan Pekerja Migran Indonesia",
    "Protection of Indonesian Migrant Workers",
    date(2017, 11, 22),
    date(2017, 11, 22),
    "LN 2017/242, TLN 6141",
)
UU_11_2022 = Instrument("UU 11/2022", "Keolahragaan", "Sports")
INPRES_2_2021 = Instrument(
    "Inpres 2/2021",
    "Optimalisasi Pelaksanaan Program Jaminan Sosial Ketenagakerjaan",
    "Making the Most of the Employment Social Security Programmes",
)
PERMENDAGRI_20_2018 = Instrument(
    "Permendagri 20/2018", "Pengelolaan Keuangan Desa", "Management of the Finances of Villages"
)
PERMENAKER_7_2017 = Instrument(
    "Permenaker 7/2017",
    "Program Jaminan Sosial Tenaga Kerja Indonesia",
    "Social Security of Indonesian Workers Abroad",
    None,
    date(2017, 8, 1),
    "BN 2017/1045",
)
PERMENAKER_18_2018 = Instrument(
    "Permenaker 18/2018",
    "Jaminan Sosial Pekerja Migran Indonesia",
    "Social Security of Indonesian Migrant Workers",
    date(2018, 12, 10),
    date(2018, 12, 10),
    "BN 2018/1624",
)
PERMENAKER_4_2023 = Instrument(
    "Permenaker 4/2023",
    "Jaminan Sosial Pekerja Migran Indonesia",
    "Social Security of Indonesian Migrant Workers",
    date(2023, 2, 22),
    date(2023, 2, 22),
)
PERMEN_P2MI_9_2026 = Instrument(
    "Permen P2MI 9/2026",
    "Jaminan Sosial Pekerja Migran Indonesia",
    "Social Security of Indonesian Migrant Workers",
    None,
    date(2026, 8, 28),
)

ALL = (
    UU_18_2017,
    UU_11_2022,
    INPRES_2_2021,
    PERMENDAGRI_20_2018,
    PERMENAKER_7_2017,
    PERMENAKER_18_2018,
    PERMENAKER_4_2023,
    PERMEN_P2MI_9_2026,
)
