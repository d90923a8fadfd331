package dev.parapet.cli.iam;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.parapet.cli.Console;
import dev.parapet.cli.Failure;
import dev.parapet.cli.Output;
import dev.parapet.core.iam.access.Directory;
import dev.parapet.core.iam.account.Account;
import dev.parapet.core.iam.account.AccountDetailsReader;
import dev.parapet.core.iam.account.ApplicationReader;
import dev.parapet.core.iam.account.NamedPolicy;
import dev.parapet.core.iam.policy.Policy;
import dev.parapet.core.iam.policy.PolicyProblem;
import dev.parapet.core.iam.policy.Statement;
import dev.parapet.model.Fault;
import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.CloudFormationReader;
import dev.parapet.read.cloudformation.Reading;
import dev.parapet.read.files.Bounds;
import dev.parapet.read.files.FileTree;
import dev.parapet.read.files.PlaceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands at the paths that a command is given. Whether a file is a template, a policy by itself or what {@code aws iam
 * get-account-authorization-details} prints shows in its text. All templates together are one application, in one account; each list
 * of authorizations is an account of its own.
 *
 * @param accounts the accounts
 * @param policies policies by themselves
 * @param isWhole whether everything could be read
 */
record IamSources(List<Account> accounts, List<PolicyFiles.File> policies, boolean isWhole) {
    /** Bytes of a list of authorizations; that of an account with 5,000 roles has some 50 MB. */
    private static final long MAX_LENGTH = 512L << 20;

    IamSources {
        accounts = List.copyOf(accounts);
        policies = List.copyOf(policies);
    }

    /**
     * Reads files and folders, and says what could not be read or taken into account.
     *
     * @param parameters values for parameters of templates
     * @throws Failure when a place does not exist
     */
    static IamSources read(Console console, List<Path> places, Map<String, String> parameters) throws Failure {
        List<Account> accounts = new ArrayList<>();
        List<PolicyFiles.File> policies = new ArrayList<>();
        List<Path> others = new ArrayList<>();
        boolean whole = true;
        for (Path place : places) {
            Value details = details(place);
            if (details == null) {
                others.add(place);
            } else {
                accounts.add(noted(console, place, AccountDetailsReader.read(details)));
            }
        }
        if (!others.isEmpty()) {
            whole = files(console, others, parameters, accounts, policies);
        }
        return new IamSources(accounts, policies, whole);
    }

    private static boolean files(
            Console console,
            List<Path> places,
            Map<String, String> parameters,
            List<Account> accounts,
            List<PolicyFiles.File> policies)
            throws Failure {
        try {
            FileTree tree = FileTree.of(places, Bounds.USUAL);
            Reading reading = CloudFormationReader.read(tree, parameters);
            PolicyFiles files = PolicyFiles.beside(tree, reading);
            policies.addAll(files.documents());
            List<Fault> faults = new ArrayList<>(reading.faults());
            faults.addAll(files.faults());
            faults.addAll(tree.faults());
            if (!reading.stacks().isEmpty()) {
                accounts.add(noted(console, places.getFirst(), ApplicationReader.readOfAnyFile(reading.stacks())));
            }
            boolean whole = console.note(faults);
            for (PolicyFiles.File file : files.documents()) {
                for (PolicyProblem problem : file.read().problems()) {
                    console.note(problem.span() + ": " + NameWords.shown(problem.message()));
                    whole = false;
                }
            }
            return whole;
        } catch (PlaceException problem) {
            throw new Failure(String.valueOf(problem.getMessage()));
        }
    }

    private static Account noted(Console console, Path place, Account account) {
        account.notes().forEach(note -> console.note(place + ": " + NameWords.shown(note)));
        return account;
    }

    private static @Nullable Value details(Path path) throws Failure {
        try {
            if (!Files.isRegularFile(path) || !path.toString().endsWith(".json") || Files.size(path) > MAX_LENGTH) {
                return null;
            }
            Value value = LineValue.read(Files.readString(path));
            return AccountDetailsReader.isDetails(value) ? value : null;
        } catch (JsonProcessingException e) {
            // a template or a policy, perhaps; its reader tells what is wrong with it
            return null;
        } catch (IOException e) {
            throw new Failure("'" + path + "' cannot be read: " + Output.reason(e));
        }
    }

    /** Where to look for those who ask and what they ask for; of policies by themselves those that name principals are the resource's. */
    Directory directory() {
        List<NamedPolicy> identity = new ArrayList<>();
        List<Policy> resource = new ArrayList<>();
        for (PolicyFiles.File file : policies) {
            Policy policy = file.read().policy();
            if (namesPrincipals(policy)) {
                resource.add(policy);
            } else {
                identity.add(new NamedPolicy(file.path(), policy));
            }
        }
        return new Directory(accounts, identity, Directory.joined(resource));
    }

    private static boolean namesPrincipals(Policy policy) {
        return policy.statements().stream().map(Statement::principal).anyMatch(principal -> principal != null);
    }
}
