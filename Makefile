# The first Python of these that is new enough makes the environment: make PYTHON=/path/to/python3.12
PYTHON ?= python3 python3.13 python3.12 python3.11 python3.14

VENV := .venv
READY := $(VENV)/.ready
BIN := $(VENV)/bin

# Byte code that is kept spares each process of the tests the compiling, whatever the environment prefers.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help setup generate test test-all check docs soak golden benchmark clean

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: $(READY) ## Make the environment in .venv (the other targets do so too)

$(READY): pyproject.toml
	@$(BIN)/python -m pip --version >/dev/null 2>&1 && exit 0; \
	for python in $(PYTHON); do \
	  if "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
	    echo "Setting up $(VENV) with $$("$$python" --version)"; \
	    exec "$$python" -m venv --clear $(VENV); \
	  fi; \
	done; \
	echo "docmodels needs Python 3.11 or newer; tried: $(PYTHON)" >&2; \
	echo "Name one with: make PYTHON=/path/to/python3" >&2; \
	exit 1
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check 'pip>=25.1' # which knows groups
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable . --group dev
	@touch $@

generate: $(READY) ## Write the models of docs_in/ to generated/
	$(BIN)/docmodels generate

test: $(READY) ## Run the tests that need no other program
	$(BIN)/python -m pytest -n auto --dist worksteal -m "not tools" -rs

test-all: test ## Run those with type checkers, a browser, pip and the like, too
	$(BIN)/python -m pytest -n auto --dist worksteal -m tools -rs

check: $(READY) ## Run every other check of CI: style, types, imports, generated/
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/black --check generated
	$(BIN)/mypy
	$(BIN)/pyright --pythonpath $(BIN)/python
	$(BIN)/lint-imports --no-logo
	$(BIN)/docmodels check

docs: $(READY) ## Build the documentation site into site/, with every warning an error
	rm -rf site
	$(BIN)/sphinx-build --fail-on-warning --keep-going --nitpicky --quiet -d build/doctrees docs site
	@echo "Open site/index.html"

soak: $(READY) ## Run the tests that take hours: new examples, hostile pages, sizes and mutants, killed runs
	PROFILE=soak EXAMPLES=500 $(BIN)/python -m pytest -n auto -m hypothesis
	PROFILE=soak $(BIN)/python -m pytest -n auto tests/test_hostile.py
	$(BIN)/python -m tests.mutations
	$(BIN)/python -m tests.soak

golden: $(READY) ## Rewrite what the tests expect, generated/ and what docs/ shows of the program
	$(BIN)/python -m tests.golden
	$(BIN)/python -m tests.document
	$(BIN)/python -m tests.picture
	$(BIN)/docmodels generate

benchmark: $(READY) ## Measure how fast docmodels is, as ratios; with PEER="command {out}" next to another program
	$(BIN)/python -m tests.benchmarks $(if $(PEER),--peer "$(PEER)")

clean: ## Remove the environment and all caches
	rm -rf $(VENV) build dist site .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find generator generated tests -name __pycache__ -prune -exec rm -rf {} +
