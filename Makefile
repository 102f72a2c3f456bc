# Two commands: `make run` sets up everything and starts the bot, `make test` sets up everything and runs every check.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.PHONY: help run chat test lint unit bench lock pictures clean

help:
	@echo "make run    set up and start the bot: a chat page on this machine, no account needed"
	@echo "make chat   the same in this terminal"
	@echo "make test   set up and run every check"
	@echo "make bench  print the numbers we claim, beside their peers"
	@echo "make lock   renew the pinned dependencies after a change in pyproject.toml"
	@echo "make pictures take the README's pictures anew, from the real page"

$(VENV)/.run: requirements/run.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Standfirst needs Python 3.11 or newer; $(PYTHON) is older. Try: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Setting up (once; about half a minute) ..."
	@$(BIN)/pip install --quiet --require-hashes -r requirements/run.txt
	@$(BIN)/pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: $(VENV)/.run requirements/dev.txt
	@$(BIN)/pip install --quiet --require-hashes -r requirements/dev.txt
	@touch $@

$(VENV)/.bench: $(VENV)/.dev requirements/bench.txt
	@$(BIN)/pip install --quiet --require-hashes --no-deps -r requirements/bench.txt
	@touch $@

run: $(VENV)/.run
	@$(BIN)/standfirst run

chat: $(VENV)/.run
	@$(BIN)/standfirst chat

test: lint unit

lint: $(VENV)/.dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

unit: $(VENV)/.dev
	$(BIN)/pytest -q -n 2

bench: $(VENV)/.bench
	$(BIN)/python -m bench

lock:
	@test -x $(VENV)/lock/bin/uv || { $(PYTHON) -m venv $(VENV)/lock && $(VENV)/lock/bin/pip install --quiet uv; }
	$(VENV)/lock/bin/uv pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11 --group run --extra postgres --extra discord --extra slack pyproject.toml -o requirements/run.txt
	$(VENV)/lock/bin/uv pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11 --group run --group dev --extra llm --extra postgres --extra discord --extra slack pyproject.toml -o requirements/dev.txt
	$(VENV)/lock/bin/uv pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11 --group run --group dev --group bench --extra llm --extra postgres --extra discord --extra slack pyproject.toml -o requirements/bench.txt

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

pictures: $(VENV)/.dev
	$(BIN)/python docs/take_pictures.py
	$(BIN)/python docs/take_card_pictures.py
	$(BIN)/python docs/take_topic_pictures.py
