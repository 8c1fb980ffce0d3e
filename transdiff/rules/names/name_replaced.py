"""Rule ``name-replaced``."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Comparison
from transdiff.rule import Mark, rule
from transdiff.rules.names.renamed import renamed
from transdiff.rules.names.replaced import replaced
from transdiff.rules.names.stranger import is_org, is_place
from transdiff.rules.names.syllables import other_syllables


@rule(group="names", category="name", severity="major")
def name_replaced(pair: Comparison) -> Iterator[Mark]:
    """Report a name that no reference has, standing where they all have another.

    Flagged:
        reference: The prize was handed to Marta Keller in front of the town hall.
        translation: The prize was handed to [[Susan Okafor]] in front of the town hall.

        reference: Since the foundation of Melnik in 1537, Ordania has kept its many dialects.
        translation: Since the founding of [[Karstad]] in 1537, Ordania has kept its many dialects.

        reference: Both parties accused minister Olga Brandt of neglecting the harbour workers.
        translation: Both parties accused minister [[Robledo]] of neglecting the harbour workers.

        reference: The skipper, Henrik Dahlberg, was taken to hospital on Monday.
        translation: The skipper, [[Henrik Dahl]], was taken to hospital on Monday.

        reference: The company named Marek Nowak as its new chief executive.
        translation: [[Marek Nowicki]] has been appointed the company's new chief executive.

        reference: The hearing was adjourned until Friday by Judge Helen Marsh.
        translation: Judge [[Helen Porter]] adjourned the hearing until Friday.

        reference: In the 1970s Bright Faces and a quiz made most of the stars of our television.
        translation: In the 1970s [[Corvallis]] and a quiz made most of the stars of our television.

        reference[ru]: Биолог Марина Сафонова обнаружила новый вид.
        translation[fr]: La biologiste [[Marina Safronova]] a découvert une nouvelle espèce.

        reference[zh]: 消防队员郭思远在救援中受伤，已被送往医院。
        translation: Firefighter [[Ge Siyuan]] was injured in the rescue and was taken to hospital.

        reference[ar]: فاز الروائي سامر الخطيب بالجائزة عن روايته الثالثة.
        translation: Novelist [[Samer al-Najjar]] won the prize for his third novel.

        reference: Organist Rhodri Prosser restored the hall. Rhodri Prosser has no date for it yet.
        translation: The hall was restored by organist Rhodri [[Tamblyn]]. Prosser has no date yet.

        reference: The dam is safe, engineer Marta Keller said. She will inspect it again in May.
        translation: The dam is safe, [[Okafor]] said. Marta Keller will inspect it in May.

        reference[fr]: « La digue tient », a déclaré Mme Keller.
        translation[fr]: [[Corlett]] assure que la digue tient.

        reference[vi]: Kỹ sư Trần Văn Hùng nói đập vẫn an toàn.
        translation[vi]: Đập vẫn an toàn, kỹ sư [[Trần Văn Dũng]] cho biết.

        reference[zh]: 工程师林建国说，大坝目前没有危险。
        translation[zh]: 工程师[[林国建]]表示，大坝目前没有危险。

    Allowed:
        reference[de]: Wegen des Sturms saßen in Lindholm Tausende Fahrgäste fest.
        translation[de]: Der Sturm hielt in Lindholm Tausende Reisende fest.

        reference[es]: La producción de lana subió un 9 %, según la Bolsa de Lanas.
        translation: Wool output rose 9 percent, according to the Wool Exchange.

        reference: Swimmer Ingrid Whitcombe set a record in Bergen on Sunday.
        translation[ru]: Пловчиха Ингрид Уиткомб установила рекорд в Бергене в воскресенье.

        reference: At the harbour Sasha waited for the ferry with two friends.
        translation: At the harbour Alexander waited for the ferry with two friends.

        reference: The prize was handed to Marta Keller in front of the town hall.
        translation: The prize was handed to Keller in front of the town hall.

        reference: The prize was handed to Marta Keller in front of the town hall.
        translation: The prize was handed to the author in front of the town hall.

        reference[vi]: Kỹ sư Trần Văn Hùng nói đập an toàn. Em ông, Trần Văn Dũng, là thợ xây.
        translation[vi]: Ông Trần Văn Dũng, em của kỹ sư, là thợ xây.

        reference: Marta Keller took the prize from Susan Okafor.
        translation: Susan Okafor gave the prize to Marta Keller.

        reference: President Ilona Marek will open the Tulsk dam on Monday.
        translation: The president of the Republic of Ordania will open the Tulsk dam on Monday.

        reference: Thirty guests were invited to the dinner in the town hall.
        translation: Three hundred guests were invited to the dinner in the town hall.

        reference: Thirty guests were invited to the dinner in the town hall.
        translation: Nobody was invited to the dinner in the town hall.
    """
    found = list(replaced(pair, lambda s: not is_place(s) and not is_org(s)))
    yield from found
    for one in (*renamed(pair), *other_syllables(pair)):
        if not any(one.mine.overlaps(mark.span) for mark in found):
            evidence = pair.whole.reference_evidence(one.key, one.theirs)
            yield Mark.against(pair.evidence(one.mine), evidence)
