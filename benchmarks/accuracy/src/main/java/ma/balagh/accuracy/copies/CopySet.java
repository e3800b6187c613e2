package ma.balagh.accuracy.copies;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Altered copies and the media that they are compared with. In its folder, {@code known/} has the media, {@code copies/}
 * the copies, and {@code truth.json} what each copy shows.
 */
public record CopySet(Path folder, List<String> known, List<AlteredCopy> copies) {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** The content of {@code truth.json}. */
    record Truth(List<String> known, List<AlteredCopy> copies) {}

    public Path knownFolder() {
        return folder.resolve("known");
    }

    public Path copiesFolder() {
        return folder.resolve("copies");
    }

    /** As it was written; without copies where nothing was. */
    static CopySet read(Path folder) throws IOException {
        Path file = folder.resolve("truth.json");
        Truth truth = Files.exists(file) ? JSON.readValue(file.toFile(), Truth.class) : new Truth(List.of(), List.of());
        return new CopySet(folder, truth.known(), truth.copies());
    }

    void write() throws IOException {
        JSON.writeValue(folder.resolve("truth.json").toFile(), new Truth(known, copies));
    }
}
