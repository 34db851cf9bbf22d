#!/usr/bin/env bash
# Installs the .deb in a clean Debian folder, runs it there without and with a display, and removes it again.
#
#   sudo installer/linux/try-deb.sh target/installer/thoughtscope_0.1.0_amd64.deb [FOLDER]
#
# Needs root, debootstrap, unshare and Xvfb; for the picture ImageMagick's `import`.
# FOLDER (default: a new one under /tmp) may hold a system that debootstrap made earlier. Nothing outside it is changed.
set -euo pipefail

package=$(readlink -f "${1:?the .deb to try}")
root=${2:-$(mktemp -d /tmp/try-deb.XXXXXX)}
suite=${SUITE:-bookworm}
question='Tom has 45 apples. He buys 23 more apples and then gives 12 apples to Anna. How many apples does Tom have now?'

if [ "${INSIDE:-}" != yes ]; then
    # A mount and process namespace of its own: whatever is mounted or left running ends with it.
    exec env INSIDE=yes unshare --mount --pid --fork --kill-child --mount-proc "$0" "$package" "$root"
fi

say() { printf '\n== %s\n' "$*"; }
inside() { chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 HOME=/root DEBIAN_FRONTEND=noninteractive "$@"; }
person() { inside setpriv --reuid=1000 --regid=1000 --clear-groups env HOME=/home/person DISPLAY="${display:-}" sh -c "cd /home/person && $*"; }

if [ ! -x "$root/usr/bin/apt-get" ]; then
    say "a clean Debian $suite in $root"
    debootstrap --variant=minbase "$suite" "$root" >"$root.log" 2>&1 || { tail "$root.log"; exit 1; }
fi
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
mount --make-rslave "$root/dev"
cp /etc/resolv.conf "$root/etc/resolv.conf"
inside id person >/dev/null 2>&1 || inside useradd --uid 1000 --create-home person
before=$(inside dpkg-query -f '${Installed-Size}\n' -W | paste -sd+ | bc)
packages=$(inside dpkg-query -W | wc -l)

say "install"
cp "$package" "$root/tmp/thoughtscope.deb"
inside apt-get update -qq
inside apt-get install -y -qq --no-install-recommends /tmp/thoughtscope.deb >"$root/tmp/install.log" 2>&1 || { tail -20 "$root/tmp/install.log"; exit 1; }
echo "installer      $(($(stat -c %s "$package") / 1000)) kB"
echo "installed      $(inside dpkg-query -f '${Installed-Size}' -W thoughtscope) KiB"
echo "beside it      $(($(inside dpkg-query -W | wc -l) - packages - 1)) packages that it needs, $(($(inside dpkg-query -f '${Installed-Size}\n' -W | paste -sd+ | bc) - before - $(inside dpkg-query -f '${Installed-Size}' -W thoughtscope))) KiB"

say "libraries that are missing"
# libjvm.so is loaded by the launcher, libasound only by the Java runtime's sound, which the app does not use
missing=$(inside sh -c 'find /opt/thoughtscope -name "*.so" | xargs -n1 ldd 2>/dev/null' | grep "not found" | sort -u | grep -v -e libjvm -e libasound || true)
echo "${missing:-none}"

say "without a display"
person "/opt/thoughtscope/bin/thoughtscope --version"
person "/opt/thoughtscope/bin/thoughtscope run '$question' --rollouts 8 --out tom.thoughts --snapshot tom.png" 2>/dev/null | tail -3
person "/opt/thoughtscope/bin/thoughtscope replay tom.thoughts" | tail -1
ls -l "$root/home/person" | tail -n +2

say "with a display"
mkdir -p "$root/tmp/.X11-unix"
chmod 1777 "$root/tmp/.X11-unix"
display=:$((90 + $$ % 100))
Xvfb "$display" -screen 0 1280x800x24 -nolisten tcp -ac >/dev/null 2>&1 &
xvfb=$!
for _ in $(seq 50); do [ -S "/tmp/.X11-unix/X${display#:}" ] && break; sleep 0.1; done
mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
person "exec /opt/thoughtscope/bin/thoughtscope" >"$root/tmp/window.log" 2>&1 &
window=$!
sleep "${WINDOW_SECONDS:-15}"
kill -0 "$window" && echo "the window is there after ${WINDOW_SECONDS:-15} s"
DISPLAY=$display import -window root "$root/tmp/window.png" && echo "its picture: $root/tmp/window.png"
pids=$(pgrep -f /opt/thoughtscope/bin/thoughtscope | paste -sd,)
ps -o rss= -p "$pids" | awk '{ s += $1 } END { printf "resident       %d MB in all its processes\n", s / 1024 }'
kill "$window" $(pgrep -f /opt/thoughtscope/bin/thoughtscope) 2>/dev/null || true
wait "$window" 2>/dev/null || true
person "/opt/thoughtscope/bin/thoughtscope bench --start" | head -2
kill "$xvfb"
cat "$root/tmp/window.log"

say "desktop"
grep -h -e '^Name' -e '^MimeType' "$root"/opt/thoughtscope/lib/*.desktop
grep -h 'mime-type type' "$root"/opt/thoughtscope/lib/*MimeInfo.xml

say "remove"
inside apt-get purge -y -qq thoughtscope >"$root/tmp/remove.log" 2>&1 || { cat "$root/tmp/remove.log"; exit 1; }
left=$(find "$root/opt/thoughtscope" "$root/usr/share/applications" "$root/usr/share/mime/packages" -iname '*thoughtscope*' 2>/dev/null || true)
echo "left of the app: ${left:-nothing}"
echo "left of the person: $(cd "$root/home/person" && find . -type f ! -name '.bash*' ! -name .profile | paste -sd' ')"
[ -f "$root/home/person/tom.thoughts" ]
