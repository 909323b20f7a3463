# Each target installs what it needs on a Debian or Ubuntu with cargo; see scripts/install.sh.
.PHONY: help run build test lint quality quality-layouts quality-samples quality-table recorded old-prose bench bench-exports faults fuzz fixtures dictionaries model bare-debian inputs

OUT ?= out
CARGO ?= cargo

help:
	@echo "make run               the fixtures, from scan to JSON, into $(OUT)/"
	@echo "make test              all tests"
	@echo "make quality           what is read and found in the fixtures, held against their gold and the table"
	@echo "make quality-layouts   what is found on the recorded pages of further layouts"
	@echo "make quality-samples   what is found on the recorded pages of documents as archives hold them"
	@echo "make quality-table     write the table that the tests hold the recorded pages against"
	@echo "make recorded          read the pages of all scans again, for fixtures/recorded"
	@echo "make old-prose         print, spoil and read the old prose of fixtures/oldprose again"
	@echo "make bench             speed, scaling, memory (SCANS=FOLDERS ROUNDS=N); correction; isolation"
	@echo "make bench-exports     time and memory of every export, on copies of $(OUT)/"
	@echo "make lint              formatting and clippy"
	@echo "make faults            the fault tests of docs/reliability.md at full length"
	@echo "make fuzz              each fuzz target for SECONDS=600 (needs cargo-fuzz)"
	@echo "make fixtures          draw the fixtures again"
	@echo "make inputs            the small files in every form that the tests read"
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
	CARGO_INCREMENTAL=0 $(CARGO) test --locked

lint:
	@scripts/install.sh build
	$(CARGO) fmt --check
	$(CARGO) clippy --locked --workspace --all-targets -- -D warnings

quality: run
	$(CARGO) run --release --locked --quiet -- eval fixtures/gold $(OUT) --reliability
	QUALITY_OUT=$(OUT) $(CARGO) test --release --locked --quiet --test quality -- --ignored --exact what_was_read_afresh

quality-layouts quality-samples: quality-%: build
	$(CARGO) run --release --locked --quiet --example recorded_pages -- extract fixtures/recorded/$* $(OUT)/$*
	$(CARGO) run --release --locked --quiet -- eval fixtures/$*/gold $(OUT)/$* --reliability

quality-table:
	@scripts/install.sh build
	$(CARGO) test --locked --quiet --test quality -- --ignored --exact the_table_is_written

RECORD = OMP_THREAD_LIMIT=1 $(CARGO) run --release --locked --quiet --example recorded_pages -- record
recorded: build
	scripts/get_scans.sh
	$(RECORD) fixtures/recorded/fixtures fixtures/scans
	$(RECORD) fixtures/recorded/layouts fixtures/layouts/scans
	$(RECORD) fixtures/recorded/samples fixtures/samples/scans

old-prose: build
	@scripts/install.sh fixtures
	$(CARGO) build --release --locked --example recorded_pages
	OMP_THREAD_LIMIT=1 scripts/make_old_prose.py --recorder $${CARGO_TARGET_DIR:-target}/release/examples/recorded_pages

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

bench-exports: run
	scripts/bench_exports.py $(OUT)

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
