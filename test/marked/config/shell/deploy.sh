#!/usr/bin/env bash
set -euo pipefail

# form: shell required expansion
echo "${API_TOKEN:?set API_TOKEN}"
#       ^^^^^^^^^ env API_TOKEN required
: "${MUST_BE_SET?}"
#    ^^^^^^^^^^^ env MUST_BE_SET required

# form: shell default expansion
REGION="${DEPLOY_REGION:-eu}"
#         ^^^^^^^^^^^^^ env DEPLOY_REGION optional default=eu
: "${ASSIGNED:=x}"
#    ^^^^^^^^ env ASSIGNED optional default=x

# form: shell test
if [ -z "${CHECKED_TOKEN:-}" ]; then
#          ^^^^^^^^^^^^^ env CHECKED_TOKEN optional
  echo "no token"
fi

LOCAL_VALUE=1
# none
echo "$LOCAL_VALUE ${LOCAL_VALUE}"
# none
echo '${SINGLE_QUOTED:?x}'
# none
echo "$1 $@ $? ${#}"
# none
# ${IN_A_COMMENT:?x}
# none
for item in a b; do echo "${item}"; done
# none
echo "$REGION"
# none
