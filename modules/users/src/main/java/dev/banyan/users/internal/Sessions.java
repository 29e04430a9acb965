package dev.banyan.users.internal;

import dev.banyan.kernel.ModuleException;
import org.springframework.stereotype.Service;

/** Signing in, staying signed in, signing out. Opens no transaction itself: passwords are checked and tokens signed without one. */
@Service
class Sessions {
    private final SessionService service;
    private final PasswordHashing hashing;
    private final AccessTokenSigning accessTokens;

    Sessions(SessionService service, PasswordHashing hashing, AccessTokenSigning accessTokens) {
        this.service = service;
        this.hashing = hashing;
        this.accessTokens = accessTokens;
    }

    /** The same work is done and the same answer given whether the account is unknown or the password wrong. */
    TokenAnswer signIn(Login login, String address) {
        var attempt = new SignInAttempt(login.email(), address);
        var account = service.begin(attempt);
        if (!hashing.matches(login.password(), account)) {
            throw service.fail(attempt, account)
                    .<ModuleException>map(RateLimitedException::new)
                    .orElseGet(BadCredentialsException::new);
        }
        var issuer = accessTokens.issuer();
        var token = RefreshToken.next();
        service.open(account.orElseThrow(), token, attempt);
        return answer(issuer.issue(account.orElseThrow()), token);
    }

    /** Roles are read again. A token that was used before ends its session for whoever holds it. */
    TokenAnswer refresh(String refreshToken) {
        var used = RefreshToken.parse(refreshToken).orElseThrow(Sessions::invalid);
        var issuer = accessTokens.issuer();
        var next = used.rotated();
        var account = service.rotate(used, next).orElseThrow(Sessions::invalid);
        return answer(issuer.issue(account), next);
    }

    /** Ends the session, if it hasn't ended. */
    void signOut(String refreshToken) {
        RefreshToken.parse(refreshToken).ifPresent(service::end);
    }

    private TokenAnswer answer(String accessToken, RefreshToken refreshToken) {
        return new TokenAnswer(
                accessToken, refreshToken.text(), "Bearer", accessTokens.life().toSeconds());
    }

    private static ModuleException invalid() {
        return new ModuleException(
                ModuleException.Kind.UNAUTHENTICATED, "auth.invalid", "The refresh token is not valid; sign in again");
    }
}
