# shellcheck shell=bash
# A local province for trying things out: keys, repository and one kiosk's data in a folder of its own, all of it
# marked DEMO, random per folder and served to this machine only.
# Needs say.sh, and to make one kiosk_config.sh; `root` is the source tree. CONGLANG_PROGRAMS: where the programs are,
# for who built them elsewhere.

readonly COMMUNE=09784
readonly PLACE=thuong-thap
readonly PROGRAMS=${CONGLANG_PROGRAMS:-$root/build/release/bin}

# demo_paths FOLDER: sets the names of what is in it.
demo_paths() {
  DEMO=$(realpath --canonicalize-missing "$1")
  DEMO_MARK=$DEMO/DEMO.txt
  DEMO_PASSPHRASE=$DEMO/DEMO-passphrase
  DEMO_KEYS=$DEMO/DEMO-keys
  DEMO_ONLINE_KEYS=$DEMO/DEMO-online-keys # what the server has: those of snapshot and timestamp
  DEMO_SIGN_IN=$DEMO/DEMO-sign-in.json
  DEMO_SERVER=$DEMO/server
  DEMO_PORTS=$DEMO/ports
  DEMO_REPOSITORY=$DEMO/repository
  DEMO_BUNDLE=$DEMO/bundle
  DEMO_KIOSK=$DEMO/kiosk
  DEMO_LOGS=$DEMO/logs
}

default_demo_folder() {
  printf '%s' "${XDG_DATA_HOME:-${HOME:?"HOME is not set; use --data FOLDER"}/.local/share}/conglang-demo"
}

# run_conglang ARGUMENTS...: the tool. What it says goes to CONGLANG_SAID, and to the terminal when it fails.
run_conglang() {
  CONGLANG_SAID=$("$PROGRAMS/conglang" "$@" 2>&1 </dev/null) || {
    printf '%s\n' "$CONGLANG_SAID" >&2
    return 1
  }
}

# The mark is written last: a folder without it was left half made and is made again.
make_province() {
  if [[ -f $DEMO_MARK && -d $DEMO_ONLINE_KEYS ]]; then
    say "The demo province is in $DEMO"
    return
  fi
  if [[ -d $DEMO && -n $(find "$DEMO" -mindepth 1 -maxdepth 1 ! -name 'DEMO-*' ! -name repository ! -name bundle \
    ! -name kiosk ! -name logs ! -name lock ! -name server ! -name ports ! -name pictures ! -name delegation.json) ]]; then
    fail "$DEMO holds something else." "Name an empty or new folder: --data FOLDER"
  fi
  say "Making a demo province in $DEMO: random keys and passphrase, for this machine only"
  rm -rf "$DEMO_MARK" "$DEMO_PASSPHRASE" "$DEMO_KEYS" "$DEMO_ONLINE_KEYS" "$DEMO_REPOSITORY" "$DEMO_BUNDLE" \
    "$DEMO_KIOSK" "$DEMO_SERVER" "$DEMO_SIGN_IN"
  mkdir -p "$DEMO_KIOSK"
  (umask 077 && printf 'DEMO-%s\n' "$(head -c 24 /dev/urandom | base64 | tr '+/' '-_')" >"$DEMO_PASSPHRASE")
  run_conglang init --repo "$DEMO_REPOSITORY" --keys "$DEMO_KEYS" --commune "$COMMUNE" \
    --passphrase-file "$DEMO_PASSPHRASE" ||
    fail "conglang init could not make the demo's keys." "Read its message above."
  ask_for_two_signatures
  mkdir -m 0700 "$DEMO_ONLINE_KEYS"
  cp "$DEMO_KEYS"/{snapshot,timestamp}.pem "$DEMO_KEYS/root.json" "$DEMO_ONLINE_KEYS"
  # The kiosk trusts what it was given by hand: here, a copy of the first root.
  cp "$DEMO_REPOSITORY/metadata/1.root.json" "$DEMO_KIOSK/root.json"
  # No phone pages: a phone does not reach this machine, and a code leads to https alone.
  kiosk_config "$COMMUNE" "$PLACE" "" 21.5 >"$DEMO_KIOSK/kiosk.json"
  cat >"$DEMO_MARK" <<MARK
DEMO. A Cổng Làng province for trying things out, made by install/run. Its keys and passphrase are random and
lie beside this file unguarded: never give them to a real kiosk. Delete this folder to start afresh.
MARK
}

# The commune's content takes two signatures, as in a real one: here of two keys in one folder, until people enrol
# keys of their own at the desk.
ask_for_two_signatures() {
  local key keys=()
  for _ in 1 2; do
    run_conglang keys new "$COMMUNE" --keys "$DEMO_KEYS" --passphrase-file "$DEMO_PASSPHRASE" ||
      fail "conglang keys new could not make a key." "Read its message above."
  done
  for key in "$DEMO_KEYS/commune-$COMMUNE".*.pub.json; do keys+=(--key "$key"); done
  # What is there, nothing yet, is signed by the new keys before these replace the first one.
  sign_with_demo_keys sign --role "commune-$COMMUNE" --again &&
    sign_with_demo_keys delegate "$COMMUNE" "${keys[@]}" --threshold 2 ||
    fail "conglang delegate could not give the commune its keys." "Read its message above."
}

sign_with_demo_keys() {
  run_conglang "$@" --repo "$DEMO_REPOSITORY" --keys "$DEMO_KEYS" --passphrase-file "$DEMO_PASSPHRASE"
}

# publish_guides FOLDER: checks the guides in it, signs them and puts them into the demo's repository.
publish_guides() {
  run_conglang build "$1" --out "$DEMO_BUNDLE" --commune "$COMMUNE" ||
    fail "The guides in $1 are not all right; nothing was published." "Correct what is named above, then publish again."
  sign_with_demo_keys publish "$DEMO_BUNDLE" ||
    fail "conglang publish could not sign the guides." "Read its message above."
}

# What is signed lasts for days only: a demo started again after a pause is renewed.
renew_signatures() {
  sign_with_demo_keys refresh ||
    fail "The demo's signatures could not be renewed." "Read the message above, or delete $DEMO to start afresh."
}
