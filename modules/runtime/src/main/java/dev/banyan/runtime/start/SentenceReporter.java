package dev.banyan.runtime.start;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;
import org.springframework.util.StringUtils;

/** Writes why the start was refused to the standard error, as one line. */
final class SentenceReporter implements FailureAnalysisReporter {

    @Override
    public void report(FailureAnalysis analysis) {
        System.err.println(Stream.of(analysis.getDescription(), analysis.getAction())
                .filter(StringUtils::hasText)
                .map(text -> text.strip().replaceAll("\\s+", " "))
                .collect(Collectors.joining(" ", "Banyan did not start: ", "")));
    }
}
