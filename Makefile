# Every target does its own set-up: it needs Python 3.11 or newer, make, git and the package registries, nothing else.

PYTHON ?= $(shell command -v python3.11 || command -v python3.12 || command -v python3.13 || command -v python3)
VENV ?= .venv
BIN := $(VENV)/bin
WORKERS ?= 2
TESTS ?=

.PHONY: help demo test check setup bench test-others servers clean

help:  ## what can be made
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 16

demo: setup  ## the main job on embedded defaults: five weeks of reminders and answers in under a minute
	@$(BIN)/python run_bot.py demo

test: $(VENV)/.dev servers  ## everything, with the real servers it needs
	$(BIN)/python -m pytest -n $(WORKERS) $(TESTS)

check: $(VENV)/.dev servers  ## what must be green before anything lands: ruff, mypy, import-linter, pytest
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -n $(WORKERS)

setup: $(VENV)/.ready  ## only prepare .venv, byte-compiled

bench: $(VENV)/.dev servers  ## figures, as ratios against a baseline measured in the same run
	$(BIN)/python -m benchmarks

# The crash tests kill the same steps a thousand times; once, on the first Python, tells what they can tell.
test-others:  ## the tests on each other Python of 3.12 and 3.13 that is there
	@for version in 3.12 3.13; do \
	  python=$$(sh tests/real/find_python.sh $$version); \
	  if [ -n "$$python" ]; then \
	    echo "== Python $$version"; \
	    $(MAKE) --no-print-directory test PYTHON=$$python VENV=.venv-$$version TESTS="--ignore=tests/crash" || exit 1; \
	  else echo "== Python $$version is not here"; fi; \
	done

servers:
	@sh tests/real/install_servers.sh

$(VENV)/.ready: requirements.lock
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed and was not found."; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; $(PYTHON) is older."; exit 1; }
	@echo "Preparing $(VENV) with $(PYTHON) (a minute or two, once)"
	@$(PYTHON) -m venv $(VENV) || { echo "python -m venv failed; on Debian: apt-get install python3-venv"; exit 1; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --compile -r requirements.lock
	@$(BIN)/python -m compileall -q bot classifiers run_bot.py
	@touch $@

$(VENV)/.dev: $(VENV)/.ready requirements-dev.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --compile -r requirements-dev.lock
	@touch $@

clean:  ## remove what was made (never your data)
	rm -rf .venv .venv-3.* .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
