package dev.banyan.runtime.calls.serving;

import dev.banyan.runtime.json.ContractJson;
import dev.banyan.runtime.modules.HostedModules;
import dev.banyan.runtime.security.ServiceTokenCheck;
import dev.banyan.runtime.web.problem.Problem;
import dev.banyan.runtime.web.problem.ProblemWriter;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;

/** Serves the calls of other processes. */
@AutoConfiguration(before = ServletWebSecurityAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class ServingAutoConfiguration {
    @Bean
    InternalMapping internalMapping() {
        return new InternalMapping();
    }

    @Bean
    InternalAdapter internalAdapter(ContractJson json, ProblemWriter problems) {
        return new InternalAdapter(json, problems);
    }

    @Bean
    ServedModules servedModules(HostedModules modules, BeanFactory beans, InternalMapping mapping) {
        return new ServedModules(modules, beans, mapping);
    }

    @Bean
    @Order(0)
    SecurityFilterChain internalSecurity(
            HttpSecurity http, ObjectProvider<ServiceTokenCheck> check, ProblemWriter problems) {
        return http.securityMatcher(InternalMapping.PATH + "**")
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(failures -> failures.authenticationEntryPoint(
                        (request, response, failure) -> problems.write(request, response, Problem.notFound())))
                .addFilterBefore(
                        new ServiceTokenFilter(check.getIfAvailable(), problems), AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .build();
    }
}
