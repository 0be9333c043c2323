"""Open questions of law on heirs."""

from __future__ import annotations

from ._citations import Grade
from ._readings import Option, Reading
from .instruments import PP_44_2015, PP_46_2015

INNER_ORDER_OF_HEIRS = Reading(
    "inner_order_of_heirs",
    "Do parents, grandchildren and grandparents inherit together or one after the other?",
    "Apakah orang tua, cucu, dan kakek atau nenek menerima bersama atau berurutan?",
    (
        Option(
            "one_by_one_in_jht",
            "Together in JKK and JKM; in JHT parents first, then grandchildren, then grandparents.",
            "Bersama dalam JKK dan JKM; dalam JHT orang tua, lalu cucu, lalu kakek atau nenek.",
            Grade.B,
            "PP 44/2015 and PP 46/2015 give no order inside the rank; for JHT Permenaker 4/2022 art. 16(3) does, as "
            "two or more secondary sources tell.",
        ),
        Option(
            "together",
            "Together in every programme.",
            "Bersama dalam semua program.",
            Grade.A,
            "By silence: the regulations rank the straight line as one.",
        ),
        Option(
            "one_by_one",
            "One after the other in every programme.",
            "Berurutan dalam semua program.",
            Grade.C,
            "A knowledge sheet of the agency on JKM, in the order of UU 3/1992 art. 13 and PP 53/2012.",
        ),
    ),
    (PP_44_2015.at("40(2)b"), PP_44_2015.at("37(5)b"), PP_46_2015.at("23(3)a")),
)

SHARES_OF_HEIRS = Reading(
    "shares_of_heirs",
    "How do several heirs of one rank share?",
    "Bagaimana pembagian di antara beberapa ahli waris dalam satu urutan?",
    (
        Option(
            "not_said",
            "The regulation does not say: the sum is theirs together.",
            "Tidak diatur: manfaat untuk mereka bersama.",
            Grade.M,
            "By silence; in practice one payee for each claim is remembered.",
        ),
        Option("equal", "In equal parts.", "Dengan bagian yang sama.", Grade.M, "No source."),
    ),
    (PP_44_2015.at("40(2)a"), PP_44_2015.at("37(5)a"), PP_46_2015.at("23(2)")),
)

ALL = (INNER_ORDER_OF_HEIRS, SHARES_OF_HEIRS)
