package dev.parapet.cli.iam;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.parapet.cli.Argument;
import dev.parapet.cli.Console;
import dev.parapet.cli.Words;
import dev.parapet.core.iam.policy.PolicyProblem;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Locale;

/** The two forms in which the commands of {@code parapet iam} answer. */
enum TextOrJson {
    TEXT,
    JSON;

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final Words<TextOrJson> WORDS =
            Words.of(format -> format.name().toLowerCase(Locale.ROOT), TextOrJson.values());

    /** What is written to a document. */
    @FunctionalInterface
    interface Body {
        void write(JsonGenerator json) throws IOException;
    }

    /** The option {@code --format}. */
    static Argument<TextOrJson> option(String schema) {
        return Argument.word(
                WORDS,
                "text",
                "FORMAT",
                "text for people, or json (" + schema + ") for programs (default: text).",
                "--format");
    }

    /** Writes a document with the name of its schema. */
    static void document(String schema, Appendable out, Body body) throws IOException {
        StringWriter written = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(written)) {
            DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
            json.setPrettyPrinter(
                    new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter));
            json.setHighestNonEscapedChar('~');
            json.writeStartObject();
            json.writeStringField("schema", schema);
            body.write(json);
            json.writeEndObject();
        }
        out.append(written.getBuffer()).append('\n');
    }

    /**
     * Tells the person what was not understood.
     *
     * @return whether all was
     */
    static boolean told(Console console, PolicyFiles files) {
        boolean all = console.note(files.faults());
        for (PolicyFiles.File file : files.documents()) {
            for (PolicyProblem problem : file.read().problems()) {
                console.note(problem.span() + ": " + problem.message());
                all = false;
            }
        }
        return all;
    }
}
