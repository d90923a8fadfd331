package dev.parapet.core.rule.function;

import dev.parapet.core.rule.evaluation.Datum;
import dev.parapet.core.rule.evaluation.Evaluation;
import dev.parapet.core.rule.evaluation.FunctionTable;
import dev.parapet.core.rule.expression.Signature;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All functions that rules may call besides those of CEL. A new family is one more line here. */
public final class Functions implements FunctionTable {
    private static final List<FunctionFamily> FAMILIES = List.of(
            new ListFunctions(),
            new PolicyFunctions(),
            new ActionFunctions(),
            new GrantFunctions(),
            new LiteralFunctions(),
            new TextFunctions(),
            new RuntimeFunctions(),
            new GraphFunctions(),
            new CoverageFunctions(),
            new NetworkFunctions(),
            new PatternFunctions(),
            new UnknownFunctions());

    private final Map<String, FunctionFamily> byName = new HashMap<>();

    /** The table of all functions. */
    public Functions() {
        for (FunctionFamily family : FAMILIES) {
            for (Signature signature : family.signatures()) {
                byName.put(signature.name(), family);
            }
        }
    }

    /** What all functions are called and how many arguments they take. */
    public static List<Signature> signatures() {
        List<Signature> signatures = new ArrayList<>();
        for (FunctionFamily family : FAMILIES) {
            signatures.addAll(family.signatures());
        }
        return signatures;
    }

    @Override
    public Datum call(String function, List<Datum> arguments, Evaluation evaluation) {
        FunctionFamily family = byName.get(function);
        return family == null
                ? new Datum.Failure("there is no function " + function)
                : family.call(function, arguments, evaluation);
    }
}
