package ma.balagh.portal.policy;

import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.balagh.portal.escalation.StageClockResponse.Stage;
import ma.balagh.portal.escalation.StageClockResponse.Step;
import ma.balagh.portal.shell.FormInputParser;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/**
 * The form that targets are set with, as it was filled in: each list has a value for each stage, in order, empty where
 * there is none.
 *
 * @param tag of the policy as it was read
 * @param severity from which a unit is sent without a person
 */
@TemplateData
public record EscalationPolicyForm(
        @RestForm @Nullable String tag,
        @RestForm List<String> target,
        @RestForm List<String> unit,
        @RestForm List<String> automatic,
        @RestForm @Nullable String severity,
        @RestForm List<String> supervisor,
        @RestForm List<String> commander) {

    /** What stands beside the fields; that a step comes out of order is told above them. */
    static final Set<String> FIELDS = Set.of("targetSeconds", "afterSeconds");

    /** Where people are most likely not to be in time for. */
    private static final String GRAVEST = "4";

    /** A stage in the form. */
    @TemplateData
    public record Row(Stage stage, Cell target, List<Cell> steps) {}

    /**
     * A field of the form.
     *
     * @param name of the field; of those of one step, the rows have the same
     * @param step nothing for the target
     * @param value as it was typed
     * @param path what the service calls it; nothing where nothing was typed
     * @param open whether something can be typed
     */
    @TemplateData
    public record Cell(
            String name,
            @Nullable Step step,
            String value,
            @Nullable String path,
            boolean open) {}

    static EscalationPolicyForm of(EscalationPolicyResponse policy, @Nullable String tag) {
        Map<Stage, EscalationPolicyResponse.StageTarget> targets = policy.stages().stream()
                .filter(target -> target.stage() != null)
                .collect(Collectors.toMap(EscalationPolicyResponse.StageTarget::stage, target -> target));
        return new EscalationPolicyForm(
                tag,
                inOrder(targets, target -> Stream.of(target.targetSeconds())),
                inOrder(targets, target -> after(target, Step.NEXT_UNIT_PROPOSED)),
                inOrder(targets, target -> after(target, Step.UNIT_SENT)),
                policy.stages().stream()
                        .flatMap(target -> target.steps().stream())
                        .map(EscalationPolicyResponse.TimedStep::fromSeverity)
                        .filter(Objects::nonNull)
                        .map(String::valueOf)
                        .findFirst()
                        .orElse(GRAVEST),
                inOrder(targets, target -> after(target, Step.SUPERVISOR)),
                inOrder(targets, target -> after(target, Step.COMMANDER)));
    }

    /** @param value none where the field is empty */
    private static List<String> inOrder(
            Map<Stage, EscalationPolicyResponse.StageTarget> targets,
            Function<EscalationPolicyResponse.StageTarget, Stream<Integer>> value) {
        return Arrays.stream(Stage.values())
                .map(stage -> Stream.ofNullable(targets.get(stage))
                        .flatMap(value)
                        .map(ClockTimeParser::text)
                        .findFirst()
                        .orElse(""))
                .toList();
    }

    private static Stream<Integer> after(EscalationPolicyResponse.StageTarget target, Step step) {
        return target.steps().stream()
                .filter(timed -> timed.step() == step)
                .map(EscalationPolicyResponse.TimedStep::afterSeconds);
    }

    /** The same, to be sent again over what somebody else made of the policy meanwhile. */
    EscalationPolicyForm over(@Nullable String present) {
        return new EscalationPolicyForm(present, target, unit, automatic, severity, supervisor, commander);
    }

    /** Of what can be typed. */
    public String pattern() {
        return ClockTimeParser.PATTERN;
    }

    /** From which incidents can be chosen, 1 (minor) to 4 (life in danger). */
    public List<Integer> severities() {
        return List.of(1, 2, 3, 4);
    }

    public List<Row> rows() {
        return Arrays.stream(Stage.values()).map(this::row).toList();
    }

    private Row row(Stage stage) {
        var steps = new ArrayList<Cell>();
        int filled = 0;
        for (Step step : Step.values()) {
            String value = typed(step, stage);
            boolean open = isPossible(step, stage);
            steps.add(new Cell(
                    nameOf(step), step, value, value.isBlank() ? null : stepField(stage.ordinal(), filled), open));
            filled += value.isBlank() ? 0 : 1;
        }
        return new Row(
                stage,
                new Cell("target", null, at(target, stage), targetField(stage.ordinal()), true),
                Collections.unmodifiableList(steps));
    }

    private static boolean isPossible(Step step, Stage stage) {
        return switch (step) {
            case NEXT_UNIT_PROPOSED -> stage.isForAnotherUnit();
            case UNIT_SENT -> stage == Stage.OPEN_TO_ASSIGNED;
            case SUPERVISOR, COMMANDER -> true;
        };
    }

    EscalationPolicyClient.Describe command() {
        return new EscalationPolicyClient.Describe(
                rows().stream().map(this::described).toList());
    }

    private EscalationPolicyClient.DescribeStage described(Row row) {
        List<EscalationPolicyClient.DescribeStep> steps = new ArrayList<>();
        for (Cell cell : row.steps()) {
            Step step = cell.step();
            Integer after = ClockTimeParser.seconds(cell.value(), String.valueOf(cell.path()));
            if (step != null && after != null) {
                Integer from = step == Step.UNIT_SENT ? FormInputParser.wholeNumber(severity, "fromSeverity") : null;
                steps.add(new EscalationPolicyClient.DescribeStep(step, after, from));
            }
        }
        Integer target = ClockTimeParser.seconds(
                row.target().value(), String.valueOf(row.target().path()));
        return new EscalationPolicyClient.DescribeStage(row.stage(), target, steps);
    }

    private String typed(Step step, Stage stage) {
        return switch (step) {
            case NEXT_UNIT_PROPOSED -> at(unit, stage);
            case UNIT_SENT -> at(automatic, stage);
            case SUPERVISOR -> at(supervisor, stage);
            case COMMANDER -> at(commander, stage);
        };
    }

    private static String nameOf(Step step) {
        return switch (step) {
            case NEXT_UNIT_PROPOSED -> "unit";
            case UNIT_SENT -> "automatic";
            case SUPERVISOR -> "supervisor";
            case COMMANDER -> "commander";
        };
    }

    private static String at(List<String> values, Stage stage) {
        return stage.ordinal() < values.size() ? values.get(stage.ordinal()) : "";
    }

    private static String targetField(int stage) {
        return "stages[%d].targetSeconds".formatted(stage);
    }

    private static String stepField(int stage, int step) {
        return "stages[%d].steps[%d].afterSeconds".formatted(stage, step);
    }
}
