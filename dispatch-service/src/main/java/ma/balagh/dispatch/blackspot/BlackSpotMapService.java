package ma.balagh.dispatch.blackspot;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.dispatch.Timestamps;
import org.jboss.logging.Logger;

/** Writes versions of maps. Each is whole or not there; equal ones are not written twice. */
@ApplicationScoped
class BlackSpotMapService {

    private static final Logger LOG = Logger.getLogger(BlackSpotMapService.class);

    /** After midnight, when the day that is over is. */
    private static final Duration AFTER_MIDNIGHT = Duration.ofMinutes(10);

    private final VerifiedIncidentRepository incidents;
    private final BlackSpotRepository repository;
    private final BlackSpotQueue queue;
    private final BlackSpotConfig config;
    private final CellIndex cells;
    private final Timestamps moments;

    BlackSpotMapService(
            VerifiedIncidentRepository incidents,
            BlackSpotRepository repository,
            BlackSpotQueue queue,
            BlackSpotConfig config,
            CellIndex cells,
            Timestamps moments) {
        this.incidents = incidents;
        this.repository = repository;
        this.queue = queue;
        this.config = config;
        this.cells = cells;
        this.moments = moments;
    }

    @Transactional
    MapInputs inputs(String territory) {
        var zone = config.timeZone();
        var asOf = moments.now()
                .atZone(zone)
                .toLocalDate()
                .plusDays(1)
                .atStartOfDay(zone)
                .toInstant();
        var from = asOf.atZone(zone).minus(config.horizon()).toInstant();
        var known = incidents.of(territory, from, asOf);
        var method = MethodFigures.of(config);
        var digest = digest(known, asOf, method);
        return new MapInputs(
                territory,
                known,
                asOf,
                method,
                digest,
                repository.latestInputs(territory).equals(digest));
    }

    /** The map that is there is right. */
    @Transactional
    void keep(BlackSpotTask task, MapInputs inputs) {
        queue.computed(task, inputs.asOf().plus(AFTER_MIDNIGHT));
    }

    @Transactional
    void publish(BlackSpotTask task, MapInputs inputs, ComputedMap map) {
        // First of all: from here on no other replica can publish it.
        queue.computed(task, inputs.asOf().plus(AFTER_MIDNIGHT));
        write(inputs, map);
    }

    private void write(MapInputs inputs, ComputedMap map) {
        var now = moments.now();
        var earlier = repository.sinceOfLatest(inputs.territory());
        var id = IdGenerator.next();
        repository.add(id, inputs, map, now);
        for (var outcome : map.windows()) {
            int rank = 1;
            for (var spot : outcome.spots()) {
                var cell = cells.name(spot.cell());
                var since = earlier.getOrDefault(new BlackSpotRepository.SpotKey(outcome.window(), cell), now);
                repository.add(id, outcome.window(), rank++, cell, spot, since);
            }
        }
        repository.eraseBefore(
                now.atZone(config.timeZone()).minus(config.retention()).toInstant());
        LOG.infof("black spots are computed, territory=%s incidents=%d", inputs.territory(), map.incidents());
    }

    private static String digest(List<VerifiedIncident> known, Instant asOf, MethodFigures method) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update("%s %s".formatted(asOf, method).getBytes(StandardCharsets.UTF_8));
            known.stream()
                    .sorted(Comparator.comparing(VerifiedIncident::id))
                    .forEach(incident -> digest.update(incident.toString().getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
