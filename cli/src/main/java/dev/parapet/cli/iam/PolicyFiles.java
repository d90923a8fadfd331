package dev.parapet.cli.iam;

import dev.parapet.cli.Failure;
import dev.parapet.core.graph.json.JsonText;
import dev.parapet.core.iam.account.TemplateNames;
import dev.parapet.core.iam.lint.Place;
import dev.parapet.core.iam.lint.WrittenPolicies;
import dev.parapet.core.iam.policy.PolicyReader;
import dev.parapet.model.Fault;
import dev.parapet.model.Resource;
import dev.parapet.model.SourceFile;
import dev.parapet.model.Stack;
import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.CloudFormationReader;
import dev.parapet.read.cloudformation.Reading;
import dev.parapet.read.cloudformation.text.Document;
import dev.parapet.read.cloudformation.text.TemplateText;
import dev.parapet.read.files.Bounds;
import dev.parapet.read.files.FileTree;
import dev.parapet.read.files.PlaceException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Policy documents in files: JSON or YAML, by themselves or as the provider's command line prints them (in {@code PolicyDocument},
 * {@code PolicyVersion}, or in {@code Policy} as a text); of a folder all of them.
 *
 * @param documents the documents by path
 * @param faults what could not be read
 */
record PolicyFiles(List<File> documents, List<Fault> faults) {
    /**
     * A document.
     *
     * @param path the file, relative to what was given
     * @param document the document as a value
     * @param read what was understood of it
     * @param place where it stands
     */
    record File(String path, Value.Mapping document, PolicyReader.Result read, Place place) {}

    PolicyFiles {
        documents = List.copyOf(documents);
        faults = List.copyOf(faults);
    }

    /** Reads files and folders of policies, one in a file. */
    static PolicyFiles read(List<Path> places) throws Failure {
        try {
            FileTree tree = FileTree.of(places, Bounds.USUAL);
            List<File> documents = new ArrayList<>();
            List<Fault> faults = new ArrayList<>();
            for (String path : tree.paths()) {
                if (tree.paths().size() == 1 || isPolicy(path)) {
                    read(tree, path, documents, faults, true);
                }
            }
            faults.addAll(tree.faults());
            if (documents.isEmpty() && faults.isEmpty()) {
                throw new Failure(
                        "'" + places.getFirst() + "' holds no policy document in a file .json, .yaml or .yml");
            }
            return new PolicyFiles(documents, faults);
        } catch (PlaceException problem) {
            throw new Failure(String.valueOf(problem.getMessage()));
        }
    }

    /** Reads policies and templates; of other files it says nothing. */
    static PolicyFiles withTemplates(List<Path> places) throws Failure {
        try {
            FileTree tree = FileTree.of(places, Bounds.USUAL);
            Reading reading = CloudFormationReader.read(tree, Map.of());
            List<File> documents = new ArrayList<>();
            TemplateNames names = TemplateNames.ofAnyFile(reading.stacks());
            for (Stack stack : reading.stacks()) {
                for (Resource resource : stack.resources()) {
                    for (WrittenPolicies.Written written : WrittenPolicies.of(resource, names)) {
                        documents.add(new File(
                                written.document().span().path(),
                                written.document(),
                                PolicyReader.read(written.document()),
                                written.place()));
                    }
                }
            }
            List<Fault> faults = new ArrayList<>(reading.faults());
            for (String path : tree.paths()) {
                if (isPolicy(path) && !reading.templates().contains(path)) {
                    read(tree, path, documents, faults, false);
                }
            }
            faults.addAll(tree.faults());
            return new PolicyFiles(documents, faults);
        } catch (PlaceException problem) {
            throw new Failure(String.valueOf(problem.getMessage()));
        }
    }

    /** Reads the policies of a tree beside its templates; of other files it says nothing, unless there are no others. */
    static PolicyFiles beside(FileTree tree, Reading reading) {
        List<File> documents = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        for (String path : tree.paths()) {
            boolean told = reading.templates().contains(path)
                    || reading.faults().stream().anyMatch(fault -> fault.path().equals(path));
            if (!told && (isPolicy(path) || tree.paths().size() == 1)) {
                read(tree, path, documents, faults, tree.paths().size() == 1);
            }
        }
        return new PolicyFiles(documents, faults);
    }

    private static boolean isPolicy(String path) {
        String name = path.toLowerCase(Locale.ROOT);
        return name.endsWith(".json") || name.endsWith(".yaml") || name.endsWith(".yml");
    }

    /** Reads a file; {@code must} says whether it is a mistake when it is something else. */
    private static void read(FileTree tree, String path, List<File> documents, List<Fault> faults, boolean must) {
        Optional<SourceFile> file = tree.read(path);
        if (file.isEmpty()) {
            return;
        }
        Document text = TemplateText.read(file.get());
        Value.Mapping document = text.whole() ? document(text.root(), 0) : null;
        if (document != null) {
            documents.add(new File(path, document, PolicyReader.read(document), Place.ANYWHERE));
        }
        if (text.fault() != null && (must || document != null)) {
            faults.add(text.fault());
        } else if (document == null && must) {
            faults.add(new Fault(
                    Fault.Kind.UNREADABLE,
                    path,
                    1,
                    "it is no policy document, as it has no Statement; give files with one policy each"));
        }
    }

    private static Value.@Nullable Mapping document(@Nullable Value value, int depth) {
        if (depth > 3) {
            return null;
        }
        if (value instanceof Value.Text text && depth > 0) {
            return JsonText.parse(text) instanceof JsonText.Result.Parsed(Value parsed)
                    ? document(parsed, depth + 1)
                    : null;
        }
        if (!(value instanceof Value.Mapping mapping)) {
            return null;
        }
        if (mapping.get("Statement") != null) {
            return mapping;
        }
        for (String name : List.of("PolicyDocument", "PolicyVersion", "Document", "Policy")) {
            Value.Mapping inner = document(mapping.get(name), depth + 1);
            if (inner != null) {
                return inner;
            }
        }
        return null;
    }
}
