"""Open questions of law on JHT savings: how returns accrue, when leavers are paid, what counts as membership."""

from __future__ import annotations

from ._citations import Grade
from ._readings import Option, Reading
from .instruments import PERBPJS_4_2015, PERMENAKER_4_2022, PERMENAKER_19_2015, PP_46_2015, PP_60_2015

RETURN_STARTS = Reading(
    "return_starts",
    "From when does a JHT contribution earn within its year?",
    "Sejak kapan iuran JHT memperoleh hasil pengembangan dalam tahun berjalan?",
    (
        Option(
            "month_paid",
            "By months, the month of payment included; paid without a known day: the contribution month.",
            "Per bulan, termasuk bulan pembayaran; bila tanggal bayar tidak diketahui: bulan iurannya.",
            Grade.B,
            "Reproduces the agency's simulator in JMO to the rupiah (detik 2024-09-14). The rule itself stands in "
            "PerBPJS 4/2015, which was not read.",
        ),
        Option(
            "month_due",
            "By months, the month of payment included; paid without a known day: the month in which it was due.",
            "Per bulan, termasuk bulan pembayaran; bila tanggal bayar tidak diketahui: bulan jatuh temponya.",
            Grade.M,
            "By reading: contributions fall due on the 15th of the month after.",
        ),
        Option(
            "day_paid",
            "By days, from the day of payment; paid without a known day: the first of the contribution month.",
            "Per hari, sejak tanggal bayar; bila tidak diketahui: tanggal 1 bulan iurannya.",
            Grade.M,
            "No source; differs from the months by less than 0.2 % of a balance.",
        ),
    ),
    (PP_46_2015.at("27(4)"), PERBPJS_4_2015.at("whole", Grade.M, "not read")),
)

RETURN_ENDS = Reading(
    "return_ends",
    "Up to which month does a balance earn that is paid out within the year?",
    "Sampai bulan mana saldo yang dibayarkan dalam tahun berjalan memperoleh hasil pengembangan?",
    (
        Option(
            "month_before",
            "Up to the month before.",
            "Sampai bulan sebelumnya.",
            Grade.M,
            "By reading: the return is fixed from the monthly report of the month before (art. 27(2)).",
        ),
        Option("that_month", "The month of payout included.", "Termasuk bulan pembayaran.", Grade.M, "No source."),
    ),
    (PP_46_2015.at("27(2)"),),
)

SAVINGS_ROUNDING = Reading(
    "savings_rounding",
    "How does a JHT balance become whole rupiah?",
    "Bagaimana saldo JHT dibulatkan ke rupiah penuh?",
    (
        Option(
            "down",
            "Down, once, when it is shown or paid; fractions of a rupiah are carried on.",
            "Ke bawah, satu kali, saat ditampilkan atau dibayar; pecahan rupiah tetap dibawa.",
            Grade.B,
            "Reproduces the agency's simulator in JMO (detik 2024-09-14): 19,409,470.47 is shown as 19,409,470.",
        ),
        Option("half_up", "To the nearest rupiah, once.", "Ke rupiah terdekat, satu kali.", Grade.M, "No source."),
        Option(
            "yearly_down",
            "Down at the end of every year, and carried on so.",
            "Ke bawah pada akhir setiap tahun, dan dibawa demikian.",
            Grade.M,
            "No source; an account kept in whole rupiah would do it.",
        ),
    ),
    (PP_46_2015.at("22(2)"), PP_46_2015.at("27")),
)

LEAVERS_IN_AUGUST_2015 = Reading(
    "leavers_in_august_2015",
    "Could who left work draw JHT between 12 and 31 August 2015?",
    "Apakah peserta yang berhenti bekerja dapat mencairkan JHT antara 12 dan 31 Agustus 2015?",
    (
        Option(
            "from_september",
            "No: the rule of 56 was gone, the minister's rule applied from September.",
            "Tidak: ketentuan usia 56 telah dihapus, peraturan menteri diterapkan sejak September.",
            Grade.B,
            "Practice told by the press of 2015.",
        ),
        Option(
            "at_once",
            "Yes, as from September.",
            "Ya, seperti sejak September.",
            Grade.M,
            "By reading: PP 60/2015 was in force on 12 August and left the conditions to the minister.",
        ),
    ),
    (PP_60_2015.at("26(5)"), PERMENAKER_19_2015.at("whole", Grade.B, "press of 2015")),
)

WAIT_AT_CONTRACT_END = Reading(
    "wait_at_contract_end",
    "Is there a waiting month when a contract runs out or self-employed work ends?",
    "Apakah ada masa tunggu satu bulan saat PKWT berakhir atau peserta BPU berhenti?",
    (
        Option(
            "none",
            "None since 26 April 2022.",
            "Tidak ada sejak 26 April 2022.",
            Grade.B,
            "Summaries of Permenaker 4/2022 name one for resignation and dismissal alone; its art. 7 was not read.",
        ),
        Option(
            "one_month", "One month, as after a dismissal.", "Satu bulan, seperti setelah PHK.", Grade.M, "No source."
        ),
    ),
    (PERMENAKER_4_2022.at("6(2)", Grade.B, "summaries of the regulation"),),
)

MEMBERSHIP_YEARS = Reading(
    "membership_years",
    "How are the ten years of membership counted for taking a part of JHT?",
    "Bagaimana masa kepesertaan sepuluh tahun dihitung untuk pengambilan sebagian JHT?",
    (
        Option(
            "together",
            "All memberships together, without the gaps between them.",
            "Seluruh kepesertaan digabung, tanpa masa kosong di antaranya.",
            Grade.C,
            "An officer of the agency, TopCareer 2022-03-09: over all employers together.",
        ),
        Option(
            "since_first",
            "From the first registration on, gaps included.",
            "Sejak pendaftaran pertama, termasuk masa kosong.",
            Grade.A,
            "By silence: no article of PP 46/2015 ends a membership.",
        ),
        Option("longest", "The longest membership alone.", "Hanya kepesertaan terlama.", Grade.M, "No source."),
    ),
    (PP_46_2015.at("22(4)"),),
)

PARTIAL_OF_LEAVERS = Reading(
    "partial_of_leavers",
    "May somebody who left work take a part of JHT?",
    "Apakah peserta yang sudah berhenti bekerja dapat mengambil sebagian JHT?",
    (
        Option(
            "yes",
            "Yes.",
            "Ya.",
            Grade.B,
            "By silence of art. 22(4)-(6); the list of papers of 2022 takes a certificate of work or of leaving.",
        ),
        Option("no", "No, active workers alone.", "Tidak, hanya pekerja aktif.", Grade.B, "Press of 2015."),
    ),
    (PP_46_2015.at("22(4)-(6)"),),
)

ALL = (
    RETURN_STARTS,
    RETURN_ENDS,
    SAVINGS_ROUNDING,
    LEAVERS_IN_AUGUST_2015,
    WAIT_AT_CONTRACT_END,
    MEMBERSHIP_YEARS,
    PARTIAL_OF_LEAVERS,
)
