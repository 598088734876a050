# make run        set up what is missing and open the program (without a display: the sample's papers)
# make test       set up what is missing, lint, check types, run every test
# make check-all  pass every kind of paper of every sample through all foreign checkers
# make install    set up only
# make bench      measure, as ratios within one run
# make lock       renew the lock files from pyproject.toml (needs network)
PYTHON ?= python3
PREPARE = $(PYTHON) resources/packaging/prepare.py
LOCK = .venv/bin/python -m uv pip compile --universal --python-version 3.11 --generate-hashes \
	--no-header --no-emit-index-url --no-annotate --quiet pyproject.toml

.PHONY: run test check-all install bench lock

run:
	@$(PREPARE) run

test:
	@$(PREPARE) test

check-all:
	@$(PREPARE) check-all

install:
	@$(PREPARE) install

bench:
	@$(PREPARE) bench

lock: install
	.venv/bin/python -m pip install --quiet uv==0.13.9
	$(LOCK) --output-file requirements.lock
	$(LOCK) --extra test --output-file tests/requirements.lock
