package dev.parapet.read.cloudformation;

import dev.parapet.model.SourceTree;
import java.util.Locale;

/** Which files are worth reading whole: those that can be a template whatever they are called, at the least cost. */
final class CandidateFile {
    private static final int PEEKED = 2_048;

    private CandidateFile() {}

    /** Whether a file may hold a template. */
    static boolean is(SourceTree tree, String path) {
        return switch (extension(path)) {
            case "yaml", "yml", "json", "template" -> true;
            // Other languages, pictures and archives: nobody deploys a template by such a name, and a tree holds many.
            case "js",
                    "mjs",
                    "cjs",
                    "jsx",
                    "ts",
                    "tsx",
                    "py",
                    "pyc",
                    "java",
                    "kt",
                    "kts",
                    "scala",
                    "groovy",
                    "gradle",
                    "go",
                    "rs",
                    "cs",
                    "csproj",
                    "sln",
                    "vb",
                    "fs",
                    "rb",
                    "php",
                    "c",
                    "h",
                    "cpp",
                    "hpp",
                    "swift",
                    "sh",
                    "bash",
                    "ps1",
                    "bat",
                    "cmd",
                    "sql",
                    "vtl",
                    "graphql",
                    "html",
                    "htm",
                    "css",
                    "scss",
                    "less",
                    "vue",
                    "svg",
                    "xml",
                    "md",
                    "mdx",
                    "rst",
                    "adoc",
                    "tf",
                    "tfvars",
                    "hcl",
                    "bicep",
                    "toml",
                    "ini",
                    "cfg",
                    "properties",
                    "lock",
                    "sum",
                    "map",
                    "snap",
                    "csv",
                    "tsv",
                    "ipynb",
                    "proto",
                    "class",
                    "jar",
                    "war",
                    "zip",
                    "gz",
                    "tgz",
                    "tar",
                    "bz2",
                    "xz",
                    "7z",
                    "whl",
                    "so",
                    "dll",
                    "exe",
                    "bin",
                    "wasm",
                    "png",
                    "jpg",
                    "jpeg",
                    "gif",
                    "ico",
                    "webp",
                    "bmp",
                    "pdf",
                    "mp3",
                    "mp4",
                    "mov",
                    "wav",
                    "ttf",
                    "woff",
                    "woff2",
                    "eot",
                    "drawio",
                    "pptx",
                    "docx",
                    "xlsx" -> false;
            default -> looksLikeText(tree.peek(path, PEEKED));
        };
    }

    private static String extension(String path) {
        int dot = path.lastIndexOf('.');
        int slash = path.lastIndexOf('/');
        return dot <= slash || path.length() - dot > 11
                ? ""
                : path.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** Begins like YAML or JSON with a section of a template. */
    private static boolean looksLikeText(byte[] bytes) {
        int at = 0;
        if (bytes.length > 2 && (bytes[0] & 0xff) == 0xef && (bytes[1] & 0xff) == 0xbb && (bytes[2] & 0xff) == 0xbf) {
            at = 3;
        }
        for (byte b : bytes) {
            if (b == 0) {
                return false;
            }
        }
        while (at < bytes.length) {
            byte b = bytes[at];
            boolean lineStart = at == 0 || bytes[at - 1] == '\n';
            if (b == '#' || (lineStart && (b == '-' || b == '%'))) {
                while (at < bytes.length && bytes[at] != '\n') {
                    at++;
                }
            } else if (b == ' ' || b == '\n' || b == '\r' || b == '\t' || b < 0) {
                at++;
            } else {
                return b == '{' || b == '"' || b == '\'' || begins(bytes, at);
            }
        }
        return false;
    }

    private static final String[] SECTIONS = {
        "AWSTemplateFormatVersion",
        "Description",
        "Metadata",
        "Parameters",
        "Rules",
        "Mappings",
        "Conditions",
        "Transform",
        "Globals",
        "Resources",
        "Outputs",
        "Hooks"
    };

    private static boolean begins(byte[] bytes, int at) {
        for (String section : SECTIONS) {
            int i = 0;
            while (i < section.length() && at + i < bytes.length && bytes[at + i] == section.charAt(i)) {
                i++;
            }
            if (i == section.length()) {
                return true;
            }
        }
        return false;
    }
}
