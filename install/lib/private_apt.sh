# shellcheck shell=bash
# Packages of another Debian suite, through apt with its signatures checked, but with a source list, package
# lists and cache of our own in a temporary folder: the machine's apt configuration is read and never changed.
# Needs say.sh and packages.sh. Any user can run it.

readonly DEBIAN_KEYRING=/usr/share/keyrings/debian-archive-keyring.gpg

# The mirror that serves this machine's own release, as its apt configuration names it.
debian_mirror() {
  local codename mirror
  codename=$(debian_codename)
  mirror=$(apt-get indextargets --format '$(RELEASE) $(COMPONENT) $(REPO_URI)' 'Created-By: Packages' 2>/dev/null |
    awk -v codename="$codename" '$2 == "main" && $3 !~ /^cdrom:/ && ($1 == codename || $1 == "stable") { print $3; exit }')
  mirror=${CONGLANG_DEBIAN_MIRROR:-$mirror}
  [[ -n $mirror ]] || fail "apt's configuration names no mirror for Debian ${codename:-(unknown release)} main." \
    "Set CONGLANG_DEBIAN_MIRROR to the address of a Debian mirror and run this again."
  printf '%s' "${mirror%/}"
}

# private_apt_open KIND SUITE: starts a private list, `KIND` deb or deb-src. Sets PRIVATE_APT, a folder to be
# removed by private_apt_close. A mirror's copy of a testing suite may lag, so its date is not checked; its
# signature is.
private_apt_open() {
  local mirror
  mirror=$(debian_mirror)
  [[ -r $DEBIAN_KEYRING ]] ||
    fail "Debian's keys are missing: $DEBIAN_KEYRING" "Install the package debian-archive-keyring."
  PRIVATE_APT=$(mktemp -d)
  chmod 755 "$PRIVATE_APT"
  mkdir -p "$PRIVATE_APT"/{lists/partial,cache/archives/partial,download}
  printf '%s [signed-by=%s check-valid-until=no] %s %s main\n' \
    "$1" "$DEBIAN_KEYRING" "$mirror" "$2" >"$PRIVATE_APT/sources.list"
  # apt downloads as the user _apt when it is run by root.
  if [[ $(id -u) == 0 ]] && getent passwd _apt >/dev/null; then chown _apt "$PRIVATE_APT/download"; fi
  say "Reading the package list of $2 at $mirror"
  private_apt apt-get -qq -o APT::Update::Error-Mode=any update ||
    fail "The package list of $2 could not be had from $mirror" \
      "Check the network and the mirror in /etc/apt, or set CONGLANG_DEBIAN_MIRROR to another mirror; run this again."
}

# private_apt TOOL ARGUMENTS...: apt-get or apt-cache upon the private list, in its download folder.
private_apt() (
  cd "$PRIVATE_APT/download"
  "$1" -o Dir::Etc::sourcelist="$PRIVATE_APT/sources.list" -o Dir::Etc::sourceparts=/dev/null \
    -o Dir::State::lists="$PRIVATE_APT/lists" -o Dir::Cache="$PRIVATE_APT/cache" \
    -o Acquire::Languages=none -o Acquire::Retries=3 "${@:2}" </dev/null
)

private_apt_close() {
  if [[ -n ${PRIVATE_APT:-} ]]; then rm -rf "$PRIVATE_APT"; fi
  PRIVATE_APT=
}
