#!/usr/bin/env bash
# Romanization, for `make bench-romanization`: megabytes of text a second by schemes of each kind and by ICU's
# transform, and words a second of ala-lc's romanizer and of a scheme whose vowels it supplies; the whole command, its start
# included, with one job and with as many as there are processors.
#
# usage: romanization.sh TEXT
set -euo pipefail
cd "$(dirname "$0")/.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
# The text as it is, and some 40 MB of it, so that a start counts for little.
cp "$1" "$folder/text"
size=$(wc -c <"$folder/text")
copies=$((40000000 / (size + 1) + 1))
for ((copy = 0; copy < copies; copy++)); do cat "$folder/text"; done >"$folder/long"
iconv -c -f utf-8 -t utf-8 <(head -c 2000000 "$folder/long") >"$folder/short" || true

# rate NAME COUNT UNIT COMMAND...: what a command answers a second
rate() {
  local name=$1 count=$2 unit=$3 start end
  shift 3
  start=$(date +%s.%N)
  "$@" >/dev/null 2>&1
  end=$(date +%s.%N)
  echo "$name: $(echo "$count / ($end - $start)" | bc -l | xargs printf %.1f) $unit a second"
}
megabytes() { echo "$(wc -c <"$1") / 1000000" | bc -l; }

jobs=$(nproc)
for scheme in buckwalter iso-233 din-31635 odni-2015; do
  for count in 1 "$jobs"; do
    rate "$scheme, jobs $count" "$(megabytes "$folder/long")" MB \
      .build/release/warraq transliterate --reading rules --scheme "$scheme" --jobs "$count" "$folder/long"
  done
done
if command -v uconv >/dev/null; then
  rate "uconv -x Arabic-Latin" "$(megabytes "$folder/short")" MB \
    uconv -f utf-8 -t utf-8 -x Arabic-Latin "$folder/short"
else
  echo "uconv is not installed"
fi
for scheme in ala-lc bgn-pcgn; do
  for count in 1 "$jobs"; do
    rate "$scheme, jobs $count" "$(wc -w <"$folder/text")" words \
      .build/release/warraq transliterate --scheme "$scheme" --jobs "$count" "$folder/text"
  done
done
