package dev.banyan.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTests {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    1999           | EUR | €19.99
                    5              | USD | $0.05
                    0              | EUR | €0.00
                    500            | JPY | ¥500
                    1234           | KWD | KWD 1.234
                    1000000000000  | EUR | €10,000,000,000.00
                    """)
    void followsTheCurrencysMinorUnits(long minor, String currency, String expected) {
        assertThat(Amounts.format(minor, currency).replace('\u00a0', ' ')).isEqualTo(expected);
    }
}
