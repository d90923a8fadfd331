package dev.parapet.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PercentEncodingTest {
    @Test
    void texts_are_decoded() {
        assertThat(PercentEncoding.decoded("%2Fshop%2frates+today%3A%C3%A9é")).isEqualTo("/shop/rates today:éé");
    }

    @Test
    void what_is_no_encoding_is_none() {
        assertThat(PercentEncoding.decoded("100%")).isNull();
        assertThat(PercentEncoding.decoded("%2")).isNull();
        assertThat(PercentEncoding.decoded("%+1")).isNull();
        assertThat(PercentEncoding.decoded("%zz")).isNull();
    }
}
