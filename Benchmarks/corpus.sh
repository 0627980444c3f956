#!/usr/bin/env bash
# The recipe article-digest over corpora of growing size, for `make bench-corpus`: documents a second and
# peak memory at 1 and 2 jobs, against ICU's own converter and transform as floor, and a pipeline of Python
# packages over the same 500 articles.
#
# usage: corpus.sh TEXT [COUNT…]
set -euo pipefail
cd "$(dirname "$0")/.."
text=$1
shift
counts=("$@")
[ ${#counts[@]} -gt 0 ] || counts=(500 10000 100000)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

for count in "${counts[@]}"; do
  Benchmarks/.build/release/warraq-bench articles "$text" "$count" >"$folder/in.jsonl"
  size=$(stat -c %s "$folder/in.jsonl")
  for jobs in 1 2; do
    python3 - "$folder" "$jobs" "$count" "$size" <<'PY'
import json, os, resource, subprocess, sys, time
folder, jobs, count, size = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
start = time.perf_counter()
subprocess.run([".build/release/warraq", "run", "article-digest", f"{folder}/in.jsonl", "--jobs", jobs,
                "-o", f"{folder}/out.jsonl", "--stats", f"{folder}/stats.json", "--quiet"], check=True)
seconds = time.perf_counter() - start
memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
stages = json.load(open(f"{folder}/stats.json"))["stages"]
whole = sum(s["seconds"] for s in stages) or 1
print(f"{count:>9,} documents, {jobs} jobs: {count / seconds:>7,.0f} documents/s {size / seconds / 1e6:>6.2f} MB/s "
      f"{memory:>6.0f} MB  " + " ".join(f"{s['stage']} {s['seconds'] / whole * 100:.0f}%" for s in stages))
PY
  done
done

Benchmarks/.build/release/warraq-bench articles "$text" 500 >"$folder/in.jsonl"
if command -v uconv >/dev/null; then
  start=$(date +%s.%N)
  uconv -f utf-8 -t utf-8 -x 'NFC; Arabic-Latin' "$folder/in.jsonl" >/dev/null
  end=$(date +%s.%N)
  echo "uconv -x 'NFC; Arabic-Latin': $(echo "500 / ($end - $start)" | bc -l | cut -c1-6) documents/s"
fi
python3 Benchmarks/corpus_peers.py "$folder/in.jsonl" || echo "the Python packages are not installed"
