package dev.parapet.read.cloudformation;

import dev.parapet.model.Fault;
import dev.parapet.model.SourceFile;
import dev.parapet.model.SourceTree;
import dev.parapet.model.Stack;
import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.stack.Application;
import dev.parapet.read.cloudformation.stack.Faults;
import dev.parapet.read.cloudformation.stack.Template;
import dev.parapet.read.cloudformation.text.Document;
import dev.parapet.read.cloudformation.text.TemplateText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the CloudFormation and SAM templates of a tree, whatever their files are called, and reads them to stacks. */
public final class CloudFormationReader {
    /** Five times what CloudFormation takes (AWS CloudFormation quotas, "Template body size in an Amazon S3 object"). */
    private static final int MAX_CHARACTERS = 5_000_000;

    /** Files among which there may be so many templates that it pays to parse them side by side. */
    private static final int WORTH_SHARING = 500;

    private CloudFormationReader() {}

    /**
     * Reads all templates of a tree. What is wrong with one is its fault and keeps nobody from the others.
     *
     * @param parameters values for parameters, by name; they win over configuration files, which win over defaults. Pseudo
     *     parameters such as {@code AWS::Region} can be given too
     */
    public static Reading read(SourceTree tree, Map<String, String> parameters) {
        Faults faults = new Faults();
        List<Template> templates = new ArrayList<>();
        Set<String> paths = new LinkedHashSet<>();
        List<String> all = tree.paths();
        (all.size() < WORTH_SHARING ? all.stream() : all.parallelStream())
                .map(path -> parsed(tree, path))
                .flatMap(Optional::stream)
                .forEachOrdered(parsed -> take(parsed, templates, paths, faults));
        List<Stack> stacks = new Application(templates, new TemplateWorld(tree, parameters, faults), faults).stacks();
        return new Reading(stacks, faults.all(), paths);
    }

    /**
     * Does the transforms of one template, and leaves its intrinsic functions as they are.
     *
     * @param path the template, one of the tree's paths
     * @param parameters values for parameters, by name; configuration files are not asked
     */
    public static Expanded expand(SourceTree tree, String path, Map<String, String> parameters) {
        return Expander.expand(tree, path, parameters);
    }

    private static boolean isEmpty(@Nullable Value resources) {
        return !(resources instanceof Value.Mapping mapping)
                || mapping.entries().isEmpty();
    }

    private static int line(Value.Mapping root) {
        Value.Entry resources = root.entries().get("Resources");
        return resources == null ? 1 : resources.keySpan().start().line();
    }

    /**
     * A file that may be a template.
     *
     * @param document what it says; null where it is too large to be read
     * @param meant whether it is a template, or was meant as one as far as it can be read
     */
    private record Parsed(String path, @Nullable Document document, boolean meant) {}

    private static Optional<Parsed> parsed(SourceTree tree, String path) {
        if (!CandidateFile.is(tree, path)) {
            return Optional.empty();
        }
        Optional<SourceFile> file = tree.read(path);
        if (file.isEmpty() || !Recognition.mayBe(file.get().text())) {
            return Optional.empty();
        }
        if (file.get().text().length() > MAX_CHARACTERS) {
            return Optional.of(
                    new Parsed(path, null, Recognition.looksLike(file.get().text())));
        }
        Document document = TemplateText.read(file.get());
        boolean meant = Recognition.is(document.root())
                || (!document.whole() && Recognition.looksLike(file.get().text()));
        return Optional.of(new Parsed(path, document, meant));
    }

    private static void take(Parsed parsed, List<Template> templates, Set<String> paths, Faults faults) {
        if (!parsed.meant()) {
            return;
        }
        String path = parsed.path();
        paths.add(path);
        Document document = parsed.document();
        if (document == null) {
            String message = "it is larger than " + MAX_CHARACTERS / 1_000_000
                    + " MB and was not read, and CloudFormation takes 1 MB; split it";
            faults.add(new Fault(Fault.Kind.LIMIT, path, 1, message));
            return;
        }
        if (document.fault() != null) {
            faults.add(document.fault());
        }
        if (Recognition.is(document.root()) && document.root() instanceof Value.Mapping root) {
            templates.add(new Template(path, root));
            if (isEmpty(root.get("Resources"))) {
                String message =
                        "its Resources section is empty, so that there is nothing to judge; add a resource or remove the file";
                faults.add(new Fault(Fault.Kind.UNREADABLE, path, line(root), message));
            }
        }
    }
}
