"""Reports built by hand: a strike at a port, told by three agencies, all of them invented."""

# ruff: noqa: E501

from __future__ import annotations

import random

from transdiff.facts import Span
from transdiff.model import (
    Alignment,
    Block,
    BlockKind,
    Cost,
    Document,
    Entry,
    Evidence,
    Finding,
    Gate,
    Link,
    Mention,
    Report,
    Role,
    Score,
    Sentence,
    Severity,
    Skipped,
    Source,
    Status,
    Support,
    digest,
)

Line = tuple[BlockKind, str]
HEAD, BODY = BlockKind.HEADLINE, BlockKind.BODY

ARTICLE: tuple[Line, ...] = (
    (HEAD, "Tarsk port workers storm out, minister admits “serious losses”"),
    (
        BODY,
        "About 4,500 dockers at the port of Tarsk walked out on Tuesday after talks on pay collapsed, the union said.",
    ),
    (
        BODY,
        "Prime Minister Ilse Varga claimed that the strike would cost the country 12 million crowns a day.",
    ),
    (BODY, "“We will talk tomorrow if the blockade ends,” Varga told reporters in the capital."),
    (BODY, "Union leader Pavel Orlo denied that the men had blocked the grain terminal."),
    (
        BODY,
        "Grain shipments through Tarsk rose 3.5 percent last year to 18 million metric tons, according to the port.",
    ),
    (BODY, "Mr Orlo said that the union had not received a written offer."),
    (BODY, "The regime in Tarsk sent riot police to the gates, and eleven people were injured."),
    (
        BODY,
        "Analysts at Corvin Bank expect the dispute to end within a week, although neighbouring ports have already taken in forty ships.",
    ),
    (
        BODY,
        "It is the biggest stoppage at the harbour since the 1998 lockout, which lasted 19 days.",
    ),
    (BODY, "The port will probably reopen on Friday, the harbour master said."),
    (BODY, "Neighbouring Selmark has offered to mediate, calling the quarrel “a family matter”."),
    (BlockKind.CAPTION, "Dockers gather at Gate 3. Photo: Northwire"),
    (BlockKind.RESIDUE, "Source link · Share · Comment (0)"),
)
NORTHWIRE: tuple[Line, ...] = (
    (HEAD, "Tarsk dockers strike over pay; minister speaks of losses"),
    (
        BODY,
        "About 450 dockers at the port of Tarsk walked out on Tuesday after pay talks broke down, their union said.",
    ),
    (
        BODY,
        "Deputy Prime Minister Ilse Varga said the strike would cost the country 1.2 million crowns a day.",
    ),
    (
        BODY,
        "“We will talk tomorrow even if the blockade goes on,” Varga told reporters in the capital.",
    ),
    (BODY, "Union leader Pavel Orlo said the men had not blocked the grain terminal."),
    (
        BODY,
        "Grain shipments via Tarsk rose by 3.5 per cent last year to 18 million tonnes, according to the port.",
    ),
    (BODY, "Mr. Orlo said the union had received no written offer."),
    (
        BODY,
        "The city authorities sent riot police to the gates, and 11 people were injured, two of them seriously.",
    ),
    (
        BODY,
        "Neighboring ports have already taken in 40 ships, and analysts at Corvin Bank expect the dispute to end within weeks.",
    ),
    (
        BODY,
        "It is the biggest stoppage at the harbor since the 1998 lockout, which lasted 19 days.",
    ),
    (BODY, "The port may reopen on Friday, the harbor master said."),
    (BODY, "A court in Tarsk will hear the port's request for an injunction on Thursday."),
)
VESTNIK: tuple[Line, ...] = (
    (HEAD, "Докеры порта Тарск объявили забастовку"),
    (BODY, "Около 450 докеров порта Тарск прекратили работу во вторник, сообщил профсоюз."),
    (
        BODY,
        "Вице-премьер Ильзе Варга заявила, что забастовка обойдётся стране в 1,2 млн крон в день.",
    ),
    (BODY, "Лидер профсоюза Павел Орло сказал, что рабочие не блокировали зерновой терминал."),
    (BODY, "Власти города направили к воротам полицию, пострадали 11 человек."),
    (BODY, "Профсоюз требует повышения оплаты на 9% с 1 января."),
)
SADA: tuple[Line, ...] = (
    (HEAD, "إضراب عمال ميناء تارسك"),
    (BODY, "قالت النقابة إن نحو 450 عاملا في ميناء تارسك بدأوا إضرابا يوم الثلاثاء."),
    (BODY, "وقالت نائبة رئيس الوزراء إيلزه فارغا إن الإضراب سيكلف البلاد 1.2 مليون كرونة يوميا."),
    (BODY, "وأصيب 11 شخصا عند بوابات الميناء."),
)

LINKS = (
    (0, "northwire", (0,), 0.62), (1, "northwire", (1,), 0.84), (2, "northwire", (2,), 0.81),
    (3, "northwire", (3,), 0.74), (4, "northwire", (4,), 0.71), (5, "northwire", (5,), 0.93),
    (6, "northwire", (6,), 0.82), (7, "northwire", (7,), 0.72), (8, "northwire", (8,), 0.78),
    (9, "northwire", (9,), 0.98), (10, "northwire", (10,), 0.80),
    (1, "vestnik", (1,), 0.70), (2, "vestnik", (2,), 0.68), (4, "vestnik", (3,), 0.66),
    (7, "vestnik", (4,), 0.58), (1, "sada", (1,), 0.64), (2, "sada", (2,), 0.66),
    (7, "sada", (3,), 0.41),
)  # fmt: skip

FINDINGS = (
    ("headline-overstated", "meaning", "headline", "major", "storm out", 'article "storm out" · northwire "strike"', (("northwire", "strike", "contradicts", ""),)),
    ("attribution-verb", "meaning", "attribution_verb", "major", "admits", 'article "admits" · northwire "speaks of"', (("northwire", "speaks of", "contradicts", "say"),)),
    ("quote-promoted", "quotes", "quote_promoted", "major", "“serious losses”", 'quoted in the article only: "serious losses"', (("northwire", "losses", "nearest", ""),)),
    ("scale", "facts", "scale", "critical", "About 4,500", 'article "4,500" · northwire, sada, vestnik "450"', (("northwire", "About 450", "contradicts", "450"), ("vestnik", "Около 450", "contradicts", "450"), ("sada", "نحو 450", "contradicts", "450"))),
    ("title-promoted", "names", "title", "major", "Prime Minister", 'article "Prime Minister" · northwire "Deputy Prime Minister"', (("northwire", "Deputy Prime Minister", "contradicts", "deputy prime-minister"), ("vestnik", "Вице-премьер", "contradicts", "deputy prime-minister"), ("sada", "نائبة رئيس الوزراء", "contradicts", "deputy prime-minister"))),
    ("attribution-verb", "meaning", "attribution_verb", "major", "claimed", 'article "claimed" · northwire "said"', (("northwire", "said the strike", "contradicts", "say"), ("vestnik", "заявила", "contradicts", "say"))),
    ("number-value", "facts", "number", "critical", "12 million crowns", 'article "12 million crowns" · northwire "1.2 million crowns"', (("northwire", "1.2 million crowns", "contradicts", "1200000 crown"), ("vestnik", "1,2 млн крон", "contradicts", "1200000 crown"), ("sada", "1.2 مليون كرونة", "contradicts", "1200000 crown"))),
    ("quote-altered", "quotes", "quote_altered", "critical", "if the blockade ends", 'article "if the blockade ends" · northwire "even if the blockade goes on"', (("northwire", "even if the blockade goes on", "contradicts", ""),)),
    ("condition-changed", "meaning", "condition", "major", "if the blockade ends", 'condition "if" · northwire "even if"', (("northwire", "even if", "contradicts", "concession"),)),
    ("attribution-verb", "meaning", "attribution_verb", "minor", "denied", 'article "denied" · northwire "said"', (("northwire", "said the men", "contradicts", "say"), ("vestnik", "сказал", "contradicts", "say"))),
    ("loaded-term", "wording", "loaded_term", "major", "The regime in Tarsk", 'article "regime" · northwire "city authorities"', (("northwire", "The city authorities", "contradicts", ""), ("vestnik", "Власти города", "contradicts", ""))),
    ("omission-detail", "coverage", "omission", "minor", "|injured.", 'not in the article: northwire "two of them seriously"', (("northwire", ", two of them seriously", "missing", ""),)),
    ("date-value", "facts", "date", "major", "within a week", 'article "within a week" · northwire "within weeks"', (("northwire", "within weeks", "contradicts", ""),)),
    ("hedge-strengthened", "meaning", "hedge", "minor", "will probably reopen", 'article "will probably" · northwire "may"', (("northwire", "may reopen", "contradicts", "possible"),)),
    ("addition", "coverage", "addition", "major", "Neighbouring Selmark has offered to mediate, calling the quarrel “a family matter”.", "no reference says this", (("northwire", "Neighboring ports", "nearest", ""),)),
    ("consistency-honorific", "names", "consistency", "minor", "Mr Orlo", 'article "Mr Orlo" · elsewhere "Union leader Pavel Orlo"', ((None, "Union leader Pavel Orlo", "self", ""),)),
    ("residue-link", "page", "residue", "minor", "Source link · Share · Comment (0)", 'page furniture: "Source link · Share · Comment (0)"', ()),
)  # fmt: skip

LEDGER = (
    ("number", "450 person", ((None, "About 4,500", "4500"), ("northwire", "About 450", "450"), ("vestnik", "Около 450", "450"), ("sada", "نحو 450", "450"))),
    ("number", "1200000 crown", (("northwire", "1.2 million crowns", ""), ("vestnik", "1,2 млн крон", ""), ("sada", "1.2 مليون كرونة", ""))),
    ("number", "12000000 crown", ((None, "12 million crowns", ""),)),
    ("number", "3.5 percent", ((None, "3.5 percent", ""), ("northwire", "3.5 per cent", ""))),
    ("number", "18000000 tonne", ((None, "18 million metric tons", ""), ("northwire", "18 million tonnes", ""))),
    ("number", "11 person", ((None, "eleven people", ""), ("northwire", "11 people", ""), ("vestnik", "11 человек", ""), ("sada", "11 شخصا", ""))),
    ("number", "40 ship", ((None, "forty ships", ""), ("northwire", "40 ships", ""))),
    ("number", "19 day", ((None, "19 days", ""), ("northwire", "19 days", ""))),
    ("number", "9 percent", (("vestnik", "9%", ""),)),
    ("date", "2026-05-12", ((None, "on Tuesday", ""), ("northwire", "on Tuesday", ""), ("vestnik", "во вторник", ""), ("sada", "يوم الثلاثاء", ""))),
    ("date", "1998", ((None, "1998", ""), ("northwire", "1998", ""))),
    ("date", "2026-05-15", ((None, "on Friday", ""), ("northwire", "on Friday", ""))),
    ("date", "2026-05-14", (("northwire", "on Thursday", ""),)),
    ("quotation", "we will talk tomorrow", ((None, "We will talk tomorrow if the blockade ends,", ""), ("northwire", "We will talk tomorrow even if the blockade goes on,", ""))),
    ("quotation", "a family matter", ((None, "a family matter", ""),)),
    ("name", "Ilse Varga", ((None, "Prime Minister Ilse Varga", ""), (None, "Varga", ""), ("northwire", "Deputy Prime Minister Ilse Varga", ""), ("vestnik", "Вице-премьер Ильзе Варга", ""), ("sada", "إيلزه فارغا", ""))),
    ("name", "Pavel Orlo", ((None, "Union leader Pavel Orlo", ""), (None, "Mr Orlo", ""), ("northwire", "Union leader Pavel Orlo", ""), ("northwire", "Mr. Orlo", ""), ("vestnik", "Павел Орло", ""))),
    ("name", "Tarsk", ((None, "Tarsk", ""), ("northwire", "Tarsk", ""), ("vestnik", "Тарск", ""), ("sada", "تارسك", ""))),
    ("name", "Corvin Bank", ((None, "Corvin Bank", ""), ("northwire", "Corvin Bank", ""))),
    ("name", "Selmark", ((None, "Selmark", ""),)),
)  # fmt: skip


def source(key: str | None, lines: tuple[Line, ...], lang: str, published: str) -> Source:
    """A document whose lines are its segments."""
    text, blocks = "", []
    for kind, line in lines:
        start = len(text)
        text += line + "\n"
        blocks.append(Block(kind, Span(start, start + len(line))))
    document = Document(
        id=key or "tarsk-port",
        text=text,
        lang=lang,
        title=lines[0][1] if key is None else "",
        blocks=tuple(blocks),
        publisher=(key or "The Daily Ledger").title(),
        published=published,
        sha256=digest(text),
    )
    return Source(key, document, tuple(b.span for b in blocks))


def span_of(text: str, quote: str) -> Span:
    """Where *quote* first stands; ``|quote`` is the empty span in front of it."""
    start = text.index(quote.removeprefix("|"))
    return Span(start, start if quote.startswith("|") else start + len(quote))


def finding(sources: dict[str | None, Source], row: tuple[object, ...]) -> Finding:
    """A finding from (rule, group, category, severity, quote, message, evidence)."""
    rule, group, category, severity, quote, message, evidence = row
    text = sources[None].document.text
    span = span_of(text, str(quote))
    found = tuple(
        Evidence(key, span_of(sources[key].document.text, q), q, Role(role), value)
        for key, q, role, value in evidence  # type: ignore[attr-defined]
    )
    print_of = digest(f"{rule}{quote}")[:16]
    return Finding(
        str(rule), str(group), str(category), Severity(str(severity)), span, span.of(text),
        str(message), found, 0.9, "", print_of,
    )  # fmt: skip


def sample_report() -> Report:
    """The English article against its three references."""
    return build(
        source(None, ARTICLE, "en", "2026-05-12"),
        (
            source("northwire", NORTHWIRE, "en", "2026-05-12"),
            source("sada", SADA, "ar", "2026-05-12"),
            source("vestnik", VESTNIK, "ru", "2026-05-12"),
        ),
        LINKS,
        FINDINGS,
        LEDGER,
    )


def hostile_report() -> Report:
    """A news page that tries everything: markup, handlers, overrides, a word without end."""
    lines = (
        (HEAD, "<script>alert(1)</script> & </title><img src=x onerror=alert(1)>"),
        (BODY, "Officials \u202egnp.exe\u202c said \u200bnothing\x00 at\x07 all\ufeff."),
        (
            BODY,
            "javascript:alert(1) </style><svg onload=alert(1)> \"onmouseover=alert(1) '{{ 7*7 }}",
        ),
        (BODY, "A" * 10_000),
        (BODY, "<a href=javascript:alert(1)>click</a> <!-- --> ]]> \ud800"),
    )
    key = "<b onclick=alert(1)>tass"
    article = source(None, lines, "en", "2026-05-12")
    reference = source(key, lines[1:], "en", "2026-05-12")
    links = ((1, key, (0,), 0.9), (2, key, (1,), 0.9), (3, key, (2,), 0.9))
    rows = (
        (
            "unicode-hidden",
            "page",
            "unicode",
            "minor",
            "\u202egnp.exe\u202c",
            'hidden "\u202e"',
            ((key, "\u202egnp.exe", "contradicts", "<i>"),),
        ),
        (
            "<script>",
            "<group>",
            "number",
            "critical",
            "javascript:alert(1)",
            "<img src=x onerror=alert(1)>",
            ((key, "</style>", "contradicts", ""),),
        ),
    )
    return build(
        article, (reference,), links, rows, (("name", "</td>", ((None, "Officials", ""),)),)
    )


def large_report(sentences: int) -> Report:
    """An article of invented sentences, three references that vary them, a finding in each third."""
    words = [word for _, line in (*ARTICLE, *NORTHWIRE) for word in line.split()]
    choose = random.Random(sentences)
    lines = [[choose.choice(words) for _ in range(22)] for _ in range(sentences)]
    keys = ("alpha", "beta", "gamma")

    def varied(line: list[str]) -> str:
        other = list(line)
        for _ in range(4):
            other[choose.randrange(3, len(other))] = choose.choice(words)
        return " ".join(other)

    article = source(None, tuple((BODY, " ".join(line)) for line in lines), "en", "2026-05-12")
    references = tuple(
        source(key, tuple((BODY, varied(line)) for line in lines), "en", "2026-05-12")
        for key in keys
    )
    links = tuple((i, key, (i,), 0.8) for key in keys for i in range(sentences))
    rows = tuple(
        (
            "number-value", "facts", "number", "major", " ".join(line[:5]),
            f'article "{line[3]}" · alpha "{line[2]}"',
            tuple((key, " ".join(line[:3]), "contradicts", "450") for key in keys),
        )
        for line in lines[::3]
    )  # fmt: skip
    return build(article, references, links, rows)


def build(
    article: Source,
    references: tuple[Source, ...],
    links: tuple[tuple[int, str, tuple[int, ...], float], ...],
    rows: tuple[tuple[object, ...], ...],
    ledger: tuple[tuple[str, str, tuple[tuple[str | None, str, str], ...]], ...] = (),
) -> Report:
    """A whole report from its parts, with statuses that follow from links and findings."""
    sources: dict[str | None, Source] = {s.key: s for s in (article, *references)}
    findings = tuple(sorted((finding(sources, r) for r in rows), key=lambda f: f.span))
    alignment = Alignment(
        tuple(Link((i,), key, js, sim, moved=i == 8) for i, key, js, sim in links),
        tuple(
            i
            for i, block in enumerate(article.document.blocks)
            if block.kind.compared and i not in {link[0] for link in links}
        ),
        {
            r.key: tuple(
                j
                for j in range(len(r.segments))
                if not any(k == r.key and j in js for _, k, js, _ in links)
            )
            for r in references
            if r.key
        },
        (Link((11,), "northwire", (8,), 0.21),)
        if any(r.key == "northwire" for r in references)
        else (),
    )
    return Report(
        documents=(article, *references),
        alignment=alignment,
        sentences=tuple(_sentence(article, i, links, findings) for i in range(len(article.segments))),
        findings=findings,
        skipped=(Skipped("language-pack:ar", "no pack for the language of sada"),),
        scores=(
            Score("BLEU", 48.31, "nrefs:1|case:mixed|eff:no|tok:13a|smooth:exp|version:2.6.0"),
            Score("chrF", 69.02, "nrefs:1|case:mixed|eff:yes|nc:6|nw:0|space:no|version:2.6.0"),
            Score("TER", 41.7, "nrefs:1|case:lc|tok:tercom|norm:no|punct:yes|version:2.6.0"),
            Score("coverage", 0.917, "transdiff:1"),
            Score("COMET", None, "no encoder"),
        ),
        fidelity=61.4,
        costs=(
            Cost("critical findings", 21.5, tuple(f.fingerprint for f in findings if f.severity == "critical")),
            Cost("major findings", 10.2, tuple(f.fingerprint for f in findings if f.severity == "major")),
            Cost("additions", 4.1),
            Cost("minor findings", 1.9),
            Cost("wording", 0.9),
        ),
        ledger=tuple(
            Entry(
                kind,
                value,
                tuple(
                    Mention(key, span_of(sources[key].document.text, quote), quote, own)
                    for key, quote, own in mentions
                ),
            )
            for kind, value, mentions in ledger
        ),
        gate=Gate(False, ("3 critical findings", "8 major findings")),
        tool="transdiff 0.1.0",
        settings_hash="5e1f0c2ab7d94e33",
    )  # fmt: skip


def _sentence(
    article: Source,
    i: int,
    links: tuple[tuple[int, str, tuple[int, ...], float], ...],
    findings: tuple[Finding, ...],
) -> Sentence:
    span, kind = article.segments[i], article.document.blocks[i].kind
    supports = tuple(
        Support(k, js, sim) for at, k, js, sim in sorted(links, key=lambda x: x[1]) if at == i
    )
    worst = max(
        (f.severity.rank for f in findings if span.contains(f.span) and f.evidence), default=0
    )
    if not kind.compared:
        return Sentence(span, kind, Status.RESIDUE)
    if not supports:
        return Sentence(span, kind, Status.ONLY_HERE, (), 40.0)
    status = (Status.SUPPORTED, Status.PARTLY, Status.CONTRADICTED, Status.CONTRADICTED)[worst]
    return Sentence(span, kind, status, supports, (98.0, 86.0, 55.0, 30.0)[worst])
