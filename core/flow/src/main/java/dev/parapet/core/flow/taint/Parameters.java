package dev.parapet.core.flow.taint;

import dev.parapet.model.code.Target;
import org.jspecify.annotations.Nullable;

/** Names of parameters. */
final class Parameters {
    private Parameters() {}

    /** The one name that a parameter has; null where it is taken apart. */
    static @Nullable String name(Target target) {
        return switch (target) {
            case Target.Variable it -> it.name();
            case Target.WithDefault it -> name(it.target());
            case Target.Rest it -> name(it.target());
            case Target.ListPattern ignored -> null;
            case Target.MapPattern ignored -> null;
            case Target.Member ignored -> null;
            case Target.Item ignored -> null;
            case Target.Unknown ignored -> null;
        };
    }
}
