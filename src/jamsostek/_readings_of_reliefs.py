"""Open questions of law on temporary reliefs."""

from __future__ import annotations

from ._citations import Grade
from ._readings import Option, Reading
from .instruments import PP_49_2020, PP_50_2025

COVID_RELIEF_OF_SELF_EMPLOYED = Reading(
    "covid_relief_of_self_employed",
    "Which self-employed did the relief of 2020 reach?",
    "Peserta bukan penerima upah mana yang mendapat keringanan 2020?",
    (
        Option(
            "all",
            "All who pay by the income table.",
            "Semua yang membayar menurut tabel penghasilan.",
            Grade.C,
            "The ministry's clippings of 10 September 2020 give Rp68, and speak of certain (tertentu) self-employed.",
        ),
        Option(
            "own_account",
            "Own-account workers only, not those who employ others.",
            "Hanya pekerja mandiri, bukan pemberi kerja.",
            Grade.M,
            "The ministry speaks of certain self-employed participants; which, is not told.",
        ),
    ),
    (PP_49_2020.at("9", Grade.C, "press clippings of September 2020"),),
)

RELIEF_OF_EMPLOYERS_2026 = Reading(
    "relief_of_employers_2026",
    "Does the relief of 2026 reach the self-employed who employ others?",
    "Apakah keringanan 2026 mencakup peserta yang mempekerjakan orang lain?",
    (
        Option(
            "not_named",
            "No: art. 3(4) names workers outside an employment relation and independent workers.",
            "Tidak: Pasal 3 ayat (4) menyebut pekerja di luar hubungan kerja dan pekerja mandiri.",
            Grade.A,
            "By reading: PP 50/2025 art. 3(4) against PP 44/2015 art. 5(3)a.",
        ),
        Option(
            "covered",
            "Yes: all who pay by the income table.",
            "Ya: semua yang membayar menurut tabel.",
            Grade.M,
            "None.",
        ),
    ),
    (PP_50_2025.at("3(4)"),),
)

VILLAGE_BUDGET = Reading(
    "village_budget",
    "Does a village budget count as regional budget, which shuts the relief of 2026 out?",
    "Apakah APB Desa termasuk APBD, yang menutup keringanan 2026?",
    (
        Option(
            "does_not_count",
            "No, by silence: PP 50/2025 art. 3(5) names the state and the regional budget, not the village's.",
            "Tidak, karena tidak disebut: Pasal 3 ayat (5) menyebut APBN dan APBD, bukan APB Desa.",
            Grade.M,
            "By silence: PP 50/2025 art. 3(5); nobody was found who says so.",
        ),
        Option(
            "counts",
            "Yes: it is public money.",
            "Ya: uang publik.",
            Grade.M,
            "No source.",
        ),
    ),
    (PP_50_2025.at("3(5)"),),
)
