package dev.thoughtscope.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvironmentProxyTest {
    private static Proxy proxy(Map<String, String> environment, String address) {
        return new EnvironmentProxy(environment).select(URI.create(address)).getFirst();
    }

    @ParameterizedTest
    @CsvSource({"http://proxy.school:3128, proxy.school, 3128", "proxy.school:3128, proxy.school, 3128", "http://p, p, 8080"})
    void theNamedProxyIsUsed(String named, String host, int port) {
        for (var variable : new String[] {"https_proxy", "HTTPS_PROXY"}) {
            assertThat(proxy(Map.of(variable, named), "https://huggingface.co/x").address())
                    .isEqualTo(InetSocketAddress.createUnresolved(host, port));
        }
    }

    @ParameterizedTest
    @CsvSource({"co, true", "huggingface.co, true", ".huggingface.co, false", "*, true", "face.co, false", "github.com, false"})
    void exceptionsAreSpared(String exception, boolean spared) {
        var environment = Map.of("HTTPS_PROXY", "http://p:1", "NO_PROXY", "localhost, " + exception);
        assertThat(proxy(environment, "https://huggingface.co/x") == Proxy.NO_PROXY).isEqualTo(spared);
    }

    @Test
    void withoutOneOrWithNonsenseTheWayIsDirect() {
        assertThat(proxy(Map.of(), "https://huggingface.co").type()).isEqualTo(Proxy.Type.DIRECT);
        assertThat(proxy(Map.of("HTTPS_PROXY", "http://[bad"), "https://huggingface.co").type()).isEqualTo(Proxy.Type.DIRECT);
        assertThat(proxy(Map.of("HTTPS_PROXY", "http://p:1"), "http://127.0.0.1:5").type()).isEqualTo(Proxy.Type.DIRECT);
    }
}
