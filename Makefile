# Two commands do all: `make run` and `make test`. Everything else is for those who measure.
# Without make (Windows): see "Two commands" in README.md.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run demo test env test-env package pictures bench bench-badge bench-page bench-reading bench-fit bench-learning bench-rescore bench-store bench-person bench-round bench-review bench-large drill attack rules fuzz soak faults faults-browser no-network scale clean

run: env ## start the server and open the first page
	$(BIN)/seedlist serve --open

demo: env ## invented brand, people and pages, for a first look
	$(BIN)/seedlist demo

test: test-env ## install what the tests need and run everything
	$(BIN)/python -m tests

env: $(VENV)/.run
test-env: $(VENV)/.test

$(BIN)/python:
	$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); $(PYTHON) tests/venv_help.py; exit 1; }

$(VENV)/.run: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

$(VENV)/.test: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable . --group dev
	touch $@ $(VENV)/.run

package: test-env ## the extension as a zip for both shops, checked
	$(BIN)/python -m tests.package

pictures: test-env ## the README's pictures, from the demo
	$(BIN)/python -m tests.pictures

bench: test-env ## the whole server beside a plain one, the reader beside others; table, JSON and picture
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --group bench
	$(BIN)/python -m tests.bench.bench_all

bench-badge: test-env ## from the page's data to the painted badge
	$(BIN)/python -m tests.bench.bench_badge

bench-page: test-env ## a feed of 500 posts scrolled with and without the extension
	$(BIN)/python -m tests.bench.bench_page

bench-reading: test-env ## the reader beside other ways to read
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --group bench
	$(BIN)/python -m tests.bench.bench_reading

bench-fit: test-env ## the fit beside a niche filter, text likeness and a sentence encoder
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --group bench
	$(BIN)/python -m tests.bench.bench_fit

bench-learning: test-env ## learning by example, on simulated users
	$(BIN)/python -m tests.bench.bench_learning

bench-rescore: test-env ## a whole list scored for another brand
	$(BIN)/python -m tests.bench.bench_rescore

bench-store: test-env ## the store beside TinyDB's own, plain SQLite and SQLAlchemy on PostgreSQL (apt install postgresql)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --group bench-store
	$(BIN)/python -m tests.bench.bench_store 1000 10000 100000

bench-person: test-env ## who may be one person on both platforms, among 10,000 saved
	$(BIN)/python -m tests.bench.bench_person

bench-round: test-env ## a round's people counted, beside reading everybody
	$(BIN)/python -m tests.bench.bench_round

bench-review: test-env ## the review page at 10,000 candidates, on the server and in the browser
	$(BIN)/python -m tests.bench.bench_review

bench-large: test-env ## the store and its pages at 100,000; MILLION=1 also a million; BEFORE=commit beside that one
	$(BIN)/python -m tests.bench.bench_large $(if $(MILLION),--million) $(if $(BEFORE),--before $(BEFORE))

drill: test-env ## break every saved page in thousands of ways
	$(BIN)/python -c "from pathlib import Path; from tests.prepare import prepare; prepare(Path('.'))"
	PATH="$(CURDIR)/$(BIN):$$PATH" node tests/drill/drill.js --cases 10000 --seed 9

attack: test-env ## the attack matrix, and scripts in every field; FAST=1 for the short run
	$(BIN)/python -m tests.attack.run $(if $(FAST),--fast)
	$(BIN)/python -m tests.attack.scripts $(if $(FAST),--fast)
	$(BIN)/python -m tests.attack.rivals

rules: test-env ## bandit, and semgrep with our own rules: over their examples, then over the code (installs 390 MB of its own)
	$(PYTHON) -m venv $(VENV)-rules
	$(VENV)-rules/bin/python -m pip install --quiet --disable-pip-version-check "semgrep>=1.150,<2"
	$(BIN)/python -m tests security
	$(VENV)-rules/bin/semgrep --metrics=off --test tests/attack/rules
	$(VENV)-rules/bin/semgrep scan --metrics=off --disable-version-check --error --config tests/attack/rules server nlp extension

fuzz: test-env ## a million broken requests through the app in this process; FAST=1 for ten thousand
	$(BIN)/python -m tests.fuzz.run --requests $(if $(FAST),10000,1000000)

soak: test-env ## 50,000 requests to annotate and save, with the memory measured; FAST=1 for a thousand
	$(BIN)/python -m tests.soak.run --requests $(if $(FAST),1000,50000)

faults: test-env ## kill, cut and damage the store; FAST=1 for the short run
	$(BIN)/python -m tests.faults.run $(if $(FAST),--fast)

faults-browser: test-env ## server killed, slow, full, clocks, browser killed, 200 tabs, in Chromium with the real waiting times
	THOROUGH=1 $(BIN)/python -m pytest tests/e2e/test_faults_server.py tests/e2e/test_faults_disk.py tests/e2e/test_faults_browser.py tests/e2e/test_faults_worker.py tests/e2e/test_faults_tabs.py tests/e2e/test_versions.py -q -rs --no-cov

no-network: test-env ## every test, browsers too, in a network namespace with nothing but 127.0.0.1 (Linux)
	$(BIN)/python -c "from pathlib import Path; from tests.prepare import prepare; prepare(Path('.'))"
	$(BIN)/python -m tests.network.whole_suite

scale: test-env ## files of thousands on two processes and two Dask workers, and Spark where Java is; MILLION=1 runs a million
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --group spark
	$(BIN)/python -m pytest tests/server/batch -q -rs --no-cov
	$(BIN)/python -m tests.bench.bench_scale $(if $(MILLION),--million)

clean: ## remove the environment and what the tests made
	rm -rf $(VENV) $(VENV)-rules node_modules dist build .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
