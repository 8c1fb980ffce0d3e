"""Who heads a department is told from who heads the body."""

from __future__ import annotations

import pytest

from transdiff import Document
from transdiff.pipeline import annotated_story


@pytest.mark.parametrize(
    ("lang", "text", "function"),
    [
        ("en", "Laura Stein, head of communications at the airline, apologised.", "section-head"),
        ("en", "The airline's marketing director, Laura Stein, apologised.", "section-head"),
        ("en", "Laura Stein, head of the security service, apologised.", "head"),
        ("en", "Laura Stein, director of the museum, apologised.", "head"),
        ("en", "Laura Stein, managing director of the mill, apologised.", "chief-executive"),
        ("de", "Die Leiterin der Kommunikation, Laura Stein, bat um Nachsicht.", "section-head"),
        ("de", "Die Abteilungsleiterin Laura Stein bat um Nachsicht.", "section-head"),
        ("fr", "Le directeur des ventes d'Arvor, Luc Morel, a refusé.", "section-head"),
        ("es", "Jorge Paz, director de seguridad de la mina, se negó.", "section-head"),
        ("ru", "Директор по закупкам завода Олег Титов уволен.", "section-head"),
        ("ru", "Директор завода Олег Титов уволен.", "head"),
        ("zh", "该公司营销总监王建国辞职。", "section-head"),
        ("vi", "Giám đốc kinh doanh Trần Văn Nam từ chức.", "section-head"),
    ],
)
def test_departments(lang: str, text: str, function: str) -> None:
    story = annotated_story(None, Document.from_text(text, lang))
    titles = [t.function for s in story.segments for t in s.facts.titles]
    assert titles == [function]
