package dev.parapet.model.code;

/** The programming languages that code is read in. What an analysis must know of one (what a name means) hangs on this. */
public enum Language {
    PYTHON("Python"),
    JAVASCRIPT("JavaScript"),
    TYPESCRIPT("TypeScript"),
    JAVA("Java"),
    GO("Go"),
    CSHARP("C#");

    private final String title;

    Language(String title) {
        this.title = title;
    }

    /** The name that its users call it by. */
    public String title() {
        return title;
    }
}
