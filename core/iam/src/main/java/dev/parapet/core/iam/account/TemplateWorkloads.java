package dev.parapet.core.iam.account;

import dev.parapet.core.graph.name.ResourceTypes;
import dev.parapet.model.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What runs as the roles of an application, and from where its code is deployed, by the table {@code workloads.txt}. */
final class TemplateWorkloads {
    private static final Pattern PROPERTY = Pattern.compile("\\{([A-Z][A-Za-z.0-9]*)}");

    /** The address of an image in a repository of the account: host, name of the repository, tag or digest. */
    private static final Pattern IMAGE = Pattern.compile("[0-9]{12}\\.dkr\\.ecr\\.[a-z0-9.*-]+/([^:@]+)(?:[:@].*)?");

    private final TemplateNames names;
    private final TemplatePolicies documents;
    private final Map<String, Set<String>> profiles;

    /**
     * The workloads of some templates.
     *
     * @param profiles the names of the roles in each instance profile, by its name
     */
    TemplateWorkloads(TemplateNames names, TemplatePolicies documents, Map<String, Set<String>> profiles) {
        this.names = names;
        this.documents = documents;
        this.profiles = profiles;
    }

    List<Account.Workload> of(List<Resource> resources) {
        Map<String, String> roles = new HashMap<>();
        for (Resource resource : resources) {
            if (resource.type().equals("AWS::IAM::Role")) {
                roles.put(names.name(resource), String.valueOf(names.arn(resource)));
            }
        }
        List<Account.Workload> workloads = new ArrayList<>();
        for (String line : ResourceTypes.lines(TemplateWorkloads.class, "workloads.txt")) {
            List<String> cells = ResourceTypes.cells(line);
            for (Resource resource : resources) {
                if (!resource.type().equals(cells.get(0))) {
                    continue;
                }
                for (String own : places(resource, cells.get(3))) {
                    for (String role : roles(resource, cells.get(1), roles)) {
                        workloads.add(
                                new Account.Workload(cells.get(2), resource.id().name(), own, role));
                    }
                }
            }
        }
        return workloads;
    }

    /** The ARNs that a cell of {@code workloads.txt} stands for; none where a property that it names is not there or not known. */
    private Set<String> places(Resource resource, String cell) {
        if (cell.isEmpty()) {
            return Set.of(Objects.requireNonNullElse(names.arn(resource), ""));
        }
        Set<String> places = Set.of(cell.replace("{account}", names.account()));
        for (Matcher property = PROPERTY.matcher(cell); property.find(); ) {
            Set<String> next = new LinkedHashSet<>();
            for (String value : documents.texts(resource, property.group(1))) {
                Matcher image = IMAGE.matcher(value);
                if (!cell.contains(":ecr:")) {
                    places.forEach(place -> next.add(place.replace(property.group(), value)));
                } else if (image.matches()) {
                    places.forEach(place -> next.add(place.replace(property.group(), image.group(1))));
                }
            }
            places = next;
        }
        return places;
    }

    private Set<String> roles(Resource resource, String path, Map<String, String> byName) {
        Set<String> found = new LinkedHashSet<>();
        for (String role : documents.texts(resource, path)) {
            // An instance profile is named by itself or by its ARN.
            String profile = role.contains(":instance-profile/") ? role.substring(role.lastIndexOf('/') + 1) : role;
            if (profiles.containsKey(profile)) {
                for (String name : profiles.get(profile)) {
                    found.add(byName.getOrDefault(name, name));
                }
            } else {
                found.add(byName.getOrDefault(role, role));
            }
        }
        return found;
    }
}
