package dev.parapet.core.rule.function;

import dev.parapet.core.graph.Node;
import dev.parapet.core.iam.account.TemplateNames;
import dev.parapet.core.iam.lint.Diagnostic;
import dev.parapet.core.iam.lint.WrittenPolicies;
import dev.parapet.core.rule.evaluation.Basis;
import dev.parapet.core.rule.evaluation.Datum;
import dev.parapet.core.rule.evaluation.Evaluation;
import dev.parapet.core.rule.expression.Signature;
import dev.parapet.model.Resource;
import dev.parapet.model.Span;
import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code policyMistakes(node, ids)}: what {@code parapet iam lint} says of the policies that somebody wrote into a resource. Each resource
 * is looked at once in a scan, whatever number of rules ask.
 */
final class MistakeFunctions implements FunctionFamily {
    private final IdentityHashMap<Resource, List<Diagnostic>> found = new IdentityHashMap<>();
    private @Nullable TemplateNames names;

    @Override
    public List<Signature> signatures() {
        return List.of(Signature.of("policyMistakes", 2));
    }

    @Override
    public Datum call(String function, List<Datum> arguments, Evaluation evaluation) {
        if (!(arguments.get(0) instanceof Datum.Item(Node node, Basis ignored))
                || !(arguments.get(1) instanceof Datum.Listing ids)) {
            return new Datum.Failure("policyMistakes() takes a node, such as self, and a list of ids");
        }
        Set<String> wanted = new HashSet<>();
        for (Datum id : ids.items()) {
            if (id instanceof Datum.Text text) {
                wanted.add(text.text());
            }
        }
        List<Datum> mistakes = new ArrayList<>();
        if (node.resource() != null) {
            for (Diagnostic each : of(node.resource(), evaluation)) {
                evaluation.step(1);
                if (wanted.contains(each.id())) {
                    mistakes.add(mistake(each));
                }
            }
        }
        return new Datum.Listing(mistakes, Basis.NONE);
    }

    private List<Diagnostic> of(Resource resource, Evaluation evaluation) {
        return found.computeIfAbsent(resource, one -> {
            TemplateNames all = names;
            if (all == null) {
                all = new TemplateNames(evaluation.graph().stacks());
                names = all;
            }
            List<Diagnostic> diagnostics = new ArrayList<>();
            for (WrittenPolicies.Written written : WrittenPolicies.of(one, all)) {
                diagnostics.addAll(written.lint());
            }
            return diagnostics;
        });
    }

    private static Datum mistake(Diagnostic diagnostic) {
        Span span = diagnostic.span();
        Map<String, Value.Entry> entries = new LinkedHashMap<>();
        entries.put("id", new Value.Entry(span, new Value.Text(diagnostic.id(), span)));
        entries.put("message", new Value.Entry(span, new Value.Text(diagnostic.message(), span)));
        return new Datum.Structure(new Value.Mapping(entries, span), Basis.of(span, null));
    }
}
