"""The rule that ``docs/writing-a-rule.md`` teaches works as printed, by way of its entry point."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path


def test_the_documented_rule_is_found_and_finds(root: Path, tmp_path: Path) -> None:
    page = (root / "docs" / "writing-a-rule.md").read_text("utf-8")
    source, taught = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    package = tmp_path / "newsdesk_rules"
    package.mkdir()
    (package / "__init__.py").touch()
    (package / "term_brand.py").write_text(source, "utf-8")
    info = tmp_path / "newsdesk_rules-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: newsdesk-rules\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(
        "[transdiff.rules]\nterm-brand = newsdesk_rules.term_brand:term_brand\n"
    )
    (tmp_path / "article.txt").write_text("The Northern Wire Bureau reported it.\n")
    (tmp_path / "wire.txt").write_text("Northern Press reported it.\n")
    (tmp_path / "own.py").write_text(
        "from newsdesk_rules.term_brand import term_brand\n" + taught + "test_examples()\n"
    )

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, *arguments],
            cwd=tmp_path,
            env={"PYTHONPATH": str(tmp_path), "PATH": ""},
            capture_output=True,
            text=True,
            check=False,
        )

    found = run("-m", "transdiff", "compare", "article.txt", "wire.txt", "--select", "term-brand")
    assert "article.txt:1:5: minor term-brand" in found.stdout, found.stderr
    assert "old name" in run("-m", "transdiff", "explain", "term-brand").stdout
    assert run("own.py").returncode == 0
