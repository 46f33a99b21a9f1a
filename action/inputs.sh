# What both scripts use. Inputs come as variables, and are refused where they are not what they should be.

refuse() { # NAME WANTED
  printf '::error title=docmodels::the input %s: expected %s\n' "$1" "$2"
  exit 2
}

flag() { # NAME VALUE
  case "$2" in
    true | false) ;;
    *) refuse "$1" 'true or false' ;;
  esac
}

# The options that both commands have.
options=()
if [[ -n "${CONFIG:-}" ]]; then
  [[ -f "$CONFIG" ]] || refuse config 'a file'
  options+=("--config=$CONFIG")
fi
if [[ -n "${PACKAGE:-}" ]]; then
  [[ "$PACKAGE" =~ ^[A-Za-z0-9_.-]+$ ]] || refuse package 'a name of [tool.docmodels.packages]'
  options+=("--package=$PACKAGE")
fi
