package dev.parapet.core.rule.pack;

import dev.parapet.core.rule.Fact;
import dev.parapet.core.rule.Message;
import dev.parapet.core.rule.Rule;
import dev.parapet.core.rule.RuleSet;
import dev.parapet.core.rule.expression.Expression;
import dev.parapet.core.rule.expression.ExpressionReader;
import dev.parapet.core.rule.expression.ExpressionWriter;
import dev.parapet.model.Area;
import dev.parapet.model.Severity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Rules in a compact form, made at build time. The index by resource type is read at once; a rule is decoded when a resource of
 * one of its types occurs.
 */
public final class RulePack implements RuleSet {
    private static final int VERSION = 1;

    private final PackReader in;
    private final Map<String, Fact> facts = new LinkedHashMap<>();
    private final Map<String, int[]> byType = new HashMap<>();
    private final int[] places;
    private final @Nullable Rule[] decoded;
    private final Map<String, List<Rule>> asked = new HashMap<>();

    private RulePack(PackReader in) {
        this.in = in;
        if (in.number() != VERSION) {
            throw new IllegalStateException("the rule pack was made by another version of Parapet");
        }
        int factNumber = in.number();
        for (int i = 0; i < factNumber; i++) {
            Fact fact = new Fact(in.text(), in.text(), ExpressionReader.read(in));
            facts.put(fact.name(), fact);
        }
        int types = in.number();
        for (int i = 0; i < types; i++) {
            String type = in.text();
            int[] rules = new int[in.number()];
            for (int j = 0; j < rules.length; j++) {
                rules[j] = in.number();
            }
            byType.put(type, rules);
        }
        places = new int[in.number()];
        for (int i = 0; i < places.length; i++) {
            places[i] = in.skipPart();
        }
        decoded = new @Nullable Rule[places.length];
    }

    /**
     * The rules of a pack.
     *
     * @throws IllegalStateException when it is none, or of another version
     */
    public static RulePack read(byte[] bytes) {
        return new RulePack(new PackReader(bytes));
    }

    /** Some rules as a pack. */
    public static byte[] write(RuleSet rules) {
        PackWriter out = new PackWriter();
        out.number(VERSION);
        Map<String, Fact> facts = new TreeMap<>(rules.facts());
        out.number(facts.size());
        for (Fact fact : facts.values()) {
            out.text(fact.name());
            out.text(fact.says());
            ExpressionWriter.write(fact.holds(), out);
        }
        List<Rule> all = rules.all();
        Map<String, List<Integer>> byType = new TreeMap<>();
        for (int i = 0; i < all.size(); i++) {
            for (String type : all.get(i).resourceTypes()) {
                byType.computeIfAbsent(type, key -> new ArrayList<>()).add(i);
            }
        }
        out.number(byType.size());
        byType.forEach((type, numbers) -> {
            out.text(type);
            out.number(numbers.size());
            for (int number : numbers) {
                out.number(number);
            }
        });
        out.number(all.size());
        for (Rule rule : all) {
            PackWriter part = out.part();
            write(rule, part);
            out.part(part);
        }
        return out.bytes();
    }

    @Override
    public synchronized List<Rule> forType(String type) {
        List<Rule> rules = asked.get(type);
        if (rules == null) {
            int[] numbers = byType.get(type);
            if (numbers == null) {
                return List.of();
            }
            rules = new ArrayList<>(numbers.length);
            for (int number : numbers) {
                rules.add(rule(number));
            }
            rules = List.copyOf(rules);
            asked.put(type, rules);
        }
        return rules;
    }

    @Override
    public synchronized List<Rule> all() {
        List<Rule> rules = new ArrayList<>(places.length);
        for (int i = 0; i < places.length; i++) {
            rules.add(rule(i));
        }
        return rules;
    }

    @Override
    public Map<String, Fact> facts() {
        return facts;
    }

    private Rule rule(int number) {
        Rule rule = decoded[number];
        if (rule == null) {
            in.moveTo(places[number]);
            rule = read(in);
            decoded[number] = rule;
        }
        return rule;
    }

    private static void write(Rule rule, PackWriter out) {
        out.text(rule.id());
        out.text(rule.title());
        out.number(rule.severity().ordinal());
        write(rule.raised(), out);
        write(rule.lowered(), out);
        out.number(rule.area().ordinal());
        out.texts(rule.resourceTypes());
        out.texts(rule.sameAs());
        List<String> differs = new ArrayList<>();
        new TreeMap<>(rule.differs()).forEach((id, why) -> differs.addAll(List.of(id, why)));
        out.texts(differs);
        out.texts(rule.cwe());
        out.number(rule.controls().size());
        rule.controls().forEach((catalogue, controls) -> {
            out.text(catalogue);
            out.texts(controls);
        });
        out.number(rule.hygiene() ? 1 : 0);
        out.number(rule.applies() == null ? 0 : 1);
        if (rule.applies() != null) {
            ExpressionWriter.write(rule.applies(), out);
        }
        ExpressionWriter.write(rule.violated(), out);
        optional(rule.at(), out);
        out.number(rule.message().pieces().size());
        for (Message.Piece piece : rule.message().pieces()) {
            switch (piece) {
                case Message.Words(String text) -> {
                    out.number(0);
                    out.text(text);
                }
                case Message.Placeholder(Expression expression) -> {
                    out.number(1);
                    ExpressionWriter.write(expression, out);
                }
            }
        }
        optional(rule.fix().set(), out);
        optional(rule.fix().to(), out);
        out.text(rule.fix().summary());
    }

    private static void write(Map<String, Severity> severities, PackWriter out) {
        out.number(severities.size());
        severities.forEach((fact, severity) -> {
            out.text(fact);
            out.number(severity.ordinal());
        });
    }

    private static void optional(@Nullable String text, PackWriter out) {
        out.texts(text == null ? List.of() : List.of(text));
    }

    private static Rule read(PackReader in) {
        return new Rule(
                in.text(),
                in.text(),
                Severity.values()[in.number()],
                severities(in),
                severities(in),
                Area.values()[in.number()],
                in.texts(),
                in.texts(),
                differs(in.texts()),
                in.texts(),
                controls(in),
                in.number() == 1,
                in.number() == 1 ? ExpressionReader.read(in) : null,
                ExpressionReader.read(in),
                optional(in),
                message(in),
                new Rule.Fix(optional(in), optional(in), in.text()));
    }

    private static Map<String, Severity> severities(PackReader in) {
        Map<String, Severity> severities = new LinkedHashMap<>();
        int number = in.number();
        for (int i = 0; i < number; i++) {
            severities.put(in.text(), Severity.values()[in.number()]);
        }
        return severities;
    }

    private static Map<String, String> differs(List<String> texts) {
        Map<String, String> differs = new LinkedHashMap<>();
        for (int i = 0; i + 1 < texts.size(); i += 2) {
            differs.put(texts.get(i), texts.get(i + 1));
        }
        return differs;
    }

    private static Map<String, List<String>> controls(PackReader in) {
        Map<String, List<String>> controls = new LinkedHashMap<>();
        int number = in.number();
        for (int i = 0; i < number; i++) {
            controls.put(in.text(), in.texts());
        }
        return controls;
    }

    private static @Nullable String optional(PackReader in) {
        List<String> texts = in.texts();
        return texts.isEmpty() ? null : texts.get(0);
    }

    private static Message message(PackReader in) {
        Message.Piece[] pieces = new Message.Piece[in.number()];
        for (int i = 0; i < pieces.length; i++) {
            pieces[i] = in.number() == 0
                    ? new Message.Words(in.text())
                    : new Message.Placeholder(ExpressionReader.read(in));
        }
        return new Message(Arrays.asList(pieces));
    }
}
