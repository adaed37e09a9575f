# Everything CI and a newcomer call. One virtual environment, .venv, made by `install`.
PYTHON ?= python3
BIN := .venv/bin
CASE ?= demo-case

.PHONY: install demo test lint check bench serve lock clean

install: .venv/installed

.venv/installed: requirements.lock pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

demo: install
	$(BIN)/witnessmark demo $(CASE)

test: install
	$(BIN)/python -m pytest

lint: install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

check: lint test

bench: install
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-bench.lock
	$(BIN)/python bench/gate.py

serve: install
	$(BIN)/witnessmark serve $(CASE)

lock: install
	$(BIN)/uv pip compile pyproject.toml --extra dev --extra postgres --generate-hashes --no-header \
		--no-emit-index-url --no-emit-find-links --python-version 3.11 --quiet -o requirements.lock
	$(BIN)/uv pip compile pyproject.toml --extra dev --extra postgres --extra bench --generate-hashes --no-header \
		--no-emit-index-url --no-emit-find-links --python-version 3.11 --quiet -o requirements-bench.lock

clean:
	rm -rf .venv build dist
