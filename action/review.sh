#!/usr/bin/env bash
# Review what has changed in the models: on the page of the run, and as one comment on the pull request.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/inputs.sh"

flag comment "$COMMENT"
[[ "$FAIL_ON" =~ ^[a-z,-]*$ ]] || refuse fail-on 'words as of docmodels diff --fail-on'
[[ "$NUMBER" =~ ^[0-9]*$ ]] || refuse number 'the number of a pull request'
base="${BASE:-HEAD^}"
[[ "$base" != -* ]] || refuse base 'a revision'
if [[ -n "$FAIL_ON" ]]; then options+=("--fail-on=$FAIL_ON"); fi

review="$RUNNER_TEMP/docmodels-review.md"
status=0
mark='<!-- docmodels: review -->'
printf '%s\n' "$mark" > "$review"
docmodels diff "$base" ${options[@]+"${options[@]}"} --format markdown >> "$review" || status=$?
if [[ $status == 2 ]]; then exit 2; fi
printf 'review=%s\n' "$review" >> "$GITHUB_OUTPUT"
cat "$review" >> "$GITHUB_STEP_SUMMARY"

# The comment is found by its first line, whoever else comments, and updated.
comment() {
  local comments="repos/$GITHUB_REPOSITORY/issues/$NUMBER/comments" own
  own=$(gh api --paginate "$comments" --jq ".[] | select(.user.type == \"Bot\") | select(.body | startswith(\"$mark\")) | .id" | head -n 1)
  if [[ -n "$own" ]]; then
    gh api --silent --method PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$own" --field "body=@$review"
  else
    gh api --silent --method POST "$comments" --field "body=@$review"
  fi
}

if [[ "$COMMENT" == true && -n "$NUMBER" ]]; then
  comment || printf '::warning title=docmodels::%s\n' \
    'the review is on the page of the run: the token may not comment, as on pull requests from forks'
fi
exit "$status"
