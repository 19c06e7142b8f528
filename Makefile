# Needs python3 (3.11+) with venv, make and git. Uses uv where it is installed, else pip. What a target is for stands
# behind its "##"; each sets up what it needs. Another Python or place: make setup PYTHON=python3.12 VENV=env
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
UV     := $(shell command -v uv 2>/dev/null)
USERS  := $(VENV)/.users
DEV    := $(VENV)/.dev
APART  := $(VENV)-objects

.PHONY: setup brief test objects check bench lock clean

setup: $(USERS)  ## a virtual environment with the program in it

$(VENV)/bin/python:
	$(if $(UV),$(UV) venv -q --python $(PYTHON) $(VENV),$(PYTHON) -m venv $(VENV))

# The pinned, hashed requirements first, the program itself last and without its own look at the index.
$(USERS): requirements/users.txt pyproject.toml | $(VENV)/bin/python
	@echo "Setting up (about a minute the first time) ..."
	$(if $(UV),VIRTUAL_ENV=$(abspath $(VENV)) $(UV) pip install -q --require-hashes -r requirements/users.txt,$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r requirements/users.txt)
	@echo "$(abspath src)" > "$$($(BIN)/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')/crosswire.pth"
	@printf '#!/bin/sh\nexec "%s" -m crosswire "$$@"\n' "$(abspath $(BIN))/python" > $(BIN)/crosswire && chmod +x $(BIN)/crosswire
	@touch $@

$(DEV): requirements/dev.txt $(USERS)
	$(if $(UV),VIRTUAL_ENV=$(abspath $(VENV)) $(UV) pip install -q --require-hashes -r requirements/dev.txt,$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r requirements/dev.txt)
	@touch $@

brief: $(USERS)  ## the main job on the example launch
	$(BIN)/crosswire brief examples/launch

test: $(DEV)  ## all tests; no data from outside is needed
	$(BIN)/python -m pytest

# Boto wants an older python-dateutil than users get, so that these tests have an environment of their own.
$(APART)/.done: requirements/objects.txt
	$(if $(UV),$(UV) venv -q --clear --python $(PYTHON) $(APART),$(PYTHON) -m venv --clear $(APART))
	$(if $(UV),VIRTUAL_ENV=$(abspath $(APART)) $(UV) pip install -q --require-hashes -r requirements/objects.txt,$(APART)/bin/pip install -q --disable-pip-version-check --require-hashes -r requirements/objects.txt)
	@echo "$(abspath src)" > "$$($(APART)/bin/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')/crosswire.pth"
	@touch $@

objects: $(APART)/.done  ## the tests of object stores, with an S3 server on loopback
	$(APART)/bin/python -m pytest tests/pipeline/test_backfill_objects.py

check: $(DEV)  ## lint, format, types, and who may import whom
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(DEV)  ## the measurements that need no data from outside
	$(BIN)/python -m benchmarks speed
	$(BIN)/python -m benchmarks memory
	CROSSWIRE_KEPT=50000 CROSSWIRE_NEW=2000 $(BIN)/python -m benchmarks copies
	$(BIN)/python -m benchmarks linking
	$(BIN)/python -m benchmarks archive
	$(BIN)/python -m benchmarks archive_reading

lock:  ## compile the requirements anew (needs uv)
	uv pip compile -q --generate-hashes --no-emit-index-url --universal --python-version 3.11 --no-header pyproject.toml -o requirements/users.txt
	uv pip compile -q --generate-hashes --no-emit-index-url --universal --python-version 3.11 --no-header pyproject.toml --group dev -o requirements/dev.txt
	uv pip compile -q --generate-hashes --no-emit-index-url --universal --python-version 3.11 --no-header pyproject.toml --group objects -o requirements/objects.txt

clean:  ## remove the environment and the caches of the linters and tests
	rm -rf $(VENV) $(APART) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
