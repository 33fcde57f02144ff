# The browser that the page tests drive. Sourced by ./test.

chromium=/usr/bin/chromium
# The same Chromium without windows: a page costs a third of the work.
headless_shell=/usr/bin/chromium-headless-shell

# A browser at CHROMIUM_PATH or where Debian puts it; installed when that is possible. Without one the page tests say they are skipped.
ensure_browser() {
  if [[ -n ${CHROMIUM_PATH:-} ]]; then
    [[ -x $CHROMIUM_PATH ]] || echo "No browser at CHROMIUM_PATH ($CHROMIUM_PATH): tests of pages are skipped."
    return
  fi

  # Whether the package can be had is asked once: a machine without a way out has no need to wait for the answer at each run.
  local asked=.local/browser-asked
  if [[ ! -x $headless_shell && ! -f $asked ]] && ((EUID == 0)) && command -v apt-get > /dev/null; then
    echo "Installing Chromium for the tests of pages."
    mkdir -p .local
    install_chromium chromium-headless-shell || [[ -x $chromium ]] || install_chromium chromium || true
    touch "$asked"
  fi

  if [[ ! -x $headless_shell && ! -x $chromium ]]; then
    echo "No browser: tests of pages are skipped. Install Chromium, or set CHROMIUM_PATH to one."
  fi
}

install_chromium() {
  export DEBIAN_FRONTEND=noninteractive
  local patience=(timeout 300 apt-get -o Acquire::Retries=1 -o Acquire::http::Timeout=20 -o Acquire::https::Timeout=20)
  quietly "${patience[@]}" update && quietly "${patience[@]}" install --yes --no-install-recommends "$1"
}
