package dev.parapet.core.iam.account;

import dev.parapet.core.graph.name.ResourceTypes;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which resources of a template hold the policies of others: for the model of an account and for rules alike. */
public final class PolicyHolders {
    /** The types that attach an identity policy to those whom they name. */
    public static final Set<String> ATTACHING = Set.of(
            "AWS::IAM::Policy",
            "AWS::IAM::ManagedPolicy",
            "AWS::IAM::RolePolicy",
            "AWS::IAM::UserPolicy",
            "AWS::IAM::GroupPolicy");

    /** Where they name them, by what they name. */
    public static final Map<Identity.Kind, List<String>> NAMING = Map.of(
            Identity.Kind.USER, List.of("Users", "UserName"),
            Identity.Kind.ROLE, List.of("Roles", "RoleName"),
            Identity.Kind.GROUP, List.of("Groups", "GroupName"));

    /** A row of {@code resource-policies.txt}: what holds a document, where in it, and what that is about. */
    record Row(String type, String document, String about, String typeOfName) {}

    /** All of {@code resource-policies.txt}. */
    static final List<Row> ROWS = ResourceTypes.lines(PolicyHolders.class, "resource-policies.txt").stream()
            .map(ResourceTypes::cells)
            .map(cells -> new Row(cells.get(0), cells.get(1), cells.get(2), cells.get(3)))
            .toList();

    private PolicyHolders() {}

    /** The types that hold the policy of a resource of a type, which they name; none where such a resource holds its own. */
    public static List<String> beside(String type) {
        return ROWS.stream()
                .filter(row -> row.typeOfName().equals(type))
                .map(Row::type)
                .sorted()
                .toList();
    }
}
