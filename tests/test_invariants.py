"""What holds for every comparison, whatever the texts say."""

from __future__ import annotations

import itertools
import json
import pickle
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import transdiff
from corpora import SETS, documents, report
from transdiff.model import Role, Status

WORDS = st.sampled_from(
    (
        *("The minister", "said", "on Monday", "that", "12 people", "were not", "hurt in"),
        *("two attacks", "near", "Port Lorne.", "“Quote,”", "he denied!", "Über", "Straße"),
        *("3,5 %", "中国", "官员", "表示", "Հայաստան", "(AFP)", "<b>", "&", "\u202e"),
    )
)
TEXTS = st.lists(WORDS, min_size=1, max_size=40).map(" ".join)


@pytest.mark.parametrize("name", SETS)
def test_a_text_against_itself_is_clean_and_fully_faithful(name: str) -> None:
    article, _ = documents(name)
    same = transdiff.compare(article, {"self": article})
    assert [f for f in same.findings if any(e.reference for e in f.evidence)] == []
    assert same.fidelity == 100.0
    assert same.alignment.unsupported == ()


def test_a_headline_surer_than_its_own_text_is_no_divergence_from_itself() -> None:
    text = "Bridge reopens\n\nThe harbour bridge may reopen on Friday, the council said.\n"
    article = transdiff.Document.from_text(text, "en", id="article")
    found = transdiff.compare(article, {"self": article}).findings
    assert [f for f in found if any(e.reference for e in f.evidence)] == []


@pytest.mark.parametrize("name", SETS)
def test_quotes_are_exactly_what_their_spans_hold(name: str) -> None:
    found = report(name)
    texts = {s.key: s.document.text for s in found.documents}
    for finding in found.findings:
        assert finding.span.of(texts[None]) == finding.quote
        for evidence in finding.evidence:
            assert evidence.span.of(texts[evidence.reference]) == evidence.quote
            assert evidence.span.start <= evidence.span.end
            assert evidence.quote or evidence.role is not Role.CONTRADICTS
    for entry in found.ledger:
        for mention in entry.mentions:
            assert mention.span.of(texts[mention.reference]) == mention.quote


@pytest.mark.parametrize("name", SETS)
def test_every_finding_has_evidence_and_a_fingerprint_of_its_own(name: str) -> None:
    found = report(name).findings
    assert all(f.evidence for f in found)
    assert len({f.fingerprint for f in found}) == len(found)


@pytest.mark.parametrize("name", SETS)
def test_links_and_leftovers_cover_every_compared_segment(name: str) -> None:
    found = report(name)
    compared = {i for i, s in enumerate(found.sentences) if s.kind.compared}
    linked = {i for link in found.alignment.links for i in link.translation}
    assert linked | set(found.alignment.unsupported) == compared
    assert not linked & set(found.alignment.unsupported)
    for key, source in found.references.items():
        used = {
            j
            for link in found.alignment.links
            if link.reference == key
            for j in link.reference_segments
        }
        assert not used & set(found.alignment.omitted[key])
        assert used | set(found.alignment.omitted[key]) <= set(range(len(source.segments)))
    for i, sentence in enumerate(found.sentences):
        assert (sentence.status is Status.ONLY_HERE) == (i in compared and i not in linked)


@pytest.mark.parametrize("name", SETS)
def test_order_of_references_does_not_matter(name: str) -> None:
    article, references = documents(name)
    for order in itertools.permutations(references.items()):
        assert transdiff.compare(article, dict(order)) == report(name)


@pytest.mark.parametrize("name", SETS)
def test_json_and_pickle_round_trips_are_identities(name: str, tmp_path: Path) -> None:
    found = report(name)
    path = tmp_path / "report.json"
    path.write_text(json.dumps(found.to_dict()), "utf-8")
    assert transdiff.load_report(path) == found
    assert pickle.loads(pickle.dumps(found)) == found


def test_a_process_pool_finds_what_one_process_finds() -> None:
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        assert list(pool.map(report, SETS[:2])) == [report(name) for name in SETS[:2]]


@settings(max_examples=60, deadline=None)
@given(TEXTS, TEXTS)
def test_no_text_makes_a_comparison_fail(mine: str, theirs: str) -> None:
    try:
        article = transdiff.Document.from_text(mine, "en", id="article")
        wire = transdiff.Document.from_text(theirs, id="wire")
    except transdiff.TransdiffError:
        return
    found = transdiff.compare(article, [wire])
    assert 0.0 <= found.fidelity <= 100.0
    assert found == transdiff.compare(article, [wire])


def test_two_single_sentences_are_always_linked() -> None:
    a = transdiff.Document.from_sentences(["Rain fell."], "en")
    b = transdiff.Document.from_sentences(["Parliament met."], "en")
    assert len(transdiff.align(a, {"wire": b}).links) == 1


def test_equal_ids_need_labels() -> None:
    text = transdiff.Document.from_text("Rain fell on Monday.", "en", id="same")
    with pytest.raises(ValueError, match="same id"):
        transdiff.compare(text, [text, text])
