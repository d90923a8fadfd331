package dev.parapet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The class path of the tests is in the order of the dependencies, as that in the manifest of the program is. A table is looked for
 * in every archive before its own.
 */
class ClassPathOrderTest {
    @Test
    void opensNoArchiveInVainForTheTablesOfAScan() {
        List<String> entries = Arrays.stream(
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                                .split(File.pathSeparator, -1))
                .map(entry -> entry.replace(File.separatorChar, '-'))
                .toList();
        int rules = first(entries, "-parapet-rules-", "-rules-target-classes");
        for (String before : List.of("core-graph", "core-knowledge", "read-cloudformation")) {
            assertThat(first(entries, before)).as(before).isLessThan(rules);
        }
        for (String after : List.of("core-iam", "core-rule", "jackson-core", "core-report", "picocli", "jgit")) {
            assertThat(first(entries, after)).as(after).isGreaterThan(rules);
        }
    }

    private static int first(List<String> entries, String... names) {
        for (int i = 0; i < entries.size(); i++) {
            if (Arrays.stream(names).anyMatch(entries.get(i)::contains)) {
                return i;
            }
        }
        throw new AssertionError(String.join(" or ", names) + " is not on the class path: " + entries);
    }
}
