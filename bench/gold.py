"""Planted divergences: ``python -m bench.gold [--misses] [--set dev-01]`` scores the gold sets.

Writes one prediction per set with the public API alone and hands them to ``score_gold.py``.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import transdiff
from bench.shared import shared
from bench.table import Row


def article_sets(folder: Path) -> list[Path]:
    """Return the article sets in *folder*, which have answers, by name."""
    return sorted(p for p in folder.iterdir() if (p / "gold.json").is_file())


def predict(folder: Path) -> dict[str, Any]:
    """Compare the set in *folder* and return the scorer's prediction."""
    report = transdiff.compare(*documents(folder))
    return {
        "findings": [as_scored(f) for f in report.findings],
        "score": report.fidelity,
        "alignment": list(_links(report)),
    }


def documents(folder: Path) -> tuple[transdiff.Document, dict[str, transdiff.Document]]:
    """Read the article and the references, by their files, of the set in *folder*."""
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    article = _document(folder / "translation.txt", meta["hyp_lang"], meta["publication_date"])
    return article, {
        r["file"]: _document(folder / r["file"], r["lang"], None) for r in meta["refs"]
    }


def _document(path: Path, lang: str, published: str | None) -> transdiff.Document:
    text = path.read_bytes().decode("utf-8")
    return transdiff.Document.from_text(text, lang, id=path.stem, published=published)


def as_scored(finding: transdiff.Finding) -> dict[str, Any]:
    """Return a finding as the scorer takes it: with its first evidence in a reference."""
    evidence = next((e for e in finding.evidence if e.reference is not None), None)
    return {
        "category": finding.category,
        "severity": str(finding.severity),
        "hyp_start": finding.span.start,
        "hyp_end": finding.span.end,
        "ref_file": evidence.reference if evidence else None,
        "ref_start": evidence.span.start if evidence else None,
        "ref_end": evidence.span.end if evidence else None,
        "message": finding.message,
    }


def _links(report: transdiff.Report) -> Any:
    for link in report.alignment.links:
        for i in link.translation:
            for j in link.reference_segments:
                mine = report.article.segments[i]
                theirs = report.references[link.reference].segments[j]
                yield {
                    "hyp_start": mine.start,
                    "hyp_end": mine.end,
                    "ref_file": link.reference,
                    "ref_start": theirs.start,
                    "ref_end": theirs.end,
                }


def score(prefix: str, out: Path | None, *flags: str) -> int:
    """Predict the sets whose name starts with *prefix* and run the scorer with *flags*."""
    gold = shared("gold")
    with tempfile.TemporaryDirectory() as scratch:
        folder, view = out or Path(scratch, "predictions"), Path(scratch, "gold")
        folder.mkdir(parents=True, exist_ok=True)
        view.mkdir()
        for one in article_sets(gold):
            if one.name.startswith(prefix):
                (view / one.name).symlink_to(one)
                prediction = json.dumps(predict(one), ensure_ascii=False)
                (folder / f"{one.name}.json").write_text(prediction, encoding="utf-8")
        scorer = [sys.executable, str(gold / "score_gold.py"), str(folder), "--gold", str(view)]
        quiet = subprocess.DEVNULL if "--json" in flags else None
        return subprocess.run([*scorer, *flags], check=False, stdout=quiet).returncode


def rows() -> list[Row]:
    """Planted items found with the right kind and weight, and alarms on what is faithful."""
    with tempfile.TemporaryDirectory() as scratch:
        report = Path(scratch, "report.json")
        code = score("", None, "--json", str(report))
        found = json.loads(report.read_text(encoding="utf-8")) if code == 0 else {}
    strict, alarms, rank = found["major_up"], found["precision_proxy"], found["rank"]
    clean = alarms["faithful_sets"]
    quiet = alarms["false_alarms_on_sparse_sets"] / max(1, alarms["sparse_sets"])
    minor = alarms["minor_findings_on_faithful_sets"] / max(1, clean)
    return [
        Row(
            "gold: strict recall, major and critical",
            f"{strict['recall_strict']:.3f}",
            ">= .40",
            "naive .17",
        ),
        Row(
            "gold: false alarms an article",
            f"{alarms['false_alarms_per_article']:.2f}",
            "<= 1.0",
            "naive 2.6",
        ),
        Row("gold: false alarms an article, sparse sets", f"{quiet:.2f}", "<= 1.0"),
        Row("gold: minor findings an article, faithful sets", f"{minor:.1f}", "<= 4"),
        Row("gold: rank of fidelity against penalty", f"{rank['spearman_penalty']:.3f}"),
        Row("gold: faithful against critical, AUC", f"{rank['auc_faithful_vs_critical']:.3f}"),
        Row(
            "gold: links, precision / recall",
            "{precision:.3f} / {recall:.3f}".format(**found["alignment"]),
        ),
    ]


def main() -> int:
    """Predict every set and print the scorer's report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--set", default="", help="only sets whose name starts with this")
    parser.add_argument("--out", type=Path, help="keep the predictions in this folder")
    options, rest = parser.parse_known_args()
    return score(options.set, options.out, *rest)


if __name__ == "__main__":
    raise SystemExit(main())
