"""The instruments that no bill cites: those on the money that pays for others and on the targets of coverage."""

from __future__ import annotations

from datetime import date

from ._citations import Instrument

PMK_215_2021 = Instrument(
    "PMK 215/PMK.07/2021",
    "Penggunaan, Pemantauan, dan Evaluasi Dana Bagi Hasil Cukai Hasil Tembakau",
    "Use of the Regions' Share of the Tobacco Excise (until 2024)",
)
PMK_72_2024 = Instrument(
    "PMK 72/2024",
    "Penggunaan, Pemantauan, dan Evaluasi Dana Bagi Hasil Cukai Hasil Tembakau",
    "Use of the Regions' Share of the Tobacco Excise",
)
UU_59_2024 = Instrument(
    "UU 59/2024",
    "Rencana Pembangunan Jangka Panjang Nasional Tahun 2025-2045",
    "National Long-Term Development Plan 2025-2045",
    date(2024, 9, 13),
)
RPJMN_2025 = Instrument(
    "RPJMN 2025-2029",
    "Rencana Pembangunan Jangka Menengah Nasional Tahun 2025-2029",
    "National Medium-Term Development Plan 2025-2029",
)
RKP_2026 = Instrument("RKP 2026", "Rencana Kerja Pemerintah Tahun 2026", "Government Work Plan 2026")

ALL = (PMK_215_2021, PMK_72_2024, UU_59_2024, RPJMN_2025, RKP_2026)
