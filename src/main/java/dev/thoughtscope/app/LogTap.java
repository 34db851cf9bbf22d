package dev.thoughtscope.app;

import dev.thoughtscope.viewmodel.log.LogLine;
import dev.thoughtscope.viewmodel.log.LogLine.Severity;
import dev.thoughtscope.viewmodel.log.LogModel;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;

/// Shows in the window what goes into the log's file.
final class LogTap extends Handler {
    private static final SimpleFormatter WORDS = new SimpleFormatter();
    private final LogModel log;

    LogTap(LogModel log) {
        this.log = log;
        setLevel(Level.INFO);
    }

    @Override
    public void publish(LogRecord record) {
        if (isLoggable(record)) {
            String cause = record.getThrown() == null ? "" : " (" + record.getThrown().getMessage() + ")";
            String name = record.getLoggerName() == null ? "" : record.getLoggerName();
            log.add(new LogLine(
                    record.getInstant(),
                    severity(record.getLevel()),
                    name.substring(name.lastIndexOf('.') + 1),
                    WORDS.formatMessage(record).strip() + cause));
        }
    }

    private static Severity severity(Level level) {
        if (level.intValue() >= Level.SEVERE.intValue()) {
            return Severity.FAILURE;
        }
        return level.intValue() >= Level.WARNING.intValue() ? Severity.WARNING : Severity.DETAIL;
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
