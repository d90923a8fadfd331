package dev.parapet.core.need.sdk;

import dev.parapet.core.flow.FlowCall;
import dev.parapet.core.flow.value.FlowArgument;
import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.core.flow.value.ProjectValue;
import dev.parapet.core.flow.value.Values;
import dev.parapet.model.code.Argument;
import dev.parapet.model.code.ClassDeclaration;
import dev.parapet.model.code.Expression;
import org.jspecify.annotations.Nullable;

/**
 * The table of DynamoDB that a class of the project is kept in, as an annotation of the class names it: {@code @DynamoDBTable(tableName =
 * "orders")} of Java's mapper (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DynamoDBMapper.Annotations.html), {@code
 * [DynamoDBTable("orders")]} of .NET's (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DeclarativeTagsList.html).
 */
final class MappedTable {
    private MappedTable() {}

    /**
     * The table of the class of what a call is given, or of the class itself; null where it is given none.
     *
     * @param byName whether a class without the annotation is kept in a table of its own name
     */
    static @Nullable FlowValue of(FlowCall call, boolean byName) {
        for (FlowArgument argument : call.arguments()) {
            for (FlowValue it : Values.alternatives(argument.value())) {
                ClassDeclaration type = switch (it) {
                    case ProjectValue.ObjectValue object -> object.type().type();
                    case ProjectValue.ClassValue of -> of.type();
                    case FlowValue.Member member when member.of() instanceof ProjectValue.ClassValue of -> of.type();
                    default -> null;
                };
                FlowValue table = type == null ? null : annotated(type);
                if (table != null) {
                    return table;
                }
                if (byName && type != null && type.name() != null) {
                    return new FlowValue.Text(type.name());
                }
            }
        }
        return null;
    }

    private static @Nullable FlowValue annotated(ClassDeclaration type) {
        for (Expression annotation : type.decorators()) {
            if (annotation instanceof Expression.Call call && isTable(call.callee())) {
                for (Argument argument : call.arguments()) {
                    boolean name = argument.name() == null || argument.name().equals("tableName");
                    if (name && argument.value() instanceof Expression.Text text) {
                        return new FlowValue.Text(text.value());
                    }
                }
            }
        }
        return null;
    }

    private static boolean isTable(Expression annotation) {
        return switch (annotation) {
            case Expression.Name it -> it.name().matches("DynamoDBTable(?:Attribute)?");
            case Expression.Field it -> it.name().matches("DynamoDBTable(?:Attribute)?");
            default -> false;
        };
    }
}
