package dev.banyan.runtime.calls.credentials;

import dev.banyan.runtime.calls.RemoteClients;
import dev.banyan.runtime.calls.serving.InternalMapping;
import dev.banyan.runtime.modules.HostedModules;
import dev.banyan.runtime.modules.ModuleDescriptor;
import dev.banyan.runtime.security.Authenticator;
import dev.banyan.runtime.security.Credentials;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** Credentials are checked where their module runs, for all processes. */
@AutoConfiguration
class CredentialsAutoConfiguration {
    /** What the path of {@link CredentialsExchange} comes after. */
    private static String path(String module) {
        return "/internal/" + module;
    }

    @Bean
    SmartInitializingSingleton servedCredentials(
            HostedModules modules, ObjectProvider<Credentials> credentials, ObjectProvider<InternalMapping> mapping) {
        return () -> modules.provider(ModuleDescriptor.CREDENTIALS)
                .filter(modules::hosts)
                .ifPresent(module -> credentials.ifAvailable(present -> mapping.ifAvailable(internal ->
                        internal.serve(CredentialsExchange.class, new CredentialsEndpoint(present), path(module)))));
    }

    @Configuration(proxyBeanMethods = false)
    @Conditional(CredentialsElsewhere.class)
    @ConditionalOnMissingBean(Credentials.class)
    static class Elsewhere {
        @Bean
        RemoteCredentials remoteCredentials(HostedModules modules, RemoteClients clients) {
            var module = modules.provider(ModuleDescriptor.CREDENTIALS).orElseThrow();
            return new RemoteCredentials(clients.client(CredentialsExchange.class, module, path(module)));
        }

        @Bean
        KeysAhead keysAhead(Authenticator authenticator) {
            return new KeysAhead(authenticator);
        }
    }
}
