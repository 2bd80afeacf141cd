# shellcheck shell=bash
# The programs of a demo province: its server, who does by hand what its operator and admin do, its kiosk's agent.
# Needs say.sh, processes.sh, and demo.sh with its demo_paths called; `root` is the source tree.

# The server chooses free ports of the loopback interface the first time, and has them again from then on: the keys
# that a browser keeps belong to the signer's address.
launch_server() {
  local log=$DEMO_LOGS/server.log
  start "$log" "$PROGRAMS/conglang-server" --repo "$DEMO_REPOSITORY" --data "$DEMO_SERVER" --address 127.0.0.1 \
    --port "$1" --signer-port "$2" --desk "$PROGRAMS/../share/conglang/desk" --conglang "$PROGRAMS/conglang" \
    --keys "$DEMO_ONLINE_KEYS" --passphrase-file "$DEMO_PASSPHRASE"
  wait_until 20 eval "grep -qs '^signer ' '$log' || is_gone $STARTED_PID" && grep -q '^signer ' "$log"
}

start_server() {
  local log=$DEMO_LOGS/server.log ports=(0 0)
  if [[ -f $DEMO_PORTS ]]; then read -ra ports <"$DEMO_PORTS"; fi
  launch_server "${ports[@]}" || launch_server 0 0 || {
    show_log "$log"
    fail "The server did not start." "Read its log above."
  }
  URL=$(grep -m 1 '^http://' "$log")
  SIGNER=$(sed -n 's/^signer //p' "$log")
  printf '%s %s\n' "${URL##*:}" "${SIGNER##*:}" >"$DEMO_PORTS"
  say "The server answers at $URL (this machine only)"
}

start_operator() {
  local log=$DEMO_LOGS/operator.log
  start "$log" node "$root/install/lib/demo_operator.mjs" "$URL" "$DEMO" "$COMMUNE" "$PLACE" \
    "$PROGRAMS/conglang" "$PROGRAMS/conglang-server"
  wait_until 30 test -f "$DEMO_SIGN_IN" || {
    show_log "$log"
    fail "The demo's accounts could not be made." "Read the log above."
  }
}

# password_of NAME: of one of the demo's accounts.
password_of() { sed -n "/^  \"$1\": {/,/}/s/.*\"password\": \"\(.*\)\".*/\1/p" "$DEMO_SIGN_IN"; }

start_sync() {
  start "$DEMO_LOGS/sync.log" "$PROGRAMS/conglang-sync" --data "$DEMO_KIOSK" --url "$URL" --interval 2 \
    --server "$URL" --report-every 15
  wait_until 30 test -f "$DEMO_KIOSK/current" || {
    show_log "$DEMO_LOGS/sync.log"
    fail "The sync agent brought no content within 30 s." "Read its log above."
  }
  say "The sync agent asks every 2 s for new content"
}
