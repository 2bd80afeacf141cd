# shellcheck shell=bash
# What every command says: each step as it starts, and for a failure what failed and what to do.

say() { printf '%s\n' "$*"; }

step() { printf '\n==> %s\n' "$*"; }

warn() { printf 'Warning: %s\n' "$*" >&2; }

# fail WHAT [WHAT-TO-DO]: ends the command with status 1.
fail() {
  printf '\nFailed: %s\n' "$1" >&2
  if [[ $# -gt 1 ]]; then printf 'What to do: %s\n' "$2" >&2; fi
  exit 1
}
