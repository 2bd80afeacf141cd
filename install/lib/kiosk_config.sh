# shellcheck shell=bash

# kiosk_config COMMUNE PLACE PAGES INCHES: the text of a kiosk.json. PAGES and INCHES may be empty: there are no phone
# pages, and the panel tells its size itself.
kiosk_config() {
  printf '{"commune":"%s","place":"%s"' "$1" "$2"
  if [[ -n $3 ]]; then printf ',"pagesUrl":"%s"' "$3"; fi
  if [[ -n $4 ]]; then printf ',"diagonalInches":%s' "$4"; fi
  printf '}\n'
}
