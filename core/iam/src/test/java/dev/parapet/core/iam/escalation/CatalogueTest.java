package dev.parapet.core.iam.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parapet.core.iam.account.Account;
import dev.parapet.core.knowledge.ActionTable;
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
    private static final String PERMISSION_SETS = "role/aws-reserved/sso.amazonaws.com/";
    private static final String ACCOUNT = Plain.ACCOUNT;
    private static final Map<String, Object> EVERYTHING = Map.of("Effect", "Allow", "Action", "*", "Resource", "*");

    static Stream<Technique> techniques() {
        return Catalogue.standard().stream();
    }

    @ParameterizedTest
    @MethodSource("techniques")
    void an_example_reaches_and_another_nearly_does(Technique technique) {
        String how = (technique.onlyIf() == null ? "reachable by " : "undetermined by ") + technique.id();
        boolean strength = technique.gain() == Technique.Gain.STRENGTH;
        assertThat(used(technique, technique.reaches()))
                .containsExactly(strength ? how + "+lambda-create-invoke" : how);
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
        assertThat(Catalogue.index())
                .allSatisfy(entry -> assertThat(entry.technique().permissions())
                        .as(entry.id())
                        .isEqualTo(entry.actions()));
    }

    /** How Worker can use a technique. */
    private static List<String> used(Technique technique, List<Map<String, Object>> statements) {
        List<Technique> techniques = new ArrayList<>(List.of(technique));
        if (technique.gain() == Technique.Gain.STRENGTH) {
            techniques().filter(one -> one.id().equals("lambda-create-invoke")).forEach(techniques::add);
        }
        List<String> used = new ArrayList<>();
        for (Escalation found : EscalationSearch.of(account(technique, statements), techniques)) {
            if (found.principal().endsWith("/Worker")) {
                found.paths().forEach(path -> used.add(found.administrator().word() + " by " + path.id()));
            }
        }
        return used;
    }

    private static Account account(Technique technique, List<Map<String, Object>> statements) {
        Technique.Who who = technique.target().who();
        boolean strength = technique.gain() == Technique.Gain.STRENGTH;
        boolean unbounded = technique.gain() == Technique.Gain.UNBOUNDED && who != Technique.Who.ROLE;
        boolean role = who == Technique.Who.SELF_ROLE || who == Technique.Who.SELF_PERMISSION_SET;
        boolean undenied = technique.gain() == Technique.Gain.UNDENIED;
        boolean detached = technique.needs().getFirst().action().startsWith("iam:Detach");
        List<Object> inline = new ArrayList<>(statements);
        Map<String, Object> denial = Map.of(
                "Effect",
                "Deny",
                "NotAction",
                List.of(technique.needs().getFirst().action()),
                "Resource",
                "*");
        if (undenied) {
            inline.add(detached ? EVERYTHING : denial);
        }
        if (unbounded) {
            inline.add(EVERYTHING);
        }
        if (technique.gain() == Technique.Gain.TAGS) {
            Map<String, Object> tagged = new LinkedHashMap<>(EVERYTHING);
            tagged.put("Condition", Map.of("StringEquals", Map.of("aws:PrincipalTag/Level", "high")));
            inline.add(tagged);
        }
        if (strength) {
            inline.add(Map.of(
                    "Effect",
                    "Allow",
                    "Action",
                    List.of("iam:PassRole", "lambda:CreateFunction", "lambda:InvokeFunction"),
                    "Resource",
                    "*"));
        }
        Map<String, Object> worker = Plain.holder(
                who == Technique.Who.SELF_PERMISSION_SET
                        ? PERMISSION_SETS + "Worker"
                        : role ? "role/Worker" : "user/Worker",
                inline);
        worker.put(
                "AttachedManagedPolicies",
                List.of(Map.of("PolicyArn", ACCOUNT + (undenied ? "policy/Undenied" : "policy/Own"))));
        worker.put("GroupList", List.of("Team"));
        worker.put("AssumeRolePolicyDocument", Plain.document(List.of()));
        if (unbounded) {
            worker.put("PermissionsBoundary", Map.of("PermissionsBoundaryArn", ACCOUNT + "policy/Boundary"));
        }
        Map<String, Object> target = Plain.holder(
                who == Technique.Who.PERMISSION_SET ? PERMISSION_SETS + "Target" : "role/Target",
                strength ? List.of() : List.of(EVERYTHING));
        target.put("AttachedManagedPolicies", List.of(Map.of("PolicyArn", ACCOUNT + "policy/Own")));
        target.put("InstanceProfileList", List.of(Map.of("InstanceProfileName", "Target")));
        target.put("AssumeRolePolicyDocument", Plain.document(trust(technique)));
        if (technique.target().bounded()) {
            target.put("PermissionsBoundary", Map.of("PermissionsBoundaryArn", ACCOUNT + "policy/Boundary"));
        }
        Map<String, Object> chief = Plain.holder("user/Chief", List.of(EVERYTHING));
        chief.put("AttachedManagedPolicies", List.of(Map.of("PolicyArn", ACCOUNT + "policy/Own")));
        Map<String, Object> chiefs = Plain.holder("group/Chiefs", List.of(EVERYTHING));
        Map<String, Object> team = Plain.holder("group/Team", List.of());
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("UserDetailList", role ? List.of(chief) : List.of(worker, chief));
        details.put("GroupDetailList", List.of(chiefs, team));
        details.put("RoleDetailList", role ? List.of(worker, target) : List.of(target));
        details.put(
                "Policies",
                List.of(
                        Plain.managed("Own", List.of(), List.of(EVERYTHING)),
                        Plain.managed("Boundary", List.copyOf(statements)),
                        Plain.managed("Undenied", List.of(detached ? denial : EVERYTHING))));
        return running(technique.target(), Plain.account(details));
    }

    /** The account with what no list of authorizations tells: from where the code of what runs as Target comes. */
    private static Account running(Technique.Target about, Account account) {
        String service = about.runs();
        if (service == null || !service.startsWith("code of ")) {
            return account;
        }
        List<Account.Workload> workloads = new ArrayList<>(account.workloads());
        String code =
                String.valueOf(about.as()).replace("{account}", "111122223333").replace(":::*", ":::code/it.zip");
        workloads.add(new Account.Workload(service, "Worker", code, ACCOUNT + "role/Target"));
        return new Account(
                account.id(),
                account.identities(),
                workloads,
                account.versions(),
                account.resources(),
                account.hasResourcePolicies(),
                account.notes());
    }

    private static List<Object> trust(Technique technique) {
        List<String> services = new ArrayList<>(technique.target().trusts());
        String runs = technique.target().runs();
        if (runs != null && !runs.startsWith("code of ")) {
            services.add(runs);
        }
        if (technique.gain() == Technique.Gain.STRENGTH) {
            services.add("lambda.amazonaws.com");
        }
        List<Object> trust = new ArrayList<>();
        for (String service : services) {
            Map<String, Object> principal = switch (service) {
                case "cognito-identity.amazonaws.com" -> Map.of("Federated", service);
                case "saml-provider" -> Map.of("Federated", ACCOUNT + "saml-provider/Staff");
                default -> Map.of("Service", service);
            };
            trust.add(Map.of("Effect", "Allow", "Principal", principal, "Action", "sts:*"));
        }
        trust.add(Map.of("Effect", "Allow", "Principal", Map.of("AWS", ACCOUNT + "root"), "Action", "sts:AssumeRole"));
        return trust;
    }
}
