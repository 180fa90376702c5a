package org.oneseal.catalog.publishing;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.oneseal.catalog.registers.BasicMatter;
import org.oneseal.catalog.registers.Register;
import org.oneseal.catalog.registers.RegisterEntry;
import org.oneseal.catalog.registers.Registers;
import org.oneseal.catalog.words.Folded;
import org.oneseal.platform.region.RegionCode;
import org.springframework.stereotype.Component;

/** The basic directory as editors of the upper levels keep it; what is withdrawn is no matter. */
@Component
class RegisteredMatters implements BasicDirectory, BasicMatters {

    private final Registers registers;

    RegisteredMatters(Registers registers) {
        this.registers = registers;
    }

    @Override
    public Optional<Entry> find(String basicCode, RegionCode region) {
        return registers
                .find(Register.BASIC_DIRECTORY, basicCode)
                .filter(entry -> !entry.withdrawn() && entry.region().contains(region))
                .map(RegisteredMatters::matter);
    }

    /** The province's own comes before the nation's. */
    @Override
    public Optional<Entry> named(String name, String itemType, RegionCode region) {
        return registers
                .naming(Register.BASIC_DIRECTORY, List.of(Folded.key(name)), above(region))
                .stream()
                .sorted(Comparator.comparing(RegisterEntry::region).reversed())
                .map(RegisteredMatters::matter)
                .filter(e -> e.name().equals(name) && e.itemType().equals(itemType))
                .findFirst();
    }

    @Override
    public List<Entry> of(RegionCode region) {
        Collection<RegionCode> above = above(region);
        boolean all = region.equals(RegionCode.NATION);
        return registers.within(Register.BASIC_DIRECTORY, RegionCode.NATION).stream()
                .filter(entry -> all || above.contains(entry.region()))
                .map(RegisteredMatters::matter)
                .toList();
    }

    private static Collection<RegionCode> above(RegionCode region) {
        Collection<RegionCode> above = new TreeSet<>(region.ancestors());
        above.add(RegionCode.NATION);
        return above;
    }

    private static Entry matter(RegisterEntry entry) {
        if (!(entry.body() instanceof BasicMatter matter)) {
            throw new IllegalStateException("no matter: " + entry.key());
        }
        return new Entry(entry.key(), matter.name(), matter.itemType());
    }
}
