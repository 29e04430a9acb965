package dev.banyan;

import dev.banyan.runtime.modules.ModuleBeanNames;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the modules of this process; all of them unless {@code banyan.modules} says otherwise. */
@SpringBootApplication(nameGenerator = ModuleBeanNames.class)
public class Banyan {

    /** Runs until it is told to stop. Arguments are properties ({@code --server.port=8081}), or ask for help. */
    public static void main(String[] arguments) {
        var answer = CommandLine.answer(arguments);
        if (answer.isPresent()) {
            System.exit(answer.get().print());
        }
        SpringApplication.run(Banyan.class, arguments);
    }
}
