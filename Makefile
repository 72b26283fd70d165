# One command each; `make help` lists them. Windows and machines without make: see README.md.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/ready
CATALOGS := $(patsubst %.po,%.mo,$(wildcard locales/*/LC_MESSAGES/trainer_app.po))
OFFSCREEN := QT_QPA_PLATFORM=offscreen
DATA ?= $(CURDIR)/out/demo

.PHONY: help run demo test test-all check format catalogs strings pictures bundle bench clean

help: ## this list
	@awk -F':.*## ' '/^[a-z-]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: $(READY) catalogs ## open the program; without a screen, play a demo workshop into out/
	@sh .ci/system-packages.sh window
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname)" = Darwin ]; then \
		$(BIN)/trainer-app; \
	else \
		echo "There is no screen here: playing a demo workshop through the real screens instead."; \
		$(OFFSCREEN) $(BIN)/python -m tests.journeys.walk --out out/walk; \
	fi

demo: $(READY) catalogs ## open a centre of invented people (data in out/demo)
	@test -d $(DATA) || $(BIN)/trainer-app demo --data $(DATA)
	$(BIN)/trainer-app --data $(DATA)

test: .venv/ready-test catalogs ## everything that a change must pass
	@sh .ci/system-packages.sh tests
	@$(MAKE) --no-print-directory quick-checks
	$(OFFSCREEN) $(BIN)/python -m pytest -q -n 2 --dist loadgroup -m "not slow"

test-all: .venv/ready-test catalogs ## also what is slow or needs more programs (LibreOffice, the bundle)
	@sh .ci/system-packages.sh all
	@$(MAKE) --no-print-directory quick-checks
	$(OFFSCREEN) $(BIN)/python -m pytest -q -n 2 --dist loadgroup

check: .venv/ready-test catalogs quick-checks ## format, lint, types, import rules, lessons, translations

.PHONY: quick-checks
quick-checks:
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/trainer-app lessons check lessons
	$(BIN)/python locales/strings.py check

format: .venv/ready-test ## put the code in order
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

catalogs: $(CATALOGS)

%.mo: %.po
	@$(BIN)/pybabel -q compile -i $< -o $@ -l $(notdir $(patsubst %/,%,$(dir $(patsubst %/,%,$(dir $<)))))

strings: .venv/ready-test ## take new words from the code into the catalogs
	$(BIN)/python locales/strings.py update

pictures: .venv/ready-test catalogs ## make docs/pictures from the real program
	$(OFFSCREEN) $(BIN)/python -m tests.journeys.pictures docs/pictures

bundle: .venv/ready-test catalogs ## a folder that runs without Python, in dist/
	$(BIN)/pip install -q -c constraints.txt pyinstaller
	$(BIN)/pyinstaller --noconfirm --log-level WARN build.spec

bench: .venv/ready-test catalogs ## figures, as ratios
	$(OFFSCREEN) $(BIN)/python -m benchmarks

$(READY): pyproject.toml constraints.txt hatch_build.py
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/pip install -q --disable-pip-version-check -c constraints.txt -e .
	@touch $(READY)

.venv/ready-test: $(READY)
	$(BIN)/pip install -q --disable-pip-version-check -c constraints.txt -e ".[test,check]"
	@touch .venv/ready-test

clean: ## remove what was built
	rm -rf build dist out .venv
