"""Open questions of law on the tax on what JHT and JP pay at once."""

from __future__ import annotations

from ._citations import Flag, Grade
from ._readings import Option, Reading
from .instruments import PP_68_2009, UU_7_1983, UU_7_2021, UU_36_2008

TAX_ON_JP_LUMP_SUM = Reading(
    "tax_on_jp_lump_sum",
    "How is a lump sum of JP taxed?",
    "Bagaimana pajak atas manfaat JP yang dibayarkan sekaligus?",
    (
        Option(
            "as_jht",
            "As JHT: 0 % and 5 %, final.",
            "Seperti JHT: 0 % dan 5 %, final.",
            Grade.M,
            "By reading: PP 68/2009 art. 1(7) goes by payer and manner of payment, not programme; practice remembered.",
        ),
        Option(
            "progressive",
            "By the scale of art. 17, not final: no text names it.",
            "Tarif Pasal 17, tidak final: tidak ada teks yang menyebutnya.",
            Grade.M,
            "By reading: JP did not exist when PP 68/2009 was made, and its art. 1(5) names other pension funds.",
        ),
    ),
    (PP_68_2009.at("1"),),
)

PARTIAL_PAYOUT_AND_WINDOW = Reading(
    "partial_payout_and_window",
    "Is a partial payout of JHT (10 % or 30 %) a part of one sum with the later full payout?",
    "Apakah pengambilan sebagian JHT (10 % atau 30 %) satu kesatuan dengan pembayaran penuh kemudian?",
    (
        Option(
            "one_sum",
            "Yes: it opens the two calendar years, also where its own tax is 0.",
            "Ya: pengambilan sebagian membuka jangka dua tahun kalender, juga bila pajaknya nihil.",
            Grade.B,
            "Practice: the agency's page in the press (2022-02-08), TopCareer (2022-03-09), Radar Semarang (2016).",
        ),
        Option(
            "sums_of_their_own",
            "No: each is a sum of its own.",
            "Tidak: masing-masing berdiri sendiri.",
            Grade.M,
            "By reading: the elucidation has in mind a sum that should be paid at once, but is paid in parts.",
        ),
    ),
    (PP_68_2009.at("2(2)"), PP_68_2009.at("elucidation 2(2)"), PP_68_2009.at("6(1)")),
)

SEVERAL_ACCOUNTS_IN_TAX = Reading(
    "several_accounts_in_tax",
    "Are payouts from several JHT accounts of one person added up for the tax?",
    "Apakah pembayaran dari beberapa kartu peserta (KPJ) orang yang sama digabung untuk pajaknya?",
    (
        Option(
            "each_account",
            "No: each account is a sum of its own.",
            "Tidak: setiap kepesertaan berdiri sendiri.",
            Grade.M,
            "By reading: the unit is the sum that should be paid at once; practice is not known.",
        ),
        Option(
            "together",
            "Yes: they are one income of one person.",
            "Ya: satu penghasilan bagi satu orang.",
            Grade.M,
            "By reading: art. 2(2) speaks of the income, not of accounts; practice is not known.",
        ),
    ),
    (PP_68_2009.at("2(2)"),),
)

PROGRESSIVE_SCALE = Reading(
    "progressive_scale",
    "Which slices of art. 17 does a payout of the third year take?",
    "Lapisan Pasal 17 yang mana berlaku bagi pembayaran pada tahun ketiga?",
    (
        Option(
            "of_the_year",
            "Those in force in the year of payment.",
            "Yang berlaku pada tahun pembayaran.",
            Grade.A,
            "UU 7/2021 put another art. 17 in the place of the old one.",
        ),
        Option(
            "of_2008",
            "Those of UU 36/2008, for ever.",
            "Yang dari UU 36/2008, seterusnya.",
            Grade.A,
            "PP 68/2009 art. 1(1) by its words: the income tax law as last amended by UU 36/2008; a table quoted from "
            "the agency's page in February 2022 still had them.",
        ),
    ),
    (PP_68_2009.at("1"), UU_36_2008.at("17(1)a"), UU_7_2021.at("17(1)a")),
)

THOUSANDS_IN_THE_THIRD_YEAR = Reading(
    "thousands_in_the_third_year",
    "Is a payout of the third year rounded down to full thousands before the rates apply?",
    "Apakah pembayaran pada tahun ketiga dibulatkan ke bawah dalam ribuan rupiah sebelum tarif diterapkan?",
    (
        Option(
            "gross",
            "No: the rates apply to the gross sum.",
            "Tidak: tarif diterapkan atas jumlah bruto.",
            Grade.A,
            "PP 68/2009 art. 6(1) by its words.",
        ),
        Option(
            "thousands",
            "Yes, as any taxable income.",
            "Ya, seperti penghasilan kena pajak lainnya.",
            Grade.A,
            "Art. 17(4) of the income tax law, for any use of the rates of para 1.",
        ),
    ),
    (PP_68_2009.at("6(1)"), UU_36_2008.at("17(4)")),
)

TAX_ROUNDING = Reading(
    "tax_rounding",
    "How does a tax become whole rupiah?",
    "Bagaimana pajak dibulatkan ke rupiah penuh?",
    (
        Option(
            "half_up",
            "To the nearest rupiah, halves up; the parts of one sum together.",
            "Ke rupiah terdekat, setengah ke atas; bagian-bagian satu jumlah bersama-sama.",
            Grade.M,
            "Library convention: no text has a rule.",
        ),
        Option("down", "Down to the full rupiah.", "Ke bawah ke rupiah penuh.", Grade.M, "No source."),
        Option("up", "Up to the full rupiah.", "Ke atas ke rupiah penuh.", Grade.M, "No source."),
    ),
    (PP_68_2009.at("whole"), UU_7_1983.at("17", Grade.A, "", Flag.READING)),
)

ALL = (
    TAX_ON_JP_LUMP_SUM,
    PARTIAL_PAYOUT_AND_WINDOW,
    SEVERAL_ACCOUNTS_IN_TAX,
    PROGRESSIVE_SCALE,
    THOUSANDS_IN_THE_THIRD_YEAR,
    TAX_ROUNDING,
)
