# The commands of the README. `make demo` and `make test` work on a clean clone.
SWIFT_BUILD_RELEASE = swift build -c release --static-swift-stdlib --product warraq
WARRAQ = .build/release/warraq
PLUGIN_HEADER = $(abspath Sources/CWarraqPlugin/include)
SWIFT_SOURCES = Package.swift Sources Plugins Tests

SCHEMES = $(basename $(notdir $(wildcard Plugins/Romanization/Resources/schemes/*.tsv)))

.PHONY: demo test bench bench-corpus bench-extracts bench-names bench-romanization lint format setup build docs golden clean

demo: build
	@echo
	$(WARRAQ) run article-digest Corpora/news --format text
	$(WARRAQ) run article-digest Corpora/news --output digest.jsonl
	@echo "digest.jsonl holds one JSON object a document; the first begins:"
	@head -c 600 digest.jsonl | iconv -c -f utf-8 -t utf-8; echo " …"

build: setup
	$(SWIFT_BUILD_RELEASE)

# The end-to-end tests run the debug binary that this builds.
test:
	@.ci/setup tests
	swift build --build-tests
	swift test --skip-build

lint:
	swift format lint --strict --recursive --parallel $(SWIFT_SOURCES)

format:
	swift format --in-place --recursive --parallel $(SWIFT_SOURCES)

# Rates and ratios on a text file of your own: make bench TEXT=news.txt
bench: setup
	cd Benchmarks && swift build -c release
	Benchmarks/.build/release/warraq-bench normalization $(abspath $(TEXT))
	python3 Benchmarks/normalization_peers.py $(abspath $(TEXT))
	Benchmarks/.build/release/warraq-bench segmentation $(abspath $(TEXT))
	python3 Benchmarks/segmentation_peers.py $(abspath $(TEXT))
	mkdir -p Benchmarks/.build/no-op && cp -r Benchmarks/NoOp/. Benchmarks/.build/no-op
	cd Benchmarks/.build/no-op && $(CC) -O2 -fPIC -shared -I $(PLUGIN_HEADER) -o c/libnoop.so c/noop.c
	cd Benchmarks/.build/no-op && swiftc -O -parse-as-library -emit-library -static-stdlib \
		-I $(PLUGIN_HEADER) -o swift/libnoop.so swift/noop.swift
	Benchmarks/.build/release/warraq-bench plugins $(abspath $(TEXT)) Benchmarks/.build/no-op

# The main job over growing corpora made of your text, and a Python pipeline: make bench-corpus TEXT=news.txt
bench-corpus: build
	cd Benchmarks && swift build -c release
	Benchmarks/corpus.sh $(abspath $(TEXT)) $(COUNTS)

# Names beside packages, over a list whose first column is Arabic, and words with spellings to train one of them on:
# make bench-names NAMES=people.tsv WORDS=words.tsv
bench-names: build
	Benchmarks/names.sh $(abspath $(NAMES)) $(abspath $(WORDS))

# Romanization beside ICU's, over a text of your own: make bench-romanization TEXT=news.txt
bench-romanization: build
	Benchmarks/romanization.sh $(abspath $(TEXT))

# Keywords and summaries beside Python packages: make bench-extracts TEXT=news.txt
bench-extracts: build
	cd Benchmarks && swift build -c release
	Benchmarks/extracts.sh $(abspath $(TEXT)) $(COUNT)

# Pages and schemas that are made from the stages' declarations.
docs: build
	$(WARRAQ) stages --markdown > Docs/Stages.md
	$(WARRAQ) recipe schema > Docs/recipe.schema.json
	$(WARRAQ) recipe schema --output > Docs/output.schema.json
	for scheme in $(SCHEMES); do \
		$(WARRAQ) transliterate --scheme $$scheme --page > Docs/Schemes/$$scheme.md; done

# The golden files of the tests; look at the difference before you commit it.
golden: build
	$(WARRAQ) run article-digest Corpora/news --format text > Tests/Golden/news-digest.txt
	$(WARRAQ) run article-digest Corpora/news/paris-climate.txt > Tests/Golden/paris-climate.jsonl

setup:
	@.ci/setup

clean:
	swift package clean
