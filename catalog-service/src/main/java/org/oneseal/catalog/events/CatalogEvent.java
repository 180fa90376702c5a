package org.oneseal.catalog.events;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** Everything the catalog announces. */
public sealed interface CatalogEvent
        permits ItemPublished,
                ItemSuspended,
                ItemCancelled,
                ItemEdited,
                ItemEffective,
                DelegationGranted,
                DelegationFollowedUp,
                DelegationPrepared,
                DelegationTakenOver,
                DelegationRevoked,
                DelegationEnded,
                PackagePublished,
                PackageWithdrawn,
                PackageEdited,
                PackageEffective,
                PowerPublished,
                PowerSuspended,
                PowerCancelled,
                PowerEdited,
                RegisterEdited,
                DataResourceEdited,
                DataDemandEdited,
                CalendarPublished,
                RegionListed,
                DepartmentListed {

    /** Short type; travels with the prefix {@code org.oneseal.}. */
    @JsonIgnore
    String type();
}
