package dev.parapet.read.cloudformation.sam;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parapet.model.Decimal;
import dev.parapet.model.SourceFile;
import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.parameter.Given;
import dev.parapet.read.cloudformation.parameter.Parameters;
import dev.parapet.read.cloudformation.text.TemplateText;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Our own templates with a few values taken away, exchanged or made nonsense: each becomes something, or a problem. */
class SamMutationTest {
    private static final int MUTANTS = 60;

    static List<String> templates() throws IOException, URISyntaxException {
        return SamAnswersTest.templates();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void nonsenseIsAProblemAndNoFailure(String name) throws IOException, URISyntaxException {
        Path file = Path.of(
                Objects.requireNonNull(SamMutationTest.class.getResource(name)).toURI());
        Value.Mapping root = (Value.Mapping)
                TemplateText.read(new SourceFile(name, Files.readString(file))).root();
        List<Value> pool = new ArrayList<>();
        gather(root, pool);
        for (int seed = 0; seed < MUTANTS; seed++) {
            Mutation mutation = new Mutation(new Random(seed), pool);
            Value.Mapping mutant = (Value.Mapping) mutation.inside(root);
            String shown = name + ", seed " + seed;
            try {
                Transformed transformed = SamTransform.transform(mutant, Parameters.of(mutant, Given.NOTHING));
                assertThat(transformed.expansion().template()).as(shown).isNotNull();
            } catch (RuntimeException failure) {
                throw new AssertionError(shown, failure);
            }
        }
    }

    private static void gather(Value value, List<Value> pool) {
        pool.add(value);
        switch (value) {
            case Value.Mapping mapping -> mapping.entries().values().forEach(entry -> gather(entry.value(), pool));
            case Value.Sequence sequence -> sequence.items().forEach(item -> gather(item, pool));
            default -> {}
        }
    }

    private record Mutation(Random random, List<Value> pool) {
        /** The value itself with about one in sixty of the values in it changed. */
        Value inside(Value value) {
            return switch (value) {
                case Value.Mapping mapping -> {
                    Map<String, Value.Entry> entries = new LinkedHashMap<>();
                    mapping.entries().forEach((name, entry) -> {
                        int chance = random.nextInt(240);
                        if (chance > 1) {
                            String key = chance == 2 ? "Other" : name;
                            entries.put(key, new Value.Entry(entry.keySpan(), changed(entry.value())));
                        }
                    });
                    yield new Value.Mapping(entries, mapping.span());
                }
                case Value.Sequence sequence ->
                    new Value.Sequence(
                            sequence.items().stream().map(this::changed).toList(), sequence.span());
                default -> value;
            };
        }

        private Value changed(Value value) {
            return switch (random.nextInt(360)) {
                case 0 -> new Value.Null(value.span());
                case 1 -> new Value.Text("", value.span());
                case 2 -> new Value.Number(Decimal.of(10), value.span());
                case 3 -> new Value.Bool(true, value.span());
                case 4 -> new Value.Sequence(List.of(), value.span());
                case 5 -> new Value.Mapping(Map.of(), value.span());
                case 6 -> pool.get(random.nextInt(pool.size()));
                case 7 -> new Value.Sequence(List.of(value), value.span());
                default -> inside(value);
            };
        }
    }
}
