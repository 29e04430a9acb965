package dev.banyan;

import dev.banyan.payments.sandbox.SandboxServer;
import dev.banyan.runtime.data.move.MoveCommand;
import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/**
 * Starts all modules. Beans are named by their whole class names, since
 * two modules may use the same word for something of their own.
 */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class Banyan {

    /** Runs until it is told to stop. Arguments are properties ({@code --server.port=8081}), or ask for help. */
    public static void main(String[] arguments) {
        if (arguments.length > 0 && arguments[0].equals("sandbox")) {
            SandboxServer.main(Arrays.copyOfRange(arguments, 1, arguments.length));
            return;
        }
        if (arguments.length > 0 && arguments[0].equals("move")) {
            System.exit(MoveCommand.run(Arrays.copyOfRange(arguments, 1, arguments.length)));
        }
        var answer = CommandLine.answer(arguments);
        if (answer.isPresent()) {
            System.exit(answer.get().print());
        }
        SpringApplication.run(Banyan.class, arguments);
        Runtime.getRuntime().gc(); // gives back what only the start needed, see docs/operations.md
    }
}
