package dev.parapet.read.cloudformation;

import dev.parapet.model.Fault;
import dev.parapet.model.SourceFile;
import dev.parapet.model.SourceTree;
import dev.parapet.model.Span;
import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.parameter.Given;
import dev.parapet.read.cloudformation.parameter.Parameter;
import dev.parapet.read.cloudformation.parameter.Parameters;
import dev.parapet.read.cloudformation.sam.SamTransform;
import dev.parapet.read.cloudformation.sam.Transformed;
import dev.parapet.read.cloudformation.stack.Template;
import dev.parapet.read.cloudformation.text.Document;
import dev.parapet.read.cloudformation.text.TemplateText;
import dev.parapet.read.cloudformation.transform.Transforms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Does the transforms of one template and leaves its intrinsic functions as they are. */
final class Expander {
    private Expander() {}

    static Expanded expand(SourceTree tree, String path, Map<String, String> given) {
        Optional<SourceFile> file = tree.read(path);
        if (file.isEmpty()) {
            return invalid(path, "it cannot be read");
        }
        Document document = TemplateText.read(file.get());
        Fault unread = document.fault();
        if (unread != null && !document.whole()) {
            return new Expanded.Invalid(List.of(problem(unread)));
        }
        if (!(document.root() instanceof Value.Mapping root) || !Recognition.is(root)) {
            return invalid(path, "it is no CloudFormation or SAM template; give the path of one");
        }
        List<Expanded.Problem> problems = new ArrayList<>();
        Template template = new Template(path, root);
        Map<String, Parameter> parameters = Parameters.of(root, new Given(Map.of(), given, Map.of()));
        Value.Mapping expanded = Transforms.language(
                template,
                parameters,
                tree,
                fault -> {
                    if (fault.kind() != Fault.Kind.UNSUPPORTED) {
                        problems.add(problem(fault));
                    }
                },
                fault -> problems.add(problem(fault)));
        if (!problems.isEmpty()) {
            return new Expanded.Invalid(problems);
        }
        return serverless(Transforms.extensions(path, expanded, parameters), parameters);
    }

    private static Expanded serverless(Value.Mapping template, Map<String, Parameter> parameters) {
        if (!Transforms.isServerless(template)) {
            return new Expanded.Template(template);
        }
        Transformed transformed = SamTransform.transform(template, parameters);
        if (transformed.problems().isEmpty()) {
            return new Expanded.Template(transformed.expansion().template());
        }
        return new Expanded.Invalid(transformed.problems().stream()
                .map(problem -> new Expanded.Problem(problem.resource(), problem.message(), problem.span()))
                .toList());
    }

    private static Expanded invalid(String path, String message) {
        return new Expanded.Invalid(List.of(problem(new Fault(Fault.Kind.UNREADABLE, path, 1, message))));
    }

    private static Expanded.Problem problem(Fault fault) {
        return new Expanded.Problem("", fault.message(), Span.of(fault.path(), fault.line(), 1, fault.line(), 1));
    }
}
