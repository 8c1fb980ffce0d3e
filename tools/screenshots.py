"""Take the pictures of the HTML report that the README and the docs show.

``python tools/screenshots.py [SET]`` compares a set of ``corpora/`` and writes
``docs/images/report-*.png``. Needs Chromium and Playwright (the ``dev`` extra).
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from transdiff.cli import main as transdiff

ROOT = Path(__file__).resolve().parent.parent
SHOTS: dict[str, dict[str, Any]] = {
    "wide": {"viewport": {"width": 1440, "height": 900}},
    "dark": {"viewport": {"width": 1440, "height": 900}, "color_scheme": "dark"},
    "narrow": {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 2},
    "ledger": {"viewport": {"width": 1440, "height": 900}},
}


def main() -> int:
    """Render the report, open it once for each picture."""
    folder = ROOT / "corpora" / (sys.argv[1] if len(sys.argv) > 1 else "diplomacy-pact")
    names = ("chromium-headless-shell", "chromium", "google-chrome")
    path = next(filter(None, map(shutil.which, names)), None)
    if path is None:
        sys.exit("no Chromium on the path: apt-get install chromium-headless-shell")
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        page = Path(scratch) / "report.html"
        sys.argv[1:] = ["compare", str(folder), "--output", f"html={page}", "--exit-zero"]
        try:
            transdiff()
        except SystemExit as done:
            if done.code not in (0, None):
                raise
        browser = playwright.chromium.launch(executable_path=path)
        for name, options in SHOTS.items():
            _shoot(browser, page, name, options)
        browser.close()
    return 0


def _shoot(browser: Browser, report: Path, name: str, options: dict[str, Any]) -> None:
    context = browser.new_context(reduced_motion="reduce", **options)
    page = context.new_page()
    page.goto(f"{report.as_uri()}{'#ledger' if name == 'ledger' else ''}")
    if name != "ledger":
        page.locator(".f.major, .f.critical").first.click()
        page.evaluate("scrollTo(0, document.querySelector('.over').offsetTop - 8)")
    if name == "wide":
        page.evaluate("scrollTo(0, 0)")
    if name == "narrow":
        page.locator(".s.at").evaluate("line => line.scrollIntoView()")
        page.mouse.wheel(0, -120)
    page.wait_for_timeout(300)
    page.screenshot(path=ROOT / "docs" / "images" / f"report-{name}.png")
    context.close()


if __name__ == "__main__":
    raise SystemExit(main())
