package dev.parapet.core.flow;

import dev.parapet.core.flow.scope.Binding;
import dev.parapet.core.flow.scope.FileScopes;
import dev.parapet.core.flow.scope.Scope;
import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.core.flow.value.ProjectValue;
import dev.parapet.core.flow.value.Values;
import dev.parapet.model.code.ClassDeclaration;
import dev.parapet.model.code.CodeFile;
import dev.parapet.model.code.Expression;
import dev.parapet.model.code.FunctionDeclaration;
import dev.parapet.model.code.FunctionDeclaration.Modifier;
import dev.parapet.model.code.Statement;
import dev.parapet.model.code.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which methods are called with the event where a class of Java is the handler
 * (https://docs.aws.amazon.com/lambda/latest/dg/java-handler.html), and which ones a framework finds by their annotations.
 */
final class JavaHandlers {
    /** Methods of the interfaces that handlers implement, Lambda's first. */
    private static final List<String> METHODS = List.of("handleRequest", "execute", "apply", "accept", "get", "handle");

    /** Annotations of methods that a framework calls with what is in the event: Spring, Micronaut, JAX-RS and Quarkus. */
    private static final Set<String> ENDPOINTS = Set.of(
            "GetMapping",
            "PostMapping",
            "PutMapping",
            "DeleteMapping",
            "PatchMapping",
            "RequestMapping",
            "Get",
            "Post",
            "Put",
            "Delete",
            "Patch",
            "GET",
            "POST",
            "PUT",
            "DELETE",
            "PATCH",
            "Path",
            "Funq",
            "CloudEventMapping",
            "EventListener",
            "SqsListener",
            "QueryMapping",
            "MutationMapping");

    private static final Set<String> MAPPINGS =
            Set.of("GetMapping", "PostMapping", "PutMapping", "DeleteMapping", "PatchMapping", "RequestMapping");

    /** Annotations of methods that get the event or message as it is. */
    private static final Set<String> WHOLE = Set.of("Funq", "CloudEventMapping", "EventListener", "SqsListener");

    /** Annotations of methods that make what is injected: Spring, CDI, Dagger and Guice, Micronaut. */
    private static final Set<String> BEANS = Set.of("Bean", "Produces", "Provides");

    /** Packages whose classes look for such methods. */
    private static final List<String> FRAMEWORKS = List.of(
            "org.springframework",
            "io.micronaut",
            "io.quarkus",
            "jakarta.ws.rs",
            "javax.ws.rs",
            "jakarta.inject",
            "javax.inject",
            "jakarta.enterprise",
            "dagger",
            "com.google.inject",
            "com.amazonaws.serverless");

    private final Evaluator evaluator;

    JavaHandlers(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /** The methods of an object that are called with the event where only its class is named, or the method is a library's. */
    List<ProjectValue.FunctionValue> of(ProjectValue.ObjectValue object) {
        for (String name : METHODS) {
            List<ProjectValue.FunctionValue> found =
                    functions(evaluator.fields().field(object, name));
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    private static List<ProjectValue.FunctionValue> functions(FlowValue value) {
        List<ProjectValue.FunctionValue> functions = new ArrayList<>();
        for (FlowValue it : Values.alternatives(value)) {
            if (it instanceof ProjectValue.FunctionValue function) {
                functions.add(function);
            }
        }
        return functions;
    }

    /** Whether a file uses a framework that finds what to call by itself. */
    static boolean isOfFramework(CodeFile file) {
        for (Statement statement : file.body()) {
            if (statement instanceof Statement.Import it && FRAMEWORKS.stream().anyMatch(it.module()::startsWith)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a framework calls a method with parts of the request. */
    static boolean isEndpoint(FunctionDeclaration method) {
        return isAny(method.decorators(), ENDPOINTS) && !isAny(method.decorators(), WHOLE);
    }

    /** Whether a text that a method returns is sent as a page: https://docs.spring.io/spring-framework/reference/web/webmvc/mvc-controller/ann-methods/responsebody.html. */
    static boolean returnsPage(FunctionDeclaration method) {
        return isAny(method.decorators(), MAPPINGS)
                && method.returns() != null
                && method.returns().name().equals("String");
    }

    /** The methods of the project that a framework calls with the event, and functions that it gets from methods that make beans. */
    List<ProjectValue.FunctionValue> endpoints() {
        List<ProjectValue.FunctionValue> found = new ArrayList<>();
        for (FileScopes file : evaluator.index().javaFiles()) {
            for (Scope scope : isOfFramework(file.file()) ? file.classes() : List.<Scope>of()) {
                ClassDeclaration type = scope.type();
                if (type != null) {
                    add(new ProjectValue.ClassValue(type, scope), found);
                }
            }
        }
        return found;
    }

    private void add(ProjectValue.ClassValue type, List<ProjectValue.FunctionValue> into) {
        ProjectValue.ObjectValue object = new ProjectValue.ObjectValue(type, null);
        for (List<Binding> bindings : type.scope().names().values()) {
            for (Binding binding : bindings) {
                if (!(binding instanceof Binding.OfFunction it)) {
                    continue;
                }
                ProjectValue.FunctionValue method =
                        new ProjectValue.FunctionValue(it.function(), it.scope(), object, null);
                if (isAny(it.function().decorators(), ENDPOINTS)) {
                    into.add(method);
                } else if (isAny(it.function().decorators(), Set.of("Bean"))
                        && isFunctional(it.function().returns())) {
                    into.addAll(functions(evaluator.calls().follow(method, List.of())));
                }
            }
        }
        if (type.type().supers().stream().anyMatch(JavaHandlers::isFunctional)) {
            into.addAll(of(object));
        }
    }

    /** The methods of the project that make what a framework injects. */
    List<ProjectValue.FunctionValue> beans() {
        List<ProjectValue.FunctionValue> found = new ArrayList<>();
        for (FileScopes file : evaluator.index().javaFiles()) {
            for (Scope scope : file.classes()) {
                for (Statement member : scope.type() == null
                        ? List.<Statement>of()
                        : scope.type().body()) {
                    if (member instanceof FunctionDeclaration function
                            && isAny(function.decorators(), BEANS)
                            && scope.type() != null) {
                        ProjectValue.ClassValue type = new ProjectValue.ClassValue(scope.type(), scope);
                        found.add(new ProjectValue.FunctionValue(
                                function, scope.scopes().of(function), new ProjectValue.ObjectValue(type, null), null));
                    }
                }
            }
        }
        return found;
    }

    private static boolean isFunctional(@Nullable TypeName type) {
        return type != null && Set.of("Function", "Consumer", "Supplier").contains(type.name());
    }

    private static boolean isAny(List<Expression> annotations, Set<String> names) {
        for (Expression annotation : annotations) {
            String name = name(annotation);
            if (name != null && names.contains(name)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable String name(Expression annotation) {
        return switch (annotation) {
            case Expression.Name it -> it.name();
            case Expression.Field it -> it.name();
            case Expression.Call it -> name(it.callee());
            default -> null;
        };
    }

    /**
     * The methods that a library calls of an object of the project that it is given: those that are written to be called so, where its
     * class extends or implements something of the library.
     */
    List<ProjectValue.FunctionValue> overriding(ProjectValue.ClassValue type) {
        List<ProjectValue.FunctionValue> found = new ArrayList<>();
        if (type.type().supers().isEmpty()) {
            return found;
        }
        ProjectValue.ObjectValue object = new ProjectValue.ObjectValue(type, null);
        for (Statement member : type.type().body()) {
            if (member instanceof FunctionDeclaration function
                    && !function.is(Modifier.CONSTRUCTOR)
                    && isAny(function.decorators(), Set.of("Override"))) {
                found.add(new ProjectValue.FunctionValue(
                        function, type.scope().scopes().of(function), object, null));
            }
        }
        return found;
    }
}
