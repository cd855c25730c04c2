# Everything runs in .venv, which the first target makes. Another torch build: make TORCH_INDEX=URL
PYTHON ?= python3
TORCH_INDEX ?=
BIN := .venv/bin
READY := .venv/ready
DEV_READY := .venv/ready-dev
INSTALL := $(BIN)/pip install --quiet --constraint constraints.txt

.PHONY: help demo serve test lint bench format clean
help:  ## Show what can be made
	@sed -n 's/^\([a-z]*\):.*##/\1\t/p' $(MAKEFILE_LIST) | expand -t 10

demo: $(READY)  ## Set up, then show people's texts arrive, be understood, counted and forwarded
	@$(BIN)/korva demo $(ARGS)

serve: $(READY)  ## Run the gateway with the settings of korva.toml and KORVA_*
	@$(BIN)/korva serve

test: $(DEV_READY)  ## Set up all that the tests need and run them
	@tests/install
	@$(BIN)/pytest $(ARGS)

lint: $(DEV_READY)  ## Format check, lint, strict types, import contracts
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(DEV_READY)  ## Run every benchmark and print its figures
	@tests/install
	@for each in benchmarks/bench_*.py; do name=$$(basename $$each .py); echo "== $$name"; $(BIN)/python -m benchmarks.$$name || exit 1; done

format: $(DEV_READY)  ## Format the code
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

clean:  ## Remove the environment and what was built
	rm -rf .venv build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(BIN)/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Korva needs Python 3.11 or newer: make PYTHON=python3.12")'
	$(PYTHON) -m venv .venv

# torch first and by itself: asked for as a range, it would bring gigabytes for graphics cards.
$(READY): pyproject.toml constraints.txt | $(BIN)/python
	$(BIN)/pip install --quiet --constraint constraints.txt $(if $(TORCH_INDEX),--index-url $(TORCH_INDEX)) torch==2.13.0
	$(INSTALL) --editable .
	@touch $@

$(DEV_READY): $(READY)
	$(INSTALL) --editable '.[dev]'
	@touch $@
