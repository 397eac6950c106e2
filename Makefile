# make demo, make test: each does all its own set-up. Needs Python 3.11+, make and a package index.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
ROLLOVERS ?= 200
AREAS ?= 40

.PHONY: demo test check lint bench many cluster faults fuzz rollovers year forms pictures docs release
.PHONY: workbook web installer clean spreadsheet

demo: $(STAMP)
	$(BIN)/tpxl demo

test: $(STAMP) spreadsheet lint
	$(BIN)/python -m coverage erase
	$(BIN)/python -m coverage run -m pytest -n auto
	$(BIN)/python -m coverage combine --quiet
	$(BIN)/python -m coverage report

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# BENCH=--short takes a minute.
bench: $(STAMP)
	$(BIN)/python -m tests.bench $(BENCH)

# 300 copies of the master, two at once beside one after the other: minutes. MANY='100 refresh'
many: $(STAMP)
	$(BIN)/python -m tests.bench.many $(MANY)

# 100 copies of the master on a cluster of two workers beside one. CLUSTER='100 refresh'
cluster: $(STAMP)
	$(BIN)/python -m tests.bench.clusters $(CLUSTER)

# Kills, errors of the system and races; every system call too where strace is installed. FAULTS='--kills 1000'
faults: $(STAMP)
	$(BIN)/python -m tests.faults $(FAULTS)

# Books changed at random. FUZZ='--seconds 1200 --seed 2'
fuzz: $(STAMP)
	$(BIN)/python -m tests.fuzz $(FUZZ)

# Two years opened in a row in so many generated books. ROLLOVERS=1000
rollovers: $(STAMP)
	TPXL_ROLLOVERS=$(ROLLOVERS) $(BIN)/python -m pytest -q tests/jobs/rollover -k two_years

# The year of a large city, from an empty book to the next year's, in both languages. AREAS=12
year: $(STAMP)
	TPXL_AREAS=$(AREAS) $(BIN)/python -m pytest -q tests/jobs/new/test_year.py

# Every pair of what an area head may do to a form, done by LibreOffice.
forms: $(STAMP) spreadsheet
	TPXL_PAIRS=all $(BIN)/python -m pytest -q tests/live/test_forms.py

# Every page of every format and look, side by side, in tpxl-pictures.
pictures: $(STAMP) spreadsheet
	$(BIN)/python -m tests.pictures $(PICTURES)

# The guides: pictures of the product, a site in build/site and one PDF in it.
docs: $(STAMP) spreadsheet
	$(BIN)/python scripts/guide_pictures.py
	$(BIN)/python scripts/guide_pdf.py
	$(BIN)/mkdocs build

# The wheel, the zips and the list of components, in dist: docs/release-checklist.md.
release: docs
	$(BIN)/python -m scripts.release

workbook: $(STAMP)
	$(BIN)/python workbook/build.py

# The zip for staff, in dist; it fetches wheels for Windows, and installs and runs the same here with no index.
installer: docs
	$(BIN)/python -m scripts.check_installer dist

# The page in the browser, as a folder for any web server: dist/web.
web: $(STAMP)
	@TPXL_REQUIRE_LO=1 scripts/install-pyodide.sh $(VENV)
	$(BIN)/python web/build.py

$(STAMP): pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[data,dev]'
	touch $@

# LibreOffice, Chromium and Pyodide for tests/live: installed where we may, reported where we may not.
spreadsheet:
	@scripts/install-spreadsheet.sh
	@scripts/install-browser.sh $(VENV)
	@scripts/install-pyodide.sh $(VENV)

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage* dist build
