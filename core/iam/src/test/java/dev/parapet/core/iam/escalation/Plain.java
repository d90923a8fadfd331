package dev.parapet.core.iam.escalation;

import dev.parapet.core.iam.account.Account;
import dev.parapet.core.iam.account.AccountDetailsReader;
import dev.parapet.model.Span;
import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lists of authorizations out of maps, lists and texts. */
final class Plain {
    /** What the ARNs of the account of all examples begin with. */
    static final String ACCOUNT = "arn:aws:iam::111122223333:";

    private static final Span NOWHERE = Span.of("example.yaml", 1, 1, 1, 1);

    private Plain() {}

    static Account account(Map<String, Object> details) {
        return AccountDetailsReader.read(value(details));
    }

    /** A user, role or group with one inline policy; {@code name} is the rest of its ARN, such as {@code role/Worker}. */
    static Map<String, Object> holder(String name, List<?> statements) {
        String list = name.startsWith("user") ? "User" : name.startsWith("role") ? "Role" : "Group";
        Map<String, Object> holder = new LinkedHashMap<>();
        holder.put("Arn", ACCOUNT + name);
        holder.put("GroupName", name.substring(name.indexOf('/') + 1));
        holder.put(
                list + "PolicyList", List.of(Map.of("PolicyName", "inline", "PolicyDocument", document(statements))));
        return holder;
    }

    /** A managed policy; {@code others} are the versions that are not in force. */
    static Map<String, Object> managed(String name, List<?> statements, List<?>... others) {
        List<Object> versions = new ArrayList<>();
        versions.add(Map.of("IsDefaultVersion", true, "Document", document(statements)));
        for (List<?> other : others) {
            versions.add(Map.of("IsDefaultVersion", false, "Document", document(other)));
        }
        return Map.of("Arn", ACCOUNT + "policy/" + name, "PolicyVersionList", versions);
    }

    static Map<String, Object> document(List<?> statements) {
        return Map.of("Version", "2012-10-17", "Statement", statements);
    }

    private static Value value(Object plain) {
        return switch (plain) {
            case Map<?, ?> map -> {
                Map<String, Value.Entry> entries = new LinkedHashMap<>();
                map.forEach((key, item) -> entries.put(String.valueOf(key), new Value.Entry(NOWHERE, value(item))));
                yield new Value.Mapping(entries, NOWHERE);
            }
            case List<?> list ->
                new Value.Sequence(list.stream().map(Plain::value).toList(), NOWHERE);
            case Boolean bool -> new Value.Bool(bool, NOWHERE);
            default -> new Value.Text(String.valueOf(plain), NOWHERE);
        };
    }
}
