# The browser that the page tests drive. Sourced by ./test.

# Chromium at CHROMIUM_PATH or where Debian puts it; installed when that is possible. Without one the page tests say they are skipped.
ensure_browser() {
  if [[ -x ${CHROMIUM_PATH:-/usr/bin/chromium} ]]; then
    return
  fi

  if [[ -n ${CHROMIUM_PATH:-} ]]; then
    echo "No browser at CHROMIUM_PATH ($CHROMIUM_PATH): tests of pages are skipped."
  elif ((EUID != 0)) || ! command -v apt-get > /dev/null; then
    echo "No browser: tests of pages are skipped. Install Chromium, or set CHROMIUM_PATH to one."
  else
    echo "Installing Chromium for the tests of pages."
    install_chromium || echo "Chromium could not be installed (above): tests of pages are skipped."
  fi
}

install_chromium() {
  export DEBIAN_FRONTEND=noninteractive
  quietly apt-get update && quietly apt-get install --yes --no-install-recommends chromium
}
