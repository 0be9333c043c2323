"""Open questions of law on the capacity in which people take part who are neither plain employees nor on their own."""

from __future__ import annotations

from ._citations import Grade
from ._more_instruments import INPRES_2_2021, PERMENDAGRI_20_2018, UU_11_2022
from ._readings import Option, Reading
from .instruments import PP_44_2015, PP_49_2023

_STATE_EN = "As staff of a state body who are no civil servants."
_STATE_ID = "Sebagai pegawai non-ASN pada penyelenggara negara."
_SELF_EN, _SELF_ID = "As self-employed.", "Sebagai peserta bukan penerima upah."

ROLE_OF_ELECTION_OFFICERS = Reading(
    "role_of_election_officers",
    "In which capacity do the officers of an election (KPPS, PPS, PPK and supervisors) take part?",
    "Sebagai peserta apa badan ad hoc penyelenggara pemilu (KPPS, PPS, PPK, dan pengawas) ikut serta?",
    (
        Option(
            "state_staff",
            _STATE_EN,
            _STATE_ID,
            Grade.C,
            "Kabar Madura, 2023-12-06: Rp11,500 a month each, which is 0.24 % and 0.30 % of the minimum wage there; "
            "PP 44/2015 art. 2(3) as of PP 49/2023 takes in all who work for the state and have no other scheme.",
        ),
        Option("self_employed", _SELF_EN, _SELF_ID, Grade.M, "No source; they work for some months and for a fee."),
    ),
    (PP_49_2023.at("2(3)"), INPRES_2_2021.at("whole", Grade.B)),
)

ROLE_OF_VILLAGE_OFFICERS = Reading(
    "role_of_village_officers",
    "In which capacity do the head and the officers of a village take part?",
    "Sebagai peserta apa kepala desa dan perangkat desa ikut serta?",
    (
        Option(
            "state_staff",
            _STATE_EN,
            _STATE_ID,
            Grade.C,
            "Jateng Pos, 2024-02-15: a village guard insured as a wage earner; Malang Voice on Permendagri 20/2018: "
            "paid out of the village budget, JKK, JKM and JHT.",
        ),
        Option("self_employed", _SELF_EN, _SELF_ID, Grade.M, "No source."),
    ),
    (PP_49_2023.at("2(3)"), PERMENDAGRI_20_2018.at("19(4)", Grade.C)),
)

ROLE_OF_ATHLETES = Reading(
    "role_of_athletes",
    "In which capacity do athletes without an employer take part?",
    "Sebagai peserta apa atlet tanpa pemberi kerja ikut serta?",
    (
        Option(
            "self_employed",
            _SELF_EN,
            _SELF_ID,
            Grade.B,
            "Koran Bernas, 2023-07-28, and Disway, February 2026: Rp16,800 a month; Antara, 2022-11-02, names it.",
        ),
        Option(
            "trainee",
            "As people without a wage, like interns.",
            "Sebagai peserta yang tidak menerima upah, seperti peserta magang.",
            Grade.B,
            "Slides of the ministry of November 2021 on Permenaker 5/2021: education of interests and talents.",
        ),
    ),
    (UU_11_2022.at("100", Grade.C), PP_44_2015.at("5(3)")),
)

ALL = (ROLE_OF_ELECTION_OFFICERS, ROLE_OF_VILLAGE_OFFICERS, ROLE_OF_ATHLETES)
