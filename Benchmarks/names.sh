#!/usr/bin/env bash
# Names, for `make bench-names`: names a second of the whole command and of packages, five spellings each,
# for names that the lexicon may know and for made-up words that nobody has seen.
#
# usage: names.sh NAMES [WORDS]
#   WORDS  words and their spellings, tab between, to train Phonetisaurus on
set -euo pipefail
cd "$(dirname "$0")/.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cut -f1 "$1" | tr ' ' '\n' | grep . | sort -u | awk 'NR <= 20000' >"$folder/known"
# Words that are none: two halves of others.
python3 - "$folder" <<'PY'
import random, sys
folder = sys.argv[1]
words = [w for w in open(f"{folder}/known", encoding="utf-8").read().split() if len(w) > 5]
random.seed(1)
made = {a[:3] + b[-3:] for a, b in zip(random.choices(words, k=20000), random.choices(words, k=20000))}
open(f"{folder}/unseen", "w", encoding="utf-8").write("\n".join(sorted(made)) + "\n")
PY
for kind in known unseen; do
  for copy in 1 2 3 4 5; do cat "$folder/$kind"; done >"$folder/in"
  start=$(date +%s.%N)
  .build/release/warraq names --top 5 "$folder/in" >/dev/null
  end=$(date +%s.%N)
  echo "$kind: $(wc -l <"$folder/in") names, $(echo "$(wc -l <"$folder/in") / ($end - $start)" | bc -l | cut -d. -f1) a second"
  python3 Benchmarks/name_peers.py "$folder/$kind" "${@:2}"
done
