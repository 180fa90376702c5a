package org.oneseal.catalog.publishing;

import java.time.LocalDate;
import java.util.Optional;
import org.oneseal.catalog.resources.DataResources;
import org.oneseal.catalog.resources.ResourceVersion;
import org.oneseal.catalog.resources.ShareKind;
import org.springframework.stereotype.Component;

/** The directory of data resources as units have filled it in. */
@Component
class ListedResources implements SupplyingResources {

    private final DataResources resources;

    ListedResources(DataResources resources) {
        this.resources = resources;
    }

    @Override
    public Optional<Supply> find(String code, LocalDate day) {
        return resources
                .find(code)
                .flatMap(found -> found.on(day))
                .map(ResourceVersion::content)
                .map(said -> new Supply(said.share() != ShareKind.NOT_SHARED, said.ground()));
    }
}
