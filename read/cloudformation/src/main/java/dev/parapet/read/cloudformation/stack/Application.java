package dev.parapet.read.cloudformation.stack;

import dev.parapet.model.Fault;
import dev.parapet.model.Stack;
import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.cdk.Assembly;
import dev.parapet.read.cloudformation.parameter.Given;
import dev.parapet.read.cloudformation.parameter.Parameter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All templates that were read, and the stacks that they make: one for each template that no other nests, and one for each
 * place that nests one.
 */
public final class Application {
    /** Stacks that are nested in others, all together. */
    private static final int MAX_NESTED = 500;

    private static final int MAX_DEPTH = 16;
    /** Resources of all stacks together. */
    private static final int MAX_RESOURCES = 200_000;

    /** Values of other stacks that wait for one another. */
    private static final int MAX_WAITING = 24;

    /** What the application needs to know of the world around its templates. */
    public interface World {
        /** A template after its transforms, with what is known of its parameters. */
        Expansion expand(Template template, Map<String, Parameter> parameters, Faults faults);

        /** What the parameters of a template that is deployed by itself are given. */
        Given given(Template template);

        /** What CDK says of a template beside it. */
        Assembly assembly(String path);

        /** A document beside the templates: an API's definition, a state machine's; empty when there is none that can be read. */
        Optional<Value> document(String path, Faults faults);
    }

    private final Map<String, Template> templates = new LinkedHashMap<>();
    private final World world;
    private final Faults faults;
    private final List<Instance> roots = new ArrayList<>();
    private final Set<String> deployed = new HashSet<>();
    private @Nullable Exports exports;
    private int nested;
    private int resources;
    private int waiting;

    /** An application of some templates. */
    public Application(List<Template> templates, World world, Faults faults) {
        for (Template template : templates) {
            this.templates.put(template.path(), template);
        }
        this.world = world;
        this.faults = faults;
    }

    /** The stacks, those that are nested behind those that nest them. */
    public List<Stack> stacks() {
        Set<String> inner = new HashSet<>();
        for (Template template : templates.values()) {
            inner.addAll(nestedIn(template));
        }
        for (Template template : templates.values()) {
            if (!inner.contains(template.path())) {
                root(template);
            }
        }
        List<Stack> stacks = new ArrayList<>();
        for (Instance root : List.copyOf(roots)) {
            add(root, stacks);
        }
        // What is left nests itself, or is nested only where nothing is deployed.
        for (Template template : templates.values()) {
            if (!deployed.contains(template.path())) {
                add(root(template), stacks);
            }
        }
        return stacks;
    }

    private static Set<String> nestedIn(Template template) {
        Set<String> paths = new HashSet<>();
        if (template.root().get("Resources") instanceof Value.Mapping resources) {
            for (Value.Entry entry : resources.entries().values()) {
                Nested found = Nested.of(entry.value(), template.path());
                if (found != null && !found.path().equals(template.path())) {
                    paths.add(found.path());
                }
            }
        }
        return paths;
    }

    private Instance root(Template template) {
        deployed.add(template.path());
        Instance root = new Instance(this, template.path(), template, world.given(template), 0);
        roots.add(root);
        return root;
    }

    private static void add(Instance instance, List<Stack> stacks) {
        List<Instance> children = instance.children();
        stacks.add(instance.stack());
        for (Instance child : children) {
            add(child, stacks);
        }
    }

    /** Another resource to look at; false when there are too many. */
    boolean takesResource() {
        return resources++ < MAX_RESOURCES;
    }

    boolean has(String path) {
        return templates.containsKey(path);
    }

    Faults faults() {
        return faults;
    }

    Optional<Value> document(String path) {
        return world.document(path, faults);
    }

    Assembly assembly(String path) {
        return world.assembly(path);
    }

    Expansion expand(Template template, Map<String, Parameter> parameters) {
        return world.expand(template, parameters, faults);
    }

    /** Another value that depends on another stack; false when too many wait for one another. */
    boolean enter() {
        if (waiting >= MAX_WAITING) {
            return false;
        }
        waiting++;
        return true;
    }

    void leave() {
        waiting--;
    }

    @Nullable
    Instance nested(Instance parent, String name, String path, Map<String, Value> given) {
        Template template = templates.get(path);
        if (template == null) {
            return null;
        }
        if (parent.depth() >= MAX_DEPTH || nested >= MAX_NESTED) {
            faults.add(new Fault(
                    Fault.Kind.LIMIT,
                    parent.path(),
                    1,
                    "its stacks are nested more than " + MAX_DEPTH + " levels deep or " + MAX_NESTED
                            + " in number, and the rest was left out; nest them less"));
            return null;
        }
        nested++;
        deployed.add(path);
        Map<String, String> pseudo = new LinkedHashMap<>();
        for (Map.Entry<String, String> entry : world.given(template).byName().entrySet()) {
            if (entry.getKey().startsWith("AWS::") && !entry.getKey().equals("AWS::StackName")) {
                pseudo.put(entry.getKey(), entry.getValue());
            }
        }
        return new Instance(
                this, parent.id() + "/" + name, template, new Given(given, pseudo, Map.of()), parent.depth() + 1);
    }

    /** What all stacks export; nested stacks are asked last, since what they are given may be imported itself. */
    Exports exports() {
        Exports known = exports;
        if (known != null) {
            return known;
        }
        Exports found = new Exports();
        exports = found;
        for (Instance root : List.copyOf(roots)) {
            found.add(root);
        }
        for (Instance root : List.copyOf(roots)) {
            addNested(root, found);
        }
        return found;
    }

    private static void addNested(Instance instance, Exports found) {
        for (Instance child : instance.children()) {
            found.add(child);
            addNested(child, found);
        }
    }
}
