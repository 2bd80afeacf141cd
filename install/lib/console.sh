# shellcheck shell=bash
# A keyboard that somebody plugs into a kiosk finds no way out of the screen. Needs `root`, the source tree.

# shut_console SYSTEM: for the machine whose files are under SYSTEM ("" is this one), from its next start on.
shut_console() {
  local system=$1 machine=$root/install/machine
  install -D -m 0644 "$machine/xorg.conf" "$system/etc/X11/xorg.conf.d/90-conglang.conf"
  install -D -m 0644 "$machine/logind.conf" "$system/etc/systemd/logind.conf.d/90-conglang.conf"
  install -D -m 0644 "$machine/system.conf" "$system/etc/systemd/system.conf.d/90-conglang.conf"
  install -D -m 0644 "$machine/sysctl.conf" "$system/etc/sysctl.d/90-conglang.conf"
  # The login of the first terminal, that of the screen's own, and Ctrl+Alt+Del.
  systemctl --quiet --root="$system/" mask getty@tty1.service getty@tty7.service ctrl-alt-del.target
}
