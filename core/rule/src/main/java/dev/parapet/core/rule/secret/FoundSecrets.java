package dev.parapet.core.rule.secret;

import dev.parapet.core.graph.json.JsonText;
import dev.parapet.model.Provenance;
import dev.parapet.model.Span;
import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The secrets that were met, for a {@link Redaction} to keep from being told. */
public final class FoundSecrets {
    private static final Span NOWHERE = Span.of("", 1, 1, 1, 1);

    /** A single character is no secret. */
    private static final int LEAST = 2;

    /** A piece of a secret that is shorter is no help to anybody. */
    private static final int LEAST_PIECE = 4;

    private final Set<Secret> all = new LinkedHashSet<>();

    /**
     * Adds a value that is a secret: all of it, the password of a URL, or what a text in JSON keeps beside the name of a user or a host.
     *
     * @param place where the value is used
     * @param provenance how it came to be what it is; what that repeats of it is a secret too
     */
    public void add(String value, @Nullable Span place, @Nullable Provenance provenance) {
        if (value.stripLeading().startsWith("{")
                && JsonText.parse(new Value.Text(value, place == null ? NOWHERE : place))
                        instanceof JsonText.Result.Parsed(Value.Mapping members)) {
            addMembers(members, place, provenance);
        } else {
            addText(Secrets.exactly(value), place, provenance);
        }
    }

    private void addMembers(Value.Mapping members, @Nullable Span place, @Nullable Provenance provenance) {
        members.entries().forEach((name, entry) -> {
            switch (entry.value()) {
                case Value.Mapping inner -> addMembers(inner, place, provenance);
                case Value.Text text when !SecretNames.isAbout(name) -> addText(text.text(), place, provenance);
                case Value.Number number
                when !SecretNames.isAbout(name) -> addText(number.value().toString(), place, provenance);
                default -> {}
            }
        });
    }

    private void addText(String text, @Nullable Span place, @Nullable Provenance provenance) {
        if (text.length() < LEAST) {
            return;
        }
        List<Span> places = new ArrayList<>(2);
        if (place != null) {
            places.add(place);
        }
        if (provenance != null) {
            places.add(provenance.span());
            addQuoted(text, provenance);
        }
        all.add(new Secret(text, places));
    }

    /** Adds the secrets that stand in a longer text. */
    public void addFrom(String value, @Nullable Span place, @Nullable Provenance provenance) {
        for (String text : SecretText.in(value)) {
            add(text, place, provenance);
        }
    }

    /** What a provenance quotes of a secret that is composed of several values. */
    private void addQuoted(String secret, Provenance provenance) {
        String words = provenance.text();
        int open = words.indexOf('"');
        while (open >= 0) {
            int close = words.indexOf('"', open + 1);
            if (close < 0) {
                return;
            }
            String quoted = words.substring(open + 1, close);
            if (quoted.length() >= LEAST_PIECE && quoted.length() < secret.length() && secret.contains(quoted)) {
                all.add(new Secret(quoted, List.of(provenance.span())));
            }
            open = words.indexOf('"', close + 1);
        }
    }

    /** Adds what was found elsewhere. */
    public void addAll(FoundSecrets others) {
        all.addAll(others.all);
    }

    Set<Secret> all() {
        return all;
    }
}
