"""Rule ``number-value``."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Comparison
from transdiff.language.roundings import is_rounding
from transdiff.model import Severity
from transdiff.rule import Mark, rule
from transdiff.rules.facts.figures import gravity, odds, shown
from transdiff.rules.facts.number_slipped import is_slip


@rule(group="facts", category="number", severity="major")
def number_value(pair: Comparison, *, tolerance: float = 0.0) -> Iterator[Mark]:
    """Report a figure that every aligned reference gives otherwise.

    Digits and words, fractions, ranges, ages and ordinals are compared by value, so that
    ``twenty-seven`` is 27 and ``a fifth`` is 20 percent. A figure that a reference states rounded,
    converted or as figures to compute it from is supported. The finding is critical where the
    figure counts the dead, the hurt, weapons or votes. *tolerance* is the share by which values
    may differ. One that is only rounded without a word for it (*9,600* for 9,604) is minor.

    Flagged:
    reference: The harbour put off the regatta by 24 hours.
    translation: The harbour put off the regatta by [[a week]].

    reference: The mayor of Orth spoke. An audit showed that 214 guns had vanished from the armoury.
    translation: More than [[500]] rifles have vanished, said the mayor of Orth.

    reference: Witnesses heard three or four explosions near the depot.
    translation: Witnesses heard [[34]] explosions near the depot.

    reference: Exports of tea fell for the third month in a row.
    translation: Exports of tea fell for the [[second]] month in a row.

    reference: The depot costs the council 46 million euros a year.
    translation: The depot costs the council [[nine million euros a month]].

    reference[fr]: Deux douzaines de barques ont brûlé.
    translation: [[Twelve]] boats burned.

    reference: Two in five patients waited longer than six hours.
    translation: [[Three out of five]] patients had to wait more than six hours.

    reference: Lawmakers passed the bill by 311 to 204.
    translation: The bill was passed by lawmakers, [[311-240]].

    reference: It was the third rise in a row for the brewer.
    translation: The brewer's [[second]] straight rise came in May.

    reference: The winger was sent off in the 28th minute.
    translation: The winger was sent off after [[20 minutes]].

    reference: The ban was backed by 16 towns, and three stayed away.
    translation: [[Nineteen]] towns backed the ban, and three stayed away.

    reference: The accident killed 13 people, and dozens of hurt were taken to hospital.
    translation: In the accident [[32]] people died and dozens were hurt.

    reference: Prices rose 2.7% in July, and food became 4.8% dearer. The mint sees 2.6% and 2.1%.
    translation: Prices rose [[4.7%]] in July, food 4.8%. The mint sees 2.6% and 2.1%.

    reference: The theft took four minutes. Guards who came nine minutes later found nobody.
    translation: It took four minutes; guards who came [[four minutes]] later found nobody.

    reference: The list, with 382 people in all, came on Friday.
    translation: On Friday [[342]] names were published.

    reference[de]: Der Klub unterlag Essen mit 1:2.
    translation[de]: Der Klub verlor das Spiel gegen Essen [[1:3]].

    reference: The fire was fought by two planes and six helicopters.
    translation: The fire was fought by [[eight]] helicopters.

    reference: The plan was backed by 12 countries, two abstained.
    translation: [[Fourteen]] states backed the plan.

    reference: The prize fund is 600,000 euros, of which 60% goes to the winner.
    translation: The winner gets [[380,000 euros]] of the prize fund.

    reference: The strike could cost the port 2 million dollars a month.
    translation: The strike could cost the port [[42 million dollars]] over a year.

    reference: The shelter took in 280 dogs in June, twice as many as in May.
    translation: The shelter took in [[130]] dogs in May; a month later twice as many.

    reference: The yard had been warned three times since May, the divers' union said.
    translation: The yard had been warned [[twice]] since May, the divers' union said.

    reference: The crews are back on Friday after a 12-day strike; pay rises by 7%, the port says.
    translation: After an [[11-day]] strike the crews are back on Friday; pay rises by 7%.

    reference: A man aged 78 drowned on Friday; the lifeguard is 32 years old.
    translation: A man in his [[late sixties]] drowned on Friday; the lifeguard is in his thirties.

    reference: Of the 26 kiosks twelve will close in Lund, five in Orth and four in Kolm.
    translation: Twelve kiosks will close in Lund; the other [[ten]] are in Orth and Kolm.

    reference[ru]: Путь журавлей проходит в 3 км от плотины; 30 опор уже готовы.
    translation[ru]: Путь журавлей проходит в [[30 километрах]] от плотины; готовы 30 опор.

    reference: The app gathered data of users under 12 without consent of their parents.
    translation[es]: La app recogió datos de menores de [[15 años]] sin permiso de sus padres.

    reference[es]: Los solicitantes deberán acreditar dos años de estancia en el país.
    translation: Applicants must show that they have been in the country for [[a year]].

    reference[es]: Un policía ha muerto y otras doce personas han resultado heridas.
    translation[de]: [[Zwei]] Polizisten kamen ums Leben, ein Dutzend Menschen wurde verletzt.

    reference[ru]: По оценке врачей, этого груза хватит на пять дней.
    translation[ru]: Этого груза, по оценке врачей, хватит на [[полгода]].

    reference: The minister said one in six teenagers smoked regularly.
    translation[vi]: Bộ trưởng cho biết [[một trong năm]] thiếu niên hút thuốc thường xuyên.

    reference: Two divers were hurt when the crane fell.
    translation: [[One]] diver was hurt when the crane fell.

    Allowed:
    reference: Two divers were hurt, one of them badly.
    translation: One diver was badly hurt, a second slightly.

    reference: The harbour put off the regatta by 24 hours.
    translation: The harbour put off the regatta by a day.

    reference: The runner broke away with 5 kilometres to go.
    translation: The runner broke away at the 37-km mark.

    reference: Aas beat Berg 4-6, 3-6, 6-4, 6-3, 6-2.
    translation: Aas beat Berg in five after losing the first two sets.

    reference: The dollar fell to 0.92 euros on Monday.
    translation: The euro rose to 1.09 dollars on Monday.

    reference: The oldest of the climbers was 81 and the youngest 6.
    translation: The climbers were between six and 81 years old.

    reference: The ferry carried 84 passengers and six crew members.
    translation: There were 90 people on board the ferry.

    reference[de]: Kinder bis einschließlich 15 Jahren dürfen die Fähre gratis nutzen.
    translation[fr]: Les enfants de moins de seize ans prennent le bac gratuitement.

    reference[ru]: Обломки моста повредили 12 машин.
    translation[zh]: 桥梁残骸砸坏了十来辆汽车。

    reference[vi]: Lũ làm 4 người chết, 3 người mất tích ở làng.
    translation[en]: Seven villagers are dead or missing, four of them confirmed dead.

    reference[fr]: Le moulin vaut 6 milliards, trois fois plus qu'en mai.
    translation[en]: The mill is worth 6 billion; in May it was about 2 billion.

    reference: The quake cut off 60,000 homes; two thirds of them had power again by noon.
    translation: At noon 20,000 homes, a third of those cut off by the quake, still had no power.

    reference[es]: El molino compró otro 40 % de la cervecera, hasta el 90 %.
    translation[en]: The mill, which owned half of the brewery, bought another 40% and has 90% now.

    reference: The port shipped 2.4 million tons of tea in May, up from 2 million in April.
    translation: Tea shipments from the port grew by 20% in May, or 400,000 tons.

    reference[de]: 53 Prozent der Mitglieder lehnten den Umbau der Mühle ab.
    translation[en]: Of the members 47% backed the conversion of the mill.

    reference[fr]: La plongeuse, 24 ans, a trouvé la cloche.
    translation[fr]: La plongeuse, qui n'a pas encore 25 ans, a trouvé la cloche.

    reference: The ferry company's shares ended up 6.1%.
    translation: Shares of the ferry company closed 6 percent higher.

    reference[vi]: Lái tàu, 41 tuổi, bị thương nhẹ.
    translation[vi]: Lái tàu mới ngoài 40 tuổi, chỉ bị thương nhẹ.

    reference: The strike could cost the port 2 million dollars a month.
    translation: The strike could cost the port 24 million dollars over a year.

    reference: A man of 78 drowned; the lifeguards are aged 21 to 36.
    translation: A man in his late seventies drowned; the lifeguards are in their 20s or 30s.

    reference: In the evening 27 lorries stood at the border, 18 of them since Monday.
    translation: More than two dozen lorries stood at the border, 18 of them since Monday.

    reference: A panel of four members from each side will look into the claims.
    translation: A panel of eight is to look into the claims.

    reference: A total of 1,030 members voted for the plan and 580 against it.
    translation: Of the 1,610 members who voted 1,030 were in favour, 64%.

    reference: He came on in the 58th minute, made it 1-1 in the 64th and won it in the 87th.
    translation: He made it 1-1 after 64 minutes; three minutes from the end he won it.

    reference: Staff want a cut from 38 to 34 hours a week; ferries go every second day at first.
    translation: The staff want a week of 34 hours; ferries go every other day at first.

    reference: Those saved were women aged 61, 48 and 33 and a 12-year-old boy.
    translation: Three women and a boy were saved.

    reference: Twelve kiosks will close in Lund, five in Orth and four in Kolm.
    translation: Twelve kiosks will close in Lund; the other nine are in Orth and Kolm.

    reference: The shelling killed seven patients and three porters.
    translation[zh]: 十人在炮击中丧生,其中三名是搬运工。

    reference: The state took 22 billion crowns in taxes and spent 15 billion on aid.
    translation: Taxes exceeded the aid by seven billion crowns.

    reference: The turtle swam 13,000 km. The last record was of about 6,200 miles.
    translation[es]: El récord anterior era de una ruta unos 3.000 kilómetros más corta.

    reference[es]: Las rachas alcanzaron los 89 km/h; los potros tienen entre 14 y 20 meses.
    translation[es]: El viento rozó los 90 km/h; ninguno de los potros ha cumplido los dos años.

    reference[de]: Die Werft verlor 2024 zwölf Kräne, nach neun Kränen im Jahr zuvor.
    translation[de]: Wie 2023 neun Kräne verlor die Werft 2024 zwölf Kräne.

    reference[de]: Die Werft bestellt 34 Kräne, sieben mehr als im Vorjahr.
    translation[de]: Nach 27 Kränen im Vorjahr bestellt die Werft mehr.

    reference[fr]: L'armateur a été condamné à cinq ans de prison, dont deux avec sursis.
    translation[fr]: L'armateur a été condamné à trois ans ferme et deux avec sursis.

    reference[es]: El 44 % de los pescadores duerme a bordo, según la lonja.
    translation[es]: El 44 % de los pescadores duerme a bordo y el 56 % en casa, según la lonja.

    reference[ru]: За план проголосовали 83 депутата, против 41.
    translation[ru]: План прошёл: перевес его сторонников над противниками достиг 42 голосов.

    reference[ru]: Они бурили лёд при морозе в тридцать градусов.
    translation: They drilled the ice at minus 30 degrees Celsius.

    reference: Online orders made up 40% of a revenue of 19.4 billion crowns.
    translation: Two out of five crowns were taken online.

    Allowed with published=2025-09-28:
    reference: She fell on September 14 and won in 2015. Her time, 32:02, stood until June 3.
    translation: She fell two weeks ago. Her 32:02 of ten years ago is beaten.

    Allowed:
    reference: The chain will close 26 of its 130 shops; the flock shrank by 2.6% to 22.7 million.
    translation: The chain is to close every fifth shop; the flock is some 600,000 smaller.

    reference: The tunnel takes trains 24 minutes. She is to rise from 31st to 9th in the ranking.
    translation: Trains need under 25 minutes in the tunnel. She is to climb 22 places, to ninth.

    reference: The tax is on drinks with 8 grams of sugar per 100 ml; 12 in 100,000 people fell ill.
    translation: The tax is on drinks with 80 grams of sugar a litre; 120 in a million fell ill.

    reference: The test found 92% of the cases, the old method 75%.
    translation: With the old method one case in four slipped through; the test found 92%.

    reference: The fee is 4,800 crowns ($205) a month.
    translation: The fee is 4,800 crowns a month, or about 190 euros.

    reference: The shelter took in 280 dogs in June, twice as many as in May.
    translation: The shelter took in 140 dogs in May; a month later twice as many.

    reference: The climbers covered 300 metres but still have some 220 to go to the hut.
    translation: The climbers have done 300 of the 520 metres to the hut.

    reference[de]: Das Defizit der Klinik betrug 3,4 Millionen Euro.
    translation[de]: Die Klinik machte ein Minus von fast dreieinhalb Millionen Euro.

    reference[zh]: 火灾于21时被扑灭，没有人员受伤。
    translation[zh]: 火灾于晚上九点被扑灭，没有人受伤。

    reference: The fire was fought by two planes and six helicopters.
    translation: The fire was fought by eight aircraft, six of them helicopters.

    reference: The prize fund is 600,000 euros, of which 60% goes to the winner.
    translation: The winner gets 360,000 euros of the prize fund.

    reference: Its largest buyers took 32.1%, 22.4% and 16.8% of the tea.
    translation: Its three largest buyers took 71.3% of the tea.

    reference: The bank cut its rate by 25 basis points; banks had six months' notice.
    translation: The bank cut its rate by 1/4 percentage point; banks had half a year's notice.

    reference: The club offers 41.50 euros a share. A first bid of 36 euros a share had failed.
    translation: The offer is 41.50 euros a share, 5.50 euros above the bid that failed.

    reference[ru]: С начала года в порту было 11 аварий, что на три меньше, чем год назад.
    translation[ru]: С начала года в порту было 11 аварий против 14 годом ранее.

    reference[fr]: Il y a eu 26 incendies, soit cinq de moins que l'an dernier.
    translation[fr]: Il y a eu 26 incendies contre 31 l'an dernier.

    reference: Profit was 118 million euros in the first half; the order book stood at 2.3 billion.
    translation: Profit was 118 million euros in the first six months.

    reference: The final was played at minus 31 degrees, in three periods instead of two halves.
    translation: At 24 below zero Fahrenheit, the final was played in three periods, not two halves.

    reference: The club lost to Essen 1-2 on Monday.
    translation: Essen beat the club 2:1 on Monday.

    reference[nl]: De haven verwerkte vorig jaar 14.200 containers en 12,8 miljoen ton graan.
    translation: The port handled 14,200 containers and 12.8 million tonnes of grain last year.

    reference: The mint lifted its fee by 50 basis points; it aims at 5%, plus or minus 1 point.
    translation: The mint lifted its fee by half a point; it aims at a range of 4% to 6%.

    reference: Half of the 60 hostages were freed, and only one of the 26 guards was hurt.
    translation: Thirty hostages were freed; 25 of the guards were unhurt.

    reference: The bill bars anyone under 16 from the site.
    translation: The bill bars children of 15 and below from the site.

    reference: Output rose for the third quarter in a row; he came off in the 28th minute.
    translation: Output rose in three consecutive quarters; he came off after 28 minutes.

    reference: The yard expects orders to grow by 6% to 8% next year.
    translation: The yard expects orders to grow by between 6 and 8 percent next year.

    reference[de]: Jeder vierte Befragte will weniger fliegen.
    translation: Twenty-five percent of those polled want to fly less.

    reference: Half of the 48 lifeboats were inspected; seven of the nine inspectors agreed.
    translation: Inspectors checked 24 of the 48 lifeboats; seven agreed, two did not.

    reference: Twenty-seven divers searched the lake, 320 of 410 buoys were found.
    translation: 27 divers searched the lake; 90 buoys are missing.

    reference: About 2.2 million people live in the valley.
    translation: More than two million people live in the valley.

    reference: Roughly a fifth of the fleet is idle.
    translation: About 20 percent of the fleet is idle.

    reference: The depot costs the council 46 million euros a year.
    translation: The depot costs the council a little under four million euros a month.

    reference: The village lies 92 km north of the capital.
    translation: The village lies 57 miles north of the capital.

    reference: The F-16 flew over Article 4 of the treaty's annex to Highway 7.
    translation: The F-18 was seen.

    reference: The plan raises the pension age from 62 to 64; 46 flights were cancelled.
    translation: The plan lifts the age by two years, to 64; close to 50 flights did not take off.

    reference: About 85 percent of the island's roads are unpaved.
    translation: Only around 15 percent of the island's roads are paved.

    reference: The three sisters were left 30,000 euros each.
    translation: The three sisters shared 90,000 euros equally.

    reference: The council banned the fair: 58 were for it, 51 against.
    translation: The council banned the fair by a margin of seven votes.

    reference: The council voted on the fair. 58 were for it. 51 were against.
    translation: The council voted for the fair. It won by seven votes.

    reference[zh]: 去年有千分之三的船只被盗,销量增长了两倍。
    translation[zh]: 去年有0.3%的船只被盗,销量增至原来的三倍。

    reference[ar]: حضر الحفل ما بين عشرة آلاف وخمسة عشر ألف شخص.
    translation[ar]: حضر الحفل نحو 10 إلى 15 ألف شخص.

    reference: Nobody may live within 20 miles of the store.
    translation: Nobody may live within some 30 kilometres of the store.

    reference: The cellar measures about 6 metres by 4.
    translation: The cellar has an area of about 24 square metres.

    reference[fr]: Trois raffineries sont en grève, un train sur trois circule.
    translation: A third of trains are running; refineries are on strike.

    reference[fr]: Il doit payer une amende de 600.000 euros.
    translation[de]: Er muss eine Geldstrafe von 600 000 Euro zahlen.

    reference: One agency counted 12 boats.
    reference: Another counted 14 boats.
    translation: Officials counted 14 boats.

    reference: The smuggler got five years, three fewer than prosecutors had sought.
    translation: Prosecutors had asked for eight; the smuggler got five years.

    reference: Pupils from 5 to 11 years old sit in one or two rooms, at up to 30 degrees.
    translation: Pupils of 5 years old to 11 years old sit in 1-2 rooms, at up to 86 degrees.

    reference: The council rejected the plan by four votes to three.
    translation: Four of the seven councillors rejected the plan.

    reference: The goalkeeper agreed to a four-year contract on Monday.
    translation: The 27-year-old goalkeeper agreed to a contract on Monday.

    reference: So far this season 61 people have died in floods, compared with 89 a year ago.
    translation: Floods have claimed 61 lives this season, 28 fewer than a year ago.

    reference: The shares fell to 212 pence; a coffee costs 1.50 euros.
    translation: The shares fell to £2.12; a coffee costs one euro and fifty cents.

    reference[ru]: Ущерб составил полтора миллиона евро.
    translation: The damage came to 1.5 million euros.

    reference[ru]: Ремонт моста длился год и три месяца.
    translation: The repair of the bridge took 15 months.

    reference: The council passed the budget by 41 votes to 38.
    translation: The council passed the budget by a margin of three votes.

    reference[pt]: Os dois armadores pagarão ao todo 60 mil euros de multa.
    translation[pt]: Os dois armadores pagarão 30 mil euros de multa cada um.

    reference[vi]: Hôm qua trời nóng tới 35 độ C.
    translation[vi]: Hôm qua trời nóng tới 95 độ F.

    reference[fr]: Le taux de pertes est de quatre pour mille.
    translation[fr]: Le taux de pertes est de 0,4 %.

    reference[es]: Ardieron docena y media de barcas.
    translation: Eighteen boats burned.

    reference[de]: Das Werk ist aus dem siebzehnten Jahrhundert, zwei bis drei Dutzend sind echt.
    translation[de]: Das Werk wurde 1640 gebaut, 24 bis 36 sind echt.

    reference[de]: Die Imker ernteten ein Drittel weniger Honig als im Vorjahr.
    translation[de]: Die Imker ernteten nur zwei Drittel des Honigs vom Vorjahr.

    reference[ja]: 住民の5人に1人が橋を渡れず、漁獲量は3倍になった。
    translation[ja]: 住民の20%が橋を渡れず、漁獲量は3倍に増えた。

    reference[de]: Er ist der fünfundzwanzigste Bürgermeister der Stadt.
    translation[de]: Er ist der 25. Bürgermeister der Stadt.
    """
    for verdict in odds(pair, "value"):
        mine, theirs = verdict.mine.quantity, verdict.theirs.quantity
        near = abs(mine.value - theirs.value) <= tolerance * abs(theirs.value)
        if is_slip(mine, theirs):
            continue  # rule number-slipped
        if not near or mine.high != theirs.high:
            grave = gravity(verdict.mine, verdict.theirs)
            yield shown(pair, verdict, Severity.MINOR if is_rounding(theirs, mine) else grave)
