package dev.banyan.runtime.calls.credentials;

import com.nimbusds.jose.jwk.JWKSet;
import dev.banyan.runtime.security.Caller;
import dev.banyan.runtime.security.Credentials;
import java.text.ParseException;
import java.util.Optional;

/** Asks the process that hosts the module with the accounts. */
final class RemoteCredentials implements Credentials {
    private final CredentialsExchange exchange;

    RemoteCredentials(CredentialsExchange exchange) {
        this.exchange = exchange;
    }

    @Override
    public Optional<Caller> apiKey(String key) {
        var answer = exchange.apiKey(new CredentialsExchange.Question(key));
        return answer.id() == null ? Optional.empty() : Optional.of(Caller.apiKey(answer.id(), answer.scopes()));
    }

    @Override
    public JWKSet verificationKeys() {
        try {
            return JWKSet.parse(exchange.verificationKeys());
        } catch (ParseException malformed) {
            throw new IllegalStateException("What was answered is no JWKS", malformed);
        }
    }
}
