#!/usr/bin/env bash
# Keywords and summaries, for `make bench-extracts`: documents a second of the whole command on one thread
# and of its stages, and of Python packages over the same articles.
#
# usage: extracts.sh TEXT [COUNT]
set -euo pipefail
cd "$(dirname "$0")/.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
count=${2:-2000}
Benchmarks/.build/release/warraq-bench articles "$1" "$count" >"$folder/in.jsonl"
head -100 "$folder/in.jsonl" >"$folder/few.jsonl"
for recipe in keywords summary; do
  .build/release/warraq run "$recipe" "$folder/in.jsonl" --jobs 1 -o "$folder/out.jsonl"
done
python3 Benchmarks/extract_peers.py "$folder/few.jsonl" || echo "the Python packages are not installed"
