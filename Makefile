# Two commands set everything up: `make site` builds the site, `make test` passes every test.

PREFIX ?= /usr/local
DESTDIR ?=
SWIFT ?= swift
SIZES ?= 100,1000,10000
ROUNDS ?= 5
SECONDS_OF_FUZZING ?= 60

# The installed program carries Swift's own libraries where the platform allows it, and needs only libyaml and cmark-gfm.
ifeq ($(shell uname -s),Linux)
RELEASE_FLAGS := -c release --static-swift-stdlib
# Optimising the program as a whole takes 4 % off a build, and some 6 % more go where the linker knows which ways it takes
# most: it is linked twice, and what the first one counted on the way through two sites is told to the second. Both need
# tools that Swift brings along, and are left out where those are missing.
TOOLS := $(dir $(realpath $(shell command -v $(SWIFT))))
ifneq ($(wildcard $(TOOLS)ld.lld),)
RELEASE_FLAGS += --experimental-lto-mode full -Xswiftc -use-ld=lld
ifneq ($(wildcard $(TOOLS)llvm-profdata),)
PROFILE := .build/profile/program.profdata
endif
endif
else
RELEASE_FLAGS := -c release
endif
PROGRAM := .build/release/aboveboard

.PHONY: help site test check lint program bench fuzz install uninstall clean setup

help: ## Show these lines
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' Makefile | expand -t 20

site: setup ## Build incidents/ into site/
	$(SWIFT) build --product aboveboard
	.build/debug/aboveboard build

test: setup ## Build and pass every test
	@.ci/readers
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build

check: lint test ## What CI asks first: the format lint, the build, the tests

lint: setup ## Hold the sources against .swift-format
	$(SWIFT) format lint --strict --recursive Sources Tests Plugins Fuzz Package.swift

program: setup $(PROFILE) ## Build the program for release, which takes some minutes
	$(if $(PROFILE),ABOVEBOARD_PROFILE="$(CURDIR)/$(PROFILE)" )$(SWIFT) build $(RELEASE_FLAGS) --product aboveboard

.build/profile/program.profdata: Package.swift $(shell find Sources Plugins templates -type f) | setup
	ABOVEBOARD_PROFILE=generate $(SWIFT) build $(RELEASE_FLAGS) --product aboveboard
	.ci/profile $(PROGRAM) "$(TOOLS)llvm-profdata" $@

bench: program ## Compare with Hugo at 100, 1,000 and 10,000 records (SIZES, ROUNDS)
	python3 Benchmarks/compare.py --program $(PROGRAM) --sizes $(SIZES) --rounds $(ROUNDS) --work .build/benchmarks

fuzz: setup ## Hand the reader made-up files for a while (SECONDS_OF_FUZZING), by libFuzzer
	ABOVEBOARD_FUZZ=1 $(SWIFT) build -c release --scratch-path .build/fuzz --product Fuzz
	mkdir -p .build/fuzz/corpus
	cp Fuzz/Corpus/* .build/fuzz/corpus/
	SWIFT_BACKTRACE=enable=no .build/fuzz/release/Fuzz -dict=Fuzz/words.dict -max_len=20000 -timeout=10 \
		-max_total_time=$(SECONDS_OF_FUZZING) -print_final_stats=1 -artifact_prefix=.build/fuzz/ .build/fuzz/corpus

install: program ## Install the program and its shell completions under PREFIX
	install -d "$(DESTDIR)$(PREFIX)/bin"
	install -m 755 $(PROGRAM) "$(DESTDIR)$(PREFIX)/bin/aboveboard"
	-strip "$(DESTDIR)$(PREFIX)/bin/aboveboard"
	install -d "$(DESTDIR)$(PREFIX)/share/bash-completion/completions"
	$(PROGRAM) --generate-completion-script bash > "$(DESTDIR)$(PREFIX)/share/bash-completion/completions/aboveboard"
	install -d "$(DESTDIR)$(PREFIX)/share/zsh/site-functions"
	$(PROGRAM) --generate-completion-script zsh > "$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_aboveboard"
	install -d "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d"
	$(PROGRAM) --generate-completion-script fish > "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/aboveboard.fish"

uninstall: ## Remove what install wrote
	rm -f "$(DESTDIR)$(PREFIX)/bin/aboveboard" \
		"$(DESTDIR)$(PREFIX)/share/bash-completion/completions/aboveboard" \
		"$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_aboveboard" \
		"$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/aboveboard.fish"

clean: ## Remove what was built, but not site/
	rm -rf .build .aboveboard

setup:
	@.ci/setup
