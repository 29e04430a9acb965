package dev.banyan.notifications.internal;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;

/** Amounts as people write them: {@code €19.99}, {@code ¥500}, {@code KWD 1.234}. */
final class Amounts {
    private Amounts() {}

    static String format(long minor, String code) {
        var currency = Currency.getInstance(code);
        int digits = Math.max(0, currency.getDefaultFractionDigits());
        var number = NumberFormat.getNumberInstance(Locale.US);
        number.setMinimumFractionDigits(digits);
        number.setMaximumFractionDigits(digits);
        var symbol = currency.getSymbol(Locale.US);
        var gap = Character.isLetter(symbol.codePointBefore(symbol.length())) ? "\u00a0" : "";
        return symbol + gap + number.format(BigDecimal.valueOf(minor, digits));
    }
}
