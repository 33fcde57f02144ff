#!/usr/bin/env bash
# Asks every route once, as anybody could, and says which answers as it should not; nothing is stored by it. Usage:
#   infra/smoke.sh https://requests.example.com [--metadata .publish/app/functions.metadata] [--wait 180]
# Works on the local host too. The exit code is 0 only when every function that answers HTTP was asked and answered.
exec node "$(dirname "${BASH_SOURCE[0]}")/smoke.mjs" "$@"
