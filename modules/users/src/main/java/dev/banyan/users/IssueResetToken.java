package dev.banyan.users;

import java.util.UUID;

/**
 * Asks for a reset token.
 *
 * @param requestId the caller's key: the id of the event that asked for the reset
 */
public record IssueResetToken(UUID requestId, UUID userId) {}
