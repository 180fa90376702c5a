package org.oneseal.catalog.registers;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.objection.Objection;

/**
 * A service of intermediaries that an approval may ask for (中介服务事项). What no law asks for can't be
 * listed.
 *
 * @param legalBasis law that allows asking for it
 * @param requirements what the service must be like (实施要求), null where not laid down
 * @param timeLimit how long it may take (服务时限), null where not laid down
 * @param charges what may be charged (收费标准), null where not laid down
 * @param result what comes out of it (服务结果), null where not laid down
 * @param department code of the department in charge, null where none is named
 */
public record IntermediaryEntry(
        String name,
        String legalBasis,
        @Nullable String requirements,
        @Nullable String timeLimit,
        @Nullable String charges,
        @Nullable String result,
        @Nullable String department)
        implements EntryBody {

    public IntermediaryEntry {
        name = name.strip();
        legalBasis = legalBasis.strip();
    }

    @Override
    public Register register() {
        return Register.INTERMEDIARY_SERVICES;
    }

    @Override
    public List<Objection> objections() {
        List<Objection> objections = new ArrayList<>();
        if (name.isEmpty()) objections.add(Objection.of("service-name-missing").at("/name"));
        if (legalBasis.isEmpty()) {
            objections.add(
                    Objection.of("service-without-basis", name)
                            .withGround("国务院办公厅关于清理规范国务院部门行政审批中介服务的通知")
                            .at("/legalBasis"));
        }
        return objections;
    }

    @Override
    public List<String> words() {
        return List.of(name);
    }
}
