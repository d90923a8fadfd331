package dev.parapet.core.need.implied;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parapet.core.knowledge.ServiceAuthorization;
import org.junit.jupiter.api.Test;

class ConfigurationTableTest {
    @Test
    void everyActionExists() {
        assertThat(ConfigurationTable.ROWS)
                .isNotEmpty()
                .filteredOn(row -> !row.isUnknown())
                .allSatisfy(row -> assertThat(row.actions())
                        .allSatisfy(action -> assertThat(ServiceAuthorization.ofAction(action))
                                .as(action)
                                .isNotNull()));
    }
}
