package dev.parapet.model.binary;

import org.jspecify.annotations.Nullable;

/**
 * Keeps bytes from one run for the next. Whoever asks must be able to go on without: what was kept may be gone at any time, and nothing
 * says that it could be kept.
 */
public interface Store {
    /** The bytes that were kept under a name by the same build; null where there are none that are sound. */
    byte @Nullable [] get(Digest name);

    /** Keeps bytes under a name that says all that they were made of. */
    void put(Digest name, byte[] bytes);

    /** Whether it is worth making something to be kept; what is given to one that does not keep is dropped. */
    boolean keeps();

    /** Keeps nothing. */
    static Store none() {
        return new Store() {
            @Override
            public boolean keeps() {
                return false;
            }

            @Override
            public byte @Nullable [] get(Digest name) {
                return null;
            }

            @Override
            public void put(Digest name, byte[] bytes) {}
        };
    }
}
