#!/usr/bin/env bash
# What tests need beside Python: a PostgreSQL server, and a browser. Installed where that may be done (root, on
# Debian); else it is said which tests will be skipped. Nothing is started here.
set -euo pipefail

cd "$(dirname "$0")/.."

# Finds faults of accessibility; of no use to who only runs the program.
[ -f assets/node_modules/axe-core/axe.min.js ] || npm ci --prefix assets --ignore-scripts --no-audit --no-fund --silent

missing=()
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || missing+=(postgresql)
command -v chromium >/dev/null || missing+=(chromium)
[ ${#missing[@]} = 0 ] && exit 0

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
  exit 0
fi
for package in "${missing[@]}"; do
  case $package in
    postgresql) tests="every test with [postgresql] in its name" ;;
    chromium) tests="tests/web/test_story.py and tests/web/test_accessible.py" ;;
  esac
  echo "skipped: $tests: $package is not installed, and installing it needs root: apt-get install $package"
done
