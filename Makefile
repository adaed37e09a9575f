# Everything CI and a newcomer call. One virtual environment, .venv, made by `install`.
PYTHON ?= python3
BIN := .venv/bin
CASE ?= demo-case

.PHONY: install demo test test-record test-room lint check bench serve lock clean

install: .venv/installed

.venv/installed: requirements.lock pyproject.toml hatch_build.py assets/package-lock.json $(wildcard src/witnessmark/web/locale/*/LC_MESSAGES/*.po)
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

demo: install
	$(BIN)/witnessmark demo $(CASE)

test: install
	tests/needs.sh
	$(MAKE) --no-print-directory --output-sync=target -j2 test-record test-room

# Two processes, as there are two cores: each with a PostgreSQL server of its own.
test-record:
	$(BIN)/python -m pytest --ignore=tests/web

test-room:
	$(BIN)/python -m pytest tests/web

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
