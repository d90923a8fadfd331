package dev.parapet.core.need.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parapet.core.knowledge.ServiceAuthorization;
import dev.parapet.core.need.sdk.SdkService;
import dev.parapet.core.need.sdk.ServiceTable;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IntegrationTableTest {
    /** What Step Functions calls by no operation of a model. */
    private static final Set<String> OF_NO_MODEL = Set.of("apigateway:invoke", "http:invoke");

    @Test
    void everyActionExists() {
        assertThat(IntegrationTable.standard().actionNames())
                .isNotEmpty()
                .allSatisfy(action -> assertThat(ServiceAuthorization.ofAction(action))
                        .as(action)
                        .isNotNull());
    }

    @Test
    void everyOperationExists() {
        assertThat(IntegrationTable.standard().calls()).isNotEmpty().allSatisfy((integration, called) -> {
            Optional<SdkService> service = ServiceTable.standard().service(called.service());
            if (!OF_NO_MODEL.contains(integration)) {
                assertThat(service).as(integration).isPresent();
                if (!called.operation().isEmpty()) {
                    assertThat(service.get().operation(called.operation()))
                            .as(integration)
                            .isPresent();
                }
            }
        });
    }
}
