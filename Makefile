# Two commands are all a newcomer needs: `make demo` and `make test`. Both set up .venv first.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test check bench score atlas clean setup bundle

SHARED := ../shared
BUNDLE := kg/view/web/bundle
BUNDLED := kg/view/web/dist/LICENCES.txt

# Pages of many thousand nodes and the SPARQL editor take from npm what is bundled here; all else works without Node.
setup: $(VENV)/.ready
	@command -v npm >/dev/null || { echo "kg: no WebGL picture, no SPARQL editor: npm is not on the PATH" >&2; exit 0; }; \
	$(MAKE) --no-print-directory bundle || echo "kg: no WebGL picture, no SPARQL editor: npm failed, see above" >&2

bundle: $(BUNDLED)

$(BUNDLED): $(wildcard $(BUNDLE)/*.json $(BUNDLE)/*.mjs $(BUNDLE)/src/*)
	cd $(BUNDLE) && npm ci --silent && npm run --silent build

$(VENV)/.ready: pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "kg needs Python 3.11 or newer: make PYTHON=python3.12")'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@

demo: setup
	$(BIN)/kg demo

test: setup
	$(BIN)/pytest -n auto

check: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	@if command -v npm >/dev/null && test -d $(BUNDLE)/node_modules; then npm --prefix $(BUNDLE) run --silent check; else echo "left out: tsc, for npm or what it installs is not there"; fi
	$(BIN)/lint-imports
	$(BIN)/pytest -n auto

bench: setup
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[bench]'
	$(BIN)/python -m benchmarks.run
	$(BIN)/python -m benchmarks.build
	$(BIN)/python -m benchmarks.queries
	$(BIN)/python -m benchmarks.robustness
	$(BIN)/python -m benchmarks.growth
	$(BIN)/python -m benchmarks.network
	$(BIN)/python -m benchmarks.pages
	$(BIN)/python -m benchmarks.serve --runaway

score: setup
	@mkdir -p out
	@echo "hand-made gold, six documents"
	@$(BIN)/kg extract --format jsonl $(SHARED)/corpus/golddocs/* | $(PYTHON) $(SHARED)/score/gold.py --gold $(SHARED)/gold --show 40
	@echo; echo "links of the editors, English XML"
	@$(BIN)/kg extract --format jsonl $(SHARED)/corpus/unxml/*/*/en/*.xml 2>out/score.log > out/score.jsonl || test $$? = 3
	@$(PYTHON) $(SHARED)/score/links.py --gold $(SHARED)/corpus/links/en.csv --root $(SHARED)/corpus --pred out/score.jsonl --show 0

# The data set in kg/atlas, anew from the corpus.
atlas: setup
	$(BIN)/kg build --prune --store out/atlas $(addprefix $(SHARED)/corpus/,unxml unsc-ocr mandates seed)
	$(BIN)/python -m kg.atlas.make out/atlas

clean:
	rm -rf $(VENV) out dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
