package dev.parapet.cli.iam;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.parapet.cli.Console;
import dev.parapet.cli.Failure;
import dev.parapet.cli.Output;
import dev.parapet.core.iam.account.Account;
import dev.parapet.core.iam.account.AccountDetailsReader;
import dev.parapet.core.iam.account.ApplicationReader;
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

/** Reads accounts: an application's templates, or the list of an account's authorizations. */
final class AccountFiles {
    /** Bytes of a list of authorizations; that of an account with 5,000 roles has some 50 MB. */
    private static final long MAX_LENGTH = 512L << 20;

    private final Console console;
    private final Map<String, String> parameters;
    private boolean whole = true;

    AccountFiles(Console console, Map<String, String> parameters) {
        this.console = console;
        this.parameters = parameters;
    }

    /** Whether everything could be read so far. */
    boolean isWhole() {
        return whole;
    }

    /** Reads what is at a path and says what could not be taken into account. */
    Account read(Path path) throws Failure {
        Value details = details(path);
        Account account = details == null ? application(path) : AccountDetailsReader.read(details);
        account.notes().forEach(note -> console.note(path + ": " + note));
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
            // a template, perhaps; its reader tells what is wrong with it
            return null;
        } catch (IOException e) {
            throw new Failure("'" + path + "' cannot be read: " + Output.reason(e));
        }
    }

    private Account application(Path path) throws Failure {
        try {
            FileTree tree = FileTree.of(List.of(path), Bounds.USUAL);
            Reading reading = CloudFormationReader.read(tree, parameters);
            List<Fault> faults = new ArrayList<>(reading.faults());
            faults.addAll(tree.faults());
            for (Fault fault : faults) {
                console.note(fault.path() + ":" + fault.line() + ": " + fault.message());
                whole &= fault.kind() == Fault.Kind.UNSUPPORTED;
            }
            if (reading.stacks().isEmpty() && faults.isEmpty()) {
                throw new Failure("'" + path
                        + "' holds no template, and is not what 'aws iam get-account-authorization-details' prints");
            }
            return ApplicationReader.read(reading.stacks());
        } catch (PlaceException problem) {
            throw new Failure(String.valueOf(problem.getMessage()));
        }
    }
}
