package ma.balagh.system;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The names of all main classes of the suite, whichever module they are in. */
final class NamesTest {

    /** What a class does. Most classes have a role that is listed already; a new word needs a reason. */
    private static final Set<String> ROLES = words(
            "Resource Consumer Service Repository Worker Workers Scheduler Client Filter Metrics Mapper Exception Factory",
            "Producer Provider Interceptor Listener Handler Converter Deserializer Customizer Substitutions Reflection",
            "Contributor Decorator Extensions Initializer Installer Lifecycle Command Option Program Benchmark",
            // algorithms
            "Parser Reader Writer Verifier Matcher Detector Classifier Examiner Analyzer Extractor Recorder Collector",
            "Tracker Counter Hasher Selector Calculator Correlator Corroborator Normalizer Stemmer Comparator Layer",
            "Renderer Redactor Formatter Printer Builder Generator",
            // holding, checking, bounding
            "Store Cache Index Queue Table Registry Limiter Guard Access Check Checker Rules Authority Signer Wrapper",
            // starting, passing on, ending
            "Runner Launcher Starter Supervisor Watcher Poller Probe Finder Processor Executor Dispatcher Notifier Relay",
            "Sender Receiver Fetcher Binder Replayer Loader Copier Restorer Provisioner Eraser Connector",
            // pages of the portal; parts of a local suite and where their programs come from
            "Pages Part Distribution");

    /** Values that are classes rather than records: they change, hold arrays, or hide how they are kept. */
    private static final Set<String> VALUES = words(
            "Text Texts Criteria Set List Stream Directory Changes Request Key Lock Session Connection Context Headers",
            "Attempt Task Statements Story Plan Report Contents Object Tree Graph Trees Processes Snapshot Roles Address",
            "Language Purpose Submission History Claim Medium Expression Exchange Encryption Signature Certificate",
            // of the laboratory
            "Track Fingerprint Distance Precision Network Descriptor Plane Coefficients Sketch Query Block Quarters Window",
            "Options Sandbox Packets Deadline Statistics Histogram Buffer Correlation Patch Budget Timing",
            // the suite's servers for tests
            "Kafka Platform Postgres Tokens Test");

    /** Names of one word: those of the glossary, and terms that stand alone in their field. */
    private static final Set<String> ONE_WORD = words(
            "Report Answer Communique Evidence Source Item Term Judgement Upload Anchor Refiling Disclosure Submitter Gazetteer",
            "Dossier Verdict Proposal Assessment Compartment Examinations Finding Fingerprint Transformation Rendition",
            "Incident Unit Assignment Outcome Referral Inquiry Recommendation Position Stage Jurisdictions Visibility",
            "Event Topic Channel Claim Caller Actor Viewer Roles Purpose Explanation Problem Violation Page Preconditions",
            "Inbox Outbox Backoff Track Timestamps Suite Balagh");

    private static JavaClasses all;

    @BeforeAll
    static void readsWhatAllModulesWereCompiledTo() throws IOException {
        try (Stream<Path> modules = Stream.concat(Files.list(Path.of("..")), Files.list(Path.of("../benchmarks")))) {
            List<Path> compiled = modules.map(module -> module.resolve("target/classes"))
                    .filter(Files::isDirectory)
                    .toList();
            all = new ClassFileImporter().importPaths(compiled);
        }
    }

    @Test
    void givesEachNameToOneClass() {
        classes()
                .that(areTopLevel())
                .should(haveNamesOfTheirOwn())
                .because("one simple name means one thing in the whole suite")
                .check(all);
    }

    @Test
    void endsTheNameOfEachClassWithItsRole() {
        classes()
                .that(areTopLevel().and(behave()))
                .should(beNamed(
                        "end with a role",
                        name -> isSingle(name)
                                || ROLES.contains(lastWordOf(name))
                                || VALUES.contains(lastWordOf(name))))
                .because("a reader guesses from the last word what a class does")
                .check(all);
    }

    @Test
    void keepsNamesOfOneWordForTheGlossary() {
        classes()
                .that(areTopLevel())
                .should(beNamed(
                        "have two words, or one of the glossary", name -> !isSingle(name) || ONE_WORD.contains(name)))
                .because("a single word is clear where everybody knows it, and a riddle elsewhere")
                .check(all);
    }

    private static DescribedPredicate<JavaClass> areTopLevel() {
        return DescribedPredicate.describe(
                "are top-level classes of a source file",
                type -> type.isTopLevelClass()
                        && !type.getSimpleName().equals("package-info")
                        && !type.getPackageName().endsWith("jmh_generated"));
    }

    private static DescribedPredicate<JavaClass> behave() {
        return DescribedPredicate.describe(
                "are neither values nor interfaces",
                type -> !type.isInterface()
                        && !type.isEnum()
                        && !type.isRecord()
                        && !type.isAnnotatedWith("jakarta.persistence.Entity"));
    }

    private static ArchCondition<JavaClass> beNamed(String rule, Predicate<String> isGood) {
        return new ArchCondition<>(rule) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                events.add(new SimpleConditionEvent(type, isGood.test(type.getSimpleName()), type.getName()));
            }
        };
    }

    private static ArchCondition<JavaClass> haveNamesOfTheirOwn() {
        return new ArchCondition<>("have names of their own") {
            private Map<String, Long> uses = Map.of();

            @Override
            public void init(Collection<JavaClass> types) {
                uses = types.stream().collect(Collectors.groupingBy(JavaClass::getSimpleName, Collectors.counting()));
            }

            @Override
            public void check(JavaClass type, ConditionEvents events) {
                events.add(new SimpleConditionEvent(
                        type, uses.getOrDefault(type.getSimpleName(), 0L) == 1, type.getName()));
            }
        };
    }

    private static boolean isSingle(String name) {
        return lastWordOf(name).equals(name);
    }

    private static String lastWordOf(String name) {
        int at = name.length() - 1;
        while (at > 0 && !Character.isUpperCase(name.charAt(at))) {
            at--;
        }
        return name.substring(at);
    }

    private static Set<String> words(String... lines) {
        return Arrays.stream(lines)
                .flatMap(line -> Arrays.stream(line.split(" ")))
                .collect(Collectors.toUnmodifiableSet());
    }
}
