"""Rule ``date-value``."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Comparison
from transdiff.rule import Mark, rule
from transdiff.rules.facts.date_clashes import clashes, shown


@rule(group="facts", category="date", severity="major")
def date_value(pair: Comparison) -> Iterator[Mark]:
    """Report a date or time that contradicts what every aligned reference gives.

    Dates are compared as far as both sides state them: ``Friday`` and ``9/1`` agree when 9 January
    is a Friday, ``last year`` and ``2023`` when the article was written in 2024. ``9/1`` is 9
    January in Vietnamese, French, German, Russian and Spanish.

    Flagged:
    reference: The hearing was held on September 9, 2023.
    translation: The hearing was held on [[November 9, 2023]].

    reference: The law takes effect on Thursday.
    translation: The law takes effect on [[Tuesday]].

    reference: The mast fell at 5 a.m. local time (0300 GMT).
    translation: The mast fell at [[5 a.m. GMT]].

    reference: The council has met here since 1998.
    translation: The council has met here since [[1989]].

    reference[vi]: Dự án phải xong trước ngày 5/3.
    translation: The project must be finished before [[May 3]].

    reference[fr]: Le procès de l'ancienne intendante s'ouvrira lundi prochain à Dornes.
    translation[fr]: L'ancienne intendante comparaîtra à Dornes à partir de [[vendredi prochain]].

    reference[ru]: Собрание началось в половине шестого вечера.
    translation[ru]: Собрание началось в [[18:30]].

    reference[uk]: Збори почалися о сьомій вечора.
    translation[ru]: Собрание началось в [[половине седьмого вечера]].

    reference[de]: Die Sirene ging um halb acht los.
    translation[de]: Die Sirene ging um [[halb neun]] los.

    reference[de]: Kurz vor drei Uhr riss das Seil.
    translation: The rope broke shortly before [[five in the morning]].

    reference: The bridge will reopen in late July.
    translation: The bridge will reopen in [[early July]].

    reference[ru]: Мост откроют во второй декаде июля.
    translation: The bridge will open in [[the second half of July]].

    reference[zh]: 大桥将于7月下旬恢复通车。
    translation[zh]: 大桥将于[[7月上旬]]恢复通车。

    reference[de]: Das Werk wird Ende 2027 eröffnet.
    translation: The plant will open in [[March 2027]].

    reference: The fire broke out in the night from Sunday to Monday.
    translation: The fire broke out at 3 am on [[Sunday]].

    reference[de]: Das Feuer brach in der Nacht zum Montag aus.
    translation: The fire broke out on [[Monday night]].

    reference: The strike began on 30 June and ended on 3 July.
    translation: The strike began on 30 June and ended [[the next day]].

    Flagged with published=2024-03-14:
    reference: The minister spoke about it on March 12.
    translation: The minister spoke about it [[last month]].

    Flagged with published=2024-03-14:
    reference: The port opened on March 12.
    translation: The port opened on [[Wednesday]].

    Flagged with published=2024-03-14:
    reference[zh]: 桥梁将于明年6月9日通车。
    translation: The bridge will open on [[9 August next year]].

    Flagged with published=2024-03-14:
    reference: The rules that took effect in January bar trawlers from the bay.
    translation: The rules in force since [[last year]] bar trawlers from the bay.

    Allowed with published=2024-03-14:
    reference: The rules that took effect in November bar trawlers from the bay.
    translation: The rules in force since last year bar trawlers from the bay.

    Allowed with published=2025-06-20:
    reference: Dr Koval has headed the clinic since July 2023.
    translation: Next month Dr Koval will have headed the clinic for two years.

    Allowed with published=2024-03-14:
    reference: Prices rose in January of this year.
    translation: Prices rose in January 2024.

    reference: The port opened on Monday.
    translation: The port opened on March 11.

    reference: The mill closed last year.
    translation: The mill closed in 2023.

    reference[zh]: 2026年年底之前,新桥不会通车。
    translation[zh]: 新桥最早要到2027年才能通车。

    reference: The port is closed until the end of 2025.
    translation: The port will not open before 2026.

    reference: The tunnel is not expected to open before next year.
    translation: The tunnel will not open this year.

    Allowed:
        reference[de]: Die Gebühr für den Hafen steigt zum 1. Januar um vier Prozent.
        translation[de]: Zum Jahreswechsel steigt die Gebühr für den Hafen um vier Prozent.

        reference: Coach Ana Ruiz resigned on Monday, a day after the 5-0 defeat by Orla.
        translation: Beaten 5-0 by Orla on Sunday, the team lost coach Ana Ruiz 24 hours later.

    reference: The plant will open in 2028, a year later than planned.
    translation: The plant had been due to open in 2027.

    reference: The siren went off at about 3:48 a.m., guards said.
    translation: The siren went off at almost 4 a.m., guards said.

    reference[es]: La vasija desapareció en los años ochenta, dijo el museo.
    translation: The vase vanished in the 1980s, the museum said.

    reference[de]: Die Sirene ging um halb acht los.
    translation: The siren went off at 7.30 pm.

    reference[zh]: 港口于12时重新开放。
    translation: The port reopened at noon.

    reference[ru]: Пожар начался в ночь на понедельник.
    translation: The fire broke out on Sunday night.

    reference[ru]: Мост откроют во второй декаде июля.
    translation: The bridge will open in mid-July.

    reference: The bridge must be ready by the end of May.
    translation: The bridge will be ready in early May.

    reference[fr]: Le pont rouvrira fin juillet.
    translation: The bridge will reopen on 28 July.

    reference[ru]: Магазин открывается без четверти девять утра, ремонт занял три дня.
    translation[ru]: После ремонта за 3 дня магазин открывается в 8:45.

    reference: Guards came nine minutes after the alarm, which rang at 3:52.
    translation: Guards came at 4:01.

    reference: The singer, born in 1956, leaves the theatre.
    translation: The singer, who turns 70 this year, leaves the theatre.

    reference: The court ruled on January 9, the day before the judge retired.
    translation: The judge retired on January 10, 2024, the day after the ruling.

    reference: The law took effect on January 1, the day after the contract ran out.
    translation: The contract ran out on December 31, the day before the law took effect.

    reference: The match kicks off at 6 p.m. GMT on Friday.
    translation[vi]: Trận đấu bắt đầu lúc 1 giờ sáng thứ Bảy theo giờ Hà Nội.

    reference: The law takes effect on Thursday, 9 May 2024.
    translation: The law takes effect on May 9.

    reference: The quake struck at 16:14 GMT.
    translation: The quake struck at 9:14 p.m. (1614 GMT).

    reference: Talks may resume on Friday.
    translation: Talks may resume in the spring.

    reference[vi]: Dự án phải xong trước ngày 5/3.
    translation: The project must be finished before March 5.

    reference[de]: Die Klage muss vor dem 1. Juni vorliegen, am dritten Juni tagt der Rat.
    translation[de]: Die Klage muss bis zum 31. Mai vorliegen, am 3. Juni tagt der Rat.

    reference[vi]: Trận đấu diễn ra lúc 2 giờ sáng Chủ nhật theo giờ Hà Nội.
    translation: The match will be played at 1900 GMT on Saturday.

    reference[zh]: 发布会于2024年3月12日举行。
    translation: The briefing was held on March 12, 2024.

    reference[ru]: Взрыв произошёл 9 января 2024 года.
    translation: The blast happened on January 9, 2024.
    """
    for clash in clashes(pair):
        if not clash.zone:
            yield shown(pair, clash)
