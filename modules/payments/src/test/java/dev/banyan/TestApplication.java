package dev.banyan;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** The module's tests alone: the runtime comes by auto-configuration, other modules are mocked. */
@SpringBootApplication
@Modulithic(sharedModules = {"kernel", "runtime"})
class TestApplication {}
