# shellcheck shell=bash disable=SC2154,SC2034
# What every start of envlens needs, sourced with $root set. A start waits for all of this, so it
# keeps to shell built-ins where it can.

launch=$root/target/launch
# Copies of what Maven made: Maven rewrites its own in place, which would break a server that runs.
# The second jar is what only Docker needs; the first one names it.
jar=$launch/envlens.jar
docker_jar=$launch/envlens-docker.jar
# SQLite, which would be taken out of the jar at each start otherwise.
sqlite=$launch/envlens-sqlite
stamp=$launch/stamp

# 1 GB holds the largest file that is still analysed (10 MB) twice, its old and its new tree.
# What an edit needs is soon garbage: a small space for the new, emptied often, keeps the process
# small, where the JVM's own choice grows with the machine's memory; so does little room beyond what
# is alive.
# The start archive is mapped at the address that it was made for: to move it at each start, as is
# the rule from Java 17 on, takes some 20 ms and makes its pages the process's own.
# Whatever the JVM has to say goes to standard error, never into the protocol.
jvm_options=(
  -Xmx1g -Xms16m -Xmn10m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData
  -XX:MinHeapFreeRatio=15 -XX:MaxHeapFreeRatio=30
  -XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0
  -XX:+DisplayVMOutputToStderr -Xlog:disable -Xlog:all=error:stderr
  "-XX:ErrorFile=$launch/crash-%p.log" "-Dorg.sqlite.lib.path=$sqlite"
  -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8
)

say() {
  printf 'envlens: %s\n' "$*" >&2
}

# Whether the built envlens is that of these sources, in this place. A folder is newer than the
# stamp when a file in it was removed.
is_built() {
  local place=
  [[ -f $jar && -f $docker_jar && -r $stamp ]] || return 1
  IFS= read -r place <"$stamp"
  # The start archive names the jar by its full path, so a moved folder needs a new one.
  [[ $place == "$root" ]] || return 1
  [[ -z $(find "$root"/pom.xml "$root"/server/*/pom.xml "$root"/server/*/src/main \
    "$root"/schemas "$root"/.mvn "$root"/scripts/launch.sh "$root"/scripts/build.sh \
    -newer "$stamp" -print -quit 2>/dev/null) ]]
}

# Finds a Java 17 or newer that has the program $1: java to run, javac to build. Sets java_home,
# java_version, and archive, the start archive of that Java. A JVM isn't started for this:
# each JDK's file `release` names its version.
find_java() {
  local program
  if use_java "${ENVLENS_JAVA_HOME:-}" "$1"; then return 0; fi
  # Who names a Java for envlens doesn't want another one to be run.
  if [[ $1 == java && -n ${ENVLENS_JAVA_HOME:-} ]]; then return 1; fi
  if use_java "${JAVA_HOME:-}" "$1"; then return 0; fi
  if program=$(command -v java); then
    program=$(readlink -f -- "$program")
    if use_java "${program%/bin/java}" "$1"; then return 0; fi
    # Not a JDK's own `java` but one that chooses a JDK by folder or setting: ask it.
    if [[ ! -e ${program%/bin/java}/release ]] &&
      use_java "$(java -XshowSettings:properties -version 2>&1 </dev/null |
        sed -n 's/^ *java\.home = //p')" "$1"; then return 0; fi
  fi
  for program in /usr/lib/jvm/*/bin/java; do
    if use_java "${program%/bin/java}" "$1"; then return 0; fi
  done
  return 1
}

use_java() {
  local line version='' major
  [[ -n $1 && -x $1/bin/java && -x $1/bin/$2 && -r $1/release ]] || return 1
  java_version=
  while IFS= read -r line; do
    line=${line//[\"$'\r']/}
    case $line in
      JAVA_VERSION=*) version=${line#*=} ;;
      JAVA_RUNTIME_VERSION=*) java_version=${line#*=} ;;
    esac
  done <"$1/release"
  major=${version%%[!0-9]*}
  [[ -n $major ]] && ((major >= 17)) || return 1
  java_home=$1
  java_version=${java_version:-$version}
  archive=$launch/envlens-${java_version//[!A-Za-z0-9.+-]/_}
  if ((major >= 25)); then
    archive+=.aot
    archive_option=-XX:AOTCache
  else
    archive+=.jsa
    archive_option=-XX:SharedArchiveFile
  fi
}

# Whether there is a start archive for the Java that find_java found. JDK 17 dies on one that was
# cut short, by a full disk say, so it must have the size that it was made with.
has_archive() {
  local size=
  [[ -s $archive && -r $archive.size ]] || return 1
  read -r size <"$archive.size"
  [[ -n $(find "$archive" -size "${size}c") ]]
}

no_java() {
  if [[ -n ${ENVLENS_JAVA_HOME:-} ]]; then
    echo "ENVLENS_JAVA_HOME is $ENVLENS_JAVA_HOME, where there is no Java 17 or newer. Correct or unset it."
  else
    echo "no Java 17 or newer found. Install one (Debian, Ubuntu: sudo apt-get install openjdk-17-jdk-headless) or set JAVA_HOME."
  fi
}

# Without a locale, as in most containers, Java couldn't open files with other names than ASCII.
use_utf8() {
  case ${LC_ALL:-${LC_CTYPE:-${LANG:-C}}} in
    C | POSIX)
      if [[ -n ${LC_ALL:-} ]]; then export LC_ALL=C.UTF-8; else export LC_CTYPE=C.UTF-8; fi
      ;;
  esac
}
