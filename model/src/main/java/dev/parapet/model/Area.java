package dev.parapet.model;

import java.util.Locale;

/** The twelve areas of serverless security. */
public enum Area {
    RESPONSIBILITY,
    DEVELOPMENT,
    IDENTITY,
    SECRETS,
    GATEWAY,
    NETWORK,
    MONITORING,
    DATA,
    POLICY,
    INCIDENT,
    THIRD_PARTY,
    TRAINING;

    /** The word used in documents and in rules, such as {@code third-party}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The area of a word.
     *
     * @throws IllegalArgumentException when it is none of them
     */
    public static Area ofWord(String word) {
        for (Area area : values()) {
            if (area.word().equals(word)) {
                return area;
            }
        }
        throw new IllegalArgumentException("no area is called '" + word + "'");
    }
}
