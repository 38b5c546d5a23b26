#!/bin/sh
# The real servers that the tests need: installed when we may, otherwise named exactly.
set -u
missing=""
[ -x /usr/sbin/dovecot ] && [ -x /usr/lib/dovecot/lmtp ] || missing="dovecot-imapd dovecot-lmtpd"
command -v openssl >/dev/null 2>&1 || missing="$missing openssl"
[ -z "$missing" ] && exit 0
as_root=""
[ "$(id -u)" -eq 0 ] || { command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null && as_root="sudo -n"; }
if command -v apt-get >/dev/null 2>&1 && { [ "$(id -u)" -eq 0 ] || [ -n "$as_root" ]; }; then
  echo "Installing$([ -n "$missing" ] && echo " $missing") for the tests"
  # shellcheck disable=SC2086
  $as_root apt-get update -qq && DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq $missing >/dev/null 2>&1 && exit 0
fi
echo "The tests need: $missing   (Debian, Ubuntu: sudo apt-get install $missing)"
[ "${CI:-}" = "true" ] && exit 1
echo "Without them the tests on real servers are skipped by name."
