package dev.thoughtscope.download;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The proxy that schools and offices name in `HTTPS_PROXY`, with the exceptions in `NO_PROXY`; else Java's own settings.
final class EnvironmentProxy extends ProxySelector {
    private static final List<Proxy> DIRECT = List.of(Proxy.NO_PROXY);

    private final Optional<Proxy> proxy;
    private final List<String> exceptions;

    EnvironmentProxy(Map<String, String> environment) {
        proxy = parse(value(environment, "https_proxy"));
        exceptions = Arrays.stream(value(environment, "no_proxy").split(","))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .map(name -> name.startsWith("*.") ? name.substring(1) : name)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static String value(Map<String, String> environment, String name) {
        var small = environment.getOrDefault(name, "");
        return small.isBlank() ? environment.getOrDefault(name.toUpperCase(Locale.ROOT), "") : small;
    }

    private static Optional<Proxy> parse(String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            var address = URI.create(text.contains("://") ? text : "http://" + text);
            int port = address.getPort() < 0 ? 8080 : address.getPort();
            return Optional.ofNullable(address.getHost())
                    .map(host -> new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port)));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    @Override
    public List<Proxy> select(URI address) {
        if (proxy.isPresent() && "https".equals(address.getScheme())) {
            return isException(address.getHost()) ? DIRECT : List.of(proxy.get());
        }
        var usual = ProxySelector.getDefault();
        return usual == null ? DIRECT : usual.select(address);
    }

    private boolean isException(String host) {
        var name = host.toLowerCase(Locale.ROOT);
        return exceptions.stream()
                .anyMatch(exception -> exception.equals("*")
                        || name.equals(exception)
                        || name.endsWith(exception.startsWith(".") ? exception : "." + exception));
    }

    @Override
    public void connectFailed(URI address, SocketAddress server, IOException why) {
        // The request tells.
    }
}
