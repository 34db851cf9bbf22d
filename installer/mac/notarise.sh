#!/usr/bin/env bash
# Has Apple notarise the installer if the account is in the environment: APPLE_ID, APPLE_TEAM_ID, APPLE_APP_PASSWORD.
# Without them it says so and does nothing. Signing itself is done by the build when MAC_SIGNING_NAME is set.
set -euo pipefail
if [ -z "${APPLE_ID:-}" ]; then
    echo "No Apple account in the environment: the installer is not notarised."
    exit 0
fi
for installer in target/installer/*.dmg; do
    xcrun notarytool submit "$installer" --apple-id "$APPLE_ID" --team-id "$APPLE_TEAM_ID" --password "$APPLE_APP_PASSWORD" --wait
    xcrun stapler staple "$installer"
done
