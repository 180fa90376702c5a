package org.oneseal.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageRequestTest {

    @Test
    void aListSortedByOneTextBeginsBehindItsLastKey() {
        assertThat(new PageRequest(50, List.of()).text()).isEmpty();
        assertThat(new PageRequest(50, List.of("431103-birth")).text()).isEqualTo("431103-birth");
        assertThatThrownBy(() -> new PageRequest(50, List.of("a", "b")).text())
                .isInstanceOf(BadArgument.class);
    }
}
