package dev.parapet.model;

/**
 * Names a resource among all that were read.
 *
 * @param stack the path of the template that holds it; a template that is deployed as a nested stack has one stack for each
 *     place that deploys it, {@code parent.yaml/LogicalId}
 * @param name the name in the dialect of the author's own tool, such as a CloudFormation logical id
 */
public record ResourceId(String stack, String name) implements Comparable<ResourceId> {
    @Override
    public int compareTo(ResourceId other) {
        int byStack = stack.compareTo(other.stack);
        return byStack != 0 ? byStack : name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return stack + "#" + name;
    }
}
