#!/usr/bin/env bash
# Check that the models belong to the docs: findings as annotations, and as a SARIF log for code scanning.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/inputs.sh"

flag strict "$STRICT"
if [[ "$STRICT" == true ]]; then options+=(--strict); fi

sarif="$RUNNER_TEMP/docmodels.sarif"
docmodels check ${options[@]+"${options[@]}"} --quiet --format sarif > "$sarif" || true
# A wrong configuration, or several packages without one that is named, make no log.
if [[ -s "$sarif" ]]; then printf 'sarif=%s\n' "$sarif" >> "$GITHUB_OUTPUT"; fi
docmodels check ${options[@]+"${options[@]}"} --format github
