package dev.parapet.core.iam.evaluation;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** Yes, no, or what would have to be known to tell: Kleene's three values. */
public sealed interface Truth {
    /** It is so. */
    Truth YES = new Yes();

    /** It is not so. */
    Truth NO = new No();

    /** It is so. */
    record Yes() implements Truth {}

    /** It is not so. */
    record No() implements Truth {}

    /**
     * It depends.
     *
     * @param missing what would settle it: condition keys, parameters of a template
     */
    record Unknown(SortedSet<String> missing) implements Truth {
        public Unknown {
            missing = Collections.unmodifiableSortedSet(new TreeSet<>(missing));
        }
    }

    /** What depends on one thing. */
    static Truth unknown(String missing) {
        return new Unknown(new TreeSet<>(Collections.singleton(missing)));
    }

    /** What is known. */
    static Truth of(boolean value) {
        return value ? YES : NO;
    }

    /** Both. */
    default Truth and(Truth other) {
        if (this instanceof No || other instanceof No) {
            return NO;
        }
        if (this instanceof Yes) {
            return other;
        }
        return other instanceof Yes ? this : joined(this, other);
    }

    /** Either. */
    default Truth or(Truth other) {
        if (this instanceof Yes || other instanceof Yes) {
            return YES;
        }
        if (this instanceof No) {
            return other;
        }
        return other instanceof No ? this : joined(this, other);
    }

    /** The opposite. */
    default Truth not() {
        return switch (this) {
            case Yes ignored -> NO;
            case No ignored -> YES;
            case Unknown unknown -> unknown;
        };
    }

    /** All of them; yes when there are none. */
    static Truth all(Collection<Truth> truths) {
        Truth all = YES;
        for (Truth truth : truths) {
            all = all.and(truth);
        }
        return all;
    }

    /** Any of them; no when there are none. */
    static Truth any(Collection<Truth> truths) {
        Truth any = NO;
        for (Truth truth : truths) {
            any = any.or(truth);
        }
        return any;
    }

    private static Truth joined(Truth first, Truth second) {
        SortedSet<String> missing = new TreeSet<>();
        for (Truth truth : new Truth[] {first, second}) {
            if (truth instanceof Unknown unknown) {
                missing.addAll(unknown.missing());
            }
        }
        return new Unknown(missing);
    }
}
