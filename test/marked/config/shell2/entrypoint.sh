#!/bin/sh
# form: shell export
export EXPORTED_VALUE="x"
#      ^^^^^^^^^^^^^^ env EXPORTED_VALUE declared
export PASSED="${PASSED_FROM:-y}"
#      ^^^^^^ env PASSED declared
#                ^^^^^^^^^^^ env PASSED_FROM optional default=y

# form: shell expansion operators
echo "${ALTERNATE:+set}"
#       ^^^^^^^^^ env ALTERNATE optional
echo "${SUFFIX_CUT%%.*}"
# none
if [ -n "$TESTED" ]; then echo yes; fi
#         ^^^^^^ env TESTED optional
read -r ANSWER
echo "$ANSWER"
# none
cat <<'DOC'
${IN_A_QUOTED_HEREDOC:?x}
DOC
curl -H "Authorization: ${HEADER_TOKEN:?}" https://api.example.com
#                         ^^^^^^^^^^^^ env HEADER_TOKEN required
