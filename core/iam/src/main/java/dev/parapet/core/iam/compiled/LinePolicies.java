package dev.parapet.core.iam.compiled;

import dev.parapet.core.iam.compiled.LineElements.Name;
import dev.parapet.core.iam.compiled.StatementMatcher.Principals;
import dev.parapet.core.iam.evaluation.Truth;
import dev.parapet.core.iam.policy.Token;
import dev.parapet.core.iam.request.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Policies of one kind in a line. */
final class LinePolicies implements PolicySet<LinePolicies.Cited, Unusual> {
    /**
     * A statement.
     *
     * @param place the place of its policy among those of its kind
     * @param at where in the line it is
     */
    record Cited(LinePolicies policies, int place, int at) {
        /** What to call its policy. */
        String policy() {
            return policies.single ? policies.kind : policies.kind + "[" + place + "]";
        }

        /** Its {@code Sid}, else its place among the statements of the policy. */
        String statement() {
            return policies.name(place, at);
        }
    }

    private static final byte[] VERSION_2012 = JsonLine.padded("2012-10-17");

    private final LineQuestion question;
    private final JsonLine line;
    private final LineStatement statement;
    private final LineElements elements;
    private final String kind;
    private final boolean single;
    private final Verdict<Cited> verdict = new Verdict<>();
    private int[] documents = new int[4];
    private int count;

    /**
     * No policies yet.
     *
     * @param kind what to call them
     * @param single whether there is only one, which needs no number
     */
    LinePolicies(
            LineQuestion question,
            String kind,
            boolean single,
            Principals principals,
            LineResources.ShortArns shortArns) {
        this.question = question;
        this.line = question.line();
        this.kind = kind;
        this.single = single;
        statement = new LineStatement(question, principals, shortArns);
        elements = new LineElements(line);
    }

    @Override
    public boolean isEmpty() {
        return count == 0;
    }

    /** Forgets the policies of the line before. */
    void clear() {
        count = 0;
    }

    /** Says whether the principal has a permissions boundary. */
    void isForBounded(boolean bounded) {
        statement.isForBounded(bounded);
    }

    /** Adds the policies of a list; none when there is no list. */
    void addAll(int list) throws Unusual {
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
        if (line.kind(document) != JsonLine.OBJECT) {
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
        each((place, at, variables) -> add(statement.match(elements, variables, asked), place, at));
        return verdict;
    }

    /** Adds the patterns of resources of all statements that are about the action. */
    void addResources(Context context, Set<List<Token>> patterns) throws Unusual {
        each((place, at, variables) -> statement.addResources(elements, variables, context, patterns));
    }

    private interface Task {
        void with(int place, int at, boolean variables) throws Unusual;
    }

    /** Does something for each statement that is about the action, its elements found. */
    private void each(Task task) throws Unusual {
        for (int place = 0; place < count; place++) {
            elements.find(documents[place]);
            boolean variables = elements.is(Name.VERSION, VERSION_2012);
            int written = elements.at(Name.STATEMENT);
            int end = written == 0 ? 0 : line.after(written);
            for (int at = written == 0 ? 0 : line.first(written); at != end; at = line.after(at)) {
                if (line.kind(at) == JsonLine.OBJECT && statement.isAboutAction(at)) {
                    elements.find(at);
                    if (elements.isStatement()) {
                        task.with(place, at, variables);
                    }
                }
            }
        }
    }

    private void add(int result, int place, int each) {
        byte sure = PrincipalMatcher.sure(result);
        Truth truth = question.missing().take(sure);
        if (sure == Three.NO) {
            return;
        }
        Cited by = sure == Three.YES ? new Cited(this, place, each) : null;
        if (elements.denies()) {
            verdict.deny(truth, by);
        } else {
            verdict.allow(PrincipalMatcher.way(result), truth, by);
        }
    }

    private String name(int place, int at) {
        elements.find(at);
        if (elements.isText(Name.SID)) {
            String sid = line.string(elements.at(Name.SID));
            if (!sid.isEmpty()) {
                return sid;
            }
        }
        elements.find(documents[place]);
        int index = 0;
        for (int each = line.first(elements.at(Name.STATEMENT)); each != at; each = line.after(each)) {
            if (line.kind(each) == JsonLine.OBJECT) {
                elements.find(each);
                index += elements.isStatement() ? 1 : 0;
            }
        }
        return String.valueOf(index);
    }
}
