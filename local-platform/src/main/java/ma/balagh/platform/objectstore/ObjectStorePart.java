package ma.balagh.platform.objectstore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ma.balagh.platform.network.HttpProbe;
import ma.balagh.platform.part.LaunchCommand;
import ma.balagh.platform.part.ProgressListener;
import ma.balagh.platform.part.SuiteDirectories;
import ma.balagh.platform.part.SuitePart;

/** The object store of a suite that keeps its evidence in one. */
public final class ObjectStorePart implements SuitePart {

    public static final String NAME = "s3";

    private static final String BUCKET = "evidence";

    private final SuiteDirectories workplace;
    private final ObjectStoreDistribution distribution;
    private final ObjectStoreProgram program;

    public ObjectStorePart(SuiteDirectories workplace) {
        this.workplace = workplace;
        this.distribution = new ObjectStoreDistribution(workplace);
        this.program = new ObjectStoreProgram(
                distribution.archive(),
                workplace.data().resolve(NAME),
                workplace.ports().objectStore());
    }

    /** What intake is told of it. */
    public static Map<String, String> environment(SuiteDirectories workplace) {
        return Map.of(
                "BALAGH_EVIDENCE_STORE",
                "s3",
                "BALAGH_EVIDENCE_S3_ENDPOINT",
                "http://localhost:" + workplace.ports().objectStore(),
                "BALAGH_EVIDENCE_S3_BUCKET",
                BUCKET,
                "BALAGH_EVIDENCE_S3_PATH_STYLE",
                "true",
                "BALAGH_EVIDENCE_S3_ACCESS_KEY_ID",
                "intake",
                "BALAGH_EVIDENCE_S3_SECRET_ACCESS_KEY",
                "object-store-local",
                "BALAGH_EVIDENCE_S3_LOCK_MODE",
                "governance",
                "BALAGH_EVIDENCE_S3_LOCK_REQUIRED",
                "true",
                "BALAGH_EVIDENCE_S3_PRESIGNED",
                "true");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Integer> ports() {
        return List.of(program.port());
    }

    @Override
    public String address() {
        return program.address();
    }

    @Override
    public Set<String> needs() {
        return Set.of();
    }

    @Override
    public void prepare(ProgressListener progress) throws IOException, InterruptedException {
        distribution.provide(progress);
        program.prepare();
    }

    @Override
    public LaunchCommand launch() {
        var command = new ArrayList<String>();
        command.add(workplace.java().toString());
        command.addAll(ObjectStoreProgram.OPTIONS);
        command.addAll(List.of("-jar", program.archive().toString()));
        command.addAll(program.arguments());
        return new LaunchCommand(command, Map.of(), program.directory());
    }

    @Override
    public boolean isReady() {
        return HttpProbe.status(program.address() + "/") == 200;
    }

    @Override
    public void initialize() {
        try {
            program.createBucket(BUCKET);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
