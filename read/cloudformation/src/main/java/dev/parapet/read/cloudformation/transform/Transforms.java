package dev.parapet.read.cloudformation.transform;

import dev.parapet.model.Fault;
import dev.parapet.model.SourceTree;
import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.intrinsic.Budget;
import dev.parapet.read.cloudformation.intrinsic.Resolver;
import dev.parapet.read.cloudformation.intrinsic.Surroundings;
import dev.parapet.read.cloudformation.parameter.Parameter;
import dev.parapet.read.cloudformation.stack.Template;
import java.util.Map;
import java.util.function.Consumer;

/** What stands before SAM: included files, then loops. What cannot be done is a fault, and the rest is read as it is written. */
public final class Transforms {
    private Transforms() {}

    /** The template after the transforms of the language itself, its functions as they were. */
    public static Value.Mapping language(
            Template template, Map<String, Parameter> parameters, SourceTree tree, Consumer<Fault> faults) {
        return language(template, parameters, tree, faults, faults);
    }

    /**
     * The same, with the faults of included files by themselves: such a one of kind {@link Fault.Kind#UNSUPPORTED} loses nothing, since
     * the function stays where it is.
     */
    public static Value.Mapping language(
            Template template,
            Map<String, Parameter> parameters,
            SourceTree tree,
            Consumer<Fault> includeFaults,
            Consumer<Fault> faults) {
        Value.Mapping included = new Includes(tree, template.path(), includeFaults).apply(template.root());
        Resolver resolver = resolver(template.path(), included, parameters);
        return new Loops(template.path(), resolver::resolve, faults).apply(included);
    }

    /** A template after its loops, without the functions and the mark of the language extensions. */
    public static Value.Mapping extensions(String path, Value.Mapping template, Map<String, Parameter> parameters) {
        if (!Macros.names(template).contains(Macros.EXTENSIONS)) {
            return template;
        }
        Resolver resolver = resolver(path, template, parameters);
        return new Extensions(resolver::resolve).apply(template) instanceof Value.Mapping mapping
                ? Macros.without(mapping, Macros.EXTENSIONS::equals)
                : template;
    }

    /** Notes the macros that stay undone because they run in the provider's account. */
    public static void reportMacros(Value.Mapping template, String path, Consumer<Fault> faults) {
        Macros.report(template, path, faults);
    }

    /** Whether the template asks for the SAM transform. */
    public static boolean isServerless(Value.Mapping template) {
        for (String name : Macros.names(template)) {
            if (Macros.isServerless(name)) {
                return true;
            }
        }
        return false;
    }

    /** The template without the mark of the SAM transform. */
    public static Value.Mapping withoutServerless(Value.Mapping template) {
        return Macros.without(template, Macros::isServerless);
    }

    private static Resolver resolver(String path, Value.Mapping template, Map<String, Parameter> parameters) {
        return new Resolver(path, template, parameters, Surroundings.NONE, new Budget());
    }
}
