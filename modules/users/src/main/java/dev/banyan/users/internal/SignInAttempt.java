package dev.banyan.users.internal;

/** Somebody at a network address tries to sign in to an account, which need not exist. */
record SignInAttempt(String email, String address) {
    String subject(Limit limit) {
        return switch (limit) {
            case SIGN_IN_ACCOUNT -> email;
            case SIGN_IN_ADDRESS -> address;
            default -> email + "\n" + address;
        };
    }

    @Override
    public String toString() {
        return "SignInAttempt[]";
    }
}
