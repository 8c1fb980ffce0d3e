# Everything a newcomer needs: `make demo` shows the program, `make test` proves it.
# Both set up their own virtual environment in .venv; nothing has to be installed by hand.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt

DEMO_SET := corpora/diplomacy-pact
DEMO_REPORT := demo-report.html

.PHONY: help demo test test-wheel lint types layers docs bench browser clean

help:
	@echo "make demo    set up, compare a set of corpora/, write $(DEMO_REPORT)"
	@echo "make test    set up, run every test (installs Chromium from Debian's packages if absent)"
	@echo "make lint types layers    ruff, mypy --strict, the import contract"
	@echo "make docs    regenerate docs/rules.md, docs/languages.md and the report's JSON Schema"
	@echo "make bench   benchmarks; says so where their data (TRANSDIFF_SHARED) is absent"

demo: $(VENV)/.installed
	@$(BIN)/transdiff compare $(DEMO_SET) --output html=$(DEMO_REPORT)
	@echo "HTML report: $(DEMO_REPORT)"

test: $(VENV)/.developer browser
	$(BIN)/python -m pytest

# The wheel, not the checkout: what a user installs has its data files and passes the same tests.
test-wheel: $(VENV)/.developer browser
	sh tools/test-wheel $(PYTHON)

lint: $(VENV)/.developer
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.developer
	$(BIN)/mypy

layers: $(VENV)/.developer
	$(BIN)/lint-imports

docs: $(VENV)/.installed
	$(BIN)/transdiff rules --format markdown > docs/rules.md
	$(BIN)/python tools/language_matrix.py
	$(BIN)/python -m transdiff.schema

bench: $(VENV)/.developer
	@$(PIP) --editable '.[bench]'
	$(BIN)/python -m bench

browser:
	@sh tools/install-chromium

$(VENV)/.installed: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(PIP) --editable .
	touch $@

$(VENV)/.developer: $(VENV)/.installed
	$(PIP) --editable '.[dev]'
	touch $@

clean:
	rm -rf $(VENV) build dist $(DEMO_REPORT)
