package dev.parapet.core.need;

import dev.parapet.core.need.grant.ExcessAction;
import dev.parapet.core.need.grant.Need;
import dev.parapet.core.need.grant.Role;
import dev.parapet.core.need.implied.ImpliedAction;
import dev.parapet.core.need.policy.NeededPolicy;
import dev.parapet.core.need.resource.NamedResource;
import dev.parapet.model.Span;
import java.util.List;
import java.util.Optional;

/**
 * What a function needs, or something else that acts by a role of its own, and what its role grants.
 *
 * @param function the text of its {@link dev.parapet.model.ResourceId}, or the path of a file that no template names
 * @param type the type of what is no function: {@code AWS::StepFunctions::StateMachine}; empty for a function
 * @param isOfTemplate whether it is of a template
 * @param language the language of its code, in lower case; {@code asl}, the Amazon States Language, for a state machine; empty where it is not
 *     known or there is none
 * @param handler where its code begins, or its definition; empty where that was not found
 * @param calls the calls of cloud APIs that its code makes
 * @param implied what its configuration needs
 * @param unknown what of its code is not known, each with its place where it has one
 * @param needed all of it as a policy
 * @param role the role it runs as; empty where there is no template, or the role is not in it
 * @param excess what the role grants and is not needed; empty where that cannot be told
 * @param wider what the role grants on more than it is needed on
 * @param lacking what is needed and the role does not grant; empty where that cannot be told
 */
public record FunctionNeeds(
        String function,
        Optional<String> type,
        boolean isOfTemplate,
        Optional<String> language,
        Optional<Start> handler,
        List<Call> calls,
        List<ImpliedAction> implied,
        List<Gap> unknown,
        NeededPolicy needed,
        Optional<Role> role,
        Optional<List<ExcessAction>> excess,
        List<ExcessAction> wider,
        Optional<List<Need>> lacking) {
    public FunctionNeeds {
        calls = List.copyOf(calls);
        implied = List.copyOf(implied);
        unknown = List.copyOf(unknown);
        wider = List.copyOf(wider);
    }

    /**
     * Where code or a definition begins.
     *
     * @param path the file, relative to the scanned root
     * @param symbol what is called first there: a function, or a state
     */
    public record Start(String path, String symbol) {}

    /**
     * A call of a cloud's API, of one resource of it.
     *
     * @param service the service as botocore names it
     * @param operation the operation as the API names it
     * @param actions the actions that it needs on the resource; none for an operation that needs no permission
     * @param resource the resource; empty where no permission is needed
     * @param location where it stands in the code or the definition
     */
    public record Call(
            String service, String operation, List<String> actions, Optional<NamedResource> resource, Span location) {
        public Call {
            actions = List.copyOf(actions);
        }
    }

    /**
     * Something that is not known.
     *
     * @param why a clause without a full stop
     * @param service the prefix of the actions that it is about; empty where that is not known either
     * @param location where it stands; empty where it is nowhere
     */
    public record Gap(String why, String service, Optional<Span> location) {}
}
