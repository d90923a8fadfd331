package dev.parapet.cli.iam;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.parapet.core.iam.access.Grant;
import dev.parapet.core.iam.account.Account;
import dev.parapet.core.iam.account.AccountResource;
import dev.parapet.core.iam.policy.Condition;
import dev.parapet.core.knowledge.ActionTable;
import dev.parapet.core.report.json.JsonDocument;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What somebody can do, in words. */
final class GrantWords {
    private final List<Account> accounts;

    GrantWords(List<Account> accounts) {
        this.accounts = accounts;
    }

    /** The actions without their service. */
    String actions(Grant grant) {
        if (grant.isWholeLevel() && grant.actions().size() > 1) {
            return "all " + grant.actions().size();
        }
        return ConsideredWords.shortened(
                grant.actions().stream().map(GrantWords::name).toList());
    }

    private static String name(ActionTable.Action action) {
        return action.name().substring(action.name().indexOf(':') + 1);
    }

    /** What they can be done to. */
    String resources(Grant grant) {
        return ConsideredWords.shortened(
                grant.resources().stream().map(this::resource).toList());
    }

    /** A pattern of ARNs, by the address of the resource whose ARN it begins with. */
    String resource(String arn) {
        if (arn.equals("*")) {
            return "everything";
        }
        for (Account account : accounts) {
            AccountResource resource = account.resource(arn);
            if (resource != null) {
                return NameWords.of(arn, resource.arn(), resource.name());
            }
        }
        return NameWords.shown(arn);
    }

    /** What it hangs on; empty for nothing. */
    List<String> conditions(Grant grant) {
        List<String> words =
                new ArrayList<>(grant.conditions().stream().map(this::condition).toList());
        if (!grant.missing().isEmpty()) {
            words.add("depending on " + NameWords.keys(grant.missing()));
        }
        return words;
    }

    private String condition(Condition condition) {
        return ConsideredWords.asked(
                condition, text -> text.startsWith("arn:") ? resource(text) : NameWords.shown(text));
    }

    /** Writes the fields of a grant. */
    void write(Grant grant, JsonGenerator json) throws IOException {
        json.writeStringField("service", grant.service());
        json.writeStringField("level", grant.level().word());
        JsonDocument.texts(
                json,
                "actions",
                grant.actions().stream().map(ActionTable.Action::name).toList());
        JsonDocument.texts(
                json, "resources", grant.resources().stream().map(this::address).toList());
        json.writeStringField("decision", grant.isCertain() ? "allowed" : "undetermined");
        if (!grant.conditions().isEmpty()) {
            JsonDocument.texts(
                    json,
                    "conditions",
                    grant.conditions().stream().map(this::condition).toList());
        }
        if (!grant.missing().isEmpty()) {
            JsonDocument.texts(
                    json,
                    "missing",
                    grant.missing().stream().map(NameWords::key).toList());
        }
    }

    private String address(String arn) {
        return arn.equals("*") ? arn : resource(arn);
    }
}
