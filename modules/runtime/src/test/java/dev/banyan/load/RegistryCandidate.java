package dev.banyan.load;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/** Spring Modulith's JDBC registry, whose libraries are on this process's class path alone, without the runtime. */
@EnableAutoConfiguration(excludeName = "dev.banyan.runtime.testing.TestCallersAutoConfiguration")
final class RegistryCandidate {
    private RegistryCandidate() {}

    public static void main(String[] arguments) throws Exception {
        CandidateApplication.run(RegistryCandidate.class, WebApplicationType.NONE, arguments);
    }
}
