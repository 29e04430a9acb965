package dev.banyan.kernel;

import java.util.regex.Pattern;

/**
 * An amount in integer minor units (cents) and its ISO 4217 currency. Never negative, at most 10¹²; arithmetic is exact
 * and throws {@link ArithmeticException} past that range, {@link IllegalArgumentException} on mixed currencies.
 */
public record Money(long amount, String currency) implements Comparable<Money> {
    public static final long MAX_AMOUNT = 1_000_000_000_000L;

    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    public Money {
        if (amount < 0 || amount > MAX_AMOUNT) {
            throw new ArithmeticException("An amount is between 0 and %d minor units".formatted(MAX_AMOUNT));
        }
        if (!CURRENCY.matcher(currency).matches()) {
            throw new IllegalArgumentException("A currency is three capital letters (ISO 4217)");
        }
    }

    public static Money zero(String currency) {
        return new Money(0, currency);
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(amount, sameCurrency(other).amount), currency);
    }

    /** Fails when {@code other} is more than this. */
    public Money minus(Money other) {
        return new Money(Math.subtractExact(amount, sameCurrency(other).amount), currency);
    }

    public Money times(int quantity) {
        return new Money(Math.multiplyExact(amount, quantity), currency);
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(amount, sameCurrency(other).amount);
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("%s and %s don't mix".formatted(currency, other.currency));
        }
        return other;
    }
}
