package ma.balagh.analysis.cli;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import ma.balagh.analysis.finding.Words.Language;

/**
 * What {@code examine} was asked for.
 *
 * @param json whether programs will read the answer
 * @param details whether the figures, traces and method of every finding are printed, too
 * @param language in which findings are told
 * @param files as they were given
 */
record ExamineOptions(boolean json, boolean details, Language language, List<String> files) {

    static final String USAGE = """
            usage: ./balagh examine [--json] [--details] [--lang ar|fr|en] [--] FILE...

            Examines videos, pictures and sound, and tells what was found. Nothing is stored, no suite is needed.

              --json     one line of JSON for each file, with all details
              --details  the figures, traces, meaning and weakness of every finding
              --lang     the language of findings (default: en)
              --         what follows are files, whatever their names begin with

            Exit status: 0 every file was dealt with, readable or not; 1 a file could not be opened; 2 wrong usage.""";

    /** Not a command line of ours; the message says why. Empty where help was asked for. */
    static final class Misused extends Exception {

        private static final long serialVersionUID = 1L;

        Misused(String message) {
            super(message);
        }
    }

    static ExamineOptions of(List<String> arguments) throws Misused {
        boolean json = false;
        boolean details = false;
        Language language = Language.EN;
        List<String> files = new ArrayList<>();
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            String argument = rest.next();
            if (argument.equals("--")) {
                rest.forEachRemaining(files::add);
            } else if (argument.equals("--json")) {
                json = true;
            } else if (argument.equals("--details")) {
                details = true;
            } else if (argument.equals("--lang")) {
                language = language(rest.hasNext() ? rest.next() : "");
            } else if (argument.startsWith("--lang=")) {
                language = language(argument.substring("--lang=".length()));
            } else if (argument.equals("--help") || argument.equals("-h")) {
                throw new Misused("");
            } else if (argument.startsWith("-")) {
                throw new Misused("there is no option " + argument + "; a file of that name stands after --");
            } else {
                files.add(argument);
            }
        }
        if (files.isEmpty()) {
            throw new Misused("which file?");
        }
        return new ExamineOptions(json, details, language, List.copyOf(files));
    }

    private static Language language(String code) throws Misused {
        return Language.of(code).orElseThrow(() -> new Misused("--lang is one of ar, fr, en"));
    }
}
