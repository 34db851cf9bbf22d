package dev.thoughtscope.app;

/// Whether windows can be shown, and how pictures are made where they cannot.
final class Display {
    private Display() {}

    /// Without a display the toolkit would end the process, so this is asked before it starts.
    static boolean isThere() {
        if ("Headless".equals(System.getProperty("glass.platform"))) {
            return false;
        }
        String os = System.getProperty("os.name", "");
        if (os.startsWith("Windows") || os.startsWith("Mac")) {
            return true;
        }
        return isSet("DISPLAY") || isSet("WAYLAND_DISPLAY");
    }

    /// Lets the toolkit draw into memory. Before its first use only.
    static void useNone() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
    }

    private static boolean isSet(String variable) {
        String value = System.getenv(variable);
        return value != null && !value.isBlank();
    }
}
