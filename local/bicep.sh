# The compiler that infra/ is held to. Sourced by ./test.

# Restored once; where the registry does not serve it, the test of infra/ that needs it says that it is skipped.
ensure_bicep() {
  local version packages=${NUGET_PACKAGES:-${HOME:-}/.nuget/packages}
  [[ $(uname -sm) == "Linux x86_64" ]] || { echo "No Bicep compiler for this machine: infra/ is not compiled."; return; }
  version=$(sed -n 's/.*CommandLine.linux-x64" Version="\[\(.*\)\]".*/\1/p' local/bicep/Bicep.csproj)
  [[ -f $packages/azure.bicep.commandline.linux-x64/$version/tools/bicep ]] && return
  echo "Restoring the Bicep compiler from NuGet."
  quietly dotnet restore local/bicep -v quiet || echo "The registry has no Bicep compiler (above): infra/ is not compiled."
}
