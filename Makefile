# One command each; `make help` lists them. Windows and machines without make: see README.md.
PYTHON ?= $(shell for one in python3 python3.13 python3.12 python3.11; do \
	$$one -c "import sys; sys.exit(sys.version_info < (3, 11))" 2>/dev/null && echo $$one && break; done)
BIN := .venv/bin
READY := .venv/ready
# The first variable holds for what builds the program too; newer pips have another for that.
PIP := PIP_CONSTRAINT=constraints.txt PIP_BUILD_CONSTRAINT=constraints.txt \
	$(BIN)/python -m pip install --quiet --disable-pip-version-check
CATALOGS := $(patsubst %.po,%.mo,$(wildcard locales/*/LC_MESSAGES/trainer_app.po))
OFFSCREEN := QT_QPA_PLATFORM=offscreen
SCREEN := $(DISPLAY)$(WAYLAND_DISPLAY)$(filter Darwin,$(shell uname))
DATA ?= $(CURDIR)/out/demo
# Where a machine forbids it, each of the many programs that tests start compiles all code again.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help run demo test test-all check format catalogs strings pictures bundle bench clean

help: ## this list
	@awk -F':.*## ' '/^[a-z-]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: $(READY) catalogs ## open the program; without a screen, play a demo workshop into out/
	@sh .ci/system-packages.sh window
	@if [ -n "$(SCREEN)" ]; then \
		$(BIN)/trainer-app; \
	else \
		echo "There is no screen here: playing a demo workshop through the real screens instead."; \
		$(OFFSCREEN) $(BIN)/python -m tests.journeys.walk --out out/walk; \
	fi

demo: $(READY) catalogs ## open a centre of invented people (data in out/demo)
	@test -d "$(DATA)" || { mkdir -p "$(DATA)" && $(BIN)/trainer-app demo --data "$(DATA)" > "$(DATA).txt"; }
	@cat "$(DATA).txt"
	@if [ -n "$(SCREEN)" ]; then $(BIN)/trainer-app --data "$(DATA)"; \
	else echo "There is no screen here to open it on."; fi

test: .venv/ready-test catalogs ## everything that a change must pass
	@sh .ci/system-packages.sh tests
	@$(MAKE) --no-print-directory quick-checks
	$(OFFSCREEN) $(BIN)/python -m pytest -q -n 2 --dist loadgroup -m "not slow"

test-all: .venv/ready-test .venv/ready-records .venv/ready-spark bundle ## also what is slow or needs more programs (LibreOffice, the bundle)
	@sh .ci/system-packages.sh all
	@$(MAKE) --no-print-directory quick-checks
	HYPOTHESIS_PROFILE=default $(OFFSCREEN) $(BIN)/python -m pytest -q -n 2 --dist loadgroup

check: quick-checks ## format, lint, types, import rules, lessons, translations

CHECKS := check-style check-types check-imports check-lessons check-words
.PHONY: quick-checks $(CHECKS)
quick-checks: .venv/ready-test catalogs
	@$(MAKE) --no-print-directory -j 2 -O $(CHECKS)

check-style:
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

check-types:
	$(BIN)/mypy

check-imports:
	$(BIN)/lint-imports --no-cache

check-lessons:
	$(BIN)/trainer-app lessons check --only-rules lessons

check-words:
	$(BIN)/python locales/languages.py check

format: .venv/ready-test ## put the code in order
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

catalogs: $(CATALOGS)

%.mo: %.po | $(READY)
	@$(BIN)/pybabel -q compile -i $< -o $@ -l $(notdir $(patsubst %/,%,$(dir $(patsubst %/,%,$(dir $<)))))

strings: .venv/ready-test ## take new words from the code into the catalogs
	$(BIN)/python locales/strings.py update

.PHONY: language
language: .venv/ready-test ## begin a language: make language CODE=so
	@test -n "$(CODE)" || { echo "Which one? make language CODE=so"; exit 2; }
	@$(BIN)/python locales/languages.py new $(CODE)

pictures: .venv/ready-test catalogs ## make docs/pictures from the real program
	$(OFFSCREEN) $(BIN)/python -m tests.journeys.screens docs/pictures/en en
	$(OFFSCREEN) $(BIN)/python -m tests.journeys.screens docs/pictures/ar ar
	$(OFFSCREEN) $(BIN)/python -m tests.journeys.practice_pictures docs/pictures/practice

.PHONY: guide guide-pictures
guide: $(READY) catalogs ## write the trainers' guide as a site, in docs/guide
	$(BIN)/python docs/guide/write_site.py

guide-pictures: .venv/ready-test catalogs ## take the guide's pictures from the real program
	$(OFFSCREEN) $(BIN)/python -m tests.journeys.guide_pictures en ar

.PHONY: audit
audit: .venv/ready-test catalogs ## look for faults on every screen: languages, sizes, themes (hours)
	@sh .ci/system-packages.sh tests
	$(OFFSCREEN) $(BIN)/python -m tests.journeys.audit

bundle: .venv/ready-bundle catalogs ## a folder that runs without Python, in dist/
	@sh .ci/system-packages.sh bundle
	$(BIN)/pyinstaller --noconfirm --log-level ERROR build.spec
	@echo "Made: dist/trainer-app ($$(du -sh dist/trainer-app | cut -f1))"

bench: .venv/ready-test catalogs ## figures, as ratios
	$(OFFSCREEN) $(BIN)/python -m benchmarks

.PHONY: soak
soak: .venv/ready-test catalogs ## 1,000 walks of chance through each practice; kill the program 1,000 times (hours)
	@sh .ci/system-packages.sh tests
	PRACTICE_SEQUENCES=1000 $(OFFSCREEN) $(BIN)/python -m pytest -q -n 2 tests/domain/practice/test_every_practice.py
	@PYTHONPATH=tests:. $(BIN)/python tests/safety/soak.py 1000

$(READY): pyproject.toml constraints.txt hatch_build.py
	@test -n "$(PYTHON)" || { echo "Python 3.11 or later is needed: make PYTHON=/path/to/python3"; exit 1; }
	@$(PYTHON) -c "import ensurepip" 2>/dev/null || sh .ci/system-packages.sh python
	@test -x $(BIN)/pip || $(PYTHON) -m venv .venv
	$(PIP) -e .
	@touch $(READY)

.venv/ready-test: $(READY)
	$(PIP) -e ".[test,check]"
	@touch .venv/ready-test

# Its wishes differ from the program's, so it has an environment of its own.
.venv/ready-records: .venv/ready-test tests/cli/records.txt
	$(BIN)/python -m venv .venv/records
	.venv/records/bin/python -m pip install --quiet --disable-pip-version-check -r tests/cli/records.txt
	@touch .venv/ready-records

# Large, and only for the test that starts it.
.venv/ready-spark: .venv/ready-test
	$(BIN)/python -m venv .venv/spark
	.venv/spark/bin/python -m pip install --quiet --disable-pip-version-check -c constraints.txt pyspark
	@touch .venv/ready-spark

.venv/ready-bundle: $(READY)
	$(PIP) -e ".[bundle]"
	@touch .venv/ready-bundle

clean: ## remove what was built
	rm -rf build dist out .venv .hypothesis .*_cache $(CATALOGS)
