# shellcheck shell=bash disable=SC2154
# Makes envlens ready to start: tools, jar, start archive. Sourced after launch.sh. It says what it
# does on standard error and prints nothing else.

# Builds what is missing or stale, and sets java_home and archive as find_java does.
make_ready() {
  if ! mkdir -p "$launch" 2>/dev/null || [[ ! -w $launch ]]; then
    # Built by somebody else, who may write here: it still starts, only slower.
    if is_built && find_java java; then return 0; fi
    say "can't build in $launch: no right to write there. Build as the user it belongs to."
    return 1
  fi
  take_lock
  local ready=0
  { is_built || build; } && need_java && make_archive || ready=1
  exec 9>&-
  return "$ready"
}

# Two first starts at once: one builds, the other waits. Where there is no flock (macOS) both build.
take_lock() {
  exec 9>>"$launch/lock"
  command -v flock >/dev/null || return 0
  flock -n 9 && return 0
  say 'waiting for another build to end…'
  flock 9
}

build() {
  local log=$launch/build.log made=$root/server/app/target/envlens
  need javac mvn || return 1
  if [[ -f $jar ]]; then
    say 'the sources changed: building…'
  else
    say 'building for the first time: a few minutes while Maven fetches libraries…'
  fi
  # Written before the build, so that an edit during it counts as newer.
  printf '%s\n' "$root" >"$stamp.new"
  if ! (cd "$root" && JAVA_HOME=$java_home mvn -B -q -DskipTests -Dspotless.check.skip=true \
    -pl server/app -am package) </dev/null >"$log" 2>&1 9>&-; then
    tail -n 20 "$log" >&2
    say "the build failed. Its whole log: $log"
    return 1
  fi
  if ! cmp -s "$made.jar" "$jar" || ! cmp -s "$made-docker.jar" "$docker_jar"; then
    rm -rf "$launch"/envlens-*
    cp "$made-docker.jar" "$docker_jar.new" && mv -f "$docker_jar.new" "$docker_jar" || return 1
    cp "$made.jar" "$jar.new" && mv -f "$jar.new" "$jar" || return 1
  fi
  mv -f "$stamp.new" "$stamp"
}

need_java() {
  find_java java && return 0
  if [[ -n ${ENVLENS_JAVA_HOME:-} ]]; then
    say "$(no_java)"
    return 1
  fi
  need javac && find_java java
}

# The JVM keeps what it loaded in one real session, and maps it into memory at the next start. A Java
# that makes no archive is marked, so that it isn't tried at every start.
make_archive() {
  if has_archive || [[ -e $archive.none ]]; then return 0; fi
  say "making the start archive for Java $java_version…"
  rm -f "$archive"*
  if make_new_archive "$archive.new" >"$launch/rehearsal.log" 2>&1 && [[ -s $archive.new ]]; then
    wc -c <"$archive.new" >"$archive.size"
    mv -f "$archive.new" "$archive"
  else
    rm -f "$archive.new"
    touch "$archive.none"
    say "this Java makes no start archive ($launch/rehearsal.log says why): envlens starts slower."
  fi
}

# Before Java 25 the archive is made from a list of classes: one made at a session's exit would leave
# out picocli, whose class files are too old for it.
make_new_archive() {
  if [[ $archive == *.aot ]]; then
    rehearse "-XX:AOTCacheOutput=$1"
  else
    rehearse "-XX:DumpLoadedClassList=$launch/classes" &&
      run_java -Xshare:dump "-XX:SharedClassListFile=$launch/classes" \
        "-XX:SharedArchiveFile=$1" -cp "$jar"
  fi
}

rehearse() {
  run_java "$1" -cp "$jar" dev.envlens.app.Rehearsal "$root/docs/examples" "$sqlite"
}

run_java() {
  (cd "$root" && exec "$java_home/bin/java" "${jvm_options[@]}" "$@" </dev/null 9>&-)
}

# Makes sure that the programs named are there (javac stands for a JDK 17 or newer, which
# find_java finds), through apt where that is possible without a password.
need() {
  local program
  missing_programs "$@"
  ((${#missing[@]})) || return 0
  if ! apt_install "${missing[@]}"; then
    say "${missing[*]} is missing. Install it (a JDK must be 17 or newer, Maven 3.8 or newer; Debian, Ubuntu: sudo apt-get install $(packages_of "${missing[@]}")), then run this again."
    return 1
  fi
  missing_programs "$@"
  ((${#missing[@]})) || return 0
  say "${missing[*]} is still missing after apt's installation. Install it by hand (a JDK must be 17 or newer, Maven 3.8 or newer)."
  return 1
}

# Sets missing.
missing_programs() {
  local program
  missing=()
  for program in "$@"; do
    if [[ $program == javac ]]; then
      find_java javac || missing+=("$program")
    elif [[ $program == busybox-static ]]; then
      has_static_busybox || missing+=("$program")
    else
      command -v "$program" >/dev/null || missing+=("$program")
    fi
  done
}

# One that needs no library, so that it runs in an image that has nothing else.
has_static_busybox() {
  command -v busybox >/dev/null && ! ldd "$(command -v busybox)" >/dev/null 2>&1
}

packages_of() {
  local program packages=()
  for program in "$@"; do
    case $program in
      javac) packages+=(openjdk-17-jdk-headless) ;;
      mvn) packages+=(maven) ;;
      dockerd) packages+=(docker.io) ;;
      docker) packages+=(docker-cli) ;; # where docker.io no longer holds it
      *) packages+=("$program") ;;
    esac
  done
  echo "${packages[*]}"
}

# False when there is no apt, no right to use it, or when it fails.
apt_install() {
  local as_root=() packages log=$launch/install.log
  command -v apt-get >/dev/null || return 1
  if ((EUID != 0)); then
    command -v sudo >/dev/null && sudo -n true 2>/dev/null || return 1
    as_root=(sudo -n)
  fi
  packages=$(packages_of "$@")
  say "installing $packages through apt…"
  # Newer releases of Debian and Ubuntu have left Java 17 behind and bring a newer one.
  if ! {
    ${as_root[@]+"${as_root[@]}"} apt-get -q update
    [[ -n $(apt-cache search --names-only '^openjdk-17-jdk-headless$') ]] ||
      packages=${packages/openjdk-17-jdk-headless/default-jdk-headless}
    # shellcheck disable=SC2086 # one word for each package
    ${as_root[@]+"${as_root[@]}"} env DEBIAN_FRONTEND=noninteractive \
      apt-get -q -y -o DPkg::Lock::Timeout=120 install --no-install-recommends $packages
  } </dev/null >"$log" 2>&1 9>&-; then
    tail -n 5 "$log" >&2
    say "apt failed. Its whole log: $log"
    return 1
  fi
}
