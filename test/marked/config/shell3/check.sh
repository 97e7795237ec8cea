#!/bin/bash
# form: shell tests of presence
if [ -n "$SHELL_THERE" ]; then echo yes; fi
#         ^^^^^^^^^^^ env SHELL_THERE optional
test -n "$SHELL_NEEDED" || exit 1
#         ^^^^^^^^^^^^ env SHELL_NEEDED required
[[ -v SHELL_DEFINED ]] || exit 1
#     ^^^^^^^^^^^^^ env SHELL_DEFINED required
printenv SHELL_PRINTED
#        ^^^^^^^^^^^^^ env SHELL_PRINTED optional
own=1
OWN_NAME=1
[ -n "$OWN_NAME" ] && echo own
# none the script sets it
echo "test -n $QUOTED"
# none

# form: shell loop over names
REQUIRED=(LOOP_FIRST
#         ^^^^^^^^^^ env LOOP_FIRST required
  LOOP_SECOND)
# ^^^^^^^^^^^ env LOOP_SECOND required
for name in "${REQUIRED[@]}"; do
  [ -z "${!name:-}" ] && exit 1
done
for name in LOOP_THIRD; do
#           ^^^^^^^^^^ env LOOP_THIRD required
  if [ -z "${!name}" ]; then
    exit 1
  fi
done
for name in NOT_LOOKED_UP; do
  # none
  echo "$name"
done
missing=0
for name in LOOP_NOTED; do
#           ^^^^^^^^^^ env LOOP_NOTED required
  if [ -z "${!name}" ]; then
    missing=1
  fi
done
if [ "$missing" -ne 0 ]; then
  exit 1
fi
