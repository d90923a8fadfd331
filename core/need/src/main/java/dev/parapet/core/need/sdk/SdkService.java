package dev.parapet.core.need.sdk;

import dev.parapet.core.knowledge.PackedTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A service: its names, and its operations, which are read when one is first asked for. */
public final class SdkService {
    private static final int FIRST_NAME = 4;

    private final PackedTable table;
    private final String[] words;
    private @Nullable Contents contents;

    /** What the table's member says. */
    private record Contents(
            Map<String, SdkOperation> operations, Map<String, String> waiters, List<String> resources) {}

    /** {@code NAME START PREFIX IDENTIFIER NAMES…}: see {@code tools/sdk-services.py}. */
    SdkService(PackedTable table, String line) {
        this.table = table;
        this.words = line.split(" ", -1);
    }

    /** Botocore's name: {@code stepfunctions}. */
    public String name() {
        return words[0];
    }

    /** The prefix of its actions: {@code states}. */
    public String prefix() {
        return words[2];
    }

    /** The service identifier without spaces: {@code SFN}. */
    public String identifier() {
        return words[3];
    }

    /** Its names in an SDK, mostly one. */
    public List<String> names(Sdk sdk) {
        String names = words[FIRST_NAME + sdk.ordinal()];
        return names.equals("-") ? List.of() : List.of(names.split(",", -1));
    }

    /** The operation of a name in any SDK's spelling: {@code get_item}, {@code getItem}, {@code GetItem}. */
    public Optional<SdkOperation> operation(String name) {
        return Optional.ofNullable(contents().operations().get(SdkOperation.key(name)));
    }

    /** All operations by name. */
    public Collection<SdkOperation> operations() {
        return Collections.unmodifiableCollection(contents().operations().values());
    }

    /** The operation that a waiter calls, by the waiter's name in any spelling: {@code table_exists}. */
    public Optional<SdkOperation> waiter(String name) {
        return Optional.ofNullable(contents().waiters().get(SdkOperation.key(name)))
                .flatMap(this::operation);
    }

    /** The lines about resources of boto3, each beginning with its kind. */
    List<String> resources() {
        return contents().resources();
    }

    private synchronized Contents contents() {
        if (contents == null) {
            Map<String, SdkOperation> operations = new LinkedHashMap<>();
            Map<String, String> waiters = new LinkedHashMap<>();
            List<String> resources = new ArrayList<>();
            for (String line : table.lines(Integer.parseInt(words[1]))) {
                String[] parts = line.split(" ", -1);
                switch (parts[0]) {
                    case "op" -> operations.put(SdkOperation.key(parts[1]), SdkOperation.of(this, parts));
                    case "waiter" -> waiters.put(SdkOperation.key(parts[1]), parts[2]);
                    default -> resources.add(line);
                }
            }
            contents = new Contents(operations, waiters, resources);
        }
        return contents;
    }
}
