package dev.parapet.core.flow;

import dev.parapet.core.flow.scope.Scope;
import dev.parapet.core.flow.value.FlowArgument;
import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.core.flow.value.Frame;
import dev.parapet.core.flow.value.ProjectValue;
import dev.parapet.model.code.Argument;
import dev.parapet.model.code.CodeFile;
import dev.parapet.model.code.Expression;
import dev.parapet.model.code.FunctionDeclaration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The code that a handler reaches, to be asked for the values of its expressions. It remembers what it was asked, so whoever has
 * asked enough should let go of it.
 */
public final class FlowProgram {
    /** Calls of one function that are remembered. */
    private static final int MAXIMUM_SITES = 64;

    private final Evaluator evaluator;
    private final List<ProjectValue.FunctionValue> handlers;
    private final List<ProjectValue.FunctionValue> pages;
    private final Map<FunctionDeclaration, List<CallSite>> sites;
    private final Map<FlowValue.Place, CallSite> calls;

    FlowProgram(
            Evaluator evaluator,
            List<ProjectValue.FunctionValue> handlers,
            List<ProjectValue.FunctionValue> pages,
            Map<FunctionDeclaration, List<CallSite>> sites,
            Map<FlowValue.Place, CallSite> calls) {
        this.evaluator = evaluator;
        this.handlers = List.copyOf(handlers);
        this.pages = List.copyOf(pages);
        this.sites = sites;
        this.calls = calls;
    }

    /** The calls of functions and of libraries that were found in one round. */
    static final class Sites {
        @SuppressWarnings("IdentityHashMapUsage") // Whoever holds it as a map only puts in and takes out.
        private final Map<FunctionDeclaration, List<CallSite>> ofFunctions = new IdentityHashMap<>();

        private final Map<FlowValue.Place, CallSite> ofLibraries = new HashMap<>();

        private final Set<ProjectValue.FunctionValue> pages = new LinkedHashSet<>();

        void clear() {
            pages.clear();
            ofFunctions.clear();
            ofLibraries.clear();
        }

        void add(FunctionDeclaration function, CallSite site) {
            List<CallSite> known = ofFunctions.computeIfAbsent(function, ignored -> new ArrayList<>());
            if (known.size() < MAXIMUM_SITES && known.stream().noneMatch(it -> it.call() == site.call())) {
                known.add(site);
            }
        }

        void add(CodeFile file, CallSite site) {
            ofLibraries.put(new FlowValue.Place(file, site.call().range()), site);
        }

        void addPage(ProjectValue.FunctionValue function) {
            pages.add(function);
        }

        FlowProgram program(Evaluator evaluator, List<ProjectValue.FunctionValue> handlers) {
            return new FlowProgram(evaluator, handlers, List.copyOf(pages), ofFunctions, ofLibraries);
        }
    }

    /** The functions that the handler's symbol stands for, which get the event. */
    public List<ProjectValue.FunctionValue> handlers() {
        return handlers;
    }

    /** The functions whose results frameworks send as a page where they are texts. */
    public List<ProjectValue.FunctionValue> pages() {
        return pages;
    }

    /**
     * What is known of an expression.
     *
     * @param frame the call that is followed; null for what it is in any call
     */
    public FlowValue value(Expression expression, Scope scope, @Nullable Frame frame) {
        return evaluator.value(expression, scope, frame);
    }

    /** What is known of the arguments of a call. */
    public List<FlowArgument> arguments(List<Argument> arguments, Scope scope, @Nullable Frame frame) {
        return evaluator.arguments(arguments, new Context(scope, frame));
    }

    /** The calls of a function of the project, as far as they are written as calls. */
    public List<CallSite> sites(FunctionDeclaration function) {
        return sites.getOrDefault(function, List.of());
    }

    /** A call of something that is not of the project, by its place. */
    public Optional<CallSite> call(FlowCall call) {
        return Optional.ofNullable(calls.get(new FlowValue.Place(call.file(), call.range())));
    }

    /** The scope of a file. */
    public Scope scope(CodeFile file) {
        return evaluator.index().scopes(file).root();
    }
}
