# shellcheck shell=bash
# The programs that a command starts: their logs, and that none of them outlives it, however it ends.
# Needs say.sh.

STARTED=()

# start LOG COMMAND...: starts it in the background and sets STARTED_PID. The kernel ends it with this shell, even
# when the shell is killed.
start() {
  local log=$1
  shift
  setpriv --pdeathsig TERM "$@" >"$log" 2>&1 </dev/null 9>&- &
  STARTED_PID=$!
  STARTED+=("$STARTED_PID")
}

is_running() { kill -0 "$1" 2>/dev/null; }

# wait_until SECONDS COMMAND...: true once the command is, false when it was not within the time.
wait_until() {
  local deadline=$((SECONDS + $1))
  shift
  until "$@"; do
    if ((SECONDS >= deadline)); then return 1; fi
    sleep 0.05
  done
}

# stop_all: ends what was started, the latest first; after five seconds by force.
stop_all() {
  local pid i
  for ((i = ${#STARTED[@]} - 1; i >= 0; i--)); do
    pid=${STARTED[i]}
    kill -TERM "$pid" 2>/dev/null || continue
    wait_until 5 is_gone "$pid" || kill -KILL "$pid" 2>/dev/null || true
    wait "$pid" 2>/dev/null || true
  done
  STARTED=()
}

# A child that ended is a zombie until it is waited for: its state says so.
is_gone() {
  local state
  state=$(awk '{ sub(/.*\) /, ""); print $1 }' "/proc/$1/stat" 2>/dev/null) || return 0
  [[ -z $state || $state == Z ]]
}

# The last lines of a log, on standard error.
show_log() {
  printf 'The end of %s:\n' "$1" >&2
  tail -n 15 "$1" | sed 's/^/  /' >&2
}
