# shellcheck shell=bash
# Debian packages: which are missing, and installing those as root. Nothing else in install/ needs root.
# Needs say.sh.

# The release's number: 12, 13, ...; empty on a testing or another system.
debian_release() {
  # shellcheck source=/dev/null
  (. /etc/os-release && [[ ${ID:-} == debian ]] && printf '%s' "${VERSION_ID:-}") || true
}

debian_codename() {
  # shellcheck source=/dev/null
  (. /etc/os-release && printf '%s' "${VERSION_CODENAME:-}")
}

# package_list FILE...: the names in the files, one a line; "name [13]" is for Debian 13 and later only.
package_list() {
  local release
  release=$(debian_release)
  awk -v release="${release:-99}" '
    { sub(/#.*/, "") }
    NF == 2 { gsub(/[][]/, "", $2); if (release + 0 < $2 + 0) next }
    NF { print $1 }' "$@"
}

is_installed() {
  [[ $(dpkg-query --show --showformat '${db:Status-Status}' "$1" 2>/dev/null) == installed ]]
}

# True when what the package brings is there, from Debian or from elsewhere.
is_provided() {
  case $1 in
    npm) command -v npm >/dev/null ;;
    nodejs) command -v node >/dev/null ;;
    *) is_installed "$1" ;;
  esac
}

# Runs a command as root: as it is for root, else through sudo.
as_root() {
  if [[ $(id -u) == 0 ]]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    fail "This needs root, and there is no sudo here: $*" "Run that command as root, then this one again."
  fi
}

# install_missing FILE...: installs the packages of the lists that are not there yet.
install_missing() {
  local name missing=()
  for name in $(package_list "$@"); do
    is_provided "$name" || missing+=("$name")
  done
  if [[ ${#missing[@]} == 0 ]]; then
    say "All Debian packages needed are installed."
    return
  fi
  say "Root rights (sudo) are needed once, now, to install these Debian packages; nothing later needs them:"
  printf '%s\n' "${missing[*]}" | fold -s -w 100 | sed 's/^/  /'
  as_root apt-get update || warn "apt-get update failed; going on with the package lists there are."
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends "${missing[@]}" \
    </dev/null ||
    fail "apt-get could not install: ${missing[*]}" \
      "Read apt's message above. Is the network up, and does /etc/apt name a Debian 12 or 13 mirror with main?"
}
