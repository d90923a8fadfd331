package dev.parapet.core.need.implied;

import dev.parapet.core.graph.EdgeKind;
import dev.parapet.core.graph.Graph;
import dev.parapet.core.graph.Node;
import dev.parapet.core.graph.name.ResourceTypes;
import dev.parapet.core.graph.name.TextShape;
import dev.parapet.core.need.resource.NamedResource;
import dev.parapet.core.need.resource.TemplateWords;
import dev.parapet.model.Resource;
import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What actions need of the keys by which their resources are encrypted, by {@code encryption.txt}. Keys of the provider
 * ({@code alias/aws/sqs}) may be used by whoever may use the resource.
 */
public final class EncryptionKeys {
    private static final Map<String, List<String>> ACTIONS = new HashMap<>();

    static {
        for (String line : ResourceTypes.lines(EncryptionKeys.class, "encryption.txt")) {
            List<String> cells = ResourceTypes.cells(line);
            for (String action : cells.get(0).split(" ", -1)) {
                ACTIONS.put(action, List.of(cells.get(1).split(" ", -1)));
            }
        }
    }

    private final Graph graph;
    private final TemplateWords words;
    private final String stack;

    /** The keys of the resources in a stack. */
    public EncryptionKeys(Graph graph, TemplateWords words, String stack) {
        this.graph = graph;
        this.words = words;
        this.stack = stack;
    }

    /** What an action on a resource needs besides. */
    public List<ImpliedAction> of(String action, NamedResource on) {
        List<String> needed = ACTIONS.getOrDefault(action, List.of());
        Resource resource = needed.isEmpty() ? null : words.resource(stack, on);
        Node encrypted = resource == null ? null : graph.node(resource.id()).orElse(null);
        if (resource == null || encrypted == null) {
            return List.of();
        }
        List<ImpliedAction> found = new ArrayList<>();
        for (NamedResource key : of(encrypted)) {
            for (String each : needed) {
                String because = resource.id().name() + " is encrypted by a key of the customer";
                found.add(new ImpliedAction(each, key, because));
            }
        }
        return found;
    }

    /** What an action may need besides on a resource that is not of the template, which does not tell by what key it is encrypted. */
    public List<String> perhaps(String action, NamedResource on) {
        List<String> needed = ACTIONS.getOrDefault(action, List.of());
        return needed.isEmpty() || words.resource(stack, on) != null ? List.of() : needed;
    }

    /** The customer's keys by which a resource is encrypted. */
    List<NamedResource> of(Node encrypted) {
        return graph.outgoing(encrypted, EdgeKind.ENCRYPTED_BY).stream()
                .flatMap(key -> named(key).stream())
                .toList();
    }

    private List<NamedResource> named(Node key) {
        Resource resource = key.resource();
        if (resource != null && resource.type().equals("AWS::KMS::Alias")) {
            Value target = resource.properties().get("TargetKeyId");
            resource = target == null
                    ? null
                    : graph.target(key, target).map(Node::resource).orElse(null);
        }
        if (resource != null && resource.type().equals("AWS::KMS::Key")) {
            NamedResource named = words.of(resource);
            return named == null ? List.of() : List.of(named);
        }
        String label = TextShape.shown(key.label());
        if (label.contains("alias/aws/") || label.startsWith("aws/")) {
            return List.of();
        }
        if (label.startsWith("arn:") && !label.contains("alias/")) {
            return List.of(new NamedResource(label, true, label));
        }
        boolean parameter = label.startsWith("${") && label.indexOf('}') == label.length() - 1;
        boolean whole = label.regionMatches(true, label.length() - 4, "arn}", 0, 4);
        String front = "arn:${AWS::Partition}:kms:${AWS::Region}:${AWS::AccountId}:key/";
        String expression = parameter && whole ? label : front + (parameter ? label : "*");
        return List.of(new NamedResource(expression, parameter, "arn:aws:kms:*:*:key/*"));
    }
}
