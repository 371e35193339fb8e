#!/bin/sh
# Signs NextRep.app from the inside out, puts it into a disk image, has Apple notarise that, and checks all of it.
# NEVER RUN: written on Linux after Apple's documentation; README.md beside this says what is known.
#
#   package.sh NextRep.app VERSION OUT
#
# NEXTREP_IDENTITY  the certificate, as "Developer ID Application: NAME (TEAM)"
# NEXTREP_NOTARY    the profile that `xcrun notarytool store-credentials` put into the keychain
set -eu

if [ "$#" -ne 3 ]; then
    echo "usage: package.sh NextRep.app VERSION OUT" >&2
    exit 2
fi
app=$1 version=$2 out=$3
here=$(cd "$(dirname "$0")" && pwd)
identity=${NEXTREP_IDENTITY:?names the certificate to sign with}
notary=${NEXTREP_NOTARY:?names the profile in the keychain for notarytool}
image="$out/nextrep-$version-macos-arm64.dmg"

for tool in codesign hdiutil xcrun spctl ditto file; do
    command -v "$tool" >/dev/null || { echo "$tool is missing: this needs a Mac with Xcode's tools" >&2; exit 1; }
done
[ -d "$app/Contents" ] || { echo "$app is no application" >&2; exit 1; }

sign() {
    codesign --force --timestamp --options runtime --sign "$identity" "$@"
}

# Libraries and modules first: what is outside is signed over the signatures inside.
main="$app/Contents/MacOS/nextrep"
find "$app/Contents" -type f | while IFS= read -r path; do
    [ "$path" = "$main" ] && continue
    case $(file -b "$path") in
        Mach-O*) sign "$path" ;;
    esac
done
find "$app/Contents" -type d -name '*.framework' -prune | while IFS= read -r framework; do
    sign "$framework"
done
sign --entitlements "$here/entitlements.plist" "$main"
sign --entitlements "$here/entitlements.plist" "$app"
codesign --verify --deep --strict --verbose=2 "$app"

# The image: the program beside a link to where it belongs.
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
ditto "$app" "$stage/NextRep.app"
ln -s /Applications "$stage/Applications"
mkdir -p "$out"
hdiutil create -volname "NextRep $version" -srcfolder "$stage" -fs HFS+ -format ULFO -ov "$image"
codesign --force --timestamp --sign "$identity" "$image"

xcrun notarytool submit "$image" --keychain-profile "$notary" --wait
xcrun stapler staple "$image"
xcrun stapler validate "$image"
spctl --assess --type open --context context:primary-signature --verbose=2 "$image"
echo "$image"
