package dev.banyan.load;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/** The runtime's own delivery. */
@EnableAutoConfiguration
final class BanyanCandidate {
    private BanyanCandidate() {}

    public static void main(String[] arguments) throws Exception {
        CandidateApplication.run(BanyanCandidate.class, WebApplicationType.SERVLET, arguments);
    }
}
