package org.oneseal.catalog.publishing;

import java.util.Optional;
import org.oneseal.catalog.registers.IntermediaryEntry;
import org.oneseal.catalog.registers.Register;
import org.oneseal.catalog.registers.RegisterEntry;
import org.oneseal.catalog.registers.Registers;
import org.oneseal.platform.region.RegionCode;
import org.springframework.stereotype.Component;

/** The directory as editors keep it: what is withdrawn there can't be asked for any more. */
@Component
class RegisteredIntermediaries implements IntermediaryDirectory {

    private final Registers registers;

    RegisteredIntermediaries(Registers registers) {
        this.registers = registers;
    }

    @Override
    public Optional<Entry> find(String code, RegionCode region) {
        return registers
                .find(Register.INTERMEDIARY_SERVICES, code)
                .filter(entry -> !entry.withdrawn() && entry.region().contains(region))
                .map(RegisteredIntermediaries::service);
    }

    private static Entry service(RegisterEntry entry) {
        if (!(entry.body() instanceof IntermediaryEntry service)) {
            throw new IllegalStateException("no service: " + entry.key());
        }
        return new Entry(entry.key(), service.name(), service.legalBasis());
    }
}
