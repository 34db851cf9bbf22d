#!/bin/sh
# Starts the app on its own Java runtime, with what lib/app/thoughtscope.cfg says. jpackage's launcher asks the
# package databases of the system first whose it is, twice, which takes longer than Java itself.
here=$(readlink -f "$0")
root=${here%/bin/*}
app=$root/lib/app
path=
main=
given=$#
# What is measured in this process is to run as in the engine's own, which has both of Java's compilers.
both=
case " $* " in
    *" --view "* | *" --start "*) ;;
    " bench "*) both=yes ;;
esac
while IFS='=' read -r key value; do
    case $value in
        *'$APPDIR'*) value=${value%%'$APPDIR'*}$app${value#*'$APPDIR'} ;;
    esac
    case $key in
        app.classpath) path=${path:+$path:}$value ;;
        app.mainclass) main=$value ;;
        java-options) [ "$both$value" = yes-XX:TieredStopAtLevel=1 ] || set -- "$@" "$value" ;;
    esac
done <"$app/thoughtscope.cfg"
set -- "$@" -Djpackage.app-path="$here" -cp "$path" "$main"
# The options stand behind what was given so far.
while [ "$given" -gt 0 ]; do
    set -- "$@" "$1"
    shift
    given=$((given - 1))
done
exec "$root/lib/runtime/bin/thoughtscope" "$@"
