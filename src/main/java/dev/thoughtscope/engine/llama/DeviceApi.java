package dev.thoughtscope.engine.llama;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.thoughtscope.engine.Device;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The library's functions on its backends and their devices. Any thread.
final class DeviceApi {
    private static final Pattern FEATURE = Pattern.compile("(\\w+) = [1-9]");
    private static final int LONGEST_TEXT = 1 << 12;

    private final MethodHandle count;
    private final MethodHandle get;
    private final MethodHandle name;
    private final MethodHandle description;
    private final MethodHandle type;
    private final MethodHandle memory;
    private final MethodHandle backendCount;
    private final MethodHandle backend;
    private final MethodHandle backendName;
    private final MethodHandle systemInfo;
    private final boolean knowsIntegrated;

    DeviceApi(Symbols symbols, LibraryLayout.Memory age) {
        count = symbols.function("ggml_backend_dev_count", JAVA_LONG);
        get = symbols.function("ggml_backend_dev_get", ADDRESS, JAVA_LONG);
        name = symbols.function("ggml_backend_dev_name", ADDRESS, ADDRESS);
        description = symbols.function("ggml_backend_dev_description", ADDRESS, ADDRESS);
        type = symbols.function("ggml_backend_dev_type", JAVA_INT, ADDRESS);
        memory = symbols.procedure("ggml_backend_dev_memory", ADDRESS, ADDRESS, ADDRESS);
        backendCount = symbols.function("ggml_backend_reg_count", JAVA_LONG);
        backend = symbols.function("ggml_backend_reg_get", ADDRESS, JAVA_LONG);
        backendName = symbols.function("ggml_backend_reg_name", ADDRESS, ADDRESS);
        systemInfo = symbols.function("llama_print_system_info", ADDRESS);
        knowsIntegrated = age == LibraryLayout.Memory.MEMORY;
    }

    /// All devices in the library's order, with their memory as it is now.
    List<Device> devices() {
        var devices = new ArrayList<Device>();
        try (var arena = Arena.ofConfined()) {
            var free = arena.allocate(JAVA_LONG);
            var total = arena.allocate(JAVA_LONG);
            for (var handle : handles()) {
                memory.invokeExact(handle, free, total);
                devices.add(new Device(
                        text(name, handle),
                        text(description, handle),
                        kind((int) type.invokeExact(handle)),
                        Math.max(0, free.get(JAVA_LONG, 0)),
                        Math.max(0, total.get(JAVA_LONG, 0))));
            }
            return devices;
        } catch (Throwable thrown) {
            throw Symbols.failed(thrown);
        }
    }

    /// As the library knows these devices.
    List<MemorySegment> handles(List<Device> chosen) {
        var names = devices().stream().map(Device::name).toList();
        var all = handles();
        return chosen.stream().map(device -> all.get(names.indexOf(device.name()))).toList();
    }

    /// As the library knows them, in the order of [#devices()].
    List<MemorySegment> handles() {
        try {
            var handles = new ArrayList<MemorySegment>();
            long devices = (long) count.invokeExact();
            for (long i = 0; i < devices; i++) {
                handles.add((MemorySegment) get.invokeExact(i));
            }
            return handles;
        } catch (Throwable thrown) {
            throw Symbols.failed(thrown);
        }
    }

    private Device.Kind kind(int number) {
        return switch (number) {
            case 0 -> Device.Kind.PROCESSOR;
            case 1 -> Device.Kind.GPU;
            case 2 -> knowsIntegrated ? Device.Kind.INTEGRATED_GPU : Device.Kind.ACCELERATOR;
            default -> Device.Kind.ACCELERATOR;
        };
    }

    List<String> backends() {
        try {
            var names = new ArrayList<String>();
            long backends = (long) backendCount.invokeExact();
            for (long i = 0; i < backends; i++) {
                names.add(text(backendName, (MemorySegment) backend.invokeExact(i)));
            }
            return names;
        } catch (Throwable thrown) {
            throw Symbols.failed(thrown);
        }
    }

    /// What the library uses of the processor, as in `AVX2`.
    List<String> features() {
        try {
            var info = (MemorySegment) systemInfo.invokeExact();
            return FEATURE.matcher(string(info)).results().map(found -> found.group(1)).distinct().toList();
        } catch (Throwable thrown) {
            throw Symbols.failed(thrown);
        }
    }

    private static String text(MethodHandle function, MemorySegment argument) throws Throwable {
        return string((MemorySegment) function.invokeExact(argument));
    }

    private static String string(MemorySegment text) {
        return text.equals(MemorySegment.NULL) ? "" : text.reinterpret(LONGEST_TEXT).getString(0);
    }
}
