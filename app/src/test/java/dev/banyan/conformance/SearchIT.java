package dev.banyan.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.banyan.kernel.Ids;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchIT {
    private static final long SEED = 20261121;
    private static final int SAMPLE = 150;

    /** A word that nobody else's product has: letters alone, made of the number. */
    private final String word = Ids.next().toString().replaceAll("[0-9-]", "") + "qvox";

    @Test
    void findsWordsPrefixesAndMisspellings() {
        var id = Product.in("tests", "Brass " + word + " lamp").text("/id");
        for (var typed : List.of(
                word,
                word.substring(0, word.length() - 2),
                word.toUpperCase(Locale.ROOT),
                "brass " + word,
                word + " brass",
                word + "x")) {
            assertThat(Page.texts(Product.list("q=" + encoded(typed)), "id"))
                    .as(typed)
                    .contains(id);
        }
        assertThat(Page.texts(Product.list("category=tests&q=" + word), "id")).containsExactly(id);
        assertThat(Page.items(Product.list("category=other-%s&q=%s".formatted(Ids.next(), word))))
                .isEmpty();
        assertThat(Page.items(Product.list("q=" + word + "&maxPrice=999"))).isEmpty();
    }

    @Test
    void forgetsWhatIsArchived() {
        var id = Product.in("tests", word).text("/id");
        Product.archive(id);
        assertThat(Page.items(Product.list("q=" + word))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "_", "'", "\\", "& | !", ":*", "a & (b", "<->", "''; --", "\u2603", "*", "ﷺ"})
    void takesWhateverIsTyped(String typed) {
        Product.list("q=" + encoded(typed));
        Product.list("q=" + encoded(typed) + "&sort=price&category=tests");
    }

    @Test
    void refusesWhatIsNoSearch() {
        Target.shop().get("/api/products?q=" + "x".repeat(5000)).expectProblem(400, "validation.failed");
        Target.shop().get("/api/products?q=%00").expect(400);
    }

    /** A sample of the swaps, omissions and doublings after the 2nd letter of words of five letters or more. */
    @Test
    void finds95PercentOfMisspelledDemoProducts() {
        var first = Product.list("sort=name&limit=100");
        var rest = Page.rest(Target.shop(), "/api/products?sort=name", first, 100);
        var names = Stream.concat(Page.items(first).stream(), rest.stream())
                .map(item -> item.path("name").asString())
                .filter(name -> name.matches("[A-Za-z ]+"))
                .distinct()
                .toList();
        var random = new Random(SEED);
        var missed = new ArrayList<String>();
        for (int i = 0; i < SAMPLE; i++) {
            var name = names.get(random.nextInt(names.size()));
            var typed = misspelled(name, random);
            if (!Page.texts(Product.list("limit=10&q=" + encoded(typed)), "name")
                    .contains(name)) {
                missed.add(typed);
            }
        }
        assertThat(missed).hasSizeLessThanOrEqualTo(SAMPLE / 20);
    }

    private static String misspelled(String name, Random random) {
        var words = name.split(" ", -1);
        var word = words[random.nextInt(words.length)];
        if (word.length() < 5) {
            return name;
        }
        int at = 2 + random.nextInt(word.length() - 3);
        return switch (random.nextInt(3)) {
            case 0 -> word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
            case 1 -> word.substring(0, at) + word.substring(at + 1);
            default -> word.substring(0, at) + word.charAt(at) + word.substring(at);
        };
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
