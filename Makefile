# Each target installs what it needs on a Debian or Ubuntu with cargo; see scripts/install.sh.
.PHONY: help run build test lint quality quality-layouts quality-samples bench faults fuzz fixtures dictionaries model bare-debian inputs

OUT ?= out
CARGO ?= cargo

help:
	@echo "make run               the fixtures, from scan to JSON, into $(OUT)/"
	@echo "make test              all tests"
	@echo "make quality           what was read and found in the fixtures, held against their gold"
	@echo "make quality-layouts   the same of layouts that paragraf was not built on"
	@echo "make quality-samples   the same of documents as archives hold them (draws their scans first)"
	@echo "make bench             speed, scaling and memory beside the tesseract command line (SCANS=FOLDERS ROUNDS=N); correction; isolation"
	@echo "make lint              formatting and clippy"
	@echo "make faults            the fault tests of docs/reliability.md at full length"
	@echo "make fuzz              each fuzz target for SECONDS=600 (needs cargo-fuzz)"
	@echo "make fixtures          draw the fixtures again"
	@echo "make dictionaries      build the dictionaries again"
	@echo "make model             build the recognition model again"
	@echo "make bare-debian       run and test a fresh clone in a bare Debian (root, debootstrap)"

build:
	@scripts/install.sh build
	$(CARGO) build --release --locked

run: build
	$(CARGO) run --release --locked --quiet -- extract fixtures/scans --output $(OUT)

test:
	@scripts/install.sh build
	$(CARGO) test --locked

lint:
	@scripts/install.sh build
	$(CARGO) fmt --check
	$(CARGO) clippy --locked --workspace --all-targets -- -D warnings

quality: run
	$(CARGO) run --release --locked --quiet -- eval fixtures/gold $(OUT) --reliability

quality-layouts: build
	$(CARGO) run --release --locked --quiet -- extract fixtures/layouts/scans --output $(OUT)/layouts
	$(CARGO) run --release --locked --quiet -- eval fixtures/layouts/gold $(OUT)/layouts --reliability

quality-samples: build
	@scripts/install.sh fixtures
	scripts/make_fixtures.py samples
	$(CARGO) run --release --locked --quiet -- extract fixtures/samples/scans --output $(OUT)/samples
	$(CARGO) run --release --locked --quiet -- eval fixtures/samples/gold $(OUT)/samples --reliability

faults:
	@scripts/install.sh build
	FAULT_KILLS=100 FAULT_TERMS=100 FAULT_DISKS=12 FAULT_ROUNDS=5 FAULT_DAMAGED=5000 FAULT_DAMAGED_TESSERACT=300 \
	$(CARGO) test --release --locked --features testing --test all faults:: -- --include-ignored --nocapture --test-threads 1

SECONDS ?= 600
fuzz:
	@scripts/fuzz.sh $(SECONDS)

SCANS ?= fixtures/scans
ROUNDS ?= 5
bench: build
	$(CARGO) build --release --locked --example stage_times
	scripts/bench.py --rounds $(ROUNDS) $(SCANS)
	OMP_THREAD_LIMIT=1 $(CARGO) bench --locked
	$(CARGO) bench --locked --package comparison

fixtures:
	@scripts/install.sh fixtures
	scripts/make_fixtures.py

dictionaries:
	@test -n "$(COUNTS)" || { echo "usage: make dictionaries COUNTS=FOLDER   (see dictionaries/README.md)" >&2; exit 2; }
	@scripts/install.sh dictionaries
	scripts/count_catalogues.py target/catalogues
	scripts/build_dictionaries.py $(COUNTS) --catalogues target/catalogues

model:
	@scripts/install.sh model
	scripts/build_model.sh

bare-debian:
	scripts/bare-debian.sh

inputs:
	scripts/make_inputs.py
