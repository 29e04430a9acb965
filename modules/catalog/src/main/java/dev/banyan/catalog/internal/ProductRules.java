package dev.banyan.catalog.internal;

import dev.banyan.kernel.Currencies;
import dev.banyan.kernel.Money;
import dev.banyan.runtime.web.InvalidRequestException;
import dev.banyan.runtime.web.InvalidRequestException.FieldError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What must hold across a product's fields: options and variants fit together, prices are in the shop's currencies. */
@Component
class ProductRules {
    private final Currencies currencies;

    ProductRules(Currencies currencies) {
        this.currencies = currencies;
    }

    /** Fails with 400 and all that is wrong. */
    void check(ProductBody body) {
        var errors = new ArrayList<FieldError>();
        if (body.slug() != null && ProductQueries.isId(body.slug())) {
            errors.add(new FieldError("slug", "invalid", "must not look like an id"));
        }
        if (new CategoryPath(body.category()).line().size() > CategoryPath.MAX_DEPTH) {
            errors.add(new FieldError("category", "invalid", "is at most %d deep".formatted(CategoryPath.MAX_DEPTH)));
        }
        checkOptions(body.options(), errors);
        checkVariants(body, errors);
        failOn(errors);
    }

    /** Fails with 400 when a currency is unknown or has two prices. */
    void checkPrices(List<Money> prices) {
        var errors = new ArrayList<FieldError>();
        checkPrices("", prices, errors);
        failOn(errors);
    }

    private static void failOn(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw new InvalidRequestException(errors);
        }
    }

    private static void checkOptions(List<ProductOption> options, List<FieldError> errors) {
        var names = new HashSet<String>();
        for (int i = 0; i < options.size(); i++) {
            var option = options.get(i);
            if (!names.add(option.name())) {
                errors.add(new FieldError("options[%d].name".formatted(i), "duplicate", "is there twice"));
            }
            if (Set.copyOf(option.values()).size() < option.values().size()) {
                errors.add(new FieldError("options[%d].values".formatted(i), "duplicate", "has a value twice"));
            }
        }
    }

    private void checkVariants(ProductBody body, List<FieldError> errors) {
        var skus = new HashSet<String>();
        var choices = new HashSet<List<ChosenOption>>();
        for (int i = 0; i < body.variants().size(); i++) {
            var field = "variants[%d].".formatted(i);
            var variant = body.variants().get(i);
            if (!skus.add(variant.sku())) {
                errors.add(new FieldError(field + "sku", "duplicate", "is there twice"));
            }
            if (!hasExactly(body.options(), variant)) {
                errors.add(new FieldError(
                        field + "options",
                        "invalid",
                        "has one of the values of each of the product's options, no more"));
            } else if (!choices.add(variant.chosen(body.options()))) {
                errors.add(new FieldError(field + "options", "duplicate", "is chosen by two variants"));
            }
            checkPrices(field + "prices", variant.prices(), errors);
        }
    }

    private static boolean hasExactly(List<ProductOption> options, VariantBody variant) {
        return variant.options().size() == options.size()
                && options.stream()
                        .allMatch(option -> variant.chosen(List.of(option)).stream()
                                .allMatch(chosen -> option.values().contains(chosen.value())));
    }

    private void checkPrices(String field, List<Money> prices, List<FieldError> errors) {
        var seen = new HashSet<String>();
        for (int i = 0; i < prices.size(); i++) {
            var currency = prices.get(i).currency();
            var at = field + "[%d].currency".formatted(i);
            if (!currencies.contains(currency)) {
                errors.add(new FieldError(at, "invalid", "is one of " + String.join(", ", currencies.codes())));
            } else if (!seen.add(currency)) {
                errors.add(new FieldError(at, "duplicate", "has a price already"));
            }
        }
    }
}
