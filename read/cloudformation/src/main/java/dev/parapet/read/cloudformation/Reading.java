package dev.parapet.read.cloudformation;

import dev.parapet.model.Fault;
import dev.parapet.model.Stack;
import java.util.List;
import java.util.Set;

/**
 * What the templates of a tree say.
 *
 * @param stacks what they deploy, sorted by template
 * @param faults what could not be read, one for each file; what the tree itself could not read is the tree's own
 * @param templates the paths of all files that are templates
 */
public record Reading(List<Stack> stacks, List<Fault> faults, Set<String> templates) {
    public Reading {
        stacks = List.copyOf(stacks);
        faults = List.copyOf(faults);
    }
}
