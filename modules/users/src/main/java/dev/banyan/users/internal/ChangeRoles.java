package dev.banyan.users.internal;

import dev.banyan.runtime.web.InvalidRequestException;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The roles that an account shall have instead of the ones it has. */
record ChangeRoles(@NotEmpty @Size(max = 10) List<@NotNull String> roles) {
    /** 400 when one is unknown. */
    SortedSet<Role> checked() {
        var checked = new TreeSet<Role>();
        for (int i = 0; i < roles.size(); i++) {
            var field = "roles[%d]".formatted(i);
            checked.add(Role.ofLabel(roles.get(i))
                    .orElseThrow(() ->
                            InvalidRequestException.field(field, "invalid", "is none of customer, staff, admin")));
        }
        return checked;
    }
}
