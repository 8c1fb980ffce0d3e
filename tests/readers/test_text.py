"""What a page is made of: every line below is typed as the first column says."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transdiff.errors import InputError
from transdiff.model import BlockKind, Document

BODY = "The harbour reopened on Saturday after a week of storms, officials said."

DATELINES = {
    "ALTA, March 13. /TASS/. ": ("ALTA", "TASS", 3, 13),
    "ALTA, March 13 (Reuters) - ": ("ALTA", "Reuters", 3, 13),
    "ALTA (Reuters) - ": ("ALTA", "Reuters", None, None),
    "ALTA, Norway (AP) — ": ("ALTA, Norway", "AP", None, None),
    "Kiel (dpa) - ": ("Kiel", "dpa", None, None),
    "Kiel, 12. Nov (Reuters) - ": ("Kiel", "Reuters", 11, 12),
    "Brest, 21 août 2024 (AFP) - ": ("Brest", "AFP", 8, 21),
    "Brest (Bélarus), 21 août 2024 (AFP) - ": ("Brest", "AFP", 8, 21),
    "Alta (Norvège) (AFP) - ": ("Alta", "AFP", None, None),
    "ALTA, Norway (AP) _ ": ("ALTA, Norway", "AP", None, None),
    "Vigo, 18 feb (EFE).- ": ("Vigo", "EFE", 2, 18),
    "(ANSA) - ROMA, 18 FEB - ": ("ROMA", "ANSA", 2, 18),
    "ALTA, Norway (FNA) -- ": ("ALTA, Norway", "FNA", None, None),
    "ТУЛА, 18 сентября. /ТАСС/. ": ("ТУЛА", "ТАСС", 9, 18),
    "ТУЛА, 18 сентября. ": ("ТУЛА", "", 9, 18),
    "Kiel, 12. Nov. ": ("Kiel", "", 11, 12),
    "ОДЕСА, 13 березня. /Укрінформ/. ": ("ОДЕСА", "Укрінформ", 3, 13),
    "ԳՅՈՒՄՐԻ, 13 ՄԱՐՏԻ, ԱՐՄԵՆՊՐԵՍ։ ": ("ԳՅՈՒՄՐԻ", "ԱՐՄԵՆՊՐԵՍ", 3, 13),
    "Huế (TTXVN) - ": ("Huế", "TTXVN", None, None),
    "新华社青岛6月3日电 ": ("青岛", "新华社", 6, 3),
    "【ソウル共同】": ("ソウル", "共同", None, None),
    "صفاقس 2 أكتوبر (وات) - ": ("صفاقس", "وات", 10, 2),
}
ORDINARY = [
    "Share prices rose.",
    "Read more books, the minister said.",
    "Follow the money, investigators were told.",
    "Comment on the talks was not available.",
    "By Monday the water had gone.",
    "تحرير المدينة استغرق ثلاثة أسابيع.",
    "NATO (OTAN) said that prices rose.",
    "According to TASS, the ship sank.",
    "Reporting by the agency shows that prices rose.",
    "The photo was published by AFP.",
    "The source asked not to be named.",
    "Sign up for the draft, he urged young men.",
    "Paris (Texas) - the film - was shown in Alta.",
    "Subscribe to the theory or not, the facts stand.",
    "NATO - the alliance of 32 states - met in Bergen.",
    "The Bank of Norland (BoN) said it would act.",
    "Related or not, the two cases are now one.",
    "Reuters witnesses felt the ground sway.",
    "Tags were found on two of the whales.",
    "Home prices fell; rents > wages, the union said.",
    "Источник в ведомстве сообщил о задержке.",
    "Theo dõi sát diễn biến, Bộ Công Thương cho biết.",
    "Partager le pouvoir, voilà l'enjeu.",
]
RESIDUE = [
    "___", "* * *", "((ann@agency.example; +47 22 00 00))",
    "The post Ferries stop appeared first on Daily Fjord.",
    "Follow AP's coverage of the strike at https://example.org/strike",
    "Source link", "Comment (0)", "Comments", "3 comments", "Share",
    "Facebook Twitter WhatsApp",
    "Share | Print | Email", "Home > World > Europe", "Tags: ports, storms", "Read more: Ten tips",
    "Follow us on Telegram", "Subscribe to our daily newsletter",
    "© 2024 The Daily", "Advertisement",
    "https://example.org/a/b", "#ports #storm", "1,204 views", "3 min read",
    "Link nguồn", "Bình luận (2)", "Xem thêm", "Từ khóa: cảng, bão", "Theo dõi chúng tôi trên Zalo",
    "Поделиться", "Читайте также: Шторм", "Подписывайтесь на наш канал", "Поділитися", "Теги: порт",
    "责任编辑：王某", "相关阅读：港口", "点击查看更多", "関連記事", "اقرأ أيضا: الميناء",
    "تابعونا على فيسبوك",
    "Կիսվել", "Կարդացեք նաև՝ Նավահանգիստ", "Lire aussi : La tempête", "Suivez-nous sur Facebook",
    "Lesen Sie auch: Der Sturm", "Folgen Sie uns auf X",
    "Lea también: La tormenta", "Leia também: A",
]  # fmt: skip
CREDITS = [
    "(إعداد سامي حداد للنشرة العربية - تحرير ليلى نصر)",
    "(According to TASS, Reuters)", "Mai Lan (According to TASS , Reuters )", "(Reuters)",
    "(Reporting by Ann Olsen; Editing by Per Lund)", "Reporting by Ann Olsen; Editing by Per Lund",
    "(Theo TASS, Reuters)", "(По материалам ТАСС, Reuters)", "Quelle: dpa", "来源：新华社",
    "(TTXVN/Vietnam+)", "(Avec AFP)", "(Con información de EFE)", "Nguồn: TTXVN",
]  # fmt: skip
CAPTIONS = [
    "Ships wait off Alta. Photo: AFP",
    "Dockers at work. (AP Photo/Ann Olsen)", "FILE PHOTO: A ship",
    "Tàu chờ ngoài khơi. Ảnh: TTXVN", "Корабли у порта. Фото: ТАСС", "港口。（新华社记者王某摄）",
]  # fmt: skip


@pytest.mark.parametrize(("line", "expected"), DATELINES.items())
def test_a_dateline_is_a_block_of_its_own(line: str, expected: tuple[object, ...]) -> None:
    document = Document.from_text(f"{line}{BODY}", "en")
    first, second = document.blocks
    assert (first.kind, second.kind) == (BlockKind.DATELINE, BlockKind.BODY)
    assert second.span.of(document.text) == BODY
    found = document.dateline
    assert found is not None
    assert (found.place, found.agency, found.month, found.day) == expected


@pytest.mark.parametrize("sentence", ORDINARY)
def test_a_sentence_of_a_story_is_body_wherever_it_stands(sentence: str) -> None:
    for text in (sentence, f"{BODY}\n\n{sentence}", f"{BODY} {sentence}", f"{sentence}\n{BODY}"):
        kinds = {block.kind for block in Document.from_text(text, "en").blocks}
        assert kinds == {BlockKind.BODY}, text


@pytest.mark.parametrize(
    ("kind", "line"),
    [(BlockKind.RESIDUE, line) for line in RESIDUE]
    + [(BlockKind.CREDIT, line) for line in CREDITS]
    + [(BlockKind.CAPTION, line) for line in CAPTIONS],
)
def test_a_line_around_the_story_is_not_compared(kind: BlockKind, line: str) -> None:
    document = Document.from_text(f"{BODY}\n\n{BODY}\n\n{line}\n\n{BODY}", "en")
    assert [b.kind for b in document.blocks] == [BlockKind.BODY] * 2 + [kind, BlockKind.BODY]
    assert document.blocks[2].span.of(document.text) == line


@pytest.mark.parametrize(
    ("kind", "tail"),
    [
        (BlockKind.RESIDUE, "Follow us on Facebook • Share"),
        (BlockKind.RESIDUE, "Source link"),
        (BlockKind.CREDIT, "(Reporting by Ann Olsen; Editing by Per Lund)"),
        (BlockKind.CAPTION, "Ships off Alta. Photo: AFP"),
    ],
)
def test_what_is_glued_to_a_paragraph_is_cut_off(kind: BlockKind, tail: str) -> None:
    document = Document.from_text(f"{BODY} Nobody was hurt. They were lucky. {tail}", "en")
    assert [b.kind for b in document.blocks] == [BlockKind.BODY, kind]
    assert document.blocks[1].span.of(document.text) == tail


def test_the_first_line_without_a_stop_is_the_headline() -> None:
    document = Document.from_text(f"Harbour reopens after storm\n\nBy Ann Olsen\n\n{BODY}", "en")
    kinds = [b.kind for b in document.blocks]
    assert kinds == [BlockKind.HEADLINE, BlockKind.BYLINE, BlockKind.BODY]
    assert document.title == "Harbour reopens after storm"


def test_a_lead_that_ends_with_a_stop_is_body() -> None:
    document = Document.from_text(f"{BODY}\n{BODY}", "en")
    assert [b.kind for b in document.blocks] == [BlockKind.BODY, BlockKind.BODY]


def test_hard_wrapped_lines_join_and_others_do_not() -> None:
    wrapped = (
        "The harbour of Alta reopened on Saturday after a week of\n"
        "storms, and twelve ships that had been waiting off the\n"
        "coast came in one after the other, officials said.\n"
    )
    assert len(Document.from_text(wrapped, "en").blocks) == 1
    assert len(Document.from_text(f"{BODY}\n{BODY}\n{BODY}", "en").blocks) == 3


def test_the_day_of_filing_takes_its_year_from_the_publication() -> None:
    text = f"ALTA, Dec 30 (Reuters) - {BODY}"
    assert Document.from_text(text, "en").written is None
    document = Document.from_text(text, "en", published="2025-01-02")
    assert document.written == datetime.date(2024, 12, 30)
    assert document.publisher == "Reuters"


def test_a_date_line_with_a_year_dates_the_document() -> None:
    document = Document.from_text(f"{BODY}\n\nPublished: March 14, 2024, 10:32 GMT", "en")
    assert document.blocks[-1].kind in (BlockKind.DATELINE, BlockKind.RESIDUE)


@pytest.mark.parametrize("text", ["", " \n", "…!?", "\ufeff"])
def test_text_without_a_letter_is_an_error(text: str) -> None:
    with pytest.raises(InputError, match="no text"):
        Document.from_text(text)


@given(st.text(max_size=300))
def test_blocks_are_in_order_and_hold_all_the_text(text: str) -> None:
    if not any(c.isalnum() for c in text.removeprefix("\ufeff")):
        return
    document = Document.from_text(text, "en")
    at = 0
    for block in document.blocks:
        assert block.span.start >= at
        assert not document.text[at : block.span.start].strip()
        assert block.span.of(document.text).strip() == block.span.of(document.text) != ""
        at = block.span.end
    assert not document.text[at:].strip()
