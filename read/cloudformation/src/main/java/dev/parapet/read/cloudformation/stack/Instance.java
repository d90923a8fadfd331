package dev.parapet.read.cloudformation.stack;

import dev.parapet.model.Fault;
import dev.parapet.model.Resource;
import dev.parapet.model.Span;
import dev.parapet.model.Stack;
import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.intrinsic.Budget;
import dev.parapet.read.cloudformation.intrinsic.Existence;
import dev.parapet.read.cloudformation.intrinsic.Resolver;
import dev.parapet.read.cloudformation.intrinsic.Surroundings;
import dev.parapet.read.cloudformation.parameter.Given;
import dev.parapet.read.cloudformation.parameter.Parameter;
import dev.parapet.read.cloudformation.parameter.Parameters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One deployment of a template: by itself, or nested in another stack. */
final class Instance implements Surroundings {
    /** Four times what CloudFormation takes (AWS CloudFormation quotas, "Resources"). */
    private static final int MAX_RESOURCES = 2_000;

    private final Application application;
    private final String id;
    private final String path;
    private final int depth;
    private final Map<String, Parameter> parameters;
    private final Expansion expansion;
    private final Budget budget = new Budget();
    private final Resolver resolver;
    private final Map<String, Instance> children = new LinkedHashMap<>();
    private final Set<String> asked = new HashSet<>();
    private final Map<String, Value> outputs = new LinkedHashMap<>();

    Instance(Application application, String id, Template template, Given given, int depth) {
        this.application = application;
        this.id = id;
        this.path = template.path();
        this.depth = depth;
        this.parameters = Parameters.of(template.root(), given);
        this.expansion = application.expand(template, parameters);
        this.resolver = new Resolver(id, expansion.template(), parameters, this, budget);
    }

    String id() {
        return id;
    }

    String path() {
        return path;
    }

    /** What it is called once it is deployed; null where that is not known. */
    @Nullable
    String stackName() {
        return depth == 0 ? application.assembly(path).stackName() : null;
    }

    int depth() {
        return depth;
    }

    Value.Mapping section(String name) {
        return expansion.template().get(name) instanceof Value.Mapping section
                ? section
                : new Value.Mapping(Map.of(), expansion.template().span());
    }

    Value resolve(Value raw) {
        return resolver.resolve(raw);
    }

    @Override
    public @Nullable Value imported(Value name, Span span) {
        return application.exports().find(name, this);
    }

    @Override
    public @Nullable Value outputOf(String stackName, String output, Span span) {
        return application.exports().output(stackName, output, this);
    }

    @Override
    public @Nullable Value output(String nestedStack, String output, Span span) {
        Instance child = child(nestedStack);
        return child == null ? null : child.output(output);
    }

    /** What an output stands for; null when there is none, or when it depends on itself. */
    @Nullable
    Value output(String name) {
        Value known = outputs.get(name);
        if (known != null) {
            return known;
        }
        if (!(section("Outputs").get(name) instanceof Value.Mapping output)) {
            return null;
        }
        Value raw = output.get("Value");
        if (raw == null || !asked.add("output " + name)) {
            return null;
        }
        if (!application.enter()) {
            return null;
        }
        Value value = resolver.resolve(raw);
        application.leave();
        outputs.put(name, value);
        return value;
    }

    /** The nested stack that a resource deploys; null when it deploys none whose template was read. */
    @Nullable
    Instance child(String name) {
        Instance known = children.get(name);
        if (known != null) {
            return known;
        }
        Nested nested = Nested.of(section("Resources").get(name), path);
        if (nested == null || !application.has(nested.path()) || !asked.add("stack " + name)) {
            return null;
        }
        if (!application.enter()) {
            return null;
        }
        Map<String, Value> given = new LinkedHashMap<>();
        for (Map.Entry<String, Value.Entry> entry :
                nested.parameters().entries().entrySet()) {
            Value value = resolver.resolve(entry.getValue().value());
            if (!(value instanceof Value.Absent)) {
                given.put(entry.getKey(), Sizes.bounded(value, entry.getKey()));
            }
        }
        application.leave();
        Instance child = application.nested(this, name, nested.path(), given);
        if (child != null) {
            children.put(name, child);
        }
        return child;
    }

    /** All that are nested in this one, at the first level. */
    List<Instance> children() {
        for (String name : section("Resources").entries().keySet()) {
            child(name);
        }
        return List.copyOf(children.values());
    }

    Stack stack() {
        List<Resource> resources = new ArrayList<>();
        for (Map.Entry<String, Value.Entry> entry :
                section("Resources").entries().entrySet()) {
            if (resources.size() >= MAX_RESOURCES || !application.takesResource()) {
                String message = "it deploys more resources than are looked at (" + MAX_RESOURCES
                        + " of a template, CloudFormation takes 500), and the rest was left out; split it";
                application.faults().add(new Fault(Fault.Kind.LIMIT, path, 1, message));
                break;
            }
            Resource resource = resource(entry.getKey(), entry.getValue());
            if (resource != null) {
                resources.add(resource);
            }
        }
        Map<String, Value> values = new LinkedHashMap<>();
        for (Map.Entry<String, Value.Entry> entry : section("Outputs").entries().entrySet()) {
            Value value = existingOutput(entry.getKey(), entry.getValue().value());
            if (value != null && !(value instanceof Value.Absent)) {
                values.put(entry.getKey(), value);
            }
        }
        Map<String, Value> known = new LinkedHashMap<>();
        for (Parameter parameter : parameters.values()) {
            known.put(parameter.name(), parameter.value());
        }
        if (budget.isSpent()) {
            application
                    .faults()
                    .add(new Fault(
                            Fault.Kind.LIMIT,
                            path,
                            1,
                            "resolving its functions takes too long, and a part of it was left unresolved; split it"));
        }
        Value.Mapping template = expansion.template();
        return new Stack(
                id,
                path,
                template.get("Description") instanceof Value.Text text ? text.text() : null,
                resources,
                values,
                known,
                section("Metadata"),
                template.span());
    }

    private @Nullable Value existingOutput(String name, Value declared) {
        if (declared instanceof Value.Mapping output
                && output.get("Condition") instanceof Value.Text condition
                && resolver.existence(condition.text(), output.span()) instanceof Existence.Never) {
            return null;
        }
        return output(name);
    }

    private @Nullable Resource resource(String name, Value.Entry entry) {
        if (!(entry.value() instanceof Value.Mapping written)) {
            fault(entry, "resource '" + shown(name) + "' is no mapping and was left out; give it a Type");
            return null;
        }
        if (!(written.get("Type") instanceof Value.Text type)) {
            fault(entry, "resource '" + shown(name) + "' has no Type and was left out; give it one");
            return null;
        }
        Resource resource = new ResourceReader(
                        id, resolver, expansion, application.assembly(path).constructs())
                .read(name, entry.keySpan(), written, type.text());
        return resource == null
                ? null
                : LocalDefinitions.join(resource, path, application::document, application.faults());
    }

    private void fault(Value.Entry entry, String message) {
        application
                .faults()
                .add(new Fault(
                        Fault.Kind.UNREADABLE,
                        path,
                        entry.keySpan().path().equals(path)
                                ? entry.keySpan().start().line()
                                : 1,
                        message));
    }

    private static String shown(String name) {
        return name.length() > 60 ? name.substring(0, 60) + "…" : name;
    }
}
