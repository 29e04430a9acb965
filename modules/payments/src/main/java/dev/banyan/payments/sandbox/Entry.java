package dev.banyan.payments.sandbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** An authorization in the ledger. */
record Entry(
        String key,
        String reference,
        long amount,
        String currency,
        State state,
        @Nullable String code,
        long captured,
        long refunded) {
    static Entry of(ResultSet row) throws SQLException {
        return new Entry(
                row.getString("key"),
                row.getString("reference"),
                row.getLong("amount"),
                row.getString("currency"),
                State.valueOf(row.getString("state")),
                row.getString("code"),
                row.getLong("captured"),
                row.getLong("refunded"));
    }

    /** What the sandbox decided. */
    enum State {
        UNDECIDED,
        /** To be approved, then told by webhook. */
        PENDING,
        APPROVED,
        DECLINED,
        VOIDED
    }
}
