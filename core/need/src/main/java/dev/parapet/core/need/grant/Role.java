package dev.parapet.core.need.grant;

import dev.parapet.core.graph.Edge;
import dev.parapet.core.graph.EdgeKind;
import dev.parapet.core.graph.Graph;
import dev.parapet.core.graph.Node;
import dev.parapet.core.graph.NodeKind;
import dev.parapet.core.graph.json.JsonText;
import dev.parapet.core.graph.link.PropertyPath;
import dev.parapet.core.knowledge.ManagedPolicyDocuments;
import dev.parapet.core.knowledge.Wildcards;
import dev.parapet.core.need.resource.NamedResource;
import dev.parapet.core.need.resource.TemplateWords;
import dev.parapet.model.Span;
import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The role that something runs as, with the statements of its policies.
 *
 * @param node the role
 * @param statements those of its inline policies, of policies that the template attaches, and of managed policies
 * @param unknown policies whose statements are not at hand
 * @param others what else runs as it, by its address in the template
 */
public record Role(Node node, List<GrantedStatement> statements, List<String> unknown, List<String> others) {
    public Role {
        others = List.copyOf(others);
        statements = List.copyOf(statements);
        unknown = List.copyOf(unknown);
    }

    /** Whether a statement without a condition gives what is needed on a resource that the template calls the same. */
    public boolean grantsInItsWords(Need need) {
        return statements.stream().allMatch(GrantedStatement::isAllow)
                && statements.stream()
                        .anyMatch(statement -> statement.condition() == null
                                && !statement.isNotAction()
                                && !statement.isNotResource()
                                && statement.actions().stream().anyMatch(it -> Wildcards.matches(it, need.action()))
                                && statement.resources().stream()
                                        .anyMatch(it -> it.expression()
                                                .equals(need.resource().expression())));
    }

    /** Whether some of what is needed is granted: of a resource that is known at run time only nothing more can be said. */
    public boolean grantsSome(Need need) {
        return statements.stream()
                .anyMatch(statement -> statement.isAllow()
                        && (statement.isNotAction()
                                || statement.actions().stream().anyMatch(it -> Wildcards.matches(it, need.action())))
                        && (statement.isNotResource()
                                || statement.resources().stream().anyMatch(it -> it.meets(need.resource()))));
    }

    /** The role of a node of the graph; null where it has none, several, or one that is not in the templates. */
    public static @Nullable Role of(Graph graph, TemplateWords words, Node compute) {
        List<Node> roles = graph.outgoing(compute, EdgeKind.RUNS_AS);
        if (roles.size() != 1 || roles.getFirst().resource() == null) {
            return null;
        }
        Reader reader = new Reader(graph, words);
        Node role = roles.getFirst();
        for (Edge edge : graph.leaving(role, EdgeKind.CARRIES)) {
            reader.carried(edge, true);
        }
        List<String> others = graph.incoming(role, EdgeKind.RUNS_AS).stream()
                .filter(other -> !other.equals(compute) && other.resource() != null)
                .map(other -> other.resource().id().name())
                .distinct()
                .sorted()
                .toList();
        return new Role(role, reader.statements, List.copyOf(reader.unknown), others);
    }

    private static final class Reader {
        private final Graph graph;
        private final TemplateWords words;
        private final List<GrantedStatement> statements = new ArrayList<>();
        private final Set<String> unknown = new LinkedHashSet<>();

        Reader(Graph graph, TemplateWords words) {
            this.graph = graph;
            this.words = words;
        }

        void carried(Edge edge, boolean byRole) {
            Node carried = graph.node(edge.to()).orElseThrow();
            if (carried.kind() == NodeKind.STATEMENT) {
                statement(carried);
            } else if (carried.kind() == NodeKind.EXTERNAL) {
                managed(carried.label(), edge.location());
            } else if (byRole) {
                graph.leaving(carried, EdgeKind.CARRIES).forEach(inner -> carried(inner, false));
            }
        }

        private void statement(Node node) {
            Value.Mapping properties = node.properties();
            if (properties != null
                    && node.resource() != null
                    && properties.get("policy") instanceof Value.Text policy
                    && policy.text().equals("identity")) {
                add(properties, node.resource().id().stack(), "", properties.span());
            }
        }

        private void managed(String arn, Span attached) {
            String document = ManagedPolicyDocuments.find(arn);
            if (document == null
                    || !(JsonText.parse(new Value.Text(document, attached)) instanceof JsonText.Result.Parsed parsed)
                    || !(parsed.value() instanceof Value.Mapping policy)) {
                unknown.add(arn);
                return;
            }
            for (PropertyPath.Hit hit : PropertyPath.each(policy.get("Statement"), null)) {
                if (hit.value() instanceof Value.Mapping statement) {
                    add(statement, "", arn, attached);
                }
            }
        }

        private void add(Value.Mapping statement, String stack, String from, Span span) {
            boolean notAction = statement.has("NotAction");
            boolean notResource = statement.has("NotResource");
            List<NamedResource> resources = new ArrayList<>();
            Value named = statement.get(notResource ? "NotResource" : "Resource");
            if (named != null) {
                resources.addAll(words.of(stack, named, true));
            }
            statements.add(new GrantedStatement(
                    statement.get("Sid") instanceof Value.Text sid
                                    && !sid.text().isEmpty()
                            ? sid.text()
                            : null,
                    statement.get("Effect") instanceof Value.Text effect
                            && effect.text().equals("Allow"),
                    notAction,
                    texts(statement.get(notAction ? "NotAction" : "Action")),
                    notResource,
                    resources,
                    statement.get("Condition"),
                    from,
                    span));
        }

        private static List<String> texts(@Nullable Value value) {
            List<String> texts = new ArrayList<>();
            for (PropertyPath.Hit hit : PropertyPath.each(value, null)) {
                if (hit.value() instanceof Value.Text text) {
                    texts.add(text.text());
                }
            }
            return texts;
        }
    }
}
