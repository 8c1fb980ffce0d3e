"""Generate countries.toml and capitals.toml of the concepts: ``python tools/countries.py``.

Needs Babel (a development dependency; CLDR data are under the Unicode licence). Names come from
CLDR's territory display names, long, short and variant; names of capitals from the cities that CLDR
gives for time zones. Adjectives, which CLDR lacks, and the capitals that it does not name stand in
``demonyms.toml``.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from babel import Locale
from babel.core import get_global

import transdiff

LATIN = ("en", "vi", "de", "fr", "es", "pt")
LANGUAGES = ("en", "vi", "ru", "uk", "zh", "de", "fr", "es", "ar", "hy", "ja", "pt")
FOLDER = Path(transdiff.__file__).parent / "language/concepts"
NOT_COUNTRIES = {"EU", "EZ", "UN", "QO", "ZZ", "XA", "XB"}
# Common in news and absent from CLDR's display names, or written there in another way.
MORE = {
    ("US", "en"): ["United States", "United States of America", "U.S.", "US", "USA", "America"],
    ("US", "vi"): ["Mỹ", "Hoa Kỳ"],
    ("US", "ru"): ["США", "Соединенные Штаты", "Соединённые Штаты", "Америка"],
    ("US", "uk"): ["США", "Сполучені Штати"],
    ("US", "zh"): ["美国", "美國"],
    ("US", "de"): ["USA", "Vereinigte Staaten", "Vereinigten Staaten", "Amerika"],
    ("US", "fr"): ["États-Unis", "Etats-Unis", "USA"],
    ("US", "es"): ["Estados Unidos", "EE. UU.", "EE.UU.", "EEUU"],
    ("US", "ar"): ["الولايات المتحدة", "أمريكا", "أميركا"],
    ("US", "ja"): ["米国", "アメリカ", "アメリカ合衆国"],
    ("US", "pt"): ["Estados Unidos", "EUA"],
    ("GB", "en"): ["United Kingdom", "UK", "U.K.", "Britain", "Great Britain"],
    ("GB", "vi"): ["Vương quốc Anh", "nước Anh", "Anh quốc", "Vương quốc Liên hiệp Anh"],
    ("GB", "ru"): ["Великобритания", "Соединенное Королевство", "Британия"],
    ("GB", "uk"): ["Велика Британія", "Британія"],
    ("GB", "zh"): ["英国", "英國"],
    ("GB", "de"): ["Vereinigtes Königreich", "Großbritannien"],
    ("GB", "fr"): ["Royaume-Uni", "Grande-Bretagne"],
    ("GB", "es"): ["Reino Unido", "Gran Bretaña"],
    ("GB", "ar"): ["المملكة المتحدة", "بريطانيا"],
    ("GB", "ja"): ["イギリス", "英国"],
    ("GB", "pt"): ["Reino Unido", "Grã-Bretanha"],
    ("RU", "en"): ["Russia", "Russian Federation"],
    ("RU", "ru"): ["Россия", "Российская Федерация", "РФ"],
    ("RU", "vi"): ["Nga", "Liên bang Nga", "LB Nga"],
    ("RU", "zh"): ["俄罗斯", "俄羅斯", "俄方"],
    ("RU", "de"): ["Russland", "Russische Föderation"],
    ("CN", "en"): ["China", "People's Republic of China"],
    ("CN", "ru"): ["Китай", "КНР"],
    ("CN", "vi"): ["Trung Quốc"],
    ("CN", "zh"): ["中国", "中國", "中方"],
    ("KR", "en"): ["South Korea", "Republic of Korea"],
    ("KR", "vi"): ["Hàn Quốc"],
    ("KR", "ru"): ["Южная Корея", "Республика Корея"],
    ("KR", "zh"): ["韩国", "韓國"],
    ("KR", "ja"): ["韓国"],
    ("KP", "en"): ["North Korea", "DPRK"],
    ("KP", "vi"): ["Triều Tiên", "Bắc Triều Tiên", "CHDCND Triều Tiên"],
    ("KP", "ru"): ["КНДР", "Северная Корея"],
    ("KP", "zh"): ["朝鲜", "朝鮮"],
    ("KP", "ja"): ["北朝鮮"],
    ("TR", "en"): ["Turkey", "Türkiye", "Turkiye"],
    ("CZ", "en"): ["Czechia", "Czech Republic"],
    ("MM", "en"): ["Myanmar", "Burma"],
    ("CI", "en"): ["Ivory Coast", "Côte d'Ivoire", "Cote d'Ivoire"],
    ("AE", "en"): ["United Arab Emirates", "UAE"],
    ("AE", "ru"): ["ОАЭ", "Объединенные Арабские Эмираты"],
    ("AE", "zh"): ["阿联酋"],
    ("SA", "vi"): ["Ả Rập Xê Út", "Saudi Arabia", "Ả Rập Saudi", "Ả-rập Xê-út"],
    ("CD", "en"): [
        "Democratic Republic of Congo",
        "Democratic Republic of the Congo",
        "DRC",
        "DR Congo",
        "D.R. Congo",
        "Congo-Kinshasa",
    ],
    ("SY", "vi"): ["Syria"],
    ("DE", "ru"): ["Германия", "ФРГ"],
    ("AU", "vi"): ["Úc", "Australia"],
    ("PH", "vi"): ["Philippines"],
    ("ID", "vi"): ["Indonesia"],
    ("BY", "ru"): ["Беларусь", "Белоруссия"],
    ("BY", "de"): ["Belarus", "Weißrussland"],
    ("BY", "vi"): ["Belarus"],
    ("MD", "ru"): ["Молдавия", "Молдова"],
    ("KG", "ru"): ["Киргизия", "Кыргызстан"],
    ("TM", "ru"): ["Туркмения", "Туркменистан"],
    ("VA", "en"): ["Vatican", "Holy See", "Vatican City"],
    ("OM", "ar"): ["سلطنة عمان"],
    ("PS", "en"): ["Palestinian territories", "Palestinian Territories", "Palestine"],
    ("HK", "en"): ["Hong Kong"],
    ("HK", "de"): ["Hongkong"],
    ("HK", "fr"): ["Hong Kong", "Hongkong"],
    ("HK", "es"): ["Hong Kong"],
    ("HK", "pt"): ["Hong Kong"],
    ("HK", "vi"): ["Hồng Kông", "Hong Kong"],
    ("HK", "zh"): ["香港"],
    ("MO", "en"): ["Macao", "Macau"],
    ("MO", "de"): ["Macau"],
    ("MO", "fr"): ["Macao"],
    ("MO", "es"): ["Macao"],
    ("MO", "pt"): ["Macau"],
    ("MO", "vi"): ["Ma Cao", "Macau"],
    ("MO", "zh"): ["澳门"],
    ("BA", "en"): ["Bosnia", "Bosnia and Herzegovina", "Bosnia-Herzegovina"],
    ("BA", "de"): ["Bosnien"],
    ("BA", "fr"): ["Bosnie"],
    ("BA", "es"): ["Bosnia", "Bosnia-Herzegovina"],
    ("BA", "ru"): ["Босния"],
    ("BA", "uk"): ["Боснія"],
    ("BA", "pt"): ["Bósnia", "Bósnia-Herzegovina"],
    ("AE", "de"): ["VAE", "Emirate"],
    ("AE", "fr"): ["Émirats arabes unis", "Emirats arabes unis", "Émirats"],
    ("AE", "es"): ["Emiratos Árabes Unidos", "EAU"],
    ("AE", "vi"): ["UAE", "Các Tiểu vương quốc Arab Thống nhất"],
    ("AE", "uk"): ["ОАЕ"],
    ("AE", "ar"): ["الإمارات"],
    ("AE", "ja"): ["アラブ首長国連邦", "UAE"],
    ("AR", "vi"): ["Argentina", "Achentina"],
    ("BA", "zh"): ["波黑", "波斯尼亚"],
    ("BA", "ja"): ["ボスニア"],
    ("BA", "ar"): ["البوسنة"],
    ("BA", "vi"): ["Bosnia", "Bosnia và Herzegovina"],
    ("BR", "vi"): ["Brazil", "Braxin"],
    ("BY", "fr"): ["Biélorussie", "Bélarus"],
    ("BY", "es"): ["Bielorrusia", "Belarús"],
    ("CD", "de"): ["Demokratische Republik Kongo", "DR Kongo"],
    ("CD", "fr"): ["RDC", "RD Congo", "République démocratique du Congo"],
    ("CD", "es"): ["República Democrática del Congo", "RDC", "RD Congo"],
    ("CD", "pt"): ["República Democrática do Congo", "RDC"],
    ("CD", "ru"): ["ДР Конго", "ДРК", "Демократическая Республика Конго"],
    ("CD", "uk"): ["ДР Конго", "ДРК", "Демократична Республіка Конго"],
    ("CD", "zh"): ["刚果（金）", "刚果(金)", "刚果民主共和国"],
    ("CD", "vi"): ["Cộng hòa Dân chủ Congo", "CHDC Congo"],
    ("CI", "vi"): ["Bờ Biển Ngà"],
    ("CI", "de"): ["Elfenbeinküste"],
    ("CI", "es"): ["Costa de Marfil"],
    ("CI", "ru"): ["Берег Слоновой Кости"],
    ("CI", "uk"): ["Берег Слонової Кістки"],
    ("CI", "ja"): ["象牙海岸"],
    ("CV", "de"): ["Kap Verde"],
    ("CZ", "de"): ["Tschechien", "Tschechische Republik"],
    ("CZ", "fr"): ["Tchéquie", "République tchèque"],
    ("CZ", "es"): ["Chequia", "República Checa"],
    ("CZ", "pt"): ["República Checa", "Tchéquia", "Chéquia"],
    ("CZ", "ru"): ["Чехия", "Чешская Республика"],
    ("CZ", "vi"): ["Cộng hòa Séc", "Cộng hoà Séc", "CH Séc", "Séc"],
    ("HU", "vi"): ["Hungary", "Hungari"],
    ("ID", "zh"): ["印尼", "印度尼西亚"],
    ("IE", "vi"): ["Ireland", "Ai-len", "Ai Len"],
    ("IT", "vi"): ["Italy", "Italia"],
    ("KG", "de"): ["Kirgisistan", "Kirgistan", "Kirgisien"],
    ("KG", "fr"): ["Kirghizistan", "Kirghizstan"],
    ("KG", "uk"): ["Киргизстан", "Киргизія"],
    ("KP", "fr"): ["Corée du Nord", "RPDC"],
    ("KP", "uk"): ["КНДР", "Північна Корея"],
    ("MD", "de"): ["Republik Moldau", "Moldau", "Moldawien", "Moldova"],
    ("MD", "uk"): ["Молдова", "Молдавія"],
    ("NL", "en"): ["Netherlands", "Holland"],
    ("NL", "de"): ["Niederlande", "Niederlanden", "Holland"],
    ("NL", "fr"): ["Pays-Bas", "Hollande"],
    ("NL", "es"): ["Países Bajos", "Holanda"],
    ("NL", "pt"): ["Países Baixos", "Holanda"],
    ("NL", "ru"): ["Нидерланды", "Голландия"],
    ("NL", "uk"): ["Нідерланди", "Голландія"],
    ("NZ", "vi"): ["New Zealand", "Niu Di-lân"],
    ("PS", "ru"): ["Палестина"],
    ("PS", "uk"): ["Палестина"],
    ("PS", "zh"): ["巴勒斯坦"],
    ("PS", "ar"): ["فلسطين"],
    ("PS", "ja"): ["パレスチナ"],
    ("RO", "vi"): ["Romania", "Rumani"],
    ("SA", "zh"): ["沙特", "沙特阿拉伯", "沙地阿拉伯"],
    ("SA", "es"): ["Arabia Saudí", "Arabia Saudita"],
    ("SA", "ar"): ["السعودية", "المملكة العربية السعودية"],
    ("SA", "ja"): ["サウジ", "サウジアラビア"],
    ("TL", "de"): ["Osttimor"],
    ("TL", "es"): ["Timor Oriental"],
    ("TL", "fr"): ["Timor oriental"],
    ("TL", "ru"): ["Восточный Тимор"],
    ("TL", "vi"): ["Timor-Leste", "Đông Timor"],
    ("VA", "fr"): ["Vatican", "Saint-Siège"],
    ("VA", "es"): ["Vaticano", "Santa Sede"],
    ("VA", "pt"): ["Vaticano", "Santa Sé"],
    ("VA", "de"): ["Vatikan", "Heiliger Stuhl", "Heiligen Stuhl"],
    ("VA", "ru"): ["Ватикан", "Святой Престол"],
    ("VA", "uk"): ["Ватикан", "Святий Престол"],
    ("VA", "vi"): ["Vatican", "Tòa thánh Vatican", "Toà thánh Vatican"],
    ("VA", "zh"): ["梵蒂冈", "教廷"],
    ("ZA", "ru"): ["ЮАР", "Южная Африка"],
    ("ZA", "uk"): ["ПАР", "Південна Африка"],
    ("ZA", "pt"): ["África do Sul"],
    ("CF", "vi"): ["CH Trung Phi"],
    ("CY", "vi"): ["Cyprus"],
    ("DE", "uk"): ["Німеччина", "ФРН"],
    ("EG", "ru"): ["Египет", "Египта", "Египту", "Египтом", "Египте"],
    ("EG", "uk"): ["Єгипет", "Єгипту", "Єгиптом", "Єгипті"],
    ("KH", "vi"): ["Cam-pu-chia"],
    ("LA", "vi"): ["CHDCND Lào"],
    ("LB", "vi"): ["Lebanon", "Liban"],
    ("LT", "vi"): ["Lithuania"],
    ("MA", "vi"): ["Morocco", "Maroc"],
    ("MK", "vi"): ["Macedonia"],
    ("PS", "vi"): ["Palestine"],
    ("TR", "vi"): ["Türkiye"],
    ("TT", "vi"): ["Trinidad"],
    ("UA", "vi"): ["Ukraine"],
    ("ZA", "vi"): ["CH Nam Phi"],
    ("TT", "en"): ["Trinidad and Tobago"],
    ("AG", "en"): ["Antigua and Barbuda"],
    ("KN", "en"): ["St. Kitts and Nevis", "Saint Kitts and Nevis"],
    ("VC", "en"): ["St. Vincent and the Grenadines", "Saint Vincent and the Grenadines"],
    ("LC", "en"): ["Saint Lucia"],
    ("ST", "en"): ["Sao Tome and Principe", "São Tomé and Príncipe"],
    ("CG", "en"): ["Republic of Congo", "Republic of the Congo", "Congo-Brazzaville"],
    ("CV", "en"): ["Cabo Verde"],
    ("MK", "en"): ["Macedonia"],
    ("SZ", "en"): ["Swaziland"],
    ("TL", "en"): ["East Timor"],
}

# The zones whose city is the capital, but for the capitals of ``demonyms.toml``.
CAPITALS = {
    "AF": "Asia/Kabul",
    "AL": "Europe/Tirane",
    "AO": "Africa/Luanda",
    "AR": "America/Buenos_Aires",
    "BA": "Europe/Sarajevo",
    "BD": "Asia/Dhaka",
    "BF": "Africa/Ouagadougou",
    "CD": "Africa/Kinshasa",
    "CG": "Africa/Brazzaville",
    "CO": "America/Bogota",
    "CU": "America/Havana",
    "CY": "Asia/Nicosia",
    "CZ": "Europe/Prague",
    "DK": "Europe/Copenhagen",
    "DZ": "Africa/Algiers",
    "EE": "Europe/Tallinn",
    "ET": "Africa/Addis_Ababa",
    "FI": "Europe/Helsinki",
    "GA": "Africa/Libreville",
    "GH": "Africa/Accra",
    "GN": "Africa/Conakry",
    "GR": "Europe/Athens",
    "HR": "Europe/Zagreb",
    "HT": "America/Port-au-Prince",
    "HU": "Europe/Budapest",
    "ID": "Asia/Jakarta",
    "IE": "Europe/Dublin",
    "IS": "Atlantic/Reykjavik",
    "JO": "Asia/Amman",
    "KE": "Africa/Nairobi",
    "KG": "Asia/Bishkek",
    "KH": "Asia/Phnom_Penh",
    "KW": "Asia/Kuwait",
    "LA": "Asia/Vientiane",
    "LB": "Asia/Beirut",
    "LK": "Asia/Colombo",
    "LR": "Africa/Monrovia",
    "LT": "Europe/Vilnius",
    "LV": "Europe/Riga",
    "LY": "Africa/Tripoli",
    "MD": "Europe/Chisinau",
    "ME": "Europe/Podgorica",
    "MK": "Europe/Skopje",
    "ML": "Africa/Bamako",
    "MR": "Africa/Nouakchott",
    "MY": "Asia/Kuala_Lumpur",
    "MZ": "Africa/Maputo",
    "NE": "Africa/Niamey",
    "NI": "America/Managua",
    "NL": "Europe/Amsterdam",
    "NO": "Europe/Oslo",
    "NP": "Asia/Katmandu",
    "OM": "Asia/Muscat",
    "PE": "America/Lima",
    "PH": "Asia/Manila",
    "PT": "Europe/Lisbon",
    "RO": "Europe/Bucharest",
    "RS": "Europe/Belgrade",
    "RW": "Africa/Kigali",
    "SD": "Africa/Khartoum",
    "SE": "Europe/Stockholm",
    "SI": "Europe/Ljubljana",
    "SK": "Europe/Bratislava",
    "SL": "Africa/Freetown",
    "SN": "Africa/Dakar",
    "SO": "Africa/Mogadishu",
    "SS": "Africa/Juba",
    "TD": "Africa/Ndjamena",
    "TH": "Asia/Bangkok",
    "TJ": "Asia/Dushanbe",
    "TM": "Asia/Ashgabat",
    "TN": "Africa/Tunis",
    "UG": "Africa/Kampala",
    "UY": "America/Montevideo",
    "UZ": "Asia/Tashkent",
    "VE": "America/Caracas",
    "ZM": "Africa/Lusaka",
    "ZW": "Africa/Harare",
}
# Spellings of the news beside those of CLDR, and none where another country bears the name.
CITIES: dict[tuple[str, str], list[str]] = {
    ("AL", "en"): ["Tirana"],
    ("AL", "vi"): ["Tirana"],
    ("CO", "en"): ["Bogota", "Bogotá"],
    ("JO", "ar"): [],
    ("MD", "en"): ["Chisinau", "Chişinău", "Chișinău"],
    ("NP", "en"): ["Kathmandu"],
    ("NP", "vi"): ["Kathmandu"],
    ("NP", "de"): ["Kathmandu"],
    ("TD", "en"): ["N'Djamena", "Ndjamena"],
    ("TD", "vi"): ["N'Djamena"],
}
# The part of the world in which a country lies, where the news tells it by that (regions.toml).
REGIONS = {
    "region.west-africa": "BJ BF CV CI GM GH GN GW LR ML MR NE NG SN SL TG",
    "region.east-africa": "BI DJ ER ET KE RW SO SS TZ UG",
    "region.north-africa": "DZ EG LY MA SD TN",
    "region.southern-africa": "BW LS NA SZ ZA ZM ZW",
    "place.africa": "AO CM CF TD CD CG GA GQ KM MG MU MW MZ SC ST",
    "place.middle-east": "AE BH IL IQ IR JO KW LB OM PS QA SA SY YE",
    "region.central-asia": "KZ KG TJ TM UZ",
    "region.south-asia": "AF BD BT IN LK MV NP PK",
    "region.southeast-asia": "BN ID KH LA MM MY PH SG TH TL VN",
    "region.east-asia": "CN HK JP KP KR MN MO TW",
    "region.south-caucasus": "AM AZ GE",
    "region.eastern-europe": "BY MD RU UA",
    "region.central-europe": "AT CZ HU PL SK",
    "region.western-europe": "BE CH DE FR GB IE LU MC NL",
    "region.northern-europe": "DK EE FI IS LT LV NO SE",
    "region.southern-europe": "AD CY ES GR IT MT PT SM",
    "region.balkans": "AL BA BG HR ME MK RO RS SI XK",
    "region.south-america": "AR BO BR CL CO EC GY PE PY SR UY VE",
    "region.central-america": "BZ CR GT HN NI PA SV",
    "region.caribbean": "AG BB BS CU DM DO GD HT JM KN LC PR TT VC",
    "region.north-america": "CA MX US",
}
AMBIGUOUS = {("OM", "ar"): ("عمان", "عُمان")}
"""Names that without vowel marks, as the news writes, are also a city: Oman and Amman."""


def main() -> int:
    """Write both files; with ``--check``, only tell whether they are as they should be."""
    if "--check" in sys.argv[1:]:
        return int(any((FOLDER / name).read_text("utf-8") != text for name, text in pages()))
    for name, text in pages():
        (FOLDER / name).write_text(text, encoding="utf-8")
    return 0


def pages() -> Iterator[tuple[str, str]]:
    """Yield each file by its name, with all that stands in it."""
    yield "countries.toml", "\n".join(_countries())
    yield "capitals.toml", "\n".join(_capitals())


def _countries() -> Iterator[str]:
    yield (
        "# Countries and territories, generated by tools/countries.py from CLDR "
        "(Unicode licence): do not edit."
    )
    yield from ('domain = "country"', 'kind = "place"', "")
    for code in _codes():
        yield f"[{code}]"
        yield from (f'within = "{name}"' for name, of in REGIONS.items() if code in of.split())
        for lang in LANGUAGES:
            if names := _names(code, lang):
                yield f"{lang} = [{', '.join(map(_quoted, names))}]"
        yield ""


def _capitals() -> Iterator[str]:
    yield (
        "# Capitals that stand for their governments, generated by tools/countries.py from CLDR "
        "(Unicode licence): do not edit."
    )
    yield from ('domain = "country"', 'kind = "place"', "")
    for code, zone in CAPITALS.items():
        yield f"[{code}.capital]"
        for lang in LANGUAGES:
            cities = CITIES.get((code, lang), _cities(zone, lang))
            if cities:
                yield f"{lang} = [{', '.join(map(_quoted, cities))}]"
        yield ""


def _cities(zone: str, lang: str) -> list[str]:
    """Return the city's name; languages in Latin letters often have that of the zone itself."""
    named = Locale(lang).time_zones.get(zone, {}).get("city", "")
    plain = zone.rpartition("/")[2].replace("_", " ")
    city = str(named or (plain if lang in LATIN else ""))
    return [city.replace("’", "'")] if city else []


def _codes() -> list[str]:
    known = Locale("en").territories
    return sorted(
        c
        for c in known
        if len(c) == 2
        and c.isalpha()
        and c not in NOT_COUNTRIES
        and c not in get_global("territory_aliases")
    )


def _names(code: str, lang: str) -> list[str]:
    territories = Locale(lang).territories
    listed = [*MORE.get((code, lang), [])]
    plain = str(territories.get(code, ""))
    for name in (plain, plain.partition(" (")[0], plain.partition("（")[0]):
        bare = name.replace("’", "'")
        if bare and bare not in listed and "(" not in bare and "（" not in bare:
            listed.append(bare)
    return [name for name in listed if name not in AMBIGUOUS.get((code, lang), ())]


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '\\"') + '"'


if __name__ == "__main__":
    sys.exit(main())
