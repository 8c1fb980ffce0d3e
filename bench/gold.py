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


def predict(folder: Path) -> dict[str, Any]:
    """Compare the set in *folder* and return the scorer's prediction."""
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    article = _document(folder / "translation.txt", meta["hyp_lang"], meta["publication_date"])
    references = {
        ref["file"]: _document(folder / ref["file"], ref["lang"], None) for ref in meta["refs"]
    }
    report = transdiff.compare(article, references)
    return {
        "findings": [_finding(f) for f in report.findings],
        "score": report.fidelity,
        "alignment": list(_links(report)),
    }


def _document(path: Path, lang: str, published: str | None) -> transdiff.Document:
    text = path.read_bytes().decode("utf-8")
    return transdiff.Document.from_text(text, lang, id=path.stem, published=published)


def _finding(finding: transdiff.Finding) -> dict[str, Any]:
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


def main() -> int:
    """Predict every set and print the scorer's report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--set", default="", help="only sets whose name starts with this")
    parser.add_argument("--out", type=Path, help="keep the predictions in this folder")
    options, rest = parser.parse_known_args()
    gold = shared("gold")
    with tempfile.TemporaryDirectory() as scratch:
        out = options.out or Path(scratch)
        out.mkdir(parents=True, exist_ok=True)
        view = Path(scratch) / "gold"
        view.mkdir()
        for folder in sorted(p for p in gold.iterdir() if p.name.startswith(options.set or "dev")):
            (view / folder.name).symlink_to(folder)
            prediction = json.dumps(predict(folder), ensure_ascii=False)
            (out / f"{folder.name}.json").write_text(prediction, encoding="utf-8")
        command = [sys.executable, str(gold / "score_gold.py"), str(out), "--gold", str(view)]
        return subprocess.run([*command, *rest], check=False).returncode


if __name__ == "__main__":
    raise SystemExit(main())
