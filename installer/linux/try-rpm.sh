#!/usr/bin/env bash
# Installs the .rpm in a folder that try-deb.sh has left, a Debian with the libraries that the app needs, runs it there and removes it
# again. What the .rpm asks for by Fedora's names is not checked.
#
#   sudo installer/linux/try-rpm.sh target/installer/thoughtscope-0.1.0-1.x86_64.rpm FOLDER
set -euo pipefail

package=$(readlink -f "${1:?the .rpm to try}")
root=${2:?the folder}
if [ "${INSIDE:-}" != yes ]; then
    exec env INSIDE=yes unshare --mount --pid --fork --kill-child --mount-proc "$0" "$package" "$root"
fi
say() { printf '\n== %s\n' "$*"; }
person() { chroot "$root" /usr/bin/env -i PATH=/usr/bin:/bin LANG=C.UTF-8 HOME=/home/person setpriv --reuid=1000 --regid=1000 --clear-groups sh -c "cd /home/person && $*"; }
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
mount --make-rslave "$root/dev"

say "install"
rpm --root "$root" --install --nodeps "$package"
echo "installer      $(($(stat -c %s "$package") / 1000)) kB"
rpm --root "$root" --query --list thoughtscope | grep -v /opt/thoughtscope/

say "run"
person "/opt/thoughtscope/bin/thoughtscope run '45 + 23 - 12' --rollouts 8 --out rpm.thoughts" 2>/dev/null | tail -2

say "remove"
rpm --root "$root" --erase --nodeps thoughtscope
left=$(find "$root/opt" "$root/usr/share/applications" "$root/usr/share/mime/packages" -iname '*thoughtscope*' || true)
echo "left of the app: ${left:-nothing}"
[ -f "$root/home/person/rpm.thoughts" ] && echo "left of the person: rpm.thoughts"
