package dev.banyan.runtime.security;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who sends the current request. A controller's method takes it as a parameter; an anonymous request has one, too.
 *
 * @param id the user's or the API key's id, null when anonymous
 * @param email the user's address, null for others
 */
public record Caller(Kind kind, @Nullable UUID id, @Nullable String email, Set<String> roles, Set<String> scopes) {
    public static final Caller ANONYMOUS = new Caller(Kind.ANONYMOUS, null, null, Set.of(), Set.of());

    public Caller {
        roles = Set.copyOf(roles);
        scopes = Set.copyOf(scopes);
    }

    public static Caller user(UUID id, String email, Set<String> roles) {
        return new Caller(Kind.USER, id, email, roles, Set.of());
    }

    public static Caller apiKey(UUID id, Set<String> scopes) {
        return new Caller(Kind.API_KEY, id, null, Set.of(), scopes);
    }

    /** The signed-in user's id; null for anonymous callers and API keys. */
    public @Nullable UUID userId() {
        return kind == Kind.USER ? id : null;
    }

    public boolean isUser() {
        return kind == Kind.USER;
    }

    public boolean isApiKey() {
        return kind == Kind.API_KEY;
    }

    public boolean isStaff() {
        return roles.contains("staff") || roles.contains("admin");
    }

    public boolean isAdmin() {
        return roles.contains("admin");
    }

    /** For logs and audit: {@code user:<id>}, {@code api-key:<id>} or {@code anonymous}. Holds no personal data. */
    public String name() {
        return switch (kind) {
            case USER -> "user:" + id;
            case API_KEY -> "api-key:" + id;
            case ANONYMOUS -> "anonymous";
        };
    }

    /** How a caller proved who they are. */
    public enum Kind {
        ANONYMOUS,
        USER,
        API_KEY
    }
}
