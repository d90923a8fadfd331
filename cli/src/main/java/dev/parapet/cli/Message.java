package dev.parapet.cli;

import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with arguments, as one clause that starts in lower case and has no full stop. */
final class Message {
    private Message() {}

    static String of(ParameterException problem) {
        if (problem instanceof UnmatchedArgumentException unmatched) {
            List<String> guesses = unmatched.getSuggestions();
            String argument = unmatched.getUnmatched().get(0);
            String kind = unmatched.isUnknownOption() ? "option" : "argument";
            String guess = guesses.isEmpty() ? "" : " (did you mean '" + guesses.get(0) + "'?)";
            return "there is no " + kind + " '" + argument + "'" + guess;
        }
        String text = String.valueOf(problem.getMessage()).strip();
        while (text.endsWith(".")) {
            text = text.substring(0, text.length() - 1);
        }
        boolean sentence = text.length() > 1 && Character.isLowerCase(text.charAt(1));
        return sentence ? text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1) : text;
    }
}
