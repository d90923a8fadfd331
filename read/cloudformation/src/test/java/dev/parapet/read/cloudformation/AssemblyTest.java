package dev.parapet.read.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parapet.model.Resource;
import dev.parapet.model.Stack;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What {@code cdk synth} of aws-cdk-lib 2.276.0 wrote for a stage of two stacks, one of which nests a third and refers to the
 * other: by an export ({@code strong}) or by an output ({@code weak}, {@code @aws-cdk/core:defaultCrossStackReferences}). Traces,
 * warnings and the report of feature flags are left out.
 */
class AssemblyTest {
    @ParameterizedTest
    @ValueSource(strings = {"strong", "weak"})
    void stacksOfAnAssemblyAreJoinedAndKnowTheirConstructs(String references) throws Exception {
        Reading reading = CloudFormationReader.read(tree(references), Map.of());
        assertThat(reading.faults()).isEmpty();
        List<String> told = new ArrayList<>();
        for (Stack stack : reading.stacks()) {
            for (Resource resource : stack.resources()) {
                told.add(stack.id() + " " + resource.id().name() + " " + resource.construct());
            }
        }
        assertThat(told)
                .containsExactly(
                        "assembly-Shop/ShopApi4E8988D1.template.json JobsNestedStackJobsNestedStackResource4FE929C3"
                                + " Shop/Api/Jobs.NestedStack/Jobs.NestedStackResource",
                        "assembly-Shop/ShopApi4E8988D1.template.json Handler Shop/Api/Handler",
                        "assembly-Shop/ShopApi4E8988D1.template.json/JobsNestedStackJobsNestedStackResource4FE929C3 Queue"
                                + " Shop/Api/Jobs/Queue",
                        "assembly-Shop/ShopDataAE619EA4.template.json Orders Shop/Data/Orders");
        assertThat(Told.properties(reading.stacks().getFirst(), "Handler"))
                .contains("TABLE: -> assembly-Shop/ShopDataAE619EA4.template.json#Orders.Ref");
    }

    private static MemoryTree tree(String name) throws Exception {
        Path root = Path.of(Objects.requireNonNull(AssemblyTest.class.getResource("cdk/" + name))
                .toURI());
        List<String> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.add(root.relativize(file).toString());
                files.add(Files.readString(file));
            }
        }
        return MemoryTree.of(files.toArray(new String[0]));
    }
}
