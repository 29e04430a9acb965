package dev.banyan.catalog.internal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A product's own columns. The texts that searches look at come without case and accents. */
record Product(
        UUID id,
        String slug,
        String name,
        String description,
        String category,
        List<ProductOption> options,
        String nameKey,
        String categoryWords,
        String attributeWords,
        String descriptionWords,
        Instant at) {
    static Product of(UUID id, String slug, ProductBody body, Instant at) {
        return new Product(
                id,
                slug,
                body.name(),
                body.description(),
                body.category(),
                body.options(),
                Words.fold(body.name()),
                Words.fold(body.category()),
                attributes(body.options()),
                Words.fold(body.description()),
                at);
    }

    private static String attributes(List<ProductOption> options) {
        return options.stream()
                .flatMap(option -> Stream.concat(Stream.of(option.name()), option.values().stream()))
                .map(Words::fold)
                .collect(Collectors.joining(" "));
    }
}
