/// Commands that wear the app out and print figures; see "Endurance" in CONTRIBUTING.md. None of them is a test of the build.
package dev.thoughtscope.endurance;
