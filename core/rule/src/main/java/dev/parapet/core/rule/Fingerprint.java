package dev.parapet.core.rule;

import dev.parapet.model.ResourceId;

/**
 * Names a finding the same wherever its lines move: by the rule, the path of the stack and the address of the resource. Two
 * rounds of FNV-1a with 64 bits each; no secret depends on it.
 */
final class Fingerprint {
    private static final long PRIME = 0x100000001b3L;

    private Fingerprint() {}

    static String of(String rule, ResourceId resource) {
        return of(rule + "\n" + resource.stack() + "\n" + resource.name());
    }

    /** Of something in the code of a function, of which a rule may find several. */
    static String of(String rule, ResourceId resource, String what) {
        return of(rule + "\n" + resource.stack() + "\n" + resource.name() + "\n" + what);
    }

    private static String of(String text) {
        return hex(hash(text, 0xcbf29ce484222325L)) + hex(hash(text, 0x84222325cbf29ce4L));
    }

    private static long hash(String text, long start) {
        long hash = start;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            hash = (hash ^ (c & 0xff)) * PRIME;
            hash = (hash ^ (c >>> 8)) * PRIME;
        }
        return hash ^ (hash >>> 31);
    }

    private static String hex(long number) {
        String hex = Long.toHexString(number);
        return "0".repeat(16 - hex.length()) + hex;
    }
}
