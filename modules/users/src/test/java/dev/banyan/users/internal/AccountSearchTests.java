package dev.banyan.users.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AccountSearchTests {
    private final List<String> grams =
            Arrays.asList(AccountSearch.grams(account("Ada@Example.com", "Zoë 🌳🌴🌵 Lovelace")));

    @Test
    void findsAnyPartOfThreeCharacters() {
        for (var query : List.of("ada", "a@exam", "example.com", "zoë 🌳", "🌳🌴🌵", "love", "lace")) {
            assertThat(grams).as(query).contains(AccountSearch.gramsOf(query));
        }
    }

    @Test
    void findsTheBeginningsOfWords() {
        for (var query : List.of("a", "ad", "ex", "co", "zo", "l", "lo")) {
            assertThat(grams).as(query).contains(AccountSearch.gramsOf(query));
        }
    }

    @Test
    void findsNothingElse() {
        for (var query : List.of("ov", "%", "lovelacex", "com\nzoë", "adam")) {
            assertThat(grams.containsAll(List.of(AccountSearch.gramsOf(query))))
                    .as(query)
                    .isFalse();
        }
    }

    @Test
    void takesWildcardsLiterally() {
        assertThat(AccountSearch.pattern("50%_\\")).isEqualTo("%50\\%\\_\\\\%");
    }

    private static Account account(String email, String name) {
        return new Account(UUID.randomUUID(), email, name, null, new TreeSet<>(), "", 0, Instant.EPOCH);
    }
}
