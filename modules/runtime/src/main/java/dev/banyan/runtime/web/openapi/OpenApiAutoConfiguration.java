package dev.banyan.runtime.web.openapi;

import dev.banyan.runtime.security.Caller;
import dev.banyan.runtime.web.ClientAddress;
import dev.banyan.runtime.web.IfMatch;
import dev.banyan.runtime.web.Operation;
import dev.banyan.runtime.web.PageRequest;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;

/** Describes the API by its conventions. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class OpenApiAutoConfiguration {
    @Bean
    static LazyDescription lazyDescription() {
        return new LazyDescription();
    }

    @Bean
    @Lazy
    OpenAPI openApi() {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(
                        Caller.class, PageRequest.class, IfMatch.class, Operation.class, ClientAddress.class);
        return new OpenAPI()
                .info(new Info().title("Banyan").version("1").description("A commerce back end"))
                .servers(List.of(new Server().url("/")))
                .components(new Components()
                        .addSecuritySchemes(Conventions.BEARER, bearer())
                        .addSecuritySchemes(Conventions.API_KEY, apiKey())
                        .addSchemas(Conventions.PROBLEM, ProblemSchema.create()));
    }

    @Bean
    @Lazy
    Conventions apiConventionsDescription() {
        return new Conventions();
    }

    private static SecurityScheme bearer() {
        return new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat("JWT")
                .description("The accessToken of POST /api/auth/login");
    }

    private static SecurityScheme apiKey() {
        return new SecurityScheme()
                .type(SecurityScheme.Type.APIKEY)
                .in(SecurityScheme.In.HEADER)
                .name("X-Api-Key");
    }
}
