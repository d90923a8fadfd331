package dev.parapet.core.rule.pack;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes numbers and texts; each text is kept once, in a table before all else. */
public final class PackWriter {
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final Map<String, Integer> texts;

    /** A writer with a table of its own. */
    public PackWriter() {
        this(new LinkedHashMap<>());
    }

    private PackWriter(Map<String, Integer> texts) {
        this.texts = texts;
    }

    /** A writer that shares the table of this one. */
    public PackWriter part() {
        return new PackWriter(texts);
    }

    /** Writes a number that is not negative, seven bits to a byte, the lowest first. */
    public void number(int number) {
        int rest = number;
        while (rest > 0x7f) {
            body.write((rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        body.write(rest);
    }

    /** Writes a text. */
    public void text(String text) {
        Integer known = texts.get(text);
        if (known == null) {
            known = texts.size();
            texts.put(text, known);
        }
        number(known);
    }

    /** Writes several texts. */
    public void texts(List<String> list) {
        number(list.size());
        for (String text : list) {
            text(text);
        }
    }

    /** Writes what another writer wrote, which shares the table, after its length. */
    public void part(PackWriter part) {
        number(part.body.size());
        body.writeBytes(part.body.toByteArray());
    }

    /** The table and all that was written. */
    public byte[] bytes() {
        PackWriter table = new PackWriter();
        List<byte[]> encoded = new ArrayList<>();
        for (String text : texts.keySet()) {
            encoded.add(text.getBytes(StandardCharsets.UTF_8));
        }
        table.number(encoded.size());
        for (byte[] text : encoded) {
            table.number(text.length);
        }
        for (byte[] text : encoded) {
            table.body.writeBytes(text);
        }
        table.body.writeBytes(body.toByteArray());
        return table.body.toByteArray();
    }
}
