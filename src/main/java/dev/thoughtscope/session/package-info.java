/// Runs as logs: appended, saved, read again, sought in.
package dev.thoughtscope.session;
