package dev.banyan.users.internal;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.banyan.runtime.web.InvalidRequestException;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What its owner changes about an account; what isn't sent stays. A null takes the phone away. */
final class ChangeProfile {
    @Size(max = PersonName.MAX_LENGTH)
    @Pattern(regexp = PersonName.PATTERN)
    private @Nullable String name;

    @Pattern(regexp = PhoneNumber.PATTERN)
    private @Nullable String phone;

    private boolean nameSent;
    private boolean phoneSent;

    @JsonProperty
    void setName(@Nullable String name) {
        this.name = name;
        this.nameSent = true;
    }

    @JsonProperty
    void setPhone(@Nullable String phone) {
        this.phone = phone;
        this.phoneSent = true;
    }

    /** Fails with 400 when the name shall be taken away. */
    ChangeProfile checked() {
        if (nameSent && (name == null || name.isBlank())) {
            throw InvalidRequestException.field("name", "required", "must not be empty");
        }
        return this;
    }

    Account appliedTo(Account account) {
        return new Account(
                account.id(),
                account.email(),
                name == null ? account.name() : name.strip(),
                phoneSent ? PhoneNumber.normalized(phone) : account.phone(),
                account.roles(),
                account.passwordHash(),
                account.version(),
                account.createdAt());
    }
}
