# Which Azure packages are compiled in (Directory.Build.props says what that means). Sourced by setup.sh's callers.
# The answer is asked for once, kept in .local/azure-packages for every build, and asked for again when a version changes.

probe_seconds=90
answer_file=.local/azure-packages
asked_file=.local/azure-packages.asked # why, and below it the versions that were asked for

# choose_azure_packages [--probe]: exports AzurePackages, which MSBuild reads as a property, and says which and why.
choose_azure_packages() {
  local why
  if [[ -n ${AZURE_PACKAGES:-} ]]; then
    [[ $AZURE_PACKAGES == source || $AZURE_PACKAGES == nuget ]] || fail "AZURE_PACKAGES is '$AZURE_PACKAGES'; it must be source or nuget."
    AzurePackages=$AZURE_PACKAGES
    why="AZURE_PACKAGES says so"
  elif [[ ${1:-} != --probe ]] && answer_holds; then
    AzurePackages=$(< $answer_file)
    why="$(head -n 1 $asked_file); --probe asks again"
  else
    probe
  fi

  export AzurePackages
  case $AzurePackages in
    nuget) echo "Azure packages: the published ones ($why)." ;;
    *) echo "Azure packages: the sources in local/packages ($why)." ;;
  esac
}

wanted_versions() {
  sed -n '/Label="Azure"/,/<\/ItemGroup>/p' Directory.Packages.props
}

answer_holds() {
  [[ -f $answer_file && -f $asked_file && $(tail -n +2 $asked_file) == "$(wanted_versions)" ]]
}

# Sets AzurePackages and why. Only a registry that answered is remembered: without a network the next run asks again.
probe() {
  local output
  rm -f $answer_file $asked_file
  if output=$(bounded $probe_seconds dotnet restore local/probe -p:AzurePackages=nuget --no-http-cache --disable-parallel -v quiet 2>&1); then
    AzurePackages=nuget
    why="the registry serves them"
  elif [[ $output =~ (NU1101|NU1102|NU1103|NU1603):[^:]*\ ((Azure|Microsoft\.Azure|SendGrid)[A-Za-z.]*[A-Za-z]) ]]; then
    AzurePackages=source
    why="the registry lacks ${BASH_REMATCH[2]}"
  else
    AzurePackages=source
    why="the registry could not be asked"
    return
  fi

  mkdir -p .local
  printf '%s\n%s\n' "$why" "$(wanted_versions)" > $asked_file
  echo $AzurePackages > $answer_file
}

# macOS has no timeout command; there NuGet's own limits must do.
bounded() {
  if command -v timeout > /dev/null; then
    timeout "$@"
  else
    "${@:2}"
  fi
}
