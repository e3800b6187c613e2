package ma.balagh.intake.evidence;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A store that does as it is told where a test looks.
 *
 * @param kept is told of each medium that it keeps
 * @param erasing what comes of letting bytes go
 */
record ActingStore(EvidenceStore store, Consumer<StagedMedium> kept, Function<Sha256Digest, Erasure> erasing)
        implements EvidenceStore {

    @Override
    public Path newFile() {
        return store.newFile();
    }

    @Override
    public Standing standing(Sha256Digest digest) {
        return store.standing(digest);
    }

    @Override
    public void keep(StagedMedium received) {
        store.keep(received);
        kept.accept(received);
    }

    @Override
    public InputStream open(Sha256Digest digest, long first, long length) {
        return store.open(digest, first, length);
    }

    @Override
    public Erasure erase(Sha256Digest digest) {
        return erasing.apply(digest);
    }

    @Override
    public void refuted(Sha256Digest digest) {
        store.refuted(digest);
    }

    @Override
    public void requireRoom(long bytes) {
        store.requireRoom(bytes);
    }

    @Override
    public Map<String, String> check() {
        return store.check();
    }
}
