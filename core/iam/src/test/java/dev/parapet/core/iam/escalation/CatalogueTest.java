package dev.parapet.core.iam.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parapet.core.iam.account.Account;
import dev.parapet.core.iam.account.AccountDetailsReader;
import dev.parapet.core.knowledge.ActionTable;
import dev.parapet.model.Span;
import dev.parapet.model.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each technique of the catalogue with its own examples, in one account: Worker (a user or a role) has the statements of the example;
 * Target is a role that everybody may assume in whom the technique is interested, in an instance profile and with a policy of its own;
 * Chief is a user and Chiefs a group who are administrators.
 */
final class CatalogueTest {
    private static final Path FOLDER =
            Path.of("src", "main", "resources", "dev", "parapet", "core", "iam", "escalation", "catalogue");
    private static final Span NOWHERE = Span.of("example.yaml", 1, 1, 1, 1);
    private static final String ACCOUNT = "arn:aws:iam::111122223333:";
    private static final Map<String, Object> EVERYTHING = Map.of("Effect", "Allow", "Action", "*", "Resource", "*");

    static Stream<Technique> techniques() {
        return Catalogue.standard().stream();
    }

    @ParameterizedTest
    @MethodSource("techniques")
    void an_example_reaches_and_another_nearly_does(Technique technique) {
        assertThat(used(technique, technique.reaches())).containsExactly("reachable by " + technique.id());
        assertThat(used(technique, technique.misses())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("techniques")
    void actions_exist_and_sources_are_named(Technique technique) {
        assertThat(technique.needs())
                .allSatisfy(need -> assertThat(ActionTable.standard().find(need.action()))
                        .as(need.action())
                        .isNotNull());
        assertThat(technique.sources()).isNotEmpty().allMatch(source -> source.startsWith("https://"));
    }

    @Test
    void the_index_lists_the_folder() throws Exception {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".yaml"))
                            .map(name -> name.substring(0, name.length() - ".yaml".length()))
                            .sorted())
                    .containsExactlyElementsOf(techniques().map(Technique::id).toList());
        }
    }

    /** How Worker can use a technique. */
    private static List<String> used(Technique technique, List<Map<String, Object>> statements) {
        List<String> used = new ArrayList<>();
        for (Escalation found : EscalationSearch.of(account(technique, statements), List.of(technique))) {
            if (found.principal().endsWith("/Worker")) {
                found.paths().forEach(path -> used.add(found.administrator().word() + " by " + path.id()));
            }
        }
        return used;
    }

    private static Account account(Technique technique, List<Map<String, Object>> statements) {
        boolean unbounded = technique.gain() == Technique.Gain.UNBOUNDED;
        boolean role = technique.target().who() == Technique.Who.SELF_ROLE;
        List<Object> inline = new ArrayList<>(statements);
        if (unbounded) {
            inline.add(EVERYTHING);
        }
        Map<String, Object> worker =
                holder(role ? "role/Worker" : "user/Worker", role ? "RolePolicyList" : "UserPolicyList", inline);
        worker.put("AttachedManagedPolicies", List.of(Map.of("PolicyArn", ACCOUNT + "policy/Own")));
        worker.put("GroupList", List.of("Team"));
        worker.put("AssumeRolePolicyDocument", document(List.of()));
        if (unbounded) {
            worker.put("PermissionsBoundary", Map.of("PermissionsBoundaryArn", ACCOUNT + "policy/Boundary"));
        }
        Map<String, Object> target = holder("role/Target", "RolePolicyList", List.of(EVERYTHING));
        target.put("AttachedManagedPolicies", List.of(Map.of("PolicyArn", ACCOUNT + "policy/Own")));
        target.put("InstanceProfileList", List.of(Map.of("InstanceProfileName", "Target")));
        target.put("AssumeRolePolicyDocument", document(trust(technique)));
        Map<String, Object> chief = holder("user/Chief", "UserPolicyList", List.of(EVERYTHING));
        Map<String, Object> chiefs = holder("group/Chiefs", "GroupPolicyList", List.of(EVERYTHING));
        Map<String, Object> team = holder("group/Team", "GroupPolicyList", List.of());
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("UserDetailList", role ? List.of(chief) : List.of(worker, chief));
        details.put("GroupDetailList", List.of(chiefs, team));
        details.put("RoleDetailList", role ? List.of(worker, target) : List.of(target));
        details.put("Policies", List.of(managed("Own", List.of()), managed("Boundary", List.copyOf(statements))));
        return AccountDetailsReader.read(value(details));
    }

    private static List<Object> trust(Technique technique) {
        List<String> services = new ArrayList<>(technique.target().trusts());
        if (technique.target().runs() != null) {
            services.add(technique.target().runs());
        }
        List<Object> trust = new ArrayList<>();
        services.forEach(service -> trust.add(Map.of(
                "Effect",
                "Allow",
                "Principal",
                service.startsWith("cognito") ? Map.of("Federated", service) : Map.of("Service", service),
                "Action",
                service.startsWith("cognito") ? "sts:AssumeRoleWithWebIdentity" : "sts:AssumeRole")));
        trust.add(Map.of("Effect", "Allow", "Principal", Map.of("AWS", ACCOUNT + "root"), "Action", "sts:AssumeRole"));
        return trust;
    }

    private static Map<String, Object> holder(String name, String list, List<?> statements) {
        Map<String, Object> holder = new LinkedHashMap<>();
        holder.put("Arn", ACCOUNT + name);
        holder.put("GroupName", name.substring(name.indexOf('/') + 1));
        holder.put(list, List.of(Map.of("PolicyName", "inline", "PolicyDocument", document(statements))));
        return holder;
    }

    private static Map<String, Object> managed(String name, List<?> statements) {
        return Map.of(
                "Arn",
                ACCOUNT + "policy/" + name,
                "PolicyVersionList",
                List.of(Map.of("IsDefaultVersion", true, "Document", document(statements))));
    }

    private static Map<String, Object> document(List<?> statements) {
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
                new Value.Sequence(list.stream().map(CatalogueTest::value).toList(), NOWHERE);
            case Boolean bool -> new Value.Bool(bool, NOWHERE);
            default -> new Value.Text(String.valueOf(plain), NOWHERE);
        };
    }
}
