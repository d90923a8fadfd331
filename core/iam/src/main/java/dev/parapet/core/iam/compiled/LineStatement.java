package dev.parapet.core.iam.compiled;

import dev.parapet.core.iam.compiled.LineElements.Name;
import dev.parapet.core.iam.compiled.StatementMatcher.Principals;
import dev.parapet.core.iam.evaluation.ResourceSet;
import dev.parapet.core.iam.policy.Element;
import dev.parapet.core.iam.policy.PrincipalPattern;
import dev.parapet.core.iam.policy.TextPattern;
import dev.parapet.core.iam.policy.Token;
import dev.parapet.core.iam.request.Context;
import dev.parapet.model.Span;
import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Whether a statement of a line is about the request, the cheap questions first. */
final class LineStatement {
    private static final byte[] ACTION = JsonLine.padded("Action");
    private static final byte[] NOT_ACTION = JsonLine.padded("NotAction");
    private static final int ACTION_MARK = JsonLine.mark("Action");
    private static final int NOT_ACTION_MARK = JsonLine.mark("NotAction");

    /** Nobody asks where in the line something is. */
    private static final Span LINE = Span.of("batch", 1, 1, 1, 1);

    private final LineQuestion question;
    private final JsonLine line;
    private final Principals principals;
    private final LineResources.ShortArns shortArns;
    private boolean deniesTheBounded;

    LineStatement(LineQuestion question, Principals principals, LineResources.ShortArns shortArns) {
        this.question = question;
        this.line = question.line();
        this.principals = principals;
        this.shortArns = shortArns;
    }

    /** Says whether the principal has a permissions boundary: a Deny with {@code NotPrincipal} denies it then, whomever it names. */
    void isForBounded(boolean bounded) {
        deniesTheBounded = bounded;
    }

    /** Whether it is about the action; most are not, so that this is asked before the other elements are looked for. */
    boolean isAboutAction(int statement) throws Unusual {
        int actions = 0;
        int others = 0;
        for (int name = statement + 1; name != line.after(statement) && actions == 0; name = line.after(name + 1)) {
            if (line.mark(name) == ACTION_MARK && line.is(name, ACTION)) {
                actions = name + 1;
            } else if (line.mark(name) == NOT_ACTION_MARK && line.is(name, NOT_ACTION)) {
                others = name + 1;
            }
        }
        return actions > 0 ? lists(actions) : others > 0 && !lists(others);
    }

    private boolean lists(int actions) throws Unusual {
        byte[] text = line.text();
        int from = line.from(question.action());
        int to = line.to(question.action());
        int end = line.after(actions);
        for (int each = line.first(actions); each != end; each = line.after(each)) {
            line.scalar(each);
            if (Ascii.covers(text, line.from(each), line.to(each), text, from, to, true)) {
                return true;
            }
        }
        return false;
    }

    /** How a statement that is about the action bears on the request, as {@link PrincipalMatcher} puts it. */
    int match(LineElements elements, boolean variables, Circumstances asked) throws Unusual {
        int whom = principals(elements, asked);
        byte truth = PrincipalMatcher.sure(whom);
        if (truth != Three.NO) {
            truth = Three.and(truth, resource(elements, variables));
        }
        int block = elements.at(Name.CONDITION);
        if (truth != Three.NO && block > 0) {
            truth = Three.and(truth, question.conditions().hold(block, variables));
        }
        return PrincipalMatcher.result(PrincipalMatcher.way(whom), truth);
    }

    private byte resource(LineElements elements, boolean variables) throws Unusual {
        boolean negated = elements.at(Name.RESOURCE) == 0;
        int covered = negated ? elements.at(Name.NOT_RESOURCE) : elements.at(Name.RESOURCE);
        if (covered == 0) {
            return Three.YES;
        }
        question.filled().forget();
        int noted = question.missing().size();
        int end = line.after(covered);
        byte any = Three.NO;
        for (int each = line.first(covered); each != end && any != Three.YES; each = line.after(each)) {
            line.scalar(each);
            byte covers = question.resources().covers(each, shortArns, variables, negated);
            if (covers != Three.NEITHER) {
                any = Three.or(any, covers);
            } else if (negated) {
                return Three.NO;
            }
        }
        return question.missing().since(noted, negated ? question.filled().not(any, question.missing()) : any);
    }

    /** Adds the patterns of the resources that a statement is about, or not about. */
    void addResources(LineElements elements, boolean variables, Context context, Set<List<Token>> patterns)
            throws Unusual {
        boolean negated = elements.at(Name.RESOURCE) == 0;
        int covered = negated ? elements.at(Name.NOT_RESOURCE) : elements.at(Name.RESOURCE);
        int end = covered == 0 ? 0 : line.after(covered);
        for (int each = covered == 0 ? 0 : line.first(covered); each != end; each = line.after(each)) {
            line.scalar(each);
            TextPattern.Syntax syntax = line.kind(each) == JsonLine.TEXT
                    ? new TextPattern.Syntax(true, variables)
                    : TextPattern.Syntax.PLAIN;
            ResourceSet.add(TextPattern.of(new Value.Text(line.string(each), LINE), syntax), context, patterns);
        }
    }

    private int principals(LineElements elements, Circumstances asked) throws Unusual {
        if (principals == Principals.IGNORED) {
            return PrincipalMatcher.ALL;
        }
        boolean negated = elements.at(Name.PRINCIPAL) == 0;
        int named = negated ? elements.at(Name.NOT_PRINCIPAL) : elements.at(Name.PRINCIPAL);
        if (deniesTheBounded && negated && named > 0 && elements.denies()) {
            return PrincipalMatcher.ALL;
        }
        if (named == 0) {
            return principals == Principals.NOBODY_BY_DEFAULT ? PrincipalMatcher.NOBODY : PrincipalMatcher.ALL;
        }
        return new PrincipalMatcher(new Element<>(negated, patterns(named))).match(asked);
    }

    private List<PrincipalPattern> patterns(int named) throws Unusual {
        if (line.kind(named) == JsonLine.TEXT && question.resources().isEverything(named)) {
            return List.of(new PrincipalPattern.Everyone());
        }
        if (line.kind(named) != JsonLine.OBJECT) {
            throw Unusual.LINE;
        }
        List<PrincipalPattern> patterns = new ArrayList<>();
        for (int kind = named + 1; kind != line.after(named); kind = line.after(kind + 1)) {
            int end = line.after(kind + 1);
            for (int each = line.first(kind + 1); each != end; each = line.after(each)) {
                line.scalar(each);
                PrincipalPattern pattern = PrincipalPattern.of(line.string(kind), line.string(each));
                if (pattern != null) {
                    patterns.add(pattern);
                }
            }
        }
        return patterns;
    }
}
