package ma.balagh.system;

import static ma.balagh.platform.demo.SuiteClient.Target.DISPATCH;
import static ma.balagh.platform.demo.SuiteClient.Target.INTAKE;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import ma.balagh.platform.demo.CommandStory;
import ma.balagh.platform.demo.DemoStory;
import ma.balagh.platform.postgres.DatabaseProvisioner;
import ma.balagh.platform.test.SuiteUnderTest.Running;

/**
 * Something in each state that a page can show.
 *
 * @param proposed a dossier that waits for a decision: lists show others first, which earlier tests left
 * @param running an incident with facts and a still, to which a unit was sent
 * @param referred one that ended, about which a communiqué is published and a court has decided
 * @param communique that one
 * @param receipt of its report, with an answer
 */
record PreparedPages(String proposed, String running, String referred, String communique, String receipt) {

    static final String REPORT = "Vol à l’arraché";
    static final String PLACE = "Boulevard Zerktouni, Casablanca";

    private static final Map<String, Object> CLAIM = Map.of("place", PLACE, "latitude", 33.5883, "longitude", -7.6322);
    private static final Map<String, Object> MARKET = Map.of(
            "name", "Marché central", "latitude", 33.5953, "longitude", -7.6112, "reason", "Affluence du samedi");

    /** Where no test has incidents: no map is computed there. */
    private static final String QUIET = "MA-TNG";

    private static final long OLD = 75;
    private static final List<String> OLD_CELLS = List.of("89391a1a1cbffff", "89391a1a143ffff");
    private static final List<String> NEW_CELLS = List.of("89391a1a1cbffff", "89391a1a063ffff");

    static PreparedPages in(Running suite) throws Exception {
        HiddenCases.in(suite);
        var story = suite.story();
        var clips = suite.newClips();
        var robbery = story.file("partner-press", REPORT, clips.robbery(), CLAIM);
        var running = incident(story, robbery);
        story.assign(running, story.availableUnit("UNIT-1", 33.6200, -7.5300));
        story.still(story.readyDossier(robbery).path("id").asText());
        var reported = story.file("partner-press", REPORT, clips.misconduct(), CLAIM);
        var referred = referred(suite, reported, story.availableUnit("UNIT-2", 33.6100, -7.5200));
        var commanders = new CommandStory(suite.client());
        commanders.secure(MARKET);
        var communique = commanders.draftCommunique(referred);
        commanders.approveCommunique(communique);
        var proposed = proposed(suite, story.file("intake", "سرقة هاتف", clips.hoax(), CLAIM));
        unreachableMedium(suite);
        publish(suite, referred);
        return new PreparedPages(proposed, running, referred, communique, reported.receipt());
    }

    private static String incident(DemoStory story, DemoStory.Filed filed) {
        var dossier = story.readyDossier(filed).path("id").asText();
        var proposal = story.propose("analyst", dossier, DemoStory.robbery(filed, 3, CLAIM));
        story.decide("officer", dossier, proposal, "CONFIRM").expect(200);
        return story.incidentOf(dossier).path("id").asText();
    }

    private static String referred(Running suite, DemoStory.Filed filed, String unit) {
        var story = suite.story();
        var incident = incident(story, filed);
        var assignment = story.assign(incident, unit);
        List.of("ACKNOWLEDGED", "EN_ROUTE", "ON_SCENE").forEach(status -> story.progress("unit2", assignment, status));
        story.arrest(incident);
        story.refer(incident);
        story.answer("partner-press", filed, "REFERRED");
        suite.client()
                .post(
                        "officer",
                        DISPATCH,
                        "/incidents/" + incident + "/court-decisions",
                        Map.of(
                                "kind",
                                "CHARGED",
                                "court",
                                "Tribunal de première instance de Casablanca",
                                "reference",
                                "TPI-CAS-2026/3",
                                "decidedAt",
                                Instant.now().truncatedTo(ChronoUnit.MILLIS).toString(),
                                "summary",
                                "Mise en examen"))
                .expect(201);
        return incident;
    }

    private static String proposed(Running suite, DemoStory.Filed filed) {
        var story = suite.story();
        var dossier = story.readyDossier(filed).path("id").asText();
        story.propose("analyst", dossier, DemoStory.robbery(filed, 2, CLAIM));
        return dossier;
    }

    private static void unreachableMedium(Running suite) {
        suite.client()
                .post(
                        "intake",
                        INTAKE,
                        "/reports",
                        Map.of(
                                "channel", "DESK",
                                "text", "Vu sur un réseau",
                                "jurisdiction", "MA-CAS",
                                "mediaUrls", List.of("http://127.0.0.1:1/film.mp4")))
                .expect(201);
    }

    /**
     * What takes months: two months of figures and two maps of black spots, straight into the database. What dispatch read
     * of them before, for pages of the public, it reads anew after its start.
     */
    private static void publish(Running suite, String incident) throws SQLException {
        var owner = DatabaseProvisioner.owner("dispatch");
        var properties = new Properties();
        properties.setProperty("user", owner);
        properties.setProperty("password", DatabaseProvisioner.password(owner));
        properties.setProperty("options", "-c balagh.actor=service");
        var url = suite.suite().workplace().ports().jdbcUrl("dispatch");
        try (var connection = DriverManager.getConnection(url, properties);
                var statement = connection.createStatement()) {
            for (var month : List.of("2026-01-01", "2026-02-01")) {
                statement.execute(month(month));
            }
            statement.execute(map(OLD, OLD_CELLS, incident));
            statement.execute(map(1, NEW_CELLS, incident));
        }
        suite.kill("dispatch");
        suite.up();
    }

    private static String month(String first) {
        return """
                insert into campaign_month (month, begins_at, ends_at, published_at)
                values ('%1$s', '%1$s', date '%1$s' + interval '1 month', now());
                insert into campaign_count (month, area, measure, noisy)
                values ('%1$s', 'MA', 'TAKEN_IN', 412), ('%1$s', 'MA', 'EXAMINED', 398),
                       ('%1$s', 'MA', 'PRESUMED_OFFENCE', 121), ('%1$s', 'MA', 'FALSE_REPORT', 67),
                       ('%1$s', 'MA', 'KNOWN_CASE', 44), ('%1$s', 'MA', 'OTHER_ANSWER', -2),
                       ('%1$s', 'MA', 'WAITING_UNDER_ONE_MONTH', 31), ('%1$s', 'MA', 'WAITING_UNDER_THREE_MONTHS', 12),
                       ('%1$s', 'MA', 'WAITING_UNDER_ONE_YEAR', 1), ('%1$s', 'MA', 'WAITING_LONGER', -3),
                       ('%1$s', 'MA-CAS', 'TAKEN_IN', 203), ('%1$s', 'MA-CAS', 'EXAMINED', 198),
                       ('%1$s', '%2$s', 'TAKEN_IN', 41);
                insert into campaign_pace (month, area, stage, p50, p95)
                values ('%1$s', 'MA', 'PUBLISHED_TO_TAKEN_IN', 600, 3600),
                       ('%1$s', 'MA', 'CONFIRMED_TO_ASSIGNED', 120, null)
                """.formatted(first, QUIET);
    }

    private static String map(long days, List<String> cells, String incident) {
        var id = UUID.randomUUID();
        var sql = new StringBuilder("""
                insert into black_spot_map (id, territory, as_of, computed_at, inputs, incidents, last_year, cells,
                                            near_repeat, windows)
                values ('%1$s', '%2$s', now() - interval '%3$d days', now() - interval '%3$d days', repeat('a', 64),
                        90, 60, 400, null,
                        '[{"verdict": "SHOWN", "lastYear": 60, "model": null,
                           "ours": {"pai": 8.2, "pei": 0.6, "hits": 21, "events": 30, "cells": 24},
                           "countingOneYear": {"pai": 6.1, "pei": 0.4, "hits": 15, "events": 30, "cells": 24},
                           "countingFiveYears": {"pai": 7.0, "pei": 0.5, "hits": 18, "events": 30, "cells": 24}}]');
                """.formatted(id, QUIET, days));
        for (int rank = 1; rank <= cells.size(); rank++) {
            sql.append("""
                    insert into black_spot (id, map_id, jurisdiction, rank, cell, incidents, gi_star, p_greater, p_lesser,
                                            q_value, q_alone, rate, rate_from, rate_to, trend, pai, density, since, evidence)
                    values ('%1$s', '%2$s', '%3$s', %4$d, '%5$s', 11, 4.2, 0.001, 0.999, 0.01, 0.01, 1.4, 0.7, 2.5,
                            'RISING', 8.2, 0.4, now() - interval '%6$d days', array['%7$s'::uuid]);
                    """.formatted(UUID.randomUUID(), id, QUIET, rank, cells.get(rank - 1), days, incident));
        }
        return sql.toString();
    }
}
