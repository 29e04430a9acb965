package dev.banyan.runtime.web.problem;

import dev.banyan.runtime.json.ContractJson;
import java.util.Map;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/** Makes problems of all failures; takes the place of Boot's error pages. */
@AutoConfiguration(before = ErrorMvcAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class ProblemAutoConfiguration {
    @Bean
    ProblemWriter problemWriter(ContractJson json) {
        return new ProblemWriter(json);
    }

    @Bean
    ProblemExceptionResolver problemExceptionResolver(ProblemWriter writer) {
        return new ProblemExceptionResolver(writer);
    }

    @Bean
    ErrorDispatch errorDispatch(ProblemWriter writer) {
        return new ErrorDispatch(writer);
    }

    @Bean
    SimpleUrlHandlerMapping errorDispatchMapping(ErrorDispatch dispatch) {
        return new SimpleUrlHandlerMapping(Map.of("/error", dispatch), 0);
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> tomcatProblems() {
        return factory -> factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ProblemErrorValve.class.getName());
            }
        });
    }
}
