package dev.parapet.read.code.syntax;

/** The grammars. */
public enum Grammar {
    PYTHON("python"),
    JAVASCRIPT("javascript"),
    TYPESCRIPT("typescript"),
    JAVA("java"),
    GO("go"),
    CSHARP("c-sharp");

    private final String title;

    Grammar(String title) {
        this.title = title;
    }

    /** The name of its library. */
    String library() {
        return "tree-sitter-" + title;
    }

    /** The name of the function that gives it. */
    String function() {
        return "tree_sitter_" + title.replace('-', '_');
    }
}
