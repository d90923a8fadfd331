package dev.parapet.core.rule.function;

import dev.parapet.core.graph.Node;
import dev.parapet.core.rule.evaluation.Basis;
import dev.parapet.core.rule.evaluation.Datum;
import dev.parapet.core.rule.evaluation.Evaluation;
import dev.parapet.core.rule.evaluation.FunctionTable;
import dev.parapet.core.rule.expression.Signature;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
            new StateFunctions(),
            new UnknownFunctions());

    /** Functions of a node alone, of which every rule about a role or a function asks the same. */
    private static final Set<String> OF_A_NODE = Set.of(
            "ownStatements",
            "endpoints",
            "authorizers",
            "stages",
            "role",
            "isInvokedAsynchronously",
            "isReachableWithoutCredential",
            "isReachedFromInternet");

    private record Asked(String function, Node node) {}

    private final Map<String, FunctionFamily> byName = new HashMap<>();
    private final Map<Asked, Datum> settled = new HashMap<>();

    private static List<FunctionFamily> families() {
        List<FunctionFamily> families = new ArrayList<>(FAMILIES);
        families.add(new EveryResourceFunctions());
        families.add(new MistakeFunctions());
        families.add(new EscalationFunctions());
        return families;
    }

    /** The table of all functions, for one scan: some keep what they found out. */
    public Functions() {
        for (FunctionFamily family : families()) {
            for (Signature signature : family.signatures()) {
                byName.put(signature.name(), family);
            }
        }
    }

    /** What all functions are called and how many arguments they take. */
    public static List<Signature> signatures() {
        List<Signature> signatures = new ArrayList<>();
        for (FunctionFamily family : families()) {
            signatures.addAll(family.signatures());
        }
        return signatures;
    }

    @Override
    public Datum call(String function, List<Datum> arguments, Evaluation evaluation) {
        FunctionFamily family = byName.get(function);
        if (family == null) {
            return new Datum.Failure("there is no function " + function);
        }
        return OF_A_NODE.contains(function) && arguments.get(0) instanceof Datum.Item(Node node, Basis ignored)
                ? ofNode(family, new Asked(function, node), arguments, evaluation)
                : family.call(function, arguments, evaluation);
    }

    /** What hangs on no condition is found out once for all rules and worlds. */
    private Datum ofNode(FunctionFamily family, Asked asked, List<Datum> arguments, Evaluation evaluation) {
        Datum known = settled.get(asked);
        if (known == null) {
            int before = evaluation.world().asked();
            known = family.call(asked.function(), arguments, evaluation);
            if (evaluation.world().asked() == before) {
                settled.put(asked, known);
            }
        }
        return known;
    }
}
