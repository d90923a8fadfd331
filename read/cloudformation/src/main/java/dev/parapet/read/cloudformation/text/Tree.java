package dev.parapet.read.cloudformation.text;

import dev.parapet.model.Fault;
import dev.parapet.model.Span;
import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value under construction: the mappings and sequences that are open, outermost first. Nothing here recurses, so that the
 * depth of a text never meets the depth of the machine's stack.
 */
final class Tree {
    /** Levels of mappings and sequences; real templates stay below 40. */
    static final int MAX_DEPTH = 200;

    /** Values that are written in one text; a template of the largest size that CloudFormation takes has fewer. */
    static final int MAX_VALUES = 1_000_000;

    /** One mapping or sequence that is open. */
    static final class Frame {
        final boolean mapping;
        final int start;
        final @Nullable String anchor;
        final @Nullable String tag;
        final boolean flow;
        /** Whether it is the key of a mapping, which CloudFormation has no use for. */
        final boolean isKey;

        final Map<String, Value.Entry> entries = new LinkedHashMap<>();
        final List<Value> items = new ArrayList<>();

        @Nullable
        String key;

        @Nullable
        Span keySpan;

        boolean plainKey;
        boolean skipNext;
        /** The offset behind what was read last. */
        int end;
        /** How many values hang below, aliases counted as often as they stand. */
        long size = 1;

        int height = 1;

        @Nullable
        Map<String, Boolean> merged;

        Frame(boolean mapping, int start, @Nullable String anchor, @Nullable String tag, boolean flow, boolean isKey) {
            this.mapping = mapping;
            this.start = start;
            this.end = start;
            this.anchor = anchor;
            this.tag = tag;
            this.flow = flow;
            this.isKey = isKey;
        }

        boolean wantsKey() {
            return mapping && key == null && !skipNext;
        }
    }

    private final Problems problems;
    private final List<Frame> open = new ArrayList<>();
    private @Nullable Value root;
    private int values;

    Tree(Problems problems) {
        this.problems = problems;
    }

    int depth() {
        return open.size();
    }

    @Nullable
    Frame top() {
        return open.isEmpty() ? null : open.getLast();
    }

    void push(Frame frame) {
        open.add(frame);
    }

    Frame pop() {
        return open.removeLast();
    }

    @Nullable
    Value root() {
        return root;
    }

    void key(String key, Span span, boolean plain) {
        Frame top = open.getLast();
        top.key = key;
        top.keySpan = span;
        top.plainKey = plain;
    }

    /** Puts a value where the innermost open frame wants one. */
    void add(Value value, int end, long size, int height) {
        Frame top = top();
        if (++values > MAX_VALUES) {
            problems.ended(
                    Fault.Kind.LIMIT,
                    value.span().start().line(),
                    "it holds more than " + MAX_VALUES + " values, and the rest was not read; split it");
            return;
        }
        if (top == null) {
            root = value;
            return;
        }
        top.end = Math.max(top.end, end);
        top.size += size;
        top.height = Math.max(top.height, height + 1);
        if (!top.mapping) {
            top.items.add(value);
        } else if (top.skipNext) {
            top.skipNext = false;
        } else {
            put(top, value);
        }
    }

    private void put(Frame top, Value value) {
        String key = top.key;
        Span keySpan = top.keySpan;
        top.key = null;
        top.keySpan = null;
        if (key == null || keySpan == null) {
            return;
        }
        if (top.plainKey && key.equals("<<") && merge(top, value)) {
            return;
        }
        Value.Entry before = top.entries.put(key, new Value.Entry(keySpan, value));
        if (before != null && (top.merged == null || top.merged.remove(key) == null)) {
            problems.passed(
                    Fault.Kind.UNREADABLE,
                    keySpan.start().line(),
                    "the key '" + shown(key) + "' stands twice, in lines "
                            + before.keySpan().start().line() + " and "
                            + keySpan.start().line()
                            + ", and the last one was taken; remove one of them");
        }
    }

    /** A merge key (https://yaml.org/type/merge.html): what the mapping itself says wins, then what is merged first. */
    private static boolean merge(Frame top, Value value) {
        switch (value) {
            case Value.Mapping mapping -> mergeOne(top, mapping);
            case Value.Sequence sequence -> {
                for (Value item : sequence.items()) {
                    if (!(item instanceof Value.Mapping)) {
                        return false;
                    }
                }
                for (Value item : sequence.items()) {
                    mergeOne(top, (Value.Mapping) item);
                }
            }
            case Value.Null ignored -> {}
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void mergeOne(Frame top, Value.Mapping mapping) {
        Map<String, Boolean> merged = top.merged == null ? new LinkedHashMap<>() : top.merged;
        top.merged = merged;
        for (Map.Entry<String, Value.Entry> entry : mapping.entries().entrySet()) {
            if (top.entries.putIfAbsent(entry.getKey(), entry.getValue()) == null) {
                merged.put(entry.getKey(), true);
            }
        }
    }

    /** What was read of a broken text: its first two levels, without what was being read below them. */
    @Nullable
    Value salvage(Places places) {
        if (open.isEmpty()) {
            return root;
        }
        Frame outer = open.getFirst();
        if (!outer.mapping) {
            return null;
        }
        if (open.size() > 1 && outer.key != null && outer.keySpan != null && open.get(1).mapping) {
            Frame inner = open.get(1);
            outer.end = Math.max(outer.end, inner.end);
            outer.entries.put(
                    outer.key,
                    new Value.Entry(
                            outer.keySpan, new Value.Mapping(inner.entries, places.span(inner.start, inner.end))));
        }
        return new Value.Mapping(outer.entries, places.span(outer.start, outer.end));
    }

    /** A name from a hostile text, cut and without control characters. */
    static String shown(String name) {
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < name.length() && i < 60; i++) {
            char c = name.charAt(i);
            shown.append(Character.isISOControl(c) ? '?' : c);
        }
        return name.length() > 60 ? shown.append('…').toString() : shown.toString();
    }
}
