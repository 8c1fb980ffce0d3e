"""Rule ``scale-word``."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Comparison
from transdiff.rule import Mark, rule
from transdiff.rules.facts.figures import odds, shown


@rule(group="facts", category="scale", severity="critical")
def scale_word(pair: Comparison) -> Iterator[Mark]:
    """Report a figure whose scale word makes it thousands of times too large or too small.

    Scale words are false friends: German ``Billion``, Spanish ``billón`` and French ``billion``
    are 10¹², ``Milliarde``, ``миллиард``, ``tỷ`` are 10⁹, ``万`` is 10⁴ and ``亿`` is 10⁸.

    Flagged:
    reference: The pipeline will cost $38.4 billion, the ministry said.
    translation: The pipeline will cost [[$38.4 million]], the ministry said.

    reference: Thousands of families left the delta.
    translation: [[Hundreds]] of families left the delta.

    reference[de]: Das Loch im Etat beträgt 12,4 Milliarden Euro.
    translation: The hole in the budget is [[12.4 million euros]].

    reference[zh]: 该项目投资3.6亿元。
    translation: The project will cost [[3.6 billion yuan]].

    reference[vi]: Dự án có vốn 24.500 tỷ đồng.
    translation: The project has a capital of [[24.5 billion dong]].

    reference[es]: El plan costará 1,5 billones de pesos.
    translation: The plan will cost [[1.5 billion pesos]].

    reference[pt]: O consórcio assinou um contrato de 730 milhões de euros.
    translation: The consortium signed a [[730-billion-euro]] contract.

    Allowed:
    reference: The raid killed dozens of people at the market.
    translation[ar]: أسفر الهجوم عن مقتل عشرات الأشخاص في السوق.

    reference[pt]: O consórcio assinou um contrato de 730 milhões de euros.
    translation: The consortium signed a 730-million-euro contract.

    reference[de]: Das Loch im Etat beträgt 12,4 Milliarden Euro.
    translation: The hole in the budget is 12.4 billion euros.

    reference[es]: El plan costará 1,5 billones de pesos.
    translation: The plan will cost 1.5 trillion pesos.

    reference[zh]: 客流量达5480万人次。
    translation: Passenger traffic reached 54.8 million.

    reference: The loss came to 0.76 billion euros.
    translation: The loss came to 760 million euros.

    reference[vi]: Doanh thu đạt 1,2 nghìn tỷ đồng.
    translation: Revenue reached 1.2 trillion dong.

    Allowed:
        reference: Dozens hurt and thousands displaced as a dam bursts in Karvia
        translation: Thousands displaced as a dam bursts in Karvia
    """
    for verdict in odds(pair, "scale"):
        yield shown(pair, verdict)
