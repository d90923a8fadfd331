package dev.parapet.core.need.sdk;

import dev.parapet.core.knowledge.PackedTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The services of AWS: the table {@code services.txt.gz}, made by {@code tools/sdk-services.py} from the models of botocore and boto3, the
 * names of the other SDKs, and AWS's service reference. The index is read when a service is first asked for, in some milliseconds, and
 * each service when one of its operations is.
 */
public final class ServiceTable {
    private static final class Standard {
        static final ServiceTable TABLE = new ServiceTable(PackedTable.read(ServiceTable.class, "services.txt.gz"));
    }

    private final Map<String, SdkService> services = new LinkedHashMap<>();
    private final Map<Sdk, Map<String, List<SdkService>>> names = new EnumMap<>(Sdk.class);

    private ServiceTable(PackedTable table) {
        for (String line : table.index()) {
            if (line.startsWith("#")) {
                continue;
            }
            SdkService service = new SdkService(table, line);
            services.put(service.name(), service);
            for (Sdk sdk : Sdk.values()) {
                Map<String, List<SdkService>> named = names.computeIfAbsent(sdk, it -> new HashMap<>());
                for (String name : service.names(sdk)) {
                    named.computeIfAbsent(name.toLowerCase(Locale.ROOT), it -> new ArrayList<>())
                            .add(service);
                }
            }
        }
    }

    /** The table that Parapet carries. */
    public static ServiceTable standard() {
        return Standard.TABLE;
    }

    /** All services by botocore's names, sorted. */
    public Collection<SdkService> services() {
        return Collections.unmodifiableCollection(services.values());
    }

    /** The service that botocore names so. */
    public Optional<SdkService> service(String name) {
        return Optional.ofNullable(services.get(name));
    }

    /**
     * The services that an SDK names so, upper and lower case alike: mostly one, but {@code dynamodbv2} of Java v1 holds the streams too.
     * See {@link Sdk} for what the name is.
     */
    public List<SdkService> services(Sdk sdk, String name) {
        return names.getOrDefault(sdk, Map.of()).getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }

    /** The first service that an SDK names so and that has the operation, in any spelling. */
    public Optional<SdkOperation> operation(Sdk sdk, String name, String operation) {
        return services(sdk, name).stream()
                .flatMap(it -> it.operation(operation).stream())
                .findFirst();
    }
}
