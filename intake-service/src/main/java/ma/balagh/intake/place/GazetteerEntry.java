package ma.balagh.intake.place;

import org.jspecify.annotations.Nullable;

/** A line of {@code places.tsv}. */
record GazetteerEntry(
        String id,
        PlaceKind kind,
        @Nullable String ar,
        String fr,
        String en,
        double latitude,
        double longitude,
        String jurisdiction,
        @Nullable String city,
        int population) {}
