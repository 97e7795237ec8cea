#!/usr/bin/env bash
# form: shell variable that a message mentions
#   STRICT_MODE=true|false
MODE="${STRICT_MODE:-false}"
#       ^^^^^^^^^^^ env STRICT_MODE optional default=false
if [[ -z "${DEPLOY_TOKEN:-}" ]]; then
#           ^^^^^^^^^^^^ env DEPLOY_TOKEN required
  echo "  export DEPLOY_TOKEN=value"
  # none
  exit 1
fi
[ "$MODE" = true ] || echo "running (STRICT_MODE=false)"
# none
read -r -p "Folder: " ASKED_FOLDER
ASKED_FOLDER=${ASKED_FOLDER:-/tmp}
# none
