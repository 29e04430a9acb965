package dev.banyan.runtime.observability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.banyan.runtime.RuntimeIT;
import io.micrometer.registry.otlp.OtlpMeterRegistry;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;

/** What leaves the process, and how. */
@ExtendWith(OutputCaptureExtension.class)
class ObservabilityIT extends RuntimeIT {
    private static final Logger log = LoggerFactory.getLogger(ObservabilityIT.class);

    @Autowired
    ApplicationContext context;

    @Test
    void nothingIsExportedUnasked() {
        assertThat(context.getBeansOfType(SpanExporter.class)).isEmpty();
        assertThat(context.getBeansOfType(LogRecordExporter.class)).isEmpty();
        assertThat(context.getBeansOfType(OtlpMeterRegistry.class)).isEmpty();
    }

    @Test
    void messageCannotPassForAnotherLine(CapturedOutput output) {
        log.info("hello\n2026-01-01 ERROR forged \u001b[31mred\r\nend");
        assertThat(output.getOut())
                .contains("hello\n    2026-01-01 ERROR forged ?[31mred?\n    end")
                .doesNotContain("\u001b[31m");
    }

    @Test
    void exceptionCannotPassForAnotherLine(CapturedOutput output) {
        log.info("failed", new IllegalStateException("broken\n2026-01-01 ERROR forged"));
        log.info("next");
        assertThat(output.getOut().lines())
                .anyMatch("    2026-01-01 ERROR forged"::equals)
                .filteredOn(line -> line.endsWith(": next"))
                .singleElement()
                .asString()
                .doesNotStartWith(" ");
    }

    @Test
    void requestIdIsInTheLine(CapturedOutput output) {
        MDC.put("requestId", "request-1");
        log.info("with id");
        MDC.clear();
        assertThat(output.getOut().lines()).anyMatch(line -> line.contains("[request-1,]") && line.endsWith("with id"));
    }
}
