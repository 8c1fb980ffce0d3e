"""Rule ``place-wrong``."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Comparison
from transdiff.model import Severity
from transdiff.rule import Mark, rule
from transdiff.rules.names.known import may_be_called_so
from transdiff.rules.names.misspelled import is_other_town, slips
from transdiff.rules.names.other_place import other_places
from transdiff.rules.names.replaced import replaced
from transdiff.rules.names.stranger import is_place


@rule(group="names", category="place", severity="major")
def place_wrong(pair: Comparison) -> Iterator[Mark]:
    """Report a place or country that no reference has, where they all have another.

    A capital that stands for its government, a country and its adjective are one place. A place
    that texts of one language spell in two ways is minor.

    Flagged:
        reference: The ship left the port of Valdira on Monday.
        translation: The ship left the port of [[Kestrel]] on Monday.

        reference: Talks between Serbia and Hungary begin on Monday.
        translation: Talks between Serbia and [[Poland]] begin on Monday.

        reference[ru]: Переговоры Сербии и Венгрии начнутся в понедельник.
        translation: Talks between Serbia and [[Poland]] begin on Monday.

        reference: The lorries stopped near the border town of Beni Walid on Monday.
        translation: The lorries stopped near the border town of [[Beni Welid]] on Monday.

        reference: Each autumn many pickers come to Lisbon and other cities in Portugal.
        translation: Each autumn many pickers come to [[Denmark]] and other Portuguese cities.

        reference: The prisoners were exchanged at a crossing near Tel Amra.
        translation: The exchange took place at a crossing near [[Tel Amrin]].

        reference[zh]: 救援队在湖南山区找到了失踪的登山者。
        translation: Rescuers found the missing climbers in the mountains of [[Hubei]].

        reference[uk]: Внаслідок вибуху в Краматорську поранено трьох людей.
        translation: An explosion in [[Poltava]] wounded three people.

        reference[ja]: 高知県で土砂崩れがあり、三人がけがをした。
        translation: Three people were injured in a landslide in [[Kagoshima Prefecture]].

        reference: The Kenyan navy stopped a trawler off the coast on Monday.
        translation[fr]: La marine [[ougandaise]] a arrêté lundi un chalutier au large de la côte.

        reference: Nobody has been taken ill near Morvale and near Ostrin.
        translation: There are no cases near Morvale and near [[Brenn]] as yet.

        reference: Police said he was heading down the mountain near Beilsgrund.
        translation: He was riding downhill near [[Tarnby]], police said.

        reference: A landslide buried four houses in the Chernihiv region on Sunday.
        translation: On Sunday four houses in the [[Chernivtsi region]] were buried by a landslide.

        reference[ru]: Лесной пожар в Красноярском крае охватил 300 гектаров.
        translation: A forest fire in the [[Krasnodar region]] has spread to 300 hectares.

        reference[ru]: Компания построит два завода в Западной Африке.
        translation: The company will build two plants in [[South America]].

        reference: The tanker sank in the Red Sea on Monday.
        translation: The tanker sank in the [[Black Sea]] on Monday.

        reference: Library workers fainted in the hot weather in Blansko.
        translation: Library workers fainted in the heat in the [[Czech]] town of [[Fernandez]].

        reference: Divers in Inverness raised the bell on Friday. Inverness has many wrecks.
        translation: The bell was raised by divers in [[Leicester]]. Inverness has many wrecks.

        reference[fr]: Le siège pourrait être installé à Pointe-Rouge.
        translation[fr]: Le quartier général pourrait se trouver à [[Port-Laval]].

        reference[de]: In Regensburg ist ein Feuer ausgebrochen.
        translation: A fire broke out in [[Munich]].

        reference[vi]: Bão đổ bộ vào Quảng Ninh vào sáng thứ Bảy.
        translation: The storm made landfall in [[Quang Nam]] on Saturday morning.

        reference[ru]: Пожар вспыхнул на складе в Перми.
        translation: A fire broke out at a warehouse in [[Omsk]].

        reference[fr]: Deux avalanches ont fait quatre morts samedi dans les Pyrénées.
        translation: Two avalanches killed four people in the [[Alps]] on Saturday.

    Allowed:
        reference[ru]: В Тульской области задержан чиновник.
        translation: An official was detained in the Tula region.

        reference[uk]: Росіяни обстріляли Сумську область.
        translation: Russian forces shelled the Sumy region.

        reference[ru]: Суд в Лос-Анджелесе отклонил иск.
        translation: A California court has dismissed the lawsuit.

        reference[de]: Bei Aachen sind zwei Züge zusammengestoßen.
        translation[fr]: Deux trains sont entrés en collision près d'Aix-la-Chapelle.

        reference: Nurses across England will walk out for two days in May.
        translation: English nurses plan a walkout of two days in May.

        reference: The trial involved 6,000 children in Mali and Ghana.
        translation: The trial involved 6,000 children in two West African countries.

        reference[zh]: 该公司将在马里建厂。
        translation: The company will build a plant in Africa.

        reference[ru]: Под Малаховском сошёл с рельсов товарный поезд.
        translation: A goods train came off the rails near Malakhovsk.

        reference: Moscow said it would answer in kind.
        translation: Russia said it would answer in kind.

        reference[es]: La Presidencia rusa acusó a Ucrania de quemar el puerto.
        translation[es]: El Kremlin acusó a Kiev de quemar el puerto.

        reference[es]: Barcelona acoge en mayo la feria del libro.
        translation[es]: La Ciudad Condal acoge en mayo la feria del libro.

        reference: The European Commission asked Poland for more grain.
        translation: Brussels asked Poland for more grain.

        reference[ru]: Выставка открылась в Риме.
        translation[ru]: Выставка открылась в Вечном городе.

        reference: The Polish delegation left on Monday.
        translation: The delegation from Poland left on Monday.

        reference: The ship left the port of Valdira on Monday.
        translation: The ship left port on Monday.

        reference: The rower came from Leeds, England, and loved the sea.
        translation: The rower came from Leeds, UK, and loved the sea.

        reference: The US Department of Defense will close two depots on the island.
        translation: The Pentagon will close two depots on the island.

        reference: The rule was eased in the Brodecký region in late June.
        translation: The rule was eased in the region of Brod in late June.
    """
    found = list(replaced(pair, is_place))
    yield from found
    for mine, theirs, key in other_places(pair):
        if not any(mine.span.overlaps(known.span) for known in found):
            evidence = pair.whole.reference_evidence(key, theirs.span, value=theirs.skeleton)
            found.append(Mark.against(pair.evidence(mine.span), evidence))
            yield found[-1]
    for mine, theirs, key in slips(pair, "place"):
        if any(mine.span.overlaps(known.span) for known in found):
            continue
        evidence = pair.whole.reference_evidence(key, theirs.span, value=theirs.skeleton)
        lang = pair.whole.references[key].lang
        own = lang == pair.lang or may_be_called_so((mine.text, pair.lang), (theirs.text, lang))
        other = not own and is_other_town(mine, theirs)
        severity = Severity.MAJOR if other else Severity.MINOR
        yield Mark.against(pair.evidence(mine.span), evidence, severity)
