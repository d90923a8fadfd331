package dev.parapet.read.cloudformation;

import dev.parapet.model.SourceTree;
import dev.parapet.read.cloudformation.parameter.Given;
import dev.parapet.read.cloudformation.parameter.Parameter;
import dev.parapet.read.cloudformation.stack.Application;
import dev.parapet.read.cloudformation.stack.Expansion;
import dev.parapet.read.cloudformation.stack.Faults;
import dev.parapet.read.cloudformation.stack.Template;
import java.util.Map;

/** What stands around the templates in their tree: configuration, other files, and what was given on the command line. */
final class TemplateWorld implements Application.World {
    private final SourceTree tree;
    private final Map<String, String> parameters;

    TemplateWorld(SourceTree tree, Map<String, String> parameters) {
        this.tree = tree;
        this.parameters = parameters;
    }

    @Override
    public Expansion expand(Template template, Map<String, Parameter> known, Faults faults) {
        return new Expansion(template.root(), Map.of());
    }

    @Override
    public Given given(Template template) {
        return new Given(Map.of(), parameters, Map.of());
    }

    @Override
    public Map<String, String> constructs(String path) {
        return Map.of();
    }
}
