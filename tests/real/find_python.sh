#!/bin/sh
# Where Python $1 (like 3.13) is on this machine: on the path, or kept by pyenv. Prints nothing when it is not here.
set -u
if "python$1" --version >/dev/null 2>&1; then
  command -v "python$1"
elif command -v pyenv >/dev/null 2>&1; then
  for version in $(pyenv versions --bare 2>/dev/null | grep "^$1\."); do
    found="$(pyenv root)/versions/$version/bin/python$1"
    [ -x "$found" ] && { echo "$found"; exit 0; }
  done
fi
exit 0
