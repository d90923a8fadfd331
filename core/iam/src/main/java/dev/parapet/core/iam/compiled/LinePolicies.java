package dev.parapet.core.iam.compiled;

import dev.parapet.core.iam.compiled.StatementMatcher.Principals;
import dev.parapet.core.iam.evaluation.Truth;
import dev.parapet.core.iam.policy.Element;
import dev.parapet.core.iam.policy.PrincipalPattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Policies of one kind in a line. A statement is looked at as far as it bears on the request, the cheap questions first. */
final class LinePolicies implements PolicySet<LinePolicies.Cited, Unusual> {
    /** A statement, by the names of its policy and its own. */
    record Cited(String policy, String statement) {}

    private static final byte[] VERSION_2012 = Ascii.of("2012-10-17");
    private static final byte[] ALLOW = Ascii.of("Allow");
    private static final byte[] DENY = Ascii.of("Deny");

    private enum Name {
        VERSION("Version"),
        STATEMENT("Statement"),
        SID("Sid"),
        EFFECT("Effect"),
        PRINCIPAL("Principal"),
        NOT_PRINCIPAL("NotPrincipal"),
        ACTION("Action"),
        NOT_ACTION("NotAction"),
        RESOURCE("Resource"),
        NOT_RESOURCE("NotResource"),
        CONDITION("Condition");

        private final String word;

        Name(String word) {
            this.word = word;
        }
    }

    private static final Words<Name> NAMES = names();
    private static final Name[] ALL = Name.values();

    private static Words<Name> names() {
        Words<Name> words = new Words<>(Name.values().length, false);
        for (Name name : Name.values()) {
            words.put(name.word, name);
        }
        return words;
    }

    private final LineQuestion question;
    private final String kind;
    private final boolean single;
    private final Principals principals;
    private final LineResources.ShortArns shortArns;
    private final Verdict<Cited> verdict = new Verdict<>();
    /** Where in the line the elements of a policy or statement are, by {@link Name}; 0 where it has none. */
    private final int[] elements = new int[ALL.length];

    private int[] documents = new int[4];
    private int count;
    private boolean deniesTheBounded;

    /**
     * Policies of a kind.
     *
     * @param single whether there is only one, which needs no number
     */
    LinePolicies(
            LineQuestion question,
            String kind,
            boolean single,
            Principals principals,
            LineResources.ShortArns shortArns) {
        this.question = question;
        this.kind = kind;
        this.single = single;
        this.principals = principals;
        this.shortArns = shortArns;
    }

    @Override
    public boolean isEmpty() {
        return count == 0;
    }

    /** Forgets the policies of the line before. */
    void clear() {
        count = 0;
    }

    /** Says whether the principal has a permissions boundary: a Deny with {@code NotPrincipal} denies it then, whomever it names. */
    void isForBounded(boolean bounded) {
        deniesTheBounded = bounded;
    }

    /** Adds the policies of a list; none when there is no list. */
    void addAll(int list) throws Unusual {
        JsonLine line = question.line();
        if (list == 0 || line.kind(list) == JsonLine.NULL) {
            return;
        }
        if (line.kind(list) != JsonLine.ARRAY) {
            throw Unusual.LINE;
        }
        for (int document = list + 1; document != line.after(list); document = line.after(document)) {
            add(document);
        }
    }

    /** Adds a policy. */
    void add(int document) throws Unusual {
        if (question.line().kind(document) != JsonLine.OBJECT) {
            throw Unusual.LINE;
        }
        if (count == documents.length) {
            documents = Arrays.copyOf(documents, count * 2);
        }
        documents[count++] = document;
    }

    @Override
    public Verdict<Cited> verdict(Circumstances asked) throws Unusual {
        verdict.clear();
        for (int i = 0; i < count; i++) {
            policy(i, asked);
        }
        return verdict;
    }

    private void policy(int place, Circumstances asked) throws Unusual {
        JsonLine line = question.line();
        find(documents[place]);
        int version = element(Name.VERSION);
        boolean variables = version > 0 && line.kind(version) == JsonLine.TEXT && line.is(version, VERSION_2012);
        int written = element(Name.STATEMENT);
        if (written == 0) {
            return;
        }
        int end = line.after(written);
        int index = 0;
        for (int each = line.kind(written) == JsonLine.ARRAY ? written + 1 : written;
                each != end;
                each = line.after(each)) {
            if (line.kind(each) == JsonLine.OBJECT) {
                find(each);
                index += statement(place, index, variables, asked) ? 1 : 0;
            }
        }
    }

    /** Finds the elements of a policy or statement. */
    private void find(int object) {
        JsonLine line = question.line();
        Arrays.fill(elements, 0);
        for (int name = object + 1; name != line.after(object); name = line.after(name + 1)) {
            Name known = NAMES.of(line, name);
            if (known != null) {
                elements[known.ordinal()] = name + 1;
            }
        }
    }

    private int element(Name name) {
        return elements[name.ordinal()];
    }

    /** Asks one statement; says whether it is one. */
    private boolean statement(int place, int index, boolean variables, Circumstances asked) throws Unusual {
        JsonLine line = question.line();
        int effect = element(Name.EFFECT);
        if (effect == 0 || line.kind(effect) != JsonLine.TEXT) {
            return false;
        }
        boolean deny = line.is(effect, DENY);
        boolean notAction = element(Name.ACTION) == 0;
        int actions = notAction ? element(Name.NOT_ACTION) : element(Name.ACTION);
        if (actions == 0 || (!deny && !line.is(effect, ALLOW))) {
            return false;
        }
        if (isAbout(actions) == notAction) {
            return true;
        }
        boolean everybody = deniesTheBounded && deny && element(Name.PRINCIPAL) == 0 && element(Name.NOT_PRINCIPAL) > 0;
        int whom = everybody ? PrincipalMatcher.ALL : principals(asked);
        if (PrincipalMatcher.sure(whom) == Three.NO) {
            return true;
        }
        byte truth = question.isSet() ? Three.YES : resource(variables);
        int block = element(Name.CONDITION);
        if (truth != Three.NO && block > 0) {
            truth = Three.and(truth, question.conditions().hold(block, variables));
        }
        if (truth != Three.NO && question.isSet()) {
            truth = Three.and(truth, resourceOfSet());
        }
        Truth known = question.missing().take(truth);
        if (truth == Three.NO) {
            return true;
        }
        Cited by = truth == Three.YES ? new Cited(policyName(place), statementName(index)) : null;
        if (deny) {
            verdict.deny(known, by);
        } else {
            verdict.allow(PrincipalMatcher.way(whom), known, by);
        }
        return true;
    }

    private String policyName(int place) {
        return single ? kind : kind + "[" + place + "]";
    }

    private String statementName(int index) {
        JsonLine line = question.line();
        int sid = element(Name.SID);
        boolean named = sid > 0 && line.kind(sid) == JsonLine.TEXT && line.to(sid) > line.from(sid);
        return named ? line.string(sid) : String.valueOf(index);
    }

    private boolean isAbout(int actions) throws Unusual {
        JsonLine line = question.line();
        int end = line.after(actions);
        for (int each = first(actions); each != end; each = line.after(each)) {
            scalar(each);
            if (Ascii.covers(
                    line.text(),
                    line.from(each),
                    line.to(each),
                    line.text(),
                    line.from(question.action()),
                    line.to(question.action()),
                    true)) {
                return true;
            }
        }
        return false;
    }

    private byte resource(boolean variables) throws Unusual {
        boolean negated = element(Name.RESOURCE) == 0;
        int covered = negated ? element(Name.NOT_RESOURCE) : element(Name.RESOURCE);
        if (covered == 0) {
            return Three.YES;
        }
        JsonLine line = question.line();
        int end = line.after(covered);
        byte any = Three.NO;
        for (int each = first(covered); each != end && any != Three.YES; each = line.after(each)) {
            scalar(each);
            byte covers = question.resources().covers(each, shortArns, variables, negated);
            if (covers != Three.NEITHER) {
                any = Three.or(any, covers);
            } else if (negated) {
                return Three.NO;
            }
        }
        return negated ? Three.not(any) : any;
    }

    /** The same of a set of resources, as long as the patterns cover all of it or none. */
    private byte resourceOfSet() throws Unusual {
        boolean negated = element(Name.RESOURCE) == 0;
        int covered = negated ? element(Name.NOT_RESOURCE) : element(Name.RESOURCE);
        if (covered == 0) {
            return Three.YES;
        }
        JsonLine line = question.line();
        int end = line.after(covered);
        for (int each = first(covered); each != end; each = line.after(each)) {
            scalar(each);
            if (question.resources().isEverything(each)) {
                return Three.of(!negated);
            }
        }
        throw Unusual.LINE;
    }

    private int principals(Circumstances asked) throws Unusual {
        if (principals == Principals.IGNORED) {
            return PrincipalMatcher.ALL;
        }
        boolean negated = element(Name.PRINCIPAL) == 0;
        int named = negated ? element(Name.NOT_PRINCIPAL) : element(Name.PRINCIPAL);
        if (named == 0) {
            return principals == Principals.NOBODY_BY_DEFAULT ? PrincipalMatcher.NOBODY : PrincipalMatcher.ALL;
        }
        return new PrincipalMatcher(new Element<>(negated, principals(named))).match(asked);
    }

    private List<PrincipalPattern> principals(int named) throws Unusual {
        JsonLine line = question.line();
        List<PrincipalPattern> patterns = new ArrayList<>();
        if (line.kind(named) == JsonLine.TEXT && question.resources().isEverything(named)) {
            patterns.add(new PrincipalPattern.Everyone());
            return patterns;
        }
        if (line.kind(named) != JsonLine.OBJECT) {
            throw Unusual.LINE;
        }
        for (int kinds = named + 1; kinds != line.after(named); kinds = line.after(kinds + 1)) {
            String sort = line.string(kinds);
            for (int each = first(kinds + 1); each != line.after(kinds + 1); each = line.after(each)) {
                scalar(each);
                PrincipalPattern pattern = PrincipalPattern.of(sort, line.string(each));
                if (pattern != null) {
                    patterns.add(pattern);
                }
            }
        }
        return patterns;
    }

    /** The first item of a list, or what stands in its place. */
    private int first(int value) {
        return question.line().kind(value) == JsonLine.ARRAY ? value + 1 : value;
    }

    private void scalar(int value) throws Unusual {
        if (question.line().kind(value) >= JsonLine.NULL) {
            throw Unusual.LINE;
        }
    }
}
