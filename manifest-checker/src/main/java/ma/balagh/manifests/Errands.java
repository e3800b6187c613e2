package ma.balagh.manifests;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is done besides serving, and ends: migrating, replaying dead letters, proving. Who serves leaves it to Jobs. */
final class Errands {

    private static final String ENDS = "QUARKUS_INIT_AND_EXIT";
    private static final String MIGRATES = "QUARKUS_FLYWAY_MIGRATE_AT_START";
    private static final String VALIDATES = "QUARKUS_FLYWAY_VALIDATE_AT_START";
    private static final String IGNORES = "QUARKUS_FLYWAY_IGNORE_MIGRATION_PATTERNS";
    private static final String PROVES = "BALAGH_CUSTODY_PROVE";
    private static final String REPLAYS = "BALAGH_MESSAGING_REPLAY";

    /** A field of a schedule: everything or from one to another, and every how many. */
    private static final Pattern CRON = Pattern.compile("(?:[*?]|(\\d{1,2})(?:-(\\d{1,2}))?)(?:/(\\d{1,2}))?");

    /** Minute, hour, day of the month, month, weekday. */
    private static final List<IntPredicate> RANGES =
            List.of(between(0, 59), between(0, 23), between(1, 31), between(1, 12), between(0, 6));

    private static final Set<String> MACROS =
            Set.of("@yearly", "@annually", "@monthly", "@weekly", "@daily", "@midnight", "@hourly");

    /** Names of months and weekdays, and their numbers. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("JAN", "1"),
            Map.entry("FEB", "2"),
            Map.entry("MAR", "3"),
            Map.entry("APR", "4"),
            Map.entry("MAY", "5"),
            Map.entry("JUN", "6"),
            Map.entry("JUL", "7"),
            Map.entry("AUG", "8"),
            Map.entry("SEP", "9"),
            Map.entry("OCT", "10"),
            Map.entry("NOV", "11"),
            Map.entry("DEC", "12"),
            Map.entry("SUN", "0"),
            Map.entry("MON", "1"),
            Map.entry("TUE", "2"),
            Map.entry("WED", "3"),
            Map.entry("THU", "4"),
            Map.entry("FRI", "5"),
            Map.entry("SAT", "6"));

    private static final int SHORTEST_JOB = 300;
    private static final Set<String> RESTARTS = Set.of("OnFailure", "Never");

    private Errands() {}

    static List<Rule> rules() {
        return List.of(
                new Rule("migrations", Errands::migrations),
                new Rule("schema", Errands::schema),
                new Rule("replay", Errands::replay),
                new Rule("errand", Errands::errands),
                new Rule("job", Errands::job),
                new Rule("cron-job", Errands::cronJob));
    }

    /** A service waits for its schema; somebody has to make it, from the same image. */
    private static void migrations(Manifests manifests, Findings findings) {
        for (var instance : manifests.instances()) {
            var image = instance.container().at("image");
            if (servesFromADatabase(instance)
                    && manifests.instances().stream().noneMatch(job -> migrates(job, image))) {
                findings.add(
                        instance.owner(),
                        "no Job with QUARKUS_INIT_AND_EXIT migrates its database from image %s"
                                .formatted(image.text()));
            }
        }
    }

    /** Whether it brings a schema up to date, for which the database is enough. */
    static boolean isMigration(Instance instance) {
        return instance.owner().is("Job")
                || !instance.isServing() && instance.value(ENDS).equals("true");
    }

    static boolean isReplay(Instance instance) {
        return instance.value(REPLAYS).equals("true");
    }

    private static boolean servesFromADatabase(Instance instance) {
        return instance.owner().is("Deployment") && instance.application().hasDatabase();
    }

    private static boolean migrates(Instance job, Node image) {
        return job.owner().is("Job")
                && job.container().at("image").equals(image)
                && job.value(ENDS).equals("true")
                && job.value(MIGRATES).equals("true");
    }

    /** Old and new replicas run side by side over a schema that only the Job changes (ADR 033). */
    private static void schema(Manifests manifests, Findings findings) {
        manifests.instances().stream().filter(Errands::servesFromADatabase).forEach(instance -> {
            if (!instance.value(MIGRATES).equals("false")) {
                findings.add(instance.owner(), "set %s to false: the Job migrates, no replica".formatted(MIGRATES));
            }
            if (!instance.value(VALIDATES).equals("true")) {
                findings.add(
                        instance.owner(),
                        "set %s to true, or it serves on a schema that is behind".formatted(VALIDATES));
            }
            if (!instance.value(IGNORES).equals("*:future")) {
                findings.add(
                        instance.owner(),
                        "set %s to *:future, or it does not start beside a newer release".formatted(IGNORES));
            }
        });
    }

    private static void replay(Manifests manifests, Findings findings) {
        manifests.instances().stream().filter(Errands::isReplay).forEach(instance -> {
            if (instance.isServing()) {
                findings.add(instance.owner(), "remove %s: it would read no events".formatted(REPLAYS));
            } else if (instance.owner().is("CronJob")
                    && !instance.owner().spec().at("suspend").is(true)) {
                findings.add(instance.owner(), "set suspend: true: dead letters are replayed when somebody says so");
            }
        });
    }

    /** Who is started to do something is told what, or it serves beside the others and never ends. */
    private static void errands(Manifests manifests, Findings findings) {
        for (var instance : manifests.instances()) {
            var told = Stream.of(ENDS, REPLAYS, PROVES)
                    .filter(errand -> instance.value(errand).equals("true"))
                    .toList();
            if (!instance.isServing() && told.size() != 1) {
                findings.add(
                        instance.owner(),
                        "set one of %s, %s and %s to true; it has %s"
                                .formatted(ENDS, REPLAYS, PROVES, told.isEmpty() ? "none" : told));
            } else if (instance.isServing()) {
                told.stream()
                        .filter(errand -> !errand.equals(REPLAYS))
                        .forEach(errand -> findings.add(
                                instance.owner(), "remove %s: it would end rather than serve".formatted(errand)));
            }
        }
    }

    private static void job(Manifests manifests, Findings findings) {
        for (var pod : manifests.pods()) {
            if (!pod.isServing()
                    && !RESTARTS.contains(pod.spec().at("restartPolicy").text())) {
                findings.add(pod.owner(), "set restartPolicy to OnFailure or Never: a Job takes nothing else");
            }
        }
        manifests.of("Job").forEach(job -> {
            if (job.spec().at("suspend").is(true)) {
                findings.add(job, "remove suspend: nobody would ever start it");
            }
            for (var count : List.of("completions", "parallelism")) {
                if (job.spec().at(count).number(1) != 1) {
                    findings.add(
                            job, "remove %s: once is enough, and two at once get in each other's way".formatted(count));
                }
            }
            if (job.spec().at("backoffLimit").number(6) < 1) {
                findings.add(job, "raise backoffLimit: a database that is not there yet would end it");
            }
            if (job.spec().at("activeDeadlineSeconds").number(SHORTEST_JOB) < SHORTEST_JOB) {
                findings.add(
                        job,
                        "raise activeDeadlineSeconds to %d or more, or it is killed in the middle"
                                .formatted(SHORTEST_JOB));
            }
            if (!job.spec().at("ttlSecondsAfterFinished").exists()) {
                findings.add(job, "set ttlSecondsAfterFinished, or the next apply cannot change what lies there");
            }
        });
    }

    static boolean isSchedule(String schedule) {
        if (MACROS.contains(schedule)) {
            return true;
        }
        var named = schedule.strip();
        for (var name : NAMES.entrySet()) {
            named = named.replaceAll("(?i)\\b" + name.getKey() + "\\b", name.getValue());
        }
        var fields = named.split("\\s+");
        if (fields.length != RANGES.size()) {
            return false;
        }
        for (int i = 0; i < fields.length; i++) {
            for (var part : fields[i].split(",", -1)) {
                var matcher = CRON.matcher(part);
                if (!matcher.matches()
                        || !isField(matcher.group(1), matcher.group(2), matcher.group(3), RANGES.get(i))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isField(
            @Nullable String from, @Nullable String to, @Nullable String step, IntPredicate range) {
        return (from == null || range.test(Integer.parseInt(from)))
                && (to == null || range.test(Integer.parseInt(to)))
                && (from == null || to == null || Integer.parseInt(from) <= Integer.parseInt(to))
                && (step == null || Integer.parseInt(step) > 0);
    }

    private static IntPredicate between(int least, int most) {
        return number -> number >= least && number <= most;
    }

    private static void cronJob(Manifests manifests, Findings findings) {
        manifests.of("CronJob").forEach(cron -> {
            var schedule = cron.spec().at("schedule").text();
            if (!isSchedule(schedule)) {
                findings.add(
                        cron,
                        "write schedule as minute, hour, day, month and weekday, such as '0 3 * * *'; it is '%s'"
                                .formatted(schedule));
            }
            var zone = cron.spec().at("timeZone").text();
            if (!zone.isEmpty() && !ZoneId.getAvailableZoneIds().contains(zone)) {
                findings.add(
                        cron, "let timeZone be one that there is, such as Africa/Casablanca; not %s".formatted(zone));
            }
            var policy = cron.spec().at("concurrencyPolicy").text();
            if (!policy.equals("Forbid") && !policy.equals("Replace")) {
                findings.add(cron, "set concurrencyPolicy to Forbid: two runs at once would do the same work");
            }
        });
    }
}
