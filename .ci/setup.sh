# Makes .venv, or brings it up to date; sourced by ./run, ./check and .ci/run with $root set. Runs on bash 3.2 and later.
# The one thing to know: the stamp is taken away first and written last, so a set-up that was cut short is done over.

uv_version=0.13.9
export UV_PYTHON_DOWNLOADS=never
# Behind a proxy that opens TLS, only the machine's own certificates will do; a bare machine has none, and uv brings some.
[ -s /etc/ssl/certs/ca-certificates.crt ] && export UV_SYSTEM_CERTS="${UV_SYSTEM_CERTS:-true}"
unset PYTHONHOME PYTHONPATH PIP_USER PIP_TARGET

say() { printf '%s\n' "$*" >&2; }

# A .venv belongs to one folder and one interpreter: it cannot be moved, and a newer Python does not see its packages.
place_of_venv() { printf '%s %s' "$root" "$(readlink -f "$root/.venv/bin/python" 2>/dev/null)"; }

sums() {
    local files=("$root/.ci/setup.sh" "$root/pyproject.toml" "$root/requirements.lock")
    sha256sum "${files[@]}" 2>/dev/null || shasum -a 256 "${files[@]}" 2>/dev/null || cksum "${files[@]}"
}

# The stamp: which extras are in, where it lies, and the sums of what it was made of.
read_stamp() {
    had_extras='' had_place='' had_sums=''
    [ -x "$root/.venv/bin/python" ] && [ -r "$root/.venv/.stamp" ] || return 0
    { read -r had_extras && read -r had_place && read -r -d '' had_sums; } <"$root/.venv/.stamp"
    return 0
}

up_to_date() { # EXTRAS; a .venv with the test tools serves ./run as well
    read_stamp
    case $had_extras in "$1" | postgres,test) ;; *) return 1 ;; esac
    [ "$had_sums" = "$(sums)" ] && [ "$had_place" = "$(place_of_venv)" ]
}

# A python3.x on PATH may be a shim that only prints an error, so each candidate is tried.
find_python() {
    local candidate without_pip=''
    for candidate in ${PYTHON:-} python3 python3.13 python3.12 python3.11 python3.14; do
        "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 || continue
        if "$candidate" -c 'import ensurepip, venv' >/dev/null 2>&1; then
            python=$candidate
            return 0
        fi
        without_pip=$candidate
    done
    if [ -n "$without_pip" ]; then
        say "$without_pip cannot make virtual environments. On Debian and Ubuntu: sudo apt install python3-venv"
    else
        say 'Python 3.11 or later is needed and was not found. On Debian and Ubuntu: sudo apt install python3 python3-venv'
    fi
    return 1
}

# uv checks the hashes of a constraints file. pip cannot (it refuses -e beside hashes), so without uv the whole lock goes in.
install() { # EXTRAS
    local python=$root/.venv/bin/python
    if "$python" -m pip install -q --disable-pip-version-check "uv==$uv_version" 2>/dev/null; then
        "$root/.venv/bin/uv" pip install -q --compile-bytecode --python "$python" -c "$root/requirements.lock" -e "$root[$1]"
    else
        say "uv could not be had; going on with pip, which takes a minute longer …"
        "$python" -m pip install -q --disable-pip-version-check --require-hashes -r "$root/requirements.lock" &&
            "$python" -m pip install -q --disable-pip-version-check --no-deps -e "$root"
    fi
}

build_venv() { # EXTRAS; called with the lock held
    local extras=$1 started=$SECONDS
    [ "$had_extras" = postgres,test ] && extras=$had_extras
    rm -f "$root/.venv/.stamp"
    if [ -n "$had_place" ] && [ "$had_place" = "$(place_of_venv)" ]; then
        say 'Bringing the set-up up to date …'
    else
        say 'Setting up (once; well under a minute) …'
        "$python" -m venv --clear "$root/.venv" || return 1
    fi
    install "$extras" || return 1
    printf '%s\n%s\n%s\n' "$extras" "$(place_of_venv)" "$(sums)" >"$root/.venv/.stamp.new" &&
        mv "$root/.venv/.stamp.new" "$root/.venv/.stamp" || return 1
    say "Set up in $((SECONDS - started)) seconds."
}

set_up() { # postgres | postgres,test
    up_to_date "$1" && return 0
    find_python || return 1
    trap 'exit 130' INT TERM # otherwise a Ctrl-C that pip handles itself would look like "no uv", and set-up would go on
    # flock(2) stays with the open file, which this shell shares with the child: held until 9 is closed, or we are killed.
    exec 9<"$root/.ci/setup.sh"
    "$python" -c 'import fcntl; fcntl.flock(9, fcntl.LOCK_EX | fcntl.LOCK_NB)' 2>/dev/null || {
        say 'Another start is setting up; waiting for it …'
        "$python" -c 'import fcntl; fcntl.flock(9, fcntl.LOCK_EX)' || return 1
    }
    up_to_date "$1" || build_venv "$1" || {
        say 'Set-up failed: see above. It is done over at the next start; the network or a proxy is the usual reason.'
        return 1
    }
    exec 9<&-
    trap - INT TERM
}
