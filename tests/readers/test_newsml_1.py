"""NewsML 1: news items with nested components."""

from __future__ import annotations

import pytest

from tests.readers.given import kinds, stories, story
from transdiff.errors import InputError

_TEXT = """<ContentItem><MediaType FormalName="Text"/><DataContent>
<p>Douze ferries sont à quai.</p><p>Personne n'est blessé.</p></DataContent></ContentItem>"""


def item(content: str) -> str:
    return f"""<NewsItem><Identification><NewsIdentifier><ProviderId>fn.example</ProviderId>
<RevisionId PreviousRevision="1" Update="N">2</RevisionId></NewsIdentifier></Identification>
<NewsManagement><FirstCreated>20250502T125902Z</FirstCreated>
<ThisRevisionCreated>20250503T081500Z</ThisRevisionCreated><Status FormalName="Usable"/>
</NewsManagement><NewsComponent><NewsLines><HeadLine>Les ferries à quai</HeadLine>
<ByLine>Par Anne Dubois</ByLine><DateLine>Calais, 3 mai 2025 (AFP)</DateLine></NewsLines>
<AdministrativeMetadata><Provider><Party FormalName="AFP"/></Provider></AdministrativeMetadata>
<DescriptiveMetadata><Language FormalName="fr"/></DescriptiveMetadata>
<NewsComponent>{content}</NewsComponent></NewsComponent></NewsItem>"""


def message(*items: str) -> bytes:
    text = f'<?xml version="1.0" encoding="iso-8859-1"?><NewsML>{"".join(items)}</NewsML>'
    return text.encode("iso-8859-1")


def test_a_story_with_all_that_is_said_of_it() -> None:
    document = story(message(item(_TEXT)))
    assert kinds(document) == [
        ("headline", "Les ferries à quai"),
        ("byline", "Par Anne Dubois"),
        ("dateline", "Calais, 3 mai 2025 (AFP)"),
        ("body", "Douze ferries sont à quai."),
        ("body", "Personne n'est blessé."),
    ]
    told = (document.lang, document.publisher, document.published, document.version)
    assert told == ("fr", "AFP", "2025-05-03", "2")
    assert document.dateline is not None
    assert (document.dateline.place, document.dateline.agency) == ("Calais", "AFP")


def test_captions_are_captions_and_of_equivalents_the_first_is_read() -> None:
    caption = (
        '</NewsComponent><NewsComponent><Role FormalName="Caption"/><ContentItem><DataContent>'
        "<p>Un ferry.</p></DataContent></ContentItem>"
    )
    alike = f'<NewsComponent EquivalentsList="yes">{_TEXT}{_TEXT}</NewsComponent>'
    found = kinds(story(message(item(alike + caption))))
    assert [kind for kind, _ in found].count("body") == 2
    assert found[-1] == ("caption", "Un ferry.")


def test_several_items_are_several_stories_and_none_is_an_error() -> None:
    assert len(stories(message(item(_TEXT), item("<ContentItem/>"), item(_TEXT)))) == 2
    with pytest.raises(InputError, match="no news item with text"):
        stories(message(item("<ContentItem Href='a.jpg'/>")))


def test_a_story_under_embargo_says_until_when() -> None:
    changes = "<StatusWillChange><DateAndTime>20250504T060000Z</DateAndTime></StatusWillChange>"
    status = f'<NewsManagement><Status FormalName="Embargoed"/>{changes}</NewsManagement>'
    text = "<NewsComponent><ContentItem><DataContent>Twelve stopped.</DataContent></ContentItem>"
    data = f"<NewsML><NewsItem>{status}{text}</NewsComponent></NewsItem></NewsML>"
    assert story(data).notes == ("under embargo until 20250504T060000Z",)
