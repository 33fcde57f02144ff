# What ./run, ./test and .ci/run share: checks the machine, installs what is missing, builds. Sourced, never run.
# Works with bash 3.2, the one that macOS has. What is remembered lies in .local/, which git ignores.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
readonly root
cd "$root"

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
# The probe reads NuGet's messages.
export DOTNET_CLI_UI_LANGUAGE=en
# Build processes that stay for the next build would outlive ./run and hold its output open.
export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0 UseSharedCompilation=false

fail() {
  echo "$1" >&2
  exit 1
}

# Shows a command's output only when it fails.
quietly() {
  local output
  output=$("$@" 2>&1) || { printf '%s\n' "$output" >&2; return 1; }
}

require_tools() {
  dotnet_version=$(dotnet --version 2> /dev/null) && [[ $dotnet_version == 10.* ]] ||
    fail "The .NET SDK 10 is missing; see https://dotnet.microsoft.com/download/dotnet/10.0"
  local node_version
  node_version=$(node --version 2> /dev/null) && [[ ${node_version#v} =~ ^([0-9]+)\. ]] && ((BASH_REMATCH[1] >= 20)) ||
    fail "Node.js 20 or newer is missing (found: ${node_version:-none}); see https://nodejs.org"
  command -v npm > /dev/null || fail "npm is missing; it comes with Node.js from https://nodejs.org"
}

install_azurite() {
  local lock=local/azurite/package-lock.json installed=local/azurite/node_modules/.installed-lock.json
  if cmp -s "$lock" "$installed"; then
    return
  fi

  echo "Installing Azurite, the storage emulator, from npm."
  quietly npm --prefix local/azurite ci || fail "npm could not install Azurite (above)."
  cp "$lock" "$installed"
}

# The analyzers take four fifths of a build. They have their say in an editor, in `dotnet build`, and in .ci/run, which sets CI.
analysis=(-p:RunAnalyzers="${CI:-false}")

# One quiet build of a project and of what it references; nothing to do when no source has changed since the last one.
# Change times are compared, not modification times: a copied, moved or unpacked file may claim to be old.
build() {
  local project=$1 product=$2 how="$AzurePackages $dotnet_version" built=.local/built
  shift 2
  if [[ ! -f $built/how || $(< $built/how) != "$how" ]]; then
    rm -rf $built
    mkdir -p $built
    echo "$how" > $built/how
  fi

  local stamp=$built/${project//\//-}
  if [[ -f $stamp && -f $product && ! $product -nt $stamp.done && -z $(changed_since "$stamp" "$@") ]]; then
    return
  fi

  echo "Building $project."
  rm -f "$stamp"
  touch "$stamp.begun"
  quietly dotnet build "$project" -c Release -v quiet --nologo "${analysis[@]}" || fail "$project does not build (above)."
  touch "$stamp.done"
  mv "$stamp.begun" "$stamp"
}

# The first file or folder that is newer; a folder changes when something in it is added, renamed or deleted.
changed_since() {
  local stamp=$1
  shift
  find "$@" Directory.Build.props Directory.Packages.props .editorconfig BannedSymbols.txt global.json \
    \( -name bin -o -name obj -o -name node_modules -o -name TestResults \) -prune -o -cnewer "$stamp" -print 2>&1 | head -n 1
}
