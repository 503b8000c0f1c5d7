# The working day on one page. Everything runs in a virtual environment of its own.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
TREEBANKS ?= ../shared
export OPENBLAS_NUM_THREADS := 1

.PHONY: demo test check fix bench docs train wheel clean

demo: $(VENV)/.installed   ## code the report that ships with the project, in the terminal and as demo.html
	@$(BIN)/dragoman code examples/readout.txt --published 2024-05-15
	@$(BIN)/dragoman code examples/readout.txt --published 2024-05-15 --format html --output demo.html
	@echo "The same as a page: demo.html"

test: $(VENV)/.installed   ## all tests
	$(BIN)/python -m pytest

check: $(VENV)/.installed   ## style, types, lexicons
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/dragoman lexicon check

fix: $(VENV)/.installed   ## put style and lexicons in order
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/python scripts/sort_lexicons.py

bench: $(VENV)/.installed   ## cost of coding against the bare language pipeline
	$(BIN)/python benchmarks/speed.py

docs: $(VENV)/.installed   ## what is generated: codebook and schema
	$(BIN)/python -m dragoman.codebook docs

train: $(VENV)/.installed   ## train the English pipeline: make train TREEBANKS=folder
	$(BIN)/python -m training.train $(TREEBANKS) build/en

wheel: $(VENV)/.installed   ## build the package
	$(BIN)/python -m build --outdir dist

clean:
	rm -rf build dist demo.html

$(VENV)/.installed: requirements-dev.txt pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	@touch $@
