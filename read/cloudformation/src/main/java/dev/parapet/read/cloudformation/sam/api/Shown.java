package dev.parapet.read.cloudformation.sam.api;

import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.definition.PythonText;
import dev.parapet.read.cloudformation.sam.template.Allowance;

/** Values as SAM shows them in its messages: as Python prints them. */
final class Shown {
    private Shown() {}

    static String of(Value value) {
        return dev.parapet.read.cloudformation.sam.template.Shown.of(value);
    }

    /** The same in a template with a REST API, whose texts SAM shows as Python 2.7 did. */
    static String withRestApi(Value value) {
        return PythonText.str(value, new Allowance());
    }
}
