package dev.parapet.read.cloudformation.sam.template;

/** A change to what is authored, before anything is made of it. */
@FunctionalInterface
public interface Step {
    /** Does it; what is wrong becomes a problem and keeps nobody from the rest. */
    void apply(Transformation transformation);
}
