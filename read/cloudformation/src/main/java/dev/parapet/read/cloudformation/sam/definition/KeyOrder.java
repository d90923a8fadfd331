package dev.parapet.read.cloudformation.sam.definition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The order in which Python 2.7 goes through the keys of a dictionary.
 *
 * <p>SAM names an API's deployment after a hash of the text of its definition, and has kept those names through the years: its
 * translator runs on Python 3 today and goes through definitions, resources and events as Python 2.7 did. That order is the
 * order of the slots of a hash table with open addressing (CPython 2.7.18, {@code Objects/dictobject.c}: a table of eight slots
 * that grows by four when two thirds are used, the perturbed probe sequence, and slots that stay used after a removal; {@code
 * Objects/stringobject.c}: the hash of a text). It depends on the history of the table: adding the same keys in another order
 * gives another order where hashes collide, and so does copying, which adds the keys of the old table in their order to a new one.
 */
public final class KeyOrder {
    private static final int SMALLEST = 8;
    private static final int LARGE = 50_000;
    private static final long MULTIPLIER = 1_000_003;
    private static final int PERTURB_SHIFT = 5;
    /** Marks a slot whose key was removed; compared by identity, so that no key of a document is taken for it. */
    @SuppressWarnings("StringOperationCanBeSimplified")
    private static final String REMOVED = new String("removed");

    private @Nullable String[] slots = new @Nullable String[SMALLEST];
    private int size;
    private int used;
    private int looks;

    /** An order of no keys. */
    public KeyOrder() {}

    /** The order of keys that are added one after the other. */
    public static KeyOrder of(Collection<String> keys) {
        KeyOrder order = new KeyOrder();
        keys.forEach(order::add);
        return order;
    }

    /** Adds a key, unless it is there. */
    public void add(String key) {
        int slot = slot(key);
        String known = slots[slot];
        if (known != null && known != REMOVED) {
            return;
        }
        if (known == null) {
            used++;
        }
        slots[slot] = key;
        size++;
        if (used * 3L >= slots.length * 2L) {
            resize(size * (size > LARGE ? 2 : 4));
        }
    }

    /** Removes a key, if it is there. */
    public void remove(String key) {
        int slot = slot(key);
        String known = slots[slot];
        if (known != null && known != REMOVED) {
            slots[slot] = REMOVED;
            size--;
        }
    }

    /** Adds the keys of another dictionary at once, which makes room for all of them first. */
    public void merge(Collection<String> keys) {
        if (keys.isEmpty()) {
            return;
        }
        if ((used + (long) keys.size()) * 3 >= slots.length * 2L) {
            resize((size + keys.size()) * 2);
        }
        keys.forEach(this::add);
    }

    /** The keys in their order. */
    public List<String> keys() {
        List<String> keys = new ArrayList<>(size);
        for (String slot : slots) {
            if (slot != null && slot != REMOVED) {
                keys.add(slot);
            }
        }
        return keys;
    }

    /** How many slots were looked at since this was last asked: keys whose hashes collide are many looks apart. */
    int looks() {
        int count = looks;
        looks = 0;
        return count;
    }

    /** The order after so many copies, each of them made of the one before. */
    KeyOrder copied(int times) {
        KeyOrder last = this;
        List<String> before = List.of();
        List<String> keys = keys();
        for (int i = 0; i < times; i++) {
            last = of(keys);
            List<String> next = last.keys();
            if (next.equals(keys)) {
                return last;
            }
            if (next.equals(before) && (times - i) % 2 == 1) {
                return last;
            }
            before = keys;
            keys = next;
        }
        return last;
    }

    private void resize(int atLeast) {
        int length = SMALLEST;
        while (length <= atLeast) {
            length <<= 1;
        }
        List<String> keys = keys();
        slots = new @Nullable String[length];
        size = 0;
        used = 0;
        keys.forEach(this::add);
    }

    /** The slot of a key: where it stands, else where it would be put. */
    private int slot(String key) {
        long hash = hash(key);
        int mask = slots.length - 1;
        int slot = (int) (hash & mask);
        int free = -1;
        long walker = slot;
        long perturb = hash;
        while (true) {
            looks++;
            String known = slots[slot];
            if (known == null) {
                return free < 0 ? slot : free;
            }
            if (known == REMOVED) {
                free = free < 0 ? slot : free;
            } else if (known.equals(key)) {
                return slot;
            }
            walker = walker * 5 + perturb + 1;
            slot = (int) (walker & mask);
            perturb >>>= PERTURB_SHIFT;
        }
    }

    private static long hash(String key) {
        if (key.isEmpty()) {
            return 0;
        }
        long hash = (long) key.codePointAt(0) << 7;
        int length = 0;
        for (int i = 0; i < key.length(); i += Character.charCount(key.codePointAt(i))) {
            hash = MULTIPLIER * hash ^ key.codePointAt(i);
            length++;
        }
        return hash ^ length;
    }
}
