package dev.parapet.core.rule.function;

import dev.parapet.core.knowledge.RuntimeTable;
import dev.parapet.core.rule.evaluation.Basis;
import dev.parapet.core.rule.evaluation.Datum;
import dev.parapet.core.rule.evaluation.Evaluation;
import dev.parapet.core.rule.expression.Signature;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How long a runtime lives: {@code runtime(x)}, {@code today()}, by {@link RuntimeTable}. */
final class RuntimeFunctions implements FunctionFamily {
    @Override
    public List<Signature> signatures() {
        return List.of(Signature.of("runtime", 1), Signature.of("today", 0));
    }

    @Override
    public Datum call(String function, List<Datum> arguments, Evaluation evaluation) {
        if (function.equals("today")) {
            return new Datum.Text(evaluation.today().toString(), Basis.NONE);
        }
        Datum name = arguments.get(0);
        Datum.Unknown unknown = Datum.unknown(name);
        if (unknown != null) {
            return unknown;
        }
        if (name instanceof Datum.Null) {
            return name;
        }
        if (!(name instanceof Datum.Text(String identifier, Basis basis))) {
            return new Datum.Failure("runtime() takes the identifier of a runtime");
        }
        RuntimeTable.Runtime runtime = RuntimeTable.standard().find(identifier);
        Map<Object, Datum> facts = new LinkedHashMap<>();
        facts.put("known", new Datum.Bool(runtime != null, basis));
        facts.put("deprecated", date(runtime == null ? null : runtime.deprecated(), basis));
        facts.put("blocked", date(runtime == null ? null : runtime.updateBlocked(), basis));
        facts.put("deprecatedInDays", days(evaluation, runtime == null ? null : runtime.deprecated(), basis));
        facts.put("blockedInDays", days(evaluation, runtime == null ? null : runtime.updateBlocked(), basis));
        return new Datum.Dictionary(facts, basis);
    }

    private static Datum date(@Nullable LocalDate date, Basis basis) {
        return date == null ? new Datum.Null(basis) : new Datum.Text(date.toString(), basis);
    }

    private static Datum days(Evaluation evaluation, @Nullable LocalDate date, Basis basis) {
        return date == null
                ? new Datum.Null(basis)
                : new Datum.Int(ChronoUnit.DAYS.between(evaluation.today(), date), basis);
    }
}
