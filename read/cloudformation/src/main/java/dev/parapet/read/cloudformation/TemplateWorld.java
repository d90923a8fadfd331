package dev.parapet.read.cloudformation;

import dev.parapet.model.Fault;
import dev.parapet.model.SourceFile;
import dev.parapet.model.SourceTree;
import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.cdk.Assembly;
import dev.parapet.read.cloudformation.parameter.Given;
import dev.parapet.read.cloudformation.parameter.Parameter;
import dev.parapet.read.cloudformation.parameter.SamConfig;
import dev.parapet.read.cloudformation.sam.SamTransform;
import dev.parapet.read.cloudformation.sam.Transformed;
import dev.parapet.read.cloudformation.sam.template.Problem;
import dev.parapet.read.cloudformation.stack.Application;
import dev.parapet.read.cloudformation.stack.Expansion;
import dev.parapet.read.cloudformation.stack.Faults;
import dev.parapet.read.cloudformation.stack.Nested;
import dev.parapet.read.cloudformation.stack.Template;
import dev.parapet.read.cloudformation.text.Document;
import dev.parapet.read.cloudformation.text.TemplateText;
import dev.parapet.read.cloudformation.text.TomlText;
import dev.parapet.read.cloudformation.transform.Transforms;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What stands around the templates in their tree: configuration, other files, and what was given on the command line. */
final class TemplateWorld implements Application.World {
    /** The configuration of one folder. */
    private record Config(
            String path,
            Map<String, Given.Configured> overrides,
            @Nullable String template) {}

    private final SourceTree tree;
    private final Map<String, String> parameters;
    private final Map<String, Config> configs = new HashMap<>();
    private final Map<String, Assembly> assemblies = new HashMap<>();
    private final Map<String, Optional<Value>> documents = new HashMap<>();

    TemplateWorld(SourceTree tree, Map<String, String> parameters, Faults faults) {
        this.tree = tree;
        this.parameters = parameters;
        for (String path : tree.paths()) {
            String name = path.substring(path.lastIndexOf('/') + 1);
            if (name.equals("samconfig.toml") || name.equals("samconfig.yaml") || name.equals("samconfig.yml")) {
                String folder = path.substring(0, path.length() - name.length());
                if (!configs.containsKey(folder)) {
                    config(path, name, folder, faults);
                }
            }
        }
    }

    private void config(String path, String name, String folder, Faults faults) {
        Optional<SourceFile> file = tree.read(path);
        if (file.isEmpty()) {
            return;
        }
        Document document = name.endsWith(".toml") ? TomlText.read(file.get()) : TemplateText.read(file.get());
        if (document.fault() != null) {
            faults.add(document.fault());
        }
        String template = SamConfig.template(document.root());
        configs.put(
                folder,
                new Config(
                        path,
                        SamConfig.overrides(document.root(), name),
                        template == null ? null : Nested.local(template, path)));
    }

    @Override
    public Expansion expand(Template template, Map<String, Parameter> known, Faults faults) {
        Value.Mapping expanded = Transforms.language(template, known, tree, faults::add);
        Transforms.reportMacros(expanded, template.path(), faults::add);
        if (!Transforms.isServerless(expanded)) {
            return new Expansion(expanded, Map.of());
        }
        Transformed transformed = SamTransform.transform(expanded, known);
        report(transformed, template.path(), faults);
        return transformed.expansion();
    }

    /** One fault for all that SAM does not take; the provider deploys nothing of such a template. */
    private static void report(Transformed transformed, String path, Faults faults) {
        List<Problem> problems = transformed.problems();
        if (!problems.isEmpty()) {
            Problem first = problems.getFirst();
            int line = first.span().path().equals(path) ? first.span().start().line() : 1;
            int others = problems.size() - 1;
            String more = others == 0 ? "" : " (" + others + " more such " + (others == 1 ? "problem)" : "problems)");
            Fault.Kind kind = transformed.limited() ? Fault.Kind.LIMIT : Fault.Kind.UNREADABLE;
            faults.add(new Fault(kind, path, line, first.message() + more));
        }
    }

    @Override
    public Given given(Template template) {
        return new Given(Map.of(), parameters, configured(template.path()));
    }

    private Map<String, Given.Configured> configured(String path) {
        if (configs.isEmpty()) {
            return Map.of();
        }
        String folder = path.substring(0, path.lastIndexOf('/') + 1);
        Config beside = configs.get(folder);
        if (beside != null) {
            String name = path.substring(folder.length());
            boolean usual = name.equals("template.yaml") || name.equals("template.yml") || name.equals("template.json");
            if (beside.template() == null ? usual : beside.template().equals(path)) {
                return beside.overrides();
            }
        }
        for (Config config : configs.values()) {
            if (path.equals(config.template())) {
                return config.overrides();
            }
        }
        return Map.of();
    }

    @Override
    public Optional<Value> document(String path, Faults faults) {
        return documents.computeIfAbsent(path, key -> {
            Optional<SourceFile> file = tree.read(key);
            if (file.isEmpty()) {
                return Optional.empty();
            }
            Document document = TemplateText.read(file.get());
            if (document.fault() != null) {
                faults.add(document.fault());
            }
            return document.root() instanceof Value.Mapping ? Optional.of(document.root()) : Optional.empty();
        });
    }

    @Override
    public Assembly assembly(String path) {
        return assemblies.computeIfAbsent(path, key -> Assembly.of(tree, key));
    }
}
