# shellcheck shell=bash
# A walk through the kiosk by an X server's real input events: the gate, home, the question of a guide, the guide, its code.
# Needs say.sh and processes.sh; DISPLAY is an X server of 1920x1080 that shows the kiosk and nothing else.

# What to touch, in the middle of each control of the 1920x1080 layout.
readonly TOUCH_START="512 974"       # the gate's button, or that of an urgent notice in its place
readonly TOUCH_MOST_ASKED="1580 445" # first row of the list "Hay hỏi nhất"
readonly TOUCH_FIRST_CASE="353 655"  # first answer to the question
readonly TOUCH_PRIMARY="1324 854"    # the green button

picture_of_screen() { import -silent -window root "$1"; }

# A page was drawn: many colours, and more than a clock's digits are other than in the picture BEFORE.
shows_new_page() {
  picture_of_screen "$1" && (($(identify -format '%k' "$1") > 16)) &&
    { compare -metric AE "$1" "$2" null: 2>&1 || true; } | awk '{ exit !($1 > 100000) }'
}

# A second look finds the same picture: nothing moves any more.
is_at_rest() {
  picture_of_screen "$1.again.png"
  cmp -s "$1" "$1.again.png" || { mv "$1.again.png" "$1"; return 1; }
  rm -f "$1.again.png"
}

# save_page FILE BEFORE: waits for a page other than the picture BEFORE, saves it and prints its path.
save_page() {
  wait_until 20 shows_new_page "$1" "$2" ||
    fail "The screen did not change within 20 s; it shows $1" "Read the kiosk's log in $DEMO_LOGS."
  wait_until 10 is_at_rest "$1" || fail "The screen does not come to rest; it shows $1" "Read the kiosk's log in $DEMO_LOGS."
  say "$1"
}

touch_screen() {
  # shellcheck disable=SC2086  # two words: x and y
  xdotool mousemove $1 click 1
}

# The code must be read by a phone: by zbar here, where it is installed.
check_code() {
  command -v zbarimg >/dev/null || return 0
  local link
  link=$(zbarimg --quiet --raw --nodbus "$1") || fail "No code can be read from $1" "Look at the picture."
  [[ $link == https://* && $link != *$'\n'* ]] || fail "The code on $1 says: $link" "A code is one https address."
  say "The code reads: $link"
}

# walk FOLDER: saves a picture of each page there.
walk() {
  local before=$1/0-empty.png
  mkdir -p "$1"
  rm -f "$1"/*.png
  convert -size 1920x1080 xc:black "$before"
  save_page "$1/0-gate.png" "$before"
  touch_screen "$TOUCH_START"
  save_page "$1/1-home.png" "$1/0-gate.png"
  touch_screen "$TOUCH_MOST_ASKED"
  save_page "$1/2-question.png" "$1/1-home.png"
  touch_screen "$TOUCH_FIRST_CASE"
  save_page "$1/3-guide.png" "$1/2-question.png"
  touch_screen "$TOUCH_PRIMARY"
  save_page "$1/4-code.png" "$1/3-guide.png"
  rm -f "$before"
  check_code "$1/4-code.png"
}
