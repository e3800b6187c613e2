package ma.balagh.portal.command;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.quarkus.qute.TemplateData;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import ma.balagh.portal.ageing.AgeingResponse;
import ma.balagh.portal.ageing.AwaitedReport;
import ma.balagh.portal.ageing.WeeklyAnswersResponse;
import ma.balagh.portal.ageing.WeeklyAnswersResponse.Week;
import ma.balagh.portal.blackspot.BlackSpotsResponse;
import ma.balagh.portal.blackspot.BlackSpotsResponse.BlackSpot;
import ma.balagh.portal.clock.ClocksResponse;
import ma.balagh.portal.command.AnswerChart.FateCount;
import ma.balagh.portal.communique.CommuniqueStateCode;
import ma.balagh.portal.communique.CommuniqueSummaryResponse;
import ma.balagh.portal.communique.KnownCommuniques;
import ma.balagh.portal.patrol.KnownSpots;
import ma.balagh.portal.source.SourceResponse;
import ma.balagh.portal.source.SourcesHealthResponse;
import ma.balagh.portal.upstream.PagePart;
import ma.balagh.portal.upstream.ResponsePage;
import org.jspecify.annotations.Nullable;

/**
 * What the desk shows. Each part is asked for by itself, and may be missing.
 *
 * @param dossiers what waits in the laboratory and for verdicts
 * @param operation what waits at dispatch
 * @param rights where rights at an arrest are missing, the oldest of the latest incidents first
 * @param clocks of the last seven days
 * @param written communiqués that are drafts
 * @param communiques the latest, whatever became of them
 */
@TemplateData
public record CommandDesk(
        PagePart<AgeingResponse> ageing,
        PagePart<List<AwaitedReport>> oldest,
        PagePart<WeeklyAnswersResponse> answers,
        PagePart<List<WaitingLine>> dossiers,
        PagePart<List<WaitingLine>> operation,
        PagePart<List<RightsLine>> rights,
        PagePart<ClocksResponse> clocks,
        PagePart<SourcesHealthResponse> health,
        PagePart<ResponsePage<SourceResponse>> failing,
        PagePart<BlackSpotsResponse> spots,
        PagePart<PatrolOutlook> patrols,
        PagePart<ResponsePage<CommuniqueSummaryResponse>> written,
        PagePart<ResponsePage<CommuniqueSummaryResponse>> communiques) {

    private static final int MOST_SPOTS = 5;
    private static final int MOST_COMMUNIQUES = 5;

    /** Where most happens first. */
    public List<BlackSpot> worstSpots() {
        return spots.value().items().stream()
                .sorted(Comparator.comparingInt(BlackSpot::incidents).reversed())
                .limit(MOST_SPOTS)
                .toList();
    }

    /** Of the map of the whole week, on which it has that number. */
    public int number(BlackSpot spot) {
        return spots.value().items().indexOf(spot) + 1;
    }

    /** Where there are black spots and nobody is sent to any; nothing while it is not known who is sent where. */
    public List<UnplannedTerritory> unplanned() {
        if (!spots.isPresent() || !patrols.isPresent()) {
            return List.of();
        }
        return spots.value().items().stream()
                .filter(spot -> !patrols.value().reaches(spot.jurisdiction()))
                .collect(groupingBy(BlackSpot::jurisdiction, TreeMap::new, toList()))
                .entrySet()
                .stream()
                .map(each -> new UnplannedTerritory(each.getKey(), each.getValue()))
                .toList();
    }

    /** Of the black spots that patrols go to; nothing while these are not to be had. */
    public KnownSpots knownSpots() {
        return spots.isPresent() ? spots.value().known() : KnownSpots.NONE;
    }

    /** What waits for the approval of another commander, the latest first. */
    public List<CommuniqueSummaryResponse> drafts() {
        return written.value().items().stream()
                .filter(each -> each.state() == CommuniqueStateCode.DRAFT)
                .limit(MOST_COMMUNIQUES)
                .toList();
    }

    /** What was approved for publication, the latest first, also what was withdrawn since. */
    public List<CommuniqueSummaryResponse> published() {
        return communiques.value().items().stream()
                .filter(each -> each.approved() != null)
                .limit(MOST_COMMUNIQUES)
                .toList();
    }

    /** Among which one that was corrected finds its correction. */
    public KnownCommuniques known() {
        return new KnownCommuniques(
                Stream.concat(written.value().items().stream(), communiques.value().items().stream())
                        .toList());
    }

    public boolean isPublishingKnown() {
        return written.isPresent() && communiques.isPresent();
    }

    public List<ClocksResponse.StageTime> stages() {
        return clocks.value().shown(null);
    }

    /** How many wait in the stage for too long at this moment; nothing where that is not known. */
    public @Nullable Long late(ClocksResponse.StageTime time) {
        var waiting = lines().filter(line -> line.reason().stage() == time.stage() && line.overdue() != null)
                .map(WaitingLine::overdue)
                .toList();
        return waiting.isEmpty()
                ? null
                : waiting.stream().mapToLong(Long::longValue).sum();
    }

    /** What became of the reports of a week. */
    public List<FateCount> counts(Week week) {
        return FateCount.of(week);
    }

    /** What waits at intake. */
    public List<WaitingLine> reports() {
        return ageing.isPresent() ? WaitingLine.of(ageing.value()) : List.of();
    }

    /** What something waits for, in the order of the way of a video. */
    public List<WaitingLine> waiting() {
        return lines().filter(line -> line.count() > 0).toList();
    }

    /** What nothing waits for. */
    public List<WaitingLine> idle() {
        return lines().filter(line -> line.count() == 0).toList();
    }

    private Stream<WaitingLine> lines() {
        return Stream.of(reports(), orNone(dossiers), orNone(operation)).flatMap(List::stream);
    }

    private static List<WaitingLine> orNone(PagePart<List<WaitingLine>> part) {
        return part.isPresent() ? part.value() : List.of();
    }

    /** Whether anything of what waits can be said. */
    public boolean isWaitingKnown() {
        return ageing.isPresent() || dossiers.isPresent() || operation.isPresent();
    }
}
