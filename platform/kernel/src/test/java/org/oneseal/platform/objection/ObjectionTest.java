package org.oneseal.platform.objection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ObjectionTest {

    @Test
    void keepsItsCodeWhenGroundAndFieldAreAdded() {
        var objection =
                Objection.of("limit-too-long", 21, 20).withGround("行政许可法 art. 42").at("/promise");

        assertThat(objection.code()).isEqualTo("limit-too-long");
        assertThat(objection.arguments()).containsExactly(21, 20);
        assertThat(objection.ground()).isEqualTo("行政许可法 art. 42");
        assertThat(objection.field()).isEqualTo("/promise");
    }
}
