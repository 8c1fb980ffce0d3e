"""The baseline file: sorted, without line numbers, and changed only as asked."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from tests.reporters.reports import addition, number_value, report
from transdiff.baseline import dumps, known, loads, marked, updated
from transdiff.errors import InputError
from transdiff.model import Standing

BOTH = report(number_value(), addition())


def test_the_file_is_sorted_and_the_same_in_whatever_order_findings_come() -> None:
    entries = known(BOTH)
    assert dumps(entries) == dumps(reversed(entries))
    rows = json.loads(dumps(entries))["findings"]
    assert [row["rule"] for row in rows] == ["addition-unsupported", "number-value"]
    assert not {"line", "start", "span"} & rows[0].keys()


def test_what_is_written_is_read_back() -> None:
    assert loads(dumps(known(BOTH)).encode(), "b") == tuple(sorted(known(BOTH)))


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b"\xff", b'{"version": "1"}'])
def test_anything_else_is_refused_with_its_name(data: bytes) -> None:
    with pytest.raises(InputError, match=r"b\.json"):
        loads(data, "b.json")


def test_known_findings_are_marked_and_stale_entries_noticed() -> None:
    found = marked(report(addition()), known(BOTH))
    assert [f.standing for f in found.findings] == [Standing.KNOWN]
    assert [n.kind for n in found.notices] == ["stale-baseline"]


def test_a_suppressed_finding_stays_suppressed_and_out_of_the_file() -> None:
    accepted = replace(number_value(), standing=Standing.SUPPRESSED, reason="confirmed")
    assert known(report(accepted)) == ()
    assert marked(report(accepted), known(BOTH)).findings[0].standing is Standing.SUPPRESSED


def test_an_entry_counts_for_its_own_document_only() -> None:
    entries = [replace(entry, document="other") for entry in known(BOTH)]
    assert marked(BOTH, entries).open_findings == BOTH.findings


def test_update_only_removes_unless_asked_to_add() -> None:
    (old,) = known(report(number_value()))
    kept = updated([old], [report(addition())])
    assert (kept.entries, kept.removed) == ((), (old,))
    grown = updated([old], [BOTH], add=True)
    assert [entry.rule for entry in grown.added] == ["addition-unsupported"]
    assert len(grown.entries) == 2


def test_articles_that_were_not_checked_stay_unless_pruned() -> None:
    elsewhere = replace(known(report(number_value()))[0], document="other")
    assert updated([elsewhere], [report()]).entries == (elsewhere,)
    assert updated([elsewhere], [report()], prune=True).entries == ()


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b'{"version": 1}', b"<<<<<<< HEAD"])
def test_what_is_no_baseline_says_what_to_do(data: bytes) -> None:
    with pytest.raises(InputError, match=r"^b\.json: not a transdiff baseline: .*create --force$"):
        loads(data, "b.json")


def test_a_baseline_of_another_version_says_what_to_do() -> None:
    with pytest.raises(InputError, match=r"^b\.json: a baseline of version 0, .*create --force$"):
        loads(b'{"version": "0", "findings": [{"old": 1}]}', "b.json")
