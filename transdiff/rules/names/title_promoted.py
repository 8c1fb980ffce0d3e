"""Rule ``title-promoted``."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Comparison
from transdiff.rule import Mark, rule
from transdiff.rules.names.ranks import marks


@rule(group="names", category="title", severity="major")
def title_promoted(pair: Comparison) -> Iterator[Mark]:
    """Report an office that stands higher than the one every reference gives.

    A deputy, an acting or a co-holder, a state secretary, a spokesperson or who heads a department
    is not the principal.
    Critical where someone becomes a head of state or of government. A vice minister is a deputy
    minister, a premier a prime minister, a Kremlin spokesman a presidential one; no rank at all
    at later mentions is right.

    Flagged:
        reference: Deputy Energy Minister Pavel Arnaut opened the terminal.
        translation: [[Energy Minister]] Pavel Arnaut opened the terminal.

        reference: Acting governor Lena Brandt signed the decree.
        translation: The decree was signed by [[governor]] Lena Brandt.

        reference[ru]: Заместитель мэра Олег Дроздов открыл мост.
        translation: [[Mayor]] Oleg Drozdov opened the bridge.

        reference[vi]: Thứ trưởng Bộ Y tế Trần Văn Hậu phát biểu tại hội nghị.
        translation[vi]: [[Bộ trưởng Bộ Y tế]] Trần Văn Hậu phát biểu tại hội nghị.

        reference[de]: Staatssekretärin Ute Marwitz stellte den Plan vor.
        translation[de]: [[Ministerin]] Ute Marwitz stellte den Plan vor.

        reference[es]: El ministerio convocó al encargado de negocios de Ordania.
        translation[es]: El ministerio convocó al [[embajador]] de Ordania.

        reference[ru]: Плотина цела, сообщил и. о. главы Водного агентства Павел Громов.
        translation: The dam is intact, said Pavel Gromov, [[head]] of the Water Agency.

        reference: Princess Amalie of Ostravia opened the library.
        translation: [[Crown Princess]] Amalie of Ostravia opened the library.

        reference: Deputy Prime Minister Ana Costa resigned.
        translation: [[Prime Minister]] Ana Costa resigned.

        reference: "We have waited since June," said Lena Voss, deputy leader of the Dockers' Union.
        translation: "We have waited since June," said Lena Voss, [[who leads]] the Dockers' Union.

        reference: Mark Ellis, the bank's senior director for compliance, stopped the transfers.
        translation: Mark Ellis, the bank's [[chief executive]], stopped the transfers.

        reference[ru]: Директор по безопасности завода Олег Титов закрыл цех.
        translation: The plant's [[managing director]], Oleg Titov, closed the workshop.

        reference: Chile's deputy foreign minister met the foreign minister of Peru in Lima.
        translation: Chile's [[foreign minister]] met the foreign minister of Peru in Lima.

        reference: Gen. Idris Mahamat, second-in-command of the force, spoke on Monday.
        translation: Gen. Idris Mahamat, [[commander]] of the force, spoke on Monday.

        reference: The ambassador's spokeswoman confirmed two visits to the hiker in prison.
        translation: The [[ambassador]] confirmed two visits to the hiker in prison.

        reference: The rock is stable, deputy prosecutor Lena Voss told the court.
        translation: The rock is stable, [[chief prosecutor]] Lena Voss told the court.

        reference: The plan was drawn up by the state secretary for maritime affairs, Tom Berg.
        translation: The plan was drawn up by the [[minister]] for maritime affairs, Tom Berg.

        reference: Ana Ruiz, the health ministry's director of vaccines, ordered the recall.
        translation: [[Health Minister]] Ana Ruiz ordered the recall.

        reference: Ana Ruiz, Corvia's head of maintenance, said the pumps were old.
        translation: Corvia [[head]] Ana Ruiz said the pumps were old.

        reference: Kotor's deputy mayor, Marko Jovic, opened the pier.
        translation: Kotor [[mayor]] Marko Jović opened the pier.

        reference[ru]: Бывшего проректора Горной академии Олега Сомова отпустили под залог.
        translation: Oleg Somov, the [[former rector]] of the Mining Academy, was released on bail.

        reference[fr]: La ligne rouvre, a promis le directeur de cabinet du ministre, Alain Besson.
        translation[fr]: La ligne rouvre, a promis le [[ministre]], Alain Besson.

        reference[zh]: 论文作者、海洋研究所副研究员林海燕说，样本来自深海。
        translation[zh]: 论文作者、海洋研究所[[所长]]林海燕表示，样本来自深海。

        reference[ru]: Учения прошли, сообщил замкомандующего Южной эскадрой адмирал Иван Гордин.
        translation: The drill is over, said Admiral Ivan Gordin, the squadron's [[commander]].

        reference: Prosecutor Helen Marsh said the thief had no helpers.
        translation: [[Police chief]] Helen Marsh said the thief had no helpers.

        reference: Vice consul Marta Lind visited the detained hiker.
        translation: [[Consul]] Marta Lind visited the detained hiker.

        reference: Deputy Forestry and Mines Minister Rosa Vidal opened the terminal.
        translation: Forestry and Mines [[Minister]] Rosa Vidal opened the terminal.

    Allowed:
        reference: Interim coach Petra Novak left out her captain.
        translation: Petra Novak, who is standing in as coach, left out her captain.

        reference: Kotor's deputy mayor, Marko Jovic, opened the pier.
        translation: Marko Jović, deputy mayor of Kotor, opened the pier.

        reference: Ana Ruiz, Corvia's head of maintenance, said the pumps were old.
        translation: Ana Ruiz, who is in charge of maintenance at Corvia, said the pumps were old.

        reference: Laura Stein, head of communications at the airline, apologised.
        translation: The airline's press chief, Laura Stein, apologised.

        reference: Ana Ruiz, managing director of the charity, bought the tents.
        translation: The tents were bought by Ana Ruiz, who heads the charity.

        reference[ar]: وقال العميد سامر الحلبي نائب مدير الدفاع المدني إن الحريق أخمد.
        translation: The fire is out, said its deputy director, Brigadier General Samer al-Halabi.

        reference[vi]: Thứ trưởng Bộ Công Thương Lê Văn An khai mạc hội chợ.
        translation: Deputy trade and industry minister Le Van An opened the fair.

        reference: Deputy Energy Minister Pavel Arnaut opened the terminal.
        translation: Vice-Minister of Energy Pavel Arnaut opened the terminal.

        reference: Deputy Energy Minister Pavel Arnaut opened the terminal.
        translation: Arnaut opened the terminal.

        reference: Russian Presidential Spokesman Dmitry Zorin declined to comment.
        translation: Kremlin spokesman Dmitry Zorin declined to comment.

        reference: Premier Ivo Tanev met the deputy foreign minister.
        translation: Prime Minister Ivo Tanev met the deputy foreign minister.

        reference: Deputy Energy Minister Pavel Arnaut met Energy Minister Rosa Vidal.
        translation: Energy Minister Rosa Vidal met her deputy.

        reference[ru]: Учения прошли, сообщил замкомандующего Южной эскадрой адмирал Иван Гордин.
        translation: Admiral Ivan Gordin, the squadron's second-in-command, said it was over.

        reference[zh]: 外交部副部长孙立民会见了代表团。
        translation: Deputy Foreign Minister Sun Limin received the delegation.
    """
    yield from marks(pair, "promoted")
