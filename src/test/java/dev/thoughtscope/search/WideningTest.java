package dev.thoughtscope.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class WideningTest {
    @Test
    void childrenGrowWithTheRootOfTheVisits() {
        var widening = new Widening(2, 0.5);
        assertThat(widening.wanted(0)).isEqualTo(2);
        assertThat(widening.wanted(1)).isEqualTo(2);
        assertThat(widening.wanted(4)).isEqualTo(4);
        assertThat(widening.wanted(10)).isEqualTo(7);
        assertThat(widening.wanted(1_000_000)).isEqualTo(Widening.MOST);
    }

    @Test
    void aFixedWidthStaysWhatItIs() {
        assertThat(Widening.fixed(4).wanted(1_000_000)).isEqualTo(4);
    }

    @Test
    void whatCannotBeIsRefusedInASentence() {
        assertThatThrownBy(() -> new Widening(0, 0)).hasMessage("The width must be at least 1, not 0.");
        assertThatThrownBy(() -> new Widening(1, 2)).hasMessageContaining("0.5 is usual");
    }
}
