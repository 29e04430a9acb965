package dev.banyan.users.internal;

/**
 * What a signed-in client holds.
 *
 * @param expiresIn seconds until the access token expires
 */
record TokenAnswer(String accessToken, String refreshToken, String tokenType, long expiresIn) {
    @Override
    public String toString() {
        return "TokenAnswer[tokenType=%s, expiresIn=%d]".formatted(tokenType, expiresIn);
    }
}
