package dev.parapet.model.code.binary;

import java.util.List;

/** What a node is, by which its bytes begin. A constant's place says its number, which is of one build alone. */
enum Kind {
    CLASS,
    FUNCTION,
    DECLARE,
    EVALUATE,
    EXPORT,
    IF,
    IMPORT,
    JUMP,
    LOOP,
    REEXPORT,
    RETURN,
    SWITCH,
    THROW,
    TRY,
    UNREADABLE,
    ASSIGN,
    AWAIT,
    BINARY,
    BOOL,
    CALL,
    CAST,
    COLLECTION,
    COMPREHENSION,
    CONDITIONAL,
    ELEMENT,
    FIELD,
    INDEX,
    MAP,
    NAME,
    NEW,
    NULL,
    NUMBER,
    SLICE,
    SPREAD,
    SUPER,
    TEMPLATE,
    TEXT,
    THIS,
    UNARY,
    UNKNOWN,
    YIELD,
    VARIABLE,
    MEMBER,
    ITEM,
    LIST_PATTERN,
    MAP_PATTERN,
    WITH_DEFAULT,
    REST,
    NOWHERE;

    /** All of them, by their numbers. */
    static final List<Kind> ALL = List.of(values());
}
