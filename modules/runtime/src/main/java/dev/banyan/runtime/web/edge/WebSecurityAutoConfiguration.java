package dev.banyan.runtime.web.edge;

import dev.banyan.runtime.security.Authenticator;
import dev.banyan.runtime.security.Caller;
import dev.banyan.runtime.web.problem.ProblemWriter;
import dev.banyan.runtime.web.problem.Problems;
import jakarta.servlet.DispatcherType;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Who may call what: deny by default, no sessions, no cookies, no users of its own. */
@AutoConfiguration(before = {ServletWebSecurityAutoConfiguration.class, UserDetailsServiceAutoConfiguration.class})
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class WebSecurityAutoConfiguration {
    private static final String[] OPEN_ENDPOINTS = {"/actuator/health/**", "/actuator/prometheus", "/actuator/modulith"
    };
    private static final String[] OPEN_PAGES = {
        "/docs", "/docs/**", "/swagger-ui/**", "/v3/api-docs", "/v3/api-docs/**", "/v3/api-docs.yaml"
    };
    private static final String PAGE_POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'; "
            + "img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    @Bean
    SecurityFilterChain banyanSecurity(HttpSecurity http, Authenticator authenticator, ProblemWriter writer) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .anonymous(anonymous -> anonymous.principal(Caller.ANONYMOUS))
                .headers(WebSecurityAutoConfiguration::headers)
                .exceptionHandling(failures -> failures.authenticationEntryPoint((request, response, failure) ->
                                writer.write(request, response, Problems.authenticationRequired()))
                        .accessDeniedHandler(
                                (request, response, failure) -> writer.write(request, response, Problems.forbidden())))
                .addFilterBefore(new CredentialsFilter(authenticator, writer), AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(WebSecurityAutoConfiguration::rules)
                .build();
    }

    @Bean
    RequestRejectedHandler requestRejectedHandler(ProblemWriter writer) {
        return (request, response, failure) -> writer.write(request, response, Problems.rejected());
    }

    /** Observing each filter is switched off, and costs nothing only this way. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /** There are no passwords to be checked here; its presence keeps Boot from making up a user. */
    @Bean
    AuthenticationManager authenticationManager() {
        return authentication -> {
            throw new ProviderNotFoundException("Credentials are checked by a filter");
        };
    }

    private static void rules(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                .permitAll()
                .requestMatchers(OPEN_ENDPOINTS)
                .permitAll()
                .requestMatchers("/actuator", "/actuator/**")
                .hasRole("admin")
                .requestMatchers(OPEN_PAGES)
                .permitAll()
                .anyRequest()
                .access(new HandlerAccess());
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(PAGE_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER));
    }
}
