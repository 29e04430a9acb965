package dev.banyan.kernel;

import java.util.List;

/** The currencies that the shop trades in ({@code banyan.currencies}); the first is the default. */
public record Currencies(List<String> codes) {
    public Currencies {
        codes = List.copyOf(codes);
        if (codes.isEmpty()) {
            throw new IllegalArgumentException("A shop needs a currency");
        }
    }

    public String primary() {
        return codes.getFirst();
    }

    public boolean contains(String code) {
        return codes.contains(code);
    }
}
