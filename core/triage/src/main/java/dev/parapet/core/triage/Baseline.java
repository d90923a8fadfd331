package dev.parapet.core.triage;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.parapet.model.Finding;
import dev.parapet.model.Verdict;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The findings that were there before: {@code parapet.baseline/1}, as {@code docs/schema/parapet.baseline-1.json} describes it.
 * A finding is known by its fingerprint; rule, address and path stand beside it for people. The same fingerprint twice knows
 * two findings, so that a second like the first is new.
 */
public final class Baseline {
    private final Map<String, Integer> known;

    private Baseline(Map<String, Integer> known) {
        this.known = known;
    }

    /**
     * Reads a baseline.
     *
     * @param path what to call it in a message
     * @throws UnreadableBaseline when the text is none
     */
    public static Baseline parse(String path, String text) throws UnreadableBaseline {
        Map<String, Integer> known = new HashMap<>();
        boolean schema = false;
        try (JsonParser json = new JsonFactory().createParser(text)) {
            expect(json.nextToken() == JsonToken.START_OBJECT, path, json);
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                JsonToken value = json.nextToken();
                if (name.equals("schema")) {
                    expect("parapet.baseline/1".equals(json.getValueAsString()), path, json);
                    schema = true;
                } else if (name.equals("findings") && value == JsonToken.START_ARRAY) {
                    while (json.nextToken() == JsonToken.START_OBJECT) {
                        known.merge(fingerprint(path, json), 1, Integer::sum);
                    }
                } else {
                    json.skipChildren();
                }
            }
            expect(schema && json.nextToken() == null, path, json);
        } catch (JsonProcessingException e) {
            throw new UnreadableBaseline(path, e.getLocation().getLineNr(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Baseline(known);
    }

    private static String fingerprint(String path, JsonParser json) throws IOException, UnreadableBaseline {
        String fingerprint = "";
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            if (json.nextToken() == JsonToken.VALUE_STRING && name.equals("fingerprint")) {
                fingerprint = json.getText();
            }
            json.skipChildren();
        }
        expect(!fingerprint.isEmpty(), path, json);
        return fingerprint;
    }

    private static void expect(boolean met, String path, JsonParser json) throws UnreadableBaseline {
        if (!met) {
            throw new UnreadableBaseline(path, json.currentLocation().getLineNr(), null);
        }
    }

    /** Marks the violated findings that the baseline knows; those that are suppressed use nothing of it up. */
    public List<Finding> apply(List<Finding> findings) {
        Map<String, Integer> left = new HashMap<>(known);
        List<Finding> marked = new ArrayList<>(findings.size());
        for (Finding finding : findings) {
            Integer count = finding.counts() ? left.get(finding.fingerprint()) : null;
            if (count == null || count == 0) {
                marked.add(finding);
            } else {
                left.put(finding.fingerprint(), count - 1);
                marked.add(finding.inBaseline());
            }
        }
        return marked;
    }

    /** The baseline that knows all findings that are violated and not suppressed. */
    public static String write(List<Finding> findings) {
        List<Finding> kept = new ArrayList<>();
        for (Finding finding : findings) {
            if (finding.verdict() instanceof Verdict.Violated && finding.suppressed() == null) {
                kept.add(finding);
            }
        }
        kept.sort(Comparator.comparing((Finding finding) -> finding.location().path())
                .thenComparing(finding -> finding.resource().id())
                .thenComparing(Finding::rule)
                .thenComparing(Finding::fingerprint));
        StringWriter out = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.setHighestNonEscapedChar('~');
            json.setPrettyPrinter(new DefaultPrettyPrinter()
                    .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                    .withArrayIndenter(new DefaultIndenter("  ", "\n")));
            json.writeStartObject();
            json.writeStringField("schema", "parapet.baseline/1");
            json.writeArrayFieldStart("findings");
            for (Finding finding : kept) {
                json.writeStartObject();
                json.writeStringField("path", finding.location().path());
                json.writeStringField("address", finding.resource().id().name());
                json.writeStringField("rule", finding.rule());
                json.writeStringField("fingerprint", finding.fingerprint());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }
}
