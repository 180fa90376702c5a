# Shared by up, down and demo; sourced, never run. Sets ROOT, STATE, CACHE; needs bash.

script=$(readlink -f "${BASH_SOURCE[1]}")
ROOT=$(cd "$(dirname "$script")/.." && pwd)
STATE=${ONESEAL_STATE:-$ROOT/.local}
case $STATE in /*) ;; *) STATE=$PWD/$STATE ;; esac
CACHE=${ONESEAL_CACHE:-$ROOT/.local/cache}
case $CACHE in /*) ;; *) CACHE=$PWD/$CACHE ;; esac

fail() {
  printf '%s\n' "$@" >&2
  exit 1
}

# Prints the home of a JDK 25 or later: JAVA_HOME, then the java on the PATH, then the usual places.
find_jdk() {
  local home version
  local path_java
  path_java=$(command -v java || true)
  [ -z "$path_java" ] || path_java=$(dirname "$(dirname "$(readlink -f "$path_java")")")
  for home in "${JAVA_HOME:-}" "$path_java" /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* \
    "$HOME"/.jdks/* "$HOME"/.local/share/mise/installs/java/* /opt/*jdk* /opt/java/* /usr/local/*jdk*; do
    [ -n "$home" ] && [ -x "$home/bin/javac" ] && [ -r "$home/release" ] || continue
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$home/release")
    if [ "${version:-0}" -ge 25 ]; then
      printf '%s\n' "$home"
      return 0
    fi
  done
  return 1
}

need_jdk() {
  [ "$(uname -s)" = Linux ] || fail "The local platform runs on Linux; this is $(uname -s)."
  JDK=$(find_jdk) || fail "No JDK 25 or later found (looked at JAVA_HOME, PATH, /usr/lib/jvm, ~/.sdkman, ~/.jdks, /opt)." \
    "Install one, or set JAVA_HOME to it."
  QUICK="-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData -Xshare:auto"
  # Without a locale (su -, cron, a bare server) Java would print every Chinese character as "?".
  QUICK="$QUICK -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8"
}

# Runs one of the launcher's JDK-only programs from its source.
run_source() {
  local file=$1
  shift
  # shellcheck disable=SC2086
  "$JDK/bin/java" $QUICK -Xmx128m "$ROOT/deploy/local/src/main/java/org/oneseal/local/$file" "$@"
}

SERVICES="gateway catalog-service case-service supervision-service credit-service intermediary-market-service notification-service"

# Builds what is stale among the services, the launcher and the modules named as arguments.
build() {
  # shellcheck disable=SC2086
  run_source build/Build.java "$ROOT" "$CACHE" $SERVICES deploy/local "$@"
}

# True when the launcher of this state folder lives.
running() {
  local pid started boot stat
  [ -r "$STATE/run/launcher.pid" ] || return 1
  read -r pid started boot <"$STATE/run/launcher.pid" || return 1
  [ "$boot" = "$(cat /proc/sys/kernel/random/boot_id)" ] || return 1
  stat=$(cat "/proc/$pid/stat" 2>/dev/null) || return 1
  # shellcheck disable=SC2086
  set -- ${stat##*) }
  [ "$1" != Z ] && [ "${20}" = "$started" ]
}
