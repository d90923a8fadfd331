package dev.parapet.core.iam.compiled;

import java.util.Arrays;

/** Where in a line the elements of a policy or statement are. */
final class LineElements {
    /** The names of elements. */
    enum Name {
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

    private static final byte[] ALLOW = JsonLine.padded("Allow");
    private static final byte[] DENY = JsonLine.padded("Deny");
    private static final Words<Name> NAMES = Words.of(Name.values(), name -> name.word);

    private final JsonLine line;
    private final int[] places = new int[Name.values().length];

    LineElements(JsonLine line) {
        this.line = line;
    }

    /** Finds the elements of a policy or statement. */
    void find(int object) {
        Arrays.fill(places, 0);
        for (int name = object + 1; name != line.after(object); name = line.after(name + 1)) {
            Name known = NAMES.of(line, name);
            if (known != null) {
                places[known.ordinal()] = name + 1;
            }
        }
    }

    /** Where an element is; 0 when there is none. */
    int at(Name name) {
        return places[name.ordinal()];
    }

    /** Whether an element is there and is a text. */
    boolean isText(Name name) {
        return at(name) > 0 && line.kind(at(name)) == JsonLine.TEXT;
    }

    /** Whether an element is this {@linkplain JsonLine#padded padded} text. */
    boolean is(Name name, byte[] word) {
        return isText(name) && line.is(at(name), word);
    }

    boolean denies() {
        return is(Name.EFFECT, DENY);
    }

    /** Whether they are those of a statement that counts: what has neither an effect nor actions says nothing. */
    boolean isStatement() {
        return (denies() || is(Name.EFFECT, ALLOW)) && (at(Name.ACTION) > 0 || at(Name.NOT_ACTION) > 0);
    }
}
