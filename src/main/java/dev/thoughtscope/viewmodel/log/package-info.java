/// What happened, for the person and for a report.
package dev.thoughtscope.viewmodel.log;
