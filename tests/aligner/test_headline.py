import transdiff
from transdiff import Document

ARTICLE = """Bakers' strike over in Orle

Bread was back on Monday in Orle, where bakers ended a strike that had lasted nine days.

The mayor thanked both sides."""
REFERENCE = """Bakers in Orle ended a nine-day strike and sold bread again on Monday.

Mayor Petra Voss thanked the bakers and the owners."""
RUSSIAN = """Пекари в Орле в понедельник прекратили девятидневную забастовку, хлеб снова в продаже.

Мэр Петра Восс поблагодарила обе стороны."""
OTHER = "A comet will pass the Earth in March. Astronomers expect no danger."


def _links(article: str, reference: Document) -> set[tuple[tuple[int, ...], tuple[int, ...]]]:
    found = transdiff.align(Document.from_text(article, "en"), {"wire": reference}).links
    return {(link.translation, link.reference_segments) for link in found}


def test_a_headline_and_the_lead_both_rest_on_the_first_sentence() -> None:
    assert _links(ARTICLE, Document.from_text(REFERENCE, "en")) == {
        ((0,), (0,)),
        ((1,), (0,)),
        ((2,), (1,)),
    }


def test_no_link_of_the_headline_counts_as_moved() -> None:
    article, reference = Document.from_text(ARTICLE, "en"), Document.from_text(REFERENCE, "en")
    assert not any(link.moved for link in transdiff.align(article, {"wire": reference}).links)


def test_across_languages_the_headline_goes_with_the_lead() -> None:
    links = _links(ARTICLE, Document.from_text(RUSSIAN, "ru"))
    assert all(((0,), (0,)) in links for mine, theirs in links if 1 in mine and theirs == (0,))


def test_a_headline_rests_on_no_other_story() -> None:
    assert _links(ARTICLE, Document.from_text(OTHER, "en")) == set()
