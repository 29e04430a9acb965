package dev.banyan.users.internal;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.banyan.runtime.web.InvalidRequestException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What an API key may be allowed: reading or writing one part of the shop. */
final class ApiKeyScopes {
    private static final Set<String> KNOWN = Stream.of("catalog", "stock", "orders", "payments", "messages", "events")
            .flatMap(part -> Stream.of(part + ":read", part + ":write"))
            .collect(toUnmodifiableSet());

    private ApiKeyScopes() {}

    /** The scopes in order and once each; 400 when one is unknown. */
    static List<String> checked(List<String> scopes) {
        for (int i = 0; i < scopes.size(); i++) {
            if (!KNOWN.contains(scopes.get(i))) {
                throw InvalidRequestException.field(
                        "scopes[%d]".formatted(i), "invalid", "is none of " + new TreeSet<>(KNOWN));
            }
        }
        return List.copyOf(scopes.stream().collect(toCollection(TreeSet::new)));
    }
}
