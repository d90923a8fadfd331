package dev.parapet.core.triage;

import dev.parapet.model.Evidence;
import dev.parapet.model.Finding;
import dev.parapet.model.Note;
import dev.parapet.model.Position;
import dev.parapet.model.Value;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code Metadata} that asks for silence, in the words of the tools that define it:
 *
 * <ul>
 *   <li>{@code parapet: {ignore: [{rule, reason, until}]}} on a resource or a template: Parapet's own, for JSON and for what is
 *       generated.
 *   <li>{@code checkov: {skip: [{id, comment}]}} on a resource.
 *   <li>{@code cfn_nag: {rules_to_suppress: [{id, reason}]}} on a resource.
 *   <li>{@code cdk_nag: {rules_to_suppress: [{id, reason, applies_to, is_reason_encoded}]}} on a resource or a template. With
 *       {@code applies_to} it holds for the findings that name one of these.
 *   <li>{@code cfn-lint: {config: {ignore_checks: [id]}}} on a resource or a template; an id stands for all that start with it.
 *   <li>{@code guard: {SuppressedRules: [name]}} on a resource.
 * </ul>
 */
final class MetadataSilences {
    /** How many entries of one section are heeded. */
    private static final int MOST = 1000;

    private final Scope scope;
    private final List<Silence> silences;
    private final List<Note> notes;

    private MetadataSilences(Scope scope, List<Silence> silences, List<Note> notes) {
        this.scope = scope;
        this.silences = silences;
        this.notes = notes;
    }

    /** Reads the metadata of a resource. */
    static void ofResource(Value.Mapping metadata, Scope scope, List<Silence> silences, List<Note> notes) {
        MetadataSilences reader = new MetadataSilences(scope, silences, notes);
        reader.rules(metadata.get("checkov"), "skip", "comment", "checkov", Tool.CHECKOV);
        reader.rules(metadata.get("cfn_nag"), "rules_to_suppress", "reason", "cfn_nag", Tool.CFN_NAG);
        reader.guard(metadata);
        reader.either(metadata);
    }

    /** Reads the metadata of a template. */
    static void ofTemplate(Value.Mapping metadata, Scope scope, List<Silence> silences, List<Note> notes) {
        new MetadataSilences(scope, silences, notes).either(metadata);
    }

    private void own(Value.Mapping metadata) {
        for (Value item : items(member(metadata.get("parapet"), "ignore"))) {
            String id = text(member(item, "rule"));
            Position start = item.span().start();
            if (id.isEmpty()) {
                String message = "an entry of parapet: ignore names no rule; write {rule: RULE, reason: REASON}";
                notes.add(new Note(item.span().path(), start.line(), message));
                continue;
            }
            Value until = member(item, "until");
            LocalDate lastDay = until == null ? null : OwnWords.date(text(until));
            if (until != null && lastDay == null) {
                notes.add(new Note(item.span().path(), start.line(), OwnWords.noDate("until: " + text(until))));
                continue;
            }
            String by = "parapet ignore " + id;
            silences.add(new Silence(
                    by, true, OwnWords.named(id), scope, text(member(item, "reason")), item.span(), lastDay));
        }
    }

    private void either(Value.Mapping metadata) {
        own(metadata);
        rules(metadata.get("cdk_nag"), "rules_to_suppress", "reason", "cdk_nag", Tool.CDK_NAG);
        for (Value id : items(member(member(metadata.get("cfn-lint"), "config"), "ignore_checks"))) {
            if (id instanceof Value.Text text && !text.text().isEmpty()) {
                add("cfn-lint ignore_checks " + text.text(), Tool.CFN_LINT.named(text.text()), "", text);
            }
        }
    }

    private void guard(Value.Mapping metadata) {
        for (Value id : items(member(metadata.get("guard"), "SuppressedRules"))) {
            if (id instanceof Value.Text text) {
                add("guard SuppressedRules " + text.text(), Tool.GUARD.named(text.text()), "", text);
            }
        }
    }

    private void rules(@Nullable Value section, String list, String reasonKey, String word, Tool tool) {
        for (Value item : items(member(section, list))) {
            String id = text(member(item, "id"));
            if (id.isEmpty()) {
                continue;
            }
            String reason = text(member(item, reasonKey));
            if (member(item, "is_reason_encoded") instanceof Value.Bool encoded && encoded.value()) {
                reason = decoded(reason);
            }
            List<String> parts = new ArrayList<>();
            for (Value part : items(member(item, "applies_to"))) {
                parts.add(part instanceof Value.Text text ? text.text() : "");
            }
            int bracket = id.indexOf('[');
            if (tool == Tool.CDK_NAG && bracket > 0 && id.endsWith("]")) {
                parts.add(id.substring(bracket + 1, id.length() - 1));
                id = id.substring(0, bracket);
            }
            Predicate<Finding> names = tool.named(id);
            add(word + " " + list + " " + id, parts.isEmpty() ? names : names.and(naming(parts)), reason, item);
        }
    }

    /** Findings whose words hold what stands after {@code Action::}, {@code Resource::} or {@code Policy::}. */
    private static Predicate<Finding> naming(List<String> parts) {
        List<String> wanted = new ArrayList<>();
        for (String part : parts) {
            int at = part.indexOf("::");
            if (at >= 0 && at + 2 < part.length()) {
                wanted.add(part.substring(at + 2));
            }
        }
        return finding -> {
            for (String text : wanted) {
                if (finding.message().contains(text)) {
                    return true;
                }
                for (Evidence evidence : finding.evidence()) {
                    if (evidence.text().contains(text)) {
                        return true;
                    }
                }
            }
            return false;
        };
    }

    private static String decoded(String reason) {
        try {
            return new String(Base64.getDecoder().decode(reason), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return reason;
        }
    }

    private void add(String by, Predicate<Finding> names, String reason, Value written) {
        silences.add(new Silence(by, false, names, scope, reason, written.span(), null));
    }

    private static @Nullable Value member(@Nullable Value value, String name) {
        return value instanceof Value.Mapping mapping ? mapping.get(name) : null;
    }

    private static List<Value> items(@Nullable Value value) {
        if (!(value instanceof Value.Sequence sequence)) {
            return List.of();
        }
        List<Value> items = sequence.items();
        return items.size() > MOST ? items.subList(0, MOST) : items;
    }

    private static String text(@Nullable Value value) {
        return value instanceof Value.Text text ? text.text() : "";
    }
}
